//! Names that may be one name: two organisations, groups or sources that differ by a letter.

use alloc::{format, string::String, vec::Vec};

use crate::{
    edits,
    problem::Location,
    review::{Review, texts::folded},
};

/// Names of fewer letters differ by a letter by right: `IFEX`, `IPEN`.
const BY_CHANCE: usize = 8;

/// Names that differ by more letters are two.
const MOST_EDITS: usize = 2;

impl Review<'_> {
    /// Names of one kind that are nearly the same.
    pub(super) fn names(&mut self) {
        let records = self.records;
        let organisations = records.organisations.iter().map(|it| {
            let short = it.short_name.iter().map(String::as_str);
            let others = it.aliases.iter().map(String::as_str).chain(short);
            (it.name.original(), others.map(folded).collect())
        });
        self.near("organisations", "name", &organisations.collect::<Vec<_>>());
        let groups = records.groups.iter().map(|it| {
            let others = it.aliases.iter().map(|alias| folded(alias));
            (it.label.original(), others.collect())
        });
        self.near("groups", "label", &groups.collect::<Vec<_>>());
        let sources = records.sources.iter().map(|it| (it.short_title.original(), Vec::new()));
        self.near("sources", "short_title", &sources.collect::<Vec<_>>());
    }

    /// Each name, with the other names of its record, folded.
    fn near(&mut self, list: &str, field: &str, names: &[(&str, Vec<String>)]) {
        let list = Location::Top.field(list);
        for (index, (name, aliases)) in names.iter().enumerate() {
            let (item, own) = (list.item(index), folded(name));
            for (earlier, (other, others)) in names.iter().take(index).enumerate() {
                let theirs = folded(other);
                let alias = others.contains(&own) || aliases.contains(&theirs);
                if own.is_empty() || !(alias || is_near(&own, &theirs)) {
                    continue;
                }
                let what = format!("`{name}` is nearly `{other}`; are they one and the same?");
                self.compare(&item.field(field), what, list.item(earlier).path());
            }
        }
    }
}

fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one_long, other_long) = (one.chars().count(), other.chars().count());
    let letters = one_long.min(other_long);
    if one_long.abs_diff(other_long) > MOST_EDITS {
        return false;
    }
    let numbers = |text: &str| -> Vec<char> { text.chars().filter(char::is_ascii_digit).collect() };
    letters >= BY_CHANCE
        && numbers(one) == numbers(other)
        && edits(one, other) <= (letters / BY_CHANCE).min(MOST_EDITS)
}
