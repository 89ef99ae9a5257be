//! Do the records make sense beside each other? Each rule is a function; each finds everything
//! that breaks it.

use alloc::{string::ToString, vec::Vec};

use crate::{
    names::{Ids, Names, is_kebab},
    nearest,
    problem::{Location, Problem, ProblemKind},
    records::{
        Affected, AffectedGroup, Basis, Concern, Evidence, Position, Provision, Quote, Records,
        Request, Role, SCHEMA_VERSION, Source,
    },
};

/// In characters. A quote is a pointer to a source, not a copy of it.
pub(crate) const LONGEST_QUOTE: usize = 300;

/// Every problem of these records.
pub(crate) fn check(records: &Records, names: &Names<'_>) -> Vec<Problem> {
    let mut check = Check { records, names, problems: Vec::new() };
    check.ids();
    check.header();
    check.provisions();
    check.sources();
    check.concerns();
    check.requests();
    check.positions();
    check.problems
}

/// Whether a reader may be sent to an address.
pub(crate) fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && !rest.contains(|character: char| character.is_whitespace() || character.is_control())
    })
}

/// Whether a name is that of a file in the same folder: no address, no way out.
pub(crate) fn is_file(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    !name.starts_with('.') && !name.is_empty() && name.bytes().all(plain)
}

fn expected_form(what: &str) -> &'static str {
    if what == "provision" {
        "an Akoma Ntoso eId such as `art_28__para_4`"
    } else {
        "lower-case letters, digits and hyphens"
    }
}

