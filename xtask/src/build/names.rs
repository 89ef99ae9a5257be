//! Short names between the module and its glue. Those that wasm-bindgen gives carry a hash each,
//! which no compression shortens, and each stands in both files: 2.7 KB of what a reader downloads.
//!
//! Binaryen cannot do it. `--minify-imports-and-exports` (version 132) leaves all imports that are not
//! of `env` or WASI, which is every one of ours. With `-and-modules` it takes them, but makes all
//! modules one, so that the glue would have to join our scripts; and it renames whatever is exported,
//! also `memory` and `mount`, which a replacement of text cannot tell from the glue's own words. In
//! either case its list of names would have to be carried into the glue here, as is done now.

use std::collections::HashMap;

use anyhow::{Context as _, Result, ensure};

use crate::{build::wasm::Module, tree};

/// The module's imports of this come from the glue itself; others name a hand-written script.
const GLUE: &str = "./provision_explorer_bg.js";

/// How wasm-bindgen begins names that only the module and its glue use.
const INNER: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen__"];

/// Renames in place.
pub(super) fn shorten(module: &Module) -> Result<()> {
    let mut wasm =
        walrus::Module::from_file(&module.wasm).context("wasm-bindgen's module does not parse")?;
    let imports = wasm.imports.iter_mut().filter(|import| import.module == GLUE);
    let exports = wasm.exports.iter_mut();
    let names = imports.map(|it| &mut it.name).chain(exports.map(|it| &mut it.name));
    let inner = names.filter(|name| INNER.iter().any(|start| name.starts_with(start)));

    let mut short = HashMap::new();
    for name in inner {
        let number = short.len();
        let new = short.entry(name.clone()).or_insert_with(|| format!("${number:x}"));
        name.clone_from(new);
    }
    let glue = without_namespaces(&tree::read_text(&module.glue)?, &wasm);
    for name in short.keys().filter(|name| !name.starts_with("__wbindgen_")) {
        ensure!(glue.contains(name), "wasm-bindgen's glue does not speak of `{name}`");
    }
    tree::write(&module.glue, rename(&glue, &short).as_bytes())?;
    tree::write(&module.wasm, &wasm.emit_wasm())
}

/// Hands the module plain objects in the place of namespaces. esbuild builds a namespace from every
/// name that a loop finds, and on pages that extend `Object.prototype` it finds theirs.
fn without_namespaces(glue: &str, wasm: &walrus::Module) -> String {
    let object = |line: &str| {
        let (namespace, from) = line.strip_prefix("import * as ")?.split_once(" from ")?;
        let path = from.trim_matches(|c: char| "\"';".contains(c));
        let (mut imported, mut fields) = (String::new(), String::new());
        for name in wasm.imports.iter().filter(|it| it.module == path).map(|it| &it.name) {
            imported.extend([name, " as ", namespace, "_", name, ", "]);
            fields.extend([name, ": ", namespace, "_", name, ", "]);
        }
        Some(format!("import {{ {imported} }} from {from};\nconst {namespace} = {{ {fields} }};\n"))
    };
    glue.lines().map(|line| object(line).unwrap_or_else(|| format!("{line}\n"))).collect()
}

/// Replaces whole identifiers.
fn rename(script: &str, short: &HashMap<String, String>) -> String {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    script
        .split_inclusive(|c| !in_name(c))
        .map(|piece| {
            let name = piece.trim_end_matches(|c| !in_name(c));
            match short.get(name) {
                Some(new) => [new, piece.get(name.len()..).unwrap_or_default()].concat(),
                None => piece.to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_whole_and_nothing_else_is() {
        let short = HashMap::from([("__wbg_call_1".to_owned(), "$0".to_owned())]);
        let script = "a.__wbg_call_1(__wbg_call_12, '__wbg_call_1');\n__wbg_call_1";
        assert_eq!(rename(script, &short), "a.$0(__wbg_call_12, '$0');\n$0");
    }
}
