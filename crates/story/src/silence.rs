//! Whether a whole story speaks of a law at all: of its name or what may stand for that, of those who
//! speak in the dataset, or of how states make such laws. A story that does none of these is about
//! whatever else has articles, and no list of words says what that may be.

use dataset::Dataset;

/// How states make laws among themselves, by the beginnings of words.
const AMONG_STATES: &str = "delegat diplomat negotiat négociat negocia ratif signator signatair \
                            plenar accession unterhänd unterzeichn multilateral دبلوماسي مفاوض \
                            التصديق المفاوضات وفود الوفد الموقعة";

/// What fewer words leave unsaid says nothing.
const STORY: usize = 60;

/// Whether a text is long enough to name its law, and doesn't. `told` says whether it has a name that may
/// be this law's.
pub(crate) fn is_silent(text: &str, dataset: &Dataset, told: bool) -> bool {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let of_states =
        |word: &str| AMONG_STATES.split_ascii_whitespace().any(|it| word.starts_with(it));
    !told
        && words().nth(STORY).is_some()
        && !words().any(of_states)
        && !dataset.organisations().any(|(_, it)| {
            let names = it.name.wordings().chain(it.short_name.as_deref());
            names.chain(it.aliases.iter().map(String::as_str)).any(|name| has(text, name))
        })
}

fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, it)| {
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        let after = text.get(start + it.len()..).and_then(|it| it.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