pub(crate) struct Check<'a> {
    pub(crate) records: &'a Records,
    pub(crate) names: &'a Names<'a>,
    pub(crate) problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, at: &Location<'_>, kind: ProblemKind) {
        self.problems.push(Problem { at: at.path(), kind });
    }

    fn empty(&mut self, at: &Location<'_>, remedy: &'static str) {
        self.report(at, ProblemKind::Empty(remedy));
    }

    fn mismatch(&mut self, at: &Location<'_>, what: &'static str) {
        self.report(at, ProblemKind::Mismatch(what));
    }

    fn refer(&mut self, at: &Location<'_>, id: &str, ids: &Ids<'_>) {
        if ids.find(id).is_none() {
            let nearest = nearest(id, ids.known()).map(Into::into);
            let (what, id) = (ids.what, id.into());
            self.report(at, ProblemKind::UnknownId { what, id, nearest });
        }
    }

    fn address(&mut self, at: &Location<'_>, address: &str) {
        if !is_address(address) {
            self.report(at, ProblemKind::BadAddress(address.into()));
        }
    }

    /// Drafts are the one kind of record that stands inside another.
    fn ids(&mut self) {
        let (names, top) = (self.names, &Location::Top);
        self.ids_of(top, &names.provisions);
        self.ids_of(top, &names.groups);
        self.ids_of(top, &names.organisations);
        self.ids_of(&top.field("instrument"), &names.drafts);
        self.ids_of(top, &names.sources);
        self.ids_of(top, &names.concerns);
        self.ids_of(top, &names.requests);
    }

    pub(crate) fn ids_of(&mut self, outer: &Location<'_>, ids: &Ids<'_>) {
        let list = outer.field(ids.list);
        for (index, id) in ids.all.iter().copied().enumerate() {
            let kind = if !(ids.form)(id) {
                let expected = expected_form(ids.what);
                ProblemKind::MalformedId { id: id.into(), expected }
            } else if let Some(first) = ids.find(id).filter(|first| *first < index) {
                ProblemKind::DuplicateId { id: id.into(), first: list.item(first).path() }
            } else {
                continue;
            };
            self.report(&list.item(index).field("id"), kind);
        }
    }

    fn header(&mut self) {
        let records = self.records;
        let top = Location::Top;
        if records.schema_version > SCHEMA_VERSION {
            let kind = ProblemKind::NewerSchema(records.schema_version);
            self.report(&top.field("schema_version"), kind);
        }
        if !is_kebab(&records.id) {
            let id = records.id.clone();
            let expected = expected_form("dataset");
            self.report(&top.field("id"), ProblemKind::MalformedId { id, expected });
        }
        let (instrument, status) = (top.field("instrument"), &records.instrument.status);
        let at = instrument.field("status");
        for (index, event) in status.events.iter().enumerate() {
            self.address(&at.field("events").item(index).field("source"), &event.source);
        }
        if records.provisions.is_empty() {
            self.empty(&top.field("provisions"), "a law has at least one provision");
        }
        if let Some(parts) = &records.parts
            && !(is_file(&parts.index) && is_file(&parts.whole))
        {
            self.mismatch(
                &top.field("parts"),
                "its files stand beside this one; write their names",
            );
        }
    }

    fn provisions(&mut self) {
        let list = Location::Top.field("provisions");
        for (index, provision) in self.records.provisions.iter().enumerate() {
            self.provision(&list.item(index), provision);
        }
    }

    pub(crate) fn provision(&mut self, at: &Location<'_>, provision: &Provision) {
        if provision.heading.is_some() != provision.heading_origin.is_some() {
            // Where the heading stands alone, it is the heading that a reader must not see.
            let field = if provision.heading.is_some() { "heading" } else { "heading_origin" };
            self.mismatch(&at.field(field), "a heading and its `heading_origin` go together");
        }
        self.parent(at, provision);
    }

    pub(crate) fn parent(&mut self, at: &Location<'_>, provision: &Provision) {
        let Some(parent) = &provision.parent else { return };
        let at = at.field("parent");
        self.refer(&at, parent.as_str(), &self.names.provisions);
        let contained = provision.id.as_str().strip_prefix(parent.as_str());
        if !contained.is_some_and(|rest| rest.starts_with("__")) {
            let (child, parent) = (provision.id.to_string(), parent.to_string());
            self.report(&at, ProblemKind::NotContained { child, parent });
        }
    }

    fn sources(&mut self) {
        let list = Location::Top.field("sources");
        for (index, source) in self.records.sources.iter().enumerate() {
            self.source(&list.item(index), source);
        }
    }

    fn source(&mut self, at: &Location<'_>, source: &Source) {
        self.address(&at.field("address"), &source.address);
        if let Some(archived) = &source.archived {
            self.address(&at.field("archived"), archived);
        }
        self.refer(&at.field("draft"), source.draft.as_str(), &self.names.drafts);
        if source.date.is_none() && source.date_note.is_none() {
            let what = "a source without a `date` says in `date_note` what is known of it";
            self.mismatch(&at.field("date_note"), what);
        }
        let list = at.field("parties");
        for (index, party) in source.parties.iter().enumerate() {
            let at = list.item(index);
            let id = party.organisation.as_str();
            self.refer(&at.field("organisation"), id, &self.names.organisations);
            if source.parties.iter().take(index).any(|earlier| earlier == party) {
                self.mismatch(&at, "the same party stands there twice");
            }
        }
    }

    fn concerns(&mut self) {
        let list = Location::Top.field("concerns");
        for (index, concern) in self.records.concerns.iter().enumerate() {
            self.concern(&list.item(index), concern);
        }
    }

    pub(crate) fn concern(&mut self, at: &Location<'_>, concern: &Concern) {
        let list = at.field("provisions");
        if concern.provisions.is_empty() {
            self.empty(&list, "a concern names the provisions that it is about");
        }
        for (index, id) in concern.provisions.iter().enumerate() {
            self.refer(&list.item(index), id.as_str(), &self.names.provisions);
        }
        self.evidence_list(at, &concern.evidence, "a concern without a source is not shown");
        if let Affected::Groups(groups) = &concern.affected {
            self.affected(&at.field("affected"), groups);
        }
    }

    fn affected(&mut self, list: &Location<'_>, groups: &[AffectedGroup]) {
        if groups.is_empty() {
            self.empty(list, "write `\"none_found\"` where nobody is named");
        }
        for (index, affected) in groups.iter().enumerate() {
            let at = list.item(index);
            self.refer(&at.field("group"), affected.group.as_str(), &self.names.groups);
            if (affected.basis == Basis::Inferred) != affected.reason.is_some() {
                let what = "`inferred` needs a `reason`; `stated` has none, for the source says it";
                self.mismatch(&at.field("reason"), what);
            }
            if groups.iter().take(index).any(|earlier| earlier.group == affected.group) {
                self.mismatch(&at, "the same group stands there twice");
            }
        }
    }

    fn evidence_list(&mut self, at: &Location<'_>, evidence: &[Evidence], remedy: &'static str) {
        let list = at.field("evidence");
        if evidence.is_empty() {
            self.empty(&list, remedy);
        }
        for (index, evidence) in evidence.iter().enumerate() {
            self.evidence(&list.item(index), evidence);
        }
    }

    fn evidence(&mut self, at: &Location<'_>, evidence: &Evidence) {
        self.refer(&at.field("source"), evidence.source.as_str(), &self.names.sources);
        if let Some(quote) = &evidence.quote {
            self.quote(&at.field("quote").field("exact"), quote);
        }
    }

    fn quote(&mut self, at: &Location<'_>, quote: &Quote) {
        let characters = quote.exact.chars().count();
        if characters > LONGEST_QUOTE {
            self.report(at, ProblemKind::LongQuote { characters });
        }
        if quote.exact.trim().is_empty() {
            self.mismatch(at, "a quote has words; leave `quote` out instead");
        }
    }

    fn requests(&mut self) {
        let list = Location::Top.field("requests");
        for (index, request) in self.records.requests.iter().enumerate() {
            let at = list.item(index);
            self.request(&at, request);
            for (index, id) in request.concerns.iter().enumerate() {
                self.refer(&at.field("concerns").item(index), id.as_str(), &self.names.concerns);
            }
        }
    }

    pub(crate) fn request(&mut self, at: &Location<'_>, request: &Request) {
        self.evidence_list(at, &request.evidence, "a request without a source is not shown");
        for (index, id) in request.provisions.iter().enumerate() {
            self.refer(&at.field("provisions").item(index), id.as_str(), &self.names.provisions);
        }
    }

    fn positions(&mut self) {
        let list = Location::Top.field("positions");
        for (index, position) in self.records.positions.iter().enumerate() {
            self.position(&list.item(index), position);
        }
    }

    /// A position is an organisation's own word, so it must have issued or signed the source.
    fn position(&mut self, at: &Location<'_>, position: &Position) {
        let who = at.field("organisation");
        self.refer(&who, position.organisation.as_str(), &self.names.organisations);
        self.evidence(&at.field("evidence"), &position.evidence);
        let sources = &self.records.sources;
        let Some(source) = sources.iter().find(|known| known.id == position.evidence.source) else {
            return;
        };
        let spoke = source
            .parties
            .iter()
            .any(|it| it.organisation == position.organisation && it.role != Role::Named);
        if !spoke {
            let what = "the organisation neither issued nor signed the source of its position";
            self.mismatch(&who, what);
        }
    }
}
