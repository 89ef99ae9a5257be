// A large law from its publisher's file: it is read beside the page, which goes on meanwhile.
import { expect, test, workersAnswers } from "../fixtures.mjs";

const WORDS = "Whoever lights a lamp in a street or puts one out tells the council of it within a day and keeps the wick. ";

/** An act of so many sections, each of some 5 KB. */
const act = (sections, title = "An Act about lamps") => {
  const section = (_, nth) => `<section><num>${nth + 1}.</num><heading>Lamp ${nth + 1}</heading>
    <content>${`<p>${WORDS.repeat(15)}</p>`.repeat(3)}</content></section>`;
  return `<akomaNtoso><act><meta><identification><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
    </identification></meta><preface><p>${title}</p></preface>
    <body>${Array.from({ length: sections }, section).join("\n")}</body></act></akomaNtoso>`;
};

const file = (name, text) => ({ name, mimeType: "application/xml", buffer: Buffer.from(text) });
const LARGE = file("large.xml", act(2_200));
const SMALL = file("small.xml", act(3));

const open = async (page) => {
  await page.goto("/configurator.html");
  await page.locator("#start-from-file").click();
  return page.locator("#start");
};

const give = (panel, law) => panel.getByLabel("Open a law’s file…").setInputFiles(law);

/** Notes, in order, what is said of the law's file, each letter that arrives in a field, and each frame; and when. */
const watchOrder = (page) =>
  page.evaluate(() => {
    const order = (globalThis.order = []);
    const status = document.getElementById("start-status");
    new MutationObserver(() => order.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    const times = (globalThis.times = []);
    addEventListener("input", ({ target }) => (target.type === "file" ? times.splice(0, Infinity, performance.now()) : order.push("a letter")), true);
    const frame = () => {
      order.push("a frame");
      times.push(performance.now());
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** How many frames were drawn since the page said that it reads the file. */
const frames = (page) =>
  page.evaluate(() => {
    const { order } = globalThis;
    return order.slice(order.findIndex((it) => it.startsWith("Reading"))).filter((it) => it === "a frame").length;
  });

/** For how much of the time until the worker answered the page drew nothing at a stretch. */
const stoodStill = (page, end) =>
  page.evaluate((end) => {
    const times = [...globalThis.times.filter((it) => it < end), end];
    const longest = Math.max(...times.slice(1).map((it, nth) => it - times[nth]));
    return longest / (end - times[0]);
  }, end);

test("while a law of 10 MB is read one writes on; it can be stopped, and ends", async ({ page }) => {
  test.setTimeout(180_000);
  expect(LARGE.buffer.length).toBeGreaterThan(10_000_000);
  const panel = await open(page);
  const answers = await workersAnswers(page);
  await give(panel, SMALL);
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
  await answers.hold();
  await give(panel, LARGE);
  await expect(panel.getByText(/^Reading large\.xml \(1\d\.\d MB\)…$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Stopped; nothing has changed.")).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
  await give(panel, LARGE);
  // Escape that empties a field ends nothing.
  const search = panel.getByRole("searchbox", { name: "Look up a provision of the file" });
  await search.pressSequentially("Lamp 2");
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await expect(panel.getByText(/^Reading large\.xml/)).toBeVisible();
  await panel.getByRole("button", { name: "Stop (Esc)" }).press("Enter");
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
  // What was read is asked for again.
  await answers.deliver();
  await panel.getByRole("radio", { name: "Articles, sections, §§ alone" }).check();
  await expect(panel.getByRole("radio", { name: "Articles, sections, §§ alone" })).toBeChecked();

  await watchOrder(page);
  await answers.hold();
  await give(panel, LARGE);
  await expect(panel.getByText(/^Reading large\.xml/)).toBeVisible();
  await panel.getByRole("textbox", { name: "Credit" }).pressSequentially("The Courier");
  await expect.poll(() => frames(page)).toBeGreaterThan(20);
  await expect.poll(answers.count, { timeout: 150_000 }).toBe(1);
  expect(await stoodStill(page, await answers.came())).toBeLessThan(1 / 2);
  await answers.deliver();
  await expect(panel.getByText(/^2200 provisions found in An Act about lamps\./)).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByRole("textbox", { name: "Credit" })).toHaveValue("The Courier");
  const order = await page.evaluate(() => globalThis.order);
  const end = order.findIndex((it) => it.startsWith("2200 provisions"));
  const before = (what) => order.slice(order.findIndex((it) => it.startsWith("Reading")), end).filter((it) => it === what).length;
  expect(before("a letter")).toBe("The Courier".length);
  expect(before("a frame")).toBeGreaterThan(20);
  expect(page.workers()).toHaveLength(1);
});

test("a new version of a law is compared beside the page, and that can be stopped", async ({ page }) => {
  const panel = await open(page);
  await give(panel, SMALL);
  for (const [name, text] of [["Short title", "Lamp Act"], ["Credit", "The Courier"], ["Status as of", "2026-11-29"], ["Status", "Adopted."]]) {
    await panel.getByRole("textbox", { name, exact: true }).fill(text);
  }
  await panel.getByRole("button", { name: "Work on this law here" }).press("Enter");
  await expect(page.getByText("This is about Lamp Act now.")).toBeVisible();
  await give(panel, file("next.xml", act(4)));
  await expect(panel.getByText("4 provisions found in An Act about lamps.")).toBeVisible();
  // From here on the worker never answers.
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {};
  });
  await panel.getByRole("radio", { name: /^The new version of the law that is open/ }).check();
  await expect(panel.getByText("Comparing it with Lamp Act…")).toBeVisible();
  await expect(panel.getByText("What it changes is being looked at.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel.getByText("What it changes hasn’t been looked at.")).toBeVisible();
  await page.evaluate(() => {
    delete Worker.prototype.postMessage;
  });
});

for (const [what, [violation, line], policy] of [
  ["no worker", ["worker-src: ", "Creating a worker from"], (csp) => `${csp}; worker-src 'none'`],
  ["no policy of Trusted Types", ["trusted-types: ", "Creating a TrustedTypePolicy"], (csp) => csp.replace(/trusted-types [a-z-]+/, "trusted-types 'none'")],
]) {
  test(`where a site allows ${what}, the page reads the law itself and says so`, async ({ page, watch }) => {
    await page.route("**/configurator.html", async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      headers["content-security-policy"] = policy(headers["content-security-policy"]);
      await route.fulfill({ response, headers });
    });
    const panel = await open(page);
    await watchOrder(page);
    await give(panel, SMALL);
    await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
    const order = await page.evaluate(() => globalThis.order);
    expect(order.some((it) => it.startsWith("Reading small.xml") && it.includes("The page stands still until that is done"))).toBe(true);
    await panel.getByRole("radio", { name: "Articles, sections, §§ alone" }).check();
    await expect(panel.getByRole("radio", { name: "Articles, sections, §§ alone" })).toBeChecked();
    // It is tried once, and the page goes on by itself from then on.
    watch.expectLines(line);
    expect(watch.violations).toEqual([expect.stringContaining(violation)]);
    watch.expectViolations(...watch.violations);
  });
}

test("where the worker’s file doesn’t come, the page reads the law itself that once and says why", async ({ page }) => {
  await page.route("**/assets/worker-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  const panel = await open(page);
  await watchOrder(page);
  await give(panel, SMALL);
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
  const order = await page.evaluate(() => globalThis.order);
  expect(order.some((it) => it.includes("The page stands still until that is done: no worker came for it this time. Check the connection"))).toBe(true);
  expect(page.workers()).toHaveLength(0);
  await page.unroute("**/assets/worker-*.js");
  await panel.getByRole("radio", { name: "Articles, sections, §§ alone" }).check();
  await expect.poll(() => page.workers().length).toBe(1);
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
});

test("a reader of laws that breaks is told, changes nothing, and is asked again", async ({ page }) => {
  const panel = await open(page);
  await give(panel, SMALL);
  await expect(panel.getByText("3 provisions found in An Act about lamps.")).toBeVisible();
  const breaks = (route) =>
    route.fulfill({ contentType: "text/javascript", body: "addEventListener('message', () => { throw new Error('broken'); });" });
  await page.route("**/assets/worker-*.js", breaks);
  await give(panel, LARGE);
  await page.keyboard.press("Escape");
  await give(panel, file("other.xml", act(4)));
  await expect(panel.getByRole("region", { name: "Why the file can’t be read" })).toContainText("That broke the reader of laws");
  await expect(panel.getByRole("heading", { name: "An Act about lamps" })).toBeVisible();
  await page.unroute("**/assets/worker-*.js");
  await panel.getByRole("radio", { name: "Articles, sections, §§ alone" }).check();
  await expect(panel.getByRole("radio", { name: "Articles, sections, §§ alone" })).toBeChecked();
  await give(panel, file("other.xml", act(4)));
  await expect(panel.getByText("4 provisions found in An Act about lamps.")).toBeVisible();
});
