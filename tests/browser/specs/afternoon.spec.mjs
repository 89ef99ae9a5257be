// From a law's own file and three statements to a published explorer, by keyboard alone. What that takes
// is counted part by part; `docs/desk.md` has the figures, and `--update-snapshots` writes them anew.
// cspell:words Westhaven
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { LAW, STATEMENTS } from "../afternoon.mjs";
import { selectSentence } from "../desk.mjs";
import { Explorer } from "../explorer.mjs";
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { paste } from "../pasting.mjs";

const DOCS = fileURLToPath(new URL("../../../docs/desk.md", import.meta.url));

/** The parts of the work, in their order. */
const PARTS = ["the law", "the documents", "concerns", "evidence and requests", "who is affected", "on whose word", "what the check says", "publishing"];

// The keystroke-level model of Card, Moran and Newell (1980): seconds for a key by an average typist, and
// for making up one's mind to what comes next.
const KEY = 0.28;
const MIND = 1.35;
const seconds = ({ actions, texts, characters, tabs }) => Math.round((actions + characters + tabs) * KEY + (actions + texts) * MIND);

/** Two hands on a keyboard. Whatever decides something is an action, a text typed is one as well; Tab only leads on. */
class Hands {
  counted = new Map(PARTS.map((part) => [part, { actions: 0, texts: 0, characters: 0, tabs: 0 }]));

  constructor(page) {
    this.page = page;
  }

  begin(part) {
    this.now = this.counted.get(part);
  }

  async press(...keys) {
    for (const key of keys) {
      this.now[/^(Shift\+)?Tab$/.test(key) ? "tabs" : "actions"] += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text) {
    this.now.texts += 1;
    this.now.characters += text.length;
    await this.page.keyboard.insertText(text);
  }

  /** With the Tab key, from where the focus is. */
  async reach(target, key = "Tab") {
    for (let steps = 0; steps < 120; steps += 1) {
      if (await target.evaluate((it) => it === document.activeElement, undefined, { timeout: 7_000 })) return;
      await this.press(key);
    }
    throw new Error(`the Tab key does not lead to ${target}`);
  }

  /** Presses a button, or whatever else takes Enter. */
  async use(target, key) {
    await this.reach(target, key);
    await this.press("Enter");
  }

  async fill(target, text) {
    await this.reach(target);
    await this.type(text);
  }

  /** Chooses a file: the button, and the file in what the system shows. */
  async open(target, file) {
    await this.reach(target);
    const choosing = this.page.waitForEvent("filechooser");
    await this.press("Space");
    this.now.actions += 1;
    await (await choosing).setFiles(file);
  }

  /** The figures as lines of a table. */
  table() {
    const rows = [...this.counted].map(([part, it]) => [part, it.actions, it.texts, it.characters, it.tabs, seconds(it)]);
    const all = rows.reduce((sum, row) => sum.map((it, nth) => it + row[nth + 1]), Array(5).fill(0));
    return [...rows, ["**all**", ...all]].map((row) => `| ${row.join(" | ")} |`).join("\n");
  }
}

/** The desk as it is reached by keys. */
class Desk extends Hands {
  part(name) {
    return this.page.getByRole("region", { name });
  }

