// The same journey with the keyboard alone. At each step the focus is on something, it can be seen,
// and it is in sight.
// cspell:words edri
import { bearingOn, data, parties } from "../dataset.mjs";
import { Explorer, beginning, exactly } from "../explorer.mjs";
import { expect, test } from "../fixtures.mjs";
import { viewName, word } from "../words.mjs";

/** Presses Tab until the focus is on what is looked for, and looks at every step on the way. */
const tabTo = async (explorer, name, { key = "Tab", most = 120 } = {}) => {
  const seen = [];
  for (let step = 0; step < most; step += 1) {
    await explorer.page.keyboard.press(key);
    const focus = await explorer.focus();
    seen.push(focus.name.slice(0, 40));
    expect(focus.tag, `focus is lost after ${seen.slice(-3).join(" → ")}`).not.toBe("body");
    expect(focus.ring, `“${focus.name.slice(0, 60)}” (${focus.tag}) shows that it has the focus`).toBe(true);
    expect(focus.inSight, `“${focus.name.slice(0, 60)}” (${focus.tag}) is in sight`).toBe(true);
    if (name.test(focus.name)) return focus;
  }
  throw new Error(`nothing called ${name} among ${seen.join(" → ")}`);
};

/** The focus stands on something of ours, with a name. */
const expectFocus = async (explorer, name) => {
  await expect(async () => {
    const focus = await explorer.focus();
    expect(focus.tag, "focus is not lost to the page").not.toBe("body");
    expect(focus.name).toMatch(name);
  }).toPass({ timeout: 3_000 });
};

test("the lens is chosen and undone with the keyboard alone, and the focus is never lost", async ({ page, story }) => {
  const explorer = await story();
  await tabTo(explorer, /^Article 28\(4\)$/); // the mention in the story
  await tabTo(explorer, /^I am/);
  await page.keyboard.press("Enter");
  await tabTo(explorer, /^Journalists\b/);
  await page.keyboard.press("Space");
  await expect(explorer.lens("Journalists")).toBeChecked();
  await expect(explorer.cards).toHaveCount(bearingOn("journalists").length);
  await expectFocus(explorer, /^Journalists\b/);
  await tabTo(explorer, exactly(word("clear")));
  await page.keyboard.press("Enter");
  await expect(explorer.cards).toHaveCount(data.provisions.length);
  await expectFocus(explorer, /./);
});

test("a card is opened, read, followed and closed with the keyboard alone", async ({ page, story }) => {
  const explorer = await story();
  await explorer.search.focus();
  await page.keyboard.type("28.4");
  await expect(explorer.cards).toHaveCount(1);
  await expectFocus(explorer, /^Search/);
  await tabTo(explorer, /^Article 28\(4\)/);
  await page.keyboard.press("Enter");
  const card = explorer.card("Article 28(4)");
  await expect(card.getByRole("blockquote").first()).toBeVisible();
  await expectFocus(explorer, /^Article 28\(4\)/);
  await tabTo(explorer, new RegExp(`^Signed by ${parties("edri-joint-letter-2024-10-21", "signed").length}`));
  await page.keyboard.press("Space");
  await expect(card.getByText("Human Rights Watch").first()).toBeVisible();
  await tabTo(explorer, /^Joint civil society letter: /);
  await tabTo(explorer, /^Copy citation$/);
  await tabTo(explorer, /^Article 28\(4\)/, { key: "Shift+Tab" });
  await page.keyboard.press("Space");
  await expect(card.getByRole("blockquote")).toHaveCount(0);
  await expectFocus(explorer, /^Article 28\(4\)/);
});

test("following a link to a provision moves the focus to its head", async ({ page, story }) => {
  const explorer = await story("#pe=art_28__para_4");
  const card = explorer.card("Article 28(4)");
  await card.getByRole("button", { name: "Next: Article 14(4)" }).focus();
  await page.keyboard.press("Enter");
  await expectFocus(explorer, /^Article 14\(4\)/);
  await expect(explorer.head("Article 14(4)")).toBeInViewport();
  await tabTo(explorer, /^Article 14$/);
  await page.keyboard.press("Space");
  await expectFocus(explorer, /^Article 14\s/);
  await tabTo(explorer, /^Article 14\(4\)/);
  await page.keyboard.press("Enter");
  await expectFocus(explorer, /^Article 14\(4\)/);
});

test("objections are looked up with the keyboard alone", async ({ page, story }) => {
  const explorer = await story();
  await explorer.search.focus();
  await tabTo(explorer, exactly(viewName("objections")));
  await page.keyboard.press("Enter");
  await expect(explorer.host.getByRole("heading", { name: beginning(word("who_otherwise")) })).toBeVisible();
  await expectFocus(explorer, exactly(viewName("objections")));
  await tabTo(explorer, /^Search/, { key: "Shift+Tab" });
  await page.keyboard.type("access now");
  await expect(explorer.status).toContainText("1 organisation");
  await tabTo(explorer, /^Access Now/);
  await page.keyboard.press("Enter");
  await tabTo(explorer, /^and \d+ more$/);
  await page.keyboard.press("Enter");
  await tabTo(explorer, /^Article 47$/);
  await page.keyboard.press("Enter");
  await expectFocus(explorer, /^Article 47/);
  await expect(explorer.card("Article 47").getByRole("blockquote").first()).toBeVisible();
});

test("“see the law as one of them” takes the focus along", async ({ page, story }) => {
  const explorer = await story();
  await explorer.turn("affected");
  await explorer.host.getByRole("button", { name: new RegExp(`^${word("look_as")} ?: Suspects$`) }).focus();
  await page.keyboard.press("Enter");
  await expect(explorer.cards).toHaveCount(bearingOn("suspects").length);
  await expectFocus(explorer, /./);
});

test("Tab leads through the explorer and out of it, and back in again", async ({ page, openCase }) => {
  await openCase("two-explorers");
  const bill = await new Explorer(page, page.locator("#bill")).arrive();
  await new Explorer(page, page.locator("#charter")).arrive();
  await bill.host.getByRole("button", { name: "Print" }).focus();
  await tabTo(bill, exactly(word("skip")), { most: 1 }); // of the next explorer
  await tabTo(bill, exactly(word("affects_me")), { most: 1 }); // the way that its head has
  await tabTo(bill, exactly(word("skip")), { key: "Shift+Tab", most: 1 });
  await tabTo(bill, /^Print$/, { key: "Shift+Tab", most: 1 });
  await tabTo(bill, /^In committee/, { key: "Shift+Tab" });
});

test("what is typed into the search field sets off none of the page's own shortcuts", async ({ page, openCase }) => {
  const explorer = await (await openCase("page-with-shortcuts")).arrive();
  const pressed = page.locator("#pressed");
  await explorer.search.click();
  await page.keyboard.type("jks");
  await expect(explorer.search).toHaveValue("jks");
  await expect(explorer.status).toHaveText(/^0\b/);
  await expect(pressed).toBeEmpty();
  // Anywhere else the page keeps its keys.
  await explorer.view("matrix").focus();
  await page.keyboard.press("k");
  await expect(pressed).toHaveText("k");
});
