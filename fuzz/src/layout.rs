//! Pages with words at places, as the script that reads PDFs hands them over.

use std::collections::{BTreeMap, BTreeSet};

use layout::{LeftOut, Page, Reading, pages, read};

/// Whatever stands wherever: no letter is made up, read twice or lost without a word, no paragraph is
/// empty, and no page begins behind the last.
pub fn layout(data: &[u8]) {
    let Ok(pages) = pages(&crate::text(data)) else { return };
    let reading = read(&pages);
    each_letter_is_read_or_told(&pages, &reading);
    assert!(reading.text.matches('\u{c}').count() < pages.len().max(1));
    assert!(reading.text.is_empty() || reading.text.lines().all(|it| !it.trim().is_empty()));
    let on_a_page = |it: &usize| (1..=pages.len()).contains(it);
    assert!(reading.left_out.iter().flat_map(|it| &it.pages).all(on_a_page));
    assert_eq!(read(&pages), reading);
}

/// How often each letter stands in texts.
fn letters<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for letter in texts.into_iter().flat_map(str::chars).filter(|it| it.is_alphabetic()) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

fn each_letter_is_read_or_told(pages: &[Page], reading: &Reading) {
    let runs = || pages.iter().flat_map(|it| &it.runs).map(|it| it.words.as_str());
    let (all, read) = (letters(runs()), letters([reading.text.as_str()]));
    for (letter, count) in &read {
        assert!(all.get(letter).is_some_and(|it| count <= it), "{letter} is read too often");
    }
    let words = |it: &LeftOut| vec![it.words.clone(); it.pages.len()];
    let told: Vec<String> = reading.left_out.iter().flat_map(words).collect();
    let told = letters(told.iter().map(String::as_str));
    // What is printed over itself counts once.
    for (letter, count) in letters(runs().collect::<BTreeSet<_>>()) {
        let kept = [&read, &told].map(|it| it.get(&letter).copied().unwrap_or_default());
        assert!(kept.iter().sum::<usize>() >= count, "{letter} is lost");
    }
}
