// The page's history and address, and what the module hears of the page.
import { PAGE_EVENTS } from "contract";

import { whileAlive } from "./recovery.js";

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
export const coming = () => performance.getEntriesByType("navigation")[0]?.type;

const isStep = () => {
  const before = entries;
  entries = history.length;
  if (kind) return kind === "traverse";
  return before === entries && (addresses.has(location.href) || coming() !== "navigate");
};

/** What the glue puts off while we hear of something; done right after, because Firefox comes to it only once it has printed. */
export let microtasks;

/** Where the reader was when the page went to paper, which is folded otherwise and moves what is in sight. */
let sight;
let isOnPaper = false;

const keepSight = (event) => {
  if (event === "focus") return;
  if (event === "beforeprint" && !isOnPaper) sight = scrollY;
  isOnPaper = event === "beforeprint";
};

/** What changed the address: a `step` through the history, a `script` that says so itself, or a `link`. */
const changedBy = ({ isTrusted }) => {
  const from = isStep() ? "step" : "link"; // asked each time, because it counts the entries
  return isTrusted ? from : "script";
};

/**
 * Says by name what happens to the page: `beforeprint`, `afterprint`, `focus`, and, where its address changed,
 * what changed it. Gives back how to end that.
 */
export const listen = (handler) => {
  const { end, signal } = whileAlive();
  for (const event of ["beforeprint", "afterprint", "focus", "popstate"]) {
    const tell = (sent) => {
      keepSight(event);
      microtasks = [];
      handler(event === "popstate" ? changedBy(sent) : event);
      for (const task of microtasks) task();
      microtasks = undefined;
      if (event === "afterprint") scrollTo({ top: sight, behavior: "instant" });
    };
    addEventListener(event, tell, { signal });
  }
  return end;
};

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
    dispatchEvent(new CustomEvent(PAGE_EVENTS.visit));
  } catch {
    // a sandbox that forbids history costs only the link
  }
};
