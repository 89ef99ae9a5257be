// The types of the package as its readers' compilers find them, through `exports`: pages, build steps,
// and the templates of React, Svelte and Vue. Needs `cargo xtask package`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "types-"));
  await mkdir(join(folder, "node_modules"));
  await symlink(join(root, "dist-npm"), join(folder, "node_modules/provision-explorer"));
  for (const name of ["@types", "react", "svelte", "vue"]) {
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  await cp(join(root, "tests/package/types"), folder, { recursive: true });
});
after(() => rm(folder, { recursive: true }));

/** What the compiler says of a file. */
const check = (file, [module, resolution]) => spawnSync(process.execPath, [
  join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--module", module,
  "--moduleResolution", resolution, "--jsx", "react-jsx", "--types", "", file,
], { cwd: folder, encoding: "utf8" }).stdout;

for (const file of ["page.ts", "react.tsx", "svelte.ts", "vue.ts", "node.ts"]) {
  test(`${file}: what the reference says is right, and nothing else`, () => {
    assert.equal(check(file, ["esnext", "bundler"]), "");
  });
}

test("as Node resolves it, a build step finds the functions under the package's own name", () => {
  assert.equal(check("node.ts", ["nodenext", "nodenext"]), "");
});
