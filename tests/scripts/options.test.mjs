// What the scripts read of an element's options before the module is there, the module reads as
// well: both are asked the same, and must say the same.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { JSDOM } from "jsdom";

import { OPTIONS_CLASS, TAG } from "../../www/contract.js";
import { baseOf, isLinked, languageOf, textOf } from "../../www/options.js";
import { BOUNDS, attributes, options, script } from "./anything.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const module = spawn("cargo", ["run", "--quiet", "--package", "session", "--example", "options"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: module.stdout })[Symbol.asyncIterator]();
after(() => module.stdin.end());

const read = async (layers) => {
  // As the element hands them over: the property as a text, as its script is one.
  module.stdin.write(`${JSON.stringify({ ...layers, property: JSON.stringify(layers.property) })}\n`);
  const { value, done } = await answers.next();
  assert.ok(!done, "the module's reader has ended");
  return JSON.parse(value);
};

const { document } = new JSDOM("").window;

const hostOf = ({ attributes, property, child }) => {
  const host = document.createElement(TAG);
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  if (property !== undefined) host.options = property;
  if (child !== undefined) {
    const script = document.createElement("script");
    script.className = OPTIONS_CLASS;
    script.textContent = child;
    host.append(script);
  }
  return host;
};

const agree = async (layers) => {
  const [host, said] = [hostOf(layers), await read(layers)];
  const words = ["light", "dark", "auto"];
  const theme = textOf(host, "theme")?.toLowerCase();
  assert.deepEqual(
    {
      dataset: textOf(host, "dataset") ?? null,
      lang: languageOf(host) ?? null,
      linked: isLinked(host),
    },
    { dataset: said.dataset, lang: said.lang && baseOf(said.lang), linked: said.linked },
  );
  if (words.includes(theme)) assert.equal(said.theme, theme);
};

test("loader and module read any options alike", async () => {
  const any = fc.record({ attributes: attributes.map(Object.fromEntries), property: fc.option(options, { nil: undefined }), child: fc.option(script, { nil: undefined }) });
  await fc.assert(fc.asyncProperty(any, agree), { ...BOUNDS, numRuns: 40 * BOUNDS.numRuns });
});
