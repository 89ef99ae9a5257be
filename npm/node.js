// What build steps of a site call. Nothing is loaded before it is asked for, so that a server that
// renders the page may import this in the element's place.
import { commands, home } from "./commands.js";

const textOf = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** What is wrong with a dataset, a plain object or its JSON, and what to look at. */
export const check = (dataset) => JSON.parse(commands().check(textOf(dataset)));

/** What is pasted into a story, in the form that is wanted. */
export const prerender = ({ options = {}, as = "twin", ...more } = {}) => {
  const given = Object.entries({ as, ...more }).filter(([, value]) => value !== undefined);
  return commands().prerender(given.flatMap(([name, value]) => [`--${name}`, String(value)]), textOf(options), home);
};

/** The places that a story names, and the story with them marked. */
export const findMentions = (story, { html = false, dataset } = {}) =>
  JSON.parse(commands().find_mentions(story, html, dataset, home));
