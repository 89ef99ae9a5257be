// A mention of a provision in the story's prose: looks like one, and hears taps and keys. What a tap
// comes to stands in `cards.js`.

const marked = new CSSStyleSheet();
marked.replaceSync("span{cursor:pointer;text-decoration:underline dotted;text-underline-offset:.2em}span:focus-visible{outline:2px solid;outline-offset:2px}");

/** Whether a tap or a key asks for what it names; with a key held, a link is the browser's own. */
const asks = ({ altKey, ctrlKey, metaKey, shiftKey, key = " " }) =>
  !(altKey || ctrlKey || metaKey || shiftKey) && (key === " " || key === "Enter");

/** Makes a `<provision-ref>` one, with the loader's ways to fetch the widget's script and to say what went wrong. */
export const mark = (host, load, tell) => {
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
    const led = load().then((widget) => widget.follow(host, mention, event.timeStamp));
    if (!(await led.catch((error) => tell(host, error))) && link?.isConnected) location.assign(link.href);
  };
  mention.addEventListener("click", follow);
  if (link) return;
  mention.role = "button";
  mention.tabIndex = 0;
  mention.addEventListener("keydown", follow);
};
