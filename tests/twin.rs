//! The light twin: what readers without script find, held against the dataset.
#![allow(clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::HashSet;

use dataset::{Dataset, Evidence, Text};
use provision_explorer::{Language, configure, ssr};
use serde_json::{Value, json};

use common::{bundled, cards, explorer, light, values, words};

/// Every text of a dataset that a reader can come upon in the widget.
fn texts(dataset: &Dataset) -> Vec<String> {
    let records = dataset.records();
    let mut all: Vec<&Text> = vec![&records.credit, &records.instrument.title];
    all.extend(&records.missing);
    for it in &records.provisions {
        all.extend([&it.citation, &it.summary]);
        all.extend(&it.heading);
    }
    for it in &records.groups {
        all.extend([&it.label, &it.description]);
    }
    for it in &records.organisations {
        all.push(&it.name);
        all.extend(&it.description);
    }
    for it in &records.concerns {
        all.extend([&it.title, &it.summary]);
        all.extend(it.related.iter().flat_map(|it| it.note.iter().chain([&it.instrument])));
    }
    for it in &records.requests {
        all.extend([&it.summary, &it.addressee]);
    }
    all.extend(records.replies.iter().flat_map(|it| it.reason.iter().chain([&it.summary])));
    all.extend(&records.made);
    all.extend(records.sources.iter().filter_map(|it| it.draft_reason.as_ref()));
    all.extend(records.provisions.iter().filter_map(|it| it.note.as_ref()));
    let quotes = evidence(dataset).filter_map(|it| it.quote.as_ref()).map(|it| it.exact.clone());
    let texts = all.into_iter().map(|text| text.original().to_owned());
    texts.chain(quotes).collect()
}

fn evidence(dataset: &Dataset) -> impl Iterator<Item = &Evidence> {
    let records = dataset.records();
    let concerns = records.concerns.iter().flat_map(|it| &it.evidence);
    let requests = records.requests.iter().flat_map(|it| &it.evidence);
    let replies = records.replies.iter().flat_map(|it| &it.evidence);
    concerns.chain(requests).chain(replies).chain(records.positions.iter().map(|it| &it.evidence))
}

#[test]
fn it_says_everything_that_a_reader_could_reach_in_the_widget() {
    let explorer = explorer(&bundled());
    let html = ssr::light(&explorer, Language::fallback());
    let said = words(&html);
    let missing: Vec<_> =
        texts(explorer.dataset()).into_iter().filter(|text| !said.contains(text)).collect();
    assert_eq!(missing, [] as [&str; 0]);
    let hrefs = values(&html, "href");
    for source in &explorer.dataset().records().sources {
        assert!(hrefs.iter().any(|it| it.starts_with(&source.address)), "{}", source.address);
        let mut archived = source.archived.iter();
        assert!(archived.all(|archived| hrefs.contains(archived)), "{archived:?}");
    }
    let cited = values(&html, "cite").len();
    let quoted = explorer.dataset().records().concerns.iter().flat_map(|it| &it.evidence);
    let said = explorer.dataset().records().replies.iter();
    let of = |it: &dataset::Reply| it.evidence.iter().filter(|it| it.quote.is_some()).count();
    // A reply stands beside the first concern that it is about, or else the law as a whole, and
    // with whoever gives it.
    let replies: usize = said.map(|it| of(it) * 2).sum();
    let quoted = quoted.filter(|it| it.quote.is_some()).count();
    assert_eq!(cited, quoted + replies, "each quotation stands once");
}

#[test]
fn it_needs_no_class_no_style_no_script_and_offers_nothing_that_needs_one() {
    let html = light(&bundled());
    for part in
        [" class=", " style=", " part=", " on", "<button", "<input", "<script", "<svg", "<!--"]
    {
        let inside = html.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
        assert!(!inside.map(|tag| format!("<{tag}")).any(|tag| tag.contains(part)), "{part}");
    }
}

