//! Checks a dataset file, and its quotes against the sources' texts. What it
//! does with workbooks is in `data/workbooks.rs`.
//!
//! Rules about facts belong to the `dataset` crate; here are only the reading of files and the
//! words of the report.

pub mod laws;
mod quotes;
pub(crate) mod report;
mod stories;
pub mod upgrade;
pub mod workbooks;

use std::{
    error::Error,
    fmt::{self, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail, ensure};
use authoring::{Dataset, Node, Parsed, Role, SCHEMA_VERSION};
use clap::{Args, Subcommand};

use crate::tree;

/// What `data` is asked.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Options {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    check: Check,
}

/// What is checked, and against what.
#[derive(Args)]
pub struct Check {
    /// The dataset's JSON file
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// Folder with the sources' texts, to confirm each quote to the letter
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Record in the file the hash of each text in which all quotes of its source stand
    #[arg(long)]
    write: bool,
    /// Folder with stories that are out, to list what a new edition touches of them
    #[arg(long, value_name = "DIR", requires = "against", conflicts_with_all = ["sources", "write"])]
    stories: Option<PathBuf>,
    /// The new edition
    #[arg(long, value_name = "NEW", requires = "stories")]
    against: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Task {
    /// Makes a dataset of a filled-in workbook, or of a law from its publisher, and prints it
    Import(workbooks::Import),
    /// Writes a workbook to fill in
    Template(workbooks::Template),
    /// Brings a dataset of version 1 of the format up to version 2
    Upgrade(upgrade::Upgrade),
}

/// What could be done where something is wrong with the rest of what was given.
#[derive(Debug)]
pub struct InPart {
    /// What to print all the same.
    pub out: String,
    /// All that is wrong.
    pub(crate) what: String,
}

impl InPart {
    /// What to print though there is an error.
    pub fn out(error: &anyhow::Error) -> &str {
        error.downcast_ref().map_or("", |it: &Self| &it.out)
    }
}

impl fmt::Display for InPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl Error for InPart {}

/// Does what is asked, and returns what to print.
///
/// # Errors
/// Where something is wrong with what was given, all of it; [`InPart`] where the rest could be done.
pub fn run(options: &Options) -> Result<String> {
    match &options.task {
        Some(Task::Import(import)) => workbooks::import(import),
        Some(Task::Template(template)) => workbooks::template(template),
        Some(Task::Upgrade(wanted)) => upgrade::upgrade(wanted),
        None => checked(&options.check),
    }
}

/// Checks a dataset, or what a new edition of it touches of stories that are out.
///
/// # Errors
/// As [`check`], and where the stories cannot be read.
pub(crate) fn checked(wanted: &Check) -> Result<String> {
    let file = wanted.file.as_ref().context("name a dataset's JSON file")?;
    match (&wanted.stories, &wanted.against) {
        (Some(folder), Some(new)) => {
            stories::touched(file, new, folder).map(|report| report + "\n")
        }
        _ => report_of(file, wanted.sources.as_deref(), wanted.write),
    }
}

/// Checks one dataset, and its quotes against the folder that is named or else stands beside it.
///
/// # Errors
/// As [`check`].
pub fn report_of(file: &Path, sources: Option<&Path>, write: bool) -> Result<String> {
    let sources = sources.map(Path::to_path_buf).or_else(|| beside(file));
    check(file, sources.as_deref(), write).map(|report| report + "\n")
}

/// Checks one dataset. Returns the report of a sound one: what it holds, and what an editor should
/// look at. An unsound one is an error that lists every problem, and after them the same. Without
/// `sources`, quotes are not confirmed. With `write` the hashes of what was confirmed go into the
/// file.
///
/// # Errors
/// Where the dataset is unsound or cannot be read.
pub fn check(file: &Path, sources: Option<&Path>, write: bool) -> Result<String> {
    let name = file.display();
    let reading = read(file)?;
    let mut remarks = report::looked_at(&reading.remarks(report::today()));
    let mut problems: Vec<String> =
        reading.problems.iter().map(|problem| format!("{name}: {problem}")).collect();
    let Some(dataset) = reading.dataset else { return Err(report::wrong(&problems, &remarks)) };
    if dataset.records().schema_version < SCHEMA_VERSION {
        remarks += "\n`upgrade` writes the newer version, and lists what is to be decided for it";
    }
    let mut report = format!("{name}: {}", counts(&dataset));
    match sources {
        Some(folder) => {
            let found = quotes::confirm_all(&dataset, folder, write);
            report += &found.told();
            if write {
                report += &recorded(file, &found)?;
            }
            problems.extend(found.lines.into_iter().map(|(_, line)| format!("{name}: {line}")));
        }
        None if write => {
            bail!("to record what was confirmed, name the folder of the sources' texts")
        }
        None => write!(report, "\nquotes: not confirmed, for no folder of sources was given")?,
    }
    if problems.is_empty() {
        return Ok(report + &remarks);
    }
    // What was confirmed is to be known all the same.
    let (_, told) = report.split_once('\n').unwrap_or_default();
    Err(report::wrong(&problems, &format!("\n{told}{remarks}")))
}

/// Writes the hashes of the texts in which all is confirmed.
fn recorded(file: &Path, found: &quotes::Confirmed) -> Result<String> {
    let (text, count) = quotes::record(&tree::read_text(file)?, &found.hashes)?;
    if count > 0 {
        tree::write(file, text.as_bytes())?;
    }
    Ok(format!("\n{count} hash(es) recorded in {}", file.display()))
}

/// The folder for those sources' texts that may be published: `sources/law` beside `law.json`.
pub fn beside(file: &Path) -> Option<PathBuf> {
    let folder = file.parent()?.join("sources").join(file.file_stem()?);
    tree::is_folder(&folder).then_some(folder)
}

/// Reads a dataset's file, sound or not; once, for what comes through a pipe is gone then.
pub(crate) fn read(file: &Path) -> Result<Parsed> {
    let bytes = tree::read(file)?;
    if let Some(what) = other_kind(&bytes) {
        bail!("`{}` {what}", file.display());
    }
    let node = parsed(file, bytes)?;
    let has = |name| node.field(name).is_some();
    ensure!(
        ["schema_version", "instrument", "provisions"].into_iter().any(has),
        "`{}` is no law's dataset: it has no `instrument` and no `provisions`",
        file.display()
    );
    Ok(authoring::read(node))
}

/// What a file is that is no dataset for sure, and where it belongs.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let starts = |start: &[u8]| bytes.trim_ascii_start().starts_with(start);
    if starts(authoring::MAGIC.as_bytes()) {
        Some("is compiled for readers; name the dataset that it was made of, which ends in .json")
    } else if starts(b"PK") {
        Some("is no JSON; of a workbook or a document `import` makes a dataset")
    } else if starts(b"<") {
        Some("is no JSON; of a law from its publisher `import` makes a dataset")
    } else {
        None
    }
}

