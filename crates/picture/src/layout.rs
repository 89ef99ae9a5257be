//! Where each paragraph stands, in letters as large as there is room for.

use std::{iter, sync::Arc};

use cosmic_text::{
    Align, Attrs, Buffer, Fallback, Family, FontSystem, Metrics, Shaping, Weight, Wrap,
    fontdb::{Database, Source},
};
use unicode_script::Script;

use crate::{
    HEIGHT, Line, Words,
    encode::Ink,
    room::{GAP, INDENT, LEADING, MARGIN, QUOTE, SIZES, SMALLEST_QUOTE, SMALLEST_SCALE, width},
};

const SANS: &str = "Noto Sans";
const SERIF: &str = "Noto Serif";
const ARABIC: &str = "Noto Naskh Arabic";

/// A paragraph's letters.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    family: &'static str,
    weight: Weight,
    ink: Ink,
}

/// From top to bottom.
const STYLES: [Style; 5] = [
    Style { family: SANS, weight: Weight::BOLD, ink: Ink::Accent },
    Style { family: SERIF, weight: Weight::NORMAL, ink: Ink::Black },
    Style { family: SANS, weight: Weight::BOLD, ink: Ink::Black },
    Style { family: SANS, weight: Weight::NORMAL, ink: Ink::Grey },
    Style { family: SANS, weight: Weight::NORMAL, ink: Ink::Grey },
];

/// A paragraph in its place.
pub(crate) struct Placed {
    pub(crate) buffer: Buffer,
    pub(crate) ink: Ink,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) height: f32,
    /// Whether a rule stands where it begins.
    pub(crate) ruled: bool,
    pub(crate) rtl: bool,
}

/// The fonts that come with this crate, and no others.
pub(crate) fn fonts() -> FontSystem {
    let mut fonts = Database::new();
    let files: [&[u8]; 5] = [
        include_bytes!("../fonts/NotoSans.ttf"),
        include_bytes!("../fonts/NotoSans-Bold.ttf"),
        include_bytes!("../fonts/NotoSerif.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
    ];
    for file in files {
        fonts.load_font_source(Source::Binary(Arc::new(file)));
    }
    FontSystem::new_with_locale_and_db_and_fallback("en".into(), fonts, Beside)
}

/// Where a letter is looked for that its paragraph's font lacks.
struct Beside;

impl Fallback for Beside {
    fn common_fallback(&self) -> &[&'static str] {
        &[SANS, SERIF, ARABIC]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, _: Script, _: &str) -> &[&'static str] {
        &[]
    }
}

/// Every paragraph in its place; none where even the smallest letters have no room.
pub(crate) fn place(fonts: &mut FontSystem, words: &Words) -> Option<Vec<Placed>> {
    sizes().find_map(|(quote, scale)| placed(fonts, words, quote, scale))
}

/// Sizes of the quotation's letters, and what all others are scaled by, from the largest down.
fn sizes() -> impl Iterator<Item = (f32, f32)> {
    let down = |from: f32, by: f32, least: f32| {
        iter::successors(Some(from), move |it| Some(it - by)).take_while(move |it| *it >= least)
    };
    let largest = SIZES.get(QUOTE).copied().unwrap_or(SMALLEST_QUOTE);
    let large = down(largest, 2.0, SMALLEST_QUOTE).map(|size| (size, 1.0));
    let small = down(0.95, 0.05, SMALLEST_SCALE).map(|scale| (SMALLEST_QUOTE * scale, scale));
    large.chain(small)
}

fn placed(fonts: &mut FontSystem, words: &Words, quote: f32, scale: f32) -> Option<Vec<Placed>> {
    let mut all = Vec::new();
    let paragraphs = words.lines().into_iter().zip(STYLES).zip(SIZES);
    for (place, ((line, style), size)) in paragraphs.enumerate() {
        if line.text.is_empty() {
            continue;
        }
        let ruled = place == QUOTE;
        let size = if ruled { quote } else { size * scale };
        all.push(set(fonts, line, style, size, ruled));
    }
    let gaps = GAP * scale;
    let needed = all.iter().map(|it| it.height + gaps).sum::<f32>() - gaps;
    let spare = f32::from(HEIGHT) - 2.0 * MARGIN - needed;
    if spare < 0.0 {
        return None;
    }
    let mut top = MARGIN;
    let last = all.len().checked_sub(1)?;
    for (place, it) in all.iter_mut().enumerate() {
        // What is left stands above the quotation and above the credit in equal parts.
        if it.ruled || place == last {
            top += spare / 2.0;
        }
        it.top = top;
        top += it.height + gaps;
    }
    Some(all)
}

/// A paragraph in its letters, as wide as there is room.
fn set(fonts: &mut FontSystem, line: &Line, style: Style, size: f32, ruled: bool) -> Placed {
    let indent = if ruled { INDENT } else { 0.0 };
    let left = MARGIN + if line.rtl { 0.0 } else { indent };
    let metrics = Metrics::relative(size, LEADING);
    let mut buffer = Buffer::new(fonts, metrics);
    buffer.set_wrap(Wrap::WordOrGlyph);
    buffer.set_size(Some(width(ruled)), None);
    let (mark, align) = if line.rtl { (RIGHT, Align::Right) } else { (LEFT, Align::Left) };
    let attributes = Attrs::new().family(Family::Name(style.family)).weight(style.weight);
    let text = format!("{mark}{}", line.text.replace(['\n', '\r', '\t'], " "));
    buffer.set_text(&text, &attributes, Shaping::Advanced, Some(align));
    buffer.shape_until_scroll(fonts, false);
    let height = buffer.layout_runs().map(|run| run.line_height).sum();
    Placed { buffer, ink: style.ink, left, top: 0.0, height, ruled, rtl: line.rtl }
}

/// Marks without a sign of their own that say which way a paragraph runs, whatever it begins with.
const LEFT: char = '\u{200e}';
const RIGHT: char = '\u{200f}';
