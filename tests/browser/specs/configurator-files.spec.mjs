// What the configurator hands over to be published: the very files that the command writes.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { Explorer } from "../explorer.mjs";
import { expect, expectAccessible, pasted, test, workersAnswers } from "../fixtures.mjs";
import { inFrame, paste, publish } from "../pasting.mjs";

const LOADER = "https://news.example/explorer/provision-explorer.js";
const STORY = "Police could make an engineer hand over passwords under Article 28(4). Article 24 of the cybercrime convention has the safeguards.";
const PUBLISH = "Download the files to publish (.zip)";

const take = (page) => page.getByRole("region", { name: "4. Take it" });
const said = (page, text) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

/** The page with a story's places highlighted. */
const draft = async (page) => {
  await page.goto("/configurator.html");
  await page.getByRole("textbox", { name: /Paste the story/ }).fill(STORY);
  await page.getByRole("button", { name: "Highlight all 2" }).click();
};

/** What is downloaded: its name, and its files by their paths. */
const downloaded = async (page, info, press) => {
  const saving = page.waitForEvent("download");
  await press();
  const saved = await saving;
  const name = saved.suggestedFilename();
  const path = info.outputPath(name);
  mkdirSync(info.outputPath(), { recursive: true });
  await saved.saveAs(path);
  const names = name.endsWith(".zip") ? execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).trim().split("\n") : [];
  const files = names.map((it) => [it, execFileSync("unzip", ["-p", path, it], { maxBuffer: 2 ** 24 })]);
  return { name, path, files: new Map(files.sort()) };
};

/** All files below a folder, by their paths. */
const below = (folder) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const path = (it) => join(it.parentPath, it.name).slice(folder.length + 1);
  return new Map(files.map((it) => [path(it), readFileSync(join(it.parentPath, it.name))]).sort());
};

for (const lang of ["de", "ar"]) {
  test(`a story's page, its answer and its pictures are the command's to the byte (${lang})`, async ({ page }, info) => {
    await draft(page);
    await page.getByRole("combobox", { name: "My system is …" }).selectOption({ label: "It takes links and pictures alone: Substack, LinkedIn, Mastodon" });
    await expect(take(page).getByText("The story’s page and its pictures need the whole address of the explorer’s files")).toBeVisible();
    await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill(LOADER);
    await expect(take(page).getByText("The story’s page and its pictures need")).toHaveCount(0);
    await page.getByText(/change that$/).click();
    await page.getByRole("combobox", { name: "Language of its own words" }).selectOption(lang);
    const zip = await downloaded(page, info, () => take(page).getByRole("button", { name: PUBLISH }).click());
    await said(page, `${zip.name} is saved, with the story’s page and 2 pictures`);
    expect([...zip.files.keys()].map((it) => it.replace(zip.name.replace(".zip", ""), "IT"))).toEqual(["stories/IT-art_24.png", "stories/IT-art_28__para_4.png", "stories/IT.html", "stories/IT.json"]);
    await page.getByText(/^What you take: /).click();
    await page.getByRole("radio", { name: "Settings as a file" }).check();
    const options = await downloaded(page, info, () => page.getByRole("button", { name: "Save as a file" }).click());
    const given = JSON.parse(readFileSync(options.path, "utf8"));
    const folder = await publish(info, { [options.name.replace(".json", "")]: given }, LOADER.replace("provision-explorer.js", ""));
    const published = below(folder);
    expect([...zip.files.keys()]).toEqual([...published.keys()]);
    for (const [path, bytes] of published) expect(zip.files.get(path).equals(bytes), path).toBe(true);
    await expectAccessible(page, "the files to publish");
  });
}

const KINDS = { ".html": "text/html", ".json": "application/json", ".png": "image/png", ".txt": "text/plain" };
const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

/** The explorer's files in a folder of the site's, with what was unpacked beside the loader. */
const host = (page, unpacked) =>
  page.route("**/explorer/**", (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).replace(/^\/explorer\//, "");
    const body = unpacked.get(path);
    return route.fulfill(body ? { body, contentType: KINDS[extname(path)] } : { path: join(DIST, path) });
  });

