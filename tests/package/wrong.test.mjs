// The npm command as somebody uses it who has Node alone and gets it wrong: what is said and with which code it
// ends, and that nothing is written. Needs `cargo xtask package`.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist-npm/bin/provision-explorer.js");
const folder = mkdtempSync(join(tmpdir(), "wrong-"));
after(() => rmSync(folder, { recursive: true }));

const run = (...words) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  return { stdout, stderr, status };
};
/** Every file of the folder, with what stands in it. */
const files = () => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name)).sort().map((it) => [it, readFileSync(it, "base64")]));

const law = readFileSync(join(root, "data/example-bicycle-parking.json"), "utf8");
const LOADER = "https://news.example/explorer/provision-explorer.js";
for (const [name, text] of Object.entries({
  "law.json": law,
  "broken.json": law.replaceAll('"sec_3__para_2"]', '"sec_33"]'),
  "cut.json": law.slice(0, 2000),
  "options.json": '{ "highlight": ["28(4)"] }',
  "misspelt.json": '{ "highlights": ["28(4)"], "view": "wall" }',
  "act.xml": "<?xml version='1.0'?>\n<act><p>1. Lamps are lit.</p>",
  "letter.txt": "Dear Minister,",
})) writeFileSync(join(folder, name), text);
mkdirSync(join(folder, "empty"));
mkdirSync(join(folder, "begun"));
cpSync(join(folder, "law.json"), join(folder, "begun/law.json"));
assert.equal(run("template", "law.xlsx").status, 0);

// What is wrong, what it ends with, and what is said of it.
const WRONG = [
  [["check", "none.json"], 1, "cannot read `none.json`: there is none"],
  [["check", "begun"], 1, "cannot read `begun`: it is a folder"],
  [["check", "cut.json"], 1, "cannot read `cut.json`: not JSON at line "],
  [["check", "broken.json"], 1, "`sec_33`"],
  [["check", "options.json"], 1, "`options.json` is no law's dataset"],
  [["check", "law.xlsx"], 1, "of a workbook or a document `import` makes a dataset"],
  [["check", "act.xml"], 1, "of a law from its publisher `import` makes a dataset"],
  [["check", "letter.txt"], 1, "cannot read `letter.txt`: "],
  [["check", "law.json", "--write"], 1, "name the folder of the sources' texts"],
  [["check", "law.json", "--stories", "empty"], 2, "--against <NEW>"],
  [["check", "law.json", "--stories", "empty", "--against", "law.json"], 1, "`empty` holds no story"],
  [["check", "law.json", "--stories", "none", "--against", "law.json"], 1, "cannot list the folder `none`: there is none"],
  [["check", "law.json", "--stories", "empty", "--against", "broken.json"], 1, "`broken.json` breaks its rules"],
  [["check", "law.json", "--stories", "begun", "--against", "law.json", "--write"], 2, "--write"],
  [["check", "law.json", "--stories", "begun", "--against", "law.json", "--sources", "empty"], 2, "--sources"],
  [["check"], 2, "<FILE>"],
  [["check", "law.json", "--source", "."], 2, "--sources"],
  [["import", "none.xlsx"], 1, "cannot read `none.xlsx`: there is none"],
  [["import", "law.xlsx", "--out", "new.json"], 1, "problem(s)"],
  [["import", "law.json", "--out", "new.json"], 1, "law.json"],
  [["import", "act.xml", "--out", "new.json"], 1, "act.xml, line 2"],
  [["template", "law.ods"], 1, "let its name end in `.xlsx`"],
  [["template", "new.xlsx", "--from", "broken.json"], 1, "`broken.json` has problems"],
  [["upgrade", "options.json", "--write"], 1, "no `schema_version` 1 stands here"],
  [["init", "begun"], 1, "is there already; name another folder"],
  [["init", "letter.txt"], 1, "letter.txt"],
  [["publish", "broken.json", "--to", "new"], 1, "`sec_33`"],
  [["publish", "none.json", "--to", "new"], 1, "cannot read `none.json`: there is none"],
  [["publish", "law.json", "--data-only", "--to", "letter.txt"], 1, "letter.txt"],
  [["publish", "--page", "options.json", "--to", "new"], 2, "--loader <URL>"],
  [["publish", "--page", "options.json", "--loader", "./provision-explorer.js", "--to", "new"], 1, "`--loader ./provision-explorer.js`"],
  [["publish", "--page", "misspelt.json", "--loader", LOADER, "--to", "new"], 1, "did you mean `highlight`?"],
  [["publish", "--page", "none.json", "--loader", LOADER, "--to", "new"], 1, "cannot read `none.json`: there is none"],
  [["prerender", "none.json"], 1, "cannot read `none.json`: there is none"],
  [["prerender", "misspelt.json"], 1, "2 problem(s) with the options"],
  [["prerender", "options.json", "--as", "wall"], 2, "no form is called `wall`; there are twin"],
  [["prerender", "options.json", "--as", "amp"], 1, "`--loader provision-explorer.js`"],
  [["prerender", "options.json", "--accent", "teal"], 2, "teal"],
  [["prerender", "options.json", "--dataset", "broken.json"], 1, "`broken.json` breaks its rules"],
  [["serve", "none"], 1, "there is no folder `none` to serve"],
  [["serve", ".", "--port", "http"], 2, "http"],
  [["publishes"], 2, "unrecognized subcommand 'publishes'"],
  [[], 2, "Usage: provision-explorer <COMMAND>"],
];

