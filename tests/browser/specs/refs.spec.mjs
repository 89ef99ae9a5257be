// Mentions of provisions in the story's prose.
import { Explorer } from "../explorer.mjs";
import { OWN, expect, settled, test, told } from "../fixtures.mjs";

/** Keeps the explorer on the screen while the reader reads elsewhere. */
const loaded = async (page) => {
  const explorer = await new Explorer(page).arrive();
  await page.evaluate(() => scrollTo(0, 0));
  return explorer;
};

const expectFocusOn = (explorer, name) =>
  expect(async () => expect((await explorer.focus()).name).toMatch(name)).toPass({ timeout: 3_000 });

test("a tap on a mention opens the provision in the page's explorer, in sight and with the focus", async ({ page, openCase }) => {
  await openCase("mentions");
  // Nothing has been loaded so far; the tap is what loads it.
  const explorer = new Explorer(page);
  await page.getByRole("button", { name: "Article 3", exact: true }).first().click();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 3")).toBeInViewport();
  await expectFocusOn(explorer, /^Article 3/);
  expect((await told(page, "select")).map((it) => it.detail.id)).toEqual(["art_3"]);
});

test("Enter and Space on a mention do what a tap does, in the story as well", async ({ page, story }) => {
  const explorer = await story();
  await loaded(page);
  const mention = page.locator("provision-ref").filter({ hasText: /^Article.36\(2\)$/ });
  await expect(mention.getByRole("button")).toBeVisible();
  await mention.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.card("Article 36(2)").getByRole("blockquote").first()).toBeVisible();
  await expectFocusOn(explorer, /^Article 36\(2\)/);
  const other = page.locator("provision-ref").filter({ hasText: /^Article.47$/ });
  await other.getByRole("button").focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("Space");
  await expectFocusOn(explorer, /^Article 47/);
  await expect(explorer.head("Article 47")).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).not.toBe(before);
});

test("a mention that wraps a link takes its place, and leaves it to a reader who wants another tab", async ({ page, context, openCase }) => {
  await openCase("mentions");
  const explorer = await loaded(page);
  const link = page.getByRole("link", { name: "open to all" });
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    link.click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await other.close();
  await settled(page);
  await expect(explorer.card("Article 2(1)").getByRole("blockquote")).toHaveCount(0);
  expect(await told(page, "select")).toEqual([]);
  await link.click();
  await expect(explorer.card("Article 2(1)").getByRole("blockquote").first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/cases/mentions/");
  await page.evaluate(() => scrollTo(0, 0));
  await link.focus();
  await page.keyboard.press("Enter");
  await expectFocusOn(explorer, /^Article 2\(1\)/);
});

/** Taps the words of a mention that hears it, wherever its card is. */
const tap = async (mention) => {
  await expect(mention.getByRole("button").first()).toBeVisible();
  const [x, y] = await mention.evaluate((it) => {
    const words = document.createRange();
    words.selectNodeContents(it);
    const { left, top, width, height } = words.getClientRects()[0];
    return [left + width / 2, top + height / 2];
  });
  await mention.page().mouse.click(x, y);
};

test("on a page without an explorer the card opens in place, and closes again", async ({ page, openCase }) => {
  await openCase("mentions-alone");
  const mention = page.locator("provision-ref").first();
  const card = mention.getByRole("article");
  await tap(mention);
  await expect(card.getByRole("blockquote")).toContainText("a coin is a lot of money");
  await expect(card.locator(".place").getByRole("link")).toHaveAttribute("href", /#:~:text=/);
  // What stands in the card is used without closing it.
  await card.getByText("Says one other agrees").click();
  await expect(card.getByText("Moths in general")).toBeVisible();
  await tap(mention);
  await expect(card).toHaveCount(0);
  // With keys, and around a link.
  await page.getByRole("link", { name: "open to all" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("provision-ref").nth(1).getByRole("blockquote")).toContainText("burglars can read");
});

test("a second tap while the card is on its way doesn't close it", async ({ page, openCase }) => {
  let go;
  const gone = new Promise((done) => { go = done; });
  await page.route("**/*.wasm", (route) => gone.then(() => route.continue()));
  await openCase("mentions-alone");
  const mention = page.locator("provision-ref").first();
  await tap(mention);
  await tap(mention);
  go();
  const card = mention.getByRole("article");
  await expect(card.getByRole("blockquote")).toBeVisible();
  await settled(page);
  await expect(card).toHaveCount(1);
});

test("a card that opens in place again is as folded as it was at first", async ({ page, openCase }) => {
  await openCase("mentions-alone");
  const mention = page.locator("provision-ref").first();
  const card = mention.getByRole("article");
  await tap(mention);
  await card.getByText("Says one other agrees").click();
  await expect(card.getByText("Moths in general")).toBeVisible();
  await tap(mention);
  await expect(card).toHaveCount(0);
  await tap(mention);
  await expect(card.getByText("Says one other agrees")).toBeVisible();
  await expect(card.getByText("Moths in general")).toBeHidden();
});

test("a card in place says whether it is open, and opens at the first tap however it was closed", async ({ page, openCase }) => {
  await openCase("mentions-alone");
  const mention = page.locator("provision-ref").first();
  const button = page.getByRole("button", { name: "Article 3" }).first();
  const card = mention.getByRole("article");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByRole("blockquote")).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await card.getByRole("heading", { level: 3 }).click(); // the card's own head folds it as well
  await expect(card.getByRole("blockquote")).toHaveCount(0);
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await tap(mention);
  await expect(card.getByRole("blockquote")).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
});

test("a card in place is neither underlined with its mention nor part of a button", async ({ page, openCase }) => {
  await openCase("mentions-alone");
  const mention = page.locator("provision-ref").first();
  await tap(mention);
  await expect(mention.getByRole("blockquote")).toBeVisible();
  const around = await mention.getByRole("blockquote").evaluate((quote) => {
    const found = [];
    for (let it = quote; it; it = it.parentElement ?? it.getRootNode().host) {
      const line = getComputedStyle(it).textDecorationLine;
      if (line !== "none") found.push(`${it.localName} has ${line}`);
      if (it.getAttribute("role") === "button") found.push(`${it.localName} is a button`);
    }
    return found;
  });
  expect(around).toEqual([]);
});

test("beside an explorer that could not load, a mention still opens its card in place", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "missing.json answered 404");
  await openCase("mentions-failed");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  const mention = page.locator("provision-ref").first();
  await tap(mention);
  await expect(mention.getByRole("article").getByRole("blockquote")).toContainText("a coin is a lot of money");
});

test("where nothing can be loaded, a mention that wraps a link leads where the link leads", async ({ page, watch, openCase }) => {
  const once = [OWN.notFound, "missing.json answered 404"];
  watch.expectLines(...once, ...once); // the explorer, then the mention
  await openCase("mentions-failed");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await page.getByRole("link", { name: "open to all" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A plain page");
});
