// At every width and in type of every size nothing scrolls sideways, also with words that nobody
// expects, and everything that can be tapped is large enough.
import { readFileSync } from "node:fs";

import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const VIEWS = ["provisions", "affected", "objections", "matrix"];
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

/** Opens the filters, all that is folded at head and foot, and a card with all that unfolds in it. */
const unfoldAll = async (explorer) => {
  await explorer.summary("as of").click();
  await explorer.summary("I am").click();
  await explorer.sources.click();
  for (const fold of ["Sources", word("missing"), "Corrections"]) await explorer.summary(fold).click();
  const card = await explorer.toggle("Article 28(4)");
  for (const names of await card.locator("summary").filter({ hasText: /^(Signed by|Says|What they ask|and \d+ more)/ }).all()) await names.click();
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
    await unfoldAll(explorer);
    await check("an open card, with all that unfolds");
    for (const view of VIEWS.slice(1)) {
      await explorer.turn(view);
      if (view === "objections") await explorer.summary("Human Rights Watch").click();
      if (view === "matrix") {
        await check("lists");
        await (await explorer.showGrid()).getByRole("button", { name: ": Article 28(4), Businesses" }).click();
      }
      await check(view);
    }
    // The table scrolls in its own frame, and its heads stay in sight.
    const table = explorer.grid;
    const frame = table.locator("..");
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

const LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetrieb"; // without a place to break
const ADDRESS = "https://example.org/a/very/long/address/without/a/blank?in=it&that=goes&on=and&on=for&ever=true";
const NAMELESS = "AllianceOfOrganisationsWithoutAnyBlankInTheirNames";
const STACKED = [..."Privacy"].map((it) => it + "\u0316\u0317\u0318\u0319\u0300\u0301\u0302\u0303".repeat(5)).join("");
const HOSTILE = [LONG, ADDRESS, NAMELESS, STACKED];
const SHOWN = new Set([
  "addressee", "citation", "credit", "date_note", "description", "exact", "heading", "label", "line", "locator", "made", "member",
  "name", "note", "publisher", "reason", "short_label", "short_name", "short_title", "summary", "text", "title", "unit_name",
]);

/** A dataset with such words in whatever is shown of it. */
const hostile = (() => {
  let at = 0;
  const change = (value, key) => {
    if (typeof value === "string") return SHOWN.has(key) ? `${HOSTILE[at++ % HOSTILE.length]} ${value}`.slice(0, key === "exact" ? 300 : undefined) : value;
    if (Array.isArray(value)) return value.map((it) => change(it, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, change(it, key)]));
  };
  const bundled = new URL("../../../data/un-cybercrime-convention.json", import.meta.url);
  const { provisions, ...others } = JSON.parse(readFileSync(bundled, "utf8"));
  const changed = change(others);
  // Citations are how a test finds a card, and some cards have no heading.
  changed.provisions = provisions.map(({ citation, heading, heading_origin = "unverified", ...rest }, at) => {
    const head = { heading: `${HOSTILE[at % HOSTILE.length]} ${heading ?? ""}`, heading_origin };
    return { ...change(rest), citation, ...(at % 2 ? head : {}) };
  });
  return JSON.stringify(changed);
})();

/** What reaches beyond its explorer, other than what scrolls or is seen by screen readers alone. */
const expectNothingBeyond = async (explorer, what) => {
  const beyond = await explorer.host.evaluate((host) => {
    const { left, right } = host.getBoundingClientRect();
    const all = [...host.shadowRoot.querySelectorAll(".root *:not(.unseen, .matrix *, svg *)")];
    return all.filter((it) => it.checkVisibility()).flatMap((it) => {
      const box = it.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1 ? [`${it.localName}.${it.className} ${box.left} to ${box.right}`] : [];
    });
  });
  expect(beyond, `nothing reaches beyond the explorer in ${what}`).toEqual([]);
};

