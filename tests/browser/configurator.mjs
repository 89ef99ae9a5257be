// The configurator as a journalist knows it, for the specs that work there.
import { expect } from "@playwright/test";

import { Explorer } from "./explorer.mjs";

export const STORY = `Police could make an engineer hand over passwords under Article 28(4).
Delegates also argue over Articles 29 and 30, and over Article 36, paragraph 2.
Article 99 does not exist, and Article 102 of the UN Charter has nothing to do with it.`;

/** The page, as a journalist knows it. */
class Configurator {
  constructor(page) {
    this.page = page;
  }

  section(name) {
    return this.page.getByRole("region", { name });
  }

  get preview() {
    return new Explorer(this.page, this.page.frameLocator("#preview-frame").locator("provision-explorer"));
  }

  get snippet() {
    return this.page.getByRole("textbox", { name: "Snippet" });
  }

  get highlights() {
    return this.section("What readers see first").getByRole("list").first().getByRole("listitem");
  }

  async press(name, where = this.page) {
    await where.getByRole("button", { name }).click();
  }

  async paste(text) {
    await this.page.getByRole("textbox", { name: /Paste the story/ }).fill(text);
  }
}

/** Opens it; `fragment` goes behind the address. */
export const configurator = async (page, fragment = "") => {
  await page.goto(`/configurator.html${fragment}`);
  const it = new Configurator(page);
  await expect(page.getByRole("heading", { name: "1. The story" })).toBeVisible();
  return it;
};
