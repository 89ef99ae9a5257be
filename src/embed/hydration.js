// Takes over a drawing that a page brought along, node by node. Yew draws as if nothing were there;
// while it does, what it creates is answered with the node that stands in that place already, and
// what differs is made anew. So the result is what Yew drew, whatever the page brought, and where
// both agree nothing moves (docs/decisions/0007).
//
// Yew makes an element, sets its attributes, puts it in its place, then does the same for its
// children from the last to the first. So the place of each node is known before it is made.

import { insert, parent } from "./nodes.js";

/** Drawings that wait for Yew, each with what is typed and ticked in it. */
const waiting = new Map();

const isTick = (field) => field.type === "checkbox";

const said = (field) => (isTick(field) ? field.checked : field.value);

/** Fields whose content somebody else tells. */
export const later = new WeakSet();

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

/** Takes a node over, or adds one; what else the page brought has no known place after that. */
const take = (node, added) => {
  next = added ? undefined : node.lastChild ?? before(node);
  own.set(node, added || !node.attributes ? undefined : new Set());
  return node;
};

/** The proxy node of one that Yew deals with. */
const proxyOf = (node) => ({
  /** The first that Yew asks for; it is asked of the drawing's root. */
  get namespaceURI() {
    if (waiting.has(node)) next = node.lastChild;
    return node.namespaceURI;
  },

  /** Yew empties the root, as long as there is something in it. */
  get lastChild() {
    return waiting.has(node) ? null : node.lastChild;
  },

  createElement: (tag) => (next?.localName === tag ? take(next) : take(node.createElement(tag), true)),

  createElementNS: (namespace, tag) => (next?.localName === tag ? take(next) : take(node.createElementNS(namespace, tag), true)),

  /** Yew keeps a copy of the first element of each kind, and copies that from then on. */
  cloneNode: () => (own.has(node) ? node.ownerDocument : proxyOf(node.ownerDocument)).createElement(node.localName),

  /** To a browser, texts side by side in the markup are one, and empty ones none. */
  createTextNode(text) {
    if (text && next?.nodeType === 3 && next.data.endsWith(text)) {
      const rest = next.length - text.length;
      return take(rest ? next.splitText(rest) : next);
    }
    const made = node.createTextNode(text);
    return text ? take(made, true) : made;
  },

  insertBefore(child, sibling) {
    if (!own.has(child)) own.set(child);
    return child.parentNode === node ? child : insert(node, child, sibling);
  },

  setAttribute(name, value) {
    own.get(node)?.add(name);
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  },

  // What the reader typed or ticked stays, and is told in the end.
  set value(value) {
    const names = own.get(node);
    if (names) names.said = value;
    else node.value = value;
  },

  set checked(checked) {
    const names = own.get(node);
    if (names) names.said = checked;
    else node.checked = checked;
  },
});

/** What Yew deals with in the place of a node. */
export const proxy = (node) => (waiting.size ? proxyOf(parent(node)) : node);

/** Yew puts a node in its place. */
export const insertBefore = (node, child, sibling) => {
  parent(node);
  return waiting.size ? proxyOf(node).insertBefore(child, sibling) : insert(node, child, sibling);
};

/**
 * Gets ready to take over what is in a drawing's root; says which parts the reader has open, by
 * their ids, or nothing where the root doesn't stand in the page yet. What is folded is drawn when it is opened, so that
 * goes, unless something was ticked in it, and so does what the style sheet hides of what is open.
 */
export const startHydration = (root) => {
  if (!root.parentNode) return;
  for (const tick of root.querySelectorAll("[type=checkbox]")) {
    if (tick.checked !== tick.defaultChecked) tick.closest("details").open = true;
  }
  for (const part of root.querySelectorAll(".card > [open] + .about, details:not([open]) > :is(.about, .card-body, .part), [id^=fold]:not([open]) > :not(summary)")) {
    part.remove();
  }
  waiting.set(root, Array.from(root.querySelectorAll("input"), (it) => (later.delete(it) ? undefined : said(it))));
  own.set(root);
  return Array.from(root.querySelectorAll("[open]"), (it) => it.id || it.parentNode.id).join(" ");
};

/** Takes out of a node what isn't Yew's. */
const sweep = (node) => {
  parent(node);
  for (const child of [...node.childNodes]) {
    const names = own.get(child);
    for (const name of names ? child.getAttributeNames() : []) {
      if (!names.has(name) && !LIVE.includes(name)) child.removeAttribute(name);
    }
    if (own.has(child)) sweep(child);
    else child.remove();
  }
};

/** Ends that: only what is Yew's stays, and what the reader typed and ticked meanwhile is told. */
export const endHydration = (root) => {
  const before = waiting.get(root);
  waiting.delete(root);
  sweep(root);
  root.querySelectorAll("input").forEach((field, at) => {
    const drawn = own.get(field)?.said ?? said(field);
    if (before[at] === undefined || before[at] === drawn) return;
    field[isTick(field) ? "checked" : "value"] = before[at];
    field.dispatchEvent(new InputEvent(isTick(field) ? "change" : "input", { bubbles: true }));
  });
  if (!waiting.size) own.clear();
};
