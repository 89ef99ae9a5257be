// A large law in parts: its first page at once, all that it names soon after, and details as they
// are opened. What fails costs its own place alone, and can be tried again.
import { readFileSync, readdirSync } from "node:fs";

import { OWN, expect, settled, test, told } from "../fixtures.mjs";
import { Explorer } from "../explorer.mjs";
import { word } from "../words.mjs";

const INDEX = /river-act-index-/;
const SHARD = /river-act-part-/;
const WORDS = /river-act-words-/;
const WHOLE = /law\/river-act\.(json|csv)/;
const COMING = `25 provisions · ${word("rest_coming", { a: 330 })}`;

const asked = (watch, which) => watch.requests.filter((url) => which.test(url));

/** Keeps requests back until they are let go. */
const hold = async (page, which) => {
  let go;
  const gone = new Promise((done) => { go = done; });
  await page.route(which, (route) => gone.then(() => route.continue()));
  return go;
};

const arrived = async (explorer) => expect(explorer.status.first()).toHaveText(/^330 provisions/);

test("the first page is there before the index, and says what is on its way", async ({ page, watch, openCase }) => {
  const go = await hold(page, INDEX);
  const explorer = await openCase("parts");
  await expect(explorer.status).toHaveText(COMING);
  await expect(explorer.cards).toHaveCount(25);
  await expect(explorer.card("Article 2")).toContainText("What the river asks of place 4.");
  const card = await explorer.toggle("Article 1");
  await expect(card).toContainText("Worry 1 in one sentence.");
  expect(asked(watch, SHARD)).toEqual([]);
  go();
  await arrived(explorer);
  await expect(explorer.cards).toHaveCount(25); // nothing is taken away again
  await expect(card).toContainText("Worry 1 in one sentence.");
  await expect(card).toContainText("Article 71");
  expect(await told(page, "error")).toEqual([]);
  const [ready] = await told(page, "ready");
  expect(ready.detail.provisions).toBe(330);
});

