// When the explorer is fetched: as it comes near, once the page rests, or at the first sign that
// somebody acts on it.
import { Explorer } from "../explorer.mjs";
import { expect, settled, test, told } from "../fixtures.mjs";

/** What a page asks for, but for itself, its style sheets and icon. */
const fetched = (watch) => watch.requests.map((url) => new URL(url).pathname)
  .filter((path) => !/^\/cases\/[^/]+\/$|\.css$|\.svg$|favicon|cases\/loading/.test(path));

/** Opens a page with attributes on its explorer, and in the place of what stands in it something else. */
const open = async (page, attributes, { name = "plain", inside } = {}) => {
  await page.route(`**/cases/${name}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/(<provision-explorer[^>]*)>(.*?)(?=<\/provision-explorer>)/s, (_, tag, own) => `${tag} ${attributes}>${inside ?? own}`);
    await route.fulfill({ response, body });
  });
  await page.goto(`/cases/${name}/`);
  await page.evaluate(() => customElements.whenDefined("provision-explorer"));
  return new Explorer(page);
};

/** What comes after what a page has asked for so far. */
const settledRequests = async (page, watch) => {
  await settled(page);
  await page.evaluate(() => fetch("/cases/plain/page.css?asked-last"));
  await expect.poll(() => watch.requests.some((url) => url.endsWith("?asked-last"))).toBe(true);
};

const near = (page) => page.evaluate(() => new Promise((done) => {
  new IntersectionObserver(([{ isIntersecting }], observer) => {
    observer.disconnect();
    done(isIntersecting);
  }).observe(document.querySelector("provision-explorer"));
}));

const SIGNS = {
  "a pointer that moves over it": async (page, { host }) => {
    const { x, y } = await host.boundingBox();
    await page.mouse.move(x + 20, y + 5);
    await page.mouse.move(x + 30, y + 8);
  },
  "a tap": async (page, { host }) => host.getByText("Static").click(),
  "the focus within it": async (page, { host }) => host.getByRole("link").focus(),
  "a key within it": async (page, { host }) => {
    await host.getByRole("link").evaluate((it) => it.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, composed: true })));
  },
  "a method of its own": (page, { host }) => host.evaluate((it) => void it.select("3")),
  "a page on its way to paper": (page) => page.pdf(),
};

const TEXT = `<p>Static: lanterns, in short, and <a href="#more">more</a>.</p>`;

for (const [what, act] of Object.entries(SIGNS)) {
  test(`with \`interaction\` the loader alone is fetched before ${what}`, async ({ page, watch }) => {
    const explorer = await open(page, `loading="interaction"`, { inside: TEXT });
    expect(await near(page)).toBe(true);
    await settledRequests(page, watch);
    expect(fetched(watch).filter((it) => it !== "/cases/plain/page.css")).toEqual(["/provision-explorer.js"]);
    await act(page, explorer);
    await expect(explorer.status).toHaveText("4 provisions");
    expect(await told(page, "error")).toEqual([]);
  });
}

for (const [what, attributes, act] of [
  ["a link that leads to it", "deep-links", (page) => page.evaluate(() => { location.hash = "#pe=art_3"; })],
]) {
  test(`with \`interaction\` the loader alone is fetched before ${what}`, async ({ page, watch }) => {
    const explorer = await open(page, `loading="interaction" ${attributes}`, { inside: TEXT });
    await settledRequests(page, watch);
    expect(fetched(watch)).toEqual(["/provision-explorer.js"]);
    await act(page);
    await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
  });
}

test("with `interaction` a mention that leads to it fetches it", async ({ page, watch }) => {
  const explorer = await open(page, `loading="interaction"`, { name: "mentions", inside: TEXT });
  await settledRequests(page, watch);
  expect(fetched(watch).filter((it) => /widget|\.json/.test(it))).toEqual([]);
  await page.getByRole("button", { name: "Article 3", exact: true }).first().click();
  await expect(explorer.card("Article 3").getByRole("blockquote").first()).toBeVisible();
});

