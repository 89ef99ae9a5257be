// Every test runs in Chromium, Firefox and WebKit, but for those that stand here, each with its
// reason. As a reporter, this file prints what is left out ahead of the tests, and fails a run of
// everything in which an entry leaves out nothing.
import { readdirSync } from "node:fs";

const OF_NO_ENGINE = "is of no engine";
const CHROMIUM_ALONE = "asks what only Chromium's protocol tells";
const DOCUMENT = "is about documents and words, which are the same in every engine; left out for time";
const DESK = "is the journalist's own page, which two engines try; left out for time";
const RANDOM = "takes long, and nodes are the same in every engine; another kind of change runs here";
const PRINTED = "is about what is printed, for systems that are of no engine, and frames";

/** By engine: a part of the file's name or the test's title, and why it is left out. */
const LEFT_OUT = {
  firefox: [
    [/common sanitizers/, OF_NO_ENGINE],
    [/the HTML checker/, OF_NO_ENGINE],
    [/snippets\.spec/, PRINTED],
    [/languages\.spec|law\.spec|widths\.spec|page is accessible, and fits/, DOCUMENT],
    [/it leaves nothing behind/, CHROMIUM_ALONE],
    [/random changes between|changed before it was taken over \((?!wrap)/, RANDOM],
    [/has contrast/, "is measured by what style sheets say, which is the same in every engine; left out for time"],
    [/prints all of it/, "wants to be shown as on paper, which Playwright cannot ask of Firefox"],
    [/are printed, and the page|on the story's paper/, "Firefox's driver doesn't come back from printing so long a page, nor frames"],
    [/the data goes along|passes by link and by file|goes out as a spreadsheet/, "Playwright sees no downloads of Firefox"],
    [/is dragged to its place/, "Playwright's mouse begins no drag in this browser"],
    [/where the page may not copy/, "Firefox knows no policy that refuses the clipboard"],
  ],
  webkit: [
    [/common sanitizers/, OF_NO_ENGINE],
    [/the HTML checker/, OF_NO_ENGINE],
    [/snippets\.spec/, PRINTED],
    [/configurator\.spec/, DESK],
    [/languages\.spec|law\.spec|refs\.spec|page is accessible, and fits/, DOCUMENT],
    [/it leaves nothing behind/, CHROMIUM_ALONE],
    [/random changes between|changed before it was taken over \((?!wrap)/, RANDOM],
    [/widths\.spec|at 320 pixels every node/, "wants windows narrower than MiniBrowser's"],
    [/contrast|in forced colours/, "MiniBrowser knows no forced colours; contrast is the same"],
    [/are printed, and the page|is what is printed|on the story's paper/, "only Chromium prints to a file here"],
    [/the data goes along/, "MiniBrowser asks where to put a download"],
    [/where the page may not copy/, "no policy refuses the clipboard here"],
    [/without JavaScript/, "MiniBrowser runs every script"],
    [/saved to disk/, "the inspector goes to no file"],
    [/is zoomed/, "the inspector's coordinates are not those of a page that is zoomed"],
    [/a redirect of this origin/, "its driver answers with no redirect"],
    [/wants another tab/, "the inspector looks into one tab"],
    [/on a phone what can be seen/, "its driver's taps wait for the page's frames, which the test holds back"],
  ],
};

/** What an engine's project leaves out. */
export const leftOut = (engine) => LEFT_OUT[engine].map(([tests]) => tests);

const titleOf = (test) => test.titlePath().join(" ");

export default class Engines {
  #stale = [];

  onBegin(_, { suites }) {
    const all = suites.find(({ title }) => title === "chromium")?.allTests() ?? [];
    const files = new Set(all.map(({ location }) => location.file));
    const everything = files.size === readdirSync(new URL("specs", import.meta.url)).length;
    for (const engine of Object.keys(LEFT_OUT)) {
      if (!suites.some(({ title }) => title === engine)) continue;
      console.log(`${engine} leaves out:`);
      for (const [tests, why] of LEFT_OUT[engine]) {
        const found = all.filter((test) => tests.test(titleOf(test)));
        console.log(`  ${tests.source}: ${why}${all.length > 0 ? ` (${found.length} of ${all.length})` : ""}`);
        if (everything && found.length === 0) this.#stale.push(`${engine}: ${tests} leaves out nothing`);
      }
    }
  }

  onEnd() {
    if (this.#stale.length === 0) return undefined;
    console.log(this.#stale.join("\n"));
    return { status: "failed" };
  }
}
