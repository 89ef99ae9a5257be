//! What the loader and the reference say of a language of the interface. Which there are, and these
//! sentences, stand with all other words in `src/messages`.

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag; also the name of its file of words.
    pub tag: &'static str,
    /// Its name in its own words.
    pub name: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Something is on its way.
    pub loading: &'static str,
    /// The explorer could not be fetched.
    pub failed: &'static str,
    /// Fetches it again.
    pub retry: &'static str,
}
