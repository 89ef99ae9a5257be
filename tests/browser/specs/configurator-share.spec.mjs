// What leaves the configurator by the clipboard, a link or a code, and what readers without script get.
import { readFileSync } from "node:fs";

import { expect, test } from "../fixtures.mjs";

const STORY = `Police could make an engineer hand over passwords under Article 28(4).

Delegates also argue over Articles 29 and 30.`;

/** A text as Google Docs puts it on the clipboard. */
const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span>Who objects</span></h2>
<p dir="ltr"><span style="font-weight:400">Under </span><span style="font-weight:700">Article 28(4)</span><span> police may ask, as </span><a href="https://news.example/a"><span>we wrote</span></a><span>.</span></p>
<ul><li dir="ltr"><p role="presentation"><span>Article 29</span></p></li><li dir="ltr"><p role="presentation"><span>Article 30</span></p></li></ul></b>`;

const open = async (page, fragment = "") => {
  await page.goto(`/configurator.html${fragment}`);
  await page.getByRole("heading", { name: "1. The story" }).waitFor();
};

const field = (page) => page.getByRole("textbox", { name: /Paste the story/ });

const tabTo = async (page, part) => {
  for (let steps = 0; steps < 150; steps += 1) {
    if ((await part.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  await expect(part).toBeFocused();
};

const press = async (page, part) => {
  await tabTo(page, part);
  await page.keyboard.press("Enter");
};

const onClipboard = (page, kind) =>
  page.evaluate(async (kind) => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes(kind) ? (await item.getType(kind)).text() : undefined;
  }, kind);

test.beforeEach(async ({ context, browserName }) => {
  // No other engine asks for it by these names.
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("a story from Docs keeps headings, lists, links and bold, there and back on the clipboard", async ({ page }) => {
  await open(page);
  await tabTo(page, field(page));
  // What Docs brings has styles, which the page's own policy would tell of if the page wrote them.
  await field(page).evaluate((field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "Who objects");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, DOCS);
  await expect(page.getByText(/names? 3 provisions/)).toBeVisible();
  await press(page, page.getByRole("button", { name: "Copy the story with links to the explorer" }));
  await expect(page.getByText("The story is copied")).toBeVisible();
  const html = await onClipboard(page, "text/html");
  for (const part of ["<h2>Who objects</h2>", '<strong><provision-ref to="28(4)">Article 28(4)</provision-ref></strong>', "<li>", '<a href="https://news.example/a">we wrote</a>']) {
    expect(html).toContain(part);
  }
  expect(html).not.toMatch(/style=|guid|<span/);
  const text = await onClipboard(page, "text/plain");
  expect(text).toContain("<h2>Who objects</h2>");
  expect(text).toContain('<provision-ref to="29">Article 29</provision-ref>');
});

test("a story of plain text is copied as text and as paragraphs, and no editor shows its tags", async ({ page }) => {
  await open(page);
  await field(page).fill(STORY);
  await press(page, page.getByRole("button", { name: "Copy the story with links to the explorer" }));
  await expect(page.getByText("The story is copied")).toBeVisible();
  const text = await onClipboard(page, "text/plain");
  expect(text.replace(/<\/?provision-ref[^>]*>/g, "")).toBe(STORY);
  const html = await onClipboard(page, "text/html");
  expect(html.match(/<p>/g)).toHaveLength(2);
  expect(html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim()).toBe(STORY.replace(/\s+/g, " "));
});

test("a link brings all of it to a colleague, says how long it is, and has a code while phones can read it", async ({ page }) => {
  await open(page);
  await field(page).fill(STORY);
  await press(page, page.getByRole("button", { name: "Highlight all 3" }));
  await page.locator("summary", { hasText: "Bring it to a colleague or a phone" }).focus();
  await page.keyboard.press("Enter");
  const code = page.getByRole("img", { name: "QR code of the link" });
  await expect(code).toBeVisible();
  const size = page.locator("#link-size");
  const short = await size.textContent();
  await tabTo(page, page.getByRole("checkbox", { name: "With the story’s text" }));
  await page.keyboard.press("Space");
  await expect(size).not.toHaveText(short);
  await page.getByRole("button", { name: "Copy a link" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("A link to this draft is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(size).toHaveText(`The link has ${link.length} characters.`);
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(field(page)).toHaveValue("");
  await page.goto(link);
  await expect(page.locator("#story-text")).toHaveValue(STORY);
  await expect(page.getByText(/names? 3 provisions/)).toBeVisible();
  // A story with as many different words as no link carries.
  const noise = Array.from({ length: 3000 }, (_, at) => (at * 2654435761 % 2 ** 32).toString(36));
  await page.getByText("Change the text").click();
  await field(page).fill(`${STORY}\n${noise.join(" ")}`);
  await expect(page.getByRole("checkbox", { name: "With the story’s text" })).toBeChecked();
  await expect(size).toContainText("is longer than mail and messengers carry");
  await expect(code).toHaveCount(0);
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "save the draft as a file" })).toHaveCount(2);
});

test("what readers without script see is what the snippet says, in every form", async ({ page }) => {
  await open(page);
  await field(page).fill(STORY);
  await page.getByRole("button", { name: "Highlight all 3" }).click();
  await page.getByText("What readers without script see").click();
  const shown = page.frameLocator("#static-frame").locator("body");
  const snippet = page.getByRole("textbox", { name: "Snippet" });
  const words = (text) => text.replace(/\s+/g, "");
  const decoded = (html) =>
    html.replace(/<script.*?<\/script>/gs, "").replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
  const same = async () => {
    const text = words(decoded(await snippet.inputValue()));
    expect(text).not.toBe("");
    await expect.poll(async () => words(await shown.textContent())).toBe(text);
    return text;
  };
  await expect(snippet).toHaveValue(/Article 28\(4\)/);
  const short = await same();
  await page.locator("summary", { hasText: /^What you take: / }).click();
  await page.getByRole("radio", { name: "Explorer with a link inside" }).check();
  await expect(snippet).not.toHaveValue(/Article 28\(4\)/);
  expect((await same()).length).toBeLessThan(short.length);
  await page.getByRole("radio", { name: "Iframe" }).check();
  await expect(page.getByText("In the iframe: the law’s name")).toBeVisible();
  await expect(page.locator("#static-frame")).toBeHidden();
});

test("hints name what the law that is open has, and no other law's", async ({ page }) => {
  await open(page);
  const search = page.getByRole("searchbox", { name: "Look up a provision" });
  await expect(search).toHaveAttribute("placeholder", /^Article /);
  const buffer = readFileSync(new URL("../../../data/example-bicycle-parking.json", import.meta.url));
  await page.getByText("Use another law").click();
  await page.getByLabel("Open a dataset or a spreadsheet…").setInputFiles({ name: "bike.json", mimeType: "application/json", buffer });
  await expect(search).toHaveAttribute("placeholder", /^Section /);
  await field(page).fill("Nothing in here.");
  await expect(page.getByText(/Write them like “Section /)).toBeVisible();
});
