//! Numbers as text, as source maps write them (VLQ in base 64): five bits a character, the sixth
//! says that more follow. Small numbers take one character, and nothing has to be quoted.

use alloc::{string::String, vec::Vec};
use core::str::Bytes;

use crate::model::ProvisionIx;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Lists of places below a number, each list behind its length.
pub(super) fn lists(text: &str, below: usize) -> Option<Vec<Vec<usize>>> {
    read_lists(text, below, &mut |number| Some(number as usize))
}

/// The same for lists of steps: how far it is from one place to the next.
pub(super) fn lists_of_steps(text: &str, below: usize) -> Option<Vec<Vec<usize>>> {
    let mut at = 0_usize;
    read_lists(text, below, &mut |number| {
        at = at.checked_add_signed(signed(number))?;
        Some(at)
    })
}

/// How far away each parent stands, 0 for none.
pub(super) fn parents(text: &str, count: usize) -> Option<Vec<Option<ProvisionIx>>> {
    let mut numbers = text.bytes();
    let mut parents = Vec::new();
    for child in 0..count {
        let way = signed(number(&mut numbers)?);
        let parent = child.checked_add_signed(way).filter(|it| *it < count)?;
        parents.push((way != 0).then(|| ProvisionIx::nth(parent)));
    }
    numbers.next().is_none().then_some(parents)
}

fn read_lists(
    text: &str,
    below: usize,
    place: &mut dyn FnMut(u32) -> Option<usize>,
) -> Option<Vec<Vec<usize>>> {
    let mut numbers = text.bytes();
    let mut lists = Vec::new();
    while numbers.len() > 0 {
        let mut list = Vec::new();
        for _ in 0..number(&mut numbers)? {
            list.push(place(number(&mut numbers)?).filter(|it| *it < below)?);
        }
        lists.push(list);
    }
    Some(lists)
}

fn number(text: &mut Bytes<'_>) -> Option<u32> {
    let mut number = 0;
    for shift in (0..30).step_by(5) {
        let digit = digit(text.next()?)?;
        number |= (digit & 31) << shift;
        if digit < 32 {
            return Some(number);
        }
    }
    None
}

fn digit(byte: u8) -> Option<u32> {
    let (from, first) = match byte {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'+' => (b'+', 62),
        b'/' => (b'/', 63),
        _ => return None,
    };
    Some(u32::from(byte - from) + first)
}

/// The sign is the lowest bit.
fn signed(number: u32) -> isize {
    let way = isize::try_from(number >> 1).unwrap_or_default();
    if number & 1 == 0 { way } else { -way }
}

/// Writes numbers; what is beyond thirty bits, which no law has, is cut.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    at: usize,
}

impl Writer {
    pub(super) fn number(&mut self, mut number: usize) {
        loop {
            let rest = number >> 5;
            let digit = (number & 31) | if rest > 0 { 32 } else { 0 };
            self.text.extend(DIGITS.get(digit).map(|it| char::from(*it)));
            number = rest;
            if rest == 0 {
                return;
            }
        }
    }

    /// A step from one place to another.
    pub(super) fn step(&mut self, from: usize, to: usize) {
        self.number(from.abs_diff(to) << 1 | usize::from(to < from));
    }

    pub(super) fn list(&mut self, places: impl ExactSizeIterator<Item = usize>) {
        self.number(places.len());
        places.for_each(|place| self.number(place));
    }

    /// A list of steps, from the last place of the list before.
    pub(super) fn list_of_steps(&mut self, places: impl ExactSizeIterator<Item = usize>) {
        self.number(places.len());
        for place in places {
            self.step(self.at, place);
            self.at = place;
        }
    }

    pub(super) fn done(self) -> String {
        self.text
    }
}
