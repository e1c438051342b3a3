// Signs in and out. The session is a cookie that scripts cannot read; what this module holds is the token that proves that a request comes from this page.

const PATH = '/api/session';

/** Thrown with what the server says to people. */
export class SignInError extends Error {}

export class Session {
  #details = null;

  /** The names of presets and the limits; null while nobody is signed in. */
  get details() {
    return this.#details;
  }

  get headers() {
    return { 'X-CSRF-Token': this.#details?.csrf ?? '' };
  }

  /** Takes up a session that the browser still has. */
  async resume() {
    const response = await fetch(PATH, { credentials: 'same-origin', cache: 'no-store' });
    this.#details = response.ok ? await response.json() : null;
    return this.#details !== null;
  }

  async signIn(key) {
    let response;
    let answer;
    try {
      response = await fetch(PATH, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key }),
        credentials: 'same-origin',
      });
      answer = await response.json();
    } catch {
      throw new SignInError('The server could not be reached.');
    }

    if (!response.ok) {
      throw new SignInError(answer.message);
    }

    this.#details = answer;
  }

  async signOut() {
    await fetch(PATH, { method: 'DELETE', headers: this.headers, credentials: 'same-origin' });
    this.#details = null;
  }
}
