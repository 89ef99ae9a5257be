// Pages that an embed is not made for, one nuisance each: the reader's steps work on all of them.
import { Explorer } from "../explorer.mjs";
import { expect, settled, test } from "../fixtures.mjs";
import { viewName, word } from "../words.mjs";

/** The steps of every reader. */
const read = async (explorer) => {
  await explorer.arrive();
  const card = await explorer.toggle("Article 1");
  await expect(card.getByRole("blockquote").first()).toBeVisible();
  await explorer.summary("I am").click();
  await explorer.lens("Night owls").check();
  await expect(explorer.status).toContainText(/of 4 provisions/);
  await explorer.search.fill("coin");
  await explorer.host.getByRole("button", { name: word("clear") }).last().click();
  await explorer.turn("matrix");
  await expect(explorer.glance).toBeVisible();
  await explorer.turn("provisions");
  await expect(explorer.status).toHaveText("4 provisions");
};

const styles = (explorer, selector, ...names) => explorer.host.locator(selector).first().evaluate(
  (it, names) => names.map((name) => getComputedStyle(it)[name]), names,
);

test("a page that unsets everything takes nothing from it", async ({ openCase }) => {
  const explorer = await openCase("host-reset");
  await read(explorer);
  expect(await styles(explorer, ".root", "display", "fontSize")).toEqual(["block", "16px"]);
  expect(await styles(explorer, ".card summary", "cursor")).not.toEqual(["auto"]);
});

test("a page of tiny red type reaches no part of it", async ({ openCase }) => {
  const explorer = await openCase("host-small");
  await read(explorer);
  const [color, spacing] = await styles(explorer, ".plain", "color", "letterSpacing");
  expect([color, spacing]).not.toContain("rgb(176, 0, 0)");
  expect(spacing).toBe("normal");
});

test("where a rem is 10 pixels its type is as large as the page's own", async ({ openCase }) => {
  const explorer = await openCase("host-rem");
  await read(explorer);
  expect(await styles(explorer, ".root", "fontSize")).toEqual(["16px"]);
});

test("on a page from right to left an English explorer runs from left to right", async ({ openCase }) => {
  const explorer = await openCase("host-rtl");
  await read(explorer);
  expect(await styles(explorer, ".explorer", "direction")).toEqual(["ltr"]);
});

for (const [name, what] of [
  ["zoom", "is zoomed"],
  ["base", "has a base address"],
  ["quirks", "has no doctype"],
  ["extended", "extends what is built in"],
  ["bootstrap", "has Bootstrap’s styles"],
  ["tailwind", "has Tailwind’s base"],
  ["prototype", "has Prototype"],
  ["mootools", "has MooTools"],
]) {
  test(`a page that ${what} changes nothing for its readers`, async ({ openCase }) => {
    await read(await openCase(`host-${name}`));
  });
}

test("jQuery may write it, move it and copy it, and keep its page's events to itself", async ({ page, openCase }) => {
  const explorer = await openCase("host-jquery");
  await read(explorer);
  await explorer.search.fill("coin");
  await page.getByRole("button", { name: "Move" }).click();
  await expect(page.locator("#elsewhere").getByRole("searchbox")).toHaveValue("coin");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await read(new Explorer(page, page.locator("#place provision-explorer")));
  await expect(page.locator("#elsewhere").getByRole("searchbox")).toHaveValue("coin");
});

for (const framework of ["React", "Vue", "Svelte"]) {
  test(`${framework} may take over what was there, hand it objects, move it, take it out and put it back, and have it copied`, async ({ page, openCase }) => {
    await openCase(`host-${framework.toLowerCase()}`);
    const [bill, charter] = ["#bill", "#charter"].map((id) => new Explorer(page, page.locator(id)));
    const press = (name) => page.getByRole("button", { name }).click();
    const titled = (title) => expect(page.getByRole("heading", { level: 2, name: title })).toHaveCount(2);
    await bill.arrive();
    await charter.arrive();
    await titled("Rendered 0 times"); // options by property
    await expect(bill.card("Article 1")).toContainText("Highlighted by the newsroom");
    await bill.search.fill("coin");
    await bill.toggle("Article 3");
    await expect(page.getByText("Opened: art_3.")).toBeVisible();
    await press("Render again");
    await titled("Rendered 1 times");
    await press("Reorder");
    await expect(page.locator("provision-explorer").first()).toHaveId("charter");
    await expect(bill.search).toHaveValue("coin");
    await expect(bill.card("Article 3").getByRole("blockquote").first()).toBeVisible();
    // What is copied off the page is nobody's but the page's, and goes on as it began.
    await bill.host.evaluate((it) => {
      const copy = it.cloneNode(true);
      copy.id = "copy";
      it.closest("#app").after(copy);
    });
    const copy = new Explorer(page, page.locator("#copy"));
    await copy.arrive();
    await expect(copy.search).toHaveValue("");
    await copy.toggle("Article 2");
    await expect(copy.card("Article 3").getByRole("blockquote")).toHaveCount(0);
    await press("Render again");
    await titled("Rendered 2 times");
    await expect(bill.search).toHaveValue("coin");
    await copy.host.evaluate((it) => it.remove());
    // An explorer may be ready before a framework listens to what it has not made itself.
    const ready = async () => Number.parseInt((await page.getByText("Ready: ").innerText()).slice("Ready: ".length), 10);
    const before = await ready();
    await press("Take out");
    await expect(page.locator("provision-explorer")).toHaveCount(0);
    await press("Take out");
    await charter.arrive();
    await bill.arrive();
    await expect(bill.search).toHaveValue("");
    await titled("Rendered 2 times");
    await expect.poll(ready).toBe(before + 2);
  });
}

