// What somebody who writes a link, frames a page of ours, or answers in our place cannot do
// (docs/security.md). The page for frames is the one whose address others write.
import { readFileSync } from "node:fs";

import { Explorer } from "../explorer.mjs";
import { expect, settled, test } from "../fixtures.mjs";

const bill = readFileSync(new URL("../cases/data/bill.json", import.meta.url), "utf8");
const forged = bill.replaceAll("Lantern Bill", "Forged Bill");
const encoded = (value) => encodeURIComponent(JSON.stringify(value));
const OPTIONS = (options) => `?options=${encoded(options)}`;

/** The page for frames in a story's frame, under an address that somebody made up. */
const framed = async (page, openCase, query) => {
  await openCase("frame-plain");
  await page.locator("iframe").evaluate((frame, query) => { frame.src = `/embed.html${query}`; }, query);
  const frame = page.frameLocator("iframe");
  return { frame, explorer: new Explorer(frame, frame.locator("provision-explorer")) };
};

/** Answers for whatever stands elsewhere with a law that nobody made. */
const answerElsewhere = async (page, asked = []) => {
  for (const where of ["https://elsewhere.example/**", "http://elsewhere.example/**", "http://127.0.0.1:1/**"]) {
    await page.route(where, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "application/json", headers: { "Access-Control-Allow-Origin": "*" }, body: forged });
    });
  }
  return asked;
};

for (const [what, address] of [
  ["a whole address", "https://elsewhere.example/law.json"],
  ["no scheme", "//elsewhere.example/law.json"],
  ["backslashes", "\\\\elsewhere.example\\law.json"],
  ["a slash too few", "https:elsewhere.example"],
  ["blanks around it", " \t\nhttps://elsewhere.example/law.json "],
  ["a name before the host", "http://127.0.0.1@elsewhere.example/law.json"],
  ["another port", "http://127.0.0.1:1/law.json"],
  ["the text itself", `data:application/json,${encodeURIComponent(forged)}`],
  ["a script", "javascript:alert(1)"],
]) {
  test(`a dataset elsewhere, with ${what}, is neither asked for nor shown`, async ({ page, watch, openCase }) => {
    const asked = await answerElsewhere(page);
    for (const query of [`?dataset=${encodeURIComponent(address)}`, `#dataset=${encodeURIComponent(address)}`, OPTIONS({ dataset: address })]) {
      const told = watch.ours.length;
      const { frame, explorer } = await framed(page, openCase, query);
      await expect.poll(() => watch.ours.length).toBe(told + 1);
      await expect(frame.getByText("This part of the story needs JavaScript")).toBeVisible();
      await expect(explorer.host).toHaveCount(0);
    }
    watch.expectLines(...Array(3).fill(/stands on another origin than embed\.html|Invalid URL/));
    expect(asked).toEqual([]);
  });
}

test("a `blob:` of this very origin is no dataset of the newsroom's", async ({ page, watch, openCase }) => {
  watch.expectLines("stands on another origin than embed.html");
  await openCase("frame-plain");
  const blob = await page.evaluate((text) => URL.createObjectURL(new Blob([text], { type: "application/json" })), forged);
  await page.locator("iframe").evaluate((frame, blob) => { frame.src = `/embed.html?dataset=${encodeURIComponent(blob)}`; }, blob);
  await expect(page.frameLocator("iframe").getByText("This part of the story needs JavaScript")).toBeVisible();
  await expect(page.frameLocator("iframe").locator("provision-explorer")).toHaveCount(0);
});

// Each is no text; once it was none where it was checked, and an address where it was fetched.
for (const dataset of [["https://elsewhere.example/law.json"], 5, {}, { href: "https://elsewhere.example/law.json" }, [["/cases/data/charter.json"]], true]) {
  test(`a dataset that is ${JSON.stringify(dataset)} is no address, and said so`, async ({ page, watch, openCase }) => {
    watch.expectLines("options.dataset: expected a text");
    const asked = await answerElsewhere(page);
    const { frame, explorer } = await framed(page, openCase, OPTIONS({ dataset, heading: "Kept" }));
    await expect(explorer.status).toBeVisible({ timeout: 15_000 });
    await expect(frame.getByRole("heading", { level: 2 })).toHaveText("Kept");
    await expect(frame.getByText("UN Convention against Cybercrime").first()).toBeAttached();
    expect(asked).toEqual([]);
    const wanted = watch.requests.filter((it) => /\/(5|true)$|object/.test(it));
    expect(wanted).toEqual([]);
  });
}

