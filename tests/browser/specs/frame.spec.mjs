// The page for iframes and the script beside it, as a story, pym.js and AMP use them.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Explorer } from "../explorer.mjs";
import { OWN, expect, expectAccessible, expectNoSidewaysScroll, heldBack, pasted, settled, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const require = createRequire(import.meta.url);
const hash = (page) => page.evaluate(() => location.hash);

/** What stands in a frame of the page, once the explorer is drawn there. */
const inside = async (page, selector = "iframe") => {
  const frame = await (await page.locator(selector).elementHandle()).contentFrame();
  const explorer = new Explorer(frame, frame.locator("provision-explorer"));
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  return { frame, explorer, element: page.locator(selector) };
};

/** The frame is as high as what is in it, to a pixel, and has nothing to scroll. */
const expectFits = async ({ frame, element }, what) => {
  await expect.poll(async () => {
    const outer = await element.evaluate((it) => it.clientHeight);
    const { inner, down, across } = await frame.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.scrollingElement;
      const inner = document.documentElement.getBoundingClientRect().height;
      return { inner, down: scrollHeight - clientHeight, across: scrollWidth - clientWidth };
    });
    return { differs: Math.abs(outer - inner) > 1, down, across };
  }, what).toEqual({ differs: false, down: 0, across: 0 });
  await expectNoSidewaysScroll(frame, what);
};

/** Everything that changes a height, each followed to the pixel. */
const expectFollows = async (page, it) => {
  const { explorer } = it;
  await expectFits(it, "at first");
  const closed = await it.element.evaluate((frame) => frame.clientHeight);
  await explorer.toggle("Article 1");
  await expectFits(it, "with a card open");
  expect(await it.element.evaluate((frame) => frame.clientHeight)).toBeGreaterThan(closed + 50);
  await explorer.toggle("Article 1");
  await expectFits(it, "with it closed again");
  expect(await it.element.evaluate((frame) => frame.clientHeight)).toBe(closed);
  await explorer.search.fill("coin");
  await expectFits(it, "with few results");
  await explorer.search.fill("");
  for (const view of ["affected", "objections", "matrix", "provisions"]) {
    await explorer.turn(view);
    await expectFits(it, view);
  }
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFits(it, `${width} px wide`);
  }
};

test("the frame is as high as what is in it through every change", async ({ page, openCase }) => {
  await openCase("frame");
  const it = await inside(page);
  await expectFollows(page, it);
  await expect(it.frame.locator("html")).toHaveAttribute("lang", "en");
  expect(await it.frame.title()).toBe("Lantern Bill");
});

