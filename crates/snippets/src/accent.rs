//! A colour of the newsroom's own, and how a page is told of it. Whether it can be read is for
//! whoever lets a journalist choose it.

use std::{error::Error, fmt, str::FromStr};

/// A colour by its shares of red, green and blue, written `#0b5487`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub [u8; 3]);

/// What is no colour in the form `#0b5487`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColour;

impl fmt::Display for NoColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour is written with six digits, such as #0b5487")
    }
}

impl Error for NoColour {}

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').ok_or(NoColour)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoColour);
        }
        let [_, red, green, blue] =
            u32::from_str_radix(digits, 16).map_err(|_| NoColour)?.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// What can be acted on and what is highlighted, in a newsroom's own colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On a light background.
    pub light: Colour,
    /// On a dark one; the same where one colour does for both.
    pub dark: Colour,
}

/// The line for the newsroom's own style sheet.
pub fn css(accent: Accent) -> String {
    let Accent { light, dark } = accent;
    let value =
        if light == dark { light.to_string() } else { format!("light-dark({light}, {dark})") };
    format!("provision-explorer, provision-ref {{ --provision-explorer-accent: {value}; }}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_as_it_is_written() {
        let colour: Colour = "#0B5487".parse().unwrap();
        assert_eq!(colour, Colour([0x0b, 0x54, 0x87]));
        assert_eq!(colour.to_string(), "#0b5487");
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "0b5487", "#0b548", "#0b54877", "#0b548g", "#+b5487", "#é5487", "red"] {
            assert_eq!(text.parse::<Colour>(), Err(NoColour), "{text}");
        }
    }

    #[test]
    fn one_colour_for_both_needs_no_choice() {
        let (light, dark) = (Colour([1, 2, 3]), Colour([255, 254, 253]));
        assert_eq!(
            css(Accent { light, dark }),
            "provision-explorer, provision-ref { --provision-explorer-accent: light-dark(#010203, #fffefd); }"
        );
        assert!(css(Accent { light, dark: light }).contains("accent: #010203;"));
    }
}
