// What axe has to say of a page. It reads each distinct state of a document once, whichever test and
// engine comes to it first, and whichever run: what was read without objection stands in a folder that
// all workers share. `libraries.mjs` sees to it before the tests that this was by the same tools.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const READ = fileURLToPath(new URL("../../target/axe/states/", import.meta.url));
const TOOLS = fileURLToPath(new URL("../../target/axe/tools", import.meta.url));
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What begins the line of a meeting at which axe read. */
const ANEW = "read: ";

const digest = (text) => createHash("sha256").update(text).digest("hex");
const states = () => (existsSync(READ) ? readdirSync(READ) : []).map((name) => `${READ}${name}`);

/** Makes ready for a run with these browsers: forgets what was read by other tools, or everything. */
export const prepare = (browsers, { anew }) => {
  const ours = ["axe.mjs", "../../package-lock.json"].map((it) => readFileSync(new URL(it, import.meta.url), "utf8"));
  const tools = digest([...ours, ...browsers.map((it) => execFileSync(it, ["--version"], { encoding: "utf8" }))].join());
  const same = existsSync(TOOLS) && readFileSync(TOOLS, "utf8") === tools;
  if (anew || !same) rmSync(READ, { recursive: true, force: true });
  mkdirSync(READ, { recursive: true });
  writeFileSync(TOOLS, tools);
  for (const state of states()) writeFileSync(state, "");
};

/** How many distinct states were met, how often, and how many read for it; a run of everything forgets the others. */
export const counted = (everything) => {
  const all = states().map((file) => ({ file, met: readFileSync(file, "utf8").split("\n").slice(0, -1) }));
  const met = all.filter((it) => it.met.length > 0);
  if (everything) for (const { file } of all.filter((it) => !met.includes(it))) rmSync(file);
  return {
    states: met.length,
    met: met.reduce((sum, it) => sum + it.met.length, 0),
    read: met.filter((it) => it.met.some((what) => what.startsWith(ANEW))).length,
  };
};

/** In the page: all that axe's rules look at, as a text; none where the browser cannot write it. */
const describe = () => {
  if (!document.documentElement.getHTML) return undefined;
  const roots = [];
  const fields = [];
  const sheets = new Map();
  // By hand: pages that extend what is built in spoil lists.
  const style = (sheet) => {
    if (sheets.has(sheet)) return;
    let css = `${sheet.media.mediaText} ${sheet.disabled}\n`;
    sheets.set(sheet, css);
    for (let at = 0; at < sheet.cssRules.length; at += 1) {
      css += sheet.cssRules[at].cssText;
      if (sheet.cssRules[at].styleSheet) style(sheet.cssRules[at].styleSheet);
    }
    sheets.set(sheet, css);
  };
  const walk = (root) => {
    for (let at = 0; at < root.styleSheets.length; at += 1) style(root.styleSheets[at]);
    for (let at = 0; at < root.adoptedStyleSheets.length; at += 1) style(root.adoptedStyleSheets[at]);
    for (const it of root.querySelectorAll("*")) {
      if (it.shadowRoot) {
        roots[roots.length] = it.shadowRoot;
        walk(it.shadowRoot);
      }
      if ("value" in it) fields[fields.length] = `${it.value} ${it.checked} ${it.disabled}`;
    }
  };
  walk(document);
  const html = document.documentElement.cloneNode(false).outerHTML + document.documentElement.getHTML({ shadowRoots: roots });
  const system = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)", "print"];
  let media = "";
  for (const it of system) media += matchMedia(it).matches;
  let css = "";
  sheets.forEach((it) => { css += it; });
  return `${innerWidth} ${innerHeight} ${devicePixelRatio} ${document.compatMode} ${media}\n${fields.join("\n")}\n${css}\n${html}`;
};

/** The state of a page with its frames; none where one of them cannot be described. */
const stateOf = async (page) => {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(describe).catch(() => undefined)));
  return all.every((it) => typeof it === "string") ? [new URL(page.url()).pathname, ...all].join("\n\n") : undefined;
};

/** Where it stands that a state was read: by all rules as a whole, or by some or in part. */
const fileOf = (state, how = "whole") => READ + digest(JSON.stringify([how, state]));

/**
 * axe on what is on the screen now, open shadow roots included; all rules, some, or all without some; all of it
 * or a part.
 */
export const expectAccessible = async (page, what = "the final state", { rules, without = [], within } = {}) => {
  const state = await stateOf(page);
  const whole = !rules && !without.length && !within;
  // What passes all rules as a whole passes some of them, and in part.
  const files = state ? [...(whole ? [] : [fileOf(state, { rules, without, within })]), fileOf(state)] : [];
  const known = files.find((it) => existsSync(it));
  if (known) return appendFileSync(known, `${what}\n`);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (within) axe.include(within);
  // What lies beneath the bar is scrolled from under it, which axe cannot know; the bar's own targets
  // are measured in `bar.spec.mjs`.
  const barred = await page.locator("[data-fills]").count();
  axe.disableRules(barred ? [...without, "target-size"] : without);
  // An editor's bar is there as well, and alone at the page's beginning nothing lies beneath it.
  const scrolled = await page.evaluate(() => {
    const before = document.querySelector(".bar") ? scrollY : 0;
    if (before) scrollTo({ top: 0, behavior: "instant" });
    return before;
  });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  if (scrolled) await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), scrolled);
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
  }));
  expect(told, `axe finds nothing in ${what}`).toEqual([]);
  if (state) appendFileSync(files[0], `${ANEW}${what}\n`);
};
