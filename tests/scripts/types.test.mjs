// What editors read of the element: the types for TypeScript, and the custom elements manifest.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the compiler says of a file; nothing where all is right. */
const check = (file) => new Promise((resolve) => {
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", "", file];
  execFile(process.execPath, [here("../../node_modules/typescript/bin/tsc"), ...options], (error, out, err) => {
    resolve(error ? `${out}${err}` || error.message : "");
  });
});

test("a page in TypeScript may do what the reference says, and nothing else", async () => {
  assert.equal(await check(here("types/page.ts")), "");
});

test("the custom elements manifest is one by its schema", async () => {
  const manifest = await readFile(here("../../www/custom-elements.json"), "utf8");
  const folder = await mkdtemp(join(tmpdir(), "manifest-"));
  try {
    const file = join(folder, "manifest.ts");
    const schema = JSON.stringify(here("../../node_modules/custom-elements-manifest/schema.d.ts"));
    await writeFile(file, `import type { Package } from ${schema};\nexport const manifest: Package = ${manifest};\n`);
    assert.equal(await check(file), "");
  } finally {
    await rm(folder, { recursive: true });
  }
});