test("names that objects have by themselves are names like any other", async ({ page, watch, openCase }) => {
  watch.expectLines(/no option is called `__proto__`.*`constructor`|no option is called `constructor`.*`__proto__`/);
  const asked = await answerElsewhere(page);
  const proto = encodeURIComponent('{"__proto__":{"dataset":"https://elsewhere.example/law.json"},"constructor":1}');
  const { explorer } = await framed(page, openCase, `?options=${proto}&dataset=/cases/data/bill.json`);
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
  expect(asked).toEqual([]);
});

test("of two datasets in an address the first counts, and the other is never asked for", async ({ page, openCase }) => {
  const asked = await answerElsewhere(page);
  const elsewhere = encodeURIComponent("https://elsewhere.example/law.json");
  const { explorer } = await framed(page, openCase, `?dataset=/cases/data/bill.json&dataset=${elsewhere}#dataset=${elsewhere}`);
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
  expect(asked).toEqual([]);
});

test("a redirect of this origin to another one is not followed to a law", async ({ page, watch, openCase }) => {
  watch.expectLines(/^provision-explorer: .*redirect\.json (leads to|cannot be fetched)/, /Content.Security.Policy/);
  const violations = watch.violations;
  await page.route(/\/redirect\.json$/, (route) => (route.request().isNavigationRequest()
    ? route.continue()
    : route.fulfill({ status: 302, headers: { Location: new URL(page.url()).origin.replace("127.0.0.1", "localhost") + "/cases/data/charter.json" } })));
  const { frame, explorer } = await framed(page, openCase, "?dataset=/redirect.json&lang=en");
  await expect(frame.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(explorer.status).toHaveCount(0);
  violations.length = 0; // the page's own policy says so as well
});

test("opened by itself, the page says nothing in the newsroom's name that only its address says", async ({ page, watch }) => {
  const notes = encoded({ notes: { 3: "Forged." }, heading: "Forged too" });
  await page.goto(`/embed.html?dataset=/cases/data/bill.json&heading=Forged&highlight=3&deep-links&childId=pym&parentUrl=https://elsewhere.example/story&options=${notes}`);
  const explorer = await new Explorer(page).arrive();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Lantern Bill");
  await expect(explorer.heads.first()).toContainText("Article 1");
  await expect(page.getByText(/Forged|Highlighted/)).toHaveCount(0);
  await expect(page.locator("html")).not.toHaveAttribute("data-provision-explorer-story");
  expect(watch.ours).toHaveLength(1);
  expect(watch.ours[0]).toContain("heading, highlight, notes in the address: left out");
  await page.goto("about:blank"); // as a whole page, it has no landmarks
});

test("a story's address is believed only on the origin of the page that tells it", async ({ page, openCase }) => {
  const { frame, explorer } = await framed(page, openCase, "?dataset=/cases/data/bill.json&deep-links");
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  const tell = (address) => page.evaluate((address) => frames[0].postMessage({ type: "provision-explorer:story", fragment: "", address }, "*"), address);
  const known = await page.evaluate(() => location.href);
  await expect(frame.locator("html")).toHaveAttribute("data-provision-explorer-story", known); // `embed-parent.js` said so
  const own = await page.evaluate(() => `${origin}/own/`);
  for (const address of ["https:evil", "https://elsewhere.example/", `${own.replace("//", "//127.0.0.1@")}`, "javascript:alert(1)", [own], `blob:${own}`]) {
    await tell(address);
  }
  await settled(page);
  await settled(page.frames()[1]);
  await expect(frame.locator("html")).toHaveAttribute("data-provision-explorer-story", known);
  await tell(own);
  await expect(frame.locator("html")).toHaveAttribute("data-provision-explorer-story", own);
});

test("where a server sends no policy, the page for frames has one of its own", async ({ page, watch, openCase }) => {
  await page.route(/\/embed\.html/, async (route) => {
    const answer = await route.fetch();
    const { "content-security-policy": _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  const { explorer } = await framed(page, openCase, "?dataset=/cases/data/bill.json");
  await expect(explorer.status).toHaveText("4 provisions", { timeout: 15_000 });
  const lines = watch.lines.length;
  const [refused] = await Promise.all([page.frames()[1].evaluate((own) => {
    const outcome = new Promise((done) => addEventListener("securitypolicyviolation", ({ effectiveDirective }) => done(effectiveDirective)));
    fetch(own.replace("127.0.0.1", "localhost")).catch(() => {});
    return outcome;
  }, `${new URL(page.url()).origin}/data/`)]);
  expect(refused).toBe("connect-src");
  await settled(page);
  watch.violations.length = 0;
  watch.lines.length = lines;
});
