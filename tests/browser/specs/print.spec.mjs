// On paper: what a reader chose, or everything; each thing once, and what is quoted can be looked up. Chromium and
// Firefox print to PDF, and poppler reads it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { data, evidence } from "../dataset.mjs";
import { expect, settled, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

/** Letters alone: a line may break, and a word be divided, anywhere. */
const bare = (text) => text.normalize("NFKC").replace(/[\s\u00AD\u200B\f-]/g, "");

const printed = async (page, info) => {
  const file = info.outputPath("story.pdf");
  mkdirSync(dirname(file), { recursive: true });
  // Firefox takes the inches of a page for centimetres.
  const a4 = info.project.name === "firefox" ? { width: "21in", height: "29.7in" } : { format: "A4" };
  writeFileSync(file, await page.pdf(a4));
  const read = (...how) => bare(execFileSync("pdftotext", [...how, "-enc", "UTF-8", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }));
  // Columns and footnotes come in another order either way; a text counts where one of them has it.
  const texts = [read("-layout"), read("-raw")];
  const has = (text) => texts.some((it) => it.includes(bare(text)));
  return Object.assign(has, { pages: Number(/^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1]) });
};

/** At most so many pages of A4, story included. */
const MOST_PAGES = { first: 8, group: 6, everything: 20, text: 24 };

const quotes = evidence.flatMap(({ quote }) => (quote ? [quote.exact] : []));
const quotedOf = (concerns) => concerns.flatMap((it) => it.evidence.flatMap(({ quote }) => (quote ? [quote.exact] : [])));

/** What the demonstration's newsroom highlights. */
const HIGHLIGHTED = ["art_28__para_4", "art_14__para_4", "art_24"];
const isHighlighted = (concern) => concern.provisions.some((it) => HIGHLIGHTED.includes(it));

const addressesAndNames = (has) => {
  expect.soft(has(":~:text="), "an address that only a browser understands").toBe(false);
  const addresses = data.sources.flatMap((it) => [it.address, it.archived ?? []].flat());
  expect.soft(addresses.filter((it) => !has(it)), "addresses that are not on paper").toEqual([]);
  const events = data.instrument.status.events.map((it) => it.source);
  expect.soft(events.filter((it) => !has(it)), "addresses of events that are not on paper").toEqual([]);
  const parties = new Set(data.sources.flatMap((it) => it.parties.map((party) => party.organisation)));
  const names = data.organisations.filter((it) => parties.has(it.id)).map((it) => it.name);
  expect.soft(names.filter((it) => !has(it)), "names that are not on paper").toEqual([]);
};

test("what is highlighted is printed, of the rest the heads, and the page is folded as before", async ({ page, story }, info) => {
  const explorer = await story();
  const before = await explorer.host.ariaSnapshot();
  const scroll = await page.evaluate(() => scrollY);
  const has = await printed(page, info);
  expect.soft(has.pages, "pages, story included").toBeLessThanOrEqual(MOST_PAGES.first);
  const wanted = quotedOf(data.concerns.filter(isHighlighted));
  expect.soft(wanted.filter((it) => !has(it)), `quotes of ${wanted.length} that are not on paper`).toEqual([]);
  const others = data.concerns.filter((it) => !isHighlighted(it)).map((it) => it.summary);
  expect.soft(others.filter((it) => has(it)), "what nobody chose").toEqual([]);
  expect.soft(has(word("picture_choose")), "a choice that paper doesn't offer").toBe(false);
  const heads = data.provisions.flatMap((it) => [it.citation, it.heading ?? []].flat());
  expect.soft(heads.filter((it) => !has(it)), "heads that are not on paper").toEqual([]);
  expect.soft([data.credit, ...data.missing].filter((it) => !has(it)), "sentences that are not on paper").toEqual([]);
  addressesAndNames(has);
  await settled(page);
  expect(await explorer.host.ariaSnapshot()).toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
});

test("one group's concerns are printed and no others", async ({ page, story }, info) => {
  const explorer = await story();
  await explorer.host.evaluate((host) => { host.setAttribute("audience", "journalists"); });
  await settled(page);
  const has = await printed(page, info);
  expect.soft(has.pages, "pages, story included").toBeLessThanOrEqual(MOST_PAGES.group);
  const about = (it) => Array.isArray(it.affected) && it.affected.some(({ group }) => group === "journalists");
  const wanted = quotedOf(data.concerns.filter(about));
  expect.soft(wanted.length).toBeGreaterThan(0);
  expect.soft(wanted.filter((it) => !has(it)), "quotes that are not on paper").toEqual([]);
  expect.soft(data.concerns.filter((it) => !about(it)).filter((it) => has(it.summary)), "concerns about others").toEqual([]);
  addressesAndNames(has);
});

test("everything is printed once it is asked for", async ({ page, story }, info) => {
  await page.addInitScript(() => { window.print = () => {}; });
  const explorer = await story();
  await explorer.host.getByRole("button", { name: "Everything on paper" }).click();
  const has = await printed(page, info);
  expect.soft(has.pages, "pages, story included").toBeLessThanOrEqual(MOST_PAGES.everything);
  expect.soft(quotes.filter((it) => !has(it)), `quotes of ${quotes.length} that are not on paper`).toEqual([]);
  const said = [...data.provisions.map((it) => it.summary), ...data.concerns.map((it) => it.summary)];
  expect.soft(said.filter((it) => !has(it)), "sentences that are not on paper").toEqual([]);
  addressesAndNames(has);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is highlighted is printed with its quotes", async ({ page }, info) => {
    await page.goto("/");
    const has = await printed(page, info);
    expect.soft(has.pages, "pages, story included").toBeLessThanOrEqual(MOST_PAGES.first);
    const wanted = quotedOf(data.concerns.filter(isHighlighted));
    expect.soft(wanted.filter((it) => !has(it)), "quotes that are not on paper").toEqual([]);
    addressesAndNames(has);
  });

  test("the whole dataset as a text is printed open", async ({ page }, info) => {
    await page.goto("/text.html");
    const has = await printed(page, info);
    expect.soft(has.pages, "pages").toBeLessThanOrEqual(MOST_PAGES.text);
    expect.soft(quotes.filter((it) => !has(it)), "quotes that are not on paper").toEqual([]);
    const said = [...data.provisions, ...data.concerns].map((it) => it.summary);
    expect.soft(said.filter((it) => !has(it)), "sentences that are not on paper").toEqual([]);
    addressesAndNames(has);
  });
});

test("a reader's choice is what is printed, from whichever view", async ({ page, openCase }, info) => {
  const explorer = await (await openCase("plain")).arrive();
  await explorer.turn("matrix");
  await explorer.summary("I am").click();
  await explorer.lens("Lamplighters").check();
  const has = await printed(page, info);
  expect(has("there are more houses than lamplighters")).toBe(true);
  expect(has("<https://example.org/guild-letter")).toBe(true);
  expect(has("burglars can read")).toBe(false);
  await settled(page);
  await expect(explorer.glance).toBeVisible();
  await expect(explorer.cards).toHaveCount(0);
});

test("the print button prints", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await explorer.host.getByRole("button", { name: "Print", exact: true }).click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
});
