// At every width nothing scrolls sideways and everything that can be tapped is large enough.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures.mjs";

const VIEWS = ["Provisions", "Affected", "Objections", "Matrix"];
const LEAST = 24;

/** What can be tapped and is smaller than a fingertip; a checkbox is as large as its label. */
const expectLargeEnough = async (explorer, what) => {
  const small = await explorer.host.evaluate((host, least) => {
    const all = host.shadowRoot.querySelectorAll("button, a[href], summary, input, textarea, [tabindex='0']");
    const seen = [...all].filter((it) => it.checkVisibility());
    return seen.flatMap((it) => {
      const { width, height } = (it.labels?.[0] ?? it).getBoundingClientRect();
      const name = (it.getAttribute("aria-label") ?? it.innerText).replace(/\s+/g, " ").slice(0, 50);
      // A hair's breadth is the browser's rounding.
      return width + 0.1 < least || height + 0.1 < least ? [`${it.localName} “${name}” ${width}×${height}`] : [];
    });
  }, LEAST);
  expect(small, `targets smaller than ${LEAST} px in ${what}`).toEqual([]);
};

const SIZES = [
  { name: "at 320 px", width: 320, height: 640 },
  { name: "at 768 px", width: 768, height: 1024 },
  { name: "at 1280 px", width: 1280, height: 900 },
  { name: "at 400 % zoom", width: 320, height: 256 },
];

for (const { name, width, height } of SIZES) {
  test(`${name} every view fits, and every target can be hit`, async ({ page, story }) => {
    await page.setViewportSize({ width, height });
    const explorer = await story();
    const check = async (what) => {
      await expectNoSidewaysScroll(page, what);
      await expectLargeEnough(explorer, what);
    };
    await explorer.summary("as of").click();
    await explorer.summary("I am").click();
    await explorer.summary("Raised by").click();
    for (const fold of ["Sources", "What is missing here", "Corrections"]) await explorer.summary(fold).click();
    const card = await explorer.toggle("Article 28(4)");
    for (const names of await card.locator("summary").filter({ hasText: /^(Signed by|Names|What is asked)/ }).all()) await names.click();
    await check("an open card, with all that unfolds");
    for (const view of VIEWS.slice(1)) {
      await explorer.turn(view);
      if (view === "Objections") await explorer.summary("Human Rights Watch").click();
      if (view === "Matrix") await explorer.host.getByRole("button", { name: ": Article 28(4), Businesses" }).click();
      await check(view);
    }
    // The table scrolls in its own frame, and its heads stay in sight.
    const table = explorer.host.getByRole("table");
    const frame = explorer.host.getByRole("region", { name: /^Concerns by provision/ });
    await frame.evaluate((it) => it.scrollTo({ left: 1e6, top: 200 }));
    const [box, around] = [await table.getByRole("rowheader", { name: "Article 28(4)" }).boundingBox(), await frame.boundingBox()];
    expect(Math.round(box.x)).toBeGreaterThanOrEqual(Math.round(around.x));
    expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
    const head = await table.getByRole("columnheader").last().boundingBox();
    expect(Math.round(head.y)).toBeGreaterThanOrEqual(Math.round(around.y));
    expect(Math.round(head.y)).toBeLessThan(Math.round(around.y + around.height));
    await frame.evaluate((it) => it.scrollTo(0, 0)); // half a cell beneath a head is no target
  });
}

test("on a phone the reader's steps are the same, and the page stays where the thumb left it", async ({ page, story }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const explorer = await story();
  await explorer.summary("I am").click();
  await explorer.lens("Children").check();
  await expect(explorer.cards).toHaveCount(2);
  await explorer.summary("I am").click();
  const head = explorer.head("Article 14(4)");
  await head.scrollIntoViewIfNeeded();
  const before = (await head.boundingBox()).y;
  await head.click();
  await expect(explorer.card("Article 14(4)").getByRole("blockquote").first()).toBeVisible();
  expect((await head.boundingBox()).y).toBeCloseTo(before, 0);
  await expectAccessible(page, "a card on a phone");
});
