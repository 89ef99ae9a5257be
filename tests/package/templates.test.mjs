// The types of the package as Vue's and Svelte's own checkers see them in templates. What stands behind
// `<!-- wrong: … -->` must be refused, and nothing else. Needs `cargo xtask package`, and the packages of
// `templates`: both checkers need a TypeScript that is written in JavaScript.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const templates = join(root, "tests/package/templates");
const files = ["Story.vue", "Wrong.vue", "Story.svelte", "Wrong.svelte"];
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "templates-"));
  await mkdir(join(folder, "node_modules"));
  await symlink(join(root, "dist-npm"), join(folder, "node_modules/provision-explorer"));
  for (const name of ["svelte", "vue"]) {
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  for (const name of [...files, "tsconfig.json"]) await copyFile(join(templates, name), join(folder, name));
});
after(() => rm(folder, { recursive: true }));

/** The places of errors that a checker finds, as `FILE:LINE`, and all that it printed. */
const check = (script, options, place) => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(templates, "node_modules", script), ...options], {
    cwd: folder, encoding: "utf8",
  });
  const places = [...stdout.matchAll(place)].map(([, file, line]) => `${file}:${line}`);
  return { places: [...new Set(places)].sort(), printed: stdout + stderr };
};

/** The lines that must be refused. */
const wrong = async (file) => {
  const lines = (await readFile(join(templates, file), "utf8")).split("\n");
  return lines.flatMap((line, at) => /<!-- wrong: .* -->/.test(line) ? [`${file}:${at + 2}`] : []);
};

const refuses = async (kind, { places, printed }) => {
  const expected = await wrong(`Wrong.${kind}`);
  assert.ok(expected.length > 5);
  assert.deepEqual(places, expected.sort(), printed);
};

test("Vue's templates: what the reference says is right, and nothing else", () =>
  refuses("vue", check("vue-tsc/bin/vue-tsc.js", ["-p", ".", "--pretty", "false"], /^(\S+)\((\d+),\d+\): error/gm)));

test("Svelte's templates: what the reference says is right, and nothing else", async () => {
  const checked = check("svelte-check/bin/svelte-check", ["--tsconfig", "tsconfig.json", "--output", "machine"], /^\d+ ERROR "([^"]+)" (\d+):/gm);
  await refuses("svelte", checked);
  assert.doesNotMatch(checked.printed, /WARNING "Story\.svelte"/);
});
