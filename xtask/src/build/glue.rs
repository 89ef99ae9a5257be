//! What the build changes in wasm-bindgen's glue.
//!
//! Where it deals with a node, it goes through `via` of `src/embed/adopt.js`, which can answer with
//! a node that is there already (docs/decisions/0007). A value in a message of a panic is told as
//! JavaScript tells it, and the module starts without being looked for: the glue's own ways are as
//! long as all that we say to the browser.

use anyhow::{Context as _, Result, ensure};

use crate::{build::wasm::Module, tree};

/// What Yew asks of nodes while it draws, as the glue writes it.
const MEMBERS: [&str; 10] = [
    "checked = ",
    "cloneNode(",
    "createElement(",
    "createElementNS(",
    "createTextNode(",
    "insertBefore(",
    "lastChild;",
    "namespaceURI;",
    "setAttribute(",
    "value = ",
];

/// Where the script of the seam lies, as the glue writes it.
const SCRIPT: &str = "/src/embed/adopt.js";

/// How the glue's own way begins.
const DEBUG: &str = "\nfunction debugString(val) {\n";

/// Starts a module that has been compiled.
const START: &str = "
export const start = (module) =>
    __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
";

/// Changes the glue in place.
pub(super) fn fit(module: &Module) -> Result<()> {
    let glue = through(&tree::read_text(&module.glue)?)?;
    let glue = with_plain_debug(&glue)? + START;
    tree::write(&module.glue, glue.as_bytes())
}

fn with_plain_debug(glue: &str) -> Result<String> {
    let (before, rest) = glue.split_once(DEBUG).context("the glue has no `debugString`")?;
    let (_, after) = rest.split_once("\n}\n").context("the glue's `debugString` has no end")?;
    Ok(format!("{before}\nconst debugString = String;\n{after}"))
}

fn through(glue: &str) -> Result<String> {
    let path = glue.split(['"', '\'']).find(|piece| piece.ends_with(SCRIPT));
    let path = path.with_context(|| format!("the glue does not import `{SCRIPT}`"))?;
    let mut seamed = format!("import {{ via }} from \"{path}\";\n{glue}");
    for member in MEMBERS {
        let before = seamed.clone();
        for argument in ["arg0", "arg1"] {
            let asked = format!("{argument}.{member}");
            seamed = seamed.replace(&asked, &format!("via({argument}).{member}"));
        }
        ensure!(seamed != before, "the glue never asks a node for `{member}`");
    }
    Ok(seamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yew_asks_of_nodes_goes_through_the_seam_and_nothing_else() {
        let lines: String = MEMBERS.iter().flat_map(|member| ["arg0.", *member, "\n"]).collect();
        let other = "arg1.value = 1;\nconst ret = arg1.value;\n";
        let glue = format!("import {{ a }} from './snippets/x{SCRIPT}';\n{lines}{other}");
        let seamed = through(&glue).unwrap();
        assert!(seamed.starts_with(&format!("import {{ via }} from \"./snippets/x{SCRIPT}\";\n")));
        assert_eq!(seamed.matches("via(").count(), MEMBERS.len() + 1);
        assert!(seamed.ends_with("via(arg1).value = 1;\nconst ret = arg1.value;\n"));
    }

    #[test]
    fn a_glue_that_asks_otherwise_is_refused() {
        let error = through(&format!("import './x{SCRIPT}'; arg0.checked = 1;")).unwrap_err();
        assert!(error.to_string().contains("cloneNode"), "{error}");
    }

    #[test]
    fn values_are_told_as_javascript_tells_them() {
        let glue = format!("a();{DEBUG}    if (val) {{\n    }}\n}}\nb();\n");
        assert_eq!(with_plain_debug(&glue).unwrap(), "a();\nconst debugString = String;\nb();\n");
        assert!(with_plain_debug("a();").is_err());
    }
}
