//! What is published of a law: files with their names, compiled, and a large law in parts. The commands
//! write them into a folder, the configurator hands them over as one archive; from here on both have the
//! same bytes. The way back is here as well. No files, no clock, no browser.

#![forbid(unsafe_code)]

mod archive;
mod hash;
mod open;

use authoring::{Beside, Compiled as _, Dataset, Index, Published, Rest};
use explorer::{Window, export};

pub use archive::{NoArchive, archive, unpack};
pub use hash::hash;
pub use open::{NotOpened, is_compiled, open};

/// Up to as many provisions, and as many bytes, a law is quicker in one file: with what it shares
/// with every other page it packs into some 50 KB.
const MOST_PROVISIONS: usize = 200;
const MOST_BYTES: usize = 256 * 1024;
/// How many provisions come at once, after the first file: 10 KB.
const RUN: u32 = 50;
/// How many bytes of words come at once: 14 to 19 KB packed, and one or two of these answer a key.
const MOST_POSTINGS: usize = 32 * 1024;
/// What compiled files are called by.
const EXTENSION: &str = "law.txt";

/// A file of a published law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called. All of a law stand in one folder.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The folder that laws stand in, beside the loader.
pub const FOLDER: &str = "data";

/// A file of what is published: its path from the folder of the loader, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Folders are parted by slashes.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// All files of a published law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The one that pages name: all of the law, or its beginning.
    pub named: File,
    /// Those that it names, and those that they name.
    pub beside: Vec<File>,
}

impl Publication {
    /// Of a law, whole or in parts. What others name has names by what it holds, so that a server may
    /// let it be kept for ever and a new edition never meets a part of an old one.
    ///
    /// # Errors
    /// Where records can't be written, which those of a sound law always can.
    pub fn of(law: &Dataset) -> Result<Self, serde_json::Error> {
        let id = &law.records().id;
        let json = serde_json::to_string(law.records())?;
        let is_large = json.len() > MOST_BYTES || law.provisions().len() > MOST_PROVISIONS;
        let mut beside = vec![
            // Named by the law alone, as readers will find them among their downloads.
            File { name: format!("{id}.json"), text: json },
            File { name: format!("{id}.csv"), text: export::csv(law) },
        ];
        let published =
            Published { json: format!("{id}.json"), csv: format!("{id}.csv"), rest: None };
        let text = if is_large && law.provisions().len() > Window::WHOLE {
            cut(law, published, &mut beside)
        } else {
            law.compile(published)
        };
        Ok(Self { named: File { name: name_of(id), text }, beside })
    }

    /// All of them, the one that pages name first.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.named).chain(&self.beside)
    }

    /// The same where they stand on a site.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.files().map(|it| Entry {
            path: format!("{FOLDER}/{}", it.name),
            bytes: it.text.clone().into_bytes(),
        })
    }

    /// Whether the law is in parts.
    pub fn is_in_parts(&self) -> bool {
        self.beside.len() > 2
    }
}

/// The name of the file that pages name, of a law with this id.
pub fn name_of(id: &str) -> String {
    format!("{id}.{EXTENSION}")
}

/// Its path from the folder of the loader.
pub fn path_of(id: &str) -> String {
    format!("{FOLDER}/{}", name_of(id))
}

/// Adds the parts of a large law. Returns what its beginning has.
fn cut(law: &Dataset, published: Published, beside: &mut Vec<File>) -> String {
    let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    // As many as are drawn of a long list, so that nothing is taken away from a reader once the list
    // is known to be long.
    let first = count(Window::PAGE);
    let mut part = |what: &str, text: String| {
        let name = format!("{}-{what}-{}.{EXTENSION}", law.records().id, hash(text.as_bytes()));
        let named = Beside::new(name.clone(), &text);
        beside.push(File { name, text });
        named
    };
    let shards = law.shards(first, RUN);
    let shards = shards.iter().map(|it| part("part", it.compile())).collect();
    let postings = explorer::postings(law, MOST_POSTINGS).into_iter();
    let postings = postings.map(|(key, it)| (key, part("words", it.compile()))).collect();
    let index = Index { postings, ..law.index(first, RUN, shards) };
    let index = part("index", index.compile());
    let rest = Rest { provisions: count(law.provisions().len()), index };
    law.beginning(first).compile(Published { rest: Some(rest), ..published })
}

#[cfg(test)]
mod tests {
    use authoring::{json, read};

    use super::*;

    pub(crate) fn law_of(size: usize) -> Dataset {
        read(json::parse(&law::law(size).to_string()).unwrap()).dataset.unwrap()
    }

    #[test]
    fn a_law_past_the_threshold_is_in_parts_and_the_same_law_makes_the_same_files() {
        let law = law_of(230);
        let published = Publication::of(&law).unwrap();
        let words = published.files().filter(|it| it.name.contains("-words-")).count();
        assert!(words > 1, "all terms, and each with its provisions");
        assert_eq!(published.files().count(), 1 + 1 + 5 + 2 + words);
        assert!(published.is_in_parts());
        assert_eq!(Publication::of(&law).unwrap(), published);
        let begun = Dataset::open(&published.named.text).unwrap();
        assert_eq!(begun.awaits().unwrap().provisions, 230);
    }

    #[test]
    fn a_small_law_stays_one_file_and_what_readers_take_along_stands_beside_it() {
        let law = law_of(40);
        let published = Publication::of(&law).unwrap();
        assert!(!published.is_in_parts());
        let [json_file, csv] = published.beside.as_slice() else { panic!("two") };
        let again = Dataset::open(&published.named.text).unwrap();
        assert_eq!(again.records(), law.records());
        let beside = again.published().unwrap();
        assert_eq!((&beside.json, &beside.csv), (&json_file.name, &csv.name));
        assert_eq!(read(json::parse(&json_file.text).unwrap()).dataset, Some(law));
        assert!(csv.text.starts_with('\u{feff}'));
    }
}
