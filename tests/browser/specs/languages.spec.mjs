// The interface in languages other than English; the dataset's words stay in their own language.
// cspell:disable
import { Explorer } from "../explorer.mjs";
import { data, bearingOn } from "../dataset.mjs";
import { OWN, expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures.mjs";
import { viewName, word } from "../words.mjs";

const many = data.provisions.length;

const French = (page) => new Explorer(page, page.locator("[lang=fr] provision-explorer"));
const Arabic = (page) => new Explorer(page, page.locator("[lang=ar] provision-explorer"));

/** Texts in the explorer that are not in its own language, and say nothing of it. */
const unmarked = (explorer, texts) => explorer.host.evaluate((host, texts) => {
  const wrong = [];
  const walk = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data: text, parentElement } = walk.currentNode;
    const own = parentElement.closest("[lang]");
    if (texts.includes(text.trim()) && own?.lang !== "en") wrong.push(text);
    if (/[\u0600-\u06FF]/.test(text) && own?.lang !== "ar") wrong.push(text);
  }
  return wrong;
}, texts);

const english = [
  ...data.provisions.flatMap((it) => [it.citation, it.heading ?? "", it.summary]),
  ...data.groups.flatMap((it) => [it.label, it.description]),
  ...data.concerns.flatMap((it) => [it.title, it.summary]),
  ...data.organisations.map((it) => it.name),
  data.credit,
].filter(Boolean);

test("the French interface speaks French, around English words that say that they are English", async ({ page }) => {
  await page.goto("/languages.html");
  const explorer = await French(page).arrive();
  const region = explorer.host.locator("section").first();
  await expect(region).toHaveAttribute("lang", "fr");
  await expect(region).toHaveAttribute("dir", "ltr");
  const views = explorer.host.getByRole("group", { name: word("view_switch", {}, "fr") });
  await expect(views.getByRole("button", { name: viewName("affected", "fr") })).toHaveAttribute("aria-current", "true");
  await expect(explorer.status).toHaveText(`${data.groups.filter((it) => bearingOn(it.id).length).length} groupes concernés · dans ces 2 documents`);
  expect.soft(await unmarked(explorer, english)).toEqual([]);
  await views.getByRole("button", { name: viewName("provisions", "fr") }).click();
  // In French none is singular, as one is.
  const search = explorer.host.getByRole("searchbox", { name: "Recherche" });
  await search.fill("xyzzy");
  await expect(explorer.status).toHaveText(`0 disposition sur ${many}`);
  await expect(explorer.host.getByText(word("empty_query", { a: "xyzzy" }, "fr"))).toBeVisible();
  await search.fill("28.4");
  await expect(explorer.status).toHaveText(`1 disposition sur ${many}`);
  await search.fill("28");
  await expect(explorer.status).toContainText(`2 dispositions sur ${many}`);
  await search.fill("28.4");
  await explorer.toggle("Article 28(4)");
  await expect(explorer.card("Article 28(4)")).toContainText("5 préoccupations");
  await expect(explorer.card("Article 28(4)").getByRole("blockquote").first()).toHaveText(/^«\s?.*\s?»$/);
  await expect(explorer.host.getByText("27 octobre 2025").first()).toBeVisible();
  expect.soft(await unmarked(explorer, english)).toEqual([]);
});

