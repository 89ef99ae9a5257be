//! Quotations against the texts of their sources: which are confirmed, what differs where one isn't,
//! and the hashes of the texts that they were confirmed against.

mod record;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    slice,
};

use anyhow::{Context as _, Result, bail};
use authoring::{Confirmation, Dataset, Evidence, Quote, Source, SourceId, confirm};
use desk::{difference, sha256};

use crate::tree;

pub(super) use record::record;

/// What to do with a PDF, whose text has to be looked through before anything is quoted from it.
const AT_THE_DESK: &str = "A PDF is not read here: open it at the desk, desk.html, as its source’s \
                           text, and “Save its text” gives the file that is read";

/// A quotation of a dataset.
struct Quoted<'d> {
    /// Where it stands: `concerns[3].evidence[0]`.
    path: String,
    /// What it belongs to, in words.
    of: String,
    source: &'d SourceId,
    quote: &'d Quote,
}

/// What comes of holding quotations against their sources.
#[derive(Default)]
pub(super) struct Confirmed {
    /// How many stand there to the letter.
    pub(super) found: usize,
    /// How many don't, or couldn't be looked for.
    pub(super) missing: usize,
    /// A line for each, and for what is wrong with a source, with its path.
    pub(super) lines: Vec<(String, String)>,
    /// The hash of each text in which every quotation of its source stands.
    pub(super) hashes: BTreeMap<String, String>,
    /// A PDF in the folder that is named after no source, where a source has neither text nor PDF.
    stray: Option<String>,
}

impl Confirmed {
    /// How many are confirmed, on a line below a report.
    pub(super) fn told(&self) -> String {
        let told =
            format!("\nquotes: {} confirmed to the letter, {} not", self.found, self.missing);
        let stray = self.stray.iter();
        let stray = stray.map(|pdf| format!("\n`{pdf}` is named after no source. {AT_THE_DESK}"));
        told + &stray.collect::<String>()
    }
}

/// Holds every quotation against its source's text. A text that can't be read is told, and the
/// others are looked at. With `is_recorded`, a text that is another than the recorded is no fault.
pub(super) fn confirm_all(dataset: &Dataset, folder: &Path, is_recorded: bool) -> Confirmed {
    let mut found = Confirmed::default();
    let mut texts = BTreeMap::new();
    let mut pdfs = pdfs(folder);
    let mut is_without = false;
    for (nth, source) in dataset.records().sources.iter().enumerate() {
        let path = format!("sources[{nth}]");
        let pdf = pdfs.remove(&source.id.as_str().to_lowercase());
        match text_of(source, folder) {
            Ok(text) => {
                let hash = sha256(&text);
                let is_other = source.sha256.as_ref().is_some_and(|recorded| *recorded != hash);
                if is_other && !is_recorded {
                    let line = format!("source `{}`: the text's SHA-256 is {hash} now", source.id);
                    found.lines.push((path, line));
                }
                found.hashes.insert(source.id.to_string(), hash);
                texts.insert(&source.id, text);
            }
            Err(why) => {
                is_without |= pdf.is_none();
                let also = pdf.map(|pdf| format!(" (`{pdf}` is here. {AT_THE_DESK})"));
                found.lines.push((path, format!("{why:#}{}", also.unwrap_or_default())));
            }
        }
    }
    found.stray = pdfs.into_values().next().filter(|_| is_without);
    let (mut sound, mut unsound) = (BTreeSet::new(), BTreeSet::new());
    for it in quotes(dataset) {
        match texts.get(it.source).map(|text| fault(it.quote, text)) {
            Some(None) => {
                found.found += 1;
                sound.insert(it.source.to_string());
                continue;
            }
            Some(Some(why)) => {
                let line = format!("{}: “{}” {why}", it.of, it.quote.exact);
                found.lines.push((it.path, line));
            }
            // Told once, of its source.
            None => {}
        }
        found.missing += 1;
        unsound.insert(it.source.to_string());
    }
    found.hashes.retain(|id, _| sound.contains(id) && !unsound.contains(id));
    found
}

/// Why a quotation isn't confirmed by a text, and what in it is nearest.
fn fault(quote: &Quote, text: &str) -> Option<String> {
    let why = match confirm(quote, text) {
        Confirmation::Confirmed => return None,
        Confirmation::NotFound => {
            let near = difference(&quote.exact, text);
            return Some(format!("does not stand in the source; {near}"));
        }
        Confirmation::OtherSurroundings => {
            let bound = [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat();
            let near = difference(&bound, text);
            return Some(format!("stands there, but not between its surroundings; {near}"));
        }
        Confirmation::Ambiguous => "stands there more than once; lengthen its surroundings",
    };
    Some(why.into())
}

/// Every quotation of a dataset.
fn quotes(dataset: &Dataset) -> Vec<Quoted<'_>> {
    let records = dataset.records();
    let mut all = Vec::new();
    for (nth, it) in records.concerns.iter().enumerate() {
        of_all(
            &mut all,
            &format!("concerns[{nth}]"),
            &format!("concern `{}`", it.id),
            &it.evidence,
        );
    }
    for (nth, it) in records.requests.iter().enumerate() {
        of_all(
            &mut all,
            &format!("requests[{nth}]"),
            &format!("request `{}`", it.id),
            &it.evidence,
        );
    }
    for (nth, it) in records.replies.iter().enumerate() {
        of_all(&mut all, &format!("replies[{nth}]"), &format!("reply `{}`", it.id), &it.evidence);
    }
    for (nth, it) in records.positions.iter().enumerate() {
        let of = format!("position of `{}`", it.organisation);
        of_all(&mut all, &format!("positions[{nth}]"), &of, slice::from_ref(&it.evidence));
    }
    for (nth, source) in records.sources.iter().enumerate() {
        for (place, party) in source.parties.iter().enumerate() {
            let Some(quote) = &party.quote else { continue };
            let path = format!("sources[{nth}].parties[{place}]");
            let of = format!("`{}`, named in `{}`", party.organisation, source.id);
            all.push(Quoted { path, of, source: &source.id, quote });
        }
    }
    all
}

