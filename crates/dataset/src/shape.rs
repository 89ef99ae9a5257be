//! How each record is read out of a tree of values: its fields, and the words that a field may
//! hold. All that is wrong is reported with its place; what is sound around it is read.
//!
//! By hand rather than derived, because of its weight: serde's derived readers for these records
//! were a fifth of everything that a reader of the news downloads. The compiler keeps the lists
//! below complete, and a test holds them against the JSON Schema.

use alloc::{borrow::ToOwned, collections::BTreeMap, format, string::String, vec::Vec};
use core::str::FromStr;

use crate::{
    date::{CalendarDate, Interval},
    ids::{ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, RequestId, SourceId},
    nearest,
    node::Node,
    problem::{Path, Problem, ProblemKind, Step},
    records::{
        Affected, AffectedGroup, Basis, Concern, Correction, Draft, Edition, Evidence, Group,
        HeadingOrigin, Instrument, Organisation, OrganisationKind, Party, Position, Provision,
        Quote, Records, RelatedLaw, Relation, Request, RequestKind, Role, Source, Stance, Status,
        StatusEvent, Wording,
    },
    text::{LanguageTag, Text, Translation},
};

/// Reads all records; none where a part that they cannot do without is unsound.
pub(crate) fn read(node: &Node) -> (Option<Records>, Vec<Problem>) {
    let mut reader = Reader { way: Vec::new(), problems: Vec::new() };
    let records = Records::read(&mut reader, node);
    (records, reader.problems)
}

/// Something that can be read out of a value; nothing where it is unsound, which is then reported.
trait Read: Sized {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self>;
}

/// Where reading is, and what was wrong so far.
struct Reader<'n> {
    way: Vec<Way<'n>>,
    problems: Vec<Problem>,
}

/// A step of the way, not yet worth a string.
#[derive(Clone, Copy)]
enum Way<'n> {
    Field(&'n str),
    Item(usize),
}

type Fields = [(String, Node)];

impl<'n> Reader<'n> {
    fn report(&mut self, kind: ProblemKind) {
        let steps = self.way.iter().map(|way| match *way {
            Way::Field(name) => Step::Field(name.into()),
            Way::Item(index) => Step::Item(index),
        });
        self.problems.push(Problem { at: Path(steps.collect()), kind });
    }

    fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        self.report(ProblemKind::WrongType { found: node.kind(), expected });
    }

    fn text(&mut self, node: &'n Node) -> Option<&'n str> {
        if let Node::Text(text) = node {
            return Some(text);
        }
        self.wrong_type(node, "a text");
        None
    }

    /// The fields of an object. Those that it shouldn't have are reported.
    fn fields(&mut self, node: &'n Node, known: &[&'static str]) -> Option<&'n Fields> {
        let Node::Map(fields) = node else {
            self.wrong_type(node, "an object");
            return None;
        };
        for (place, (name, value)) in fields.iter().enumerate() {
            if *value == Node::Removed {
                continue;
            }
            self.way.push(Way::Field(name));
            if !known.contains(&name.as_str()) {
                let nearest = nearest(name, known.iter().copied());
                let nearest = known.iter().copied().find(|it| Some(*it) == nearest);
                self.report(ProblemKind::UnknownField { field: name.clone(), nearest });
            } else if fields.iter().take(place).any(|(earlier, _)| earlier == name) {
                self.report(ProblemKind::Mismatch("this field stands there twice"));
            }
            self.way.pop();
        }
        Some(fields)
    }

    fn step_in<T: Read>(&mut self, way: Way<'n>, node: &'n Node) -> Option<T> {
        self.way.push(way);
        let value = T::read(self, node);
        self.way.pop();
        value
    }

    fn required<T: Read>(&mut self, fields: &'n Fields, name: &'static str) -> Option<T> {
        if let Some(node) = field(fields, name) {
            return self.step_in(Way::Field(name), node);
        }
        self.report(ProblemKind::MissingField(name));
        None
    }

    /// What is unsound in a field that may be missing is missing.
    fn optional<T: Read + Default>(&mut self, fields: &'n Fields, name: &'static str) -> T {
        let node = field(fields, name).filter(|node| **node != Node::Null);
        node.and_then(|node| self.step_in(Way::Field(name), node)).unwrap_or_default()
    }

    fn word<T: Copy>(&mut self, node: &'n Node, words: &'static [&str], all: &[T]) -> Option<T> {
        let word = self.text(node)?;
        let found = words.iter().zip(all).find(|(known, _)| **known == word);
        if found.is_none() {
            self.report(ProblemKind::UnknownWord { word: word.into(), expected: words });
        }
        found.map(|(_, value)| *value)
    }
}

fn field<'n>(fields: &'n Fields, name: &str) -> Option<&'n Node> {
    fields.iter().find(|(key, value)| key == name && *value != Node::Removed).map(|(_, it)| it)
}

impl Read for String {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        reader.text(node).map(ToOwned::to_owned)
    }
}

impl Read for u32 {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        if let Node::Whole(number) = node
            && let Ok(number) = u32::try_from(*number)
        {
            return Some(number);
        }
        reader.wrong_type(node, "a whole number below 4294967296");
        None
    }
}

