// Reads server-sent events from a stream of bytes, as the HTML standard frames them: lines end with LF, CR or CRLF, wherever the network cuts them.
// EventSource itself cannot be used, since it can neither POST nor send a token.

/** Thrown when one event is larger than its reader allows. */
export class EventTooLargeError extends Error {
  constructor(limit) {
    super(`An event is larger than ${limit} characters.`);
    this.name = 'EventTooLargeError';
  }
}

/** An incremental parser: push bytes as they come; events and comments are handed out as soon as they are whole. */
export class SseParser {
  #decoder = new TextDecoder('utf-8');
  #line = '';
  #endedWithCr = false;
  #data = [];
  #size = 0;
  #type = '';
  #lastId = '';
  #onEvent;
  #onComment;
  #maxChars;

  /**
   * @param {(event: {type: string, data: string, id: string}) => void} onEvent
   * @param {{onComment?: (text: string) => void, maxChars?: number}} options
   */
  constructor(onEvent, { onComment = () => {}, maxChars = 1 << 20 } = {}) {
    this.#onEvent = onEvent;
    this.#onComment = onComment;
    this.#maxChars = maxChars;
  }

  /** @param {Uint8Array} bytes */
  push(bytes) {
    this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The body is over. An event without its blank line is not an event, and is dropped. */
  end() {
    this.#read(this.#decoder.decode());
    this.#reset();
    this.#line = '';
  }

  #read(text) {
    let start = 0;
    if (this.#endedWithCr && text.length > 0) {
      // The second half of a CRLF that was cut in two. The line itself was taken at its CR, since nothing more may come for long.
      this.#endedWithCr = false;
      start = text[0] === '\n' ? 1 : 0;
    }

    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = start;
    for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
      this.#grow(match.index - start);
      const line = this.#line + text.slice(start, match.index);
      this.#line = '';
      start = match.index + match[0].length;
      this.#endedWithCr = match[0] === '\r' && start === text.length;
      this.#take(line);
    }

    this.#grow(text.length - start);
    this.#line += text.slice(start);
  }

  #grow(chars) {
    this.#size += chars;
    if (this.#size > this.#maxChars) {
      throw new EventTooLargeError(this.#maxChars);
    }
  }

  #take(line) {
    if (line === '') {
      this.#dispatch();
      return;
    }

    const colon = line.indexOf(':');
    if (colon === 0) {
      this.#size -= line.length;
      this.#onComment(line.slice(1));
      return;
    }

    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#type = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.#lastId = value;
    }
  }

  #dispatch() {
    const event = { type: this.#type || 'message', data: this.#data.join('\n'), id: this.#lastId };
    const hasData = this.#data.length > 0;
    this.#reset();
    if (hasData) {
      this.#onEvent(event);
    }
  }

  #reset() {
    this.#data = [];
    this.#size = 0;
    this.#type = '';
  }
}
