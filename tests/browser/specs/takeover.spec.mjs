// The demo story brings its explorer along as markup, and the widget takes that over as it stands.
import { concernsOn, data, groups } from "../dataset.mjs";
import { drawing, hold, running } from "../early.mjs";
import { Explorer } from "../explorer.mjs";
import { UNWATCHED, OWN, expect, settled, test, told } from "../fixtures.mjs";

const CITED = "Article 28(4)";
const [{ affected: [{ group }], evidence: [{ quote: { exact: QUOTE } }] }] = concernsOn("art_28__para_4");

/** Remembers every node of every drawing, and where the visible ones stand. */
const remember = (page) => page.evaluate(() => {
  const elements = [...document.querySelectorAll("provision-explorer")].flatMap((it) =>
    [...it.shadowRoot.querySelectorAll(".root, .root *")]);
  // To the half pixel: text that is cut in two is set anew.
  const box = (it) => JSON.stringify(it.getBoundingClientRect(), (_, value) => (value.toFixed ? Math.round(2 * value) : value));
  window.remembered = elements.filter((it) => it.checkVisibility()).map((it) => [it, box(it)]);
  window.moved = () => window.remembered
    .filter(([it, before]) => box(it) !== before)
    .map(([it, before]) => `${it.localName}.${it.className} from ${before} to ${box(it)}`);
  window.fresh = () => [...document.querySelectorAll("provision-explorer")].flatMap((host) =>
    [...host.shadowRoot.querySelectorAll(".root, .root *")].filter((it) => !elements.includes(it))
      .map((it) => it.outerHTML));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every provision can be read and unfolded, and nothing waits for a script", async ({ page }) => {
    await page.goto("/");
    const explorer = new Explorer(page);
    expect(await explorer.cards.count()).toBe(data.provisions.length);
    await explorer.head(CITED).click(UNWATCHED);
    const card = explorer.card(CITED);
    await expect.poll(() => card.getByText(QUOTE).isVisible()).toBe(true);
    expect(await card.locator(".about").filter({ visible: true }).count()).toBe(1);
    await explorer.summary("as of 27 October 2025").click(UNWATCHED);
    await expect.poll(() => explorer.host.getByText(data.instrument.status.events[0].label).isVisible()).toBe(true);
    for (const role of ["searchbox", "checkbox", "button"]) {
      expect(await explorer.host.getByRole(role).and(page.locator(":not(.link)")).count()).toBe(0);
    }
  });
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} pixels every node of the story's explorer stays, where it is`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const release = await hold(page);
    await remember(page);
    release();
    await running(page);
    expect(await page.evaluate(() => window.fresh())).toEqual([]);
    expect(await page.evaluate(() => window.moved())).toEqual([]);
    const explorer = new Explorer(page);
    await explorer.turn("matrix"); // it answers
    await expect(explorer.glance).toBeVisible();
  });
}

test("two explorers of a page, in two languages and views, are both taken over", async ({ page }) => {
  const release = await hold(page, "/languages.html");
  await remember(page);
  release();
  await running(page);
  expect(await page.evaluate(() => window.fresh())).toEqual([]);
  expect(await page.evaluate(() => window.moved())).toEqual([]);
});

test("what a reader opened, typed and ticked before it ran is kept, and answered", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  const card = await explorer.toggle(CITED);
  const folded = card.locator("details details").first();
  await folded.locator("summary").first().click();
  await explorer.summary("I am").click();
  await explorer.lens(groups.get(group).label).check();
  await explorer.search.pressSequentially("secure");
  await remember(page);
  expect(await told(page)).toEqual([]);
  release();
  await running(page);
  await expect(explorer.status).toContainText(/^\d+ of \d+ provisions/);
  await expect(explorer.search).toHaveValue("secure");
  await expect(explorer.search).toBeFocused();
  await expect(explorer.lens(groups.get(group).label)).toBeChecked();
  await expect(card.getByText(QUOTE)).toBeVisible();
  await expect(folded).toHaveAttribute("open", "");
  await page.keyboard.press("End");
  await page.keyboard.type(" systems");
  await expect(explorer.search).toHaveValue("secure systems");
  expect(await explorer.search.evaluate((it) => window.remembered.some(([node]) => node === it))).toBe(true);
});

