//! Where a paragraph names places: citations, and what the dataset calls by another name, such as
//! "Chapter IV". Names of organisations that look like citations are none.

use std::ops::Range;

use dataset::{Dataset, ProvisionIx, citation::Unreadable};

use crate::further;

/// Organisations known worldwide by a name that looks like a citation.
const KNOWN: [&str; 1] = ["ARTICLE 19"];

/// A place that a paragraph names.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) span: Range<usize>,
    /// The list that it is a piece of.
    pub(crate) list: Range<usize>,
    pub(crate) named: Named,
}

/// How it is named.
#[derive(Clone, Debug)]
pub(crate) enum Named {
    Cited(Vec<Result<ProvisionIx, Unreadable>>),
    Labelled(ProvisionIx),
}

/// Where places are looked for.
pub(crate) struct Places<'d> {
    dataset: &'d Dataset,
    /// Labels that are no citations by the rules.
    labels: Vec<(String, ProvisionIx)>,
    /// Names of organisations that look like citations.
    lookalikes: Vec<String>,
}

impl Place {
    /// The last provision that it names.
    pub(crate) fn last(&self) -> Option<ProvisionIx> {
        match &self.named {
            Named::Labelled(provision) => Some(*provision),
            Named::Cited(places) => places.last()?.as_ref().ok().copied(),
        }
    }
}

impl<'d> Places<'d> {
    pub(crate) fn of(dataset: &'d Dataset) -> Self {
        let mut labels = Vec::new();
        for (handle, provision) in dataset.provisions() {
            for wording in provision.citation.wordings().filter(|it| is_numbered(it)) {
                if dataset.citations().find_in(wording).is_empty() {
                    labels.push((wording.to_string(), handle));
                }
            }
        }
        let mut lookalikes: Vec<String> = KNOWN.map(Into::into).to_vec();
        for (_, it) in dataset.organisations() {
            let short = it.short_name.as_deref();
            let names =
                it.name.wordings().chain(short).chain(it.aliases.iter().map(String::as_str));
            let cites = |name: &&str| !dataset.citations().find_in(name).is_empty();
            lookalikes.extend(names.filter(cites).map(Into::into));
        }
        Self { dataset, labels, lookalikes }
    }

    /// All places of a paragraph, in order; none overlaps another.
    pub(crate) fn find(&self, paragraph: &str) -> Vec<Place> {
        let found = self.dataset.citations().find_in(paragraph).into_iter();
        let mut places: Vec<Place> = found
            .map(|it| {
                let places = it.places.into_iter();
                Place { span: it.span, list: it.list, named: Named::Cited(places.collect()) }
            })
            .collect();
        for name in &self.lookalikes {
            let names: Vec<_> = occurrences(paragraph, name).collect();
            places.retain(|place| {
                let name = names.get(names.partition_point(|it| it.end < place.list.end));
                name.is_none_or(|it| place.list.start < it.start || it.end < place.list.end)
            });
        }
        for (label, handle) in &self.labels {
            places.extend(occurrences(paragraph, label).map(|span| Place {
                list: span.clone(),
                span,
                named: Named::Labelled(*handle),
            }));
        }
        places.sort_by_key(|place| place.span.start);
        places.dedup_by(|after, before| after.span.start < before.span.end);
        further::add(paragraph, &mut places, self.dataset);
        places
    }
}

/// Whether a label is a word with a number, as no other words are: `Chapter IV`.
fn is_numbered(label: &str) -> bool {
    label.rsplit_once(' ').is_some_and(|(_, last)| {
        last.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L'))
    })
}

/// Where these words stand, and nothing but them.
fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let ranges = text.match_indices(words).map(|(start, it)| start..start + it.len());
    ranges.filter(|range| {
        let before = text.get(..range.start).and_then(|it| it.chars().next_back());
        let after = text.get(range.end..).and_then(|it| it.chars().next());
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(inside) && !after.is_some_and(inside)
    })
}
