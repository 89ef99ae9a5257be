//! What a step is called once it is undone.

use super::Act;
use crate::{document::Document, table::place};

impl Act {
    /// The step as a thing, for “Undone: …”: `the document “Letter”`.
    pub fn name(&self, before: &Document) -> String {
        match self {
            Self::Cell { at, .. } => format!("what was written at “{}”", place(before, at)),
            Self::Add { sheet, .. } => format!("a new row in “{sheet}”"),
            Self::Remove(at) => format!("taking out “{}”", place(before, at)),
            Self::Source(new) => format!("the document “{}”", new.title.trim()),
            Self::Text { source, .. } => format!("a text for “{source}”"),
            Self::Take { .. } => "a concern".into(),
            Self::Dismiss { is_none: true, .. } => "that a citation is no concern".into(),
            Self::Dismiss { .. } => "offering a citation again".into(),
            Self::Quote { .. } => "a quotation".into(),
            Self::QuoteAnew { .. } => "another passage for a quotation".into(),
            Self::Affect { .. } | Self::NoneFound(_) => "whom a concern affects".into(),
            Self::Group { label, .. } => format!("the group “{}”", label.trim()),
            Self::Ask { .. } => "a request".into(),
            Self::Reply { .. } => "an answer".into(),
            Self::Position { .. } | Self::Stance { .. } => "where they stand on the law".into(),
            Self::Relate { .. } => "other law beside a concern".into(),
            Self::Sign { .. } => "names on a document".into(),
        }
    }
}
