// What goes wrong on the way. Each fault leaves the content readable, tells the page once, in one
// event and one line that names the cause and what would be right, and leaves the page's own
// scripts alone; where trying again can help, the reader can.
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { Explorer } from "../explorer.mjs";
import { OWN, expect, expectToldOnce, heldBack, test, told } from "../fixtures.mjs";

const assets = new URL("../../../dist/assets/", import.meta.url);
const wasm = readFileSync(new URL(readdirSync(assets).find((it) => /^widget-.*\.wasm$/.test(it)), assets));
const bill = readFileSync(new URL("../cases/data/bill.json", import.meta.url), "utf8");
const WASM = "**/widget-*.wasm";

/** Told once, in an event and in a line of ours; readers still read, and may try again. */
const expectFault = async (page, watch, explorer, code, ...words) => {
  await expectToldOnce(page, watch, code, ...words);
  await expect(explorer.host.getByText("Static: lanterns, in short.")).toBeVisible();
  expect(await page.evaluate(() => window.alive)).toBe("alive");
};

const expectRetry = async (page, explorer, fault) => {
  await (typeof fault === "string" ? page.unroute(fault) : fault());
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.status).toHaveText("4 provisions");
};

test.beforeEach(({ page }) => page.addInitScript(() => { window.alive = "alive"; }));

for (const [what, answer, words, lines] of [
  ["answers 404", { status: 404, body: "no" }, ["answered 404", "deploy the folder"], [OWN.notFound]],
  ["is cut short", { contentType: "application/wasm", body: wasm.subarray(0, 50_000) }, ["cannot be compiled", "deploy it again"], []],
  ["is corrupted", { contentType: "application/wasm", body: Buffer.from(wasm.map((byte, at) => (at > 2_000 && at < 9_000 ? byte ^ 0x55 : byte))) }, ["cannot be compiled", "deploy it again"], []],
  ["is an HTML page", { contentType: "text/html", body: "<!doctype html><title>Front page</title>" }, ["cannot be compiled", "deploy it again"], []],
]) {
  test(`where the module ${what}, readers still read, and may try again`, async ({ page, watch, openCase }) => {
    watch.expectLines(...lines, "provision-explorer: ");
    await page.route(WASM, (route) => route.fulfill(answer));
    const explorer = await openCase("plain");
    await expectFault(page, watch, explorer, "module", ".wasm", ...words);
    await expectRetry(page, explorer, WASM);
  });
}

for (const type of ["text/plain", "application/octet-stream"]) {
  test(`a module that is served as ${type} runs, and the line says which header is right`, async ({ page, watch, openCase }) => {
    watch.expectLines(`served as ${type}; send it with Content-Type: application/wasm`);
    await page.route(WASM, (route) => route.fulfill({ contentType: type, body: wasm }));
    const explorer = await openCase("plain");
    await expect(explorer.status).toHaveText("4 provisions");
    expect(await told(page, "error")).toEqual([]);
  });
}

// The loader's patience, kept back until the test lets it end: no engine but Chromium has a clock to turn.
const keepPatience = (page) => page.addInitScript(() => {
  const { setTimeout, clearTimeout } = window;
  window.waiting = new Map();
  window.most = 0;
  window.setTimeout = (what, wait, ...rest) => {
    const timer = setTimeout(wait === 30_000 ? () => {} : what, wait, ...rest);
    if (wait !== 30_000) return timer;
    window.most = Math.max(window.most, window.waiting.set(timer, what).size);
    return timer;
  };
  window.clearTimeout = (timer) => {
    window.waiting.delete(timer);
    clearTimeout(timer);
  };
});

/** Lets nothing come of a file; gives back what ends that. */
const stall = async (page, watch, name) => {
  if (watch.engine !== "webkit") {
    await page.route(`**/*${name}`, () => {}); // never answered
    return () => page.unroute(`**/*${name}`);
  }
  // The inspector hangs over a request that is given up, so there is none.
  await page.addInitScript((name) => {
    const { fetch } = window;
    window.stalled = name;
    window.fetch = (url, { signal, ...how } = {}) => {
      if (!window.stalled || !url.endsWith(window.stalled)) return fetch(url, { signal, ...how });
      return new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
    };
  }, name);
  return () => page.evaluate(() => { window.stalled = ""; });
};

