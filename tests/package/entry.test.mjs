// `import "provision-explorer"` and the tarball: what bundlers, servers and npm find there. Needs
// `cargo xtask package`; frameworks' own tools are tried in `tests/frameworks`.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";
import { JSDOM } from "jsdom";

const folder = fileURLToPath(new URL("../../dist-npm/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
const entry = readFileSync(`${folder}index.js`, "utf8");
const tarball = `${folder}${manifest.name}-${manifest.version}.tgz`;
const listed = (file) => execFileSync("tar", ["-tzf", file], { encoding: "utf8" }).trim().split("\n").sort();

/** The entry as a bundler makes it that copies nothing. */
const bundled = () => buildSync({
  entryPoints: [`${folder}index.js`], bundle: true, write: false, format: "iife", external: ["./assets/*"],
  define: { "import.meta.url": '"https://news.example/bundle/main.js"' },
}).outputFiles[0].text;

/** The files of a build that a script of it leads to, by itself and by scripts that it names. */
const ledTo = (script, built, found = new Set()) => {
  const text = readFileSync(join(folder, script), "utf8");
  for (const file of built.filter((it) => !found.has(it) && text.includes(it.split("/").at(-1)))) {
    found.add(file);
    if (file.endsWith(".js")) ledTo(file, built, found);
  }
  return [...found].sort();
};

test("every file that the entry names is there, and they are those that the loader leads to", () => {
  const names = [...new Set(entry.match(/(?<=\.\/)(assets|data)\/[^"`]+/g))].sort();
  const built = ["assets", "data"].flatMap((under) => readdirSync(join(folder, under)).map((it) => `${under}/${it}`));
  assert.deepEqual(names, ledTo("provision-explorer.js", built));
});

test("each address stands where bundlers see it", () => {
  const bare = entry.replaceAll(/new URL\("[^"]+", import\.meta\.url\)\.href|import\("\.\/assets\/[^"]+"\)/g, "");
  assert.equal(bare.match(/"\.\/|import\.meta/g), null);
  for (const [call] of bare.matchAll(/import\(.*/g)) {
    for (const word of ["webpackIgnore: true", "turbopackIgnore: true", "@vite-ignore"]) assert.ok(call.includes(word), call);
  }
});

test("a server may import it: nothing is thrown, and nothing defined", async () => {
  await import(`${folder}index.js`);
  assert.equal(globalThis.customElements, undefined);
  // By its own name Node finds what a server's bundle would.
  for (const name of ["", "/react", "/svelte", "/vue", "/node"]) {
    const script = `await import("provision-explorer${name}"); process.exit("customElements" in globalThis ? 1 : 0);`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, `${name}: ${stderr}`);
  }
});

const page = () => new JSDOM("<p></p>", { url: "https://news.example/story?integrity", runScripts: "outside-only" }).window;

test("a test in jsdom, which lacks what the element needs, may import it", () => {
  const window = page();
  window.eval(bundled());
  assert.equal(window.customElements.get("provision-explorer"), undefined);
  window.close();
});

test("with elements it defines both, and what they fetch is where the bundler put it", async () => {
  const window = page();
  const asked = [];
  window.fetch = async (address) => {
    asked.push(String(address));
    throw TypeError("there is no network");
  };
  window.CSSStyleSheet.prototype.replaceSync = () => {};
  window.ShadowRoot.prototype.adoptedStyleSheets = [];
  window.HTMLElement.prototype.attachInternals = () => ({});
  Object.defineProperty(window.HTMLElement.prototype, "innerText", { get() { return this.textContent; } });
  window.IntersectionObserver = class { observe() {} disconnect() {} };
  window.console.warn = () => {};
  window.eval(bundled());
  const explorer = window.document.createElement("provision-explorer");
  assert.equal(window.customElements.get("provision-explorer").source, "a bundle of scripts");
  assert.ok(window.customElements.get("provision-ref"));
  explorer.append("what readers see without script");
  window.document.body.append(explorer);
  await explorer.select("28(4)");
  assert.ok(asked.some((it) => /^https:\/\/news\.example\/bundle\/assets\/widget-\w+\.wasm$/.test(it)), asked.join());
  assert.ok(asked.includes("https://news.example/bundle/data/un-cybercrime-convention.law.txt"), asked.join());
  window.close();
});

test("plain Node finds the functions under both names", async () => {
  const run = (name) => execFileSync(process.execPath, ["--input-type=module", "--eval", `
    import { check, findMentions, prerender } from "${name}";
    console.log(JSON.stringify([check("{").sound, findMentions("Article 28(4) says").mentions.length, prerender({ as: "address", loader: "https://x.example/provision-explorer.js" }).length > 0]));
  `], { cwd: folder, encoding: "utf8" });
  for (const name of ["provision-explorer", "provision-explorer/node"]) assert.deepEqual(JSON.parse(run(name)), [false, 1, true]);
});

test("whatever `exports` names is in the tarball", () => {
  const files = listed(tarball);
  const named = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(named));
  const all = [...named(manifest.exports), manifest.bin, manifest.types, manifest.customElements].filter((it) => !it.includes("*"));
  assert.deepEqual(all.filter((it) => !files.includes(it.replace("./", "package/"))), []);
});

test("packed again, with its own tarball in the folder, it is the same to the byte", async () => {
  const again = await mkdtemp(join(tmpdir(), "tarball-"));
  try {
    execFileSync("npm", ["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", again], { cwd: folder });
    const file = join(again, `${manifest.name}-${manifest.version}.tgz`);
    assert.deepEqual(listed(file), listed(tarball));
    assert.ok((await readFile(file)).equals(await readFile(tarball)));
  } finally {
    await rm(again, { recursive: true });
  }
});
