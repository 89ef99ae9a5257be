// The page for iframes and the script beside it, as a story, pym.js and AMP use them.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Explorer } from "../explorer.mjs";
import { expect, expectAccessible, expectNoSidewaysScroll, settled, test } from "../fixtures.mjs";

const require = createRequire(import.meta.url);
const hash = (page) => new URL(page.url()).hash;

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
    const inner = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    return Math.abs(outer - inner);
  }, what).toBeLessThanOrEqual(1);
  const [content, sight] = await frame.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.scrollingElement;
    return [[scrollHeight, scrollWidth], [clientHeight, clientWidth]];
  });
  expect(content, what).toEqual(sight);
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
  for (const view of ["Affected", "Objections", "Matrix", "Provisions"]) {
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
  await expectFollows(page, await inside(page));
});
