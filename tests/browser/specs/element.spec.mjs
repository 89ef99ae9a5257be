// The element as a newsroom's developer meets it: attributes, options, properties, methods, events,
// theming, and what a page may do to it.
// cspell:words affichage concernés suis afficher rédaction
import { readFileSync } from "node:fs";

import { Explorer } from "../explorer.mjs";
import { expect, settled, test, told } from "../fixtures.mjs";
import { viewName, word } from "../words.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../cases/data/${name}.json`, import.meta.url), "utf8"));
const bill = read("bill");
const charter = read("charter");

const title = (explorer) => explorer.host.getByRole("heading", { level: 2 });
const cited = async (explorer) =>
  (await explorer.heads.allInnerTexts()).map((head) => head.match(/Article [\d()]+/)?.[0]);
const background = (locator) => locator.evaluate((it) => {
  let seen = it;
  while (seen && /^rgba\(0, 0, 0, 0\)$|^transparent$/.test(getComputedStyle(seen).backgroundColor)) {
    seen = seen.parentElement ?? seen.getRootNode().host;
  }
  return getComputedStyle(seen).backgroundColor;
});
const isDark = (colour) => colour.match(/[\d.]+/g).slice(0, 3).every((part) => Number(part) < 100);

test("every attribute does what it says", async ({ openCase }) => {
  const explorer = await (await openCase("attributes")).arrive();
  await expect(title(explorer)).toHaveText("Who pays for light"); // heading
  const views = explorer.host.getByRole("group", { name: word("view_switch", {}, "fr") }); // lang
  await expect(views.getByRole("button", { name: viewName("affected", "fr") })).toHaveAttribute("aria-current", "true"); // view
  await expect(explorer.summary("Je suis")).toContainText("a night owl"); // audience
  expect(isDark(await background(title(explorer)))).toBe(true); // theme
  await views.getByRole("button", { name: viewName("provisions", "fr") }).click();
  // The fragment says what differs from the start, in a page that allows it (deep-links).
  expect(new URL(explorer.page.url()).hash).toBe("#view=provisions");
  await explorer.host.getByRole("button", { name: word("clear", {}, "fr") }).click();
  expect(await cited(explorer)).toEqual(["Article 3", "Article 1"]); // highlight and its order, only
  await expect(explorer.host.getByText("Mise en avant par la rédaction")).toHaveCount(2);
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(2); // open
  await expect(explorer.card("Article 3").getByRole("blockquote")).toHaveCount(0);
});

test("options stand in a script as well; an attribute beats them, and notes stand there alone", async ({ openCase }) => {
  const explorer = await (await openCase("options-child")).arrive();
  await expect(title(explorer)).toHaveText("From the attribute");
  await expect(explorer.summary("I am")).toContainText("a night owl");
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(1);
  await explorer.card("Article 1").locator("summary").filter({ hasText: "1 other concern" }).click();
  await expect(explorer.card("Article 1").getByRole("blockquote")).toHaveCount(2);
  await expect(explorer.card("Article 1")).toContainText("Our reporter owns a lantern.");
  await explorer.host.getByRole("button", { name: word("clear") }).click();
  expect(await cited(explorer)).toEqual(["Article 3", "Article 1", "Article 2", "Article 2(1)"]);
  expect(new URL(explorer.page.url()).hash).toBe("#pe=art_1&for=");
});

