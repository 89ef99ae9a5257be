//! How often a law of text asks for memory, for each of its lines: the same on every machine, so a test
//! may hold it where it may hold no time. `--nocapture` shows the counts.
// cspell:ignore nocapture
#![allow(clippy::print_stdout, reason = "whoever asks for the counts wants to see them")]

use std::fmt::Write as _;

use allocation_counter::measure;
use statute::{Choice, File, read};

/// An article has five lines.
fn law(articles: usize) -> String {
    let mut text = String::from("Lamp Regulation\n\n");
    for nth in 1..=articles {
        let _ = write!(
            text,
            "Article {nth}\nLamps in street {nth}\n\n1. The council, where it sees fit, lights:\n\
             (a) every street that has a name;\n(b) lanes.\n\n"
        );
    }
    text
}

fn allocations(articles: usize) -> u64 {
    let text = law(articles);
    let file = File { name: "law.txt", bytes: text.as_bytes() };
    measure(|| drop(read(&[file], &Choice::default()))).count_total
}

#[test]
fn a_line_asks_for_little_memory_however_long_the_law_is() {
    let (small, large) = (allocations(200), allocations(2_000));
    let (of_small, of_large) = (small / (200 * 5), large / (2_000 * 5));
    println!("{of_small} for a line of a small law, {of_large} for one of a large law");
    assert!(of_large <= 140, "{of_large} for a line");
    assert!(
        of_large <= of_small + 3,
        "{of_small} for a line of a small law, {of_large} of a large"
    );
}
