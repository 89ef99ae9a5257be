// What the loader asks for by itself: the widget's script, and beside it whatever that script is going
// to read, so that nothing waits for it. Reading, waiting and failing are the script's (`fetching.js`).
import { failure } from "./failing.js";
import { langOf, textOf } from "./options.js";

/** The address of a file beside the loader. A bundler has written in where it has put the file. */
export const here = (path) => new URL(path, BUNDLED ? document.baseURI : import.meta.url).href;

// Where the answers for datasets must come from; anywhere on pages that name theirs themselves.
let held;

/** From now on they must come from one origin; for pages whose address names the dataset. */
export const holdTo = (origin) => {
  held = origin;
};

/** The address of the law that an element shows, the bundled one's where it names none. */
export const datasetAddress = (host) => {
  const address = textOf(host, "dataset");
  return address ? new URL(address, host.baseURI).href : here(DEFAULT_DATASET);
};

const asked = new Map();

const ask = (url, integrity) => {
  const waiting = new AbortController();
  const answer = fetch(url, { signal: waiting.signal, integrity });
  answer.catch(() => {}); // told by whoever takes it
  return [answer, waiting];
};

/** The answer for an address, on its way already or asked for now, and what gives it up. */
const take = (url, integrity) => {
  const answer = asked.get(url) ?? ask(url, integrity);
  asked.delete(url);
  return answer;
};

// With `?integrity` behind the loader's address the module is held against what was built, which
// costs its readers the compiling while it streams, and one way there and back.
const strict = !BUNDLED && /[?&]integrity/.test(import.meta.url);

let script;

/** The widget's script, once it is there. */
export let widget;

/** Fetches the widget's script, and beside it the module and an element's law. */
export const load = (host) => {
  const [code, wasm] = [here(WIDGET_MODULE), here(WIDGET_WASM)];
  if (!widget) {
    try {
      for (const url of [!strict && wasm, host && datasetAddress(host)]) {
        if (url && !asked.has(url)) asked.set(url, ask(url));
      }
    } catch {
      // no address, which whoever reads it tells
    }
  }
  return (script ??= import(code).then((it) => {
    widget = it;
    if (BUNDLED) it.filesAt(LANGUAGES, here(COMPILER_MODULE), here(COMPILER_WASM));
    it.connect(code, wasm, strict, take, held, datasetAddress, textOf, langOf);
    return it;
  }, ({ message }) => {
    script = undefined;
    asked.clear(); // nobody takes these, and they may have failed as well
    throw failure("module", `${code} cannot be imported (${message}); deploy the folder with all of its files`);
  }));
};
