// What is measured: each scenario is a page, what its content is, what a tap unfolds there, and
// what a reader does next. All explorers are marked up alike, so one set of selectors fits them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { embeds } from "./embeds.mjs";
import { article, inside, plainStory } from "./pages.mjs";

const either = (selector) => [["provision-explorer", selector], [selector]];

/** The highlighted article's text, and an article that is closed at first. */
const BUNDLED = {
  content: either(":is(#art_28__para_4, #pe-art_28__para_4) p"),
  tap: either(":is(#art_35, #pe-art_35) summary"),
  opened: either(":is(#art_35, #pe-art_35) details[open] section"),
};

/** Another view, which is drawn once the module is there. */
const VIEWS = {
  content: BUNDLED.content,
  tap: either(".switch button:nth-of-type(2)"),
  opened: either(".switch button:nth-of-type(2)[aria-current]"),
};

/** A page whose explorer is fetched only once somebody acts on it. */
const whenActedOn = (html) => html.replace("<provision-explorer", `<provision-explorer loading="interaction"`);

/** The bundled law: what a reader sees of it before any script, against the same without script. */
const bundled = ({ dist, work }) => {
  const twin = readFileSync(join(work, "text/bundled.html"), "utf8");
  const { html, styles } = plainStory(dist);
  writeFileSync(join(work, "plain.css"), styles);
  const story = readFileSync(join(dist, "index.html"), "utf8");
  const pages = {
    "text-static": article({ embed: inside(twin) }),
    "text-twin": article({ embed: twin }),
    "text-twin-interaction": article({ embed: whenActedOn(twin) }),
    "story-static": html,
    "story-root": story,
    "story-root-interaction": whenActedOn(story),
  };
  const looked = Object.entries(pages).map(([name, html]) => {
    const against = name.replace(/-.*/, "-static");
    return { name, html, against, ...BUNDLED };
  });
  // A tap that nothing but the module answers.
  const answered = ["story-root", "story-root-interaction"].map((name) => ({
    name: name.replace("root", "answer"), html: pages[name], against: "story-answer", ...VIEWS, there: OURS,
  }));
  return [...looked, ...answered];
};

const CARDS = {
  content: either("article h3"),
  tap: either("article:nth-of-type(2) summary"),
  opened: either("article:nth-of-type(2) details[open] section"),
};
const TABLE = {
  content: [["tbody tr"], [".tabulator-row"]],
  tap: [["tbody tr:nth-of-type(2)"], [".tabulator-row:nth-of-type(2)"]],
  opened: [[".body"]],
};

// What tells that a step has had its effect: whatever this gives is another after it.
const counted = (find) => find([["provision-explorer", "[role=status]"], ["[role=status]"]])?.textContent;
const unfolded = (find) => Boolean(find([
  ["provision-explorer", "article:nth-of-type(4) details[open] section"],
  ["article:nth-of-type(4) details[open] section"],
]));
const viewed = (find) => find([["provision-explorer", ".switch [aria-current]"], [".switch [aria-current]"]])?.textContent;
const folded = (find) => Boolean(find([["provision-explorer", ".fold[open]"], [".fold[open]"]]));

const tap = (name, selector, done) => ({ name, at: either(selector), done: String(done) });
const group = (at) => `.fold:first-of-type .choice:nth-of-type(${at}) input`;

const UNFOLD = tap(undefined, ".fold:first-of-type summary", folded);
// The first group bears on most provisions, the thirteenth on few: the list shrinks and grows.
const FILTER = [
  UNFOLD,
  tap("filter", group(13), counted),
  tap("filter", group(13), counted),
  tap("filter", group(1), counted),
  tap("filter", group(1), counted),
  UNFOLD,
];
const SEARCH = { name: "search", at: either("input[type=search]"), text: "record" };
const turn = (name, label) => ({
  name, at: either(`.switch button:nth-of-type(${label})`), done: String(viewed),
});
const ALL = [tap("select", "article:nth-of-type(4) summary", unfolded), ...FILTER, SEARCH];

/** Ours has one view more, before the matrix, and its switch two rows. */
const MATRIX = tap("matrix", ".switch div:last-child button:last-child", viewed);
const ours = [...ALL, turn("switch", 2), MATRIX, turn("switch", 1)];
const theirs = [...ALL, turn("switch", 2), turn("matrix", 3), turn("switch", 1)];
const tables = [{ name: "select", at: [["tbody tr:nth-of-type(5)"], [".tabulator-row:nth-of-type(4)"]], done: String((find) => document.querySelectorAll(".body").length) }, ...FILTER, SEARCH];

/** What is there once the widget draws, in the place of what came with the page. */
const OURS = [["provision-explorer", "[role=status]"]];

/** Where a peer draws, and its script. */
const peer = (name, size, cap) => article({
  embed: `<div></div><script async src="/peers/${name}.js" data-law="/laws/${size}.json"${cap}></script>`,
});

/** Everyone's explorer of a law that nobody wrote. */
const laws = ({ work }, size) => {
  const made = (name, html, more) => ({ name: `${name}-${size}`, html, size, against: `static-${size}`, ...CARDS, ...more });
  const element = (law) => article({
    embed: `<provision-explorer dataset="/laws/${law}"></provision-explorer>\n<script type="module" src="/provision-explorer.js"></script>`,
  });
  // As `cargo xtask prerender` publishes it: compiled, and in parts where it is large. Whole, it is JSON.
  const scenarios = [made("ours", element(`${size}/public-records-act.law.txt`), { steps: ours, there: OURS })];
  // Of the largest, others would load tens of megabytes.
  if (size > 20_000) return scenarios;
  if (size <= 2000) scenarios.push(made("ours-json", element(`${size}.json`), { steps: ours, there: OURS }));
  if (size <= 2000) {
    const twin = readFileSync(join(work, `text/law-${size}.html`), "utf8");
    scenarios.unshift(made("static", article({ embed: inside(twin) })));
    scenarios.push(made("twin", article({ embed: twin }), { steps: ours, there: OURS }));
  }
  for (const name of ["plain", "preact", "svelte"]) {
    scenarios.push(made(name, peer(name, size, ""), { steps: theirs }));
  }
  if (size >= 200) scenarios.push(made("preact-cap", peer("preact", size, ` data-cap="100"`), { steps: theirs }));
  for (const name of ["tabulator", "datatables"]) {
    scenarios.push(made(name, peer(name, size, ""), { ...TABLE, steps: tables }));
  }
  return scenarios;
};

export const scenarios = (asked) => [
  ...bundled(asked),
  ...embeds(),
  { name: "host", html: article({}), against: "host", content: [["main p"]] },
  ...asked.sizes.flatMap((size) => laws(asked, size)),
].map((scenario) => ({
  ...scenario,
  page: `/${scenario.name}.html`,
  // What is large is loaded less often, because it takes minutes.
  most: scenario.size >= 20_000 ? 2 : scenario.size >= 2000 ? 4 : Infinity,
  patience: scenario.size >= 20_000 ? 240_000 : 90_000,
}));
