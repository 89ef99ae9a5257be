//! The folded keys of places, and what stands under them: equal keys are one place, and a key
//! begins those of all that is in it.

use alloc::{string::String, vec::Vec};

use super::{
    super::{
        label::Label,
        steps::{Place, Step},
        token,
        words::{Level, fold},
    },
    Citations,
};
use crate::{ProvisionIx, digit};

/// What the keys of a place in the law's own unit begin with; others begin with a letter.
pub(super) const OWN: char = '@';

impl Citations {
    /// Whether a place is counted in the law's own unit.
    pub(in super::super) fn is_own(&self, steps: &[Step]) -> bool {
        self.first(steps) == OWN
    }

    /// What the key of a place begins with.
    fn first(&self, steps: &[Step]) -> char {
        let Some(level) = steps.first().and_then(|it| it.level) else { return OWN };
        let sections = matches!(level, Level::Sign | Level::Section)
            && matches!(self.unit, Some(Level::Section | Level::Sign | Level::Paragraph));
        if sections || self.unit == Some(level) { OWN } else { char::from(b'A' + level as u8) }
    }

    pub(super) fn key(&self, steps: &[Step]) -> String {
        let mut key = String::from(self.first(steps));
        for (at, step) in steps.iter().enumerate() {
            key.push_str(if at == 0 { "" } else { " " });
            step.label.write_to(&mut key);
        }
        key
    }

    /// The next key that begins so, from one on.
    fn next(&self, start: &str, from: &mut usize) -> Option<(&str, u64, ProvisionIx)> {
        while let Some(((key, classes, _), text)) = self.keys.get(*from).zip(self.texts.get(*from))
        {
            *from += 1;
            if key.starts_with(start) {
                return Some((key, *classes, text.1));
            }
        }
        None
    }

    /// Adds the provisions of a place, and with `inside` of all that is in it.
    pub(super) fn collect(&self, steps: &[Step], inside: bool, found: &mut Vec<ProvisionIx>) {
        let (key, classes, mut from) = (self.key(steps), classes(steps), 0);
        while let Some((it, others, place)) = self.next(&key, &mut from) {
            let same = it.len() == key.len() || inside && stands_in(it, &key);
            if same && is_alike(others, classes) && !found.contains(&place) {
                found.push(place);
            }
        }
    }

    /// Whether a citation of the law has these labels, or has no keys yet.
    pub(in super::super) fn has_label(&self, before: &[Step], step: Step) -> bool {
        self.keys.is_empty() || self.has(&Place::joined(before, &[step]))
    }

    /// Whether the law has this place, or one in it.
    pub(in super::super) fn has(&self, steps: &[Step]) -> bool {
        self.has_end(steps, b" ")
    }

    /// Whether a citation of the law begins with these labels, the last perhaps in part: `121` of
    /// `121-1`.
    pub(in super::super) fn begins_with(&self, steps: &[Step]) -> bool {
        self.has_end(steps, b" -")
    }

    fn has_end(&self, steps: &[Step], ends: &[u8]) -> bool {
        let (key, mut from) = (self.key(steps), 0);
        while let Some((it, ..)) = self.next(&key, &mut from) {
            if it.as_bytes().get(key.len()).is_none_or(|end| ends.contains(end)) {
                return true;
            }
        }
        false
    }

    /// Whether any citation of the law begins with this word.
    pub(in super::super) fn has_unit(&self, level: Level) -> bool {
        let step = Step { level: Some(level), label: Label::default(), bracketed: false };
        self.next(&self.key(&[step]), &mut 0).is_some()
    }

    /// The provisions of a place: several where it may be either.
    pub(in super::super) fn find(&self, steps: &[Step]) -> Vec<ProvisionIx> {
        let mut found = Vec::new();
        self.collect(steps, false, &mut found);
        found
    }

    /// The provision whose citation is none by the rules, and is this text.
    pub(in super::super) fn named(&self, text: &str) -> Option<ProvisionIx> {
        let mut named = self.keys.iter().zip(&self.texts).filter(|it| it.0.2).peekable();
        named.peek()?;
        let key = name(text);
        named.find(|it| it.0.0 == key).map(|it| it.1.1)
    }
}

/// A text without case, accents and signs.
pub fn name(text: &str) -> String {
    let mut name = String::new();
    for c in fold(text).chars() {
        let c = digit(c).and_then(|it| char::from_digit(it, 10)).unwrap_or(c);
        if c.is_ascii_alphanumeric() || !c.is_ascii() && token::is_letter(c) {
            name.push(c);
        } else if !name.ends_with(' ') && !name.is_empty() {
            name.push(' ');
        }
    }
    if name.ends_with(' ') {
        name.pop();
    }
    name
}

/// Whether what has one key is at, or in, what has the other, which it begins with.
pub(super) fn stands_in(key: &str, outer: &str) -> bool {
    matches!(key.as_bytes().get(outer.len()), None | Some(b' '))
}

/// The labels alone: `36(1)(b)`.
pub(super) fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let outermost = path.is_empty();
        path.push_str(if outermost { "" } else { "(" });
        step.label.write_to(&mut path);
        path.push_str(if outermost { "" } else { ")" });
    }
    path
}

/// Which kind of place each level is said to be, four bits for each; 0 where that isn't said.
pub(super) fn classes(steps: &[Step]) -> u64 {
    let class = |step: &Step| match step.level {
        Some(Level::Sign | Level::Paragraph) => 1,
        Some(Level::Sentence) => 2,
        Some(Level::Point) => 3,
        Some(Level::Part) => 4,
        Some(Level::Chapter) => 5,
        Some(Level::Title) => 6,
        _ => 0,
    };
    let mut all = 0;
    // A place has fewer than sixteen levels; the first is its key's.
    for step in steps.iter().skip(1).rev() {
        all = all << 4 | class(step);
    }
    all
}

/// Whether two places of the same labels may be one: § 5 Abs. 2 Nr. 3 isn't § 5 Abs. 2 Satz 3.
pub(super) fn is_alike(one: u64, other: u64) -> bool {
    (0..16).all(|at| {
        let class = |all: u64| all >> (4 * at) & 15;
        class(one) == 0 || class(other) == 0 || class(one) == class(other)
    })
}
