// A PDF at the desk: its text in reading order, what of it is left out, and what can't be read. The files
// are made here: as a browser prints them, and as a program writes them.
import { readFileSync } from "node:fs";

import PDFDocument from "pdfkit";

import { expect, test } from "../fixtures.mjs";

const file = (buffer, name = "letter.pdf") => ({ name, mimeType: "application/pdf", buffer });

/** What a program writes. */
const written = (options, draw) =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", ...options });
    const parts = [];
    pdf.on("data", (part) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    draw(pdf);
    pdf.end();
  });

/** What a browser prints, in a page of its own. */
const printed = async (context, html) => {
  const page = await context.newPage();
  await page.setContent(html);
  const buffer = await page.pdf({ format: "A4", preferCSSPageSize: true });
  await page.close();
  return buffer;
};

const HEAD = '@top-center{content:"Lamp Club, an open letter"} @bottom-center{content:counter(page) " of " counter(pages)}';
const asked = (nth) => `Request ${nth}: the council shall light the lamps of street number ${nth} again, since the representatives of the neighbourhood, who efficiently counted its inhabitants, find that nobody has slept there for ${nth + 2} nights; see Section 2.`;
const COUNT = 36;
const SECTIONS = [0, 12, 24].map((first) => Array.from({ length: 12 }, (_, nth) => first + nth + 1));
const letter = (style) => `<html lang="en"><style>@page{size:A4;margin:25mm;${HEAD}}
  body{font:11pt/1.4 "Liberation Serif",serif;hyphens:auto;text-align:justify} section{${style}} h1{font-size:18pt}</style>
  <h1>Open letter on lamps</h1>${SECTIONS.map((all) => `<section>${all.map((nth) => `<p>${asked(nth)}</p>`).join("")}</section>`).join("")}</html>`;

const desk = async (page) => {
  await page.goto("/desk.html");
  await expect(page.getByRole("heading", { name: "1. Documents" })).toBeVisible();
};

const open = (page, pdf) => page.getByLabel("Open a document…").setInputFiles(pdf);

/** The text that was read, a paragraph a line. */
const text = async (page) => {
  await expect(page.getByRole("status").filter({ hasText: "is read. Say what it is" })).toBeVisible();
  return (await page.getByRole("textbox", { name: "Or paste its text" }).inputValue()).split("\n");
};

const told = (page) => page.getByRole("group").filter({ hasText: /^How .* was read/ }).getByRole("listitem");
const without = (paragraph) => paragraph.replaceAll("\f", "");

for (const [name, style] of [["one column", ""], ["two columns", "columns:2;break-after:page"]]) {
  test(`a letter in ${name} is read as it was written, and quoted by page and paragraph`, async ({ page, context }) => {
    const pdf = await printed(context, letter(style));
    await desk(page);
    await open(page, file(pdf));
    const paragraphs = await text(page);
    expect(paragraphs.map(without)).toEqual([
      "Open letter on lamps",
      ...Array.from({ length: COUNT }, (_, nth) => asked(nth + 1)),
    ]);
    await expect(told(page).filter({ hasText: "Lamp Club, an open letter" })).toContainText("at the edge on pages 1–");
    await expect(told(page).filter({ hasText: "the numbers of pages" })).toHaveCount(1);

    await page.getByRole("button", { name: "Add the document" }).press("Enter");
    const words = page.getByRole("listbox", { name: /^The words of/ });
    await expect(words).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("c");
    const last = paragraphs.findLastIndex((it) => it.startsWith("\f"));
    const pages = paragraphs.join("").split("\f").length;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the dataset" }).press("Enter"),
    ]);
    const { concerns, sources } = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(concerns[0].evidence[0].locator).toBe(`Page ${pages}, paragraph ${paragraphs.length - last}`);
    expect(concerns[0].evidence[0].quote.exact).toBe(asked(COUNT));
    expect(sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });
}

test("a letter from right to left is read from the right", async ({ page, context }) => {
  const first = "تطلب الجمعية من المجلس إعادة إضاءة المصابيح في كل شارع (المادة 5 من القانون 2026).";
  const pdf = await printed(context, `<html lang="ar" dir="rtl"><h1>رسالة</h1><p>${first}</p><p>وشكرا لكم.</p></html>`);
  await desk(page);
  await open(page, file(pdf));
  expect(await text(page)).toEqual(["رسالة", first, "وشكرا لكم."]);
});

test("what can't be read is refused in a sentence and changes nothing", async ({ page }) => {
  const pictures = await written({}, (pdf) => pdf.rect(50, 50, 200, 200).fill());
  const locked = await written({ userPassword: "secret" }, (pdf) => pdf.text("Lamps are lit."));
  const sound = await written({}, (pdf) => pdf.text("Lamps are lit."));
  await desk(page);
  await page.getByRole("textbox", { name: "Or paste its text" }).fill("What was there before.");
  const refusal = page.getByRole("region", { name: "Why it can’t be opened" });
  for (const [name, buffer, why] of [
    ["scan.pdf", pictures, "scan.pdf has no text in it"],
    ["locked.pdf", locked, "locked.pdf is protected with a password"],
    ["cut.pdf", sound.subarray(0, 60), "cut.pdf is damaged, or no PDF"],
    ["story.pdf", Buffer.from("<p>Lamps"), "story.pdf is damaged, or no PDF"],
  ]) {
    await open(page, file(buffer, name));
    await expect(refusal).toContainText(why);
    await expect(page.getByRole("textbox", { name: "Or paste its text" })).toHaveValue("What was there before.");
  }
  await open(page, file(sound, "sound.pdf"));
  await expect(page.getByRole("status").filter({ hasText: "sound.pdf is read" })).toBeVisible();
  await expect(refusal).toHaveCount(0);
});

test("reading can be given up", async ({ page }) => {
  const long = await written({ autoFirstPage: false }, (pdf) => {
    for (let nth = 0; nth < 1_500; nth += 1) pdf.addPage().text(`Page ${nth}: lamps are lit. `.repeat(60));
  });
  await desk(page);
  await open(page, file(long));
  await page.getByRole("button", { name: "Stop reading" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Stopped; nothing has changed." })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Or paste its text" })).toHaveValue("");
});
