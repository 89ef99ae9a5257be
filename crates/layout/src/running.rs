//! Running heads and feet, and the numbers of pages.

// cspell:words pagina sida strona stránka oldal עמוד ivxlc

use std::collections::BTreeSet;

use dataset::digit;

use crate::{
    LeftOut, What,
    line::{Piece, Sheet, share},
    number::number,
};

/// So many lines from an edge of the page may be no part of the text.
const LINES: usize = 4;

/// A line with more pieces is no running head.
const MOST: usize = 16;

/// What stands at an edge of a page, and is looked for on others.
struct Edge {
    page: usize,
    piece: usize,
    words: String,
    /// The words with a sign for each number, and the numbers.
    pattern: String,
    numbers: Vec<usize>,
    baseline: i32,
    size: i32,
    /// So many lines stand between it and the edge.
    row: usize,
    /// A gap parts it from the next line, or nothing follows.
    is_parted: bool,
    is_top: bool,
}

/// Takes them out of the pages.
pub(crate) fn take_out(sheets: &mut [Sheet], body: i32) -> Vec<LeftOut> {
    let edges: Vec<_> = sheets.iter().enumerate().flat_map(|(page, it)| edges(page, it)).collect();
    let mut taken: Vec<(&Edge, What)> = Vec::new();
    let pages = sheets.len();
    for page in 0..pages {
        // Others are looked for on the next two pages, either way.
        let from = edges.partition_point(|it| it.page + 2 < page);
        let to = edges.partition_point(|it| it.page <= page + 2);
        let near = edges.get(from..to).unwrap_or_default();
        for is_top in [true, false] {
            let here: Vec<_> =
                near.iter().filter(|it| it.page == page && it.is_top == is_top).collect();
            taken.extend(outside(&here, near, body, pages));
        }
    }
    let told = told(&taken);
    let mut gone: Vec<_> = taken.iter().map(|(it, _)| (it.page, it.piece)).collect();
    gone.sort_unstable();
    for (page, sheet) in sheets.iter_mut().enumerate() {
        let mut nth = 0;
        sheet.pieces.retain(|_| {
            nth += 1;
            gone.binary_search(&(page, nth - 1)).is_err()
        });
    }
    told
}

/// What of one edge of a page is no part of the text, up to where a gap parts it from that.
fn outside<'e>(here: &[&'e Edge], all: &[Edge], body: i32, pages: usize) -> Vec<(&'e Edge, What)> {
    let (mut taken, mut open) = (Vec::new(), Vec::new());
    for row in 0..LINES {
        let of_row: Vec<_> = here.iter().filter(|it| it.row == row).collect();
        let found = of_row.iter().map(|it| Some((**it, what(it, all, body, pages)?)));
        // What stands on a line with words of the text may be a part of these: `5. Lamps are lit.`
        let Some(found) = found.collect::<Option<Vec<_>>>() else { break };
        open.extend(found);
        if of_row.iter().any(|it| it.is_parted) {
            taken.append(&mut open);
        } else if !taken.is_empty() {
            // Behind a gap, lines that stand together are a paragraph.
            break;
        }
    }
    taken
}

/// The pieces of the first and of the last lines.
fn edges(page: usize, sheet: &Sheet) -> Vec<Edge> {
    let mut all: Vec<_> = sheet.pieces.iter().map(|it| it.baseline).collect();
    all.sort_unstable();
    let is_crowded = |at: i32| {
        let of_line = all.partition_point(|it| *it <= at) - all.partition_point(|it| *it < at);
        of_line > MOST
    };
    let mut baselines = all.clone();
    baselines.dedup();
    let usual = usual_gap(&baselines);
    let edge = |(nth, piece): (usize, &Piece)| {
        let above = baselines.partition_point(|it| *it < piece.baseline);
        let below = baselines.len() - 1 - above;
        // On a page with few lines, the nearer edge is that of the paper.
        let is_top = piece.baseline < sheet.height / 2;
        let row = if is_top { above } else { below };
        let next = if is_top { Some(above + 1) } else { above.checked_sub(1) };
        let next = next.and_then(|it| baselines.get(it));
        let is_parted =
            next.is_none_or(|it| it.abs_diff(piece.baseline) > usual.saturating_add(usual / 5));
        (row < LINES && !is_crowded(piece.baseline)).then(|| {
            let words = piece.own_words();
            let (pattern, numbers) = pattern(&words);
            let (baseline, size) = (piece.baseline, piece.size);
            Edge {
                page,
                piece: nth,
                words,
                pattern,
                numbers,
                baseline,
                size,
                row,
                is_parted,
                is_top,
            }
        })
    };
    sheet.pieces.iter().enumerate().filter_map(edge).collect()
}

/// What lines of one paragraph keep from the next: a quarter of all keep no more.
fn usual_gap(baselines: &[i32]) -> u32 {
    let gaps = baselines.iter().zip(baselines.iter().skip(1)).map(|(a, b)| a.abs_diff(*b));
    let mut gaps: Vec<_> = gaps.collect();
    gaps.sort_unstable();
    // Where there are few lines, they say nothing of what is usual.
    if gaps.len() < 4 { 0 } else { gaps.get(gaps.len() / 4).copied().unwrap_or_default() }
}

