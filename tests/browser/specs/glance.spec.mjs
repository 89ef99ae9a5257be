// "At a glance": lists where there is little room, a table elsewhere, which is a grid for the keyboard.
import { expect, expectNoSidewaysScroll, settled, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };

const lists = (explorer) => explorer.host.getByRole("heading", { name: word("most_groups") });
const asTable = (explorer) => explorer.host.getByRole("button", { name: word("show_table") });
const asLists = (explorer) => explorer.host.getByRole("button", { name: word("show_lists") });

/** The cell that has the focus: its row and its place in that, without heads of columns and what is opened. */
const place = (explorer) => explorer.host.evaluate(({ shadowRoot }) => {
  const active = shadowRoot.activeElement;
  const cell = active?.closest("tbody > tr > *");
  const rows = [...shadowRoot.querySelectorAll("tbody > tr")].filter((row) => row.querySelector("th"));
  return cell ? [rows.indexOf(cell.parentNode), cell.cellIndex] : active?.localName;
});

/** How many rows and columns there are to walk through, heads of rows included. */
const size = async (explorer) => {
  const rows = await explorer.grid.getByRole("rowheader").count();
  const cells = await explorer.grid.getByRole("row").filter({ has: explorer.page.getByRole("rowheader") }).first().getByRole("gridcell").count();
  return [rows, cells + 1];
};

/** What Tab would come to in the table, besides what a cell has opened. */
const stops = (explorer) => explorer.grid.evaluate((grid) =>
  [...grid.querySelectorAll("a, button, [tabindex]")].filter((it) => it.tabIndex >= 0 && !it.closest("h3")).length);

const press = async (explorer, ...keys) => {
  for (const key of keys) await explorer.page.keyboard.press(key);
};

/** Goes to the table as Tab does. */
const enter = async (explorer) => {
  await explorer.view("matrix").focus();
  for (let left = 6; left > 0; left -= 1) {
    await explorer.page.keyboard.press("Tab");
    if (Array.isArray(await place(explorer))) return;
  }
  throw new Error("Tab does not come to the table");
};

/** What of the active cell is covered by something else, at its middle and near its corners. */
const covered = (explorer) => explorer.host.evaluate(({ shadowRoot }) => {
  const active = shadowRoot.activeElement;
  const { left, right, top, bottom } = active.getBoundingClientRect();
  // A scroll bar that lies over its content is the box's.
  const box = active.closest("table").parentNode;
  const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]];
  return points.flatMap(([x, y]) => {
    const there = shadowRoot.elementFromPoint(x, y);
    return active === there || active.contains(there) || there === box ? [] : [`${active.outerHTML.slice(0, 90)} at ${x},${y} beneath ${there?.outerHTML.slice(0, 60)}`];
  });
});

test("on a phone lists say what affects most, and the table is one tap away and back", async ({ page, story }) => {
  await page.setViewportSize(PHONE);
  const explorer = await story();
  await explorer.turn("matrix");
  await expect(lists(explorer)).toBeVisible();
  await expect(explorer.grid).toHaveCount(0);
  const first = explorer.host.getByRole("listitem").filter({ hasText: "Article 18" }).last();
  await expect(first).toContainText("Liability of legal persons");
  await expect(first).toContainText("3 groups");
  await expect(first).toContainText("Marginalised communities, Online platforms and intermediaries");
  await expect(first).toContainText(`${word("inferred")}: Users of online platforms`);
  await expectNoSidewaysScroll(page, "lists");
  await asTable(explorer).focus();
  await press(explorer, "Enter");
  await expect(explorer.grid).toBeVisible();
  await expect(lists(explorer)).toHaveCount(0);
  expect((await explorer.focus()).name).toBe(word("show_lists"));
  await asLists(explorer).click();
  await expect(explorer.grid).toHaveCount(0);
  const suspects = explorer.host.getByRole("button", { name: "Suspects", exact: true });
  await expect(suspects).toHaveCount(0);
  await explorer.summary(word("and_more", { a: "19" })).click();
  await suspects.click();
  await expect(explorer.summary("I am")).toContainText("a suspect");
});

test("on a wide screen there is the table and no list, and the choice is the explorer's width, not the window's", async ({ page, story, openCase }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  await expect(explorer.grid).toBeVisible();
  await expect(lists(explorer)).toHaveCount(0);
  await expect(asTable(explorer)).toHaveCount(0);
  const narrow = await (await openCase("plain")).arrive();
  await narrow.host.evaluate((it) => it.parentNode.style.setProperty("max-width", "30rem"));
  await narrow.turn("matrix");
  await expect(lists(narrow)).toBeVisible();
  await expect(narrow.grid).toHaveCount(0);
  await page.setViewportSize({ width: 1300, height: 900 });
  await expect(narrow.grid).toHaveCount(0);
});

