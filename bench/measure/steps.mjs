// What a reader does, one step after another, with the browser's own input: how long each takes
// until what it does is painted, and the browser's own figure for the same (INP).
/** How long a step may take, in milliseconds. */
const PATIENCE = 30_000;
/** The browser tells of no answer that took less, and in steps of eight. */
const LEAST = 8;

/** Waits until the page has nothing to do. */
export const rest = (page) => page.evaluate(() => new Promise((done) => {
  requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done, 30)), { timeout: 2000 });
}));

/** The middle of what a path leads to, brought into sight. */
const spot = async (page, paths) => {
  const box = await page.evaluate((paths) => {
    const element = bench.find(paths);
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element?.getBoundingClientRect() ?? {};
    return element && { x: left + Math.min(width / 2, 12), y: top + height / 2 };
  }, paths);
  if (!box) throw new Error(`nothing is drawn at ${paths[0].join(" ")}`);
  await rest(page);
  return box;
};

/** Does something once, and waits until what it does has been painted. */
const once = async (page, event, done, act) => {
  await page.evaluate(([event, done]) => {
    const now = { answers: bench.answers.length, counted: bench.counted?.() };
    bench.step = now;
    const test = done && (0, eval)(done);
    const before = test?.(bench.find);
    const look = () => {
      if (test && test(bench.find) === before) requestAnimationFrame(look);
      else bench.painted((time) => { now.effect = time - now.start; });
    };
    addEventListener(event, ({ timeStamp }) => {
      now.start = timeStamp;
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }, [event, done && `(${done})`]);
  await act();
  await page.waitForFunction(() => bench.step.effect !== undefined, undefined, { timeout: PATIENCE, polling: 50 });
  await rest(page);
  return page.evaluate((least) => {
    bench.flush();
    const answers = bench.answers.slice(bench.step.answers);
    const worst = answers.reduce((a, b) => (b.duration > (a?.duration ?? 0) ? b : a), undefined);
    const counts = bench.since?.(bench.step.counted);
    // All events of a tap tell of the same paint; one of them did the work.
    const work = answers.length ? Math.max(...answers.map((it) => it.work)) : undefined;
    return { effect: bench.step.effect, inp: worst?.duration ?? least, work, wait: worst?.wait, counts };
  }, LEAST);
};

/** Where calls are counted, they say which is worse: a time would say another each time. */
const isWorse = (a, b) => (a.counts ? a.counts.calls > b.counts.calls
  : a.inp > b.inp || (a.inp === b.inp && a.effect > b.effect));
const worst = (all) => all.reduce((a, b) => (isWorse(b, a) ? b : a));

const tap = async (page, { at, done }) => {
  const { x, y } = await spot(page, at);
  return once(page, "click", done, () => page.mouse.click(x, y));
};

/** A key at a time; the slowest counts. */
const type = async (page, { at, text }) => {
  const { x, y } = await spot(page, at);
  await page.mouse.click(x, y);
  await rest(page);
  const keys = [];
  for (const key of text) keys.push(await once(page, "keydown", undefined, () => page.keyboard.press(key)));
  return worst(keys);
};

/** Takes the steps of a scenario; one that cannot be taken says why and ends them. */
export const walk = async (page, steps) => {
  const taken = {};
  for (const step of steps) {
    try {
      const figures = await (step.text ? type : tap)(page, step);
      if (step.name) taken[step.name] = worst([figures, taken[step.name] ?? figures]);
    } catch (error) {
      taken[step.name ?? "between"] = { error: error.message.split("\n")[0] };
      break;
    }
  }
  return taken;
};
