// The bar while the explorer fills the screen, and the way past it.
import { data } from "../dataset.mjs";
import { Explorer } from "../explorer.mjs";
import { expect, settled, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const PHONE = { width: 390, height: 844 };

const button = (explorer, field, lang) =>
  explorer.host.getByRole("button", { name: word(field, {}, lang), exact: true }).and(explorer.host.locator(".at-hand button, .skip button"));
const change = (explorer, lang) => button(explorer, "change", lang);

/** Scrolls so that the explorer fills the screen, and waits for the bar. */
const fill = async (page, explorer, lang) => {
  await explorer.cards.nth(9).evaluate((it) => it.scrollIntoView());
  await expect(change(explorer, lang)).toBeVisible();
};

/** Where the bar stands on the screen. */
const place = (explorer, lang) => change(explorer, lang).evaluate((it) => {
  const { top, bottom, left, right } = it.closest(".at-hand > div").getBoundingClientRect();
  return { top, height: bottom - top, left, right };
});

/** What lies upon the middle of what has the focus, where anything does. */
const covering = (page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const [box] = active.getClientRects();
  const root = active.getRootNode();
  const at = [box.left + Math.min(box.width / 2, 20), Math.max(box.top, 0) + 3];
  const there = root.elementFromPoint(...at);
  const own = !there || active.contains(there) || there.contains(active) || active.closest(".at-hand, .skip");
  return own ? "" : `${active.localName} “${active.innerText?.slice(0, 40)}” is covered by ${there.className}`;
});

for (const [what, size] of [["a phone", PHONE], ["a desktop", { width: 1280, height: 800 }], ["320 pixels", { width: 320, height: 640 }]]) {
  test.describe(`on ${what}`, () => {
    test.use({ viewport: size });

    test("the bar is there while the explorer fills the screen and neither before nor after, and moves nothing", async ({ page, story }) => {
      const explorer = await story();
      await page.evaluate(() => scrollTo(0, 0));
      await expect(change(explorer)).toBeHidden();
      const height = await explorer.host.evaluate((it) => it.offsetHeight);
      await fill(page, explorer);
      const { top, height: tall, left, right } = await place(explorer);
      expect(top).toBeCloseTo(0, 0);
      expect(tall).toBeGreaterThanOrEqual(44);
      expect(tall).toBeLessThan(50);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(size.width);
      expect(await explorer.host.evaluate((it) => it.offsetHeight)).toBe(height);
      await explorer.host.getByRole("button", { name: word("print"), exact: true }).scrollIntoViewIfNeeded();
      await expect(change(explorer)).toBeHidden();
      // From its end straight to its middle, and from there straight to the story's beginning.
      await fill(page, explorer);
      await page.evaluate(() => scrollTo(0, 0));
      await expect(change(explorer)).toBeHidden();
    });

    test("nothing that has the focus lies beneath the bar, in either direction", async ({ page, story }) => {
      const explorer = await story("#pe=art_28__para_4");
      await fill(page, explorer);
      const covered = [];
      for (const key of ["Shift+Tab", "Tab"]) {
        await explorer.cards.nth(14).locator("summary").first().focus();
        for (let step = 0; step < 25; step += 1) {
          await page.keyboard.press(key);
          await settled(page);
          const found = await covering(page);
          if (found) covered.push(found);
        }
      }
      expect(covered).toEqual([]);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("it says what is read, chosen and matches; leads to the choice, closes the card and shows everything", async ({ page, story }) => {
    const explorer = await story();
    await explorer.host.getByRole("button", { name: /^a whistleblower\b/i }).first().click();
    await expect(explorer.cards).not.toHaveCount(data.provisions.length);
    const open = explorer.host.locator(".card details[open]");
    const bar = explorer.host.locator(".at-hand p");
    while (await open.count() > 1) await open.last().locator("summary").first().click();
    const citation = (await open.first().locator(".cite").innerText()).trim();
    await open.first().evaluate((it) => scrollTo(0, it.getBoundingClientRect().bottom + scrollY - innerHeight - 200));
    await expect(change(explorer)).toBeVisible();
    const [shown, { height }] = [await explorer.cards.count(), await place(explorer)];
    await expect(bar).toContainText(citation);
    await expect(bar).toContainText("whistleblower");
    await expect(bar).toContainText(`${shown} of ${data.provisions.length}`);
    await button(explorer, "close").click();
    await expect(explorer.head(citation)).toBeInViewport();
    expect((await explorer.head(citation).boundingBox()).y).toBeGreaterThanOrEqual(height);
    await expect(open).toHaveCount(0);
    expect((await explorer.focus()).name).toContain(citation);
    await expect(bar).not.toContainText(citation);
    await explorer.host.locator(".count").getByRole("button", { name: word("clear") }).click();
    await explorer.search.fill("state");
    await expect(explorer.cards).not.toHaveCount(data.provisions.length);
    await fill(page, explorer);
    await expect(bar).toContainText("state");
    await button(explorer, "clear").click();
    await expect(explorer.cards).toHaveCount(data.provisions.length);
    await fill(page, explorer);
    await change(explorer).click();
    await expect(explorer.summary("I am")).toBeInViewport();
    expect((await explorer.focus()).name).toMatch(/^I am/);
  });

  test("what it leads back to is the story behind the explorer, for eyes and for keys", async ({ page, story }) => {
    const explorer = await story();
    await fill(page, explorer);
    await button(explorer, "to_story").click();
    await expect.poll(() => explorer.host.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThan(PHONE.height);
    await expect(explorer.host.getByText(word("end"))).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await behind(page)).toBe(true);
  });
});

/** Whether the focus is on what stands behind the explorer or its frame. */
const behind = (page) => page.evaluate(() => {
  const host = document.querySelector("provision-explorer, iframe");
  const active = document.activeElement;
  return active !== host && Boolean(host.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING);
});

/** Puts a link before and behind what is to be skipped, and the focus on the first. */
const between = (page) => page.evaluate(() => {
  const host = document.querySelector("provision-explorer, iframe");
  const [before, after] = ["before", "after"].map((text) => Object.assign(document.createElement("a"), { href: "#x", text }));
  host.before(before);
  host.after(after);
  before.focus();
});

test("the first that a keyboard comes to leads past the explorer, and is seen while it has the focus", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  await between(page);
  await expect(button(explorer, "skip")).not.toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button(explorer, "skip")).toBeFocused();
  await expect(button(explorer, "skip")).toBeInViewport();
  expect((await explorer.focus()).ring).toBe(true);
  await page.keyboard.press("Enter");
  await expect(explorer.host.getByText(word("end"))).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.text)).toBe("after");
});

