//! Drop caps: a large letter that begins a paragraph and stands beside several of its lines.

use crate::{
    Run,
    line::{body_of, share},
};

/// A page with more of them has none.
const MOST: usize = 50;

/// Words by themselves that have one letter.
const WORDS: &str = "A I O À Y E É Ó";

/// Puts each before the line at its top, and the lines beside it to where it begins. Returns what is
/// read of each, as a letter alone doesn't say whether it is a word.
pub(crate) fn read(runs: &mut Vec<Run>) -> Vec<String> {
    let body = body_of(runs.iter());
    let caps: Vec<Run> = runs.iter().filter(|it| is_large(it, body)).cloned().collect();
    if caps.len() > MOST {
        return Vec::new();
    }
    caps.iter().filter_map(|it| put(it, runs)).collect()
}

fn is_large(run: &Run, body: i32) -> bool {
    let words = run.words.trim();
    let letters = words.trim_start_matches(['“', '"', '«', '‘', '\'']);
    run.size >= share(body, 180)
        && letters.chars().count() == 1
        && letters.chars().all(char::is_uppercase)
}

fn put(cap: &Run, runs: &mut Vec<Run>) -> Option<String> {
    let lines = beside(cap, runs);
    let [first, _, ..] = lines.as_slice() else { return None };
    let rest = runs.get(*first)?.words.clone();
    if !goes_on(&rest) {
        return None;
    }
    let words = whole(cap.words.trim(), &rest, runs);
    for nth in &lines {
        let line = runs.get_mut(*nth)?;
        line.width = line.right().saturating_sub(cap.left);
        line.left = cap.left;
    }
    let mut parts = words.split_whitespace();
    let told = match (parts.next()?, parts.next()) {
        (letter, Some(next)) if letter == cap.words.trim() => format!("{letter} {next}"),
        (word, _) => word.into(),
    };
    runs.get_mut(*first)?.words = words;
    let at = runs.iter().position(|it| it == cap)?;
    runs.remove(at);
    Some(told)
}

/// The first words of each line that stands at its side, from above.
fn beside(cap: &Run, runs: &[Run]) -> Vec<usize> {
    let above = |it: &Run| cap.baseline.saturating_sub(it.baseline);
    let is_level = |it: &&Run| {
        (-share(cap.size, 12)..share(cap.size, 90)).contains(&above(it)) && !it.is_blank()
    };
    let gap = |it: &Run| it.left.saturating_sub(cap.right());
    // A letter of a word in large letters begins nothing.
    let is_neighbour = |it: &Run| {
        it.size > share(cap.size, 60)
            && it != cap
            && gap(it).max(cap.left.saturating_sub(it.right())) <= cap.size
    };
    if runs.iter().filter(is_level).any(is_neighbour) {
        return Vec::new();
    }
    let is_beside = |it: &Run| {
        it.size <= share(cap.size, 60)
            && (-share(cap.size, 25)..=share(cap.size, 40)).contains(&gap(it))
    };
    let mut found: Vec<(usize, &Run)> =
        runs.iter().enumerate().filter(|(_, it)| is_level(it) && is_beside(it)).collect();
    found.sort_by_key(|(_, it)| it.baseline);
    let is_line = |a: &(usize, &Run), b: &(usize, &Run)| {
        b.1.baseline.saturating_sub(a.1.baseline) <= share(b.1.size, 25)
    };
    let lines = found.chunk_by(is_line);
    lines.filter_map(|it| it.iter().min_by_key(|(_, run)| run.left).map(|(nth, _)| *nth)).collect()
}

/// Whether words may follow a letter that began them, or that is a word.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    first.is_some_and(|it| it.is_lowercase() || "'’".contains(it))
        || first.is_some_and(char::is_uppercase) && second.is_some_and(char::is_uppercase)
}

/// The letter and what follows: a word of its own only where what follows is one elsewhere, too.
fn whole(letter: &str, rest: &str, runs: &[Run]) -> String {
    let bare = |it: &str| it.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let first = bare(rest.split_whitespace().next().unwrap_or_default());
    let words = runs.iter().flat_map(|it| it.words.split_whitespace());
    let is_word = WORDS.split_whitespace().any(|it| letter.ends_with(it))
        && words.filter(|it| bare(it) == first).nth(1).is_some();
    let space = if is_word && !rest.starts_with(char::is_whitespace) { " " } else { "" };
    format!("{letter}{space}{rest}")
}
