// The accessibility report, `docs/accessibility.md`: every criterion of WCAG 2.2, A and AA, has its
// line, and each test that a line names is there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const SPECS = new URL("tests/browser/specs/", root);

// https://www.w3.org/TR/WCAG22/, without 4.1.1, which it calls obsolete.
const A = [
  "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4", "2.2.1",
  "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1", "3.2.1", "3.2.2",
  "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2",
];
const AA = [
  "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5", "2.4.6",
  "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
];

/** The lines of the report. */
const lines = readFileSync(new URL("docs/accessibility.md", root), "utf8").split("\n").filter((line) => /^\| \d/.test(line)).map((line) => {
  const [criterion, level, says, about, tests] = line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim());
  return { number: criterion.split(" ")[0], level, says, about, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name) };
});

/** The titles of a spec's tests, where a part differs from run to run as a pattern. */
const titles = (file) => {
  const source = readFileSync(new URL(file, SPECS), "utf8");
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = source.matchAll(/\btest\((?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g);
  return [...found].map(([, plain, template]) => new RegExp(`^${(plain ?? template).split(/\$\{[^}]*\}/).map(escape).join(".+")}$`));
};

test("each criterion has one line, with its level, in order", () => {
  const number = (it) => it.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);
  const all = [...A.map((it) => [it, "A"]), ...AA.map((it) => [it, "AA"])].sort(([a], [b]) => number(a) - number(b));
  assert.equal(all.length, 55);
  assert.deepEqual(lines.map(({ number: it, level }) => [it, level]), all);
});

test("what is said to hold is shown by tests, and what isn't says why", () => {
  for (const { number, says, about, tests } of lines) {
    assert.ok(["supports", "partially", "not applicable", "not evaluated"].includes(says), `${number}: ${says}`);
    const shown = says === "supports" || says === "partially";
    assert.equal(tests.length > 0, shown, number);
    if (says === "partially" || says === "not applicable") assert.ok(about, number);
  }
});

test("each test that is named is there", () => {
  const files = readdirSync(SPECS);
  for (const { number, tests } of lines) {
    for (const name of tests) {
      const [file, ...title] = name.split(": ");
      assert.ok(files.includes(file), `${number}: ${file}`);
      assert.ok(titles(file).some((it) => it.test(title.join(": "))), `${number}: ${name}`);
    }
  }
});
