// The figures as a chart: for the largest law that was measured on a phone, a bar each.
const PANELS = [
  ["Content visible", ({ content }) => content],
  ["A tap opens a provision", ({ opened }) => opened],
  ["Filter, slowest", ({ steps }) => steps.filter?.inp],
  ["Search, slowest key", ({ steps }) => steps.search?.inp],
];
const [LINE, LABEL, BAR, PANEL] = [22, 130, 200, 260];

const escape = (text) => text.replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`);
const milliseconds = (value) => `${Math.round(value).toLocaleString("en-GB")} ms`;

const panel = ([title, read], rows, at) => {
  const most = Math.max(...rows.map(([, own]) => read(own) ?? 0), 1);
  const bars = rows.map(([name, own], line) => {
    const value = read(own);
    if (!Number.isFinite(value)) return "";
    const y = (line + 2) * LINE;
    const width = Math.max(1, (value / most) * (BAR - 70));
    const ours = /^(ours|twin)/.test(name) ? ` class="ours"` : "";
    return `<rect${ours} y="${y - 12}" width="${width.toFixed(1)}" height="14"/><text x="${(width + 5).toFixed(1)}" y="${y}">${milliseconds(value)}</text>`;
  });
  return `<g transform="translate(${LABEL + at * PANEL} 0)"><text class="head" y="${LINE}">${escape(title)}</text>${bars.join("")}</g>`;
};

/** An SVG; nothing where no law was measured on a phone. */
export const chart = (summary, sizes) => {
  const size = Math.max(...sizes.filter((size) => summary.phone?.[`ours-${size}`]));
  const rows = Object.entries(summary.phone ?? {}).filter(([name]) => name.endsWith(`-${size}`));
  if (!rows.length) return undefined;
  const [width, height] = [LABEL + PANELS.length * PANEL, (rows.length + 2) * LINE];
  const names = rows.map(([name], line) => `<text y="${(line + 2) * LINE}">${escape(name.replace(/-\d+$/, ""))}</text>`);
  const title = `${size.toLocaleString("en-GB")} provisions on a phone: milliseconds, less is better`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -24 ${width} ${height + 16}" role="img"><title>${title}</title>
<style>text{font:13px sans-serif;fill:#222}.head{font-weight:bold}rect{fill:#a9a9a4}.ours{fill:#0b5487}@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#777}.ours{fill:#86c6f4}}</style>
<text class="head" y="-8">${title}</text>
${names.join("")}
${PANELS.map((it, at) => panel(it, rows, at)).join("\n")}
</svg>
`;
};