for (const [lang, quoted, date] of [["de", /^„.*“$/, "27. Oktober 2025"], ["es", /^«.*»$/, "27 de octubre de 2025"]]) {
  test(`the interface speaks ${lang}, and every view of it fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/languages.html");
    const explorer = await new Explorer(page, page.locator(`[lang=${lang}] provision-explorer`)).arrive();
    await expect(explorer.host.locator("section").first()).toHaveAttribute("lang", lang);
    await expect(explorer.host.getByText(date).first()).toBeVisible();
    const views = explorer.host.getByRole("group", { name: word("view_switch", {}, lang) });
    for (const view of ["affected", "objections", "matrix", "provisions"]) {
      await views.getByRole("button", { name: viewName(view, lang) }).click();
      await expectNoSidewaysScroll(page, view);
      expect.soft(await unmarked(explorer, english)).toEqual([]);
    }
    await explorer.toggle("Article 28(4)");
    await expect(explorer.card("Article 28(4)").getByRole("blockquote").first()).toHaveText(quoted);
    await expectNoSidewaysScroll(page, "a card");
  });
}

test("where a language's file is missing, the interface speaks English and says so once", async ({ page, watch }) => {
  const missing = (file) => new RegExp(`provision-explorer: .*/assets/${file}-\\w+\\.txt`);
  watch.expectLines(OWN.notFound, missing("fr"), missing("ar"));
  await page.route("**/assets/fr-*.txt", (route) => route.fulfill({ status: 404, body: "" }));
  // A server that answers everything with its front page.
  await page.route("**/assets/ar-*.txt", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("/languages.html");
  for (const explorer of [French(page), Arabic(page)]) {
    await explorer.arrive();
    await expect(explorer.views).toBeVisible();
    await explorer.host.evaluate((it) => it.setAttribute("theme", "dark"));
    await expect(explorer.host.locator("[data-theme=dark]")).toBeVisible();
  }
});

test("the Arabic interface runs from right to left, with English words isolated in it", async ({ page }) => {
  await page.goto("/languages.html");
  const explorer = await Arabic(page).arrive();
  const region = explorer.host.locator("section").first();
  await expect(region).toHaveAttribute("lang", "ar");
  await expect(region).toHaveAttribute("dir", "rtl");
  const views = explorer.host.getByRole("group", { name: word("view_switch", {}, "ar") });
  const left = async (name) => (await views.getByRole("button", { name }).boundingBox()).x;
  expect(await left(viewName("provisions", "ar"))).toBeGreaterThan(await left(viewName("matrix", "ar")));
  await explorer.toggle("Article 28(4)");
  const card = explorer.card("Article 28(4)");
  const quote = card.getByRole("blockquote").first();
  await expect(quote).toHaveText(/^«.*»$/);
  // The quotation is English, so it begins with its mark at the left, and its lines do.
  const starts = await quote.evaluate((it) => {
    const range = document.createRange();
    const text = document.createTreeWalker(it, NodeFilter.SHOW_TEXT).nextNode();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const { left, width } = it.querySelector("p").getBoundingClientRect();
    return (range.getBoundingClientRect().left - left) / width;
  });
  expect(starts).toBeLessThan(0.05);
  expect.soft(await unmarked(explorer, english)).toEqual([]);
  const isolated = await card.getByText("lets law enforcement force individuals").evaluate((it) => {
    const own = it.closest("bdi");
    return [own.lang, own.dir, getComputedStyle(own).direction];
  });
  expect(isolated).toEqual(["en", "ltr", "ltr"]);
  await expectNoSidewaysScroll(page);
});

test("Arabic counts none, one, two, few and many, each in its form", async ({ page }) => {
  await page.goto("/languages.html");
  const explorer = await Arabic(page).arrive();
  await expect(explorer.status).toHaveText(`${many} حكمًا`);
  const search = explorer.host.getByRole("searchbox", { name: "بحث" });
  const found = async (typed, said) => {
    await search.fill(typed);
    await expect(explorer.status).toContainText(said);
  };
  await found("xyzzy", `لا أحكام من أصل ${many}`);
  await found("28.4", `حكم واحد من أصل ${many}`);
  await found("28", `حكمان من أصل ${many}`);
  await found("36", `4 أحكام من أصل ${many}`);
  await search.fill("");
  const card = explorer.card("Article 28(4)");
  await expect(card).toContainText("5 مآخذ");
  await expect(explorer.card("Article 14(4)")).toContainText("مأخذ واحد");
  await expect(explorer.card("Title")).toContainText("مأخذان");
  await expect(explorer.card("The Convention as a whole")).toContainText("17 مأخذًا");
});

test("every view in Arabic passes axe and fits a phone", async ({ page }) => {
  test.slow(); // axe, four times
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/languages.html");
  // To read the styles of drawings that have yet to be taken over, axe does what the page forbids.
  for (const host of await page.locator("provision-explorer").all()) await new Explorer(page, host).arrive();
  const explorer = await Arabic(page).arrive();
  await explorer.toggle("Article 28(4)");
  const within = "[lang=ar] provision-explorer";
  await expectAccessible(page, "provisions in Arabic", { within });
  const views = explorer.host.getByRole("group", { name: word("view_switch", {}, "ar") });
  for (const view of ["affected", "objections", "matrix"]) {
    await views.getByRole("button", { name: viewName(view, "ar") }).click();
    await expectNoSidewaysScroll(page, view);
    if (view !== "matrix") await expectAccessible(page, view, { within });
  }
  // The heads of the rows stay at the right, where reading begins.
  await explorer.host.getByRole("button", { name: word("show_table", {}, "ar") }).click();
  const table = explorer.grid;
  const frame = await table.locator("..").boundingBox();
  const head = await table.getByRole("rowheader").first().boundingBox();
  expect(Math.round(head.x + head.width)).toBeGreaterThan(Math.round(frame.x + frame.width) - 20);
});
