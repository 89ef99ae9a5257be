// What two auditors besides axe have to say of a page: HTML_CodeSniffer, and IBM's checker. What either calls
// an error is one, unless `EXCEPTIONS` has it with the reason; an entry that excepts nothing fails, too.
// cspell:words codesniffer htmlcs
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect } from "@playwright/test";

const require = createRequire(import.meta.url);
const SNIFFER = readFileSync(require.resolve("html_codesniffer/build/HTMLCS.js"), "utf8");
const IBM = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8");

/**
 * What is no fault: the auditor and its rule, what the words of the page that it stumbles at look like, in
 * which states (by their names in the spec, all of which must show it), and why.
 */
const EXCEPTIONS = [
  {
    auditor: "HTML_CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_3.1_3_1.H43.HeadersRequired",
    at: /^<table/,
    states: ["at a glance, as a grid", "at a glance, as lists", "the dark", "the text without script"],
    why: "`scope` says which heads a cell is under, a column's and its group's; `headers` would list ids in each of 800 cells",
  },
  {
    auditor: "IBM",
    rule: "table_headers_related",
    at: /^<th[^>]* scope="colgroup"/,
    states: ["at a glance, as a grid", "the text without script"],
    why: "the same; a head over several columns is what `colgroup` is for",
  },
  {
    auditor: "HTML_CodeSniffer",
    rule: "WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID",
    at: /^<a href="#pe=/,
    states: ["a frame"],
    why: "the story's link leads to a state of the explorer, which no id is for",
  },
  {
    auditor: "IBM",
    rule: "fieldset_label_valid",
    at: /^<fieldset class="choices"/,
    states: ["what comes with the page"],
    why: "in `<details>` that are closed it holds the legend to be hidden and the group to be shown; open ones pass",
  },
];

/** In the page: the explorer as a document without shadow roots, in colours and sizes as they are. */
const flatten = (host) => {
  const root = host.shadowRoot.querySelector(".root");
  const copy = root.cloneNode(true);
  const fields = [...root.querySelectorAll("input")];
  for (const [at, field] of [...copy.querySelectorAll("input")].entries()) {
    field.toggleAttribute("checked", fields[at].checked);
    field.setAttribute("value", fields[at].value);
  }
  const sheets = [...host.shadowRoot.styleSheets, ...host.shadowRoot.adoptedStyleSheets];
  return {
    html: copy.outerHTML,
    css: sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n"),
    lang: root.querySelector("[lang]").lang,
    scheme: getComputedStyle(root).colorScheme,
    width: root.getBoundingClientRect().width,
  };
};

/** In the page: the errors of HTML_CodeSniffer, each with its rule and the markup that it is about. */
const sniff = () => new Promise((done, fail) => {
  const { HTMLCS } = window;
  HTMLCS.process("WCAG2AA", document, () => {
    const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
    done(errors.map(({ code, msg, element }) => ({ rule: code, says: msg, at: (element.outerHTML ?? "the document").slice(0, 200) })));
  }, () => fail(new Error("HTML_CodeSniffer did not run")));
});

/** In the page: what IBM's checker says is a violation, shadow roots included. */
const check = async () => {
  const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
  const errors = results.filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === "FAIL");
  return errors.map(({ ruleId, message, snippet, path }) => ({ rule: ruleId, says: message, at: `${snippet} ${path.dom}`.slice(0, 400) }));
};

const audited = async (frame, script, audit, auditor) => {
  await frame.evaluate(script);
  // What an auditor tells the console is about itself: which colours it cannot read, for one.
  const found = await frame.evaluate(async (audit) => {
    const { error, warn, log } = console;
    Object.assign(console, { error: () => {}, warn: () => {}, log: () => {} });
    try {
      return await (0, eval)(audit)();
    } finally {
      Object.assign(console, { error, warn, log });
    }
  }, `(${audit})`);
  return found.map((it) => ({ auditor, ...it }));
};

/** HTML_CodeSniffer looks into no shadow root, so what is in one is laid before it in a page of its own. */
const sniffWithin = async (page, frame) => {
  const found = [];
  for (const host of await frame.locator("provision-explorer").all()) {
    if (!(await host.evaluate((it) => Boolean(it.shadowRoot)))) continue;
    const { html, css, lang, scheme, width } = await host.evaluate(flatten);
    const other = await page.context().newPage();
    await other.setViewportSize({ width: Math.ceil(width) + 16, height: 900 });
    await other.setContent(`<!doctype html><html lang="${lang}"><title>The explorer alone</title><body>${html}`);
    await other.addStyleTag({ content: `:root { color-scheme: ${scheme} }\n${css}` });
    found.push(...await audited(other, SNIFFER, sniff, "HTML_CodeSniffer"));
    await other.close();
  }
  return found;
};

/** Everything that both call an error in a page with its frames. */
export const errorsOf = async (page) => {
  const found = [];
  for (const frame of page.frames()) {
    found.push(...await audited(frame, SNIFFER, sniff, "HTML_CodeSniffer"));
    found.push(...await sniffWithin(page, frame));
  }
  // It looks into frames by itself.
  found.push(...await audited(page.mainFrame(), IBM, check, "IBM"));
  return found;
};

const excepts = (it, { auditor, rule, at }) => it.auditor === auditor && it.rule === rule && it.at.test(at);

/** Neither auditor finds an error in a state that the spec names. */
export const expectAudited = async (page, state) => {
  const errors = await errorsOf(page);
  const here = EXCEPTIONS.filter((it) => it.states.includes(state));
  const told = errors.filter((error) => !here.some((it) => excepts(it, error)));
  const lines = told.map(({ auditor, rule, says, at }) => `${auditor}, ${rule}: ${says} ${at}`);
  expect.soft(lines, `errors in ${state}`).toEqual([]);
  const idle = here.filter((it) => !errors.some((error) => excepts(it, error)));
  expect.soft(idle, `exceptions that except nothing in ${state}`).toEqual([]);
};
