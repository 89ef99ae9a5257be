//! The light twin: what readers without script find, held against the dataset.
#![allow(clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::HashSet;

use explorer::ViewKind;
use provision_explorer::{Language, configure, ssr};
use serde_json::{Value, json};

use common::{bundled, cards, explorer, file, light, values, words};

/// What the text leaves out of what a dataset says: the end of each such field's path, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("$schema", "is for the editor's program"),
    ("id", "is for programs"),
    ("title", "names the dataset among others; the law's title stands above"),
    ("instrument.symbols", "stands in the structured data"),
    ("instrument.aliases", "is what stories are read by"),
    ("instrument.chapters.number", "is shown by no view"),
    ("instrument.chapters.name", "is shown by no view"),
    ("groups.member", "ends the sentence of a filter, of which the text has none"),
    ("groups.short_label", "heads the matrix' columns, of which the text has none"),
    ("groups.aliases", "is searched and not shown"),
    ("organisations.aliases", "is searched and not shown"),
    ("sources.title", "goes out with the data; the text says the short one"),
    ("sources.sha256", "is for programs"),
    ("quote.prefix", "finds the quotation in its source"),
    ("quote.suffix", "finds the quotation in its source"),
];

/// A place in a schema, with all of it, into which references lead.
#[derive(Clone, Copy)]
struct Shape<'a> {
    all: &'a Value,
    here: &'a Value,
}

impl<'a> Shape<'a> {
    /// What a reference stands for, and its name. Null beside it stands for a field that may be missing.
    fn resolved(self) -> (Self, Option<&'a str>) {
        let alternatives = self.here["anyOf"].as_array().into_iter().flatten();
        let mut others = alternatives.filter(|it| it["type"] != "null");
        if let (Some(only), None) = (others.next(), others.next()) {
            return Self { here: only, ..self }.resolved();
        }
        let name = self.here["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/"));
        let here = name.map_or(self.here, |name| &self.all["$defs"][name]);
        (Self { here, ..self }, name)
    }

    fn field(self, name: &str) -> Self {
        Self { here: &self.here["properties"][name], ..self }
    }

    /// Of what a list's entries are, where it may also be a word.
    fn entry(self) -> Self {
        let forms = ["oneOf", "anyOf"].into_iter().filter_map(|it| self.here[it].as_array());
        let list = forms.flatten().find(|it| it["type"] == "array").unwrap_or(self.here);
        Self { here: &list["items"], ..self }
    }
}

/// Every text that a dataset holds, by the schema: with the path of its field, and without words of
/// lists, names of records, dates and numbers.
fn texts(value: &Value, shape: Shape, path: &str, all: &mut Vec<(String, String)>) {
    let (shape, name) = shape.resolved();
    match value {
        Value::Object(text) if name == Some("Text") => {
            all.extend(text["text"].as_str().map(|it| (path.to_owned(), it.to_owned())));
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                texts(value, shape.field(key), &path, all);
            }
        }
        Value::Array(entries) => {
            for value in entries {
                texts(value, shape.entry(), path, all);
            }
        }
        Value::String(text) => {
            let free = name.is_none() && shape.here["pattern"].is_null();
            if free || name == Some("Text") {
                all.push((path.to_owned(), text.clone()));
            }
        }
        _ => {}
    }
}

/// Whether a path is that of a field; where two names stand for it, wherever they end a path.
fn is(path: &str, field: &str) -> bool {
    let above = path.strip_suffix(field);
    above.is_some_and(|it| it.is_empty() || (it.ends_with('.') && field.contains('.')))
}

#[test]
fn it_says_everything_that_a_dataset_says() {
    let (data, schema) = (bundled(), file("schema/dataset.schema.json"));
    let html = light(&data);
    let (said, hrefs) = (words(&html), values(&html, "href"));
    let mut all = Vec::new();
    texts(&data, Shape { all: &schema, here: &schema }, "", &mut all);
    for field in ["concerns.title", "provisions.note", "positions.evidence.quote.exact"] {
        assert!(all.iter().any(|(path, _)| path == field), "the walk misses {field}");
    }
    for (field, _) in LEFT_OUT {
        assert!(all.iter().any(|(path, _)| is(path, field)), "{field} is in no dataset");
    }
    let stands = |text: &str| said.contains(text) || hrefs.iter().any(|it| it.starts_with(text));
    let left_out = |path: &str| LEFT_OUT.iter().any(|(field, _)| is(path, field));
    all.retain(|(path, text)| !left_out(path) && !stands(text));
    assert_eq!(all, []);
}

#[test]
fn each_quotation_stands_once_and_with_each_source_its_archived_copy() {
    let explorer = explorer(&bundled());
    let html = ssr::light(&explorer, Language::fallback());
    let hrefs = values(&html, "href");
    for source in &explorer.dataset().records().sources {
        let mut archived = source.archived.iter();
        assert!(archived.all(|archived| hrefs.contains(archived)), "{archived:?}");
    }
    let cited = values(&html, "cite").len();
    let quoted = explorer.dataset().records().concerns.iter().flat_map(|it| &it.evidence);
    let said = explorer.dataset().records().replies.iter();
    let of = |it: &authoring::Reply| it.evidence.iter().filter(|it| it.quote.is_some()).count();
    // A reply stands beside the first concern that it is about, or else the law as a whole, and
    // with whoever gives it.
    let replies: usize = said.map(|it| of(it) * 2).sum();
    let quoted = quoted.filter(|it| it.quote.is_some()).count();
    // Whoever looks up an organisation finds the words of its position, or those that name it, there.
    let records = explorer.dataset().records();
    let positions = records.positions.iter().filter(|it| it.evidence.quote.is_some()).count();
    let parties = records.sources.iter().flat_map(|it| &it.parties);
    let named = parties.filter(|it| it.quote.is_some()).count();
    assert_eq!(cited, quoted + replies + positions + named, "each quotation stands once");
}

