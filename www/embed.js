// The page for iframes, `embed.html`: makes one explorer of what the page's address says, and speaks
// with the page around it. What it tells goes to its parent alone, and what it hears counts only
// from there.
import "./provision-explorer.js";
import { merge } from "./fragment.js";

const TAG = "provision-explorer";
const root = document.documentElement;
const framed = parent !== self;
// How long the story's fragment is waited for where one may come, in milliseconds.
const PATIENCE = 500;
// A colour of the newsroom's own, for light and for dark backgrounds. A frame hears nothing of the
// story's style sheet, and the widget nothing of these.
const ACCENTS = ["accent", "accent-dark"];
// What pym.js adds to the address of every frame.
const PYM = ["initialWidth", "childId", "parentTitle", "parentUrl"];

const explorer = document.createElement(TAG);
const query = new URLSearchParams(location.search);
const pym = query.get("childId");
const linked = query.has("deep-links");

const warn = (line) => console.warn(`${TAG}: ${line}`);
const fragment = () => location.hash.slice(1);

/** Takes an entry out of a map. */
const take = (map, name) => {
  const value = map.get(name);
  map.delete(name);
  return value;
};

const isColour = (value) => value === undefined || /^#[0-9a-f]{6}$/i.test(value);

/** Nothing but a colour gets from the address into a style. */
const colour = (light, dark = light) => {
  if (!isColour(light) || !isColour(dark)) return warn("accent in the address: not a colour such as #0b5487");
  if (light) explorer.style.setProperty("--provision-explorer-accent", `light-dark(${light}, ${dark})`);
};

/** Attributes by name, and all else as options, among which the explorer tells what it doesn't know. */
const readAddress = () => {
  const names = explorer.constructor.observedAttributes;
  const given = new Map(query);
  for (const [name, value] of new URLSearchParams(fragment())) {
    const state = linked && name === "view";
    const known = [...names, ...ACCENTS, "options"].includes(name);
    if (known && !state && !given.has(name)) given.set(name, value);
  }
  colour(...ACCENTS.map((name) => take(given, name)));
  let options = {};
  try {
    options = { ...JSON.parse(given.get("options") || "{}") };
  } catch (error) {
    warn(`options in the address: not JSON (${error.message})`);
  }
  for (const [name, value] of given) {
    if (names.includes(name)) explorer.setAttribute(name, value);
    else if (name !== "options" && !PYM.includes(name)) options[name] = value;
  }
  explorer.options = options;
};

/** Whether a dataset is another's: whoever links here could else have this site say anything. */
const isForeign = (dataset) => {
  const here = location.href;
  return URL.canParse(dataset, here) && new URL(dataset, here).origin !== new URL(here).origin;
};

const setting = (name) => {
  const value = explorer.getAttribute(name) || explorer.options[name];
  return typeof value === "string" ? value : "";
};

const isTheme = (theme) => theme === "light" || theme === "dark";

// What the page around this one needs to know.

// In braces, because WebKit takes a call that a function gives back for its caller's, and where that
// is the browser itself, the message would seem to come from the story.
const tell = (name, rest) => {
  if (framed) parent.postMessage({ type: `${TAG}:${name}`, ...rest }, "*");
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
  tell("height", { height });
  tellPym("height", height);
  if (framed) parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
};

const tellView = () => linked && tell("view", { fragment: merge("", fragment()) });

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
  tell("reveal", { top, arriving: isArriving });
  tellPym("scrollToChildPos", top);
};

// What the page around this one says.

/** Takes the story's fragment for this page's own, and its address for links that are copied. */
const takeStory = ({ fragment: ours, address }) => {
  if (!linked || typeof ours !== "string" || typeof address !== "string") return;
  if (/^https?:/.test(address)) root.dataset.provisionExplorerStory = address;
  const to = merge(fragment(), ours);
  const isNews = to !== fragment();
  if (isTold && isNews) stay();
  isTold = true;
  if (!isNews) return;
  // In place, because the step is the story's; where the explorer is there already, it hears of it.
  if (explorer.isConnected) location.replace(`#${to}`);
  else history.replaceState(null, "", `#${to}`);
};

const told = new Promise((resolve) => {
  const hearStory = (story) => {
    root.classList.add("fitted");
    if (typeof story.scheme === "string" && !isTheme(setting("theme"))) root.style.colorScheme = story.scheme;
    height = 0;
    tellHeight();
    takeStory(story);
    resolve();
  };
  addEventListener("message", ({ data, source }) => {
    const type = Object(data).type;
    if (!framed || source !== parent) return;
    if (type === `${TAG}:hello`) tell("ready");
    if (type === `${TAG}:story`) hearStory(data);
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
  const { dataset } = shadow.querySelector("[part~=root]");
  const { theme } = dataset;
  const restore = shadow.adoptedStyleSheets.map(withoutPaper);
  dataset.theme = "light";
  addEventListener("afterprint", () => {
    dataset.theme = theme;
    for (const put of restore) put();
  }, { once: true });
});

const arrive = async () => {
  const story = query.get("parentUrl");
  if (pym && URL.canParse(story)) {
    const { hash, origin, pathname } = new URL(story);
    return takeStory({ fragment: hash.slice(1), address: origin + pathname });
  }
  tell("ready");
  if (framed && linked) await Promise.race([told, new Promise((done) => setTimeout(done, PATIENCE))]);
};

const show = () => {
  const dataset = setting("dataset");
  const place = document.querySelector("article");
  const instead = place.querySelector(".static");
  if (dataset) for (const part of instead.querySelectorAll(".bundled")) part.remove();
  if (isForeign(dataset)) {
    settle();
    return warn(`dataset: \`${dataset}\` stands on another origin than embed.html; copy it beside embed.html`);
  }
  explorer.append(instead);
  explorer.addEventListener(`${TAG}:error`, settle);
  place.append(explorer);
  explorer.whenReady.then(() => {
    settle();
    document.title = explorer.shadowRoot.querySelector("[part~=title]").textContent;
  });
  // A browser that loads frames late knows when; only pym.js loads all of them at once. Nothing is
  // selected by no name, but the explorer starts.
  if (!pym) explorer.select("");
};

readAddress();
const lang = setting("lang");
if (/^[a-z]{2,3}(-|$)/i.test(lang)) root.lang = lang;
if (isTheme(setting("theme"))) root.style.colorScheme = setting("theme");

for (const type of ["pointerdown", "keydown"]) addEventListener(type, stay, true);
new ResizeObserver(tellHeight).observe(root);
addEventListener(`${TAG}:visit`, tellView);
addEventListener("popstate", tellView);
document.addEventListener(`${TAG}:reveal`, tellReveal);

await arrive();
show();