for (const [what, name] of [["module", ".wasm"], ["dataset", "bill.json"]]) {
  test(`where nothing comes of the ${what} for 30 s, it is given up`, async ({ page, watch, openCase }) => {
    watch.expectLines("nothing came for 30 s");
    await keepPatience(page);
    const end = await stall(page, watch, name);
    const explorer = await openCase("plain");
    await expect.poll(() => page.evaluate(() => window.most), "module and dataset are asked for").toBe(2);
    await expect.poll(() => page.evaluate(() => window.waiting.size), "all else has come").toBe(1);
    expect(await told(page, "error")).toEqual([]);
    await page.evaluate(() => { for (const giveUp of window.waiting.values()) giveUp(); });
    await expectFault(page, watch, explorer, what, "nothing came for 30 s");
    await expectRetry(page, explorer, end);
  });
}

test("where the script cannot be imported, the keyboard reaches the button, and a hand that moves tells nothing again", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, OWN.notFound, OWN.notFound, "provision-explorer: ");
  const files = /\/assets\/widget-|bill\.json/;
  await page.route(files, (route) => route.fulfill({ status: 404, body: "" }));
  const explorer = await openCase("plain");
  await expectFault(page, watch, explorer, "module", "cannot be imported");
  const { x, y } = await explorer.host.boundingBox();
  for (const step of [5, 10, 15]) await page.mouse.move(x + step, y + step);
  await page.keyboard.press("Tab");
  await expect(explorer.host.getByRole("button", { name: "Try again" })).toBeFocused();
  expect(await told(page, "error")).toHaveLength(1);
  // What was refused beside the script is asked for anew.
  await page.unroute(files);
  await page.keyboard.press("Enter");
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await told(page, "error")).toHaveLength(1);
});

test("a browser without WebAssembly is told so", async ({ page, watch, openCase }) => {
  watch.expectLines("this browser has no WebAssembly");
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  const explorer = await openCase("plain");
  await expectFault(page, watch, explorer, "module", "no WebAssembly");
});

for (const [what, body, words] of [
  ["is cut short", bill.slice(0, 900), ["not JSON at line"]],
  ["is of a newer schema", bill.replace(/"schema_version": *1/, '"schema_version": 3'), ["schema_version", "update Provision Explorer"]],
]) {
  test(`where the dataset ${what}, readers still read, and may try again`, async ({ page, watch, openCase }) => {
    watch.expectLines("provision-explorer: ");
    await page.route("**/bill.json", (route) => route.fulfill({ contentType: "application/json", body }));
    const explorer = await openCase("plain");
    await expectFault(page, watch, explorer, "dataset", ...words);
    await expectRetry(page, explorer, "**/bill.json");
  });
}

// What `cargo xtask` publishes of the convention, and what became of it on the way.
const law = readFileSync(new URL("../../../dist/data/un-cybercrime-convention.law.txt", import.meta.url), "utf8");
for (const [what, body, words] of [
  ["is of another version", law.replace(/^law [A-Z]/, "law B"), ["compiled for version 1", "one release of Provision Explorer"]],
  ["is cut short", law.slice(0, 20_000), ["damaged or cut short"]],
  ["has one letter changed", law.replace("Cybercrime", "Cybercrimes"), ["damaged or cut short"]],
  ["is an HTML page", "<!doctype html><title>Front page</title>", ["the server sent an HTML page"]],
]) {
  test(`where a compiled law ${what}, readers still read, and may try again`, async ({ page, watch, openCase }) => {
    watch.expectLines("provision-explorer: ");
    await page.route("**/missing.json", (route) => route.fulfill({ contentType: "text/plain", body }));
    const explorer = await openCase("dataset-missing");
    await explorer.host.scrollIntoViewIfNeeded();
    await expectFault(page, watch, explorer, "dataset", ...words);
    await page.unroute("**/missing.json");
    await page.route("**/missing.json", (route) => route.fulfill({ contentType: "text/plain", body: law }));
    await explorer.host.getByRole("button", { name: "Try again" }).click();
    await expect(explorer.head("Article 28(4)")).toBeVisible();
  });
}

