// The desk as an editor uses it: from nothing to a checked dataset without a mouse, and without a byte
// that leaves the browser.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { selectSentence } from "../desk.mjs";
import { expect, test } from "../fixtures.mjs";

const LAW = {
  schema_version: 2,
  id: "lamps",
  title: "Lamps Act: who is affected, who objects",
  language: "en",
  edition: { number: 1, date: "2026-11-01" },
  credit: "The Example Desk",
  made: "Made by hand from one letter.",
  asked: "nobody",
  corrections: [],
  stale_after: "P90D",
  missing: [],
  instrument: {
    title: "Lamps Act",
    short_title: "Lamps Act",
    symbols: [],
    unit: "section",
    address: "https://law.example/lamps",
    drafts: [{ id: "bill", label: "Bill" }],
    status: { as_of: "2026-11-01", line: "A bill", events: [] },
  },
  provisions: [
    { id: "sec_2", citation: "Section 2", summary: "Lamps at night." },
    { id: "sec_3", citation: "Section 3", summary: "Fees." },
    { id: "sec_3__para_2", citation: "Section 3(2)", summary: "Who pays.", parent: "sec_3" },
  ],
  groups: [],
  organisations: [],
  sources: [],
  concerns: [],
  requests: [],
  positions: [],
};

const LETTER = `Open letter on lamps

Section 2 has lamps lit at night. That is well known.

Section 3(2) lets “the council” send bills to tenants, who didn’t ask for lamps.

We ask the council to delete it.`;

const law = (change = {}) => ({
  name: "lamps.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ ...LAW, ...change })),
});

/** The page, by keyboard: every press and every text typed counts as one action. */
class Desk {
  actions = 0;

  constructor(page) {
    this.page = page;
  }

  part(name) {
    return this.page.getByRole("region", { name });
  }

