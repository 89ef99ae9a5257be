//! What differs between two texts, by words.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt;

/// Longer middles are told as a whole: nobody reads them word by word.
const LONGEST: usize = 1500;

/// How many words are seen at either end of a run that stays.
const SEEN: usize = 3;

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// In both texts.
    Same(String),
    /// In the former alone.
    Out(String),
    /// In the latter alone.
    In(String),
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(words) => f.write_str(&shortened(words)),
            Self::Out(words) => write!(f, "[-{words}-]"),
            Self::In(words) => write!(f, "{{+{words}+}}"),
        }
    }
}

/// Of what stays, its first and last words say where it is.
fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    match (all.first_chunk::<SEEN>(), all.last_chunk::<SEEN>()) {
        (Some(first), Some(last)) if all.len() > 2 * SEEN + 2 => {
            [&first.join(" "), " … ", &last.join(" ")].concat()
        }
        _ => words.into(),
    }
}

/// The edits that make one text of the other.
pub fn edits(before: &str, after: &str) -> Vec<Edit> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let pairs = old.iter().rev().zip(new.iter().rev());
    let tail = pairs.take(rest).take_while(|(a, b)| a == b).count();
    let part = |all: &[&str], from: usize, to: usize| -> Vec<String> {
        all.iter().take(to).skip(from).map(ToString::to_string).collect()
    };
    let mut edits = Vec::new();
    push(&mut edits, Edit::Same, &part(&old, 0, head));
    middle(&part(&old, head, old.len() - tail), &part(&new, head, new.len() - tail), &mut edits);
    push(&mut edits, Edit::Same, &part(&old, old.len() - tail, old.len()));
    edits
}

fn push(edits: &mut Vec<Edit>, kind: fn(String) -> Edit, words: &[String]) {
    if !words.is_empty() {
        edits.push(kind(words.join(" ")));
    }
}

/// By the longest row of words that both have.
fn middle(old: &[String], new: &[String], edits: &mut Vec<Edit>) {
    if old.len().max(new.len()) > LONGEST {
        push(edits, Edit::Out, old);
        return push(edits, Edit::In, new);
    }
    let lengths = lengths(old, new);
    let at = |i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    let mut runs: [Vec<String>; 3] = Default::default();
    while let (Some(a), Some(b)) = (old.get(i), new.get(j)) {
        let [same, out, into] = &mut runs;
        if a == b {
            push(edits, Edit::Out, &core::mem::take(out));
            push(edits, Edit::In, &core::mem::take(into));
            same.push(a.clone());
            (i, j) = (i + 1, j + 1);
            continue;
        }
        push(edits, Edit::Same, &core::mem::take(same));
        if at(i + 1, j) >= at(i, j + 1) {
            out.push(a.clone());
            i += 1;
        } else {
            into.push(b.clone());
            j += 1;
        }
    }
    let [same, mut out, mut into] = runs;
    push(edits, Edit::Same, &same);
    out.extend(old.iter().skip(i).cloned());
    into.extend(new.iter().skip(j).cloned());
    push(edits, Edit::Out, &out);
    push(edits, Edit::In, &into);
}

/// How many words both have in order, from each pair of places on.
fn lengths(old: &[String], new: &[String]) -> Vec<Vec<u16>> {
    let mut below = vec![0_u16; new.len() + 1];
    let mut rows = vec![below.clone()];
    for a in old.iter().rev() {
        let mut row = vec![0_u16];
        // From the last word on, each beside those that were just made.
        let pairs = new.iter().rev().zip(below.iter().rev().zip(below.iter().rev().skip(1)));
        for (b, (diagonal, under)) in pairs {
            let beside = row.last().copied().unwrap_or(0);
            row.push(if a == b { diagonal + 1 } else { beside.max(*under) });
        }
        row.reverse();
        rows.push(row.clone());
        below = row;
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let all = edits(before, after);
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_changed_is_told_by_words() {
        assert_eq!(shown("a b c", "a b c"), "a b c");
        assert_eq!(
            shown("States may act soon", "States shall act soon"),
            "States [-may-] {+shall+} act soon"
        );
        assert_eq!(shown("one two three", "one three four"), "one [-two-] three {+four+}");
        assert_eq!(shown("", "new words"), "{+new words+}");
        assert_eq!(shown("x x", "x"), "x [-x-]");
        assert_eq!(shown("a b c d e", "b x d y"), "[-a-] b [-c-] {+x+} d [-e-] {+y+}");
    }

    #[test]
    fn both_texts_can_be_put_together_from_the_edits() {
        let (before, after) = ("p q r s t u v w", "q p r t s u w v v");
        let mut texts = [Vec::new(), Vec::new()];
        for edit in edits(before, after) {
            let [old, new] = &mut texts;
            match edit {
                Edit::Same(words) => {
                    old.push(words.clone());
                    new.push(words);
                }
                Edit::Out(words) => old.push(words),
                Edit::In(words) => new.push(words),
            }
        }
        assert_eq!(texts.map(|it| it.join(" ")), [before, after]);
    }
}
