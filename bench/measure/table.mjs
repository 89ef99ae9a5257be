// The figures as a table in Markdown.
import { STEPS } from "./figures.mjs";

const number = (value, digits = 0) => (Number.isFinite(value)
  ? value.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits })
  : "–");
const times = (ratio) => (Number.isFinite(ratio) ? ` ×${ratio.toFixed(2)}` : "");

const COLUMNS = [
  ["", (_, name) => name],
  ["KB", ({ bytes }) => number(bytes / 1000, 1)],
  ["requests", ({ requests }) => number(requests)],
  ["of them before content", ({ before }) => number(before)],
  ["first paint", ({ fcp, ratios }) => number(fcp) + times(ratios.fcp)],
  ["content", ({ content, ratios }) => number(content) + times(ratios.content)],
  ["a tap opens", ({ opened, ratios }) => number(opened) + times(ratios.opened)],
  ["blocking", ({ blocking }) => number(blocking)],
  ["shift", ({ shift }) => number(shift, 3)],
  ...STEPS.map((step) => [step, ({ steps, ratios }) => number(steps[step]?.inp) + times(ratios.steps[step])]),
  ["heap, MB", ({ heap }) => number(heap / 1e6, 1)],
  ["WebAssembly, MB", ({ wasm }) => number(wasm / 1e6, 1)],
  ["elements", ({ elements }) => number(elements)],
  ["loads", ({ loads }) => number(loads)],
];

const row = (cells) => `| ${cells.join(" | ")} |\n`;

const table = (figures) => {
  const used = COLUMNS.filter(([head, cell]) => !head || Object.values(figures).some((own) => cell(own, "") !== "–"));
  const body = Object.entries(figures).map(([name, own]) => row(used.map(([, cell]) => cell(own, name))));
  return row(used.map(([head]) => head)) + row(used.map((_, at) => (at ? "--:" : "---"))) + body.join("");
};

const failures = (figures) => Object.entries(figures)
  .filter(([, { failed }]) => failed.length)
  .map(([name, { failed }]) => `- ${name}: ${failed.join("; ")}\n`)
  .join("");

const PROFILES = {
  phone: "A phone: processor 4 times slower, 562 ms and 1.44 Mbit/s",
  desk: "A computer beside the server",
};

const NOTE = `Milliseconds from navigation, or of an interaction (INP; 8 stands for less than 16), medians of the
calmer half of the loads. Ratios of paints and taps are to the same text without script, the others
to Preact, with the first 100 rows where that was measured. KB are what the article and all that it
fetches weigh, packed with brotli, without the article itself.
`;

export const tables = (summary) => `${NOTE}\n${Object.entries(summary)
  .map(([profile, figures]) => `## ${PROFILES[profile]}\n\n${table(figures)}\n${failures(figures)}`)
  .join("\n")}`;
