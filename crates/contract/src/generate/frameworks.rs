//! The types for the templates of frameworks: JSX of React 19, Svelte and Vue. What an element takes
//! stands in the types for TypeScript; here is how each framework asks for it.

use crate::{MENTION_TAG, TAG};

/// React finds elements in a namespace, and listeners by `on` before the event's whole name.
const REACT: &str = r#"
import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Name}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

type Props<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "TAG": Props<ProvisionExplorerElement> & ProvisionExplorerAttributes & Listeners;
      "MENTION": Props<HTMLElement> & ProvisionRefAttributes;
    }
  }
}
"#;

/// Svelte 5 listens with `onNAME`, and Svelte 4 with `on:NAME`. Both take whatever begins with `on` for a
/// listener, `only` included.
const SVELTE: &str = r#"
import type { HTMLAttributes } from "svelte/elements";

type Listeners = {
  [Name in keyof ProvisionExplorerEvents as `on${Name}` | `on:${Name}`]?: (event: ProvisionExplorerEvents[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "TAG": HTMLAttributes<ProvisionExplorerElement> & Omit<ProvisionExplorerAttributes, "only"> & Listeners;
    "MENTION": HTMLAttributes<HTMLElement> & ProvisionRefAttributes;
  }
}
"#;

/// Vue makes a name of `@provision-explorer:select` that has no hyphen, and its compiler of every
/// attribute in a template.
const VUE: &str = r#"
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
    "TAG": new () => ProvisionExplorerElement & { $props: ReservedProps & HTMLAttributes & Props & Listeners };
    "MENTION": new () => HTMLElement & { $props: ReservedProps & HTMLAttributes & ProvisionRefAttributes };
  }
}
"#;

/// Each file's name in the package's folder, and what stands in it.
pub(super) fn files() -> [(&'static str, String); 3] {
    [
        ("npm/react.d.ts", declarations("React's JSX", REACT)),
        ("npm/svelte.d.ts", declarations("Svelte's templates", SVELTE)),
        ("npm/vue.d.ts", declarations("Vue's templates", VUE)),
    ]
}

fn declarations(whose: &str, text: &str) -> String {
    let text = text.replace("TAG", TAG).replace("MENTION", MENTION_TAG);
    let head = format!(
        "// The elements in {whose}. Generated from `crates/contract` by\n// `{}`; change it there.\n",
        super::COMMAND
    );
    let names = "import type {\n  ProvisionExplorerAttributes,\n  ProvisionExplorerElement,\n  \
                 ProvisionExplorerEvents,\n  ProvisionRefAttributes,\n} from \
                 \"./provision-explorer.js\";";
    format!("{head}{names}{text}\nexport * from \"./provision-explorer.js\";\n")
}
