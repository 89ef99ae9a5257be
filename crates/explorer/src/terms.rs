//! The terms of a law in parts: in which of its files of postings a word is looked up, and what those
//! that are here say of it.

use std::cell::RefCell;

use dataset::{Dataset, Term};

use crate::{fold::is_without_blanks, index::Field, needle::Sought};

/// The file of all terms, of scripts with blanks, without postings.
const ALL_TERMS: usize = 0;

/// What has been looked up and isn't here.
#[derive(Debug, Default)]
pub(crate) struct Lacking(RefCell<Vec<usize>>);

impl Lacking {
    /// Whether there is any.
    pub(crate) fn is_any(&self) -> bool {
        !self.0.borrow().is_empty()
    }

    /// The files, each once, and begins anew.
    pub(crate) fn take(&self) -> Vec<usize> {
        self.0.take()
    }

    fn add(&self, file: usize) {
        let mut files = self.0.borrow_mut();
        if !files.contains(&file) {
            files.push(file);
        }
    }

    /// Tells of each provision with a word that is looked for, and its best field.
    pub(crate) fn each_with(
        &self,
        dataset: &Dataset,
        sought: &Sought,
        tell: &mut dyn FnMut(usize, Field),
    ) {
        self.each_term(dataset, sought, &mut |term| {
            term.each(&mut |provision, rank| {
                if let Some(field) = Field::ALL.get(rank) {
                    tell(provision, *field);
                }
            });
        });
    }

    /// Whether any term is the one looked for.
    pub(crate) fn has(&self, dataset: &Dataset, sought: &Sought) -> bool {
        let mut has = false;
        self.each_term(dataset, sought, &mut |_| has = true);
        has
    }

    fn each_term(&self, dataset: &Dataset, sought: &Sought, tell: &mut dyn FnMut(Term<'_>)) {
        for file in files(dataset, sought) {
            match dataset.terms(file) {
                Some(terms) => terms.filter(|it| sought.is_in(it.letters)).for_each(&mut *tell),
                None if dataset.posting_file(file).is_some() => self.add(file),
                // A law in one file has none.
                None => {}
            }
        }
    }
}

/// Tells of all terms, where they are here; says whether they are.
pub(crate) fn each_of_all(dataset: &Dataset, tell: &mut dyn FnMut(&str)) -> bool {
    let terms = dataset.terms(ALL_TERMS);
    terms.map(|it| it.for_each(|term| tell(term.letters))).is_some()
}

/// The files in which a word is looked up. Those that begin alike stand in one, or in files side by
/// side; those that have it inside may be any.
fn files(dataset: &Dataset, sought: &Sought) -> Vec<usize> {
    let is_gram = sought.letters.starts_with(is_without_blanks);
    if !sought.within || is_gram {
        return beginning(dataset, &sought.letters, sought.whole && !is_gram);
    }
    let Some(terms) = dataset.terms(ALL_TERMS) else { return vec![ALL_TERMS] };
    let mut files = Vec::new();
    for term in terms.filter(|it| sought.is_in(it.letters)) {
        files.extend(beginning(dataset, term.letters, true));
        files.dedup();
    }
    files
}

/// The files of the terms that begin with some letters, or of the term that they are.
fn beginning(dataset: &Dataset, letters: &str, whole: bool) -> Vec<usize> {
    let mut files = Vec::new();
    for (file, key) in dataset.posting_keys().enumerate().skip(ALL_TERMS + 1) {
        match key.strip_suffix('*') {
            Some(beginning) if beginning == letters && !whole => return vec![file],
            None if key <= letters => files = vec![file],
            None if !whole && key.starts_with(letters) => files.push(file),
            Some(_) | None => {}
        }
    }
    files
}
