// The few calls to the browser that are shorter here than through bindings, and have no script of
// their own: fetching, history, focus and recovery have.
import { resume } from "./nodes.js";

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

/**
 * How many pixels of a list can be seen, where the screen is a phone's: slow to draw on, and full
 * after a few items, so nobody sees that what stands beneath them moves while the rest is drawn. A
 * frame would tell its story of a height that doesn't last.
 */
export const seen = (node) => {
  if (screen.width >= 600 || document.hidden || parent !== window) return undefined;
  return Math.max(0, innerHeight - (node.querySelector(".count")?.getBoundingClientRect().bottom ?? 0));
};

/**
 * Does something once what has been drawn has been painted, or soon where no frame comes: browsers
 * give none to a tab behind another, nor to a frame out of sight. Only once, also where the page's own
 * scripts stand for frames, and can't take one back.
 */
export const painted = (then) => {
  const once = () => {
    const it = then;
    then = undefined;
    it?.();
  };
  setTimeout(once, 250);
  requestAnimationFrame(() => setTimeout(once));
};

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
