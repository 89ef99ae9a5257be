//! Do the records make sense beside each other? Each rule is a function; each finds everything
//! that breaks it.

use alloc::{string::String, vec::Vec};

use crate::{
    Affected, AffectedGroup, AskedFor, Basis, Concern, ConcernId, DEEPEST, Earlier, Evidence,
    Instrument, LONGEST_QUOTE, OrganisationId, Party, Position, Provision, ProvisionId, Quote,
    Records, Reply, Request, Role, SCHEMA_VERSION, Source, Text, Wording, address, drafts,
    names::{Ids, Names, is_kebab},
    nearest,
    problem::{Location, Problem, ProblemKind},
};

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
    check.replies();
    check.asked();
    check.problems
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
        if let Some(why) = address::why_not(address) {
            self.report(at, ProblemKind::BadAddress { address: address.into(), why });
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
        self.ids_of(top, &names.replies);
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
        // One that was taken out is missing, and told already.
        if !records.id.is_empty() && !is_kebab(&records.id) {
            let id = records.id.clone();
            let expected = expected_form("dataset");
            self.report(&top.field("id"), ProblemKind::MalformedId { id, expected });
        }
        if records.provisions.is_empty() {
            self.empty(&top.field("provisions"), "a law has at least one provision");
        }
        self.instrument(&top.field("instrument"), &records.instrument);
    }

    fn instrument(&mut self, at: &Location<'_>, instrument: &Instrument) {
        self.maybe_address(&at.field("address"), instrument.address.as_ref());
        if let Some(draft) = &instrument.current_draft {
            self.refer(&at.field("current_draft"), draft.as_str(), &self.names.drafts);
        }
        let chapters = at.field("chapters");
        for (index, chapter) in instrument.chapters.iter().enumerate() {
            let at = chapters.item(index);
            self.provisions_named(&at.field("provisions"), &chapter.provisions);
        }
        let at = at.field("status");
        for (index, event) in instrument.status.events.iter().enumerate() {
            self.address(&at.field("events").item(index).field("source"), &event.source);
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
        self.maybe_address(&at.field("address"), provision.address.as_ref());
        self.parent(at, provision);
        self.earlier(&at.field("earlier"), provision);
    }

    fn earlier(&mut self, list: &Location<'_>, provision: &Provision) {
        let current = self.records.instrument.current_draft.as_ref();
        for (index, earlier) in provision.earlier.iter().enumerate() {
            let item = list.item(index);
            let at = item.field("draft");
            self.refer(&at, earlier.draft.as_str(), &self.names.drafts);
            if Some(&earlier.draft) == current {
                self.mismatch(&at, "the words of the present draft stand in `text`");
            }
            let again = |it: &Earlier| it.draft == earlier.draft;
            if provision.earlier.iter().take(index).any(again) {
                self.mismatch(&at, "the same draft stands there twice");
            }
            if earlier.text.is_empty() {
                self.empty(&item.field("text"), "leave the draft out whose words aren't known");
            }
        }
    }

    pub(crate) fn parent(&mut self, at: &Location<'_>, provision: &Provision) {
        let Some(parent) = &provision.parent else { return };
        let at = at.field("parent");
        self.refer(&at, parent.as_str(), &self.names.provisions);
        let mut above = Some(parent);
        for _ in 0..DEEPEST {
            let Some(id) = above.filter(|it| **it != provision.id) else { break };
            let found = self.names.provisions.find(id.as_str());
            above = found.and_then(|it| self.records.provisions.get(it)?.parent.as_ref());
        }
        if above.is_some() {
            self.mismatch(&at, "a provision cannot stand inside itself, or deeper than 64 others");
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
        self.maybe_address(&at.field("archived"), source.archived.as_ref());
        self.inference(&at.field("draft_reason"), source.draft_basis, source.draft_reason.as_ref());
        self.refer(&at.field("draft"), source.draft.as_str(), &self.names.drafts);
        if source.date.is_none() && source.date_note.is_none() {
            let what = "a source without a `date` says in `date_note` what is known of it";
            self.mismatch(&at.field("date_note"), what);
        }
        let list = at.field("parties");
        for (index, party) in source.parties.iter().enumerate() {
            let at = list.item(index);
            self.party(&at, party);
            let again = |it: &Party| it.organisation == party.organisation && it.role == party.role;
            if source.parties.iter().take(index).any(again) {
                self.mismatch(&at, "the same party stands there twice");
            }
        }
    }

    fn party(&mut self, at: &Location<'_>, party: &Party) {
        let id = party.organisation.as_str();
        self.refer(&at.field("organisation"), id, &self.names.organisations);
        let says = party.relation.is_some() || party.quote.is_some() || !party.concerns.is_empty();
        if party.role != Role::Named && says {
            let what = "only somebody `named` has a relation, a quote and concerns; whoever issued \
                        or signed the document speaks for themselves";
            self.mismatch(&at.field("role"), what);
        }
        if let Some(quote) = &party.quote {
            self.quote(&at.field("quote").field("exact"), quote);
        }
        self.concerns_named(&at.field("concerns"), &party.concerns);
    }

    fn concerns(&mut self) {
        let list = Location::Top.field("concerns");
        for (index, concern) in self.records.concerns.iter().enumerate() {
            self.concern(&list.item(index), concern);
        }
    }

    pub(crate) fn concern(&mut self, at: &Location<'_>, concern: &Concern) {
        self.provision_links(at, concern);
        self.evidence_list(at, &concern.evidence, "a concern without a source is not shown");
        if let Affected::Groups(groups) = &concern.affected {
            self.affected(&at.field("affected"), groups);
        }
        let found = drafts::wording(self.records, self.names, concern);
        let what = match (concern.wording, found) {
            (Wording::Same, Some(Wording::Changed)) => "the words of its provisions have changed",
            (Wording::Changed, Some(Wording::Same)) => "the words of its provisions are the same",
            _ => return,
        };
        self.mismatch(&at.field("wording"), what);
    }

    fn provision_links(&mut self, at: &Location<'_>, concern: &Concern) {
        let named = [
            ("provisions", &concern.provisions),
            ("contrasted", &concern.contrasted),
            ("mentioned", &concern.mentioned),
        ];
        if concern.provisions.is_empty() {
            self.empty(&at.field("provisions"), "a concern objects to at least one provision");
        }
        for (place, (name, list)) in named.into_iter().enumerate() {
            let at = at.field(name);
            self.provisions_named(&at, list);
            for (index, id) in list.iter().enumerate() {
                if named.iter().take(place).any(|(_, earlier)| earlier.contains(id)) {
                    self.mismatch(&at.item(index), "the concern names this provision twice");
                }
            }
        }
        let list = at.field("related");
        for (index, related) in concern.related.iter().enumerate() {
            if let Some(source) = &related.source {
                let at = list.item(index);
                self.refer(&at.field("source"), source.as_str(), &self.names.sources);
            }
        }
    }

    fn affected(&mut self, list: &Location<'_>, groups: &[AffectedGroup]) {
        if groups.is_empty() {
            self.empty(list, "write `\"none_found\"` where nobody is named");
        }
        for (index, affected) in groups.iter().enumerate() {
            let at = list.item(index);
            self.refer(&at.field("group"), affected.group.as_str(), &self.names.groups);
            self.inference(&at.field("reason"), affected.basis, affected.reason.as_ref());
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
        self.provisions_named(&at.field("provisions"), &request.provisions);
    }

    fn positions(&mut self) {
        let list = Location::Top.field("positions");
        for (index, position) in self.records.positions.iter().enumerate() {
            self.position(&list.item(index), position);
        }
    }

    fn position(&mut self, at: &Location<'_>, position: &Position) {
        self.evidence(&at.field("evidence"), &position.evidence);
        self.own_word(&at.field("organisation"), &position.organisation, &position.evidence);
        if let Some(draft) = &position.draft {
            self.refer(&at.field("draft"), draft.as_str(), &self.names.drafts);
        }
    }

    fn replies(&mut self) {
        let list = Location::Top.field("replies");
        for (index, reply) in self.records.replies.iter().enumerate() {
            self.reply(&list.item(index), reply);
        }
    }

    fn reply(&mut self, at: &Location<'_>, reply: &Reply) {
        self.evidence_list(at, &reply.evidence, "a reply without a source is not shown");
        for evidence in &reply.evidence {
            self.own_word(&at.field("organisation"), &reply.organisation, evidence);
        }
        self.inference(&at.field("reason"), reply.basis, reply.reason.as_ref());
        self.concerns_named(&at.field("concerns"), &reply.concerns);
        self.provisions_named(&at.field("provisions"), &reply.provisions);
    }

    fn asked(&mut self) {
        let list = Location::Top.field("asked");
        let Some(AskedFor::These(all)) = &self.records.asked else { return };
        if all.is_empty() {
            self.empty(&list, "write `\"nobody\"` where nobody was asked");
        }
        for (index, asked) in all.iter().enumerate() {
            let at = list.item(index);
            let id = asked.organisation.as_str();
            self.refer(&at.field("organisation"), id, &self.names.organisations);
            if let Some(source) = &asked.source {
                self.refer(&at.field("source"), source.as_str(), &self.names.sources);
            }
        }
    }

    /// What rests on somebody's own word has a source that they issued or signed.
    fn own_word(&mut self, at: &Location<'_>, who: &OrganisationId, evidence: &Evidence) {
        self.refer(at, who.as_str(), &self.names.organisations);
        let sources = &self.records.sources;
        let Some(source) = sources.iter().find(|known| known.id == evidence.source) else { return };
        let spoke = |it: &Party| it.organisation == *who && it.role != Role::Named;
        if !source.parties.iter().any(spoke) {
            self.mismatch(at, "the organisation neither issued nor signed the source of its word");
        }
    }

    fn inference(&mut self, at: &Location<'_>, basis: Basis, reason: Option<&Text>) {
        if (basis == Basis::Inferred) != reason.is_some() {
            let what = "`inferred` needs a reason; `stated` has none, for the source says it";
            self.mismatch(at, what);
        }
    }

    fn maybe_address(&mut self, at: &Location<'_>, address: Option<&String>) {
        if let Some(address) = address {
            self.address(at, address);
        }
    }

    fn provisions_named(&mut self, list: &Location<'_>, ids: &[ProvisionId]) {
        for (index, id) in ids.iter().enumerate() {
            self.refer(&list.item(index), id.as_str(), &self.names.provisions);
        }
    }

    fn concerns_named(&mut self, list: &Location<'_>, ids: &[ConcernId]) {
        for (index, id) in ids.iter().enumerate() {
            self.refer(&list.item(index), id.as_str(), &self.names.concerns);
        }
    }
}
