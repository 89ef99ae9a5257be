//! `cargo xtask data`: checks a dataset file, and its quotes against the sources' texts. What it
//! does with workbooks is in `data/workbooks.rs`.
//!
//! Rules about facts belong to the `dataset` crate; here are only the reading of files and the
//! words of the report.

mod laws;
mod report;
mod upgrade;
mod workbooks;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    slice,
};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use dataset::{
    Confirmation, Dataset, Evidence, Node, Parsed, Quote, Role, Source, SourceId, confirm,
};
use sha2::{Digest as _, Sha256};

use crate::tree;

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    task: Option<Task>,
    /// The dataset's JSON file
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// Folder with the sources' texts, to confirm each quote to the letter
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
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

/// Does what is asked, and returns what to print.
pub(crate) fn run(options: &Options) -> Result<String> {
    match (&options.task, &options.file) {
        (Some(Task::Import(import)), _) => workbooks::import(import),
        (Some(Task::Template(template)), _) => workbooks::template(template),
        (Some(Task::Upgrade(wanted)), _) => upgrade::upgrade(wanted),
        (None, Some(file)) => {
            let sources = options.sources.clone().or_else(|| beside(file));
            check(file, sources.as_deref()).map(|report| report + "\n")
        }
        (None, None) => bail!("name a dataset's JSON file"),
    }
}

/// Checks one dataset. Returns the report of a sound one: what it holds, and what an editor should
/// look at. An unsound one is an error that lists every problem, and after them the same. Without
/// `sources`, quotes are not confirmed.
pub(crate) fn check(file: &Path, sources: Option<&Path>) -> Result<String> {
    let name = file.display();
    let reading = read(file)?;
    let remarks = report::looked_at(&reading.remarks(report::today()));
    let mut problems: Vec<String> =
        reading.problems.iter().map(|problem| format!("{name}: {problem}")).collect();
    let Some(dataset) = reading.dataset else { return Err(report::wrong(&problems, &remarks)) };
    let mut report = format!("{name}: {}", counts(&dataset));
    match sources {
        Some(folder) => {
            let (confirmed, unconfirmed) = confirm_all(&dataset, folder)?;
            let missing = unconfirmed.len();
            write!(report, "\nquotes: {confirmed} confirmed to the letter, {missing} not")?;
            problems.extend(unconfirmed.into_iter().map(|line| format!("{name}: {line}")));
        }
        None => write!(report, "\nquotes: not confirmed, for no folder of sources was given")?,
    }
    if problems.is_empty() {
        Ok(report + &remarks)
    } else {
        Err(report::wrong(&problems, &remarks))
    }
}

/// The folder for those sources' texts that may be published: `sources/law` beside `law.json`.
pub(crate) fn beside(file: &Path) -> Option<PathBuf> {
    let folder = file.parent()?.join("sources").join(file.file_stem()?);
    folder.is_dir().then_some(folder)
}

/// Reads a dataset's file, sound or not.
pub(crate) fn read(file: &Path) -> Result<Parsed> {
    Ok(dataset::read(json(file)?))
}