test("with a law of one's own, what is downloaded and pasted works at the first try: in a story, by the page's address, in its frame", async ({ page, baseURL }, info) => {
  await page.goto("/configurator.html");
  await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill(`${baseURL}/explorer/provision-explorer.js`);
  await page.getByLabel("Open a dataset or a spreadsheet…").setInputFiles(fileURLToPath(new URL("../../../data/example-bicycle-parking.json", import.meta.url)));
  await expect(page.getByRole("region", { name: "The law" }).getByText(", from example-bicycle-parking.json")).toBeVisible();
  await page.getByRole("textbox", { name: /Paste the story/ }).fill("Section 2 of the Example Bicycle Parking Ordinance has the fees.");
  await page.getByRole("button", { name: "Highlight it" }).click();
  const zip = await downloaded(page, info, () => take(page).getByRole("button", { name: PUBLISH }).click());
  const snippet = await page.getByRole("textbox", { name: "Snippet" }).inputValue();
  const shown = take(page).getByRole("textbox", { name: "The page’s address" });
  await said(page, `The page’s address is ${await shown.inputValue()} then.`);
  await take(page).getByRole("button", { name: "Copy the page’s address" }).click();
  await said(page, "The page’s address is copied.");
  await page.route("**/paste", (route) => route.fulfill({ body: "<!doctype html><html lang=en><title>A field</title><main>", contentType: "text/html" }));
  await page.goto("/paste");
  const address = await pasted(page);
  await host(page, zip.files);
  const works = async (explorer) => {
    await expect(explorer.host.getByRole("heading", { name: "Example Bicycle Parking Ordinance" })).toBeVisible();
    await expect(explorer.heads.first()).toContainText("Section 2");
    await expect(explorer.heads.first()).not.toContainText("Article");
  };
  await paste(page, snippet);
  await works(new Explorer(page));
  await page.goto(address);
  await works(new Explorer(page));
  const answer = zip.files.get(address.replace(`${baseURL}/explorer/`, "").replace(".html", ".json"));
  await paste(page, JSON.parse(answer).html);
  const { explorer } = await inFrame(page);
  await works(explorer);
});

/** The page ready to be pressed, and how often what draws was fetched. */
const ready = async (page) => {
  await draft(page);
  await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill(LOADER);
  const fetched = [];
  page.on("request", (it) => /\/painter-.*\.wasm$/.test(it.url()) && fetched.push(it.url()));
  return { fetched, press: () => take(page).getByRole("button", { name: PUBLISH }).press("Enter") };
};

test("what draws is fetched once, what doesn't come is told once, where one looks, and the rest is handed over", async ({ page }, info) => {
  const { fetched, press } = await ready(page);
  await page.route("**/assets/painter-*.wasm", (route) => route.abort());
  const none = await downloaded(page, info, press);
  const why = "No pictures of Article 28(4) and Article 24: what draws them didn’t come.";
  await said(page, why);
  await expect(take(page).getByText(why)).toBeInViewport();
  expect(fetched).toHaveLength(1);
  expect([...none.files.keys()].map((it) => it.split(".").pop())).toEqual(["html", "json"]);
  for (const text of none.files.values()) expect(text.toString()).not.toContain(".png");
  await page.unroute("**/assets/painter-*.wasm");
  const all = await downloaded(page, info, press);
  await said(page, /with the story’s page and 2 pictures/);
  expect([...all.files.keys()].filter((it) => it.endsWith(".png"))).toHaveLength(2);
  expect(fetched).toHaveLength(2);
  await page.route("**/assets/worker-*.js", (route) => route.abort());
  await downloaded(page, info, press);
  await said(page, /with the story’s page and 0 pictures:.*No pictures of Article 28\(4\) and Article 24: what draws them didn’t start/);
});

test("what is being drawn is stopped by Escape, by a change of the draft and by a press that is refused", async ({ page }) => {
  const { press } = await ready(page);
  const begun = async () => {
    const asked = page.waitForRequest("**/assets/painter-*.wasm");
    await press();
    await asked;
    await expect(take(page).getByRole("button", { name: "Stop (Esc)" })).toBeVisible();
  };
  const stopped = async (words) => {
    await said(page, words);
    await expect(take(page).getByText(words)).toBeVisible();
    await expect(take(page).getByRole("button", { name: "Stop (Esc)" })).toHaveCount(0);
  };
  const saved = [];
  page.on("download", (it) => saved.push(it.suggestedFilename()));
  // What draws never comes.
  await page.route("**/assets/painter-*.wasm", () => {});
  await begun();
  await page.keyboard.press("Escape");
  await stopped("Stopped: no files are saved.");
  await begun();
  await page.getByRole("textbox", { name: "Where the explorer’s files are" }).fill("https://static.example");
  await stopped(/The draft is another now/);
  await press();
  await stopped(/https:\/\/static\.example is not the file that a page names/);
  expect(saved).toEqual([]);
});

test("a second press while the files are under way says how far they are, and one archive is saved", async ({ page }) => {
  const { fetched, press } = await ready(page);
  const answers = await workersAnswers(page);
  const saved = [];
  page.on("download", (it) => saved.push(it.suggestedFilename()));
  await answers.hold();
  await press();
  await expect.poll(answers.count).toBe(1);
  await press();
  await said(page, "Drawing picture 1 of 2 …");
  await answers.deliver();
  await said(page, /is saved, with the story’s page and 2 pictures/);
  expect(saved).toHaveLength(1);
  expect(fetched).toHaveLength(1);
});
