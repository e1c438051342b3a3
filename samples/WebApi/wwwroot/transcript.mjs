// The conversation on the page. What comes from a model is only ever put into text nodes.
import { renderMarkdown } from './markdown.mjs';

const REASONS = {
  length: 'The answer is cut off: it reached the limit of tokens.',
  content_filter: 'The answer is cut off: a content filter stopped it.',
  refusal: 'The model refused to answer.',
  other: 'The answer ended in an unusual way.',
};

export class Transcript {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  clear() {
    this.#root.replaceChildren();
  }

  addQuestion(text) {
    const article = this.#article('question', 'You');
    article.body.append(document.createTextNode(text));
    this.#scrollTo(article.element);
  }

  /** @returns {AnswerView} */
  addAnswer() {
    const article = this.#article('answer', 'Answer');
    article.element.setAttribute('aria-busy', 'true');
    return new AnswerView(article, (element) => this.#scrollTo(element));
  }

  #article(kind, title) {
    const element = document.createElement('article');
    element.className = kind;
    const heading = document.createElement('h2');
    heading.textContent = title;
    const body = document.createElement('div');
    body.className = 'body';
    // Text of people and models finds its own direction, and cannot turn around what stands beside it.
    body.dir = 'auto';
    element.append(heading, body);
    this.#root.append(element);
    return { element, body };
  }

  /** Follows the text, unless the reader has scrolled up to read. */
  #scrollTo(element) {
    const frame = this.#root;
    if (frame.scrollHeight - frame.scrollTop - frame.clientHeight < 160 || element.classList.contains('question')) {
      frame.scrollTop = frame.scrollHeight;
    }
  }
}

/** An answer that is growing. Text is gathered and shown once a frame, however fast it comes. */
class AnswerView {
  #article;
  #follow;
  #text = '';
  #waiting = '';
  #frame = 0;
  #node = document.createTextNode('');

  constructor(article, follow) {
    this.#article = article;
    this.#follow = follow;
    article.body.append(this.#node);
  }

  get text() {
    return this.#text;
  }

  append(text) {
    this.#text += text;
    this.#waiting += text;
    this.#frame ||= requestAnimationFrame(() => this.#show());
  }

  /** Shows how it ended. What had arrived stays, whatever happened. */
  end(end) {
    cancelAnimationFrame(this.#frame);
    this.#article.element.setAttribute('aria-busy', 'false');
    this.#article.element.dataset.state = end.state;
    this.#article.body.replaceChildren(renderMarkdown(this.#text, document));
    const note = noteOf(end);
    if (note !== null) {
      const element = document.createElement('p');
      element.className = 'note';
      element.textContent = note;
      this.#article.element.append(element);
    }

    this.#follow(this.#article.element);
  }

  #show() {
    this.#frame = 0;
    this.#node.appendData(this.#waiting);
    this.#waiting = '';
    this.#follow(this.#article.element);
  }
}

/** What to know about an answer beside its text; null when all is well. */
export function noteOf(end) {
  const trace = end.traceId ? ` Reference: ${end.traceId}` : '';
  switch (end.state) {
    case 'done':
      return REASONS[end.reason] ?? null;
    case 'aborted':
      return 'You stopped this answer.';
    case 'interrupted':
      return `This answer is not complete. ${end.message}${trace}`;
    default: {
      const wait = end.retryAfterSeconds ? ` Wait ${end.retryAfterSeconds} seconds.` : '';
      return `${end.message}${wait}${trace}`;
    }
  }
}
