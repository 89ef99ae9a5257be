//! Whom provisions affect, who speaks of them, and who was asked for a reply.

use alloc::{string::String, vec::Vec};

use crate::{
    date::CalendarDate,
    ids::{GroupId, OrganisationId, SourceId},
    records::read::maybe,
    text::Text,
    vocabulary::{Answered, GroupKind, OrganisationKind},
};

records! {
    /// A group of people that a provision affects.
    pub struct Group {
        /// Its id.
        pub id: GroupId,
        /// Its name in the plural, as it stands in a list: `Journalists`.
        pub label: Text,
        /// One of them, as it follows "I am": `a journalist`.
        pub member: Text,
        /// Who belongs to it.
        pub description: Text,
        /// Its name where there is little room.
        pub short_label: Option<Text>,
        /// What kind of group it is.
        #[serde(default, deserialize_with = "maybe")]
        pub kind: GroupKind,
        /// Other words that readers look for it by.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
    }

    /// An organisation, a body, a person or a described community.
    pub struct Organisation {
        /// Its id.
        pub id: OrganisationId,
        /// Its right name.
        pub name: Text,
        /// The short form in common use: `EFF`.
        pub short_name: Option<String>,
        /// Other names and spellings that documents use for it.
        #[serde(default, deserialize_with = "maybe")]
        pub aliases: Vec<String>,
        /// What it is.
        pub kind: OrganisationKind,
        /// Country or region, where the source gives it.
        pub country: Option<Text>,
        /// A person's affiliation, or what else tells who this is, as the source gives it.
        pub description: Option<Text>,
    }

    /// Somebody who was asked for a reply.
    pub struct Asked {
        /// Who.
        pub organisation: OrganisationId,
        /// What about.
        pub about: Text,
        /// When they were asked.
        pub date: CalendarDate,
        /// Until when they had time.
        pub until: Option<CalendarDate>,
        /// Whether they answered.
        pub answered: Answered,
        /// Where their answer stands.
        pub source: Option<SourceId>,
    }
}

/// Who was asked for a reply: a list that isn't empty, or the word `nobody`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// Nobody was.
    Nobody,
    /// Those who were.
    These(Vec<Asked>),
}

word_or_list! {
    AskedFor Nobody "nobody" These Asked
        "Who was asked for a reply, or `nobody` where nobody was."
}

impl AskedFor {
    /// All who were asked.
    pub fn all(&self) -> &[Asked] {
        match self {
            Self::Nobody => &[],
            Self::These(all) => all,
        }
    }
}
