// The lists of `tests/browser/engines.mjs` name tests by parts of their titles. A test that is renamed
// or gone is seen here, in seconds, and not at the end of a run of everything. Needs a build, which
// some tests look into before they begin.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLAYWRIGHT = here("../../node_modules/@playwright/test/cli.js");
const CONFIG = here("../browser/playwright.config.mjs");
const REPORTER = here("../browser/engines.mjs");

/** What Playwright lists of a run of these tests, as a reporter tells it. */
const list = (tests, reporter, ...more) => {
  const env = { ...process.env, PROVISION_EXPLORER_TESTS: tests };
  const run = [PLAYWRIGHT, "test", "--list", "--config", CONFIG, "--reporter", reporter, ...more];
  return spawnSync(process.execPath, run, { env, encoding: "utf8", maxBuffer: 2 ** 26 });
};

/** Every test below a suite: its file, line and title. */
const testsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(testsOf)];

/** A module's statements of the outermost level, by the line that each begins in. */
const statements = (text) => {
  const found = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (/^[a-z]/.test(line)) found.push({ line: at + 1, text: "" });
    if (found.length > 0) found.at(-1).text += `${line}\n`;
  }
  return found;
};

/** Those of them that wait for a download, by themselves or by what they call. */
const downloading = (all) => {
  const waits = new Set(all.filter(({ text }) => text.includes('waitForEvent("download")')));
  for (let before = 0; before < waits.size; ) {
    before = waits.size;
    const names = [...waits].flatMap(({ text }) => /^const (\w+) = (?:async )?\(/.exec(text)?.[1] ?? []);
    const calls = (text) => names.some((it) => new RegExp(`\\b${it}\\(`).test(text));
    for (const it of all.filter(({ text }) => calls(text))) waits.add(it);
  }
  return waits;
};

for (const tests of ["usual", "all"]) {
  test(`every entry of the engines' lists names a test of those that run (${tests})`, () => {
    const { status, stdout, stderr } = list(tests, REPORTER);
    const stale = stdout.split("\n").filter((line) => line.endsWith("names no test"));
    assert.deepEqual(stale, []);
    assert.match(stdout, /^chromium: \d+ tests$/m);
    assert.equal(status, 0, stderr);
  });
}

for (const engine of ["firefox", "webkit"]) {
  test(`no test waits for a download that Playwright cannot see (${engine})`, () => {
    const { config, suites } = JSON.parse(list("all", "json", "--project", engine).stdout);
    const tests = suites.flatMap(testsOf);
    assert.ok(tests.length > 100, "a run of everything");
    const waits = tests.filter(({ file, line }) => {
      const all = statements(readFileSync(join(config.rootDir, file), "utf8"));
      return downloading(all).has(all.findLast((it) => it.line <= line));
    });
    assert.deepEqual(waits.map(({ file, title }) => `${file}: ${title}`), []);
  });
}
