// What is handed out: whole, as its own lists say, and small enough to be uploaded. `cargo xtask test` packs it of
// its build and says where; by hand, it is what `cargo xtask release` has left in `dist-release/`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = process.env.PROVISION_EXPLORER_PACKED ?? fileURLToPath(new URL("../../dist-release/", import.meta.url));
const archive = (start, end) => readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(end));
const SITE = archive("provision-explorer-0", ".zip") ?? archive("provision-explorer-1", ".zip");
const PLUGIN = archive("provision-explorer-wordpress-", ".zip");

const digest = (kind, bytes, as) => createHash(kind).update(bytes).digest(as);
const listed = (name) => execFileSync("unzip", ["-Z1", join(folder, name)], { encoding: "utf8" }).trim().split("\n");
const file = (name, path) => execFileSync("unzip", ["-p", join(folder, name), path], { maxBuffer: 1 << 26 });
const inSite = (path) => file(SITE, `${SITE.replace(".zip", "")}/${path}`);

test("the checksums are those of all that stands there", () => {
  const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.split("  "));
  const others = readdirSync(folder).filter((name) => name !== "SHA256SUMS").sort();
  assert.deepEqual(sums.map(([, name]) => name), others);
  assert.equal(others.length, 3);
  for (const [sum, name] of sums) assert.equal(digest("sha256", readFileSync(join(folder, name)), "hex"), sum, name);
});

test("the zip for hosts has each file of its manifest to the byte, and beside these what is said of them", () => {
  const { files } = JSON.parse(inSite("manifest.json"));
  const said = ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.txt", "components.cdx.json", "manifest.json"];
  const paths = listed(SITE).map((path) => path.slice(SITE.length - 3));
  assert.deepEqual(paths, [...Object.keys(files), ...said].sort());
  for (const [path, { integrity }] of Object.entries(files)) {
    assert.equal(`sha384-${digest("sha384", inSite(path), "base64")}`, integrity, path);
  }
});

test("the npm package says whose work is in it, as the zip does", () => {
  const tarball = join(folder, archive("provision-explorer-", ".tgz"));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.txt", "components.cdx.json"]) {
    const text = execFileSync("tar", ["-xzOf", tarball, `package/${name}`], { maxBuffer: 1 << 26 });
    assert.ok(text.equals(inSite(name)), name);
  }
});

test("who is inside is told with licence and texts", () => {
  const { components } = JSON.parse(inSite("components.cdx.json"));
  const notices = String(inSite("THIRD-PARTY.txt"));
  const foreign = components.filter(({ hashes }) => hashes);
  assert.ok(foreign.some(({ name }) => name === "yew"));
  const [, ...texts] = notices.split(`\n${"-".repeat(80)}\n`);
  const told = new Set(texts.flatMap((text) => text.split("\n", 1)[0].split(", ")));
  for (const { name, version } of foreign) {
    assert.ok(notices.includes(`\n${name} ${version}: `), name);
    assert.ok(told.has(`${name} ${version}`), `${name} has no text`);
  }
  assert.match(notices, /Permission is hereby granted, free of charge/);
});

test("the plugin is one folder that a server takes, with the loader and all that it names", () => {
  const paths = listed(PLUGIN);
  assert.ok(paths.every((path) => path.startsWith("provision-explorer/")));
  for (const path of ["provision-explorer.php", "block.js", "block.json", "LICENSE-MIT", "dist/embed.html"]) {
    assert.ok(paths.includes(`provision-explorer/${path}`), path);
  }
  const loader = String(file(PLUGIN, "provision-explorer/dist/provision-explorer.js"));
  for (const [, path] of loader.matchAll(/"\.\/((?:assets|data)\/[^"]+)"/g)) {
    assert.ok(paths.includes(`provision-explorer/dist/${path}`), path);
  }
  assert.ok(statSync(join(folder, PLUGIN)).size < 2_000_000, "PHP takes two megabytes where nobody has said more");
});
