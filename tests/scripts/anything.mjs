// Texts, values and addresses as nobody would write them who means well.
import fc from "fast-check";

import { ACCENTS, ATTRIBUTES, FRAGMENT_KEYS, MESSAGES, OPTIONS } from "../../www/contract.js";

/** So many runs, always the same ones; others by `FUZZ_SEED` and more by `FUZZ_RUNS`. */
export const BOUNDS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_129),
  numRuns: Number(process.env.FUZZ_RUNS ?? 50),
  includeErrorInReport: true,
};

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.string({ maxLength: 20 }));

/** What a text may be wrapped in that one reader takes away and another doesn't. */
const BLANKS = ["", " ", "\t\n", "\u00a0", "\u0085", "\u2003", "\u2028", "\u3000", "\ufeff", "\u200b", "\0"];
const around = (value) => fc.tuple(fc.constantFrom(...BLANKS), value, fc.constantFrom(...BLANKS)).map((all) => all.join(""));

const DATASETS = [
  "https://elsewhere.example/law.json", "//elsewhere.example/law.json", "\\\\elsewhere.example\\law.json",
  "https:elsewhere.example", "https:/elsewhere.example", "http://news.example/law.json", "https://news.example@elsewhere.example/law.json",
  "https://news.example.elsewhere.example/", "https://news.example:444/law.json", "https://NEWS.example:443/law.json",
  "blob:https://news.example/7", "data:application/json,{}", "javascript:alert(1)", "file:///etc/passwd", "about:blank",
  "law.json", "/law.json", "../../law.json", "?x", "#x", ".", "%2f/elsewhere.example", "//", "https://", "https\n://elsewhere.example/", "/\t/elsewhere.example/",
];
const WORDS = [
  "", "true", "false", "TRUE", "no", "dark", "Light", "auto", "en", "fr", "FR-ca", "en_GB", "x", "english", "28(4)", "only", "matrix",
  "#0b5487", "#FFFFFF", "#fff", "red;}", "url(https://elsewhere.example/)", "#0b5487;color:red", "null", "[]", "{}", "5",
];

export const line = fc.oneof(around(fc.constantFrom(...DATASETS)), around(fc.constantFrom(...WORDS)), fc.webUrl(), text);

const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...OPTIONS, ...ATTRIBUTES) }, fc.constantFrom("__proto__", "constructor", "toString", "Dataset", ""), text);

/** A value of JSON, near to what an option takes and far from it. */
// cspell:ignore letrec
export const value = fc.letrec((tie) => ({
  any: fc.oneof({ weight: 3, arbitrary: line }, fc.boolean(), fc.constant(null), fc.integer(), fc.array(tie("any"), { maxLength: 3 }), tie("map")),
  // From entries by way of JSON, so that `__proto__` is a name like any other.
  map: fc.array(fc.tuple(key, tie("any")), { maxLength: 4 }).map((entries) => JSON.parse(`{${entries.map(([name, it]) => `${JSON.stringify(name)}:${JSON.stringify(it)}`).join()}}`)),
})).any;

/** Options by name, most of them real ones. */
export const options = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });

/** The text of a script that should hold such options. */
export const script = fc.oneof(
  { weight: 4, arbitrary: options.map((it) => JSON.stringify(it)) },
  value.map((it) => JSON.stringify(it)),
  fc.tuple(key, value, value).map(([name, ...two]) => `{${two.map((it) => `${JSON.stringify(name)}:${JSON.stringify(it)}`).join()}}`),
  options.map((it) => `\ufeff${JSON.stringify(it)}`),
  text,
);

/** Attributes by name; a page has each once. */
export const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES), line), { selector: ([name]) => name, maxLength: 5 });

const encoded = (it) => fc.oneof({ weight: 4, arbitrary: fc.constant(encodeURIComponent(it)) }, fc.constant(encodeURI(it)), fc.constant(it.replace(/\n|\t/g, "")), fc.constant(`${it}%`));
const pair = fc.tuple(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ATTRIBUTES, ...ACCENTS, "options", "childId", "parentUrl", "secret") }, key),
  fc.oneof({ weight: 3, arbitrary: line }, options.map((it) => JSON.stringify(it)), script),
).chain(([name, it]) => encoded(it).map((text) => `${encodeURIComponent(name)}=${text}`));
const pairs = fc.array(pair, { maxLength: 5 }).map((all) => all.join("&"));

/** The query and the fragment of an address of the page for frames. */
export const query = fc.tuple(pairs, pairs).map(([search, hash]) => `${search && `?${search.replaceAll("#", "%23")}`}${hash && `#${hash}`}`);

const fragmentPair = fc.tuple(fc.oneof(fc.constantFrom(...FRAGMENT_KEYS), fc.constantFrom("page", "utm", "__proto__", "pe-", "vie")), line);

/** A fragment, without `#`, with pairs of ours and of a page's. */
export const fragment = fc.array(fragmentPair, { maxLength: 4 }).map((all) => all.map(([name, it]) => `${name}=${encodeURIComponent(it)}`).join("&"));

const ADDRESSES = ["https://story.example/a", "https://story.example/a?b#c", "https://story.example.elsewhere.example/", "https://story.example@elsewhere.example/", "javascript:alert(1)", "//story.example/"];

/** What WordPress gives a frame, and wants back with its height. */
export const SECRET = "0123456789";

/** What is said between a frame and its story, and what only looks like it. */
export const message = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom(...Object.values(MESSAGES)),
      fragment: fc.oneof({ weight: 3, arbitrary: fragment }, value),
      address: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ADDRESSES) }, value),
      scheme: fc.oneof(fc.constantFrom("dark", "light", "light dark", "url(x)", "red; color: red"), value),
      height: fc.oneof(fc.double(), fc.integer({ min: -10, max: 5000 }), fc.constantFrom("5", "1e9px", Infinity, 1e300, 2e6, 1e6 + 1, -0), value),
      top: fc.oneof(fc.double(), value),
      arriving: value,
    }, { requiredKeys: ["type"] }),
  },
  { weight: 2, arbitrary: fc.record({ message: fc.constant("height"), value: fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.constantFrom("700", 1e9), value), secret: fc.oneof(fc.constantFrom(SECRET, `${SECRET}0`, 5), value) }) },
  fc.record({ type: fc.constantFrom("__proto__", "constructor", "toString", "provision-explorer:", "provision-explorer:constructor") }),
  value,
);

export const origin = fc.constantFrom("https://story.example", "https://news.example", "http://news.example", "https://elsewhere.example", "null", "", "file://");
