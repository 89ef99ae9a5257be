//! Where a paragraph names places: citations, and what the dataset calls by another name, such as
//! "Chapter IV". Names of organisations that look like citations are none.

use std::{borrow::Cow, ops::Range};

use dataset::{Dataset, ProvisionIx, citation::Unreadable};

use crate::further;

/// Organisations known worldwide by a name that looks like a citation.
const KNOWN: [&str; 1] = ["ARTICLE 19"];

/// The same as an agency writes them, which a law's article may be as well.
const SPELT: [&str; 2] = ["Article 19", "Artículo 19"];

/// What stands between two organisations.
const AND: [&str; 9] = [" and ", ", and ", ", ", " et ", " y ", " und ", " & ", " et l’", ", l’"];

/// An organisation is said to be one within so many words.
const ASIDE: usize = 6;

/// What somebody does, and no article: `Article 19 told Reuters`.
// cspell:disable
const ACTS: &str = "told warned urged wants condemned criticised criticized welcomed welcomes fears argued \
                    argues tweeted accused joined signed wrote campaigns México Mexico Brasil Brazil \
                    pidió exigió denunció condenó advirtió recordó condamne demande réclame dénonce \
                    exige warnt kritisiert fordert verlangt";

/// What says behind a comma that an organisation is meant: `Article 19, the rights group`.
const GROUPS: &str = "group organisation organization ngo ngos watchdog charity campaigners campaigner \
                      ong organización nichtregierungsorganisation nro verein";
// cspell:enable

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
    /// Those of the others.
    organisations: Vec<String>,
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
        let mut organisations = Vec::new();
        for (_, it) in dataset.organisations() {
            let short = it.short_name.as_deref();
            let names =
                it.name.wordings().chain(short).chain(it.aliases.iter().map(String::as_str));
            let cites = |name: &str| !dataset.citations().find_in(name).is_empty();
            for name in names {
                let all = if cites(name) { &mut lookalikes } else { &mut organisations };
                all.push(name.to_owned());
            }
        }
        Self { dataset, labels, lookalikes, organisations }
    }

    /// Whether a list is an organisation by what stands around it: it acts, it is in a row with another, or
    /// it is said to be one.
    fn is_organisation(&self, paragraph: &str, list: &Range<usize>) -> bool {
        let around = || Some((paragraph.get(..list.start)?, paragraph.get(list.end..)?));
        let spelt = paragraph.get(list.clone()).is_some_and(|it| SPELT.contains(&it));
        let around = around().filter(|it| spelt && !it.1.starts_with(" of "));
        let Some((before, behind)) = around else { return false };
        let has = |words: &str, word: &str| words.split_ascii_whitespace().any(|it| it == word);
        let word = |it: &str| it.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let next = behind.split_whitespace().next().map(word).unwrap_or_default();
        let aside = behind.strip_prefix(", ").unwrap_or_default();
        let aside = aside.split([',', '.', ';']).next().unwrap_or_default();
        let mut called = aside.split_whitespace().take(ASIDE).map(|it| word(it).to_lowercase());
        let row = AND.iter().find_map(|it| before.strip_suffix(it)).unwrap_or_default();
        let names = || self.organisations.iter();
        has(ACTS, &next)
            || called.any(|it| has(GROUPS, &it))
            || names().any(|it| row.ends_with(it.as_str()))
            || AND.iter().any(|and| {
                let row = behind.strip_prefix(and).unwrap_or_default();
                names().any(|it| row.starts_with(it.as_str()))
            })
    }

    /// All places of a paragraph, in order; none overlaps another.
    pub(crate) fn find(&self, paragraph: &str) -> Vec<Place> {
        let found = self.dataset.citations().find_in(&dotted(paragraph)).into_iter();
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
        places.retain(|place| !self.is_organisation(paragraph, &place.list));
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

/// The same text, byte for byte, where `art 28`, as blogs write it, has the dot of an abbreviation.
fn dotted(paragraph: &str) -> Cow<'_, str> {
    let ends = paragraph.match_indices("art ").filter_map(|(start, it)| {
        let before = paragraph.get(..start)?.chars().next_back();
        let after = paragraph.get(start + it.len()..)?;
        let counts = after.starts_with(|c: char| c.is_ascii_digit());
        (counts && !before.is_some_and(char::is_alphanumeric)).then_some(start + it.len() - 1)
    });
    let ends: Vec<usize> = ends.collect();
    if ends.is_empty() {
        return paragraph.into();
    }
    let dot = |(at, c)| if c == ' ' && ends.binary_search(&at).is_ok() { '.' } else { c };
    paragraph.char_indices().map(dot).collect::<String>().into()
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
