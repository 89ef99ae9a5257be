//! What searching the words of a law in parts costs, for laws of three sizes: `cargo bench -p publish`,
//! or some of them, as in `cargo bench -p publish -- 2000`. Times are ratios to the same law in one
//! file; a browser's come from `cargo xtask bench`.
// Misspelt or made up: cspell:ignore vismar minsiter
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a table for whoever measures")]

use std::{
    collections::BTreeMap,
    env,
    rc::Rc,
    time::{Duration, Instant},
};

use authoring::{Dataset, json, read};
use explorer::{EditorialConfig, Explorer, State, wanted_postings};
use law::law;
use publish::{File, Publication};

const SIZES: [usize; 3] = [2_000, 20_000, 100_000];
/// Typed letter by letter: a frequent word, a rare one, and one that is misspelt.
const TYPED: [&str; 3] = ["record", "vismar", "minsiter"];
/// How often each key is timed; the median counts.
const RUNS: usize = 15;

fn main() {
    let asked: Vec<usize> = env::args().filter_map(|it| it.parse().ok()).collect();
    println!("| provisions | files | bytes | packed | typed | fetched | packed | key, ratio |");
    println!("|--:|--:|--:|--:|---|--:|--:|--:|");
    for size in SIZES.into_iter().filter(|it| asked.is_empty() || asked.contains(it)) {
        let law = Rc::new(read(json::parse(&law(size).to_string()).unwrap()).dataset.unwrap());
        measure(&law);
    }
}

fn measure(law: &Rc<Dataset>) {
    let published = Publication::of(law).unwrap();
    let files: BTreeMap<&str, &str> =
        published.files().map(|File { name, text }| (name.as_str(), text.as_str())).collect();
    let words = files.iter().filter(|(name, _)| name.contains("-words-"));
    let sizes: Vec<(usize, usize)> = words.map(|(_, text)| (text.len(), packed(text))).collect();
    let (bytes, all): (Vec<_>, Vec<_>) = sizes.iter().copied().unzip();
    let (bytes, all) = (bytes.iter().sum::<usize>(), all.iter().sum::<usize>());
    for typed in TYPED {
        let parts = Explorer::new(Rc::new(named(&published.named.text, &files)), none());
        let whole = Explorer::new(Rc::clone(law), none());
        let (mut came, mut came_packed, mut ratios) = (0, 0, Vec::new());
        for (at, letter) in typed.char_indices() {
            let query = typed.get(..at + letter.len_utf8()).unwrap();
            let state = State { query: query.into(), ..State::default() };
            for text in look_up(&parts, &state, &files) {
                came += 1;
                came_packed += packed(text);
            }
            assert_eq!(parts.select(&state), whole.select(&state), "{query}");
            ratios.push(time(&parts, &state).as_secs_f64() / time(&whole, &state).as_secs_f64());
        }
        let worst = ratios.into_iter().fold(0.0, f64::max);
        let (size, count) = (law.provisions().len(), sizes.len());
        println!(
            "| {size} | {count} | {bytes} | {all} | {typed} | {came} | {came_packed} | {worst:.2} |"
        );
    }
}

fn none() -> EditorialConfig {
    EditorialConfig::default()
}

/// A law of which all names are here.
fn named(beginning: &str, files: &BTreeMap<&str, &str>) -> Dataset {
    let begun = Dataset::open(beginning).unwrap();
    let index = begun.awaits().unwrap().index.name.clone();
    begun.with_index(files.get(index.as_str()).unwrap()).unwrap()
}

/// Takes in what a search lacks, until it lacks nothing.
fn look_up<'f>(
    explorer: &Explorer,
    state: &State,
    files: &BTreeMap<&str, &'f str>,
) -> Vec<&'f str> {
    let mut came = Vec::new();
    loop {
        let wanted = wanted_postings(explorer, state);
        if wanted.is_empty() {
            return came;
        }
        for file in wanted.iter() {
            let text = files.get(explorer.dataset().posting_file(*file).unwrap()).unwrap();
            explorer.dataset().fill_postings(*file, text).unwrap();
            came.push(*text);
        }
    }
}

/// How long an explorer that remembers no answer takes.
fn time(explorer: &Explorer, state: &State) -> Duration {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let explorer = explorer.with_editorial(none());
            let begun = Instant::now();
            std::hint::black_box(explorer.select(state));
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

/// Its bytes as a server sends them.
fn packed(text: &str) -> usize {
    let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut packed, &params).unwrap()
}
