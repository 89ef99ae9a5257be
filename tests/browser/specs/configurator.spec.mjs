// The configurator as a journalist uses it: from a story's text to a snippet, without a mouse where
// that is the point, and without a byte that leaves the browser.
import { STORY, configurator } from "../configurator.mjs";
import { expect, test } from "../fixtures.mjs";
import { viewName, word } from "../words.mjs";

test("three steps lead from a story to a snippet that shows it", async ({ page, context, browserName }) => {
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const it = await configurator(page);
  await page.evaluate(() => {
    window.done = [];
    // A text of several lines comes as several.
    const note = ({ type }) => type === window.done.at(-1) && type === "input" ? 0 : window.done.push(type);
    for (const type of ["click", "input"]) addEventListener(type, note, true);
  });
  await it.paste(STORY);
  await expect(it.section("1. The story").getByText(/names? 4 provisions/)).toBeVisible();
  await it.press("Highlight all 4");
  await expect(it.snippet).toHaveValue(/highlight="28\(4\), 29, 30, 36\(2\)"/);
  await it.press("Copy", it.section("4. Take it"));
  await expect(page.getByText("The snippet is copied.")).toBeVisible();
  expect(await page.evaluate(() => window.done), "from the text to the snippet").toEqual(["input", "click", "click"]);
  await expect(it.preview.cards.first()).toContainText("Article 28(4)");
  if (browserName === "chromium") {
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await it.snippet.inputValue());
  }
});

test("what the story names is told apart: here, missing with what it is in, and other laws", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  const story = it.section("1. The story");
  await expect(story.getByText("The explorer has nothing on Article 99.")).toBeVisible();
  await story.getByText("1 place of other laws").click();
  await expect(story.getByText("Another law: UN Charter")).toBeVisible();
  await expect(story.getByRole("button", { name: "Highlight: Article 102" })).toHaveCount(0);
  await it.paste("Article 36(1) of the Convention is long, and so is Article 99.");
  await expect(story.getByText("The explorer has nothing on Article 36(1). It has:")).toBeVisible();
  await expect(story.getByText("The explorer has nothing on Article 99.", { exact: true })).toBeVisible();
  await it.paste("The club met upstairs. Article 28 bans loud music after ten, and nobody minded.");
  await expect(story.getByText("1 place may be this law’s.")).toBeVisible();
  await it.press("It is this law’s");
  await expect(story.getByText(/names? 1 provision/)).toBeVisible();
});

test("places between two laws are one question, and a number that was not read is told", async ({ page }) => {
  const it = await configurator(page);
  await it.paste("The GDPR took effect in 2018. Article 28 is long. Article 29 and, above all, 30 are longer.");
  const story = it.section("1. The story");
  await expect(story.getByText("2 places may be this law’s.")).toBeVisible();
  await expect(page.getByText("2 places in the story may be this law’s or another’s.")).toBeVisible();
  await story.getByText("One by one").click();
  await expect(story.getByText("Behind it “and, above all, 30” was not read as a place.")).toBeVisible();
  await it.press("They are another law’s");
  await expect(story.getByText(/names no provision of this law/)).toBeVisible();
  await it.press("Undo");
  await it.press("They are this law’s");
  await expect(story.getByText("2 places name 2 provisions of the law.")).toBeVisible();
});

test("what a journalist says of a place holds until it is taken back", async ({ page }) => {
  const it = await configurator(page);
  await it.paste("Article 28 is vague. Article 29 is not.");
  const marked = page.getByRole("region", { name: /The story, with/ }).getByRole("mark");
  await expect(marked).toHaveText(["Article 28", "Article 29"]);
  await it.press("Not a place: Article 28");
  await expect(marked).toHaveText(["Article 29"]);
  await page.getByText("1 place as you said").click();
  await it.press("Take back: Article 28");
  await expect(marked).toHaveText(["Article 28", "Article 29"]);
  await it.press("This is another law’s: Article 29");
  await expect(it.section("1. The story").getByText(/names? 1 provision/)).toBeVisible();
  await it.press("Undo");
  await expect(it.section("1. The story").getByText(/names? 2 provisions/)).toBeVisible();
});

