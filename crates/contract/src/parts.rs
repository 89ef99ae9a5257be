//! The pieces that a page's style sheet may reach by `::part()`. A piece keeps its name for as long
//! as there is such a piece.

macro_rules! parts {
    ($($(#[doc = $about:literal])+ $name:ident = $part:literal;)+) => {
        $($(#[doc = $about])+ pub const $name: &str = $part;)+

        /// Name and meaning of each, from the outside in.
        pub const PARTS: &[(&str, &str)] =
            &[$(($part, concat!($($about),+).trim_ascii())),+];
    };
}

parts! {
    /// everything that is drawn, with the tokens and the background
    ROOT = "root";
    /// the explorer, or the card of a mention
    EXPLORER = "explorer";
    /// the title
    TITLE = "title";
    /// lens, sources and search
    FILTERS = "filters";
    /// the switch between the views
    VIEWS = "views";
    /// a provision's card
    PROVISION = "provision";
    /// a concern
    CONCERN = "concern";
    /// a quotation with its source
    EVIDENCE = "evidence";
    /// sources, credits and downloads at the end
    FOOT = "foot";
}
