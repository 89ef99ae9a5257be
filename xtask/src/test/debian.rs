//! What Debian packages, for tests that use it unpacked: nothing of it is installed, so no root is
//! needed, and the machine's own programs stay as they are.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result, ensure};

use crate::{
    process::capture,
    progress::step,
    setup::has_program,
    tree::{self, Tree},
};

/// WordPress' own code, for the tests of the plugin: it is read by a command and served by nobody.
pub(super) fn wordpress(tree: &Tree) -> Result<()> {
    let file = "usr/share/wordpress/wp-includes/shortcodes.php";
    unpacked(&tree.wordpress(), file, &["wordpress"])
        .context("the plugin's tests need WordPress' code")
}

/// Chromium without its windows, for the tests that run before each change: half of the work on each
/// page is the window around it. Whoever cannot fetch it has the whole browser, which takes longer.
pub(super) fn headless_shell(tree: &Tree) {
    let file = "usr/lib/chromium/chromium-headless-shell";
    let packages = ["chromium-headless-shell", "chromium-common"];
    let starts = |folder: &Path| {
        // It is linked with what Debian's Chromium brings along, as far as that is here.
        capture(Command::new(folder.join(file)).arg("--version")).map(drop).inspect_err(|_| {
            drop(tree::remove_folder(folder));
        })
    };
    let folder = tree.headless_shell();
    if let Err(error) = unpacked(&folder, file, &packages).and_then(|()| starts(&folder)) {
        println!("Chromium with its windows runs the tests, which takes longer: {error:#}");
    }
}

/// Sees to it that a folder has a file of some packages, and what belongs to it.
fn unpacked(folder: &Path, file: &str, packages: &[&str]) -> Result<()> {
    if folder.join(file).is_file() {
        return Ok(());
    }
    let names = packages.join(" ");
    ensure!(
        has_program("apt-get"),
        "there is no apt-get here: unpack Debian's `{names}` in `{}`",
        folder.display()
    );
    tree::make_folder(folder)?;
    step(&format!("fetching {names}"), || {
        // A machine that has all programs may still have no lists, or old ones; where they cannot be
        // fetched, the next step says what is missing.
        capture(Command::new("apt-get").arg("update")).ok();
        let mut apt = Command::new("apt-get");
        capture(apt.current_dir(folder).arg("download").args(packages))
            .with_context(|| format!("apt-get cannot fetch `{names}`"))?;
        let mut archives = tree::list(folder)?;
        archives.retain(|it| it.extension().is_some_and(|it| it == "deb"));
        archives.iter().try_for_each(|archive| {
            capture(Command::new("dpkg").arg("-x").arg(archive).arg(folder)).map(drop)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_fetched_again() {
        let folder = std::env::temp_dir()
            .join(format!("provision-explorer-unpacked-{}", std::process::id()));
        tree::write(&folder.join("usr/bin/it"), b"").unwrap();
        unpacked(&folder, "usr/bin/it", &["no-such-package"]).unwrap();
        tree::remove_folder(&folder).unwrap();
    }
}
