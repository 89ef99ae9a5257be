// What a newsroom pastes into its story: printed as `cargo xtask prerender` prints it, put into a
// page, and what any of it comes to.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Explorer } from "./explorer.mjs";
import { expect } from "./fixtures.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const NEWS = "https://news.example/explorer/";

export const options = {
  highlight: ["28(4)", "24"],
  heading: "Q&A: <who> “objects” [to what], 100 % + #1? It’s \\ 'here'",
  open: "24",
  notes: { "28(4)": "Été & </script> \"quoted\" [x] +1 %41 حق 🙂" },
};
export const NOTE = options.notes["28(4)"];

/** Prints a form of some options: what is to be pasted, and what is said beside it. */
export const prerender = async (info, form, { given = options, loader = "/provision-explorer.js", more = [] } = {}) => {
  const file = info.outputPath(`${form}.json`);
  mkdirSync(info.outputPath(), { recursive: true });
  writeFileSync(file, JSON.stringify(given));
  const how = ["xtask", "prerender", file, "--as", form, "--loader", loader, ...more];
  const { stdout, stderr } = await promisify(execFile)("cargo", how, { cwd: root, maxBuffer: 2 ** 24 });
  return { snippet: stdout.trimEnd(), beside: stderr.trimEnd() };
};

/** Publishes the pages of stories by name, without the explorer's own files; says in which folder. */
export const publish = async (info, stories, site, more = []) => {
  const folder = info.outputPath("site");
  mkdirSync(folder, { recursive: true });
  const pages = Object.entries(stories).flatMap(([name, given]) => {
    const file = info.outputPath(`${name}.json`);
    writeFileSync(file, JSON.stringify(given));
    return ["--page", file];
  });
  const how = ["xtask", "publish", "--data-only", "--to", folder, "--loader", `${site}provision-explorer.js`, ...pages, ...more];
  await promisify(execFile)("cargo", how, { cwd: root });
  return folder;
};

/** Opens a story with a snippet in it, something in its head, and a line in its style sheet. */
export const paste = async (page, snippet, { head = "", css = "" } = {}) => {
  await page.route("**/cases/snippet/own.css", (route) => route.fulfill({ body: css, contentType: "text/css" }));
  await page.route("**/cases/snippet/", async (route) => {
    const response = await route.fetch();
    const story = await response.text();
    const body = story.replace("<!-- the story -->", () => snippet).replace("<!-- the head -->", () => head);
    await route.fulfill({ response, body });
  });
  await page.goto("/cases/snippet/");
};

/** What any of them comes to. */
export const expectExplorer = async (explorer) => {
  await expect(explorer.host.getByRole("heading", { level: 2, name: options.heading })).toBeVisible();
  await expect(explorer.heads.first()).toContainText("Article 28(4)");
  await expect(explorer.card("Article 28(4)")).toContainText(NOTE);
};

export const inFrame = async (page) => {
  await page.locator("iframe").scrollIntoViewIfNeeded();
  const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
  const explorer = new Explorer(frame, frame.locator("provision-explorer"));
  await expect(explorer.status).toBeVisible({ timeout: 15_000 });
  return { frame, explorer };
};
