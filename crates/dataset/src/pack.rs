//! The compiled form of a law: what `cargo xtask` and the configurator make of a checked dataset, and
//! all that a reader's page reads. Texts and lists stand behind their lengths, records field by field,
//! in the order in which they are declared, with nothing between them. It is text, because every host
//! serves and packs a text file: numbers are written as source maps write them (VLQ in base 64).
//!
//! Nothing here is checked but that the bytes are those that were written: rules are for whoever
//! compiles. Bytes that fit nothing give empty records and say so at the end, which keeps the
//! readers of all records free of branches. See decision 0014.

mod fields;
mod file;

use alloc::{string::String, vec::Vec};

use crate::date::{CalendarDate, Interval};

pub use file::{Compiled, MAGIC, Unsound, VERSION};
pub(crate) use file::{Law, checksum};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// How many bytes of memory a byte of a file may ask for at once.
const BYTES_A_BYTE: usize = 8;

/// What has been written.
#[derive(Default)]
pub(crate) struct Packer {
    text: String,
}

impl Packer {
    /// All of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Five bits a character; the sixth says that more follow.
    pub(crate) fn number(&mut self, mut number: u32) {
        loop {
            let rest = number >> 5;
            let digit = (number & 31) | if rest > 0 { 32 } else { 0 };
            self.text.extend(DIGITS.get(digit as usize).map(|it| char::from(*it)));
            number = rest;
            if rest == 0 {
                return;
            }
        }
    }

    /// No list of a law is longer than four thousand million.
    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }
}

/// What is still to be read.
pub(crate) struct Unpacker<'a> {
    rest: &'a str,
    is_sound: bool,
}

impl<'a> Unpacker<'a> {
    /// What a text says.
    pub(crate) fn of(rest: &'a str) -> Self {
        Self { rest, is_sound: true }
    }

    /// The next number; none at the end, or where it is no number.
    pub(crate) fn next(&mut self) -> Option<u32> {
        let number = self.number();
        self.is_sound.then_some(number)
    }

    fn broken(&mut self) {
        self.is_sound = false;
        self.rest = "";
    }

    fn take(&mut self, count: usize) -> &'a str {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.broken();
            return "";
        };
        self.rest = rest;
        taken
    }

    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(5) {
            let Some(digit) = self.take(1).bytes().next().and_then(digit) else { break };
            number |= (digit & 31) << shift;
            if digit < 32 {
                return number;
            }
        }
        self.broken();
        0
    }

    /// How many follow, each of a byte or more.
    fn length(&mut self) -> usize {
        let length = self.number() as usize;
        if length > self.rest.len() {
            self.broken();
            return 0;
        }
        length
    }

    /// How many items of a size are asked room for at once, whatever a length says: those of a list
    /// that somebody wrote would fill any memory.
    fn room_for(&self, size: usize) -> usize {
        self.rest.len().saturating_mul(BYTES_A_BYTE) / size.max(1)
    }

    /// A number below another, as the words of a field are.
    fn below<T: TryFrom<u32> + Default>(&mut self, end: usize) -> T {
        let number = self.number();
        if number as usize >= end {
            self.broken();
        }
        T::try_from(number).unwrap_or_default()
    }
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

/// A value that is written and read.
pub(crate) trait Pack: Sized {
    fn pack(&self, to: &mut Packer);
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

impl Pack for u32 {
    fn pack(&self, to: &mut Packer) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.number()
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Packer) {
        to.number((*self).into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.below::<u32>(2) == 1
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Packer) {
        to.length(self.len());
        to.text.push_str(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let length = from.length();
        from.take(length).into()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(it) = self {
            it.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.length(self.len());
        for it in self {
            it.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let length = from.length();
        let mut list = Self::with_capacity(length.min(from.room_for(size_of::<T>())));
        for _ in 0..length {
            // What isn't there would come as often as somebody wrote.
            if !from.is_sound {
                break;
            }
            list.push(T::unpack(from));
        }
        list
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl Pack for CalendarDate {
    fn pack(&self, to: &mut Packer) {
        to.number(self.year().into());
        to.number(self.month().unwrap_or_default().into());
        to.number(self.day().unwrap_or_default().into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::known(from.below(10_000), from.below(13), from.below(32))
    }
}

impl Pack for Interval {
    fn pack(&self, to: &mut Packer) {
        let (months, days) = self.parts();
        to.number(months.into());
        to.number(days.into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::of(from.below(0x1_0000), from.below(0x1_0000))
    }
}
