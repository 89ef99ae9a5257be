use super::*;
use crate::{
    draft::Draft,
    msg::Msg,
    steps::tests::{after, page},
};

const LETTER: &str =
    "Dear members, Article 28(4) of the UN Convention against Cybercrime must go, we say.";

fn law() -> Vec<u8> {
    ::law::law(40).to_string().into_bytes()
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let entry = |(path, bytes): &(&str, &[u8])| publish::Entry {
        path: (*path).into(),
        bytes: bytes.to_vec(),
    };
    publish::archive(files.iter().map(entry)).expect("an archive")
}

/// Files of every kind that one of the pages takes, with what they are.
fn files() -> Vec<(&'static str, Vec<u8>, Kind)> {
    let draft = r#"{"options":{"highlight":"28(4)"},"page":"https://news.example/a"}"#;
    let snippet =
        r#"{"version":"1.0","html":"<provision-explorer highlight=\"14\"></provision-explorer>"}"#;
    let law_of = Law::read(String::from_utf8(law()).expect("JSON"), None, None).expect("a law");
    let published = law_of.publication().expect("files");
    let compiled = published.files().next().expect("a file").text.clone().into_bytes();
    vec![
        ("draft.json", draft.into(), Kind::Draft),
        ("options.json", br#"{"highlight":"28(4)"}"#.to_vec(), Kind::Draft),
        ("answer.json", snippet.into(), Kind::Draft),
        ("draft.txt", draft.into(), Kind::Draft),
        ("law.json", law(), Kind::Law),
        ("public-records-act.law.txt", compiled, Kind::Law),
        (
            "law.zip",
            archive(&[("data/law.json", &law()), ("stories/a.png", b"\x89PNG")]),
            Kind::Law,
        ),
        ("law.xlsx", workbook::template().expect("a workbook"), Kind::Law),
        ("texts.zip", archive(&[("letter.txt", LETTER.as_bytes())]), Kind::Texts),
        ("act.xml", b"<?xml version=\"1.0\"?><akomaNtoso/>".to_vec(), Kind::LawFile),
        ("letter.txt", LETTER.into(), Kind::Text),
        ("letter.HTML", format!("<p>{LETTER}</p>").into_bytes(), Kind::Text),
        (
            "notes.md",
            b"BMW asks what Article 28(4) of the cybercrime convention wants.".to_vec(),
            Kind::Text,
        ),
        ("statement.pdf", b"%PDF-1.7".to_vec(), Kind::Pdf),
        ("statement", b"%PDF-1.7".to_vec(), Kind::Pdf),
        ("logo.png", b"\x89PNG\r\n".to_vec(), Kind::Picture),
        ("photo.jpeg", b"\xff\xd8\xff\xe0".to_vec(), Kind::Picture),
    ]
}

#[test]
fn what_a_file_is_does_not_hang_on_the_button() {
    for (name, bytes, is) in files() {
        assert_eq!(kind(name, &bytes), Some(is), "{name}");
    }
    for (name, text) in [
        ("package.json", r#"{"name":"x","dependencies":{}}"#),
        ("a.json", "{}"),
        ("a.json", "{"),
        ("a.bin", "?"),
    ] {
        assert_eq!(kind(name, text.as_bytes()), None, "{name} {text}");
    }
}

#[test]
fn each_file_goes_where_it_belongs_or_is_told_the_way_and_then_changes_nothing() {
    for (name, bytes, is) in files() {
        for wanted in [Wanted::Story, Wanted::Draft, Wanted::Law] {
            let mut page = page();
            after(&mut page, Msg::Read(wanted, vec![(name.into(), bytes.clone())], None));
            let (draft, said) = (page.draft().clone(), page.said.clone());
            let told = format!("{name} for {wanted:?}: {said} {:?}", page.refused);
            let is_kept = *draft == Draft::default() && said.contains("what was here stays");
            match is {
                Kind::Draft => assert_eq!(draft.options.highlight.len(), 1, "{told}"),
                // A template is a law that lacks everything, which is told under “The law”.
                Kind::Law if name == "law.xlsx" => {
                    assert!(!page.refused.is_empty() && *draft == Draft::default(), "{told}");
                    assert_eq!(page.way, Some("law"), "{told}");
                }
                Kind::Law => {
                    assert!(draft.law.is_some() && said.contains("This is about"), "{told}");
                }
                Kind::Text if wanted == Wanted::Draft => {
                    assert!(is_kept && page.way == Some("story-text"), "{told}");
                }
                Kind::Text if wanted == Wanted::Story => {
                    assert!(
                        draft.story.text().contains("Article 28(4) of")
                            && said.contains("the story now"),
                        "{told}"
                    );
                }
                Kind::Text | Kind::LawFile => {
                    assert!(is_kept && page.way == Some("start-from-file"), "{told}");
                }
                Kind::Texts | Kind::Pdf => {
                    assert!(is_kept && page.way == Some("to-desk"), "{told}");
                }
                Kind::Picture => assert!(is_kept && said.contains("is a picture"), "{told}"),
            }
        }
    }
}

#[test]
fn the_way_is_shown_until_something_else_is_said() {
    let mut page = page();
    let pdf = vec![("a.pdf".into(), b"%PDF".to_vec())];
    after(&mut page, Msg::Read(Wanted::Story, pdf, None));
    assert!(page.way.is_some());
    after(&mut page, Msg::Undo);
    assert_eq!(page.way, None);
}

#[test]
fn a_law_that_is_pasted_where_a_snippet_is_wanted_is_opened() {
    let mut page = page();
    after(&mut page, Msg::Pasted(String::from_utf8(law()).expect("JSON")));
    after(&mut page, Msg::OpenPasted);
    assert!(page.draft().law.is_some(), "{}", page.said);
    after(&mut page, Msg::Pasted(r#"{"schema_version":2}"#.into()));
    after(&mut page, Msg::OpenPasted);
    assert_eq!(page.way, Some("law"));
    assert!(page.said.contains("what was here stays") && !page.refused.is_empty());
}

#[test]
fn what_is_not_read_is_told_what_to_save_it_as_and_is_no_law() {
    for ending in ["doc", "odt", "rtf", "pages", "msg"] {
        let (mut page, name) = (page(), format!("letter.{ending}"));
        let file = vec![(name.clone(), b"{\\rtf1 Dear members}".to_vec())];
        after(&mut page, Msg::Read(Wanted::Story, file.clone(), None));
        assert!(page.said.contains(&name) && page.said.contains("save it as"), "{}", page.said);
        after(&mut page, Msg::Read(Wanted::Law, file, None));
        assert_eq!((page.way, page.refused.len()), (Some("start-from-file"), 0), "{}", page.said);
    }
}

#[test]
fn whatever_is_read_can_be_picked_and_pictures_are_not_offered() {
    let accepted = format!(",{},", crate::kind::accepted());
    for (name, _, is) in files().into_iter().filter(|it| it.0.contains('.')) {
        let ending = name.rsplit('.').next().expect("an ending").to_lowercase();
        assert_eq!(accepted.contains(&format!(",.{ending},")), is != Kind::Picture, "{name}");
    }
    assert!(accepted.contains(",.eml,") && accepted.contains(",.mhtml,"));
}

#[test]
fn another_law_takes_no_place_unasked_while_provisions_are_highlighted() {
    let json = String::from_utf8(law()).expect("JSON");
    let open = |page: &mut Model, wanted| {
        after(page, Msg::Read(wanted, vec![("law.json".into(), json.clone().into())], None));
    };
    let mut page = page();
    let ids = vec![authoring::ProvisionId::new("art_14")];
    after(&mut page, Msg::Act(crate::act::Act::Highlight(ids)));
    let draft = page.draft().clone();
    open(&mut page, Wanted::Draft);
    assert_eq!((page.draft(), page.way), (&draft, Some("law")));
    assert!(page.said.contains("Public Records Act"), "{}", page.said);
    after(&mut page, Msg::Pasted(json.clone()));
    after(&mut page, Msg::OpenPasted);
    assert_eq!(page.draft(), &draft);
    open(&mut page, Wanted::Law);
    assert!(page.draft().law.is_some(), "{}", page.said);
    // The same law, mended, is no other.
    open(&mut page, Wanted::Draft);
    assert!(page.said.contains("This is about"), "{}", page.said);
}

#[test]
fn a_law_that_is_refused_is_said_over_what_was_said_before() {
    let mut page = page();
    let read = |name: &str, text: &str| {
        Msg::Read(Wanted::Law, vec![(name.into(), text.as_bytes().to_vec())], None)
    };
    after(&mut page, read("m.eml", LETTER));
    assert_eq!(page.way, Some("start-from-file"));
    after(&mut page, read("a.json", r#"{"a":1}"#));
    assert_eq!(page.refused, ["a.json is no law’s dataset."]);
    assert!(page.said.contains("under “The law”") && page.way == Some("law"), "{}", page.said);
    // A dataset that is broken says where.
    after(&mut page, read("a.json", "{\n  \"schema_version\": 2,,\n}"));
    assert!(page.refused[0].contains('2'), "{:?}", page.refused);
}
