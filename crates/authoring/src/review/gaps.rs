//! What a dataset doesn't say, and readers will ask.

use alloc::{collections::BTreeSet, format, string::String};

use crate::{
    Affected, AskedFor, Concern, Party, Role, SCHEMA_VERSION, Source, Text,
    problem::Location,
    review::{Review, texts::words},
};

/// In words. Readers read how a dataset was made, or they don't.
const LONGEST_MADE: usize = 60;

impl Review<'_> {
    /// What is missing.
    pub(super) fn gaps(&mut self) {
        let (records, top) = (self.records, Location::Top);
        if records.schema_version < SCHEMA_VERSION {
            let what = format!(
                "version {} of the format, which is read still; write {SCHEMA_VERSION}, and what is \
                 missing for that is listed here",
                records.schema_version
            );
            self.remark(&top.field("schema_version"), what);
        }
        self.made(&top);
        if records.asked.is_none() {
            let what = "missing; name those who were asked for a reply, and whether they answered, \
                        or write `nobody`";
            self.remark(&top.field("asked"), what);
        }
        if records.instrument.address.is_none() {
            let instrument = top.field("instrument");
            self.remark(
                &instrument.field("address"),
                "missing; name where the official text stands",
            );
        }
        self.empty_texts(&top);
        let sources = top.field("sources");
        for (index, source) in records.sources.iter().enumerate() {
            self.source(&sources.item(index), source);
        }
        let concerns = top.field("concerns");
        for (index, concern) in records.concerns.iter().enumerate() {
            self.concern(&concerns.item(index), concern);
        }
        self.unused(&top);
    }

    fn made(&mut self, top: &Location<'_>) {
        let Some(made) = &self.records.made else {
            let what = format!("missing; say in at most {LONGEST_MADE} words how this was made");
            return self.remark(&top.field("made"), what);
        };
        let count = words(made.original()).len();
        if count > LONGEST_MADE {
            let what = format!("{count} words; shorten it to {LONGEST_MADE} or fewer");
            self.remark(&top.field("made"), what);
        }
    }

    /// Names without a letter; a provision alone may have no summary.
    fn empty_texts(&mut self, top: &Location<'_>) {
        let records = self.records;
        self.empty(&top.field("credit"), &records.credit);
        self.empty(&top.field("title"), &records.title);
        let list = top.field("provisions");
        for (index, it) in records.provisions.iter().enumerate() {
            let item = list.item(index);
            self.empty(&item.field("citation"), &it.citation);
        }
        let list = top.field("groups");
        for (index, it) in records.groups.iter().enumerate() {
            let item = list.item(index);
            self.empty(&item.field("label"), &it.label);
            self.empty(&item.field("member"), &it.member);
        }
        let list = top.field("organisations");
        for (index, it) in records.organisations.iter().enumerate() {
            let item = list.item(index);
            self.empty(&item.field("name"), &it.name);
        }
        let list = top.field("concerns");
        for (index, it) in records.concerns.iter().enumerate() {
            let item = list.item(index);
            self.empty(&item.field("title"), &it.title);
            self.empty(&item.field("summary"), &it.summary);
        }
    }

    fn empty(&mut self, at: &Location<'_>, text: &Text) {
        if text.is_empty() {
            self.remark(at, "empty; a reader sees nothing there");
        }
    }

    fn source(&mut self, at: &Location<'_>, source: &Source) {
        let list = at.field("parties");
        if source.parties.is_empty() {
            self.remark(&list, "nobody issued or signed this document, as far as is said here");
        }
        for (index, party) in source.parties.iter().enumerate() {
            self.party(&list.item(index), party);
        }
        let is_hash =
            |hash: &String| hash.len() == 64 && hash.bytes().all(|it| it.is_ascii_hexdigit());
        if source.sha256.as_ref().is_some_and(|hash| !is_hash(hash)) {
            self.remark(&at.field("sha256"), "not a SHA-256 in hexadecimal; it has 64 digits");
        }
    }

    /// Whoever is named is so in somebody else's words.
    fn party(&mut self, at: &Location<'_>, party: &Party) {
        if party.role != Role::Named {
            return;
        }
        let lacks = [
            ("relation", party.relation.is_none()),
            ("quote", party.quote.is_none()),
            ("locator", party.locator.is_none()),
        ];
        let lacks: alloc::vec::Vec<&str> =
            lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect();
        if !lacks.is_empty() {
            let what = format!(
                "`{}` is named, and `{}` missing; write what is said of it, in which words, and where",
                party.organisation,
                lacks.join("`, `")
            );
            self.remark(at, what);
        }
    }

    fn concern(&mut self, at: &Location<'_>, concern: &Concern) {
        let sources: BTreeSet<_> = concern.evidence.iter().map(|it| it.source.as_str()).collect();
        let list = at.field("related");
        for (index, related) in concern.related.iter().enumerate() {
            if related.source.is_none() && sources.len() > 1 {
                let item = list.item(index);
                let what = "missing; name which of the concern's sources says so";
                self.remark(&item.field("source"), what);
            }
        }
    }

    /// Records that nothing leads to.
    fn unused(&mut self, top: &Location<'_>) {
        let records = self.records;
        let affected = records.concerns.iter().filter_map(|concern| match &concern.affected {
            Affected::Groups(groups) => Some(groups),
            Affected::NoneFound => None,
        });
        let groups: BTreeSet<_> = affected.flatten().map(|it| &it.group).collect();
        let list = top.field("groups");
        for (index, group) in records.groups.iter().enumerate() {
            if !groups.contains(&group.id) {
                self.remark(&list.item(index), "no concern affects this group");
            }
        }
        let parties = records.sources.iter().flat_map(|it| &it.parties);
        let mut used: BTreeSet<_> = parties.map(|it| &it.organisation).collect();
        used.extend(records.positions.iter().map(|it| &it.organisation));
        used.extend(records.replies.iter().map(|it| &it.organisation));
        used.extend(records.asked.iter().flat_map(AskedFor::all).map(|it| &it.organisation));
        let list = top.field("organisations");
        for (index, organisation) in records.organisations.iter().enumerate() {
            if !used.contains(&organisation.id) {
                self.remark(&list.item(index), "no document has this as a party");
            }
        }
    }
}
