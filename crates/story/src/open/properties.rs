//! What a document's own properties say of it, as far as anybody meant it: programs fill them in, too.
// cspell:words vorlage indd dokument documento untitled unbenannt sans titre docx python libreoffice openpyxl

use quick_xml::{Reader, escape::resolve_xml_entity, events::Event};

use crate::{About, day::day};

/// What programs call a document that nobody gave a title.
const NO_TITLES: &str =
    "document dokument documento untitled unbenannt microsoft word template vorlage";
/// Whom programs name where they know nobody.
const NOBODY: &str = "administrator admin user author owner windows microsoft office python-docx \
                      libreoffice openpyxl unknown default guest pc";

/// What the properties of a document say that its words say, too; and the rest, to be told. A letter that
/// was written over an old one has that one's title and day, and a typist's account for its author.
pub(crate) fn about(title: &str, creator: &str, created: &str, text: &str) -> (About, String) {
    let meant = meant(title, creator, created);
    let words = plain(text);
    let mut rest = Vec::new();
    let mut said = |it: String, is_said: bool| {
        let taken = if is_said { it.clone() } else { String::new() };
        rest.extend(Some(it).filter(|it| !(is_said || it.is_empty())));
        taken
    };
    let is_said = |it: &str| words.contains(&plain(it));
    let is_dated = text.lines().any(|it| day(it).is_some_and(|it| it == meant.date));
    let (has_title, has_name) = (is_said(&meant.title), is_said(&meant.publisher));
    let about = About {
        title: said(meant.title, has_title),
        publisher: said(meant.publisher, has_name),
        date: said(meant.date, is_dated),
        ..About::default()
    };
    (about, rest.join(", "))
}

fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What they say, but for what a program filled in.
fn meant(title: &str, creator: &str, created: &str) -> About {
    let (title, creator) = (title.trim(), creator.trim());
    let is_anybody = !is_of(creator, NOBODY);
    About {
        title: if is_of(title, NO_TITLES) || is_file(title) { "" } else { title }.into(),
        publisher: if is_anybody { creator } else { "" }.into(),
        // What a program wrote from a template has its template's day.
        date: day(created).filter(|_| is_anybody).unwrap_or_default(),
        ..About::default()
    }
}

/// Whether all words are among these, but for numbers.
fn is_of(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    let mut all =
        text.split(|it: char| !(it.is_alphabetic() || it == '-')).filter(|it| !it.is_empty());
    all.all(|word| words.split_whitespace().any(|it| it == word))
}

/// Whether a title is the name of a file, or a program's with one.
fn is_file(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [".doc", ".docx", ".dotx", ".dot", ".odt", ".rtf", ".indd", ".pdf", ".txt"];
    endings.iter().any(|it| lower.ends_with(it)) || lower.starts_with("microsoft word - ")
}

/// The properties of a Word document: its part `docProps/core.xml`.
pub(super) fn of_core(xml: &str, text: &str) -> (About, String) {
    let mut reader = Reader::from_str(xml);
    let mut said: [String; 3] = Default::default();
    let mut open = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                let names = ["title", "creator", "created"];
                open = names.iter().position(|it| *it == tag.local_name().as_ref());
            }
            Event::End(_) => open = None,
            Event::Eof => break,
            Event::Text(words) => say(&mut said, open, &words.xml10_content()),
            Event::GeneralRef(name) => {
                let char = name.resolve_char_ref().ok().flatten().map(String::from);
                let sign = char.or_else(|| resolve_xml_entity(&name).map(Into::into));
                say(&mut said, open, &sign.unwrap_or_default());
            }
            _ => {}
        }
    }
    let [title, creator, created] = said;
    about(&title, &creator, &created, text)
}

fn say(said: &mut [String; 3], open: Option<usize>, words: &str) {
    if let Some(text) = open.and_then(|nth| said.get_mut(nth)) {
        text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::{about, meant};

    #[test]
    fn what_the_words_do_not_say_is_told_and_fills_nothing() {
        let text = "Lamp  Club\n3 February 2026\nOn OIL\nArticle 5 must go.";
        let (said, rest) = about("On oil", "Lamp Club", "2026-02-03T23:15:00Z", text);
        assert_eq!(
            [&*said.title, &*said.publisher, &*said.date, &*rest],
            ["On oil", "Lamp Club", "2026-02-03", ""]
        );
        let (said, rest) = about("Summer 2019", "petra.schmidt", "2019-05-02T10:00:00Z", text);
        assert_eq!(said, crate::About::default());
        assert_eq!(rest, "Summer 2019, petra.schmidt, 2019-05-02");
    }

    #[test]
    fn what_a_program_filled_in_says_nothing() {
        for title in [
            "",
            "Document1",
            "Microsoft Word - Letter.doc",
            "letter final.docx",
            "Unbenannt 2",
            "Dokument 3",
        ] {
            assert_eq!(meant(title, "", "").title, "", "{title}");
        }
        assert_eq!(meant("The document of 1998", "", "").title, "The document of 1998");
        for creator in ["", "Administrator", "Microsoft Office User", "python-docx", "user 1"] {
            let said = meant("On oil", creator, "2013-12-23T23:15:00Z");
            assert_eq!(
                (&*said.title, &*said.publisher, &*said.date),
                ("On oil", "", ""),
                "{creator}"
            );
        }
        let said = meant(" On oil ", "Ada User", "2026-02-03T23:15:00Z");
        assert_eq!(
            (&*said.title, &*said.publisher, &*said.date),
            ("On oil", "Ada User", "2026-02-03")
        );
    }
}