test("with `interaction` a page that moves beneath a hand that rests fetches nothing", async ({ page, watch }) => {
  await page.setViewportSize({ width: 600, height: 300 });
  const explorer = await open(page, `loading="interaction"`, { inside: TEXT.repeat(40) });
  await page.mouse.move(300, 10); // above it
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  await settledRequests(page, watch);
  expect(fetched(watch).filter((it) => /widget/.test(it))).toEqual([]);
  await page.mouse.move(310, 40);
  await page.mouse.move(320, 60);
  await expect(explorer.status).toHaveText("4 provisions");
});

test("with `interaction` what begins unfolded, and tells of that, fetches nothing", async ({ page, watch }) => {
  const explorer = await open(page, `loading="interaction"`, { inside: TEXT });
  await page.evaluate(() => {
    const host = document.querySelector("provision-explorer");
    window.toggled = new Promise((done) => document.addEventListener("toggle", done, { capture: true, once: true }));
    const other = host.cloneNode(true);
    const details = document.createElement("details");
    details.append(Object.assign(document.createElement("summary"), { textContent: "Moths" }), "Unfolded.");
    details.open = true;
    other.append(details);
    host.replaceWith(other);
  });
  await page.evaluate(() => window.toggled.then(() => {}));
  await settledRequests(page, watch);
  expect(fetched(watch).filter((it) => /widget|replay/.test(it))).toEqual([]);
  await explorer.host.getByText("Moths").click();
  await expect(explorer.status).toHaveText("4 provisions");
});

test("with `interaction` an element without a text loads as it comes near, and says so", async ({ page, watch }) => {
  watch.expectLines(`loading="interaction": there is no text inside`);
  const explorer = await open(page, `loading="interaction"`, { inside: `<a href="/">To the law</a>` });
  await expect(explorer.status).toHaveText("4 provisions");
  expect((await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["options"]);
});

test("readers who save data fetch it once they turn to it, where its text is there", async ({ page, watch }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const explorer = await open(page, "", { inside: TEXT });
  await settledRequests(page, watch);
  expect(fetched(watch)).toEqual(["/provision-explorer.js"]);
  await explorer.host.getByText("Static").click();
  await expect(explorer.status).toHaveText("4 provisions");
});

test("readers who save data get it as it comes near where nothing else is there", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const explorer = await open(page, "", { inside: "" });
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await told(page, "error")).toEqual([]);
});

test("with `idle` it is fetched once the page has loaded, however far it is", async ({ page, watch }) => {
  let come;
  const held = new Promise((resolve) => { come = resolve; });
  await page.route("**/held.svg", async (route) => {
    await held;
    await route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>" });
  });
  await page.route("**/cases/far-below/", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace("<provision-explorer", `<img src="./held.svg" alt="" /><provision-explorer loading="idle"`) });
  });
  await page.goto("/cases/far-below/", { waitUntil: "commit" });
  await page.evaluate(() => customElements.whenDefined("provision-explorer"));
  await settledRequests(page, watch);
  expect(watch.requests.filter((url) => /widget-/.test(url))).toEqual([]);
  come();
  const explorer = new Explorer(page);
  await expect(explorer.status).toBeAttached();
  await expect(explorer.host).not.toBeInViewport();
});

test("a word that `loading` doesn't take is told, and it loads as it comes near", async ({ page, watch }) => {
  watch.expectLines("attribute loading: `lazy` is not one of `visible`, `idle`, `interaction`");
  const explorer = await open(page, `loading="lazy"`);
  await expect(explorer.status).toHaveText("4 provisions");
});

test("with `interaction` an element that is taken out and put back shows its text, and loads at the next sign", async ({ page }) => {
  const explorer = await open(page, `loading="interaction"`, { inside: TEXT });
  const text = explorer.host.getByText("Static");
  await text.click();
  await expect(explorer.status).toHaveText("4 provisions");
  await explorer.host.evaluate((it) => { window.gone = it; it.remove(); });
  await settled(page);
  await page.evaluate(() => document.querySelector("main").append(window.gone));
  await expect(text).toBeVisible();
  await text.click();
  await expect(explorer.status).toHaveText("4 provisions");
  expect(await told(page, "error")).toEqual([]);
});
