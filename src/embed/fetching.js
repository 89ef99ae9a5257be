// Fetching for the module, by the loader's way to fetch a text.
import { idle } from "./browser.js";
import { isOver } from "./recovery.js";

// How the loader fetches a text.
let textAt;

export const fetchBy = (it) => {
  textAt = it;
};

/** A file's text; servers answer with a page where they lack a file, and not always with 404. */
export const noPage = (url, text) => {
  if (/^\s*</.test(text)) throw Object.assign(Error(`${url}: the server sent an HTML page; check where the dataset stands`), { code: "dataset" });
  return text;
};

/**
 * Fetches a file beside another, once nothing else is to be done where that is wanted, and hands
 * over its text or why it didn't come.
 */
export const fetchBeside = async (name, base, resting, done) => {
  let answer;
  try {
    const { href } = new URL(name, base);
    if (resting) await new Promise(idle);
    answer = [noPage(href, await textAt(href))];
  } catch ({ message }) {
    answer = [undefined, `${message}; publish the folder with all of its files`];
  }
  if (!isOver) done(...answer);
};

/** What comes of a promise. */
export const after = (promise, then) => promise.then(then);
