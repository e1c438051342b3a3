// As much of a document as the renderer uses. It has no way to make an element out of text.
class Node {
  constructor(tag, text = '') {
    this.tag = tag;
    this.text = text;
    this.children = [];
  }

  append(...nodes) { this.children.push(...nodes); }

  get textContent() { return this.text + this.children.map((child) => child.textContent).join(''); }

  /** All elements below, as their tags. */
  get tags() { return this.children.flatMap((child) => (child.tag ? [child.tag, ...child.tags] : [])); }

  find(tag) { return this.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.find(tag)]); }
}

export const document = {
  createElement: (tag) => new Node(tag),
  createTextNode: (text) => new Node('', text),
  createDocumentFragment: () => new Node(''),
};