#[test]
fn each_id_stands_once_and_each_link_within_leads_to_one() {
    let html = light(&bundled());
    let ids = values(&html, "id");
    let known: HashSet<_> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    assert!(known.contains(&"art_28__para_4".to_owned()));
    let within: Vec<_> =
        values(&html, "href").into_iter().filter(|it| it.starts_with('#')).collect();
    assert!(within.len() > 100);
    for href in within {
        assert!(known.contains(&href[1..].to_owned()), "{href} leads nowhere");
    }
}

#[test]
fn a_sanitizer_with_its_defaults_takes_no_word_and_no_link() {
    for html in [light(&bundled()), pasted(&bundled())] {
        let clean = ammonia::clean(&html);
        assert_eq!(words(&clean), words(&html));
        let leading = |html: &str| {
            let all = values(html, "href").into_iter();
            all.filter(|it| !it.starts_with('#')).collect::<Vec<_>>()
        };
        assert_eq!(leading(&clean), leading(&html));
        assert_eq!(values(&clean, "cite"), values(&html, "cite"));
    }
}

#[test]
fn markup_in_a_dataset_stays_text() {
    let mut data = bundled();
    let nasty = "</section><img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
    data["provisions"][0]["summary"] = json!(nasty);
    data["concerns"][0]["title"] = json!(nasty);
    let html = light(&data);
    assert!(!html.contains("<img") && !html.contains("<script"));
    assert_eq!(words(&html).matches(nasty).count(), 2 + also(&data));
    let structured = ssr::json_ld(explorer(&data).dataset());
    assert!(!structured.contains('<'), "nothing ends the script that it stands in");
}

/// Where else the first concern's title stands: with each of its other provisions, and in a cell.
fn also(data: &Value) -> usize {
    data["concerns"][0]["provisions"].as_array().map_or(0, Vec::len) - 1
}

#[test]
fn what_the_newsroom_chose_is_open_first_and_noted() {
    let options = json!({
        "highlight": "28(4), 24", "heading": "What critics say", "notes": { "28(4)": "Ours." },
    });
    let values = dataset::json::parse(&options.to_string()).expect("it is JSON");
    let layer = options::Layer { origin: options::Origin::Property, values };
    let (explorer, _, warnings) = configure(&explorer(&bundled()), &[layer]);
    assert_eq!(warnings, []);
    let html = ssr::light(&explorer, Language::fallback());
    let first = ["art_28__para_4", "art_24", "title"]
        .map(|id| html.find(&format!("<article id=\"{id}\"><details")).expect("each is there"));
    assert!(first.is_sorted(), "highlighted ones come first, in their order");
    assert!(html.contains("<article id=\"art_28__para_4\"><details open=\"open\">"));
    assert!(html.contains("<article id=\"title\"><details><summary>"));
    assert!(html.contains("What critics say") && html.contains("Ours."));
}

#[test]
fn the_first_view_unfolds_without_script_and_opens_what_the_newsroom_opened() {
    let values = json!({ "open": "28(4)", "theme": "dark", "deepLinks": true });
    let values = dataset::json::parse(&values.to_string()).expect("it is JSON");
    let layer = options::Layer { origin: options::Origin::Property, values };
    let (explorer, options, _) = configure(&explorer(&bundled()), &[layer]);
    let html = ssr::shadow(&explorer, &options, Language::fallback(), "./a.css?x=\"&y");
    assert!(html.starts_with(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"./a.css?x=&quot;&amp;y\">\
         <div class=\"root\" part=\"root\" data-theme=\"dark\"><section "
    ));
    let dataset = explorer.dataset();
    let cards = cards(&html);
    assert_eq!(cards.len(), dataset.records().provisions.len());
    for (id, card) in cards {
        let concerns = dataset.records().concerns.iter();
        let concerns = concerns.filter(|it| it.provisions.iter().any(|it| it.as_str() == id));
        for concern in concerns {
            assert!(words(card).contains(concern.title.original()), "{id}");
        }
        assert_eq!(card.contains("<details open=\"open\">"), id == "art_28__para_4", "{id}");
        assert!(card.contains("class=\"about\""), "{id}");
    }
}

