//! The ids of all records, each with where its record stands.

use alloc::{collections::BinaryHeap, vec::Vec};

use crate::Records;

/// The ids of one kind of record.
pub(crate) struct Ids<'a> {
    /// What a message calls such a record.
    pub(crate) what: &'static str,
    /// The list that holds the records.
    pub(crate) list: &'static str,
    /// Whether an id is well formed.
    pub(crate) form: fn(&str) -> bool,
    /// The ids in the order of the records.
    pub(crate) all: Vec<&'a str>,
    /// Those that are well formed, in their own order, each with the place of its record.
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Ids<'a> {
    /// A heap sorts them, because the library's other ways to sort weigh kilobytes.
    fn of(
        what: &'static str,
        list: &'static str,
        form: fn(&str) -> bool,
        ids: &mut dyn Iterator<Item = (&'a str, usize)>,
    ) -> Self {
        let (mut all, mut heap) = (Vec::new(), BinaryHeap::new());
        for (id, place) in ids {
            if form(id) {
                heap.push((id, place));
            }
            all.push(id);
        }
        Self { what, list, form, all, sorted: heap.into_sorted_vec() }
    }

    /// Where the record of this id stands; the first of several.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let at = self.sorted.partition_point(|(known, _)| *known < id);
        self.sorted.get(at).filter(|(known, _)| *known == id).map(|(_, place)| *place)
    }

    /// The ids that are well formed, in their own order.
    pub(crate) fn known(&self) -> impl Iterator<Item = &'a str> {
        self.sorted.iter().map(|(id, _)| *id)
    }
}

/// The ids of all records.
pub(crate) struct Names<'a> {
    pub(crate) provisions: Ids<'a>,
    pub(crate) groups: Ids<'a>,
    pub(crate) organisations: Ids<'a>,
    pub(crate) drafts: Ids<'a>,
    pub(crate) sources: Ids<'a>,
    pub(crate) concerns: Ids<'a>,
    pub(crate) requests: Ids<'a>,
    pub(crate) replies: Ids<'a>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(records: &'a Records) -> Self {
        let provisions = records.provisions.iter().map(|it| it.id.as_str());
        Self::with_provisions(records, &mut provisions.zip(0..))
    }

    /// The same with some provisions alone, each with its place, or with one more than once.
    pub(crate) fn with_provisions(
        records: &'a Records,
        provisions: &mut dyn Iterator<Item = (&'a str, usize)>,
    ) -> Self {
        macro_rules! ids {
            ($what:literal, $list:literal, $form:ident, $($path:ident).+) => {
                Ids::of($what, $list, $form, &mut records.$($path).+.iter().map(|it| it.id.as_str()).zip(0..))
            };
        }
        Self {
            provisions: Ids::of("provision", "provisions", is_eid, provisions),
            groups: ids!("group", "groups", is_kebab, groups),
            organisations: ids!("organisation", "organisations", is_kebab, organisations),
            drafts: ids!("draft", "drafts", is_kebab, instrument.drafts),
            sources: ids!("source", "sources", is_kebab, sources),
            concerns: ids!("concern", "concerns", is_kebab, concerns),
            // Nothing refers to requests and replies, but two of one name are a mistake all the same.
            requests: ids!("request", "requests", is_kebab, requests),
            replies: ids!("reply", "replies", is_kebab, replies),
        }
    }
}

/// Whether an id is a kebab-case word, as all but provisions' are.
pub(crate) fn is_kebab(id: &str) -> bool {
    id.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
    })
}

/// Whether an id has the form of an Akoma Ntoso `eId`: words and numbers joined by one underscore
/// or two.
pub fn is_eid(id: &str) -> bool {
    let word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    // Between two parts one may be empty: that is a second underscore.
    let mut before = false;
    let sound = id.split('_').all(|part| {
        let fits = word(part) && (before || !part.is_empty());
        before = !part.is_empty();
        fits
    });
    sound && before
}