  field(name) {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  get text() {
    return this.page.getByRole("listbox", { name: /^The words of/ });
  }

  get selected() {
    return this.part("2. Its words").getByRole("blockquote");
  }

  async press(...keys) {
    for (const key of keys) {
      this.actions += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text) {
    this.actions += 1;
    await this.page.keyboard.insertText(text);
  }

  /** With the Tab key, from where the focus is. */
  async reach(target, key = "Tab") {
    for (let steps = 0; steps < 80; steps += 1) {
      if (await target.evaluate((it) => it === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error("the Tab key does not lead there");
  }

  /** A sentence, from wherever the focus is. */
  async select(words) {
    await this.press("Escape");
    await expect(this.text).toBeFocused();
    await selectSentence(this, words);
  }

  async open(file) {
    this.actions += 1;
    await this.page.getByLabel("Open…").setInputFiles(file);
    await expect(this.page.getByText(/on the desk\.$/)).toBeVisible();
  }
}

const desk = async (page) => {
  await page.goto("/desk.html");
  await expect(page.getByRole("heading", { name: "1. Documents" })).toBeVisible();
  return new Desk(page);
};

/** With a law and a letter, whose words have the focus. */
const withLetter = async (page, text = LETTER) => {
  const it = await desk(page);
  await it.open(law());
  await it.field("Or paste its text").fill(text);
  await it.field("Its title").fill("Open letter");
  await it.field("Published by").fill("Tenants’ Union");
  await it.field("Date").fill("2026-11-02");
  await it.field("Address").fill("https://tenants.example/letter");
  await page.getByRole("button", { name: "Add the document" }).press("Enter");
  await expect(it.text).toBeFocused();
  return it;
};

const saved = async (page) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the dataset" }).press("Enter"),
  ]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
};

test("by keyboard alone a letter becomes a checked dataset whose every quotation is confirmed", async ({ page }) => {
  const it = await desk(page);
  await it.open(law());
  await it.reach(it.field("Or paste its text"));
  for (const text of [LETTER, "Open letter", "Tenants’ Union", "2026-11-02", "https://tenants.example/letter"]) {
    await it.type(text);
    await it.press("Tab");
  }
  await expect(page.getByRole("button", { name: "Add the document" })).toBeFocused();
  await it.press("Enter");
  await expect(it.text).toBeFocused();

  // What it cites: the first is none, the second a concern.
  await it.press("n");
  await it.press("Tab");
  await expect(page.getByRole("button", { name: "Not this: Section 2" })).toBeFocused();
  await it.press("Enter");
  await expect(page.getByRole("button", { name: "Take as a concern: Section 3(2)" })).toBeFocused();
  await it.press("Enter");
  await expect(it.field("Title")).toBeFocused();
  await it.type("Tenants would be billed");
  await it.press("Tab");
  await it.type("The letter says that tenants would pay for lamps that they didn’t ask for.");
  await it.reach(it.field("Another group"));
  await it.type("Tenants");
  await it.press("Enter");
  await expect(page.getByRole("combobox", { name: "Tenants" })).toHaveValue("stated");
  await expect(it.field("Another group"), "the focus stays").toBeFocused();

  // What is asked for, from the text.
  await it.reach(page.getByRole("button", { name: "Back to the text" }));
  await it.press("Enter");
  await expect(it.text).toBeFocused();
  await it.press("End");
  await expect(it.selected).toHaveText("We ask the council to delete it.");
  await it.press("r");
  const kind = it.part("4. The concern").getByRole("combobox", { name: "Kind" });
  await expect(kind).toBeFocused();
  await it.press("d", "Tab");
  await it.type("The council is to delete it.");
  await it.press("Tab");
  await it.type("The council");

  // On whose word.
  await it.reach(it.field("Who issued or signed the document"));
  await it.type("Tenants’ Union\nThe Lamp Club");
  await it.press("Tab", "s", "Tab", "c", "o", "m");
  await expect(page.getByLabel("What those are who are new here")).toHaveValue("community");
  await it.reach(page.getByRole("button", { name: "Add 2 names" }));
  await it.press("Enter");
  await expect(page.getByText("2 added to the document, 2 of them new here.")).toBeVisible();

  // What is still missing, each by the way there.
  const wrong = it.part("6. What the check says").getByRole("listitem").filter({ hasText: "Wrong" });
  for (let left = 0; left < 12; left += 1) {
    // It is looked at once nothing has happened for a moment.
    await expect(it.part("6. What the check says").getByText("Checking…")).toHaveCount(0);
    if ((await wrong.count()) === 0) break;
    const place = await wrong.first().getByRole("button", { name: /^Go there/ }).getAttribute("aria-label");
    await wrong.first().getByRole("button", { name: /^Go there/ }).focus();
    await it.press("Enter");
    const field = page.locator(":focus");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await it.type(place.includes("member") ? "a tenant" : "Who rents.");
    await expect(it.part("6. What the check says").getByRole("button", { name: place })).toHaveCount(0);
  }
  await expect(page.getByText(/^0 wrong, \d+ to look at\. Quotations: 2 confirmed, 0 not, 0 of/)).toBeVisible();

  const dataset = await saved(page);
  const text = LETTER;
  const quotes = [...dataset.concerns, ...dataset.requests].flatMap((it) => it.evidence.map((it) => it.quote));
  expect(quotes).toHaveLength(2);
  for (const { prefix = "", exact, suffix = "" } of quotes) {
    expect(text.split(prefix + exact + suffix), "stands there once, to the letter").toHaveLength(2);
  }
  expect(dataset.sources[0].sha256).toBe(createHash("sha256").update(text).digest("hex"));
  expect(dataset.concerns[0]).toMatchObject({
    provisions: ["sec_3__para_2"],
    affected: [{ group: "tenants", basis: "stated" }],
  });
  expect(dataset.requests[0]).toMatchObject({ kind: "delete", concerns: [dataset.concerns[0].id] });
  expect(dataset.sources[0].parties).toHaveLength(2);
  test.info().annotations.push({ type: "actions", description: String(it.actions) });
  expect(it.actions, "presses and texts, from nothing to the dataset").toBeLessThanOrEqual(70);
});

test("keys select sentences and words, and what is selected is quoted for the concern", async ({ page }) => {
  const it = await withLetter(page);
  await it.press("ArrowDown", "ArrowDown");
  await expect(it.selected).toHaveText("Section 2 has lamps lit at night.");
  await it.press("c");
  await it.field("Title").fill("Light at night");
  await page.getByRole("button", { name: "Back to the text" }).press("Enter");
  await it.press("ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  await expect(it.selected).toHaveText("That is well");
  await it.press("Shift+ArrowLeft");
  await expect(it.selected).toHaveText("That is");
  await expect(it.text.getByRole("option", { selected: true })).toHaveCount(1);
  await it.press("Enter");
  const quoted = it.part("4. The concern").getByRole("blockquote");
  await expect(quoted).toHaveText(["Section 2 has lamps lit at night.", "That is"]);
  await expect(it.text, "the focus stays in the text").toBeFocused();
  await expect(it.part("4. The concern").getByText(/^Confirmed/)).toHaveCount(2);
});

test("in words from right to left the arrows go the way that they point", async ({ page }) => {
  const it = await withLetter(page, "تضاء المصابيح كل ليلة.\nLamps are lit.");
  await it.press("ArrowLeft");
  await expect(it.selected).toHaveText("تضاء");
  await it.press("ArrowLeft");
  await expect(it.selected).toHaveText("المصابيح");
  await it.press("Shift+ArrowLeft");
  await expect(it.selected).toHaveText("المصابيح كل");
  await it.press("ArrowRight");
  await expect(it.selected).toHaveText("كل");
  await it.press("ArrowRight");
  await expect(it.selected).toHaveText("المصابيح");
  await it.press("End", "ArrowRight");
  await expect(it.selected).toHaveText("Lamps");
});

test("words selected with a mouse are quoted to the letter", async ({ page }) => {
  const it = await withLetter(page);
  const words = it.text.getByText("Section 3(2) lets");
  await words.scrollIntoViewIfNeeded();
  const box = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    while (!texts.currentNode.data?.includes("the council”")) texts.nextNode();
    const { currentNode: node } = texts;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf("the council"));
    range.setEnd(node, node.data.indexOf("the council") + "the council".length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  });
  await page.mouse.move(box.left, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right, box.middle, { steps: 4 });
  await page.mouse.up();
  await expect(it.selected).toHaveText("the council");
});

test("a quotation that is not in its source shows what differs and is mended with one press", async ({ page }) => {
  const it = await withLetter(page);
  await page.getByRole("button", { name: "Take as a concern: Section 3(2)" }).press("Enter");
  await page.getByRole("combobox", { name: "Table" }).selectOption("Concern evidence");
  const cell = it.field("quote, row 1");
  await cell.fill("Section 3(2) lets \"the council\" send bills to all tenants, who didn’t ask for lamps.");
  const concern = it.part("4. The concern");
  await expect(concern.getByText("does not stand in its source", { exact: true })).toBeVisible();
  await expect(concern.locator("del")).toHaveText(["\"the council\"", "all"]);
  await expect(concern.locator("ins")).toHaveText("“the council”");
  await concern.getByRole("button", { name: "Take the source’s words" }).press("Enter");
  await expect(cell).toHaveValue("Section 3(2) lets “the council” send bills to tenants, who didn’t ask for lamps.");
  await expect(concern.getByText(/^Confirmed/)).toBeVisible();
});

test("signatories that are nearly the same are told, and are one or two as the editor says", async ({ page }) => {
  const it = await withLetter(page);
  const part = it.part("5. On whose word");
  await it.field("Who issued or signed the document").fill("The Lamp Society Ltd\nLamp Society\nRights First\nRight First");
  await expect(part.getByRole("combobox", { name: "Lamp Society", exact: true })).toHaveValue("1");
  const near = part.getByRole("combobox", { name: "Right First nearly the same as another name" });
  await expect(near).toHaveValue("0");
  await near.selectOption({ label: "same as Rights First, line 3 here" });
  await part.getByRole("combobox", { name: "Their part in it" }).selectOption("signed");
  await part.getByRole("button", { name: "Add 4 names" }).press("Enter");
  await expect(page.getByText("2 added to the document, 2 of them new here.")).toBeVisible();
  const { organisations } = await saved(page);
  expect(organisations.map((it) => [it.name, it.aliases])).toEqual([
    ["The Lamp Society Ltd", ["Lamp Society"]],
    ["Rights First", ["Right First"]],
  ]);
});

test("what is typed into a cell is one step, which undo takes back", async ({ page }) => {
  const it = await desk(page);
  await it.open(law());
  await page.getByRole("combobox", { name: "Table" }).selectOption("Provisions");
  const cell = it.field("summary, row 2");
  await cell.focus();
  await cell.press("End");
  await page.keyboard.type(" And stamps ");
  await expect(cell, "blanks that are typed stay while one types").toHaveValue("Fees. And stamps ");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell).toHaveValue("Fees.");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(cell).toHaveValue("Fees. And stamps");
});

test("what is no dataset and what is no document replace nothing, and each is told", async ({ page }) => {
  const it = await desk(page);
  await it.open(law());
  await page.getByLabel("Open…").setInputFiles({ name: "package.json", mimeType: "application/json", buffer: Buffer.from("{\"name\":\"x\"}") });
  await expect(page.getByRole("region", { name: "Why it can’t be opened" })).toContainText("package.json is no dataset");
  await page.getByLabel("Open a document…").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(page.getByRole("region", { name: "Why it can’t be opened" })).toContainText("a.pdf is damaged");
  expect((await saved(page)).id).toBe("lamps");
});

test("leaving asks while something is unsaved, and not before or after", async ({ page }) => {
  const it = await desk(page);
  await it.open(law());
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  await page.getByRole("combobox", { name: "Table" }).selectOption("Provisions");
  await it.field("summary, row 1").fill("Other words.");
  expect(await asks()).toBe(true);
  await saved(page);
  expect(await asks()).toBe(false);
});

test("an empty desk says where to begin, and finds nothing wrong", async ({ page }) => {
  const it = await desk(page);
  await expect(it.part("Begin with the law")).toBeVisible();
  await expect(page.getByText(/\d wrong/)).toHaveCount(0);
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
  await it.reach(it.part("Begin with the law").getByRole("link"));
  await it.press("Enter");
  await expect(page.locator("summary", { hasText: "Start from a law’s own file" })).toBeFocused();
  await page.goto("/desk.html");
  await it.page.getByLabel("Open a dataset or a workbook…").setInputFiles(law());
  await expect(page.getByText("lamps.json is on the desk.")).toBeVisible();
  await expect(it.part("Begin with the law")).toHaveCount(0);
});

test("digits lead from the text to the parts of the page, and Escape leads back", async ({ page }) => {
  const it = await withLetter(page);
  for (const [digit, name] of [["1", "1. Documents"], ["4", "4. The concern"], ["7", "7. The whole dataset"]]) {
    await it.press(digit);
    await expect(it.part(name)).toBeFocused();
    await it.press("Tab", "Escape");
    await expect(it.text).toBeFocused();
  }
  await it.press("8", "0");
  await expect(it.text, "there are no such parts").toBeFocused();
});

test("Escape is first an input method's, and that of a list that is open", async ({ page }) => {
  const it = await withLetter(page);
  const list = it.field("Who issued or signed the document");
  await list.focus();
  for (const composed of [{ isComposing: true }, { keyCode: 229 }]) {
    await list.evaluate((field, how) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, ...how }));
    }, composed);
    await expect(list).toBeFocused();
  }
  const role = it.part("5. On whose word").getByRole("combobox", { name: "Their part in it" });
  await role.focus();
  await it.press("Alt+ArrowDown");
  await expect(page.locator("select:open")).toHaveCount(1);
  await it.press("Escape");
  await expect(page.locator("select:open")).toHaveCount(0);
  await expect(role).toBeFocused();
  await it.press("Escape");
  await expect(it.text).toBeFocused();
});

