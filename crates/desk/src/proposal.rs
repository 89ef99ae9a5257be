//! Citations in a source, each offered as a concern with its sentence.

use std::ops::Range;

use authoring::{Dataset, LONGEST_QUOTE, Node};
use story::{Doubt, Mention, Story, What};

use crate::{
    document::{Document, id_of},
    quote::read,
};

/// A sentence that cites the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The sentence, by its bytes.
    pub sentence: Range<usize>,
    /// The words to be quoted: the sentence, or as much of it around the citation as a quotation may
    /// have.
    pub exact: Range<usize>,
    /// The provisions that it cites, by their ids, each once.
    pub provisions: Vec<String>,
    /// How they are cited there: `Section 3(2)`.
    pub cited: Vec<String>,
    /// The concerns, requests and replies that quote some of it, by their ids.
    pub taken: Vec<String>,
    /// Whether an editor said that it is none.
    pub dismissed: bool,
}

impl Proposal {
    /// Whether an editor has yet to say.
    pub fn is_open(&self) -> bool {
        self.taken.is_empty() && !self.dismissed
    }
}

/// What a source cites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// Sentences that cite this law, in their order.
    pub here: Vec<Proposal>,
    /// Citations of this law that the dataset doesn't have.
    pub missing: Vec<String>,
    /// Citations of other laws.
    pub elsewhere: Vec<Elsewhere>,
}

/// A citation of another law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its bytes.
    pub span: Range<usize>,
    /// The place, as it is written.
    pub cited: String,
    /// The other law's name, as it is written.
    pub law: String,
}

/// What the text of a source cites.
pub fn proposals(document: &Document, source: &str, dataset: &Dataset) -> Proposals {
    let mut found = Proposals::default();
    let Some(text) = document.text(source) else { return found };
    let mentions = Story::from_text(text.to_string()).mentions(dataset).into_iter();
    // Whose a place is that stands between two laws, a source's reader alone can tell: none is proposed.
    for mention in mentions.filter(|it| it.doubt != Some(Doubt::Between)) {
        let written = text.get(mention.span.clone()).unwrap_or_default().to_string();
        match &mention.what {
            What::Missing { cited, .. } => found.missing.push(cited.clone()),
            What::Elsewhere { law } => found.elsewhere.push(Elsewhere {
                span: mention.span.clone(),
                cited: written,
                law: law.clone(),
            }),
            What::Here(provisions) => {
                let ids = provisions.iter().filter_map(|it| dataset.provision(*it));
                let ids = ids.map(|it| it.id.to_string());
                let is_new = found.here.last().is_none_or(|it| it.sentence != mention.sentence);
                if is_new {
                    found.here.push(proposal(&mention, text));
                }
                let Some(proposal) = found.here.last_mut() else { continue };
                proposal.cited.push(written);
                for id in ids {
                    if !proposal.provisions.contains(&id) {
                        proposal.provisions.push(id);
                    }
                }
            }
        }
    }
    found.missing.dedup();
    found.decide(document, source);
    found
}

impl Proposals {
    /// What has been decided of each by now. A text is long, and what it cites is the same for as long
    /// as it and the law are: see [`Document::cites_as`].
    pub fn decide(&mut self, document: &Document, source: &str) {
        let text = document.text(source).cloned().unwrap_or_default();
        let quoted = quoted(document, source, &text);
        for it in &mut self.here {
            let overlaps = |range: &Range<usize>| {
                range.start < it.sentence.end && it.sentence.start < range.end
            };
            it.taken.clear();
            for (record, _) in quoted.iter().filter(|(_, range)| overlaps(range)) {
                if !it.taken.contains(record) {
                    it.taken.push(record.clone());
                }
            }
            it.dismissed = document.is_dismissed(source, it.sentence.start);
        }
    }
}

fn proposal(mention: &Mention, text: &str) -> Proposal {
    let sentence = mention.sentence.clone();
    Proposal {
        exact: quotable(text, &sentence, &mention.span),
        sentence,
        provisions: Vec::new(),
        cited: Vec::new(),
        taken: Vec::new(),
        dismissed: false,
    }
}

/// The sentence, cut at a blank where it is too long for a quotation: from its beginning where that
/// leaves the citation in, else from the citation on.
fn quotable(text: &str, sentence: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let cut = |start: usize| -> Range<usize> {
        let rest = text.get(start..sentence.end).unwrap_or_default();
        let Some((end, _)) = rest.char_indices().nth(LONGEST_QUOTE) else {
            return start..sentence.end;
        };
        let short = rest.get(..end).unwrap_or_default();
        let end = short.rfind(char::is_whitespace).unwrap_or(end);
        start..start + short.get(..end).unwrap_or_default().trim_end().len()
    };
    let from_start = cut(sentence.start);
    if from_start.end >= span.end { from_start } else { cut(span.start) }
}

/// The passages of a source that are quoted already, each with the id of what quotes it.
fn quoted(document: &Document, source: &str, text: &str) -> Vec<(String, Range<usize>)> {
    let mut all = Vec::new();
    let lists = ["concerns", "requests", "replies"].into_iter();
    for record in lists.flat_map(|list| document.records(list)) {
        let Some(Node::List(evidence)) = record.field("evidence") else { continue };
        for evidence in evidence {
            if evidence.field("source").and_then(Node::as_text) != Some(source) {
                continue;
            }
            let Some(quote) = evidence.field("quote").map(read) else { continue };
            let bound = [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat();
            if let Some(at) = text.find(&bound) {
                let start = at + quote.prefix.len();
                all.push((id_of(record).into(), start..start + quote.exact.len()));
            }
        }
    }
    all
}
