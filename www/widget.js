// Joins the module to the page: one style sheet a document, one shadow root an element, and cards
// beside mentions. The loader fetches this file, and leaves to it all that needs the module;
// everything that can be seen is drawn by the module.
import { Law, Words, disclose, fetchBy, jsonAt, mount, onPanic, start as run, unwatch } from "glue";
import styles from "styles";

import { ATTRIBUTES, OPTIONS_SCRIPT } from "./contract.js";

const failure = (code, message) => Object.assign(Error(message), { code });

const REMEDY = "check the `dataset` attribute, and that the server sends Access-Control-Allow-Origin";

/** A law from its text, or from an error in its place. */
export const lawFrom = async (text, url) => {
  if (text instanceof Error) throw failure("dataset", `${text.message}; ${REMEDY}`);
  const law = new Law(jsonAt(url, text), url);
  await new Promise(setTimeout); // the page may answer its reader before this draws
  return law;
};

const COMPLETE = "deploy the folder with all of its files";

/** A language's words from its file, or English where there is none, or an error or another file. */
export const wordsFrom = (lang, file, name, tell) => {
  const right = file?.startsWith?.(`${lang}\n`) && file.endsWith(`\n${lang}`);
  const why = file?.message ?? `${name} is not what was built`;
  if (file !== undefined && !right) tell(failure("module", `${why}; ${COMPLETE}`));
  return new Words(right ? file : undefined);
};

/** What the module must be, for pages that ask. */
export const integrity = WASM_INTEGRITY;

const CSP = "the page's Content-Security-Policy refuses WebAssembly; add 'wasm-unsafe-eval' to its script-src";

/**
 * Compiles the module from its response, while it arrives where the server says what it is. Where it
 * panics, that is told with the element that it did something for.
 */
export const start = async (response, url, panicked, textAt) => {
  fetchBy(textAt);
  if (!self.WebAssembly) throw failure("module", "this browser has no WebAssembly");
  onPanic((message) => panicked(message, busy));
  const type = response.headers.get("Content-Type");
  const right = type === "application/wasm";
  try {
    run(await (right ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())));
  } catch ({ message }) {
    const refused = /content security policy|blocked by csp|unsafe-eval/i.test(message);
    const told = refused ? CSP : `${url} cannot be compiled (${message}); deploy it again, unchanged`;
    throw failure("module", told);
  }
  if (!right) console.warn(`provision-explorer: the module is served as ${type}; send it with Content-Type: application/wasm`);
  await new Promise(setTimeout); // the page may answer its reader before a dataset is read
};

// What an element holds that readers see.
const CONTENT = ":scope > :not(script, template)";

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

// The element that something is done for.
let busy;

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
  // Safari leaves the focus where it was, and where a button goes away its place is then unknown.
  if (type === "click") target.closest("button")?.focus({ preventScroll: true });
};

// A card that others open (all at once, or whatever saves pages) is drawn as by a tap.
const fill = ({ target }) => {
  if (target.open && target.matches(".card > details") && target.children.length === 1) target.firstElementChild.click();
};

// Nodes that were drawn into, of elements that have gone; see `src/embed/mount_pool.rs`.
const spare = [];

const nodeFor = (page, brought) => {
  const at = spare.findIndex((it) => it.ownerDocument === page);
  if (at >= 0 && !brought) return spare.splice(at, 1)[0];
  const node = brought ?? page.createElement("div");
  node.className = "root";
  node.setAttribute("part", "root");
  for (const type of ["keydown", "keypress", "keyup"]) node.addEventListener(type, keepTyping);
  for (const type of ["pointerdown", "click", "input", "change"]) node.addEventListener(type, touch, true);
  node.addEventListener("toggle", fill, true);
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
 * one that the page brought along with a drawing in it is taken over as it stands.
 */
export const attach = (host, law, words, property, open) => {
  busy = host;
  const sheet = sheetOf(host.ownerDocument);
  const brought = host.shadowRoot?.querySelector(".root");
  const node = nodeFor(host.ownerDocument, brought);
  for (const [other, it] of attached) if (!other.isConnected) it.yieldAddress();
  const handle = mount(host, node, law, words, layersOf(host, property, open), Boolean(open));
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.querySelector("link")?.remove();
  // A card stands beside the mention; an explorer has the shadow root to itself.
  if (!brought) root[open ? "append" : "replaceChildren"](node);
  attached.set(host, handle);
  handle.again = () => handle.configure(words, layersOf(host, property, open));
  handle.change = (...now) => {
    [words, property] = now;
    handle.again();
  };
  handle.release = () => {
    attached.delete(host);
    handle.unmount();
    unwatch(node);
    node.remove();
    spare.push(node);
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

// The cards of mentions, open or on their way: what closes each, once it is open.
const cards = new WeakMap();

const open = async (host, mention, to, { drawing, load, tell, lawOf, wordsOf }) => {
  const law = await lawOf(host);
  if (!law.tell(host)) return;
  const has = await law.has(to);
  if (has === undefined) throw failure("dataset", `provision-ref to="${to}": a part of the dataset is missing; publish the folder with all of its files`);
  if (!has) throw failure("options", `provision-ref to="${to}": the dataset has no such provision`);
  const words = await wordsOf(host);
  const { attach } = await load(); // not always this one: it may have panicked meanwhile
  if (!host.isConnected) return;
  // Only a button opens something; a link that is wrapped leads somewhere.
  const expanded = (whether) => {
    if (mention.role) mention.ariaExpanded = whether;
  };
  const ending = new AbortController();
  let handle;
  /** Closes the card; with an answer why, the module has panicked and takes nothing back. */
  const close = (error) => {
    if (ending.signal.aborted) return;
    ending.abort();
    drawing.delete(host);
    cards.delete(host);
    const node = host.shadowRoot.querySelector(".root");
    const held = node?.contains(host.shadowRoot.activeElement);
    if (error === undefined) handle?.release();
    else node?.remove();
    expanded("false");
    if (held) mention.focus();
    if (error) tell(host, error);
  };
  drawing.set(host, close);
  host.addEventListener("provision-explorer:select", ({ target, detail }) => {
    if (target === host && !detail.open) queueMicrotask(close); // the module is still busy telling
  }, { signal: ending.signal });
  handle = attach(host, law, words, undefined, to);
  expanded("true");
  return close;
};

/**
 * Goes to what a mention names: in the first explorer of the page that has it, or else in a card in
 * place, which the next tap closes. Says whether that led anywhere.
 */
export const follow = async (host, mention, loader) => {
  if (cards.has(host)) {
    if (!loader.drawing.has(host)) return true; // it is on its way
    return (await cards.get(host))?.() ?? true;
  }
  const to = host.getAttribute("to") ?? host.textContent;
  for (const explorer of document.querySelectorAll("provision-explorer")) {
    const other = host.hasAttribute("dataset")
      && host.getAttribute("dataset") !== explorer.getAttribute("dataset");
    // One in a hidden tab is nowhere to lead to.
    if (!other && disclose(explorer.parentElement ?? explorer) && (await explorer.select?.(to, { focus: true }))) return true;
  }
  // A second tap while the first is on its way finds it there.
  if (!cards.has(host)) {
    cards.set(host, open(host, mention, to, loader).catch((error) => loader.tell(host, error)));
  }
  const close = await cards.get(host);
  if (!close) cards.delete(host);
  return Boolean(close);
};
