// A mention of a provision in the story's prose: looks like one, and hears taps and keys. What a tap
// comes to stands in `cards.js`.

const marked = new CSSStyleSheet();
marked.replaceSync("span{cursor:pointer;text-decoration:underline dotted;text-underline-offset:.2em}span:focus-visible{outline:2px solid;outline-offset:2px}");

/** Whether a tap or a key asks for what it names; with a key held, a link is the browser's own. */
const asks = ({ altKey, ctrlKey, metaKey, shiftKey, key = " " }) =>
  !(altKey || ctrlKey || metaKey || shiftKey) && (key === " " || key === "Enter");

/** Makes a `<provision-ref>` one, with what it needs of the loader. */
export const mark = (host, loader) => {
  if (host.shadowRoot) return;
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [marked];
  const mention = document.createElement("span");
  mention.append(document.createElement("slot"));
  root.append(mention);
  const link = host.querySelector("a[href]"); // has role and keys
  const follow = async (event) => {
    if (!asks(event)) return;
    event.preventDefault();
    const led = loader.load().then((widget) => widget.follow(host, mention, loader));
    if (!(await led.catch((error) => loader.tell(host, error))) && link?.isConnected) location.assign(link.href);
  };
  mention.addEventListener("click", follow);
  if (link) return;
  mention.role = "button";
  mention.tabIndex = 0;
  mention.addEventListener("keydown", follow);
};
