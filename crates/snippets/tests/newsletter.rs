//! A newsletter can be unfolded by nobody, so each of its statements carries whose it is, and in
//! what role.
#![allow(clippy::expect_used, reason = "without the bundled dataset there is nothing to test")]

use std::rc::Rc;

use authoring::{Certainty, Dataset, Role, Source, SourceId};
use explorer::{EditorialConfig, Explorer, Window};
use options::{Layer, Options, Origin};
use provision_explorer::{Language, configure, with};
use snippets::{Form, SnippetInput, print};

const BUNDLED: &str = include_str!("../../../data/un-cybercrime-convention.json");

fn bundled() -> Explorer {
    let node = authoring::json::parse(BUNDLED).expect("it is JSON");
    let dataset = authoring::read(node).dataset.expect("it is sound");
    Explorer::new(Rc::new(dataset), EditorialConfig::default())
}

fn printed(form: Form, explorer: &Explorer, options: &Options) -> String {
    let piece = SnippetInput {
        explorer,
        options,
        language: Language::fallback(),
        loader: "https://cdn.example/pe/provision-explorer.js",
        styles: "a.css",
        accent: None,
        story: Some("https://news.example/story"),
        name: None,
    };
    print(form, &piece).expect("the address is whole")
}

/// The letter's lines as a reader sees them.
fn lines(explorer: &Explorer) -> Vec<String> {
    let letter = printed(Form::Newsletter, explorer, &Options::default());
    letter.split_inclusive("> ").map(|it| words(it).trim_end().to_owned()).collect()
}

fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |it| it.1));
    let words: String = pieces.collect();
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(words, |words, (from, to)| words.replace(from, to))
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    options::escape_html(text, &mut html);
    html
}

fn source<'d>(dataset: &'d Dataset, id: &SourceId) -> &'d Source {
    let source = dataset.find_source(id.as_str()).and_then(|it| dataset.source(it));
    source.expect("it is there")
}

/// The names of those who have a part in a source in some role.
fn parties<'d>(dataset: &'d Dataset, id: &SourceId, roles: &[Role]) -> Vec<&'d str> {
    let source = dataset.find_source(id.as_str()).expect("it is there");
    let parties = dataset.parties(source).filter(|(_, role)| roles.contains(role));
    let records = parties.filter_map(|(who, _)| dataset.organisation(who));
    records.map(|it| it.name.original()).collect()
}

#[test]
fn it_says_what_the_dataset_says_of_each_concern() {
    let explorer = bundled();
    let said = lines(&explorer).join("\n");
    let records = explorer.dataset().records();
    let mut texts = Vec::new();
    texts.extend(records.concerns.iter().flat_map(|it| [&it.title, &it.summary]));
    let related = records.concerns.iter().flat_map(|it| &it.related);
    texts.extend(related.flat_map(|it| it.note.iter().chain([&it.instrument])));
    texts.extend(records.replies.iter().flat_map(|it| it.reason.iter().chain([&it.summary])));
    texts.extend(records.requests.iter().flat_map(|it| [&it.summary, &it.addressee]));
    texts.extend(records.provisions.iter().filter_map(|it| it.note.as_ref()));
    texts.extend(records.made.as_ref());
    let critics = explorer.dataset().critics().iter();
    let critics = critics.filter_map(|it| explorer.dataset().source(*it));
    texts.extend(critics.filter_map(|it| it.draft_reason.as_ref()));
    let missing: Vec<_> =
        texts.iter().map(|it| it.original()).filter(|it| !said.contains(*it)).collect();
    assert_eq!(missing, [] as [&str; 0]);
    assert!(said.contains(Language::fallback().nobody_asked));
    assert!(said.contains("This is criticism, from 2 documents, of earlier wording: Draft of"));
    assert!(said.contains(Language::fallback().not_compared));
}

#[test]
fn beneath_each_concern_stands_whose_word_it_is() {
    let explorer = bundled();
    let lines = lines(&explorer);
    for concern in &explorer.dataset().records().concerns {
        let heads = lines.iter().zip(lines.iter().skip(1));
        let told: Vec<_> = heads.filter(|(head, _)| *head == concern.title.original()).collect();
        assert!(!told.is_empty(), "{}", concern.id);
        for evidence in &concern.evidence {
            let whose = source(explorer.dataset(), &evidence.source).short_title.original();
            let says = |(_, next): &(&String, &String)| {
                next.starts_with("according to") && next.contains(whose)
            };
            assert!(told.iter().all(says), "{whose} in {told:?}");
        }
    }
}

#[test]
fn what_is_only_contrasted_or_mentioned_is_not_said_to_be_objected_to() {
    let explorer = bundled();
    let lines = lines(&explorer);
    let mut spared = 0;
    for (provision, record) in explorer.dataset().provisions() {
        let around = explorer.dataset().around_provision(provision).expect("it is there");
        let heading = record.heading.as_ref().map(|it| format!(": {}", it.original()));
        let head = [record.citation.original(), &heading.unwrap_or_default()].concat();
        let card: Vec<_> = lines.iter().skip_while(|line| **line != head).take(5).collect();
        if around.concerns.is_empty() && !around.mentions.is_empty() {
            spared += 1;
            assert!(card.iter().any(|it| it.starts_with("Not objected to: ")), "{card:?}");
            assert!(!card.iter().any(|it| it.contains("raised in: ")), "{card:?}");
        }
    }
    assert!(spared > 0, "the bundled dataset has such provisions");
}

