// The elements in React's JSX. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.
import type {
  ProvisionExplorerAttributes,
  ProvisionExplorerElement,
  ProvisionExplorerEvents,
  ProvisionRefAttributes,
} from "./provision-explorer.js";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Name}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

type Props<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "provision-explorer": Props<ProvisionExplorerElement> & ProvisionExplorerAttributes & Listeners;
      "provision-ref": Props<HTMLElement> & ProvisionRefAttributes;
    }
  }
}

export * from "./provision-explorer.js";
