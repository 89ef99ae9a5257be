use std::{fs, rc::Rc};

use authoring::{GroupId, ProvisionId};

use super::*;
use crate::{
    act::{Act, reduce},
    model::Model,
};

fn model(acts: impl IntoIterator<Item = Act>) -> Model {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/un-cybercrime-convention.json");
    let law =
        Law::read(fs::read_to_string(file).expect("the bundled law"), None, None).expect("sound");
    let mut model = Model::new(law, "assets/widget.css".into());
    acts.into_iter().for_each(|act| model.act(act));
    model
}

/// What the check says beyond what it says of the untouched page.
fn news(acts: impl IntoIterator<Item = Act>, around: &Around) -> Vec<Finding> {
    let heading = || Act::Heading("Who objects?".into());
    let usual = model([heading()]);
    let usual = check(usual.draft(), &usual.law, &usual.configured().0, &Around::default());
    let model = model(acts.into_iter().chain([heading()]));
    let all = check(model.draft(), &model.law, &model.configured().0, around);
    // The same lack may be seen first at another place.
    all.into_iter().filter(|it| !usual.iter().any(|known| known.what == it.what)).collect()
}

fn id(id: &str) -> ProvisionId {
    ProvisionId::new(id)
}

/// What is said of an address, and what it would be mended to.
fn said_of(act: Act) -> Option<(String, Option<Act>)> {
    let mut found = news([act], &Around::default());
    assert!(found.len() < 2, "{found:?}");
    found.pop().map(|it| (it.what, it.mend.map(|(_, act)| act)))
}

#[test]
fn an_address_is_mended_where_the_way_is_sure_and_told_where_it_is_not() {
    let loader = |text: &str| said_of(Act::Loader(text.into()));
    let right = "https://news.example/pe/provision-explorer.js";
    for sound in
        [right, "/pe/provision-explorer.js", "https://news.example/pe/provision-explorer.js?v=2"]
    {
        // What is said of the address that nobody has typed yet is not said of these.
        assert_eq!(loader(sound), None, "{sound}");
    }
    let mended = [
        ("news.example/pe/provision-explorer.js", right),
        ("//news.example/pe/provision-explorer.js", right),
        ("http://news.example/pe/provision-explorer.js", right),
        ("https://news.example/pe/", right),
        ("/pe/", "/pe/provision-explorer.js"),
        (
            "news.example:8080/provision-explorer.js",
            "https://news.example:8080/provision-explorer.js",
        ),
    ];
    for (typed, right) in mended {
        let (what, mend) = loader(typed).expect(typed);
        assert_eq!(mend, Some(Act::Loader(right.into())), "{typed}: {what}");
    }
    let told = [
        "",
        "javascript:alert(1)",
        "data:text/javascript,1",
        "ftp://news.example/provision-explorer.js",
        "https://",
        "https://news.example/pe/embed.html",
        "pe/provision-explorer.js",
        "our files",
        "C:\\pe\\provision-explorer.js",
    ];
    for typed in told {
        let (what, mend) = loader(typed).expect(typed);
        assert_eq!(mend, None, "{typed}: {what}");
    }
    for beside in ["bike.law.txt", "./data/bike.law.txt", "data.v2/bike.law.txt"] {
        let (what, mend) = said_of(Act::Dataset(beside.into())).expect(beside);
        assert!(what.contains("beside each story"), "{what}");
        // Of the law that ships there is no file to publish.
        assert_eq!(mend, None, "{beside}");
    }
    assert_eq!(said_of(Act::Dataset("/data/bike.json".into())), None);
    let page = |text: &str| said_of(Act::Page(text.into()));
    assert_eq!(page("https://news.example/story"), None);
    let whole = Act::Page("https://news.example/story".into());
    assert_eq!(page("news.example/story").expect("it is told").1, Some(whole));
    assert!(page("/story").expect("it is told").1.is_none());
    assert!(page("javascript:alert(1)").expect("it is told").1.is_none());
}

#[test]
fn a_law_is_asked_for_where_the_files_to_publish_have_it() {
    let loader = || Act::Loader("https://news.example/pe/provision-explorer.js".into());
    let right = "https://news.example/pe/data/un-cybercrime-convention.law.txt";
    let law = |name: &str| {
        let source = model([]).law.source.to_string();
        Rc::new(Law::read(source, Some(name.into()), None).expect("sound"))
    };
    let said = |name: &str, address: &str| {
        let acts = [loader(), Act::Law(Some(law(name)), address.into())];
        let model = model(acts);
        let all = check(model.draft(), &model.law, &model.configured().0, &Around::default());
        let found = all.into_iter().find(|it| it.place == CheckTarget::Part("dataset"));
        found.map(|it| it.mend.map(|(_, act)| act))
    };
    for elsewhere in [
        "./data/un-cybercrime-convention.law.txt",
        "data/un-cybercrime-convention.law.txt",
        "https://news.example/data/un-cybercrime-convention.law.txt",
        "https://news.example/pe/data/another.law.txt",
        "/laws/un-cybercrime-convention.law.txt",
    ] {
        let mend = said("law.json", elsewhere).expect(elsewhere);
        assert_eq!(mend, Some(Act::Dataset(right.into())), "{elsewhere}");
    }
    for sound in [right, "/pe/data/un-cybercrime-convention.law.txt"] {
        assert_eq!(said("law.json", sound), None, "{sound}");
    }
    // It was opened from there.
    let cdn = "https://cdn.example/laws/un.law.txt";
    assert_eq!(said(cdn, cdn), None);
}

