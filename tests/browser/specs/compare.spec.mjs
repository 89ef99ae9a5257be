// A provision's words in two drafts, and laws of other kinds: in sections with schedules, and in §§.
// cspell:words Nummer Anlage Erwägungsgrund
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { valued, word } from "../words.mjs";

const FORMER = "Bill as introduced (example)";
const NOW = "Bill as amended in committee (example)";

async function compared(explorer) {
  const card = explorer.card("Section 2");
  const versions = card.getByRole("group").filter({ hasText: word("changed_since", { a: FORMER }) });
  await versions.last().locator("summary").click();
  return versions.last();
}

test("what changed since an earlier draft is said in words, side by side or one above the other", async ({ page, openCase }) => {
  const explorer = await (await openCase("example-versions")).arrive();
  await explorer.toggle("Section 2");
  const versions = await compared(explorer);
  const texts = versions.getByRole("blockquote");
  await expect(texts).toHaveCount(2);
  await expect(texts.first()).toContainText(FORMER);
  await expect(texts.last()).toContainText(NOW);
  await expect(texts.first().getByRole("deletion")).toHaveText(`${word("dropped")}such hours as the authority sees fit.`);
  await expect(texts.last().getByRole("insertion")).toHaveText(`${word("added")}at least twenty hours, one evening and Saturday among them.`);
  const boxes = () => Promise.all([texts.first().boundingBox(), texts.last().boundingBox()]);
  for (const [width, beside] of [[1280, true], [320, false]]) {
    await page.setViewportSize({ width, height: 900 });
    const [former, present] = await boxes();
    expect(former.y === present.y, `${width}`).toBe(beside);
    expect(former.x === present.x, `${width}`).toBe(!beside);
    await expectAccessible(page);
  }
  // Nobody has to see a colour: what differs is struck through, or underlined.
  const line = (of) => of.evaluate((it) => getComputedStyle(it).textDecorationLine);
  expect(await line(texts.first().getByRole("deletion"))).toBe("line-through");
  expect(await line(texts.last().getByRole("insertion"))).toBe("underline");
});

test("where every word stayed, that is said, and a wording is known without anybody's word for it", async ({ openCase }) => {
  const explorer = await (await openCase("example-versions")).arrive();
  const card = await explorer.toggle("Schedule 2 para 3");
  await expect(card).toContainText(word("same_words", { a: FORMER }));
  await expect(card).toContainText(valued("wordings", "Same"));
});

test("a law in §§ is searched, linked and cited in its own way, in German and in English", async ({ page, openCase }) => {
  const explorer = await (await openCase("example-paragraphs")).arrive();
  const { host } = explorer;
  await expect(explorer.heads.first()).toContainText("§ 5 Abs. 2 Nr. 3");
  const select = (to) => host.evaluate((it, to) => it.select(to), to);
  for (const text of ["§ 5 Absatz 2 Nummer 3", "5 Abs 2 Nr 3", "§ 4 a", "Anlage 1", "Erwägungsgrund 2"]) {
    expect(await select(text), text).toBe(true);
  }
  expect(await select("§ 5 Abs. 2 Nr. 4")).toBe(false);
  const search = host.getByRole("searchbox", { name: word("search", {}, "de") });
  await search.fill("§ 4 a");
  await expect(explorer.heads.first()).toContainText("§ 4a");
  await search.fill("");
  await expect(search).toHaveAttribute("placeholder", /§ 5 Abs\. 2 Nr\. 3, EBB/);
  await host.evaluate((it) => it.setAttribute("lang", "en"));
  await expect(explorer.heads.first()).toContainText("§ 5(2)(3)");
  await expect(host.getByRole("heading", { level: 2 })).toContainText("School Routes Ordinance");
  await expectAccessible(page);
});