/// Reads a file of JSON as the widget does.
pub(crate) fn json(file: &Path) -> Result<Node> {
    dataset::json::parse(&tree::read_text(file)?)
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

/// How many quotes stand in their sources to the letter, and a line for each that doesn't.
fn confirm_all(dataset: &Dataset, folder: &Path) -> Result<(usize, Vec<String>)> {
    let mut texts = BTreeMap::new();
    let mut lines = Vec::new();
    for source in &dataset.records().sources {
        let text = text_of(source, folder)?;
        let found = sha256(&text);
        if source.sha256.as_ref().is_some_and(|recorded| *recorded != found) {
            lines.push(format!("source `{}`: the text's SHA-256 is {found} now", source.id));
        }
        texts.insert(&source.id, text);
    }
    let mut confirmed = 0;
    for (place, source, quote) in quotes(dataset) {
        let Some(text) = texts.get(source) else { continue };
        let why = match confirm(quote, text) {
            Confirmation::Confirmed => {
                confirmed += 1;
                continue;
            }
            Confirmation::NotFound => "does not stand in the source",
            Confirmation::OtherSurroundings => "stands there, but not between its surroundings",
            Confirmation::Ambiguous => "stands there more than once; lengthen its surroundings",
        };
        lines.push(format!("{place}: “{}” {why}", quote.exact));
    }
    Ok((confirmed, lines))
}

/// Every quotation of a dataset, with what it belongs to and its source.
fn quotes(dataset: &Dataset) -> impl Iterator<Item = (String, &SourceId, &Quote)> {
    let records = dataset.records();
    let concerns = records.concerns.iter();
    let concerns = concerns.flat_map(|it| of_all(format!("concern `{}`", it.id), &it.evidence));
    let requests = records.requests.iter();
    let requests = requests.flat_map(|it| of_all(format!("request `{}`", it.id), &it.evidence));
    let replies = records.replies.iter();
    let replies = replies.flat_map(|it| of_all(format!("reply `{}`", it.id), &it.evidence));
    let positions = records.positions.iter().flat_map(|it| {
        of_all(format!("position of `{}`", it.organisation), slice::from_ref(&it.evidence))
    });
    let named = records.sources.iter().flat_map(|source| {
        source.parties.iter().filter_map(move |party| {
            let place = format!("`{}`, named in `{}`", party.organisation, source.id);
            Some((place, &source.id, party.quote.as_ref()?))
        })
    });
    concerns.chain(requests).chain(replies).chain(positions).chain(named)
}

fn of_all(
    place: String,
    evidence: &[Evidence],
) -> impl Iterator<Item = (String, &SourceId, &Quote)> {
    evidence.iter().filter_map(move |it| Some((place.clone(), &it.source, it.quote.as_ref()?)))
}

/// A source's text, which stands in the folder or in a folder inside it.
fn text_of(source: &Source, folder: &Path) -> Result<String> {
    let id = source.id.as_str();
    if id.contains(['/', '\\', '.']) {
        bail!("source `{id}`: not a name for a file");
    }
    let name = format!("{id}.txt");
    let inner =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path().join(&name));
    let file = inner.into_iter().find(|it| it.is_file()).unwrap_or_else(|| folder.join(&name));
    tree::read_text(&file)
        .with_context(|| format!("source `{id}` needs its text to confirm quotes"))
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    /// The bundled dataset with its sources' texts made up from its own quotes.
    fn folder(name: &str, change: impl Fn(String) -> String) -> (PathBuf, PathBuf) {
        let file = crate::tree::Tree::at(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap())
            .root()
            .join(tree::DEFAULT_DATASET);
        let node = dataset::json::parse(&fs::read_to_string(&file).unwrap()).unwrap();
        let dataset = dataset::read(node).dataset.unwrap();
        let folder = env::temp_dir().join(format!("{name}-{}", std::process::id()));
        for source in &dataset.records().sources {
            let mut quotes: Vec<_> = quotes(&dataset)
                .filter(|(_, from, _)| **from == source.id)
                .map(|(_, _, quote)| [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat())
                .collect();
            quotes.sort();
            quotes.dedup();
            let text = change(quotes.join("\n\n"));
            tree::write(&folder.join(format!("{}.txt", source.id)), text.as_bytes()).unwrap();
        }
        (file, folder)
    }

    #[test]
    fn a_quote_that_differs_by_one_letter_is_named() {
        let (file, folder) = folder("one-letter", |text| text.replacen("children", "childern", 1));
        let error = check(&file, Some(&folder)).unwrap_err().to_string();
        fs::remove_dir_all(folder).unwrap();
        assert!(error.contains("does not stand in the source"), "{error}");
        assert!(error.contains("SHA-256"), "{error}");
    }

    #[test]
    fn without_sources_the_report_says_that_nothing_was_confirmed() {
        let (file, folder) = folder("no-sources", |text| text);
        fs::remove_dir_all(folder).unwrap();
        let report = check(&file, None).unwrap();
        assert!(report.contains("not confirmed"), "{report}");
        assert!(report.contains("29 signed"), "{report}");
    }

    #[test]
    fn what_is_to_be_looked_at_stands_below_a_sound_report_and_below_problems() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let sound = root.join("data/example-bicycle-parking.json");
        let report = check(&sound, None).unwrap();
        let below = report.split_once(" to look at\n").unwrap().1;
        assert!(below.contains("\nmade: missing; say in at most 60 words"), "{report}");
        let file = env::temp_dir().join(format!("two-levels-{}.json", std::process::id()));
        let broken =
            fs::read_to_string(&sound).unwrap().replace("\"sec_3__para_2\"]", "\"sec_33\"]");
        fs::write(&file, broken).unwrap();
        let error = check(&file, None).unwrap_err().to_string();
        fs::remove_file(&file).unwrap();
        let (wrong, looked_at) = error.split_once(" to look at\n").unwrap();
        assert!(wrong.contains("problem(s)\n") && wrong.contains("`sec_33`"), "{error}");
        assert!(looked_at.contains("\nmade: missing"), "{error}");
    }

    #[test]
    fn the_quotes_of_the_example_are_confirmed_by_the_texts_beside_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let file = root.join("data/example-bicycle-parking.json");
        let report = check(&file, beside(&file).as_deref()).unwrap();
        let lines: Vec<_> = report.lines().collect();
        assert!(lines.contains(&"quotes: 11 confirmed to the letter, 0 not"), "{report}");
    }

    #[test]
    fn a_source_without_its_text_is_named() {
        let (file, folder) = folder("empty", |text| text);
        fs::remove_dir_all(&folder).unwrap();
        let error = format!("{:#}", check(&file, Some(&folder)).unwrap_err());
        assert!(error.contains("needs its text"), "{error}");
    }
}
