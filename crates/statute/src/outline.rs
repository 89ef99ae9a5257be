//! What a law is made of, in whatever format it came: parts within parts, each with its number, its
//! heading and its words in order; what of the file is left out, and why.

use std::fmt;

use crate::tree::{Place, weight};

/// What a part of a law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What stands before the first provision, without the recitals.
    Preamble,
    Recital,
    /// A part, title or chapter that holds units.
    Division,
    /// In what the law is counted: an article, a section, a §.
    Unit,
    /// The first numbered step within a unit.
    Paragraph,
    /// Any deeper one.
    Point,
    /// An annex or a schedule.
    Annex,
}

/// A part of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: Kind,
    /// The name of its element in Akoma Ntoso.
    pub(crate) name: &'static str,
    /// The id that the file gives it.
    pub(crate) eid: Option<String>,
    /// As the law writes it: `Article 5`, `(a)`.
    pub(crate) num: String,
    pub(crate) heading: String,
    /// Paragraphs of words and parts, in the law's order.
    pub(crate) items: Vec<Item>,
    pub(crate) at: At,
}

/// What stands within a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Text(String),
    Part(Part),
}

impl Part {
    /// The parts directly within.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Part> {
        self.items.iter().filter_map(|item| match item {
            Item::Part(part) => Some(part),
            Item::Text(_) => None,
        })
    }

    /// What the law calls it, as far as its number says it.
    pub(crate) fn name(&self) -> &str {
        if self.num.is_empty() { &self.heading } else { &self.num }
    }
}

/// A place in one of several files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The file's name.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// Within which of the law's parts: `Article 5, 2., (a)`.
    pub within: String,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.place.line > 0 {
            write!(f, ", {}", self.place)?;
        }
        if !self.within.is_empty() {
            write!(f, " ({})", self.within)?;
        }
        Ok(())
    }
}

/// Why some of a file's words are no part of a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A footnote; it is the publisher's or points elsewhere.
    Footnote,
    /// The mark of one.
    NoteMark,
    /// An editor's remark between the law's words.
    Remark,
    /// A table of contents, which repeats headings.
    Contents,
    /// Words that the file itself marks as deleted.
    Deleted,
    /// Words that the file itself hides.
    Hidden,
    /// Place, date, signatures and what else stands after the last provision.
    Closing,
    /// What stands beside the title: dates, marks, names of series.
    BesideTitle,
    /// What the publisher's page says of itself.
    Page,
    /// Signs that say how words look, and addresses of links.
    Markup,
    /// Words that stand in no numbered part.
    Outside,
    /// A character that nobody sees, and that a dataset may not have.
    Unseen,
    /// A provision that was not asked for.
    NotChosen,
}

impl Why {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 13] = [
        Self::Outside,
        Self::NotChosen,
        Self::Deleted,
        Self::Hidden,
        Self::Unseen,
        Self::Remark,
        Self::Footnote,
        Self::NoteMark,
        Self::Contents,
        Self::Closing,
        Self::BesideTitle,
        Self::Page,
        Self::Markup,
    ];

    /// What it is, for a list.
    pub fn words(self) -> &'static str {
        match self {
            Self::Footnote => "footnote",
            Self::NoteMark => "mark of a footnote",
            Self::Remark => "editors' remark",
            Self::Contents => "table of contents",
            Self::Deleted => "marked as deleted",
            Self::Hidden => "hidden",
            Self::Closing => "closing words and signatures",
            Self::BesideTitle => "beside the title",
            Self::Page => "the publisher's page, not the law",
            Self::Markup => "mark-up",
            Self::Outside => "in no numbered part",
            Self::Unseen => "character that nobody sees",
            Self::NotChosen => "not chosen",
        }
    }
}

/// Words of a file that are in no provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub why: Why,
    /// Where they stand.
    pub at: At,
    /// All of them, to the letter but for blanks.
    pub words: String,
}

impl LeftOut {
    /// How many characters that are no blanks.
    pub fn characters(&self) -> usize {
        weight(&self.words)
    }
}

/// What a file says of the law as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// A BCP 47 tag.
    pub(crate) language: Option<String>,
    pub(crate) title: String,
    pub(crate) short_title: Option<String>,
    pub(crate) symbols: Vec<String>,
    /// Where the official text stands.
    pub(crate) address: Option<Address>,
    pub(crate) date: Option<String>,
    /// It is proposed, not adopted.
    pub(crate) is_bill: bool,
}

/// How a publisher's addresses are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// EUR-Lex: a fragment for each article, recital and annex.
    EurLex(String),
    /// legislation.gov.uk: a path for each step.
    Uk(String),
    /// uscode.house.gov: a section of this title of the Code.
    UsCode(String),
    /// That of the law alone.
    Whole(String),
}

impl Outline {
    /// Takes out what nobody sees and a dataset may not have.
    pub(crate) fn clean(&mut self) {
        let left = &mut self.left;
        for part in &mut self.parts {
            clean(part, left);
        }
        let about = &mut self.about;
        let mut taken = cleaned(&mut about.title);
        for text in about.symbols.iter_mut().chain(&mut about.short_title) {
            taken.push_str(&cleaned(text));
        }
        self.titled = self.titled.saturating_sub(weight(&taken));
        let at = At::default();
        left.extend(Some(LeftOut { why: Why::Unseen, at, words: taken }).filter(has_words));
    }
}

fn has_words(left: &LeftOut) -> bool {
    !left.words.is_empty()
}

fn clean(part: &mut Part, left: &mut Vec<LeftOut>) {
    let mut taken = cleaned(&mut part.num);
    taken.push_str(&cleaned(&mut part.heading));
    for item in &mut part.items {
        match item {
            Item::Text(words) => taken.push_str(&cleaned(words)),
            Item::Part(inner) => clean(inner, left),
        }
    }
    part.items.retain(|it| !matches!(it, Item::Text(words) if words.is_empty()));
    let at = part.at.clone();
    left.extend(Some(LeftOut { why: Why::Unseen, at, words: taken }).filter(has_words));
}

/// Characters that a dataset may not have are taken out of a text, and returned.
pub(crate) fn cleaned(text: &mut String) -> String {
    let mut all = String::new();
    // What stood between two of them may come to stand at an end.
    loop {
        let unseen = authoring::unseen(text);
        if unseen.is_empty() {
            return all;
        }
        let mut next = unseen.iter().peekable();
        let mut kept = String::with_capacity(text.len());
        for (nth, sign) in (1..).zip(text.chars()) {
            if next.next_if(|(_, place)| *place == nth).is_some() {
                all.push(sign);
            } else {
                kept.push(sign);
            }
        }
        *text = kept;
    }
}

/// A law as it was read from one or several files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    pub(crate) about: About,
    pub(crate) parts: Vec<Part>,
    pub(crate) left: Vec<LeftOut>,
    /// Of the title and what else `about` took from the body.
    pub(crate) titled: usize,
    /// Characters of the files' bodies that are no blanks.
    pub(crate) total: usize,
    /// Other files that this one points to for a part of the law.
    pub(crate) elsewhere: Vec<(At, String)>,
    /// What else there is to know of how a file was read.
    pub(crate) told: Vec<(At, String)>,
}
