// Keeps the drawing right where other programs change its nodes: a translator wraps a text in
// <font>, a highlighter splits it, a content blocker removes an element. Yew knows nothing of that: it goes on
// writing into nodes that nobody sees, and panics where it inserts before one that has gone.
//
// One observer hears of what others do; while Yew changes nodes it is off, so a step of the reader
// costs nothing more. What others changed stays, because a translation is what its reader wants to read,
// until Yew changes the same parent: then its children are first what Yew left there. Only what is missing
// from the screen, or cannot answer any more, comes back at once.

/** The roots of drawings, each with what it stands in. */
const roots = new Map();

/** By parent that others changed: its children as Yew left them, in order. */
const children = new WeakMap();

/** The parent of each of those. */
const home = new WeakMap();

/** By text that others changed: what Yew wrote. */
const written = new WeakMap();

const WATCHED = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

/** How often what is missing comes back before the module's next step, so that nobody fights us for ever. */
const MOST = 9;

let times = 0;
let depth = 0;
let watching = true;

/** The parent of ours that a node belongs to: itself, or the one that a foreign node around it stands in. */
const owner = (node) => {
  for (let at = node; at && !home.has(at); at = at.parentNode) {
    if (children.has(at.parentNode)) return at.parentNode;
  }
  return node;
};

/** Remembers a parent's children as they were before the changes that are on record. */
const remember = (parent, records) => {
  if (!parent || children.has(parent)) return;
  const list = [...parent.childNodes];
  for (const { addedNodes, removedNodes, nextSibling } of records.reverse()) {
    for (const node of addedNodes) list.splice(list.indexOf(node), 1);
    list.splice(nextSibling ? list.indexOf(nextSibling) : list.length, 0, ...removedNodes);
  }
  children.set(parent, list);
  for (const child of list) home.set(child, parent);
};

/** Makes a parent's children what Yew left there, moving as few as possible. */
const mend = (parent) => {
  const list = children.get(parent);
  if (!list) return;
  children.delete(parent);
  for (const node of [...parent.childNodes]) {
    if (!list.includes(node)) node.remove();
  }
  let next = null;
  for (const child of list.reverse()) {
    home.delete(child);
    if (written.has(child)) child.data = written.get(child);
    written.delete(child);
    if (child.parentNode !== parent || child.nextSibling !== next) parent.insertBefore(child, next);
    next = child;
  }
};

/**
 * Whether an element of a parent isn't where Yew left it, or its texts are what Yew wrote with letters
 * missing or in another order, which no translation is.
 */
const damaged = (parent) => {
  const list = children.get(parent);
  const now = [...parent.childNodes];
  const elements = list.filter((it) => it.nodeType === 1);
  const here = now.filter((it) => elements.includes(it));
  if (elements.some((it, at) => it !== here[at])) return true;
  /** What can be read of nodes, without space; an element of ours is a letter, as texts stay on their side of it. */
  const letters = (nodes, of) =>
    [...nodes.map((it) => (elements.includes(it) ? "\0" : it.nodeType === 8 ? "" : of(it))).join("").replace(/\s+/g, "")];
  const right = letters(list, (it) => written.get(it) ?? it.data);
  const left = letters(now, (it) => it.textContent);
  let at = 0;
  for (const letter of right) at += letter === left[at] ? 1 : 0;
  return at < left.length ? left.sort().join() === right.sort().join() : at < right.length;
};

/** Takes note of what others did, and brings back what is missing. */
const notice = (all) => {
  const places = [...roots.values()];
  for (const [root, place] of roots) {
    if (times <= MOST && place && root.parentNode !== place) place.append(root);
  }
  const records = all.filter(({ target }) => !places.includes(target));
  const lists = new Map();
  for (const record of records) {
    const { type, target, oldValue } = record;
    if (type === "childList") lists.set(target, [...lists.get(target) ?? [], record]);
    else if (!written.has(target)) written.set(target, oldValue);
  }
  for (const [parent, all] of lists) {
    if (owner(parent) === parent) remember(parent, all);
  }
  const parents = records.map(({ type, target }) =>
    (type === "childList" ? owner(target) : home.get(target) ?? owner(target.parentNode)));
  for (const parent of new Set(parents)) {
    remember(parent, []);
    if (times <= MOST && children.has(parent) && damaged(parent)) mend(parent);
  }
};

/** Stops listening, once what others did until now is known. */
const pause = (records = []) => {
  if (!watching) return;
  watching = false;
  const all = [...records, ...observer.takeRecords()];
  observer.disconnect();
  if (all.length) notice(all);
};

/** Listens again to what others do. */
export const resume = () => {
  if (watching) return;
  watching = true;
  for (const root of roots.keys()) {
    const place = root.parentNode;
    roots.set(root, place);
    if (place) observer.observe(place, { childList: true });
    if (root.firstChild) observer.observe(root, WATCHED);
  }
};

const observer = new MutationObserver((records) => {
  times += 1;
  pause(records);
  resume();
});

/** Listens from now on to what others do to a drawing, once it is drawn. */
export const watch = (root) => {
  pause();
  roots.set(root);
};

/** No longer listens: to one drawing, or to any, where the module has ended. */
export const unwatch = (root) => {
  pause();
  if (!root) return roots.clear();
  roots.delete(root);
  resume();
};

/** The module is called; it may call itself on the way. */
export const enter = () => {
  depth += 1;
};

/** The module is done, for now. */
export const leave = () => {
  depth -= 1;
  if (depth) return;
  times = 0;
  resume();
};

/** A node whose children Yew is about to change. */
export const parent = (node) => {
  pause();
  mend(node);
  return node;
};

/** A text that Yew is about to write. */
export const text = (node) => {
  pause();
  mend(home.get(node) ?? node.parentNode);
  written.delete(node);
  return node;
};

/** Inserts a node; where what it should stand before has gone after all, at the end. */
export const insert = (node, child, sibling) => {
  let next = sibling;
  while (next && next.parentNode !== node) next = next.parentNode;
  return node.insertBefore(child, next);
};
