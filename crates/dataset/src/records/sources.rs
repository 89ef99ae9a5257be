//! The documents that all else rests on, who stands behind them, and places in them.

use alloc::{string::String, vec::Vec};

use crate::{
    date::CalendarDate,
    ids::{ConcernId, DraftId, OrganisationId, SourceId},
    records::read::{maybe, spared},
    text::{LanguageTag, Text},
    vocabulary::{Basis, NamedAs, Role},
};

records! {
    /// A document that concerns rest on.
    pub struct Source {
        /// Its id; the data check looks for its text in `<id>.txt`.
        pub id: SourceId,
        /// Its title.
        pub title: Text,
        /// What to call it in a byline: `Joint civil society letter`.
        pub short_title: Text,
        /// Who published it.
        pub publisher: Text,
        /// When, as precisely as known.
        pub date: Option<CalendarDate>,
        /// What is known of the date where it isn't printed on the document; shown in its place.
        pub date_note: Option<Text>,
        /// Where it stands: an `https` address.
        pub address: String,
        /// Where a copy is archived.
        pub archived: Option<String>,
        /// Its language.
        #[serde(deserialize_with = "spared", skip_serializing_if = "LanguageTag::is_unknown")]
        pub language: LanguageTag,
        /// The draft that it speaks of.
        pub draft: DraftId,
        /// Whether the document says so, or the editor concludes it.
        #[serde(default, deserialize_with = "maybe")]
        pub draft_basis: Basis,
        /// Why the editor concludes it; required where that is inferred.
        pub draft_reason: Option<Text>,
        /// The day on which the editors read it.
        pub read: Option<CalendarDate>,
        /// Who put their name to it, or is named in it, and in what role.
        pub parties: Vec<Party>,
        /// SHA-256, in hexadecimal, of the text that its quotes were confirmed against.
        pub sha256: Option<String>,
    }

    /// Someone's part in a document.
    pub struct Party {
        /// Who.
        pub organisation: OrganisationId,
        /// In what role.
        pub role: Role,
        /// What the issuer says of somebody named.
        pub relation: Option<NamedAs>,
        /// The words that name them.
        pub quote: Option<Quote>,
        /// Where those stand in the source, for a person.
        pub locator: Option<Text>,
        /// The concerns that they are named for; the document as a whole without any.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub concerns: Vec<ConcernId>,
    }

    /// A place in a source.
    pub struct Evidence {
        /// Which source.
        pub source: SourceId,
        /// Its words.
        pub quote: Option<Quote>,
        /// Where in the source, for a person: `Key concerns, first paragraph`.
        pub locator: Text,
    }

    /// Exact words, bound to their place by the words around them (W3C `TextQuoteSelector`).
    pub struct Quote {
        /// The words quoted, to the letter; at most 300 characters.
        pub exact: String,
        /// The text right before them, enough to make the place unique.
        #[serde(default, deserialize_with = "maybe")]
        pub prefix: String,
        /// The text right after them.
        #[serde(default, deserialize_with = "maybe")]
        pub suffix: String,
        /// Its language, where it isn't the source's.
        pub lang: Option<LanguageTag>,
    }
}

impl Party {
    /// Whether the issuer says that somebody named shares what the document is concerned about: all
    /// of it, or some of its concerns. Where the dataset doesn't say in what relation, as in version
    /// 1, nobody is taken to agree.
    pub fn shares(&self) -> bool {
        self.relation == Some(NamedAs::SharesConcern)
    }

    /// Whether that is said of the document as a whole.
    pub fn shares_all(&self) -> bool {
        self.shares() && self.concerns.is_empty()
    }

    /// Whether that is said of a concern.
    pub fn shares_concern(&self, concern: &ConcernId) -> bool {
        self.shares() && (self.concerns.is_empty() || self.concerns.contains(concern))
    }
}
