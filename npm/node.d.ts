// The types of the functions for build steps, and of the element.
import type { ProvisionExplorerOptions } from "./provision-explorer.js";

export * from "./provision-explorer.js";

/** What checking a dataset comes to. */
export interface Checked {
  /** whether nothing is wrong */
  sound: boolean;
  /** what is wrong, a line each with its place */
  problems: string[];
  /** what an editor should look at, a line each with its place */
  remarks: string[];
}

/** What is wrong with a dataset, a plain object or its JSON, and what to look at. */
export function check(dataset: object | string): Checked;

/** What `npx provision-explorer prerender` takes, by the names of its options. */
export interface Wanted {
  /** the element's options */
  options?: ProvisionExplorerOptions;
  /** the form: `twin`, `element`, `frame`, `wordpress`, `newsletter`, … Without it, `twin` */
  as?: string;
  /** the address of the loader, `provision-explorer.js` */
  loader?: string;
  [option: string]: unknown;
}

/** What is pasted into a story, in the form that is wanted; throws an `Error` that says what is wrong. */
export function prerender(wanted?: Wanted): string;

/** A place that a story names. */
export interface Mention {
  /** the words that name it */
  text: string;
  /** where they begin in the story's words */
  start: number;
  /** where they end */
  end: number;
  /** the ids of the law's provisions; none where the place is not in this law, or may not be */
  provisions: string[];
  /** the ids of those that it would be where that is in doubt */
  perhaps?: string[];
  /** the other law's name as written */
  law?: string;
  /** the place as a citation, where this law has none such */
  missing?: string;
  /** the story doesn't say whether it is this law's, so it isn't marked */
  doubtful?: boolean;
  /** what stands right behind it, looks like one more place and isn't read as one */
  unread?: string;
}

/**
 * The places that a story names, and the story with `<provision-ref>` around each that leads into the
 * law; of a dataset's file, or else the bundled law.
 */
export function findMentions(
  story: string,
  how?: { html?: boolean; dataset?: string },
): { mentions: Mention[]; marked: string };
