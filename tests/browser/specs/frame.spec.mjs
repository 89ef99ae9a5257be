// The page for iframes and the script beside it, as a story, pym.js and AMP use them: how high it is, and how it looks.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import { expect, test } from "../fixtures.mjs";
import { expectFits, inside } from "../frames.mjs";
import { word } from "../words.mjs";

const require = createRequire(import.meta.url);

const hash = (page) => page.evaluate(() => location.hash);

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
