//! Whether there is room for what a picture says. That is worked out without the fonts, by how wide
//! letters are at most, so that whoever names a picture and whoever draws it say the same of it.

use crate::{HEIGHT, Line, WIDTH, Words};

/// The edge that stays free, in pixels.
pub(crate) const MARGIN: f32 = 56.0;
/// From the margin to the words quoted, with the rule between.
pub(crate) const INDENT: f32 = 36.0;
/// Between paragraphs.
pub(crate) const GAP: f32 = 22.0;
/// From one line to the next, in sizes of a letter.
pub(crate) const LEADING: f32 = 1.3;
/// Of the letters of each paragraph, in pixels, from top to bottom.
pub(crate) const SIZES: [f32; 5] = [30.0, 64.0, 27.0, 25.0, 21.0];
/// Which paragraph is the quotation.
pub(crate) const QUOTE: usize = 1;
/// The quotation's letters get as small as this before the others' do, in pixels.
pub(crate) const SMALLEST_QUOTE: f32 = 34.0;
/// Then all letters, down to so much of their size.
pub(crate) const SMALLEST_SCALE: f32 = 0.8;

/// How wide a paragraph may be, in pixels.
pub(crate) fn width(is_quote: bool) -> f32 {
    let indent = if is_quote { INDENT } else { 0.0 };
    f32::from(WIDTH) - 2.0 * MARGIN - indent
}

/// Whether the smallest letters have room, however the words break.
pub(crate) fn has_room(words: &Words) -> bool {
    let gaps = GAP * SMALLEST_SCALE;
    let mut needed = -gaps;
    for (place, (line, size)) in words.lines().into_iter().zip(SIZES).enumerate() {
        let is_quote = place == QUOTE;
        let size = if is_quote { SMALLEST_QUOTE } else { size } * SMALLEST_SCALE;
        if !line.text.is_empty() {
            needed += lines(line, width(is_quote) / size) * size * LEADING + gaps;
        }
    }
    needed <= f32::from(HEIGHT) - 2.0 * MARGIN
}

/// How many lines a paragraph has at most; `room` is how wide one is, in sizes of a letter.
fn lines(line: &Line, room: f32) -> f32 {
    // A word that is longer than a line is broken before the letter that has no room.
    let broken = room - WIDEST;
    let (mut lines, mut used) = (1.0, 0.0);
    for word in unbroken(&line.text) {
        let width: f32 = word.chars().map(widest).sum();
        if used + width <= room {
            used += width;
        } else if width <= room {
            (lines, used) = (lines + 1.0, width);
        } else {
            let whole = (width / broken).floor();
            (lines, used) = (lines + 1.0 + whole, width - whole * broken);
        }
    }
    lines
}

/// What is never broken while it has room on a line: breaks are counted on only between two letters
/// with a space between them, for signs may hold to what stands before or behind a space.
fn unbroken(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = |at: &usize| {
            let (before, behind) = (rest.get(..*at), rest.get(at + 1..));
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            letter(before.and_then(|it| it.chars().next_back()))
                && letter(behind.and_then(|it| it.chars().next()))
        };
        if rest.is_empty() {
            return None;
        }
        let end = rest.match_indices(' ').map(|(at, _)| at).find(ends);
        let (word, behind) = rest.split_at(end.map_or(rest.len(), |at| at + 1));
        rest = behind;
        Some(word)
    })
}

/// No letter that is covered is wider, in sizes of a letter.
const WIDEST: f32 = 2.5;
// cspell:disable
/// Those with little room, and those with much, of letters that are used every day.
const NARROW: &str = " !'(),-.:;[]ijl·‘’‚‹›أإاآ";
const SLIM: &str = "\"/?`frstIJ“”„–دذرزوة";
const WIDE: &str = "mw%@æœŵẁẃẅωώϖњљӎҗшщӕҧسشصض";
// cspell:enable

/// How wide a letter is at most in any of the fonts, in sizes of a letter.
fn widest(c: char) -> f32 {
    match c {
        _ if NARROW.contains(c) => 0.37,
        _ if SLIM.contains(c) => 0.53,
        _ if WIDE.contains(c) => 1.14,
        'a'..='z' | '0'..='9' | '«' | '»' => 0.66,
        'à'..='ž' if c.is_lowercase() => 0.79,
        // Signs that stand around numbers.
        '\u{600}'..='\u{605}' | '\u{6dd}' | '‰' | '‱' => WIDEST,
        _ if c.is_lowercase() || ('\u{620}'..='\u{64a}').contains(&c) => 0.88,
        _ => 1.14,
    }
}

#[cfg(test)]
mod tests {
    use ttf_parser::Face;

    use super::*;

    #[test]
    fn no_letter_is_wider_in_any_font_than_is_said() {
        let fonts: [&[u8]; 5] = [
            include_bytes!("../fonts/NotoSans.ttf"),
            include_bytes!("../fonts/NotoSans-Bold.ttf"),
            include_bytes!("../fonts/NotoSerif.ttf"),
            include_bytes!("../fonts/NotoNaskhArabic.ttf"),
            include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
        ];
        let fonts = fonts.map(|font| Face::parse(font, 0).expect("a font"));
        let width = |font: &Face<'_>, c| {
            let advance = font.glyph_hor_advance(font.glyph_index(c)?)?;
            Some(f32::from(advance) / f32::from(font.units_per_em()))
        };
        let wrong: Vec<_> = (' '..='\u{fffd}')
            .filter(|c| crate::covers(*c))
            .flat_map(|c| fonts.iter().filter_map(move |font| Some((c, width(font, c)?))))
            .filter(|(c, width)| *width > widest(*c))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn breaks_are_counted_on_between_letters_alone() {
        let parts = |text| unbroken(text).collect::<Vec<_>>();
        assert_eq!(parts("Qui ? Moi « ici » etc"), ["Qui ? Moi « ici » etc"]);
        assert_eq!(parts("one two, three"), ["one ", "two, three"]);
        assert_eq!(parts(" "), [" "]);
        assert!(parts("").is_empty());
    }
}
