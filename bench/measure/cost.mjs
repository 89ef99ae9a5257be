// What a million views of a story fetch for an explorer that comes near everybody's sight, by how many
// of the readers act on it and by when it is fetched. From the build's manifest, so nothing is timed.
const ACT = [0.02, 0.1, 0.3, 1];

const FILES = {
  loader: /^provision-explorer\.js$/,
  rest: /^(assets\/widget-[^.]+\.(js|wasm)|data\/un-cybercrime-convention\.law\.txt)$/,
  early: /^assets\/replay-[^.]+\.js$/,
};

const packed = (files, name) => files.filter(({ path }) => name.test(path)).reduce((sum, { brotli }) => sum + brotli, 0);

/** A table in Markdown, in GB. */
export const cost = (files) => {
  const [loader, rest, early] = Object.values(FILES).map((name) => packed(files, name));
  const gb = (bytes) => (bytes / 1000).toFixed(1);
  const rows = ACT.map((share) => `| ${share * 100} % | ${gb(loader + rest)} | ${gb(loader + share * (rest + early))} |\n`);
  return `| of the readers act | \`visible\` | \`interaction\` |\n|---|--:|--:|\n${rows.join("")}`;
};
