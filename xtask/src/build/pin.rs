//! Whether wasm-bindgen's glue is the one that the patches of `glue` were written for.
//!
//! `glue.toml` has a hash of each function that wasm-bindgen brings along, and of each that a patch
//! changes, for all builds together. What else the module asks of the browser may change freely. An
//! update of wasm-bindgen or Yew is noticed here, by function, and not by a reader.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use anyhow::{Context as _, Result, bail};

use publish::hash;

/// Hashes of whatever a function of that name may say.
type Pinned = BTreeMap<String, BTreeSet<String>>;

const PINNED: &str = include_str!("glue.toml");

/// Compares a glue with what is pinned. `is_patched` knows the functions that a patch changes.
pub(super) fn check(glue: &str, is_patched: impl Fn(&str) -> bool) -> Result<()> {
    let pinned = toml::from_str(PINNED).context("`glue.toml` does not parse")?;
    compare(&functions(glue, is_patched), &pinned)
}

fn compare(found: &Pinned, pinned: &Pinned) -> Result<()> {
    let mut lines = String::new();
    for (name, hashes) in found {
        let known = pinned.get(name).cloned().unwrap_or_default();
        if !hashes.is_subset(&known) {
            let all: Vec<_> = hashes.union(&known).collect();
            let is = if known.is_empty() { "new" } else { "changed" };
            writeln!(lines, "{name} = {all:?} # {is}").context("a String takes any text")?;
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    bail!(
        "wasm-bindgen writes functions that the patches of xtask/src/build/glue.rs were not written \
         for. Read them there, and in src/embed what the patches lead to; where all still fits, \
         these lines belong into xtask/src/build/glue.toml, without the hashes that are no longer \
         written:\n{lines}"
    )
}

/// The functions of a glue that matter here.
fn functions(glue: &str, is_patched: impl Fn(&str) -> bool) -> Pinned {
    let mut found = Pinned::new();
    for (name, text) in imports(glue).filter(|(_, text)| is_patched(text)).chain(helpers(glue)) {
        found.entry(name.to_owned()).or_default().insert(hash(text.as_bytes()));
    }
    found
}

/// What the module imports: a name, a hash that changes with the crate which asks, and a function.
fn imports(glue: &str) -> impl Iterator<Item = (&str, &str)> {
    glue.split("\n        __wbg_").skip(1).filter_map(|import| {
        let (name, text) = import.split_once(": ")?;
        let (name, _hash) = name.rsplit_once('_')?;
        Some((name, text.split_once("\n        }").map_or(text, |(body, _)| body)))
    })
}

/// What wasm-bindgen brings along, whatever a module asks for.
fn helpers(glue: &str) -> impl Iterator<Item = (&str, &str)> {
    glue.split("\nfunction ").skip(1).filter_map(|text| {
        let (name, _) = text.split_once('(')?;
        let is_ours = name.starts_with("wasm_bindgen_") || name == "__wbg_get_imports";
        (!is_ours).then(|| (name, text.split_once("\n}\n").map_or(text, |(body, _)| body)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "
function __wbg_get_imports() {
    const import0 = {
        __wbg_copy_0a: function(arg0) {
            copy(arg0);
        },
        __wbg_set_value_1b: function(arg0, arg1) {
            arg0.value = arg1;
        },
    };
}

function wasm_bindgen_2c_invoke(arg0) {
    wasm.invoke(arg0);
}

function isLikeNone(x) {
    return x == null;
}
";

    fn found(glue: &str) -> Pinned {
        functions(glue, |text| text.contains("value = "))
    }

    fn complaint(glue: &str) -> String {
        compare(&found(glue), &found(GLUE)).map_err(|it| it.to_string()).err().unwrap_or_default()
    }

    #[test]
    fn what_is_patched_and_what_comes_along_is_pinned_and_nothing_else() {
        assert_eq!(found(GLUE).into_keys().collect::<Vec<_>>(), ["isLikeNone", "set_value"]);
    }

    #[test]
    fn a_function_that_changes_is_named_and_so_is_a_new_one() {
        assert_eq!(complaint(GLUE), "");
        let changed = complaint(&GLUE.replace("arg0.value = arg1", "arg0.value = `${arg1}`"));
        assert!(changed.contains("set_value = ") && changed.contains("# changed"), "{changed}");
        assert!(!changed.contains("isLikeNone"), "{changed}");
        let other = complaint(&GLUE.replace("set_value_1b", "put_value_1b"));
        assert!(other.contains("put_value = ") && other.contains("# new"), "{other}");
    }

    #[test]
    fn another_hash_in_a_name_and_what_no_patch_changes_are_nothing_new() {
        assert_eq!(complaint(&GLUE.replace("_1b", "_9f").replace("copy(arg0)", "copy(1)")), "");
        assert_eq!(complaint(&GLUE.replace("wasm.invoke", "return wasm.invoke")), "");
    }
}
