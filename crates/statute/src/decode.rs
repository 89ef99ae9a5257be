//! Bytes to text: by its mark, by what it says of itself, and never by a guess. A file whose bytes
//! are not what it says is refused, since a law with wrong letters in it is no law. Text that can't
//! say it, and is no UTF-8, is in what Windows wrote before.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a file it may say its encoding.
const HEAD: usize = 1024;

/// The text of a file; or why there is none, as the rest of a sentence.
pub(crate) fn text(bytes: &[u8]) -> Result<String, String> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err("is in UTF-32, which isn't read here; save it as UTF-8".into());
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => unmarked(bytes)?,
    };
    let (text, _, wrong) = encoding.decode(bytes);
    if wrong {
        let name = encoding.name();
        return Err(format!("{}; save it as UTF-8, and try again", what_is_wrong(bytes, name)));
    }
    Ok(text.into_owned())
}

/// Where UTF-8 ends to be UTF-8 can be said; of other encodings, that they are not.
fn what_is_wrong(bytes: &[u8], name: &str) -> String {
    let at = std::str::from_utf8(bytes).err().filter(|_| name == UTF_8.name());
    match at {
        Some(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            format!("isn't in {name} as it says or should be: line {line} has a byte that is none")
        }
        None => format!("isn't in {name}, though it says so"),
    }
}

/// What a file without a mark says of itself.
fn unmarked(bytes: &[u8]) -> Result<&'static Encoding, String> {
    match bytes {
        [0, b'<', ..] => return Ok(UTF_16BE),
        [b'<', 0, ..] => return Ok(UTF_16LE),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if let Some(encoding) = of_two_bytes(head) {
        return Ok(encoding);
    }
    if head.contains(&0) {
        return Err("is no text; save the law as XML, HTML, .txt or .docx".into());
    }
    let head = String::from_utf8_lossy(head);
    let Some(label) = declared(&head) else {
        let is_markup = head.trim_start().starts_with('<');
        let is_old = !is_markup && std::str::from_utf8(bytes).is_err();
        return Ok(if is_old { WINDOWS_1252 } else { UTF_8 });
    };
    match Encoding::for_label(label.as_bytes()) {
        // Its first bytes were just read, one for each letter.
        Some(found) if found == UTF_16LE || found == UTF_16BE => {
            Err(format!("says that it is in {label}, and isn't; save it as UTF-8"))
        }
        Some(found) => Ok(found),
        None => Err(format!("says that it is in `{label}`, which isn't known; save it as UTF-8")),
    }
}

/// UTF-16 without a mark, in which every other byte of most scripts' text is the same.
fn of_two_bytes(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first| head.iter().skip(first).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_most = |count: usize| count > 1 && count * 3 > head.len();
    match (is_most(even), is_most(odd)) {
        (true, false) if odd == 0 => Some(UTF_16BE),
        (false, true) if even == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding that an XML declaration or a page's head names.
fn declared(head: &str) -> Option<&str> {
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| {
        let declaration = rest.split("?>").next().unwrap_or_default();
        declaration.split_once("encoding").map(|(_, rest)| rest)
    });
    let label = match xml {
        Some(rest) => rest.trim_start().strip_prefix('=')?,
        None => head.split_once("charset=").map(|(_, rest)| rest)?,
    };
    let label = label.trim_start().trim_start_matches(['"', '\'']);
    label.split(['"', '\'', '>', ' ', ';', '/']).next().filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|it| if little { it.to_le_bytes() } else { it.to_be_bytes() })
            .collect()
    }

    #[test]
    fn a_text_is_read_in_the_encoding_that_it_has() {
        let law = "<?xml version=\"1.0\"?><a>§ 5 – Öl</a>";
        assert_eq!(text(law.as_bytes()).unwrap(), law);
        assert_eq!(text(format!("\u{FEFF}{law}").as_bytes()).unwrap(), law);
        assert_eq!(text(&utf16(law, true)).unwrap(), law);
        assert_eq!(text(&utf16(law, false)).unwrap(), law);
        assert_eq!(text(&utf16(&format!("\u{FEFF}{law}"), true)).unwrap(), law);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xA7 5 \xD6l</a>";
        assert!(text(latin).unwrap().ends_with("<a>§ 5 Öl</a>"));
        let page = b"<html><meta charset=windows-1252><p>\x93\xA7 5\x94</p>";
        assert!(text(page).unwrap().ends_with("<p>“§ 5”</p>"));
        let words = "§ 5 – Öl";
        assert_eq!(text(&utf16(words, true)).unwrap(), words);
        assert_eq!(text(&utf16(words, false)).unwrap(), words);
        assert_eq!(text(b"\xA7 5 \x96 \xD6l").unwrap(), words);
    }

    #[test]
    fn what_is_not_in_its_encoding_is_refused_with_its_line() {
        let refused = text(b"<a>\n\xA7 5</a>").unwrap_err();
        assert!(refused.contains("line 2") && refused.contains("save it as UTF-8"), "{refused}");
        let refused = text(b"<?xml version='1.0' encoding='UTF-8'?>\n\xE9").unwrap_err();
        assert!(refused.contains("line 2"), "{refused}");
        for wrong in [
            &b"<?xml version='1.0' encoding='UTF-16'?><a/>"[..],
            b"<?xml version='1.0' encoding='klingon'?><a/>",
            b"\xFF\xFE\0\0<\0\0\0",
            b"\0\x01\x02binary",
        ] {
            assert!(text(wrong).is_err(), "{wrong:?}");
        }
    }
}
