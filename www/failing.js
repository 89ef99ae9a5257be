// What is said of what goes wrong, by the loader and by what it fetches.
import { EVENTS, TAG } from "./contract.js";

/** A failure that says what, where, and what would be right. */
export const failure = (code, message) => Object.assign(Error(message), { code });

/** What would be right where a file of ours does not come. */
export const COMPLETE = "deploy the folder with all of its files";

/** Why an address of a dataset is refused. */
export const refused = (address, why) => `dataset: \`${address}\` is not an address to take (${why}); write it like \`/data/law.json\``;

/** Tells the page and developers what went wrong. */
export const tell = (host, { name, code = "internal", message }) => {
  if (name === "RuntimeError") return; // the trap of a panic, which has been told
  console.warn(`${TAG}: ${message}`);
  const detail = { code, message, problems: [message] };
  host.dispatchEvent(new CustomEvent(EVENTS.error, { bubbles: true, composed: true, detail }));
};
