// Two auditors besides axe, on each state that a reader or a journalist may be in.
// cspell:words xyzzy
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { errorsOf, expectAudited } from "../auditors.mjs";
import { data } from "../dataset.mjs";
import { Explorer } from "../explorer.mjs";
import { expect, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const DATA = fileURLToPath(new URL("../../../data/", import.meta.url));

/** What leads to each state of the story's explorer. */
const STATES = {
  "the first stand": async () => {},
  "a card open": (explorer) => explorer.toggle("Article 24"),
  "a concern's requests and names open": async (explorer) => {
    const card = await explorer.toggle("Article 28(4)");
    for (const fold of [".asks", ".backers", ".own-words"]) {
      for (const it of await card.locator(`${fold} > summary`).all()) await it.click();
    }
  },
  "a group chosen": (explorer) => explorer.host.getByRole("button", { name: /^a whistleblower/ }).click(),
  "who's affected": (explorer) => explorer.turn("affected"),
  "who objects": async (explorer) => {
    await explorer.turn("objections");
    await explorer.summary("Access Now").click();
  },
  "at a glance, as a grid": async (explorer) => {
    await (await explorer.showGrid()).getByRole("button", { name: ": Article 28(4), Businesses" }).click();
  },
  "a search that finds": async (explorer) => {
    await explorer.search.fill("amnesty");
    await expect(explorer.host.getByRole("mark").first()).toBeVisible();
  },
  "a search that finds nothing": async (explorer) => {
    await explorer.search.fill("xyzzy");
    await expect(explorer.host.getByText(word("empty_query", { a: "xyzzy" }))).toBeVisible();
  },
  "the filters open": async (explorer) => {
    await explorer.summary("I am").click();
    await explorer.sources.click();
    await explorer.lens("Journalists").check();
  },
  "the sources open": (explorer) => explorer.summary(word("sources")).click(),
};

for (const [state, lead] of Object.entries(STATES)) {
  test(`two auditors find no error in ${state}`, async ({ page, story }) => {
    test.setTimeout(90_000);
    await lead(await story());
    await expectAudited(page, state);
  });
}

test("two auditors find no error at a glance, as lists on a phone", async ({ page, story }) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const explorer = await story();
  await explorer.turn("matrix");
  await expect(explorer.glance).toBeVisible();
  await expectAudited(page, "at a glance, as lists");
});

test("two auditors find no error in the dark", async ({ page, openCase }) => {
  test.setTimeout(90_000);
  const explorer = await (await openCase("dark")).arrive();
  await explorer.turn("matrix");
  await expectAudited(page, "the dark");
});

test("two auditors find no error in Arabic", async ({ page, story }) => {
  test.setTimeout(90_000);
  const explorer = await story();
  await explorer.host.evaluate((it) => { it.lang = "ar"; });
  await expect(explorer.views.or(explorer.host.getByRole("group", { name: word("view_switch", {}, "ar") }))).toBeVisible();
  await explorer.toggle("Article 24");
  await expectAudited(page, "Arabic");
});

test("two auditors find no error in a frame", async ({ page, openCase }) => {
  test.setTimeout(90_000);
  await openCase("frame-plain");
  const frame = page.frameLocator("iframe");
  await new Explorer(frame, frame.locator("provision-explorer")).arrive();
  await expectAudited(page, "a frame");
});

test("two auditors find no error on the journalist's page, unfolded", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/configurator.html");
  await page.getByRole("textbox").first().fill("Article 28(4) and Article 24 of the convention.");
  const folds = page.locator("main details:not([open]):has(fieldset, input, select, textarea)");
  while (await folds.count()) await folds.first().evaluate((it) => { it.open = true; });
  await expectAudited(page, "the journalist's page");
});

test("two auditors find no error at the desk, empty", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/desk.html");
  await expect(page.getByRole("heading", { name: "Begin with the law" })).toBeVisible();
  await expectAudited(page, "the desk, empty");
});

test("two auditors find no error at the desk, with a document and a concern, unfolded", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/desk.html");
  const name = "example-bicycle-parking.json";
  await page.getByLabel("Open…").setInputFiles({ name, mimeType: "application/json", buffer: readFileSync(DATA + name) });
  await page.getByLabel("Open its text…").setInputFiles(`${DATA}sources/example-bicycle-parking/cyclists-letter.txt`);
  await page.getByRole("combobox", { name: "The concern that is worked on" }).selectOption({ index: 1 });
  await page.getByRole("listbox").press("ArrowDown");
  await page.getByRole("combobox", { name: "Table" }).selectOption("Provisions");
  const folds = page.locator("main details:not([open])");
  while (await folds.count()) await folds.first().evaluate((it) => { it.open = true; });
  await expectAudited(page, "the desk");
});

test("two auditors find no error in the text without script", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/text.html");
  await expect(page.getByText(data.credit)).toBeAttached();
  await expectAudited(page, "the text without script");
});

test("two auditors find no error in what comes with the page", async ({ page }) => {
  test.setTimeout(90_000);
  await page.route("**/provision-explorer.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/");
  await expect(page.getByText(data.credit).first()).toBeAttached();
  await expectAudited(page, "what comes with the page");
});

test("both auditors see what is wrong within an explorer", async ({ page, openCase }) => {
  await (await openCase("plain")).arrive();
  await page.locator("provision-explorer").evaluate((it) => {
    const wrong = document.createElement("div");
    wrong.append(document.createElement("img"), document.createElement("input"));
    it.shadowRoot.querySelector(".explorer").append(wrong);
  });
  const found = (await errorsOf(page)).map(({ auditor, at }) => `${auditor} ${at.slice(0, 4)}`);
  for (const it of ["HTML_CodeSniffer <img", "HTML_CodeSniffer <inp", "IBM <img", "IBM <inp"]) expect(found).toContain(it);
  await page.locator("provision-explorer").evaluate((it) => it.shadowRoot.querySelector(".explorer > div:has(> img)").remove());
});