for (const width of [320, 390, 768]) {
  for (const type of [16, 24, 32]) {
    test(`hostile words in type of ${type} pixels stay within ${width} pixels in every view`, async ({ page, openCase }) => {
      await page.setViewportSize({ width, height: 800 });
      // The reader's own size, as in the browser's settings; a page's is no matter to us.
      const protocol = await page.context().newCDPSession(page);
      await protocol.send("Page.setFontSizes", { fontSizes: { standard: type, fixed: type } });
      await page.route("**/data/un-cybercrime-convention.law.txt", (route) => route.fulfill({ contentType: "application/json", body: hostile }));
      const explorer = await (await openCase("dark")).arrive();
      const size = await explorer.host.evaluate((it) => getComputedStyle(it.shadowRoot.querySelector(".root")).fontSize);
      expect(size).toBe(`${type}px`);
      const check = async (what) => {
        await expectNoSidewaysScroll(page, what);
        await expectNothingBeyond(explorer, what);
      };
      await unfoldAll(explorer);
      await check("an open card, with all that unfolds");
      for (const view of VIEWS.slice(1)) {
        await explorer.turn(view);
        if (view === "objections") await explorer.host.locator(".organisation summary").first().click();
        if (view === "matrix") {
          await check("lists");
          await (await explorer.showGrid()).locator(".cell[aria-expanded]").first().click();
        }
        await check(view);
      }
    });
  }
}

test("on a card without a heading the sign that it opens stands beside the text", async ({ page, openCase }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await page.route("**/data/un-cybercrime-convention.law.txt", (route) => route.fulfill({ contentType: "application/json", body: hostile }));
  const explorer = await (await openCase("dark")).arrive();
  const overlaps = await explorer.host.evaluate((host) => {
    const all = [...host.shadowRoot.querySelectorAll(".card:not(:has(.heading))")];
    const found = all.filter((card) => {
      const range = document.createRange();
      range.selectNodeContents(card.querySelector(".about .plain"));
      const head = card.querySelector(".card-head").getBoundingClientRect();
      const sign = { left: head.right - 16, top: head.top + 8, bottom: head.bottom };
      return [...range.getClientRects()].some((it) => it.right > sign.left && it.top < sign.bottom && it.bottom > sign.top);
    });
    return { cards: all.length, found: found.length };
  });
  expect(overlaps.cards).toBeGreaterThan(3);
  expect(overlaps.found).toBe(0);
});

/** Letters that the sign of what opens lies over, in cards without a heading. */
const beneathSigns = (explorer) => explorer.host.evaluate((host) => {
  const bare = [...host.shadowRoot.querySelectorAll("article")].filter((it) => !it.querySelector(".heading"));
  const covered = bare.flatMap((card) => {
    const summary = card.querySelector("summary");
    const box = summary.getBoundingClientRect();
    const sign = getComputedStyle(summary, "::after");
    const [top, end, width, height] = ["insetBlockStart", "insetInlineEnd", "inlineSize", "blockSize"].map((it) => Number.parseFloat(sign[it]));
    const left = sign.direction === "rtl" ? box.left + end : box.right - end - width;
    const letters = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const hit = [];
    while (letters.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(letters.currentNode);
      const over = (it) => it.left < left + width && it.right > left && it.top < box.top + top + height && it.bottom > box.top + top;
      if ([...range.getClientRects()].some(over)) hit.push(letters.currentNode.data);
    }
    return hit;
  });
  return { cards: bare.length, covered };
});

for (const lang of ["en", "ar"]) {
  test(`the sign that a card without a heading opens lies over no letter (${lang})`, async ({ page, story }) => {
    const explorer = await story();
    await explorer.host.evaluate((it, lang) => it.setAttribute("lang", lang), lang);
    await expect(explorer.host.locator("section").first()).toHaveAttribute("lang", lang);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { cards, covered } = await beneathSigns(explorer);
      expect(cards).toBeGreaterThan(0);
      expect(covered, `at ${width} px`).toEqual([]);
    }
  });
}
