// From single loads to the figures that are told.

export const STEPS = ["select", "filter", "search", "switch", "matrix"];
const LOAD = [
  "fcp", "lcp", "content", "opened", "blocking", "shift", "before", "requests", "document", "body", "raw", "heap", "wasm", "elements",
];

export const median = (list) => {
  const known = list.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = known.length >> 1;
  return known.length % 2 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
};

/** The half of the loads during which others took least of the processors. */
const calmer = (loads) => [...loads].sort((a, b) => a.others - b.others).slice(0, Math.ceil(loads.length / 2));

/** A scenario's medians under a profile; nothing where it wasn't measured. */
const summary = (loads, all) => {
  if (!loads.length) return undefined;
  const calm = calmer(loads);
  const of = (read) => median(calm.map(read));
  const figures = Object.fromEntries(LOAD.map((key) => [key, of((load) => load[key])]));
  const steps = STEPS.filter((step) => loads.some(({ steps }) => steps?.[step]));
  return {
    ...figures,
    // What the page sends, and what comes with it.
    bytes: figures.document + figures.body - all.host,
    steps: Object.fromEntries(steps.map((step) => [step, {
      inp: of(({ steps }) => steps?.[step]?.inp),
      effect: of(({ steps }) => steps?.[step]?.effect),
      work: of(({ steps }) => steps?.[step]?.work),
    }])),
    loads: loads.length,
    others: of(({ others }) => others),
    failed: [...new Set(loads.flatMap(({ errors, steps, late }) => [
      ...errors, ...Object.values(steps ?? {}).flatMap(({ error }) => error ?? []), ...late ? ["nothing to see or to tap in time"] : [],
    ]))],
  };
};

/** What each figure is a ratio of: the page without script, and the best of those that draw a part. */
const ratios = (own, page, peer) => {
  const of = (key, other) => (other ? own[key] / other[key] : undefined);
  const steps = Object.entries(own.steps).map(([step, { inp }]) => [step, inp / peer?.steps[step]?.inp]);
  return {
    fcp: of("fcp", page), content: of("content", page), opened: of("opened", page),
    heap: of("heap", peer), elements: of("elements", peer), bytes: of("bytes", peer),
    steps: Object.fromEntries(steps.filter(([, ratio]) => Number.isFinite(ratio))),
  };
};

/** All figures: by profile, by scenario. */
export const summarise = (loads, scenarios, profiles, host) => Object.fromEntries(profiles.map((profile) => {
  const of = (name) => summary(loads.filter((it) => it.scenario === name && it.profile === profile), { host });
  const figures = Object.fromEntries(scenarios.map(({ name }) => [name, of(name)]).filter(([, own]) => own));
  for (const { name, against, size } of scenarios) {
    const peer = figures[`preact-cap-${size}`] ?? figures[`preact-${size}`];
    if (figures[name]) figures[name].ratios = ratios(figures[name], figures[against], peer);
  }
  return [profile, figures];
}));
