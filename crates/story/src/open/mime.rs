//! What mails are made of: headers and parts within parts (RFC 2045, 2047, 2231). Written here, since the
//! crates that read them weigh more than all of the desk's own reading of files.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Nobody nests parts deeper.
const DEEPEST: usize = 16;
/// Bytes of a header that are read, and of an encoded word, of which RFC 2047 has 75.
const LONGEST_HEADER: usize = 64 << 10;
const LONGEST_WORD: usize = 1000;

/// What a part is that is a mail itself.
const MAIL: &str = "message/rfc822";

/// A mail, or one of its parts.
pub(super) struct Part<'m> {
    /// Their names in small letters, and what they say, on one line and undecoded.
    headers: Vec<(String, String)>,
    body: &'m [u8],
    /// None in what isn't `multipart/…`.
    pub(super) parts: Vec<Self>,
}

/// What a header says before its first semicolon, in small letters, and its parameters.
pub(super) struct Said {
    pub(super) value: String,
    params: Vec<(String, String)>,
}

impl Said {
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

impl<'m> Part<'m> {
    /// None where it begins with no header.
    pub(super) fn of(bytes: &'m [u8]) -> Option<Self> {
        let part = Self::within(bytes, 0);
        (!part.headers.is_empty()).then_some(part)
    }

    fn within(bytes: &'m [u8], depth: usize) -> Self {
        let (headers, body) = headers(bytes);
        let mut part = Self { headers, body, parts: Vec::new() };
        let kind = part.kind();
        if let Some(boundary) = kind.param("boundary")
            && kind.value.starts_with("multipart/")
            && depth < DEEPEST
        {
            let inner = parts(body, boundary).into_iter();
            part.parts = inner.map(|it| Self::within(it, depth + 1)).collect();
        }
        part
    }

    /// What a header says, decoded; empty where there is none.
    pub(super) fn header(&self, name: &str) -> String {
        decoded_words(self.raw(name))
    }

    fn raw(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|it| it.0.eq_ignore_ascii_case(name));
        found.map_or("", |it| it.1.as_str())
    }

    pub(super) fn kind(&self) -> Said {
        let mut said = parsed(self.raw("Content-Type"));
        if said.value.is_empty() {
            said.value = "text/plain".into();
        }
        said
    }

    pub(super) fn disposition(&self) -> Said {
        parsed(self.raw("Content-Disposition"))
    }

    /// Its bytes, and what stands below them that isn't written as they are.
    pub(super) fn decoded(&self) -> (Vec<u8>, &[u8]) {
        let transfer = self.raw("Content-Transfer-Encoding").trim().to_ascii_lowercase();
        match transfer.as_str() {
            "base64" => base64(self.body),
            "quoted-printable" => (unquoted(self.body), Default::default()),
            _ => (self.body.to_vec(), Default::default()),
        }
    }

    /// The mail that it is, where one is attached: what it is about, and its bytes.
    pub(super) fn mail(&self) -> Option<(String, Vec<u8>)> {
        let bytes = Some(self.decoded().0).filter(|_| self.kind().value == MAIL)?;
        let subject = Part::of(&bytes)?.header("Subject");
        Some((subject, bytes))
    }

    /// Its words.
    pub(super) fn text(&self) -> String {
        let (bytes, rest) = self.decoded();
        let kind = self.kind();
        let label = kind.param("charset").unwrap_or_default();
        // A page may say its encoding itself.
        let page =
            (label.is_empty() && kind.value == "text/html").then(|| super::page(&bytes).ok());
        let mut words = page.flatten().unwrap_or_else(|| text(&bytes, label));
        // What lists add below isn't encoded.
        if !rest.is_empty() {
            words.push_str("\n\n");
            words.push_str(&text(rest, ""));
        }
        words
    }
}

/// Bytes in an encoding that is called so; one that isn't known is UTF-8, or Windows'.
fn text(bytes: &[u8], label: &str) -> String {
    let own = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    // Programs that write other letters say US-ASCII all the same, which is Windows' to browsers.
    let known =
        Encoding::for_label_no_replacement(label.as_bytes()).filter(|it| *it != WINDOWS_1252);
    known.unwrap_or_else(own).decode(bytes).0.into_owned()
}

/// The lines of some bytes, with their ends.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|it| *it == b'\n')
}

/// The headers, those that go on in the next line on one, and what stands below the blank line.
fn headers(bytes: &[u8]) -> (Vec<(String, String)>, &[u8]) {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    for line in lines(bytes) {
        at += line.len();
        let line = line.trim_ascii_end();
        let line = text(line.get(..LONGEST_HEADER).unwrap_or(line), "");
        if line.is_empty() {
            break;
        }
        if let Some((_, said)) = all.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            if said.len() > LONGEST_HEADER {
                continue;
            }
            said.push(' ');
            said.push_str(line.trim_start());
        } else if let Some((name, said)) = line.split_once(':') {
            all.push((name.to_ascii_lowercase(), said.trim().into()));
        }
    }
    (all, bytes.get(at..).unwrap_or_default())
}

