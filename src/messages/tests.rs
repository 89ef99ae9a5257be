//! What holds for the words of every language.

use std::collections::BTreeSet;

use super::{Catalogue, Counted, Language, Plural};

/// A message where it stands, such as `kinds[3]`, in each of its forms that is filled.
struct Message {
    name: String,
    forms: Vec<(&'static str, &'static str)>,
}

/// What a catalogue's field is made of.
trait Words {
    fn put(&self, name: &str, into: &mut Vec<Message>);
}

impl Words for &'static str {
    fn put(&self, name: &str, into: &mut Vec<Message>) {
        into.push(Message { name: name.to_owned(), forms: vec![("other", self)] });
    }
}

impl Words for Counted {
    fn put(&self, name: &str, into: &mut Vec<Message>) {
        let Self { zero, one, two, few, many, other } = self;
        let forms = [
            ("zero", zero),
            ("one", one),
            ("two", two),
            ("few", few),
            ("many", many),
            ("other", other),
        ];
        let filled = forms.into_iter().filter(|(_, text)| !text.is_empty());
        into.push(Message {
            name: name.to_owned(),
            forms: filled.map(|(form, text)| (form, *text)).collect(),
        });
    }
}

impl<T: Words, const N: usize> Words for [T; N] {
    fn put(&self, name: &str, into: &mut Vec<Message>) {
        for (place, words) in self.iter().enumerate() {
            words.put(&format!("{name}[{place}]"), into);
        }
    }
}

/// No words, and tested on its own.
impl Words for Plural {
    fn put(&self, _: &str, _: &mut Vec<Message>) {}
}

/// Takes a catalogue apart without `..`, so that a field missing from the list doesn't compile. The
/// compiler may then ask for `..`; the field belongs in the list of [`messages`] instead.
macro_rules! take_apart {
    ($catalogue:expr; $($field:ident)*) => {{
        let Catalogue { $($field),* } = $catalogue;
        let mut messages = Vec::new();
        $($field.put(stringify!($field), &mut messages);)*
        messages
    }};
}

/// Every message of a catalogue.
fn messages(catalogue: &Catalogue) -> Vec<Message> {
    take_apart! { catalogue;
        tag plural months first_of_month
        views view_switch dek criticism of_earlier since not_compared otherwise as_of stale event_source
        affects_me lens lens_none raised_by raised_by_any search search_hint clear counted choice_count
        provisions provisions_of ranked groups organisations matrix_size and_more show_earlier show_more show_all part_shown
        rest_coming rest_failed rest_elsewhere heads_searched loading not_loaded try_again
        empty empty_query
        highlighted newsroom_note heading_unverified concerns within_count other_concerns groups_affected
        raised_in in_documents according_to own_words official_text contrasted_in mentioned_in
        replies reply_inferred draft_inferred no_concern within part_of other_requests
        affected stated inferred none_found you also_about on_draft read_source archived elsewhere
        issued_by signed_by named_by named_means requests asked_of other_law
        previous next copy_link link_copied copy_citation citation_copied copy_by_hand
        bearing look_as camps both_camps civil_society_alone industry_alone no_provision
        camps_means named_by_issuer objects_to objects_to_shown stance
        matrix_caption provision cell scale
        edition corrections no_corrections missing sources labels_mean
        translated_by download_json download_csv print print_all
        camps_apart kinds_mean made nobody_asked for_some named_in_document
        kind_heads roles named_as request_kinds relations relations_feared wordings stances reply_kinds quotes colon comma
    }
}

/// Each message of a language beside the English one.
fn beside_english(language: Language) -> impl Iterator<Item = (Message, Message)> {
    let (own, english) = (messages(&language), messages(&Language::fallback()));
    assert_eq!(own.len(), english.len());
    own.into_iter().zip(english)
}

/// A message whose forms are their own names.
const NAMES: Counted =
    Counted { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };

/// The forms that a language has, and those of them that stand for a single number.
fn forms(plural: Plural) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let (mut all, mut shared) = (BTreeSet::new(), BTreeSet::new());
    for number in 0..=200 {
        let form = NAMES.form(plural, number);
        if !all.insert(form) {
            shared.insert(form);
        }
    }
    let single = all.difference(&shared).copied().collect();
    (all, single)
}

/// The gaps of a text, in order of the alphabet.
fn gaps(text: &str) -> Vec<String> {
    let after = text.split('{').skip(1);
    let mut gaps: Vec<_> = after
        .map(|rest| rest.split_once('}').map_or("unclosed", |(gap, _)| gap).to_owned())
        .collect();
    gaps.extend(text.matches('}').skip(gaps.len()).map(|_| "unopened".to_owned()));
    gaps.sort();
    gaps
}