test("attributes changed at run time change what they name, and leave what the reader did", async ({ openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  const set = (name, value) => explorer.host.evaluate(
    (it, [name, value]) => (value === null ? it.removeAttribute(name) : it.setAttribute(name, value)), [name, value]);
  await explorer.search.fill("lantern");
  await explorer.toggle("Article 2");
  await set("heading", "Light for all");
  await expect(title(explorer)).toHaveText("Light for all");
  await set("dek", "What its critics fear in the dark");
  await expect(explorer.host.getByText("What its critics fear in the dark")).toBeVisible();
  await set("heading-level", "4");
  await expect(explorer.host.getByRole("heading", { level: 4 })).toHaveText(["Light for all"]);
  await expect(explorer.host.getByRole("heading", { level: 5, name: /^Article 2\b/ }).first()).toBeVisible();
  await expect(explorer.host.getByRole("heading", { level: 2 }).or(explorer.host.getByRole("heading", { level: 3 }))).toHaveCount(0);
  await set("heading-level", null);
  await set("highlight", "art_3");
  await expect(explorer.card("Article 3")).toContainText("Highlighted by the newsroom");
  await expect(explorer.search).toHaveValue("lantern");
  await expect(explorer.summary("Article 2").locator("xpath=..")).toHaveAttribute("open");
  await set("view", "matrix");
  await expect(explorer.glance).toBeVisible();
  await set("view", "provisions");
  await set("audience", "night-owls");
  await expect(explorer.summary("I am")).toContainText("a night owl");
  await set("audience", null);
  await set("open", "3");
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await set("theme", "dark");
  await expect.poll(async () => isDark(await background(title(explorer)))).toBe(true);
  await set("theme", null);
  await expect.poll(async () => isDark(await background(title(explorer)))).toBe(false);
  await set("lang", "fr");
  await expect(explorer.host.getByRole("group", { name: word("view_switch", {}, "fr") })).toBeVisible();
  await set("lang", null);
  await explorer.search.fill("");
  await set("only", "");
  await expect(explorer.cards).toHaveCount(1);
  // What the newsroom left out cannot be gone to, and its name is text.
  const [kept] = await cited(explorer);
  const select = (to) => explorer.host.evaluate((it, to) => it.select(to), to);
  expect(await select(kept)).toBe(true);
  expect(await select(kept === "Article 1" ? "Article 3" : "Article 1")).toBe(false);
  await expect(explorer.cards).toHaveCount(1);
  await explorer.turn("objections");
  await expect(explorer.host.getByRole("button", { name: /^Article/ })).toHaveText([kept]);
  await explorer.turn("provisions");
  await set("only", null);
  await expect(explorer.cards).toHaveCount(bill.provisions.length);
  for (const name of ["heading", "highlight", "open"]) await set(name, null);
  await set("dataset", "/cases/data/charter.json");
  await expect(title(explorer)).toHaveText("Harbour Charter");
  await expect(explorer.cards).toHaveCount(charter.provisions.length);
});

test("methods go to provisions, and take the focus only where they are told to", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  const call = (method, ...values) => explorer.host.evaluate((it, [method, values]) => it[method](...values), [method, values]);
  const ready = await explorer.host.evaluate(async (it) => (await it.whenReady) === it && Boolean(it.shadowRoot.querySelector("h2")));
  expect(ready, "whenReady resolves with the element, once it is drawn").toBe(true);
  const open = async () => {
    await settled(page);
    const heads = await explorer.host.locator("article details[open] > summary").allInnerTexts();
    return heads.map((head) => head.match(/Article [\d()]+/)[0]);
  };
  expect(await call("select", "3")).toBe(true);
  expect(await open()).toEqual(["Article 3"]);
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
  expect(await call("select", "Article 99")).toBe(false);
  expect(await call("select", "what is this?")).toBe(false);
  await call("previous");
  expect(await open()).toEqual(["Article 2(1)"]);
  await call("next");
  expect(await open()).toEqual(["Article 3"]);
  expect(await call("select", "art_2__para_1", { focus: true })).toBe(true);
  await expect(async () => expect((await explorer.focus()).name).toMatch(/^Article 2\(1\)/)).toPass();
  await explorer.search.fill("coin");
  await call("reset");
  expect(await open()).toEqual([]);
  await expect(explorer.search).toHaveValue("");
  // A selection reaches a provision that the reader's choices leave out.
  await explorer.search.fill("coin");
  await call("select", "1");
  expect(await open()).toEqual(["Article 1"]);
});

