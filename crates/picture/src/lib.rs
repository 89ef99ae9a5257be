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

pub use covers::covers;
#[cfg(feature = "draw")]
pub use draw::{NoRoom, png};

/// A picture's size in pixels: what services that show one beside a link ask for.
pub const WIDTH: u16 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u16 = 630;

/// What a picture says, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// Whether there is a letter for everything that it says.
    pub fn is_covered(&self) -> bool {
        self.lines().iter().all(|line| line.text.chars().all(covers))
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words; where there are none, it takes no room.
    pub text: String,
    /// Whether it runs from right to left.
    pub rtl: bool,
}
