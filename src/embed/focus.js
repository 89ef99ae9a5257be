// Where the reader is led, and what has the focus once what had it goes away.
import { PAGE_EVENTS } from "contract";

import { coming } from "./history.js";

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

/** What of an open card has certain words, and nothing within that has them all. */
const having = (part, words) => {
  const has = (it) => it.textContent.includes(words);
  return words && [...part.querySelectorAll(".card-body *, .plain")].find((it) => has(it) && ![...it.children].some(has));
};

/** Brings the part with an id into sight, or words in it, unless the page does that, and, for a reader who asked, puts the focus on the words, on its head, or else on itself. */
export const reveal = (node, id, words, focus) => {
  const part = node.getRootNode().getElementById(id);
  if (!part) return;
  const found = having(part, words);
  disclose(found || (node.getRootNode().host.parentElement ?? node));
  const sight = found ? found.querySelector("mark") ?? found : part;
  const asked = new CustomEvent(PAGE_EVENTS.reveal, { bubbles: true, cancelable: true, composed: true });
  if (sight.dispatchEvent(asked)) sight.scrollIntoView(found ? { block: "center" } : undefined);
  if (!focus) return;
  if (found) found.tabIndex = -1;
  const head = found || (part.querySelector("summary") ?? part);
  // From what has -1 in a shadow tree, Chromium's next Tab leads to that tree's beginning.
  if (head.tabIndex < 0 && head.hasAttribute("tabindex")) {
    head.tabIndex = 0;
    head.addEventListener("blur", () => { head.tabIndex = -1; }, { once: true });
  }
  head.focus({ preventScroll: true });
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