/// What stands between the lines of a boundary.
fn parts<'m>(body: &'m [u8], boundary: &str) -> Vec<&'m [u8]> {
    let (mut all, mut begin, mut at) = (Vec::new(), None, 0);
    for line in lines(body) {
        let end = at;
        at += line.len();
        let tail = line.strip_prefix(b"--").and_then(|it| it.strip_prefix(boundary.as_bytes()));
        let Some(tail) = tail.map(<[u8]>::trim_ascii_end) else { continue };
        if !matches!(tail, b"" | b"--") {
            continue;
        }
        all.extend(begin.and_then(|begin| body.get(begin..end)));
        begin = tail.is_empty().then_some(at);
    }
    // A mail may be cut short.
    all.extend(begin.and_then(|begin| body.get(begin..)));
    all
}

/// `text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1=b`.
fn parsed(said: &str) -> Said {
    let mut fields = fields(said).into_iter();
    let value = fields.next().unwrap_or_default().trim().to_ascii_lowercase();
    let mut params: Vec<(String, String)> = Vec::new();
    for field in fields {
        let Some((name, said)) = field.split_once('=') else { continue };
        let name = name.trim().to_ascii_lowercase();
        let said = said.trim().trim_matches('"');
        let said = if name.ends_with('*') { extended(said) } else { decoded_words(said) };
        let (name, nth) = name.split_once('*').unwrap_or((&name, ""));
        let is_piece = nth.starts_with(|it: char| it.is_ascii_digit());
        match params.iter_mut().find(|it| it.0 == name) {
            Some((_, before)) if is_piece => before.push_str(&said),
            // The same once more, with all of its letters: the first is enough.
            Some(_) => {}
            None => params.push((name.into(), said)),
        }
    }
    Said { value, params }
}

/// What semicolons part, but for those within quotation marks.
fn fields(said: &str) -> Vec<String> {
    let (mut all, mut is_quoted) = (vec![String::new()], false);
    for sign in said.chars() {
        is_quoted ^= sign == '"';
        match all.last_mut() {
            Some(last) if is_quoted || sign != ';' => last.push(sign),
            _ => all.push(String::new()),
        }
    }
    all
}

/// `utf-8'de'%C3%96l`.
fn extended(said: &str) -> String {
    let mut parts = said.splitn(3, '\'');
    let (label, _, words) = (parts.next(), parts.next(), parts.next());
    let (label, words) = words.map_or(("", said), |words| (label.unwrap_or_default(), words));
    text(&escaped(words.as_bytes(), b'%'), label)
}

/// `=?utf-8?q?=C3=96l?=`; the blanks between two of these are none.
fn decoded_words(said: &str) -> String {
    let (mut all, mut rest) = (String::new(), said);
    // Bytes of one letter may be parted.
    let (mut bytes, mut label) = (Vec::new(), String::new());
    while let Some((before, word, behind)) = encoded(rest) {
        let goes_on = !bytes.is_empty() && before.trim().is_empty();
        if !(goes_on && word.label == label) {
            all.push_str(&text(&std::mem::take(&mut bytes), &label));
        }
        if !goes_on {
            all.push_str(before);
        }
        bytes.extend(word.bytes);
        (label, rest) = (word.label, behind);
    }
    all.push_str(&text(&bytes, &label));
    all.push_str(rest);
    all
}

struct Word {
    label: String,
    bytes: Vec<u8>,
}

/// The next encoded word, with what stands before and behind it.
fn encoded(said: &str) -> Option<(&str, Word, &str)> {
    let found = |(at, _)| Some((at, word(said.get(at..)?)?));
    let (at, (word, length)) = said.match_indices("=?").find_map(found)?;
    Some((said.get(..at)?, word, said.get(at + length..)?))
}

/// Such a word at the beginning, and its length.
fn word(said: &str) -> Option<(Word, usize)> {
    let short = (0..4).find_map(|it| said.get(..LONGEST_WORD - it)).unwrap_or(said);
    let (label, rest) = short.strip_prefix("=?")?.split_once('?')?;
    let (kind, rest) = rest.split_once('?')?;
    let (words, behind) = rest.split_once("?=")?;
    let bytes = match kind {
        "B" | "b" => base64(words.as_bytes()).0,
        "Q" | "q" => escaped(words.replace('_', " ").as_bytes(), b'='),
        _ => return None,
    };
    let label = label.split('*').next().unwrap_or_default().to_ascii_lowercase();
    Some((Word { label, bytes }, short.len() - behind.len()))
}

/// Each sign followed by two digits is the byte that they name.
fn escaped(written: &[u8], sign: u8) -> Vec<u8> {
    let (mut all, mut rest) = (Vec::new(), written);
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| *first == sign);
        let byte = digits.and_then(|it| u8::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok());
        all.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    all
}

