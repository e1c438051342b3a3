// Asks for one answer and reads it to its end. However it goes, there is exactly one terminal state:
//   done         the server said that the answer is over
//   error        the server said that it failed, or could not be reached
//   interrupted  it broke off: the connection ended without an end, went silent, or the server lost the answer
//   aborted      the user stopped it
// Nothing is ever asked for again by itself: a second answer costs as much as the first.
import { SseParser } from './sse.mjs';

const EVENT_STREAM = 'text/event-stream';

/**
 * @param {object} call
 * @param {string} call.url
 * @param {object} call.body  what is asked, to be sent as JSON
 * @param {object} [call.headers]
 * @param {AbortSignal} [call.signal]  stops the answer
 * @param {(text: string) => void} call.onText
 * @param {number} [call.idleMilliseconds]  the longest silence; the server sends a comment every 15 seconds
 * @param {typeof fetch} [call.fetch]
 * @returns {Promise<{state: 'done'|'error'|'interrupted'|'aborted', code?: string, message?: string, retryable?: boolean, reason?: string,
 *   promptTokens?: number, completionTokens?: number, traceId?: string}>}
 */
export async function readAnswer({ url, body, headers = {}, signal, onText, idleMilliseconds = 45_000, fetch = globalThis.fetch }) {
  const connection = new AbortController();
  const call = { end: null, hasBegun: false };
  // The first end is the end: what comes after it is its echo.
  const endWith = (end) => { call.end ??= end; };
  const breakOff = (end) => {
    endWith(end);
    connection.abort();
  };
  const stop = () => breakOff({ state: 'aborted' });
  let timer;
  const seeLife = () => {
    clearTimeout(timer);
    timer = setTimeout(() => breakOff(interrupted('silence', 'The server has gone silent.')), idleMilliseconds);
  };

  if (signal?.aborted) {
    return { state: 'aborted' };
  }

  signal?.addEventListener('abort', stop, { once: true });
  seeLife();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: EVENT_STREAM, ...headers },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: connection.signal,
    });
    call.hasBegun = true;
    if (response.ok && response.body !== null && isEventStream(response)) {
      await readEvents(response.body, call, endWith, seeLife, onText);
      endWith(interrupted('cut', 'The connection ended before the answer did.'));
    } else {
      endWith(await refusalOf(response));
    }
  } catch (error) {
    endWith(failureOf(error, call.hasBegun));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    // Whatever is still open must not go on at the server's cost.
    connection.abort();
  }

  return call.end;
}

async function readEvents(body, call, endWith, seeLife, onText) {
  const reader = body.getReader();
  const parser = new SseParser((event) => {
    if (call.end === null) {
      take(event, endWith, onText);
    }
  });
  try {
    while (call.end === null) {
      const { done, value } = await reader.read();
      if (done) {
        parser.end();
        return;
      }

      seeLife();
      parser.push(value);
    }
  } finally {
    // Without this the request would go on when the loop is left early. A body that broke cannot be cancelled, and need not be.
    reader.cancel().catch(() => {});
  }
}

function take(event, endWith, onText) {
  if (event.type === 'text') {
    onText(String(JSON.parse(event.data).text));
  } else if (event.type === 'done') {
    endWith({ state: 'done', ...JSON.parse(event.data) });
  } else if (event.type === 'error') {
    const error = JSON.parse(event.data);
    endWith({ state: error.code === 'interrupted' ? 'interrupted' : 'error', ...error });
  }

  // Events of other names are from a newer server, and may be passed over.
}

async function refusalOf(response) {
  const general = { state: 'error', code: 'refused', message: `The server answered with status ${response.status}.`, retryable: response.status >= 500, status: response.status };
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  if (!isJson || response.ok) {
    return { ...general, retryable: false };
  }

  const error = await response.json();
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return { ...general, ...error, ...(wait > 0 ? { retryAfterSeconds: wait } : {}), state: error.code === 'interrupted' ? 'interrupted' : 'error' };
}

function failureOf(error, hasBegun) {
  if (error instanceof SyntaxError || error?.name === 'EventTooLargeError') {
    return { state: 'interrupted', code: 'malformed', message: 'The server sent something that is no answer.', retryable: false };
  }

  return hasBegun
    ? interrupted('lost', 'The connection was lost.')
    : { state: 'error', code: 'unreachable', message: 'The server could not be reached.', retryable: true };
}

function interrupted(code, message) {
  return { state: 'interrupted', code, message, retryable: true };
}

function isEventStream(response) {
  return (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase() === EVENT_STREAM;
}
