//! Places in a law, in whatever way it is cited: Article 36(1)(b), § 5 Abs. 2 Nr. 3, Schedule 2
//! para 3, Recital 47. A law's own citations are what anything written is compared with, folded
//! for case, blanks, dots, signs and words of level; nothing is guessed.
//!
//! Citations to keys is in `citation/law.rs`; how one place is written, in `citation/steps.rs`;
//! lists, in `citation/list.rs`; what is found in prose, in `citation/prose.rs`.

mod label;
mod law;
mod list;
mod prose;
mod refusal;
mod steps;
#[cfg(test)]
mod tests;
mod token;
mod words;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

pub use law::Citations;
pub use law::name as folded;
pub use prose::Found;
pub use refusal::{Refusal, Unreadable};
pub(crate) use words::fold;

use crate::{Dataset, ProvisionIx};

/// How the `eId` of an article or of what is in it is cited: `Article 28(4)` for
/// `art_28__para_4`; none for other ids.
pub fn of_eid(id: &str) -> Option<String> {
    let mut parts = id.split('_');
    let (first, number) = (parts.next()?, parts.next()?);
    if first != "art" || !is_label(number) {
        return None;
    }
    let mut citation = format!("Article {number}");
    while let Some(gap) = parts.next() {
        let (word, label) = (parts.next()?, parts.next()?);
        if !gap.is_empty() || !matches!(word, "para" | "point") || !is_label(label) {
            return None;
        }
        citation.extend(["(", label, ")"]);
    }
    Some(citation)
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|it| it.is_ascii_alphanumeric())
}

/// The dataset's own citations, made once they are needed. A copy, or a comparison, needs none.
#[derive(Debug, Default)]
pub(crate) struct Lazy(core::cell::OnceCell<Citations>);

impl Clone for Lazy {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lazy {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lazy {}

impl Dataset {
    /// What its provisions are cited by, in every language that it has.
    pub fn citations(&self) -> &Citations {
        self.citations.0.get_or_init(|| {
            let mut texts: Vec<(String, ProvisionIx)> = Vec::new();
            for (place, provision) in self.provisions() {
                let wordings = provision.citation.wordings();
                texts.extend(wordings.map(|text| (text.to_string(), place)));
            }
            Citations::new(texts, self.records().instrument.unit.word())
        })
    }

    /// The provisions that a text names, by citations or ids, and what of it could not be read;
    /// see [`Citations::read`].
    pub fn cited(&self, text: &str) -> Vec<Result<ProvisionIx, Unreadable>> {
        // Ids are most of what pages and links hold, and need nothing made.
        let mut all = Vec::new();
        for id in text.split(',') {
            let Some(found) = self.find_provision(id.trim()) else {
                return self.citations().read(text, &|id| self.by_id(id));
            };
            all.push(Ok(found));
        }
        all
    }

    /// The provisions that are by their citations at the places that a text names, or in them;
    /// none where a part of the text can't be read.
    pub fn cited_within(&self, text: &str) -> Option<Vec<ProvisionIx>> {
        self.citations().read_within(text, &|id| self.by_id(id))
    }

    /// The one provision that a text names.
    ///
    /// # Errors
    /// Where the text names none or several, or may be read in two ways.
    pub fn cited_one(&self, text: &str) -> Result<ProvisionIx, Unreadable> {
        if let Some(found) = self.find_provision(text.trim()) {
            return Ok(found);
        }
        self.citations().read_one(text, &|id| self.by_id(id))
    }

    /// How to write a provision in an option or a link: `28(4)` where that leads back to it, and
    /// else its own citation or its id.
    pub fn short(&self, provision: ProvisionIx) -> Option<String> {
        let short = self.citations().short(provision);
        short.or_else(|| self.provision(provision).map(|it| it.id.as_str().into()))
    }

    fn by_id(&self, id: &str) -> Option<ProvisionIx> {
        let mut all = self.provisions();
        all.find(|(_, it)| it.id.as_str().eq_ignore_ascii_case(id)).map(|it| it.0)
    }
}
