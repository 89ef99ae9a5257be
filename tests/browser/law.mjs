// A law large enough to be published in parts, made up and cut by `cargo xtask prerender` into
// `cases/built/law/` before the tests. By hand: `node tests/browser/libraries.mjs`.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("cases/built/", import.meta.url));

/** Seven shards beside the first page. */
const PROVISIONS = 330;
const PEOPLE = ["Anglers", "Boaters", "Millers", "Swimmers"];
const range = (count) => Array.from({ length: count }, (_, at) => at);
const id = (at) => (at % 3 ? `art_${1 + (at - at % 3) / 3}__para_${at % 3}` : `art_${1 + at / 3}`);

const provision = (at) => {
  const article = 1 + (at - at % 3) / 3;
  const inside = at % 3 ? { citation: `Article ${article}(${at % 3})`, parent: `art_${article}` } : { citation: `Article ${article}` };
  return {
    id: id(at), ...inside, heading: `Heading ${at + 1}`, heading_origin: "editor", summary: `What the river asks of place ${at + 1}.`,
  };
};

const concern = (at) => ({
  id: `concern-${at + 1}`,
  title: `Worry ${at + 1}`,
  summary: `Worry ${at + 1} in one sentence.`,
  // The first is about a provision of the fourth shard, too.
  provisions: at ? [id(at)] : [id(0), id(210)],
  affected: [{ group: PEOPLE[at % 4].toLowerCase(), basis: "stated" }],
  evidence: [{ source: `letter-${1 + at % 5}`, locator: `page ${at + 1}` }],
});

const source = (at) => ({
  id: `letter-${at + 1}`, title: `Letter ${at + 1} on the river`, short_title: `Letter ${at + 1}`, publisher: "Its signatories",
  date: "2026-03", address: `https://example.org/letters/${at + 1}`, language: "en", draft: "draft",
  parties: [{ organisation: `club-${at + 1}`, role: "signed" }],
});

const LAW = {
  schema_version: 1, id: "river-act", title: "River Act: who is affected", language: "en",
  edition: { number: 1, date: "2026-01-01" }, credit: "Provision Explorer tests: an invented act.", stale_after: "P9Y",
  missing: [],
  instrument: {
    title: "An Act on the River", short_title: "River Act", drafts: [{ id: "draft", label: "Draft of 2026", date: "2026" }],
    status: { as_of: "2026-01-01", line: "Before parliament", events: [] },
  },
  provisions: range(PROVISIONS).map(provision),
  groups: PEOPLE.map((label) => ({
    id: label.toLowerCase(), label, member: `one of the ${label.toLowerCase()}`, description: `${label} of the river.`,
  })),
  organisations: range(5).map((at) => ({ id: `club-${at + 1}`, name: `River Club ${at + 1}`, kind: "civil_society" })),
  sources: range(5).map(source),
  concerns: range(PROVISIONS).map(concern),
};

export const prepareLaw = () => {
  const folder = `${built}law`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${built}river-act.json`, JSON.stringify(LAW));
  execFileSync("cargo", ["xtask", "prerender", "--dataset", `${built}river-act.json`, "--folder", folder], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};
