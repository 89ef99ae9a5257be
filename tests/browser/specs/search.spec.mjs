// What a search says of what it found, and where a tap on it leads.
// Misspelt on purpose: cspell:ignore encyption xyzzy
import { expect, test } from "../fixtures.mjs";
import { beginning } from "../explorer.mjs";
import { valued, word } from "../words.mjs";

test("a result says whose words it was found in, and its card opens at them", async ({ story }) => {
  const explorer = await story();
  await explorer.search.fill("selfies");
  const card = explorer.card("Article 14(4)");
  const [first, again] = await card.getByRole("button").all();
  await expect(first).toContainText("Cybersecurity Tech Accord press release");
  await expect(first.getByRole("mark")).toHaveText("selfies");
  await expect(again.getByRole("mark")).toHaveText("selfies");

  await explorer.head("Article 14(4)").click();
  const words = card.getByRole("blockquote").getByRole("mark").filter({ visible: true });
  await expect(words.first()).toBeInViewport();
  const focused = () => explorer.page.evaluate(() => {
    const { activeElement } = document.querySelector("provision-explorer").shadowRoot;
    return { quoted: Boolean(activeElement?.closest("blockquote")), text: activeElement?.textContent };
  });
  expect(await focused()).toEqual({ quoted: true, text: expect.stringContaining("selfies") });

  // By a further place, from the open card.
  const other = await again.innerText();
  await again.click();
  const { text } = await focused();
  expect(text).toContain("selfies");
  expect(other.replace(/\s+/g, " ")).toContain(text.match(/\S+ selfies/)[0]);
  await explorer.head("Article 14(4)").click();
  await expect(card.getByRole("blockquote")).toHaveCount(0);
});

test("an organisation's name finds it above the provisions, with its part, and leads to it", async ({ story }) => {
  const explorer = await story();
  await explorer.search.fill("HRW");
  await expect(explorer.cards).toHaveCount(0);
  await expect(explorer.status).toContainText("1 organisation");
  const found = explorer.host.getByRole("listitem").filter({ hasText: "Human Rights Watch (HRW)" });
  await expect(found).toContainText(`${valued("roles", "Signed")}: Joint civil society letter`);
  await expect(found).toContainText(valued("stances", "Reject"));
  // No provision has the name, which is no answer to who that is.
  await expect(explorer.status).not.toContainText("provisions");
  await expect(found).toContainText(word("signed_whole"));
  await found.getByRole("button", { name: "Human Rights Watch" }).click();
  await expect(explorer.view("objections")).toHaveAttribute("aria-current", "true");
  await expect(explorer.row("Human Rights Watch")).toBeInViewport();
  expect((await explorer.focus()).name).toMatch(/^Human Rights Watch/);
});

test("what was meant is found and said, and what is nearest is offered where nothing is", async ({ story }) => {
  const explorer = await story();
  await explorer.search.fill("encyption");
  await expect(explorer.status).toContainText(word("instead", { a: "encyption", b: "encryption" }));
  await expect(explorer.host.getByRole("mark").first()).toHaveText("encryption");

  await explorer.search.fill("spyware xyzzy");
  await expect(explorer.host.getByText(word("empty_query", { a: "spyware xyzzy" }))).toBeVisible();
  await explorer.host.getByRole("button", { name: "spyware", exact: true }).click();
  await expect(explorer.search).toHaveValue("spyware");
  await expect(explorer.status).toBeFocused();
  const all = await explorer.cards.count();
  expect(all).toBeGreaterThan(3);

  // What is chosen is named where it is to blame, and can be taken back alone.
  await explorer.summary(word("lens")).first().click();
  await explorer.lens("Children").check();
  await explorer.search.fill("spyware traffic");
  await expect(explorer.status).toHaveText(/^0 of/);
  await expect(explorer.host.getByText(beginning(word("empty_query", { a: "spyware traffic" })))).toContainText("Children");
  await explorer.host.getByRole("button", { name: word("without_choice") }).click();
  await expect(explorer.search).toHaveValue("spyware traffic");
  await expect(explorer.cards).toHaveCount(1);
});
