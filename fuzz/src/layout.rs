//! Pages with words at places, as the script that reads PDFs hands them over.

use layout::{pages, read};

/// Whatever stands wherever: no letter is made up, no paragraph is empty, and no page begins behind
/// the last.
pub fn layout(data: &[u8]) {
    let Ok(pages) = pages(&crate::text(data)) else { return };
    let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
    let all: usize = pages.iter().flat_map(|it| &it.runs).map(|it| letters(&it.words)).sum();
    let reading = read(&pages);
    assert!(letters(&reading.text) <= all);
    assert!(reading.text.matches('\u{c}').count() < pages.len().max(1));
    assert!(reading.text.is_empty() || reading.text.lines().all(|it| !it.trim().is_empty()));
    let on_a_page = |it: &usize| (1..=pages.len()).contains(it);
    assert!(reading.left_out.iter().flat_map(|it| &it.pages).all(on_a_page));
    assert_eq!(read(&pages), reading);
}