fn of_all<'d>(all: &mut Vec<Quoted<'d>>, path: &str, of: &str, evidence: &'d [Evidence]) {
    for (nth, it) in evidence.iter().enumerate() {
        let Some(quote) = &it.quote else { continue };
        let path = format!("{path}.evidence[{nth}]");
        all.push(Quoted { path, of: of.into(), source: &it.source, quote });
    }
}

/// A source's text, which stands in the folder or in a folder inside it.
fn text_of(source: &Source, folder: &Path) -> Result<String> {
    let id = source.id.as_str();
    if id.contains(['/', '\\', '.']) {
        bail!("source `{id}`: not a name for a file");
    }
    let name = format!("{id}.txt");
    let inner = inner(folder).map(|it| it.join(&name)).find(|it| tree::is_file(it));
    tree::read_text(&inner.unwrap_or_else(|| folder.join(&name)))
        .with_context(|| format!("source `{id}` needs its text to confirm quotes"))
}

/// The folders inside a folder.
fn inner(folder: &Path) -> impl Iterator<Item = PathBuf> {
    tree::list(folder).into_iter().flatten().filter(|it| tree::is_folder(it))
}

/// The PDFs that lie where texts are looked for, each by its name without its ending, in small letters.
fn pdfs(folder: &Path) -> BTreeMap<String, String> {
    let folders = inner(folder).chain([folder.to_path_buf()]);
    let files = folders.flat_map(|it| tree::list(&it).into_iter().flatten());
    let named = files.filter_map(|it| Some(it.file_name()?.to_str()?.to_string()));
    let of_its_own = |name: String| Some((name.to_lowercase().strip_suffix(".pdf")?.into(), name));
    named.filter_map(of_its_own).collect()
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::PathBuf};

    use super::*;
    use crate::data::check;

    /// The bundled dataset with its sources' texts made up from its own quotes.
    fn folder(name: &str, change: impl Fn(String) -> String) -> (PathBuf, PathBuf) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let file = root.join(tree::DEFAULT_DATASET);
        let node = authoring::json::parse(&fs::read_to_string(&file).unwrap()).unwrap();
        let dataset = authoring::read(node).dataset.unwrap();
        let folder = env::temp_dir().join(format!("{name}-{}", std::process::id()));
        for source in &dataset.records().sources {
            let mut quotes: Vec<_> = quotes(&dataset)
                .into_iter()
                .filter(|it| *it.source == source.id)
                .map(|it| [it.quote.prefix.as_str(), &it.quote.exact, &it.quote.suffix].concat())
                .collect();
            quotes.sort();
            quotes.dedup();
            let text = change(quotes.join("\n\n"));
            tree::write(&folder.join(format!("{}.txt", source.id)), text.as_bytes()).unwrap();
        }
        (file, folder)
    }

    #[test]
    fn a_quote_that_differs_by_one_letter_is_named_with_what_differs() {
        let (file, folder) = folder("one-letter", |text| text.replacen("children", "childern", 1));
        let error = check(&file, Some(&folder), false).unwrap_err().to_string();
        fs::remove_dir_all(folder).unwrap();
        assert!(error.contains("does not stand in the source; the source has: "), "{error}");
        assert!(error.contains("[-children-] {+childern+}"), "{error}");
        assert!(error.contains("SHA-256"), "{error}");
    }

    #[test]
    fn a_pdf_instead_of_a_text_is_told_of_its_source_alone() {
        let (file, folder) = folder("instead", |text| text);
        let texts: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).take(3).collect();
        let [one, two, three] = &texts[..] else { panic!("too few sources") };
        // One lies beside the texts, one in a folder inside, where a text is looked for as well.
        fs::rename(one, one.with_extension("pdf")).unwrap();
        let within = folder.join("within");
        let pdf = two.with_extension("PDF");
        tree::write(&within.join(pdf.file_name().unwrap()), b"%PDF-1.7").unwrap();
        for gone in [two, three] {
            fs::remove_file(gone).unwrap();
        }
        fs::write(folder.join("agenda.pdf"), "%PDF-1.7").unwrap();
        let error = check(&file, Some(&folder), false).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        let id = |file: &Path| file.file_stem().unwrap().to_str().unwrap().to_string();
        let line = |file: &Path| {
            let name = format!("source `{}` needs", id(file));
            error.lines().find(|it| it.contains(&name)).unwrap().to_string()
        };
        assert!(line(one).contains(&format!("`{}.pdf` is here", id(one))), "{error}");
        assert!(line(two).contains(&format!("`{}.PDF` is here", id(two))), "{error}");
        assert!(!line(three).contains("PDF") && !line(three).contains("pdf"), "{error}");
        assert_eq!(error.matches("agenda.pdf").count(), 1, "{error}");
        assert!(error.contains("`agenda.pdf` is named after no source"), "{error}");
    }

    #[test]
    fn a_source_without_its_text_is_named_and_the_others_are_looked_at() {
        let (file, folder) = folder("missing", |text| text);
        let one = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        fs::remove_file(&one).unwrap();
        let error = check(&file, Some(&folder), false).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        let told = error.lines().filter(|it| it.contains("needs its text")).count();
        assert_eq!(told, 1, "{error}");
        assert!(!error.contains("PDF"), "{error}");
        let line = error.lines().find(|it| it.contains("confirmed to the letter")).unwrap();
        assert!(!line.contains(" 0 confirmed"), "{line}");
    }
}
