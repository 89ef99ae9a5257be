//! WordPress' own code, for the test of the plugin: what Debian packages, unpacked and not
//! installed, because it is read by a command and served by nobody.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{
    process::capture,
    progress::step,
    setup::has_program,
    tree::{self, Tree},
};

/// Fetches it where it is missing.
pub(super) fn fetch(tree: &Tree) -> Result<()> {
    let folder = tree.wordpress();
    if folder.join("usr/share/wordpress/wp-includes/shortcodes.php").is_file() {
        return Ok(());
    }
    if !has_program("apt-get") {
        bail!(
            "the plugin's test needs WordPress' code, which Debian packages; there is no apt-get \
             here: unpack the package `wordpress` in `{}`",
            folder.display()
        );
    }
    tree::make_folder(&folder)?;
    step("fetching WordPress for the plugin's test", || {
        // A machine that has all programs may still have no lists, or old ones; where they cannot be
        // fetched, the next step says what is missing.
        capture(Command::new("apt-get").arg("update")).ok();
        let mut apt = Command::new("apt-get");
        capture(apt.current_dir(&folder).args(["download", "wordpress"]))
            .context("apt-get cannot fetch the package `wordpress`")?;
        let files = tree::list(&folder)?;
        let package = files.iter().find(|it| it.extension().is_some_and(|it| it == "deb"));
        let package = package.context("apt-get fetched nothing")?;
        capture(Command::new("dpkg").arg("-x").arg(package).arg(&folder)).map(drop)
    })
}
