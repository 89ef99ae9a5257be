//! Options to a dataset's own handles: what the dataset doesn't have becomes a warning with the
//! nearest thing that it has.

use dataset::{Dataset, GroupId, GroupIx, ProvisionId, ProvisionIx, citation::Citation};

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
    for id in &options.highlight {
        push_once(&mut choices.highlight, resolver.provision(id, Name::Highlight, None));
    }
    for id in &options.audience {
        push_once(&mut choices.audience, resolver.group(id));
    }
    choices.open = options.open.as_ref().and_then(|id| resolver.provision(id, Name::Open, None));
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

    fn provision(
        &mut self,
        id: &ProvisionId,
        name: Name,
        step: Option<&str>,
    ) -> Option<ProvisionIx> {
        let text = id.as_str();
        let found = self.dataset.find_provision(text).or_else(|| {
            let mut all = self.dataset.provisions();
            all.find(|(_, it)| it.id.as_str().eq_ignore_ascii_case(text)).map(|(handle, _)| handle)
        });
        // What isn't here may be with the rest of the law.
        if found.is_none() && self.dataset.awaits().is_none() {
            let nearest = near_provision(self.dataset, text).map(cited);
            let what = What::UnknownProvision { place: cited(text), nearest };
            self.warn(name, step, what);
        }
        found
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
        let mut resolved = Vec::new();
        for (id, note) in notes {
            if let Some(handle) = self.provision(id, Name::Notes, Some(&crate::place_text(id))) {
                resolved.push((handle, note.clone()));
            }
        }
        resolved
    }
}

/// The id that was most likely meant by one that the dataset doesn't have: a place in the same
/// article if there is one, for whoever knows the article's number has most likely mistaken the
/// rest.
pub fn near_provision<'a>(dataset: &'a Dataset, text: &str) -> Option<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    let mut inside: Vec<&str> = Vec::new();
    let article = Citation::from_eid(text).map(|it| Citation::of(it.article()).eid());
    for (_, provision) in dataset.provisions() {
        let id = provision.id.as_str();
        let rest = article.as_ref().and_then(|article| id.strip_prefix(article.as_str()));
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("__")) {
            inside.push(id);
        }
        all.push(id);
    }
    let first = inside.first().copied();
    near(text, inside).or(first).or_else(|| near(text, all))
}

/// How an id is named to a person: `Article 28(4)`, or the id itself.
fn cited(id: &str) -> String {
    Citation::from_eid(id).map_or_else(|| id.into(), |citation| citation.to_string())
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let item = item.filter(|item| !list.contains(item));
    list.extend(item);
}
