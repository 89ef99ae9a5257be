//! Do the records make sense beside each other? Each rule is a function; each finds everything
//! that breaks it.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    nearest,
    problem::{Path, Problem, ProblemKind, Step},
    records::{
        Affected, AffectedGroup, Basis, Concern, Evidence, Position, Provision, Quote, Records,
        Role, SCHEMA_VERSION, Source,
    },
};

/// In characters. A quote is a pointer to a source, not a copy of it.
pub(crate) const LONGEST_QUOTE: usize = 300;

/// Every problem of these records.
pub(crate) fn check(records: &Records) -> Vec<Problem> {
    let mut check = Check { records, names: Names::of(records), problems: Vec::new() };
    check.header();
    check.provisions();
    check.sources();
    check.concerns();
    check.requests();
    check.positions();
    let Check { names, problems, .. } = check;
    names.problems.into_iter().chain(problems).collect()
}

/// Whether an id is a kebab-case word, as all but provisions' are.
fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
        })
}

/// Whether an id has the form of an Akoma Ntoso `eId`: words and numbers joined by underscores.
fn is_eid(id: &str) -> bool {
    let word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    !id.is_empty()
        && id.split("__").all(|level| {
            !level.is_empty() && level.split('_').all(|part| !part.is_empty() && word(part))
        })
}

/// Whether a reader may be sent to an address.
pub(crate) fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && !rest.contains(|character: char| character.is_whitespace() || character.is_control())
    })
}

/// The ids of one kind of record, by where each stands first.
struct Ids<'a> {
    what: &'static str,
    list: &'static str,
    places: BTreeMap<&'a str, usize>,
}

/// The ids of all records, and what is wrong with the ids themselves.
struct Names<'a> {
    provisions: Ids<'a>,
    groups: Ids<'a>,
    organisations: Ids<'a>,
    drafts: Ids<'a>,
    sources: Ids<'a>,
    concerns: Ids<'a>,
    problems: Vec<Problem>,
}

impl<'a> Names<'a> {
    fn of(records: &'a Records) -> Self {
        let mut problems = Vec::new();
        let mut ids =
            |what, list, form: fn(&str) -> bool, ids: &mut dyn Iterator<Item = &'a str>| {
                let mut places = BTreeMap::new();
                for (index, id) in ids.enumerate() {
                    let at = record(list, index).field("id");
                    if !form(id) {
                        let id = id.into();
                        let kind = ProblemKind::MalformedId { id, expected: expected_form(what) };
                        problems.push(Problem { at, kind });
                    } else if let Some(first) = places.get(id) {
                        let first = record(list, *first);
                        let kind = ProblemKind::DuplicateId { id: id.into(), first };
                        problems.push(Problem { at, kind });
                    } else {
                        places.insert(id, index);
                    }
                }
                Ids { what, list, places }
            };
        macro_rules! ids {
            ($what:literal, $list:literal, $form:ident, $($path:ident).+) => {
                ids($what, $list, $form, &mut records.$($path).+.iter().map(|it| it.id.as_str()))
            };
        }
        let provisions = ids!("provision", "provisions", is_eid, provisions);
        let groups = ids!("group", "groups", is_kebab, groups);
        let organisations = ids!("organisation", "organisations", is_kebab, organisations);
        let drafts = ids!("draft", "drafts", is_kebab, instrument.drafts);
        let sources = ids!("source", "sources", is_kebab, sources);
        let concerns = ids!("concern", "concerns", is_kebab, concerns);
        // Nothing refers to a request, but two of one name are a mistake all the same.
        ids!("request", "requests", is_kebab, requests);
        Self { provisions, groups, organisations, drafts, sources, concerns, problems }
    }
}

/// Drafts are the one kind of record that stands inside another.
fn record(list: &str, index: usize) -> Path {
    if list == "drafts" {
        Path::default().field("instrument").field(list).then(Step::Item(index))
    } else {
        Path::record(list, index)
    }
}

fn expected_form(what: &str) -> &'static str {
    if what == "provision" {
        "an Akoma Ntoso eId such as `art_28__para_4`"
    } else {
        "lower-case letters, digits and hyphens"
    }
}

