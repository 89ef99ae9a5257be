// What a newcomer on a phone asks, each answered within three taps and two screens: as one would find
// the way, by what the screen says, and with the answer's own words in sight at the end.
import { affects, bearingOn, concernsOn, data, groups, objectedIn, organisations, sources } from "../dataset.mjs";
import { beginning } from "../explorer.mjs";
import { expect, test } from "../fixtures.mjs";
import { word } from "../words.mjs";

const MOST = { taps: 3, screens: 2 };

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** A reader at the beginning of an explorer, who scrolls as far as needed and taps what is in sight. */
class Newcomer {
  taps = 0;
  screens = 0;

  constructor(explorer) {
    this.explorer = explorer;
    this.page = explorer.page;
  }

  static async arrive(explorer) {
    await explorer.host.evaluate((it) => scrollTo(0, it.getBoundingClientRect().top + scrollY));
    return new Newcomer(explorer);
  }

  /** Scrolls until something is in sight as a whole, as far as it has room, and counts how far that is. */
  async see(what) {
    await expect(what).toBeVisible();
    const moved = await what.evaluate(async (it) => {
      const before = scrollY;
      const { top, bottom } = it.getBoundingClientRect();
      const bar = 48;
      if (bottom > innerHeight) scrollBy(0, Math.min(bottom - innerHeight, top - bar));
      else if (top < 0) scrollBy(0, top - bar);
      return Math.abs(scrollY - before) / innerHeight;
    });
    this.screens += moved;
    await expect(what).toBeInViewport({ ratio: 0.5 });
  }

  async tap(what) {
    await this.see(what);
    await what.tap();
    this.taps += 1;
  }

  /** The answer is in sight, and took no more than it may. */
  async reads(answer, question) {
    await this.see(answer);
    const { taps, screens } = this;
    test.info().annotations.push({ type: question, description: `${taps} taps, ${screens.toFixed(1)} screens` });
    expect(taps, "taps").toBeLessThanOrEqual(MOST.taps);
    expect(screens, "screens").toBeLessThanOrEqual(MOST.screens);
  }

  button(name) {
    return this.explorer.host.getByRole("button", { name });
  }
}

const LETTER = "edri-joint-letter-2024-10-21";

test("the first screen leads to the one place where groups are chosen, the few and all others", async ({ story }) => {
  const newcomer = await Newcomer.arrive(await story());
  const { explorer } = newcomer;
  const way = newcomer.button(word("affects_me"));
  await expect(way).toBeInViewport();
  await newcomer.tap(way);
  await expect(explorer.host.getByRole("heading", { name: word("affects_me") })).toBeInViewport();
  await expect(newcomer.button(/^a whistleblower/)).toBeInViewport();
  await expect(explorer.summary("I am")).toBeInViewport();
  await newcomer.tap(explorer.summary("I am"));
  await newcomer.tap(explorer.lens(groups.get("whistleblowers").label));
  await expect(newcomer.button(/^a whistleblower/)).toHaveAttribute("aria-pressed", "true");
  await expect(explorer.summary("I am")).toHaveCount(1);
});

test("am I, a whistleblower, affected?", async ({ story }) => {
  const newcomer = await Newcomer.arrive(await story());
  await newcomer.tap(newcomer.button(/^a whistleblower/));
  const concerns = data.concerns.filter((it) => affects(it, "whistleblowers")).length;
  const answer = newcomer.explorer.host.getByText(`${groups.get("whistleblowers").label}: ${concerns} concerns`);
  await newcomer.reads(answer, "am I, a whistleblower, affected?");
  const [first] = bearingOn("whistleblowers");
  await newcomer.see(newcomer.button(beginning(first.citation)).first());
});

test("what do Amnesty object to?", async ({ story }) => {
  const newcomer = await Newcomer.arrive(await story());
  const { host, search } = newcomer.explorer;
  await newcomer.tap(search);
  await search.pressSequentially("amnesty");
  const found = host.getByRole("listitem").filter({ hasText: "Amnesty International" }).first();
  // What it signed, that it did so as a whole, and what that objects to: in words that lead there.
  await expect(found).toContainText(sources.get(LETTER).short_title);
  await expect(found).toContainText(word("signed_whole"));
  const raised = (it) => it.evidence.some((e) => e.source === LETTER);
  const titles = objectedIn(LETTER).flatMap(({ id }) => concernsOn(id).filter(raised)).map((it) => it.title);
  const buttons = found.getByRole("button");
  const offered = await buttons.allInnerTexts();
  const title = offered.find((it) => titles.includes(it));
  const leads = found.getByRole("button", { name: title, exact: true });
  await newcomer.reads(leads, "what do Amnesty object to?");
  await leads.tap();
  const concern = data.concerns.find((it) => it.title === title);
  await expect(newcomer.explorer.cards.getByText(title, { exact: true }).first()).toBeInViewport();
  await expect(newcomer.explorer.cards.getByText(concern.summary).first()).toBeVisible();
});

test("what is wrong with Article 24, says who, in what words?", async ({ story }) => {
  const newcomer = await Newcomer.arrive(await story());
  await newcomer.tap(newcomer.explorer.host.locator(".law").getByRole("button", { name: /^Article 24,/ }));
  const card = newcomer.explorer.card("Article 24");
  const [concern] = concernsOn("art_24");
  const [evidence] = concern.evidence;
  await expect(card.getByText(sources.get(evidence.source).short_title).first()).toBeVisible();
  await newcomer.see(card.getByText(concern.title, { exact: true }).first());
  await newcomer.reads(card.getByRole("blockquote").filter({ hasText: evidence.quote.exact }).first(), "what is wrong with Article 24?");
});

const said = (who) => data.replies.filter((it) => it.organisation === who && it.kind === "answers");

test("what do its defenders say?", async ({ story }) => {
  const newcomer = await Newcomer.arrive(await story());
  const { host } = newcomer.explorer;
  await newcomer.tap(newcomer.button(/see it otherwise/));
  const theirs = host.locator("section").filter({ has: newcomer.page.getByRole("heading", { name: word("who_otherwise") }) }).last();
  const who = "united-kingdom";
  await newcomer.tap(theirs.getByText(organisations.get(who).name));
  const [answer] = said(who);
  await newcomer.reads(theirs.getByText(answer.summary), "what do its defenders say?");
  const [{ quote }] = answer.evidence;
  await newcomer.see(theirs.getByText(quote.exact));
});
