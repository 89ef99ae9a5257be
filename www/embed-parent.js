// For a story with `embed.html` in an iframe: gives the frame its height, brings what the reader
// goes to into sight and, where the frame's address has `deep-links`, hands the frame what the
// story's fragment says to an explorer, and takes the reader's view into the story's address.
import { MESSAGES } from "./contract.js";
import { merge } from "./fragment.js";

const PAGE = new URL("./embed.html", import.meta.url);

// More than a story is ever high, in pixels.
const HIGHEST = 1_000_000;

/** What stands in a frame. Scripts that load frames late lead them there past `src`. */
const addressIn = ({ contentWindow, src }) => {
  if (src && src !== "about:blank") return src;
  try {
    return contentWindow.location.href;
  } catch {
    return PAGE.href; // of another origin, against which whoever speaks from there is held
  }
};

// Looked up each time, because stories add and move frames as they please.
const frames = () => [...document.querySelectorAll("iframe")].filter((it) => addressIn(it).split(/[?#]/)[0] === PAGE.href);

// One frame has the story's address; two would overwrite each other.
const isLinked = (frame) => frame === frames().find((it) => /[?&]deep-links/.test(addressIn(it)));

const fragment = () => location.hash.slice(1);

/** The story's address as the public knows it: its query only as far as the story calls that canonical. */
const address = () => {
  const bare = location.origin + location.pathname;
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  return canonical?.split(/[?#]/)[0] === bare ? canonical.split("#")[0] : bare;
};

// Says nothing of the story, so it may reach whatever stands in the frame by now; whoever answers
// is held against the rules below.
const greet = () => {
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: MESSAGES.hello }, "*");
};

// Whether a link of the story's led to its address; a step through the history moves no focus, nor does what a
// script tells by an event of its own. Where a browser doesn't tell a step, it counts as a link.
let kind;
let byLink = false;
self.navigation?.addEventListener("navigate", ({ navigationType }) => {
  kind = navigationType;
});
const follow = ({ isTrusted }) => {
  byLink = isTrusted && kind !== "traverse";
  greet();
};

const answers = new Map(Object.entries({
  [MESSAGES.ready](frame, _, origin) {
    const scheme = getComputedStyle(frame).colorScheme;
    const link = isLinked(frame) && { fragment: merge("", fragment()), address: address(), link: byLink };
    // A sandboxed frame's origin is nobody's, and cannot be addressed.
    frame.contentWindow.postMessage({ type: MESSAGES.story, scheme, ...link }, origin === "null" ? "*" : origin);
  },

  [MESSAGES.height](frame, { height }) {
    if (!Number.isFinite(height) || height <= 0 || height > HIGHEST) return;
    const bottom = () => frame.getBoundingClientRect().bottom;
    const before = bottom();
    Object.assign(frame.style, { border: 0, height: `${height}px` });
    // What stands beneath a frame that has gone by stays where it is read; WebKit doesn't see to it.
    if (before < 0 && !CSS.supports("overflow-anchor:auto")) scrollBy({ top: bottom() - before, behavior: "instant" });
  },

  [MESSAGES.reveal](frame, { top, arriving }) {
    // Whoever has begun to read, or comes back, is not taken elsewhere by the link that led here.
    const came = performance.getEntriesByType("navigation")[0]?.type === "navigate" && !scrollY;
    if (!Number.isFinite(top) || (arriving && !came)) return;
    frame.style.scrollMarginTop = `${-top}px`;
    frame.scrollIntoView();
    frame.style.scrollMarginTop = "";
  },

  [MESSAGES.view](frame, { fragment: ours }) {
    if (typeof ours !== "string" || !isLinked(frame)) return;
    const merged = merge(fragment(), ours);
    try {
      history.replaceState(history.state, "", location.href.split("#")[0] + (merged && `#${merged}`));
    } catch {
      // browsers limit how often; the next one writes it all
    }
  },
}));

addEventListener("message", ({ data, origin, source }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  const { sandbox } = frame;
  if (origin !== (sandbox.length && !sandbox.contains("allow-same-origin") ? "null" : PAGE.origin)) return;
  const { type, message, value, secret } = Object(data);
  // As WordPress' own embeds say it; the secret is what the story gave the frame.
  if (message === "height" && secret && secret === frame.dataset.secret) answers.get(MESSAGES.height)(frame, { height: value });
  answers.get(type)?.(frame, data, origin);
});

// On paper a frame cannot grow any more, so it stays as wide as it was.
const hold = (isHeld) => () => {
  for (const frame of frames()) frame.style.minWidth = isHeld ? `${frame.offsetWidth}px` : "";
};

addEventListener("beforeprint", hold(true));
addEventListener("afterprint", hold(false));
addEventListener("popstate", follow);
greet();
