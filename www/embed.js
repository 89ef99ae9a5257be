// The page for iframes, `embed.html`: makes one explorer of what the page's address says, and speaks
// with the page around it. What it tells goes to its parent alone, and what it hears counts only
// from there. Whoever writes a link writes this page's address, so nothing in it is believed that
// would be said in the newsroom's name (docs/security.md).
import { holdTo } from "./provision-explorer.js";
import { ACCENTS, ACCENT_PROPERTY, ATTRIBUTES, EVENTS, MESSAGES, PAGE_EVENTS, PARTS, TAG } from "./contract.js";
import { refused } from "./failing.js";
import { ELSEWHERE } from "./fetching.js";
import { merge } from "./fragment.js";
import { isLinked, languageOf, textOf } from "./options.js";
import { confine } from "./policy.js";

const root = document.documentElement;
const framed = parent !== self;
// How long the story's fragment is waited for where one may come, in milliseconds.
const PATIENCE = 500;
// What pym.js adds to the address of every frame.
const PYM = ["initialWidth", "childId", "parentTitle", "parentUrl"];
// What puts words or weight under the newsroom's name; taken only where a page around this one says so.
const EDITORIAL = ["dek", "heading", "highlight", "notes", "only"];

confine(location.origin, new URL(import.meta.url).origin);
holdTo(location.origin);

