// Mounting: one style sheet a document, one shadow root an element, and the nodes that are drawn into.
import { later, mount, unwatch } from "glue";
import styles from "styles";

import { ATTRIBUTES, OPTIONS_SCRIPT } from "./contract.js";
import { follow, walk } from "./grid.js";
import { markFilling } from "./filling.js";
import { CONTENT } from "./status.js";
import { arrive, goBack, leave as leaveColumn, walkColumns } from "./walk.js";

// A constructed sheet cannot be adopted by another document, such as a frame's.
const sheets = new WeakMap();

const sheetOf = (page) => {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(page, sheet);
  }
  return sheet;
};

// A page that ignores its shortcuts "while typing in a field" sees our element instead of the
// field, because events are retargeted; so what is typed ends here.
const keepTyping = (event) => {
  if (event.target.matches("input, textarea")) event.stopPropagation();
};

/** The element that something is done for. */
export let busy;

// Where a button of the mouse went down.
let downAt;

const touch = (event) => {
  const { currentTarget, target, type, clientX } = event;
  busy = currentTarget.getRootNode().host;
  if (type === "pointerdown") downAt = clientX;
  // Who drags over the words of a head to select them doesn't want to open it.
  const dragged = event.pointerType === "mouse" && Math.abs(clientX - downAt) > 3;
  if (dragged && type === "click" && target.closest("summary") && getSelection().type === "Range") {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // Safari leaves the focus where it was, and where a button goes away its place is then unknown. What
  // is done again for a reader leaves it where that is by now.
  if (type === "click" && event.isTrusted) target.closest("button")?.focus({ preventScroll: true });
};

// A card that others open (all at once, or whatever saves pages) is drawn as by a tap.
const fill = ({ target }) => {
  if (target.open && target.matches(".card > details") && target.children.length === 1) target.firstElementChild.click();
};

// Nodes that were drawn into, of elements that have gone; see `src/embed/mount_pool.rs`.
const mountPool = [];

const nodeFor = (page, brought) => {
  const at = mountPool.findIndex((it) => it.ownerDocument === page);
  if (at >= 0 && !brought) return mountPool.splice(at, 1)[0];
  const node = brought ?? page.createElement("div");
  node.className = "root";
  node.setAttribute("part", "root");
  for (const type of ["keydown", "keypress", "keyup"]) node.addEventListener(type, keepTyping);
  node.addEventListener("keydown", walkColumns);
  node.addEventListener("keydown", goBack);
  node.addEventListener("click", leaveColumn, true);
  node.addEventListener("focusin", arrive);
  for (const type of ["pointerdown", "click", "input", "change"]) node.addEventListener(type, touch, true);
  node.addEventListener("toggle", fill, true);
  node.addEventListener("keydown", walk);
  node.addEventListener("focusin", follow);
  markFilling(node);
  return node;
};

/** What a page sets on an element: its attributes, the property, and the options that it holds as a child. */
const layersOf = (host, property, open) => {
  const set = ATTRIBUTES.filter((name) => host.hasAttribute(name)).map((name) => [name, host.getAttribute(name)]);
  const child = host.querySelector(OPTIONS_SCRIPT)?.textContent;
  if (open) set.push(["open", open]);
  return JSON.stringify({ attributes: Object.fromEntries(set), property: JSON.stringify(property), child });
};

// What is drawn, by element.
const attached = new Map();

/**
 * Draws an explorer into an element, or the card of the provision to `open`. The shadow root hides
 * the element's own content, so it is made only here, where there is something to show in its place;
 * one that the page brought along with a drawing in it is taken over as it stands, but for the fields
 * of which somebody else tells.
 */
export const attach = (host, dataset, catalogue, property, open, fields = []) => {
  busy = host;
  for (const field of fields) later.add(field);
  const sheet = sheetOf(host.ownerDocument);
  const brought = host.shadowRoot?.querySelector(".root");
  const node = nodeFor(host.ownerDocument, brought);
  for (const [other, it] of attached) if (!other.isConnected) it.yieldAddress();
  const handle = mount(host, node, dataset, catalogue, layersOf(host, property, open), Boolean(open));
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.querySelector("link")?.remove();
  // A card stands beside the mention; an explorer has the shadow root to itself.
  if (!brought) root[open ? "append" : "replaceChildren"](node);
  attached.set(host, handle);
  handle.again = () => handle.configure(catalogue, layersOf(host, property, open));
  handle.change = (...now) => {
    [catalogue, property] = now;
    handle.again();
  };
  handle.release = () => {
    attached.delete(host);
    handle.unmount();
    unwatch(node);
    node.remove();
    mountPool.push(node);
    // What was refused the page's address may have it now.
    for (const [other, it] of attached) if (other.isConnected) it.again();
  };
  return handle;
};

/** Leaves a drawing as it stands, for another module to take over; what failed gives way. */
export const leave = (host, failed) => {
  const root = host.shadowRoot;
  const drawn = root.querySelector(".root");
  drawn?.replaceWith(drawn.cloneNode(true));
  if (failed && host.querySelector(CONTENT)) root.replaceChildren(document.createElement("slot"));
};