for (const [words, status, said] of WRONG) {
  test(`${words.join(" ") || "no command"}: ${said}`, () => {
    const before = files();
    const done = run(...words);
    assert.ok(done.stderr.includes(said), done.stderr);
    assert.equal(done.status, status);
    assert.equal(done.stdout, "");
    assert.doesNotMatch(done.stderr, /cargo|xtask|at .*\(.*:\d+:\d+\)|RuntimeError/);
    assert.deepEqual(files(), before, "nothing is written");
  });
}

test("a port that is taken is told, with what to do", async () => {
  const server = createServer();
  const port = await new Promise((done) => server.listen(0, "127.0.0.1", () => done(server.address().port)));
  const { stdout, stderr, status } = run("serve", ".", "--port", String(port));
  await new Promise((done) => server.close(done));
  assert.deepEqual({ stdout, status }, { stdout: "", status: 1 });
  assert.equal(stderr, `error: port ${port} is taken; name another with --port, or 0 for any that is free\n`);
});

test("what is asked for on purpose is printed, and ends well", () => {
  const { version } = JSON.parse(readFileSync(join(root, "dist-npm/package.json"), "utf8"));
  assert.deepEqual(run("--version"), { stdout: `provision-explorer ${version}\n`, stderr: "", status: 0 });
  const { stdout, stderr, status } = run("--help");
  assert.deepEqual({ stderr, status }, { stderr: "", status: 0 });
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name).filter((it) => it !== "help");
  assert.deepEqual(commands, ["init", "check", "import", "template", "upgrade", "publish", "prerender", "serve"]);
  for (const command of commands) {
    const help = run(command, "--help");
    assert.deepEqual({ stderr: help.stderr, status: help.status }, { stderr: "", status: 0 }, command);
    assert.match(help.stdout, new RegExp(`Usage: provision-explorer ${command}`));
  }
});

test("what the beginning says to do works as it stands", async () => {
  assert.equal(run("init", "story").status, 0);
  const steps = readFileSync(join(folder, "story/README.md"), "utf8").match(/^npx provision-explorer .*$/gm);
  assert.ok(steps.length >= 4, steps.join("\n"));
  for (const step of steps) {
    const words = step.split(" ").slice(2);
    const cwd = join(folder, "story");
    if (words[0] !== "serve") {
      const { status, stderr } = spawnSync(process.execPath, [program, ...words], { cwd, encoding: "utf8" });
      assert.equal(status, 0, `${step}: ${stderr}`);
      continue;
    }
    const server = spawn(process.execPath, [program, ...words, "--port", "0"], { cwd });
    const [address] = await new Promise((done) => server.stdout.once("data", (text) => done(String(text).match(/http:\S+/))));
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<provision-explorer/);
    const loader = await fetch(`${address}provision-explorer/provision-explorer.js`);
    assert.equal(loader.headers.get("content-type"), "text/javascript; charset=utf-8");
    server.kill();
  }
});
