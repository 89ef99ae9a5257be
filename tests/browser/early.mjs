// Holding a module back while a reader acts, and what shows that nothing of it was lost: the same done
// to an explorer that was there all along.
import { Explorer } from "./explorer.mjs";
import { expect, heldBack, settled, told } from "./fixtures.mjs";

/** Opens a page whose module doesn't come before it is let. */
export const hold = async (page, address = "/") => {
  const release = await heldBack(page, "**/*.wasm");
  await page.goto(address);
  for (const host of await page.locator("provision-explorer").all()) await host.scrollIntoViewIfNeeded();
  await page.locator("provision-explorer").first().scrollIntoViewIfNeeded();
  return release;
};

/** Waits until each explorer of the page runs. */
export const running = async (page) => {
  const many = await page.locator("provision-explorer").count();
  await expect.poll(() => told(page, "ready"), { timeout: 15_000 }).toHaveLength(many);
  await settled(page);
};

/** A drawing as a browser sees it, whatever way it came about. */
export const drawing = (page) => page.evaluate(() => {
  const tell = (node) => {
    if (!node.localName) return node.data;
    // Whether it fills the screen is the page's doing.
    const attributes = [...node.attributes].filter((it) => it.name !== "data-fills").map((it) => ` ${it.name}="${it.value}"`).sort().join("");
    return `<${node.localName}${attributes}>${[...node.childNodes].map(tell).join("")}</>`;
  };
  const { shadowRoot } = document.querySelector("provision-explorer");
  const [root, ...others] = shadowRoot.children;
  return `${tell(root)}${others.map(tell)}`.replaceAll("<", "\n<");
});

/** What a reader has before them, and what the page has been told, in order. */
const outcome = async (page, explorer) => {
  const field = await explorer.search.evaluate((it) => [it.value, it.selectionStart, it.selectionEnd]).catch(() => null);
  const events = (await told(page)).filter((it) => ["filter", "share", "error"].includes(it.name));
  // Of a text that is typed, its last letter counts.
  const bar = ({ query, provisions, ...others }) => JSON.stringify(others);
  const counting = events.filter(({ name, detail }, at) => {
    const next = events[at + 1];
    return name !== "filter" || next?.name !== name || bar(next.detail) !== bar(detail);
  });
  return {
    field,
    drawn: await drawing(page),
    events: counting.map(({ name, detail }) => [name, detail]),
    focus: (await explorer.focus()).name,
    // What is open where the explorer begins stands in no address before the next step.
    hash: await page.evaluate(() => location.hash.replace(/^#pe=[^&]*&?/, "")),
  };
};

/**
 * Acts on the story's explorer where its module is there, and while it is held back, and expects the
 * same of both, but for what is left out. Gives back what came of it.
 */
export const expectSame = async (page, act, { without = [], address = "/" } = {}) => {
  const seen = async () => {
    const all = Object.entries(await outcome(page, explorer));
    return Object.fromEntries(all.filter(([name]) => !without.includes(name)));
  };
  const explorer = new Explorer(page);
  await page.goto(address);
  await explorer.arrive();
  await running(page);
  await act(page, explorer);
  await settled(page);
  const live = await seen();
  await page.goto("about:blank");
  const release = await hold(page, address);
  await act(page, explorer);
  expect(await told(page), "nothing answers so far").toEqual([]);
  release();
  await running(page);
  await expect(async () => expect(await seen()).toEqual(live)).toPass({ timeout: 15_000 });
  await settled(page);
  const early = await seen();
  expect(early, "nothing is done twice").toEqual(live);
  return early;
};