test("a sandboxed frame is as high as what is in it, and takes and gives links", async ({ page, openCase }) => {
  await openCase("frame-sandboxed", "#part=2&pe=art_2__para_1");
  const it = await inside(page);
  expect(await it.frame.evaluate(() => origin)).toBe("null");
  await expect(it.explorer.card("Article 2(1)").getByRole("blockquote").first()).toBeVisible();
  await expect(it.explorer.head("Article 2(1)")).toBeInViewport();
  await it.explorer.toggle("Article 2(1)");
  await expect.poll(() => hash(page)).toMatch(/^#part=2/);
  await expectFollows(page, it);
});

test("a frame from another origin is as high as what is in it, and takes and gives links", async ({ page, openCase }) => {
  await openCase("frame-abroad", "#pe=art_3");
  const it = await inside(page);
  expect(await it.frame.evaluate(() => origin)).toMatch(/^http:\/\/localhost:/);
  await expect(it.explorer.head("Article 3")).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await it.explorer.toggle("Article 3");
  await expect.poll(() => hash(page)).toBe("");
  await expectFollows(page, it);
});

test("pym.js itself keeps the frame's height right", async ({ page, openCase }) => {
  const pym = require.resolve("pym.js/dist/pym.v1.min.js");
  await page.route("**/frame-pym/pym.js", (route) => route.fulfill({ path: pym, contentType: "text/javascript" }));
  await openCase("frame-pym", "?token=secret#pe=art_3");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  const it = await inside(page);
  await expect(it.explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  const address = await it.frame.locator("html").getAttribute("data-provision-explorer-story");
  expect(address).toMatch(/\/cases\/frame-pym\/$/);
  expect(await it.frame.evaluate(() => history.length)).toBe(await page.evaluate(() => history.length));
  await it.explorer.toggle("Article 3");
  await expectFollows(page, it);
  // pym.js scrolls, too, where a reader follows a link within the frame.
  await page.evaluate(() => scrollTo(0, 0));
  await it.explorer.host.evaluate((element) => element.select("2(1)"));
  await expect(it.explorer.head("Article 2(1)")).toBeInViewport();
});

test("a page that does what amp-iframe documents keeps the frame's height right", async ({ page, openCase }) => {
  await openCase("frame-amp");
  // Out of sight, a frame in a process of its own doesn't hear at once how high it is.
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expectFollows(page, await inside(page));
});

test("the story's fragment opens what it names, and the reader's view goes into the story's address", async ({ page, openCase }) => {
  await openCase("frame", "#chapter=2&pe=art_2__para_1&unknown");
  const { explorer } = await inside(page);
  await expect(explorer.card("Article 2(1)").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 2(1)")).toBeInViewport();
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
  await explorer.turn("objections");
  await expect.poll(() => hash(page)).toBe("#chapter=2&unknown&pe=art_2__para_1&view=objections");
  await explorer.search.fill("stars");
  await expect.poll(() => hash(page)).toBe("#chapter=2&unknown&pe=art_2__para_1&view=objections&q=stars");
  await explorer.host.evaluate((it) => it.reset());
  await expect.poll(() => hash(page)).toBe("#chapter=2&unknown");
  await page.reload();
  const again = await inside(page);
  await expect(again.explorer.card("Article 2(1)").getByRole("blockquote")).toHaveCount(0);
});

for (const [when, isDrawn] of [["", true], [" while the explorer is on its way", false]]) {
  test(`a story whose script comes late${when} opens what its fragment names, and leaves the focus where it is`, async ({ page }) => {
    const release = await heldBack(page, "**/embed-parent.js");
    const draw = await heldBack(page, "**/*.wasm");
    await page.goto("/cases/frame/#pe=art_2__para_1", { waitUntil: "commit" });
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    await frame.locator("provision-explorer").waitFor({ state: "attached" });
    if (isDrawn) {
      draw();
      await expect((await inside(page)).explorer.card("Article 2(1)").getByRole("blockquote")).toHaveCount(0);
    }
    const link = page.getByRole("link", { name: "On to part 2" });
    await link.evaluate((it) => it.focus({ preventScroll: true })); // whoever has scrolled is left alone
    release();
    await expect.poll(() => frame.evaluate(() => location.hash)).toBe("#pe=art_2__para_1");
    draw();
    const { explorer } = await inside(page);
    await expect(explorer.card("Article 2(1)").getByRole("blockquote").first()).toBeVisible();
    await expect(explorer.head("Article 2(1)")).toBeInViewport();
    await settled(page);
    await expect(link).toBeFocused();
    // The story's own link is a reader's wish, and moves the focus; the way back isn't.
    await page.getByRole("link", { name: "What of Article 3?" }).click();
    await expect(page.locator("iframe")).toBeFocused();
    await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
    if (!await page.evaluate(() => "navigation" in self)) return; // there a step can't be told from a link
    await link.evaluate((it) => it.focus({ preventScroll: true }));
    await page.evaluate(() => history.back());
    await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
    await settled(page);
    await expect(link).toBeFocused();
  });
}

test("a story that comes late doesn't undo what the reader has opened in its frame", async ({ page }) => {
  const release = await heldBack(page, "**/embed-parent.js");
  await page.goto("/cases/frame/#pe=art_2__para_1", { waitUntil: "commit" });
  const { explorer } = await inside(page);
  await explorer.toggle("Article 3");
  release();
  await expect.poll(() => hash(page)).toBe("#pe=art_3");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
});

test("back and forward walk through what the reader did in the frame, and the story is never left", async ({ page, openCase }) => {
  await openCase("frame");
  const { explorer } = await inside(page);
  const entries = await page.evaluate(() => history.length);
  await explorer.toggle("Article 3");
  await expect.poll(() => hash(page)).toBe("#pe=art_3");
  await explorer.search.pressSequentially("coin");
  await explorer.turn("matrix");
  await expect.poll(() => hash(page)).toBe("#pe=art_3&view=matrix&q=coin");
  expect(await page.evaluate(() => history.length)).toBe(entries + 2);
  await page.evaluate(() => history.back());
  await expect(explorer.glance).toHaveCount(0);
  await expect.poll(() => hash(page)).toBe("#pe=art_3&q=coin");
  await page.evaluate(() => history.back());
  await expect.poll(() => hash(page)).toBe("");
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  await page.evaluate(() => history.forward());
  await expect.poll(() => hash(page)).toBe("#pe=art_3&q=coin");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A story with a frame");
});

test("a link of the story's own leads to what it names in the frame, and back leads out of it", async ({ page, openCase }) => {
  await openCase("frame", "#pe=art_1");
  const { explorer } = await inside(page);
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("link", { name: "What of Article 3?" }).click();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 3")).toBeInViewport();
  expect(await hash(page)).toBe("#pe=art_3");
  await page.evaluate(() => history.back());
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  expect(await hash(page)).toBe("#pe=art_1");
  // Another part of the page says nothing of the explorer.
  await page.getByRole("link", { name: "On to part 2" }).click();
  await settled(page);
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
});

test("a reader who comes back is not taken elsewhere", async ({ page, openCase }) => {
  await openCase("frame", "#pe=art_3");
  await expect((await inside(page)).explorer.head("Article 3")).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await page.evaluate(() => { history.scrollRestoration = "manual"; });
  await page.reload();
  const { explorer } = await inside(page);
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("a reader who has begun to read meanwhile is not taken elsewhere, and nothing jumps", async ({ page, openCase }) => {
  const release = await heldBack(page, "**/*.wasm");
  const asked = page.waitForRequest("**/*.wasm");
  await openCase("frame", "#pe=art_3");
  await asked;
  await page.evaluate(() => scrollTo(0, 200));
  expect(await page.locator("iframe").evaluate((it) => it.offsetHeight)).toBe(640);
  release();
  const { explorer } = await inside(page);
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBe(200);
});

test("a script that comes after the frame brings height and link all the same", async ({ page, openCase }) => {
  await openCase("frame-late", "#pe=art_3");
  const it = await inside(page);
  expect(await it.element.evaluate((frame) => frame.offsetHeight)).toBe(640);
  await expect(it.explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  await page.evaluate(() => import("/embed-parent.js"));
  await expect(it.explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expectFits(it);
});

test("what a reader follows within the frame comes into sight beneath the story's own bar", async ({ page, openCase }) => {
  await openCase("frame-sandboxed");
  await page.evaluate(() => { document.documentElement.style.scrollPaddingTop = "60px"; });
  const { explorer, frame, element } = await inside(page);
  await explorer.host.evaluate((it) => it.select("3", { focus: true }));
  await expect(explorer.card("Article 3").locator("summary").first()).toBeFocused();
  const card = async () => {
    const top = await element.evaluate((it) => it.getBoundingClientRect().top);
    return top + await frame.locator("[id=art_3]").evaluate((it) => it.getBoundingClientRect().top);
  };
  await expect.poll(card).toBeGreaterThan(60);
  // The card keeps room above it for the bar of an explorer that fills the screen.
  expect(await card()).toBeLessThan(120);
});

test("a frame that grows above the reader leaves what is read where it is", async ({ page, openCase }) => {
  await openCase("frame");
  const it = await inside(page);
  await expectFits(it);
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const place = () => page.getByRole("heading", { name: "Part 2" }).evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await place();
  const high = await it.element.evaluate((frame) => frame.clientHeight);
  await it.explorer.host.evaluate((host) => host.setAttribute("view", "objections"));
  await expect.poll(() => it.element.evaluate((frame) => frame.clientHeight)).not.toBe(high);
  await expect.poll(async () => Math.abs(await place() - before)).toBeLessThanOrEqual(1);
});

/** What "Copy link" in a frame gives, where a frame knows what it was told, and no more. */
const copiedIn = async (page, openCase, name, query) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCase(name, `${query}#chapter=2`);
  const { explorer, frame } = await inside(page);
  const card = await explorer.toggle("Article 1");
  await card.getByRole("button", { name: "Copy link" }).click();
  await expect(card.getByRole("button", { name: "Link copied" })).toBeVisible();
  const seen = await frame.evaluate(() => `${document.referrer} ${location.href} ${document.documentElement.outerHTML}`);
  expect(seen).not.toContain("secret");
  return pasted(page);
};

test("copy link gives the story's address, with as much of its query as the story calls its own", async ({ page, openCase }) => {
  const copied = (...which) => copiedIn(page, openCase, ...which);
  expect(await copied("frame-late", "?token=secret")).toMatch(/\/embed\.html\?dataset=[^#]*#pe=art_1$/);
  expect(await copied("frame", "?story=7&token=secret")).toMatch(/\/cases\/frame\/\?story=7#pe=art_1$/);
});

test("copy link in a sandboxed frame gives the story's address, bare where the story calls no query its own", async ({ page, openCase }) => {
  const link = await copiedIn(page, openCase, "frame-sandboxed", "?token=secret");
  expect(link).toMatch(/\/cases\/frame-sandboxed\/#pe=art_1$/);
});

test("a frame without deep-links leaves the story's address alone, and is told nothing of it", async ({ page, openCase }) => {
  await openCase("frame-plain", "?token=secret#pe=art_3");
  const { explorer, frame } = await inside(page);
  await frame.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data));
  });
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  const told = [{ type: "provision-explorer:hello" }, { type: "provision-explorer:story", scheme: "normal" }];
  await expect.poll(() => frame.evaluate(() => window.heard)).toEqual(told);
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  await explorer.toggle("Article 1");
  await settled(page);
  expect(await hash(page)).toBe("#pe=art_3");
  await expect(explorer.host.getByRole("button", { name: "Copy link" })).toHaveCount(0);
});

test("of two frames each has its own height and theme, and the first the address", async ({ page, openCase }) => {
  await openCase("frame-two");
  const bill = await inside(page, "#bill");
  const charter = await inside(page, "#charter");
  await charter.explorer.turn("provisions");
  await bill.explorer.toggle("Article 3");
  await expect.poll(() => hash(page)).toBe("#pe=art_3");
  await charter.explorer.toggle("Article 9");
  await expectFits(charter, "which comes after it has told its view");
  expect(await hash(page)).toBe("#pe=art_3");
  // A step of the story's is none of the other's.
  await page.evaluate(() => { location.hash = "#pe=art_1"; });
  await expect(bill.explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await expect(charter.explorer.card("Article 9").getByRole("blockquote").first()).toBeVisible();
  await expectFits(bill);
  await expectFits(charter);
  expect(await bill.frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("normal");
  expect(await charter.frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
});

test.describe("where the reader's system is dark", () => {
  test.use({ system: { colorScheme: "dark" } });

  test("a frame looks as the story does", async ({ page, openCase }) => {
    const paper = (explorer) => explorer.host.evaluate((it) => getComputedStyle(it.shadowRoot.querySelector(".root")).backgroundColor);
    await openCase("frame-plain");
    expect(await paper((await inside(page)).explorer)).toBe("rgb(255, 255, 255)");
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = "light dark";
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await expect.poll(async () => paper((await inside(page)).explorer)).toBe("rgb(23, 25, 28)");
    await page.evaluate(() => { document.documentElement.style.colorScheme = ""; });
  });
});

// What anybody may send: shapes that are almost right, and values that throw where they are used.
const shapes = (texts) => {
  const unusable = { toString: 1, valueOf: 1 };
  const types = ["hello", "story", "ready", "height", "view", "reveal"].map((name) => `provision-explorer:${name}`);
  const values = [undefined, null, Number.NaN, Infinity, -1e9, "5", "1px;color:red", [1], {}, unusable, 7n, true];
  return [
    null, undefined, 7, "", "x", "pymxPYMxpymxPYMxheightxPYMx9999", [], unusable, { type: unusable }, { type: "__proto__" },
    { type: "toString" }, { type: "provision-explorer:" }, { sentinel: "amp", type: "embed-size", height: 9999 },
    ...types.flatMap((type) => values.map((value) => {
      // Any text is a fragment, if of nobody's.
      const text = texts || typeof value !== "string" ? value : 5;
      return { type, height: value, fragment: text, address: text, top: value, scheme: value, arriving: value };
    })),
  ];
};
const known = [
  { type: "provision-explorer:height", height: 9999 },
  { type: "provision-explorer:view", fragment: "pe=art_1" },
  { type: "provision-explorer:reveal", top: 500 },
  { type: "provision-explorer:story", fragment: "pe=art_1", address: "https://evil.example/" },
];

test("messages from anyone else, and of any other shape, change nothing and nobody throws", async ({ page, openCase }) => {
  await openCase("frame", "#pe=art_3");
  const it = await inside(page, "#frame");
  await expectFits(it);
  const state = async () => [
    await it.element.evaluate((frame) => frame.getAttribute("style")), await page.evaluate(() => `${location} ${scrollY}`),
    await it.frame.evaluate(() => location.href), await it.frame.locator("html").getAttribute("data-provision-explorer-story"),
  ];
  await settled(page);
  const before = await state();
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.id = "stranger";
    stranger.title = "A stranger";
    document.querySelector("main").append(stranger);
  });
  const stranger = await (await page.locator("#stranger").elementHandle()).contentFrame();
  // A stranger speaks to the story and to the frame, and the story to itself.
  for (const messages of [known, shapes(true)]) {
    await stranger.evaluate((messages) => {
      for (const message of messages) {
        parent.postMessage(message, "*");
        parent.frames[0].postMessage(message, "*");
      }
    }, messages);
    await page.evaluate((messages) => { for (const message of messages) postMessage(message, "*"); }, messages);
  }
  // The frame itself sends what is almost right to the story, and the story to the frame.
  const wrong = shapes(false).filter((it) => it?.height !== -1e9);
  await it.frame.evaluate((messages) => { for (const message of messages) parent.postMessage(message, "*"); }, wrong);
  await page.evaluate((messages) => { for (const message of messages) frames[0].postMessage(message, "*"); }, shapes(false));
  await settled(page);
  await settled(it.frame);
  expect(await state()).toEqual(before);
  await expect(it.explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await it.explorer.toggle("Article 1");
  await expectFits(it, "afterwards");
});

test("a page that took the frame's place is neither heard nor told", async ({ page, openCase }) => {
  await openCase("frame-abroad", "#pe=art_3");
  const it = await inside(page);
  await it.explorer.toggle("Article 3");
  await expectFits(it);
  const style = await it.element.getAttribute("style");
  // The same window, now with a page of another origin in it.
  const sheet = await page.evaluate(() => `${location.origin}/cases/plain/page.css`);
  await it.frame.evaluate((sheet) => { setTimeout(() => location.assign(sheet)); }, sheet);
  const inFrame = async () => (await page.locator("iframe").elementHandle()).contentFrame();
  await expect.poll(async () => (await inFrame())?.evaluate(() => location.href).catch(() => "")).toBe(sheet);
  const usurper = await inFrame();
  await usurper.evaluate((messages) => {
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data.type));
    for (const message of messages) parent.postMessage(message, "*");
    parent.postMessage({ type: "provision-explorer:ready" }, "*");
  }, known);
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await expect.poll(() => usurper.evaluate(() => window.heard)).toEqual(["provision-explorer:hello"]);
  expect(await it.element.getAttribute("style")).toBe(style);
});

test("on the story's paper the frame is whole, as it is on the screen", async ({ page, openCase }, info) => {
  await openCase("frame-two");
  const it = await inside(page, "#bill");
  const charter = await inside(page, "#charter");
  await it.explorer.toggle("Article 1");
  await it.explorer.toggle("Article 3");
  await charter.explorer.turn("provisions");
  await expectFits(it);
  const before = await it.explorer.host.ariaSnapshot();
  const style = await it.element.getAttribute("style");
  const file = info.outputPath("story.pdf");
  mkdirSync(info.outputPath(), { recursive: true });
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]);
  // On the screen there are arrows, which are letters on paper; buttons are no use there.
  const bare = (text) => text.replace(/[\s^]+/g, "");
  for (const { explorer } of [it, charter]) {
    const foot = explorer.host.locator("footer").last();
    expect(bare(stdout)).toContain(bare(await foot.innerText()).split(bare(word("copy_link")))[0]);
  }
  expect(bare(stdout)).toContain(bare("a coin is a lot of money"));
  expect(await it.explorer.host.ariaSnapshot()).toBe(before);
  expect(await it.element.getAttribute("style")).toBe(style);
});

test("printed by itself, a frame opens everything", async ({ page, openCase }) => {
  // Headless, Chromium has nothing to print to; the events come as they do elsewhere.
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      setTimeout(() => {
        const { shadowRoot } = document.querySelector("provision-explorer");
        window.printed = shadowRoot.querySelectorAll("blockquote").length;
        dispatchEvent(new Event("afterprint"));
      });
    };
  });
  await openCase("frame");
  const { explorer, frame } = await inside(page);
  await explorer.host.getByRole("button", { name: "Everything on paper" }).click();
  await expect.poll(() => frame.evaluate(() => window.printed)).toBeGreaterThan(3);
  await expect(explorer.host.getByRole("blockquote").filter({ visible: true })).toHaveCount(0);
});

/** Puts a page for frames with other options into a story's frame. */
const openFrame = async (page, openCase, query) => {
  await openCase("frame-plain");
  await page.locator("iframe").evaluate((frame, query) => { frame.src = `/embed.html${query}`; }, query);
  const frame = page.frameLocator("iframe");
  const explorer = new Explorer(frame, frame.locator("provision-explorer"));
  return { frame, explorer };
};

const drawn = async (page, openCase, query) => {
  const { explorer } = await openFrame(page, openCase, query);
  await expect.poll(() => page.frames()[1].url()).toContain(query.slice(0, 20));
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  return inside(page);
};

test("its address says what attributes say, in query or fragment, and the title is the heading", async ({ page, openCase }) => {
  const notes = encodeURIComponent(JSON.stringify({ notes: { 3: "Mind this one." }, view: "matrix" }));
  const { explorer, frame } = await drawn(page, openCase, `?dataset=/cases/data/bill.json&highlight=3,+2(1)&options=${notes}#heading=Q%26A&view=provisions`);
  await expect(explorer.heads.first()).toContainText("Article 3");
  await expect(explorer.card("Article 3")).toContainText("Mind this one.");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Q&A");
  expect(await frame.title()).toBe("Q&A");
});

test("a mistake in the address is told in the console, and the rest holds", async ({ page, watch, openCase }) => {
  watch.expectLines("options in the address: not JSON", /`matrices` is not one of[^]*no option is called `highlights`; did you mean `highlight`\?/);
  const { explorer } = await drawn(page, openCase, "?dataset=/cases/data/bill.json&options={&highlights=3&view=matrices&heading=Lanterns");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Lanterns");
});

test("from right to left the page speaks the interface's language", async ({ page, openCase }) => {
  const { explorer, frame } = await drawn(page, openCase, "?lang=ar&highlight=28(4)&only");
  await expect(frame.locator("html")).toHaveAttribute("lang", "ar");
  expect(await explorer.status.evaluate((it) => getComputedStyle(it).direction)).toBe("rtl");
});

test("a dataset of another origin is refused, so that no link can put words into a newsroom's mouth", async ({ page, watch, openCase }) => {
  for (const query of ["?dataset=https://evil.example/law.json", `?options=${encodeURIComponent('{"dataset":"//evil.example/law.json"}')}`]) {
    const told = watch.ours.length;
    const { frame, explorer } = await openFrame(page, openCase, query);
    await expect.poll(() => watch.ours.length).toBe(told + 1);
    await expect(frame.getByText("This part of the story needs JavaScript")).toBeVisible();
    await expect(explorer.host).toHaveCount(0);
    // The link leads to the bundled law, and this address asked for another.
    await expect(frame.getByRole("link")).toHaveCount(0);
  }
  watch.expectLines("stands on another origin than embed.html", "stands on another origin than embed.html");
});

test("where the module doesn't come, the frame has what it says, and its height", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, /cannot be fetched|answered 404/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await openCase("frame-plain");
  const element = page.locator("iframe");
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  await expect(frame.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectFits({ frame, element });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a frame leads to the text of everything", async ({ page }) => {
    await page.goto("/embed.html");
    expect(await page.title()).toBe("UN Convention against Cybercrime");
    const link = page.getByRole("link", { name: "UN Convention against Cybercrime: read everything as a text" });
    expect(await link.getAttribute("href")).toBe("./text.html");
    expect(await link.getAttribute("target")).toBe("_blank");
  });
});

