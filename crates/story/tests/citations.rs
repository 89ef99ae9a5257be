//! Citations of many laws, each tried by every door that a page, a link, an editor or a reader may
//! come through: `citations.txt` has the table.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by it")]

#[path = "common/law.rs"]
mod law;

use std::rc::Rc;

use authoring::{Dataset, Node, ProvisionIx, Published};
use explorer::{EditorialConfig, Explorer, State};
use law::law;
use options::{Layer, Origin};
use serde_json::{Value, json};
use session::{Mount, Session, Store};
use story::{Story, What};

const TABLE: &str = include_str!("citations.txt");

/// One law of the table.
struct Law {
    name: &'static str,
    explorer: Rc<Explorer>,
    session: Session,
    /// Its citations in its order, each with other ways to write it.
    cited: Vec<(&'static str, Vec<Written>)>,
    /// What it lacks, and what is to be offered, if anything is.
    lacking: Vec<(Written, Option<&'static str>)>,
}

/// A way to write a citation.
struct Written {
    text: &'static str,
    /// Whether a sentence that holds it speaks of the law.
    in_prose: bool,
}

impl Written {
    fn of(text: &'static str) -> Self {
        let bare = text.strip_prefix('~');
        Self { text: bare.unwrap_or(text), in_prose: bare.is_none() }
    }
}

impl Law {
    fn read(section: &'static str) -> Self {
        let mut lines = section.lines();
        let (name, unit) = lines.next().expect("a head").split_once(": ").expect("a unit");
        let (mut cited, mut lacking) = (Vec::new(), Vec::new());
        for line in lines.filter(|line| !line.is_empty()) {
            if let Some(line) = line.strip_prefix("! ") {
                let mut parts = line.split(" | ");
                lacking.push((Written::of(parts.next().expect("what it lacks")), parts.next()));
                continue;
            }
            let mut written = line.split(" | ").map(Written::of);
            let own = written.next().expect("a citation");
            cited.push((own.text, [own].into_iter().chain(written).collect()));
        }
        let texts: Vec<&str> = cited.iter().map(|it: &(&str, Vec<Written>)| it.0).collect();
        let source = law("A Law", unit, &texts).to_string();
        let compiled = sound(&source).compile(Published::default());
        let store = Rc::new(Store::open(compiled, None).expect("it was just compiled"));
        let explorer = Rc::new(Explorer::new(Rc::new(sound(&source)), EditorialConfig::default()));
        Self { name, explorer, session: start(&store), cited, lacking }
    }

    fn dataset(&self) -> &Dataset {
        self.explorer.dataset()
    }
}

fn sound(source: &str) -> Dataset {
    let reading = authoring::read(authoring::json::parse(source).expect("it is JSON"));
    reading.dataset.unwrap_or_else(|| panic!("{:#?}", reading.problems))
}

fn start(store: &Rc<Store>) -> Session {
    let mount = Mount {
        store: Rc::clone(store),
        address_owner: Rc::default(),
        compact: false,
        lang: "en",
        layers: json!({ "attributes": {} }).to_string(),
        today: None,
        fragment: String::new(),
        brought: None,
    };
    Session::start(mount).0
}

/// What came of a text at one door: the provisions, or what was said.
type Answer = Result<Vec<ProvisionIx>, String>;

/// A door by its name, and what comes of a text there.
type Door = (&'static str, fn(&Law, &str) -> Answer);

/// Where a text names one provision or several.
const DOORS: [Door; 7] = [
    ("highlight", highlight),
    ("open", open),
    ("notes", notes),
    ("select()", select),
    ("<provision-ref>", reference),
    ("link", link),
    ("workbook", workbook),
];

/// Options of one layer, and what is said of them.
fn options(law: &Law, origin: Origin, values: &Value) -> (options::Choices, String) {
    let values: Node = authoring::json::parse(&values.to_string()).expect("it is JSON");
    let read = options::read(&[Layer { origin, values }]);
    assert_eq!(read.warnings, []);
    let (choices, warnings) = read.resolve(law.dataset());
    (choices, warnings.iter().map(ToString::to_string).collect())
}

fn answer(found: Vec<ProvisionIx>, said: String) -> Answer {
    if said.is_empty() { Ok(found) } else { Err(said) }
}

fn highlight(law: &Law, text: &str) -> Answer {
    let (choices, said) = options(law, Origin::Attributes, &json!({ "highlight": text }));
    answer(choices.highlight, said)
}

fn open(law: &Law, text: &str) -> Answer {
    let (choices, said) = options(law, Origin::Attributes, &json!({ "open": text }));
    answer(choices.open.into_iter().collect(), said)
}

fn notes(law: &Law, text: &str) -> Answer {
    let (choices, said) = options(law, Origin::Child, &json!({ "notes": { text: "Ours." } }));
    answer(choices.notes.into_iter().map(|it| it.0).collect(), said)
}

fn select(law: &Law, text: &str) -> Answer {
    law.session.find(text).map(|it| vec![it]).ok_or_else(|| reference(law, text).unwrap_err())
}

/// What a `<provision-ref>` asks, in the widget and in the configurator.
fn reference(law: &Law, text: &str) -> Answer {
    law.dataset().cited_one(text).map(|it| vec![it]).map_err(|it| it.to_string())
}

fn link(law: &Law, text: &str) -> Answer {
    let fragment = format!("pe={}", encoded(text));
    let state = explorer::read_fragment(law.dataset(), &State::default(), &fragment);
    let open = state.map(|it| it.open).unwrap_or_default();
    if open.is_empty() { Err(reference(law, text).err().unwrap_or_default()) } else { Ok(open) }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"))
}

/// A cell of a workbook that names provisions.
fn workbook(law: &Law, text: &str) -> Answer {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let rows = law.dataset().provisions();
    let rows = rows.map(|(_, it)| format!("{},{}\n", it.id, quoted(it.citation.original())));
    let provisions = ["id,citation\n".to_string(), rows.collect()].concat();
    let unit = law.dataset().records().instrument.unit;
    let form = format!("unit,{}\n", unit.word());
    let concerns = format!("id,provisions\none,{}\n", quoted(text));
    let files = [("Law", form), ("Provisions", provisions), ("Concerns", concerns)];
    let files = files.map(|(sheet, text)| (format!("law - {sheet}.csv"), text));
    let files: Vec<_> =
        files.iter().map(|(name, text)| workbook::File { name, bytes: text.as_bytes() }).collect();
    let read = workbook::read_all(&files, None);
    let json: Value = serde_json::from_str(&read.json.expect("sheets")).expect("it is JSON");
    let ids = json.pointer("/concerns/0/provisions").and_then(Value::as_array);
    let ids = ids.into_iter().flatten().filter_map(Value::as_str);
    let found: Option<Vec<_>> = ids.map(|id| law.dataset().find_provision(id)).collect();
    let said = read.problems.iter().map(ToString::to_string);
    let said = || said.filter(|it| it.contains("`provisions`")).collect::<Vec<_>>().join("\n");
    found.filter(|it| !it.is_empty()).ok_or_else(said)
}

/// All that a search for a text lists.
fn search(law: &Law, text: &str) -> Vec<ProvisionIx> {
    let state = State { query: text.into(), ..State::default() };
    law.explorer.select(&state).provisions.to_vec()
}

/// What a sentence names.
fn prose(law: &Dataset, text: &str) -> Vec<(String, What)> {
    let story = Story::from_text(format!("Critics say that {text} goes too far, and say why."));
    let mentions = story.mentions(law).into_iter();
    mentions.map(|it| (story.text()[it.span.clone()].to_string(), it.what)).collect()
}

fn laws() -> Vec<Law> {
    TABLE.split("\n## ").skip(1).map(Law::read).collect()
}

/// Whether a refusal offers this, or nothing.
fn offers(said: &str, offered: Option<&str>) -> bool {
    match offered {
        Some(it) => said.contains(&format!("did you mean `{it}`?")),
        None => !said.contains("did you mean"),
    }
}

/// Fails with all that is wrong at once.
fn holds(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_has_sixty_citations_in_ten_traditions() {
    let laws = laws();
    assert!(laws.len() >= 10 && laws.iter().map(|law| law.cited.len()).sum::<usize>() >= 60);
}

#[test]
fn each_is_understood_by_every_door() {
    let mut wrong = Vec::new();
    for law in laws() {
        for (at, (_, all)) in law.cited.iter().enumerate() {
            let expected = ProvisionIx::nth(at);
            for written in all.iter().map(|it| it.text) {
                for (door, ask) in DOORS {
                    let answer = ask(&law, written);
                    if answer != Ok(vec![expected]) {
                        wrong.push(format!("{}, {door}: {written}: {answer:?}", law.name));
                    }
                }
            }
        }
    }
    holds(&wrong);
}

#[test]
fn a_search_lists_it_and_what_is_in_it() {
    let mut wrong = Vec::new();
    for law in laws() {
        for (at, (_, all)) in law.cited.iter().enumerate() {
            for written in all {
                let found = search(&law, written.text);
                let first = found.first() == Some(&ProvisionIx::nth(at));
                if !first || found.len() == law.cited.len() {
                    wrong.push(format!("{}: {}: {found:?}", law.name, written.text));
                }
            }
        }
    }
    holds(&wrong);
}

#[test]
fn prose_names_it_as_long_as_it_is_written() {
    let mut wrong = Vec::new();
    for law in laws() {
        for (at, (_, all)) in law.cited.iter().enumerate() {
            for written in all.iter().filter(|it| it.in_prose).map(|it| it.text) {
                let found = prose(law.dataset(), written);
                let expected = What::Here(vec![ProvisionIx::nth(at)]);
                if found != [(written.to_string(), expected)] {
                    wrong.push(format!("{}: {written}: {found:?}", law.name));
                }
            }
        }
    }
    holds(&wrong);
}

#[test]
fn what_a_law_lacks_is_refused_with_the_right_thing_offered() {
    let mut wrong = Vec::new();
    for law in laws() {
        for (Written { text: written, in_prose }, offered) in &law.lacking {
            for (door, ask) in DOORS {
                match ask(&law, written) {
                    Err(said) if offers(&said, *offered) => {}
                    answer => wrong.push(format!("{}, {door}: {written}: {answer:?}", law.name)),
                }
            }
            let meant = offered.and_then(|it| law.dataset().cited_one(it).ok());
            let found = prose(law.dataset(), written);
            let named = found.iter().map(|it| &it.1).collect::<Vec<_>>();
            let is_meant = matches!(*named, [What::Missing { nearest, .. }] if *nearest == meant);
            if *in_prose && !is_meant {
                wrong.push(format!("{}, prose: {written}: {found:?}", law.name));
            }
        }
    }
    holds(&wrong);
}

/// What each law that stands in `data` prints, it understands at every door, and in prose no part of
/// it is taken for another: a paragraph for its section, a Part for a section of its number.
#[test]
fn each_citation_of_the_example_laws_is_understood_at_every_door() {
    let mut wrong = Vec::new();
    for text in [
        include_str!("../../../data/example-bicycle-parking.json"),
        include_str!("../../../data/example-public-libraries.json"),
        include_str!("../../../data/example-schulwege.json"),
    ] {
        let law = sound(text);
        for (provision, record) in law.provisions() {
            if record.id.as_str() == "instrument" {
                continue;
            }
            for citation in record.citation.wordings() {
                let found = prose(&law, citation);
                if found != [(citation.to_string(), What::Here(vec![provision]))] {
                    wrong.push(format!("{citation}: {found:?}"));
                }
                if law.cited_one(citation) != Ok(provision) {
                    wrong.push(format!("{citation}: {:?}", law.cited_one(citation)));
                }
            }
        }
    }
    holds(&wrong);
}

/// Sections with paragraphs: a paragraph is never taken for its section, nor the other way round.
#[test]
fn a_paragraph_that_the_example_lacks_is_offered_as_its_section() {
    let law = sound(include_str!("../../../data/example-bicycle-parking.json"));
    let mut wrong = Vec::new();
    let removal = law.find_provision("sec_3");
    for (written, meant) in
        [("Section 3(7)", removal), ("Section 4(2)", law.find_provision("sec_4"))]
    {
        let found = prose(&law, written);
        let named = found.iter().map(|it| &it.1).collect::<Vec<_>>();
        if !matches!(*named, [What::Missing { nearest, .. }] if *nearest == meant) {
            wrong.push(format!("{written}: {found:?}, not {meant:?}"));
        }
    }
    holds(&wrong);
}
