//! How each record is read out of a tree of values: its fields, and the words that a field may
//! hold. All that is wrong is reported with its place; what is sound around it is read.
//!
//! By hand rather than derived, because of its weight: serde's derived readers for these records
//! were a fifth of everything that a reader of the news downloads. For the same reason a record is
//! filled in field by field through [`Fill`]: one function walks through the fields of them all.
//! The compiler keeps the lists below complete, and tests hold them against what serde writes.

use alloc::{format, string::String, vec::Vec};

use crate::{
    Affected, AffectedGroup, Answered, Asked, AskedFor, Basis, CalendarDate, Certainty, Chapter,
    Concern, ConcernId, Correction, Direction, Draft, DraftId, Earlier, Edition, Evidence, Group,
    GroupId, GroupKind, HeadingOrigin, Instrument, Interval, LanguageTag, NamedAs, Node,
    Organisation, OrganisationId, OrganisationKind, Party, Position, Provision, ProvisionId, Quote,
    Records, RelatedLaw, Relation, Reply, ReplyId, ReplyKind, Request, RequestId, RequestKind,
    Role, Source, SourceId, Stance, Status, StatusEvent, Text, Translation, Unit, Wording, hidden,
    is_language, nearest,
    problem::{Location, Problem, ProblemKind},
};

/// Reads all records of a file. Only where there is no problem are they whole.
pub(crate) fn read<T: Fill>(node: &Node) -> (T, Vec<Problem>) {
    let mut reader = Reader { problems: Vec::new() };
    let mut records = T::blank();
    records.fill(&mut reader, &Location::Top, node);
    (records, reader.problems)
}

/// Something that is filled in from a value. What is unsound is reported and stays blank, since
/// records with a problem are thrown away.
pub(crate) trait Fill {
    /// What is filled in.
    fn blank() -> Self
    where
        Self: Sized;

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node);
}

/// What was wrong so far.
pub(crate) struct Reader {
    problems: Vec<Problem>,
}

type Fields = [(String, Node)];

impl Reader {
    fn report(&mut self, at: &Location<'_>, kind: ProblemKind) {
        self.problems.push(Problem { at: at.path(), kind });
    }

    fn wrong_type(&mut self, at: &Location<'_>, node: &Node, expected: &'static str) {
        self.report(at, ProblemKind::WrongType { found: node.kind(), expected });
    }

    fn text<'n>(&mut self, at: &Location<'_>, node: &'n Node) -> Option<&'n str> {
        let Some(text) = node.as_text() else {
            self.wrong_type(at, node, "a text");
            return None;
        };
        let unseen = hidden::refused(text);
        if !unseen.is_empty() {
            self.report(at, ProblemKind::Unseen(unseen));
            return None;
        }
        Some(text)
    }

    /// Reports a text that has characters, and none that could be seen.
    fn has_words(&mut self, at: &Location<'_>, text: &str) {
        if !text.is_empty() && !hidden::has_words(text) {
            self.report(at, ProblemKind::NoWords);
        }
    }

    /// Reads a record: each field into the slot of its place in the list.
    fn record(
        &mut self,
        at: &Location<'_>,
        node: &Node,
        shape: &'static Shape,
        slots: &mut [&mut dyn Fill],
    ) {
        let Node::Map(fields) = node else {
            return self.wrong_type(at, node, "an object");
        };
        self.strange_fields(at, fields, shape.fields);
        for (index, (name, slot)) in shape.fields.iter().copied().zip(slots).enumerate() {
            let must = index < shape.must;
            match field(fields, name) {
                // Where it was taken out, that is told already.
                None if fields.iter().any(|(key, _)| key == name) && index < shape.spared => {}
                None if index < shape.spared => self.report(at, ProblemKind::Unsaid(name)),
                None if must => self.report(at, ProblemKind::MissingField(name)),
                Some(node) if must || *node != Node::Null => {
                    slot.fill(self, &at.field(name), node);
                }
                _ => {}
            }
        }
    }

