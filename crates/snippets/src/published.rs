//! What is published of one story's explorer beside the loader: a page whose address is pasted, the
//! answer that it leads oEmbed to, and pictures. They stand in a folder of their own, by one name.

use crate::SnippetInput;

/// The folder, beside the loader.
pub const FOLDER: &str = "stories";

/// The address of one of the story's files; `behind` is what follows its name.
pub(crate) fn address(piece: &SnippetInput<'_>, behind: &str) -> String {
    format!("{}{FOLDER}/{}{behind}", piece.folder(), name(piece))
}

/// What the story's files are called by: the newsroom's name for it, or else the law and what the
/// explorer is set to, so that no two stories share one.
pub(crate) fn name(piece: &SnippetInput<'_>) -> String {
    let given = piece.name.map(slug).filter(|it| !it.is_empty());
    given.unwrap_or_else(|| {
        let set = options::to_json(&piece.options.written(piece.explorer.dataset()));
        let accent = piece.accent.map(|it| format!("{}{}", it.light, it.dark));
        let hash = publish::hash((set + &accent.unwrap_or_default()).as_bytes());
        format!("{}-{hash}", piece.explorer.dataset().records().id)
    })
}

/// A name that needs no escaping in an address or a file system.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_letters_digits_and_hyphens() {
        assert_eq!(slug("Hanoi: what’s next?"), "hanoi-what-s-next");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("الأخبار"), "");
    }
}
