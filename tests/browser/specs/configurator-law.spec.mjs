// Laws of one's own in the configurator: what is wrong with one, what to look at, spreadsheets, and files that
// belong elsewhere.
import { readFileSync } from "node:fs";

import { STORY, configurator } from "../configurator.mjs";
import { expect, test } from "../fixtures.mjs";

test("a file is taken for what it is, or told where it belongs, whichever button opened it", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  const open = page.getByLabel("Open…", { exact: true });
  await open.setInputFiles(file("letter.pdf", "%PDF-1.7"));
  const said = page.getByRole("status").filter({ hasText: "letter.pdf is a PDF" });
  await said.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByRole("button", { name: "Work on it at the desk" }).first()).toBeFocused();
  await open.setInputFiles(file("act.xml", "<?xml version='1.0'?><akomaNtoso/>"));
  await page.getByRole("status").filter({ hasText: "act.xml may be a law’s own file" }).getByRole("button").click();
  await expect(page.getByText("Start from a law’s own file", { exact: true })).toBeFocused();
  await expect(page.getByRole("textbox", { name: /Paste the story/ })).toHaveValue(STORY);
  await open.setInputFiles(file("law.json", readFileSync(new URL("../../../data/example-bicycle-parking.json", import.meta.url))));
  await expect(it.section("The law").getByText(", from law.json")).toBeVisible();
});

test("a dataset with mistakes is shown without them, and each is told with its place", async ({ page, watch }) => {
  // The explorer in the preview says so, too.
  watch.expectLines("provision-explorer: the dataset breaks its rules");
  const it = await configurator(page);
  const law = JSON.parse(readFileSync(new URL("../../../data/un-cybercrime-convention.json", import.meta.url), "utf8"));
  law.instrument.short_title = "A law of our own";
  law.concerns.find((it) => it.affected !== "none_found").affected[0].basis = "said";
  law.concerns.at(-1).provisions = ["art_999"];
  await page.getByText("Use another law").click();
  const file = { name: "ours.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(law)) };
  await page.getByLabel("Open a dataset or a spreadsheet…").setInputFiles(file);
  const problems = it.section("The law").getByRole("region", { name: "Problems of the dataset" });
  await expect(problems.getByRole("listitem")).toHaveCount(2);
  await expect(problems).toContainText("“said” is not one of");
  await expect(problems).toContainText("art_999");
  await expect(page.frameLocator("#preview-frame").getByRole("heading", { name: "A law of our own" })).toBeVisible();
  await expect(it.snippet).toHaveValue(/dataset="\.\/data\/un-cybercrime-convention\.law\.txt"/);
});

test("what is to be looked at in a dataset of one's own is listed with its place, and of the one that ships is not", async ({ page }) => {
  const it = await configurator(page);
  const law = it.section("The law");
  const looked = law.getByText(/things? to look at in the dataset/);
  await expect(law.getByText("the one that ships with the explorer")).toBeVisible();
  await expect(looked).toHaveCount(0);
  const ours = JSON.parse(readFileSync(new URL("../../../data/un-cybercrime-convention.json", import.meta.url), "utf8"));
  delete ours.made;
  ours.edition.date = "2062-01-01";
  await page.getByText("Use another law").click();
  const file = { name: "ours.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(ours)) };
  await page.getByLabel("Open a dataset or a spreadsheet…").setInputFiles(file);
  await looked.click();
  const lines = law.getByRole("region", { name: "To look at in the dataset" });
  await expect(lines).toContainText("made: missing; say in at most 60 words how this was made");
  await expect(lines).toContainText("edition.date: “2062-01-01” is still to come; is the year right?");
  const number = await lines.getByRole("listitem").count();
  await expect(it.section("3. Before it goes out").getByText(`The dataset has ${number} things to look at`)).toBeVisible();
});

test("a law goes out as a spreadsheet and comes back, and an empty one is told what it lacks", async ({ page }) => {
  const it = await configurator(page);
  const law = it.section("The law");
  await page.getByText("Use another law").click();
  const opener = page.getByLabel("Open a dataset or a spreadsheet…");
  const download = async (name) => {
    const saving = page.waitForEvent("download");
    await it.press(name);
    const file = await saving;
    return { name: file.suggestedFilename(), mimeType: "application/octet-stream", buffer: readFileSync(await file.path()) };
  };
  const workbook = await download("Download this law as a spreadsheet");
  await opener.setInputFiles(workbook);
  await expect(law.getByText(`, from ${workbook.name}`)).toBeVisible();
  await expect(law.getByRole("region")).toHaveCount(0);
  await expect(it.preview.cards).toHaveCount(32);
  await opener.setInputFiles(await download("Download a template to fill in (.xlsx)"));
  const lacks = law.getByRole("region", { name: "Why it can’t be shown" });
  await expect(lacks).toContainText("sheet “");
  await expect(law.getByText(`, from ${workbook.name}`)).toBeVisible();
});