test.describe("what `cargo xtask prerender` prints", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const options = {
    highlight: ["28(4)", "24"],
    heading: "Q&A: <who> “objects”, 100 % + #1?",
    view: "objections",
    theme: "dark",
    deepLinks: true,
    notes: { "28(4)": "Été & </script> \"quoted\" +1 %41 حق" },
  };
  const prerender = async (info, ...how) => {
    const file = info.outputPath("options.json");
    mkdirSync(info.outputPath(), { recursive: true });
    writeFileSync(file, JSON.stringify(options));
    const { stdout } = await promisify(execFile)("cargo", ["xtask", "prerender", file, ...how], { cwd: root });
    return stdout;
  };
  const read = (page, html) => page.evaluate((html) => {
    const frame = new DOMParser().parseFromString(html, "text/html").querySelector("iframe");
    return Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
  }, html);

  test("as a frame comes back as the same options", async ({ page, baseURL, openCase }, info) => {
    test.setTimeout(120_000);
    await page.goto("about:blank");
    const html = await prerender(info, "--as", "frame", "--loader", `${baseURL}/provision-explorer.js`);
    const { src, title, loading, referrerpolicy } = await read(page, html);
    expect({ title, loading, referrerpolicy }).toEqual({ title: options.heading, loading: "lazy", referrerpolicy: "no-referrer" });
    expect(html).toContain(`<script type="module" src="${baseURL}/embed-parent.js"></script>`);
    const { explorer } = await drawn(page, openCase, new URL(src).search);
    const { notes, ...rest } = options;
    expect(await explorer.host.evaluate((it) => [it.options, ...["heading", "highlight", "view", "theme", "deep-links"].map((name) => it.getAttribute(name))]))
      .toEqual([{ notes }, rest.heading, "28(4), 24", rest.view, rest.theme, ""]);
    await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText(options.heading);
  });

  test("as oEmbed holds that frame, and the story's page leads to it", async ({ baseURL }, info) => {
    test.setTimeout(120_000);
    const at = ["--loader", `${baseURL}/provision-explorer.js`];
    const { html, ...answer } = JSON.parse(await prerender(info, "--as", "oembed", ...at));
    const { thumbnail_url, ...rest } = answer;
    expect(rest).toEqual({
      version: "1.0", type: "rich", title: options.heading, provider_name: "Provision Explorer", provider_url: `${baseURL}/`,
      width: 640, height: 640, thumbnail_width: 1200, thumbnail_height: 630,
    });
    expect(html).toBe((await prerender(info, "--as", "frame", ...at)).trimEnd());
    const story = await prerender(info, "--as", "page", ...at);
    const [, name] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)\.json" title="Q&amp;A: &lt;who&gt;/.exec(story);
    expect(thumbnail_url).toBe(`${name}-art_28__para_4.png`);
    await expect(prerender(info, "--as", "oembed")).rejects.toThrow("needs the whole address of provision-explorer.js");
  });
});
