//! The keys of a page's fragment that say something to an explorer.

macro_rules! keys {
    ($($(#[doc = $about:literal])+ $name:ident = $key:literal;)+) => {
        $($(#[doc = $about])+ pub const $name: &str = $key;)+

        /// All of them, in the order in which they are written.
        pub const KEYS: [&str; ABOUT.len()] = [$($name),+];

        /// What the value of each is, in the same order, for the reference.
        pub const ABOUT: &[&str] = &[$(concat!($($about),+).trim_ascii()),+];
    };
}

keys! {
    /// open provisions, by id
    OPEN = "pe";
    /// the view
    VIEW = "view";
    /// groups chosen, by id
    AUDIENCE = "for";
    /// sources chosen, by id
    SOURCES = "by";
    /// the text searched for
    QUERY = "q";
    /// open organisations, by id
    ORGANISATIONS = "org";
    /// the open cell of the matrix, `provision,group`
    CELL = "cell";
}
