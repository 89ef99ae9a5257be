// Counts what the module does at its start and for each step, in a build with a counter in each of its
// functions: the same figures on every machine. `cargo xtask bench --counts` makes that module and calls this.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { BROWSER } from "./measure/browser.mjs";
import { counts, most } from "./measure/counts.mjs";
import { Server } from "./measure/server.mjs";
import { rest, walk } from "./measure/steps.mjs";
import { PROFILES, Visit } from "./measure/visit.mjs";
import { scenarios } from "./scenarios.mjs";

/** With the first view in the page, with the text in it, and with neither. */
const COUNTED = ["story-root", "twin-20", "ours-20", "ours-2000"];

const text = { type: "string" };
const { values: asked } = parseArgs({ options: { dist: text, work: text, out: text, module: text } });

const module = readdirSync(join(asked.dist, "assets")).find((name) => /^widget-.*\.wasm$/.test(name));
const folders = [[`/assets/${module}`, asked.module], ["/laws/", join(asked.work, "laws")], ["/", asked.dist]];
const server = await new Server(folders, join(asked.work, "packed")).listen(0);
const all = scenarios({ ...asked, sizes: [20, 2000] }).filter(({ name }) => COUNTED.includes(name));
for (const { page, html } of all) server.pages.set(page, html);

/** What has been counted once the page rests: nothing more is. */
const whenRested = async (page) => {
  await page.evaluate(() => document.querySelector("provision-explorer").scrollIntoView());
  await page.waitForFunction(() => bench.ready, undefined, { timeout: 60_000, polling: 50 });
  for (let before, now; ; before = now) {
    await rest(page);
    now = await page.evaluate(() => bench.counted());
    if (now.calls === before?.calls) return now;
  }
};

/** What is counted of a scenario: its start, what is done while the page rests, and each step. */
const count = async (browser, { tap, opened, name, ...scenario }) => {
  const visit = await Visit.to(browser, server, scenario, { ...PROFILES.desk, counting: true });
  try {
    await whenRested(visit.page);
    const [ready, rested] = await visit.page.evaluate(() => [bench.ready, bench.since(bench.ready)]);
    const steps = await walk(visit.page, scenario.steps ?? []);
    const failed = Object.values(steps).find(({ error }) => error);
    if (failed) throw new Error(`${name}: ${failed.error}`);
    return [
      { name, what: "first screen", counts: ready },
      { name, what: "then, while the page rests", counts: rested },
      ...Object.entries(steps).map(([what, { counts }]) => ({ name, what, counts })),
    ];
  } finally {
    await visit.close();
  }
};

const browser = await chromium.launch(BROWSER);
const counted = [];
for (const scenario of all) counted.push(...await count(browser, scenario));
await browser.close();
server.close();

const table = counts(counted);
mkdirSync(asked.out, { recursive: true });
writeFileSync(join(asked.out, "counts.md"), table);
writeFileSync(join(asked.work, "counts.json"), JSON.stringify(counted));
console.log(counted.map((it) => most(it)).join("\n\n"));
console.log(`\n${table}`);