    /// Reports the fields that an object shouldn't have, each name once. Where none are known, any
    /// name may stand there.
    fn strange_fields(&mut self, at: &Location<'_>, fields: &Fields, known: &[&'static str]) {
        for (place, (name, value)) in fields.iter().enumerate() {
            let earlier = fields.iter().take(place).filter(|(earlier, _)| earlier == name).count();
            let kind = match (earlier, known.is_empty() || known.contains(&name.as_str())) {
                _ if *value == Node::Removed => continue,
                (0, false) => {
                    let nearest = nearest(name, known.iter().copied());
                    let nearest = known.iter().copied().find(|it| Some(*it) == nearest);
                    ProblemKind::UnknownField { field: name.clone(), nearest }
                }
                (1, true) => ProblemKind::Twice,
                _ => continue,
            };
            self.report(&at.field(name), kind);
        }
    }

    /// Reads a list, one item after another.
    fn list(
        &mut self,
        at: &Location<'_>,
        node: &Node,
        read: &mut dyn FnMut(&mut Self, &Location<'_>, &Node),
    ) {
        let Node::List(items) = node else {
            return self.wrong_type(at, node, "a list");
        };
        for (index, item) in items.iter().enumerate() {
            if *item != Node::Removed {
                read(self, &at.item(index), item);
            }
        }
    }

    /// The place of a word among those that may stand here.
    fn word(
        &mut self,
        at: &Location<'_>,
        node: &Node,
        words: &'static [&'static str],
    ) -> Option<usize> {
        let word = self.text(at, node)?;
        let found = words.iter().position(|known| *known == word);
        if found.is_none() {
            self.report(at, ProblemKind::UnknownWord { word: word.into(), expected: words });
        }
        found
    }

    fn language(&mut self, at: &Location<'_>, tag: &str) -> LanguageTag {
        if is_language(tag) {
            return LanguageTag::new(tag);
        }
        self.unreadable(at, tag, "a language tag; write `en`, `fr` or `pt-BR`");
        LanguageTag::blank()
    }

    fn unreadable(&mut self, at: &Location<'_>, text: &str, expected: &str) {
        const LONGEST: usize = 40;
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let (start, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let more = if rest.is_empty() { "" } else { "…" };
        self.report(at, ProblemKind::Unreadable(format!("`{start}{more}` is not {expected}")));
    }
}

/// The fields of a record, first those that it must have; and of these, first those without which
/// the rest can be shown all the same.
struct Shape {
    fields: &'static [&'static str],
    spared: usize,
    must: usize,
}

fn field<'n>(fields: &'n Fields, name: &str) -> Option<&'n Node> {
    fields.iter().find(|(key, value)| key == name && *value != Node::Removed).map(|(_, it)| it)
}

impl Fill for String {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        let text = reader.text(at, node).unwrap_or_default();
        // The words around a quote may be a blank.
        if text.contains(|sign: char| !sign.is_whitespace()) {
            reader.has_words(at, text);
        }
        self.push_str(text);
    }
}

impl Fill for u32 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        if let Node::Whole(number) = node
            && let Ok(number) = Self::try_from(*number)
        {
            *self = number;
        } else {
            reader.wrong_type(at, node, "a whole number below 4294967296");
        }
    }
}

/// What is missing or null is none.
impl<T: Fill> Fill for Option<T> {
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        self.get_or_insert_with(T::blank).fill(reader, at, node);
    }
}

impl<T: Fill> Fill for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        reader.list(at, node, &mut |reader, at, node| {
            let mut item = T::blank();
            item.fill(reader, at, node);
            self.push(item);
        });
    }
}

impl Fill for Text {
    fn blank() -> Self {
        Self::from("")
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        match node {
            Node::Text(_) => {
                if let Some(text) = reader.text(at, node) {
                    *self = Self::from(text);
                }
            }
            Node::Map(_) => {
                const SHAPE: Shape =
                    Shape { fields: &["text", "translations"], spared: 0, must: 2 };
                let (mut text, mut translations) = (String::new(), Translations(Vec::new()));
                reader.record(at, node, &SHAPE, &mut [&mut text, &mut translations]);
                *self = Self::translated(text, translations.0);
            }
            _ => {
                let expected = "a text, or an object with `text` and `translations`";
                reader.wrong_type(at, node, expected);
            }
        }
        reader.has_words(at, self.original());
    }
}

impl Fill for LanguageTag {
    fn blank() -> Self {
        Self::new("")
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        if let Some(text) = reader.text(at, node) {
            *self = reader.language(at, text);
        }
    }
}

/// In the order of the file.
struct Translations(Vec<(LanguageTag, Translation)>);

impl Fill for Translations {
    fn blank() -> Self {
        Self(Vec::new())
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        let Node::Map(fields) = node else {
            return reader.wrong_type(at, node, "an object with a field for each language");
        };
        reader.strange_fields(at, fields, &[]);
        for (tag, node) in fields.iter().filter(|(_, node)| *node != Node::Removed) {
            let at = at.field(tag);
            let language = reader.language(&at, tag);
            let mut translation = Translation::blank();
            translation.fill(reader, &at, node);
            self.0.push((language, translation));
        }
    }
}

/// A list, or a word in its place.
macro_rules! word_or_list {
    ($($type:ident $alone:ident $several:ident $expected:literal)*) => {$(
        impl Fill for $type {
            fn blank() -> Self {
                Self::$alone
            }

            fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
                match node {
                    Node::Text(word) if word == Self::ALONE => {}
                    Node::List(_) => {
                        let mut list = Vec::blank();
                        list.fill(reader, at, node);
                        *self = Self::$several(list);
                    }
                    _ => reader.wrong_type(at, node, $expected),
                }
            }
        }
    )*};
}

