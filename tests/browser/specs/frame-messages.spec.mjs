// What others send to a frame or to the page around it.
import { expect, settled, test } from "../fixtures.mjs";
import { expectFits, inside } from "../frames.mjs";

// What anybody may send: shapes that are almost right, and values that throw where they are used.
const shapes = (texts) => {
  const unusable = { toString: 1, valueOf: 1 };
  const types = ["hello", "story", "ready", "height", "view", "reveal"].map((name) => `provision-explorer:${name}`);
  const values = [undefined, null, Number.NaN, Infinity, -1e9, "5", "1px;color:red", [1], {}, unusable, 7n, true];
  return [
    null, undefined, 7, "", "x", "pymxPYMxpymxPYMxheightxPYMx9999", [], unusable, { type: unusable }, { type: "__proto__" },
    { type: "toString" }, { type: "provision-explorer:" }, { sentinel: "amp", type: "embed-size", height: 9999 },
    ...types.flatMap((type) => values.map((value) => {
      // Any text is a fragment, if of nobody's.
      const text = texts || typeof value !== "string" ? value : 5;
      return { type, height: value, fragment: text, address: text, top: value, scheme: value, arriving: value };
    })),
  ];
};

const known = [
  { type: "provision-explorer:height", height: 9999 },
  { type: "provision-explorer:view", fragment: "pe=art_1" },
  { type: "provision-explorer:reveal", top: 500 },
  { type: "provision-explorer:story", fragment: "pe=art_1", address: "https://evil.example/" },
];

test("messages from anyone else, and of any other shape, change nothing and nobody throws", async ({ page, openCase }) => {
  await openCase("frame", "#pe=art_3");
  const it = await inside(page, "#frame");
  await expectFits(it);
  const state = async () => [
    await it.element.evaluate((frame) => frame.getAttribute("style")), await page.evaluate(() => `${location} ${scrollY}`),
    await it.frame.evaluate(() => location.href), await it.frame.locator("html").getAttribute("data-provision-explorer-story"),
  ];
  await settled(page);
  const before = await state();
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.id = "stranger";
    stranger.title = "A stranger";
    document.querySelector("main").append(stranger);
  });
  const stranger = await (await page.locator("#stranger").elementHandle()).contentFrame();
  // A stranger speaks to the story and to the frame, and the story to itself.
  for (const messages of [known, shapes(true)]) {
    await stranger.evaluate((messages) => {
      for (const message of messages) {
        parent.postMessage(message, "*");
        parent.frames[0].postMessage(message, "*");
      }
    }, messages);
    await page.evaluate((messages) => { for (const message of messages) postMessage(message, "*"); }, messages);
  }
  // The frame itself sends what is almost right to the story, and the story to the frame.
  const wrong = shapes(false).filter((it) => it?.height !== -1e9);
  await it.frame.evaluate((messages) => { for (const message of messages) parent.postMessage(message, "*"); }, wrong);
  await page.evaluate((messages) => { for (const message of messages) frames[0].postMessage(message, "*"); }, shapes(false));
  await settled(page);
  await settled(it.frame);
  expect(await state()).toEqual(before);
  await expect(it.explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  await it.explorer.toggle("Article 1");
  await expectFits(it, "afterwards");
});

test("a page that took the frame's place is neither heard nor told", async ({ page, openCase }) => {
  await openCase("frame-abroad", "#pe=art_3");
  const it = await inside(page);
  await it.explorer.toggle("Article 3");
  await expectFits(it);
  const style = await it.element.getAttribute("style");
  // The same window, now with a page of another origin in it.
  const sheet = await page.evaluate(() => `${location.origin}/cases/plain/page.css`);
  await it.frame.evaluate((sheet) => { setTimeout(() => location.assign(sheet)); }, sheet);
  const inFrame = async () => (await page.locator("iframe").elementHandle()).contentFrame();
  await expect.poll(async () => (await inFrame())?.evaluate(() => location.href).catch(() => "")).toBe(sheet);
  const usurper = await inFrame();
  await usurper.evaluate((messages) => {
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data.type));
    for (const message of messages) parent.postMessage(message, "*");
    parent.postMessage({ type: "provision-explorer:ready" }, "*");
  }, known);
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await expect.poll(() => usurper.evaluate(() => window.heard)).toEqual(["provision-explorer:hello"]);
  expect(await it.element.getAttribute("style")).toBe(style);
});
