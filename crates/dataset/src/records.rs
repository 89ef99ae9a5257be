//! What stands in a dataset file: plain records, in the file's own names and order.
//!
//! Only shapes live here, and what the JSON Schema says of them. How they are read is in
//! `shape.rs`; whether a record makes sense beside the others is decided in `check.rs`.
//!
//! A field that a file must have, and that is an `Option` all the same, is one without which the
//! rest can be shown: none where it was missing or unsound, and the file's editor is told.

use alloc::{string::String, vec::Vec};

use serde::{Serialize, Serializer};

use crate::{
    date::{CalendarDate, Interval},
    ids::{ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId},
    text::{LanguageTag, Text},
    vocabulary::{
        Answered, Basis, Certainty, Direction, GroupKind, HeadingOrigin, NamedAs, OrganisationKind,
        Relation, ReplyKind, RequestKind, Role, Stance, Unit, Wording,
    },
};

/// In characters. A quote is a pointer to a source, not a copy of it.
pub const LONGEST_QUOTE: usize = 300;

/// The version of the format that this code reads.
pub const SCHEMA_VERSION: u32 = 2;

/// One dataset: a legal instrument and what documents say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Records {
    /// Where an editor finds the JSON Schema; not read.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the format; 2.
    pub schema_version: u32,
    /// A short name for files and events: lower-case letters, digits and hyphens.
    pub id: String,
    /// Title of this dataset.
    pub title: Text,
    /// BCP 47 tag of the language that texts are in unless they say otherwise.
    #[serde(skip_serializing_if = "LanguageTag::is_unknown")]
    pub language: LanguageTag,
    /// Which edition of the dataset this is.
    pub edition: Edition,
    /// The credit line that travels with every copy, print and download.
    pub credit: Text,
    /// How the dataset was made, in at most 60 words: what was read, who checked, what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Text>,
    /// Who was asked for a reply, or `"nobody"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<AskedFor>,
    /// What has been corrected since the first edition, latest first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub corrections: Vec<Correction>,
    /// How long after the status's as-of date it may be out of date; ISO 8601, such as `P90D`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(required))]
    pub stale_after: Option<Interval>,
    /// Who or what is missing from the dataset, said openly.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub missing: Vec<Text>,
    /// The law.
    pub instrument: Instrument,
    /// Its provisions, in the order of the text.
    pub provisions: Vec<Provision>,
    /// Groups of people that provisions affect.
    pub groups: Vec<Group>,
    /// Organisations, bodies, individuals and described communities.
    pub organisations: Vec<Organisation>,
    /// The documents that concerns rest on.
    pub sources: Vec<Source>,
    /// The concerns raised.
    pub concerns: Vec<Concern>,
    /// What the documents ask for.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub requests: Vec<Request>,
    /// Where organisations stand towards the instrument as a whole.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub positions: Vec<Position>,
    /// What those say who answer the concerns, or welcome the law.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub replies: Vec<Reply>,
}

/// An edition of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Edition {
    /// Counts from 1.
    #[serde(skip_serializing_if = "is_zero")]
    pub number: u32,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(required))]
    pub date: Option<CalendarDate>,
}

/// A file without a number has none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Edition {
    /// Number and date, as far as the file says them.
    pub fn parts(&self) -> (Option<u32>, Option<CalendarDate>) {
        (Some(self.number).filter(|it| *it > 0), self.date)
    }
}

/// Something that an earlier edition had wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Correction {
    /// The day it was corrected.
    pub date: CalendarDate,
    /// What was wrong and what it says now.
    pub text: Text,
}

/// The law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Instrument {
    /// Full title.
    pub title: Text,
    /// The title that a headline would use.
    pub short_title: Text,
    /// Document symbols, such as `A/AC.291/L.15`.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub symbols: Vec<String>,
    /// What else people call it, in any language: `Hanoi Convention`. Stories are read by these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<String>,
    /// Where the official text stands: an `https` address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// In what it is counted and cited.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unit: Unit,
    /// Which of its drafts is in force, or proposed, now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_draft: Option<DraftId>,
    /// Its chapters in order, each with its provisions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub chapters: Vec<Chapter>,
    /// Its drafts, earliest first.
    pub drafts: Vec<Draft>,
    /// What has become of it.
    pub status: Status,
}

