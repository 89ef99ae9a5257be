//! A place in a law, such as Article 36(1)(b): the type, its three written forms and its `eId`.
//!
//! Only places under an article are citations; ids such as `title` or `chp_IV` are provisions that
//! have no citation. Reading what people write is in `citation/list.rs` and
//! below; finding it in prose, in `citation/prose.rs`.

mod cursor;
mod label;
mod list;
mod parser;
mod path;
mod prose;
mod refusal;
mod series;
#[cfg(test)]
mod tests;
mod token;
mod words;

use alloc::{format, string::ToString, vec::Vec};
use core::{fmt, str::FromStr};

pub use label::{Letters, Ordinal, Point};
pub use list::{Listing, parse_list};
pub use prose::{Found, find};
pub use refusal::{Refusal, Unreadable};

use crate::ProvisionId;

/// Laws nest four levels at most; more is a mistake or an attack.
const DEEPEST: usize = 6;

/// A place under an article. Where no paragraph is named the first point is a letter, because
/// `5(2)` would read as a paragraph; there are at most six levels below the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    article: Ordinal,
    paragraph: Option<Ordinal>,
    points: Vec<Point>,
}

impl Citation {
    /// A whole article.
    pub fn of(article: Ordinal) -> Self {
        Self { article, paragraph: None, points: Vec::new() }
    }

    /// The place one level further in: a number right under the article is a paragraph, all else
    /// a point. None where that would be too deep.
    #[must_use]
    pub fn within(mut self, label: Point) -> Option<Self> {
        if self.depth() == DEEPEST {
            return None;
        }
        match label {
            Point::Number(number) if self.depth() == 0 => self.paragraph = Some(number),
            _ => self.points.push(label),
        }
        Some(self)
    }

    /// The article's number.
    pub fn article(&self) -> Ordinal {
        self.article
    }

    /// The paragraph's number, where one is named.
    pub fn paragraph(&self) -> Option<Ordinal> {
        self.paragraph
    }

    /// The points, outermost first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The place that contains this one; none for an article.
    pub fn parent(&self) -> Option<Self> {
        let mut parent = self.clone();
        if parent.points.pop().is_none() {
            parent.paragraph.take()?;
        }
        Some(parent)
    }

    /// The Akoma Ntoso `eId`: `art_36__para_1__point_b`.
    pub fn eid(&self) -> ProvisionId {
        let mut eid = format!("art_{}", self.article);
        let mut level = |name: &str, label: Point| eid.extend([name, label.to_string().as_str()]);
        if let Some(paragraph) = self.paragraph {
            level("__para_", paragraph.into());
        }
        self.points.iter().for_each(|point| level("__point_", *point));
        ProvisionId::new(eid)
    }

    /// The citation of an `eId`, exactly as [`eid`](Self::eid) writes it; none for other ids.
    pub fn from_eid(eid: &str) -> Option<Self> {
        let mut parts = eid.split('_');
        if parts.next() != Some("art") {
            return None;
        }
        let mut citation = Self::of(Ordinal::canonical(parts.next()?)?);
        // Between two levels stand two underscores, and between those nothing.
        while let Some(gap) = parts.next() {
            let (level, label) = (parts.next()?, parts.next()?);
            let first = citation.depth() == 0;
            let label = match level {
                "para" if first => Ordinal::canonical(label)?.into(),
                "point" => Point::canonical(label)?,
                _ => return None,
            };
            if !gap.is_empty() || (first && level == "point" && matches!(label, Point::Number(_))) {
                return None;
            }
            citation = citation.within(label)?;
        }
        Some(citation)
    }

    /// Without the word: `36(1)(b)`.
    pub fn short(&self) -> Short<'_> {
        Short(self)
    }

    /// How many levels below the article.
    fn depth(&self) -> usize {
        usize::from(self.paragraph.is_some()) + self.points.len()
    }
}

/// A citation without the word, for narrow places and for text that is parsed again.
#[derive(Clone, Copy, Debug)]
pub struct Short<'a>(&'a Citation);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.article, f)?;
        if let Some(paragraph) = self.0.paragraph {
            write!(f, "({paragraph})")?;
        }
        self.0.points.iter().try_for_each(|point| write!(f, "({point})"))
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Article {}", self.short())
    }
}

/// Reads exactly one citation, in any of the ways that [`parse_list`] knows.
impl FromStr for Citation {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let mut items = parse_list(text).items.into_iter();
        match (items.next(), items.next()) {
            (Some(item), None) => item,
            (None, _) => Err(Unreadable::new(text, Refusal::NotACitation)),
            (Some(_), Some(_)) => Err(Unreadable::new(text, Refusal::Several)),
        }
    }
}
