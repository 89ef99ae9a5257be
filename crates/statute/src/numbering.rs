//! Gaps and doubles in a law's numbers, told as they are found and never mended: a number may have
//! been repealed, or a provision lost.

use authoring::digit;

use crate::{citation::bare, numerals, outline::Part};

/// What a number is in its row: its value, and what was inserted after it (`5a`, `28 bis`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    value: u32,
    inserted: String,
    /// The last one that it stands for, as in `5 to 7`.
    last: u32,
}

/// The ways in which lists are numbered.
const WAYS: [fn(&str) -> Option<Number>; 4] = [decimal, roman, letter, eastern];

/// What is odd about the numbers of parts beside each other, each with its part.
pub(crate) fn oddities<'p>(parts: &[&'p Part]) -> Vec<(&'p Part, String)> {
    let parts: Vec<_> = parts.iter().filter(|it| !it.num.is_empty()).copied().collect();
    let labels: Vec<String> = parts.iter().map(|it| bare(&it.num)).collect();
    let Some(numbers) = read(&labels) else { return Vec::new() };
    let mut told = Vec::new();
    let pairs = parts.iter().zip(&numbers);
    for ((before, number), (part, next)) in pairs.clone().zip(pairs.skip(1)) {
        let (one, other) = (&before.num, &part.num);
        if next == number {
            told.push((*part, format!("`{other}` stands there twice")));
        } else if next.value > number.last + 1 {
            let missing = number.last + 1..next.value;
            let count = missing.len();
            let what =
                if count == 1 { "a number is".into() } else { format!("{count} numbers are") };
            told.push((*part, format!("after `{one}` comes `{other}`; {what} missing")));
        } else if next < number && next.value != 1 {
            told.push((*part, format!("after `{one}` comes `{other}`, out of order")));
        }
    }
    // Where paragraphs are numbered from the second on, the words above are the first.
    let begins =
        numbers.first().filter(|it| it.value > 2 || it.value == 2 && !follows_words(&parts));
    let begins = begins.filter(|it| it.inserted.is_empty());
    if let (Some(_), Some(part)) = (begins, parts.first()) {
        told.insert(0, (*part, format!("the first number is `{}`", part.num)));
    }
    told
}

/// Denmark's `Stk. 2.` and Japan's `２` come behind a first paragraph without a number.
fn follows_words(parts: &[&Part]) -> bool {
    parts
        .first()
        .is_some_and(|it| it.num.to_lowercase().starts_with("stk") || it.num.starts_with('２'))
}

/// All labels in one way: the first in which they begin at one, or in which all can be read.
fn read(labels: &[String]) -> Option<Vec<Number>> {
    let in_ways = WAYS.iter().filter_map(|way| labels.iter().map(|it| way(it)).collect());
    let all: Vec<Vec<Number>> = in_ways.collect();
    let from_one = all.iter().find(|it| it.first().is_some_and(|first| first.value == 1));
    // A single letter may be a number of either kind.
    from_one.or_else(|| all.first().filter(|it| it.len() > 1)).cloned()
}

fn decimal(label: &str) -> Option<Number> {
    let in_words = numerals::rank(label.split(' '));
    if let Some((value, _)) = in_words.filter(|it| it.1 == label.split(' ').count()) {
        return Some(Number { value, inserted: String::new(), last: value });
    }
    let digits = label.find(|it| digit(it).is_none()).unwrap_or(label.len());
    let (number, rest) = label.split_at_checked(digits)?;
    let value = numerals::value(number)?;
    let rest = rest.trim();
    // `5 to 7`, `5-7`, `5 und 6`: a run.
    let end = rest.rsplit(|it: char| !it.is_ascii_digit()).next().unwrap_or_default();
    let is_run = rest.starts_with(['-', '–', ',']) || rest.contains(' ');
    let last = end.parse().ok().filter(|last| is_run && *last > value);
    let counts = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
    if rest.strip_prefix(['.', '/', '-']).is_some_and(counts) && last.is_none() {
        // `121-1` counts in more than one way.
        return None;
    }
    let inserted = if last.is_some() { String::new() } else { rest.to_lowercase() };
    Some(Number { value, inserted, last: last.unwrap_or(value) })
}

fn eastern(label: &str) -> Option<Number> {
    let end = label.find(|it| !numerals::is_eastern(it)).unwrap_or(label.len());
    let (number, rest) = label.split_at_checked(end)?;
    let value = numerals::eastern(number)?;
    Some(Number { value, inserted: rest.into(), last: value })
}

fn roman(label: &str) -> Option<Number> {
    let mut total = 0;
    let mut before = 0;
    for sign in label.chars().rev() {
        let value = match sign.to_ascii_lowercase() {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            'c' => 100,
            'd' => 500,
            'm' => 1000,
            _ => return None,
        };
        total = if value < before { total - value } else { total + value };
        before = before.max(value);
    }
    (total > 0).then(|| Number { value: total, inserted: String::new(), last: total })
}

/// `a` to `z`, then `aa`; `aa`, `bb` and so on is a row of its own.
fn letter(label: &str) -> Option<Number> {
    let mut signs = label.chars();
    let first = signs.next().filter(char::is_ascii_alphabetic)?.to_ascii_lowercase();
    let value = u32::from(first).checked_sub(u32::from('a'))? + 1;
    let rest: Vec<char> = signs.collect();
    match rest.as_slice() {
        [] => Some(Number { value, inserted: String::new(), last: value }),
        [second] if second.to_ascii_lowercase() == first => {
            Some(Number { value: 26 + value, inserted: String::new(), last: 26 + value })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{At, Kind};

    fn told(numbers: &[&str]) -> Vec<String> {
        let part = |num: &&str| Part {
            kind: Kind::Unit,
            name: "article",
            eid: None,
            num: (*num).into(),
            heading: String::new(),
            items: Vec::new(),
            at: At::default(),
        };
        let parts: Vec<_> = numbers.iter().map(part).collect();
        let parts: Vec<_> = parts.iter().collect();
        oddities(&parts).into_iter().map(|(_, told)| told).collect()
    }

    #[test]
    fn rows_without_a_gap_say_nothing() {
        for row in [
            &["Article 1", "Article 2", "Article 3"][..],
            &["1.", "2.", "2a.", "2b.", "3."],
            &["Article 1er", "Article 2", "Article 2 bis", "Article 3"],
            &["§ 1", "§ 2", "§§ 3 bis 5", "§ 6"],
            &["(a)", "(b)", "(c)", "(d)"],
            &["(i)", "(ii)", "(iii)", "(iv)", "(v)"],
            &["(h)", "(i)", "(j)"][..0],
            &["I", "II", "III", "IV"],
            &["1", "2", "1", "2"],
            &["L. 121-1", "L. 121-2"],
        ] {
            assert_eq!(told(row), Vec::<String>::new(), "{row:?}");
        }
    }

    #[test]
    fn gaps_doubles_and_disorder_are_told() {
        assert_eq!(
            told(&["Article 1", "Article 3"]),
            ["after `Article 1` comes `Article 3`; a number is missing"]
        );
        assert_eq!(told(&["1.", "2.", "6."]), ["after `2.` comes `6.`; 3 numbers are missing"]);
        assert_eq!(told(&["(a)", "(b)", "(b)"]), ["`(b)` stands there twice"]);
        assert_eq!(told(&["(i)", "(iv)"]), ["after `(i)` comes `(iv)`; 2 numbers are missing"]);
        assert_eq!(told(&["1", "3", "2"]).len(), 2);
        assert_eq!(told(&["§ 4", "§ 5"]), ["the first number is `§ 4`"]);
    }
}
