//! The names of the options, as attributes and in JSON, and what kind of value each takes.

use crate::{LONGEST_NOTE, Loading, Theme, ViewKind};

/// The levels that a heading may have in a page, whose own is the first.
pub const HEADING_LEVELS: [&str; 5] = ["2", "3", "4", "5", "6"];

/// What kind of value an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these whole numbers.
    Whole(&'static [&'static str]),
    /// Holds by being there.
    Flag,
    /// One provision.
    Provision,
    /// Provisions, as a text or as a list of texts.
    Provisions,
    /// Groups, as a text or as a list of texts.
    Groups,
    /// A text of at most so many characters for each provision; fits no attribute.
    Notes(usize),
}

macro_rules! options {
    ($($(#[doc = $about:literal])+ $name:ident $option:literal $attribute:expr, $kind:expr;)*) => {
        /// The name of an option.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Name {
            $($(#[doc = $about])+ $name,)*
        }

        impl Name {
            /// All of them, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in JSON and JavaScript.
            pub const fn option(self) -> &'static str {
                match self {
                    $(Self::$name => $option,)*
                }
            }

            /// Its name as an attribute; none for what doesn't fit one.
            pub const fn attribute(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => $attribute,)*
                }
            }

            /// What kind of value it takes.
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => $kind,)*
                }
            }

            /// What it sets, for the reference.
            pub const fn about(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($about),+).trim_ascii(),)*
                }
            }
        }
    };
}

options! {
    /// address of a dataset; without it, the bundled one
    Dataset "dataset" Some("dataset"), Kind::Text;
    /// provisions that the story speaks of, in editorial order
    Highlight "highlight" Some("highlight"), Kind::Provisions;
    /// show the highlighted provisions alone, with what is inside them
    Only "only" Some("only"), Kind::Flag;
    /// the view to begin with
    View "view" Some("view"), Kind::Word(ViewKind::WORDS);
    /// groups of people to begin with, by id (`journalists`) or label
    Audience "audience" Some("audience"), Kind::Groups;
    /// the one provision that is open at first
    Open "open" Some("open"), Kind::Provision;
    /// a heading in place of the law's short title
    Heading "heading" Some("heading"), Kind::Text;
    /// one or two sentences beneath the heading that say what this is; without it, a general one
    Dek "dek" Some("dek"), Kind::Text;
    /// level of the heading in the page's outline; those inside follow it, down to the sixth. Without
    /// it, the second
    HeadingLevel "headingLevel" Some("heading-level"), Kind::Whole(&HEADING_LEVELS);
    /// the interface's language, a BCP 47 tag; without it, that of the text around the element, or
    /// else English
    Lang "lang" Some("lang"), Kind::Text;
    /// light, dark, or as the page's own `color-scheme` says
    Theme "theme" Some("theme"), Kind::Word(Theme::WORDS);
    /// when it is fetched. For readers who save data, and with `interaction`, it waits for the first
    /// sign that somebody acts on it, where the page has its text or first view; otherwise, and without
    /// this, until it is near
    Loading "loading" Some("loading"), Kind::Word(Loading::WORDS);
    /// read and write the page's fragment, and offer "Copy link"; for one explorer a page, a second
    /// is told so
    DeepLinks "deepLinks" Some("deep-links"), Kind::Flag;
    /// the editor's notes by provision, one line each; JSON as an attribute
    Notes "notes" Some("notes"), Kind::Notes(LONGEST_NOTE);
}

impl Name {
    /// All attributes, for whoever observes them.
    pub fn attributes() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().filter_map(|name| name.attribute())
    }

    /// All names in JSON and JavaScript.
    pub fn options() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|name| name.option())
    }

    /// The option that has this name as an attribute.
    pub fn of_attribute(attribute: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.attribute() == Some(attribute))
    }

    /// The option that has this name in JSON.
    pub fn of_option(option: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.option() == option)
    }
}
