//! What the build changes in wasm-bindgen's glue, and nothing that readers would not miss.
//!
//! - Where it makes a node or sets what belongs to it, it goes through `proxy` of
//!   `src/embed/hydration.js`, which can answer with a node that is there already (decision 0007).
//! - Where it changes a node's children or text, it goes through `src/embed/nodes.js`, which first
//!   undoes what other programs did to them (decision 0012).
//! - What it puts off waits in `microtasks` of `src/embed/history.js` where that is to be done at once.
//! - A panic is reported to the loader, which starts anew, instead of to the console. In the smallest
//!   module a panic has no words, and its trap is reported.
//! - A value in a panic's words is written as JavaScript writes it, by 0.2 KB less.
//! - A module starts from what has been compiled, and its window is known by identity.
//!
//! `pin` compares the glue with the one that this was written for before anything is changed.

use anyhow::{Context as _, Result, ensure};

use crate::{
    build::{pin, wasm::Module},
    mode::Mode,
    tree::{self, Tree},
};

/// What Yew asks of nodes while it draws, as the glue writes it.
const MEMBERS: [&str; 9] = [
    "checked = ",
    "cloneNode(",
    "createElement(",
    "createElementNS(",
    "createTextNode(",
    "lastChild;",
    "namespaceURI;",
    "setAttribute(",
    "value = ",
];

/// How the glue changes a node's children and texts, and how it does that with our scripts.
const CHANGES: [(&str, &str); 3] = [
    ("arg0.insertBefore(", "insertBefore(arg0, "),
    ("arg0.nodeValue = ", "text(arg0).nodeValue = "),
    ("arg0.removeChild(", "parent(arg0).removeChild("),
];

/// Where our scripts lie, as the glue writes it.
const SCRIPTS: &str = "/src/embed/";

/// What a panic comes to.
const RECOVERY: &str = "recovery.js";

/// How the glue logs a panic.
const PANIC: &str = "console.error(getStringFromWasm0(";

/// How the glue puts off what is drawn.
const MICROTASK: &str = "queueMicrotask(arg0);";

/// How the glue knows a window.
const WINDOW: &str = " instanceof Window";

/// How the glue's own way to write a value begins.
const DEBUG: &str = "\nfunction debugString(val) {\n";

/// What Yew logs ahead of a panic that says the same.
const LOGGED: &str = "var v0 = getArrayJsValueFromWasm0(arg0, arg1);
            wasm.__wbindgen_free(arg0, arg1 * 4, 4);
            console.error(...(v0));
";

/// Starts a module that has been compiled.
const START: &str = "
export const start = (module) => {
    const { exports } = new WebAssembly.Instance(module, __wbg_get_imports());
    __wbg_finalize_init({ exports: watched(exports) });
};
";

/// Changes the glue in place; one that this was not written for stays as it is, to be looked at.
pub(super) fn patch(tree: &Tree, module: &Module, mode: Mode) -> Result<()> {
    let glue = tree::read_text(&module.glue)?;
    pin::check(&glue, is_patched)
        .with_context(|| format!("`{}` is not as it was", module.glue.display()))?;
    bring(tree, module, &scripts(&glue)?)?;
    let mut glue = by_identity(&through(&glue)?)?;
    if mode == Mode::Smallest {
        ensure!(!glue.contains(PANIC), "the smallest module still says why it panics");
    } else {
        glue = with_panics_reported(&glue)?;
    }
    tree::write(&module.glue, (glue + START).as_bytes())
}

/// Whether a function of the glue has something in it that is changed here.
fn is_patched(function: &str) -> bool {
    let asks = |member: &&str| {
        ["arg0.", "arg1."].iter().any(|it| function.contains(&[it, *member].concat()))
    };
    let mut rest = [PANIC, LOGGED.trim_end(), MICROTASK, WINDOW].into_iter();
    MEMBERS.iter().any(asks)
        || CHANGES.iter().any(|(change, _)| function.contains(change))
        || rest.any(|it| function.contains(it))
}

/// Reports the words of a panic to the loader, and to nobody else.
fn with_panics_reported(glue: &str) -> Result<String> {
    ensure!(glue.matches(PANIC).count() == 1, "the glue logs a panic in another way");
    ensure!(glue.contains(LOGGED), "the glue no longer logs for Yew");
    with_plain_debug(&glue.replace(PANIC, "panicked(getStringFromWasm0(").replace(LOGGED, ""))
}

/// Knows the page's window by itself and not by its class, which old libraries put their own in the
/// place of: `MooTools` has a `Window` that no window is an instance of.
fn by_identity(glue: &str) -> Result<String> {
    ensure!(glue.contains(WINDOW), "wasm-bindgen's glue does not ask for `Window`");
    Ok(glue.replace(WINDOW, " === globalThis"))
}

fn with_plain_debug(glue: &str) -> Result<String> {
    let (before, rest) = glue.split_once(DEBUG).context("the glue has no `debugString`")?;
    let (_, after) = rest.split_once("\n}\n").context("the glue's `debugString` has no end")?;
    Ok(format!("{before}\nconst debugString = String;\n{after}"))
}

