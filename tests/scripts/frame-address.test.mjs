// Whatever stands in the address of the page for frames, it shows no law from elsewhere, and puts
// nothing but options into the page; and by itself it says nothing in the newsroom's name.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { ATTRIBUTES } from "../../www/contract.js";
import { BOUNDS, query } from "./anything.mjs";
import { BUILT, FOLDER, ORIGIN, embed } from "./page.mjs";

const EDITORIAL = ["dek", "heading", "highlight", "notes", "only"];
const ASSETS = [BUILT.WIDGET_WASM, ...Object.values(BUILT.LANGUAGES)].map((it) => new URL(it, FOLDER).href);

const parsed = (json) => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** What an address says of the dataset: the first text, where there is one that is not blank. */
const datasetIn = ({ search, hash }) => {
  const [first, second] = [new URLSearchParams(search), new URLSearchParams(hash.slice(1))];
  const said = (name) => first.get(name) ?? second.get(name);
  const texts = [said("dataset"), parsed(said("options"))?.dataset];
  return texts.filter((it) => typeof it === "string").map((it) => it.replace(/\p{Cc}/gu, " ").trim()).find(Boolean);
};

/** Where that leads on the page's own origin. */
const lawAt = ({ location, URL }) => {
  const said = datasetIn(location);
  if (!said) return new URL(BUILT.DEFAULT_DATASET, FOLDER).href;
  if (!URL.canParse(said, location.href)) return undefined;
  const { href } = new URL(said, location.href);
  return href.startsWith(`${ORIGIN}/`) ? href : undefined;
};

const isStyledOnlyByAnAccent = (element) =>
  /^(--provision-explorer-accent: light-dark\(#[\da-f]{6}, #[\da-f]{6}\);)?$/i.test(element.getAttribute("style") ?? "");

const names = (element) => element.getAttributeNames().filter((it) => it !== "style");

const holds = (page, framed) => {
  const { window, root, element } = page;
  assert.deepEqual(page.thrown, []);
  const law = lawAt(window);
  // With pym.js nothing is asked for until the frame is seen, which it never is here.
  const waits = framed && new URLSearchParams(window.location.search).get("childId");
  assert.deepEqual(page.fetched.filter((it) => !ASSETS.includes(it)), law && !waits ? [law] : []);
  assert.equal(Boolean(element), Boolean(law), "an element stands only where there is a law to ask for");
  for (const told of page.lines) assert.match(told, /^provision-explorer: ./);

  assert.deepEqual(names(root).filter((it) => !["lang", "class", "data-provision-explorer-story"].includes(it)), []);
  assert.match(root.lang, /^[a-z]{2,3}$/);
  assert.match(root.getAttribute("style") ?? "", /^(color-scheme: (dark|light);)?$/);
  assert.equal(window.document.querySelectorAll("script").length, 1);
  assert.equal(window.document.querySelectorAll("[onload], [onerror], [onclick], base, object, iframe").length, 0);
  if (!element) return;
  assert.deepEqual(names(element).filter((it) => !ATTRIBUTES.includes(it)), []);
  assert.ok(isStyledOnlyByAnAccent(element), element.getAttribute("style"));
  if (framed) return;
  const said = EDITORIAL.filter((name) => element.hasAttribute(name) || Object.hasOwn(element.options, name));
  assert.deepEqual(said, []);
  assert.ok(!root.dataset.provisionExplorerStory);
};

for (const framed of [true, false]) {
  test(`${framed ? "in a frame" : "opened by itself"}, no address does more than it may`, async () => {
    await fc.assert(fc.asyncProperty(query, async (address) => {
      const page = await embed(address, { framed });
      try {
        holds(page, framed);
        if (!framed) assert.deepEqual(page.posted, []);
      } finally {
        page.close();
      }
    }), BOUNDS);
  });
}