word_or_list! {
    Affected NoneFound Groups "a list of groups, or `\"none_found\"`"
    AskedFor Nobody These "a list of those who were asked, or `\"nobody\"`"
}

macro_rules! parsed {
    ($($type:ident $expected:literal)*) => {$(
        impl Fill for $type {
            fn blank() -> Self {
                Self::BLANK
            }

            fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
                let Some(text) = reader.text(at, node) else { return };
                match text.parse() {
                    Ok(value) => *self = value,
                    Err(_) => reader.unreadable(at, text, $expected),
                }
            }
        }
    )*};
}

parsed! {
    CalendarDate "a date; write `2024`, `2024-07` or `2024-07-29`"
    Interval "an interval; write `P90D` for ninety days or `P6M` for six months"
}

macro_rules! names {
    ($($type:ident)*) => {$(
        impl Fill for $type {
            fn blank() -> Self {
                Self::new("")
            }

            fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
                let mut id = String::new();
                id.fill(reader, at, node);
                *self = Self::new(id);
            }
        }
    )*};
}

names! {
    ConcernId DraftId GroupId OrganisationId ProvisionId ReplyId RequestId SourceId
}

macro_rules! words {
    ($($type:ident)*) => {$(
        impl Fill for $type {
            fn blank() -> Self {
                Self::default()
            }

            fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
                let found = reader.word(at, node, &Self::WORDS);
                if let Some(value) = found.and_then(|it| Self::ALL.get(it).copied()) {
                    *self = value;
                }
            }
        }
    )*};
}

words! {
    Answered Basis Certainty Direction GroupKind HeadingOrigin NamedAs OrganisationKind Relation
    ReplyKind RequestKind Role Stance Unit Wording
}

macro_rules! key {
    (schema) => {
        "$schema"
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// The fields that a record must have, after the stroke those without which the rest is shown all
/// the same, and after the bar those that it may have.
macro_rules! records {
    ($($type:ident { $($must:ident)* $(/ $($spared:ident)*)? $(| $($may:ident)*)? })*) => {$(
        impl Fill for $type {
            fn blank() -> Self {
                Self {
                    $($($spared: Fill::blank(),)*)?
                    $($must: Fill::blank(),)*
                    $($($may: Fill::blank(),)*)?
                }
            }

            fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
                const SPARED: &[&str] = &[$($(key!($spared),)*)?];
                const MUST: &[&str] = &[$(key!($must)),*];
                const SHAPE: Shape = Shape {
                    fields: &[
                        $($(key!($spared),)*)? $(key!($must),)* $($(key!($may),)*)?
                    ],
                    spared: SPARED.len(),
                    must: SPARED.len() + MUST.len(),
                };
                let slots: &mut [&mut dyn Fill] = &mut [
                    $($(&mut self.$spared,)*)?
                    $(&mut self.$must,)*
                    $($(&mut self.$may,)*)?
                ];
                reader.record(at, node, &SHAPE, slots);
            }
        }
    )*};
}

/// What changed is worked out, and in no file.
impl Fill for Earlier {
    fn blank() -> Self {
        Self { draft: Fill::blank(), text: Vec::new(), changes: Vec::new() }
    }

    fn fill(&mut self, reader: &mut Reader, at: &Location<'_>, node: &Node) {
        const SHAPE: Shape = Shape { fields: &["draft", "text"], spared: 0, must: 2 };
        reader.record(at, node, &SHAPE, &mut [&mut self.draft, &mut self.text]);
    }
}

records! {
    Records {
        schema_version instrument provisions groups organisations sources concerns
        / id title language edition credit stale_after
        | schema made asked corrections missing requests positions replies
    }
    Edition { / number date }
    Correction { date text }
    Instrument {
        drafts status / title short_title | symbols aliases address unit current_draft chapters
    }
    Chapter { number name origin provisions }
    Draft { id label | date }
    Status { events / as_of line }
    StatusEvent { date label source }
    Provision { id citation | heading heading_origin summary text earlier address note parent }
    Group { id label member description | short_label kind aliases }
    Organisation { id name kind | short_name aliases country description }
    Source {
        id title short_title publisher address draft parties / language
        | date date_note archived draft_basis draft_reason read sha256
    }
    Party { organisation role | relation quote locator concerns }
    Concern { id title summary provisions affected evidence | contrasted mentioned direction wording related }
    AffectedGroup { group basis | reason }
    Evidence { source locator | quote }
    Quote { exact | prefix suffix lang }
    RelatedLaw { instrument relation | certainty source pinpoint note }
    Request { id kind summary addressee evidence | concerns provisions }
    Position { organisation stance evidence | date draft }
    Asked { organisation about date answered | until source }
    Reply { id organisation kind summary evidence | concerns provisions basis reason }
    Translation { text by }
}