test("a button that was tapped before it could answer answers once it can", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await explorer.view("matrix").click();
  await expect(explorer.glance).toHaveCount(0);
  release();
  await expect(explorer.glance).toBeVisible();
  await explorer.turn("objections");
  await expect(explorer.glance).toHaveCount(0);
});

test("a link leads to what it names from what the page brought along", async ({ page }) => {
  const release = await hold(page, "/#pe=art_24&q=safeguards");
  release();
  await running(page);
  const explorer = new Explorer(page);
  await expect(explorer.search).toHaveValue("safeguards");
  await expect(explorer.card("Article 24").getByRole("blockquote").first()).toBeVisible();
});

test("where the module fails, what the page brought along stays and unfolds", async ({ page, watch }) => {
  watch.expectLines(OWN.notFound, "provision-explorer: ");
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "no" }));
  await page.goto("/");
  const explorer = new Explorer(page);
  await explorer.host.scrollIntoViewIfNeeded();
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  const card = await explorer.toggle(CITED);
  await expect(card.getByText(QUOTE)).toBeVisible();
  // The message stands above all else, and nothing that only the module answers looks live.
  const alert = explorer.host.getByRole("alert");
  const [said, title] = await Promise.all([alert, explorer.host.getByRole("heading", { level: 2 })].map((it) => it.boundingBox()));
  expect(said.y).toBeLessThan(title.y);
  const button = explorer.host.getByRole("button", { name: "Try again" });
  const looks = await button.evaluate((it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it.parentElement).backgroundColor, it.offsetHeight]);
  expect(looks[0]).not.toBe(looks[1]);
  expect(looks[2]).toBeGreaterThanOrEqual(44);
  await expect(explorer.host.locator("button:not(.link):visible, input:visible")).toHaveText(["Try again"]);
  await page.unroute("**/*.wasm");
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await running(page);
  await expect(card.getByText(QUOTE)).toBeVisible();
  await expect(alert).toHaveCount(0);
  await expect(explorer.views).toBeVisible();
});

// What a page may bring in the place of what we would have drawn. What differs is drawn anew.
const TEMPLATE = /<template shadowrootmode="open">.*?<\/template>/s;
for (const [what, change] of [
  ["of a build with other elements and attributes", (html) => html
    .replaceAll('<div class="about">', '<div class="about" data-new="1"><i>New</i>').replaceAll("<h3", '<h3 title="x"')],
  ["of other options", (html) => html.replaceAll(' data-marked="highlighted"', "").replaceAll("Convention", "Treaty")],
  ["in another language", (html) => html.replaceAll('lang="en" dir="ltr"', 'lang="fr" dir="rtl"').replaceAll("Search", "Recherche")],
  ["formatted by a content management system", (html) => html.replaceAll("><", ">\n  <")],
  ["with comments in it", (html) => html.replaceAll("<p", "<!-- wp:paragraph --><p")],
  ["cut off", (html) => `${html.slice(0, html.indexOf("<p", html.length / 2))}</template>`],
  ["with the elements of other people in it", (html) => html
    .replaceAll("<p class=", "<section><div><svg><path></path></svg></div></section><p hidden class=")],
  ["with no drawing in it", () => '<template shadowrootmode="open"><div class="root"></div></template>'],
  ["with something else in it", () => '<template shadowrootmode="open"><p>Else</p></template>'],
]) {
  test(`a shadow root ${what} ends as if it had not been there`, async ({ page }) => {
    const serve = async (change) => {
      await page.route("**/", async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html.replace(TEMPLATE, change);
        expect(body).not.toBe(html);
        await route.fulfill({ response, body });
      }, { times: 1 });
      await page.goto("/");
      await page.locator("provision-explorer").scrollIntoViewIfNeeded();
      await running(page);
      return drawing(page);
    };
    const without = await serve(() => "");
    expect(without).toContain(CITED);
    expect(await serve(change)).toBe(without);
  });
}
