// What the two tables have in common: the columns, the choice of groups, and what a tap unfolds.
import { countLine, host } from "./core.js";

export const COLUMNS = [["citation", "Provision"], ["heading", "Heading"], ["summary", "Summary"], ["affected", "Affected"]];

/** A frame for a table: choices of groups, a line that counts, and the table's own place. */
export const frame = (law) => {
  const section = document.createElement("section");
  section.className = "explorer";
  const fold = document.createElement("details");
  fold.className = "fold";
  const summary = document.createElement("summary");
  summary.textContent = "I am";
  const fieldset = document.createElement("fieldset");
  for (const [at, label] of law.groups.entries()) {
    const choice = document.createElement("label");
    choice.className = "choice";
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: at });
    choice.append(box, ` ${label}`);
    fieldset.append(choice);
  }
  fold.append(summary, fieldset);
  const filters = document.createElement("div");
  filters.className = "filters";
  filters.append(fold);
  const status = document.createElement("p");
  status.role = "status";
  const place = document.createElement("div");
  section.append(filters, status, place);
  host.append(section);
  const groups = () => new Set([...fieldset.querySelectorAll(":checked")].map(({ value }) => Number(value)));
  return {
    place,
    filters,
    count: (chosen) => { status.textContent = countLine({ length: chosen }, law); },
    /** Tells of each change whether a provision bears on what is chosen. */
    onGroups: (change) => fieldset.addEventListener("change", () => {
      const chosen = groups();
      change((it) => !chosen.size || it.groups.some((group) => chosen.has(group)));
    }),
  };
};

export const rowsOf = (law) => law.provisions.map((it) => ({ ...it, affected: it.groups.map((group) => law.groups[group]).join(", ") }));

export const body = (it) => {
  const element = document.createElement("div");
  element.className = "body";
  for (const { title, summary, quote, source } of it.concerns) {
    for (const [tag, text] of [["h4", title], ["p", summary], ["blockquote", quote], ["p", source]]) {
      element.append(Object.assign(document.createElement(tag), { textContent: text }));
    }
  }
  element.append(it.names.join(", "));
  return element;
};
