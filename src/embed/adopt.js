// Takes over a drawing that a page brought along, node by node. Yew draws as if nothing were there;
// while it does, what it creates is answered with the node that stands in that place already, and
// what differs is made anew. So the result is what Yew drew, whatever the page brought, and where
// both agree nothing moves (docs/decisions/0007).
//
// Yew makes an element, sets its attributes, puts it in its place, then does the same for its
// children from the last to the first. So the place of each node is known before it is made.

/** Drawings that wait for Yew. */
const waiting = new Set();

/** What belongs to the drawings; those that were there, with the attributes that Yew set. */
const own = new Map();

/** The node that the next of Yew's should be. */
let next;

/** What a reader changes without us. */
const LIVE = ["open", "value", "checked"];

/** The last node before another, or before what is around it. */
const before = (node) => {
  for (let at = node; at && !waiting.has(at); at = at.parentNode) {
    if (at.previousSibling) return at.previousSibling;
  }
};

const take = (node) => {
  next = node.lastChild ?? before(node);
  own.set(node, node.attributes && new Set());
  return node;
};

/** Something that isn't there; so whatever else the page brought has no known place any more. */
const made = (node) => {
  next = undefined;
  own.set(node);
  return node;
};

/** Stands before a node that Yew deals with. */
class Seam {
  constructor(node) {
    this.node = node;
  }

  /** The first that Yew asks for; it is asked of the drawing's root. */
  get namespaceURI() {
    if (waiting.has(this.node)) next = this.node.lastChild;
    return this.node.namespaceURI;
  }

  /** Yew empties the root, as long as there is something in it. */
  get lastChild() {
    return waiting.has(this.node) ? null : this.node.lastChild;
  }

  createElement(tag) {
    return next?.localName === tag ? take(next) : made(this.node.createElement(tag));
  }

  createElementNS(namespace, tag) {
    return next?.localName === tag ? take(next) : made(this.node.createElementNS(namespace, tag));
  }

  /** Yew keeps a copy of the first element of each kind, and copies that from then on. */
  cloneNode() {
    const { localName, ownerDocument } = this.node;
    return own.has(this.node) ? ownerDocument.createElement(localName) : new Seam(ownerDocument).createElement(localName);
  }

  /** To a browser, texts side by side in the markup are one, and empty ones none. */
  createTextNode(text) {
    const rest = next?.nodeType === 3 && next.data.endsWith(text) ? next.length - text.length : -1;
    if (!text || rest < 0) return text ? made(this.node.createTextNode(text)) : this.node.createTextNode(text);
    return take(rest ? next.splitText(rest) : next);
  }

  insertBefore(node, sibling) {
    if (!own.has(node)) own.set(node);
    return node.parentNode === this.node ? node : this.node.insertBefore(node, sibling);
  }

  setAttribute(name, value) {
    own.get(this.node)?.add(name);
    if (this.node.getAttribute(name) !== value) this.node.setAttribute(name, value);
  }

  // What the reader typed or ticked is told in the end.
  set value(value) {
    if (!own.get(this.node)) this.node.value = value;
  }

  set checked(checked) {
    if (!own.get(this.node)) this.node.checked = checked;
  }
}

/** What Yew deals with in the place of a node. */
export const via = (node) => (waiting.size ? new Seam(node) : node);

/**
 * Gets ready to take over what is in a drawing's root; says which parts the reader has open, by
 * their ids, or nothing where the root doesn't stand in the page yet. What is folded is drawn when it is opened, so that
 * goes, and so does what the style sheet hides of what is open.
 */
export const adopt = (root) => {
  if (!root.parentNode) return;
  waiting.add(root);
  own.set(root);
  for (const part of root.querySelectorAll(".card > [open] + .about, details:not([open]) > :is(.about, .card-body, .part)")) {
    part.remove();
  }
  return Array.from(root.querySelectorAll("[id] > [open]"), (it) => it.parentNode.id).join(" ");
};

/** Ends that: only what is Yew's stays, and what the reader typed and ticked meanwhile is told. */
export const adopted = (root) => {
  waiting.delete(root);
  if (!waiting.size) {
    for (const [node, names] of own) {
      for (const child of [...node.childNodes]) own.has(child) || child.remove();
      if (names) for (const name of node.getAttributeNames()) names.has(name) || LIVE.includes(name) || node.removeAttribute(name);
    }
    own.clear();
  }
  for (const field of root.querySelectorAll("input")) {
    const ticked = field.type === "checkbox";
    if (ticked ? field.checked !== field.defaultChecked : field.value !== field.defaultValue) {
      field.dispatchEvent(new InputEvent(ticked ? "change" : "input", { bubbles: true }));
    }
  }
};
