// What the elements of a page share once the widget's script is there: the module, datasets and
// languages, each fetched once, and what becomes of all that is drawn when the module panics.
import { askBy, reach, textAt } from "./fetching.js";
import { COMPLETE, failure, refused, tell } from "./failing.js";

let code, wasm, strict, addressOf, langOf;

/** What is said of an option that is a text. */
export let textOf;

/** Takes over what the loader knows: where script and module stand, how it asks, and what elements say. */
export const connect = (...known) => {
  let take, held;
  [code, wasm, strict, take, held, addressOf, textOf, langOf] = known;
  askBy(take, held);
};

let languages = LANGUAGES;
let compiler;

/** Where a bundler has put the files that this one knows as its neighbours. */
export const filesAt = (words, ...others) => {
  languages = words;
  compiler = others;
};

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

/** The widget's script with its module started. After a panic it comes again under another address. */
export const load = () => memoize("", async () => {
  const fail = ({ message }) => {
    throw failure("module", `${message}; ${COMPLETE}`);
  };
  const script = import(panics ? `${code}#${panics}` : code).catch(
    ({ message }) => fail({ message: `${code} cannot be imported (${message})` }),
  );
  const answer = reach(wasm, strict ? (await script).integrity : "").catch(fail);
  answer.catch(() => {});
  const widget = await script;
  if (compiler) widget.compilerAt(...compiler);
  await widget.start(await answer, wasm, panicked, textAt, reach, strict);
  return widget;
});

const datasetAt = (url) => memoize(url, async () => {
  const text = textAt(url).catch((error) => error);
  const dataset = await (await load()).datasetFrom(await text, url);
  if (!dataset.sound) memo.delete(url); // what stands there may be mended
  return dataset;
});

// English is part of the module, and what readers get where their language's file doesn't come.
export const catalogueOf = (host, lang = langOf(host)) => {
  const file = languages[lang] && new URL(languages[lang], import.meta.url).href;
  return memoize(file ?? "en", async () => {
    const text = file && textAt(file).catch((error) => error);
    const { catalogueFrom } = await load();
    return catalogueFrom(lang, await text, file, (error) => tell(host, error));
  });
};

/** The law that an element shows. */
export const datasetOf = async (host) => {
  let url;
  try {
    url = addressOf(host);
  } catch ({ message }) {
    throw failure("dataset", refused(textOf(host, "dataset"), message));
  }
  return datasetAt(url);
};
