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
/// layers, [`Reading::resolve`](crate::Reading::resolve) names the origin as well.
pub fn resolve(options: &Options, dataset: &Dataset) -> (Choices, Vec<Warning>) {
    resolve_from(options, &Origins::default(), dataset)
}

pub(crate) fn resolve_from(
    options: &Options,
    origins: &Origins,
    dataset: &Dataset,
) -> (Choices, Vec<Warning>) {
    let mut resolver = Resolver { dataset, origins, warnings: Vec::new() };
    let choices = Choices {
        highlight: each_once(
            options.highlight.iter().map(|id| resolver.provision(id, Name::Highlight, None)),
        ),
        audience: each_once(options.audience.iter().map(|id| resolver.group(id))),
        open: options.open.as_ref().and_then(|id| resolver.provision(id, Name::Open, None)),
        notes: resolver.notes(&options.notes),
    };
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
        if found.is_none() {
            let nearest = self.near_provision(text);
            let what = What::UnknownProvision { place: cited(text), nearest };
            self.warn(name, step, what);
        }
        found
    }

    /// A place in the same article if there is one, for whoever knows the article's number has
    /// most likely mistaken the rest.
    fn near_provision(&self, text: &str) -> Option<String> {
        let ids = || self.dataset.provisions().map(|(_, provision)| provision.id.as_str());
        let article = Citation::from_eid(text).map(|it| Citation::of(it.article()).eid());
        let inside = |id: &&str| {
            let rest = article.as_ref().and_then(|article| id.strip_prefix(article.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
        };
        near(text, ids().filter(inside))
            .or_else(|| ids().find(inside))
            .or_else(|| near(text, ids()))
            .map(cited)
    }

    /// A group by its id, or by its label in any language.
    fn group(&mut self, id: &GroupId) -> Option<GroupIx> {
        let text = id.as_str();
        let names = || {
            self.dataset.groups().flat_map(|(handle, group)| {
                let id = group.id.as_str();
                let names = core::iter::once(id).chain(group.label.wordings());
                names.map(move |name| (handle, id, name))
            })
        };
        let is_meant = |name: &str| name.eq_ignore_ascii_case(text);
        let found = self
            .dataset
            .find_group(text)
            .or_else(|| names().find(|(.., name)| is_meant(name)).map(|(handle, ..)| handle));
        if found.is_none() {
            let near = near(text, names().map(|(.., name)| name));
            let nearest =
                names().find(|(.., name)| Some(*name) == near).map(|(_, id, _)| id.into());
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

/// How an id is named to a person: `Article 28(4)`, or the id itself.
fn cited(id: &str) -> String {
    Citation::from_eid(id).map_or_else(|| id.into(), |citation| citation.to_string())
}

fn each_once<T: PartialEq>(found: impl Iterator<Item = Option<T>>) -> Vec<T> {
    let mut once = Vec::new();
    for item in found.flatten() {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}
