// What the elements of a page share: the module, datasets and languages, each fetched once, and what
// becomes of all that is drawn when the module panics.
import { EVENTS, TAG } from "./contract.js";
import { allowed, failure, reach, textAt } from "./fetching.js";
import { baseOf, textOf } from "./options.js";

/** The address of a file beside the loader. A bundler has written in where it has put the file. */
export const here = (path) => new URL(path, BUNDLED ? document.baseURI : import.meta.url).href;

// What failed once is asked for anew the next time; what came is shared by every element.
const memo = new Map();
const memoize = (key, make) => {
  if (!memo.has(key)) {
    memo.set(key, make().catch((error) => {
      memo.delete(key);
      throw error;
    }));
  }
  return memo.get(key);
};

// How many modules have panicked, and how each element that draws with one recovers.
let panics = 0;
export const recoveries = new Map();

/** Nothing may call a module that has panicked, so all that is drawn starts anew with another. */
const panicked = (message, busy) => {
  panics += 1;
  memo.clear();
  const all = [...recoveries];
  recoveries.clear();
  for (const [element, recover] of all) recover(element === busy && failure("internal", message));
};

export const load = () => memoize("", async () => {
  const url = here(WIDGET_WASM);
  const code = here(WIDGET_MODULE);
  const fail = ({ message }) => {
    throw failure("module", `${message}; deploy the folder with all of its files`);
  };
  // With the same address, the same module would come again.
  const script = import(panics ? `${code}#${panics}` : code).catch(
    ({ message }) => fail({ message: `${code} cannot be imported (${message})` }),
  );
  // With `?integrity` behind the loader's address the module is held against what was built, which
  // costs its readers the compiling while it streams, and one way there and back.
  const strict = !BUNDLED && /[?&]integrity/.test(import.meta.url);
  const wasm = reach(url, strict ? (await script).integrity : "").catch(fail);
  wasm.catch(() => {});
  const widget = await script;
  if (BUNDLED) widget.compilerAt(here(COMPILER_MODULE), here(COMPILER_WASM));
  await widget.start(await wasm, url, panicked, textAt, reach, strict);
  return widget;
});

const datasetAt = (url) => memoize(url, async () => {
  const text = textAt(url).catch((error) => error);
  const dataset = await (await load()).datasetFrom(await text, url);
  if (!dataset.sound) memo.delete(url); // what stands there may be mended
  return dataset;
});

export const langOf = (element) => baseOf(element.closest("[lang]")?.lang);

// English is part of the module, and what readers get where their language's file doesn't come.
export const catalogueOf = (host, lang = langOf(host)) => {
  const file = LANGUAGES[lang];
  return memoize(file ?? "en", async () => {
    const text = file && textAt(here(file)).catch((error) => error);
    const { catalogueFrom } = await load();
    return catalogueFrom(lang, await text, file, (error) => tell(host, error));
  });
};

/** The address of the law that an element shows, the bundled one's where it names none. */
export const datasetAddress = (host) => {
  const address = textOf(host, "dataset");
  try {
    return address ? allowed(new URL(address, host.baseURI).href) : here(DEFAULT_DATASET);
  } catch ({ message }) {
    throw failure("dataset", `dataset: \`${address}\` is not an address to take (${message}); write it like \`/data/law.json\``);
  }
};

/** The law that an element shows. */
export const datasetOf = async (host) => datasetAt(datasetAddress(host));

/** Tells the page and developers what went wrong. */
export const tell = (host, error) => {
  if (error.name === "RuntimeError") return; // the trap of a panic, which has been told
  const { code = "internal", message } = error;
  console.warn(`${TAG}: ${message}`);
  const detail = { code, message, problems: [message] };
  host.dispatchEvent(new CustomEvent(EVENTS.error, { bubbles: true, composed: true, detail }));
};
