//! The door to the parser: a text in, citations and complaints out, in the order of the text.

use alloc::vec::Vec;

use super::{Citation, Unreadable, parser::Parser, token::tokens};

/// What a text names, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Citations, and the pieces that are none.
    pub items: Vec<Result<Citation, Unreadable>>,
}

impl Listing {
    /// The citations alone.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.items.iter().filter_map(|item| item.as_ref().ok())
    }

    /// What could not be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.items.iter().filter_map(|item| item.as_ref().err())
    }
}

/// Reads a list of citations as journalists write them in English, French and Arabic:
/// `28(4), Art. 14.4, art_36__para_1__point_b`, `Articles 28–30`, `paragraph 4 of Article 28`.
///
/// Where a piece may be read in two ways, or may speak of another law (`Article 38 of the
/// Directive`), it is refused rather than guessed. Time and memory grow with the text's length
/// alone; at most 1000 pieces are returned.
pub fn parse_list(text: &str) -> Listing {
    let tokens = tokens(text);
    Listing { items: Parser::new(text, &tokens).run() }
}
