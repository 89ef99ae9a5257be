//! How what is no record is compiled: words, ids, and what records name. A change here, or to the
//! fields of a record, is another version of the compiled form.

use alloc::vec::Vec;

use crate::{
    ids::{ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId},
    model::{
        ChapterIx, ConcernIx, ConcernLinks, GroupIx, Mention, OrganisationIx, Outline, PartyLinks,
        ProvisionIx, SourceIx, Subjects, Voices,
    },
    pack::{Law, Pack, Packer, Unpacker},
    parts::{Beside, Index, Postings, Published, Rest, Shard},
    records::Change,
    text::{LanguageTag, Text},
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
    Postings
    ChapterIx ConcernIx GroupIx OrganisationIx ProvisionIx SourceIx
}

impl Pack for Mention {
    fn pack(&self, to: &mut Packer) {
        to.number((*self == Self::Mentioned).into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        if from.below::<u32>(2) == 0 { Self::Contrasted } else { Self::Mentioned }
    }
}

/// The compiler keeps the lists whole, since each makes its struct.
macro_rules! structs {
    ($($type:ident { $($field:ident)* })*) => {$(
        impl Pack for $type {
            fn pack(&self, to: &mut Packer) {
                $(self.$field.pack(to);)*
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self { $($field: Pack::unpack(from),)* }
            }
        }
    )*};
}

structs! {
    Law { records outline published }
    Published { json csv rest }
    Rest { provisions index }
    Beside { name sum }
    Change { kept dropped added }
    Text { text translations }
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