test("each event comes from the element, bubbles and carries a plain object", async ({ page, context, openCase }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const explorer = await (await openCase("plain")).arrive();
  await expect.poll(() => told(page, "ready")).toHaveLength(1);
  const [ready] = await told(page);
  expect(ready).toEqual({
    name: "ready", on: "provision-explorer", bubbles: true, composed: true, plain: true,
    detail: { dataset: "lantern-bill", edition: 3, provisions: 4 },
  });
  await explorer.toggle("Article 3");
  await explorer.toggle("Article 3");
  expect((await told(page, "select")).map((it) => it.detail)).toEqual([
    { id: "art_3", citation: "Article 3", open: true },
    { id: "art_3", citation: "Article 3", open: false },
  ]);
  await explorer.summary("I am").click();
  await explorer.lens("Night owls").check();
  await explorer.search.fill("stars");
  await explorer.turn("matrix");
  const filters = await told(page, "filter");
  expect(filters.map((it) => it.detail)).toEqual([
    { view: "provisions", audience: ["night-owls"], sources: [], query: "", provisions: 2 },
    { view: "provisions", audience: ["night-owls"], sources: [], query: "stars", provisions: 1 },
    { view: "matrix", audience: ["night-owls"], sources: [], query: "stars", provisions: 1 },
  ]);
  await explorer.turn("provisions");
  await explorer.toggle("Article 1");
  await explorer.card("Article 1").getByRole("button", { name: "Copy citation" }).click();
  await expect.poll(() => told(page, "share")).toHaveLength(1);
  const [share] = await told(page, "share");
  expect(share.detail.kind).toBe("citation");
  expect(share.detail.text).toContain("Article 1, Bill on the Lighting of Lanterns");
  for (const event of await told(page)) {
    expect(event).toMatchObject({ on: "provision-explorer", bubbles: true, composed: true, plain: true });
  }
  expect(await told(page, "error")).toEqual([]);
});

test("an event says to the letter what a reader typed", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  const typed = "a \"quote\", a back\\slash, \t\u0001\u001f and a 🏮";
  await explorer.search.fill(typed);
  await expect.poll(async () => (await told(page, "filter")).at(-1)?.detail.query).toBe(typed);
});

test("a dataset and options may be handed over as objects, of which copies are taken", async ({ page, openCase }) => {
  await openCase("late");
  await page.evaluate(async ([law, options]) => {
    await customElements.whenDefined("provision-explorer");
    const element = document.createElement("provision-explorer");
    element.dataset = law;
    element.options = options;
    document.querySelector("#here").append(element);
    await element.whenReady;
    law.instrument.short_title = "Changed behind its back";
    options.heading = "Changed behind its back";
    element.dataset.instrument.short_title = "Changed through the copy";
    element.options.heading = "Changed through the copy";
    element.setAttribute("highlight", "9"); // has everything read again
  }, [charter, { heading: "By property", open: "9" }]);
  const explorer = await new Explorer(page).arrive();
  await expect(explorer.card("Article 9")).toContainText("Highlighted by the newsroom");
  await expect(title(explorer)).toHaveText("By property");
  await expect(explorer.card("Article 9").getByRole("blockquote").first()).toBeVisible();
  const [law, options] = await explorer.host.evaluate((it) => [it.dataset, it.options]);
  expect(law).toEqual(charter);
  expect(options).toEqual({ heading: "By property", open: "9" });
  // Both may be exchanged later.
  await explorer.host.evaluate((it, law) => {
    it.options = {};
    it.dataset = law;
    it.removeAttribute("highlight");
  }, bill);
  await expect(title(explorer)).toHaveText("Lantern Bill");
});

test("options set before the loader has come are taken over", async ({ openCase }) => {
  const explorer = await (await openCase("set-before")).arrive();
  await expect(title(explorer)).toHaveText("Set before");
  await expect(explorer.card("Article 3")).toContainText("Highlighted by the newsroom");
  expect(await explorer.host.evaluate((it) => Object.hasOwn(it, "options"))).toBe(false);
});

test("a page's script may read data-* attributes off the element as off any other", async ({ page, openCase }) => {
  await (await openCase("data-attributes")).arrive();
  // As analytics do: everything on the page that says what it wants to be counted as.
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("*")].map((it) => it.dataset.track).filter(Boolean));
  expect(found).toEqual(["explorer"]);
});

