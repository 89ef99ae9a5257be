//! Values that are more than their kind: serde knows them by the names of their types, and what they
//! must look like is asked before they are read.

use alloc::format;

use super::{Reader, Value};
use crate::{
    Affected, AskedFor, CalendarDate, Interval, LanguageTag, Node, Text, is_language,
    problem::ProblemKind,
};

/// A text of some form.
struct Form {
    of: &'static str,
    fits: fn(&str) -> bool,
    expected: &'static str,
    /// What has the form, where something else stands there.
    blank: &'static str,
}

const FORMS: [Form; 3] = [
    Form {
        of: CalendarDate::NAME,
        fits: |text| text.parse::<CalendarDate>().is_ok(),
        expected: "a date; write `2024`, `2024-07` or `2024-07-29`",
        blank: "0001",
    },
    Form {
        of: Interval::NAME,
        fits: |text| text.parse::<Interval>().is_ok(),
        expected: "an interval; write `P90D` for ninety days or `P6M` for six months",
        blank: "P0D",
    },
    Form {
        of: LanguageTag::NAME,
        fits: is_language,
        expected: "a language tag; write `en`, `fr` or `pt-BR`",
        blank: "",
    },
];

/// Lists in whose place this word may stand.
const LISTS: [(&str, &str, &str); 2] = [
    (Affected::NAME, Affected::ALONE, "a list of groups, or `\"none_found\"`"),
    (AskedFor::NAME, AskedFor::ALONE, "a list of those who were asked, or `\"nobody\"`"),
];

/// Reports a value that doesn't fit its type, and makes it blank.
pub(super) fn check(reader: &mut Reader<'_>, name: &str) {
    if let Some(form) = FORMS.iter().find(|it| it.of == name) {
        let text = reader.text();
        if let Some(text) = text.filter(|it| !(form.fits)(it)) {
            unreadable(reader, text, form.expected);
        } else if text.is_some() {
            return;
        }
        reader.value = Value::Blank(form.blank);
    }
    if let Some((_, alone, expected)) = LISTS.iter().find(|(of, ..)| *of == name) {
        match reader.value {
            Value::Here(Node::List(_)) => return,
            Value::Here(Node::Text(word)) if word == alone => {}
            _ => reader.wrong(expected),
        }
        reader.value = Value::Word(alone);
    }
    if name == Text::NAME {
        reader.prose();
    }
}

fn unreadable(reader: &mut Reader<'_>, text: &str, expected: &str) {
    const LONGEST: usize = 40;
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let (start, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let more = if rest.is_empty() { "" } else { "…" };
    reader.report(ProblemKind::Unreadable(format!("`{start}{more}` is not {expected}")));
}
