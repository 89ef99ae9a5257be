// The page `preview.html`: shows the real explorer as the configurator around it says. It listens to
// its own site's configurator alone.
import "./provision-explorer.js";

const TAG = "provision-explorer";
// The narrowest screen that everything has to fit, in pixels (WCAG 1.4.10).
const NARROWEST = 320;

const root = document.documentElement;
const explorer = document.createElement(TAG);

const say = (message) => parent.postMessage({ type: `${TAG}:preview`, ...message }, location.origin);

/** Whether anything is wider than the narrowest screen; laid out so, and never painted. */
const overflows = () => {
  explorer.style.inlineSize = `${NARROWEST}px`;
  const drawn = explorer.shadowRoot?.querySelector("[part~=root]");
  const wide = (drawn?.scrollWidth ?? 0) > NARROWEST;
  explorer.style.inlineSize = "";
  return wide;
};

let asked = 0;

const show = async ({ options, accent, scheme, law, select }) => {
  const turn = ++asked;
  if (law !== undefined) explorer.dataset = law === null ? undefined : JSON.parse(law);
  explorer.options = options;
  const { style } = explorer;
  if (accent) style.setProperty("--provision-explorer-accent", accent);
  else style.removeProperty("--provision-explorer-accent");
  root.style.colorScheme = scheme ?? "light dark";
  if (!explorer.isConnected) {
    document.body.append(explorer);
    // Nothing is selected by no name, but the explorer starts at once, wherever the preview is.
    explorer.select("");
  }
  if (select) explorer.select(select);
  await explorer.whenReady;
  if (turn === asked) setTimeout(() => turn === asked && say({ overflows: overflows() }), 200);
};

addEventListener("message", ({ data, source, origin }) => {
  if (source === parent && origin === location.origin && data?.type === `${TAG}:draft`) show(data);
});

say({ isNew: true });
