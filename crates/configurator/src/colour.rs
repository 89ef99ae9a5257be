//! A newsroom's own colour: whether it can be read on the explorer's paper, and the nearest that can.

use palette::{
    FromColor as _, IsWithinBounds as _, Oklch, Srgb, convert::FromColorUnclamped as _,
    color_difference::Wcag21RelativeContrast as _,
};

/// A colour as a colour picker gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour(Srgb<u8>);

/// The explorer's paper: `--_paper` of `src/styles/base.css`.
pub(crate) const LIGHT: Colour = Colour(Srgb::new(0xff, 0xff, 0xff));
/// The paper of the dark theme.
pub(crate) const DARK: Colour = Colour(Srgb::new(0x17, 0x19, 0x1c));

/// What WCAG 2.2 AA asks for between text and what is behind it (1.4.3).
const LEAST: f32 = 4.5;

/// How finely the nearest lightness is looked for: a 256th is less than a step of a channel.
const STEPS: u16 = 512;

impl Colour {
    /// Reads `#rrggbb`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        digits.parse().ok().map(Self)
    }

    /// The contrast to another, from 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f32 {
        self.0.into_format::<f32>().relative_contrast(other.0.into_format())
    }

    /// Whether links in this colour can be read on a paper.
    pub(crate) fn reads_on(self, paper: Self) -> bool {
        self.contrast(paper) >= LEAST
    }

    /// The nearest colour that can be read on a paper: of the same hue, and as little darker or
    /// lighter as will do.
    pub(crate) fn for_paper(self, paper: Self) -> Self {
        if self.reads_on(paper) {
            return self;
        }
        let own = Oklch::from_color(self.0.into_format::<f32>());
        let distance = |colour: Self| {
            (Oklch::from_color(colour.0.into_format::<f32>()).l - own.l).abs()
        };
        let ends = [LIGHT, Self(Srgb::new(0, 0, 0))];
        let shades = (0..=STEPS).map(|step| shade(own, f32::from(step) / f32::from(STEPS)));
        let readable = shades.chain(ends).filter(|colour| colour.reads_on(paper));
        readable.min_by(|one, other| distance(*one).total_cmp(&distance(*other))).unwrap_or(self)
    }
}

/// The hue at another lightness, with as much of its chroma as a screen can show.
fn shade(own: Oklch, lightness: f32) -> Colour {
    let mut shade = Oklch { l: lightness, ..own };
    while shade.chroma > 0.001 && !Srgb::from_color_unclamped(shade).is_within_bounds() {
        shade.chroma *= 0.95;
    }
    Colour(Srgb::from_color(shade).into_format())
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::read(text).expect("a colour")
    }

    #[test]
    fn a_colour_is_read_as_pickers_write_it_and_in_no_other_way() {
        assert_eq!(colour("#0b5487").to_string(), "#0b5487");
        for wrong in ["0b5487", "#0b548", "#0b54877", "#0b548g", "red", "#fff", ""] {
            assert_eq!(Colour::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((colour("#000000").contrast(LIGHT) - 21.0).abs() < 0.01);
        assert!((colour("#777777").contrast(LIGHT) - 4.48).abs() < 0.01);
        assert!(!colour("#777777").reads_on(LIGHT), "the grey that is famous for just failing");
        assert!(colour("#767676").reads_on(LIGHT));
    }

    #[test]
    fn what_can_be_read_is_left_as_it_is() {
        assert_eq!(colour("#0b5487").for_paper(LIGHT), colour("#0b5487"));
    }

    #[test]
    fn a_yellow_becomes_the_lightest_brown_that_can_be_read() {
        let brown = colour("#ffcc00").for_paper(LIGHT);
        assert!(brown.reads_on(LIGHT));
        assert!(brown.contrast(LIGHT) < 4.7, "{brown} is darker than it need be");
    }

    proptest! {
        #[test]
        fn whatever_is_picked_the_nearest_can_be_read(red: u8, green: u8, blue: u8) {
            let picked = Colour(Srgb::new(red, green, blue));
            for paper in [LIGHT, DARK] {
                prop_assert!(picked.for_paper(paper).reads_on(paper));
            }
        }
    }
}
