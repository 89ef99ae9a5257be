// What axe has to say of a page. It reads each distinct state of a document once in a run, whichever
// test and engine comes to it first: what was read without objection stands in a folder that all
// workers share, and that `libraries.mjs` empties before the tests.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const READ = fileURLToPath(new URL("../../target/axe/", import.meta.url));
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Forgets what earlier runs have read. */
export const forget = () => {
  rmSync(READ, { recursive: true, force: true });
  mkdirSync(READ, { recursive: true });
};

/** How many distinct states were read, and how often they were met. */
export const counted = () => {
  const states = existsSync(READ) ? readdirSync(READ) : [];
  const met = states.map((name) => readFileSync(`${READ}${name}`, "utf8").split("\n").length - 1);
  return { states: states.length, met: met.reduce((sum, it) => sum + it, 0) };
};

/** In the page: all that axe's rules look at, as a text; none where the browser cannot write it. */
const describe = () => {
  if (!document.documentElement.getHTML) return undefined;
  const roots = [];
  const fields = [];
  const walk = (root) => {
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
  return `${innerWidth} ${innerHeight} ${devicePixelRatio} ${document.compatMode} ${media}\n${fields.join("\n")}\n${html}`;
};

/** The state of a page with its frames; none where one of them cannot be described. */
const stateOf = async (page) => {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(describe).catch(() => undefined)));
  return all.every((it) => typeof it === "string") ? [new URL(page.url()).pathname, ...all].join("\n\n") : undefined;
};

/** Where it stands that a state was read: by all rules as a whole, or by some or in part. */
const fileOf = (state, how = "whole") => READ + createHash("sha256").update(JSON.stringify([how, state])).digest("hex");

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
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
  }));
  expect(told, `axe finds nothing in ${what}`).toEqual([]);
  if (state) appendFileSync(files[0], `${what}\n`);
};
