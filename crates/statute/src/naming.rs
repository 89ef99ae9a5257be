//! Ids of provisions: those that the file has, where a dataset may have them, and else made as the
//! naming convention of Akoma Ntoso makes them, without the steps that carry no number.

use std::collections::{BTreeMap, BTreeSet};

use authoring::{digit, is_eid};

use crate::{
    citation::bare,
    numerals,
    outline::{Kind, Part},
    role,
};

/// Ids that are taken.
#[derive(Default)]
pub(crate) struct Naming {
    taken: BTreeSet<String>,
    /// How often each id was wanted that is taken: many parts may have one number.
    again: BTreeMap<String, usize>,
}

impl Naming {
    /// The id of a part, which nothing else has. `place` counts it among those beside it.
    pub(crate) fn name(
        &mut self,
        part: &Part,
        parent: Option<&str>,
        division: Option<&str>,
        place: usize,
    ) -> String {
        let own = part.eid.clone().filter(|id| is_eid(id));
        let made = made(part, place);
        let inner = |outer: &str| format!("{outer}__{made}");
        let first = own.unwrap_or_else(|| parent.map_or_else(|| made.clone(), inner));
        let second = division.filter(|_| parent.is_none()).map(inner);
        let mut all = [Some(first.clone()), second].into_iter().flatten();
        loop {
            let id = all.next().unwrap_or_else(|| {
                let nth = self.again.entry(first.clone()).or_insert(1);
                *nth += 1;
                format!("{first}-{nth}")
            });
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// `art_28bis`, `para_2`; the place in the list where the number has no letters of an id.
fn made(part: &Part, place: usize) -> String {
    if part.kind == Kind::Preamble {
        return "preamble".into();
    }
    let written = bare(&part.num);
    let signs: String = written.chars().skip_while(|it| *it == '第').collect();
    let end = signs.find(|it| !numerals::is_eastern(it)).unwrap_or(signs.len());
    let eastern = signs.split_at_checked(end).and_then(|(number, behind)| {
        // `第三条の二`
        let inserted = behind.split_once('の').and_then(|(_, it)| numerals::eastern(it));
        let inserted = inserted.map(|it| format!("-{it}")).unwrap_or_default();
        numerals::eastern(number).map(|it| format!("{it}{inserted}"))
    });
    let number: String = eastern
        .unwrap_or(written)
        .chars()
        .map(|it| match it {
            '/' | ':' | '–' | '.' | '의' | 'の' | '之' => '-',
            _ => digit(it).and_then(|it| char::from_digit(it, 10)).unwrap_or(it),
        })
        .filter(|it| it.is_ascii_alphanumeric() || *it == '-')
        .collect();
    let number = number.trim_matches('-');
    // `L. 121-1` is `L121-1`: a dot after a letter only shortens.
    let number = number.replacen("L-", "L", 1);
    let name = role::short(part.name);
    if number.is_empty() { format!("{name}_n{place}") } else { format!("{name}_{number}") }
}
