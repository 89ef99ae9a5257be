// The page's address: written only where the newsroom asked for it, and never at the page's cost.
import { Explorer } from "../explorer.mjs";
import { expect, test, told } from "../fixtures.mjs";

/** Steps through the page's history, as the browser's own buttons do. */
const step = (page, by) => page.evaluate((by) => history.go(by), by);

const hash = (page) => page.evaluate(() => location.hash);

test("what is on the screen stands in the fragment and comes back with a reload", async ({ page, openCase }) => {
  const explorer = await (await openCase("deep-links")).arrive();
  expect(await hash(page)).toBe("");
  await explorer.toggle("Article 1");
  expect(await hash(page)).toBe("#pe=art_1");
  await explorer.summary("I am").click();
  await explorer.lens("Night owls").check();
  await explorer.turn("affected");
  expect(await hash(page)).toBe("#pe=art_1&view=affected&for=night-owls");
  await explorer.search.fill("who is out?");
  expect(await hash(page)).toBe("#pe=art_1&view=affected&for=night-owls&q=who%20is%20out%3F");
  await explorer.search.fill("stars");
  await page.reload();
  await explorer.arrive();
  await expect(explorer.search).toHaveValue("stars");
  await expect(explorer.summary("I am")).toContainText("a night owl");
  await expect(explorer.view("affected")).toHaveAttribute("aria-current", "true");
  await explorer.turn("provisions");
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
});

test("back and forward walk through what the reader did, typing aside", async ({ page, openCase }) => {
  const explorer = await (await openCase("deep-links")).arrive();
  const entries = await page.evaluate(() => history.length);
  await explorer.toggle("Article 3");
  await explorer.search.pressSequentially("coin");
  await explorer.turn("matrix");
  expect(await page.evaluate(() => history.length)).toBe(entries + 2);
  await step(page, -1);
  await expect(explorer.glance).toHaveCount(0);
  await expect(explorer.search).toHaveValue("coin");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await step(page, -1);
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  await expect(explorer.search).toHaveValue("");
  expect(await hash(page)).toBe("");
  await step(page, 2);
  await expect(explorer.view("matrix")).toHaveAttribute("aria-current", "true");
  await expect(explorer.search).toHaveValue("coin");
  // The page itself was never left.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A page with a fragment of its own");
});

test("a link leads to exactly what it names, beside a part of the fragment that is the page's", async ({ page, openCase }) => {
  const explorer = await openCase("deep-links", "#chapter=2&pe=art_2__para_1&by=sky-paper&unknown");
  await expect(explorer.card("Article 2(1)").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 2(1)")).toBeInViewport();
  await expect(explorer.sources).toContainText("Dark Sky paper");
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
  await explorer.turn("objections");
  expect(await hash(page)).toBe("#chapter=2&unknown&pe=art_2__para_1&view=objections&by=sky-paper");
  await explorer.host.evaluate((it) => it.reset());
  await expect.poll(() => hash(page)).toBe("#chapter=2&unknown");
});

test("a fragment that is the page's alone leads where it always led", async ({ page, openCase }) => {
  const explorer = await openCase("deep-links", "#part-2");
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await hash(page)).toBe("#part-2");
  await page.evaluate(() => { location.hash = "#part-2"; });
  await expect(explorer.status).toHaveText("4 provisions");
  await explorer.toggle("Article 1");
  expect(await hash(page)).toBe("#part-2&pe=art_1");
});

test("back leads out of a card on a page that was itself opened at a part", async ({ page, openCase }) => {
  const explorer = await (await openCase("deep-links", "#part-2")).arrive();
  const card = await explorer.toggle("Article 1");
  await step(page, -1);
  await expect(card.getByRole("blockquote")).toHaveCount(0);
  expect(await hash(page)).toBe("#part-2");
  await step(page, 1);
  await expect(card.getByRole("blockquote").first()).toBeVisible();
  // Another part of the page says nothing of the explorer.
  await page.evaluate(() => { location.hash = "#part-3"; });
  await expect(card.getByRole("blockquote").first()).toBeVisible();
});

test("a link of the story's own leads to what it names", async ({ page, openCase }) => {
  const explorer = await (await openCase("deep-links")).arrive();
  await page.getByRole("link", { name: "What of Article 3?" }).click();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 3")).toBeInViewport();
  await expect(explorer.card("Article 3").locator("summary").first()).toBeFocused();
});

test("a link of the story's own leads to an explorer that is not there yet, and on to another view", async ({ page, openCase }) => {
  const explorer = await openCase("deep-links-below");
  await page.getByRole("link", { name: "What of Article 3?" }).click();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 3")).toBeInViewport();
  await expect(explorer.card("Article 3").locator("summary").first()).toBeFocused();
  await page.getByRole("link", { name: "Everything in one look" }).click();
  await expect(explorer.glance).toBeVisible();
  await expect(explorer.host.getByRole("heading", { level: 2 })).toBeInViewport();
});

test("following one of the page's own anchors again, or stepping back, takes nothing else from the reader", async ({ page, openCase }) => {
  const explorer = await openCase("deep-links", "#pe=art_3");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await explorer.toggle("Article 1");
  await explorer.search.focus();
  await step(page, -1);
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(0);
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.search).toBeFocused();
  await page.evaluate(() => { location.hash = "#part-2"; });
  await page.evaluate(() => { location.hash = "#part-2"; });
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
});

test("what is open by a link is open only where the newsroom left it in", async ({ page, openCase }) => {
  const explorer = await (await openCase("deep-links")).arrive();
  await explorer.host.evaluate((it) => it.setAttribute("only", ""));
  await expect(explorer.cards).toHaveCount(1);
  await page.evaluate(() => { location.hash = "#pe=art_1"; });
  await expect(explorer.host.getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(explorer.cards).toHaveCount(1);
});

test("of two explorers that want the address one has it, and the other says so once", async ({ page, watch, openCase }) => {
  watch.expectLines("attribute deep-links: another explorer of this page writes its address");
  await openCase("two-deep-links");
  const bill = await new Explorer(page, page.locator("#bill")).arrive();
  const charter = await new Explorer(page, page.locator("#charter")).arrive();
  await charter.toggle("Article 9");
  await bill.toggle("Article 3");
  expect(["#pe=art_3", "#pe=art_9"]).toContain(await hash(page));
  expect(await told(page, "error")).toHaveLength(1);
});

test("without deep-links the page's address and history are the page's alone", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain", "#pe=art_3&view=matrix")).arrive();
  const before = await page.evaluate(() => [location.href, history.length, history.state]);
  await expect(explorer.glance).toHaveCount(0);
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  await explorer.toggle("Article 1");
  await explorer.search.fill("coin");
  await explorer.turn("objections");
  expect(await page.evaluate(() => [location.href, history.length, history.state])).toEqual(before);
  await expect(explorer.host.getByRole("button", { name: "Copy link" })).toHaveCount(0);
});
