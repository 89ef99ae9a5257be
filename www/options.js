// The options that loader and frame need before the module is there to read all of them. What counts
// is what counts for `crates/options`: a value of another kind, or a blank one, says nothing, and the
// next layer is asked. `tests/scripts/options.test.mjs` asks both the same.

import { OPTIONS_SCRIPT } from "./contract.js";

const childOf = (host) => {
  try {
    return JSON.parse(host.querySelector(OPTIONS_SCRIPT)?.textContent.replace(/^\ufeff/, "") ?? null);
  } catch {
    // told with the other options, once there is a screen
  }
};

/** What attribute, property and child say of an option, the strongest first. */
const layers = (host, name, attribute = name) =>
  [host.getAttribute(attribute), host.options?.[name], childOf(host)?.[name]];

/** A text on one line, without what stands around it; blank where a value is none. */
const lineOf = (value) => (typeof value === "string" ? value.replace(/\p{Cc}/gu, " ").trim() : "");

const linkLayers = (host) => layers(host, "deepLinks", "deep-links");

/** A flag as JSON has it, or as a text. */
const flagOf = (value) => {
  const word = typeof value === "boolean" ? `${value}` : lineOf(value).toLowerCase();
  return word === "true" || (word === "false" ? false : undefined);
};

/** The language that a BCP 47 tag begins with; none where it isn't a tag. */
export const baseOf = (tag) => /^([a-z]{2,3})(-[a-z0-9]{1,8})*$/i.exec(lineOf(tag))?.[1].toLowerCase();

/** What is said of an option that is a text. */
export const textOf = (host, name) => layers(host, name).map(lineOf).find(Boolean);

/** The language that is asked for. */
export const languageOf = (host) => layers(host, "lang").map(baseOf).find(Boolean);

/** The language of the text around an element. */
export const langOf = (host) => baseOf(host.closest("[lang]")?.lang);

/** Whether anything is said of links; for what may be done either way. */
export const saysLinks = (host) => linkLayers(host).some((it) => it != null);

/** Whether an explorer reads and writes the page's fragment. */
export const isLinked = (host) => {
  const [attribute, ...others] = linkLayers(host);
  if (attribute !== null) return flagOf(attribute) ?? true; // it holds by being there
  return others.map(flagOf).find((flag) => flag !== undefined) ?? false;
};