impl Instrument {
    /// What to call it: a law that lost one of its titles is called by the other.
    pub fn name(&self) -> &Text {
        if self.short_title.is_empty() { &self.title } else { &self.short_title }
    }
}

/// A chapter, or another large part, of a law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// What to call it.
    pub label: Text,
    /// Its date, as precisely as known: `2024`, `2024-07` or `2024-07-29`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<CalendarDate>,
}

/// What has become of the law, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Status {
    /// The day up to which the events are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(required))]
    pub as_of: Option<CalendarDate>,
    /// The status in one short line, without the as-of date.
    pub line: Text,
    /// Events, earliest first.
    pub events: Vec<StatusEvent>,
}

/// Something that happened to the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct StatusEvent {
    /// When.
    pub date: CalendarDate,
    /// What, in a few words.
    pub label: Text,
    /// Who says so: an `https` address.
    pub source: String,
}

/// A part of the law, its title, or the law as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Provision {
    /// An Akoma Ntoso `eId` (`art_28__para_4`), or `title`, or `instrument`.
    pub id: ProvisionId,
    /// How it is cited: `Article 28(4)`.
    pub citation: Text,
    /// Its heading, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// Where the heading comes from; required beside a heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_origin: Option<HeadingOrigin>,
    /// What it does, in plain words, according to the sources.
    #[serde(skip_serializing_if = "Text::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub summary: Text,
    /// The law's own words, to the letter: a text for each paragraph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub text: Vec<String>,
    /// Its words in earlier drafts, where they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub earlier: Vec<Earlier>,
    /// Where the official text of this provision stands: an `https` address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// A note of the editors': `The letter gives this number; …`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The provision that contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<ProvisionId>,
}

/// The law's own words of a provision in an earlier draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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

/// A group of people that a provision affects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_label: Option<Text>,
    /// What kind of group it is.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub kind: GroupKind,
    /// Other words that readers look for it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<String>,
}

/// An organisation, a body, a person or a described community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its right name.
    pub name: Text,
    /// The short form in common use: `EFF`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// Other names and spellings that documents use for it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// Country or region, where the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Text>,
    /// A person's affiliation, or what else tells who this is, as the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
}

/// A document that concerns rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<CalendarDate>,
    /// What is known of the date where it isn't printed on the document; shown in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_note: Option<Text>,
    /// Where it stands: an `https` address.
    pub address: String,
    /// Where a copy is archived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// Its language.
    #[serde(skip_serializing_if = "LanguageTag::is_unknown")]
    pub language: LanguageTag,
    /// The draft that it speaks of.
    pub draft: DraftId,
    /// Whether the document says so, or the editor concludes it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub draft_basis: Basis,
    /// Why the editor concludes it; required where that is inferred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft_reason: Option<Text>,
    /// The day on which the editors read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<CalendarDate>,
    /// Who put their name to it, or is named in it, and in what role.
    pub parties: Vec<Party>,
    /// SHA-256, in hexadecimal, of the text that its quotes were confirmed against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// Someone's part in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Party {
    /// Who.
    pub organisation: OrganisationId,
    /// In what role.
    pub role: Role,
    /// What the issuer says of somebody named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<NamedAs>,
    /// The words that name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// Where those stand in the source, for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<Text>,
    /// The concerns that they are named for; the document as a whole without any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub concerns: Vec<ConcernId>,
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

/// A concern about one or more provisions. It rests on at least one piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub contrasted: Vec<ProvisionId>,
    /// Provisions that a source mentions here and doesn't object to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub mentioned: Vec<ProvisionId>,
    /// In which direction the sources want the law to go, where they say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Who is affected according to the sources, or `"none_found"`.
    pub affected: Affected,
    /// What it rests on; at least one.
    pub evidence: Vec<Evidence>,
    /// What became of the wording that it speaks of in the later text.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub wording: Wording,
    /// Other law that a source compares it with.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub related: Vec<RelatedLaw>,
}

