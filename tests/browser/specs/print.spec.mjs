// On paper: everything is open and stands once, and what is quoted can be looked up. Chromium and
// Firefox print to PDF, and poppler reads it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { data, evidence } from "../dataset.mjs";
import { expect, settled, test } from "../fixtures.mjs";

/** Letters alone: a line may break, and a word be divided, anywhere. */
const bare = (text) => text.normalize("NFKC").replace(/[\s\u00AD\u200B\f-]/g, "");

const printed = async (page, info) => {
  const file = info.outputPath("story.pdf");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const read = (...how) => bare(execFileSync("pdftotext", [...how, "-enc", "UTF-8", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }));
  // Columns and footnotes come in another order either way; a text counts where one of them has it.
  const texts = [read("-layout"), read("-raw")];
  const has = (text) => texts.some((it) => it.includes(bare(text)));
  return Object.assign(has, { pages: Number(/^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1]) });
};

/** With room for a few lines more than it takes today. */
const MOST_PAGES = 32;

const quotes = evidence.flatMap(({ quote }) => (quote ? [quote.exact] : []));

test("every quote, its source's address and the credit are printed, and the page is folded as before", async ({ page, story }, info) => {
  const explorer = await story();
  await explorer.toggle("Article 28(4)");
  const before = await explorer.host.ariaSnapshot();
  const scroll = await page.evaluate(() => scrollY);
  const has = await printed(page, info);
  expect.soft(quotes.filter((it) => !has(it)), `quotes of ${quotes.length} that are not on paper`).toEqual([]);
  expect.soft(has(":~:text="), "an address that only a browser understands").toBe(false);
  expect.soft(has.pages, "pages, story included").toBeLessThanOrEqual(MOST_PAGES);
  const addresses = data.sources.flatMap((it) => [it.address, it.archived ?? []].flat());
  expect.soft(addresses.filter((it) => !has(it)), "addresses that are not on paper").toEqual([]);
  const events = data.instrument.status.events.map((it) => it.source);
  expect.soft(events.filter((it) => !has(it)), "addresses of events that are not on paper").toEqual([]);
  const names = data.organisations.map((it) => it.name);
  expect.soft(names.filter((it) => !has(it)), "names that are not on paper").toEqual([]);
  const said = [data.credit, ...data.missing, ...data.provisions.map((it) => it.summary), ...data.concerns.map((it) => it.summary)];
  expect.soft(said.filter((it) => !has(it)), "sentences that are not on paper").toEqual([]);
  await settled(page);
  expect(await explorer.host.ariaSnapshot()).toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
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
  await expect(explorer.host.getByRole("table")).toBeVisible();
  await expect(explorer.cards).toHaveCount(0);
});

test("the print button prints", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await explorer.host.getByRole("button", { name: "Print" }).click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
});
