//! Whether a newsroom's own colour can be read on the explorer's paper, and the nearest that can.

use contract::tokens::PAPER;
use palette::{
    FromColor as _, IsWithinBounds as _, Oklch, Srgb,
    color_difference::Wcag21RelativeContrast as _, convert::FromColorUnclamped as _,
};
use snippets::Colour;

/// The explorer's paper.
pub(crate) const LIGHT: Colour = Colour(PAPER.light);
/// The paper of the dark theme.
pub(crate) const DARK: Colour = Colour(PAPER.dark);

const BLACK: Colour = Colour([0, 0, 0]);

/// What WCAG 2.2 AA asks for between text and what is behind it (1.4.3).
const LEAST: f32 = 4.5;

/// How many shades of a hue are tried, so that one is never far from the next.
const SHADES: u16 = 512;

/// The contrast of two colours, from 1 to 21.
pub(crate) fn contrast(one: Colour, other: Colour) -> f32 {
    srgb(one).relative_contrast(srgb(other))
}

/// Whether links in a colour can be read on a paper.
pub(crate) fn reads_on(colour: Colour, paper: Colour) -> bool {
    contrast(colour, paper) >= LEAST
}

/// The nearest colour that can be read on a paper: of the same hue, and as little darker or lighter
/// as will do.
pub(crate) fn readable(colour: Colour, paper: Colour) -> Colour {
    if reads_on(colour, paper) {
        return colour;
    }
    let own = Oklch::from_color(srgb(colour));
    let distance = |it: &Colour| (Oklch::from_color(srgb(*it)).l - own.l).abs();
    let shades = (0..=SHADES).map(|step| shade(own, f32::from(step) / f32::from(SHADES)));
    let readable = shades.chain([LIGHT, BLACK]).filter(|it| reads_on(*it, paper));
    readable.min_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap_or(colour)
}

fn srgb(Colour([red, green, blue]): Colour) -> Srgb {
    Srgb::new(red, green, blue).into_format()
}

/// The hue at another lightness, with as much of its chroma as a screen can show.
fn shade(own: Oklch, lightness: f32) -> Colour {
    let mut shade = Oklch { l: lightness, ..own };
    while shade.chroma > 0.001 && !Srgb::from_color_unclamped(shade).is_within_bounds() {
        shade.chroma *= 0.95;
    }
    let shade: Srgb<u8> = Srgb::from_color(shade).into_format();
    Colour([shade.red, shade.green, shade.blue])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(BLACK, LIGHT) - 21.0).abs() < 0.01);
        assert!((contrast(colour("#777777"), LIGHT) - 4.48).abs() < 0.01);
        assert!(!reads_on(colour("#777777"), LIGHT), "the grey that is famous for just failing");
        assert!(reads_on(colour("#767676"), LIGHT));
    }

    #[test]
    fn what_can_be_read_is_left_as_it_is() {
        assert_eq!(readable(colour("#0b5487"), LIGHT), colour("#0b5487"));
    }

    #[test]
    fn a_yellow_becomes_the_lightest_brown_that_can_be_read() {
        let brown = readable(colour("#ffcc00"), LIGHT);
        assert!(reads_on(brown, LIGHT));
        assert!(contrast(brown, LIGHT) < 4.7, "{brown} is darker than it need be");
    }

    proptest! {
        #[test]
        fn whatever_is_picked_the_nearest_can_be_read(red: u8, green: u8, blue: u8) {
            for paper in [LIGHT, DARK] {
                prop_assert!(reads_on(readable(Colour([red, green, blue]), paper), paper));
            }
        }
    }
}