test("once the index is there, filters and searches find the whole law", async ({ openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  await explorer.host.getByRole("searchbox").fill("Heading 301");
  await expect(explorer.heads).toHaveText(["Article 101 Heading 301"]);
  await expect(explorer.status).not.toContainText(word("heads_searched"));
  await expect(explorer.card("Article 101")).toContainText("What the river asks of place 301.");
  await explorer.host.getByRole("searchbox").fill("anglers");
  await expect(explorer.status).toContainText("84 of 330 provisions");
});

test("a search finds the words of summaries and concerns, wherever they stand, and says why", async ({ watch, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  expect(asked(watch, WORDS)).toEqual([]);
  await explorer.host.getByRole("searchbox").fill("worry 296");
  await expect(explorer.heads).toHaveText(["Article 99(1) Heading 296"]);
  await expect(explorer.card("Article 99(1)").getByRole("listitem").filter({ hasText: "Worry 296 in one sentence." })).toBeVisible();
  await expect(explorer.status).not.toContainText(word("heads_searched"));
  const before = asked(watch, WORDS);
  expect(before.length).toBeLessThan(4);
  await explorer.host.getByRole("searchbox").fill("wory 296"); // cspell:disable-line
  await expect(explorer.status).toContainText("showing “worry 296”");
  await expect(explorer.heads).toHaveText(["Article 99(1) Heading 296"]);
  expect(new Set(asked(watch, WORDS)).size).toBe(asked(watch, WORDS).length);
});

test("where no frame comes, as in a tab behind another, a search goes on all the same", async ({ page, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  const bringBack = await page.evaluateHandle(() => {
    const real = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = () => 0;
    return () => { globalThis.requestAnimationFrame = real; };
  });
  await explorer.host.getByRole("searchbox").fill("worry 296");
  await expect(explorer.heads).toHaveText(["Article 99(1) Heading 296"]);
  await expect(explorer.card("Article 99(1)").getByRole("listitem").filter({ hasText: "Worry 296 in one sentence." })).toBeVisible();
  await expect(explorer.status).not.toContainText(word("heads_searched"));
  await bringBack.evaluate((it) => it());
});

test("while words are looked up a search says what it has searched, and not that nothing is there", async ({ page, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  const go = await hold(page, WORDS);
  await explorer.host.getByRole("searchbox").fill("sentence");
  await expect(explorer.status).toContainText(`${word("heads_searched")} · ${word("loading")}`);
  await expect(explorer.host.getByText(word("empty_query", { a: "sentence" }))).toHaveCount(0);
  go();
  await expect(explorer.status).toHaveText(/^330 provisions/);
  await expect(explorer.status).not.toContainText(word("heads_searched"));
});

test("words that can't be looked up leave what was found, and can be tried again", async ({ page, watch, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  watch.expectLines(OWN.notFound, "a part of the dataset is missing");
  await page.route(WORDS, (route) => route.fulfill({ status: 404, body: "no" }));
  await explorer.host.getByRole("searchbox").fill("heading river");
  await expect(explorer.status).toContainText(`${word("heads_searched")} · ${word("words_failed")}`);
  await explorer.host.getByRole("searchbox").fill("heading");
  await expect(explorer.status).toContainText("330 provisions");
  await expect(explorer.status).toContainText(word("words_failed"));
  await page.unroute(WORDS);
  await explorer.host.getByRole("searchbox").fill("heading river");
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.status).toHaveText(/^330 provisions/);
  await expect(explorer.status).not.toContainText(word("words_failed"));
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "p" });
  expect(await told(page, "error")).toHaveLength(1);
});

test("what is opened is fetched once, with what stands beside it", async ({ watch, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  expect(asked(watch, SHARD)).toEqual([]);
  await explorer.host.getByRole("searchbox").fill("99");
  const card = await explorer.toggle("Article 99(1)");
  await expect(card).toContainText("Worry 296 in one sentence.");
  await explorer.toggle("Article 99(1)");
  await explorer.toggle("Article 99(1)");
  await expect(card).toContainText("Worry 296 in one sentence.");
  expect(asked(watch, SHARD)).toHaveLength(1);
  expect(asked(watch, INDEX)).toHaveLength(1);
});

test("while details are on their way a card says so, and nothing above it moves", async ({ page, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  const go = await hold(page, SHARD);
  await explorer.host.getByRole("searchbox").fill("99");
  const card = await explorer.toggle("Article 99(1)");
  await expect(card).toContainText("Loading …");
  await expect(card).toContainText("1 concern");
  await expect(card.getByRole("button", { name: "Copy citation" })).toHaveCount(0);
  const top = async () => (await explorer.head("Article 99(1)").boundingBox()).y;
  const before = await top();
  go();
  await expect(card).toContainText("Worry 296 in one sentence.");
  expect(Math.abs((await top()) - before)).toBeLessThan(60); // one line joins the card above it
  await expect(card.getByRole("button", { name: "Copy citation" })).toBeVisible();
});

test("a part that fails costs its own place, says so once, and can be tried again", async ({ page, watch, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  watch.expectLines(OWN.notFound, "a part of the dataset is missing");
  await page.route(SHARD, (route) => route.fulfill({ status: 404, body: "no" }));
  await explorer.host.getByRole("searchbox").fill("99");
  const card = await explorer.toggle("Article 99(1)");
  await expect(card).toContainText("The details could not be loaded.");
  const [{ detail }] = await told(page, "error");
  expect(detail.code).toBe("dataset");
  expect(detail.problems[0]).toMatch(/river-act-part-.* answered 404; publish the folder/);
  await page.unroute(SHARD);
  await explorer.host.getByRole("searchbox").fill("71");
  await explorer.toggle("Article 71");
  await expect(explorer.card("Article 71")).toContainText("Worry 211 in one sentence.");
  await explorer.host.getByRole("searchbox").fill("99");
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card).toContainText("Worry 296 in one sentence.");
  await expect(explorer.head("Article 99(1)").locator("..")).toBeFocused();
  expect(await told(page, "error")).toHaveLength(1);
});

test("a part that isn't what was published is refused", async ({ page, watch, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  watch.expectLines("it does not fit the file that names it");
  const folder = new URL("../cases/built/law/", import.meta.url);
  const shards = readdirSync(folder).filter((it) => SHARD.test(it));
  await page.route(SHARD, (route) => {
    const another = shards.find((it) => !route.request().url().endsWith(it));
    return route.fulfill({ contentType: "text/plain", body: readFileSync(new URL(another, folder)) });
  });
  await explorer.host.getByRole("searchbox").fill("99");
  const card = await explorer.toggle("Article 99(1)");
  await expect(card).toContainText("The details could not be loaded.");
});

test("without the index the first page stays, and the rest can be tried again", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "a part of the dataset is missing");
  await page.route(INDEX, (route) => route.fulfill({ status: 404, body: "no" }));
  const explorer = await openCase("parts");
  await expect(explorer.status).toHaveText(`25 provisions · ${word("rest_failed", { a: 330 })}`);
  const card = await explorer.toggle("Article 2");
  await expect(card).toContainText("Worry 4 in one sentence.");
  await page.unroute(INDEX);
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await arrived(explorer);
  await expect(card).toContainText("Worry 4 in one sentence.");
});

test("a link to a late provision leads there once it is known", async ({ openCase }) => {
  const explorer = await openCase("parts", "#pe=art_110__para_2");
  await expect(explorer.card("Article 110(2)")).toContainText("Worry 330 in one sentence.");
  await expect(explorer.head("Article 110(2)")).toBeInViewport();
});

test("options that name late provisions are not warned of, and take effect", async ({ page, openCase }) => {
  const explorer = await openCase("parts-late");
  await expect(explorer.heads.first()).toHaveText("Article 95(1) Heading 284");
  await expect(explorer.card("Article 95(1)")).toContainText("Worry 284 in one sentence.");
  await expect(explorer.card("Article 99").first()).toContainText("Highlighted");
  await page.getByRole("button", { name: "Article 71" }).click();
  await expect(explorer.card("Article 71")).toContainText("Worry 211 in one sentence.");
  expect(await told(page, "error")).toEqual([]);
});

test("a mention of a late provision waits for the index", async ({ page, openCase }) => {
  const go = await hold(page, INDEX);
  const explorer = await openCase("parts-late");
  await expect(explorer.status).toHaveText(COMING);
  await page.getByRole("button", { name: "Article 71" }).click();
  go();
  await expect(explorer.card("Article 71")).toContainText("Worry 211 in one sentence.");
});

test("two explorers of one law ask for everything once", async ({ page, watch, openCase }) => {
  await openCase("parts-two");
  const [one, other] = ["#one", "#other"].map((at) => new Explorer(page, page.locator(at)));
  await arrived(one);
  await other.host.scrollIntoViewIfNeeded();
  await arrived(other);
  for (const explorer of [one, other]) {
    await explorer.host.getByRole("searchbox").fill("Heading 296");
    await explorer.head("Article 99(1)").click();
    await expect(explorer.host.getByText("Worry 296 in one sentence.", { exact: true })).toBeVisible();
  }
  expect(asked(watch, INDEX)).toHaveLength(1);
  expect(asked(watch, SHARD)).toHaveLength(1);
  expect(new Set(asked(watch, WORDS)).size).toBe(asked(watch, WORDS).length);
});

test("of a law in parts the data goes along whole", async ({ page, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  for (const [format, concerns] of [["JSON", (text) => JSON.parse(text).concerns.length], ["CSV", (text) => text.trim().split("\r\n").length - 2]]) {
    const coming = page.waitForEvent("download");
    await explorer.host.getByRole("button", { name: `Data (${format})` }).click();
    const download = await coming;
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(concerns(Buffer.concat(chunks).toString("utf8"))).toBe(330);
  }
});

test("a link that also names something known leads to the late provision once that is known", async ({ openCase }) => {
  const explorer = await openCase("parts", "#for=boaters&pe=art_110__para_2");
  await expect(explorer.head("Article 110(2)")).toBeInViewport();
  await expect(explorer.card("Article 110(2)")).toContainText("Worry 330 in one sentence.");
});

test("a link of the page's own leads to a late provision once that is known", async ({ page, openCase }) => {
  const go = await hold(page, INDEX);
  const explorer = await openCase("parts");
  await expect(explorer.status).toHaveText(COMING);
  await page.evaluate(() => { location.hash = "#pe=art_110__para_2"; });
  go();
  await expect(explorer.head("Article 110(2)")).toBeInViewport();
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "summary" });
});

test("what a reader does before the index is there keeps where the address leads", async ({ page, openCase }) => {
  const go = await hold(page, INDEX);
  const explorer = await openCase("parts", "#pe=art_110__para_2");
  await expect(explorer.status).toHaveText(COMING);
  await explorer.toggle("Article 2");
  expect(new URL(page.url()).hash).toBe("#pe=art_110__para_2");
  go();
  await arrived(explorer);
  await expect(explorer.card("Article 2")).toContainText("Worry 4 in one sentence.");
  await expect.poll(() => new URL(page.url()).hash).toBe("#pe=art_110__para_2,art_2");
});

test("whoever has moved on since is not taken back to where a link led", async ({ page, openCase }) => {
  const go = await hold(page, INDEX);
  const explorer = await openCase("parts", "#for=boaters&pe=art_110__para_2");
  await expect(explorer.status).toContainText(word("rest_coming", { a: 330 }));
  await page.keyboard.press("Home");
  go();
  await expect(explorer.card("Article 110(2)")).toContainText("Worry 330 in one sentence.");
  await settled(page);
  await expect(explorer.head("Article 110(2)")).not.toBeInViewport();
});

test("a link that is passed on before the index is there says all that the address says", async ({ page, openCase }) => {
  await hold(page, INDEX);
  const explorer = await openCase("parts", "#pe=art_110__para_2,art_2");
  await explorer.card("Article 2").getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => told(page, "share")).toHaveLength(1);
  const [{ detail }] = await told(page, "share");
  expect(new URL(detail.text).hash).toBe("#pe=art_110__para_2,art_2");
});

test("of what a link opens only what is on the screen is fetched", async ({ watch, openCase }) => {
  const explorer = await openCase("parts", "#view=matrix&pe=art_110__para_2,art_71,art_40");
  await arrived(explorer);
  expect(asked(watch, SHARD)).toEqual([]);
  await explorer.turn("provisions");
  await explorer.host.getByRole("searchbox").fill("110");
  await expect(explorer.card("Article 110(2)")).toContainText("Worry 330 in one sentence.");
});

test("a whole law that is none is not handed over", async ({ page, watch, openCase }) => {
  watch.expectLines("the server sent an HTML page");
  await page.route(WHOLE, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Home</title>" }));
  const explorer = await openCase("parts");
  await arrived(explorer);
  for (const format of ["JSON", "CSV"]) {
    await explorer.host.getByRole("button", { name: `Data (${format})` }).click();
    await expect(explorer.host.getByRole("button", { name: "Try again" })).toBeVisible();
  }
  expect(await told(page, "error")).toHaveLength(1);
});

test("what comes to an explorer that has gone does nothing to the one in its place", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "a part of the dataset is missing");
  let fail;
  const failing = new Promise((done) => { fail = done; });
  await page.route(WHOLE, (route) => failing.then(() => route.fulfill({ status: 404, body: "no" })));
  const explorer = await openCase("parts");
  await arrived(explorer);
  await explorer.host.getByRole("button", { name: "Data (JSON)" }).click();
  await page.evaluate(() => {
    const next = document.createElement("provision-explorer");
    document.querySelector("provision-explorer").replaceWith(next);
  });
  await expect(explorer.host.getByRole("heading", { name: "UN Convention against Cybercrime" })).toBeVisible();
  const answered = page.waitForResponse(WHOLE);
  fail();
  await answered;
  await settled(page);
  await expect(explorer.host.getByRole("heading", { name: "UN Convention against Cybercrime" })).toBeVisible();
  await explorer.toggle("Article 28(4)");
  await expect(explorer.card("Article 28(4)").getByRole("blockquote").first()).toBeVisible();
});