/// Who is affected: a list that isn't empty, or the word `none_found`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Affected {
    /// The editor looked and found nobody named.
    NoneFound,
    /// The groups affected.
    Groups(Vec<AffectedGroup>),
}

macro_rules! word_or_list {
    ($($type:ident $alone:ident $word:literal $several:ident $item:ident $about:literal)*) => {$(
        impl $type {
            /// The word that stands for none.
            pub const ALONE: &str = $word;
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::$alone => serializer.serialize_str(Self::ALONE),
                    Self::$several(list) => list.serialize(serializer),
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let item = generator.subschema_for::<$item>();
                schemars::json_schema!({
                    "description": $about,
                    "anyOf": [
                        { "const": Self::ALONE },
                        { "type": "array", "minItems": 1, "items": item }
                    ]
                })
            }
        }
    )*};
}

word_or_list! {
    Affected NoneFound "none_found" Groups AffectedGroup
        "The groups affected, or `none_found` where the editor found nobody named."
    AskedFor Nobody "nobody" These Asked
        "Who was asked for a reply, or `nobody` where nobody was."
}

/// A group that a concern says is affected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct AffectedGroup {
    /// Which.
    pub group: GroupId,
    /// Whether the source says so, or the editor concludes it.
    pub basis: Basis,
    /// Why the editor concludes it; required where the basis is `inferred`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Evidence {
    /// Which source.
    pub source: SourceId,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// Where in the source, for a person: `Key concerns, first paragraph`.
    pub locator: Text,
}

/// Exact words, bound to their place by the words around them (W3C `TextQuoteSelector`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Quote {
    /// The words quoted, to the letter; at most 300 characters.
    pub exact: String,
    /// The text right before them, enough to make the place unique.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub prefix: String,
    /// The text right after them.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub suffix: String,
    /// Its language, where it isn't the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<LanguageTag>,
}

/// Other law that a source compares a provision with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct RelatedLaw {
    /// The other law.
    pub instrument: Text,
    /// The place in it: `Article 38`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinpoint: Option<Text>,
    /// How the provision stands to it, according to the source.
    pub relation: Relation,
    /// How sure the source is of that.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub certainty: Certainty,
    /// Whose word it is; required where the concern rests on several sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// What the source says of it, in the dataset's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What a document asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
    #[cfg_attr(feature = "schema", schemars(default))]
    pub concerns: Vec<ConcernId>,
    /// The provisions that it is about.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub provisions: Vec<ProvisionId>,
}

/// Where an organisation stands towards the instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Position {
    /// Who.
    pub organisation: OrganisationId,
    /// What it wants.
    pub stance: Stance,
    /// What that rests on.
    pub evidence: Evidence,
    /// When; without it, the source's date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<CalendarDate>,
    /// On which draft; without it, the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftId>,
}

/// Who was asked for a reply: a list that isn't empty, or the word `nobody`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// Nobody was.
    Nobody,
    /// Those who were.
    These(Vec<Asked>),
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

/// Somebody who was asked for a reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Asked {
    /// Who.
    pub organisation: OrganisationId,
    /// What about.
    pub about: Text,
    /// When they were asked.
    pub date: CalendarDate,
    /// Until when they had time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<CalendarDate>,
    /// Whether they answered.
    pub answered: Answered,
    /// Where their answer stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// What somebody says who answers concerns, or welcomes the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub concerns: Vec<ConcernId>,
    /// The provisions that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub provisions: Vec<ProvisionId>,
    /// Whether the source says that it is about these, or the editor concludes it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub basis: Basis,
    /// Why the editor concludes it; required where that is inferred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Reply {
    /// Whether it is about the law as a whole: where it names neither concern nor provision. What it
    /// names is in its record wherever the law is here in part alone.
    pub fn is_about_whole(&self) -> bool {
        self.provisions.is_empty() && self.concerns.is_empty()
    }
}