#[test]
fn markup_in_a_dataset_stays_text_in_the_first_view() {
    let mut data = bundled();
    let nasty = "</template><img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
    data["provisions"][0]["summary"] = json!(nasty);
    data["sources"][0]["publisher"] = json!(nasty);
    let options = options::Options::default();
    let html = ssr::shadow(&explorer(&data), &options, Language::fallback(), "a.css");
    assert!(!html.contains("<img") && !html.contains("<script"));
    assert_eq!(html.matches("</template>").count(), 1);
    assert!(words(&html).contains(nasty));
}

#[test]
fn it_speaks_the_interface_s_other_languages() {
    let arabic = Language::of("ar").expect("it speaks Arabic");
    let html = ssr::light(&explorer(&bundled()), arabic);
    assert!(html.starts_with("<section lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<bdi lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn machines_read_the_law_the_claims_and_the_quotations() {
    let explorer = explorer(&bundled());
    let all: Value = serde_json::from_str(&ssr::json_ld(explorer.dataset())).expect("it is JSON");
    let graph = all["@graph"].as_array().expect("a graph");
    let of = |kind: &str| graph.iter().filter(|it| it["@type"] == kind).count();
    let records = explorer.dataset().records();
    assert_eq!(of("Legislation"), 1);
    assert_eq!(of("Claim"), records.concerns.len());
    assert_eq!(of("CreativeWork"), records.sources.len());
    assert_eq!(graph[0]["hasPart"].as_array().map(Vec::len), Some(records.provisions.len()));
    let text = all.to_string();
    for quote in
        records.concerns.iter().flat_map(|it| &it.evidence).filter_map(|it| it.quote.as_ref())
    {
        assert!(text.contains(&json!(quote.exact).to_string()), "{}", quote.exact);
    }
}

/// As the twin stands in a story: its provisions by the page that has them all.
fn pasted(data: &Value) -> String {
    ssr::twin(&explorer(data), Language::fallback(), &|id| format!("text.html#{id}"))
}

#[test]
fn in_a_story_ids_are_ours_and_no_link_needs_one() {
    let html = pasted(&bundled());
    let ids = values(&html, "id");
    assert!(ids.iter().all(|id| id.starts_with(ssr::ID_PREFIX)), "{ids:?}");
    assert!(ids.contains(&"pe-title".to_owned()) && ids.contains(&"pe-art_28__para_4".to_owned()));
    let known: HashSet<_> = values(&light(&bundled()), "id").into_iter().collect();
    let hrefs = values(&html, "href");
    let within = hrefs.iter().filter_map(|it| it.strip_prefix("text.html#"));
    assert!(within.clone().count() > 100);
    assert!(within.clone().all(|id| known.contains(id)), "each has a place on the text page");
    assert!(!hrefs.iter().any(|it| it.starts_with('#')));
}

#[test]
fn it_is_one_line_also_where_the_data_is_not() {
    let mut data = bundled();
    data["provisions"][0]["summary"] = json!("One.\n\nTwo.");
    assert!(!pasted(&data).contains(['\n', '\r']));
}

#[test]
fn words_of_different_parts_stay_apart_where_every_tag_is_taken_away() {
    let html = pasted(&bundled());
    let mut last = ' ';
    for (at, piece) in html.split('<').enumerate() {
        let text = if at == 0 { piece } else { piece.split_once('>').map_or("", |it| it.1) };
        let Some(first) = text.chars().next() else { continue };
        let joined = last.is_alphanumeric() && first.is_alphanumeric();
        assert!(!joined, "{last:?} meets {text:?}");
        last = text.chars().next_back().unwrap_or(last);
    }
}
