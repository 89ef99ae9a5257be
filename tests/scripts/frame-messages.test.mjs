// Whatever a frame of ours is told, and by whom: it believes its parent alone, no more than that
// one's origin bears out, and tells what a reader looks at to nobody else.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { FRAGMENT_PAIR } from "../../www/contract.js";
import { BOUNDS, fragment, message, origin } from "./anything.mjs";
import { embed } from "./page.mjs";

const genuine = fc.record({
  data: fc.record({ type: fc.constant("provision-explorer:story"), address: fc.constant("https://story.example/a?b#c"), fragment }),
  origin: fc.constant("https://story.example"),
  fromParent: fc.constant(true),
});
const told = fc.array(fc.oneof(genuine, { weight: 3, arbitrary: fc.record({ data: message, origin, fromParent: fc.boolean() }) }), { minLength: 1, maxLength: 6 });

const isOurs = (pair) => FRAGMENT_PAIR.test(pair);
const pairs = (hash) => hash.replace(/^#/, "").split("&").filter(Boolean);

/** All that a message may change. */
const state = ({ root, window, posted }) => [root.cloneNode().outerHTML, window.location.href, posted.length, window.document.querySelectorAll("*").length];

const believesNoMore = (page, before, { data, origin }) => {
  const { root, window, posted } = page;
  const at = root.dataset.provisionExplorerStory;
  if (at !== before.at) {
    assert.ok(at.startsWith(`${origin}/`) && !at.includes("#"), `${at} for ${origin}`);
    assert.equal(data.type, "provision-explorer:story");
  }
  assert.deepEqual(Array.from(root.style).filter((it) => it !== "color-scheme"), []); // whose words browsers check
  const own = (hash) => pairs(hash).filter((pair) => !isOurs(pair));
  assert.deepEqual(own(window.location.hash), own(before.hash), "the page's own pairs stay");
  assert.equal(window.location.href.split("#")[0], before.address);
  for (const { data: answer, to } of posted.slice(before.posted)) {
    assert.deepEqual(Object.keys(answer).filter((it) => !["type", "height", "sentinel"].includes(it)), [], "nothing of the reader's");
    assert.equal(to, "*");
  }
};

for (const query of ["?dataset=/law.json", "?deep-links"]) {
  test(`in a frame with ${query}, no message is believed more than it may`, async () => {
    await fc.assert(fc.asyncProperty(fragment, told, async (hash, messages) => {
      const page = await embed(`${query}#${hash}`, { framed: true });
      try {
        for (const { data, origin, fromParent } of messages) {
          const { root, window, posted } = page;
          const before = { at: root.dataset.provisionExplorerStory, hash: window.location.hash, address: window.location.href.split("#")[0], posted: posted.length };
          const was = state(page);
          page.hear({ data, origin, source: fromParent ? page.story : page.stranger });
          await Promise.resolve();
          if (fromParent) believesNoMore(page, before, { data, origin });
          else assert.deepEqual(state(page), was, "a stranger changes nothing");
          if (query !== "?deep-links") assert.deepEqual([window.location.hash, root.dataset.provisionExplorerStory], [before.hash, undefined]);
        }
        assert.deepEqual(page.thrown, []);
      } finally {
        page.close();
      }
    }), BOUNDS);
  });
}

test("what a reader looks at is told to a story that said where it stands, and nobody else", async () => {
  await fc.assert(fc.asyncProperty(told, async (messages) => {
    const page = await embed("?deep-links", { framed: true });
    try {
      let story;
      for (const { data, origin, fromParent } of messages) {
        page.hear({ data, origin, source: fromParent ? page.story : page.stranger });
        const at = page.root.dataset.provisionExplorerStory;
        if (at?.startsWith(`${origin}/`) && fromParent) story = origin;
        page.posted.length = 0;
        page.window.dispatchEvent(new page.window.CustomEvent("provision-explorer:visit"));
        const views = page.posted.filter((it) => it.data.type === "provision-explorer:view");
        assert.deepEqual(views.map((it) => it.to), at ? [story] : []);
      }
    } finally {
      page.close();
    }
  }), BOUNDS);
});
