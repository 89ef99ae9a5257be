// What axe has to say of a page. It reads each distinct state of a document once, whichever test comes to
// it first, and whichever run: what was read without objection stands in a folder that all workers and
// runs share, under a name that is made of the state, of axe and of the engine that read.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const READ = at("../../target/axe/read/");
const RUNS = at("../../target/axe/runs/");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DAY = 24 * 60 * 60 * 1000;

const digest = (text) => createHash("sha256").update(text).digest("hex");

/** What decides what is objected to, beside the engine. */
const OURS = digest(["axe.mjs", "../../node_modules/axe-core/axe.min.js"].map((it) => readFileSync(at(it))).join());

/** Removes what is older than that from a folder, which is made where there is none. */
const keep = (folder, age) => {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    // Another run may have removed it.
    const written = statSync(folder + name, { throwIfNoEntry: false })?.mtimeMs;
    if (written < Date.now() - age) rmSync(folder + name, { force: true });
  }
};

const versionOf = (program) => execFileSync(program, ["--version"], { encoding: "utf8" }).match(/\d+(\.\d+)+/)?.[0];

/** Makes ready for a run; what these Chromiums have read counts for the other engines as well. */
export const prepare = (chromiums, { anew }) => {
  keep(READ, 30 * DAY);
  keep(RUNS, DAY);
  const since = anew ? Date.now() : 0;
  const engines = [...chromiums].map((it) => `chromium ${versionOf(it)}`);
  process.env.PROVISION_EXPLORER_AXE = JSON.stringify({ name: `${process.pid}-${Date.now()}`, since, engines });
};

/** This run, as its workers inherit it. */
const run = () => JSON.parse(process.env.PROVISION_EXPLORER_AXE);

/** How many distinct states were met, how often, and how many axe read for it. */
export const counted = () => {
  const file = process.env.PROVISION_EXPLORER_AXE && RUNS + run().name;
  const met = file && existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  const states = (which) => new Set(which.map((it) => it.split("\t")[0])).size;
  return { states: states(met), met: met.length, read: states(met.filter((it) => it.split("\t")[1] === "read")) };
};

/**
 * In the page: all that axe's rules look at, as a text; none where the browser cannot write it. Self-contained,
 * since it is sent there.
 */
export const describe = () => {
  if (!document.documentElement.getHTML) return undefined;
  const STATES = [
    ":modal", ":popover-open", ":fullscreen", ":indeterminate", ":checked", ":disabled", ":user-invalid", ":focus",
    ":focus-visible", ":hover", ":active", ":target",
  ].filter((it) => CSS.supports(`selector(${it})`));
  const roots = [];
  const sheets = new Map();
  // What is drawn otherwise without a style sheet's asking, beside all that one asks.
  const media = new Map([["print", 0], ["(prefers-color-scheme: dark)", 0], ["(forced-colors: active)", 0]]);
  let elements = "";
  // By hand: pages that extend what is built in spoil lists.
  const ask = (list) => {
    if (list && list.mediaText) media.set(list.mediaText, 0);
  };
  const rules = (list) => {
    let css = "";
    for (let at = 0; at < list.length; at += 1) {
      ask(list[at].media);
      css += list[at].cssText;
      if (list[at].styleSheet) css += `{${number(list[at].styleSheet)}}`;
      else if (list[at].cssRules) rules(list[at].cssRules);
    }
    return css;
  };
  const number = (sheet) => {
    if (!sheets.has(sheet)) {
      const it = { number: sheets.size, css: "" };
      sheets.set(sheet, it);
      ask(sheet.media);
      it.css = `${it.number}: ${sheet.media.mediaText} ${sheet.disabled}\n${rules(sheet.cssRules)}`;
    }
    return sheets.get(sheet).number;
  };
  const element = (it) => {
    let text = "";
    for (let at = 0; at < STATES.length; at += 1) if (it.matches(STATES[at])) text += STATES[at];
    if (it.scrollTop || it.scrollLeft) text += ` ${Math.round(it.scrollTop)} ${Math.round(it.scrollLeft)}`;
    if (typeof it.value === "string") text += ` ${it.value}`;
    if (it.hasAttribute("media")) media.set(it.getAttribute("media"), 0);
    return text;
  };
  const walk = (root) => {
    elements += "\nroot";
    for (let at = 0; at < root.styleSheets.length; at += 1) elements += ` ${number(root.styleSheets[at])}`;
    for (let at = 0; at < root.adoptedStyleSheets.length; at += 1) elements += ` ${number(root.adoptedStyleSheets[at])}`;
    const all = root.querySelectorAll("*");
    for (let at = 0; at < all.length; at += 1) {
      const text = element(all[at]);
      if (text) elements += `\n${at}: ${text}`;
      if (all[at].shadowRoot) {
        roots[roots.length] = all[at].shadowRoot;
        walk(all[at].shadowRoot);
      }
    }
  };
  walk(document);
  const html = document.documentElement.cloneNode(false).outerHTML + document.documentElement.getHTML({ shadowRoots: roots });
  let answers = "";
  media.forEach((_, it) => { answers += `\n${it}: ${matchMedia(it).matches}`; });
  let css = "";
  sheets.forEach((it) => { css += `\n${it.css}`; });
  const sight = `${innerWidth} ${innerHeight} ${devicePixelRatio} ${document.compatMode}`;
  return [sight, answers, elements, css, html].join("\n");
};

/** The state of a page with its frames; none where one of them cannot be described. */
const stateOf = async (page) => {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(describe).catch(() => undefined)));
  return all.every((it) => typeof it === "string") ? [new URL(page.url()).pathname, ...all].join("\n\n") : undefined;
};

/** Under what it stands that an engine read a state: by all rules as a whole, or by some or in part. */
const keyOf = (engine, state, how = "whole") => digest(JSON.stringify([OURS, engine, how, state]));

/** Whether that was read, in this run or late enough before it. */
const isKnown = (key) => statSync(READ + key, { throwIfNoEntry: false })?.mtimeMs >= run().since;

const note = (key, how, what) => appendFileSync(RUNS + run().name, `${key}\t${how}\t${what}\n`);

/**
 * axe on what is on the screen now, open shadow roots included; all rules, some, or all without some; all of it
 * or a part.
 */
export const expectAccessible = async (page, what = "the final state", { rules, without = [], within } = {}) => {
  const state = await stateOf(page);
  const browser = page.context().browser();
  const engine = `${browser.browserType().name()} ${browser.version()}`;
  const whole = !rules && !without.length && !within;
  // What passes all rules as a whole passes some of them, and in part.
  const hows = whole ? [undefined] : [{ rules, without, within }, undefined];
  const known = state && [engine, ...run().engines].flatMap((it) => hows.map((how) => keyOf(it, state, how))).find(isKnown);
  if (known) return note(known, "known", what);
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
  if (!state) return undefined;
  const key = keyOf(engine, state, hows[0]);
  writeFileSync(READ + key, "");
  return note(key, "read", what);
};
