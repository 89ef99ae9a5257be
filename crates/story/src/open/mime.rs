//! What mails are made of: headers and parts within parts (RFC 2045, 2047, 2231). Written here, since the
//! crates that read them weigh more than all of the desk's own reading of files.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Nobody nests parts deeper.
const DEEPEST: usize = 16;

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

    /// Its words.
    pub(super) fn text(&self) -> String {
        let transfer = self.raw("Content-Transfer-Encoding").trim().to_ascii_lowercase();
        let bytes = match transfer.as_str() {
            "base64" => base64(self.body),
            "quoted-printable" => unquoted(self.body),
            _ => self.body.to_vec(),
        };
        text(&bytes, self.kind().param("charset").unwrap_or_default())
    }
}

/// Bytes in an encoding that is called so; one that isn't known is UTF-8, or Windows'.
fn text(bytes: &[u8], label: &str) -> String {
    let own = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    // Programs that write other letters say US-ASCII all the same, which is Windows' to browsers.
    let known = Encoding::for_label(label.as_bytes()).filter(|it| *it != WINDOWS_1252);
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
        let line = text(line.trim_ascii_end(), "");
        if line.is_empty() {
            break;
        }
        if let Some((_, said)) = all.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
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
        let name = name.split('*').next().unwrap_or_default();
        match params.iter_mut().find(|it| it.0 == name) {
            Some((_, before)) => before.push_str(&said),
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
    let (label, rest) = said.strip_prefix("=?")?.split_once('?')?;
    let (kind, rest) = rest.split_once('?')?;
    let (words, behind) = rest.split_once("?=")?;
    let bytes = match kind {
        "B" | "b" => base64(words.as_bytes()),
        "Q" | "q" => escaped(words.replace('_', " ").as_bytes(), b'='),
        _ => return None,
    };
    let label = label.split('*').next().unwrap_or_default().to_ascii_lowercase();
    Some((Word { label, bytes }, said.len() - behind.len()))
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

fn base64(written: &[u8]) -> Vec<u8> {
    let (mut all, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for sign in written {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            all.extend(u8::try_from(bits >> count & 0xFF));
        }
    }
    all
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
    }

    #[test]
    fn a_mail_that_is_cut_short_or_nests_without_end_is_read_as_far_as_it_goes() {
        let cut = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nOil =\n";
        let part = Part::of(cut).expect("a mail");
        assert_eq!(part.parts.iter().map(Part::text).collect::<Vec<_>>(), ["Oil =\n"]);
        let deep = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(99);
        assert!(Part::of(&deep).is_some());
        assert!(Part::of(b"no header\n\n").is_none());
    }
}
