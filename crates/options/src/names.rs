//! The names of the options: a public contract, in one table. Whatever spells an attribute or an
//! option takes it from here.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident $option:literal $attribute:expr;)*) => {
        /// The name of an option.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Name {
            $($(#[$doc])* $name,)*
        }

        impl Name {
            /// All of them, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in JSON and JavaScript.
            pub fn option(self) -> &'static str {
                match self {
                    $(Self::$name => $option,)*
                }
            }

            /// Its name as an attribute; none for what doesn't fit one.
            pub fn attribute(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => $attribute,)*
                }
            }
        }
    };
}

names! {
    /// The dataset's address.
    Dataset "dataset" Some("dataset");
    /// Provisions that the story speaks of.
    Highlight "highlight" Some("highlight");
    /// Highlighted provisions alone.
    Only "only" Some("only");
    /// The view to begin with.
    View "view" Some("view");
    /// The groups to begin with.
    Audience "audience" Some("audience");
    /// The provision that is open at first.
    Open "open" Some("open");
    /// A heading of the newsroom's own.
    Heading "heading" Some("heading");
    /// The interface's language.
    Lang "lang" Some("lang");
    /// Light or dark.
    Theme "theme" Some("theme");
    /// Whether to read and write the page's fragment.
    DeepLinks "deepLinks" Some("deep-links");
    /// Editor's notes.
    Notes "notes" None;
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

    pub(crate) fn of_attribute(attribute: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.attribute() == Some(attribute))
    }

    pub(crate) fn of_option(option: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.option() == option)
    }
}
