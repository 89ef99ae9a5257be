// What a screen reader says of a page from its beginning to its end: Chromium's accessibility tree, a line for
// each thing that is announced, by its role and name.
// cspell:words sectionheader sectionfooter
import { expect } from "@playwright/test";

/** Roles that are said as one with what is in them. */
const WHOLE = new Set(["button", "checkbox", "link", "searchbox", "textbox", "image", "img", "DisclosureTriangle"]);

/** Roles that must have a name. */
const NAMED = new Set([
  "alertdialog", "button", "checkbox", "combobox", "DisclosureTriangle", "dialog", "grid", "heading", "image", "img", "link",
  "listbox", "option", "radio", "region", "searchbox", "tab", "textbox", "toolbar",
]);

/** Roles of what a reader operates, or that scroll. */
const OPERATED = new Set([...NAMED, "gridcell", "rowheader", "columnheader", "RootWebArea"]);

/** Roles that say nothing unless they are named. */
const SILENT = new Set([
  "generic", "none", "InlineTextBox", "LineBreak", "paragraph", "LabelText", "Details", "Section", "sectionheader",
  "sectionfooter", "article", "figure", "list", "listitem", "status", "group", "strong", "emphasis", "mark", "time", "ListMarker", "Legend", "caption",
]);

const valueOf = (node, name) => node.properties?.find((it) => it.name === name)?.value.value;
const squeezed = (text) => (text ?? "").replace(/[\s\u00AD]+/g, " ").trim();

/** Everything that is announced beneath a node, in order. */
const linesOf = (byId, top) => {
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value ?? "none";
    const name = squeezed(node.name?.value);
    const isText = role === "StaticText";
    // What has the focus is come to, whatever it says.
    const silent = SILENT.has(role) && !valueOf(node, "focusable");
    const says = !node.ignored && (isText ? name : name || !silent);
    if (says) lines.push({ role, name, depth, node });
    if (isText || (says && WHOLE.has(role))) return;
    // A head and a cell are said with what is in them; only what can be operated within is come to alone.
    const words = says && name && ["heading", "rowheader", "columnheader", "gridcell", "cell"].includes(role);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (!child) continue;
      const before = lines.length;
      walk(child, depth + Number(Boolean(says)));
      if (words) lines.splice(before, lines.length, ...lines.slice(before).filter((it) => it.role !== "StaticText"));
    }
  };
  walk(top, 0);
  return lines;
};

const printed = ({ role, name, depth }) => `${"  ".repeat(Math.min(depth, 8))}${role === "StaticText" ? "" : `${role}: `}${name}`;

/** What has the focus in the tree and no role that says what it does. */
const withoutRole = async (cdp, lines) => {
  const found = [];
  for (const line of lines.filter(({ role, node }) => valueOf(node, "focusable") && !OPERATED.has(role))) {
    const { node } = await cdp.send("DOM.describeNode", { backendNodeId: line.node.backendDOMNodeId });
    const at = node.attributes?.indexOf("tabindex") ?? -1;
    // What a script alone puts the focus on is no control.
    if (at < 0 || node.attributes[at + 1] !== "-1") found.push(printed(line));
  }
  return found;
};

/** The lines of a page's first explorer. */
const heard = async (page, cdp) => {
  const host = await page.locator("provision-explorer").first().evaluateHandle((it) => it.shadowRoot.querySelector(".explorer"));
  await page.evaluate((it) => { window.toHear = it; }, host);
  const { result } = await cdp.send("Runtime.evaluate", { expression: "window.toHear" });
  const { node } = await cdp.send("DOM.describeNode", { objectId: result.objectId });
  await page.evaluate(() => { delete window.toHear; });
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const top = nodes.find((it) => it.backendDOMNodeId === node.backendNodeId);
  return linesOf(new Map(nodes.map((it) => [it.nodeId, it])), top);
};

/** What is said three times in a row, or more. */
const repeated = (lines) =>
  lines.filter(({ name }, at) => name && name === lines[at - 1]?.name && name === lines[at - 2]?.name).map(printed);

/** What is heard of a page's first explorer, line by line, and what nobody could bear or make out of it. */
export const listen = async (page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Accessibility.enable");
  const lines = await heard(page, cdp);
  const faults = {
    thrice: repeated(lines),
    nameless: lines.filter(({ role, name }) => NAMED.has(role) && !name).map(printed),
    unspoken: await withoutRole(cdp, lines),
  };
  await cdp.detach();
  return { lines: lines.map(printed), faults };
};

/** The explorer as it is heard is bearable: nothing thrice, nothing without a name, no control without a role. */
export const expectBearable = async (page, what) => {
  const { lines, faults } = await listen(page);
  const transcript = lines.join("\n");
  expect(lines.length, "lines that are heard").toBeGreaterThan(20);
  expect(faults, `${what}, as it is heard:\n${transcript}\n`).toEqual({ thrice: [], nameless: [], unspoken: [] });
  return transcript;
};
