// An explorer as a guest of pages that do as they like: content that comes late or is folded away,
// elements that are replaced, histories and fragments that belong to the page.
import { expect, settled, test, told } from "../fixtures.mjs";

const hash = (page) => page.evaluate(() => location.hash);

/** An element at the end of the page, without anything in it. */
const addExplorer = (page) => page.evaluate(() => document.querySelector("main").append(document.createElement("provision-explorer")));

/** Options as a child of an element, as a parser or a framework puts them there. */
const addOptions = (host, options) => host.evaluate((host, options) => {
  const script = document.createElement("script");
  script.type = "application/json";
  script.className = "provision-explorer-options";
  script.textContent = options;
  host.append(script);
}, JSON.stringify(options));

test("options that come after the element hold", async ({ page, openCase }) => {
  const explorer = await openCase("options-late");
  await addExplorer(page);
  await explorer.arrive();
  await addOptions(explorer.host, { dataset: "/cases/data/bill.json", highlight: ["3"] });
  await expect(explorer.heads.first()).toContainText("Article 3");
  await expect(explorer.status).toHaveText("4 provisions");
});

test("options that are still being parsed are waited for, and no other law is asked for", async ({ page, watch, openCase }) => {
  // As a parser does that is slower than the loader.
  const explorer = await openCase("options-late");
  await page.evaluate(() => Object.defineProperty(document, "readyState", { get: () => "loading", configurable: true }));
  await addExplorer(page);
  await settled(page);
  await settled(page);
  expect(watch.requests.filter((it) => /\.wasm|un-cybercrime/.test(it))).toEqual([]);
  await addOptions(explorer.host, { dataset: "/cases/data/bill.json" });
  await page.evaluate(() => {
    Object.defineProperty(document, "readyState", { get: () => "interactive", configurable: true });
    document.dispatchEvent(new Event("DOMContentLoaded"));
  });
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
  expect(watch.requests.filter((it) => /un-cybercrime/.test(it))).toEqual([]);
});

test("an element without a box of its own starts", async ({ openCase }) => {
  const explorer = await openCase("contents");
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
});

test("while it loads, nothing that a framework could look at is touched", async ({ page, openCase }) => {
  let go;
  const free = new Promise((done) => { go = done; });
  await page.route("**/bill.json", (route) => free.then(() => route.continue()));
  await page.addInitScript(() => {
    window.touched = [];
    new MutationObserver((all) => {
      for (const { target, type } of all) if (target.closest?.("provision-explorer")) window.touched.push(`${type} of ${target.localName}`);
    }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });
  await page.route("**/cases/plain/", async (route) => {
    const answer = await route.fetch();
    const bare = (await answer.text()).replace(/(<provision-explorer[^>]*>)[^]*(<\/provision-explorer>)/, "$1$2");
    await route.fulfill({ response: answer, body: bare });
  });
  const explorer = await openCase("plain");
  await expect(explorer.host.getByText("Loading …")).toBeVisible();
  go();
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
  expect(await page.evaluate(() => window.touched)).toEqual([]);
});

test("options too deep to be read are named, and all others hold", async ({ watch, openCase }) => {
  watch.expectLines("the property `options`: not JSON at line 1, column");
  const explorer = await (await openCase("plain")).arrive();
  await explorer.host.evaluate((host) => {
    host.setAttribute("heading", "Kept");
    host.options = { notes: { 1: JSON.parse("[".repeat(40) + "]".repeat(40)) } };
  });
  await expect.poll(() => watch.ours).toHaveLength(1);
  expect(watch.ours[0]).toContain("at most 32 levels");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Kept");
});

test("a loader without `type=module` is refused with a line that says so, and readers still read", async ({ page, watch, openCase }) => {
  watch.expectLines(/SyntaxError: .*(module|import)/);
  await page.route("**/cases/plain/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('type="module"', "") });
  });
  const explorer = await openCase("plain");
  await expect(explorer.host.locator(":scope > *").first()).toBeVisible();
  await expect.poll(() => watch.lines).toHaveLength(1);
});