test("answers, positions, other law and names are taken from the text by their keys", async ({ page }) => {
  const it = await withLetter(page, `Section 3(2) lets the council send bills.

It departs from Section 9 of the Oil Act.

The council says that it will not.

We are against the bill.

Tenants’ Union
The Lamp Club`);
  const concern = it.part("4. The concern");
  const word = it.part("5. On whose word");
  await it.select("Section 3(2) lets the council send bills.");
  await it.press("c");
  await it.select("It departs from Section 9 of the Oil Act.");
  await it.press("l");
  await expect(concern.getByRole("combobox", { name: "Relation" })).toBeFocused();
  await it.press("d");
  await expect(it.field("Instrument")).toHaveValue("Oil Act");
  await expect(it.field("Pinpoint")).toHaveValue("Section 9");
  await it.press("Escape", "p");
  await expect(page.getByText("Say first who issued or signed the document, in part 5.")).toBeVisible();
  await it.press("End", "Shift+ArrowUp");
  await it.select("Tenants’ Union");
  await it.press("Shift+ArrowDown", "s");
  await expect(word.getByRole("combobox", { name: "Their part in it" })).toBeFocused();
  await it.press("s", "Tab", "c", "o", "m");
  await it.reach(page.getByRole("button", { name: "Add 2 names" }));
  await it.press("Enter");
  await it.select("We are against the bill.");
  await it.press("p");
  await expect(word.getByRole("combobox", { name: "Tenants’ Union, The Lamp Club" })).toBeFocused();
  await it.press("r");
  await it.select("The council says that it will not.");
  await it.press("a");
  await expect(concern.getByRole("combobox", { name: "Kind" })).toBeFocused();
  await it.press("a");
  await expect(concern.getByRole("combobox", { name: "Kind" })).toHaveValue("answers");
  const { concerns: [{ id, related }], positions, replies } = await saved(page);
  expect(related).toEqual([{ instrument: "Oil Act", pinpoint: "Section 9", source: "open-letter", relation: "departs_from" }]);
  expect(positions.map((it) => [it.organisation, it.stance, it.evidence.quote.exact])).toEqual(
    ["tenants-union", "the-lamp-club"].map((it) => [it, "reject", "We are against the bill."]),
  );
  expect(replies).toMatchObject([{ kind: "answers", concerns: [id], evidence: [{ source: "open-letter" }] }]);
});