#[test]
fn it_has_every_view() {
    let html = light(&bundled());
    let head = |view: &ViewKind| format!("<h3> {}</h3>", Language::fallback().view(*view));
    // The first stands above the others, under the law's title.
    let missing = ViewKind::ALL.iter().skip(1).filter(|view| !html.contains(&head(view)));
    assert_eq!(missing.collect::<Vec<_>>(), [&ViewKind::Provisions; 0]);
}

#[test]
fn a_list_of_provisions_says_what_each_is_about() {
    let explorer = explorer(&bundled());
    let html = ssr::light(&explorer, Language::fallback());
    let lines = html.split("<a href=\"#").skip(1).zip(html.split("<a href=\"#"));
    let mut named = 0;
    for (line, before) in lines {
        let (id, rest) = line.split_once("\">").expect("it is a link");
        let Some(provision) = explorer.dataset().find_provision(id) else { continue };
        let record = explorer.dataset().provision(provision).expect("it is there");
        let Some(heading) = &record.heading else { continue };
        // The table is the business of its own view, and where a concern stands in full is no list.
        let full = Language::fallback().in_full_at.split('{').next().unwrap_or_default();
        if before.ends_with("<th scope=\"row\">") || before.ends_with(full) {
            continue;
        }
        let end = rest.split("</li>").next().and_then(|it| it.split("</p>").next());
        let expected = format!("{}, {}", record.citation.original(), heading.original());
        let said = words(end.expect("it ends"));
        assert!(said.trim_start().starts_with(&expected), "{id}: {rest:.99}");
        named += 1;
    }
    assert!(named > 50, "{named}");
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
    let values = authoring::json::parse(&options.to_string()).expect("it is JSON");
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
fn the_newsroom_s_words_run_their_own_way_in_an_interface_of_another() {
    // An interface in English for a page in Hebrew, which it doesn't speak. cspell:disable
    let [heading, dek, note] = ["האמנה: סעיף 28(4)", "מי מתנגד לה?", "שתי התעודות מצטטות אותו."];
    // cspell:enable
    let options = json!({
        "highlight": "28(4)", "heading": heading, "dek": dek, "notes": { "28(4)": note },
    });
    let values = authoring::json::parse(&options.to_string()).expect("it is JSON");
    let layer = options::Layer { origin: options::Origin::Property, values };
    let (explorer, _, warnings) = configure(&explorer(&bundled()), &[layer]);
    assert_eq!(warnings, []);
    // A blank parts the words of blocks where somebody takes the tags away.
    let html = ssr::light(&explorer, Language::fallback()).replace("<bdi> ", "<bdi>");
    for own in [heading, dek, note] {
        assert!(html.contains(&format!("<bdi>{own}</bdi>")), "{own}");
    }
}

/// The levels of the headings, in their order.
fn levels(html: &str) -> Vec<u8> {
    let starts = html.split("<h").skip(1).filter_map(|rest| rest.as_bytes().first_chunk());
    let of = |[level, end]: &[u8; 2]| {
        (level.is_ascii_digit() && matches!(end, b'>' | b' ')).then(|| level - b'0')
    };
    starts.filter_map(of).collect()
}

#[test]
fn headings_follow_the_level_that_the_newsroom_set_in_every_form() {
    let under = |level: &str| {
        let values = authoring::json::parse(level).expect("it is JSON");
        let layer = options::Layer { origin: options::Origin::Child, values };
        let (explorer, options, warnings) = configure(&explorer(&bundled()), &[layer]);
        assert_eq!(warnings, []);
        let forms = [
            ssr::light(&explorer, Language::fallback()),
            ssr::twin(&explorer, Language::fallback(), &|id| id.into()),
            ssr::shadow(&explorer, &options, Language::fallback(), "a.css"),
        ];
        forms.map(|html| levels(&html))
    };
    let usual = under("{}");
    for own in 2..=6 {
        let lowered = under(&format!("{{\"headingLevel\":{own}}}"));
        for (usual, lowered) in usual.iter().zip(lowered) {
            assert_eq!((usual.first(), lowered.first()), (Some(&2), Some(&own)));
            let wanted: Vec<_> = usual.iter().map(|level| (level + own - 2).min(6)).collect();
            assert_eq!(lowered, wanted);
        }
    }
}

#[test]
fn the_first_view_unfolds_without_script_and_opens_what_the_newsroom_opened() {
    let values = json!({ "open": "28(4)", "theme": "dark", "deepLinks": true });
    let values = authoring::json::parse(&values.to_string()).expect("it is JSON");
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
fn quotation_marks_run_the_way_of_what_they_quote() {
    let arabic = Language::of("ar").expect("it speaks Arabic");
    let html = ssr::light(&explorer(&bundled()), arabic);
    let [open, close] = arabic.quotes;
    let quoted = format!("<bdi lang=\"en\" dir=\"ltr\">{open}");
    assert!(html.contains(&quoted));
    assert!(html.contains(&format!("{close}</bdi>")));
    assert!(!html.contains(&format!("{open}<bdi")), "no mark stands outside");
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
