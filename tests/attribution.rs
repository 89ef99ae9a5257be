//! Whose word each statement of the light twin is, and in how many documents each number was
//! counted.

mod common;

use authoring::{Role, SourceIx};
use provision_explorer::{Language, ssr};

use common::{bundled, cards, explorer, light, words};

/// The pieces of a text that stand between a start and an end.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|it| it.split(end).next()).collect()
}

/// Each heading of a kind in a card, with what stands beneath it until the next of its kind.
fn beneath<'t>(card: &'t str, tag: &str) -> Vec<(String, &'t str)> {
    let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
    let parts = card.split(start.as_str()).skip(1).filter_map(|it| it.split_once(end.as_str()));
    parts.map(|(head, rest)| (words(head).trim().to_owned(), rest)).collect()
}

#[test]
fn each_concern_stands_beneath_the_names_of_its_sources_and_of_no_others() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let short = |it: &SourceIx| dataset.source(*it).expect("it is there").short_title.original();
    for (id, card) in cards(&html) {
        let provision = dataset.find_provision(id).expect("it is there");
        let links = dataset.around_provision(provision).expect("it is there");
        let mut told = Vec::new();
        let mut heads: Vec<String> = Vec::new();
        for (source, rest) in beneath(card, "h4") {
            heads.push(source);
            let concerns = beneath(rest, "h5");
            let by = |title: &str| {
                let mut them = links.concerns.iter();
                let it = them.find(|it| {
                    dataset.concern(**it).expect("it is there").title.original() == title
                })?;
                Some(dataset.around_concern(*it).expect("it is there").sources.iter().map(short))
            };
            for (title, sources) in concerns.iter().filter_map(|(it, _)| Some((it, by(it)?))) {
                assert_eq!(heads, sources.collect::<Vec<_>>(), "{id}: {title}");
                told.push(title.clone());
            }
            if !concerns.is_empty() {
                heads.clear();
            }
        }
        assert_eq!(told.len(), links.concerns.len(), "{id}");
    }
}

#[test]
fn who_stands_behind_a_source_is_counted_beneath_its_name_once_a_card() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let mut counted = 0;
    for (id, card) in cards(&html) {
        for (source, record) in dataset.sources() {
            let parties = |role| record.parties.iter().filter(move |it| it.role == role);
            let heads = beneath(card, "h4").into_iter();
            let heads: Vec<_> = heads
                .filter(|(head, _)| head == record.short_title.original())
                .map(|(_, rest)| words(rest.split("<h5>").next().unwrap_or_default()))
                .collect();
            if heads.is_empty() {
                continue;
            }
            counted += 1;
            let all = parties(Role::Named).filter(|it| it.shares_all()).count();
            let signed = parties(Role::Signed).count();
            let said =
                [(format!("Signed by {signed}"), signed), (format!("Says {all} others"), all)];
            for (said, _) in said.iter().filter(|(_, count)| *count > 0) {
                let times = heads.iter().filter(|it| it.contains(said)).count();
                assert_eq!(times, 1, "{id}: {said}");
            }
            for (issuer, _) in dataset.parties(source).filter(|(_, its)| *its == Role::Issued) {
                let name = dataset.organisation(issuer).expect("it is there").name.original();
                let said = format!("Written by {name}");
                assert_eq!(heads.iter().filter(|it| it.contains(&said)).count(), 1, "{id}: {said}");
            }
            // Who signed is named in one place, which is none of these.
            let first = parties(Role::Signed).next();
            let first = first.and_then(|it| dataset.find_organisation(it.organisation.as_str()));
            let first = first.and_then(|it| dataset.organisation(it));
            let names = |it: &String| first.is_some_and(|name| it.contains(name.name.original()));
            assert!(!heads.iter().any(names), "{id}");
        }
    }
    assert!(counted > dataset.provisions().count() / 2);
}

#[test]
fn whom_a_source_names_for_some_concerns_is_named_with_these_and_no_others() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let cards = cards(&html);
    let sections = cards.iter().flat_map(|(_, card)| beneath(card, "h5"));
    let sections: Vec<_> = sections
        .map(|(title, rest)| (title, words(rest.split("</section>").next().unwrap_or_default())))
        .collect();
    let mut named = 0;
    for source in &dataset.records().sources {
        for party in source.parties.iter().filter(|it| !it.concerns.is_empty()) {
            let who = dataset.find_organisation(party.organisation.as_str());
            let who = who.and_then(|it| dataset.organisation(it)).expect("it is there");
            for concern in &dataset.records().concerns {
                if !concern.evidence.iter().any(|it| it.source == source.id) {
                    continue;
                }
                let title = concern.title.original();
                let said = sections.iter().filter(|(it, _)| it == title);
                let said = said.filter(|(_, told)| {
                    let others = told.split_once("did not sign").map_or("", |it| it.1);
                    others
                        .split(". This is")
                        .next()
                        .is_some_and(|it| it.contains(who.name.original()))
                });
                let expected = usize::from(party.shares_concern(&concern.id));
                assert_eq!(said.count(), expected, "{title}: {}", who.name.original());
                named += expected;
            }
        }
    }
    assert!(named > 3, "{named}");
}

