//! A place that a text names, and what the dataset has for it.

use std::{collections::BTreeMap, ops::Range};

use dataset::{Dataset, ProvisionIx, citation::Citation};

use crate::{
    laws::{Law, Own, laws},
    place::{Named, Place, Places},
    sentences::sentences,
};

/// A place that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes in the story's text.
    pub span: Range<usize>,
    /// The bytes of the sentence around it.
    pub sentence: Range<usize>,
    /// What it names.
    pub what: What,
}

/// What a mention names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Provisions of this dataset; several for a range such as Articles 28–30.
    Here(Vec<ProvisionIx>),
    /// A place that the dataset doesn't have.
    Missing {
        /// The place as a citation.
        cited: String,
        /// The nearest that the dataset has.
        nearest: Option<ProvisionIx>,
    },
    /// A place in another law.
    Elsewhere {
        /// The law's name as written.
        law: String,
    },
}

impl Mention {
    /// What a `<provision-ref>` around it says: the first provision named.
    pub(crate) fn leads_to(&self, dataset: &Dataset) -> Option<String> {
        let What::Here(provisions) = &self.what else { return None };
        let provision = dataset.provision(*provisions.first()?)?;
        Some(options::place_text(&provision.id))
    }
}

/// The places that a text names, a paragraph a line.
pub(crate) fn mentions(text: &str, dataset: &Dataset) -> Vec<Mention> {
    let mut finder = Finder {
        dataset,
        own: Own::of(dataset),
        places: Places::of(dataset),
        known: BTreeMap::new(),
    };
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shift = |range: &Range<usize>| range.start + start..range.end + start;
        let inside = finder.in_paragraph(line).into_iter().map(|mention| Mention {
            span: shift(&mention.span),
            sentence: shift(&mention.sentence),
            ..mention
        });
        all.extend(inside);
        start += line.len();
    }
    all
}

struct Finder<'d> {
    dataset: &'d Dataset,
    own: Own,
    places: Places,
    /// What was looked up before: looking for the nearest takes its time.
    known: BTreeMap<Vec<Citation>, What>,
}

impl Finder<'_> {
    fn in_paragraph(&mut self, paragraph: &str) -> Vec<Mention> {
        let found = self.places.find(paragraph);
        if found.is_empty() {
            return Vec::new();
        }
        let sentences = sentences(paragraph);
        let mut lists: Vec<Range<usize>> = found.iter().map(|place| place.list.clone()).collect();
        lists.dedup();
        let laws = laws(paragraph, &lists, &sentences, &self.own);
        let mention = |place: Place| {
            let list = lists.partition_point(|list| list.start < place.list.start);
            let what = self.what(place.named, laws.get(list)?)?;
            let around = sentences.partition_point(|it| it.end < place.span.end);
            let sentence = sentences.get(around).unwrap_or(&place.span);
            // Where a sentence was thought to end within the mention, both belong together.
            let sentence = sentence.start.min(place.span.start)..sentence.end;
            Some(Mention { span: place.span, sentence, what })
        };
        found.into_iter().filter_map(mention).collect()
    }

    /// None where it reads two ways.
    fn what(&mut self, named: Named, law: &Law) -> Option<What> {
        Some(match (law, named) {
            (Law::Unsure, _) => return None,
            (Law::Other(law), _) => What::Elsewhere { law: law.clone() },
            (Law::This, Named::Labelled(provision)) => What::Here(vec![provision]),
            (Law::This, Named::Cited(citations)) => {
                if let Some(known) = self.known.get(&citations) {
                    return Some(known.clone());
                }
                let what = here(&citations, self.dataset);
                self.known.insert(citations, what.clone());
                what
            }
        })
    }
}

fn here(citations: &[Citation], dataset: &Dataset) -> What {
    let ids = citations.iter().map(Citation::eid);
    let here: Vec<_> = ids.filter_map(|id| dataset.find_provision(id.as_str())).collect();
    if !here.is_empty() {
        return What::Here(here);
    }
    let first = citations.first().map(Citation::eid);
    let near = first.and_then(|id| options::near_provision(dataset, id.as_str()));
    let nearest = near.and_then(|id| dataset.find_provision(id));
    What::Missing { cited: cited(citations), nearest }
}

/// `Article 28(9)`, `Articles 5–7`.
fn cited(citations: &[Citation]) -> String {
    let Some((first, last)) = citations.first().zip(citations.last()) else {
        return String::new();
    };
    match citations.len() {
        1 => first.to_string(),
        2 => format!("Articles {} and {}", first.short(), last.short()),
        _ => format!("Articles {}–{}", first.short(), last.short()),
    }
}