#[test]
fn that_nobody_has_said_where_the_files_are_comes_first() {
    let model = model([]);
    let all = check(model.draft(), &model.law, &model.configured().0, &Around::default());
    assert_eq!(all[0].place, CheckTarget::Part("loader"));
    assert!(all[0].what.contains("beside each story"), "{}", all[0].what);
}

#[test]
fn a_page_without_a_heading_is_told_what_readers_see() {
    let model = model([]);
    let all = check(model.draft(), &model.law, &model.configured().0, &Around::default());
    let heading = all.iter().find(|it| it.place == CheckTarget::Part("heading"));
    let what = &heading.expect("it is told").what;
    assert!(what.contains("UN Convention against Cybercrime"), "{what}");
}

#[test]
fn sound_highlights_and_a_note_of_ones_own_need_no_look() {
    let acts = [
        Act::Highlight(vec![id("art_28__para_4")]),
        Act::Note(
            id("art_28__para_4"),
            "Our reporters asked six ministries; none answered.".into(),
        ),
    ];
    assert_eq!(news(acts, &Around::default()), []);
}

#[test]
fn what_the_law_does_not_have_can_be_taken_out() {
    let acts = [
        Act::Highlight(vec![id("art_99")]),
        Act::Open(Some(id("art_98"))),
        Act::Audience(GroupId::new("nobodies"), true),
        Act::Note(id("art_97"), "A note on nothing.".into()),
    ];
    let found = news(acts.clone(), &Around::default());
    assert_eq!(found.len(), 4, "{found:#?}");
    let mended = found.into_iter().fold(model(acts), |mut model, finding| {
        let (_, act) = finding.mend.expect("a way to mend it");
        model.act(act);
        model
    });
    assert_eq!(mended.draft().options, Options::default());
}

#[test]
fn a_note_that_repeats_a_quote_is_named_whatever_its_case_and_marks() {
    let model = model([]);
    let concerns = &model.law.dataset().records().concerns;
    let concern = concerns.iter().find(|it| it.evidence[0].quote.is_some()).expect("a quote");
    let quote = concern.evidence[0].quote.as_ref().expect("a quote").exact.to_uppercase();
    let on = concern.provisions[0].clone();
    let short: String = quote.chars().take(200).collect();
    let found = news([Act::Note(on.clone(), format!("“{short}”"))], &Around::default());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].place, CheckTarget::Note(on));
}

#[test]
fn a_colour_from_elsewhere_that_cannot_be_read_is_replaced_by_the_nearest() {
    let yellow = "#ffcc00".parse().expect("a colour");
    let found = news([Act::Accent(Some(yellow))], &Around::default());
    assert_eq!(found.len(), 1);
    let (_, act) = found[0].mend.clone().expect("a better colour");
    let draft = reduce(&Draft { accent: Some(yellow), ..Draft::default() }, act);
    assert!(reads_on(draft.accent.expect("a colour"), LIGHT));
    assert_eq!(news([Act::Accent(Some(yellow)), Act::Theme(Theme::Dark)], &Around::default()), []);
}

#[test]
fn a_snippet_over_the_limit_and_one_wider_than_a_phone_are_named() {
    let around = Around { characters: 1001, overflows: true, ..Around::default() };
    let found = news([Act::Limit(Some(1000))], &around);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(
        news([Act::Limit(Some(1001))], &Around { characters: 1001, ..Around::default() }),
        []
    );
}

#[test]
fn places_that_nobody_has_said_the_law_of_are_named() {
    let text = "The GDPR took effect in 2018. Article 28 says otherwise.";
    let story = Rc::new(story::Story::from_text(text.into()));
    let mut model = model([Act::Story(story)]);
    let undecided = |model: &mut Model| {
        model.settle();
        model.findings.iter().any(|it| it.what.starts_with("One place in the story may be"))
    };
    assert!(undecided(&mut model));
    let ruling = story::Ruling::on(&model.mentions[0], text, story::Instead::AnotherLaw);
    model.act(Act::Rule(vec![ruling]));
    assert!(!undecided(&mut model));
}

#[test]
fn a_status_is_named_once_its_interval_has_passed() {
    let on = |day: &str| Around { today: day.parse().ok(), ..Around::default() };
    assert_eq!(news([], &on("2025-10-28")), []);
    let found = news([], &on("2035-01-01"));
    assert_eq!(found.len(), 1);
    assert!(found[0].what.contains("2025-10-27"), "{}", found[0].what);
}

#[test]
fn a_story_in_another_language_is_offered_the_words_of_that() {
    // cspell:ignore Polizei darf nach Daten fragen Gericht erlaubt nicht Gesetz
    let story = |text: &str| Act::Story(Rc::new(story::Story::from_text(text.into())));
    let german = || {
        story(
            "Die Polizei darf nach den Daten fragen, wenn das ein Gericht erlaubt hat, und es ist nicht \
             im Gesetz, wie es war.",
        )
    };
    let found = news([german()], &Around::default());
    let lang = Act::Lang(Some("de".into()));
    let offered = found.iter().find(|it| it.what.starts_with("The story is in German."));
    assert_eq!(
        offered.and_then(|it| it.mend.clone()),
        Some(("Have them in German".into(), lang.clone())),
        "{found:?}"
    );
    for acts in
        [vec![german(), lang], vec![german(), Act::Lang(Some("en".into()))], vec![story("Art. 28")]]
    {
        let found = news(acts, &Around::default());
        assert!(found.iter().all(|it| !it.what.starts_with("The story is in")), "{found:?}");
    }
}
