// What a tap on a mention comes to: a step in an explorer of the page, or a card in place.
import { disclose } from "glue";

import { EVENTS, MENTION_TAG, TAG } from "./contract.js";
import { failure, tell } from "./failing.js";
import { catalogueOf, datasetOf, load, recoveries } from "./loading.js";

// The cards of mentions, open or on their way: what closes each, once it is open.
const cards = new WeakMap();

const open = async (host, mention, to) => {
  const dataset = await datasetOf(host);
  if (!dataset.tell(host)) return;
  const has = await dataset.has(to);
  if (has === undefined) throw failure("dataset", `${MENTION_TAG} to="${to}": a part of the dataset is missing; publish the folder with all of its files`);
  if (!has) throw failure("options", `${MENTION_TAG} to="${to}": the dataset has no such provision`);
  const catalogue = await catalogueOf(host);
  const { attach } = await load(); // not always this one: it may have panicked meanwhile
  if (!host.isConnected) return;
  // Only a button opens something; a link that is wrapped leads somewhere.
  const expanded = (whether) => {
    if (mention.role) mention.ariaExpanded = whether;
  };
  const ending = new AbortController();
  let handle;
  /** Closes the card; with an answer why, the module has panicked and takes nothing back. */
  const close = (error) => {
    if (ending.signal.aborted) return;
    ending.abort();
    recoveries.delete(host);
    cards.delete(host);
    const node = host.shadowRoot.querySelector(".root");
    const held = node?.contains(host.shadowRoot.activeElement);
    if (error === undefined) handle?.release();
    else node?.remove();
    expanded("false");
    if (held) mention.focus();
    if (error) tell(host, error);
  };
  recoveries.set(host, close);
  host.addEventListener(EVENTS.select, ({ target, detail }) => {
    if (target === host && !detail.open) queueMicrotask(close); // the module is still busy telling
  }, { signal: ending.signal });
  handle = attach(host, dataset, catalogue, undefined, to);
  expanded("true");
  return close;
};

/**
 * Goes to what a mention names: in the first explorer of the page that has it, or else in a card in
 * place, which the next tap closes. Says whether that led anywhere.
 */
export const follow = async (host, mention, since) => {
  if (cards.has(host)) {
    if (!recoveries.has(host)) return true; // it is on its way
    return (await cards.get(host))?.() ?? true;
  }
  const to = host.getAttribute("to") ?? host.textContent;
  for (const explorer of document.querySelectorAll(TAG)) {
    const other = host.hasAttribute("dataset")
      && host.getAttribute("dataset") !== explorer.getAttribute("dataset");
    // One in a hidden tab is nowhere to lead to.
    if (!other && disclose(explorer.parentElement ?? explorer) && (await explorer.select?.(to, { focus: true, since }))) return true;
  }
  // A second tap while the first is on its way finds it there.
  if (!cards.has(host)) {
    cards.set(host, open(host, mention, to).catch((error) => tell(host, error)));
  }
  const close = await cards.get(host);
  if (!close) cards.delete(host);
  return Boolean(close);
};

/** Takes the card of a mention back that has left the page. */
export const dismiss = (host) => recoveries.get(host)?.();
