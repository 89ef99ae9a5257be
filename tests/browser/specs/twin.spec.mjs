// What readers without script find: the dataset as plain HTML, in a page of its own.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import sanitizeHtml from "sanitize-html";

import { data } from "../dataset.mjs";
import { UNWATCHED, expect, test } from "../fixtures.mjs";

const require = createRequire(import.meta.url);
const dist = (file) => new URL(`../../../dist/${file}`, import.meta.url);
const page = readFileSync(dist("text.html"), "utf8");
const twin = page.slice(page.indexOf("<section"), page.lastIndexOf("</section>") + "</section>".length);

/** The words, links and quotations' addresses of a piece of HTML, as a browser reads it. */
const content = (page, html) => page.evaluate((html) => {
  const read = new DOMParser().parseFromString(html, "text/html");
  const all = (selector, name) => [...read.querySelectorAll(selector)].map((it) => it.getAttribute(name));
  const outward = all("a[href]", "href").filter((it) => it.startsWith("http"));
  return { words: read.body.textContent, outward, cited: all("blockquote", "cite") };
}, html);

// What WordPress leaves in a post, by its documentation of `wp_kses_allowed_html( 'post' )`.
const WORDPRESS = {
  allowedTags: [
    "a", "article", "b", "bdo", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "ol", "p", "q", "section", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ],
  allowedAttributes: {
    "*": ["id", "lang", "dir", "class", "title"], a: ["href", "rel"], blockquote: ["cite"], q: ["cite"],
    td: ["colspan"], th: ["scope"], details: ["open"],
  },
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything can be read, unfolded and jumped to", async ({ page }) => {
    await page.goto("/text.html#art_28__para_4");
    const article = page.locator("#art_28__para_4");
    await expect.poll(() => article.evaluate((it) => Math.abs(it.getBoundingClientRect().top) < innerHeight)).toBe(true);
    await article.locator("summary").first().click(UNWATCHED);
    const [concern] = data.concerns.filter((it) => it.provisions.includes("art_28__para_4"));
    await expect.poll(() => article.getByText(concern.evidence[0].quote.exact).isVisible()).toBe(true);
    const link = article.getByRole("link", { name: /^Article/ }).first();
    const target = page.locator(await link.getAttribute("href"));
    await link.click(UNWATCHED);
    await expect.poll(() => target.evaluate((it) => it.matches(":target"))).toBe(true);
  });
});

test("the page is accessible, and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/text.html");
  await expect(page.getByRole("heading", { level: 3, name: "Article 28(4)" })).toBeVisible();
});

test("common sanitizers leave every word, link and quotation where it was", async ({ page }) => {
  await page.goto("about:blank");
  const before = await content(page, twin);
  expect(before.cited.length).toBeGreaterThan(90);
  await page.addScriptTag({ path: require.resolve("dompurify/dist/purify.min.js") });
  const purified = await page.evaluate((html) => window.DOMPurify.sanitize(html), twin);
  expect(await content(page, purified)).toEqual(before);
  // This one takes addresses off quotations; the same address stands in the link beneath each.
  const { cited: _, ...said } = before;
  expect(await content(page, sanitizeHtml(twin))).toMatchObject(said);
  expect(await content(page, sanitizeHtml(twin, WORDPRESS))).toEqual(before);
});

test("the HTML checker finds nothing", async () => {
  test.setTimeout(120_000);
  const files = ["text.html", "index.html", "languages.html", "embed.html"].map((file) => dist(file).pathname);
  const jar = require("vnu-jar");
  const check = promisify(execFile)("java", ["-jar", jar, "--format", "json", ...files]);
  const { stderr } = await check.catch((error) => error);
  // The checker takes the files from disk, whose addresses are in no page's policy. Every browser test
  // holds the pages against their policies as they are served.
  const ofDisk = ({ message }) => /^Resource violates Content Security Policy \(meta tag\)/.test(message);
  const told = JSON.parse(stderr).messages.filter((it) => !ofDisk(it)).map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
  expect(told).toEqual([]);
});
