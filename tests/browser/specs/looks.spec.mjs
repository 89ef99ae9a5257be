// Light, dark, forced colours, reduced motion. axe measures contrast in every view of each.
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const VIEWS = ["affected", "objections", "matrix"];

const colours = (explorer) => explorer.host.getByRole("heading", { level: 2 }).evaluate((it) => {
  const root = it.getRootNode().querySelector("[part=root]");
  return { ink: getComputedStyle(it).color, paper: getComputedStyle(root).backgroundColor };
});
const lightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;

const expectContrast = (page, what) => expectAccessible(page, what, { rules: ["color-contrast"] });

/** Contrast in every view, with something open in each. */
const expectContrastInEveryView = async (page, explorer, what) => {
  await explorer.summary("I am").click();
  await expectContrast(page, `provisions, ${what}`);
  await explorer.summary("I am").click();
  for (const view of VIEWS) {
    await explorer.turn(view);
    if (view === "objections") await explorer.summary("Access Now").click();
    if (view === "matrix") await (await explorer.showGrid()).getByRole("button", { name: ": Article 28(4), Businesses" }).click();
    if (view !== VIEWS.at(-1)) await expectContrast(page, `${view}, ${what}`); // the last is the final state
  }
};

test("every view has contrast on a light page", async ({ page, story }) => {
  const explorer = await story("#pe=art_28__para_4");
  const { ink, paper } = await colours(explorer);
  expect(lightness(paper)).toBeGreaterThan(lightness(ink));
  await expectContrastInEveryView(page, explorer, "light");
});

test("every view has contrast on a dark page", async ({ page, openCase }) => {
  const explorer = await (await openCase("dark")).arrive();
  const { ink, paper } = await colours(explorer);
  expect(lightness(paper)).toBeLessThan(lightness(ink));
  await expectContrastInEveryView(page, explorer, "dark");
});

test("what a search marks has contrast, light and dark", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await explorer.search.fill("lantern");
  await expect(explorer.host.getByRole("mark").first()).toBeVisible();
  await expectContrast(page, "marks, light");
  await explorer.host.evaluate((it) => it.setAttribute("theme", "dark"));
  await expect.poll(async () => lightness((await colours(explorer)).paper)).toBeLessThan(90);
});

test.describe("where the reader's system is dark", () => {
  test.use({ system: { colorScheme: "dark" } });

  test("the theme follows the page, not the system, unless the attribute says otherwise", async ({ page, openCase }) => {
    const explorer = await (await openCase("light")).arrive();
    const paper = async () => lightness((await colours(explorer)).paper);
    expect(await paper()).toBeGreaterThan(200); // a page that is light stays light
    const theme = (value) => explorer.host.evaluate((it, value) => it.setAttribute("theme", value), value);
    await theme("dark");
    await expect.poll(paper).toBeLessThan(90);
    await expectContrast(page, "dark by attribute");
    await theme("auto");
    await expect.poll(paper).toBeGreaterThan(200);
    await theme("light");
    await expect.poll(paper).toBeGreaterThan(200);
  });

  test("a story that follows the system is dark, and so is its explorer", async ({ story }) => {
    const explorer = await story("#pe=art_28__para_4");
    expect(lightness((await colours(explorer)).paper)).toBeLessThan(90);
  });
});

