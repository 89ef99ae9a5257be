// A page of a bundler's: `types.test.mjs` has the compiler check it; a line after `@ts-expect-error`
// must be refused.
import "provision-explorer";
import type { ProvisionExplorerOptions } from "provision-explorer";
import manifest from "provision-explorer/custom-elements.json" with { type: "json" };

const explorer = document.querySelector("provision-explorer");
if (explorer) {
  const options: ProvisionExplorerOptions = { highlight: ["28(4)"], view: "matrix" };
  explorer.options = options;
  // @ts-expect-error no such view
  explorer.options = { view: "table" };
  // @ts-expect-error no such option
  explorer.options = { highlights: ["28(4)"] };
}
document.addEventListener("provision-explorer:select", ({ detail }) => {
  // @ts-expect-error no such field
  console.log(detail.citation, detail.provision);
});
console.log(manifest.modules.length);