test("the story comes back with links around what it names, and nothing else changed", async ({ page, context, browserName }) => {
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Copy the story with links to the explorer");
  await expect(page.getByText("The story is copied")).toBeVisible();
  if (browserName !== "chromium") return;
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('<provision-ref to="28(4)">Article 28(4)</provision-ref>');
  expect(copied.replace(/<\/?provision-ref[^>]*>/g, "")).toBe(STORY);
});

test("a story that is typed stays in its field", async ({ page }) => {
  await configurator(page);
  const field = page.getByRole("textbox", { name: /Paste the story/ });
  await field.focus();
  await page.keyboard.type("Article 28(4) it is");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Article 28(4) it is");
});

test("highlights are ordered by keyboard, noted and undone", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  const up = page.getByRole("button", { name: "Move up: Article 29" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Article 29 is number 1 of 4 now.")).toBeVisible();
  await expect(it.highlights.first()).toContainText("Article 29");
  await expect(it.highlights.first().getByRole("button", { name: /Move|Take/ }).and(page.locator(":focus"))).toHaveCount(1);
  await it.highlights.first().getByText(/^Editor’s note/).click();
  await page.getByRole("textbox", { name: "Editor’s note on Article 29" }).fill("Our own words");
  await expect(it.preview.cards.first()).toContainText("Our own words");
  await it.press("Undo");
  await it.press("Undo");
  await expect(it.highlights.first()).toContainText("Article 28(4)");
  await it.press("Redo");
  await expect(it.highlights.first()).toContainText("Article 29");
});

test("a highlight is dragged to its place", async ({ page }) => {
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  await it.highlights.nth(2).getByText("Article 30", { exact: true }).dragTo(it.highlights.nth(0));
  await expect(it.highlights.first()).toContainText("Article 30");
  await expect(it.highlights.nth(1)).toContainText("Article 28(4)");
});

test("the preview is the explorer: it follows each change within the frame, and the width", async ({ page }) => {
  const it = await configurator(page);
  await page.getByRole("textbox", { name: "Heading" }).fill("Who objects, and to what?");
  const shown = page.frameLocator("#preview-frame");
  await expect(shown.getByRole("heading", { name: "Who objects, and to what?" })).toBeVisible();
  await page.getByRole("radio", { name: viewName("matrix") }).check();
  await expect(shown.getByRole("heading", { name: word("most_groups") })).toBeVisible();
  await page.getByRole("radio", { name: /Tablet/ }).check();
  const width = () => page.locator("#preview-frame").evaluate((frame) => frame.clientWidth);
  await expect.poll(width).toBe(768);
  await page.getByRole("radio", { name: "On dark" }).check();
  const dark = () => shown.locator("html").evaluate((root) => getComputedStyle(root).colorScheme);
  await expect.poll(dark).toBe("dark");
  await page.getByText("What readers without script see").click();
  await expect(page.frameLocator("#static-frame").getByRole("heading", { name: "Who objects, and to what?" })).toBeVisible();
  // What is there without style is as small as the browser makes it.
  await page.getByText("What readers without script see").click();
});

test("a colour that can't be read is refused, and the nearest that can is a press away", async ({ page }) => {
  const it = await configurator(page);
  await page.getByText(/For everybody/).click();
  await page.getByLabel("Colour of links and highlights").fill("#ffcc00");
  await expect(page.getByRole("alert")).toContainText("4.5 is needed");
  await it.press(/^Use #/);
  await expect(page.getByText(/^On light paper #/)).toBeVisible();
  await expect(it.section("4. Take it").getByText("--provision-explorer-accent: light-dark(")).toBeVisible();
});

test("the check list names what is missing, leads there, and is mended by it", async ({ page }) => {
  const it = await configurator(page);
  const checks = it.section("3. Before it goes out");
  const missing = checks.getByRole("listitem").filter({ hasText: "no heading of your own" });
  await missing.getByRole("button").click();
  await expect(page.getByRole("textbox", { name: "Heading" })).toBeFocused();
  await page.keyboard.type("What is wrong with it?");
  await expect(missing).toHaveCount(0);
});

test("what the system takes stands first to be copied, and what it doesn't is folded away", async ({ page, context, browserName }) => {
  test.skip(browserName !== "chromium", "the clipboard is read");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const it = await configurator(page);
  await it.paste(STORY);
  await it.press("Highlight all 4");
  const take = it.section("4. Take it");
  await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill("https://news.example/explorer/provision-explorer.js");
  const systems = take.getByRole("combobox", { name: "My system is …" });
  const names = await systems.getByRole("option").allTextContents();
  const byAddress = names.filter((name) => /Medium|Substack/.test(name));
  expect(byAddress).toHaveLength(2);
  for (const name of names) {
    await systems.selectOption({ label: name });
    const isByAddress = byAddress.includes(name);
    await expect(it.snippet).toBeVisible({ visible: !isByAddress });
    await take.getByRole("button", { name: /^Copy/ }).first().click();
    await expect(page.getByText(isByAddress ? "The page’s address is copied." : "The snippet is copied.")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    if (isByAddress) expect(copied, name).toMatch(/^https:\/\/news\.example\/explorer\/stories\/[\w-]+\.html$/);
    else expect(copied, name).toBe(await it.snippet.inputValue());
  }
  await systems.selectOption({ label: byAddress[1] });
  await take.getByText("The alternative text of 4 pictures").click();
  const first = take.getByRole("button", { name: "Copy the alternative text: Article 28(4)" });
  await first.click();
  const words = await page.evaluate(() => navigator.clipboard.readText());
  await expect(take.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Copy the alternative text: Article 28(4)" }) })).toContainText(words);
});

test("what can't be had says why, and leads to where it is mended", async ({ page }) => {
  const it = await configurator(page);
  const take = it.section("4. Take it");
  for (const name of ["A newsletter, RSS, Apple News", "It makes an embed of an address: Medium, Discourse, WordPress for authors"]) {
    await take.getByRole("combobox", { name: "My system is …" }).selectOption({ label: name });
    await take.getByRole("button", { name: /^Go there: .*whole address/ }).click();
    const loader = page.getByRole("textbox", { name: "Where the explorer’s files are" });
    await expect(loader).toBeFocused();
    await loader.fill("news.example/explorer/provision-explorer.js");
    await take.getByRole("button", { name: "Use https://news.example/explorer/provision-explorer.js" }).first().click();
    await expect(take.getByRole("button", { name: /^Go there/ })).toHaveCount(0);
    await loader.fill("./provision-explorer.js");
  }
});

test("it all fits a phone, and is accessible there", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const it = await configurator(page);
  await it.press("Try it with an example story");
  await it.press(/Highlight all/);
  await expect(it.snippet).not.toHaveValue("");
  await page.getByText(/For everybody/).click();
  await page.getByText("Use another law").click();
});

test("the whole way is open to the keyboard alone", async ({ page, context, browserName }) => {
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const it = await configurator(page);
  const tabTo = async (part) => {
    for (let steps = 0; steps < 120; steps += 1) {
      if ((await part.and(page.locator(":focus")).count()) > 0) return;
      await page.keyboard.press("Tab");
    }
    await expect(part).toBeFocused();
  };
  await tabTo(page.getByRole("textbox", { name: /Paste the story/ }));
  await page.keyboard.insertText(STORY);
  const all = page.getByRole("button", { name: "Highlight all 4" });
  await expect(all).toBeVisible();
  await tabTo(all);
  await page.keyboard.press("Enter");
  await expect(it.highlights).toHaveCount(4);
  await expect(page.locator("body")).not.toBeFocused();
  await tabTo(page.getByRole("textbox", { name: "Heading" }));
  await page.keyboard.type("Who objects?");
  await tabTo(it.section("4. Take it").locator("summary", { hasText: /^What you take: / }));
  await page.keyboard.press("Enter");
  await tabTo(it.section("4. Take it").getByRole("radio", { name: "Explorer with its text inside" }));
  await page.keyboard.press("ArrowDown");
  await expect(it.snippet).toHaveValue(/^<div><script[^>]*><\/script><provision-explorer[^>]*heading="Who objects\?"[^>]*><a href="[^"]*">Who objects\?<\/a><\/provision-explorer><\/div>$/);
  await tabTo(it.section("4. Take it").getByRole("button", { name: "Copy", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The snippet is copied.")).toBeVisible();
});
