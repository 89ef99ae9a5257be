// What the configurator asks of the browser.

const KEPT = "provision-explorer-draft";
const preview = () => document.getElementById("preview-frame")?.contentWindow;

/** The day on this device's clock, as a date of ISO 8601. */
export const today = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
};

/** Copies a text, with the same as markup where there is one, then says whether the browser let it. */
export const copy = (text, html, done) => {
  const write = () => {
    if (html === undefined) return navigator.clipboard.writeText(text);
    const blob = (content, type) => new Blob([content], { type });
    const both = { "text/html": blob(html, "text/html"), "text/plain": blob(text, "text/plain") };
    return navigator.clipboard.write([new ClipboardItem(both)]);
  };
  // Where a page isn't served safely there is no clipboard at all.
  Promise.resolve().then(write).then(() => done(true), () => done(false));
};

/** This page's address without a fragment. */
export const address = () => location.href.split("#", 1)[0];

/** Hands over a file, made of a text or of bytes. */
export const download = (name, type, content) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Keeps a text on this device, or forgets it where there is none; says whether the browser let it. */
export const keep = (text) => {
  try {
    if (text === undefined) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, text);
    return true;
  } catch {
    return false;
  }
};

/** What was kept at an earlier visit. */
export const kept = () => {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Takes the draft out of the page's address, so that a later reload doesn't undo what came after. */
export const shared = () => {
  const draft = new URLSearchParams(location.hash.slice(1)).get("draft") ?? undefined;
  if (draft !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return draft;
};

/** Reads files: their names and bytes, in pairs. */
export const readFiles = async (files, done) => {
  const read = async (file) => [file.name, new Uint8Array(await file.arrayBuffer())];
  let answer;
  try {
    answer = [await Promise.all(Array.from(files, read))];
  } catch (error) {
    answer = [[], String(error.message)];
  }
  done(...answer);
};

/** Reads texts of this site: an address of the page, or files that stand beside that address. */
export const readAddresses = async (address, names, done) => {
  const base = new URL(address, location.href);
  const read = async (name) => {
    const answer = await fetch(name === address ? base : new URL(name, base));
    if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
    return answer.text();
  };
  let answer;
  try {
    answer = [await Promise.all(names.map(read))];
  } catch (error) {
    // What keeps a page from asking is a TypeError, and says nothing to anyone.
    answer = [[], error instanceof TypeError ? "it can’t be reached from here; a page may ask only its own site" : error.message];
  }
  done(...answer);
};

let waiting;

/** Calls back when nothing has happened for a while; only the last call counts. */
export const later = (milliseconds, done) => {
  clearTimeout(waiting);
  waiting = setTimeout(done, milliseconds);
};

/** Calls back when what was drawn is on the screen; where the page isn't seen, soon. */
export const oncePainted = (done) => {
  if (document.hidden) setTimeout(done);
  else requestAnimationFrame(() => setTimeout(done));
};

/** Brings a part of the page into sight and focus. */
export const go = (id) => {
  const part = document.getElementById(id);
  if (!part) return;
  for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  part.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
  part.focus({ preventScroll: true });
  // As after Tab, so that one may write over it.
  if (part instanceof HTMLInputElement) part.select();
};

/** Brings the part into sight and focus that the page's address names. */
export const arrive = () => go(location.hash.slice(1));

/** Tells the preview what to show. */
export const tell = (message) => {
  preview()?.postMessage({ type: "provision-explorer:draft", ...JSON.parse(message) }, location.origin);
};

/** Hears what the preview says: that it is there, or what it found. */
export const hear = (handler) => {
  addEventListener("message", ({ data, source, origin }) => {
    if (source !== preview() || origin !== location.origin) return;
    if (data?.type === "provision-explorer:preview") handler(Boolean(data.isNew), Boolean(data.overflows));
  });
};

/** Undo and redo by keyboard, but where a field has its own. */
export const onUndo = (handler) => {
  addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const ours = (event.ctrlKey || event.metaKey) && !event.altKey && (key === "z" || key === "y");
    if (!ours || event.target.closest("textarea, input:is([type=text], [type=search], [type=number])")) return;
    event.preventDefault();
    handler(key === "z" && !event.shiftKey);
  });
};

let isEscapeAwaited = false;

/** Whether there is something that Escape stops. */
export const awaitEscape = (isAwaited) => {
  isEscapeAwaited = isAwaited;
};

/** Whether Escape has a meaning of its own there: it empties a search, or closes a list, a picker or a dialog. */
const hasEscape = (target) =>
  Boolean(target.closest("select, input[type=color], dialog[open]")) || (target.matches("input[type=search]") && target.value !== "");

/** Hears Escape where it is awaited, unless something nearer takes it: that, an input method, or whoever prevents what it does. */
export const onEscape = (handler) => {
  addEventListener("keydown", (event) => {
    const isOurs = isEscapeAwaited && event.key === "Escape" && !event.isComposing && event.keyCode !== 229;
    if (isOurs && !event.defaultPrevented && !hasEscape(event.target)) handler();
  });
};

let unsaved = false;

/** Whether to ask before the page goes. */
export const guard = (isUnsaved) => {
  unsaved = isUnsaved;
};

addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

