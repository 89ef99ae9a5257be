//! Labels of places, folded: `4`, `5a`, `b`, `121-1`. All are ASCII and of one size in memory, so
//! that places are copied as plain bytes.

use alloc::string::String;

/// Longer ones are in no law.
const LONGEST: usize = 22;

/// A label; empty for what has none, such as a preamble.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    bytes: [u8; LONGEST],
    length: u8,
}

impl Label {
    pub(super) fn of_number(number: u32) -> Self {
        let mut label = if number < 10 { Self::default() } else { Self::of_number(number / 10) };
        label.push(b'0' + (number % 10) as u8);
        label
    }

    /// None for what is too long, or not ASCII.
    pub(super) fn new(text: &str) -> Option<Self> {
        Self::default().and(text.as_bytes())
    }

    /// The same with more behind it.
    pub(super) fn and(mut self, more: &[u8]) -> Option<Self> {
        self.extend(more).then_some(self)
    }

    fn extend(&mut self, more: &[u8]) -> bool {
        more.iter().all(|byte| byte.is_ascii() && self.push(*byte))
    }

    /// The two with a hyphen between them.
    pub(super) fn hyphened(mut self, more: Self) -> Option<Self> {
        (self.push(b'-') && self.extend(more.as_bytes())).then_some(self)
    }

    /// Takes one more character where there is room for it.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        let slot = self.bytes.get_mut(usize::from(self.length));
        let fits = slot.is_some();
        if let Some(slot) = slot {
            *slot = byte;
            self.length += 1;
        }
        fits
    }

    pub(super) fn write_to(self, text: &mut String) {
        text.extend(self.as_bytes().iter().map(|byte| char::from(*byte)));
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.length)).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether it begins with a digit.
    pub(super) fn is_number(&self) -> bool {
        self.bytes.first().is_some_and(u8::is_ascii_digit)
    }

    /// Whether it may be a Roman numeral.
    pub(super) fn may_be_roman(&self) -> bool {
        !self.is_empty() && self.as_bytes().iter().all(|it| matches!(it, b'i' | b'v' | b'x'))
    }

    /// The value of a Roman numeral.
    pub(super) fn roman(&self) -> u32 {
        let (mut sum, mut before) = (0, 0);
        for byte in self.as_bytes().iter().rev() {
            let worth = match byte {
                b'x' => 10,
                b'v' => 5,
                _ => 1,
            };
            sum = if worth < before { u32::saturating_sub(sum, worth) } else { sum + worth };
            before = before.max(worth);
        }
        sum
    }
}

/// The number that a label begins with.
pub(super) fn leading_number(label: &[u8]) -> Option<u32> {
    let mut number = None;
    for digit in label.iter().take_while(|it| it.is_ascii_digit()) {
        number = number.unwrap_or(0_u32).checked_mul(10)?.checked_add(u32::from(digit - b'0'));
    }
    number
}
