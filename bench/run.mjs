// Measures scenarios in turn, again and again, so that whatever else the machine does falls on all
// of them alike; then tells the medians. `cargo xtask bench` prepares what it needs and calls it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { BROWSER } from "./measure/browser.mjs";
import { chart } from "./measure/chart.mjs";
import { cost } from "./measure/cost.mjs";
import { embeds } from "./measure/docs.mjs";
import { summarise } from "./measure/figures.mjs";
import { CALM, watch } from "./measure/others.mjs";
import { Server } from "./measure/server.mjs";
import { walk } from "./measure/steps.mjs";
import { tables } from "./measure/table.mjs";
import { targets } from "./measure/targets.mjs";
import { PROFILES, Visit } from "./measure/visit.mjs";
import { bundleEmbeds } from "./embeds.mjs";
import { bundle } from "./peers.mjs";
import { scenarios } from "./scenarios.mjs";

const list = (text) => text.split(",").filter(Boolean);
const option = (fallback) => ({ type: "string", default: fallback });
const { values } = parseArgs({
  options: {
    dist: { type: "string" }, work: { type: "string" }, out: { type: "string" },
    only: option(""), profiles: option("phone,desk"), runs: option("5"), port: option("0"), sizes: option("20"),
  },
});
const asked = {
  ...values,
  only: list(values.only), profiles: list(values.profiles), sizes: list(values.sizes).map(Number), runs: Number(values.runs),
};

const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until others leave the machine alone, for a while. */
const calm = async () => {
  for (let tries = 0; tries < 8; tries += 1) {
    const others = watch();
    await sleep(250);
    if (!(others() >= CALM)) return;
  }
};

/** One load; with its steps where they are wanted. */
const load = async (browser, server, scenario, profile, steps) => {
  const others = watch();
  const visit = await Visit.to(browser, server, scenario, PROFILES[profile]);
  try {
    const figures = await visit.figures();
    const taken = steps && scenario.steps && await walk(visit.page, scenario.steps);
    return { scenario: scenario.name, profile, ...figures, steps: taken, others: others() };
  } finally {
    await visit.close();
  }
};

const told = (run, { scenario, profile, content, opened, late, others, steps, errors }) => {
  const time = (value) => (value === undefined ? "–" : Math.round(value));
  const walked = Object.entries(steps ?? {}).map(([name, { inp, error }]) => `${name} ${error ?? inp}`);
  const parts = [`${run < 0 ? "to pack" : run + 1} ${profile} ${scenario}: content ${time(content)}, tap ${time(opened)}`, ...walked];
  console.error([...parts, others === undefined ? "others unknown on this system" : `others ${time(100 * others)} %`, ...late ? ["too late"] : [], ...errors].join(", "));
};

/** Hands over the loads so far after each round, so that an early end leaves something. */
const measure = async (server, chosen, keep) => {
  const browser = await chromium.launch(BROWSER);
  const loads = [];
  // The first round packs what is sent, and counts for nothing.
  for (const scenario of chosen) told(-1, await load(browser, server, scenario, "desk", false));
  for (let run = 0; run < asked.runs; run += 1) {
    for (const profile of asked.profiles) {
      for (const scenario of chosen.filter(({ most }) => run < most)) {
        await calm();
        loads.push({ run, ...await load(browser, server, scenario, profile, true) });
        told(run, loads.at(-1));
      }
    }
    keep(loads, browser.version());
  }
  await browser.close();
};

const wanted = ({ name }) => !asked.only.length || asked.only.some((it) => {
  const [start, end] = it.split("*");
  return end === undefined ? name === it : name.startsWith(start) && name.endsWith(end);
});

/** The files of a build, with their bytes. */
const manifestOf = (dist) => {
  const { files } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  return Object.entries(files).map(([path, file]) => ({ path, ...file }));
};

const peers = join(asked.work, "peers");
await bundle(peers);
const folders = [...await bundleEmbeds(join(asked.work, "embeds")), ["/peers/", peers], ["/laws/", join(asked.work, "laws")], ["/plain.css", join(asked.work, "plain.css")], ["/", asked.dist]];
const server = await new Server(folders, join(asked.work, "packed")).listen(Number(asked.port));
const all = scenarios(asked);
for (const { page, html } of all) server.pages.set(page, html);
const chosen = all.filter(wanted);
if (!chosen.length) throw new Error(`no scenario is called so; there are ${all.map(({ name }) => name).join(", ")}`);

const manifest = manifestOf(asked.dist);
const counts = join(asked.work, "counts.json");
const counted = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
mkdirSync(asked.out, { recursive: true });
/** Nothing of an earlier run stays that this one doesn't tell. */
const write = (name, text) => (text ? writeFileSync(join(asked.out, name), text) : rmSync(join(asked.out, name), { force: true }));
await measure(server, chosen, (loads, version) => {
  const summary = summarise(loads, chosen, asked.profiles, server.file("/host.html").body.length);
  const figures = { browser: version, processors: cpus().length, runs: asked.runs, summary, loads };
  write("figures.json", JSON.stringify(figures, undefined, 1));
  write("table.md", `${tables(summary)}\n## A million views, in GB\n\n${cost(manifest)}`);
  write("embeds.md", embeds(summary));
  write("cost.md", cost(manifest));
  write("targets.md", targets(summary, manifest, counted));
  write("chart.svg", chart(summary, asked.sizes));
});
server.close();
console.log(readFileSync(join(asked.out, "table.md"), "utf8"));
console.log(`figures.json, table.md and chart.svg are in ${asked.out}`);
