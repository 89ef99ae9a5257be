//! A link that brings a draft along, all of it in the fragment, which no server sees; and the code
//! that phones read it from.

use std::{
    fmt::Write as _,
    io::{Read as _, Write as _},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use qrcodegen::{QrCode, QrCodeEcc};

/// The key of the fragment.
pub(crate) const KEY: &str = "draft";
/// Longer links are refused: messengers cut them (Telegram at 4,096 characters, Discord at 2,000), and
/// so does mail on its way. What is longer goes as a file.
const LONGEST: usize = 8_000;
/// Of longer links it is said who cuts them.
const SAFE: usize = 2_000;
/// A longer one makes a code so fine that phones do not read it from a screen.
const LONGEST_CODE: usize = 1_200;
/// A story is never longer, unpacked.
const LARGEST: u64 = 16 << 20;
/// Light around a code, as its standard has it, in modules.
const QUIET: i32 = 4;

/// A link to a draft, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) link: Result<String, String>,
    /// How long the link is, or would be, and what that means.
    pub(crate) size: String,
    /// The code, or why there is none.
    pub(crate) code: Result<Code, String>,
}

/// A QR code as a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Code {
    /// How many modules wide it is, light around it included.
    pub(crate) width: i32,
    /// Its dark modules, as the path of an SVG.
    pub(crate) path: String,
}

impl Share {
    /// Of a draft as JSON, on a page whose address has no fragment.
    pub(crate) fn of(page: &str, draft: &str) -> Self {
        let link = format!("{page}#{KEY}={}", packed(draft));
        let length = link.len();
        let size = match length {
            0..=SAFE => format!("The link has {length} characters."),
            _ => format!(
                "The link has {length} characters. Outlook, Discord and some others cut links of \
                 more than {SAFE}."
            ),
        };
        if length > LONGEST {
            let why = format!(
                "A link of {length} characters is longer than mail and messengers carry ({LONGEST}): \
                 leave the story out of it, or save the draft as a file and send that."
            );
            return Self { link: Err(why.clone()), size: why, code: Err(String::new()) };
        }
        Self { code: Code::of(&link), link: Ok(link), size }
    }
}

impl Code {
    fn of(link: &str) -> Result<Self, String> {
        let too_long = || {
            format!(
                "There is no code: phones read links of up to {LONGEST_CODE} characters, and this has {}.",
                link.len()
            )
        };
        if link.len() > LONGEST_CODE {
            return Err(too_long());
        }
        let code = QrCode::encode_text(link, QrCodeEcc::Low).map_err(|_| too_long())?;
        let mut path = String::new();
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                let _ = write!(path, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        Ok(Self { width: code.size() + 2 * QUIET, path })
    }
}

/// A draft as it stands in a fragment: packed, in letters that need no escape.
fn packed(draft: &str) -> String {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let bytes = encoder.write_all(draft.as_bytes()).and_then(|()| encoder.finish());
    URL_SAFE_NO_PAD.encode(bytes.unwrap_or_default())
}

/// The draft in a fragment's value: packed, or as JSON, as it was in links of before. What is neither
/// comes as it is, for whoever reads drafts to refuse.
pub(crate) fn unpacked(value: &str) -> String {
    let draft = || {
        let packed = URL_SAFE_NO_PAD.decode(value).ok()?;
        let mut draft = String::new();
        DeflateDecoder::new(&*packed).take(LARGEST).read_to_string(&mut draft).ok()?;
        Some(draft)
    };
    draft().unwrap_or_else(|| value.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://news.example/pe/configurator.html";

    fn draft(length: usize) -> String {
        // Numbers without a pattern pack badly, as a story's words do not.
        let noise = (1_u64..).map(|it| it.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string());
        let noise: String = noise.take(length / 19 + 1).collect();
        format!("{{\"options\":{{}},\"story\":\"{}\"}}", noise.get(..length).unwrap_or(&noise))
    }

    fn value(link: &str) -> &str {
        link.split_once("#draft=").expect("a fragment").1
    }

    #[test]
    fn a_link_brings_back_every_letter_and_needs_no_escape() {
        let draft = "{\"options\":{},\"story\":\"Süß & “five” – المادة 28 +/?#%\"}";
        let share = Share::of(PAGE, draft);
        let link = share.link.expect("a link");
        let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
        assert!(value(&link).chars().all(plain), "{link}");
        assert_eq!(unpacked(value(&link)), draft);
        assert_eq!(share.size, format!("The link has {} characters.", link.len()));
    }

    #[test]
    fn links_of_before_and_what_is_none_come_as_they_are() {
        for value in ["{\"options\":{}}", "rubbish", "", "AAAA"] {
            assert_eq!(unpacked(value), value);
        }
    }

    #[test]
    fn a_link_that_some_cut_says_so_and_one_that_most_cut_is_refused() {
        let middle = Share::of(PAGE, &draft(4_000));
        assert!(middle.link.is_ok() && middle.size.contains("Outlook"), "{}", middle.size);
        let code = middle.code.expect_err("too long for a code");
        assert!(code.contains("1200 characters"), "{code}");
        let long = Share::of(PAGE, &draft(20_000));
        let why = long.link.expect_err("too long");
        assert!(why.contains("save the draft as a file"), "{why}");
        assert_eq!(long.size, why);
    }

    /// What a phone reads of a code that is four pixels a module wide.
    fn read(code: &Code) -> String {
        const PIXELS: usize = 4;
        let width = usize::try_from(code.width).expect("a width");
        let dark: std::collections::BTreeSet<String> =
            code.path.split('M').filter_map(|it| Some(it.split_once('h')?.0.to_owned())).collect();
        let is_dark = |x, y| dark.contains(&format!("{},{}", x / PIXELS, y / PIXELS));
        let light = |x, y| if is_dark(x, y) { 0 } else { 255 };
        let side = width * PIXELS;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().expect("readable").1
    }

    #[test]
    fn a_phone_reads_the_link_from_its_code_short_or_as_long_as_may_be() {
        for length in [0, 300, 700] {
            let share = Share::of(PAGE, &draft(length));
            let link = share.link.expect("a link");
            assert!(link.len() <= LONGEST_CODE, "{}", link.len());
            assert_eq!(read(&share.code.expect("a code")), link);
        }
    }
}
