// The elements in Vue's templates. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.
import type {
  ProvisionExplorerAttributes,
  ProvisionExplorerElement,
  ProvisionExplorerEvents,
  ProvisionRefAttributes,
} from "./provision-explorer.js";
import type { HTMLAttributes } from "vue";

type Camel<Name extends string> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<Camel<Rest>>}` : Name;

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Capitalize<Camel<Name>>}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "provision-explorer": new () => ProvisionExplorerElement & { $props: HTMLAttributes & ProvisionExplorerAttributes & Listeners };
    "provision-ref": new () => HTMLElement & { $props: HTMLAttributes & ProvisionRefAttributes };
  }
}

export * from "./provision-explorer.js";
