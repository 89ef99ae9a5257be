//! A provision's id against the number that the law gives it: `Article 13` at `art_12`.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    Provision, digit,
    problem::Location,
    review::{Review, texts::words},
};

impl Review<'_> {
    /// Every citation whose number is not its id's.
    pub(super) fn numbers(&mut self) {
        let list = Location::Top.field("provisions");
        for (index, provision) in self.records.provisions.iter().enumerate() {
            if disagree(provision) {
                let (id, citation) = (&provision.id, provision.citation.original());
                let what = format!("`{citation}` stands at `{id}`; which of the numbers is right?");
                let at = list.item(index);
                self.remark(&at.field("citation"), what);
            }
        }
    }
}

/// Whether the citation has a number that the id hasn't, or lacks the id's last one.
fn disagree(provision: &Provision) -> bool {
    let id = provision.id.as_str();
    if !id.contains('_') {
        return false;
    }
    let steps: Vec<&str> =
        id.split("__").filter_map(|step| step.split_once('_')).map(|it| it.1).collect();
    // Of the whole id: some publishers part its steps by one underscore.
    let known = numbers(id);
    let cited = numbers(provision.citation.original());
    let last: Vec<String> = steps.last().map(|step| numbers(step)).unwrap_or_default();
    !cited.is_empty() && cited.iter().any(|it| !known.contains(it))
        || last.iter().any(|it| !cited.contains(it))
}

/// The numbers in a text, Roman ones read.
fn numbers(text: &str) -> Vec<String> {
    words(text).iter().flat_map(|word| digits(word)).collect()
}

fn digits(word: &str) -> Vec<String> {
    let runs: Vec<&str> =
        word.split(|sign: char| !sign.is_numeric()).filter(|run| !run.is_empty()).collect();
    if runs.is_empty() {
        return roman(word).map(|number| number.to_string()).into_iter().collect();
    }
    let plain = |run: &&str| {
        let digits = run.chars().filter_map(digit).filter_map(|it| char::from_digit(it, 10));
        digits.collect::<String>()
    };
    runs.iter().map(plain).filter(|run| !run.is_empty()).collect()
}

/// A Roman number of more than one letter; `c`, `d` and `i` are points of a list as well.
fn roman(word: &str) -> Option<u32> {
    if word.len() < 2 {
        return None;
    }
    let values = word.chars().map(|sign| match sign {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        'd' => Some(500),
        'm' => Some(1000),
        _ => None,
    });
    let values: Vec<u32> = values.collect::<Option<_>>()?;
    let next = values.iter().skip(1).chain(core::iter::once(&0));
    let sum = values.iter().zip(next).fold(0_i64, |sum, (value, next)| {
        let value_signed = i64::from(*value);
        if value < next { sum - value_signed } else { sum + value_signed }
    });
    u32::try_from(sum).ok()
}
