import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { document } from './dom.mjs';

const { renderMarkdown, safeAddress } = await import(`${process.env.PAGE_MODULES}/markdown.mjs`);
const render = (text) => renderMarkdown(text, document);
const payloads = JSON.parse(readFileSync(new URL('payloads.json', import.meta.url), 'utf8'));

for (const payload of payloads) {
  test(`stays text: ${JSON.stringify(payload)}`, () => {
    for (const [text, wrapping] of [[payload, ['p']], [`- ${payload}`, ['ul', 'li']], [`# ${payload}`, ['h3']], [`> ${payload}`, ['blockquote', 'p']], [`\`\`\`\n${payload}\n\`\`\``, ['pre', 'code']]]) {
      const rendered = render(text);
      assert.deepEqual(rendered.tags, wrapping);
      assert.ok(rendered.textContent.includes(payload), 'nothing is lost');
    }
  });
}

test('blocks', () => {
  const rendered = render('# Title\n\nOne\ntwo\n\n- a\n- b\n\n1. c\n2) d\n\n> e\n\n```js\nlet x = "<b>";\n\n```\nend');
  assert.deepEqual(rendered.tags, ['h3', 'p', 'br', 'ul', 'li', 'li', 'ol', 'li', 'li', 'blockquote', 'p', 'pre', 'code', 'p']);
  assert.equal(rendered.find('code')[0].textContent, 'let x = "<b>";\n');
});

test('headings begin below those of the page and skip no level', () => {
  assert.deepEqual(render('## a\n#### b\n##### c\n## d\n### e').tags, ['h3', 'h4', 'h5', 'h3', 'h4']);
  assert.deepEqual(render('###### a\n# b').tags, ['h3', 'h3']);
});

test('inline', () => {
  assert.deepEqual(render('a **b** *c* `d*e*`').tags, ['p', 'strong', 'em', 'code']);
  assert.deepEqual(render('2 * 3 * 4 and snake_case and **open').tags, ['p']);
});

test('code that is not closed yet is code to the end', () => {
  assert.deepEqual(render('```\n# a\n- b').tags, ['pre', 'code']);
});

test('a link leads where it says, and tells nobody where it was followed from', () => {
  const [link] = render('see [the page](https://example.com/a?b=c)').find('a');
  assert.equal(link.href, 'https://example.com/a?b=c');
  assert.equal(link.rel, 'noopener noreferrer nofollow');
  assert.equal(link.textContent, 'the page (example.com)');
});

test('addresses', () => {
  assert.equal(safeAddress('https://example.com'), 'https://example.com/');
  assert.equal(safeAddress('HTTP://example.com/x'), 'http://example.com/x');
  for (const address of ['', 'example.com', '//example.com', 'https:/example.com', 'https://', 'https:///', 'https://\\\\evil', 'javascript://https://x%0aalert(1)', 'https://a\u0000b', 'https://a@b.example']) {
    assert.equal(safeAddress(address), null, address);
  }
});

test('long texts take linear time', () => {
  for (const text of ['*'.repeat(50_000), '[a]('.repeat(20_000), '`'.repeat(50_001), '> '.repeat(20_000), '[' .repeat(50_000), '# '.repeat(20_000), 'a\n'.repeat(20_000), `# ${' '.repeat(50_000)}x`, `[a](${'b'.repeat(50_000)}`, '**a '.repeat(20_000)]) {
    const began = performance.now();
    render(text);
    assert.ok(performance.now() - began < 2_000, JSON.stringify(text.slice(0, 10)));
  }
});
