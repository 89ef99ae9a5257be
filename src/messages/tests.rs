//! What holds for the words of every language.

use std::collections::BTreeSet;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

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
        tag plural months first_of_month full_date month_of_year
        views view_switch dek criticism of_earlier since not_compared otherwise who_otherwise who_comments
        as_of stale event_source
        picture picture_blocks picture_scaled picture_binned picture_choose picture_whole picture_about
        civil_society industry other_critics above_line below_line second_line objected_to shared
        not_named named_in_part only_mentioned sides_apart
        affects_me lens lens_none raised_by raised_by_any search clear skip end change to_story counted
        provisions provisions_of ranked organisations matrix_size and_more show_earlier show_more show_all part_shown
        rest_coming rest_failed rest_elsewhere heads_searched words_failed loading not_loaded try_again
        empty empty_query chosen without_choice instead nearest in_summary
        highlighted newsroom_note heading_unverified concerns within_count other_concerns groups_affected
        raised_in in_documents according_to own_words official_text changed_since same_words dropped added contrasted_in mentioned_in
        replies reply_inferred draft_inferred no_concern within part_of other_requests
        stated inferred none_found you also_about in_full_at on_draft archived elsewhere
        issued_by signed_by named_by named_means requests asked_of other_law
        close previous next copy_link link_copied copy_citation citation_copied copy_by_hand
        look_as camps_means named_by_issuer objects_to objects_to_shown signed_whole named_whole stance
        matrix_caption provision cell scale show_table show_lists most_groups most_provisions
        edition corrections no_corrections missing sources labels_mean
        translated_by download_json download_csv print print_all
        kinds_mean made nobody_asked for_some named_in_document
        group_kinds kind_heads roles named_as request_kinds relations relations_feared wordings stances reply_kinds quotes colon comma
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
fn forms(plural: &Plural) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
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
        let (_, single) = forms(&language.plural);
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
        let (all, _) = forms(&language.plural);
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
    for (language, sample) in Language::SAMPLES {
        if language == Language::fallback() {
            continue;
        }
        let same = |(own, english): &(Message, Message)| {
            own.forms.iter().any(|(_, text)| english.forms.iter().any(|(_, other)| other == text))
        };
        let found: Vec<_> =
            beside_english(language).filter(same).map(|(own, _)| own.name).collect();
        assert_eq!(found, sample.as_in_english, "{}", language.tag);
    }
}

/// A million is where CLDR has a form of its own in Spanish and French, and no law is as long.
#[test]
fn plural_forms_are_those_of_cldr() {
    for language in Language::ALL {
        let locale: Locale = language.tag.parse().expect("a tag");
        let cldr = PluralRules::try_new_cardinal(locale.into()).expect("CLDR knows it");
        let numbers = (0..=20_000).chain((20_001..1_000_000).step_by(997)).chain([999_999]);
        for number in numbers {
            let expected = match cldr.category_for(number) {
                PluralCategory::Zero => "zero",
                PluralCategory::One => "one",
                PluralCategory::Two => "two",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            };
            let found = NAMES.form(&language.plural, number);
            assert_eq!(found, expected, "{} {number}", language.tag);
        }
    }
}

/// Whatever rule a language brings: those of CLDR for Polish, Latvian, Slovenian and Breton.
#[test]
fn a_rule_is_read_as_cldr_writes_it() {
    let rules = |zero, one, two, few, many| Plural { zero, one, two, few, many };
    let languages = [
        (
            "pl",
            rules(
                "",
                "i = 1 and v = 0",
                "",
                "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
                "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
            ),
        ),
        (
            "lv",
            rules(
                "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
                "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
                "",
                "",
                "",
            ),
        ),
        (
            "sl",
            rules(
                "",
                "v = 0 and i % 100 = 1",
                "v = 0 and i % 100 = 2",
                "v = 0 and i % 100 = 3..4 or v != 0",
                "",
            ),
        ),
        (
            "br",
            rules(
                "",
                "n % 10 = 1 and n % 100 != 11,71,91",
                "n % 10 = 2 and n % 100 != 12,72,92",
                "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99",
                "n != 0 and n % 1000000 = 0",
            ),
        ),
    ];
    for (tag, plural) in languages {
        let locale: Locale = tag.parse().expect("a tag");
        let cldr = PluralRules::try_new_cardinal(locale.into()).expect("CLDR knows it");
        for number in (0..=2_000).chain([1_000_000]) {
            let found = NAMES.form(&plural, number);
            let expected = format!("{:?}", cldr.category_for(number)).to_lowercase();
            assert_eq!(found, expected, "{tag} {number}");
        }
    }
}

