// A frame and the address of the story around it: links in, the reader's view out, history, and where the reader is.
import { expect, heldBack, pasted, settled, test } from "../fixtures.mjs";
import { expectFits, inside } from "../frames.mjs";

const hash = (page) => page.evaluate(() => location.hash);

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
