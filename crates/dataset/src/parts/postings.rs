//! The words of a law in parts, as files of postings: for each term the provisions that have it. What
//! is folded into a term, and what a rank means, is for whoever searches.

use alloc::string::String;

use crate::{
    model::Dataset,
    pack::{Packer, Unpacker, Unsound},
    parts::put,
};

/// Terms in the order of their bytes, a line each: the term and, behind a blank, its postings; no
/// blank where these stand elsewhere. A line is read only where its term is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Postings(pub(crate) String);

impl Postings {
    /// How many ranks a posting can have.
    pub const RANKS: u32 = 8;

    /// Adds a term, behind those that are there, with the provisions that have it, in the law's
    /// order, and the rank of each, which is below [`RANKS`](Self::RANKS).
    pub fn add(&mut self, term: &str, postings: impl IntoIterator<Item = (u32, u32)>) {
        let mut list = Packer::default();
        let mut next = 0;
        for (provision, rank) in postings {
            list.number(provision.saturating_sub(next) * Self::RANKS + rank);
            next = provision + 1;
        }
        let text = list.text();
        let blank = if text.is_empty() { "" } else { " " };
        self.0.extend([term, blank, text, "\n"]);
    }

    /// Its terms, as they travel.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Adds the terms of another behind its own.
    pub fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }
}

/// A line of postings.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    /// What is looked for.
    pub letters: &'a str,
    list: &'a str,
}

impl Term<'_> {
    /// Tells of each provision that has it, by place, and its rank.
    pub fn each(self, tell: &mut dyn FnMut(usize, usize)) {
        let mut list = Unpacker::of(self.list);
        let mut next = 0_usize;
        while let Some(number) = list.next() {
            let at = next.saturating_add((number / Postings::RANKS) as usize);
            tell(at, (number % Postings::RANKS) as usize);
            next = at.saturating_add(1);
        }
    }
}

impl Dataset {
    /// What the files of postings are called by: that of all terms by nothing; then those that part
    /// the terms among them, each by its first; then those that have the postings of all terms with
    /// one beginning, by that and an asterisk. None of a law that is in one file.
    pub fn posting_keys(&self) -> impl Iterator<Item = &str> {
        let files = self.later.iter().flat_map(|it| &it.postings);
        files.map(|(key, _)| key.as_str())
    }

    /// The file name of some postings.
    pub fn posting_file(&self, file: usize) -> Option<&str> {
        Some(self.later.as_ref()?.postings.get(file)?.1.name.as_str())
    }

    /// The terms of a file; nothing where it isn't here.
    pub fn terms(&self, file: usize) -> Option<impl Iterator<Item = Term<'_>>> {
        let text = self.later.as_ref()?.words.get(file)?.get()?;
        Some(text.lines().map(|line| {
            let (letters, list) = line.split_once(' ').unwrap_or((line, ""));
            Term { letters, list }
        }))
    }

    /// How many files of postings are here.
    pub fn postings_here(&self) -> usize {
        let files = self.later.iter().flat_map(|it| &it.words);
        files.filter(|it| it.get().is_some()).count()
    }

    /// Takes a file of postings in. Whoever holds this dataset has it from then on.
    ///
    /// # Errors
    /// What is wrong with it; nothing of it is used then.
    pub fn fill_postings(&self, file: usize, text: &str) -> Result<(), Unsound> {
        let later = self.later.as_ref().ok_or(Unsound::OtherLaw)?;
        let (_, beside) = later.postings.get(file).ok_or(Unsound::OtherLaw)?;
        let Postings(found) = beside.open(text)?;
        put(&later.words, file, found);
        Ok(())
    }
}
