//! Texts: the same twice, none at all, and characters in a word that nobody sees.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

use crate::{
    Node, Text, hidden,
    problem::{Location, Path},
    review::{Remark, Review, each_text},
};

/// Shorter texts may be the same by right: `Companies`, `Clarify`.
const BY_CHANCE: usize = 12;

/// Every text with a character inside a word that searches and quotes stumble over, and every
/// address that is not encrypted.
pub(super) fn strays(file: &Node, remarks: &mut Vec<Remark>) {
    each_text(&Location::Top, file, &mut |at, text| {
        if let Some((nth, stray)) = (1..).zip(text.chars()).find(|it| hidden::is_stray(it.1)) {
            let (code, name) = (u32::from(stray), hidden::name(stray));
            let what = format!("U+{code:04X} {name} at character {nth}; is it meant to be there?");
            remarks.push(Remark { at: at.path(), what, beside: None });
        }
        if let Some(rest) = text.strip_prefix("http://")
            && matches!(at, Location::Field(_, "address" | "archived" | "source"))
        {
            let what = format!("the address is not encrypted; does `https://{rest}` lead there?");
            remarks.push(Remark { at: at.path(), what, beside: None });
        }
    });
}

/// Texts of one kind by what they say: where each stood first.
type Seen = BTreeMap<String, Path>;

impl Review<'_> {
    /// The same words in two records of a kind.
    pub(super) fn same_texts(&mut self) {
        let records = self.records;
        self.twice("provisions", "summary", records.provisions.iter().map(|it| &it.summary));
        self.twice("groups", "description", records.groups.iter().map(|it| &it.description));
        self.twice("sources", "title", records.sources.iter().map(|it| &it.title));
        self.twice("concerns", "title", records.concerns.iter().map(|it| &it.title));
        self.twice("concerns", "summary", records.concerns.iter().map(|it| &it.summary));
        self.twice("requests", "summary", records.requests.iter().map(|it| &it.summary));
        self.twice("replies", "summary", records.replies.iter().map(|it| &it.summary));
        self.same_quotes();
    }

    fn twice<'t>(&mut self, list: &str, field: &str, texts: impl Iterator<Item = &'t Text>) {
        let (list, mut seen) = (Location::Top.field(list), Seen::new());
        for (index, text) in texts.enumerate() {
            let item = list.item(index);
            self.once(&item.field(field), text.original(), &mut seen);
        }
    }

    /// A concern that quotes the same words twice rests on one passage.
    fn same_quotes(&mut self) {
        let (records, list) = (self.records, Location::Top.field("concerns"));
        for (index, concern) in records.concerns.iter().enumerate() {
            let (concern_at, mut seen) = (list.item(index), Seen::new());
            let evidence_at = concern_at.field("evidence");
            for (index, evidence) in concern.evidence.iter().enumerate() {
                let Some(quote) = &evidence.quote else { continue };
                let item = evidence_at.item(index);
                self.once(&item.field("quote"), &quote.exact, &mut seen);
            }
        }
    }

    fn once(&mut self, at: &Location<'_>, text: &str, seen: &mut Seen) {
        if text.chars().count() < BY_CHANCE {
            return;
        }
        let first = seen.entry(folded(text)).or_insert_with(|| at.path());
        if *first != at.path() {
            self.compare(at, "the same text stands there twice", first.clone());
        }
    }
}

/// Words as they are compared: without case, blanks and signs.
pub(super) fn folded(text: &str) -> String {
    words(text).join(" ")
}

/// The words of a text, lower case, without signs.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}
