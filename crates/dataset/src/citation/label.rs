//! What stands at one level of a citation: a number, perhaps with what marks a later insertion,
//! or a letter. Labels borrow from fixed tables, so they are small, `Copy` and always lower case.

use core::{fmt, num::NonZeroU16};

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
const DOUBLED: &str = "aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz";

/// Latin words for what was inserted after a number, in counting order.
const INSERTED: [&str; 12] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "novies",
    "decies",
    "undecies",
    "duodecies",
];

/// Roman numerals that aren't a single or a doubled letter.
const ROMAN: [&str; 21] = [
    "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xxi", "xxii", "xxiii", "xxiv", "xxv", "xxx",
];

/// A number as laws count: from one, perhaps with what was inserted later: `4`, `10a`, `4bis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ordinal {
    number: NonZeroU16,
    suffix: &'static str,
}

impl Ordinal {
    /// A number, and the letters that follow it or nothing; none where it is zero or the letters
    /// aren't a suffix that laws use. Letter case doesn't matter.
    pub fn new(number: u16, suffix: &str) -> Option<Self> {
        let number = NonZeroU16::new(number)?;
        let suffix = if suffix.is_empty() { "" } else { inserted(suffix)? };
        Some(Self { number, suffix })
    }

    /// The number without its suffix.
    pub fn number(self) -> u16 {
        self.number.get()
    }

    /// The suffix, lower case, or nothing.
    pub fn suffix(self) -> &'static str {
        self.suffix
    }

    /// Reads only what `Display` prints.
    pub(super) fn canonical(text: &str) -> Option<Self> {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let (number, suffix) = text.split_at_checked(text.len() - digits.len())?;
        let spelled_otherwise =
            number.starts_with('0') || suffix.bytes().any(|byte| byte.is_ascii_uppercase());
        if spelled_otherwise { None } else { Self::new(number.parse().ok()?, suffix) }
    }
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.suffix)
    }
}

/// The label of a point: a number, a letter, a doubled letter or a Roman numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// `2`, as in 5(1)(2).
    Number(Ordinal),
    /// `b` or `iv`, from the fixed tables.
    Letters(Letters),
}

/// Letters that may label a point, lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letters(&'static str);

impl Letters {
    /// None where laws don't use these letters as a label. Letter case doesn't matter.
    pub fn new(text: &str) -> Option<Self> {
        single_or_doubled(text)
            .or_else(|| ROMAN.into_iter().find(|roman| roman.eq_ignore_ascii_case(text)))
            .map(Self)
    }

    /// The letters.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether this may be a Roman numeral as well as a letter of the alphabet.
    pub(super) fn may_be_roman(self) -> bool {
        self.0.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
    }

    /// The letter, where there is only one.
    pub(super) fn single(self) -> Option<u8> {
        match self.0.as_bytes() {
            [letter] => Some(*letter),
            _ => None,
        }
    }

    /// The letter of this ASCII code.
    pub(super) fn of(code: u8) -> Option<Self> {
        let place = usize::from(code.to_ascii_lowercase().checked_sub(b'a')?);
        LETTERS.get(place..=place).map(Self)
    }
}

impl Point {
    /// Letters as a label.
    pub fn letters(text: &str) -> Option<Self> {
        Letters::new(text).map(Self::Letters)
    }

    /// Reads only what `Display` prints.
    pub(super) fn canonical(text: &str) -> Option<Self> {
        let letters = || Letters::new(text).filter(|letters| letters.as_str() == text);
        Ordinal::canonical(text).map(Self::Number).or_else(|| letters().map(Self::Letters))
    }
}

impl From<Ordinal> for Point {
    fn from(number: Ordinal) -> Self {
        Self::Number(number)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Display::fmt(number, f),
            Self::Letters(letters) => f.write_str(letters.as_str()),
        }
    }
}

/// The Latin word for an insertion that a text spells.
pub(super) fn latin(text: &str) -> Option<&'static str> {
    INSERTED.into_iter().find(|word| word.eq_ignore_ascii_case(text))
}

fn inserted(text: &str) -> Option<&'static str> {
    single_or_doubled(text).or_else(|| latin(text))
}

fn single_or_doubled(text: &str) -> Option<&'static str> {
    match text.as_bytes() {
        [letter] => Letters::of(*letter).map(Letters::as_str),
        [first, second] if first.eq_ignore_ascii_case(second) => {
            let start = usize::from(first.to_ascii_lowercase().checked_sub(b'a')?) * 2;
            DOUBLED.get(start..start + 2)
        }
        _ => None,
    }
}