test("on paper a law in parts is as long as on the screen", async ({ page, openCase }) => {
  const explorer = await openCase("parts");
  await arrived(explorer);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(explorer.card("Article 2").locator("details").first()).toHaveAttribute("open");
  await expect(explorer.cards).toHaveCount(25);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
});

test("where the index fails, a mention of a late provision says so, and its next tap asks again", async ({ page, watch, openCase }) => {
  // For the explorer, and twice for the tap: there, and for a card beside the mention.
  const missing = [OWN.notFound, OWN.notFound, OWN.notFound];
  watch.expectLines(...missing, "provision-explorer: a part of the dataset is missing", 'provision-ref to="71": a part');
  await page.route(INDEX, (route) => route.fulfill({ status: 404, body: "no" }));
  const explorer = await openCase("parts-late");
  await expect(explorer.status).toHaveText(`25 provisions · ${word("rest_failed", { a: 330 })}`);
  await page.getByRole("button", { name: "Article 71" }).click();
  await expect.poll(async () => (await told(page, "error")).at(-1)?.detail).toMatchObject({
    code: "dataset", message: expect.stringMatching('provision-ref to="71": a part of the dataset is missing'),
  });
  await page.unroute(INDEX);
  await page.getByRole("button", { name: "Article 71" }).click();
  await expect(explorer.card("Article 71")).toContainText("Worry 211 in one sentence.");
});

test("on paper a card whose details aren't here keeps what its head says", async ({ page, openCase }) => {
  const go = await hold(page, SHARD);
  const explorer = await openCase("parts");
  await arrived(explorer);
  await explorer.host.getByRole("button", { name: "Show all 330" }).click();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(explorer.card("Article 2").locator("details").first()).toHaveAttribute("open");
  await expect(explorer.card("Article 99(1)").locator("details").first()).not.toHaveAttribute("open");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(explorer.card("Article 2").locator("details").first()).not.toHaveAttribute("open");
  go();
});
