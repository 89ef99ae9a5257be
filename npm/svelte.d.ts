// The elements in Svelte's templates. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.
import type {
  ProvisionExplorerAttributes,
  ProvisionExplorerElement,
  ProvisionExplorerEvents,
  ProvisionRefAttributes,
} from "./provision-explorer.js";
import type { HTMLAttributes } from "svelte/elements";

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Name}` | `on:${Name}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "provision-explorer": HTMLAttributes<ProvisionExplorerElement> & Omit<ProvisionExplorerAttributes, "only"> & Listeners;
    "provision-ref": HTMLAttributes<HTMLElement> & ProvisionRefAttributes;
  }
}

export * from "./provision-explorer.js";
