//! What documents say of the law: concerns, requests, positions and replies.

use alloc::vec::Vec;

use crate::{
    date::CalendarDate,
    ids::{ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId},
    records::{read::maybe, sources::Evidence},
    text::Text,
    vocabulary::{Basis, Certainty, Direction, Relation, ReplyKind, RequestKind, Stance, Wording},
};

records! {
    /// A concern about one or more provisions. It rests on at least one piece of evidence.
    pub struct Concern {
        /// Its id.
        pub id: ConcernId,
        /// The concern in one line.
        pub title: Text,
        /// The concern in the dataset's own words.
        pub summary: Text,
        /// The provisions that it objects to; at least one.
        pub provisions: Vec<ProvisionId>,
        /// Provisions that a source holds up against those: the good example, or what it credits.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub contrasted: Vec<ProvisionId>,
        /// Provisions that a source mentions here and doesn't object to.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub mentioned: Vec<ProvisionId>,
        /// In which direction the sources want the law to go, where they say so.
        pub direction: Option<Direction>,
        /// Who is affected according to the sources, or `"none_found"`.
        pub affected: Affected,
        /// What it rests on; at least one.
        pub evidence: Vec<Evidence>,
        /// What became of the wording that it speaks of in the later text.
        #[serde(default, deserialize_with = "maybe")]
        pub wording: Wording,
        /// Other law that a source compares it with.
        #[serde(default, deserialize_with = "maybe")]
        pub related: Vec<RelatedLaw>,
    }

    /// A group that a concern says is affected.
    pub struct AffectedGroup {
        /// Which.
        pub group: GroupId,
        /// Whether the source says so, or the editor concludes it.
        pub basis: Basis,
        /// Why the editor concludes it; required where the basis is `inferred`.
        pub reason: Option<Text>,
    }

    /// Other law that a source compares a provision with.
    pub struct RelatedLaw {
        /// The other law.
        pub instrument: Text,
        /// The place in it: `Article 38`.
        pub pinpoint: Option<Text>,
        /// How the provision stands to it, according to the source.
        pub relation: Relation,
        /// How sure the source is of that.
        #[serde(default, deserialize_with = "maybe")]
        pub certainty: Certainty,
        /// Whose word it is; required where the concern rests on several sources.
        pub source: Option<SourceId>,
        /// What the source says of it, in the dataset's own words.
        pub note: Option<Text>,
    }

    /// What a document asks for.
    pub struct Request {
        /// Its id.
        pub id: RequestId,
        /// What kind of change it asks for.
        pub kind: RequestKind,
        /// What is asked for, in the dataset's own words.
        pub summary: Text,
        /// Of whom.
        pub addressee: Text,
        /// What it rests on; at least one.
        pub evidence: Vec<Evidence>,
        /// The concerns that it answers.
        #[serde(default, deserialize_with = "maybe")]
        pub concerns: Vec<ConcernId>,
        /// The provisions that it is about.
        #[serde(default, deserialize_with = "maybe")]
        pub provisions: Vec<ProvisionId>,
    }

    /// Where an organisation stands towards the instrument.
    pub struct Position {
        /// Who.
        pub organisation: OrganisationId,
        /// What it wants.
        pub stance: Stance,
        /// What that rests on.
        pub evidence: Evidence,
        /// When; without it, the source's date.
        pub date: Option<CalendarDate>,
        /// On which draft; without it, the source's.
        pub draft: Option<DraftId>,
    }

    /// What somebody says who answers concerns, or welcomes the law.
    pub struct Reply {
        /// Its id.
        pub id: ReplyId,
        /// Whose reply it is.
        pub organisation: OrganisationId,
        /// What it does.
        pub kind: ReplyKind,
        /// What it says, in the dataset's own words.
        pub summary: Text,
        /// What it rests on; at least one.
        pub evidence: Vec<Evidence>,
        /// The concerns that it is about. With neither these nor provisions, it is about the law as a whole.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub concerns: Vec<ConcernId>,
        /// The provisions that it is about.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub provisions: Vec<ProvisionId>,
        /// Whether the source says that it is about these, or the editor concludes it.
        #[serde(default, deserialize_with = "maybe")]
        pub basis: Basis,
        /// Why the editor concludes it; required where that is inferred.
        pub reason: Option<Text>,
    }
}

/// Who is affected: a list that isn't empty, or the word `none_found`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Affected {
    /// The editor looked and found nobody named.
    NoneFound,
    /// The groups affected.
    Groups(Vec<AffectedGroup>),
}

word_or_list! {
    Affected NoneFound "none_found" Groups AffectedGroup
        "The groups affected, or `none_found` where the editor found nobody named."
}

impl Reply {
    /// Whether it is about the law as a whole: where it names neither concern nor provision. What it
    /// names is in its record wherever the law is here in part alone.
    pub fn is_about_whole(&self) -> bool {
        self.provisions.is_empty() && self.concerns.is_empty()
    }
}
