// What a module that counts has counted, as a table and as lists of the functions that are called most.
const number = (value) => Math.round(value).toLocaleString("en-GB");
const row = (cells) => `| ${cells.join(" | ")} |\n`;

const COLUMNS = [
  ["calls", ({ calls }) => number(calls)],
  ["of them for memory", ({ allocations }) => number(allocations)],
  ["KB asked for", ({ bytes }) => number(bytes / 1000)],
  ["calls to the browser", ({ outside }) => number(outside)],
];

/** A table in Markdown. */
export const counts = (counted) => {
  const heads = ["", "", ...COLUMNS.map(([head]) => head)];
  const lines = counted.map(({ name, what, counts }) => row([name, what, ...COLUMNS.map(([, cell]) => cell(counts))]));
  return row(heads) + row(heads.map((_, at) => (at < 2 ? "---" : "--:"))) + lines.join("");
};

/** The functions that are called most, for whoever wants them fewer. */
export const most = ({ name, what, counts: { functions } }, shown = 20) => [
  `${name}, ${what}:`,
  ...Object.entries(functions).sort(([, a], [, b]) => b - a).slice(0, shown)
    .map(([name, calls]) => `${number(calls).padStart(11)} ${name}`),
].join("\n");
