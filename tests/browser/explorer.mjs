// The explorer as a reader knows it: by the roles and names on the screen.
import { expect } from "@playwright/test";

import { viewName, word } from "./words.mjs";

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A name that begins with a text and goes on, if at all, with another word. */
export const beginning = (text) => new RegExp(`^\\s*${escape(text)}(\\s|$)`);

/** A name that is a text and nothing else. */
export const exactly = (text) => new RegExp(`^${escape(text)}$`);

export class Explorer {
  constructor(page, host = page.locator("provision-explorer")) {
    this.page = page;
    this.host = host;
  }

  /** Scrolls to it, which is what makes it load, and waits until it is there. */
  async arrive() {
    // Firefox' driver centres what is in sight already, and would take a reader from where a link led.
    const inSight = await this.host.evaluate((it) => new Promise((done) => {
      new IntersectionObserver(([{ isIntersecting }], observer) => {
        observer.disconnect();
        done(isIntersecting);
      }).observe(it);
    }));
    if (!inSight) await this.host.scrollIntoViewIfNeeded();
    await expect(this.status).toBeVisible({ timeout: 15_000 });
    // What came with the page is there before anything runs.
    const runs = () => this.host.evaluate((it) =>
      Promise.race([it.whenReady?.then(() => true), new Promise((done) => setTimeout(done, 200))]));
    await expect.poll(runs, { timeout: 15_000 }).toBe(true);
    return this;
  }

  /** The line that says how much is shown. */
  get status() {
    return this.host.getByRole("status");
  }

  /** How many it says are shown. */
  async count() {
    return Number.parseInt(await this.status.innerText(), 10);
  }

  get cards() {
    return this.host.getByRole("article");
  }

  /** The heads of all cards, in order. */
  get heads() {
    return this.cards.getByRole("heading", { level: 3 }).filter({ visible: true });
  }

  head(citation) {
    return this.host.getByRole("heading", { level: 3, name: beginning(citation) });
  }

  card(citation) {
    const head = this.page.getByRole("heading", { level: 3, name: beginning(citation) });
    return this.cards.filter({ has: head });
  }

  /** Taps a card's head, and gives back the card. */
  async toggle(citation) {
    await this.head(citation).click();
    return this.card(citation);
  }

  /** What can be unfolded under a heading, wherever it stands. */
  summary(text) {
    return this.host.locator("summary").filter({ hasText: text });
  }

  /** What an item of a list unfolds, with its head. */
  row(text) {
    const head = this.page.locator("summary").filter({ hasText: text });
    return this.host.getByRole("listitem").filter({ has: head });
  }

  get views() {
    return this.host.getByRole("group", { name: word("view_switch") });
  }

  /** The button of a view, by the view's word in an address. */
  view(view) {
    return this.views.getByRole("button", { name: viewName(view), exact: true });
  }

  /** The head of the choice of sources, which folds it. */
  get sources() {
    return this.summary(beginning(word("raised_by")));
  }

  /** Switches to a view by its word in an address. */
  async turn(view) {
    const button = this.view(view);
    await button.click();
    await expect(button).toHaveAttribute("aria-current", "true");
  }

  /** The table of "At a glance", where it is shown. */
  get grid() {
    return this.host.getByRole("grid");
  }

  /** What "At a glance" shows: a table, or lists where a table has no room. */
  get glance() {
    return this.grid.or(this.host.getByRole("heading", { name: word("most_groups") }));
  }

  /** Turns to the table, which takes a tap where it has no room. */
  async showGrid() {
    await this.turn("matrix");
    const button = this.host.getByRole("button", { name: word("show_table") });
    if (await button.isVisible()) await button.click();
    return this.grid;
  }

  get search() {
    return this.host.getByRole("searchbox", { name: "Search" });
  }

  lens(group) {
    return this.host.getByRole("group", { name: "I am" }).getByRole("checkbox", { name: beginning(group) });
  }

  /** What holds the focus, looked up through shadow roots: its tag, name and place. */
  focus() {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const label = active.getAttribute("aria-labelledby");
      const named = label ? active.getRootNode().getElementById(label) : active;
      const own = active.getAttribute("aria-label") ?? active.labels?.[0]?.innerText;
      const style = getComputedStyle(active);
      const around = getComputedStyle(active.parentElement ?? active);
      const box = active.getBoundingClientRect();
      return {
        tag: active.localName,
        name: (own ?? (named.innerText || active.getRootNode().host?.innerText || "")).replace(/\s+/g, " ").trim(),
        ours: Boolean(active.getRootNode().host?.matches("provision-explorer, provision-ref")),
        // The browser's own ring, one of ours, or a line beneath what is typed.
        ring: style.outlineStyle === "auto" || around.boxShadow !== "none"
          || style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
  }
}
