//! From options to a dataset's handles.

use std::fs;

use authoring::{Dataset, ProvisionId};

use super::{attributes, layer, lines};
use crate::{Options, Origin, read, resolve};

fn dataset() -> Dataset {
    let provisions = ["title", "art_4", "art_28", "art_28__para_4", "art_29", "chp_IV"]
        .map(|id| format!(r#"{{"id": "{id}", "citation": "{id}", "summary": "s"}}"#));
    let groups = [("journalists", "Journalists"), ("defenders", "Human rights defenders")].map(
        |(id, label)| {
            format!(r#"{{"id": "{id}", "label": "{label}", "member": "m", "description": "d"}}"#)
        },
    );
    let json = format!(
        r#"{{
            "schema_version": 1, "id": "test", "title": "T", "language": "en", "credit": "C",
            "edition": {{"number": 1, "date": "2025-01-01"}}, "stale_after": "P90D",
            "instrument": {{
                "title": "T", "short_title": "T", "drafts": [],
                "status": {{"as_of": "2025-01-01", "line": "L", "events": []}}
            }},
            "provisions": [{}], "groups": [{}], "organisations": [], "sources": [], "concerns": []
        }}"#,
        provisions.join(","),
        groups.join(",")
    );
    let reading = authoring::read(authoring::json::parse(&json).expect("JSON"));
    assert_eq!(reading.problems, []);
    reading.dataset.expect("a sound dataset")
}

#[test]
fn what_the_dataset_has_is_found_in_editorial_order() {
    let dataset = dataset();
    let reading = read(&[
        attributes(&[
            ("highlight", "29, 28(4), Title, chp_iv, title"),
            ("audience", "human RIGHTS defenders, journalists, Journalists"),
            ("open", "28.4"),
        ]),
        layer(Origin::Child, r#"{"notes": {"28(4)": "a", "4": "b"}}"#),
    ]);
    let (choices, warnings) = reading.resolve(&dataset);
    assert_eq!(lines(&warnings), [""; 0]);
    let id = |id| dataset.find_provision(id).expect(id);
    let group = |id| dataset.find_group(id).expect(id);
    assert_eq!(choices.highlight, [id("art_29"), id("art_28__para_4"), id("title"), id("chp_IV")]);
    assert_eq!(choices.audience, [group("defenders"), group("journalists")]);
    assert_eq!(choices.open, Some(id("art_28__para_4")));
    let notes: Vec<_> = choices.notes.into_iter().collect();
    assert_eq!(notes, [(id("art_28__para_4"), "a".into()), (id("art_4"), "b".into())]);
}

#[test]
fn what_the_dataset_lacks_is_named_with_the_nearest_thing_it_has() {
    let reading = read(&[
        attributes(&[
            ("highlight", "99, 28(5), 29(1)(b), 28, bananas, 30–28, para, of the Directive"),
            ("open", "tile"),
        ]),
        layer(
            Origin::Property,
            r#"{"audience": ["journalist", "Human right defender", "penguins"], "notes": {"77": "x"}}"#,
        ),
    ]);
    let (choices, warnings) = reading.resolve(&dataset());
    let expected = [
        "attribute highlight: no provision `art 99` in this dataset",
        "attribute highlight: no provision `art 28(5)` in this dataset; did you mean `art_28`?",
        "attribute highlight: no provision `art 29(1)(b)` in this dataset; did you mean `art_29`?",
        "attribute highlight: no provision `bananas` in this dataset",
        "attribute highlight: `30–28` is not a range that runs upwards between places of one kind",
        "attribute highlight: no provision `para` in this dataset",
        "attribute highlight: `of the Directive` has words after the citation that may name another law; write the citation alone; write it like `art_28__para_4`",
        "options.audience: no group `journalist` in this dataset; did you mean `journalists`?",
        "options.audience: no group `Human right defender` in this dataset; did you mean `defenders`?",
        "options.audience: no group `penguins` in this dataset",
        "attribute open: no provision `tile` in this dataset; did you mean `title`?",
        "options.notes[77]: no provision `art 77` in this dataset",
    ];
    assert_eq!(lines(&warnings), expected);
    assert_eq!(choices.highlight.len(), 1);
    assert!(choices.audience.is_empty() && choices.open.is_none() && choices.notes.is_empty());
}

#[test]
fn options_without_an_origin_are_named_alone() {
    let options = Options { open: Some(ProvisionId::new("chp_VI")), ..Options::default() };
    let (_, warnings) = resolve(&options, &dataset());
    assert_eq!(lines(&warnings), ["open: no provision `chp_VI` in this dataset"]);
}

#[test]
fn every_provision_of_the_bundled_dataset_can_be_named_in_an_option() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/un-cybercrime-convention.json");
    let json = fs::read_to_string(file).expect("the bundled dataset");
    let dataset = authoring::read(authoring::json::parse(&json).expect("JSON")).dataset;
    let dataset = dataset.expect("a readable dataset");
    for (_, provision) in dataset.provisions() {
        let named = Options { open: Some(provision.id.clone()), ..Options::default() };
        let written = named.written(&dataset);
        assert_eq!(written.named(&dataset), named, "{written:?}");
        let citation = provision.citation.original();
        let cited = dataset.cited_one(citation).ok().and_then(|it| dataset.provision(it));
        assert_eq!(cited.map(|it| &it.id), Some(&provision.id), "{citation}");
    }
}