#[test]
fn every_message_has_the_gaps_of_the_english_one() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let (_, single) = forms(language.plural);
        for (own, english) in beside_english(language) {
            let (_, model) = english.forms.last().expect("every message has a form");
            let needed = gaps(model);
            for (form, text) in &own.forms {
                let mut found = gaps(text);
                if single.contains(form) && needed.contains(&"n".to_owned()) {
                    found.retain(|gap| gap != "n");
                    found.push("n".to_owned());
                    found.sort();
                }
                if found != needed {
                    wrong.push(format!("{} {} {form}: {text}", language.tag, own.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_message_is_filled_in_every_form_that_its_language_has_and_in_no_other() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let (all, _) = forms(language.plural);
        for (own, english) in beside_english(language) {
            let filled: BTreeSet<_> = own.forms.iter().map(|(form, _)| *form).collect();
            let counted = english.forms.len() > 1;
            let right = filled == all || !counted && filled == BTreeSet::from(["other"]);
            let blank = own.forms.iter().any(|(_, text)| text.trim().is_empty());
            if !right || blank {
                wrong.push(format!("{} {}: {filled:?}", language.tag, own.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_a_few_words_are_the_same_as_in_english() {
    let same = [
        "fr event_source",
        "fr raised_by", // Source
        "fr stance",    // source
        "fr corrections",
        "fr sources",
        "fr comma",
        "ar first_of_month", // 1
        "ar colon",
    ];
    let mut found = Vec::new();
    for language in Language::ALL.into_iter().filter(|it| *it != Language::fallback()) {
        for (own, english) in beside_english(language) {
            let is_english = |text| english.forms.iter().any(|(_, other)| *other == text);
            if own.forms.iter().any(|(_, text)| is_english(*text)) {
                found.push(format!("{} {}", language.tag, own.name));
            }
        }
    }
    assert_eq!(found, same);
}

/// From the cardinal rules of Unicode CLDR 48, `common/supplemental/plurals.xml`.
#[test]
fn plural_forms_are_those_of_cldr() {
    let table = [
        (0, ["other", "one", "zero"]),
        (1, ["one", "one", "one"]),
        (2, ["other", "other", "two"]),
        (3, ["other", "other", "few"]),
        (10, ["other", "other", "few"]),
        (11, ["other", "other", "many"]),
        (99, ["other", "other", "many"]),
        (100, ["other", "other", "other"]),
        (101, ["other", "other", "other"]),
        (102, ["other", "other", "other"]),
        (103, ["other", "other", "few"]),
        (111, ["other", "other", "many"]),
        (1000, ["other", "other", "other"]),
    ];
    assert_eq!(Language::ALL.map(|language| language.tag), ["en", "fr", "ar"]);
    for (number, expected) in table {
        let found = Language::ALL.map(|language| NAMES.form(language.plural, number));
        assert_eq!(found, expected, "for {number}");
    }
}

#[test]
fn a_number_is_counted_in_the_form_that_it_takes() {
    let table = [
        (0, ["0 provisions", "0 disposition", "لا أحكام"]),
        (1, ["1 provision", "1 disposition", "حكم واحد"]),
        (2, ["2 provisions", "2 dispositions", "حكمان"]),
        (3, ["3 provisions", "3 dispositions", "3 أحكام"]),
        (11, ["11 provisions", "11 dispositions", "11 حكمًا"]),
        (100, ["100 provisions", "100 dispositions", "100 حكم"]),
    ];
    for (number, expected) in table {
        let found = Language::ALL.map(|language| language.count(&language.provisions, number, ""));
        assert_eq!(found, expected);
    }
}

#[test]
fn a_date_is_written_as_precisely_as_it_is_known() {
    let table = [
        ("2024-02-01", ["1 February 2024", "1er février 2024", "1 فبراير 2024"]),
        ("2024-02-29", ["29 February 2024", "29 février 2024", "29 فبراير 2024"]),
        ("2024-01", ["January 2024", "janvier 2024", "يناير 2024"]),
        ("2024-12", ["December 2024", "décembre 2024", "ديسمبر 2024"]),
        ("2024", ["2024", "2024", "2024"]),
    ];
    for (date, expected) in table {
        let date = date.parse().expect("a date");
        assert_eq!(Language::ALL.map(|language| language.date(date)), expected);
    }
}

/// From Unicode CLDR 48; Arabic as in Egypt and the Gulf.
#[test]
fn months_are_those_of_cldr() {
    let expected = [
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ];
    assert_eq!(Language::ALL.map(|language| language.months.join(" ")), expected);
}

#[test]
fn punctuation_is_the_own_of_each_language() {
    let mut wrong = Vec::new();
    for (language, foreign) in Language::ALL.into_iter().zip([
        &["'", "\"", "«", "،"][..],
        &["'", "\"", "“", "،", " :", " ;", " ?", " !", "« ", " »"],
        &["'", "\"", "“", ",", ";", "?"],
    ]) {
        for message in messages(&language) {
            for (_, text) in &message.forms {
                if foreign.iter().any(|mark| text.contains(mark)) {
                    wrong.push(format!("{} {}: {text}", language.tag, message.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_language_is_the_same_after_it_has_travelled_as_a_file() {
    for language in Language::ALL {
        let file = language.to_file();
        let arrived = Language::from_file(file.clone());
        assert_eq!(format!("{arrived:?}"), format!("{language:?}"));
        // A line break inside a message would move all that follow it.
        let english = Language::fallback().to_file();
        assert_eq!(file.lines().count(), english.lines().count(), "{}", language.tag);
        assert!(file.starts_with(&format!("{}\n", language.tag)));
        assert!(file.ends_with(&format!("\n{}", language.tag)));
    }
}
