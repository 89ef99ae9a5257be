// Frames of a story's page, for the specs that look into them.
import { expect } from "@playwright/test";

import { Explorer } from "./explorer.mjs";
import { expectNoSidewaysScroll } from "./fixtures.mjs";

/** What stands in a frame of the page, once the explorer is drawn there. */
export const inside = async (page, selector = "iframe") => {
  const frame = await (await page.locator(selector).elementHandle()).contentFrame();
  const explorer = new Explorer(frame, frame.locator("provision-explorer"));
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  return { frame, explorer, element: page.locator(selector) };
};

/** The frame is as high as what is in it, to a pixel, and has nothing to scroll. */
export const expectFits = async ({ frame, element }, what) => {
  await expect.poll(async () => {
    const outer = await element.evaluate((it) => it.clientHeight);
    const { inner, down, across } = await frame.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.scrollingElement;
      const inner = document.documentElement.getBoundingClientRect().height;
      return { inner, down: scrollHeight - clientHeight, across: scrollWidth - clientWidth };
    });
    return { differs: Math.abs(outer - inner) > 1, down, across };
  }, what).toEqual({ differs: false, down: 0, across: 0 });
  await expectNoSidewaysScroll(frame, what);
};

/** Puts a page for frames with other options into a story's frame. */
export const openFrame = async (page, openCase, query) => {
  await openCase("frame-plain");
  await page.locator("iframe").evaluate((frame, query) => { frame.src = `/embed.html${query}`; }, query);
  const frame = page.frameLocator("iframe");
  const explorer = new Explorer(frame, frame.locator("provision-explorer"));
  return { frame, explorer };
};

export const drawn = async (page, openCase, query) => {
  const { explorer } = await openFrame(page, openCase, query);
  await expect.poll(() => page.frames()[1].url()).toContain(query.slice(0, 20));
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  return inside(page);
};