struct Check<'a> {
    records: &'a Records,
    names: Names<'a>,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn report(&mut self, at: Path, kind: ProblemKind) {
        self.problems.push(Problem { at, kind });
    }

    fn refer(&mut self, at: Path, id: &str, kind: for<'n> fn(&'n Names<'a>) -> &'n Ids<'a>) {
        let ids = kind(&self.names);
        if !ids.places.contains_key(id) {
            let nearest = nearest(id, ids.places.keys().copied()).map(String::from);
            let (what, id) = (ids.what, id.into());
            self.report(at, ProblemKind::UnknownId { what, id, nearest });
        }
    }

    fn header(&mut self) {
        let records = self.records;
        let top = Path::default();
        if records.schema_version > SCHEMA_VERSION {
            let kind = ProblemKind::NewerSchema(records.schema_version);
            self.report(top.field("schema_version"), kind);
        }
        if !is_kebab(&records.id) {
            let id = records.id.clone();
            let expected = expected_form("dataset");
            self.report(top.field("id"), ProblemKind::MalformedId { id, expected });
        }
        let events = top.field("instrument").field("status").field("events");
        for (index, event) in records.instrument.status.events.iter().enumerate() {
            self.address(events.then(Step::Item(index)).field("source"), &event.source);
        }
        if records.provisions.is_empty() {
            let kind = ProblemKind::Empty("a law has at least one provision");
            self.report(top.field("provisions"), kind);
        }
    }

    fn address(&mut self, at: Path, address: &str) {
        if !is_address(address) {
            self.report(at, ProblemKind::BadAddress(address.into()));
        }
    }

    fn provisions(&mut self) {
        for (index, provision) in self.records.provisions.iter().enumerate() {
            self.provision(&Path::record(self.names.provisions.list, index), provision);
        }
    }

    fn provision(&mut self, at: &Path, provision: &Provision) {
        if provision.heading.is_some() != provision.heading_origin.is_some() {
            let kind = ProblemKind::Mismatch("a heading and its `heading_origin` go together");
            // Where the heading stands alone, it is the heading that a reader must not see.
            let field = if provision.heading.is_some() { "heading" } else { "heading_origin" };
            self.report(at.field(field), kind);
        }
        let Some(parent) = &provision.parent else { return };
        self.refer(at.field("parent"), parent.as_str(), |names| &names.provisions);
        let contained = provision.id.as_str().strip_prefix(parent.as_str());
        if !contained.is_some_and(|rest| rest.starts_with("__")) {
            let (child, parent) = (provision.id.to_string(), parent.to_string());
            self.report(at.field("parent"), ProblemKind::NotContained { child, parent });
        }
    }

    fn sources(&mut self) {
        for (index, source) in self.records.sources.iter().enumerate() {
            self.source(&Path::record("sources", index), source);
        }
    }

    fn source(&mut self, at: &Path, source: &Source) {
        self.address(at.field("address"), &source.address);
        if let Some(archived) = &source.archived {
            self.address(at.field("archived"), archived);
        }
        self.refer(at.field("draft"), source.draft.as_str(), |names| &names.drafts);
        if source.date.is_none() && source.date_note.is_none() {
            let kind = ProblemKind::Mismatch(
                "a source without a `date` says in `date_note` what is known of it",
            );
            self.report(at.field("date_note"), kind);
        }
        for (index, party) in source.parties.iter().enumerate() {
            let at = at.field("parties").then(Step::Item(index));
            let id = party.organisation.as_str();
            self.refer(at.field("organisation"), id, |names| &names.organisations);
            if source.parties.iter().take(index).any(|earlier| earlier == party) {
                self.report(at, ProblemKind::Mismatch("the same party stands there twice"));
            }
        }
    }

    fn concerns(&mut self) {
        for (index, concern) in self.records.concerns.iter().enumerate() {
            self.concern(&Path::record("concerns", index), concern);
        }
    }

    fn concern(&mut self, at: &Path, concern: &Concern) {
        if concern.provisions.is_empty() {
            let kind = ProblemKind::Empty("a concern names the provisions that it is about");
            self.report(at.field("provisions"), kind);
        }
        for (index, id) in concern.provisions.iter().enumerate() {
            let at = at.field("provisions").then(Step::Item(index));
            self.refer(at, id.as_str(), |names| &names.provisions);
        }
        self.evidence_list(at, &concern.evidence, "a concern without a source is not shown");
        match &concern.affected {
            Affected::NoneFound => {}
            Affected::Groups(groups) if groups.is_empty() => {
                let kind = ProblemKind::Empty("write `\"none_found\"` where nobody is named");
                self.report(at.field("affected"), kind);
            }
            Affected::Groups(groups) => self.affected(&at.field("affected"), groups),
        }
    }

    fn affected(&mut self, at: &Path, groups: &[AffectedGroup]) {
        for (index, affected) in groups.iter().enumerate() {
            let at = at.then(Step::Item(index));
            self.refer(at.field("group"), affected.group.as_str(), |names| &names.groups);
            if (affected.basis == Basis::Inferred) != affected.reason.is_some() {
                let kind = ProblemKind::Mismatch(
                    "`inferred` needs a `reason`; `stated` has none, for the source says it",
                );
                self.report(at.field("reason"), kind);
            }
            if groups.iter().take(index).any(|earlier| earlier.group == affected.group) {
                self.report(at, ProblemKind::Mismatch("the same group stands there twice"));
            }
        }
    }

    fn evidence_list(&mut self, at: &Path, evidence: &[Evidence], remedy: &'static str) {
        let at = at.field("evidence");
        if evidence.is_empty() {
            self.report(at.clone(), ProblemKind::Empty(remedy));
        }
        for (index, evidence) in evidence.iter().enumerate() {
            self.evidence(&at.then(Step::Item(index)), evidence);
        }
    }

    fn evidence(&mut self, at: &Path, evidence: &Evidence) {
        self.refer(at.field("source"), evidence.source.as_str(), |names| &names.sources);
        if let Some(quote) = &evidence.quote {
            self.quote(&at.field("quote"), quote);
        }
    }

    fn quote(&mut self, at: &Path, quote: &Quote) {
        let characters = quote.exact.chars().count();
        if characters > LONGEST_QUOTE {
            self.report(at.field("exact"), ProblemKind::LongQuote { characters });
        }
        if quote.exact.trim().is_empty() {
            let kind = ProblemKind::Mismatch("a quote has words; leave `quote` out instead");
            self.report(at.field("exact"), kind);
        }
    }

    fn requests(&mut self) {
        for (index, request) in self.records.requests.iter().enumerate() {
            let at = Path::record("requests", index);
            self.evidence_list(&at, &request.evidence, "a request without a source is not shown");
            for (index, id) in request.concerns.iter().enumerate() {
                let at = at.field("concerns").then(Step::Item(index));
                self.refer(at, id.as_str(), |names| &names.concerns);
            }
            for (index, id) in request.provisions.iter().enumerate() {
                let at = at.field("provisions").then(Step::Item(index));
                self.refer(at, id.as_str(), |names| &names.provisions);
            }
        }
    }

    fn positions(&mut self) {
        for (index, position) in self.records.positions.iter().enumerate() {
            self.position(&Path::record("positions", index), position);
        }
    }

    /// A position is an organisation's own word, so it must have issued or signed the source.
    fn position(&mut self, at: &Path, position: &Position) {
        let (id, source) = (position.organisation.as_str(), &position.evidence.source);
        self.refer(at.field("organisation"), id, |names| &names.organisations);
        self.evidence(&at.field("evidence"), &position.evidence);
        let source = self.records.sources.iter().find(|known| known.id == *source);
        let spoke = |source: &Source| {
            let mut parties = source.parties.iter();
            parties.any(|it| it.organisation == position.organisation && it.role != Role::Named)
        };
        if source.is_some_and(|source| !spoke(source)) {
            let kind = ProblemKind::Mismatch(
                "the organisation neither issued nor signed the source of its position",
            );
            self.report(at.field("organisation"), kind);
        }
    }
}
