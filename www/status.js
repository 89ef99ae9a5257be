// What an element says while it is loading, and where it has failed.
import { LOADER_WORDS } from "./contract.js";

export const LOADING = 0;
export const FAILED = 1;

/** What an element holds that readers see. */
export const CONTENT = ":scope > :not(script, template)";

/** Whether there is nothing to look at where an element stands. */
const isBare = (host) =>
  // Asking for the text takes long where there is much of it.
  !host.shadowRoot?.querySelector(".root") && !host.querySelector(CONTENT) && !host.innerText.trim();

const styles = new CSSStyleSheet();
styles.replaceSync("[role=alert]{margin:0 0 1em;padding:.5em 1em;border:1px solid;border-inline-start-width:4px}[role=alert]>button{font:inherit;font-weight:700;min-height:44px;padding:0 1em;border:0;background:CanvasText;color:Canvas;cursor:pointer}");

/**
 * Puts a line above all that an element shows, with a way to try again where it has failed; nothing
 * where there is nothing to say. In the shadow root, because what the page's own children are is a
 * framework's to say. What only the module could answer is out of sight while it has failed.
 */
export const statusLine = (host, status, lang, retry) => {
  host.shadowRoot?.querySelector(".root")?.toggleAttribute("data-dead", status === FAILED);
  if (status !== FAILED && !(status === LOADING && isBare(host))) return;
  const [loading, failed, again] = LOADER_WORDS[lang] ?? LOADER_WORDS.en;
  const line = document.createElement("p");
  if (status === FAILED) line.role = "alert";
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.firstChild) root.append(document.createElement("slot"));
  root.prepend(line);
  line.append(status === FAILED ? `${failed} ` : loading);
  if (status === FAILED) {
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets.push(styles);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = again;
    button.addEventListener("click", retry);
    line.append(button);
  }
  return line;
};
