// Our scripts as they are, in pages of jsdom's. Bundled as the build bundles them; what jsdom has not
// is put beside it here, and does nothing or says what it was asked for.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";
import { JSDOM, VirtualConsole } from "jsdom";

const www = fileURLToPath(new URL("../../www/", import.meta.url));

/** The folder of the newsroom's files. */
export const FOLDER = "https://news.example/pe/";
export const ORIGIN = new URL(FOLDER).origin;

/** What the build puts into the loader. */
export const BUILT = {
  BUNDLED: false,
  DEFAULT_DATASET: "./data/law.json",
  LANGUAGES: { fr: "./assets/fr.txt", ar: "./assets/ar.txt" },
  MENTIONS: "./assets/mentions.js",
  WIDGET_MODULE: "./assets/widget.js",
  WIDGET_WASM: "./assets/widget.wasm",
};

const bundle = (name) => buildSync({
  entryPoints: [`${www}${name}`],
  bundle: true,
  format: "esm",
  write: false,
  define: {
    ...Object.fromEntries(Object.entries(BUILT).map(([key, value]) => [key, JSON.stringify(value)])),
    "import.meta.url": JSON.stringify(`${FOLDER}${name}`),
  },
}).outputFiles[0].text;

const EMBED = bundle("embed.js");
const EMBED_PARENT = bundle("embed-parent.js");
const EMBED_PAGE = readFileSync(`${www}pages/embed.html`, "utf8");

/** Waits until all that is under way has come to rest; nothing here waits for a network. */
export const rest = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
};

/** A page, with what it asked for, said and threw. */
const open = (html, url, lacks) => {
  const said = { fetched: [], lines: [], thrown: [] };
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => said.thrown.push(error.cause ?? error));
  virtualConsole.on("warn", (line) => said.lines.push(line));
  const { window } = new JSDOM(html, { url, runScripts: "outside-only", virtualConsole });
  const observer = class {
    observe() {}

    disconnect() {}
  };
  // jsdom has no sheets that scripts make.
  window.CSSStyleSheet.prototype.replaceSync = () => {};
  window.ShadowRoot.prototype.adoptedStyleSheets = [];
  Object.assign(window, { ResizeObserver: observer, IntersectionObserver: observer, ...lacks(window) });
  window.fetch = async (address) => {
    said.fetched.push(String(address));
    throw TypeError("there is no network");
  };
  const { prototype } = window.HTMLElement;
  Object.defineProperty(prototype, "innerText", { get() { return this.textContent; } });
  prototype.attachInternals = () => ({}); // jsdom's own throw where ARIA is set
  return { window, said };
};

/** A window that keeps what is posted to it, each with the origin that it was posted for. */
const listener = () => {
  const { window } = new JSDOM("");
  const posted = [];
  window.postMessage = (data, to) => posted.push({ data: structuredClone(data), to });
  return { window, posted };
};

const hear = (window, { data, origin, source }) => {
  window.dispatchEvent(new window.MessageEvent("message", { data, origin, source }));
};

/**
 * The page for frames under an address, in a frame or by itself. Nobody answers it but `hear`, and a
 * parent that says it is there, so that nothing waits.
 */
export const embed = async (address, { framed }) => {
  const { window, said } = open(EMBED_PAGE, `${FOLDER}embed.html${address}`, () => ({}));
  const story = listener();
  const stranger = listener();
  const run = window.eval(`(async (parent) => {${EMBED}\n})`)(framed ? story.window : window);
  // In the moment after the script began to listen.
  if (framed) hear(window, { data: { type: "provision-explorer:story" }, origin: "https://story.example", source: story.window });
  await run;
  await rest();
  return {
    window, ...said, posted: story.posted, story: story.window, stranger: stranger.window,
    root: window.document.documentElement,
    element: window.document.querySelector("provision-explorer"),
    hear: (message) => hear(window, message),
    close: () => [window, story.window, stranger.window].forEach((it) => it.close()),
  };
};

/** A story with frames, and the script beside them. */
export const story = (address, body) => {
  const scrolled = [];
  const { window, said } = open(body, address, ({ Element, HTMLIFrameElement, performance }) => {
    Element.prototype.scrollIntoView = function scrollIntoView() { scrolled.push(this); };
    Object.defineProperty(HTMLIFrameElement.prototype, "sandbox", { get() {
      const words = this.getAttribute("sandbox")?.split(" ") ?? [];
      return Object.assign(words, { contains: (word) => words.includes(word) });
    } });
    performance.getEntriesByType = () => [{ type: "navigate" }];
    return { CSS: { supports: () => true }, scrollBy: () => {} };
  });
  const frames = [...window.document.querySelectorAll("iframe")].map((frame) => {
    const posted = [];
    frame.contentWindow.postMessage = (data, to) => posted.push({ data: structuredClone(data), to });
    return { frame, posted };
  });
  window.eval(`(() => {${EMBED_PARENT}\n})`)();
  return {
    window, ...said, frames, scrolled, stranger: listener().window,
    hear: (message) => hear(window, message),
    close: () => window.close(),
  };
};
