//! Pictures of real quotations and of what is hard to set, in fonts that stand here.

use std::{env, fs};

use proptest::prelude::*;

use super::*;
use crate::{Line, Words};

const QUOTE: &str = "“States should not be able to compel people with specialist knowledge to undermine the security of the systems on which all of us depend.”";
const ARABIC: &str = "«لا ينبغي للدول أن تُجبر من لديه معرفة خاصة بالنظم (ICT) على إضعاف أمنها.»";

fn line(text: &str, rtl: bool) -> Line {
    Line { text: text.into(), rtl }
}

fn words(quote: &str, rtl: bool) -> Words {
    Words {
        about: line("Article 28(4) · A Convention", rtl),
        quote: line(quote, rtl),
        whose: line("— An open letter, A Coalition, 3 May 2024", rtl),
        beside: line("on Draft A/1. Whether it still applies has not been checked.", rtl),
        credit: line("Provision Explorer, edition 2. Summaries by the editors.", rtl),
    }
}

/// The picture's pixels; each a shade of the palette.
fn pixels(file: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
    reader.next_frame(&mut pixels).expect("pixels");
    pixels
}

fn png_of(words: &Words) -> Result<Vec<u8>, NoRoom> {
    png(&Order { words: words.clone(), accent: None })
}

/// Draws one, and keeps it where a person has asked to look at it.
fn drawn(name: &str, words: &Words) -> Vec<u8> {
    let file = png_of(words).expect("there is room");
    if let Some(folder) = env::var_os("PICTURES") {
        fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), &file).expect("kept");
    }
    assert!(file.len() <= 40_000, "{name}: {} bytes", file.len());
    let pixels = pixels(&file);
    let edge = 28; // half of the margin
    let rows = pixels.chunks_exact(usize::from(WIDTH));
    let inner = usize::from(WIDTH) - edge;
    assert!(rows.clone().all(|row| row[..edge].iter().chain(&row[inner..]).all(|it| *it == 0)));
    assert!(rows.clone().take(edge).chain(rows.rev().take(edge)).flatten().all(|it| *it == 0));
    file
}

/// How much ink stands left and right of the middle.
fn sides(file: &[u8]) -> (usize, usize) {
    let pixels = pixels(file);
    let count = |row: &[u8]| row.iter().filter(|it| **it > 0).count();
    let halves =
        pixels.chunks_exact(usize::from(WIDTH)).map(|row| row.split_at(usize::from(WIDTH) / 2));
    halves.fold((0, 0), |sum, (left, right)| (sum.0 + count(left), sum.1 + count(right)))
}

#[test]
fn a_quotation_is_as_large_as_there_is_room_and_the_longest_has_it_too() {
    let size = |name: &str, quote: &str| {
        let words = words(quote, false);
        drawn(name, &words);
        let placed = layout::place(&mut layout::fonts(), &words).expect("there is room");
        placed[1].buffer.metrics().font_size
    };
    let long: String = QUOTE.chars().cycle().take(300).collect();
    let (short, usual, longest) =
        (size("short", "“No.”"), size("usual", QUOTE), size("long", &long));
    assert!(short > usual && usual > longest && longest >= 34.0, "{short} {usual} {longest}");
}

#[test]
fn what_runs_from_right_to_left_begins_on_the_right() {
    let rtl = drawn("arabic", &words(ARABIC, true));
    let (left, right) = sides(&rtl);
    assert!(right > left, "{left} {right}");
    let (left, right) = sides(&drawn("latin", &words("“No.”", false)));
    assert!(left > right, "{left} {right}");
    // Whatever it begins with.
    let number = drawn("number", &Words { quote: line("28 دولة", true), ..Words::default() });
    let (left, right) = sides(&number);
    assert!(right > left, "{left} {right}");
}

#[test]
fn a_word_longer_than_a_line_is_broken_and_none_of_it_is_lost() {
    let word = "Rechtsschutzversicherungsgesellschaften".repeat(5);
    drawn("long-word", &words(&word, false));
    let fonts = &mut layout::fonts();
    let placed = layout::place(fonts, &words(&word, false)).expect("there is room");
    let mut shown = vec![false; placed[1].buffer.lines[0].text().len()];
    for glyph in placed[1].buffer.layout_runs().flat_map(|run| run.glyphs) {
        shown[glyph.start..glyph.end].fill(true);
    }
    assert!(shown.iter().all(|it| *it));
}

#[test]
fn what_has_no_room_or_no_letter_is_refused_and_never_cut() {
    let much = Words { credit: line(&QUOTE.repeat(12), false), ..words(QUOTE, false) };
    assert_eq!(png_of(&much), Err(NoRoom::TooLong));
    assert_eq!(png_of(&words("“网络犯罪”", false)), Err(NoRoom::Lacks('网')));
    assert_eq!(NoRoom::Lacks('网').to_string(), "the fonts have no `网` (U+7F51)");
}

#[test]
fn the_same_words_make_the_same_bytes() {
    assert_eq!(png_of(&words(ARABIC, true)), png_of(&words(ARABIC, true)));
}

#[test]
fn a_newsroom_s_colour_changes_what_is_acted_on_and_no_pixel_s_place() {
    let words = words(QUOTE, false);
    let palette = |file: &[u8]| {
        let reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a picture");
        reader.info().palette.clone().expect("a palette").into_owned()
    };
    let accent = Some([0x7a, 0x0c, 0x5b]);
    let (ours, theirs) = (png_of(&words), png(&Order { words: words.clone(), accent }));
    let (ours, theirs) = (ours.expect("there is room"), theirs.expect("there is room"));
    assert_eq!(pixels(&ours), pixels(&theirs));
    assert!(palette(&ours).ends_with(&[0x0b, 0x54, 0x87]));
    assert!(palette(&theirs).ends_with(&[0x7a, 0x0c, 0x5b]));
}

/// Words of letters that are covered, as somebody may write them.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let letters = ["[a-z]{1,12}", "[A-ZÀ-Ü]{1,9}", "[а-яё]{1,14}", "[ء-ي]{1,10}", "[α-ω]{1,9}"];
    let word = letters.into_iter().map(|it| proptest::string::string_regex(it).expect("letters"));
    let signs = ["-{1,3}", "\\(?[0-9]{1,4}\\)", "[.,;:!?»«“”]", "W{60,90}", "ﷺ?[%—…]{1,4}"];
    let sign = signs.into_iter().map(|it| proptest::string::string_regex(it).expect("signs"));
    let any = proptest::strategy::Union::new(word.chain(sign));
    proptest::collection::vec(any, 0..longest).prop_map(|it| it.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_fits_is_drawn(quote in text(60), whose in text(40), credit in text(40), rtl: bool) {
        let words = Words {
            whose: line(&whose, rtl),
            credit: line(&credit, rtl),
            ..words(&quote, rtl)
        };
        if words.fit().is_ok() {
            prop_assert!(layout::place(&mut layout::fonts(), &words).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_words_are_drawn_or_refused(quote in ".{0,300}", rtl: bool) {
        let words = words(&quote, rtl);
        if let Ok(file) = png_of(&words) {
            prop_assert_eq!(words.fit(), Ok(()));
            prop_assert_eq!(pixels(&file).len(), 1200 * 630);
        }
    }
}
