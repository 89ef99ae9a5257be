// The elements in Vue's templates. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.
import type {
  ProvisionExplorerAttributes,
  ProvisionExplorerElement,
  ProvisionExplorerEvents,
  ProvisionRefAttributes,
} from "./provision-explorer.js";
import type { HTMLAttributes, ReservedProps } from "vue";

type Camel<Name extends string> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<Camel<Rest>>}` : Name;

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Capitalize<Camel<Name>>}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

type Props = ProvisionExplorerAttributes & {
  [Name in keyof ProvisionExplorerAttributes as Camel<Name>]?: ProvisionExplorerAttributes[Name];
};

declare module "vue" {
  interface GlobalComponents {
    "provision-explorer": new () => ProvisionExplorerElement & { $props: ReservedProps & HTMLAttributes & Props & Listeners };
    "provision-ref": new () => HTMLElement & { $props: ReservedProps & HTMLAttributes & ProvisionRefAttributes };
  }
}

export * from "./provision-explorer.js";
