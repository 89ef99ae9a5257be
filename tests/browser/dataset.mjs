// What the bundled dataset holds, counted by plain scans, to hold the screen against.
import { readFileSync } from "node:fs";

const file = new URL("../../dist/data/un-cybercrime-convention.json", import.meta.url);

/** The file as it is shipped. */
export const text = readFileSync(file, "utf8");
export const data = JSON.parse(text);

const byId = (list) => new Map(list.map((it) => [it.id, it]));
export const groups = byId(data.groups);
export const provisions = byId(data.provisions);
export const organisations = byId(data.organisations);
export const sources = byId(data.sources);

export const affects = (concern, group) =>
  concern.affected !== "none_found" && concern.affected.some((it) => it.group === group);

export const concernsOn = (provision) => data.concerns.filter((it) => it.provisions.includes(provision));

/** The provisions that bear on a group, in the law's order. */
export const bearingOn = (group) =>
  data.provisions.filter(({ id }) => concernsOn(id).some((concern) => affects(concern, group)));

/** Who has a role towards a document. */
export const parties = (source, role) =>
  sources.get(source).parties.filter((it) => it.role === role).map((it) => organisations.get(it.organisation));

/** Provisions that a document objects to. */
export const objectedIn = (source) =>
  data.provisions.filter(({ id }) => concernsOn(id).some((it) => it.evidence.some((e) => e.source === source)));

/** Every piece of evidence, wherever it stands. */
export const evidence = [
  ...data.concerns.flatMap((it) => it.evidence),
  ...data.requests.flatMap((it) => it.evidence),
  ...data.positions.map((it) => it.evidence),
];
