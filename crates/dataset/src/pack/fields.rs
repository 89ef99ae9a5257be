//! The fields of each record in the order in which they are written, and the words that a field may
//! hold. A change here is another version of the compiled form.

use alloc::vec::Vec;

use crate::{
    ids::{ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId},
    model::{
        ChapterIx, ConcernIx, ConcernLinks, GroupIx, Mention, OrganisationIx, Outline, PartyLinks,
        ProvisionIx, SourceIx, Subjects, Voices,
    },
    pack::{Law, Pack, Packer, Unpacker},
    parts::{Beside, Index, Postings, Published, Rest, Shard},
    records::{
        Affected, AffectedGroup, Asked, AskedFor, Change, Chapter, Concern, Correction, Draft,
        Earlier, Edition, Evidence, Group, Instrument, Organisation, Party, Position, Provision,
        Quote, Records, RelatedLaw, Reply, Request, Source, Status, StatusEvent,
    },
    text::{LanguageTag, Text, Translation, Translations},
};

macro_rules! words {
    ($($type:ident)*) => {$(
        impl Pack for crate::vocabulary::$type {
            fn pack(&self, to: &mut Packer) {
                let place = Self::ALL.iter().position(|it| it == self).unwrap_or_default();
                to.length(place);
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                let place: u32 = from.below(Self::ALL.len());
                Self::ALL.get(place as usize).copied().unwrap_or_default()
            }
        }
    )*};
}

words! {
    Answered Basis Certainty Direction GroupKind HeadingOrigin NamedAs OrganisationKind Relation
    ReplyKind RequestKind Role Stance Unit Wording
}

/// Types around one value that is written in their place.
macro_rules! wrappers {
    ($($type:ident)*) => {$(
        impl Pack for $type {
            fn pack(&self, to: &mut Packer) {
                self.0.pack(to);
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self(Pack::unpack(from))
            }
        }
    )*};
}

wrappers! {
    ConcernId DraftId GroupId OrganisationId ProvisionId ReplyId RequestId SourceId LanguageTag
    Translations Postings
    ChapterIx ConcernIx GroupIx OrganisationIx ProvisionIx SourceIx
}

/// Where a list may be a word in its place, the word is none.
macro_rules! words_or_lists {
    ($($type:ident $alone:ident $several:ident)*) => {$(
        impl Pack for $type {
            fn pack(&self, to: &mut Packer) {
                match self {
                    Self::$alone => to.number(0),
                    Self::$several(list) => {
                        to.number(1);
                        list.pack(to);
                    }
                }
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Option::unpack(from).map_or(Self::$alone, Self::$several)
            }
        }
    )*};
}

words_or_lists! {
    Affected NoneFound Groups
    AskedFor Nobody These
}

impl Pack for Mention {
    fn pack(&self, to: &mut Packer) {
        to.number((*self == Self::Mentioned).into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        if from.below::<u32>(2) == 0 { Self::Contrasted } else { Self::Mentioned }
    }
}

/// The compiler keeps the lists whole, since each makes its record. What stands behind a bar is for
/// tools and travels to no reader.
macro_rules! records {
    ($($type:ident { $($field:ident)* $(| $($untold:ident)*)? })*) => {$(
        impl Pack for $type {
            fn pack(&self, to: &mut Packer) {
                let Self { $($field,)* .. } = self;
                $($field.pack(to);)*
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self { $($field: Pack::unpack(from),)* $($($untold: Default::default(),)*)? }
            }
        }
    )*};
}

records! {
    Records {
        schema schema_version id title language edition credit made asked corrections stale_after
        missing instrument provisions groups organisations sources concerns requests positions
        replies
    }
    Law { records outline published }
    Published { json csv rest }
    Rest { provisions index }
    Beside { name sum }
    Edition { number date }
    Correction { date text }
    Instrument {
        title short_title symbols address unit current_draft chapters drafts status | aliases
    }
    Chapter { number name origin provisions }
    Draft { id label date }
    Status { as_of line events }
    StatusEvent { date label source }
    Provision { id citation heading heading_origin summary text earlier address note parent }
    Earlier { draft text changes }
    Change { kept dropped added }
    Group { id label member description short_label kind aliases }
    Organisation { id name short_name aliases kind country description }
    Source {
        id title short_title publisher date date_note address archived language draft draft_basis
        draft_reason read parties sha256
    }
    Party { organisation role relation quote locator concerns }
    Concern {
        id title summary provisions contrasted mentioned direction affected evidence wording related
    }
    AffectedGroup { group basis reason }
    Evidence { source quote locator }
    Quote { exact prefix suffix lang }
    RelatedLaw { instrument pinpoint relation certainty source note }
    Request { id kind summary addressee evidence concerns provisions }
    Position { organisation stance evidence date draft }
    Asked { organisation about date until answered source }
    Reply { id organisation kind summary evidence concerns provisions basis reason }
    Text { text translations }
    Translation { text by }
    Outline { parents chapters concerns requests replies parties voices otherwise }
    Subjects { provisions concerns }
    PartyLinks { who concerns }
    Voices { critics counted compared }
    Index { first run shards ids citations headings outline postings }
    Shard { provisions concerns requests }
}

/// Written without what follows from the others.
impl Pack for ConcernLinks {
    fn pack(&self, to: &mut Packer) {
        self.provisions.pack(to);
        self.mentions.pack(to);
        self.groups.pack(to);
        self.inferred.pack(to);
        self.sources.pack(to);
        self.voices.pack(to);
        self.same.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self {
            provisions: Pack::unpack(from),
            mentions: Pack::unpack(from),
            groups: Pack::unpack(from),
            inferred: Pack::unpack(from),
            sources: Pack::unpack(from),
            voices: Pack::unpack(from),
            same: Pack::unpack(from),
            requests: Vec::new(),
        }
    }
}
