// What newsrooms get wrong. Each mistake is told once, by one event and by one line that says what,
// where and what would be right, and readers lose as little as can be.
// cspell:words fulfill
import { readFileSync } from "node:fs";

import { OWN, expect, expectToldOnce, test, told } from "../fixtures.mjs";

const [bill, charter] = ["bill", "charter"].map((name) =>
  readFileSync(new URL(`../cases/data/${name}.json`, import.meta.url), "utf8"));
const MISSING = "**/cases/data/missing.json";

const expectStatic = (explorer) => expect(explorer.host.getByText("Static: lanterns, in short.")).toBeVisible();

test("a highlight that the dataset does not have is left out, and the rest is drawn", async ({ page, watch, openCase }) => {
  watch.expectLines("provision-explorer: some options cannot be used");
  const explorer = await (await openCase("wrong-highlight")).arrive();
  await expectToldOnce(page, watch, "options", "attribute highlight", "`Article 99`");
  await expect(explorer.cards).toHaveCount(4);
  await expect(explorer.heads.first()).toContainText("Article 3");
  await expect(explorer.cards.getByText("Highlighted by the newsroom")).toHaveCount(1);
  // It isn't told again when something else changes.
  await explorer.host.evaluate((it) => it.setAttribute("heading", "Another heading"));
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Another heading");
  expect(await told(page, "error")).toHaveLength(1);
  expect(watch.ours).toHaveLength(1);
});

test("where the dataset's address answers 404, the static content stays, and trying again works once it is back", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "missing.json answered 404");
  const explorer = await openCase("dataset-missing");
  await explorer.host.scrollIntoViewIfNeeded();
  await expectToldOnce(page, watch, "dataset", "/cases/data/missing.json", "404", "`dataset` attribute");
  await expectStatic(explorer);
  await page.route(MISSING, (route) => route.fulfill({ contentType: "application/json", body: bill }));
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await told(page, "error")).toHaveLength(1);
  expect(await told(page, "ready")).toHaveLength(1);
});

test("where a new dataset cannot be had, the law on the screen stays, and a line says so", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "missing.json answered 404");
  const explorer = await (await openCase("plain")).arrive();
  await explorer.host.evaluate((it) => it.setAttribute("dataset", "../data/missing.json"));
  await expectToldOnce(page, watch, "dataset", "missing.json", "404");
  await expect(explorer.status).toHaveText("4 provisions");
  await page.route(MISSING, (route) => route.fulfill({ contentType: "application/json", body: charter }));
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.head("Article 9")).toBeVisible();
});

test("an address that is none is named with its attribute", async ({ page, watch, openCase }) => {
  watch.expectLines("is not an address");
  const explorer = await openCase("plain");
  await explorer.host.evaluate((it) => it.setAttribute("dataset", "https://"));
  await explorer.host.scrollIntoViewIfNeeded();
  await expectToldOnce(page, watch, "dataset", "dataset: `https://`");
});

test("trying again and failing again tells it again, and leaves the reader a way to try", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, "missing.json answered 404", OWN.notFound, "missing.json answered 404");
  const explorer = await openCase("dataset-missing");
  await explorer.host.scrollIntoViewIfNeeded();
  const again = explorer.host.getByRole("button", { name: "Try again" });
  await again.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => told(page, "error")).toHaveLength(2);
  await expect(again).toHaveCount(1);
  await expectStatic(explorer);
  // A reader without a mouse is where they were.
  await expect(again).toBeFocused();
});

test("an answer that is a page is said to be one, and trying again asks anew", async ({ page, watch, openCase }) => {
  watch.expectLines("the server sent an HTML page");
  const explorer = await openCase("dataset-not-json");
  await explorer.host.scrollIntoViewIfNeeded();
  await expectToldOnce(page, watch, "dataset", "the server sent an HTML page");
  await expectStatic(explorer);
  await page.route("**/not-json.json", (route) => route.fulfill({ contentType: "application/json", body: bill }));
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await told(page, "error")).toHaveLength(1);
});

test("of a dataset that breaks a rule, the sound rest is shown", async ({ page, watch, openCase }) => {
  watch.expectLines("the dataset breaks its rules");
  const explorer = await (await openCase("dataset-broken")).arrive();
  await expectToldOnce(page, watch, "dataset", "concerns[1].evidence", "a concern without a source is not shown");
  await expect(explorer.cards).toHaveCount(4);
  const card = await explorer.toggle("Article 1");
  await expect(card.getByRole("heading", { name: "Lamplighters could not keep up" })).toBeVisible();
  await expect(card.getByText("Nobody would see the stars")).toHaveCount(0);
  await expect(card).toContainText("1 concern");
});

test("options that are not JSON leave the attributes in force", async ({ page, watch, openCase }) => {
  watch.expectLines("provision-explorer-options");
  const explorer = await (await openCase("options-not-json")).arrive();
  await expectToldOnce(page, watch, "options", "script.provision-explorer-options", "not JSON at line");
  await expect(explorer.heads.first()).toContainText("Article 3");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Lantern Bill");
});

test("a policy that refuses WebAssembly is named with the rule to add, and readers still read", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.noWasm, "add 'wasm-unsafe-eval'");
  watch.expectViolations(OWN.refusedWasm);
  const explorer = await openCase("no-wasm");
  await explorer.host.scrollIntoViewIfNeeded();
  await expectToldOnce(page, watch, "module", "Content-Security-Policy", "add 'wasm-unsafe-eval' to its script-src");
  await expectStatic(explorer);
  await expect(explorer.host.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("where the module cannot be fetched, the file is named, and trying again works once it is back", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.unreachable, "deploy the folder with all of its files");
  await page.route("**/*.wasm", (route) => route.abort());
  const explorer = await openCase("plain");
  await explorer.host.scrollIntoViewIfNeeded();
  await expectToldOnce(page, watch, "module", ".wasm", "deploy the folder with all of its files");
  await expectStatic(explorer);
  await page.unroute("**/*.wasm");
  await explorer.host.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.status).toHaveText("4 provisions");
});
