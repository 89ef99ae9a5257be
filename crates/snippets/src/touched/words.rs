//! Words of an edition that the next one no longer has, in whatever was copied from it.

use std::collections::BTreeSet;

use dataset::{Dataset, Text};
use html5gum::{Token, Tokenizer, emitters::default::DefaultEmitter};

use super::{Touched, line_of};

/// Shorter texts stand in stories by chance.
const LEAST_WORDS: usize = 4;

/// Texts that are gone, each in lower case with single blanks.
#[derive(Debug)]
pub(super) struct Words(Vec<String>);

impl Words {
    pub(super) fn gone(old: &Dataset, new: &Dataset) -> Self {
        let kept: BTreeSet<_> = texts(new).into_iter().collect();
        let gone: BTreeSet<_> = texts(old).into_iter().filter(|it| !kept.contains(it)).collect();
        let is_long = |it: &String| it.split(' ').count() >= LEAST_WORDS;
        Self(gone.into_iter().filter(is_long).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn within<'w>(&'w self, source: &'w str) -> impl Iterator<Item = Touched> + 'w {
        let (said, places) = words_of(source);
        self.0.iter().flat_map(move |gone| {
            let lines = said.match_indices(gone.as_str()).filter_map(|(at, _)| {
                let place = places.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
                places.get(place).map(|(_, from)| line_of(source, *from))
            });
            // One line may hold it as a head and as a link.
            let lines: BTreeSet<_> = lines.collect();
            let what = format!("it says “{gone}”, which the new edition doesn’t");
            lines.into_iter().map(move |line| Touched {
                part: String::new(),
                line,
                what: what.clone(),
            })
        })
    }
}

/// What is said of the law in a place that stories copy.
fn texts(dataset: &Dataset) -> Vec<String> {
    let records = dataset.records();
    let law = &records.instrument;
    let mut all: Vec<&Text> = vec![&records.credit, &law.status.line, &law.title, &law.short_title];
    all.extend(records.made.iter().chain(&records.missing));
    all.extend(records.provisions.iter().flat_map(|it| it.heading.iter().chain([&it.summary])));
    all.extend(records.provisions.iter().flat_map(|it| &it.note));
    all.extend(records.groups.iter().map(|it| &it.label));
    all.extend(
        records.organisations.iter().flat_map(|it| [&it.name].into_iter().chain(&it.description)),
    );
    all.extend(records.sources.iter().flat_map(|it| [&it.title, &it.short_title]));
    all.extend(records.concerns.iter().flat_map(|it| &it.related).flat_map(|it| &it.note));
    all.extend(records.concerns.iter().flat_map(|it| [&it.title, &it.summary]));
    all.extend(records.requests.iter().map(|it| &it.summary));
    all.extend(records.replies.iter().map(|it| &it.summary));
    let evidence = records.concerns.iter().flat_map(|it| &it.evidence);
    let evidence = evidence.chain(records.requests.iter().flat_map(|it| &it.evidence));
    let evidence = evidence.chain(records.replies.iter().flat_map(|it| &it.evidence));
    let evidence = evidence.chain(records.positions.iter().map(|it| &it.evidence));
    let named =
        records.sources.iter().flat_map(|it| &it.parties).filter_map(|it| it.quote.as_ref());
    let quotes =
        evidence.filter_map(|it| it.quote.as_ref()).chain(named).map(|it| squeezed(&it.exact));
    let own = records.provisions.iter().flat_map(|it| &it.text).map(|it| squeezed(it));
    all.iter().flat_map(|it| it.wordings()).map(squeezed).chain(quotes).chain(own).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The words of a text or of markup, what its templates hold included, and where each run of them
/// stands in the source.
fn words_of(source: &str) -> (String, Vec<(usize, usize)>) {
    let (mut said, mut places) = (String::new(), Vec::new());
    for token in Tokenizer::new_with_emitter(source, DefaultEmitter::<usize>::new_with_span()) {
        let Ok(Token::String(text)) = token else { continue };
        let words = squeezed(&String::from_utf8_lossy(&text.value));
        if words.is_empty() {
            continue;
        }
        places.push((said.len(), text.span.start));
        said.push_str(&words);
        said.push(' ');
    }
    (said, places)
}
