// The picture of the law: what its columns say, how keys and taps lead from them, and what is left of it
// once a group is chosen.
// cspell:words edri
import { readFileSync } from "node:fs";

import { bearingOn, concernsOn, data, objectedIn } from "../dataset.mjs";
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const SOCIETY = "edri-joint-letter-2024-10-21";
const INDUSTRY = "cybersecurity-tech-accord-press-release";

const pictureOf = ({ host }) => host.getByRole("toolbar", { name: new RegExp(`^${word("picture")}`) });
const column = (explorer, name) => pictureOf(explorer).getByRole("button", { name });

/** How many concerns one document raises about a provision. */
const raised = (provision, source) =>
  concernsOn(provision.id).filter((it) => it.evidence.some((e) => e.source === source)).length;

test("each provision has a column that says its concerns by side, in the law's order", async ({ page, story }) => {
  const explorer = await story();
  const columns = pictureOf(explorer).getByRole("listitem").getByRole("button");
  const places = data.provisions.filter((it) => it.id !== "instrument");
  await expect(columns).toHaveCount(places.length);
  for (const [at, place] of places.entries()) {
    const name = await columns.nth(at).evaluate((it) => it.querySelector(":scope > :last-child").textContent);
    expect(name).toMatch(new RegExp(`^${place.citation.replace(/[()]/g, "\\$&")}\\b|^${place.citation.replace(/[()]/g, "\\$&")}[,:]`));
    for (const [source, side] of [[SOCIETY, "civil_society"], [INDUSTRY, "industry"]]) {
      const count = raised(place, source);
      const said = `${count} concern${count === 1 ? "" : "s"} (${word(side)})`;
      if (count) expect(name).toContain(said);
      else expect(name).not.toContain(word(side));
    }
  }
  const whole = data.provisions.find((it) => it.id === "instrument");
  await expect(column(explorer, whole.citation)).toContainText(`${concernsOn("instrument").length} concerns`);
  // It says that it is of these documents, and which they are.
  await expect(pictureOf(explorer)).toContainText("in these 2 documents");
  for (const source of data.sources.filter((it) => objectedIn(it.id).length)) {
    await expect(pictureOf(explorer)).toContainText(source.short_title);
  }
  await expectAccessible(page, "the picture");
});

test("a column is read out while it is pointed at, and a tap leads to its card", async ({ page, story }) => {
  const explorer = await story();
  const name = column(explorer, /^Article 24,/).locator(":scope > :last-child");
  const readout = () => name.evaluate((it) => it.getBoundingClientRect().height);
  expect(await readout()).toBeLessThan(2);
  await column(explorer, /^Article 24,/).hover();
  expect(await readout()).toBeGreaterThan(10);
  await column(explorer, /^Article 24,/).click();
  await expect(explorer.card("Article 24").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.head("Article 24")).toBeInViewport();
  expect((await explorer.focus()).name).toMatch(/^Article 24/);
  await expectAccessible(page, "a provision that a column led to");
});

test("Escape in a card that a column opened leads back to the column, and in any other nowhere", async ({ page, story }) => {
  const explorer = await story();
  await column(explorer, /^Article 24,/).click();
  await expect(explorer.head("Article 24")).toBeInViewport();
  await explorer.card("Article 24").getByRole("link").first().focus();
  await page.keyboard.press("Escape");
  await expect(column(explorer, /^Article 24,/)).toBeFocused();
  await expect(column(explorer, /^Article 24,/)).toBeInViewport();
  await (await explorer.toggle("Article 18")).locator("summary").first().focus();
  await page.keyboard.press("Escape");
  expect((await explorer.focus()).name).toMatch(/^Article 18/);
});

for (const dir of ["ltr", "rtl"]) {
  test(`the columns are one stop of the Tab key, and arrows lead through them (${dir})`, async ({ page, story }) => {
    const explorer = await story();
    if (dir === "rtl") await explorer.host.evaluate((it) => (it.lang = "ar"));
    const picture = explorer.host.locator(".law");
    if (dir === "rtl") await expect(picture).toHaveAccessibleName(/مواضع الاعتراض/);
    const on = async (name) => expect.poll(async () => (await explorer.focus()).name).toMatch(name);
    const [onwards, back] = dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    await expect(picture.locator("[tabindex='0']")).toHaveCount(1);
    await picture.locator("[tabindex='0']").focus();
    await on(/Article 14\(4\)/); // highlighted
    await page.keyboard.press(onwards);
    await on(/Article 18/);
    await page.keyboard.press(back);
    await on(/Article 14\(4\)/);
    await page.keyboard.press("PageDown");
    await on(/Article 22/);
    await page.keyboard.press("PageUp");
    await on(/Article 14[,،]/);
    await page.keyboard.press("End");
    await on(/The Convention as a whole/);
    await page.keyboard.press("Home");
    await on(/Title/);
    await expect(picture.locator("[tabindex='0']")).toHaveCount(1);
    await page.keyboard.press("Tab");
    expect((await explorer.focus()).name).not.toMatch(/Preamble|Article/);
    await page.keyboard.press("Shift+Tab");
    await on(/Title/);
    await page.keyboard.press("Enter");
    await expect(explorer.card("Title").getByRole("blockquote").first()).toBeVisible();
  });
}

test("targets are large enough, and nothing scrolls sideways at 320 pixels", async ({ page, story }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const explorer = await story();
  for (const it of await pictureOf(explorer).getByRole("button").all()) {
    const { width, height } = await it.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test("a long law has few columns, and each opens into its provisions and back", async ({ page, openCase }) => {
  const law = JSON.parse(readFileSync(new URL("../../../data/example-bicycle-parking.json", import.meta.url), "utf8"));
  const concern = law.concerns.find((it) => it.id === "fees-exclude");
  const ids = Array.from({ length: 130 }, (_, at) => at + 1);
  law.requests = [];
  law.provisions = ids.map((at) => ({ id: `sec_${at}`, citation: `Section ${at}`, summary: `What section ${at} says.` }));
  law.concerns = ids.map((at) => ({ ...concern, id: `concern-${at}`, provisions: [`sec_${at}`] }));
  await page.route("**/cases/data/long.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(law) }));
  const explorer = await (await openCase("long")).arrive();
  const columns = pictureOf(explorer).getByRole("listitem").getByRole("button");
  await expect(columns).toHaveCount(33);
  await columns.nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(columns).toHaveCount(4);
  await expect(columns.first()).toHaveAccessibleName(/^Section 5:/);
  await expect(columns.first()).toBeFocused();
  await expectAccessible(page, "a part of the picture");
  await columns.nth(2).click();
  await expect(explorer.head("Section 7")).toBeInViewport();
  await pictureOf(explorer).getByRole("button", { name: word("picture_whole") }).click();
  await expect(columns).toHaveCount(33);
  await expect(columns.first()).toBeFocused();
});

test("once a group is chosen a map is left, with its sentence", async ({ page, story }) => {
  const explorer = await story();
  await explorer.host.getByRole("button", { name: /^a whistleblower/ }).click();
  await expect(pictureOf(explorer)).toHaveCount(0);
  const bearing = bearingOn("whistleblowers").length;
  const map = explorer.host.getByRole("img", { name: new RegExp(`\\b${data.provisions.length} provisions, ${bearing} `) });
  await expect(map).toBeVisible();
  await expectAccessible(page, "the map");
});
