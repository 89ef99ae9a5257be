//! A quotation and what must be said beside it as a picture: words in, PNG out. The fonts stand in
//! `fonts/`, so that every machine draws the same pixels. No files, no laws, no markup; what is said,
//! and of whom, is for `snippets`.

#![forbid(unsafe_code)]

mod covers;
#[cfg(feature = "draw")]
mod draw;
#[cfg(feature = "draw")]
mod encode;
#[cfg(feature = "draw")]
mod layout;
mod room;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use covers::covers;
#[cfg(feature = "draw")]
pub use draw::png;

/// A picture's size in pixels: what services that show one beside a link ask for.
pub const WIDTH: u16 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u16 = 630;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// It says more than there is room for.
    TooLong,
    /// It has a character that the fonts lack.
    Lacks(char),
}

impl fmt::Display for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("its words are more than a picture has room for"),
            Self::Lacks(c) => write!(f, "the fonts have no `{c}` (U+{:04X})", u32::from(*c)),
        }
    }
}

impl std::error::Error for NoRoom {}

/// A colour: red, green, blue.
pub type Rgb = [u8; 3];

/// A picture that somebody is to draw, perhaps elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What it says.
    pub words: Words,
    /// The newsroom's colour on white.
    pub accent: Option<Rgb>,
}

/// What a picture says, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What it is about.
    pub about: Line,
    /// The words quoted, with their marks.
    pub quote: Line,
    /// Whose they are.
    pub whose: Line,
    /// What else must be known of them.
    pub beside: Line,
    /// Who answers for the picture.
    pub credit: Line,
}

impl Words {
    /// All lines in order.
    pub fn lines(&self) -> [&Line; 5] {
        [&self.about, &self.quote, &self.whose, &self.beside, &self.credit]
    }

    /// Whether there is a letter and room for everything that it says. Whatever fits is drawn.
    ///
    /// # Errors
    /// Where the words are too many, or a character is in none of the fonts.
    pub fn fit(&self) -> Result<(), NoRoom> {
        let mut texts = self.lines().into_iter().flat_map(|line| line.text.chars());
        match texts.find(|c| !covers(*c)) {
            Some(c) => Err(NoRoom::Lacks(c)),
            None if !room::has_room(self) => Err(NoRoom::TooLong),
            None => Ok(()),
        }
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its words; where there are none, it takes no room.
    pub text: String,
    /// Whether it runs from right to left.
    pub rtl: bool,
}
