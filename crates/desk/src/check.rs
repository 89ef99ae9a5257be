//! What is wrong with a dataset under way, and what to look at: the check's own words, each beside its
//! record, and each quotation against its source's text.

use authoring::{
    CalendarDate, Confirmation, Dataset, Node, Path, ProblemKind, Quote, Step, confirm,
};

use crate::{
    document::{Document, at, below, field, id_of},
    nearest::{Nearest, difference, nearest},
    quote::read,
    table::place,
};

/// Something wrong, or to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub at: Path,
    /// What, in a sentence.
    pub what: String,
    /// Whether it is wrong for sure.
    pub is_wrong: bool,
    /// For a quotation that isn't in its source: what may be meant.
    pub nearest: Option<Nearest>,
}

/// How the quotations stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quotes {
    /// In their sources, to the letter.
    pub confirmed: usize,
    /// Not in them, or not there alone.
    pub refused: usize,
    /// Of sources whose text isn't here.
    pub unread: usize,
}

/// What is found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// All of it, what is wrong first.
    pub findings: Vec<Finding>,
    /// How the quotations stand.
    pub quotes: Quotes,
    /// The sound part, to find citations with; never to be handed out.
    pub dataset: Option<Dataset>,
}

impl Checked {
    /// How many findings are wrong for sure.
    pub fn wrong(&self) -> usize {
        self.findings.iter().filter(|it| it.is_wrong).count()
    }

    /// What is found in a record and in all that it holds.
    pub fn within<'c>(&'c self, path: &'c Path) -> impl Iterator<Item = &'c Finding> {
        self.findings.iter().filter(|it| it.at.0.starts_with(&path.0))
    }
}

/// A quotation of the dataset.
pub(crate) struct Quoted {
    /// Where it stands, up to `quote`.
    pub(crate) at: Path,
    pub(crate) source: String,
    pub(crate) quote: Quote,
}

/// Everything that is found. Without today's date no date is called one of the future.
pub fn check(document: &Document, today: Option<CalendarDate>) -> Checked {
    let found = workbook::check(document.node(), today);
    let wrong = found.problems.into_iter().map(|it| {
        // What is missing is told of the place where it should be.
        let (at, what) = match &it.kind {
            ProblemKind::MissingField(name) | ProblemKind::Unsaid(name) => {
                (field(&it.at, name), "is missing".into())
            }
            kind => (it.at.clone(), kind.to_string()),
        };
        Finding { at, what, is_wrong: true, nearest: None }
    });
    let mut findings: Vec<Finding> = wrong.collect();
    let quotes = confirm_all(document, &mut findings);
    findings.extend(found.remarks.into_iter().map(|it| {
        let beside = it.beside.map(|other| format!("; compare {}", place(document, &other)));
        let what = it.what + &beside.unwrap_or_default();
        Finding { at: it.at, what, is_wrong: false, nearest: None }
    }));
    Checked { findings, quotes, dataset: found.dataset }
}

fn confirm_all(document: &Document, findings: &mut Vec<Finding>) -> Quotes {
    let mut quotes = Quotes::default();
    for it in quotations(document) {
        let Some(text) = document.text(&it.source) else {
            quotes.unread += 1;
            continue;
        };
        let (what, nearest) = match confirm(&it.quote, text) {
            Confirmation::Confirmed => {
                quotes.confirmed += 1;
                continue;
            }
            Confirmation::NotFound => {
                let exact = &it.quote.exact;
                let what = format!("does not stand in its source; {}", difference(exact, text));
                (what, nearest(exact, text))
            }
            Confirmation::OtherSurroundings => {
                ("stands in its source, but not between its surroundings".into(), alone(&it, text))
            }
            Confirmation::Ambiguous => {
                ("stands in its source more than once; lengthen its surroundings".into(), None)
            }
        };
        quotes.refused += 1;
        findings.push(Finding { at: it.at, what, is_wrong: true, nearest });
    }
    quotes
}

/// Where the words stand, if once.
fn alone(it: &Quoted, text: &str) -> Option<Nearest> {
    let exact = it.quote.exact.as_str();
    let at = text.find(exact)?;
    let is_once = text.rfind(exact) == Some(at);
    is_once.then(|| Nearest { range: at..at + exact.len(), edits: Vec::new() })
}

/// Every quotation of the dataset, in its order.
pub(crate) fn quotations(document: &Document) -> Vec<Quoted> {
    let mut all = Vec::new();
    for list in ["concerns", "requests", "replies"] {
        for (path, _) in items(document, &at(&[list])) {
            for (path, evidence) in items(document, &below(&path, &at(&["evidence"]).0)) {
                all.extend(quoted(&path, evidence, source_of(evidence)));
            }
        }
    }
    for (path, position) in items(document, &at(&["positions"])) {
        let path = below(&path, &at(&["evidence"]).0);
        let evidence = position.field("evidence");
        all.extend(evidence.and_then(|it| quoted(&path, it, source_of(it))));
    }
    for (path, source) in items(document, &at(&["sources"])) {
        for (path, party) in items(document, &below(&path, &at(&["parties"]).0)) {
            all.extend(quoted(&path, party, id_of(source)));
        }
    }
    all
}

fn items<'d>(document: &'d Document, list: &Path) -> Vec<(Path, &'d Node)> {
    let items = document.items(list).iter().enumerate();
    items.map(|(nth, item)| (below(list, &[Step::Item(nth)]), item)).collect()
}

fn source_of(evidence: &Node) -> &str {
    evidence.field("source").and_then(Node::as_text).unwrap_or_default()
}

fn quoted(path: &Path, holder: &Node, source: &str) -> Option<Quoted> {
    let quote = holder.field("quote")?;
    let at = below(path, &at(&["quote"]).0);
    Some(Quoted { at, source: source.into(), quote: read(quote) })
}
