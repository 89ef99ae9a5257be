// A law from its publisher's file into the configurator, as an editor does it at the keyboard.
import { readFileSync } from "node:fs";

import { expect, test } from "../fixtures.mjs";

const section = (number, text) =>
  `<section><num>${number}.</num><heading>Rule ${number}</heading>
   <subsection><num>(1)</num><content><p>${text}</p></content></subsection>
   <subsection><num>(2)</num><content><p>Rule ${number} binds everybody.</p></content></subsection></section>`;

/** A law of two chapters, with a footnote, in which no section is numbered 3. */
const act = (sections) => `<akomaNtoso><act><meta><identification><FRBRExpression>
  <FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
  <preface><p>An Act about lamps</p></preface><body>${sections}</body></act></akomaNtoso>`;

const ACT = act(`
  <chapter><num>Chapter 1</num><heading>Light</heading>
    ${section(1, "Lamps are lit at dusk.<authorialNote><p>Dusk is defined nowhere.</p></authorialNote>")}
    ${section(2, "Lamps are put out at dawn.")}</chapter>
  <chapter><num>Chapter 2</num><heading>Oil</heading>${section(4, "Oil is poured by wardens.")}</chapter>`);

const file = (name, text) => ({ name, mimeType: "application/xml", buffer: Buffer.from(text) });

/** The panel, and the keys that lead through it. */
class Start {
  constructor(page) {
    this.page = page;
    this.panel = page.locator("#start");
  }

  static async open(page) {
    // Whoever begins to wait for a chooser as it opens may come too late for it.
    page.on("filechooser", () => {});
    await page.goto("/configurator.html");
    await page.locator("#start").waitFor();
    return new Start(page);
  }

  async tabTo(part) {
    for (let steps = 0; steps < 150; steps += 1) {
      if ((await part.and(this.page.locator(":focus")).count()) > 0) return;
      await this.page.keyboard.press("Tab");
    }
    await expect(part).toBeFocused();
  }

  async press(name, where = this.panel) {
    await this.tabTo(where.getByRole("button", { name, exact: true }));
    await this.page.keyboard.press("Enter");
  }

  async type(label, text) {
    await this.tabTo(this.panel.getByRole("textbox", { name: label, exact: true }));
    await this.page.keyboard.insertText(text);
  }

  async tick(name) {
    await this.tabTo(this.panel.getByRole("checkbox", { name }));
    await this.page.keyboard.press("Space");
  }

  async unfold(text, where = this.panel) {
    await this.tabTo(where.locator("summary", { hasText: text }));
    await this.page.keyboard.press("Enter");
  }

  async give(law) {
    await this.tabTo(this.panel.getByLabel("Open a law’s file…"));
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.keyboard.press("Space")]);
    await chooser.setFiles(law);
  }

  async answer() {
    await this.type("Short title", "Lamp Act");
    await this.type("Credit", "The Example Courier");
    await this.type("Status as of", "2026-11-29");
    await this.type("Status", "Adopted, not in force.");
  }
}

test("a law's own file becomes the law of the page by keyboard alone", async ({ page }) => {
  const it = await Start.open(page);
  await it.unfold("Start from a law’s own file");
  await it.give(file("act.xml", ACT));
  await expect(it.panel.getByText("9 provisions found in An Act about lamps.")).toBeVisible();
  await expect(it.panel.getByText(/^of \d+ characters \d+ stand in provisions, \d+ are numbers and titles, 21 are left out$/)).toBeVisible();
  await it.unfold("left out, footnote: 1 (21 characters)");
  await expect(it.panel.getByRole("region", { name: "Words that are left out" })).toContainText("Dusk is defined nowhere.");
  await it.unfold("1 thing to look at in the law’s file");
  await expect(it.panel.getByRole("region", { name: "To look at in the law’s file" })).toContainText("after “2.” comes “4.”; a number is missing");
  await it.press("Tick none");
  await it.unfold("0 of 2 ticked in Chapter 1 Light");
  await it.tick("Section 2 Rule 2");
  await it.tick("Chapter 2 Oil: all 1");
  await expect(it.panel.getByText("6 of 9 provisions ticked")).toBeVisible();
  await it.press("Work on this law here");
  await expect(page.getByText(/^Still to be said: Short title, Credit/)).toHaveCount(2);
  await it.answer();
  await it.press("Work on this law here");
  await expect(page.getByText("This is about Lamp Act now.")).toBeVisible();
  const shown = page.frameLocator("#preview-frame");
  await expect(shown.getByRole("heading", { name: "Lamp Act" })).toBeVisible();
  await expect(shown.getByText("Section 2(1)")).toBeVisible();
  await expect(shown.getByText("Section 1(1)")).toHaveCount(0);
  const saving = page.waitForEvent("download");
  await it.press("Save the dataset (.json)");
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("an-act-about-lamps.json");
  const law = JSON.parse(readFileSync(await saved.path(), "utf8"));
  expect(law.provisions.map(({ id }) => id)).toEqual(["sec_2", "sec_2__subsec_1", "sec_2__subsec_2", "sec_4", "sec_4__subsec_1", "sec_4__subsec_2"]);
});