test("shades keep their meaning when the list is filtered", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  const cell = explorer.grid.getByRole("button", { name: ": Article 28(4), Technology companies’ employees" });
  const shade = () => cell.evaluate((it) => getComputedStyle(it).backgroundColor);
  const three = await shade();
  await expect(cell).toHaveText("3");
  const one = explorer.grid.getByRole("button", { name: ": Article 14, Children" });
  const before = await one.evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(before).not.toBe(three);
  await explorer.search.fill("children");
  await expect(cell).toHaveCount(0);
  expect(await one.evaluate((it) => getComputedStyle(it).backgroundColor)).toBe(before);
});

test("the table is one stop for Tab, and keys walk through it", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  const [rows, columns] = await size(explorer);
  expect(await stops(explorer)).toBe(1);
  await enter(explorer);
  expect(await place(explorer)).toEqual([0, 0]);
  const walk = [
    ["ArrowRight", [0, 1]], ["ArrowRight", [0, 2]], ["ArrowDown", [1, 2]], ["ArrowLeft", [1, 1]], ["ArrowUp", [0, 1]],
    ["ArrowUp", [0, 1]], ["End", [0, columns - 1]], ["ArrowRight", [0, columns - 1]], ["PageDown", [5, columns - 1]],
    ["Home", [5, 0]], ["ArrowLeft", [5, 0]], ["Control+End", [rows - 1, columns - 1]], ["ArrowDown", [rows - 1, columns - 1]],
    ["PageUp", [rows - 6, columns - 1]], ["Control+Home", [0, 0]], ["ArrowDown", [1, 0]],
  ];
  for (const [key, expected] of walk) {
    await press(explorer, key);
    expect(await place(explorer), key).toEqual(expected);
    expect((await explorer.focus()).ring, `${key} shows where it leads`).toBe(true);
    expect(await stops(explorer)).toBe(1);
  }
  // Out of it and back in.
  await press(explorer, "Tab");
  expect(await place(explorer)).not.toEqual([1, 0]);
  expect(Array.isArray(await place(explorer))).toBe(false);
  await press(explorer, "Shift+Tab");
  expect(await place(explorer)).toEqual([1, 0]);
});

test("Enter opens what is behind a cell, Escape closes it, and the focus is on the cell", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  const cell = explorer.grid.getByRole("button", { name: ": Article 28(4), Businesses" });
  await enter(explorer);
  await cell.focus();
  const name = (await explorer.focus()).name;
  const at = await place(explorer);
  await press(explorer, "Enter");
  await expect(cell).toHaveAttribute("aria-expanded", "true");
  expect((await explorer.focus()).name).toBe(name);
  await press(explorer, "Escape");
  await expect(cell).toHaveAttribute("aria-expanded", "false");
  expect(await place(explorer)).toEqual(at);
  // And out of the panel, which is what Tab comes to next.
  await press(explorer, "Enter");
  await expect(cell).toHaveAttribute("aria-expanded", "true");
  await press(explorer, "Tab");
  expect((await explorer.focus()).name).toMatch(/^Article 28\(4\)/);
  await expect(explorer.grid.getByRole("heading", { level: 3 })).toContainText("Businesses");
  await press(explorer, "Escape");
  await expect(cell).toHaveAttribute("aria-expanded", "false");
  expect(await place(explorer)).toEqual(at);
  // Down passes over what is open.
  await press(explorer, "Enter", "ArrowDown");
  expect(await place(explorer)).toEqual([at[0] + 1, at[1]]);
});

test("from right to left the arrows lead where they point", async ({ story }) => {
  const explorer = await story();
  await explorer.host.evaluate((it) => it.setAttribute("lang", "ar"));
  await explorer.host.getByRole("button", { name: word("clear", {}, "ar") }).waitFor({ state: "detached" });
  await explorer.host.locator(".switch button").last().click();
  await explorer.grid.getByRole("rowheader").first().getByRole("button").focus();
  await press(explorer, "ArrowLeft");
  expect(await place(explorer)).toEqual([0, 1]);
  await press(explorer, "ArrowRight");
  expect(await place(explorer)).toEqual([0, 0]);
  await press(explorer, "End");
  const last = await place(explorer);
  await press(explorer, "ArrowLeft");
  expect(await place(explorer)).toEqual(last);
});

