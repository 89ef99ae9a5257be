// Joins the module to the page: one style sheet a document, one shadow root an element. The loader
// fetches this file; everything that can be seen is drawn by the module.
import { Law, Words, mount, onPanic, start as run } from "glue";
import styles from "styles";

export { Law, Words };

/**
 * Compiles the module from its response, while it arrives where the server says what it is. Where it
 * panics, that is told with the element that it did something for.
 */
export const start = async (response, panicked) => {
  onPanic((message) => panicked(message, busy));
  const type = response.headers.get("Content-Type");
  const right = type === "application/wasm";
  const module = await (right ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  run(module);
  if (!right) console.warn(`provision-explorer: the module is served as ${type}; send it with Content-Type: application/wasm`);
};

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

// The element that something is done for.
let busy;

const touch = ({ currentTarget }) => {
  busy = currentTarget.getRootNode().host;
};

// Nodes that were drawn into, of elements that have gone; see `src/embed/spare.rs`.
const spare = [];

const nodeFor = (page, brought) => {
  const at = spare.findIndex((it) => it.ownerDocument === page);
  if (at >= 0 && !brought) return spare.splice(at, 1)[0];
  const node = brought ?? page.createElement("div");
  node.className = "root";
  node.setAttribute("part", "root");
  for (const type of ["keydown", "keypress", "keyup"]) node.addEventListener(type, keepTyping);
  for (const type of ["click", "input", "change"]) node.addEventListener(type, touch, true);
  return node;
};

/**
 * Draws an explorer into an element. The shadow root hides the element's own content, so it is made
 * only here, where there is something to show in its place; one that the page brought along with a
 * drawing in it is taken over as it stands.
 */
export const attach = (host, law, words, layers, compact = false) => {
  busy = host;
  const sheet = sheetOf(host.ownerDocument);
  const brought = host.shadowRoot?.querySelector(".root");
  const node = nodeFor(host.ownerDocument, brought);
  const handle = mount(host, node, law, words, JSON.stringify(layers), compact);
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.querySelector("link")?.remove();
  // A card stands beside the mention; an explorer has the shadow root to itself.
  if (!brought) root[compact ? "append" : "replaceChildren"](node);
  handle.release = () => {
    handle.unmount();
    node.remove();
    spare.push(node);
  };
  return handle;
};
