//! The law: what it is called, its chapters, drafts and provisions, and what has become of it.

use alloc::{string::String, vec::Vec};

use crate::{
    date::CalendarDate,
    ids::{DraftId, ProvisionId},
    records::read::{maybe, spared},
    text::Text,
    vocabulary::{HeadingOrigin, Unit},
};

records! {
    /// The law.
    pub struct Instrument {
        /// Full title.
        #[serde(deserialize_with = "spared")]
        pub title: Text,
        /// The title that a headline would use.
        #[serde(deserialize_with = "spared")]
        pub short_title: Text,
        /// Document symbols, such as `A/AC.291/L.15`.
        #[serde(default, deserialize_with = "maybe")]
        pub symbols: Vec<String>,
        /// What else people call it, in any language: `Hanoi Convention`. Stories are read by these.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        [for_tools] pub aliases: Vec<String>,
        /// Where the official text stands: an `https` address.
        pub address: Option<String>,
        /// In what it is counted and cited.
        #[serde(default, deserialize_with = "maybe")]
        pub unit: Unit,
        /// Which of its drafts is in force, or proposed, now.
        pub current_draft: Option<DraftId>,
        /// Its chapters in order, each with its provisions.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub chapters: Vec<Chapter>,
        /// Its drafts, earliest first.
        pub drafts: Vec<Draft>,
        /// What has become of it.
        pub status: Status,
    }

    /// A chapter, or another large part, of a law.
    pub struct Chapter {
        /// As the law numbers it: `IV`.
        pub number: String,
        /// Its name in a few words.
        pub name: Text,
        /// Where that name comes from.
        pub origin: HeadingOrigin,
        /// The provisions in it, in the law's order.
        pub provisions: Vec<ProvisionId>,
    }

    /// One draft of the law, or its adopted text.
    pub struct Draft {
        /// Its id.
        pub id: DraftId,
        /// What to call it.
        pub label: Text,
        /// Its date, as precisely as known: `2024`, `2024-07` or `2024-07-29`.
        pub date: Option<CalendarDate>,
    }

    /// What has become of the law, as of a day.
    pub struct Status {
        /// The day up to which the events are known.
        #[cfg_attr(feature = "schema", schemars(required))]
        #[serde(deserialize_with = "spared")]
        pub as_of: Option<CalendarDate>,
        /// The status in one short line, without the as-of date.
        #[serde(deserialize_with = "spared")]
        pub line: Text,
        /// Events, earliest first.
        pub events: Vec<StatusEvent>,
    }

    /// Something that happened to the law.
    pub struct StatusEvent {
        /// When.
        pub date: CalendarDate,
        /// What, in a few words.
        pub label: Text,
        /// Who says so: an `https` address.
        pub source: String,
    }

    /// A part of the law, its title, or the law as a whole.
    #[derive(Default)]
    pub struct Provision {
        /// An Akoma Ntoso `eId` (`art_28__para_4`), or `title`, or `instrument`.
        pub id: ProvisionId,
        /// How it is cited: `Article 28(4)`.
        pub citation: Text,
        /// Its heading, where it has one.
        pub heading: Option<Text>,
        /// Where the heading comes from; required beside a heading.
        pub heading_origin: Option<HeadingOrigin>,
        /// What it does, in plain words, according to the sources.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Text::is_empty")]
        pub summary: Text,
        /// The law's own words, to the letter: a text for each paragraph.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub text: Vec<String>,
        /// Its words in earlier drafts, where they are known.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub earlier: Vec<Earlier>,
        /// Where the official text of this provision stands: an `https` address.
        pub address: Option<String>,
        /// A note of the editors': `The letter gives this number; …`.
        pub note: Option<Text>,
        /// The provision that contains it.
        pub parent: Option<ProvisionId>,
    }

    /// The law's own words of a provision in an earlier draft.
    pub struct Earlier {
        /// Which draft; not the present one, whose words are the provision's `text`.
        pub draft: DraftId,
        /// The words, to the letter: a text for each paragraph.
        pub text: Vec<String>,
        /// What has changed since, paragraph by paragraph: worked out by whoever links. None where
        /// every word is the same.
        #[serde(skip)]
        pub changes: Vec<Vec<Change>>,
    }
}

impl Instrument {
    /// What to call it: a law that lost one of its titles is called by the other.
    pub fn name(&self) -> &Text {
        if self.short_title.is_empty() { &self.title } else { &self.short_title }
    }
}

/// A run of words that stayed, and what follows it: words that were taken out, and words that were
/// put in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What stands in both texts.
    pub kept: String,
    /// What the earlier text alone has.
    pub dropped: String,
    /// What the present text alone has.
    pub added: String,
}