/// Quoted-printable: a `=` at a line's end joins it to the next, blanks there are none.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    for line in lines(body) {
        let words = line.trim_ascii_end();
        let joined = words.strip_suffix(b"=");
        all.extend(escaped(joined.unwrap_or(words), b'='));
        all.extend(Some(b'\n').filter(|_| joined.is_none() && line.ends_with(b"\n")));
    }
    all
}

/// The bytes, and what stands below them, which isn't written so.
fn base64(written: &[u8]) -> (Vec<u8>, &[u8]) {
    let (mut all, mut bits, mut count, mut at) = (Vec::new(), 0_u32, 0, 0);
    for line in lines(written) {
        let signs = line.trim_ascii();
        let is_sign = |it: &u8| *it == b'=' || sextet(*it).is_some();
        if !signs.iter().all(is_sign) {
            break;
        }
        at += line.len();
        for value in signs.iter().filter_map(|it| sextet(*it)) {
            bits = bits << 6 | u32::from(value);
            count += 6;
            if count >= 8 {
                count -= 8;
                all.extend(u8::try_from(bits >> count & 0xFF));
            }
        }
        if signs.ends_with(b"=") {
            break;
        }
    }
    (all, written.get(at..).unwrap_or_default().trim_ascii())
}

/// The six bits that a sign stands for.
fn sextet(sign: u8) -> Option<u8> {
    match sign {
        b'A'..=b'Z' => Some(sign - b'A'),
        b'a'..=b'z' => Some(sign - b'a' + 26),
        b'0'..=b'9' => Some(sign - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    // cspell:disable
    use super::*;

    #[test]
    fn words_of_headers_are_decoded() {
        for (said, expected) in [
            ("plain =? text", "plain =? text"),
            ("=?utf-8?q?=C3=96l_und?= Wachs", "Öl und Wachs"),
            ("Re: =?ISO-8859-1?B?1mw=?=", "Re: Öl"),
            ("=?utf-8?B?w5Y=?=\t=?utf-8?Q?l?=", "Öl"),
            ("=?utf-8?Q?=C3?= =?utf-8?Q?=96l?=", "Öl"),
            ("=?utf-8*de?Q?a=3Db=?=", "a=b="),
            ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ] {
            assert_eq!(decoded_words(said), expected, "{said}");
        }
    }

    #[test]
    fn parameters_are_read_as_mails_write_them() {
        let said =
            parsed("Attachment; filename*0*=utf-8''%C3%96l; filename*1=\".pdf\"; a=\"b; c\"");
        assert_eq!(said.value, "attachment");
        assert_eq!((said.param("filename"), said.param("a")), (Some("Öl.pdf"), Some("b; c")));
        assert_eq!(parsed("").param("a"), None);
        let twice = parsed("attachment; filename=a.pdf; filename*=utf-8''a.pdf");
        assert_eq!(twice.param("filename"), Some("a.pdf"));
    }

    #[test]
    fn what_is_not_encoded_below_what_is_stays_as_it_is() {
        for encoded in ["T2ls", "T2lsIQ==", "T2ls\r\n"] {
            let mail =
                format!("Content-Transfer-Encoding: base64\n\n{encoded}\n____\nA list, of it.\n");
            let words = Part::of(mail.as_bytes()).expect("a mail").text();
            assert!(words.starts_with("Oil") && words.contains("A list, of it."), "{words:?}");
        }
    }

    #[test]
    fn a_header_is_cut_where_nobody_would_read_on() {
        let long = format!("Subject: {}\n\nOil.", "=?a?q?x ".repeat(131_072));
        let mail = Part::of(long.as_bytes()).expect("a mail");
        assert!(mail.header("Subject").len() <= LONGEST_HEADER);
        let folded = format!("Subject: a\n{}\nOil.", " bcd\n".repeat(131_072));
        let mail = Part::of(folded.as_bytes()).expect("a mail");
        assert!(mail.header("Subject").len() < 2 * LONGEST_HEADER);
    }

    #[test]
    fn a_mail_that_is_cut_short_or_nests_without_end_is_read_as_far_as_it_goes() {
        let cut = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nOil =\n";
        let part = Part::of(cut).expect("a mail");
        assert_eq!(part.parts.iter().map(Part::text).collect::<Vec<_>>(), ["Oil =\n"]);
        let deep = |nth| format!("Content-Type: multipart/mixed; boundary=a{nth}\n\n--a{nth}\n");
        let deep = (0..99).map(deep).collect::<String>() + "\nDeep.";
        let mut part = &Part::of(deep.as_bytes()).expect("a mail");
        while let Some(inner) = part.parts.first() {
            part = inner;
        }
        assert!(part.text().contains("Deep."), "what isn't read is still there to be told");
        assert!(Part::of(b"no header\n\n").is_none());
    }
}