#[test]
fn whoever_signed_is_named_in_the_list_of_documents_alone() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let documents = html.rsplit_once("<footer").expect("there is a foot").1;
    let documents = words(documents);
    for (source, _) in dataset.sources() {
        for (who, role) in dataset.parties(source) {
            let name = dataset.organisation(who).expect("it is there").name.original();
            assert!(documents.contains(name), "{role:?}: {name}");
        }
    }
}

#[test]
fn what_answers_the_law_as_a_whole_stands_with_it() {
    let data = bundled();
    let html = light(&data);
    let cards = cards(&html);
    let whole = cards.iter().find(|(id, _)| *id == "instrument").expect("it is a provision").1;
    let explorer = explorer(&data);
    let replies = explorer.dataset().records().replies.iter();
    let whole = words(whole);
    let mut found = 0;
    for it in replies.filter(|it| it.concerns.is_empty() && it.provisions.is_empty()) {
        found += 1;
        assert!(whole.contains(it.summary.original()), "{}", it.summary.original());
    }
    assert!(found > 0, "some welcome the whole");
}

/// Lines as a reader sees them: what stands between the ends of blocks.
fn lines(html: &str) -> Vec<String> {
    let blocks = ["p", "li", "h2", "h3", "h4", "h5", "dt", "dd", "summary", "caption", "td", "th"];
    let ends = blocks.map(|it| format!("</{it}>"));
    let parted = ends.iter().fold(html.to_owned(), |html, end| html.replace(end, "\n"));
    // A bar has a line of its own beside its picture.
    let parted = parted.replace("<div class=\"bar\">", "\n").replace("<ul class=\"links\">", "\n");
    parted.lines().map(|it| words(it).trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// Whether a line has a number that could be taken for how many object, or how strongly.
fn counts(line: &str) -> bool {
    let parts: Vec<&str> = line.split(' ').collect();
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let counted = ["concern", "provision", "group", "organisation"];
    pairs.filter(|(number, _)| number.parse::<usize>().is_ok_and(|it| it > 0)).any(|(_, what)| {
        counted.iter().any(|it| what.strip_prefix(it).is_some_and(|it| ["", "s"].contains(&it)))
    })
}

#[test]
fn each_number_says_in_its_line_in_which_documents_it_was_counted() {
    let data = bundled();
    let explorer = explorer(&data);
    let provisions = explorer.dataset().records().provisions.len();
    // How long the list is says nothing of anybody's opinion, and neither does a position.
    let of_the_list = format!("{provisions} provisions");
    let all = ssr::light(&explorer, Language::fallback());
    let told = lines(&all);
    let counting: Vec<_> = told.iter().filter(|it| counts(it) && **it != of_the_list).collect();
    assert!(counting.len() > explorer.dataset().groups().len());
    for line in counting {
        let says = ["in these ", "raised in: "].iter().any(|it| line.contains(it));
        assert!(says, "{line}");
    }
    for kind in authoring::OrganisationKind::ALL {
        let head = format!("{} ", Language::fallback().kind_head(kind));
        let mut heads =
            told.iter().filter(|it| it.starts_with(&head) && it.contains(char::is_numeric));
        let first = heads.next();
        assert!(first.is_none_or(|it| it.contains("in these ")), "{first:?}");
    }
}

#[test]
fn scales_and_choices_say_so_too() {
    for view in ["provisions", "affected", "objections", "matrix"] {
        let values =
            authoring::json::parse(&format!(r#"{{"view":"{view}","audience":["journalists"]}}"#));
        let values = values.expect("it is JSON");
        let layer = options::Layer { origin: options::Origin::Property, values };
        let (explorer, options, warnings) =
            provision_explorer::configure(&explorer(&bundled()), &[layer]);
        assert_eq!(warnings, []);
        let html = ssr::shadow(&explorer, &options, Language::fallback(), "a.css");
        let status = between(&html, "role=\"status\"", "</p>");
        assert!(status.iter().all(|it| it.contains("in these ")), "{view}: {status:?}");
        for start in ["class=\"choices\">", "class=\"scale\">", "<caption"] {
            let scales = between(&html, start, "<ul");
            assert!(scales.iter().all(|it| it.contains("in these ")), "{view}: {scales:?}");
            let expected = start.contains("choices") || view == "matrix";
            assert_eq!(!scales.is_empty(), expected, "{view}: {start}");
        }
    }
}

#[test]
fn chapters_stand_in_the_list_of_provisions() {
    let data = bundled();
    let html = light(&data);
    let explorer = explorer(&data);
    let cards = cards(&html);
    // A card's words, behind its id.
    let card = |id: &str| {
        let (_, card) = cards.iter().find(|(it, _)| *it == id).expect("it has a card");
        words(card.split_once('>').expect("its tag ends").1).trim().to_owned()
    };
    for chapter in &explorer.dataset().records().instrument.chapters {
        let head = format!("{} · {}", chapter.number, chapter.name.original());
        let under = cards.iter().filter(|(id, _)| card(id).starts_with(&head));
        let first = chapter.provisions.first().expect("it has some").as_str();
        assert_eq!(under.map(|(id, _)| *id).collect::<Vec<_>>(), [first], "{head}");
        for id in &chapter.provisions {
            let provision = explorer.dataset().find_provision(id.as_str()).expect("it is there");
            let around = explorer.dataset().around_provision(provision).expect("it is there");
            let said = card(id.as_str()).contains(&format!("Part of {head}"));
            assert_eq!(said, around.parent.is_none(), "{id}");
        }
    }
}
