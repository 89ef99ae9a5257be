// Joins the module to the page: one style sheet a document, one shadow root an element. The loader
// fetches this file; everything that can be seen is drawn by the module.
import init, { Law, Words, mount } from "glue";
import styles from "styles";

export { Law, Words };

/** Compiles the module from its response. */
export const start = (response) => init({ module_or_path: response });

// A constructed sheet cannot be adopted by another document, such as a frame's.
const sheets = new WeakMap();

const sheetOf = (page) => {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(page, sheet);
  }
  return sheet;
};

// A page that ignores its shortcuts "while typing in a field" sees our element instead of the
// field, because events are retargeted; so what is typed ends here.
const keepTyping = (event) => {
  if (event.target.matches("input, textarea")) event.stopPropagation();
};

// Nodes that were drawn into, of elements that have gone; see `src/embed/spare.rs`.
const spare = [];

const nodeFor = (page) => {
  const at = spare.findIndex((it) => it.ownerDocument === page);
  if (at >= 0) return spare.splice(at, 1)[0];
  const node = page.createElement("div");
  node.className = "root";
  node.setAttribute("part", "root");
  for (const type of ["keydown", "keypress", "keyup"]) node.addEventListener(type, keepTyping);
  return node;
};

/**
 * Draws an explorer into an element. The shadow root hides the element's own content, so it is made
 * only here, where there is something to show in its place.
 */
export const attach = (host, law, words, layers, compact = false) => {
  const sheet = sheetOf(host.ownerDocument);
  const node = nodeFor(host.ownerDocument);
  const handle = mount(host, node, law, words, JSON.stringify(layers), compact);
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  // A page saved with our drawing inside starts anew.
  root.querySelector(".root")?.remove();
  root.append(node);
  handle.release = () => {
    handle.unmount();
    node.remove();
    spare.push(node);
  };
  return handle;
};
