//! A provision's id against the number that the law gives it: `Article 13` at `art_12`.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    digit,
    problem::Location,
    review::{Review, texts::words},
};

impl Review<'_> {
    /// Every citation whose number is not its id's.
    pub(super) fn numbers(&mut self) {
        let list = Location::Top.field("provisions");
        for (index, provision) in self.records.provisions.iter().enumerate() {
            let (id, citation) = (&provision.id, provision.citation.original());
            if disagree(id.as_str(), citation) {
                let what = format!("`{citation}` stands at `{id}`; which of the numbers is right?");
                let at = list.item(index);
                self.remark(&at.field("citation"), what);
            }
        }
    }
}

/// Whether the citation has a number that the id hasn't, or lacks the id's last one.
fn disagree(id: &str, citation: &str) -> bool {
    if !id.contains('_') || counts_places(id) {
        return false;
    }
    // Of the whole id: some publishers part its steps by one underscore.
    let known = numbers(id);
    let cited = numbers(citation);
    let step = id.rsplit("__").next().unwrap_or_default();
    let last = numbers(step.rsplit('_').next().unwrap_or_default());
    !cited.is_empty() && cited.iter().any(|it| !known.contains(it))
        || last.iter().any(|it| !cited.contains(it))
}

/// Whether the publisher counts what it gives no number, as in `para-n1_abs-1_liste-n1`: a place in the
/// file is no number of the law.
fn counts_places(id: &str) -> bool {
    let number = |step: &str| step.rsplit_once("-n").map(|it| it.1.to_string());
    let is_place = |it: String| !it.is_empty() && it.bytes().all(|sign| sign.is_ascii_digit());
    id.split('_').filter_map(number).any(is_place)
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

#[cfg(test)]
mod tests {
    use super::disagree;

    #[test]
    fn numbers_of_ids_and_citations_are_compared_however_publishers_write_them() {
        for (id, citation) in [
            ("art_12", "Article 12"),
            ("art_40__para_22", "Article 40(22)"),
            ("art-z3_abs-z2", "§ 3 Abs. 2"),
            ("chp_ii__art_5", "Article 5"),
            ("sec_3a", "Section 3A"),
            // Places in the file, which are no numbers of the law.
            ("art-z9_abs-z_inhalt-n1_liste-n1_listenelem-n2", "§ 9 Nr. 2"),
            (
                "art-z3_abs-z2_inhalt-n1_liste-n1_listenelem-n3_liste-n1_listenelem-n1",
                "§ 3 Abs. 2 Nr. 3 Buchst. a",
            ),
            ("title", "Title"),
        ] {
            assert!(!disagree(id, citation), "{id}: {citation}");
        }
        for (id, citation) in [
            ("art_12", "Article 13"),
            ("art_40__para_22", "Article 40(21)"),
            ("art_40__para_22", "Article 40"),
            ("art-z3_abs-z2", "§ 3 Abs. 1"),
            ("art-z3_abs-z2", "§ 4 Abs. 2"),
        ] {
            assert!(disagree(id, citation), "{id}: {citation}");
        }
    }
}
