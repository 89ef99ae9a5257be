//! A document as an editor opens it at the desk: the first line is the file's name, and the rest its
//! bytes.

use desk::{open, sha256};

/// So long a word is nobody's mark-up.
const LONG: usize = 5;

/// Either there are words in it, of which each that is left out is told, or there is a sentence that
/// says why not. What quotations were confirmed against comes again to the letter.
pub fn opened(data: &[u8]) {
    let at = data.iter().position(|it| *it == b'\n').unwrap_or(data.len());
    let name = crate::text(data.get(..at).unwrap_or_default());
    let bytes = data.get(at + 1..).unwrap_or_default();
    let opened = match open(&name, bytes, None) {
        Ok(opened) => opened,
        Err(why) => return assert!(!why.trim().is_empty() && !why.contains('\n'), "{why:?}"),
    };
    assert!(!opened.text.trim().is_empty(), "no words, and nothing said of it");
    assert!(!opened.text.contains('\r'));
    for line in &opened.left_out {
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{line:?}");
    }
    let again = open(&name, bytes, Some(&sha256(&opened.text))).map(|it| it.text);
    assert_eq!(again.as_ref(), Ok(&opened.text));
    if name.ends_with(".txt") && opened.left_out.is_empty() {
        let text = crate::text(bytes);
        let words = text.split(|it: char| !it.is_ascii_alphabetic()).filter(|it| it.len() > LONG);
        let lost: Vec<_> = words.filter(|it| !opened.text.contains(*it)).collect();
        assert_eq!(lost, [""; 0], "words that are nowhere");
    }
}
