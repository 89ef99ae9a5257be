// The figures as a chart: for each law that was measured on a phone, and for everyone who showed it,
// a bar in each panel.
const PANELS = [
  ["Content visible", ({ content }) => content],
  ["A tap opens a provision", ({ opened }) => opened],
  ["Filter, slowest", ({ steps }) => steps.filter?.inp],
  ["Search, slowest key", ({ steps }) => steps.search?.inp],
];
const [LINE, LABEL, BAR, PANEL] = [20, 110, 180, 230];

const escape = (text) => text.replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`);
const number = (value) => Math.round(value).toLocaleString("en-GB");

const panel = ([title, read], rows, at) => {
  const most = Math.max(...rows.map(({ own }) => (own && read(own)) ?? 0), 1);
  const bars = rows.map(({ name, own }, line) => {
    const value = own && read(own);
    if (!Number.isFinite(value)) return "";
    const y = (line + 2) * LINE;
    const width = Math.max(1, (value / most) * (BAR - 70));
    const ours = /^(ours|twin)/.test(name) ? ` class="ours"` : "";
    return `<rect${ours} y="${y - 11}" width="${width.toFixed(1)}" height="13"/><text x="${(width + 5).toFixed(1)}" y="${y}">${number(value)} ms</text>`;
  });
  return `<g transform="translate(${LABEL + at * PANEL} 0)"><text class="head" y="${LINE}">${escape(title)}</text>${bars.join("")}</g>`;
};

/** A line for a law, and beneath it one for everyone who showed it. */
const group = (figures, size) => {
  const end = `-${size}`;
  const shown = Object.entries(figures).filter(([name]) => name.endsWith(end));
  const rows = shown.map(([name, own]) => ({ name: name.slice(0, -end.length), own }));
  return rows.length ? [{ name: `${number(size)} provisions`, head: true }, ...rows] : [];
};

/** An SVG; nothing where no law was measured on a phone. */
export const chart = (summary, sizes) => {
  const rows = sizes.flatMap((size) => group(summary.phone ?? {}, size));
  if (!rows.length) return undefined;
  const [width, height] = [LABEL + PANELS.length * PANEL, (rows.length + 2) * LINE];
  const names = rows.map(({ name, head }, line) => `<text${head ? ` class="head"` : ""} y="${(line + 2) * LINE}">${escape(name)}</text>`);
  const title = "On a phone: milliseconds, less is better";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -24 ${width} ${height + 16}" role="img"><title>${title}</title>
<style>text{font:13px sans-serif;fill:#222}.head{font-weight:bold}rect{fill:#a9a9a4}.ours{fill:#0b5487}@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#777}.ours{fill:#86c6f4}}</style>
<text class="head" y="-8">${title}</text>
${names.join("")}
${PANELS.map((it, at) => panel(it, rows, at)).join("\n")}
</svg>
`;
};