/// The folder of our scripts beside the glue.
fn scripts(glue: &str) -> Result<String> {
    let mut paths = glue.split(['"', '\'']);
    let folder = paths.find_map(|path| Some(path.split_once(SCRIPTS)?.0));
    let folder = folder.with_context(|| format!("the glue imports nothing of `{SCRIPTS}`"))?;
    Ok(format!("{folder}{SCRIPTS}"))
}

/// Puts the script that the module itself asks nothing of beside those that wasm-bindgen brings.
fn bring(tree: &Tree, module: &Module, scripts: &str) -> Result<()> {
    let script = tree::read(&tree.root().join("src/embed").join(RECOVERY))?;
    tree::write(&module.glue.with_file_name(scripts).join(RECOVERY), &script)
}

fn through(glue: &str) -> Result<String> {
    let scripts = scripts(glue)?;
    let mut led = format!(
        "import {{ insertBefore, proxy }} from \"{scripts}hydration.js\";\n\
         import {{ parent, text }} from \"{scripts}nodes.js\";\n\
         import {{ panicked, watched }} from \"{scripts}{RECOVERY}\";\n\
         import {{ microtasks }} from \"{scripts}history.js\";\n\
         export {{ fetchBy, noPage }} from \"{scripts}fetching.js\";\n\
         export {{ disclose }} from \"{scripts}focus.js\";\n\
         export {{ later }} from \"{scripts}hydration.js\";\n\
         export {{ onPanic }} from \"{scripts}{RECOVERY}\";\n\
         export {{ unwatch }} from \"{scripts}nodes.js\";\n{glue}"
    );
    ensure!(led.matches(MICROTASK).count() == 1, "the glue puts off what is drawn in another way");
    led = led.replace(MICROTASK, &format!("microtasks ? microtasks.push(arg0) : {MICROTASK}"));
    for (change, ours) in CHANGES {
        ensure!(led.matches(change).count() == 1, "the glue no longer says `{change}` once");
        led = led.replace(change, ours);
    }
    for member in MEMBERS {
        let before = led.clone();
        for argument in ["arg0", "arg1"] {
            let asked = format!("{argument}.{member}");
            led = led.replace(&asked, &format!("proxy({argument}).{member}"));
        }
        ensure!(led != before, "the glue never asks a node for `{member}`");
    }
    Ok(led)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORT: &str = "import { a } from './snippets/x/src/embed/browser.js';\n";

    #[test]
    fn what_yew_asks_of_nodes_and_puts_off_goes_through_our_scripts_and_nothing_else() {
        let mut lines: String =
            MEMBERS.iter().flat_map(|member| ["arg0.", *member, "\n"]).collect();
        lines.extend(CHANGES.map(|(change, _)| format!("{change}\n")));
        let other = "arg1.value = 1;\nconst ret = arg1.value;\nconsole.error(...v0);\n";
        let led = through(&format!("{IMPORT}{lines}{MICROTASK}\n{other}")).unwrap();
        assert!(led.starts_with(
            "import { insertBefore, proxy } from \"./snippets/x/src/embed/hydration.js\";\n"
        ));
        assert_eq!(led.matches("proxy(").count(), MEMBERS.len() + 1);
        for (change, ours) in CHANGES {
            assert!(led.contains(ours) && !led.contains(&format!("\n{change}")));
        }
        assert!(led.contains("\nmicrotasks ? microtasks.push(arg0) : queueMicrotask(arg0);\n"));
        assert!(
            led.ends_with(
                "proxy(arg1).value = 1;\nconst ret = arg1.value;\nconsole.error(...v0);\n"
            )
        );
    }

    #[test]
    fn a_glue_that_asks_otherwise_is_refused() {
        let refusal = |glue: &str| through(&format!("{IMPORT}{glue}")).unwrap_err().to_string();
        assert!(refusal("arg0.checked = 1;").contains("puts off"));
        assert!(refusal(MICROTASK).contains("insertBefore"));
        let changes: String = CHANGES.iter().map(|(change, _)| *change).collect();
        assert!(refusal(&format!("{MICROTASK}{changes}arg0.checked = 1;")).contains("cloneNode"));
    }

    #[test]
    fn a_panics_words_go_to_the_loader_and_to_nobody_else() {
        let glue = format!("{PANIC}arg0));{DEBUG}\n}}\n{LOGGED}");
        let patched = with_panics_reported(&glue).unwrap();
        assert!(patched.starts_with("panicked(getStringFromWasm0(arg0));"));
        assert!(!patched.contains("console"));
        assert!(with_panics_reported("").unwrap_err().to_string().contains("another way"));
    }

    #[test]
    fn a_window_is_known_by_itself() {
        let glue = "result = arg0 instanceof Window;";
        assert_eq!(by_identity(glue).unwrap(), "result = arg0 === globalThis;");
        assert!(by_identity("result = true;").is_err());
    }

    #[test]
    fn values_are_written_as_javascript_writes_them() {
        let glue = format!("a();{DEBUG}    if (val) {{\n    }}\n}}\nb();\n");
        assert_eq!(with_plain_debug(&glue).unwrap(), "a();\nconst debugString = String;\nb();\n");
        assert!(with_plain_debug("a();").is_err());
    }
}