#[test]
fn who_signed_and_who_was_named_stand_apart() {
    let explorer = bundled();
    let dataset = explorer.dataset();
    let lines = lines(&explorer);
    let head = lines.iter().rposition(|it| it == Language::fallback().sources);
    let listed = lines.get(head.expect("they have a head") + 1..).expect("they follow");
    for source in dataset.critics().iter().filter_map(|it| dataset.source(*it)) {
        let its = listed.iter().skip_while(|it| !it.starts_with(source.short_title.original()));
        let its: Vec<_> = its.skip(1).take_while(|it| it.contains(": ")).collect();
        let of = |start: &str| -> String {
            let lines: Vec<_> = its.iter().filter(|it| it.starts_with(start)).collect();
            lines.iter().flat_map(|it| [it.as_str(), ", "]).collect()
        };
        let (signed, named) = ([of("signatory"), of("author")].concat(), of("Mentioned "));
        let stands = |name: &str, list: &str| list.contains(&format!(" {name}, "));
        for name in parties(dataset, &source.id, &[Role::Signed, Role::Issued]) {
            assert!(stands(name, &signed), "{name} put its name to {}", source.id);
        }
        for name in parties(dataset, &source.id, &[Role::Named]) {
            assert!(stands(name, &named), "{name} is named in {}", source.id);
            assert!(!stands(name, &signed), "{name} did not sign {}", source.id);
        }
        let by_name = its.iter().filter(|it| it.starts_with("Mentioned "));
        by_name.for_each(|line| assert!(line.contains("did not sign"), "{line}"));
    }
}

#[test]
fn a_position_has_its_draft_and_its_date() {
    let explorer = bundled();
    let dataset = explorer.dataset();
    let language = Language::fallback();
    let lines = lines(&explorer);
    let mut told = 0;
    for position in &dataset.records().positions {
        let source = source(dataset, &position.evidence.source);
        if !lines.iter().any(|it| it.starts_with(source.short_title.original())) {
            continue;
        }
        told += 1;
        let draft = dataset.find_draft(position.draft.as_ref().unwrap_or(&source.draft).as_str());
        let draft = draft.and_then(|it| dataset.draft(it)).expect("it is there");
        let stance = [language.stance, language.colon, language.stance_word(position.stance)];
        let about = with(language.on_draft, draft.label.original());
        let date = language.date(position.date.or(source.date).expect("it is dated"));
        let start = [&*stance.concat(), ", ", &about, ", ", &date].concat();
        let who = dataset.find_organisation(position.organisation.as_str());
        let who = who.and_then(|it| dataset.organisation(it)).expect("it is there").name.original();
        assert!(
            lines.iter().any(|it| it.starts_with(&start) && it.contains(who)),
            "{who}: {start}"
        );
    }
    assert!(told > 0, "critics take positions");
}

#[test]
fn what_a_source_fears_reads_as_a_fear() {
    let explorer = bundled();
    let language = Language::fallback();
    let lines = lines(&explorer);
    let related = explorer.dataset().records().concerns.iter().flat_map(|it| &it.related);
    let feared: Vec<_> = related.filter(|it| it.certainty == Certainty::Fears).collect();
    assert!(!feared.is_empty(), "critics fear conflicts");
    for it in feared {
        let pinpoint = it.pinpoint.as_ref().map(|it| format!("{}, ", it.original()));
        let law = [&pinpoint.unwrap_or_default(), it.instrument.original()].concat();
        let fear = format!("{} {law}", language.relation_feared(it.relation));
        assert!(lines.iter().any(|it| it.starts_with(&fear)), "{fear}");
        let claim = format!("{} {law}", language.relation(it.relation));
        assert!(!lines.iter().any(|it| it.starts_with(&claim)), "{claim}");
    }
}

#[test]
fn inside_the_element_stand_the_highlighted_provisions_and_a_way_to_the_rest() {
    let node = dataset::json::parse(r#"{"highlight":["28(4)","24","14(4)"]}"#).expect("it is JSON");
    let layers = [Layer { origin: Origin::Property, values: node }];
    let (explorer, options, warnings) = configure(&bundled(), &layers);
    assert_eq!(warnings, []);
    let twin = printed(Form::Twin, &explorer, &options);
    // What a system for content takes without complaint, and a reader on a phone without waiting.
    assert!(twin.len() <= 25_000, "{} bytes", twin.len());
    let dataset = explorer.dataset();
    let shown = ["art_28__para_4", "art_24", "art_14__para_4"].map(|id| dataset.find_provision(id));
    let around = shown.iter().filter_map(|it| dataset.around_provision((*it)?));
    let within: Vec<_> = around.flat_map(|it| it.concerns.iter().copied()).collect();
    for (concern, record) in dataset.concerns() {
        let title = escaped(record.title.original());
        assert_eq!(twin.contains(&title), within.contains(&concern), "{title}");
    }
    let rest = "<a href=\"https://cdn.example/pe/text.html\">UN Convention against Cybercrime</a>: 32 provisions";
    assert!(twin.contains(rest));
    assert!(twin.contains("text.html#art_28__para_4\">Article 28(4)</a>"));
    assert!(!twin.contains("news.example"), "the story leads on to the law, not to itself");
}

#[test]
fn inside_the_element_of_a_story_that_highlights_none_stands_the_list_without_concerns() {
    let explorer = bundled();
    let twin = printed(Form::Twin, &explorer, &Options::default());
    assert!(twin.len() <= 10_000, "{} bytes", twin.len());
    let heads = twin.matches("<h3>").count();
    assert_eq!(heads, Window::PAGE);
    assert_eq!(twin.matches("<h4>").count(), 0);
}
