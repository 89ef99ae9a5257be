//! The interface's words: how a message is filled in, and how a language arrives.

use std::sync::atomic::{AtomicUsize, Ordering};

use authoring::CalendarDate;
use provision_explorer::{Language, around, fill, with};

/// A number, what is filled in, and a message, a line each; the whole is taken for the file of a
/// language as well.
pub fn messages(data: &[u8]) {
    let text = crate::text(data);
    let mut lines = text.splitn(3, '\n');
    let number = lines.next().unwrap_or_default();
    let (a, message) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    a_message_is_filled_by_its_names_alone(message, a);
    let count = number.parse().unwrap_or_default();
    for language in Language::ALL {
        a_language_counts(language, count, a);
    }
    if let Ok(date) = number.parse::<CalendarDate>() {
        let year = date.year().to_string();
        assert!(Language::ALL.iter().all(|it| it.date(date).ends_with(&year)));
    }
    a_language_arrives(&text);
}

fn a_message_is_filled_by_its_names_alone(message: &str, a: &str) {
    let filled = with(message, a);
    assert_eq!(fill(message, &[("b", ""), ("a", a), ("a", "the second")]), filled);
    if !message.replace("{a}", "").contains(['{', '}']) {
        assert_eq!(filled, message.replace("{a}", a), "what is filled in is not read again");
    }
    if message.matches('{').count() == 1 && message.contains("{a}") {
        let (before, after) = around(message);
        assert_eq!(filled, [before, a, after].concat());
    }
}

fn a_language_counts(language: Language, number: usize, a: &str) {
    let about = [language.provisions_of, language.matrix_size, language.cell];
    for message in about {
        let told = language.count(&message, number, a);
        assert!(told.contains(a), "{told}");
        assert!(!told.replace(a, "").contains(['{', '}']) || a.is_empty(), "{told}");
    }
}

/// Each file stays in memory as long as the process, so one process reads so many.
const MOST_FILES: usize = 100_000;

/// A file of a language, cut or mixed up as it may be: once read, it travels unchanged.
fn a_language_arrives(file: &str) {
    static READ: AtomicUsize = AtomicUsize::new(0);
    if READ.fetch_add(1, Ordering::Relaxed) >= MOST_FILES {
        return;
    }
    let file = file.replace('\r', "");
    let language = Language::from_file(file.clone());
    let written = language.to_file();
    let lines = |file: &str| file.split('\n').count();
    assert_eq!(lines(&written), lines(&Language::fallback().to_file()));
    assert!(written.starts_with(&format!("{}\n", language.tag)) && written.ends_with(language.tag));
    for ends in ["\n", "\r\n"] {
        let sent = written.replace('\n', ends);
        assert_eq!(Language::from_file(sent).to_file(), written);
    }
    let told = language.count(&language.provisions, 3, "");
    // What the file lacks is said in English.
    let longest = file.len().max(Language::fallback().to_file().len());
    assert!(told.len() <= longest + 1, "nothing is added to a message but its number");
}
