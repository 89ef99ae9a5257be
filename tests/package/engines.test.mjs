// The lists of `tests/browser/engines.mjs` name tests by parts of their titles. A test that is renamed
// or gone is seen here, in seconds, and not at the end of a run of everything. Needs a build, which
// some tests look into before they begin.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLAYWRIGHT = here("../../node_modules/@playwright/test/cli.js");
const CONFIG = here("../browser/playwright.config.mjs");
const REPORTER = here("../browser/engines.mjs");

for (const tests of ["usual", "all"]) {
  test(`every entry of the engines' lists names a test of those that run (${tests})`, () => {
    const env = { ...process.env, PROVISION_EXPLORER_TESTS: tests };
    const run = [PLAYWRIGHT, "test", "--list", "--config", CONFIG, "--reporter", REPORTER];
    const { status, stdout, stderr } = spawnSync(process.execPath, run, { env, encoding: "utf8" });
    const stale = stdout.split("\n").filter((line) => line.endsWith("names no test"));
    assert.deepEqual(stale, []);
    assert.match(stdout, /^chromium: \d+ tests$/m);
    assert.equal(status, 0, stderr);
  });
}