impl<T: Read> Read for Option<T> {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        T::read(reader, node).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        let Node::List(items) = node else {
            reader.wrong_type(node, "a list");
            return None;
        };
        let mut list = Self::new();
        for (index, item) in items.iter().enumerate().filter(|(_, it)| **it != Node::Removed) {
            list.extend(reader.step_in(Way::Item(index), item));
        }
        Some(list)
    }
}

impl Read for Text {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        match node {
            Node::Text(text) => Some(text.as_str().into()),
            Node::Map(_) => {
                let fields = reader.fields(node, &["text", "translations"])?;
                let text = reader.required(fields, "text");
                let translations = reader.required(fields, "translations");
                Some(Self::new(text?, translations?))
            }
            _ => {
                reader.wrong_type(node, "a text, or an object with `text` and `translations`");
                None
            }
        }
    }
}

impl Read for BTreeMap<LanguageTag, Translation> {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        let Node::Map(fields) = node else {
            reader.wrong_type(node, "an object with a field for each language");
            return None;
        };
        let mut translations = Self::new();
        for (tag, node) in fields.iter().filter(|(_, node)| *node != Node::Removed) {
            if let Some(translation) = reader.step_in(Way::Field(tag), node) {
                translations.insert(LanguageTag::new(tag.as_str()), translation);
            }
        }
        Some(translations)
    }
}

impl Read for Affected {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        match node {
            Node::Text(word) if word == Self::NONE_FOUND => Some(Self::NoneFound),
            Node::List(_) => Vec::read(reader, node).map(Self::Groups),
            _ => {
                reader.wrong_type(node, "a list of groups, or `\"none_found\"`");
                None
            }
        }
    }
}

fn parsed<'n, T: FromStr>(
    reader: &mut Reader<'n>,
    node: &'n Node,
    expected: &'static str,
) -> Option<T> {
    let text = reader.text(node)?;
    let value = text.parse().ok();
    if value.is_none() {
        reader.report(ProblemKind::Unreadable(format!("`{text}` is not {expected}")));
    }
    value
}

impl Read for CalendarDate {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        parsed(reader, node, "a date; write `2024`, `2024-07` or `2024-07-29`")
    }
}

impl Read for Interval {
    fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
        parsed(reader, node, "an interval; write `P90D` for ninety days or `P6M` for six months")
    }
}

macro_rules! names {
    ($($type:ident)*) => {$(
        impl Read for $type {
            fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
                reader.text(node).map(Self::new)
            }
        }
    )*};
}

names! { ConcernId DraftId GroupId LanguageTag OrganisationId ProvisionId RequestId SourceId }

macro_rules! key {
    (schema) => {
        "$schema"
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// The fields that a record must have, and those that it may have.
macro_rules! records {
    ($($type:ident { $($must:ident)* $(| $($may:ident)*)? })*) => {$(
        impl Read for $type {
            fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
                let known = [$(key!($must),)* $($(key!($may),)*)?];
                let fields = reader.fields(node, &known)?;
                $(let $must = reader.required(fields, key!($must));)*
                $($(let $may = reader.optional(fields, key!($may));)*)?
                Some(Self { $($must: $must?,)* $($($may,)*)? })
            }
        }
    )*};
}

records! {
    Records {
        schema_version id title language edition credit stale_after instrument provisions groups
        organisations sources concerns
        | schema corrections missing requests positions
    }
    Edition { number date }
    Correction { date text }
    Instrument { title short_title drafts status | symbols }
    Draft { id label | date }
    Status { as_of line events }
    StatusEvent { date label source }
    Provision { id citation summary | heading heading_origin parent }
    Group { id label member description }
    Organisation { id name kind | short_name aliases country description }
    Source {
        id title short_title publisher address language draft parties
        | date date_note archived sha256
    }
    Party { organisation role }
    Concern { id title summary provisions affected evidence | wording related }
    AffectedGroup { group basis | reason }
    Evidence { source locator | quote }
    Quote { exact | prefix suffix lang }
    RelatedLaw { instrument relation | pinpoint note }
    Request { id kind summary addressee evidence | concerns provisions }
    Position { organisation stance evidence }
    Translation { text by }
}

macro_rules! words {
    ($($type:ident { $($variant:ident $word:literal)* })*) => {$(
        impl Read for $type {
            fn read<'n>(reader: &mut Reader<'n>, node: &'n Node) -> Option<Self> {
                reader.word(node, &[$($word),*], &[$(Self::$variant),*])
            }
        }
    )*};
}

words! {
    HeadingOrigin {
        OfficialText "official_text" Source "source" Unverified "unverified" Editor "editor"
    }
    OrganisationKind {
        HumanRights "human_rights" DigitalRights "digital_rights" PressFreedom "press_freedom"
        CivilSociety "civil_society" Industry "industry" UnBody "un_body" Research "research"
        Individual "individual" Community "community"
    }
    Role { Issued "issued" Signed "signed" Named "named" }
    Basis { Stated "stated" Inferred "inferred" }
    Wording { Same "same" Changed "changed" NotChecked "not_checked" }
    Relation {
        ConflictsWith "conflicts_with" WeakerThan "weaker_than" DepartsFrom "departs_from"
        Copies "copies" RefersTo "refers_to"
    }
    RequestKind {
        Narrow "narrow" Delete "delete" Add "add" Change "change" Reject "reject" Act "act"
    }
    Stance { Reject "reject" Change "change" Support "support" }
}
