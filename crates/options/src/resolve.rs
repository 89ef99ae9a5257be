//! Options to a dataset's own handles: what the dataset doesn't have becomes a warning with the
//! nearest thing that it has.

use dataset::{
    Dataset, GroupId, GroupIx, ProvisionId, ProvisionIx,
    citation::{Refusal, Unreadable},
};

use crate::{
    Name, Options, Origins,
    warning::{At, Warning, What, near},
};

/// The options that name parts of a dataset, in its handles. Lists hold each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Highlighted provisions, in editorial order.
    pub highlight: Vec<ProvisionIx>,
    /// The groups to begin with.
    pub audience: Vec<GroupIx>,
    /// The provision that is open at first.
    pub open: Option<ProvisionIx>,
    /// Editor's notes.
    pub notes: Vec<(ProvisionIx, String)>,
}

/// Finds in a dataset what options name; warnings name the option alone. Where options come from
/// layers, [`ParsedOptions::resolve`](crate::ParsedOptions::resolve) names the origin as well.
pub fn resolve(options: &Options, dataset: &Dataset) -> (Choices, Vec<Warning>) {
    resolve_from(options, &Origins::default(), dataset)
}

pub(crate) fn resolve_from(
    options: &Options,
    origins: &Origins,
    dataset: &Dataset,
) -> (Choices, Vec<Warning>) {
    let mut resolver = Resolver { dataset, origins, warnings: Vec::new() };
    let mut choices = Choices::default();
    for text in &options.highlight {
        for found in resolver.provisions(text, Name::Highlight, None) {
            push_once(&mut choices.highlight, Some(found));
        }
    }
    for id in &options.audience {
        push_once(&mut choices.audience, resolver.group(id));
    }
    let open = options.open.as_ref();
    choices.open = open.and_then(|text| resolver.provision(text, Name::Open, None));
    choices.notes = resolver.notes(&options.notes);
    (choices, resolver.warnings)
}

struct Resolver<'a> {
    dataset: &'a Dataset,
    origins: &'a Origins,
    warnings: Vec<Warning>,
}

impl Resolver<'_> {
    fn warn(&mut self, name: Name, step: Option<&str>, what: What) {
        let at = At { origin: self.origins.of(name), path: name.option().into() };
        let at = step.map_or_else(|| at.clone(), |step| at.inside(step));
        self.warnings.push(Warning { at, what });
    }

    /// The provisions that a text names.
    fn provisions(
        &mut self,
        text: &ProvisionId,
        name: Name,
        step: Option<&str>,
    ) -> Vec<ProvisionIx> {
        let all = self.dataset.cited(text.as_str()).into_iter();
        all.filter_map(|found| self.told(found, name, step)).collect()
    }

    /// The one that a text names.
    fn provision(
        &mut self,
        text: &ProvisionId,
        name: Name,
        step: Option<&str>,
    ) -> Option<ProvisionIx> {
        let found = self.dataset.cited_one(text.as_str());
        self.told(found, name, step)
    }

    fn told(
        &mut self,
        found: Result<ProvisionIx, Unreadable>,
        name: Name,
        step: Option<&str>,
    ) -> Option<ProvisionIx> {
        let what = match found {
            Ok(found) => return Some(found),
            // What isn't here may be with the rest of the law.
            Err(it) if self.dataset.awaits().is_some() && it.why == Refusal::Unknown => {
                return None;
            }
            Err(it) if self.dataset.awaits().is_some() && is_id(&it.text) => return None,
            Err(Unreadable { text, why: Refusal::NotACitation, .. }) if is_id(&text) => {
                let ids = self.dataset.provisions().map(|(_, it)| it.id.as_str());
                let nearest = near(&text, ids).map(String::from);
                What::UnknownProvision { place: text, nearest }
            }
            Err(Unreadable { text, why: Refusal::Unknown, near }) => {
                What::UnknownProvision { place: text, nearest: near.into_iter().next() }
            }
            Err(unreadable) => What::Unreadable(unreadable),
        };
        self.warn(name, step, what);
        None
    }

    /// A group by its id, or by its label in any language.
    fn group(&mut self, id: &GroupId) -> Option<GroupIx> {
        let text = id.as_str();
        let mut names: Vec<(&str, GroupIx)> = Vec::new();
        for (handle, group) in self.dataset.groups() {
            names.push((group.id.as_str(), handle));
            group.label.wordings().for_each(|label| names.push((label, handle)));
        }
        let by_name = || names.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        let found = self.dataset.find_group(text).or_else(|| by_name().map(|(_, handle)| *handle));
        if found.is_none() {
            let near = near(text, names.iter().map(|(name, _)| *name));
            let meant = names.iter().find(|(name, _)| Some(*name) == near);
            let nearest = meant
                .and_then(|(_, handle)| self.dataset.group(*handle))
                .map(|group| group.id.as_str().into());
            self.warn(Name::Audience, None, What::UnknownGroup { group: text.into(), nearest });
        }
        found
    }

    fn notes(&mut self, notes: &[(ProvisionId, String)]) -> Vec<(ProvisionIx, String)> {
        let mut resolved: Vec<(ProvisionIx, String)> = Vec::new();
        for (text, note) in notes {
            let step = Some(text.as_str());
            let Some(found) = self.provision(text, Name::Notes, step) else { continue };
            if resolved.iter().any(|(known, _)| *known == found) {
                self.warn(Name::Notes, step, What::SecondNote);
            } else {
                resolved.push((found, note.clone()));
            }
        }
        resolved
    }
}

/// Whether a text has the form of an id: one word that begins with a letter.
fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let item = item.filter(|item| !list.contains(item));
    list.extend(item);
}
