//! A place that a text names, and what the dataset has for it.

use std::ops::Range;

use dataset::{
    Dataset, ProvisionIx,
    citation::{Refusal, Unreadable},
};

use crate::{
    continued,
    language::is_foreign,
    laws::{Context, Law, Own, laws},
    place::{Named, Place, Places},
    sentences::sentences,
    subject::Subject,
    unread,
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
    /// Why it may as well be another law's, where the text leaves that open: a question for an editor.
    pub doubt: Option<Doubt>,
    /// The bytes right behind the list that it ends which look like one more place and aren't read as one.
    pub unread: Option<Range<usize>>,
}

/// Why a text leaves it open whose a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It neither names this law nor speaks of what it is about, so that it may be of whatever else has
    /// articles.
    Unnamed,
    /// It speaks of another law there as well.
    Between,
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
        /// What the dataset has that contains it, or else that it contains.
        nearest: Option<ProvisionIx>,
    },
    /// A place in another law.
    Elsewhere {
        /// The law's name as written; empty where an editor alone says so.
        law: String,
    },
}

impl Mention {
    /// What a `<provision-ref>` around it says: the first provision named; nothing where that is in
    /// doubt.
    pub(crate) fn leads_to(&self, dataset: &Dataset) -> Option<String> {
        if self.doubt.is_some() {
            return None;
        }
        let What::Here(provisions) = &self.what else { return None };
        dataset.short(*provisions.first()?)
    }
}

/// The places that a text names, a paragraph a line.
pub(crate) fn mentions(text: &str, dataset: &Dataset) -> Vec<Mention> {
    let deep =
        dataset.provisions().filter(|it| it.1.citation.wordings().any(|it| it.contains('(')));
    let deep = deep.map(|(place, _)| place).take(FEW).collect();
    let finder = Finder { dataset, own: Own::of(dataset), places: Places::of(dataset), deep };
    let mut context = Context::of(text, &finder.own);
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shift = |range: &Range<usize>| range.start + start..range.end + start;
        let inside = finder.in_paragraph(line, &mut context).into_iter().map(|mention| Mention {
            span: shift(&mention.span),
            sentence: shift(&mention.sentence),
            unread: mention.unread.as_ref().map(shift),
            ..mention
        });
        all.extend(inside);
        start += line.len();
    }
    let is_unnamed = |it: &&Mention| it.doubt == Some(Doubt::Unnamed);
    let unnamed: Vec<&Mention> = all.iter().filter(is_unnamed).collect();
    if !unnamed.is_empty()
        && (unnamed.iter().any(|it| finder.is_deep(&it.what))
            || Subject::of(dataset, &finder.own).is_told(text, &unnamed, context))
    {
        for mention in &mut all {
            mention.doubt = mention.doubt.filter(|it| *it == Doubt::Between);
        }
    }
    all
}

struct Finder<'d> {
    dataset: &'d Dataset,
    own: Own,
    places: Places<'d>,
    /// The places below articles.
    deep: Vec<ProvisionIx>,
}

impl Finder<'_> {
    fn in_paragraph(&self, paragraph: &str, context: &mut Context) -> Vec<Mention> {
        if is_foreign(paragraph) {
            return Vec::new();
        }
        let found = self.places.find(paragraph);
        let sentences = sentences(paragraph);
        let mut lists: Vec<Range<usize>> = found.iter().map(|place| place.list.clone()).collect();
        lists.dedup();
        let laws = laws(paragraph, &lists, &sentences, &self.own, context);
        let mention = |place: Place| {
            let list = lists.partition_point(|list| list.start < place.list.start);
            let written = paragraph.get(place.span.clone())?;
            let law = laws.get(list)?;
            let what = self.what(place.named, written, law)?;
            let around = sentences.partition_point(|it| it.end < place.span.end);
            let sentence = sentences.get(around).unwrap_or(&place.span);
            // Where a sentence was thought to end within the mention, both belong together.
            let sentence = sentence.start.min(place.span.start)..sentence.end;
            let doubt = match law {
                Law::Open => Some(Doubt::Unnamed),
                Law::Unsure => Some(Doubt::Between),
                Law::Likely => Some(Doubt::Between).filter(|_| !self.is_deep(&what)),
                Law::This | Law::Other(_) => None,
            };
            Some(Mention { span: place.span, sentence, what, doubt, unread: None })
        };
        let mut mentions = found.into_iter().filter_map(mention).collect();
        continued::add(paragraph, &lists, &sentences, &mut mentions, self.dataset);
        unread::tell(paragraph, &lists, &mut mentions);
        mentions
    }

    /// Whether all are places below an article, of which the dataset has few.
    fn is_deep(&self, what: &What) -> bool {
        let What::Here(places) = what else { return false };
        self.deep.len() < FEW && places.iter().all(|it| self.deep.contains(it))
    }

    /// None where it reads two ways.
    fn what(&self, named: Named, written: &str, law: &Law) -> Option<What> {
        match (law, named) {
            (Law::Other(law), _) => Some(What::Elsewhere { law: law.clone() }),
            (_, Named::Labelled(provision)) => Some(What::Here(vec![provision])),
            (_, Named::Cited(places)) => here(places, written, self.dataset),
        }
    }
}

/// No law of which so few places below its articles are listed meets another's by chance.
const FEW: usize = 40;

/// Those that the dataset has; else the first that it lacks. None where it reads two ways.
fn here(
    places: Vec<Result<ProvisionIx, Unreadable>>,
    written: &str,
    dataset: &Dataset,
) -> Option<What> {
    let found: Vec<_> = places.iter().filter_map(|it| it.as_ref().ok().copied()).collect();
    if !found.is_empty() {
        return Some(What::Here(found));
    }
    let several = places.len() > 1;
    let mut lacking = places.into_iter().filter_map(Result::err);
    let first = lacking.next().filter(|it| it.why == Refusal::Unknown)?;
    let nearest = first.near.first().and_then(|it| dataset.cited_one(it).ok());
    let cited = if several { written.into() } else { first.text };
    Some(What::Missing { cited, nearest })
}