test("the focus has moved before the next key is heard, however long a drawing takes", async ({ page }) => {
  const it = await withLetter(page);
  await it.field("Who issued or signed the document").focus();
  // Every moment takes longer than the browser is kept from going on; nothing below waits for it to do so.
  const moved = await page.evaluate(async () => {
    const { now } = Date;
    let later = 0;
    Date.now = () => now() + (later += 20);
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    for (let turn = 0; turn < 50; turn += 1) await undefined;
    Date.now = now;
    return document.activeElement.getAttribute("role");
  });
  expect(moved).toBe("listbox");
});

test("a text from right to left stands so, and so does what is taken of it", async ({ page }) => {
  const it = await withLetter(page, "رسالة مفتوحة إلى المجلس\n\nSection 2 has lamps lit at night.");
  const direction = (part) => part.evaluate((it) => getComputedStyle(it).direction);
  await it.press("Home");
  expect(await direction(it.selected)).toBe("rtl");
  const paragraphs = it.text.getByRole("group");
  expect(await Promise.all([0, 1].map((nth) => direction(paragraphs.nth(nth))))).toEqual(["rtl", "ltr"]);
});

test("what is wrong is not published, and the desk says so", async ({ page }) => {
  const it = await desk(page);
  await it.open(law({ credit: undefined }));
  await page.getByRole("button", { name: "Download the files to publish (.zip)" }).press("Enter");
  await expect(page.getByText(/^1 thing is wrong: mend that first/)).toBeVisible();
});

