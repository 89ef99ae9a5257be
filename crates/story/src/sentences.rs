//! Where a paragraph's sentences end. Unicode's rule ends one behind each abbreviation; that is
//! mended here.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a paragraph, without the space around them.
pub(crate) fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let bounds = paragraph.split_sentence_bound_indices();
    bounds.map(|(start, sentence)| start..start + sentence.trim_end().len()).collect()
}