/** Hears of links with a draft that are followed while the page is there. */
export const onLink = (handler) => addEventListener("hashchange", () => handler());

/** Where a mouse's selection begins and ends: for each, where its paragraph begins, and how far from there. */
export const selected = (id) => {
  const text = document.getElementById(id);
  const selection = getSelection();
  if (!text || !selection?.rangeCount) return [];
  const range = selection.getRangeAt(0);
  if (range.collapsed || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return [];
  const ends = [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ];
  return ends.flatMap(([node, offset]) => {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!paragraph) return [];
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return [Number(paragraph.dataset.at), before.toString().length];
  });
};

const GIVEN = "provision-explorer:dataset";

// Configurator or desk, whichever this page isn't: the one that handed a dataset over, or that has asked
// for one; and where it was then.
let partner;
let place;
const meet = (page) => {
  partner = page;
  place = page.location.pathname;
};

/** Whether the other page is there and hasn't gone elsewhere. */
const isThere = () => {
  try {
    return Boolean(partner) && !partner.closed && partner.location.pathname === place;
  } catch {
    return false; // it is at another site now
  }
};

/** Takes a dataset from the other page. */
export const onGiven = (handler) => {
  addEventListener("message", ({ data, source, origin }) => {
    if (!source || (source !== opener && source !== partner) || origin !== location.origin) return;
    if (data?.type !== GIVEN || typeof data.json !== "string") return;
    meet(source);
    handler(data.json);
  });
  opener?.postMessage({ type: `${GIVEN}?` }, location.origin);
};

/**
 * Hands a dataset to the other page: where it is there, to it, else to one that is opened and asks for it.
 * Then says that it went, or that no page could be opened.
 */
export const give = (address, json, done) => {
  if (isThere()) {
    partner.postMessage({ type: GIVEN, json }, location.origin);
    // A page is brought to the front by its name alone.
    partner.name ||= "provision-explorer-partner";
    open("", partner.name)?.focus();
    done(true);
    return;
  }
  const other = open(address);
  if (!other) {
    done(false);
    return;
  }
  const answer = ({ data, source, origin }) => {
    if (source !== other || origin !== location.origin || data?.type !== `${GIVEN}?`) return;
    removeEventListener("message", answer);
    meet(other);
    other.postMessage({ type: GIVEN, json }, location.origin);
    done(true);
  };
  addEventListener("message", answer);
};

// Where the focus was last, and what is around it.
let focused;
addEventListener("focusin", ({ target }) => {
  focused = { target, item: target.closest("li"), part: target.closest("section") };
});
addEventListener("pointerdown", () => {
  focused = undefined;
}, true);

/** Shows in every list what is chosen: where somebody has chosen once, markup alone does so no longer. */
export const showChoices = () => {
  for (const option of document.querySelectorAll("option[selected]")) {
    if (!option.selected) option.selected = true;
  }
};

/** Puts the focus back where drawing took it away: on the same button, one beside it, or the part. */
export const refocus = () => {
  const able = (it) => it?.isConnected && !it.disabled;
  // A button that can't be pressed any more keeps the focus until the next frame takes it away.
  const isLost = document.activeElement === document.body || document.activeElement?.disabled;
  if (!focused || !isLost) return;
  const { target, item, part } = focused;
  const beside = () => (item?.isConnected ? item.querySelector("button:enabled") : undefined);
  (able(target) ? target : (beside() ?? part))?.focus({ preventScroll: true });
};

// A file that is dropped beside its place would take this page's.
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}

// Links in the page without script lead nowhere else, since there is no going back from there.
const stay = (event) => {
  const link = event.composedPath()[0].closest?.("a");
  if (!link) return;
  event.preventDefault();
  const fragment = link.getAttribute("href");
  if (fragment?.startsWith("#")) link.getRootNode().getElementById(fragment.slice(1))?.scrollIntoView();
};

const SVG = "http://www.w3.org/2000/svg";

/** A node of a name within another: in the name space of drawings where that one is. */
const element = (page, parent, name) => {
  const isDrawing = name === "svg" || parent.namespaceURI === SVG;
  return isDrawing ? page.createElementNS(SVG, name) : page.createElement(name);
};

/** Opens a node; a template with a shadow root becomes that root, as it does where a page is parsed. */
const opened = (page, parent, name, attributes) => {
  if (name === "template" && attributes.shadowrootmode) return parent.attachShadow({ mode: "open" });
  const node = element(page, parent, name);
  for (const [key, value] of Object.entries(attributes)) {
    // What would run does not stand in a snippet, and shall not from anywhere else.
    if (!key.startsWith("on")) node.setAttribute(key, value);
  }
  parent.append(node);
  return node;
};

/** Draws nodes into a frame, which are opened, closed or words. */
export const drawNodes = (id, lang, nodes) => {
  const page = document.getElementById(id)?.contentDocument;
  if (!page?.body) return;
  page.documentElement.lang = lang;
  page.title = "Without script";
  page.body.replaceChildren();
  const open = [page.body];
  for (const node of JSON.parse(nodes)) {
    if (Array.isArray(node)) open.push(opened(page, open.at(-1), ...node));
    else if (node !== 0) open.at(-1).append(node);
    else if (open.length > 1) open.pop();
  }
  page.body.onclick = stay;
};
