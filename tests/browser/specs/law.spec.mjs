// Another law than the Convention: made up, in sections, with people and documents of its own.
import { readFileSync } from "node:fs";

import { expect, expectAccessible, test } from "../fixtures.mjs";

const law = JSON.parse(readFileSync(new URL("../../../data/example-bicycle-parking.json", import.meta.url), "utf8"));

test("a law in sections is searched, opened and laid out like any other, and says that it is an example", async ({ page, openCase }) => {
  const explorer = await (await openCase("example-law")).arrive();
  const { host } = explorer;
  await expect(explorer.status).toHaveText("7 provisions");
  await expect(host.getByRole("heading", { level: 2 })).toContainText("Example");
  await expect(host.getByText("Example: before the council’s committee")).toBeVisible();
  await expect(explorer.heads.first()).toContainText("Section 3(2)");

  await explorer.search.fill("Section 3(2)");
  await expect(explorer.heads.first()).toContainText("Section 3(2)");
  await explorer.search.fill("wheelchair");
  await expect(explorer.heads.first()).toContainText("Section 3");
  await explorer.search.fill("");
  const card = await explorer.toggle("Section 2");
  await expect(card.getByText("hits hardest those who ride")).toBeVisible();
  await expect(card.getByText("Example Cyclists’ Union").first()).toBeVisible();

  await explorer.showGrid();
  for (const { label } of law.groups) {
    await expect(host.getByRole("columnheader", { name: label.text })).toBeVisible();
  }
  await expect(host.getByRole("rowheader", { name: "Section 4" })).toBeVisible();
  const text = await host.evaluate((it) => it.shadowRoot.textContent);
  expect(text).not.toMatch(/Article \d|Convention|treaty/);
  await expectAccessible(page);
});

test("in French and in Arabic its own translations are shown", async ({ page, openCase }) => {
  const explorer = await (await openCase("example-law")).arrive();
  const heading = explorer.host.getByRole("heading", { level: 2 });
  for (const language of ["fr", "ar"]) {
    await explorer.host.evaluate((it, language) => it.setAttribute("lang", language), language);
    await expect(heading).toContainText(law.instrument.short_title.translations[language].text);
    await expect(explorer.heads.first()).toContainText(language === "fr" ? "Article 3(2)" : "Section 3(2)");
  }
  await expectAccessible(page);
});

test("a section is found however it is cited, by a script, an attribute, a mention and a link", async ({ page, openCase }) => {
  const explorer = await (await openCase("example-law")).arrive();
  const { host } = explorer;
  const select = (to) => host.evaluate((it, to) => it.select(to), to);
  const expectOpened = async (citation, how) => {
    await expect(explorer.card(citation).locator("details").first(), how).toHaveAttribute("open");
  };
  for (const text of ["3(2)", "sec. 3 (2)", "s\u00a03(2)", "§ 3.2", "SECTION 3, subsection 2", "sec_3__para_2"]) {
    expect(await select(text), text).toBe(true);
    await expectOpened("Section 3(2)", text);
    const card = await explorer.toggle("Section 3(2)");
    await expect(card.locator("details").first()).not.toHaveAttribute("open");
  }
  expect(await select("Section 3(7)")).toBe(false);

  await host.evaluate((it) => it.setAttribute("open", "Sec. 4"));
  await expectOpened("Section 4", "the attribute");

  await page.evaluate(() => {
    const mention = document.createElement("provision-ref");
    mention.textContent = "s. 2";
    document.body.append(mention);
  });
  await page.getByRole("button", { name: "s. 2" }).click();
  await expectOpened("Section 2", "a mention");

  await host.evaluate((it) => it.setAttribute("deep-links", ""));
  await page.evaluate(() => {
    location.hash = "pe=Section%203(2)";
  });
  await expectOpened("Section 3(2)", "a link");
});