const COMPILER = /\/assets\/compiler-/;

test("a page that names a compiled law never asks for the compiler", async ({ page, watch, story }) => {
  const explorer = await story();
  await explorer.toggle("Article 28(4)");
  await explorer.turn("matrix");
  expect(watch.requests.filter((it) => COMPILER.test(it))).toEqual([]);
  expect(watch.requests.filter((it) => it.endsWith(".json"))).toEqual([]);
  expect(await told(page, "error")).toEqual([]);
});

test("datasets that nobody has compiled bring the compiler, once", async ({ page, watch, openCase }) => {
  await openCase("two-explorers");
  const [one, other] = (await page.locator("provision-explorer").all()).map((it) => new Explorer(page, it));
  await one.arrive();
  await other.arrive();
  expect(watch.requests.filter((it) => COMPILER.test(it))).toHaveLength(2); // script and module
});

test("where the compiler answers 404, the file is named, and a reader may try again", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "provision-explorer: ");
  await page.route("**/compiler-*.wasm", (route) => route.fulfill({ status: 404, body: "no" }));
  const explorer = await openCase("plain");
  await expectFault(page, watch, explorer, "module", "compiler-", "answered 404", "deploy the folder");
  await expectRetry(page, explorer, "**/compiler-*.wasm");
});

test("offline, what is on the screen goes on", async ({ page, context, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await context.setOffline(true);
  await explorer.turn("matrix");
  await expect(explorer.glance).toBeVisible();
  await explorer.search.fill("coin");
  await explorer.turn("provisions");
  await expect(explorer.status).toContainText(/of 4 provisions/);
  await context.setOffline(false);
});

for (const module of ["widget", "compiler"]) {
  test(`with \`?integrity\` a ${module} that isn't what was built is refused, and the right one runs`, async ({ page, watch, openCase }) => {
    watch.expectLines(OWN.notIntact, OWN.notIntactEither, "cannot be fetched");
    const name = `**/${module}-*.wasm`;
    await page.route(name, async (route) => {
      const built = await (await route.fetch()).body();
      const changed = Buffer.concat([built, Buffer.from([0, 2, 1, 0x78])]); // one more section, valid and harmless
      await route.fulfill({ contentType: "application/wasm", body: changed });
    });
    const explorer = await openCase("integrity");
    await expectFault(page, watch, explorer, "module", `/${module}-`, ".wasm", "deploy the folder");
    await expectRetry(page, explorer, name);
  });
}

// A panic of the very module that readers get: Yew panics where a node cannot be copied.
const panic = (page) => page.evaluate(() => {
  const { cloneNode } = Node.prototype;
  Node.prototype.cloneNode = function (...deep) {
    if (deep.length) return cloneNode.apply(this, deep); // ours copies whole
    Node.prototype.cloneNode = cloneNode; // once
    throw new Error("no more nodes");
  };
});

// How the module says so: with its place, or, where it has no words, as the trap that it is.
const wordsOf = (build) => (build === "dist" ? "panicked at" : "panicked (unreachable)");

test("after a panic its own content is back, and the other explorers of the page go on", async ({ page, watch, build, openCase }) => {
  watch.expectLines(`provision-explorer: ${wordsOf(build)}`);
  await openCase("two-explorers");
  const [one, other] = (await page.locator("provision-explorer").all()).map((it) => new Explorer(page, it));
  await one.arrive();
  await other.arrive();
  await other.toggle("Article 9");
  await other.search.fill("gulls");
  const before = await other.status.innerText();
  await page.evaluate(() => { window.told.length = 0; });

  await panic(page);
  await one.turn("matrix").catch(() => {});
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  const [{ detail, on }] = await told(page, "error");
  expect(on).toBe(await one.host.getAttribute("id"));
  expect(detail.code).toBe("internal");
  expect(detail.message).toContain(wordsOf(build));
  await expect(one.host.getByText("could not be loaded")).toBeVisible();
  await expect(one.search).toHaveCount(0);
  await expect(one.host.getByText("Static")).toBeVisible();

  // The other one is drawn by another module, and answers.
  await expect.poll(() => told(page, "ready")).toHaveLength(1);
  await expect(other.search).toHaveValue("gulls");
  await expect(other.status).toHaveText(before);
  await expect(other.card("Article 9").getByRole("blockquote").first()).toBeVisible();
  await other.turn("matrix");
  await expect(other.glance).toBeVisible();

  // And so is this one, as soon as the reader wants it.
  await one.host.getByRole("button", { name: "Try again" }).click();
  await one.turn("matrix");
  await expect(one.glance).toBeVisible();
  await expect(one.host.getByText("could not be loaded")).toHaveCount(0);
  await one.turn("provisions"); // two matrices would be landmarks of one name
});

test("an explorer that came with the page stays readable as it stands after a panic", async ({ page, watch, build, story }) => {
  watch.expectLines(`provision-explorer: ${wordsOf(build)}`);
  const explorer = await story();
  const card = await explorer.toggle("Article 28(4)");
  await explorer.search.fill("secure");
  await panic(page);
  await explorer.turn("matrix").catch(() => {});
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.search).toBeVisible();
  await explorer.turn("matrix");
  await expect(explorer.glance).toBeVisible();
});