  field(name, where = this.page) {
    return where.getByRole("textbox", { name, exact: true });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  get text() {
    return this.page.getByRole("listbox", { name: /^The words of/ });
  }

  get selected() {
    return this.part("2. Its words").getByRole("blockquote");
  }

  async backToText() {
    await this.press("Escape");
    await expect(this.text).toBeFocused();
  }

  async select(words) {
    await selectSentence(this, words);
  }

  async document(file, { title, publisher, date, address }) {
    this.begin("the documents");
    await this.open(this.page.getByLabel("Open a document…"), file);
    await expect(this.field("Its title"), "what the file is called is selected").toBeFocused();
    await this.type(title);
    for (const text of [publisher, date, address]) {
      await this.press("Tab");
      await this.type(text);
    }
    await this.press("Tab");
    await expect(this.button("Add the document")).toBeFocused();
    await this.press("Enter");
    await expect(this.text).toBeFocused();
  }

  /** The next citation becomes a concern, with its words and those whom it affects. */
  async concern(citation, title, summary, group) {
    this.begin("concerns");
    await this.press("n");
    await expect(this.button(`Take as a concern: ${citation}`).first()).toBeFocused();
    await this.press("Enter");
    await expect(this.field("Title")).toBeFocused();
    await this.type(title);
    await this.press("Tab");
    await this.type(summary);
    this.begin("who is affected");
    await this.fill(this.field("Another group"), group);
    await this.press("Enter");
    await expect(this.page.getByRole("combobox", { name: group })).toHaveValue("stated");
    await this.backToText();
  }

  async request(words, kind, summary) {
    this.begin("evidence and requests");
    await this.select(words);
    await this.press("r");
    await expect(this.part("4. The concern").getByRole("combobox", { name: "Kind" }).last()).toBeFocused();
    await this.press(kind, "Tab");
    await this.type(summary);
    await this.press("Tab");
    await this.type("The council");
    await this.backToText();
  }

  /** The words that are selected say where those behind the document stand. */
  async stand(words, stance) {
    this.begin("on whose word");
    await this.select(words);
    await this.press("p");
    await expect(this.part("5. On whose word").getByRole("combobox").last()).toBeFocused();
    await this.press(stance);
    await this.backToText();
  }

  async sign(role, kind, number) {
    await expect(this.page.getByRole("combobox", { name: "Their part in it" })).toBeFocused();
    await this.press(role, "Tab", ...kind);
    await this.use(this.button(`Add ${number}`));
    await expect(this.text).toBeFocused();
  }

  wrong() {
    return this.part("6. What the check says").getByRole("listitem").filter({ hasText: "Wrong" });
  }
}


test("an editor goes from a law's file and three statements to a published explorer by keyboard alone", async ({ page, context }, info) => {
  test.setTimeout(180_000);
  // Whoever begins to wait for a chooser as it opens may come too late for it.
  context.on("page", (other) => other.on("filechooser", () => {}));
  page.on("filechooser", () => {});
  const first = new Hands(page);
  first.begin("the law");
  await page.goto("/configurator.html");
  const start = page.locator("#start");
  await start.waitFor();
  await first.use(page.getByRole("link", { name: "start from its own file" }));
  await expect(start.locator("summary").first()).toBeFocused();
  await first.press("Enter");
  await first.open(start.getByLabel("Open a law’s file…"), LAW);
  await expect(start.getByText("120 provisions found in Regulation on small harbours.")).toBeVisible();
  for (const [name, text] of [["Short title", "Harbours Regulation"], ["Credit", "The Example Courier"], ["Status as of", "2026-11-29"], ["Status", "Before the council."]]) {
    await first.fill(start.getByRole("textbox", { name, exact: true }), text);
  }
  const opening = context.waitForEvent("page");
  await first.use(start.getByRole("button", { name: "Work on it at the desk" }));
  const other = await opening;
  const lines = [];
  other.on("console", (message) => lines.push(message.text()));
  await expect(other.getByText("The law is on the desk.")).toBeVisible();

  const it = Object.assign(new Desk(other), { counted: first.counted, now: first.now });
  await letter(it);
  await statement(it);
  await submission(it);
  await mend(it);
  const files = await publish(it, info);
  await expectAccessible(other);
  expect(lines, "nothing in the desk's console").toEqual([]);
  await other.close();

  expectEntered(files);
  await shown(page, files);
  const table = it.table();
  info.annotations.push({ type: "counted", description: table });
  expectInDocs(table, info);
});

const letter = async (it) => {
  await it.document(STATEMENTS.letter, {
    title: "Open letter on small harbours", publisher: "Crews’ Union of Westhaven", date: "2026-06-02", address: "https://crews.example/letter",
  });
  it.begin("on whose word");
  await it.press("End", ...Array(4).fill("ArrowUp"), ...Array(4).fill("Shift+ArrowDown"));
  await it.press("s");
  await it.sign("s", ["c", "o", "m"], "5 names");
  await it.concern("Article 6(2)", "Dues at the council’s pleasure", "The crews say that the council could set any dues for their quay.", "Crews of small boats");
  it.begin("evidence and requests");
  await it.select("Crews who own one boat would pay as much as a line of ferries.");
  await it.press("Enter");
  await expect(it.part("4. The concern").getByText(/^Confirmed/)).toHaveCount(2);
  await it.request("We ask the council to cap the dues for boats under eight metres.", "n", "The council is to cap the dues of small boats.");
  await it.concern("Article 11(3)", "No place to sleep during repairs", "The letter says that people who live aboard lose their place while a mooring is repaired.", "People who live aboard");
  it.begin("evidence and requests");
  await it.select("That is weaker than Article 4 of the Charter of Harbour Towns, which promises another berth on the same day.");
  await it.press("l");
  await expect(it.part("4. The concern").getByRole("combobox", { name: "Relation" })).toBeFocused();
  await it.press("w");
  await it.backToText();
  await it.stand("The regulation should be changed before it is adopted.", "c");
};

const statement = async (it) => {
  it.begin("the documents");
  await it.press("1");
  await it.use(it.page.locator("summary", { hasText: "Add a document" }));
  await it.document(STATEMENTS.statement, {
    title: "Statement of the Ports Chamber", publisher: "Ports Chamber", date: "2026-06-20", address: "https://ports.example/statement",
  });
  it.begin("on whose word");
  await it.press("5");
  await it.fill(it.field("Who issued or signed the document"), "Ports Chamber");
  await it.press("Tab");
  await it.sign("i", ["b", "u"], "1 name");
  await it.stand("The Ports Chamber supports the regulation as it stands.", "s");
  it.begin("evidence and requests");
  await it.press("4");
  await it.reach(it.page.getByRole("combobox", { name: "The concern that is worked on" }));
  await it.press("D");
  await it.backToText();
  await it.select("Article 6(2) is fair: dues follow from what a quay costs, and no crew pays for another.");
  await it.press("a");
  await expect(it.part("4. The concern").getByRole("combobox", { name: "Kind" }).last()).toBeFocused();
  await it.press("a");
  await it.fill(it.field("Summary", it.part("4. The concern")).last(), "The chamber says that dues follow from what a quay costs.");
  await it.backToText();
};

const submission = async (it) => {
  it.begin("the documents");
  await it.press("1");
  await it.document(STATEMENTS.submission, {
    title: "Submission of the Harbour Swimmers", publisher: "Harbour Swimmers", date: "2026-07-01", address: "https://swimmers.example/submission",
  });
  it.begin("on whose word");
  await it.press("5");
  await it.fill(it.field("Who issued or signed the document"), "Harbour Swimmers");
  await it.press("Tab");
  await it.sign("i", ["c", "i"], "1 name");
  await it.concern("Article 16(1)", "Slipways for boats alone", "The swimmers say that they would be sent away from slipways that they have long used.", "Swimmers");
  await it.request("Article 16(1) should be deleted.", "d", "The paragraph is to go.");
  await it.stand("We reject the regulation.", "r");
};

/** What the check still finds wrong, each by the way there. */
const mend = async (it) => {
  it.begin("what the check says");
  await it.press("6");
  // It is looked at once nothing has happened for a moment.
  await expect(it.part("6. What the check says").getByText("Checking…")).toHaveCount(0);
  for (let left = await it.wrong().count(); left > 0; left -= 1) {
    const way = it.wrong().first().getByRole("button", { name: /^Go there/ });
    const place = await way.getAttribute("aria-label");
    await it.use(way);
    await expect(it.page.locator(":focus")).toHaveAttribute("aria-invalid", "true");
    const said = { member: "somebody of them", description: "As the documents call them." };
    const column = Object.keys(said).find((column) => place.includes(column));
    expect(column, `nobody has thought of ${place}`).toBeDefined();
    await it.type(said[column]);
    await it.press("Escape", "6");
    await expect(it.wrong()).toHaveCount(left - 1);
  }
};

/** The files of the archive, by their names. */
const publish = async (it, info) => {
  it.begin("publishing");
  const saving = it.page.waitForEvent("download");
  await it.use(it.button("Download the files to publish (.zip)"));
  const saved = await saving;
  mkdirSync(info.outputPath(), { recursive: true });
  const path = info.outputPath("published.zip");
  await saved.saveAs(path);
  const names = execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).trim().split("\n");
  return new Map(names.map((name) => [name, execFileSync("unzip", ["-p", path, name])]));
};

/** The dataset beside what was published has all that was entered. */
const expectEntered = (files) => {
  const [, text] = [...files].find(([name]) => name.endsWith(".json"));
  const dataset = JSON.parse(text);
  const lists = ["provisions", "sources", "groups", "organisations", "concerns", "requests", "replies", "positions"];
  expect(lists.map((list) => dataset[list].length)).toEqual([120, 3, 3, 6, 3, 2, 1, 6]);
  expect(dataset.sources.map(({ sha256 }) => sha256), "each text was confirmed against").toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
};

/** The explorer of what was published, in a story. */
const shown = async (page, files) => {
  for (const [name, body] of files) {
    await page.route(`**/published/${name}`, (route) => route.fulfill({ body, contentType: "text/plain; charset=utf-8" }));
  }
  const law = [...files.keys()].find((name) => /^data\/[a-z-]+\.law\.txt$/.test(name));
  await paste(page, `<provision-explorer dataset="/published/${law}"></provision-explorer>\n<script type="module" src="/provision-explorer.js"></script>`);
  const explorer = await new Explorer(page).arrive();
  const card = await explorer.toggle("Article 6(2)");
  await expect(card).toContainText("Dues at the council’s pleasure");
  await expect(card.getByText("Crews who own one boat would pay as much as a line of ferries.")).toBeVisible();
  await expect(card).toContainText("The chamber says that dues follow from what a quay costs.");
};

/** The docs have what was counted, between two lines that mark it. */
const expectInDocs = (table, { config }) => {
  const [begin, end] = ["<!-- counted: -->", "<!-- as counted -->"];
  const docs = readFileSync(DOCS, "utf8");
  const head = "| part | actions | texts | characters | Tab | seconds, estimated |\n|---|---|---|---|---|---|";
  const marked = `${begin}\n${head}\n${table}\n${end}`;
  if (["all", "changed"].includes(config.updateSnapshots)) {
    writeFileSync(DOCS, docs.replace(new RegExp(`${begin}[^]*${end}`), () => marked));
    return;
  }
  expect(docs, "docs/desk.md has what was counted; --update-snapshots writes it").toContain(marked);
};
