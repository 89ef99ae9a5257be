//! Places that are named by less than a citation, since one stands right before: "its paragraph 1(b)".
//! Only what the law has below that place counts. A bare number is none, though "el 28" may be meant as
//! one: days are numbers as well, and most laws have articles of these numbers.

use std::ops::Range;

use dataset::Dataset;

use crate::{Mention, What};

// cspell:words apartado
/// What stands below an article, in front of its number. The English `para` is a word of Spanish.
const BELOW: &str = "paragraph absatz abs paragraphe párrafo apartado الفقرة فقرة";

/// As words in front of it: `its fourth paragraph`.
const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];

/// Behind a number, these say that it is part of something else.
const OF: &str = "of de des du del der von in من and y et und to à a bis por";

/// A word of a paragraph, without the signs around it.
struct Word<'t> {
    span: Range<usize>,
    key: String,
    /// What parts it from the next one.
    gap: &'t str,
}

/// Adds them to the mentions of a paragraph. `lists` are all citations in it, whosever they are.
pub(crate) fn add(
    paragraph: &str,
    lists: &[Range<usize>],
    sentences: &[Range<usize>],
    mentions: &mut Vec<Mention>,
    dataset: &Dataset,
) {
    let words = words(paragraph);
    let mut added = Vec::new();
    for at in 0..words.len() {
        let Some((span, number)) = short(&words, at) else { continue };
        let next = lists.get(lists.partition_point(|it| it.end <= span.start));
        let cited = next.is_some_and(|it| it.start < span.end);
        let Some(before) = before(&span, lists, sentences, mentions).filter(|_| !cited) else {
            continue;
        };
        let doubt = before.doubt;
        let place = |outer| dataset.cited_one(&format!("{outer}({number})")).ok();
        let Some(place) = before.outer(dataset).and_then(place) else { continue };
        let around = sentences.partition_point(|it| it.end < span.end);
        let sentence = sentences.get(around).unwrap_or(&span).clone();
        added.push(Mention { span, sentence, what: What::Here(vec![place]), doubt, unread: None });
    }
    mentions.extend(added);
    mentions.sort_by_key(|it| it.span.start);
}

impl Mention {
    /// The number of the article that it leads to, or leads into.
    fn outer(&self, dataset: &Dataset) -> Option<String> {
        let What::Here(places) = &self.what else { return None };
        let [place] = places.as_slice() else { return None };
        let short = dataset.short(*place)?;
        Some(short.split('(').next()?.trim().to_owned())
    }
}

/// The place that was named last, in this sentence or the one before; none where another law's, or one
/// that reads two ways, was named since.
fn before<'m>(
    span: &Range<usize>,
    lists: &[Range<usize>],
    sentences: &[Range<usize>],
    mentions: &'m [Mention],
) -> Option<&'m Mention> {
    let last = mentions.partition_point(|it| it.span.end <= span.start).checked_sub(1)?;
    let last = mentions.get(last)?;
    let cited = lists.partition_point(|it| it.end <= span.start).checked_sub(1)?;
    let cited = lists.get(cited)?;
    let of = |place: usize| sentences.partition_point(|it| it.end <= place);
    let near = of(span.start) - of(last.span.start) <= 1;
    (near && cited.start <= last.span.start && last.span.end <= cited.end).then_some(last)
}

/// What begins at a word, if that is something, and its number below an article.
fn short(words: &[Word<'_>], at: usize) -> Option<(Range<usize>, String)> {
    let (word, next) = (words.get(at)?, words.get(at + 1)?);
    let span = word.span.start..next.span.end;
    let has = |list: &str, key: &str| list.split_ascii_whitespace().any(|it| it == key);
    let is_apart = |last: &Word<'_>, behind: Option<&Word<'_>>| {
        let joined = last.gap.trim().is_empty() && !last.gap.is_empty();
        !last.gap.trim_start().starts_with(['%', '°'])
            && !behind.is_some_and(|it| joined && has(OF, &it.key))
    };
    let behind = words.get(at + 2);
    if let Some(nth) = ORDINALS.iter().position(|it| *it == word.key)
        && next.key == "paragraph"
        && is_apart(next, behind)
    {
        return Some((span, (nth + 1).to_string()));
    }
    let counts = next.key.starts_with(|c: char| c.is_ascii_digit()) && is_apart(next, behind);
    let number = || next.key.trim_end_matches(')').replace('(', ")(");
    (counts && has(BELOW, &word.key)).then(|| (span, number()))
}

/// Words as they are cut at spaces, and at signs that belong to no number.
fn words(paragraph: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let inside = |c: char| c.is_alphanumeric();
    let mut rest = 0;
    while let Some(start) = paragraph.get(rest..).and_then(|it| it.find(inside)) {
        let start = rest + start;
        let text = paragraph.get(start..).unwrap_or_default();
        let mut end = start + text.find(|c| !inside(c)).unwrap_or(text.len());
        // `1(b)`
        while let Some(letter) = bracketed(paragraph.get(end..).unwrap_or_default()) {
            end += letter;
        }
        if let Some(last) = words.last_mut() {
            last.gap = paragraph.get(last.span.end..start).unwrap_or_default();
        }
        let key = paragraph.get(start..end).unwrap_or_default().to_lowercase();
        words.push(Word { span: start..end, key, gap: "" });
        rest = end;
    }
    words
}

/// How long a letter or a number in brackets is that begins here.
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('(')?.split_once(')')?.0;
    let short = (1..=2).contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_alphanumeric());
    short.then_some(inner.len() + 2)
}
