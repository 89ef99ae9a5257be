// One load of one page, in a browser that has never seen it, and what came of it.
import { readFileSync } from "node:fs";

/** The function that a script of the page's is, without the comment above it. */
const script = (name) => readFileSync(new URL(name, import.meta.url), "utf8").replace(/^(\/\/.*\n)+/, "");
const PROBE = script("probe.js");
const COUNTING = script("counting.js");
/** How long nothing may happen until a page counts as loaded, in milliseconds. */
const QUIET = 700;

const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 };
// Of the browser's own preset "Slow 4G": milliseconds a request, and bytes a second.
const slow = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
export const PROFILES = {
  phone: { slower: 4, network: slow, screen: phone },
  desk: { slower: 1, screen: { viewport: { width: 1280, height: 900 } } },
};

const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** The largest sum of shifts within five seconds, with less than one between each and the next. */
const layoutShift = (shifts) => {
  let [most, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const [at, value] of shifts) {
    if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at];
    [sum, last] = [sum + value, at];
    most = Math.max(most, sum);
  }
  return most;
};

/** What long tasks take beyond 50 ms each, after the first paint. */
const blocking = (tasks, from = 0) => tasks
  .filter(([at, time]) => at + time > from)
  .reduce((sum, [, time]) => sum + Math.max(0, time - 50), 0);

export class Visit {
  constructor(context, page, control, server) {
    Object.assign(this, { context, page, control, server });
  }

  /** Opens a scenario's page under a profile and waits until nothing happens any more. */
  static async to(browser, server, scenario, { slower, network, screen, counting }) {
    const context = await browser.newContext({ ...screen, serviceWorkers: "block", locale: "en-GB" });
    const page = await context.newPage();
    const control = await context.newCDPSession(page);
    const visit = new Visit(context, page, control, server);
    await control.send("Network.enable");
    await control.send("Performance.enable");
    if (network) await control.send("Network.emulateNetworkConditions", network);
    if (slower > 1) await control.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const { content, tap, opened } = scenario;
    await page.addInitScript({ content: `(${PROBE})(${JSON.stringify({ content, tap, opened })})` });
    if (counting) await page.addInitScript({ content: `(${COUNTING})()` });
    visit.#listen();
    server.file(scenario.page); // packed before anyone waits for it
    server.log.length = 0;
    await page.goto(server.origin + scenario.page, { waitUntil: "commit", timeout: 0 });
    await visit.#settle(scenario);
    return visit;
  }

  /** Which requests are under way. */
  #busy = new Set();

  #listen() {
    // Of a worker's own script the page hears no end.
    this.control.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (!request.url.startsWith("blob:")) this.#busy.add(requestId);
    });
    for (const done of ["loadingFinished", "loadingFailed"]) {
      this.control.on(`Network.${done}`, ({ requestId }) => this.#busy.delete(requestId));
    }
  }

  async #settle({ content, tap, there, patience }) {
    const end = Date.now() + patience;
    let sent = -1;
    let since = Date.now();
    while (Date.now() < end) {
      await sleep(100);
      const { idle, ready } = await this.page.evaluate(([content, tap, there]) => ({
        ready: document.readyState === "complete" && (!content || bench.content !== undefined)
          && (!tap || bench.opened !== undefined) && (!there || bench.find(there) !== undefined),
        idle: performance.now() - Math.max(0, ...bench.tasks.map(([at, time]) => at + time)),
      }), [content, tap, there].map((it) => it ?? null));
      const { length } = this.server.log;
      if (sent !== length || this.#busy.size) [sent, since] = [length, Date.now()];
      if (ready && idle > QUIET && Date.now() - since > QUIET) return;
    }
    this.late = true;
  }

  /** The figures of the load. */
  async figures() {
    const seen = await this.page.evaluate(() => {
      const { fcp, lcp, content, opened, tapped, tasks, shifts, errors, memories } = bench;
      const requests = performance.getEntriesByType("resource").map(({ name, startTime, responseEnd }) => [new URL(name).pathname, startTime, responseEnd]);
      const wasm = [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
      return { fcp, lcp, content, opened, tapped, tasks, shifts, errors, requests, wasm, elements: bench.elements() };
    });
    const { tasks, shifts, tapped = Infinity, requests, ...figures } = seen;
    const [document, ...others] = this.server.log;
    return {
      ...figures,
      late: this.late,
      blocking: blocking(tasks, seen.fcp),
      // What a tap moves is no shift, though a script's tap looks like one.
      shift: layoutShift(shifts.filter(([at]) => at < tapped || at > tapped + 500)),
      before: requests.filter(([, start]) => start < seen.content).length,
      requests: others.length,
      document: document?.body,
      body: others.reduce((sum, { body }) => sum + body, 0),
      raw: others.reduce((sum, { raw }) => sum + raw, 0),
      files: requests,
      ...await this.memory(),
    };
  }

  async memory() {
    await this.control.send("HeapProfiler.collectGarbage");
    const { metrics } = await this.control.send("Performance.getMetrics");
    return { heap: metrics.find(({ name }) => name === "JSHeapUsedSize").value };
  }

  close() {
    return this.context.close();
  }
}