const explorer = document.createElement(TAG);
const query = new URLSearchParams(location.search);
const pym = framed && query.get("childId");
// What WordPress adds to the address of every embed, and wants back.
const [, secret] = /[#?&]secret=(\w{10,})/.exec(location.hash) ?? [];

const warn = (line) => console.warn(`${TAG}: ${line}`);
const fragment = () => location.hash.slice(1);

/** Takes an entry out of a map. */
const take = (map, name) => {
  const value = map.get(name);
  map.delete(name);
  return value;
};

const isColour = (value) => value === undefined || /^#[0-9a-f]{6}$/i.test(value);

/**
 * Nothing but a colour gets from the address into a style. A frame hears nothing of the story's style
 * sheet, and the widget nothing of these parameters.
 */
const colour = (light, dark = light) => {
  if (!isColour(light) || !isColour(dark)) return warn("accent in the address: not a colour such as #0b5487");
  if (light) explorer.style.setProperty(ACCENT_PROPERTY, `light-dark(${light}, ${dark})`);
};

/** The JSON among the options, as a map, because an object takes some names for its own. */
const optionsIn = (json) => {
  try {
    const options = JSON.parse(json || "{}");
    if (Object.prototype.toString.call(options) === "[object Object]") return new Map(Object.entries(options));
    warn("options in the address: not an object with options by name");
  } catch (error) {
    warn(`options in the address: not JSON (${error.message})`);
  }
  return new Map();
};

/** What the query says by name, and the fragment where that doesn't; of two of a name the first. */
const addressed = () => {
  const given = new Map([...query].reverse());
  const linked = given.has("deep-links"); // then `view` in the fragment is the reader's
  for (const [name, value] of new URLSearchParams(fragment())) {
    const known = [...ATTRIBUTES, ...ACCENTS, "options"].includes(name);
    if (known && !(linked && name === "view") && name !== "deep-links" && !given.has(name)) given.set(name, value);
  }
  return given;
};

/** Attributes by name, and all else as options, among which the explorer tells what it doesn't know. */
const readAddress = () => {
  const given = addressed();
  colour(...ACCENTS.map((name) => take(given, name)));
  const options = optionsIn(take(given, "options"));
  for (const [name, value] of given) {
    if (ATTRIBUTES.includes(name)) explorer.setAttribute(name, value);
    else if (!PYM.includes(name)) options.set(name, value);
  }
  if (!framed) dropEditorial(options);
  explorer.options = Object.fromEntries(options);
};

/** Opened by itself, this page says nothing that only its address says. */
const dropEditorial = (options) => {
  const dropped = EDITORIAL.filter((name) => explorer.hasAttribute(name) || options.has(name));
  if (!dropped.length) return;
  for (const name of dropped) {
    explorer.removeAttribute(name);
    options.delete(name);
  }
  warn(`${dropped.join(", ")} in the address: left out, because this page is not in a frame; a link could say anything there`);
};

const themeOf = () => {
  const theme = textOf(explorer, "theme")?.toLowerCase();
  return theme === "light" || theme === "dark" ? theme : undefined;
};

// What the page around this one needs to know.

// In braces, because WebKit takes a call that a function gives back for its caller's, and where that
// is the browser itself, the message would seem to come from the story.
const tell = (type, rest, to = "*") => {
  if (framed) parent.postMessage({ type, ...rest }, to);
};

const tellPym = (name, value) => {
  if (framed && pym) parent.postMessage(["pym", pym, name, value].join("xPYMx"), "*");
};

let height = 0;
// While the explorer is on its way the story keeps the room that it left, so that nothing jumps.
let isSettled = false;
const tellHeight = () => {
  const now = Math.ceil(root.getBoundingClientRect().height);
  if (!isSettled || !now || now === height) return;
  height = now;
  tell(MESSAGES.height, { height });
  tellPym("height", height);
  if (!framed) return;
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
};

// What a reader looks at is told to nobody but a story that has said where it stands.
const tellView = () => {
  if (story) tell(MESSAGES.view, { fragment: merge("", fragment()) }, story);
};

const settle = () => {
  isSettled = true;
  tellHeight();
};

// A reader who has only come by a link hasn't asked to be taken anywhere on the page.
let isTold = false;
let isArriving = true;
const stay = () => {
  isArriving = false;
};

/** Where all of the frame is seen, the page around it has the scroll. */
const tellReveal = (event) => {
  if (!root.matches(".fitted") && (!pym || isArriving)) return;
  event.preventDefault();
  tellHeight(); // there must be room to scroll to
  const [part] = event.composedPath();
  const top = part.getBoundingClientRect().top + scrollY - Number.parseFloat(getComputedStyle(part).scrollMarginTop);
  tell(MESSAGES.reveal, { top, arriving: isArriving });
  tellPym("scrollToChildPos", top);
};

// What the page around this one says.

/** A story's address for links that are copied, where it is an address on the origin of whoever says so. */
const addressOn = (origin, address) => {
  if (typeof address !== "string" || !/^https?:/.test(origin) || !URL.canParse(address)) return;
  const { href } = new URL(address);
  if (href.startsWith(`${origin}/`)) return href.split("#")[0];
};

/** The origin of a story that has said where it stands. */
let story;

/**
 * Takes the story's fragment for this page's own. In place, because the step is the story's; the focus goes where
 * a reader has followed a link.
 */
const takeFragment = (ours, isLink) => {
  const to = merge(fragment(), ours);
  const isFirst = !isTold;
  isTold = true;
  if (to === fragment()) return;
  // A story that comes late doesn't undo what the reader has done here.
  if (isFirst && !isArriving && merge("", fragment())) return tellView();
  if (!isFirst) stay();
  if (!isFirst && isLink) return location.replace(`#${to}`);
  history.replaceState(null, "", `#${to}`);
  // An explorer that begins reads it by itself; one on its way would take this for a link.
  if (explorer.isConnected) explorer.whenReady.then(() => dispatchEvent(new PopStateEvent("popstate")));
};

/** Believes a page around this one what it says of itself, as far as its origin bears it out. */
const takeStory = (origin, { fragment: ours, address, link }) => {
  if (!isLinked(explorer)) return;
  const at = addressOn(origin, address);
  if (at) {
    story = origin;
    root.dataset.provisionExplorerStory = at;
  }
  if (typeof ours === "string") takeFragment(ours, link === true);
};

const told = new Promise((resolve) => {
  const hearStory = (origin, story) => {
    root.classList.add("fitted");
    if (typeof story.scheme === "string" && !themeOf()) root.style.colorScheme = story.scheme;
    height = 0;
    tellHeight();
    takeStory(origin, story);
    resolve();
  };
  addEventListener("message", ({ data, origin, source }) => {
    const type = Object(data).type;
    if (!framed || source !== parent) return;
    if (type === MESSAGES.hello) tell(MESSAGES.ready);
    if (type === MESSAGES.story) hearStory(origin, data);
  });
});

// On the paper of the page around it a frame keeps the height that it has on the screen. So it looks
// there as it does here, and opens everything only where it is printed by itself.
const print = window.print.bind(window);
let alone = !framed;
window.print = () => {
  alone = true;
  print();
  alone = !framed;
};

/** Takes the layer for paper out of a sheet; gives back how to put it in again. */
const withoutPaper = (sheet) => {
  const rules = [...sheet.cssRules];
  const place = rules.findIndex((rule) => rule instanceof CSSLayerBlockRule && rule.name === "print");
  if (place < 0) return () => {};
  sheet.deleteRule(place);
  return () => sheet.insertRule(rules[place].cssText, place);
};

addEventListener("beforeprint", (event) => {
  const shadow = explorer.shadowRoot;
  if (alone || !shadow) return;
  event.stopImmediatePropagation();
  const { dataset } = shadow.querySelector(`[part~=${PARTS.root}]`);
  const { theme } = dataset;
  const restore = shadow.adoptedStyleSheets.map(withoutPaper);
  dataset.theme = "light";
  addEventListener("afterprint", () => {
    dataset.theme = theme;
    for (const put of restore) put();
  }, { once: true });
});

/** The origin of the page around this one, as far as the browser says it. */
const around = () => location.ancestorOrigins?.[0] ?? (URL.canParse(document.referrer) ? new URL(document.referrer).origin : "");

const arrive = async () => {
  const url = pym && query.get("parentUrl");
  if (url && URL.canParse(url)) {
    const { hash, origin, pathname } = new URL(url);
    return takeStory(around(), { fragment: hash.slice(1), address: origin + pathname });
  }
  tell(MESSAGES.ready);
  if (framed && isLinked(explorer)) await Promise.race([told, new Promise((done) => setTimeout(done, PATIENCE))]);
};

/** Throws where an address isn't this origin's. Compared as a text, because a `blob:` has its maker's origin. */
const refuseElsewhere = (address) => {
  if (!new URL(address, explorer.baseURI).href.startsWith(`${location.origin}/`)) throw Error(`it ${ELSEWHERE}`);
};

const show = () => {
  const place = document.querySelector("article");
  const instead = place.querySelector(".static");
  const dataset = textOf(explorer, "dataset");
  if (dataset) {
    for (const part of instead.querySelectorAll(".bundled")) part.remove();
    try {
      refuseElsewhere(dataset);
    } catch ({ message }) {
      settle();
      return warn(refused(dataset, message));
    }
  }
  explorer.append(instead);
  explorer.addEventListener(EVENTS.error, settle);
  place.append(explorer);
  explorer.whenReady.then(() => {
    settle();
    document.title = explorer.shadowRoot.querySelector(`[part~=${PARTS.title}]`).textContent;
  });
  // A browser that loads frames late knows when; only pym.js loads all of them at once. Nothing is
  // selected by no name, but the explorer starts.
  if (!pym) explorer.select("");
};

readAddress();
root.lang = languageOf(explorer) ?? root.lang;
root.style.colorScheme = themeOf() ?? "";

for (const type of ["pointerdown", "keydown"]) addEventListener(type, stay, true);
new ResizeObserver(tellHeight).observe(root);
addEventListener(PAGE_EVENTS.visit, tellView);
addEventListener("popstate", tellView);
document.addEventListener(PAGE_EVENTS.reveal, tellReveal);

await arrive();
show();