test("colours, type and pieces are the page's to choose", async ({ page, openCase }) => {
  const explorer = await (await openCase("themed")).arrive();
  const style = (locator, property) => locator.evaluate((it, property) => getComputedStyle(it)[property], property);
  const head = title(explorer);
  expect(await style(head, "color")).toBe("rgb(10, 20, 60)"); // ink
  expect(await style(head, "fontFamily")).toContain("Liberation Mono"); // font
  expect(await background(head)).toBe("rgb(250, 245, 230)"); // paper
  const card = explorer.card("Article 1");
  expect(await style(card, "borderTopColor")).toBe("rgb(90, 160, 90)"); // line
  expect(await style(card.getByRole("link").first(), "color")).toBe("rgb(120, 0, 90)"); // accent
  expect(await style(explorer.host.getByRole("button", { name: "Print" }), "borderRadius")).toBe("9px"); // radius
  expect(await style(head, "letterSpacing")).toBe("3px"); // part(title)
  expect(await style(card, "borderBottomColor")).toBe("rgb(1, 2, 3)"); // part(provision)
  const height = () => explorer.host.evaluate((it) => it.offsetHeight);
  const before = await height();
  await explorer.host.evaluate((it) => it.style.setProperty("--provision-explorer-gap", "4em")); // gap
  expect(await height()).toBeGreaterThan(before);
  const parts = ["root", "explorer", "title", "filters", "views", "provision", "concern", "evidence", "foot"];
  for (const part of parts) await expect(explorer.host.locator(`[part="${part}"]`).first(), part).toBeAttached();
});

test("two explorers with different datasets do not disturb each other", async ({ page, openCase }) => {
  await openCase("two-explorers");
  const first = await new Explorer(page, page.locator("#bill")).arrive();
  const second = await new Explorer(page, page.locator("#charter")).arrive();
  await expect(title(first)).toHaveText("Lantern Bill");
  await expect(title(second)).toHaveText("Harbour Charter");
  await first.search.fill("coin");
  await expect(first.cards).toHaveCount(1);
  await expect(second.cards).toHaveCount(charter.provisions.length);
  await second.toggle("Article 1");
  await expect(second.card("Article 1")).toContainText("No source here raises a concern");
  await second.turn("matrix");
  await expect(second.glance).toBeVisible();
  await expect(first.glance).toHaveCount(0);
  await expect(first.search).toHaveValue("coin");
  const from = async (name) => (await told(page, name)).map((it) => it.on);
  expect(await from("ready")).toHaveLength(2);
  expect(new Set(await from("ready"))).toEqual(new Set(["bill", "charter"]));
  expect(await from("select")).toEqual(["charter"]);
  expect(await from("filter")).toEqual(["bill", "charter"]);
  expect(await from("error")).toEqual([]);
});

