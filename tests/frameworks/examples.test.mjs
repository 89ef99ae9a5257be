// The package in the frameworks' own tools: each of `examples/` is copied, gets the tarball as npm
// installs it, is built by its own command and read by a reader in Chromium. Needs `cargo xtask
// package`, the registry of npm and `hugo`; `cargo xtask test --all` runs it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { name, version } = JSON.parse(readFileSync(`${root}dist-npm/package.json`, "utf8"));
const TARBALL = `${root}dist-npm/${name}-${version}.tgz`;

/** Each example's folder of built files. */
const EXAMPLES = {
  vite: "dist", react: "dist", next: "out", astro: "dist", sveltekit: "build", eleventy: "_site", hugo: "public",
};

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".txt": "text/plain", ".wasm": "application/wasm",
};

// Frameworks start with inline scripts and styles; nothing else may come from anywhere but the site.
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; "
  + "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:";

const run = (folder, program, ...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder, encoding: "utf8", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" },
  });
  assert.equal(status, 0, `${program} ${words.join(" ")}\n${stdout}${stderr}`);
};

/** Serves a folder as a static host does; returns its address and how to end it. */
const serve = async (folder) => {
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const bytes = await readFile(file).catch(() => undefined);
    const headers = { "content-security-policy": POLICY, "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
    response.writeHead(bytes ? 200 : 404, headers).end(bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

/** A reader's way through the story; returns what the page should not have said or asked. */
const read = async (page, address) => {
  const amiss = [];
  page.on("console", (message) => amiss.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", ({ message }) => amiss.push(message));
  page.on("requestfailed", (request) => amiss.push(`failed: ${request.url()}`));
  page.on("request", (request) => request.url().startsWith(address) || /^data:/.test(request.url()) || amiss.push(`asked: ${request.url()}`));
  page.on("response", (response) => response.status() < 400 || amiss.push(`${response.status()}: ${response.url()}`));
  await page.goto(address);
  await page.getByRole("heading", { name: "What critics say of the treaty" }).waitFor();
  const explorer = page.locator("provision-explorer");
  const card = explorer.locator("details", { hasText: "Compelled assistance with access" }).first();
  const whose = card.getByText("According to the press release").first();
  await card.locator("summary").first().click();
  await whose.waitFor();
  await card.locator("summary").first().click();
  await whose.waitFor({ state: "hidden" });
  // And by the story's own words.
  await page.locator("provision-ref").click();
  await whose.waitFor();
  const second = await explorer.locator("details", { hasText: "Article 14(4)" }).first().innerText();
  assert.match(second, /Highlighted/, "what the story highlights is so where it is read");
  return amiss;
};

let browser;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "frameworks-"));
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

for (const [example, built] of Object.entries(EXAMPLES)) {
  test(`a story with ${example}`, async () => {
    const site = join(folder, example);
    await cp(join(root, "examples", example), site, {
      recursive: true, filter: (file) => !file.includes("node_modules"),
    });
    // Not `npm ci`: a registry may lack what is optional on another system, and the tarball is no line
    // of the lock file.
    run(site, "npm", "install", "--no-save", "--no-audit", "--no-fund", TARBALL);
    run(site, "npm", "run", "build");
    const { address, close } = await serve(join(site, built));
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    try {
      assert.deepEqual(await read(page, address), []);
    } finally {
      await page.close();
      close();
      await rm(site, { recursive: true });
    }
  });
}
