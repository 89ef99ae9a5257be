//! The four ways to look at a law.

use core::str::FromStr;

/// Which view is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKind {
    /// Provisions as cards.
    #[default]
    Provisions,
    /// Groups of people and what bears on them.
    Affected,
    /// Organisations and what they object to.
    Objections,
    /// Provisions against groups.
    Matrix,
}

impl ViewKind {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Provisions, Self::Affected, Self::Objections, Self::Matrix];

    /// The word for it in attributes, options and fragments.
    pub fn word(self) -> &'static str {
        match self {
            Self::Provisions => "provisions",
            Self::Affected => "affected",
            Self::Objections => "objections",
            Self::Matrix => "matrix",
        }
    }
}

/// The word isn't one of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownView;

impl FromStr for ViewKind {
    type Err = UnknownView;

    fn from_str(word: &str) -> Result<Self, UnknownView> {
        Self::ALL.into_iter().find(|view| view.word() == word).ok_or(UnknownView)
    }
}
