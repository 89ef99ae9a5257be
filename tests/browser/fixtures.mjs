// What every test gets: a page that is watched, and ways to open the story or a case. After every
// test the watch is held against what a page of a newspaper may expect of us: nothing in the
// console, no violation of the policy, no request to anyone else, nothing stored, nothing that
// scrolls sideways, and nothing that axe objects to.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { test as base, expect } from "@playwright/test";

import { expectAccessible } from "./axe.mjs";
import { Explorer } from "./explorer.mjs";
import { launch } from "./webkit.mjs";

export { expect, expectAccessible };

/** Waits until the page has drawn what it was about to draw. */
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/**
 * How to click where the reader forbids scripts: Playwright watches an element by the page's animation
 * frames, and in Firefox none come. For the same reason such a test looks with `expect.poll`.
 */
export const UNWATCHED = { force: true };

/** The page's own width is enough for everything on it. */
export const expectNoSidewaysScroll = async (page, what = "the final state") => {
  const [content, sight] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return [scrollWidth, clientWidth];
  });
  expect(content, `nothing scrolls sideways in ${what}`).toBeLessThanOrEqual(sight);
};

/** What is told to journalists and editors has no marks of programmers' and no command that a page can't run. */
const expectPlainWords = async (page) => {
  const words = await page.evaluate(() => [
    ...document.body.innerText.split("\n"), ...[...document.querySelectorAll("[aria-label]")].map((it) => it.ariaLabel),
  ]);
  expect(words.filter((it) => /`|\bcargo\b|\bxtask\b|[.!?]”\./.test(it)), "words of programmers").toEqual([]);
};

/** What the page has been told by events of ours, in order; all of them, or those of one name. */
export const told = async (page, name) => {
  const all = await page.evaluate(() => window.told);
  return name ? all.filter((it) => it.name === name) : all;
};

/** What a reader pastes after something was copied; none but Chromium lets a script look. */
export const pasted = async (page) => {
  const field = await page.evaluateHandle(() => {
    const field = document.createElement("textarea");
    document.body.append(field);
    field.focus();
    return field;
  });
  await page.keyboard.press("Control+v");
  await expect.poll(() => field.evaluate((it) => it.value)).not.toBe("");
  return field.evaluate((it) => {
    it.remove();
    return it.value;
  });
};

/** One event of a mistake and one line in the console, which say the same. */
export const expectToldOnce = async (page, watch, code, ...words) => {
  await expect.poll(() => told(page, "error")).toHaveLength(1);
  await settled(page);
  const events = await told(page, "error");
  expect(events).toHaveLength(1);
  const [{ detail, ...event }] = events;
  expect(event).toEqual({ name: "error", on: "provision-explorer", bubbles: true, composed: true, plain: true });
  expect(detail.code).toBe(code);
  expect(detail.problems).toHaveLength(1);
  expect(watch.ours).toHaveLength(1);
  for (const word of words) {
    expect(watch.ours[0]).toContain(word);
    expect(`${detail.message} ${detail.problems}`).toContain(word);
  }
};

// What each engine says by itself, in the console or as a violation, where it does.
export const OWN = {
  notFound: { chromium: "status of 404", webkit: "status of 404" },
  unreachable: { chromium: "net::ERR_FAILED", webkit: /^Web Inspector blocked .*\.wasm/ },
  notIntact: { chromium: /digest/, firefox: /hashes in the integrity attribute/, webkit: /integrity/ },
  notIntactEither: { chromium: /SRI's integrity checks failed/, webkit: /access control checks/ },
  diskModule: { chromium: /^Access to script at 'file:.* blocked by CORS policy/, firefox: /^provision-explorer: file:.* cannot be fetched/ },
  diskUnreachable: { chromium: "net::ERR_FAILED" },
  refusedWasm: { chromium: "script-src: wasm-eval ", firefox: "script-src: wasm-eval " },
  noWasm: { firefox: "blocked WebAssembly" },
};

// What the tool that drives WebKit writes into its console.
const TOOL = /^Web Inspector blocked .*\/favicon\.ico/;

/** Everything that a page says and asks for while a test runs. */
class Watch {
  lines = [];
  violations = [];
  requests = [];
  #expected = [];
  #allowed = [];
  #strangers = [];

  constructor(page, origin, engine) {
    this.engine = engine;
    // The same server by its other name, which makes it another origin.
    const own = [`${origin}/`, `${origin.replace("127.0.0.1", "localhost")}/`];
    page.on("console", (message) => TOOL.test(message.text()) || this.lines.push(message.text()));
    page.on("pageerror", (error) => this.lines.push(`uncaught: ${error}`));
    page.on("crash", () => this.lines.push("the page crashed"));
    page.on("request", (request) => {
      const url = request.url();
      this.requests.push(url);
      if (!own.some((it) => url.startsWith(it)) && !/^(blob|data|about|file):/.test(url)) this.#strangers.push(url);
    });
  }

  /** Declares the lines that a test provokes: all of them, each once. Texts match by part; of `OWN`, the engine's. */
  expectLines(...lines) {
    this.#expected = this.#own(lines);
  }

  /** Declares the violations that a page's own policy provokes. */
  expectViolations(...violations) {
    this.#allowed = this.#own(violations);
  }

  #own(texts) {
    return texts.flatMap((text) => (Object.values(OWN).includes(text) ? text[this.engine] ?? [] : text));
  }

  /** Our own lines in the console, without the browser's. */
  get ours() {
    return this.lines.filter((line) => line.startsWith("provision-"));
  }

  /** The lines that nobody expected, and those expected that have not come. */
  #compare() {
    const missing = [...this.#expected];
    const surprises = this.lines.filter((line) => {
      const at = missing.findIndex((it) => (it instanceof RegExp ? it.test(line) : line.includes(it)));
      if (at >= 0) missing.splice(at, 1);
      return at < 0;
    });
    return { surprises, missing };
  }

  async verify() {
    // Not every engine tells its lines at once.
    await expect.soft.poll(() => this.#compare().missing.map(String), "lines that did not come").toEqual([]);
    const { surprises } = this.#compare();
    expect.soft(surprises, "lines in the console that nobody expected").toEqual([]);
    expect.soft(this.violations, "violations of the Content Security Policy").toEqual(this.#allowed);
    expect.soft(this.#strangers, "requests to other places").toEqual([]);
  }
}

/** Holds back what a page or a context asks for; gives back how to let it come. */
export const heldBack = async (where, what) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await where.route(what, async (route) => {
    await held;
    await route.continue();
  });
  return release;
};

/**
 * What a page's workers say, from those that start after this on: it waits in the page while a test holds it,
 * and the workers go on. So the test says what comes before an answer, and not the speed of a machine.
 */
export const workersAnswers = async (page) => {
  const answers = await page.evaluateHandle(() => {
    const listen = Worker.prototype.addEventListener;
    const answers = { areHeld: false, held: [] };
    Worker.prototype.addEventListener = function (type, handler, ...rest) {
      const hear = (event) => (answers.areHeld ? answers.held.push([event, handler, performance.now()]) : handler(event));
      listen.call(this, type, type === "message" ? hear : handler, ...rest);
    };
    return answers;
  });
  return {
    hold: () => answers.evaluate((it) => { it.areHeld = true; }),
    /** How many results are held; there may be more, of how far it is. */
    count: () => answers.evaluate(({ held }) => held.filter(([{ data }]) => "done" in data).length),
    /** When the last result that is held came, by the page's clock. */
    came: () => answers.evaluate(({ held }) => held.findLast(([{ data }]) => "done" in data)[2]),
    /** Lets through what was held, in order, and what comes from now on. */
    deliver: () => answers.evaluate((it) => {
      it.areHeld = false;
      for (const [event, handler] of it.held.splice(0)) handler(event);
    }),
  };
};

/** Gives a page the loader and the module of another build. */
const replaceModule = async (page, build) => {
  const fulfill = (name) => (route) => route.fulfill({ path: fileURLToPath(new URL(name, build)) });
  await page.route("**/provision-explorer.js", fulfill("provision-explorer.js"));
  for (const asset of readdirSync(new URL("assets/", build))) {
    await page.route(`**/assets/${asset}`, fulfill(`assets/${asset}`));
  }
};

// Firefox hears of the reader's system, and of scripts that the reader forbids, by preferences alone.
const PREFERENCES = {
  colorScheme: { "layout.css.prefers-color-scheme.content-override": 0 },
  forcedColors: { "ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 2 },
  reducedMotion: { "ui.prefersReducedMotion": 1 },
  noScript: { "javascript.enabled": false },
};

export const test = base.extend({
  /** What a test says of the reader's system, as for `emulateMedia`: anything but what is usual. */
  system: [{}, { option: true }],

  /** Firefox with other preferences than the usual, one for all tests of a worker that want the same. */
  preferring: [
    async ({ playwright, browserName }, use, { project }) => {
      const usual = project.use.launchOptions?.firefoxUserPrefs;
      const browsers = new Map();
      await use(async (wishes) => {
        const firefoxUserPrefs = Object.assign({}, usual, ...wishes.map((it) => PREFERENCES[it]));
        const key = wishes.join();
        if (!browsers.has(key)) browsers.set(key, await playwright[browserName].launch({ firefoxUserPrefs }));
        return browsers.get(key);
      });
      for (const browser of browsers.values()) await browser.close();
    },
    { scope: "worker" },
  ],

  context: [
    async ({ context, preferring, browserName, javaScriptEnabled, system }, use) => {
      const wishes = [...Object.keys(system), ...(javaScriptEnabled === false ? ["noScript"] : [])];
      if (browserName !== "firefox" || wishes.length === 0) return await use(context);
      const other = await (await preferring(wishes)).newContext();
      await use(other);
      await other.close();
    },
    { timeout: 60_000 }, // another browser starts; that is no time of the test's
  ],

  /** The build whose loader and module a page gets; all else is the same in every build. */
  build: ["dist", { option: true }],

  page: async ({ page, browserName, system, build }, use) => {
    if (browserName !== "firefox") await page.emulateMedia(system);
    if (build !== "dist") await replaceModule(page, new URL(`../../${build}/`, import.meta.url));
    await use(page);
  },

  browser: [
    async ({ playwright, browserName }, use, { project }) => {
      const stock = browserName === "webkit";
      const browser = await (stock ? launch(playwright.webkit, project.use) : playwright[browserName].launch());
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],

  /** Watches the page; the checks after a test are made here. */
  watch: [
    async ({ page, baseURL, browserName, javaScriptEnabled }, use, info) => {
      const watch = new Watch(page, baseURL, browserName);
      await page.exposeBinding("tellViolation", (_, violation) => watch.violations.push(violation));
      await page.addInitScript(() => {
        const tell = window.tellViolation;
        document.addEventListener("securitypolicyviolation", (event) => {
          tell(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
        });
        window.told = [];
        for (const name of ["ready", "select", "filter", "share", "error"]) {
          document.addEventListener(`provision-explorer:${name}`, (event) => {
            const { bubbles, composed, detail, target } = event;
            const plain = Object.getPrototypeOf(detail) === Object.prototype;
            window.told.push({ name, on: target.id || target.localName, bubbles, composed, plain, detail });
          });
        }
      });
      await use(watch);
      if (page.isClosed() || page.url() === "about:blank") return;
      if (javaScriptEnabled === false) return await watch.verify(); // nothing else runs in such a page
      await settled(page);
      await watch.verify();
      if (info.status !== info.expectedStatus) return; // its own failure says more
      const kept = await page.evaluate(async () => [
        document.cookie, localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches.keys()).length,
      ]);
      expect(kept, "nothing is stored").toEqual(["", 0, 0, 0, 0]);
      await expectNoSidewaysScroll(page);
      if (/\/(configurator|desk)\.html/.test(page.url())) await expectPlainWords(page);
      // What axe reads of the story is the same in every engine, and takes some of them long. So do
      // colours, which `looks.spec.mjs` has every engine compute.
      if (browserName === "chromium") await expectAccessible(page);
      else if (page.url().includes("/cases/")) await expectAccessible(page, undefined, { without: ["color-contrast"] });
    },
    { auto: true },
  ],

  /** Opens the demo story, as far as its explorer; `fragment` goes behind the address. */
  story: async ({ page }, use) => {
    await use(async (fragment = "") => {
      await page.goto(`/${fragment}`);
      return new Explorer(page).arrive();
    });
  },

  /** Opens the host page `cases/<name>/`; nothing is waited for. */
  openCase: async ({ page }, use) => {
    await use(async (name, fragment = "") => {
      await page.goto(`/cases/${name}/${fragment}`);
      return new Explorer(page);
    });
  },
});
