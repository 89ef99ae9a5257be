// A journalist's work that lasts longer than a visit: drafts as files, links and on the device, snippets that come
// back, another story in place of one, and what would be lost.
import { readFileSync } from "node:fs";

import { STORY, configurator } from "../configurator.mjs";
import { expect, test } from "../fixtures.mjs";

test("a draft passes by link and by file, the story only by file", async ({ page, context, browserName }) => {
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  const saving = page.waitForEvent("download");
  await it.press("Save", page.getByRole("group", { name: "Draft" }));
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, "utf8")).story).toBe(STORY);
  await it.press("Copy a link");
  await expect(page.getByText("A link to this draft is copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await it.press("Start anew");
  await expect(it.highlights).toHaveCount(0);
  await page.goto(link);
  await expect(it.highlights).toHaveCount(4);
  await expect(page.getByRole("button", { name: "Try it with an example story" })).toBeVisible();
  await page.goto("/configurator.html");
  await page.getByLabel("Open…", { exact: true }).setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: readFileSync(file) });
  await expect(it.highlights).toHaveCount(4);
  await expect(page.getByText(/names? 4 provisions/)).toBeVisible();
});

test("a draft knows where it goes: saved and opened again, it gives the same snippet", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  const take = it.section("4. Take it");
  const systems = take.getByRole("combobox", { name: "My system is …" });
  await systems.selectOption({ label: "WordPress, with our plugin" });
  await expect(it.snippet).toHaveValue(/^\[provision-explorer /);
  const shortcode = await it.snippet.inputValue();
  const saving = page.waitForEvent("download");
  await it.press("Save", page.getByRole("group", { name: "Draft" }));
  const buffer = readFileSync(await (await saving).path());
  await systems.selectOption({ label: "Ghost" });
  await it.press("Undo");
  await expect(it.snippet).toHaveValue(shortcode);
  await expect(systems).toHaveValue("wordpress-plugin");
  await page.reload();
  await page.getByLabel("Open…", { exact: true }).setInputFiles({ name: "draft.json", mimeType: "application/json", buffer });
  await expect(it.snippet).toHaveValue(shortcode);
  await expect(systems).toHaveValue("wordpress-plugin");
  await expect(take.getByRole("listitem").first()).toContainText("Add a Shortcode block");
});

test("another story asks whether what was set for the one before goes on, and nothing is lost", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  await page.getByRole("textbox", { name: "Heading" }).fill("Who objects?");
  await it.paste("A hospital was shut for nine days by ransomware, and its director wants Article 14 to be law by spring, with Article 24 beside it.");
  const asked = it.section("1. The story").getByRole("status", { name: "From the story before" });
  await expect(asked).toContainText("the heading “Who objects?”, 4 highlights");
  await it.section("3. Before it goes out").getByRole("button", { name: /^Go there: From the story before/ }).click();
  await expect(asked).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Clear them" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(asked).toBeEmpty();
  await expect(it.highlights).toHaveCount(0);
  await it.press("Undo");
  await expect(it.highlights).toHaveCount(4);
  await it.press("Keep them for this story");
  await expect(it.highlights).toHaveCount(4);
  await expect(asked).toBeEmpty();
});

test("a snippet from a story opens again, and says so where something else was pasted", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  const take = it.section("4. Take it");
  await take.getByRole("combobox", { name: "My system is …" }).selectOption({ label: "It takes iframes: Squarespace, Wix, Webflow, Arc" });
  await expect(take.getByRole("listitem").first()).toContainText("embed or code block");
  await expect(it.snippet).toHaveValue(/^<div><iframe src="\.\/embed\.html\?highlight=28\(4\)/);
  const frame = await it.snippet.inputValue();
  await it.press("Start anew");
  await expect(it.highlights).toHaveCount(0);
  await page.getByText("Paste a snippet to change it").click();
  const pasted = page.getByRole("textbox", { name: "A snippet from a story, or a draft" });
  await pasted.fill("<p>Something else</p>");
  await it.press("Open it");
  await expect(page.getByText(/what was here stays: there is no explorer in it/)).toBeVisible();
  await pasted.fill(`<p>Before</p>${frame}<p>After</p>`);
  await it.press("Open it");
  await expect(it.highlights).toHaveCount(4);
});

test("leaving asks where something would be lost, and not where it is saved", async ({ page }) => {
  const it = await configurator(page);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await it.paste(STORY);
  await it.press("Highlight all 4");
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await it.paste(STORY);
  const saving = page.waitForEvent("download");
  await it.press("Save", page.getByRole("group", { name: "Draft" }));
  await saving;
  await page.reload();
  await expect(page.getByRole("button", { name: "Try it with an example story" })).toBeVisible();
  expect(asked).toEqual(["beforeunload"]);
});

test("a draft stays on this device only when asked to, and goes when asked to", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  const kept = () => page.evaluate(() => localStorage.length);
  expect(await kept()).toBe(0);
  await page.getByRole("checkbox", { name: "Keep the draft on this device" }).check();
  await it.press("Highlight all 4");
  await page.reload();
  await expect(it.highlights).toHaveCount(4);
  await it.press("Start anew");
  expect(await kept()).toBe(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Try it with an example story" })).toBeVisible();
});
