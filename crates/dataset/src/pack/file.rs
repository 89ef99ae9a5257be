//! A compiled file: what it is, of which version, and whether it is as it was written.

use alloc::string::String;
use core::fmt;

use crate::{
    model::Outline,
    pack::{Pack, Packer, Unpacker},
    parts::{Index, Postings, Published, Shard},
    records::Records,
};

/// What a compiled file begins with. No text in JSON does.
pub const MAGIC: &str = "law ";

/// The version of the compiled form that this code writes and reads.
pub const VERSION: u32 = 4;

/// Why a text is not a compiled law that can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It begins otherwise.
    NotCompiled,
    /// It was written for another version.
    Version(u32),
    /// It is another part of a law.
    Kind,
    /// Some of it is missing, or has changed.
    Broken,
    /// It belongs to another law, or to another edition of this one.
    OtherLaw,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotCompiled => f.write_str("this is no compiled law"),
            Self::Version(version) => write!(
                f,
                "this law was compiled for version {version}, and this explorer reads {VERSION}; \
                 publish both with one release of Provision Explorer"
            ),
            Self::Kind => f.write_str("this is another part of a law"),
            Self::OtherLaw => f.write_str(
                "it does not fit the file that names it; publish all of a law’s files together",
            ),
            Self::Broken => {
                f.write_str("this compiled law is damaged or cut short; publish it once more")
            }
        }
    }
}

/// A law in one file, or the beginning of one in parts.
pub(crate) struct Law {
    pub(crate) records: Records,
    pub(crate) outline: Outline,
    pub(crate) published: Published,
}

impl core::error::Error for Unsound {}

/// Something that can be a compiled file.
pub trait Compiled: Sized {
    /// A file's text.
    fn compile(&self) -> String;

    /// What a file says.
    ///
    /// # Errors
    /// Why it is no such file.
    fn open(file: &str) -> Result<Self, Unsound>;
}

macro_rules! compiled {
    ($($type:ident, $kind:literal)*) => {$(
        impl Compiled for $type {
            fn compile(&self) -> String {
                let mut body = Packer::default();
                self.pack(&mut body);
                envelope($kind, &body.text)
            }

            fn open(file: &str) -> Result<Self, Unsound> {
                let mut body = Unpacker::of(body($kind, file)?);
                let found = Self::unpack(&mut body);
                if body.is_sound && body.rest.is_empty() { Ok(found) } else { Err(Unsound::Broken) }
            }
        }
    )*};
}

compiled! {
    Law, 0
    Index, 1
    Shard, 2
    Postings, 3
}

/// Magic, version, kind and checksum before the body.
fn envelope(kind: u32, body: &str) -> String {
    let mut head = Packer::default();
    for number in [VERSION, kind, checksum(body)] {
        head.number(number);
    }
    [MAGIC, &head.text, body].concat()
}

fn body(kind: u32, file: &str) -> Result<&str, Unsound> {
    let rest = file.strip_prefix(MAGIC).ok_or(Unsound::NotCompiled)?;
    let mut head = Unpacker::of(rest);
    let (version, found, sum) = (head.number(), head.number(), head.number());
    if version != VERSION {
        return Err(Unsound::Version(version));
    }
    if found != kind {
        return Err(Unsound::Kind);
    }
    if head.is_sound && sum == checksum(head.rest) { Ok(head.rest) } else { Err(Unsound::Broken) }
}

/// FNV-1a.
pub(crate) fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
