// The interface's words as its catalogues have them, so that a test names a word by what it is for
// and a word can be put better in one file. What a word must say is for the tests of `src/messages`.
import { readFileSync } from "node:fs";

const catalogue = (lang) =>
  readFileSync(new URL(`../../src/messages/${lang}.rs`, import.meta.url), "utf8")
    .replace(/\\u\{([0-9A-F]+)\}/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));

/** What a pattern captures in a language's catalogue; that it is there is part of the test. */
const find = (lang, pattern) => {
  const found = pattern.exec(catalogue(lang));
  if (!found) throw new Error(`src/messages/${lang}.rs has nothing like ${pattern}`);
  return found[1];
};

/** A message by its field, with its gaps filled in: `word("empty_query", { a: "coin" })`. */
export const word = (field, gaps = {}, lang = "en") =>
  Object.entries(gaps).reduce(
    (text, [gap, value]) => text.replaceAll(`{${gap}}`, value),
    find(lang, new RegExp(`^ {4}${field}: "(.*)",$`, "m")),
  );

/** A word of a list by its value: `valued("wordings", "NotChecked")`. */
export const valued = (list, value, lang = "en") =>
  find(lang, new RegExp(`^ {4}${list}: words!\\([^)]*?^ {8}${value} "(.*)",$`, "m"));

/** The name of a view by its word in an address, such as `matrix`. */
export const viewName = (view, lang = "en") =>
  valued("views", view.replace(/^./, (first) => first.toUpperCase()), lang);
