//! Options and fragments whose value is one of a few words.

/// An enum, its words and what each means, in one table.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, $default:ident by default {
            $($(#[doc = $about:literal])+ $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $about])+ $variant,)+
        }

        impl $name {
            /// All of them, in the order of the reference.
            pub const ALL: [Self; Self::WORDS.len()] = [$(Self::$variant),+];

            /// The words of all of them, in the same order.
            pub const WORDS: &[&'static str] = &[$($word),+];

            /// The word for it in attributes, options and fragments.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// What it means, for the reference.
            pub const fn about(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($about),+).trim_ascii(),)+
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        }

        impl core::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                Self::ALL.into_iter().find(|it| it.word() == word).ok_or(UnknownWord)
            }
        }
    };
}

/// The text is none of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

words! {
    /// Which view is on the screen.
    pub enum ViewKind, Provisions by default {
        /// provisions as cards
        Provisions = "provisions",
        /// groups of people, and which provisions bear on them
        Affected = "affected",
        /// organisations, and what they object to
        Objections = "objections",
        /// provisions against groups
        Matrix = "matrix",
    }
}

words! {
    /// When an explorer is fetched.
    pub enum Loading, Visible by default {
        /// as it comes near the reader's sight
        Visible = "visible",
        /// once the page has loaded and rests, whether it is seen or not
        Idle = "idle",
        /// at the first sign that the reader is about to act on it
        Interaction = "interaction",
    }
}

words! {
    /// Light or dark.
    pub enum Theme, Auto by default {
        /// dark text on a light background
        Light = "light",
        /// light text on a dark background
        Dark = "dark",
        /// as the `color-scheme` of the page around the element says
        Auto = "auto",
    }
}
