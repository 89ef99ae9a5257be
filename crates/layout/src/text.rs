//! The paragraphs of all pages as one text.

use crate::{
    LeftOut, PAGE_BREAK,
    hyphen::{Hyphens, Vocabulary, join},
    note::{Flow, Numbering},
    paragraph::{Measure, Paragraph, paragraphs},
    reference,
};

#[derive(Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) marks: Vec<LeftOut>,
    pub(crate) hyphens: Hyphens,
    /// Raised numbers that are none of a note, or may be.
    pub(crate) doubtful: Vec<String>,
}

/// A page's paragraphs.
#[derive(Default)]
pub(crate) struct Leaf {
    pub(crate) body: Vec<Paragraph>,
    pub(crate) notes: Vec<Paragraph>,
    /// The page that the last of the body ends on, counted from 0, where that is another.
    goes_on_to: Option<usize>,
}

pub(crate) fn written(flows: &[Flow]) -> Written {
    let blocks = || flows.iter().flat_map(|it| it.body.iter().chain(&it.notes));
    let known = Vocabulary::of(blocks().flat_map(|it| &it.lines).map(|it| it.words.as_str()));
    let measure = Measure::of(flows.iter().flat_map(|it| &it.body));
    let in_notes = Measure::of(flows.iter().flat_map(|it| &it.notes));
    let mut written = Written::default();
    let mut leaves: Vec<Leaf> = Vec::new();
    for flow in flows {
        let mut leaf = Leaf::default();
        for block in &flow.body {
            let found = paragraphs(block, measure, &known, None, &mut written.hyphens);
            let found = gone_on(leaf.body.last_mut(), found, &known, &mut written.hyphens);
            leaf.body.extend(found);
        }
        let mut numbering = Numbering::default();
        for block in &flow.notes {
            let notes = Some(&mut numbering);
            leaf.notes.extend(paragraphs(block, in_notes, &known, notes, &mut written.hyphens));
        }
        let (page, begun) = (leaves.len(), leaf.body.len());
        if let Some(before) = leaves.iter_mut().rev().find(|it| !it.body.is_empty()) {
            leaf.body = gone_on(before.body.last_mut(), leaf.body, &known, &mut written.hyphens);
            if leaf.body.len() < begun {
                before.goes_on_to = Some(page);
            }
        }
        leaves.push(leaf);
    }
    (written.marks, written.doubtful) = reference::take_out(&mut leaves);
    written.text = text(&leaves);
    written
}

/// Paragraphs without the first, where that belongs to one before.
fn gone_on(
    before: Option<&mut Paragraph>,
    mut found: Vec<Paragraph>,
    known: &Vocabulary,
    hyphens: &mut Hyphens,
) -> Vec<Paragraph> {
    let Some(open) = before else { return found };
    if found.first().is_some_and(|it| open.goes_on(it)) {
        let rest = found.remove(0);
        join(&mut open.words, &rest.words, known, hyphens);
        open.is_full = rest.is_full;
    }
    found
}

/// A paragraph a line. What begins on a later page has a form feed for each page that has begun before
/// it, and what ends on one has them behind it: so its words are whole, and yet both pages are known.
/// Notes stand before that one, while they are on their page.
fn text(leaves: &[Leaf]) -> String {
    let mut text = String::new();
    let mut turned = 0;
    for (page, leaf) in leaves.iter().enumerate() {
        let whole = leaf.body.len() - usize::from(leaf.goes_on_to.is_some());
        let (body, last) = leaf.body.split_at_checked(whole).unwrap_or_default();
        for paragraph in body.iter().chain(&leaf.notes).chain(last) {
            let words = paragraph.words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            for _ in turned..page {
                text.push(PAGE_BREAK);
            }
            turned = turned.max(page);
            text.push_str(&words);
        }
        if let Some(until) = leaf.goes_on_to {
            text.extend((turned..until).map(|_| PAGE_BREAK));
            turned = turned.max(until);
        }
    }
    text
}
