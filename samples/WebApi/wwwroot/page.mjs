// Connects the page: signing in, asking, stopping. One answer runs at a time.
import { readAnswer } from './answer.mjs';
import { Session, SignInError } from './session.mjs';
import { Transcript } from './transcript.mjs';

const byId = (id) => document.getElementById(id);
const session = new Session();
const transcript = new Transcript(byId('transcript'));
/** What was asked and answered, to be sent with the next question. */
let conversation = [];
let running = null;

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  signIn(byId('key').value);
});
byId('sign-out').addEventListener('click', async () => {
  running?.abort();
  await session.signOut();
  show();
});
byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = byId('question').value.trim();
  if (text !== '' && running === null) {
    ask(text);
  }
});
byId('question').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId('ask').requestSubmit();
  }
});
byId('stop').addEventListener('click', () => running?.abort());
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    running?.abort();
  }
});
byId('new').addEventListener('click', () => {
  running?.abort();
  conversation = [];
  transcript.clear();
  say('A new conversation.');
  byId('question').focus();
});
// Who leaves the page does not wait for the answer any more.
addEventListener('pagehide', () => running?.abort());

await start();

async function start() {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) {
    // A key does not stay in the address, where it would be bookmarked or shown.
    history.replaceState(null, '', location.pathname);
    await signIn(key);
    return;
  }

  await session.resume().catch(() => false);
  show();
}

async function signIn(key) {
  try {
    await session.signIn(key);
    byId('key').value = '';
    say('');
  } catch (error) {
    if (!(error instanceof SignInError)) {
      throw error;
    }

    byId('sign-in-problem').textContent = error.message;
  }

  show();
}

async function ask(text) {
  const stop = new AbortController();
  // Should the user begin a new conversation meanwhile, this answer belongs to the old one.
  const spoken = conversation;
  running = stop;
  byId('question').value = '';
  transcript.addQuestion(text);
  const view = transcript.addAnswer();
  setRunning(true);
  say('Waiting for the answer…');
  let hasText = false;
  const end = await readAnswer({
    url: '/api/chat',
    headers: session.headers,
    body: { preset: byId('preset').value, messages: fit([...spoken, { role: 'user', text }]) },
    signal: stop.signal,
    onText: (piece) => {
      if (!hasText) {
        hasText = true;
        say('The answer is being written…');
      }

      view.append(piece);
    },
  });
  running = null;
  view.end(end);
  remember(spoken, text, view.text, end);
  say(summary(end));
  setRunning(false);
  if (end.status === 401) {
    await session.resume().catch(() => false);
    show();
  }
}

/** Half an answer is part of the conversation too: its reader has seen it. A question without one goes back into the field. */
function remember(spoken, question, answer, end) {
  if (answer !== '') {
    spoken.push({ role: 'user', text: question }, { role: 'assistant', text: answer });
  } else if (end.state !== 'done' && byId('question').value === '') {
    byId('question').value = question;
  }
}

/** The oldest messages go first when there are too many. */
function fit(messages) {
  const { maxMessages, maxCharacters } = session.details;
  let kept = messages.slice(-maxMessages);
  while (kept.length > 1 && kept.reduce((sum, message) => sum + message.text.length, 0) > maxCharacters) {
    kept = kept.slice(1);
  }

  return kept;
}

function summary(end) {
  switch (end.state) {
    case 'done':
      return end.completionTokens === undefined ? 'The answer is complete.' : `The answer is complete: ${end.completionTokens} tokens.`;
    case 'aborted':
      return 'Stopped.';
    case 'interrupted':
      return 'The answer broke off.';
    default:
      return 'There is no answer.';
  }
}

function setRunning(isRunning) {
  byId('stop').hidden = !isRunning;
  byId('send').hidden = isRunning;
  // Not to the button: an Enter that is held down would press it.
  byId('question').focus();
}

function show() {
  const isSignedIn = session.details !== null;
  byId('sign-in').hidden = isSignedIn;
  byId('chat').hidden = !isSignedIn;
  byId('account').hidden = !isSignedIn;
  if (!isSignedIn) {
    conversation = [];
    transcript.clear();
    byId('key').focus();
    return;
  }

  byId('sign-in-problem').textContent = '';
  byId('user').textContent = session.details.user;
  byId('preset').replaceChildren(...session.details.presets.map((preset) => new Option(preset.title, preset.name)));
  byId('question').focus();
}

function say(text) {
  byId('status').textContent = text;
}