test.describe("where the reader's system has colours of its own", () => {
  test.use({ system: { forcedColors: "active" } });

  test("in forced colours stated and inferred, the current view, the focus and the matrix can still be told apart", async ({ page, story }) => {
    const explorer = await story("#pe=art_28__para_4");
    const border = (basis) => explorer.card("Article 28(4)").getByRole("listitem").filter({ hasText: basis }).first()
      .evaluate((it) => getComputedStyle(it).borderInlineStartStyle);
    expect([await border("named in the source"), await border("our reading")]).toEqual(["solid", "dashed"]);
    const current = explorer.view("provisions");
    const other = explorer.view("matrix");
    const weight = (it) => it.evaluate((button) => getComputedStyle(button).fontWeight);
    expect(await weight(current)).not.toBe(await weight(other));
    const marked = (it) => it.evaluate((button) => Number.parseFloat(getComputedStyle(button).borderBlockEndWidth) > 0);
    expect([await marked(current), await marked(other)]).toEqual([true, false]);
    await explorer.search.focus();
    expect(await explorer.search.evaluate((it) => getComputedStyle(it).outlineStyle)).not.toBe("none");
    await explorer.showGrid();
    const cell = explorer.host.getByRole("button", { name: /\d+ concerns?: / }).first();
    expect(await cell.evaluate((it) => getComputedStyle(it).borderTopStyle)).not.toBe("none");
    const line = (it) => it.evaluate((td) => Number.parseFloat(getComputedStyle(td).borderTopWidth));
    // Another chapter begins with the second row, and none with the third.
    const rows = explorer.grid.getByRole("row").filter({ has: page.getByRole("rowheader") });
    const [chapter, none] = [await line(rows.nth(1).getByRole("gridcell").first()), await line(rows.nth(2).getByRole("gridcell").first())];
    expect(none).toBeGreaterThan(0);
    expect(chapter).toBeGreaterThan(none);
    const edge = (basis) => explorer.grid.getByRole("button", { name: new RegExp(`${basis}$`) }).first()
      .evaluate((it) => getComputedStyle(it).borderTopStyle);
    expect([await edge(word("stated")), await edge(word("inferred"))]).toEqual(["solid", "dashed"]);
    await cell.focus();
    await page.keyboard.press("Tab"); // a ring is for keys
    expect((await explorer.focus()).ring).toBe(true);
  });
});

test.describe("where the reader asks for more contrast", () => {
  test.use({ system: { contrast: "more" } });

  test("nothing is set in a softer ink, and lines are as dark as letters", async ({ story }) => {
    const explorer = await story();
    const colour = (selector, property) =>
      explorer.host.locator(selector).first().evaluate((it, name) => getComputedStyle(it)[name], property);
    const ink = await colour(".card-title", "color");
    expect(await colour(".numbers", "color")).toBe(ink);
    expect(await colour(".card", "borderTopColor")).toBe(ink);
  });
});

test.describe("where the reader wants nothing to move", () => {
  test.use({ system: { reducedMotion: "reduce" } });

  test("under reduced motion nothing moves by itself", async ({ story }) => {
    const explorer = await story();
    const moving = () => explorer.host.evaluate((it) =>
      it.shadowRoot.getAnimations().filter((animation) => animation.playState === "running").length);
    await explorer.head("Article 28(4)").click();
    expect(await moving()).toBe(0);
    await explorer.turn("matrix");
    expect(await moving()).toBe(0);
    const smooth = await explorer.host.evaluate((it) =>
      [it, ...it.shadowRoot.querySelectorAll("*")].filter((node) => getComputedStyle(node).scrollBehavior === "smooth").length);
    expect(smooth).toBe(0);
  });
});

test("where a browser darkens a light page by itself, the signs that something opens are seen", async ({ page, context, openCase }) => {
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setAutoDarkModeOverride", { enabled: true });
  const explorer = await (await openCase("plain")).arrive();
  const head = explorer.card("Article 1").locator("summary").first();
  await head.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await head.boundingBox();
  const png = await page.screenshot({ clip: { x: x + width - 20, y, width: 20, height } });
  const shades = await page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height }).getContext("2d");
    canvas.drawImage(picture, 0, 4, picture.width, picture.height - 4, 0, 0, picture.width, picture.height - 4);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height - 4);
    return Array.from({ length: data.length / 4 }, (_, at) => (data[4 * at] + data[4 * at + 1] + data[4 * at + 2]) / 3);
  }, [...png]);
  expect(Math.min(...shades), "the page is darkened").toBeLessThan(60);
  expect(Math.max(...shades), "the sign is light").toBeGreaterThan(140);
});