test("what is tapped and typed while an explorer gets another module is done once it is there", async ({ page, watch, build, openCase }) => {
  watch.expectLines(`provision-explorer: ${wordsOf(build)}`);
  await openCase("two-explorers");
  const [one, other] = (await page.locator("provision-explorer").all()).map((it) => new Explorer(page, it));
  await one.arrive();
  await other.arrive();
  const broken = await one.host.getAttribute("id");
  await page.evaluate(() => { window.told.length = 0; });
  const release = await heldBack(page, "**/*.wasm");
  await panic(page);
  await one.turn("matrix").catch(() => {});
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  await other.search.fill("gulls");
  await other.view("matrix").click();
  const filters = async () => (await told(page, "filter")).filter(({ on }) => on !== broken);
  expect(await filters(), "nothing answers so far").toEqual([]);
  release();
  await expect.poll(() => told(page, "ready")).toHaveLength(1);
  await expect(other.search).toHaveValue("gulls");
  await expect.poll(async () => (await filters()).at(-1)?.detail.query).toBe("gulls");
  await expect(other.glance).toBeVisible();
});

test("a mention whose card panics is text again, and opens the next time", async ({ page, watch, build, openCase }) => {
  watch.expectLines(`provision-explorer: ${wordsOf(build)}`);
  await openCase("mentions-alone");
  await panic(page);
  const mention = page.locator("provision-ref").first();
  await mention.getByRole("button").click();
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  await mention.getByRole("button").click();
  await expect(mention.getByRole("article")).toBeVisible();
});

test("a page saved to disk, where browsers forbid some of its files, is readable all the same", async ({ page, watch }, info) => {
  const story = readFileSync(new URL("../cases/plain/index.html", import.meta.url), "utf8");
  cpSync(new URL("../../../dist/", import.meta.url), info.outputPath(), { recursive: true });
  writeFileSync(info.outputPath("story.html"), story.replaceAll('"/', '"./').replace(/<link.*/, ""));
  watch.expectLines(OWN.diskModule, OWN.diskUnreachable);
  await page.goto(pathToFileURL(info.outputPath("story.html")).href);
  await expect(page.getByText("Static: lanterns, in short.")).toBeVisible();
  await expect.poll(() => watch.lines.length).toBeGreaterThan(0);
  await expect(page.getByText("Static: lanterns, in short.")).toBeVisible();
});
