//! Plural forms, by the rules of Unicode CLDR for cardinal numbers, as CLDR writes them.

use super::lines::lines;

lines! {
    /// Which numbers take which form of a language. A rule is CLDR's own, for whole numbers below a
    /// million: `n % 10 = 2..4 and n % 100 != 12..14`. A form that the language lacks has none, and
    /// `other` is what no rule takes.
    #[derive(Clone, Copy, Debug)]
    pub struct Plural {
        /// `zero`.
        pub zero: &'static str,
        /// `one`.
        pub one: &'static str,
        /// `two`.
        pub two: &'static str,
        /// `few`.
        pub few: &'static str,
        /// `many`.
        pub many: &'static str,
    }
}

impl Plural {
    /// The rules of a language with two forms, by that of `one`.
    pub const fn one_other(one: &'static str) -> Self {
        Self { zero: "", one, two: "", few: "", many: "" }
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
    pub fn form(&self, plural: &Plural, number: usize) -> &'static str {
        let forms = [
            (plural.zero, self.zero),
            (plural.one, self.one),
            (plural.two, self.two),
            (plural.few, self.few),
            (plural.many, self.many),
        ];
        let fits = forms.into_iter().find(|(rule, _)| takes(rule, number));
        fits.map(|(_, form)| form).filter(|form| !form.is_empty()).unwrap_or(self.other)
    }
}

/// Whether a rule takes a number; one that can't be read takes none.
fn takes(rule: &str, number: usize) -> bool {
    // By single letters and words: to look for a text within another costs the widget two kilobytes.
    let mut words = rule.split(' ');
    let mut all = true;
    loop {
        let Some(holds) = relation(&mut words, number) else { return false };
        all &= holds;
        match words.next() {
            Some("and") => {}
            Some(_) if !all => all = true,
            _ => return all,
        }
    }
}

/// Whether the next relation holds, such as `n % 10 = 2..4,9` or `v = 0`.
fn relation(words: &mut dyn Iterator<Item = &str>, number: usize) -> Option<bool> {
    let mut value = match words.next()? {
        "n" | "i" => number,
        _ => 0, // of digits behind a point
    };
    let mut sign = words.next()?;
    if sign == "%" {
        value = value.checked_rem(words.next()?.parse().ok()?)?;
        sign = words.next()?;
    }
    let mut within = false;
    for range in words.next()?.split(',') {
        let mut bounds = range.split('.');
        let first: usize = bounds.next()?.parse().ok()?;
        let last = bounds.next_back().map_or(Some(first), |last| last.parse().ok())?;
        within |= first <= value && value <= last;
    }
    match sign {
        "=" => Some(within),
        "!=" => Some(!within),
        _ => None,
    }
}
