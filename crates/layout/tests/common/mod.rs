//! Pages as a PDF has them: words by their places.
#![allow(dead_code, reason = "each test file uses its part")]

use layout::{Page, Run, read};

/// A line of letters half as wide as they are high.
pub(crate) fn run(words: &str, left: i32, baseline: i32, size: i32) -> Run {
    let letters: i32 = words.chars().map(|_| 1).sum();
    let width = letters * size / 2;
    Run { words: words.into(), left, baseline, width, size }
}

pub(crate) fn page(runs: Vec<Run>) -> Page {
    Page { height: 84_000, runs, ..Page::default() }
}

/// Lines from above to below, each at the left, 14 points apart.
pub(crate) fn lines(words: &[&str], left: i32, top: i32) -> Vec<Run> {
    (0..).zip(words).map(|(nth, it)| run(it, left, top + nth * 1_400, 1_000)).collect()
}

pub(crate) fn text(runs: Vec<Run>) -> String {
    read(&[page(runs)]).text
}

pub(crate) const FIRST: [&str; 3] = [
    "The council let the lamps of the whole town go out for",
    "forty nights, and nobody in the town hall has given an",
    "explanation.",
];

pub(crate) const SECOND: [&str; 3] = [
    "We ask the council to light them again before the next",
    "winter, and to say in public what the nights of dark-",
    "ness have saved.",
];

pub(crate) const WHOLE: [&str; 2] = [
    "The council let the lamps of the whole town go out for forty nights, and nobody in the town hall \
     has given an explanation.",
    "We ask the council to light them again before the next winter, and to say in public what the \
     nights of darkness have saved.",
];

pub(crate) fn both(left: i32, top: i32) -> Vec<Run> {
    [lines(&FIRST, left, top), lines(&SECOND, left, top + 4_200)].concat()
}

/// Three pages with a head, a number at the foot, and a paragraph that goes on over each.
pub(crate) fn letter() -> Vec<Page> {
    let page = |number: i32| {
        let mut runs = vec![run("The Lamp Club, an open letter", 20_000, 4_000, 900)];
        runs.extend(lines(&FIRST, 7_000, 8_000));
        runs.extend(lines(&SECOND, 7_000, 12_200));
        runs.extend(lines(
            &["Whoever pays for the dark is one who has not asked for"],
            7_000,
            16_400,
        ));
        runs.push(run(&format!("{number} of 3"), 29_000, 80_000, 900));
        runs
    };
    let mut pages: Vec<_> = (1..4).map(|it| self::page(page(it))).collect();
    // The last has few lines, so that most gaps are wide.
    if let Some(last) = pages.last_mut() {
        last.runs.retain(|it| !(11_000..79_000).contains(&it.baseline));
    }
    pages
}

/// Words of a line from the right, each a run by itself, in their order in the file.
pub(crate) fn from_the_right(words: &str, right: i32, baseline: i32, size: i32) -> Vec<Run> {
    let mut left = right;
    let place = |it: &str| {
        let one = run(it, 0, baseline, size);
        left -= one.width;
        let placed = Run { left, ..one };
        left -= size * 3 / 10;
        placed
    };
    words.split(' ').map(place).collect()
}
