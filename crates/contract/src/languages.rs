//! The languages of the interface, and the sentences that are needed before the module is there.
//! All other words are in `src/messages`.

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

/// All of them; the first is part of the module, and spoken where no other fits.
pub const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        name: "English",
        english: "English",
        loading: "Loading …",
        failed: "The explorer could not be loaded.",
        retry: "Try again",
    },
    Language {
        tag: "fr",
        name: "français",
        english: "French",
        loading: "Chargement…",
        failed: "L’explorateur n’a pas pu être chargé.",
        retry: "Réessayer",
    },
    Language {
        tag: "ar",
        name: "العربية",
        english: "Arabic",
        loading: "جارٍ التحميل…",
        failed: "تعذّر تحميل المستكشف.",
        retry: "إعادة المحاولة",
    },
];

/// The language with this tag.
pub fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|it| it.tag == tag)
}