test("a card that others open is drawn", async ({ openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await explorer.card("Article 1").locator("details").first().evaluate((it) => { it.open = true; });
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await explorer.toggle("Article 1");
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(0);
});

test("a mention, and a link of the page's own, open what the explorer is folded away in", async ({ page, openCase }) => {
  const explorer = await openCase("details-closed");
  const folded = page.locator("details").first();
  await page.getByRole("button", { name: "Article 3" }).click();
  await expect(folded).toHaveAttribute("open");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await folded.evaluate((it) => { it.open = false; });
  await page.getByRole("link", { name: "Article 2" }).click();
  await expect(folded).toHaveAttribute("open");
  await expect(explorer.card("Article 2").locator("summary").first()).toBeInViewport();
});

test("where the explorer stands in a hidden tab, a mention opens its card in place", async ({ page, openCase }) => {
  await openCase("details-closed");
  await page.evaluate(() => { document.querySelector("details").style.display = "none"; });
  const mention = page.locator("provision-ref");
  // Told where the law is, because none of the page's can be seen.
  await mention.evaluate((it) => it.setAttribute("dataset", "/cases/data/bill.json"));
  await page.getByRole("button", { name: "Article 3" }).click();
  await expect(mention.getByRole("article").getByRole("blockquote").first()).toBeVisible();
});

test("an explorer that takes another's place in the same turn takes its address as well", async ({ page, openCase }) => {
  const explorer = await (await openCase("replaced")).arrive();
  await explorer.toggle("Article 1");
  expect(await hash(page)).toBe("#pe=art_1");
  await explorer.host.evaluate((host) => host.replaceWith(host.cloneNode()));
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible({ timeout: 15_000 });
  await explorer.toggle("Article 3");
  await expect.poll(() => hash(page)).toMatch(/art_3/);
  expect(await told(page, "error")).toEqual([]);
});

for (const state of [{ turbo: { id: 7 } }, null, "a text", [1]]) {
  test(`what the page keeps in its history, ${JSON.stringify(state)}, stays as it is at every step`, async ({ page, openCase }) => {
    const explorer = await (await openCase("replaced")).arrive();
    await page.evaluate((state) => history.replaceState(state, ""), state);
    const kept = () => page.evaluate(() => history.state);
    await explorer.toggle("Article 1");
    expect(await kept()).toEqual(state);
    await explorer.search.fill("coin");
    await expect.poll(() => hash(page)).toBe("#pe=art_1&q=coin");
    expect(await kept()).toEqual(state);
    await explorer.turn("matrix");
    expect(await kept()).toEqual(state);
    await page.evaluate(() => history.go(-2));
    await expect.poll(() => hash(page)).toBe("");
    await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(0);
    expect(await kept()).toEqual(state);
  });
}

test("back leads out of what was opened before the page was loaded again", async ({ page, openCase }) => {
  const explorer = await (await openCase("replaced")).arrive();
  await explorer.toggle("Article 1");
  await page.reload();
  await explorer.arrive();
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await page.evaluate(() => history.back());
  await expect.poll(() => hash(page)).toBe("");
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(0);
});

for (const [theirs, joint] of [["#view=map&q=bananas", "&"], ["#/story/12", "?"], ["#!/story", "?"]]) {
  test(`a page's own ${theirs} stays the page's`, async ({ page, openCase }) => {
    const explorer = await (await openCase("replaced", theirs)).arrive();
    await expect(explorer.search).toHaveValue("");
    await explorer.toggle("Article 1");
    expect(await hash(page)).toBe(`${theirs}${joint}pe=art_1`);
    await page.reload();
    await explorer.arrive();
    await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
    await explorer.toggle("Article 1");
    await expect.poll(() => hash(page)).toBe(theirs);
  });
}

test("a frame that a script leads past its `src` has its height, within reason, also as WordPress asks for it", async ({ page, openCase }) => {
  await openCase("frame-lazy");
  const frame = page.locator("iframe");
  await frame.evaluate((it) => it.contentWindow.location.replace("/embed.html?dataset=/cases/data/bill.json#?secret=abcdefghij"));
  await expect(page.frameLocator("iframe").getByRole("status")).toHaveText("4 provisions", { timeout: 15_000 });
  await expect.poll(() => frame.evaluate((it) => it.style.height)).toMatch(/^\d{3,4}px$/);
  const inside = page.frames()[1];
  const heard = page.evaluate(() => new Promise((done) => addEventListener("message", ({ data }) => data.message === "height" && done(data))));
  const fits = await frame.evaluate((it) => it.style.height);
  for (const height of [0, -5, 1e7, Infinity, "9999", null]) {
    await inside.evaluate((height) => parent.postMessage({ type: "provision-explorer:height", height }, "*"), height);
  }
  await inside.evaluate(() => parent.postMessage({ message: "height", value: 9999, secret: "another" }, "*"));
  await inside.evaluate(() => parent.postMessage({ message: "height", value: 777, secret: "abcdefghij" }, "*"));
  await expect.poll(() => frame.evaluate((it) => it.style.height)).toBe("777px");
  expect(fits).not.toBe("777px");
  expect((await heard).secret).toBeTruthy();
});