test("desk and configurator hand a dataset back and forth, and texts stay", async ({ page, context }) => {
  const it = await withLetter(page);
  await it.press("n", "Enter");
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "On to the configurator" }).press("Enter"),
  ]);
  const about = other.getByRole("region", { name: "The law" });
  await expect(about.getByText("Lamps Act", { exact: true })).toBeVisible();
  await expect(about.getByText(", from the desk")).toBeVisible();
  await it.field("Title").fill("Bills for tenants");
  await other.getByRole("button", { name: "Work on it at the desk" }).press("Enter");
  await expect(page.getByText("The law is on the desk.")).toBeVisible();
  expect(context.pages(), "no third page").toHaveLength(2);
  await expect(it.text, "the letter is still there").toContainText("didn’t ask for lamps");
  await expect(page.getByText(/^1 quotation confirmed/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(it.part("4. The concern").getByRole("combobox", { name: "The concern that is worked on" })).toContainText("Bills for tenants");
  await other.close();
});

test("a dataset has gone when the other page has asked for it, or no window opened", async ({ page, context }) => {
  const it = await desk(page);
  await it.open(law());
  const hand = page.getByRole("button", { name: "On to the configurator" });
  const went = page.getByText("The configurator has the dataset.");
  await page.evaluate(() => {
    window.opens = window.open;
    window.open = () => null;
  });
  await hand.press("Enter");
  await expect(page.getByText(/^The configurator could not be opened: let this page open windows/)).toBeVisible();
  await page.evaluate(() => {
    window.open = window.opens;
  });
  let answer;
  const held = new Promise((resolve) => {
    answer = resolve;
  });
  await context.route("**/configurator.html", async (route) => {
    await held;
    await route.continue();
  });
  // A page that waits for its first answer isn't told of yet.
  const opening = context.waitForEvent("page");
  const asked = context.waitForEvent("request", (it) => it.url().endsWith("/configurator.html"));
  await hand.press("Enter");
  await asked;
  await expect(went).toHaveCount(0);
  answer();
  const other = await opening;
  await expect(went).toBeVisible();
  await other.close();
});

test("the configurator hands its law over, and the desk has it", async ({ page, context }) => {
  await page.goto("/configurator.html");
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Work on it at the desk" }).click(),
  ]);
  await expect(other.getByText("The law is on the desk.")).toBeVisible();
  await other.getByRole("combobox", { name: "Table" }).selectOption("Provisions");
  await expect(other.getByRole("textbox", { name: "citation, row 1", exact: true })).not.toHaveValue("");
  await other.close();
});
