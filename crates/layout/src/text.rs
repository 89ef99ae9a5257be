//! The paragraphs of all pages as one text.

use crate::{
    LeftOut, What,
    hyphen::{Vocabulary, join},
    line::number_of,
    note::{Flow, mark},
    paragraph::{Measure, Paragraph, paragraphs},
};

#[derive(Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) marks: Vec<LeftOut>,
    pub(crate) joined: Vec<String>,
}

/// A page's paragraphs. Notes stand behind the one that goes on over the page.
struct Leaf {
    body: Vec<Paragraph>,
    notes: Vec<Paragraph>,
}

pub(crate) fn written(flows: &[Flow]) -> Written {
    let blocks = || flows.iter().flat_map(|it| it.body.iter().chain(&it.notes));
    let known = Vocabulary::of(blocks().flat_map(|it| &it.lines).map(|it| it.words.as_str()));
    let measure = Measure::of(flows.iter().flat_map(|it| &it.body));
    let in_notes = Measure::of(flows.iter().flat_map(|it| &it.notes));
    let mut written = Written::default();
    let mut leaves: Vec<Leaf> = Vec::new();
    for flow in flows {
        let mut leaf = Leaf { body: Vec::new(), notes: Vec::new() };
        for block in &flow.body {
            let found = paragraphs(block, measure, &known, false, &mut written.joined);
            let found = gone_on(leaf.body.last_mut(), found, &known, &mut written.joined);
            leaf.body.extend(found);
        }
        for block in &flow.notes {
            leaf.notes.extend(paragraphs(block, in_notes, &known, true, &mut written.joined));
        }
        let before = leaves.iter_mut().rev().find(|it| !it.body.is_empty());
        let open = before.and_then(|it| it.body.last_mut());
        leaf.body = gone_on(open, leaf.body, &known, &mut written.joined);
        leaves.push(leaf);
    }
    written.marks = without_marks(&mut leaves);
    written.text = text(&leaves);
    written
}

/// Paragraphs without the first, where that belongs to one before.
fn gone_on(
    before: Option<&mut Paragraph>,
    mut found: Vec<Paragraph>,
    known: &Vocabulary,
    joined: &mut Vec<String>,
) -> Vec<Paragraph> {
    let Some(open) = before else { return found };
    if found.first().is_some_and(|it| open.goes_on(it)) {
        let rest = found.remove(0);
        joined.extend(join(&mut open.words, &rest.words, known));
        open.is_full = rest.is_full;
    }
    found
}

/// Takes raised numbers out that lead to a note; others are part of what is said, as in `m²`.
fn without_marks(leaves: &mut [Leaf]) -> Vec<LeftOut> {
    let mut told: Vec<LeftOut> = Vec::new();
    let all: Vec<String> =
        leaves.iter().flat_map(|it| &it.notes).filter_map(|it| mark(&it.words)).collect();
    for (page, leaf) in (1..).zip(leaves) {
        for paragraph in &mut leaf.body {
            let (words, marks) = parted(&paragraph.words, &all);
            paragraph.words = words;
            for words in marks {
                match told.iter_mut().find(|it| it.words == words) {
                    Some(known) if known.pages.last() == Some(&page) => {}
                    Some(known) => known.pages.push(page),
                    None => told.push(LeftOut { words, pages: vec![page], what: What::NoteMark }),
                }
            }
        }
    }
    told
}

/// Words without the marks of notes, and these.
fn parted(words: &str, notes: &[String]) -> (String, Vec<String>) {
    let (mut kept, mut marks) = (String::new(), Vec::new());
    let mut rest = words;
    while let Some(at) = rest.find(|it| number_of(it).is_some()) {
        let (before, from) = rest.split_at(at);
        let length = from.find(|it| number_of(it).is_none()).unwrap_or(from.len());
        let (raised, behind) = from.split_at(length);
        kept.push_str(before);
        let number: String =
            raised.chars().filter_map(number_of).map(|it| it.to_string()).collect();
        if notes.contains(&number) {
            marks.push(raised.to_string());
        } else {
            kept.push_str(raised);
        }
        rest = behind;
    }
    kept.push_str(rest);
    (kept, marks)
}

/// A paragraph a line. What begins on a later page has a form feed for each page that has begun.
fn text(leaves: &[Leaf]) -> String {
    let mut text = String::new();
    let mut turned = 0;
    for (page, leaf) in leaves.iter().enumerate() {
        for paragraph in leaf.body.iter().chain(&leaf.notes) {
            let words = paragraph.words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            for _ in turned..page {
                text.push('\u{c}');
            }
            turned = page;
            text.push_str(&words);
        }
    }
    text
}
