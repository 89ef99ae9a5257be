// The explorer as a screen reader reads it out, from its beginning to its end.
import { expect, test } from "../fixtures.mjs";
import { expectBearable, listen } from "../transcript.mjs";
import { word } from "../words.mjs";

test("the first stand is bearable to listen to", async ({ page, story }) => {
  await story();
  const heard = await expectBearable(page, "the first stand");
  // Which question is answered comes before the views, and these before the cards.
  const order = [word("affects_me"), word("view_switch"), "Article 28(4)"].map((it) => heard.lastIndexOf(it));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(heard).toContain("as of 27 October 2025 may be out of date");
});

test("an open card is bearable to listen to", async ({ page, story }) => {
  const explorer = await story();
  await explorer.toggle("Article 24");
  await expectBearable(page, "an open card");
});

test("the answer to a choice is bearable to listen to", async ({ page, story }) => {
  const explorer = await story();
  await explorer.host.getByRole("button", { name: /^a whistleblower/ }).click();
  const heard = await expectBearable(page, "a choice");
  expect(heard).toMatch(/Whistleblowers\s+:\s+5 concerns/);
});

for (const view of ["affected", "objections", "matrix"]) {
  test(`the view ${view} is bearable to listen to`, async ({ page, story }) => {
    const explorer = await story();
    await explorer.turn(view);
    await expectBearable(page, view);
  });
}

test("what is said thrice, has no name or no role is found", async ({ page, story }) => {
  const explorer = await story();
  const put = (pieces) => explorer.host.evaluate((it, pieces) => {
    const foot = it.shadowRoot.querySelector(".foot");
    foot.querySelector(".seeded")?.remove();
    const seeded = foot.appendChild(document.createElement("div"));
    seeded.className = "seeded";
    for (const [name, text, attributes = {}] of pieces) {
      const piece = seeded.appendChild(document.createElement(name));
      piece.textContent = text;
      for (const [name, value] of Object.entries(attributes)) piece.setAttribute(name, value);
    }
  }, pieces);
  const none = { thrice: [], nameless: [], unspoken: [] };
  const twice = [["p", "Twice"], ["p", "Twice"]];
  const cases = [
    [[...twice, ["button", "Go"], ["p", "Twice"]], none],
    [[["p", "Thrice"], ["p", "Thrice"], ["p", "Thrice"]], { ...none, thrice: ["Thrice"] }],
    [[["button", ""]], { ...none, nameless: ["button: "] }],
    [[["a", "", { "href": "#x" }]], { ...none, nameless: ["link: "] }],
    [[["div", "Operate me", { tabindex: "0" }]], { ...none, unspoken: ["generic: "] }],
    [[["div", "A script leads here", { tabindex: "-1" }]], none],
    [[], none],
  ];
  for (const [pieces, expected] of cases) {
    await put(pieces);
    const { faults } = await listen(page);
    const found = Object.entries(faults).map(([kind, lines]) => [kind, lines.map((it) => it.trimStart())]);
    expect.soft(Object.fromEntries(found), JSON.stringify(pieces)).toEqual(expected);
  }
});
