//! A law from its publisher's file: bytes in, a dataset's provisions out, and every character of
//! the law accounted for, in the dataset or in a list of what was left out and why.
//!
//! Formats are told by what stands in a file, never by its name. Each is brought under the names of
//! Akoma Ntoso, and from there on there is one way: `walk` to an `Outline`, `emit` to provisions,
//! `law` to a dataset. No files, no clock, no browser; it must compile for wasm32.

#![forbid(unsafe_code)]

mod akn;
mod citation;
mod decode;
mod emit;
mod eurlex;
mod european;
mod formats;
mod formex;
mod house;
mod language;
mod law;
mod naming;
mod numbering;
mod numerals;
mod outline;
mod page;
mod plain;
mod report;
mod role;
mod tree;
mod unknown;
mod update;
mod uslm;
mod vocabulary;
mod walk;
mod word;
mod xml;

use std::{collections::BTreeSet, fmt};

use authoring::Node;

pub use authoring::compare::{Edit, edits};
pub use formats::{endings, formats};
pub use outline::{At, LeftOut, Why};
pub use report::Report;
pub use tree::Place;
pub use update::{Change, DraftPair, Former, Update, What, update};

use outline::Outline;

/// Larger files are refused.
pub const LARGEST: usize = 64 << 20;

/// A file as it was opened.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What messages call it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// How deep provisions are told apart. Words of deeper steps stand in the provision above them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Articles, sections, §§ alone.
    Articles,
    /// And their numbered paragraphs.
    Paragraphs,
    /// And every numbered point.
    #[default]
    Points,
}

/// What is wanted of a law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// How deep.
    pub depth: Depth,
    /// The ids of the provisions that are wanted, with all that stands in them; all without it.
    pub only: Option<BTreeSet<String>>,
}

/// Something to know about a law or its file, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where; none where it is about the whole.
    pub at: Option<At>,
    /// What, and what would be right where that is known.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = &self.at {
            write!(f, "{at}: ")?;
        }
        f.write_str(&self.what)
    }
}

/// A law that was read.
#[derive(Clone, Debug)]
pub struct Law {
    /// A dataset with the law's own part filled in, in the format's current version.
    pub dataset: Node,
    /// How many provisions it has.
    pub provisions: usize,
    /// How many characters the bodies of its files have, blanks not counted.
    pub characters: usize,
    /// How many of these are words or headings of provisions.
    pub kept: usize,
    /// How many are numbers, which citations stand for, chapters and titles.
    pub numbers: usize,
    /// All others.
    pub left_out: Vec<LeftOut>,
    /// What is wrong with the law as it stands.
    pub problems: Vec<Finding>,
    /// What an editor should look at.
    pub remarks: Vec<Finding>,
    /// The fields of the dataset that only an editor can fill in.
    pub to_be_given: Vec<String>,
}

/// Reads a law that stands in one file or in several, such as an act and its annexes.
///
/// # Errors
/// Every file that can't be read, each with a sentence.
pub fn read(files: &[File<'_>], choice: &Choice) -> Result<Law, Vec<Finding>> {
    open(files).map(|Opened(outline)| law::law(outline, choice))
}

/// The files of a law as they were read: what takes the time. As much is taken of them as is wanted,
/// as often as one thinks better of it.
#[derive(Clone, Debug)]
pub struct Opened(Outline);

impl Opened {
    /// The law, as far as it is wanted.
    pub fn law(&self, choice: &Choice) -> Law {
        law::law(self.0.clone(), choice)
    }
}

/// Reads a law's files, as [`read`] does.
///
/// # Errors
/// Every file that can't be read, each with a sentence.
pub fn open(files: &[File<'_>]) -> Result<Opened, Vec<Finding>> {
    let mut whole: Option<Outline> = None;
    let mut refused = Vec::new();
    for file in files {
        match outline_of(file) {
            Ok(outline) => match &mut whole {
                Some(whole) => whole.append(outline),
                None => whole = Some(outline),
            },
            Err(finding) => refused.push(finding),
        }
    }
    match whole {
        Some(outline) if refused.is_empty() => Ok(Opened(outline)),
        _ if refused.is_empty() => {
            Err(vec![Finding { at: None, what: "there is no file to read".into() }])
        }
        _ => Err(refused),
    }
}

fn outline_of(file: &File<'_>) -> Result<Outline, Finding> {
    let refuse = |place: Place, what: String| {
        let at = At { file: file.name.into(), place, within: String::new() };
        Finding { at: Some(at), what }
    };
    if file.bytes.len() > LARGEST {
        return Err(refuse(Place::default(), "is larger than 64 MB; no law is".into()));
    }
    if let Some(why) = word::refused(file.bytes) {
        return Err(refuse(Place::default(), why.into()));
    }
    if word::is(file.bytes) {
        return word::read(file.bytes, file.name).map_err(|why| refuse(Place::default(), why));
    }
    let text = decode::text(file.bytes).map_err(|why| refuse(Place::default(), why))?;
    if !text.trim_start().starts_with('<') {
        return Ok(plain::read(&text, file.name));
    }
    let root = match xml::parse(&text) {
        Ok(root) => root,
        // A page need not be XML.
        Err(_) if page::is(&text) => return Ok(page::read(&text, file.name)),
        Err((place, why)) => return Err(refuse(place, why)),
    };
    match root.name.as_str() {
        "akomaNtoso" => Ok(akn::read(&root, file.name)),
        _ if formex::is(&root) => Ok(formex::read(&root, file.name)),
        _ if house::is(&root) => Ok(house::read(&root, file.name)),
        _ if uslm::is(&root) => Ok(uslm::read(&root, file.name)),
        _ if vocabulary::is(&root) => Ok(vocabulary::read(&root, file.name)),
        "html" if eurlex::is(&root) => Ok(eurlex::read(&root, file.name)),
        _ if page::is(&text) => Ok(page::read(&text, file.name)),
        name => unknown::read(&root, file.name)
            .ok_or_else(|| refuse(root.at, format!("`<{name}>` begins no law that is read here"))),
    }
}

impl Outline {
    /// Takes in what another file of the same law has.
    fn append(&mut self, other: Outline) {
        let about = &mut self.about;
        if about.title.is_empty() {
            about.title = other.about.title;
        }
        about.language = about.language.take().or(other.about.language);
        about.address = about.address.take().or(other.about.address);
        self.parts.extend(other.parts);
        self.left.extend(other.left);
        self.titled += other.titled;
        self.total += other.total;
        self.elsewhere.extend(other.elsewhere);
        self.told.extend(other.told);
    }
}