test("in a frame the way past leads out of it, and no bar stands where it could not stay in sight", async ({ page, openCase }) => {
  await openCase("frame");
  const frame = page.frameLocator("iframe");
  const explorer = new Explorer(page, frame.locator("provision-explorer"));
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.offsetHeight)).toBeGreaterThan(600);
  await between(page);
  await page.keyboard.press("Tab");
  await expect(button(explorer, "skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(explorer.host.getByText(word("end"))).toBeFocused();
  await page.keyboard.press("Tab");
  await expect.poll(() => behind(page)).toBe(true);
  await explorer.cards.nth(1).evaluate((it) => it.scrollIntoView());
  await settled(page);
  await expect(change(explorer)).toBeHidden();
});

test("where an ancestor clips or moves what is in it, the story stands as it does without the bar", async ({ page, story }) => {
  const explorer = await story();
  await explorer.host.evaluate((it) => {
    it.parentElement.style.overflow = "hidden";
    it.parentElement.style.transform = "translateZ(0)";
  });
  const height = await explorer.host.evaluate((it) => it.offsetHeight);
  await explorer.cards.nth(9).evaluate((it) => it.scrollIntoView());
  await settled(page);
  expect(await explorer.host.evaluate((it) => it.offsetHeight)).toBe(height);
});

test.describe("in Arabic, with the reader's own large text, in forced colours", () => {
  test.use({ viewport: { width: 320, height: 640 }, system: { forcedColors: "active" } });

  test("the bar keeps within the screen, and nothing in it is cut but what is chosen", async ({ page, openCase }) => {
    const explorer = await openCase("plain");
    await page.evaluate(() => { document.documentElement.style.fontSize = "32px"; });
    await explorer.host.evaluate((it) => {
      it.setAttribute("lang", "ar");
      it.removeAttribute("dataset");
    });
    await explorer.arrive();
    await fill(page, explorer, "ar");
    for (const field of ["change", "to_story"]) {
      const box = await button(explorer, field, "ar").boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
      expect(box.height).toBeGreaterThanOrEqual(44);
    }
    const cut = await change(explorer, "ar").evaluate((it) => it.scrollWidth > it.clientWidth);
    expect(cut).toBe(false);
  });
});

test("on paper there is neither bar nor way past", async ({ page, story }) => {
  const explorer = await story();
  await fill(page, explorer);
  await page.emulateMedia({ media: "print" });
  await expect(change(explorer)).toBeHidden();
  await expect(button(explorer, "skip")).toBeHidden();
  await page.emulateMedia({ media: null });
});
