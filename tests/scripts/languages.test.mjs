// What each language's file says of dates, held against CLDR as Node has it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../src/messages/", import.meta.url);

// A language's file has a tag; what languages are made with has none.
const languages = readdirSync(FOLDER).flatMap((name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  const tag = /^ {4}tag: "(.*)",$/m.exec(text)?.[1];
  return tag ? [{ tag, text }] : [];
});

/** The texts of a list in a language's file. */
const list = (text, field) => {
  const [, items] = new RegExp(`^ {4}${field}: \\[([^\\]]*)\\]`, "m").exec(text);
  return [...items.matchAll(/"(.*?)"/g)].map(([, item]) => item);
};

test("every language is found", () => {
  assert.ok(languages.length >= 5 && languages.some(({ tag }) => tag === "en"));
});

for (const { tag, text } of languages) {
  // British English, since the day stands first; digits as the interface has them.
  const locale = `${tag === "en" ? "en-GB" : tag}-u-nu-latn-ca-gregory`;
  const written = (options) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (year, month, day) => format.format(new Date(Date.UTC(year, month, day)));
  };

  test(`months in ${tag} are those of CLDR`, () => {
    const month = written({ month: "long" });
    const expected = Array.from({ length: 12 }, (_, number) => month(2024, number, 1));
    assert.deepEqual(list(text, "months"), expected);
  });

  test(`dates in ${tag} are written as in CLDR`, () => {
    const [first, last, month] = list(text, "dates");
    const date = written({ dateStyle: "long" });
    // CLDR has no form for the first of a month, which French alone writes otherwise.
    assert.equal(first.replace("1er", "1"), date(2024, 1, 1));
    assert.equal(last, date(2024, 1, 29));
    assert.equal(month, written({ month: "long", year: "numeric" })(2024, 1, 1));
  });
}
