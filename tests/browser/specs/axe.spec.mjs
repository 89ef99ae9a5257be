// What axe has read without objection isn't read again as long as it is described in the same words. So
// whatever a page can look different by has to be described.
import { expect, test } from "@playwright/test";

import { describe } from "../axe.mjs";

const PAGE = `<!doctype html><html lang="en"><title>t</title><style>
    @media (prefers-contrast: more) { p { color: #000 } }
    @media (prefers-reduced-motion: reduce) { p { transition: none } }
    p { @media (hover: hover) { color: #111 } }
  </style><p>One</p><button>Two</button><input type="checkbox"><input id="text">
  <dialog>Three</dialog><div popover>Four</div>
  <div id="box" style="height: 20px; overflow: auto"><p style="height: 900px">Five</p></div>
  <div class="root"></div><div class="root"></div>`;

/** What a page says of itself after both of its roots got the same sheet, and something else was done. */
const described = async (page, change = () => {}) => {
  await page.setContent(PAGE);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("p { font-size: 1em }");
    for (const host of document.querySelectorAll(".root")) {
      const root = host.attachShadow({ mode: "open" });
      root.innerHTML = "<p>Six</p>";
      root.adoptedStyleSheets.push(sheet);
    }
  });
  await page.evaluate(change);
  return page.evaluate(describe);
};

test("a document that nothing happened to is described in the same words", async ({ page }) => {
  const before = await described(page);
  expect(typeof before).toBe("string");
  expect(await described(page)).toBe(before);
});

const SYSTEM = [
  { contrast: "more" }, { colorScheme: "dark" }, { forcedColors: "active" }, { reducedMotion: "reduce" }, { media: "print" },
];

for (const system of SYSTEM) {
  test(`to axe a page is another with ${JSON.stringify(system)}`, async ({ page }) => {
    const before = await described(page);
    await page.emulateMedia(system);
    expect(await described(page)).not.toBe(before);
  });
}

test("to axe a page is another without a pointer that hovers", async ({ browser, page }) => {
  const before = await described(page);
  const { width, height } = page.viewportSize();
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width, height } });
  const after = await described(await context.newPage());
  await context.close();
  // The window's own line aside: a phone's page may be wider than its window.
  expect(after.slice(after.indexOf("\n"))).not.toBe(before.slice(before.indexOf("\n")));
});

const CHANGES = {
  "where one root has lost its sheet": () => { document.querySelector(".root").shadowRoot.adoptedStyleSheets = []; },
  "with another rule in a sheet": () => document.styleSheets[0].insertRule("p { color: #ddd }"),
  "where a sheet is disabled": () => { document.styleSheets[0].disabled = true; },
  "where a dialog is open and not modal": () => document.querySelector("dialog").show(),
  "where a dialog is modal": () => document.querySelector("dialog").showModal(),
  "with an open popover": () => document.querySelector("[popover]").showPopover(),
  "with a box ticked": () => { document.querySelector("[type=checkbox]").checked = true; },
  "with a box neither ticked nor not": () => { document.querySelector("[type=checkbox]").indeterminate = true; },
  "with a word typed": () => { document.querySelector("#text").value = "word"; },
  "with the focus elsewhere": () => document.querySelector("button").focus(),
  "with a part scrolled": () => { document.querySelector("#box").scrollTop = 100; },
};

for (const [what, change] of Object.entries(CHANGES)) {
  test(`to axe a page is another ${what}`, async ({ page }) => {
    const others = [await described(page)];
    if (what.endsWith("is modal")) others.push(await described(page, CHANGES["where a dialog is open and not modal"]));
    expect(others).not.toContain(await described(page, change));
  });
}
