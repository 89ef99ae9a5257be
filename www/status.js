// What an element says while it is loading, and where it has failed.
import { LOADER_WORDS } from "./contract.js";

export const LOADING = 0;
export const FAILED = 1;
export const LIVE = 2;

/** What an element holds that readers see. */
export const CONTENT = ":scope > :not(script, template)";

const isDrawn = (host) => host.shadowRoot?.querySelector(".root");

/** Whether there is nothing to look at where an element stands. */
const isBare = (host) =>
  // Asking for the text takes long where there is much of it.
  !isDrawn(host) && !host.querySelector(CONTENT) && !host.innerText.trim();

/** Whether the page brought a text along, or a drawing; a link to one is none. */
export const hasText = (host) => isDrawn(host) || host.querySelector(":scope > :not(script, template, a)");

const styles = new CSSStyleSheet();
styles.replaceSync("[role=alert]{margin:0 0 1em;padding:.5em 1em;border:1px solid;border-inline-start-width:4px}[role=alert]>button{font:inherit;font-weight:700;min-height:44px;padding:0 1em;border:0;background:CanvasText;color:Canvas}");

/** What the loader says in a language: that it is loading, that it has failed, and what tries again. */
export const wordsIn = (lang) => LOADER_WORDS[lang] ?? LOADER_WORDS.en;

/** Puts a line above all that an element shows, in the shadow root, because what the page's own children are is a framework's to say. */
export const lineAbove = (host, sheet) => {
  const line = document.createElement("p");
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.firstChild) root.append(document.createElement("slot"));
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.prepend(line);
  return line;
};

/**
 * A line that says that an element is loading, where there is nothing else to look at, or that it has
 * failed, with a way to try again. What only the module could answer is out of sight while it has failed.
 */
export const statusLine = (host, status, lang, retry) => {
  const failed = status === FAILED;
  isDrawn(host)?.toggleAttribute("data-dead", failed);
  if (!failed && !(status === LOADING && isBare(host))) return;
  const [loading, sorry, again] = wordsIn(lang);
  const line = lineAbove(host, styles);
  line.append(failed ? `${sorry} ` : loading);
  if (failed) {
    line.role = "alert";
    const button = document.createElement("button");
    button.textContent = again;
    button.addEventListener("click", retry);
    line.append(button);
  }
  return line;
};
