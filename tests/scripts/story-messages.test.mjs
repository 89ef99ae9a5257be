// Whatever a story hears, and from where: only its own frames of our page are answered, nothing but
// their height, and the story's address as far as a frame has `deep-links`, comes of it.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { FRAGMENT_PAIR } from "../../www/contract.js";
import { BOUNDS, SECRET, fragment, message, origin } from "./anything.mjs";
import { FOLDER, ORIGIN, story } from "./page.mjs";

const PAGE = `${FOLDER}embed.html`;
const BODY = `<!doctype html><link rel="canonical" href="https://story.example/a?id=7">
<iframe src="${PAGE}?heading=x" data-secret="${SECRET}"></iframe>
<iframe src="${PAGE}?deep-links"></iframe>
<iframe src="${PAGE}?deep-links&x"></iframe>
<iframe src="${PAGE}" sandbox="allow-scripts"></iframe>
<iframe src="https://elsewhere.example/pe/embed.html?deep-links"></iframe>
<iframe src="https://elsewhere.example/" data-secret="${SECRET}"></iframe>`;
const LINKED = 1;
const SANDBOXED = 3;
const OURS = [0, 1, 2, 3];

const view = fc.record({ type: fc.constant("provision-explorer:view"), fragment });
const genuine = fc.record({ data: fc.oneof(view, message), origin: fc.constant(ORIGIN), from: fc.integer({ min: 0, max: 2 }) });
const anything = fc.record({ data: message, origin, from: fc.integer({ min: -1, max: 5 }) });
const heard = fc.array(fc.oneof(genuine, anything), { minLength: 1, maxLength: 6 });
const pairs = (hash) => hash.replace(/^#/, "").split("&").filter(Boolean);
const own = (hash) => pairs(hash).filter((pair) => !FRAGMENT_PAIR.test(pair));

/** Whether a frame that speaks from an origin is one of our page. */
const isOurs = (from, origin) => OURS.includes(from) && origin === (from === SANDBOXED ? "null" : ORIGIN);

const isStyledByHeight = (frame) => {
  const style = frame.getAttribute("style") ?? "";
  return /^((border[a-z-]*: [a-z0-9 ]+; ?)*(height: [\d.e+-]+px;)?|scroll-margin-top: ;|) ?$/.test(style);
};

const saidNoMoreThanItMay = (posted, origin) => {
  for (const { data, to } of posted) {
    if (data.type === "provision-explorer:hello") continue;
    assert.equal(data.type, "provision-explorer:story");
    assert.equal(to, origin === "null" ? "*" : ORIGIN);
    if ("address" in data) assert.equal(data.address, "https://story.example/a?id=7");
    assert.deepEqual(own(data.fragment ?? ""), [], "the page's own pairs are nobody's");
  }
};

test("a story's frames get no more than they may, and strangers nothing", () => {
  fc.assert(fc.property(fragment, heard, (hash, messages) => {
    const page = story(`https://story.example/a?id=7&token=secret#${hash}`, BODY);
    try {
      for (const { data, origin, from } of messages) {
        const { window, frames, scrolled } = page;
        for (const { posted } of frames) posted.length = 0;
        const was = [window.document.documentElement.outerHTML, window.location.href, scrolled.length];
        page.hear({ data, origin, source: from < 0 ? page.stranger : frames[from].frame.contentWindow });
        const is = [window.document.documentElement.outerHTML, window.location.href, scrolled.length];
        const spoken = frames.flatMap(({ posted }, at) => (posted.length ? [at] : []));
        if (!isOurs(from, origin)) {
          assert.deepEqual([is, spoken], [was, []], "nothing comes of it");
          continue;
        }
        const { message, secret } = Object(data);
        if (message === "height" && secret !== frames[from].frame.dataset.secret) assert.deepEqual(is, was, "not this frame's secret");
        assert.deepEqual(spoken.filter((at) => at !== from), [], "nobody else is answered");
        saidNoMoreThanItMay(frames[from].posted, origin);
        for (const { frame } of frames) assert.ok(isStyledByHeight(frame), frame.outerHTML);
        const high = Number.parseFloat(frames[from].frame.style.height || "0");
        assert.ok(high >= 0 && high <= 1e6, `${high} px`);
        assert.deepEqual(own(window.location.hash), own(`#${hash}`), "the page's own pairs stay");
        if (from !== LINKED) assert.equal(is[1], was[1], "the address is the linked frame's alone");
        assert.equal(window.location.href.split("#")[0], "https://story.example/a?id=7&token=secret");
      }
      assert.deepEqual(page.thrown, []);
    } finally {
      page.close();
    }
  }), BOUNDS);
});
