//! What has changed about each provision from one edition to another.

use std::collections::{BTreeMap, BTreeSet};

use dataset::{
    Affected, AffectedGroup, Concern, ConcernId, Dataset, Group, Organisation, OrganisationId,
    Provision, ProvisionId, Records, Role, Source, SourceId,
};

/// By provision of the old edition, in a phrase for each change.
#[derive(Debug, Default)]
pub(super) struct Changes(BTreeMap<ProvisionId, Vec<String>>);

impl Changes {
    pub(super) fn between(old: &Dataset, new: &Dataset) -> Self {
        let pair = Pair { old: old.records(), new: new.records() };
        let changed = pair.old.provisions.iter().map(|it| (it.id.clone(), pair.provision(it)));
        Self(changed.filter(|(_, changes)| !changes.is_empty()).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In one line; none where nothing has changed.
    pub(super) fn of(&self, provision: &ProvisionId) -> Option<String> {
        self.0.get(provision).map(|changes| changes.join("; "))
    }
}

struct Pair<'a> {
    old: &'a Records,
    new: &'a Records,
}

impl Pair<'_> {
    fn provision(&self, old: &Provision) -> Vec<String> {
        let Some(new) = self.new.provisions.iter().find(|it| it.id == old.id) else {
            return vec!["it is not in the new edition".into()];
        };
        let mut changes = Vec::new();
        if old.citation != new.citation {
            changes.push(format!("it is {} now", new.citation.original()));
        }
        let fields = [
            ("its heading", old.heading != new.heading),
            ("its summary", old.summary != new.summary),
            ("its own words", old.text != new.text),
            ("the editors’ note on it", old.note != new.note),
            ("its address", old.address != new.address),
        ];
        changes.extend(reads_otherwise(&fields));
        self.concerns(&old.id, &mut changes);
        changes
    }

    fn concerns(&self, provision: &ProvisionId, changes: &mut Vec<String>) {
        let [before, after] = [self.old, self.new].map(|it| {
            let about = it.concerns.iter().filter(|it| names(it, provision));
            about.map(|it| (&it.id, it)).collect::<BTreeMap<&ConcernId, &Concern>>()
        });
        for (id, old) in &before {
            let title = old.title.original();
            match after.get(id) {
                None => changes.push(format!("the concern “{title}” is gone from it")),
                Some(new) => {
                    let fields = self.concern(old, new);
                    let told = reads_otherwise(&fields);
                    changes.extend(told.map(|it| format!("the concern “{title}”: {it}")));
                }
            }
        }
        let added = after.iter().filter(|(id, _)| !before.contains_key(*id));
        changes
            .extend(added.map(|(_, it)| format!("the concern “{}” is new", it.title.original())));
        self.beside(provision, &before.keys().copied().collect(), changes);
    }

    fn concern(&self, old: &Concern, new: &Concern) -> [(&'static str, bool); 7] {
        let objects =
            |it: &Concern| (it.provisions.clone(), it.contrasted.clone(), it.mentioned.clone());
        [
            ("its title", old.title != new.title),
            ("its summary", old.summary != new.summary),
            ("what it objects to", objects(old) != objects(new) || old.direction != new.direction),
            ("who is affected", groups(self.old, &old.affected) != groups(self.new, &new.affected)),
            ("its quotations", old.evidence != new.evidence),
            ("its sources", sources(self.old, old) != sources(self.new, new)),
            ("what else it says", old.wording != new.wording || old.related != new.related),
        ]
    }

    /// What is asked for and what others reply, of a provision and the concerns about it.
    fn beside(
        &self,
        provision: &ProvisionId,
        concerns: &BTreeSet<&ConcernId>,
        changes: &mut Vec<String>,
    ) {
        let is_about = |provisions: &[ProvisionId], about: &[ConcernId]| {
            provisions.contains(provision) || about.iter().any(|it| concerns.contains(it))
        };
        let [requests, asked] = [self.old, self.new].map(|it| {
            it.requests
                .iter()
                .filter(|it| is_about(&it.provisions, &it.concerns))
                .collect::<Vec<_>>()
        });
        let [replies, said] = [self.old, self.new].map(|it| {
            it.replies
                .iter()
                .filter(|it| is_about(&it.provisions, &it.concerns))
                .collect::<Vec<_>>()
        });
        let fields =
            [("what is asked for", requests != asked), ("what others reply", replies != said)];
        changes.extend(reads_otherwise(&fields));
    }
}

fn names(concern: &Concern, provision: &ProvisionId) -> bool {
    let all = [&concern.provisions, &concern.contrasted, &concern.mentioned];
    all.into_iter().flatten().any(|it| it == provision)
}

/// Who is affected, each with all that is said of the group.
fn groups<'r>(
    records: &'r Records,
    affected: &'r Affected,
) -> Vec<(&'r AffectedGroup, Option<&'r Group>)> {
    let Affected::Groups(all) = affected else { return Vec::new() };
    let group = |it: &AffectedGroup| records.groups.iter().find(|group| group.id == it.group);
    all.iter().map(|it| (it, group(it))).collect()
}

/// A source as far as a concern shows it, with those who stand behind that.
type Behind<'r> = (Option<Source>, Vec<(Role, Option<&'r Organisation>)>);

fn sources<'r>(records: &'r Records, concern: &Concern) -> Vec<Behind<'r>> {
    let ids: BTreeSet<&SourceId> = concern.evidence.iter().map(|it| &it.source).collect();
    let behind = |id: &SourceId| {
        let source = records.sources.iter().find(|it| it.id == *id);
        let parties = source.into_iter().flat_map(|it| &it.parties);
        let parties = parties.filter(|it| it.role != Role::Named || it.shares_concern(&concern.id));
        let record = |id: &OrganisationId| records.organisations.iter().find(|it| it.id == *id);
        let who = parties.map(|party| (party.role, record(&party.organisation)));
        let shown = source.map(|it| Source { parties: Vec::new(), sha256: None, ..it.clone() });
        (shown, who.collect())
    };
    ids.into_iter().map(behind).collect()
}

/// The fields that differ, in a phrase; none where none does.
fn reads_otherwise(fields: &[(&str, bool)]) -> Option<String> {
    let changed: Vec<_> =
        fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect();
    let (last, others) = changed.split_last()?;
    if others.is_empty() {
        return Some(format!("{last} changed"));
    }
    Some(format!("{} and {last} changed", others.join(", ")))
}
