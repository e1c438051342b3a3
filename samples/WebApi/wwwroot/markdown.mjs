// Shows a little Markdown by building DOM nodes: headings, lists, quotes, code, emphasis, links. Text only ever becomes text nodes, so there is
// no HTML to escape and none to sanitise. Raw HTML and images stay the text that they are.

/** The level of the heading above an answer. */
const PAGE_LEVEL = 2;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const INLINE = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|\[([^[\]\n]+)\]\(([^()\s]+)\)/g;

/**
 * @param {string} text
 * @param {Document} document
 * @returns {DocumentFragment}
 */
export function renderMarkdown(text, document) {
  const fragment = document.createDocumentFragment();
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  const headings = new HeadingLevels(lines);
  let index = 0;
  while (index < lines.length) {
    index = block(lines, index, fragment, headings, document);
  }

  return fragment;
}

/** Puts the headings of a model below those of the page, and lets none skip a level: who listens to the page finds the way by them. */
class HeadingLevels {
  #highest;
  #last = PAGE_LEVEL;

  constructor(lines) {
    this.#highest = lines.reduce((highest, line) => Math.min(highest, HEADING.exec(line)?.[1].length ?? highest), 6);
  }

  of(marks) {
    this.#last = Math.min(6, this.#last + 1, PAGE_LEVEL + 1 + Math.max(0, marks.length - this.#highest));
    return this.#last;
  }
}

/** Only addresses of the web may be followed; anything that could run something, or that hides where it leads, may not. */
export function safeAddress(text) {
  if (!/^https?:\/\/[^\s\\]/i.test(text) || hidesItsDirection(text)) {
    return null;
  }

  try {
    const address = new URL(text);
    return (address.protocol === 'https:' || address.protocol === 'http:') && address.username === '' && address.password === '' ? address.href : null;
  } catch {
    return null;
  }
}

function block(lines, index, parent, headings, document) {
  const line = lines[index];
  if (line.trim() === '') {
    return index + 1;
  }

  const fence = FENCE.exec(line);
  if (fence) {
    return code(lines, index, fence[1], parent, document);
  }

  const heading = HEADING.exec(line);
  if (heading) {
    inline(heading[2].trimEnd(), append(parent, `h${headings.of(heading[1])}`, document), document);
    return index + 1;
  }

  for (const [pattern, tag, itemTag] of [[BULLET, 'ul', 'li'], [NUMBER, 'ol', 'li'], [QUOTE, 'blockquote', 'p']]) {
    if (pattern.test(line)) {
      return list(lines, index, pattern, append(parent, tag, document), itemTag, document);
    }
  }

  return paragraph(lines, index, parent, document);
}

function code(lines, index, mark, parent, document) {
  const body = [];
  let next = index + 1;
  while (next < lines.length && !lines[next].trim().startsWith(mark)) {
    body.push(lines[next++]);
  }

  const frame = append(parent, 'pre', document);
  // What can be scrolled must be reachable without a mouse.
  frame.tabIndex = 0;
  append(frame, 'code', document).append(document.createTextNode(body.join('\n')));
  return next + 1;
}

function list(lines, index, pattern, parent, itemTag, document) {
  let next = index;
  for (let match = pattern.exec(lines[next]); match !== null; match = next < lines.length ? pattern.exec(lines[next]) : null) {
    inline(match[1], append(parent, itemTag, document), document);
    next++;
  }

  return next;
}

function paragraph(lines, index, parent, document) {
  const element = append(parent, 'p', document);
  let next = index;
  do {
    if (next > index) {
      append(element, 'br', document);
    }

    inline(lines[next++], element, document);
  } while (next < lines.length && lines[next].trim() !== '' && ![FENCE, HEADING, BULLET, NUMBER, QUOTE].some((pattern) => pattern.test(lines[next])));

  return next;
}

function inline(text, parent, document) {
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const isImage = match[4] !== undefined && text[match.index - 1] === '!';
    const element = isImage ? null : inlineElement(match, document);
    if (element === null) {
      continue;
    }

    parent.append(document.createTextNode(text.slice(end, match.index)), element);
    end = match.index + match[0].length;
  }

  parent.append(document.createTextNode(text.slice(end)));
}

function inlineElement([, codeText, strong, emphasis, label, address], document) {
  if (label === undefined) {
    const element = document.createElement(codeText !== undefined ? 'code' : strong !== undefined ? 'strong' : 'em');
    element.append(document.createTextNode(codeText ?? strong ?? emphasis));
    return element;
  }

  const href = safeAddress(address);
  if (href === null) {
    return null;
  }

  const link = document.createElement('a');
  link.href = href;
  link.rel = 'noopener noreferrer nofollow';
  link.target = '_blank';
  link.append(document.createTextNode(label));
  // A label can say anything; where the link leads is said beside it.
  if (label !== href && label !== address) {
    const host = document.createElement('span');
    host.className = 'host';
    host.append(document.createTextNode(` (${new URL(href).host})`));
    link.append(host);
  }

  return link;
}

/** Controls that turn the direction of text around can make an address look like another. */
function hidesItsDirection(text) {
  return /[\u0000-\u0020\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(text);
}

function append(parent, tag, document) {
  const element = document.createElement(tag);
  parent.append(element);
  return element;
}
