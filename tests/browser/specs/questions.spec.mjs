// What a newcomer on a phone asks, each answered within three taps and two screens: as one would find
// the way, by what the screen says, and with the answer's own words in sight at the end.
import { data, organisations } from "../dataset.mjs";
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
