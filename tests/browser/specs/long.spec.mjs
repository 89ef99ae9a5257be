// A law of hundreds of provisions: a page of a list at a time, and every way to the rest of it.
import { readFileSync } from "node:fs";

import { expect, expectAccessible, test } from "../fixtures.mjs";

const PAGE = 25;
const ALL = 130;

/** The example law with more sections, each with the concern of its second. */
const long = () => {
  const law = JSON.parse(readFileSync(new URL("../../../data/example-bicycle-parking.json", import.meta.url), "utf8"));
  const concern = law.concerns.find((it) => it.id === "fees-exclude");
  law.provisions = [];
  law.requests = [];
  law.concerns = [];
  for (let at = 1; at <= ALL; at += 1) {
    const id = `sec_${at}`;
    law.provisions.push({ id, citation: `Section ${at}`, summary: `What section ${at} says${at % 2 ? "" : ", of an even number"}.` });
    law.concerns.push({ ...concern, id: `concern-${at}`, provisions: [id] });
  }
  return JSON.stringify(law);
};

const text = long();

const open = async (page, openCase, fragment) => {
  await page.route("**/cases/data/long.json", (route) => route.fulfill({ contentType: "application/json", body: text }));
  return (await openCase("long", fragment)).arrive();
};

const button = ({ host }, name) => host.getByRole("button", { name });

test("a long list begins with a page of it, says so, and goes on where the reader is", async ({ page, openCase }) => {
  const explorer = await open(page, openCase);
  await expect(explorer.status).toHaveText(`${ALL} provisions`);
  await expect(explorer.cards).toHaveCount(PAGE);
  await expect(explorer.host.getByText(`Showing 1 to ${PAGE} of ${ALL}.`)).toBeVisible();
  await expect(explorer.cards.nth(3)).toHaveAttribute("aria-posinset", "4");
  await expect(explorer.cards.nth(3)).toHaveAttribute("aria-setsize", `${ALL}`);
  await expectAccessible(page, "the first page");

  await button(explorer, "Show more").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.cards).toHaveCount(2 * PAGE);
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "summary", name: "Section 26", inSight: true });
  await button(explorer, `Show all ${ALL}`).click();
  await expect(explorer.cards).toHaveCount(ALL);
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "summary", name: "Section 51" });
  await expect(button(explorer, /^Show/)).toHaveCount(0);
  await expect(explorer.cards.first()).not.toHaveAttribute("aria-setsize");
});

test("what is left out is found, and a search begins at its first page", async ({ page, openCase }) => {
  const explorer = await open(page, openCase);
  await button(explorer, "Show more").click();
  await explorer.search.fill("even");
  await expect(explorer.status).toHaveText(`65 of ${ALL} provisions · best match first`);
  await expect(explorer.cards).toHaveCount(PAGE);
  await explorer.search.fill("Section 128");
  await expect(explorer.heads).toHaveText(["Section 128"]);
});

test("a link far down the list shows what stands around it, and leads up and down from there", async ({ page, openCase }) => {
  const explorer = await open(page, openCase, "#pe=sec_120");
  const card = explorer.card("Section 120");
  await expect(explorer.head("Section 120")).toBeInViewport();
  await expect(card.getByText("Fees keep out those with little money").first()).toBeVisible();
  await expect(explorer.heads.first()).toHaveText("Section 101");
  await card.getByRole("button", { name: "Next: Section 121" }).click();
  await expect(explorer.card("Section 121").getByRole("group").first()).toHaveAttribute("open");
  await button(explorer, "Show earlier ones").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.heads.first()).toHaveText("Section 76");
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "summary", name: "Section 100" });
  await expect(explorer.head("Section 100")).toBeInViewport();
  await page.goBack();
  await expect(explorer.heads.first(), "a step back leaves what is shown").toHaveText("Section 76");
});

test("where all that is new stands before what was there, the focus goes there", async ({ page, openCase }) => {
  const explorer = await open(page, openCase, "#pe=sec_120");
  await button(explorer, "Show more").click();
  await expect(explorer.cards).toHaveCount(PAGE + 5);
  await button(explorer, `Show all ${ALL}`).click();
  await expect(explorer.cards).toHaveCount(ALL);
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "summary", name: "Section 100" });
  await expect(explorer.head("Section 100")).toBeInViewport();
});

test("the matrix has pages, and its rows know their places", async ({ page, openCase }) => {
  const explorer = await open(page, openCase);
  await explorer.showGrid();
  const rows = explorer.host.getByRole("row");
  await expect(rows).toHaveCount(PAGE + 1);
  await expect(explorer.grid).toHaveAttribute("aria-rowcount", `${ALL + 1}`);
  await expect(rows.nth(1)).toHaveAttribute("aria-rowindex", "2");
  await button(explorer, "Show more").click();
  await expect(rows).toHaveCount(2 * PAGE + 1);
  await expect.poll(() => explorer.focus()).toMatchObject({ tag: "button", name: "Section 26" });
  await explorer.turn("affected");
  const group = explorer.host.getByRole("listitem").filter({ hasText: "Commuters" }).first();
  await expect(group.getByRole("button", { name: /^Section/ })).toHaveCount(5);
  await group.getByText(`and ${ALL - 5} more`).click();
  await expect(group.getByRole("button", { name: /^Section/ })).toHaveCount(PAGE);
  await expect(group.getByText(`and ${ALL - PAGE} more`)).toBeVisible();
});

test("paper has the whole list, and the page again after that", async ({ page, openCase }) => {
  const explorer = await open(page, openCase);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(explorer.cards).toHaveCount(ALL);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(explorer.cards).toHaveCount(PAGE);
});

test("on a phone what can be seen of a list answers first, and the rest follows whatever comes between", async ({ page, openCase }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    Object.defineProperty(screen, "width", { value: 390 });
    const frame = requestAnimationFrame.bind(window);
    const timer = setTimeout.bind(window);
    const held = [];
    const stood = [];
    window.requestAnimationFrame = (task) => (window.holding ? held.push(task) : frame(task));
    // What stands in for a frame that doesn't come is held as long; nothing takes either back.
    window.setTimeout = (task, delay, ...more) => (window.holding && delay === 250 ? stood.push(task) : timer(task, delay, ...more));
    window.release = () => {
      for (const task of stood.splice(0)) task();
      held.splice(0).forEach(frame);
    };
  });
  const explorer = await open(page, openCase);
  await expect(explorer.cards).toHaveCount(PAGE);
  await page.evaluate(() => { window.holding = true; });
  await explorer.search.evaluate((it) => it.scrollIntoView());
  await explorer.search.fill("even");
  await expect(explorer.status).toHaveText(`65 of ${ALL} provisions · best match first`);
  expect(await explorer.cards.count()).toBeLessThan(9);
  await expect(explorer.cards.last()).toHaveAttribute("aria-setsize", "65");
  await expect(button(explorer, "Show more")).toHaveCount(0);
  // Nothing is missing from the screen.
  const { y, height } = await explorer.cards.last().boundingBox();
  expect(y + height).toBeGreaterThanOrEqual(844);

  await explorer.cards.first().locator("summary").click();
  await expect(explorer.cards).toHaveCount(PAGE);
  // The list is beneath the screen.
  await page.setViewportSize({ width: 390, height: 200 });
  await explorer.search.evaluate((it) => it.scrollIntoView({ block: "end" }));
  await explorer.search.fill("eve");
  await expect(explorer.cards).toHaveCount(1);
  await page.evaluate(() => { window.holding = false; window.release(); });
  await expect(explorer.cards).toHaveCount(PAGE);
  await expect(button(explorer, "Show more")).toBeVisible();
});
