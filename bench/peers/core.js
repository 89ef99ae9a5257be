// What the others' explorers share: reading a dataset of the project's format, and which provisions
// a choice selects. Each of them draws the same markup, so that one set of selectors fits all.

const script = document.currentScript;
/** Where to draw. */
export const host = script.previousElementSibling;
/** How many rows are drawn at first; all of them where nothing is said. */
export const cap = Number(script.dataset.cap ?? Infinity);
export const VIEWS = ["Provisions", "Affected", "Matrix"];

const placesOf = (records) => new Map(records.map(({ id }, place) => [id, place]));

const read = ({ title, provisions, groups, organisations, sources, concerns }) => {
  const [group, organisation, source] = [groups, organisations, sources].map(placesOf);
  const letters = sources.map(({ short_title: label, parties }) => {
    const names = parties.map((party) => organisations[organisation.get(party.organisation)].name);
    return { label, names };
  });
  const about = new Map(provisions.map(({ id }) => [id, []]));
  for (const { title, summary, affected, evidence: [{ source: from, quote }], provisions } of concerns) {
    const of = affected.map((it) => group.get(it.group));
    for (const id of provisions) {
      about.get(id).push({ title, summary, quote: quote.exact, source: source.get(from), groups: of });
    }
  }
  const labels = groups.map(({ label }) => label);
  return {
    title: title.text ?? title,
    groups: labels,
    sources: letters.map(({ label }) => label),
    provisions: provisions.map(({ id, citation, heading, summary }) => {
      const raised = about.get(id);
      const bears = [...new Set(raised.flatMap((it) => it.groups))].sort((a, b) => a - b);
      const from = [...new Set(raised.map((it) => it.source))];
      const names = from.flatMap((it) => letters[it].names);
      const cells = labels.map((_, it) => raised.filter((concern) => concern.groups.includes(it)).length);
      return {
        id, citation, heading, summary, names, cells, groups: bears, sources: from,
        concerns: raised.map((it) => ({ ...it, source: letters[it.source].label, groups: it.groups.map((group) => labels[group]) })),
      };
    }),
  };
};

const textOf = (it) => {
  it.text ??= [
    it.citation, it.heading, it.summary, ...it.names,
    ...it.concerns.flatMap(({ title, summary, quote, groups }) => [title, summary, quote, ...groups]),
  ].join("\n").toLowerCase();
  return it.text;
};

/** The provisions that a choice selects, and how many each group and source would leave. */
export const select = (law, { query, groups, sources }) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [byGroup, bySource, chosen] = [law.groups.map(() => 0), law.sources.map(() => 0), []];
  for (const it of law.provisions) {
    if (words.length && !words.every((word) => textOf(it).includes(word))) continue;
    const affects = !groups.size || it.groups.some((group) => groups.has(group));
    const raised = !sources.size || it.sources.some((source) => sources.has(source));
    if (raised) for (const group of it.groups) byGroup[group] += 1;
    if (affects) for (const source of it.sources) bySource[source] += 1;
    if (affects && raised) chosen.push(it);
  }
  return { chosen, byGroup, bySource };
};

export const NOTHING = { query: "", groups: new Set(), sources: new Set() };

/** A set with something more, or less. */
export const toggled = (set, it) => {
  const next = new Set(set);
  if (!next.delete(it)) next.add(it);
  return next;
};

export const countLine = (chosen, law) => `${chosen.length} of ${law.provisions.length} provisions`;
export const numbers = (it) =>
  `${it.concerns.length} concerns · ${it.groups.length} groups affected · ${it.names.length} organisations`;

/** Asks for the dataset at once, and draws it when it is there. */
export const start = (draw) => fetch(script.dataset.law).then((answer) => answer.json()).then((law) => draw(read(law)));
