// A page that uses the element as the reference says. `types.test.mjs` has the compiler check it; a
// line after `@ts-expect-error` must be refused.
import type { ProvisionExplorerElement, ProvisionExplorerOptions } from "../../../www/provision-explorer.js";

const explorer: ProvisionExplorerElement = document.createElement("provision-explorer");
const options: ProvisionExplorerOptions = {
  highlight: ["28(4)", "24"],
  view: "matrix",
  deepLinks: true,
  notes: { "28(4)": "Both documents cite this paragraph by number." },
};

explorer.options = options;
explorer.dataset = { schema_version: 1 };
explorer.dataset = "/data/law.json";
// @ts-expect-error no such view
explorer.options = { view: "table" };
// @ts-expect-error attributes have other names than options
explorer.options = { "deep-links": true };
// @ts-expect-error read-only
explorer.whenReady = Promise.resolve(explorer);

explorer.addEventListener("provision-explorer:select", ({ detail }) => {
  const citation: string = detail.citation;
  const open: boolean = detail.open;
  // @ts-expect-error no such field
  console.log(citation, open, detail.query);
});
document.addEventListener("provision-explorer:error", ({ detail }) => {
  const code: "module" | "dataset" | "options" | "internal" = detail.code;
  console.log(code, detail.problems.join());
});
addEventListener("provision-explorer:visit", (event) => event.preventDefault());

const found: boolean | undefined = await explorer.select("28(4)", { focus: true });
console.log(found, (await explorer.whenReady).options?.view);
await explorer.next();
