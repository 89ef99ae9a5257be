// Whether a browser's worker draws at all: what it drew is held against the command's in
// `configurator-files.spec.mjs`, where the download can be seen.
import { expect, test } from "../fixtures.mjs";

test("a worker draws a story's pictures", async ({ page }) => {
  await page.goto("/configurator.html");
  await page.getByRole("textbox", { name: /Paste the story/ }).fill("Article 24 has the safeguards, and Article 28(4) the passwords.");
  await page.getByRole("button", { name: "Highlight all 2" }).click();
  await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill("https://news.example/explorer/provision-explorer.js");
  await page.getByRole("button", { name: "Download the files to publish (.zip)" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "2 pictures" })).toBeVisible({ timeout: 20_000 });
});