test("a page that hears everything first hears everything, once", async ({ page, openCase }) => {
  const explorer = await openCase("host-capture");
  await read(explorer);
  const before = await page.evaluate(() => window.heard);
  await explorer.head("Article 3").click();
  expect(await page.evaluate(() => window.heard)).toBe(before + 2); // pointerdown and click
});

test("a page in XHTML can have it as well", async ({ page, openCase }) => {
  await openCase("host-xhtml", "index.xhtml");
  await read(new Explorer(page));
});

test("in a dialog it starts once the dialog is open, and Escape is the dialog's", async ({ page, openCase }) => {
  const explorer = await openCase("host-dialog");
  await settled(page);
  await expect(explorer.status).toHaveCount(0);
  await page.getByRole("button", { name: "Open the dialog" }).click();
  await read(explorer);
  await page.keyboard.press("Escape");
  await expect(explorer.host).toBeHidden();
});

test("in a tab that is closed at first it starts once the tab is open", async ({ page, openCase }) => {
  const explorer = await openCase("host-tab");
  await settled(page);
  await expect(explorer.status).toHaveCount(0);
  await page.getByRole("button", { name: "The law" }).click();
  await read(explorer);
});

test("a reader who leaves the page and comes back finds it as they left it", async ({ page, openCase }) => {
  // Some drivers lose sight of a page that their browser has kept, so it looks by itself, goes on, and tells there.
  await page.addInitScript((name) => addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    const { shadowRoot } = document.querySelector("provision-explorer");
    const typed = shadowRoot.querySelector("input[type=search]").value;
    const matrix = [...shadowRoot.querySelectorAll("button")].find((it) => it.textContent.includes(name));
    matrix.click();
    for (let left = 100; left > 0 && !matrix.ariaCurrent; left -= 1) {
      await new Promise((done) => setTimeout(done, 20));
    }
    location.assign(`/cases/light/#kept-${typed}-${matrix.ariaCurrent}`);
  }), viewName("matrix"));
  const explorer = await (await openCase("plain")).arrive();
  await explorer.search.fill("coin");
  await page.goto("/cases/light/");
  await page.evaluate(() => { setTimeout(() => history.back()); });
  const hash = () => page.evaluate(() => location.hash).catch(() => "");
  await expect.poll(hash, { timeout: 15_000 }).toBe("#kept-coin-true");
});

test("a page that prints nothing else prints all of it", async ({ page, openCase }) => {
  const explorer = await openCase("host-paper");
  await read(explorer);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Not for paper.")).toBeHidden();
  await expect(explorer.card("Article 1").getByRole("blockquote").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
});

test("twenty explorers on a page share one download and mind their own business", async ({ page, watch, openCase }) => {
  test.setTimeout(60_000);
  await openCase("host-many");
  const all = await page.locator("provision-explorer").all();
  expect(all).toHaveLength(20);
  for (const host of all) await new Explorer(page, host).arrive();
  await read(new Explorer(page, all[7]));
  const seventh = new Explorer(page, all[7]);
  await seventh.turn("matrix");
  await expect(seventh.glance).toBeVisible();
  await expect(page.getByRole("button", { name: viewName("matrix") }).and(page.locator("[aria-current]"))).toHaveCount(1);
  for (const file of [/widget-.*\.wasm$/, /compiler-.*\.wasm$/, /bill\.json$/]) {
    expect(watch.requests.filter((it) => file.test(it)), `${file}`).toHaveLength(1);
  }
});

test("a thousand times put in and taken out, it leaves nothing behind", async ({ page, openCase }) => {
  test.setTimeout(120_000);
  const explorer = await (await openCase("plain")).arrive();
  const devtools = await page.context().newCDPSession(page);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((it) => it.name === name).value;
    return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
  };
  await devtools.send("Performance.enable");
  const cycle = (times) => explorer.host.evaluate(async (it, times) => {
    const place = it.parentElement;
    for (let time = 0; time < times; time += 1) {
      it.remove();
      await new Promise((done) => setTimeout(done));
      it = it.cloneNode(true);
      place.append(it);
      await it.select("3");
    }
  }, times);
  await cycle(100);
  const before = await measure();
  await cycle(900);
  const after = await measure();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 10);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.2 + 500);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.5 + 1_000_000);
});
