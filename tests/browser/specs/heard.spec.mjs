// The explorer as a screen reader reads it out, from its beginning to its end.
import { expect, test } from "../fixtures.mjs";
import { expectBearable } from "../transcript.mjs";
import { word } from "../words.mjs";

test("the first stand is bearable to listen to", async ({ page, story }) => {
  await story();
  const heard = await expectBearable(page, "the first stand");
  // Which question is answered comes before the views, and these before the cards.
  const order = [word("affects_me"), word("view_switch"), "Article 28(4)"].map((it) => heard.lastIndexOf(it));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
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
