import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bodyOf, vectors } from './vectors.mjs';

const { EventTooLargeError, SseParser } = await import(`${process.env.PAGE_MODULES}/sse.mjs`);

function read(pieces) {
  const events = [];
  const comments = [];
  const parser = new SseParser((event) => events.push(event), { onComment: (text) => comments.push(text) });
  pieces.forEach((piece) => parser.push(piece));
  parser.end();
  return { events, comments };
}

for (const vector of vectors) {
  const body = bodyOf(vector);
  const expected = { events: vector.events, comments: vector.comments ?? [] };
  const check = (pieces, how) => {
    const { events, comments } = read(pieces);
    assert.deepEqual({ events, comments: vector.comments ? comments : [] }, expected, how);
  };

  test(`${vector.name}: whole, byte by byte, and cut at every place`, () => {
    check([body], 'whole');
    check([...body].map((_, index) => body.subarray(index, index + 1)), 'byte by byte');
    for (let cut = 0; cut <= body.length; cut++) {
      check([body.subarray(0, cut), body.subarray(cut)], `cut at ${cut}`);
      check([body.subarray(0, cut), new Uint8Array(0), body.subarray(cut)], `cut at ${cut}, with an empty read`);
    }

    for (let first = 0; first <= body.length; first++) {
      for (let second = first; second <= Math.min(body.length, first + 4); second++) {
        check([body.subarray(0, first), body.subarray(first, second), body.subarray(second)], `cut at ${first} and ${second}`);
      }
    }
  });
}

test('an event that ends with CR is there before the next byte comes', () => {
  const events = [];
  const parser = new SseParser((event) => events.push(event.data));
  parser.push(new TextEncoder().encode('data: a\r\r'));
  assert.deepEqual(events, ['a']);
  parser.push(new TextEncoder().encode('\ndata: b\r\n\r'));
  assert.deepEqual(events, ['a', 'b']);
});

test('an event has a largest size, in one line, in many, and without any line end', () => {
  const parser = () => new SseParser(() => {}, { maxChars: 1000 });
  const encode = (text) => new TextEncoder().encode(text);
  assert.throws(() => parser().push(encode(`data: ${'a'.repeat(1000)}\n\n`)), EventTooLargeError);
  assert.throws(() => parser().push(encode('data: aaaa\n'.repeat(101))), EventTooLargeError);
  assert.throws(() => {
    const endless = parser();
    for (let count = 0; count < 1001; count++) {
      endless.push(encode('a'));
    }
  }, EventTooLargeError);
});

test('events and comments that came before do not count for the size of the next one', () => {
  const parser = new SseParser(() => {}, { maxChars: 1000 });
  parser.push(new TextEncoder().encode(`data: ${'a'.repeat(900)}\n\n`.repeat(20)));
  parser.push(new TextEncoder().encode(`: ${'a'.repeat(900)}\n`.repeat(20)));
});

const folder = process.env.SSE_STREAMS;
test('recorded streams give the same events wherever they are cut', { skip: folder ? false : 'SSE_STREAMS names no folder of recorded streams.' }, () => {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.sse'));
  assert.ok(files.length > 0, `${folder} holds no .sse file.`);
  for (const name of files) {
    const body = readFileSync(join(folder, name));
    const whole = read([body]);
    assert.deepEqual(read([...body].map((_, index) => body.subarray(index, index + 1))), whole, `${name}, byte by byte`);
    // Every place of a small stream, and about 50 of a large one.
    for (let cut = 0; cut <= body.length; cut += Math.max(1, Math.floor(body.length / (body.length > 5_000 ? 50 : body.length)))) {
      assert.deepEqual(read([body.subarray(0, cut), body.subarray(cut)]), whole, `${name}, cut at ${cut}`);
    }
  }
});
