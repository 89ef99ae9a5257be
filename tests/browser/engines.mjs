// Which engine runs which test, and why. Chromium runs them all. Before a change goes in, Firefox and
// WebKit run what an engine can differ in (`DIFFERS`); before a release, with `cargo xtask test --all`
// and by hand, they run whatever they can (all but `CANNOT`), and what takes long runs, too (`LONG`).
// A test is named by a part of its file's name and title.
//
// As a reporter, this file prints the lists ahead of the tests, and fails a run of everything in
// which an entry names no test.
import { readdirSync } from "node:fs";

import { counted } from "./axe.mjs";

/** Set by `cargo xtask test` for what runs before each change. */
export const usual = process.env.PROVISION_EXPLORER_TESTS === "usual";

const BOTH = ["firefox", "webkit"];

// Named by more than one list.
const THOUSAND = /a thousand times put in and taken out/;

/**
 * What engines can differ in: why, in which engines beside Chromium, and the tests that show it. Where Chromium's
 * headless shell differs as well, which keeps no page for the way back and refuses the clipboard, the `whole` browser runs them.
 */
const DIFFERS = [
  {
    why: "keys, and where the focus goes, are the browser's own",
    engines: BOTH,
    tests: [
      /keyboard\.spec/, /glance\.spec.*(one stop for Tab|Enter opens)/, /methods go to provisions/, /in a dialog it starts/,
      /refs\.spec.*(a tap on a mention opens|Enter and Space on a mention|a mention that wraps a link takes)/,
    ],
  },
  {
    why: "how far a box that scrolls shows what gets the focus is the browser's own",
    engines: ["firefox"],
    tests: [/glance\.spec.*at 1280 pixels nothing/],
  },
  {
    why: "history, fragments and where a page scrolls are the browser's own",
    engines: BOTH,
    whole: true,
    tests: [
      /links\.spec/, /a reader who leaves the page and comes back/, /opening and closing a card keep/,
      /long\.spec.*(a long list begins|a link far down|where all that is new)/,
      /parts\.spec.*(nothing above it moves|a link to a late provision leads)/,
      /nothing but the loader is fetched/, /in a tab that is closed at first/,
      /guests\.spec.*(stays the page's|keeps in its history|before the page was loaded again|is folded away in|takes another's place)/,
      /frame-links\.spec.*(back and forward walk|the story's fragment opens|whose script comes late|grows above the reader|beneath the story's own bar)/,
    ],
  },
  {
    why: "frames, their origins and sandboxes are the browser's own",
    engines: BOTH,
    tests: [
      /frame\.spec.*(through every change|a sandboxed frame is|from another origin is as high|of two frames)/,
      /a frame that a script leads past/,
      /frame-messages\.spec/,
      /frame\.spec.*looks as the story does/,
      /security\.spec.*(a `blob:`|a redirect of this origin|only on the origin|where a server sends no policy)/,
    ],
  },
  {
    why: "markup that comes with the page is parsed, shown and restored before any script runs",
    engines: BOTH,
    tests: [
      /takeover\.spec.*(without JavaScript|at 1280 pixels|opened, typed and ticked|a button that was tapped)/,
      /takeover\.spec.*(two explorers of a page|leads to what it names|formatted by|cut off|something else in it)/,
      /journey\.spec.*before any script has run/, /twin\.spec.*everything can be read/, /frame leads to the text/,
    ],
  },
  {
    why: "how a module is compiled, refused and trapped, and which errors tell of it, is the engine's own",
    engines: BOTH,
    tests: [
      /faults\.spec.*(module answers 404|module is (cut|corrupted)|served as text|without WebAssembly|integrity)/,
      /faults\.spec.*(nothing comes of the module|after a panic|card panics|saved to disk)/,
      /a policy that refuses WebAssembly/, /a part that isn't what was published/,
    ],
  },
  {
    why: "elements, events and observers follow the engine's own order",
    engines: BOTH,
    tests: [
      /element\.spec.*(moved in the page|removed while it loads|each event comes|handed over as objects|set before)/,
      /others\.spec.*\(wrap/,
      /guests\.spec.*(still being parsed|without a box|without `type=module`|a framework could look at)/,
      /hosts\.spec.*(jQuery|React|Vue|Svelte|has Prototype|has MooTools|extends what|in XHTML|hears everything first)/,
    ],
  },
  {
    why: "style sheets are computed and laid out by the engine",
    engines: BOTH,
    tests: [
      /hosts\.spec.*(unsets everything|tiny red type|a rem is|from right to left|has no doctype|is zoomed)/,
      /colours, type and pieces are the page's/, /looks\.spec.*(theme follows|in forced colours|nothing moves)/,
      /Matrix: a table with heads/, /prints nothing else prints/, /languages\.spec.*Arabic interface runs/,
      /widths\.spec.*(at 320 px|on a phone)/,
    ],
  },
  {
    why: "the clipboard, text search and what a script may keep are the browser's own",
    engines: BOTH,
    tests: [/are copied where the page may copy/, /search finds citations/, /copy link gives the story's/],
  },
  {
    why: "a page may copy without a permission of its own",
    engines: [],
    whole: true,
    tests: [/configurator-files\.spec.*at the first try/],
  },
  {
    why: "the journalist's page sorts, keeps and previews with what the browser has for it",
    engines: ["firefox"],
    tests: [/configurator\.spec.*(three steps lead|ordered by keyboard|the preview is)/, /configurator-drafts\.spec.*a draft stays/, /desk\.spec.*(keys select|selected with a mouse)/],
  },
  {
    why: "workers that are modules, and what they may fetch, are the browser's own",
    engines: ["firefox"],
    tests: [/pdf\.spec.*what can't be read/, /configurator-large\.spec.*a new version/, /configurator-pictures\.spec/],
  },
];

const OF_NO_ENGINE = "it is of no engine";
const CHROMIUM_ALONE = "it asks what only Chromium's protocol tells";
const PRINTED = "it is about what is printed, for systems that are of no engine, and frames";
const STYLES = "it is measured by what style sheets say, which is the same in every engine";

/** By engine, what it is never asked to run, and why. */
const CANNOT = {
  firefox: [
    [/common sanitizers/, OF_NO_ENGINE],
    [/the HTML checker/, OF_NO_ENGINE],
    [/auditors\.spec/, OF_NO_ENGINE],
    [/(axe|heard)\.spec/, CHROMIUM_ALONE],
    [/(snippets|wordpress)\.spec/, PRINTED],
    [THOUSAND, CHROMIUM_ALONE],
    [/a text under composition|a page on its way to paper|a citation is copied once that can be/, CHROMIUM_ALONE],
    [/early\.spec.*in the page's own text/, PRINTED],
    [/has contrast/, STYLES],
    [/prints all of it/, "it wants to be shown as on paper, which Playwright cannot ask of Firefox"],
    [/are printed, and the page|on the story's paper/, "Firefox's driver doesn't come back from printing so long a page, nor frames"],
    [/the data goes along|passes by link and by file|knows where it goes|goes out as a spreadsheet|configurator-files\.spec|configurator-start\.spec.*(becomes the law|is handed over|says what changed)|configurator-drafts\.spec.*leaving asks|desk\.spec.*(keyboard alone|signatories that|no dataset|leaving asks|answers, positions)|afternoon\.spec/, "Playwright sees no downloads of Firefox"],
    [/pdf\.spec.*a letter/, "only Chromium prints to a file here"],
    [/configurator-large\.spec.*where a site allows/, "the browser's own words for what a policy refuses are Chromium's there"],
    [/configurator-share\.spec.*(a story|a link)/, "only Chromium lets a test read what was copied"],
    [/is dragged to its place/, "Playwright's mouse begins no drag in this browser"],
    [/where the page may not copy/, "Firefox knows no policy that refuses the clipboard"],
  ],
  webkit: [
    [/common sanitizers/, OF_NO_ENGINE],
    [/the HTML checker/, OF_NO_ENGINE],
    [/auditors\.spec/, OF_NO_ENGINE],
    [/(axe|heard)\.spec/, CHROMIUM_ALONE],
    [/(snippets|wordpress)\.spec/, PRINTED],
    [/configurator(-\w+)?\.spec/, "it is the journalist's own page, which two engines try"],
    [/(desk|afternoon|pdf)\.spec/, "it is the editor's own page, which two engines try"],
    [THOUSAND, CHROMIUM_ALONE],
    [/widths\.spec|at 320 pixels every node|glance\.spec.*(390 pixels|a phone|320 pixels|two by two)/, "it wants windows narrower than MiniBrowser's"],
    [/a text under composition|a page on its way to paper|a citation is copied once that can be/, CHROMIUM_ALONE],
    [/early\.spec.*in the page's own text/, PRINTED],
    [/has contrast/, STYLES],
    [/in forced colours/, "MiniBrowser knows no forced colours"],
    [/are printed, and the page|is what is printed|on the story's paper/, "only Chromium prints to a file here"],
    [/the data goes along/, "MiniBrowser asks where to put a download"],
    [/where the page may not copy/, "no policy refuses the clipboard here"],
    [/without JavaScript/, "MiniBrowser runs every script"],
    [/saved to disk/, "the inspector goes to no file"],
    [/is zoomed/, "the inspector's coordinates are not those of a page that is zoomed"],
    [/a redirect of this origin/, "its driver answers with no redirect"],
    [/wants another tab|others\.spec.*(before each step|follows every step|taken over|between random)/, "the inspector looks into one tab"],
    [/on a phone what can be seen/, "its driver's taps wait for the page's frames, which the test holds back"],
  ],
};

/** What runs before a release alone, in whichever engine, and why. */
const LONG = [
  [THOUSAND, "it takes as long as twenty others"],
  [/every text changed before each step \((replace|split|annotate)/, "each takes as long as ten others, and one kind runs each time"],
  [/random changes between.*\(seed [2-9]/, "each seed takes as long as twenty others, and one runs each time"],
];

/** What an engine's project runs, as Playwright's configuration says it; beside the shell, the whole browser its part. */
export const runs = (engine, { shell = false, whole = false } = {}) => {
  const out = [...(CANNOT[engine] ?? []), ...(usual ? LONG : [])].map(([tests]) => tests);
  const of = (which) => DIFFERS.filter(which).flatMap(({ tests }) => tests);
  if (whole) return { grep: of((it) => it.whole), grepInvert: out };
  if (shell) return { grepInvert: [...out, ...of((it) => it.whole)] };
  return { grepInvert: out, ...(usual && engine !== "chromium" && { grep: of(({ engines }) => engines.includes(engine)) }) };
};

/** The projects of a run: the smallest build makes its journey before a release, the whole Chromium a part beside its shell. */
export const projectsOf = ({ shell }, all) =>
  all.filter(({ name }) => !(usual && name === "smallest") && (shell || name !== "chromium, whole"));

/** Every entry as a line of the run's head: who does what, with which tests, and why. */
const entries = () => [
  ...(usual ? DIFFERS.map(({ why, engines, whole, tests }) => [[...engines, ...(whole ? ["the whole Chromium"] : [])].join(" and "), "run", tests, why]) : []),
  ...Object.entries(CANNOT).flatMap(([engine, list]) => list.map(([tests, why]) => [engine, "leaves out", [tests], why])),
  ...LONG.map(([tests, why]) => ["every engine", usual ? "leaves to --all" : "runs for once", [tests], why]),
];

const titleOf = (test) => test.titlePath().join(" ");

export default class Engines {
  #stale = [];
  #everything = false;

  onBegin({ projects }, { suites }) {
    for (const suite of suites) console.log(`${suite.title}: ${suite.allTests().length} tests`);
    for (const { name } of projects) {
      if (!suites.some(({ title }) => title === name)) console.log(`${name}: left out, with what is its own to run, since this run doesn't ask for it`);
    }
    const all = suites.filter(({ title }) => title.startsWith("chromium")).flatMap((suite) => suite.allTests());
    const files = new Set(all.map(({ location }) => location.file));
    this.#everything = files.size === readdirSync(new URL("specs", import.meta.url)).length;
    for (const [who, does, tests, why] of entries()) {
      console.log(`${who} ${does}, since ${why}:`);
      for (const it of tests) this.#tell(it, all);
    }
  }

  #tell(tests, all) {
    const found = all.filter((test) => tests.test(titleOf(test))).length;
    console.log(`  ${tests.source}${all.length > 0 ? ` (${found} of ${all.length})` : ""}`);
    const elsewhere = usual && LONG.some(([it]) => it === tests);
    if (this.#everything && found === 0 && !elsewhere) this.#stale.push(`engines.mjs: ${tests} names no test`);
  }

  onEnd() {
    const { read, states, met } = counted();
    console.log(`axe: ${states} distinct states of documents, met ${met} times, of which axe read ${read} in this run`);
    if (this.#stale.length === 0) return undefined;
    console.log(this.#stale.join("\n"));
    return { status: "failed" };
  }
}