test("an element moved in the page keeps its state; one removed gives up its listeners; one put back starts anew", async ({ page, openCase }) => {
  await openCase("two-explorers");
  const first = await new Explorer(page, page.locator("#bill")).arrive();
  await new Explorer(page, page.locator("#charter")).arrive();
  await first.search.fill("lantern");
  await first.toggle("Article 3");
  await page.evaluate(() => document.querySelector("#elsewhere").append(document.querySelector("#bill")));
  await settled(page);
  await expect(page.locator("#elsewhere").getByRole("searchbox")).toHaveValue("lantern");
  await expect(first.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await first.toggle("Article 3"); // and still listens
  await expect(first.card("Article 3").getByRole("blockquote")).toHaveCount(0);
  expect(await told(page, "ready")).toHaveLength(2);

  await page.evaluate(() => {
    window.gone = document.querySelector("#bill");
    window.heard = [];
    for (const name of ["ready", "select", "filter", "error"]) {
      window.gone.addEventListener(`provision-explorer:${name}`, () => window.heard.push(name));
    }
    window.gone.remove();
  });
  await settled(page);
  const changes = await page.evaluate(async () => {
    const records = [];
    const watch = new MutationObserver((seen) => records.push(...seen));
    watch.observe(window.gone.shadowRoot, { subtree: true, childList: true, attributes: true });
    for (const type of ["beforeprint", "afterprint", "popstate", "hashchange"]) window.dispatchEvent(new Event(type));
    // Whoever still listens has answered by then, and what was put off for the next frame is drawn.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return [records.length + watch.takeRecords().length, window.heard];
  });
  expect(changes).toEqual([0, []]);

  await page.evaluate(() => document.querySelector("#elsewhere").append(window.gone));
  await expect(first.status).toHaveText("4 provisions");
  await expect(first.search).toHaveValue("");
  expect(await first.host.evaluate((it) => it.select("3"))).toBe(true);
  await expect(first.card("Article 3").getByRole("blockquote").first()).toBeVisible();
});

test("an element that is removed while it loads, or before it was near, leaves nothing behind", async ({ page, watch, openCase }) => {
  // However slow the machine, the module comes only once the element has gone.
  let come;
  let ask;
  const gone = new Promise((resolve) => { come = resolve; });
  const asked = new Promise((resolve) => { ask = resolve; });
  await page.route("**/*.wasm", async (route) => {
    ask();
    await gone;
    await route.continue();
  });
  await openCase("late");
  await page.evaluate(async () => {
    await customElements.whenDefined("provision-explorer");
    window.add = (id) => {
      const element = document.createElement("provision-explorer");
      element.id = id;
      element.setAttribute("dataset", "/cases/data/bill.json");
      document.querySelector("#here").append(element);
      return element;
    };
    window.add("never-near").remove();
    window.add("loading");
  });
  await asked;
  await page.evaluate(() => {
    document.querySelector("#loading").remove();
    for (let turn = 0; turn < 20; turn += 1) window.add("never-near").remove();
    window.add("stays");
  });
  come();
  // One that stays is drawn all the same, after those that came before it would have been.
  await new Explorer(page).arrive();
  expect((await told(page)).map(({ name, on }) => `${name} ${on}`)).toEqual(["ready stays"]);
  expect(watch.ours).toEqual([]);
});

test("the loader may be included twice; a second copy from elsewhere gives way with one line", async ({ page, watch, openCase }) => {
  const explorer = await (await openCase("loader-twice")).arrive();
  await expect(title(explorer)).toHaveText("Lantern Bill");
  expect(watch.lines).toEqual([]);
  watch.expectLines(/already defined by .*load one copy/);
  const other = await (await openCase("two-copies")).arrive();
  await expect(title(other)).toHaveText("Lantern Bill");
});

test("nothing but the loader is fetched before the explorer comes near, and the page keeps its place and focus", async ({ page, watch, openCase }) => {
  const explorer = await openCase("far-below");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  // The loader has learnt by then that its element is far, and what it asked for is known here.
  await page.evaluate(async () => {
    await customElements.whenDefined("provision-explorer");
    const element = document.querySelector("provision-explorer");
    await new Promise((done) => { new IntersectionObserver(done).observe(element); });
    await fetch("/cases/far-below/?asked-last");
  });
  await expect.poll(() => watch.requests.some((url) => url.endsWith("?asked-last"))).toBe(true);
  const ours = () => watch.requests.map((url) => new URL(url).pathname).filter((path) => !path.startsWith("/cases/far-below/") && !path.endsWith(".css"));
  expect(ours()).toEqual(["/provision-explorer.js"]);
  // Near is before it is in sight.
  await page.evaluate(() => scrollTo(0, document.querySelector("provision-explorer").offsetTop - innerHeight - 500));
  await expect(explorer.status).toBeAttached();
  for (const module of [/widget-.*\.wasm$/, /compiler-.*\.wasm$/]) {
    expect(ours().filter((path) => module.test(path))).toHaveLength(1);
  }
  expect(ours()).toContain("/cases/data/bill.json");
  expect(new Set(ours()).size).toBe(ours().length);
  const place = await page.evaluate(() => [scrollY, innerHeight]);
  await settled(page);
  expect(await page.evaluate(() => [scrollY, innerHeight])).toEqual(place);
  await expect(explorer.host).not.toBeInViewport();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeAttached();
});

test("going to a provision is done once", async ({ page, openCase }) => {
  await (await openCase("plain")).arrive();
  await page.evaluate(async () => {
    window.reveals = 0;
    addEventListener("provision-explorer:reveal", () => { window.reveals += 1; });
    await document.querySelector("provision-explorer").select("3", { focus: true });
  });
  await settled(page);
  expect(await page.evaluate(() => window.reveals)).toBe(1);
});
