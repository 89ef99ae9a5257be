//! Whose word each statement of the light twin is, and in how many documents each number was
//! counted.

mod common;

use dataset::{ConcernIx, Dataset, NamedAs, Role, SourceIx};
use provision_explorer::{Language, ssr};

use common::{bundled, cards, explorer, light, words};

/// The pieces of a text that stand between a start and an end.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|it| it.split(end).next()).collect()
}

/// The evidence of each concern where it is told in full: the sources, in the order of the page.
fn told(dataset: &Dataset) -> Vec<(ConcernIx, SourceIx)> {
    let mut concerns = Vec::new();
    for (provision, _) in dataset.provisions() {
        let links = dataset.around_provision(provision).expect("it is there");
        for concern in &links.concerns {
            if !concerns.contains(concern) {
                concerns.push(*concern);
            }
        }
    }
    let sources = |it: ConcernIx| &dataset.around_concern(it).expect("it is there").sources;
    concerns.into_iter().flat_map(|it| sources(it).iter().map(move |by| (it, *by))).collect()
}

#[test]
fn who_stands_behind_a_document_stands_beneath_all_that_is_quoted_from_it() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let captions = between(&html, "<figcaption>", "</figcaption>");
    let told = told(dataset);
    assert_eq!(captions.len(), told.len());
    for (caption, (concern, source)) in captions.into_iter().map(words).zip(told) {
        let id = &dataset.concern(concern).expect("it is there").id;
        let parties = |role| dataset.parties(source).filter(move |(_, its)| *its == role);
        for (issuer, _) in parties(Role::Issued) {
            let name = dataset.organisation(issuer).expect("it is there").name.original();
            assert!(caption.contains(&format!("Written by {name}")), "{id}: {caption}");
        }
        let signed = parties(Role::Signed).count();
        assert_eq!(caption.contains(&format!("Signed by {signed}")), signed > 0, "{id}: {caption}");
        for (named, role) in parties(Role::Named) {
            let party = dataset.party(source, named, role).expect("it is there");
            let agrees = party.relation == Some(NamedAs::SharesConcern)
                && (party.concerns.is_empty() || party.concerns.contains(id));
            let name = dataset.organisation(named).expect("it is there").name.original();
            let others = caption.split_once("did not sign").map_or("", |it| it.1);
            assert_eq!(others.contains(name), agrees, "{id}: {name} in {caption}");
        }
    }
}

#[test]
fn each_concern_says_whose_word_it_is_wherever_it_stands() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    for (id, card) in cards(&html) {
        let provision = dataset.find_provision(id).expect("it is there");
        let links = dataset.around_provision(provision).expect("it is there");
        let said: Vec<_> = between(card, "according to ", "</h4>").into_iter().map(words).collect();
        for concern in &links.concerns {
            let title = dataset.concern(*concern).expect("it is there").title.original();
            let head = said.iter().find(|it| it.ends_with(title)).expect("it has a head");
            for source in &dataset.around_concern(*concern).expect("it is there").sources {
                let source = dataset.source(*source).expect("it is there").short_title.original();
                assert!(head.contains(source), "{title}: {head}");
            }
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
    for kind in dataset::OrganisationKind::ALL {
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
            dataset::json::parse(&format!(r#"{{"view":"{view}","audience":["journalists"]}}"#));
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
