import assert from 'node:assert/strict';
import { test } from 'node:test';

const { readAnswer } = await import(`${process.env.PAGE_MODULES}/answer.mjs`);
const encode = (text) => new TextEncoder().encode(text);
const text = (value) => `event: text\ndata: ${JSON.stringify({ text: value })}\n\n`;
const done = 'event: done\ndata: {"reason":"stop","completionTokens":2,"traceId":"t"}\n\n';
const failed = (code) => `event: error\ndata: ${JSON.stringify({ code, message: 'No.', retryable: true, traceId: 't' })}\n\n`;

/** A server that answers with these pieces; what is put in place of a piece is done: 'hang', or an error to break with. */
function server(pieces, { status = 200, type = 'text/event-stream', headers = {} } = {}) {
  const seen = { cancelled: false, aborted: false, calls: 0, request: null };
  const fetch = async (url, request) => {
    seen.calls++;
    seen.request = { url, ...request };
    const rest = [...pieces];
    request.signal.addEventListener('abort', () => { seen.aborted = true; });
    const body = new ReadableStream({
      async pull(controller) {
        const piece = rest.shift();
        if (piece === undefined) {
          controller.close();
        } else if (piece instanceof Error) {
          controller.error(piece);
        } else if (piece === 'hang') {
          await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
          controller.error(new DOMException('Aborted', 'AbortError'));
        } else {
          controller.enqueue(encode(piece));
        }
      },
      cancel() { seen.cancelled = true; },
    }, { highWaterMark: 0 });
    return new Response(body, { status, headers: { 'Content-Type': type, ...headers } });
  };
  return { fetch, seen };
}

async function ask(pieces, options = {}) {
  const { fetch, seen } = server(pieces, options);
  let answer = '';
  const end = await readAnswer({ url: '/api/chat', body: { temperature: 0 }, fetch, onText: (piece) => { answer += piece; options.onText?.(piece); }, ...options.call });
  return { end, answer, seen };
}

test('a whole answer is done', async () => {
  const { end, answer, seen } = await ask([text('Hel'), text('lo'), done]);
  assert.deepEqual({ answer, ...end }, { answer: 'Hello', state: 'done', reason: 'stop', completionTokens: 2, traceId: 't' });
  assert.equal(seen.calls, 1);
  assert.equal(seen.request.body, '{"temperature":0}');
});

test('what comes after the end changes nothing', async () => {
  const { end, answer } = await ask([text('a') + done + text('b') + failed('failed')]);
  assert.equal(answer, 'a');
  assert.equal(end.state, 'done');
});

test('the reader is cancelled at the end, even if the server never closes', async () => {
  const { end, seen } = await ask([done, 'hang']);
  assert.equal(end.state, 'done');
  assert.ok(seen.cancelled || seen.aborted);
});

for (let count = 0; count <= 3; count++) {
  const pieces = [text('a'), text('b'), text('c')].slice(0, count);
  test(`a body that ends after ${count} texts is interrupted, however it ends`, async () => {
    for (const ending of [[], [new TypeError('terminated')], ['event: done\ndata: {"reason":"stop"}\n']]) {
      const { end, answer, seen } = await ask([...pieces, ...ending]);
      assert.equal(end.state, 'interrupted');
      assert.equal(answer, 'abc'.slice(0, count));
      assert.equal(seen.calls, 1, 'asked once');
    }
  });
}

test('an error of the server is an error, one that says interrupted is interrupted', async () => {
  assert.deepEqual((await ask([text('a'), failed('busy')])).end, { state: 'error', code: 'busy', message: 'No.', retryable: true, traceId: 't' });
  assert.equal((await ask([text('a'), failed('interrupted')])).end.state, 'interrupted');
});

test('an HTTP error tells what the server said, and when to come back', async () => {
  const body = JSON.stringify({ code: 'too_many', message: 'Too many.', retryable: true, traceId: 't' });
  const { end } = await ask([body], { status: 429, type: 'application/json; charset=utf-8', headers: { 'Retry-After': '7' } });
  assert.deepEqual(end, { state: 'error', code: 'too_many', message: 'Too many.', retryable: true, traceId: 't', status: 429, retryAfterSeconds: 7 });
});

test('a page in place of an answer is an error', async () => {
  for (const status of [200, 502]) {
    const { end } = await ask(['<!doctype html>'], { status, type: 'text/html' });
    assert.equal(end.state, 'error');
    assert.equal(end.code, 'refused');
  }
});

test('no connection at all is an error', async () => {
  const end = await readAnswer({ url: '/', body: {}, onText() {}, fetch: async () => { throw new TypeError('failed'); } });
  assert.deepEqual([end.state, end.code], ['error', 'unreachable']);
});

test('JSON that is none, and an endless event, are malformed', async () => {
  for (const piece of ['event: text\ndata: {"text":\n\n', `event: text\ndata: ${'a'.repeat((1 << 20) + 1)}`]) {
    const { end, seen } = await ask([text('a'), piece, 'hang']);
    assert.deepEqual([end.state, end.code], ['interrupted', 'malformed']);
    assert.ok(seen.cancelled || seen.aborted);
  }
});

test('stopping aborts the request and keeps what had come', async () => {
  const stop = new AbortController();
  const { end, answer, seen } = await ask([text('a'), 'hang'], { call: { signal: stop.signal }, onText: () => stop.abort() });
  assert.deepEqual({ answer, ...end }, { answer: 'a', state: 'aborted' });
  assert.ok(seen.aborted);
});

test('stopping before it begins sends nothing', async () => {
  const { end, seen } = await ask([done], { call: { signal: AbortSignal.abort() } });
  assert.deepEqual(end, { state: 'aborted' });
  assert.equal(seen.calls, 0);
});

test('silence ends an answer, signs of life do not', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const queue = [];
  let wake = () => {};
  const fetch = async (_, request) => new Response(new ReadableStream({
    async pull(controller) {
      while (queue.length === 0) {
        await new Promise((resolve) => { wake = resolve; request.signal.addEventListener('abort', resolve); });
        if (request.signal.aborted) {
          controller.error(new DOMException('Aborted', 'AbortError'));
          return;
        }
      }

      controller.enqueue(encode(queue.shift()));
    },
  }, { highWaterMark: 0 }), { headers: { 'Content-Type': 'text/event-stream' } });
  let end = null;
  const reading = readAnswer({ url: '/', body: {}, fetch, onText() {}, idleMilliseconds: 45_000 }).then((value) => { end = value; });
  for (let count = 0; count < 5; count++) {
    for (let turns = 0; turns < 5; turns++) { await turn(); }
    context.mock.timers.tick(40_000);
    queue.push(': still here\n\n');
    wake();
  }

  for (let turns = 0; turns < 5; turns++) { await turn(); }
  assert.equal(end, null);
  context.mock.timers.tick(45_000);
  await reading;
  assert.deepEqual([end.state, end.code], ['interrupted', 'silence']);
});