test("a new version of the law that is open says what changed before it is taken", async ({ page }) => {
  const it = await Start.open(page);
  await it.unfold("Start from a law’s own file");
  await it.give(file("act.xml", ACT));
  await it.answer();
  await it.press("Work on this law here");
  await expect(page.getByText("This is about Lamp Act now.")).toBeVisible();
  const next = act(`<chapter><num>Chapter 1</num><heading>Light</heading>
    ${section(1, "Lamps shall be lit at dusk.")}</chapter>
    <chapter><num>Chapter 2</num><heading>Oil</heading>${section(4, "Oil is poured by wardens.")}
    ${section(5, "Wicks are cut.")}</chapter>`);
  await it.give(file("act-2.xml", next));
  await expect(it.panel.getByText(/found in An Act/)).toBeVisible();
  await it.tabTo(it.panel.getByRole("radio", { name: "A dataset of its own" }));
  await page.keyboard.press("ArrowDown");
  await expect(it.panel.getByText(/^7 changes; no concern is lost\.$/)).toBeVisible();
  for (const words of ["3 added", "3 dropped", "1 reworded"]) {
    await expect(it.panel.locator("summary", { hasText: words })).toBeVisible();
  }
  await it.unfold("1 reworded");
  await expect(it.panel.getByRole("region", { name: "reworded" })).toContainText("Lamps [-are-] {+shall be+} lit at dusk.");
  await it.tick("Keep the former words beside the new ones, so that readers can compare the two");
  await it.type("The new draft is called (if you like)", "As amended");
  await expect(it.panel.getByText("Readers compare “Adopted text” with “As amended”.")).toBeVisible();
  const saving = page.waitForEvent("download");
  await it.press("Save the dataset (.json)");
  const saved = await saving;
  const law = JSON.parse(readFileSync(await saved.path(), "utf8"));
  const { text, earlier } = law.provisions.find(({ id }) => id === "sec_1__subsec_1");
  expect(text).toEqual(["Lamps shall be lit at dusk."]);
  expect(earlier).toEqual([{ draft: "adopted", text: ["Lamps are lit at dusk."] }]);
  expect(law.instrument.current_draft).toBe("as-amended");
  await it.press("Work on this law here");
  await expect(page.frameLocator("#preview-frame").getByText("Section 5(1)")).toBeVisible();
});

test("a file that is no law is refused with its place, and hostile XML as well", async ({ page }) => {
  const it = await Start.open(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await it.unfold("Start from a law’s own file");
  const refused = it.panel.getByRole("region", { name: "Why the file can’t be read" });
  await it.give(file("photo.xml", "<a>\n<b></a>"));
  await expect(refused).toContainText("photo.xml, line 2");
  await it.give(file("bomb.xml", `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}">]><akomaNtoso>&b;</akomaNtoso>`));
  await expect(refused).toContainText("bomb.xml");
  await it.give(file("act.xml", ACT));
  await expect(it.panel.getByText("9 provisions found in An Act about lamps.")).toBeVisible();
  await expect(refused).toHaveCount(0);
});

test("what was made of a law's file is handed over to publish, and opens again with a snippet that names it", async ({ page }) => {
  const it = await Start.open(page);
  await it.unfold("Start from a law’s own file");
  // More provisions than are published in one file.
  const many = Array.from({ length: 80 }, (_, at) => section(at + 1, `Lamp ${at + 1} is lit at dusk.`));
  await it.give(file("act.xml", act(many.join(""))));
  await it.answer();
  await it.press("Work on this law here");
  await expect(page.getByText("This is about Lamp Act now.")).toBeVisible();
  const law = page.getByRole("region", { name: "The law" });
  await it.unfold("Use another law", law);
  const saving = page.waitForEvent("download");
  await it.press("Download the files to publish (.zip)", law);
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("an-act-about-lamps.zip");
  const buffer = readFileSync(await saved.path());
  const names = [...buffer.toString("latin1").matchAll(/PK\x01\x02.{42}data\/([a-z0-9.-]+)/gs)].map(([, name]) => name.match(/^an-act-about-lamps(-part|-index|-words|)[^.]*\.(law\.txt|json|csv)/)?.slice(1).join(" "));
  expect(names.sort()).toEqual([" csv", " json", " law.txt", "-index law.txt", ...Array(5).fill("-part law.txt"), ...Array(2).fill("-words law.txt")]);
  await it.press("Back to the law that ships", law);
  await expect(law.getByText("the one that ships")).toBeVisible();
  await page.getByLabel("Open a dataset or a spreadsheet…").setInputFiles({ name: "an-act-about-lamps.zip", mimeType: "application/zip", buffer });
  await expect(law.getByText(", from an-act-about-lamps.zip")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Snippet" })).toHaveValue(/dataset="\.\/data\/an-act-about-lamps\.law\.txt"/);
});
