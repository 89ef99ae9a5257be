//! What Debian packages, for tests that use it unpacked: nothing of it is installed, so no root is
//! needed, and the machine's own programs stay as they are.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
    time::Duration,
};

use anyhow::{Context as _, Result, bail, ensure};

use crate::{
    process::capture,
    progress::step,
    setup::has_program,
    tree::{self, Tree},
};

/// The shell, in what its package unpacks.
const SHELL: &str = "usr/lib/chromium/chromium-headless-shell";

const DAY: Duration = Duration::from_hours(24);

/// WordPress' own code, for the tests of the plugin: it is read by a command and served by nobody.
pub(super) fn wordpress(tree: &Tree) -> Result<()> {
    let file = "usr/share/wordpress/wp-includes/shortcodes.php";
    unpacked(&tree.wordpress(), file, &["wordpress".into()])
        .context("the plugin's tests need WordPress' code")
}

/// Chromium without its windows, for the tests that run before each change: half of the work on each
/// page is the window around it. It is of the installed browser's release or none: whoever cannot fetch
/// it has the whole browser, which takes longer.
pub(super) fn headless_shell(tree: &Tree) -> Option<PathBuf> {
    let shell = shell(&tree.headless_shell());
    match &shell {
        Ok((_, release)) => println!("Chromium {release}, and its headless shell"),
        Err(error) => println!("the whole Chromium runs the tests, which takes longer: {error:#}"),
    }
    shell.ok().map(|(program, _)| program)
}

/// The shell of the installed browser's release, which has shown a page, and that release.
fn shell(folder: &Path) -> Result<(PathBuf, String)> {
    let mut query = Command::new("dpkg-query");
    let version = capture(query.args(["-W", "-f=${Version}", "chromium"]))
        .context("Chromium isn't Debian's")?;
    let release = version.split('.').next().unwrap_or(&version);
    // Debian keeps only the newest of a release's versions, which mend what attackers could use.
    let packages =
        ["chromium-headless-shell", "chromium-common"].map(|it| format!("{it}={release}.*"));
    let folder = folder.join(release);
    let program = folder.join(SHELL);
    once_a_day(&folder, || {
        unpacked(&folder, SHELL, &packages)?;
        shows_pages(&program).inspect_err(|_| drop(tree::remove_folder(&folder)))
    })?;
    Ok((program, release.into()))
}

/// `--version` succeeds without what pages need.
fn shows_pages(program: &Path) -> Result<()> {
    let mut start = Command::new("timeout");
    start.arg("60").arg(program).args([
        "--no-sandbox",
        "--disable-gpu",
        "--headless",
        "--dump-dom",
    ]);
    let page = capture(start.arg("data:text/html,<p>shown"))?;
    ensure!(page.contains("<body><p>shown</p></body>"), "`{}` shows no page", program.display());
    Ok(())
}

/// Does it, unless it failed within a day: without a network each run would wait for it anew.
fn once_a_day(folder: &Path, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let failed = beside(folder, "failed");
    let age = failed.metadata().and_then(|it| it.modified()).map(|it| it.elapsed());
    if let Ok(Ok(age)) = age
        && age < DAY
    {
        bail!("it failed within a day (`{}` says how)", failed.display());
    }
    work().inspect_err(|error| drop(tree::write(&failed, format!("{error:#}\n").as_bytes())))
}

fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(format!(".{what}"));
    name.into()
}

/// Sees to it that a folder has a file of some packages, and what belongs to it.
fn unpacked(folder: &Path, file: &str, packages: &[String]) -> Result<()> {
    if folder.join(file).is_file() {
        return Ok(());
    }
    let names = packages.join(" ");
    ensure!(
        has_program("apt-get"),
        "there is no apt-get here: unpack Debian's `{names}` in `{}`",
        folder.display()
    );
    // Beside it until it is whole.
    let part = beside(folder, &format!("{}.part", process::id()));
    let whole = step(&format!("fetching {names}"), || {
        fetch(&part, packages)?;
        ensure!(part.join(file).is_file(), "`{names}` have no `{file}`");
        tree::remove_folder(folder)?;
        fs::rename(&part, folder).with_context(|| format!("cannot make `{}`", folder.display()))
    });
    tree::remove_folder(&part)?;
    whole
}

fn fetch(folder: &Path, packages: &[String]) -> Result<()> {
    tree::make_folder(folder)?;
    // A machine that has all programs may still have no lists, or old ones; where they cannot be
    // fetched, the next step says what is missing.
    capture(Command::new("apt-get").arg("update")).ok();
    capture(Command::new("apt-get").current_dir(folder).arg("download").args(packages))
        .with_context(|| format!("apt-get cannot fetch `{}`", packages.join(" ")))?;
    let mut archives = tree::list(folder)?;
    archives.retain(|it| it.extension().is_some_and(|it| it == "deb"));
    archives.iter().try_for_each(|archive| {
        capture(Command::new("dpkg").arg("-x").arg(archive).arg(folder)).map(drop)
    })
}

#[cfg(test)]
mod tests {
    use std::{env, fs::File, time::SystemTime};

    use super::*;

    fn folder(name: &str) -> PathBuf {
        env::temp_dir().join(format!("provision-explorer-{name}-{}", process::id()))
    }

    #[test]
    fn what_is_there_is_not_fetched_again() {
        let folder = folder("unpacked");
        tree::write(&folder.join("usr/bin/it"), b"").unwrap();
        unpacked(&folder, "usr/bin/it", &["no-such-package".into()]).unwrap();
        tree::remove_folder(&folder).unwrap();
    }

    #[test]
    fn what_failed_is_tried_again_a_day_later() {
        let folder = folder("failed");
        let mut tries = 0;
        let mut fail = || {
            once_a_day(&folder.join("it"), || {
                tries += 1;
                bail!("no network")
            })
            .unwrap_err()
            .to_string()
        };
        assert_eq!(fail(), "no network");
        assert!(fail().contains("within a day"));
        let note = File::options().append(true).open(folder.join("it.failed")).unwrap();
        note.set_modified(SystemTime::now() - DAY).unwrap();
        assert_eq!(fail(), "no network");
        assert_eq!(tries, 2);
        tree::remove_folder(&folder).unwrap();
    }

    #[test]
    fn a_program_that_starts_and_shows_no_page_is_refused() {
        assert!(shows_pages(Path::new("/bin/true")).is_err());
        assert!(shows_pages(Path::new("/no/such/program")).is_err());
        assert!(shows_pages(Path::new("/bin/echo")).is_err());
    }
}
