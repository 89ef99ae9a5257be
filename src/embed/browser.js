// The few calls to the browser that are shorter here than through bindings.
import { enter, leave, resume, unwatch } from "./nodes.js";

/** Writes a line for developers. */
export const warn = (line) => console.warn(line);

/** Tells the page of an event on an element. */
export const dispatch = (host, name, detail) => {
  resume(); // who listens may change the drawing
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
};

/** The day on the reader's clock, as a date of ISO 8601. */
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

// How the loader fetches a text.
let textAt;

export const fetchBy = (it) => {
  textAt = it;
};

/** A text that may be JSON; servers answer with a page where they lack a file, and not always with 404. */
export const jsonAt = (url, text) => {
  if (/^\s*</.test(text)) throw Object.assign(Error(`${url}: the server sent an HTML page, not JSON; check where the dataset stands`), { code: "dataset" });
  return text;
};

/**
 * Fetches a file beside another, once nothing else is to be done where that is wanted, and hands
 * over its text or why it didn't come.
 */
export const fetchBeside = async (name, base, resting, done) => {
  let answer;
  try {
    const { href } = new URL(name, base);
    if (resting) await new Promise(idle);
    answer = [jsonAt(href, await textAt(href))];
  } catch ({ message }) {
    answer = [undefined, `${message}; publish the folder with all of its files`];
  }
  if (!dead) done(...answer);
};

/** What comes of a promise. */
export const after = (promise, then) => promise.then(then);

const NAME = "provision-explorer";

// How to tell a step through the page's history from a link of the page's own, with nothing of ours
// in what the page keeps there. Not every browser says it; in the others a step makes the history no
// longer than it was, and leads to an address that we left or made, unless a reload has had us
// forget those.
let kind;
self.navigation?.addEventListener("navigate", ({ navigationType }) => {
  kind = navigationType;
});
const addresses = new Set();
let entries = history.length;

/** How the reader came to the page: `navigate`, or again. */
const coming = () => performance.getEntriesByType("navigation")[0]?.type;

const isStep = () => {
  const before = entries;
  entries = history.length;
  if (kind) return kind === "traverse";
  return before === entries && (addresses.has(location.href) || coming() !== "navigate");
};

// What is heard of the page.
const heard = new Set();

/** What the glue puts off while we hear of something; done right after, because Firefox comes to it only once it has printed. */
export let soon;

/**
 * Says by name what happens to the page: `beforeprint`, `afterprint`, `popstate`, and `stepped` where
 * that was a step back or forward. Gives back how to end that.
 */
export const listen = (handler) => {
  const ending = new AbortController();
  heard.add(ending);
  for (const event of ["beforeprint", "afterprint", "popstate"]) {
    const tell = () => {
      soon = [];
      handler(event === "popstate" && isStep() ? "stepped" : event);
      for (const task of soon) task();
      soon = undefined;
    };
    addEventListener(event, tell, { signal: ending.signal });
  }
  return () => {
    ending.abort();
    heard.delete(ending);
  };
};

let told = console.error;
let dead = false;

/** Whom a panic is told to. */
export const onPanic = (handler) => {
  told = handler;
};

/** The module has panicked: nothing may call it any more, and the trap that follows is told here. */
export const panicked = (message) => {
  const tell = told;
  told = () => {};
  dead = true;
  for (const ending of heard) ending.abort();
  heard.clear();
  unwatch();
  const quiet = (event) => event.error instanceof WebAssembly.RuntimeError && event.preventDefault();
  addEventListener("error", quiet);
  setTimeout(() => removeEventListener("error", quiet));
  tell(message.split("\n\nStack")[0].replace(/\s+/g, " "));
};

// A trap, and too deep a recursion as Chromium and WebKit or as Firefox call it.
const ENDS = ["RuntimeError", "RangeError", "InternalError"];

/**
 * What the module gives, with its traps told: a panic that has no words, or has said them already.
 * What is still to come back to one that has panicked comes to nothing.
 */
export const watched = (exports) => Object.fromEntries(Object.entries(exports).map(([name, it]) => [
  name,
  typeof it !== "function" ? it : (...given) => {
    if (dead) return undefined;
    enter();
    try {
      return it(...given);
    } catch (error) {
      if (ENDS.includes(error.name)) panicked(`panicked (${error.message})`);
      throw error;
    } finally {
      leave();
    }
  },
]));

/** The page's fragment, without `#`. */
export const fragment = () => location.hash.slice(1);

/** The page's address without a fragment. */
const page = () => location.href.split("#")[0];

/** The address that readers pass on: the story's, where `www/embed.js` was told of one. */
export const story = () => document.documentElement.dataset.provisionExplorerStory ?? page();