/// Reads a file of JSON as the widget does.
pub(crate) fn json(file: &Path) -> Result<Node> {
    parsed(file, tree::read(file)?)
}

fn parsed(file: &Path, bytes: Vec<u8>) -> Result<Node> {
    authoring::json::parse(&tree::text(file, bytes)?)
        .with_context(|| format!("cannot read `{}`", file.display()))
}

fn counts(dataset: &Dataset) -> String {
    let records = dataset.records();
    let roles = |role| {
        let parties = records.sources.iter().flat_map(|source| &source.parties);
        parties.filter(|party| party.role == role).count()
    };
    format!(
        "{} provisions, {} concerns, {} groups, {} organisations ({} issued, {} signed, {} named), \
         {} requests, {} positions, {} replies",
        records.provisions.len(),
        records.concerns.len(),
        records.groups.len(),
        records.organisations.len(),
        roles(Role::Issued),
        roles(Role::Signed),
        roles(Role::Named),
        records.requests.len(),
        records.positions.len(),
        records.replies.len(),
    )
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;

    #[test]
    fn what_is_no_dataset_is_told_so_and_where_it_belongs() {
        let file = env::temp_dir().join(format!("other-kind-{}.json", std::process::id()));
        for (text, told) in [
            (r#"{"highlight":["24"]}"#, "is no law's dataset"),
            ("PK\u{3}\u{4}", "of a workbook or a document `import`"),
            ("<?xml version='1.0'?><akomaNtoso/>", "of a law from its publisher `import`"),
            (authoring::MAGIC, "is compiled for readers"),
        ] {
            fs::write(&file, text).unwrap();
            let error = format!("{:#}", check(&file, None, false).unwrap_err());
            assert!(error.contains(told) && error.contains("other-kind"), "{error}");
            assert_eq!(error.lines().count(), 1, "{error}");
        }
        fs::remove_file(&file).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn what_comes_through_a_pipe_is_read_once() {
        use std::{io::Write as _, os::fd::AsRawFd as _, thread};

        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let text = fs::read(root.join("data/example-bicycle-parking.json")).unwrap();
        let (reader, mut writer) = std::io::pipe().unwrap();
        let sent = thread::spawn(move || writer.write_all(&text));
        let pipe = PathBuf::from(format!("/dev/fd/{}", reader.as_raw_fd()));
        let report = check(&pipe, None, false).unwrap();
        sent.join().unwrap().unwrap();
        assert!(report.contains(" provisions, "), "{report}");
    }

    #[test]
    fn without_sources_the_report_says_that_nothing_was_confirmed() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let file = file.join(tree::DEFAULT_DATASET);
        let report = check(&file, None, false).unwrap();
        assert!(report.contains("not confirmed"), "{report}");
        assert!(report.contains("29 signed"), "{report}");
    }

    #[test]
    fn what_is_to_be_looked_at_stands_below_a_sound_report_and_below_problems() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let sound = root.join("data/example-bicycle-parking.json");
        let report = check(&sound, None, false).unwrap();
        let below = report.split_once(" to look at\n").unwrap().1;
        assert!(below.contains("\nmade: missing; say in at most 60 words"), "{report}");
        let file = env::temp_dir().join(format!("two-levels-{}.json", std::process::id()));
        let broken =
            fs::read_to_string(&sound).unwrap().replace("\"sec_3__para_2\"]", "\"sec_33\"]");
        fs::write(&file, broken).unwrap();
        let error = check(&file, None, false).unwrap_err().to_string();
        fs::remove_file(&file).unwrap();
        let (wrong, looked_at) = error.split_once(" to look at\n").unwrap();
        assert!(wrong.contains("problem(s)\n") && wrong.contains("`sec_33`"), "{error}");
        assert!(looked_at.contains("\nmade: missing"), "{error}");
    }

    #[test]
    fn the_quotes_of_the_example_are_confirmed_by_the_texts_beside_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let file = root.join("data/example-bicycle-parking.json");
        let report = check(&file, beside(&file).as_deref(), false).unwrap();
        let lines: Vec<_> = report.lines().collect();
        assert!(lines.contains(&"quotes: 11 confirmed to the letter, 0 not"), "{report}");
    }

    #[test]
    fn the_made_up_laws_of_version_2_leave_nothing_to_look_at() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (law, quotes) in [("example-public-libraries", 21), ("example-schulwege", 11)] {
            let file = root.join(format!("data/{law}.json"));
            let report = check(&file, beside(&file).as_deref(), false).unwrap();
            let confirmed = format!("quotes: {quotes} confirmed to the letter, 0 not");
            assert!(report.lines().any(|it| it == confirmed), "{report}");
            assert!(!report.contains("to look at"), "{report}");
        }
    }

    #[test]
    fn what_is_confirmed_is_recorded_and_then_known() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let example = root.join("data/example-bicycle-parking.json");
        let file = env::temp_dir().join(format!("recorded-{}.json", std::process::id()));
        let text = fs::read_to_string(&example).unwrap();
        let hash = text.split("\"sha256\": \"").nth(1).unwrap().split('"').next().unwrap();
        fs::write(&file, text.replacen(hash, &"0".repeat(64), 1)).unwrap();
        let folder = beside(&example).unwrap();
        let before = check(&file, Some(&folder), false).unwrap_err().to_string();
        let told = check(&file, Some(&folder), true).unwrap();
        let written = fs::read_to_string(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(before.contains("SHA-256 is"), "{before}");
        assert!(told.lines().any(|it| it.starts_with("1 hash(es) recorded")), "{told}");
        assert_eq!(written, text);
    }
}