/// Words without what differs from page to page.
fn pattern(words: &str) -> (String, Vec<usize>) {
    let (mut pattern, mut numbers, mut digits) = (String::new(), Vec::new(), Vec::new());
    for letter in words.chars().chain(['\n']) {
        if let Some(digit) = digit(letter) {
            digits.push(digit);
            continue;
        }
        if !digits.is_empty() {
            numbers.push(number(digits.drain(..)));
            pattern.push('#');
        }
        pattern.extend(letter.to_lowercase());
    }
    (pattern.trim().into(), numbers)
}

/// Words that stand beside the number of a page.
const BESIDE_NUMBERS: &str = "page pages p pg seite s von of de sur página pagina pág side sida av \
                              strona stránka oldal blz pagina صفحة الصفحة من עמוד";

/// What an edge is, if it is no part of the text.
fn what(edge: &Edge, all: &[Edge], body: i32, pages: usize) -> Option<What> {
    let words = || edge.pattern.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    // With others it is a label, a price or a list: `(1)`, `$1`, `1, 2`.
    let is_plain = |it: char| it.is_alphabetic() || it.is_whitespace() || "#-–—/|.".contains(it);
    let is_number = (1..=2).contains(&edge.numbers.len())
        && edge.pattern.chars().all(is_plain)
        && words().all(|it| BESIDE_NUMBERS.split_whitespace().any(|known| known == it));
    if is_number && (pages == 1 || follows(edge, all)) {
        let is_first = edge.numbers.first() == Some(&1) && edge.row == 0;
        return (pages > 1 || is_first).then_some(What::Number);
    }
    if is_roman(&edge.words) && all.iter().any(|it| is_near(edge, it) && is_roman(&it.words)) {
        return Some(What::Number);
    }
    let is_same = |it: &&Edge| is_near(edge, it) && it.pattern == edge.pattern;
    let mut same = all.iter().filter(is_same);
    if same.clone().any(|it| it.numbers == edge.numbers) {
        return Some(What::Running);
    }
    // `Proposed amendment 5` at the head of a page is the text's; `The Lamp Club – 5` is not.
    let is_no_heading = edge.size < share(body, 95)
        || words().next().is_some() && edge.pattern.contains(['–', '—', '|', '·', '•']);
    (is_no_heading && same.any(|it| counts(edge, it))).then_some(What::Running)
}

/// Whether a number of another page is as much more as that page comes later.
fn follows(edge: &Edge, all: &[Edge]) -> bool {
    all.iter().any(|it| is_near(edge, it) && it.pattern == edge.pattern && counts(edge, it))
}

fn counts(edge: &Edge, other: &Edge) -> bool {
    let number = |it: &Edge, nth: usize| it.numbers.get(nth).and_then(|it| i64::try_from(*it).ok());
    let pages = |it: &Edge| i64::try_from(it.page).unwrap_or_default();
    (0..edge.numbers.len()).any(|nth| {
        let (Some(here), Some(there)) = (number(edge, nth), number(other, nth)) else {
            return false;
        };
        there - here == pages(other) - pages(edge)
    })
}

/// Whether another stands at the same place, on the next page or, where left and right pages differ,
/// the one behind that.
fn is_near(edge: &Edge, other: &Edge) -> bool {
    (1..=2).contains(&edge.page.abs_diff(other.page))
        && edge.is_top == other.is_top
        && edge.baseline.abs_diff(other.baseline) <= 400
        && edge.size.abs_diff(other.size) <= 60
}

fn is_roman(words: &str) -> bool {
    let words = words.trim_matches(|it: char| !it.is_alphanumeric());
    !words.is_empty() && words.len() <= 6 && words.chars().all(|it| "ivxlc".contains(it))
}

/// What was taken out, once for all pages; words that differ by their numbers one after the other.
fn told(taken: &[(&Edge, What)]) -> Vec<LeftOut> {
    let mut told: Vec<(&Edge, LeftOut)> = Vec::new();
    let mut known = BTreeSet::new();
    for (edge, what) in taken {
        let page = edge.page + 1;
        let is_new = known.insert((*what, &edge.words));
        let is_same = |(first, it): &&mut (&Edge, LeftOut)| {
            it.what == *what && (*what == What::Number || first.pattern == edge.pattern)
        };
        let Some((_, it)) = told.iter_mut().find(is_same) else {
            let words = edge.words.clone();
            told.push((edge, LeftOut { words, pages: vec![page], what: *what }));
            continue;
        };
        if it.pages.last() != Some(&page) {
            it.pages.push(page);
        }
        if is_new {
            it.words.push_str(" · ");
            it.words.push_str(&edge.words);
        }
    }
    told.into_iter().map(|(_, it)| it).collect()
}
