// A PDF at the desk: its text in reading order, what of it is left out, and what can't be read. The files
// are made here: as a browser prints them, and as a program writes them.
import { readFileSync } from "node:fs";

import PDFDocument from "pdfkit";

import { expect, test, workersAnswers } from "../fixtures.mjs";

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

/** What old programs write: words in a font whose table of signs is not in the file. */
const DRAWN = "BT /F1 12 Tf 50 700 Td (Lamps are lit.) Tj 0 -20 Td /F2 12 Tf <93fa967b> Tj ET";
const JAPANESE = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>> endobj
4 0 obj <</Length ${DRAWN.length}>> stream
${DRAWN}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Type/Font/Subtype/Type0/BaseFont/Light/Encoding/90ms-RKSJ-H/DescendantFonts[7 0 R]>> endobj
7 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 8 0 R>> endobj
8 0 obj <</Type/FontDescriptor/FontName/Light/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>> endobj
trailer <</Root 1 0 R>>
%%EOF`;

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
    ["japanese.pdf", Buffer.from(JAPANESE), "japanese.pdf has words that would be missing"],
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

test("reading can be given up, and what comes then is the next document alone", async ({ page }) => {
  await desk(page);
  const answers = await workersAnswers(page);
  await answers.hold();
  await open(page, file(await written({}, (pdf) => pdf.text("A letter that was given up."))));
  // What was said already, and not heard yet, is given up as well.
  await expect.poll(answers.count).toBe(1);
  await page.getByRole("button", { name: "Stop reading" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Stopped; nothing has changed." })).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  await answers.deliver();
  await open(page, file(await written({}, (pdf) => pdf.text("Another letter.")), "other.pdf"));
  expect(await text(page)).toEqual(["Another letter."]);
  expect(page.workers()).toEqual([]);
});

test("reading that never ends is given up at once", async ({ page }) => {
  await desk(page);
  await page.route("**/assets/pdf-*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "export const read = () => { postMessage({ began: true }); for (;;); };" }));
  const began = page.evaluate(() => new Promise((resolve) => {
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (...all) {
      listen.call(this, "message", ({ data }) => data.began && resolve());
      listen.apply(this, all);
    };
  }));
  await open(page, file(await written({}, (pdf) => pdf.text("A letter without an end."))));
  await began;
  await page.getByRole("button", { name: "Stop reading" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Stopped; nothing has changed." })).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
});

test("the worker that reads has no way out", async ({ page }) => {
  // A reader that goes on for ever: what it could reach is looked at meanwhile.
  await page.route("**/assets/pdf-*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "export const read = () => new Promise(() => {});" }));
  await desk(page);
  await open(page, file(await written({}, (pdf) => pdf.text("Lamps are lit."))));
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  const ways = () => worker.evaluate(() => {
    const names = "fetch XMLHttpRequest WebSocket EventSource WebTransport importScripts Worker FontFace fonts caches indexedDB BroadcastChannel";
    const found = [];
    for (let scope = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
      found.push(...names.split(" ").filter((name) => Object.hasOwn(scope, name)));
    }
    return found;
  });
  await expect.poll(ways).toEqual([]);
  await page.getByRole("button", { name: "Stop reading" }).press("Enter");
  await expect.poll(() => page.workers().length).toBe(0);
});

test("a reader that doesn't come, or that breaks, is told in a sentence and changes nothing", async ({ page }) => {
  const sound = file(await written({}, (pdf) => pdf.text("Lamps are lit.")));
  await desk(page);
  const field = page.getByRole("textbox", { name: "Or paste its text" });
  await field.fill("What was there before.");
  const gone = (route) => route.abort();
  const breaks = (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "export const read = () => new Promise(() => setTimeout(() => { throw new Error('broken'); }));",
    });
  const panics = (route) =>
    route.fulfill({ contentType: "text/javascript", body: "export const read = () => { throw new WebAssembly.RuntimeError('unreachable'); };" });
  for (const [script, answer, why] of [
    ["**/assets/worker-*.js", gone, "letter.pdf can’t be read: its reader didn’t start."],
    ["**/assets/pdf-*.js", gone, "letter.pdf can’t be read: the reader of PDFs didn’t come."],
    ["**/assets/pdf-*.js", breaks, "letter.pdf can’t be read: it broke its reader."],
    ["**/assets/pdf-*.js", panics, "letter.pdf can’t be read: it broke its reader."],
  ]) {
    await page.route(script, answer);
    await open(page, sound);
    await expect(page.getByRole("region", { name: "Why it can’t be opened" })).toContainText(why);
    await expect(field).toHaveValue("What was there before.");
    await expect(page.getByRole("button", { name: "Stop reading" })).toHaveCount(0);
    await page.unroute(script);
  }
  await field.fill(""); // with words in it, what is read would wait for them
  await open(page, sound);
  expect(await text(page)).toEqual(["Lamps are lit."]);
});
