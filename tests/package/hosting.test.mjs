// The list in `docs/hosting.md` by which somebody copies a part of the site alone has every file of the
// build in one row, and none that the build lacks. Needs a build.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const read = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/** The files that each row names, as patterns. */
const rows = read("docs/hosting.md")
  .split("\n## ").find((it) => it.startsWith("Which file is for what\n"))
  .split("\n").filter((line) => line.startsWith("| ")).slice(1)
  .map((line) => [...line.split("|")[2].matchAll(/`([^`]+)`/g)].map(([, pattern]) => pattern));

/** Whether a pattern, with one star at most, names a file. */
const names = (pattern, file) => {
  const [start, end] = pattern.split("*");
  return end === undefined ? file === start : file.startsWith(start) && file.endsWith(end);
};

const files = Object.keys(JSON.parse(read("dist/manifest.json")).files);

test("every file of the build is in one row", () => {
  const times = (file) => rows.flat().filter((it) => names(it, file)).length;
  assert.deepEqual(files.filter((it) => times(it) !== 1), []);
});

test("every row names files of the build alone", () => {
  assert.ok(rows.length > 5 && rows.every((it) => it.length > 0));
  assert.deepEqual(rows.flat().filter((it) => !files.some((file) => names(it, file))), []);
});