for (const [what, viewport, lang] of [
  ["1280 pixels", { width: 1280, height: 900 }], ["390 pixels", PHONE],
  ["390 pixels from right to left", PHONE, "ar"],
]) {
  test(`at ${what} nothing that has the focus lies beneath a head`, async ({ page, story }) => {
    test.slow(); // every cell that can have it
    await page.setViewportSize(viewport);
    const explorer = await story();
    if (lang) await explorer.host.evaluate((it, lang) => it.setAttribute("lang", lang), lang);
    await expect(explorer.host.locator(".explorer")).toHaveAttribute("lang", lang ?? "en");
    await explorer.host.locator(".switch button").last().click();
    const button = explorer.host.getByRole("button", { name: word("show_table", {}, lang) });
    if (await button.isVisible()) await button.click();
    await explorer.grid.getByRole("rowheader").first().getByRole("button").focus();
    const [rows, columns] = await size(explorer);
    const [start, end] = lang ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    const border = [
      ...Array(columns - 1).fill(end), ...Array(rows - 1).fill("ArrowDown"), ...Array(columns - 1).fill(start),
      ...Array(rows - 1).fill("ArrowUp"), "Control+End", ...Array(rows - 1).fill("ArrowUp"), "Control+End", ...Array(columns - 2).fill(start),
    ];
    expect(await covered(explorer)).toEqual([]);
    for (const key of border) {
      await press(explorer, key);
      expect(await covered(explorer), key).toEqual([]);
    }
    // Whatever else can have it, last first.
    const all = await explorer.grid.locator("tbody button").all();
    expect(all.length).toBeGreaterThan(60);
    for (const spot of all.reverse()) {
      await spot.evaluate((it) => it.focus());
      expect(await covered(explorer)).toEqual([]);
    }
  });
}

test("when what had the tab stop is filtered away another cell has it", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  await explorer.grid.getByRole("button", { name: ": Article 41, Suspects" }).focus();
  expect(await stops(explorer)).toBe(1);
  await explorer.search.fill("encryption");
  await expect(explorer.grid.getByRole("rowheader", { name: "Article 41" })).toHaveCount(0);
  expect(await stops(explorer)).toBe(1);
  await explorer.search.fill("");
  await expect(explorer.grid.getByRole("rowheader", { name: "Article 41" })).toHaveCount(1);
  expect(await stops(explorer)).toBe(1);
});

for (const [what, viewport] of [["a wide screen", { width: 1280, height: 900 }], ["a phone", PHONE]]) {
  test(`on ${what} a step back from a provision leads into the panel that named it`, async ({ page, story }) => {
    await page.setViewportSize(viewport);
    const explorer = await story("#pe=art_14");
    await explorer.showGrid();
    const cell = explorer.grid.getByRole("button", { name: ": Article 40, People whose data is shared" });
    await cell.click();
    const link = explorer.grid.getByRole("heading", { level: 3 }).getByRole("button", { name: "Article 40" });
    await link.click();
    await expect(explorer.card("Article 40").getByRole("blockquote").first()).toBeVisible();
    await expect(explorer.grid).toHaveCount(0);
    await page.evaluate(() => history.back());
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
    await settled(page);
    expect(await covered(explorer)).toEqual([]);
  });
}

test("keys that the table answers are none of the page's", async ({ page, openCase }) => {
  const explorer = await (await openCase("page-with-shortcuts")).arrive();
  const pressed = page.locator("#pressed");
  await explorer.showGrid();
  await explorer.grid.getByRole("rowheader").first().getByRole("button").focus();
  await press(explorer, "ArrowRight");
  expect(await place(explorer)).toEqual([0, 1]);
  await expect(pressed).toBeEmpty();
  await press(explorer, "Alt+ArrowRight");
  await explorer.view("matrix").focus();
  await press(explorer, "ArrowRight");
  await expect(pressed).toHaveText("ArrowRightArrowRight");
});

const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";

test("heads of columns are whole with the text spacing of WCAG at 320 pixels", async ({ page, story }) => {
  await page.setViewportSize(NARROW);
  const explorer = await story();
  await explorer.showGrid();
  await explorer.host.evaluate(({ shadowRoot }, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadowRoot.adoptedStyleSheets.push(sheet);
  }, SPACED);
  const cut = await explorer.grid.evaluate((grid) => [...grid.querySelectorAll("thead th")].flatMap((head) => {
    const range = document.createRange();
    range.selectNodeContents(head.querySelector("[aria-hidden]") ?? head);
    const text = range.getBoundingClientRect();
    const box = head.getBoundingClientRect();
    const inside = text.left >= box.left - 1 && text.right <= box.right + 1 && text.top >= box.top - 1 && text.bottom <= box.bottom + 1;
    return inside ? [] : [head.textContent];
  }));
  expect(cut).toEqual([]);
  await expectNoSidewaysScroll(page, "the table with spaced text");
});

for (const lang of ["en", "fr", "ar"]) {
  test(`the four views stand in one row or two by two (${lang})`, async ({ page, story }) => {
    const explorer = await story();
    await explorer.host.evaluate((it, lang) => it.setAttribute("lang", lang), lang);
    await expect(explorer.host.locator(".explorer")).toHaveAttribute("lang", lang);
    for (const width of [320, 360, 390, 430, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const rows = await explorer.host.locator(".switch button").evaluateAll((all) =>
        Object.values(Object.groupBy(all, (it) => Math.round(it.getBoundingClientRect().top))).map((row) => row.length));
      expect([[4], [2, 2]], `${width} pixels: ${rows}`).toContainEqual(rows);
    }
  });
}
