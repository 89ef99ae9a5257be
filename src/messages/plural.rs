//! Plural forms, by the rules of Unicode CLDR for cardinal numbers. A language that needs a rule
//! not yet here adds a variant.

use super::lines::{Lines, lines};

/// Which plural forms a language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// One, and all others: English.
    OneOther,
    /// None and one together, and all others: French.
    NoneOrOneOther,
    /// Zero, one, two, few, many and other: Arabic.
    Arabic,
}

impl Lines for Plural {
    fn take(lines: &mut std::str::Lines<'static>) -> Self {
        match <&str>::take(lines) {
            "arabic" => Self::Arabic,
            "none or one" => Self::NoneOrOneOther,
            _ => Self::OneOther,
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "ssr"))]
    fn put(&self, lines: &mut Vec<&'static str>) {
        lines.push(match self {
            Self::OneOther => "one",
            Self::NoneOrOneOther => "none or one",
            Self::Arabic => "arabic",
        });
    }
}

lines! {
    /// A message for each plural form. A form left empty is that of `other`.
    #[derive(Clone, Copy, Debug)]
    pub struct Counted {
        /// None at all.
        pub zero: &'static str,
        /// One.
        pub one: &'static str,
        /// Two.
        pub two: &'static str,
        /// A few.
        pub few: &'static str,
        /// Many.
        pub many: &'static str,
        /// Any other number.
        pub other: &'static str,
    }
}

impl Counted {
    /// A message of a language with two forms.
    pub const fn two_forms(one: &'static str, other: &'static str) -> Self {
        Self { zero: "", one, two: "", few: "", many: "", other }
    }

    /// A message that is the same for every number.
    pub const fn same(other: &'static str) -> Self {
        Self::two_forms("", other)
    }

    /// The form for a number.
    pub fn form(&self, plural: Plural, number: usize) -> &'static str {
        let form = match (plural, number) {
            (Plural::OneOther | Plural::Arabic, 1) | (Plural::NoneOrOneOther, 0 | 1) => self.one,
            (Plural::OneOther | Plural::NoneOrOneOther, _) => self.other,
            (Plural::Arabic, 0) => self.zero,
            (Plural::Arabic, 2) => self.two,
            (Plural::Arabic, _) => match number % 100 {
                3..=10 => self.few,
                11..=99 => self.many,
                _ => self.other,
            },
        };
        if form.is_empty() { self.other } else { form }
    }
}