/** Writes the page's fragment, in an entry of the history of its own or in place of the last, and says so. */
export const visit = (ours, inPlace) => {
  const address = ours ? `${page()}#${ours}` : page();
  if (address === location.href) return;
  addresses.add(location.href).add(address);
  try {
    // Each entry keeps the page's state, by which routers know their own.
    if (inPlace) history.replaceState(history.state, "", address);
    else history.pushState(history.state, "", address);
    entries = history.length;
    dispatchEvent(new CustomEvent(`${NAME}:visit`));
  } catch {
    // a sandbox that forbids history costs only the link
  }
};

/** Prints; a sandboxed frame refuses without a word. */
export const paper = () => print();

/** Copies a text, then says whether the page may. */
export const copy = async (text, done) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return done(false);
  }
  done(true);
};

/** Hands the reader a file. */
export const download = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
};

/** Opens what is folded around a node, as the browser's own search does; says whether it can be seen then. */
export const disclose = (node) => {
  for (let at = node; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    if (at.localName === "details") at.open = true;
    if (at.getAttribute("hidden") !== "until-found") continue;
    at.dispatchEvent(new Event("beforematch", { bubbles: true }));
    at.removeAttribute("hidden");
  }
  return node.checkVisibility();
};

/** Brings the part with an id into sight, unless the page does that, and, for a reader who asked, puts the focus on its head. */
export const reveal = (node, id, focus) => {
  const part = node.getRootNode().getElementById(id);
  if (!part) return;
  disclose(node.getRootNode().host.parentElement ?? node);
  const asked = new CustomEvent(`${NAME}:reveal`, { bubbles: true, cancelable: true, composed: true });
  if (part.dispatchEvent(asked)) part.scrollIntoView();
  if (focus) part.querySelector("summary")?.focus({ preventScroll: true });
};

/** Whether the reader came by a link, rather than back or again, and hasn't moved since. */
export const arrived = () => {
  return !(scrollY || /reload|back/.test(coming()));
};

/** Says, from now on, whether the reader has left everything as it is. */
export const untilInteraction = () => {
  const moving = new AbortController();
  const { signal } = moving;
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(type, () => moving.abort(), { capture: true, passive: true, signal });
  }
  return () => !signal.aborted;
};

/** Puts the focus on a part by its selector, and marks what stands in it where that is a field. */
export const settle = (node, selector) => {
  const part = node.querySelector(selector);
  part?.focus({ preventScroll: true });
  part?.select?.();
};

/**
 * How many pixels of a list can be seen, where the screen is a phone's: slow to draw on, and full
 * after a few items, so nobody sees that what stands beneath them moves while the rest is drawn. A
 * frame would tell its story of a height that doesn't last.
 */
export const seen = (node) => {
  if (screen.width >= 600 || document.hidden || parent !== window) return undefined;
  return Math.max(0, innerHeight - (node.querySelector(".count")?.getBoundingClientRect().bottom ?? 0));
};

/** Does something once what has been drawn has been painted. */
export const painted = (then) => requestAnimationFrame(() => setTimeout(then));

/**
 * Does something again and again while the page has nothing else to do, until that says no. A page
 * that never rests doesn't keep it from being done.
 */
export const idle = (task) => {
  const turn = (deadline) => {
    let more = task();
    while (more && deadline?.timeRemaining() > 25) more = task();
    if (more) idle(task);
  };
  if (globalThis.requestIdleCallback) requestIdleCallback(turn, { timeout: 2000 });
  else setTimeout(turn, 99);
};

/** The items of long lists. */
const items = (node) => node.querySelectorAll(".card, .organisation, .group, tbody > tr:not(.behind)");

/** Gets ready for a longer list; gives back how to put the focus on what is new next to what was there. */
export const lengthen = (node, earlier) => {
  const had = new Set(items(node));
  return () => {
    const now = [...items(node)];
    const first = now.findIndex((it) => had.has(it));
    const before = now[first - 1];
    const next = earlier ? before : now.find((it, at) => at > first && !had.has(it)) ?? before;
    next?.querySelector("summary, button")?.focus({ preventScroll: next !== before });
  };
};

/** Gets ready for the button that has the focus to go; gives back how to put it on what it stood in. */
export const beside = (node) => {
  const within = node.getRootNode().activeElement?.closest(".card, .behind");
  return () => {
    const cell = within?.previousElementSibling?.querySelector("[aria-expanded=true]");
    const next = within?.querySelector("summary") ?? cell ?? node.querySelector("[role=status]");
    next?.focus({ preventScroll: true });
  };
};

/**
 * Opens what is folded, for paper; gives back how to fold it again. A card that isn't open by now has
 * nothing in it yet.
 */
export const unfold = (node) => {
  const folded = [...node.querySelectorAll("details:not([open], .card > *)")];
  for (const details of folded) details.open = true;
  return () => {
    for (const details of folded) details.open = false;
  };
};