#[test]
fn a_rule_that_cannot_be_read_takes_no_number() {
    for rule in
        ["one", "n", "n =", "n = x", "n % 0 = 0", "n % = 1", "= 1", "n ! 1", "n = 1..", "n = 2..1"]
    {
        let plural = Plural::one_other(rule);
        let found = [0, 1, 2].map(|number| NAMES.form(&plural, number));
        assert_eq!(found, ["other"; 3], "{rule}");
    }
}

#[test]
fn a_number_is_counted_in_the_form_that_it_takes() {
    for (language, sample) in Language::SAMPLES {
        let (all, _) = forms(&language.plural);
        let tried: BTreeSet<_> =
            sample.provisions.iter().map(|(n, _)| NAMES.form(&language.plural, *n)).collect();
        assert_eq!(tried, all, "{}: a number for each form", language.tag);
        for (number, expected) in sample.provisions {
            assert_eq!(language.count(&language.provisions, *number, ""), *expected);
        }
    }
}

/// `tests/scripts/languages.test.mjs` holds the samples against CLDR.
#[test]
fn a_date_is_written_as_precisely_as_it_is_known() {
    for (language, sample) in Language::SAMPLES {
        let written = ["2024-02-01", "2024-02-29", "2024-02"]
            .map(|date| language.date(date.parse().expect("a date")));
        assert_eq!(written, sample.dates);
        assert_eq!(language.date("2024".parse().expect("a date")), "2024");
    }
}

#[test]
fn punctuation_is_the_own_of_each_language() {
    let mut wrong = Vec::new();
    for (language, sample) in Language::SAMPLES {
        for message in messages(&language) {
            for (_, text) in &message.forms {
                if sample.foreign.iter().any(|mark| text.contains(mark)) {
                    wrong.push(format!("{} {}: {text}", language.tag, message.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A quotation mark within a message is one of those that stand around quotations.
#[test]
fn messages_quote_as_quotations_are_quoted() {
    for language in Language::ALL {
        let [open, close] = language.quotes.map(str::trim);
        let text = language.empty_query;
        assert!(text.contains(open) && text.contains(close), "{}: {text}", language.tag);
    }
}

#[test]
fn a_tag_is_spoken_by_the_language_that_it_begins_with() {
    let tag = |tag| Language::of(tag).map(|it| it.tag);
    assert_eq!(["de-CH", "es-419", "FR", "en-GB"].map(tag), ["de", "es", "fr", "en"].map(Some));
    assert_eq!(["", "d", "deu", "xx"].map(tag), [None; 4]);
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

/// Words that are the same in some language, and why each stands for itself.
const HOMONYMS: &[(&str, &str, &str)] = &[
    ("roles[2]", "named_as[3]", "whoever is merely mentioned has no other role either"),
    ("relations[4]", "relations_feared[4]", "to refer to a law is nothing to be feared"),
    ("search", "kind_heads[14]", "to search and research are one word in some languages"),
    ("request_kinds[3]", "stances[1]", "some languages ask for a change as they want one"),
    ("request_kinds[4]", "stances[0]", "and so for a rejection"),
    ("event_source", "raised_by", "Arabic has no capitals to tell a link from a label"),
];

/// The label of a thing is written once: one that is to be put better is then better everywhere.
#[test]
fn each_label_once() {
    let mut twice = Vec::new();
    for language in Language::ALL {
        let all = messages(&language);
        for (place, one) in all.iter().enumerate() {
            let same = all.iter().skip(place + 1).filter(|it| it.forms == one.forms);
            let same = same.filter(|it| !is_homonym(&one.name, &it.name));
            twice.extend(same.map(|other| {
                format!("{}: {} and {}: {:?}", language.tag, one.name, other.name, one.forms)
            }));
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

fn is_homonym(one: &str, other: &str) -> bool {
    HOMONYMS.iter().any(|(first, second, _)| (*first, *second) == (one, other))
}
