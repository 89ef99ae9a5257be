// What the explorer is to come to, and what it came to: from the build's manifest, one run's figures and
// the counts that were made last.
import { CALM } from "./others.mjs";

const KB = "KB, packed";
const TIMES = "times";

const download = {
  loader: /^provision-explorer\.js$/,
  script: /^assets\/widget-[^.]+\.js$/,
  module: /^assets\/widget-[^.]+\.wasm$/,
  law: /^data\/un-cybercrime-convention\.law\.txt$/,
};
const file = (files, name) => files.find(({ path }) => download[name].test(path));
const packed = (...names) => ({ files }) => names.reduce((sum, name) => sum + file(files, name).brotli, 0) / 1000;

const isCalm = ({ others }) => others < CALM;

/** One figure of a scenario on a phone, or that of one beside another's; times only where the machine was calm. */
const own = (name, read) => ({ phone }) => phone[name] && read(phone[name]);
const beside = (name, other, read) => ({ phone }) => phone[name] && phone[other] && read(phone[name]) / read(phone[other]);
const timed = (read, ...names) => (known) => (names.every((name) => known.phone[name] && isCalm(known.phone[name])) ? read(known) : undefined);
const bytes = ({ bytes }) => bytes;
const content = ({ content }) => content;
/** A step beside that of the best of those who draw a part. */
const step = (name, size, peer) => timed(beside(`ours-${size}`, `${peer}-${size}`, ({ steps }) => steps[name]?.inp), `ours-${size}`, `${peer}-${size}`);
const static20 = (key) => timed(beside("twin-20", "static-20", (figures) => figures[key]), "twin-20", "static-20");
const called = (name, what) => ({ counts }) =>
  counts?.find((it) => it.name === name && it.what === what)?.counts.calls / 1e6;

// The half of 1.16 million was said of a start with its index, which is built at once no more.
const started = (known) => called("story-root", "first screen")(known) + called("story-root", "then, while the page rests")(known);

const TARGETS = [
  ["module", KB, 112, packed("module")],
  ["all that an embed fetches", KB, 140, packed(...Object.keys(download))],
  ["module, unpacked", "KB", 340, ({ files }) => file(files, "module").bytes / 1000],
  ["loader", KB, 3, packed("loader")],
  ["20 provisions with the text in the page: content beside the text alone", TIMES, 1.05, static20("content")],
  ["the same: a tap", TIMES, 1.1, static20("opened")],
  ["20 without the text: content beside Preact", TIMES, 1.3, timed(beside("ours-20", "preact-20", content), "ours-20", "preact-20")],
  ["20: slowest filter beside Preact", TIMES, 1.2, step("filter", 20, "preact")],
  ["2,000: slowest filter", TIMES, 0.4, step("filter", 2_000, "preact-cap")],
  ["20,000: slowest filter", TIMES, 0.4, step("filter", 20_000, "preact-cap")],
  ["20: slowest key beside Preact", TIMES, 1.2, step("search", 20, "preact")],
  ["20,000: slowest key", TIMES, 0.25, step("search", 20_000, "preact-cap")],
  ["20: script of a tap on a card", "ms", 8, timed(own("ours-20", ({ steps }) => steps.select?.work), "ours-20")],
  ["20,000: fetched until all can be filtered, beside Preact", TIMES, 0.08, beside("ours-20000", "preact-cap-20000", bytes)],
  ["20,000: WebAssembly's memory", "MB", 12, own("ours-20000", ({ wasm }) => wasm / 1e6)],
  ["100,000: content beside that of 20", TIMES, 1.2, timed(beside("ours-100000", "ours-20", content), "ours-100000", "ours-20")],
  ["100,000: memory, JavaScript's and WebAssembly's", "MB", 60, own("ours-100000", ({ heap, wasm }) => (heap + wasm) / 1e6)],
  ["calls until the story's first screen stands", "million", 0.58, called("story-root", "first screen")],
  ["the same, and its index while the page rests", "million", 0.58, started],
];

const number = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: value < 10 ? 2 : 1 });
const line = (known) => ([what, unit, most, read]) => {
  const value = read(known);
  const [figure, met] = Number.isFinite(value) ? [number(value), value <= most ? "yes" : "**no**"] : ["–", "not measured"];
  return `| ${what} | ${unit} | ${number(most)} | ${figure} | ${met} |\n`;
};

/** A table in Markdown; nothing where nobody measured on a phone. */
export const targets = ({ phone }, files, counts) => phone
  && `| | | at most | is | met |\n|---|---|--:|--:|---|\n${TARGETS.map(line({ phone, files, counts })).join("")}`;
