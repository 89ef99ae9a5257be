// Whoever has Rust and whoever has not get the same bytes: `cargo xtask` beside the npm command, in
// standard output, standard error and the code that they end with. Needs `cargo xtask package`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BUNDLED = "data/un-cybercrime-convention.json";
const EXAMPLE = "data/example-bicycle-parking.json";
let folder;

const run = (program, words) => {
  const { stdout, stderr, status } = spawnSync(program, words, { cwd: root, maxBuffer: 1 << 26 });
  return { stdout: String(stdout), stderr: String(stderr), status };
};
const ofRust = (words) => run("cargo", ["run", "--quiet", "--package", "xtask", "--", ...words]);
const ofNode = (words) => run(process.execPath, ["dist-npm/bin/provision-explorer.js", ...words]);
const same = (rust, node) => assert.deepEqual(ofNode(node), ofRust(rust));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
  const sound = await readFile(join(root, EXAMPLE), "utf8");
  await writeFile(join(folder, "broken.json"), sound.replaceAll('"sec_3__para_2"]', '"sec_33"]'));
  await writeFile(join(folder, "cut.json"), sound.slice(0, 2000));
  const bundled = await readFile(join(root, BUNDLED), "utf8");
  await writeFile(join(folder, "new.json"), bundled.replace('"Conditions and Safeguards"', '"Safeguards"'));
  await mkdir(join(folder, "stories"));
  await writeFile(join(folder, "stories/hanoi.md"), "Police.\n\nSee <provision-ref to=\"24\">Article 24</provision-ref>.\n");
  await writeFile(join(folder, "stories/export.xml"), "<rss><item><title>A</title><content:encoded>[provision-explorer highlight=\"24\"]</content:encoded></item></rss>");
});
after(() => rm(folder, { recursive: true }));

for (const file of [BUNDLED, EXAMPLE, "broken.json", "cut.json", "none.json", "data"]) {
  test(`check ${file}`, () => {
    const path = file.startsWith("data") ? file : join(folder, file);
    same(["data", path], ["check", path]);
  });
}

test("check stories against a new edition", () => {
  const words = [BUNDLED, "--stories", join(folder, "stories"), "--against", join(folder, "new.json")];
  same(["data", ...words], ["check", ...words]);
  const { stdout } = ofNode(["check", ...words]);
  assert.match(stdout, /^2 files read, 2 touched, \d+ places to look at\nexport\.xml, line 1: in “A” a snippet highlights Article 24: its heading changed\n/);
  assert.match(stdout, /\nhanoi\.md, line 3: a mention leads to Article 24: its heading changed\n/);
});

test("template and import", async () => {
  const [rust, node] = [join(folder, "rust.xlsx"), join(folder, "node.xlsx")];
  assert.equal(ofRust(["data", "template", rust, "--from", EXAMPLE]).status, 0);
  assert.equal(ofNode(["template", node, "--from", EXAMPLE]).status, 0);
  assert.deepEqual(await readFile(node), await readFile(rust));
  same(["data", "import", rust], ["import", rust]);
});

for (const form of ["twin", "element", "frame", "address", "wordpress", "newsletter", "json", "page", "oembed"]) {
  test(`prerender --as ${form}`, () => {
    const words = ["prerender", "--as", form, "--loader", "https://news.example/explorer/provision-explorer.js"];
    same(words, words);
  });
}

test("publish: a story's page, its answer and its pictures", async () => {
  const options = join(folder, "hanoi.json");
  await writeFile(options, JSON.stringify({ highlight: ["28(4)", "24"], lang: "ar" }));
  const loader = "https://news.example/explorer/provision-explorer.js";
  const published = async (name, of) => {
    const to = join(folder, name);
    const { status, stderr } = of(["publish", "--data-only", "--to", to, "--page", options, "--loader", loader]);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    const files = (await readdir(join(to, "stories"))).sort();
    return Promise.all(files.map(async (file) => [file, await readFile(join(to, "stories", file))]));
  };
  const files = await published("by-rust", ofRust);
  assert.deepEqual(await published("by-node", ofNode), files);
  assert.deepEqual(files.map(([file]) => file), ["hanoi-art_24.png", "hanoi-art_28__para_4.png", "hanoi.html", "hanoi.json"]);
});
