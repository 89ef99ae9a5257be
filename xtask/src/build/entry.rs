//! The loader as bundlers take it: `import "provision-explorer"` of the npm package.
//!
//! It is made of the same scripts as the loader of a build, whose files it names. Two things differ:
//! each file is named where a bundler sees it and copies it, and where there are no elements, as on a
//! server, or only half of what they need, as in jsdom, the script does nothing.

use std::{ffi::OsString, fmt::Write as _, path::Path};

use anyhow::{Context as _, Result, ensure};

use crate::{
    build::{
        bundle::{Assets, TARGET, beside, define, definitions, esbuild},
        manifest::Manifest,
    },
    mode::Mode,
    tree::{self, Tree},
};

/// Its name in the package.
const ENTRY: &str = "index.js";

/// What it is made of, in `www/`.
const SOURCE: &str = "bundled.js";

/// What stands around it.
const AROUND: [&str; 2] = [
    "--banner:js=// Servers import this, too, and tests in what is nearly a browser.\n\
     if (globalThis.CSSStyleSheet?.prototype.replaceSync) {",
    "--footer:js=}",
];

/// What bundlers leave to the browser: a module that comes once more, under another name, after a
/// panic.
const LEFT_ALONE: &str =
    "import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ ";

/// Writes it beside the files of a build.
pub(crate) fn write(tree: &Tree, package: &Path) -> Result<()> {
    let manifest = Manifest::read(package)?;
    let mut options = definitions(&Assets::of(&manifest)?);
    let compiler = |extension| manifest.asset("compiler", extension).map(beside);
    options.extend([
        define("BUNDLED", true),
        define("COMPILER_MODULE", compiler("js")?),
        define("COMPILER_WASM", compiler("wasm")?),
        "--external:./assets/*".into(),
        "--minify-syntax".into(), // what holds for the loader alone goes
        "--format=esm".into(),
        TARGET.into(),
    ]);
    options.extend(AROUND.map(OsString::from));
    let file = package.join(ENTRY);
    // Whoever bundles it makes it small.
    esbuild(tree, Mode::Dev, &tree.www().join(SOURCE), &file, &options)?;
    let script = for_bundlers(&tree::read_text(&file)?)
        .with_context(|| format!("`{ENTRY}` for bundlers cannot be made of `{SOURCE}`"))?;
    tree::write(&file, script.as_bytes())
}

/// A script in which bundlers see which files belong to it, and what is none of theirs. What it
/// imports by name is part of the bundle.
fn for_bundlers(script: &str) -> Result<String> {
    ensure!(!script.contains("import.meta"), "it asks for its own address, which no bundle has");
    let (mut told, mut rest) = (String::new(), script);
    while let Some((before, from)) = rest.split_once("\"./") {
        let (path, after) = from.split_once('"').context("an address does not end")?;
        told += before;
        if before.ends_with("import(") {
            let _ = write!(told, "\"./{path}\"");
        } else {
            let _ = write!(told, "new URL(\"./{path}\", import.meta.url).href");
        }
        rest = after;
    }
    told += rest;
    Ok(told.replace("import(", LEFT_ALONE).replace(&format!("{LEFT_ALONE}\""), "import(\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundlers_see_each_file_and_leave_alone_what_is_asked_for_by_an_address() {
        let script = r#"import("./assets/a.js"); import(here("./assets/b.js")); var c = {fr: "./assets/c.txt"};"#;
        let told = for_bundlers(script).unwrap();
        assert_eq!(
            told,
            format!(
                r#"import("./assets/a.js"); {LEFT_ALONE}here(new URL("./assets/b.js", import.meta.url).href)); var c = {{fr: new URL("./assets/c.txt", import.meta.url).href}};"#
            )
        );
    }

    #[test]
    fn a_script_that_asks_where_it_stands_is_refused() {
        assert!(for_bundlers("here(import.meta.url)").is_err());
    }
}
