//! In what a law is counted that doesn't say it: articles, sections, §§, numbers alone, or a word
//! that nobody here knows and that heads its lines in a row.

mod own;
pub(super) mod said;

use super::{
    Line,
    marks::{self, Head, Mark, Reads, Role, Step, bare, mark},
};
use crate::{numerals, role::UNSAID};
use own::Own;

/// What a law is counted in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Units {
    kind: Kind,
    /// As Akoma Ntoso calls it.
    pub(super) name: &'static str,
    /// Words that head its parts, and that are in no list.
    own: Vec<Own>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    /// A word that is known.
    Word(&'static str),
    /// One that isn't.
    Own,
    /// Numbers alone, with a sign behind them.
    #[default]
    Bare,
    /// And with nothing but a blank behind them: `5 Lamps`.
    Blank,
}

/// What a paragraph is, in this law.
pub(super) enum What<'l> {
    Head(Head<'l>),
    Words,
}

const WORDS: [&str; 6] = ["article", "§", "section", "clause", "regulation", "rule"];

/// So often at least a law counts on in what it is counted in by a word of its own.
const FEWEST: usize = 3;

impl Units {
    pub(super) fn of(lines: &[Line], language: Option<&str>) -> Self {
        let body = body(lines);
        let marks: Vec<Mark<'_>> = body.iter().map(|it| mark(&it.text)).collect();
        let (word, count) = known(&marks);
        let own = own::words(body.iter().zip(&marks));
        let first = own.first().map_or(0, |it| it.count);
        let series = |head: fn(&str) -> Option<Head<'_>>| {
            counted(body.iter().filter_map(|it| head(&it.text)).map(|it| value(it.label)))
        };
        let by_number = || series(bare).max(series(titled));
        let is_own = first >= FEWEST && first > 3 * count && first * 2 >= by_number();
        let kind = match word {
            _ if is_own => Kind::Own,
            Some(word) => Kind::Word(word),
            None if series(titled) > series(bare) => Kind::Blank,
            None => Kind::Bare,
        };
        let name = match kind {
            // A German paragraph is an article to the Federal Law Gazette as well.
            Kind::Word("§") if language == Some("en") => "section",
            Kind::Word("§") | Kind::Own => "article",
            Kind::Word(word) => word,
            Kind::Bare | Kind::Blank => said::name(lines, language).unwrap_or(UNSAID),
        };
        let own = own::chosen(&own, usize::from(is_own), body, |text| match kind {
            Kind::Word(word) => matches!(mark(text), Mark::Head(head) if head.name == word),
            _ => false,
        });
        Self { kind, name, own }
    }

    fn is_above(&self, name: &str) -> bool {
        name == "section" || name == "article" && self.kind == Kind::Word("§")
    }

    /// The number of a paragraph that is written as units are elsewhere: Brazil's `§ 1º`.
    pub(super) fn paragraph<'l>(&self, text: &'l str) -> Option<Step<'l>> {
        match mark(text) {
            Mark::Head(head) if head.name == "§" && self.kind == Kind::Word("article") => {
                marks::step_of(head)
            }
            Mark::Step(_) | Mark::None if self.kind == Kind::Word("§") => marks::section_of(text),
            _ => None,
        }
    }

    /// The number of a paragraph of an annex, in a law whose numbers have nothing behind them.
    pub(super) fn of_annex<'l>(&self, text: &'l str) -> Option<Step<'l>> {
        let head = marks::blank(text).filter(|_| self.kind == Kind::Blank)?;
        marks::blank_step(head.num, head.rest)
    }

    pub(super) fn is_bare(&self) -> bool {
        matches!(self.kind, Kind::Bare | Kind::Blank)
    }

    /// What there is to know of how it was found; nothing where a word said it that is known.
    pub(super) fn told(&self) -> Option<String> {
        let own = self.own.iter().find(|it| it.role == Role::Unit);
        match self.kind {
            Kind::Own => own.map(|it| {
                format!(
                    "`{}` heads its lines in a row, so its provisions are taken to be counted in \
                     it; no list here has the word, so look at the report closely",
                    it.shown()
                )
            }),
            Kind::Bare | Kind::Blank if self.name == UNSAID => Some(
                "its provisions have numbers alone, and nothing in it says what they are called; \
                 they are cited by these"
                    .into(),
            ),
            _ => None,
        }
    }

    /// The head of a paragraph, in a law that is counted so.
    pub(super) fn head<'l>(&self, text: &'l str) -> What<'l> {
        if let Some(head) = self.own.iter().find_map(|it| it.head(text)) {
            return What::Head(head);
        }
        match mark(text) {
            Mark::Head(head) if head.role != Role::Unit => What::Head(head),
            Mark::Head(head) if self.kind == Kind::Word(head.name) => {
                What::Head(Head { name: self.name, ..head })
            }
            // Above articles, sections are divisions; and so are articles above §§.
            Mark::Head(head) if self.is_above(head.name) && titles(head) => {
                What::Head(Head { role: Role::Division, name: "division", ..head })
            }
            Mark::Step(_) | Mark::None if self.is_bare() => match self.by_number(text) {
                Some(head) => What::Head(Head { name: self.name, ..head }),
                None => What::Words,
            },
            _ => What::Words,
        }
    }

    fn by_number<'l>(&self, text: &'l str) -> Option<Head<'l>> {
        match self.kind {
            Kind::Blank => marks::blank(text),
            _ => bare(text),
        }
    }
}

/// The lines before the first annex, whose numbers are its own.
fn body(lines: &[Line]) -> &[Line] {
    let is_annex =
        |it: &Line| matches!(mark(&it.text), Mark::Head(head) if head.role == Role::Annex);
    let end = lines.iter().position(is_annex).unwrap_or(lines.len());
    lines.get(..end).unwrap_or_default()
}

/// The known word that heads most lines, and how many.
fn known(marks: &[Mark<'_>]) -> (Option<&'static str>, usize) {
    let mut counts = [0_usize; WORDS.len()];
    for it in marks {
        let Mark::Head(head) = it else { continue };
        for (count, word) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(head.role == Role::Unit && head.name == word);
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let mut all = WORDS.iter().zip(counts);
    (all.find(|(_, count)| most > 0 && *count == most).map(|it| *it.0), most)
}

/// A number with nothing but a blank behind it, and a title.
fn titled(text: &str) -> Option<Head<'_>> {
    marks::blank(text).filter(|it| marks::reads(it.rest) == Reads::Title)
}

/// How many of these numbers count on from one.
fn counted(values: impl Iterator<Item = u32>) -> usize {
    let mut last = 0;
    values.filter(|it| (*it == last + 1).then(|| last = *it).is_some()).count()
}

/// What the digits count that a number begins with.
pub(super) fn value(label: &str) -> u32 {
    let is_end = |it: char| authoring::digit(it).is_none();
    let digits = label.get(..label.find(is_end).unwrap_or(label.len())).unwrap_or_default();
    numerals::value(digits).unwrap_or_default()
}

/// Whether what stands behind a head is a title of a division, and no sentence that begins so.
fn titles(head: Head<'_>) -> bool {
    let is_parted = head.num.ends_with([':', '—', '–', '-']);
    marks::reads(head.rest) == Reads::Title || is_parted && marks::may_be_titled(head.rest)
}
