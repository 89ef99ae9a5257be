//! Ids: how they are written, what they name, and what is said of one that is unknown or used twice.
// Misspelt on purpose: cspell:ignore secnd realease leter

mod common;

use common::{complaints, set, small, small_with, sound_part};
use serde_json::{Value, json};

#[test]
fn an_id_that_is_not_well_formed_is_told_with_its_form() {
    let kebab = "is not an id here; write lower-case letters, digits and hyphens";
    let eid = "is not an id here; write an Akoma Ntoso eId such as `art_28__para_4`";
    for (place, at, bad, form) in [
        ("id", "id", "Small Act", kebab),
        ("provisions/4/id", "provisions[4].id", "Article 9", eid),
        ("provisions/4/id", "provisions[4].id", "art_9___para_1", eid),
        ("provisions/4/id", "provisions[4].id", "", eid),
        ("groups/2/id", "groups[2].id", "Bakers", kebab),
        ("groups/2/id", "groups[2].id", "bakers--all", kebab),
        ("organisations/3/id", "organisations[3].id", "a_stranger", kebab),
        ("instrument/drafts/2/id", "instrument.drafts[2].id", "3.", kebab),
        ("sources/2/id", "sources[2].id", "leaflet-", kebab),
        ("concerns/1/id", "concerns[1].id", "too dear", kebab),
        ("requests/1/id", "requests[1].id", "été", kebab),
    ] {
        let file = small_with(place, json!(bad));
        assert_eq!(complaints(&file), [format!("{at}: `{bad}` {form}")]);
    }
}

#[test]
fn an_unknown_id_is_told_with_the_one_that_may_be_meant() {
    for (place, at, bad, message) in [
        (
            "sources/0/draft",
            "sources[0].draft",
            "secnd",
            "no draft `secnd`; did you mean `second`?",
        ),
        (
            "sources/0/parties/1/organisation",
            "sources[0].parties[1].organisation",
            "crowds",
            "no organisation `crowds`; did you mean `crowd`?",
        ),
        (
            "concerns/0/provisions/1",
            "concerns[0].provisions[1]",
            "art_22",
            "no provision `art_22`; did you mean `art_2`?",
        ),
        (
            "concerns/0/affected/0/group",
            "concerns[0].affected[0].group",
            "journalist",
            "no group `journalist`; did you mean `journalists`?",
        ),
        (
            "concerns/0/evidence/1/source",
            "concerns[0].evidence[1].source",
            "realease",
            "no source `realease`; did you mean `release`?",
        ),
        (
            "requests/0/evidence/0/source",
            "requests[0].evidence[0].source",
            "leter",
            "no source `leter`; did you mean `letter`?",
        ),
        (
            "requests/0/concerns/0",
            "requests[0].concerns[0]",
            "too-brod",
            "no concern `too-brod`; did you mean `too-broad`?",
        ),
        (
            "requests/0/provisions/0",
            "requests[0].provisions[0]",
            "art_1__para_3",
            "no provision `art_1__para_3`; did you mean `art_1__para_2`?",
        ),
        (
            "positions/0/organisation",
            "positions[0].organisation",
            "watch-dog",
            "no organisation `watch-dog`; did you mean `watchdog`?",
        ),
        (
            "positions/0/evidence/source",
            "positions[0].evidence.source",
            "Letter",
            "no source `Letter`; did you mean `letter`?",
        ),
        (
            "concerns/0/affected/0/group",
            "concerns[0].affected[0].group",
            "astronauts",
            "no group `astronauts`",
        ),
    ] {
        let file = small_with(place, json!(bad));
        assert_eq!(complaints(&file), [format!("{at}: {message}")]);
    }
}

#[test]
fn an_id_of_another_kind_is_unknown() {
    let file = small_with("concerns/0/affected/0/group", json!("watchdog"));
    assert_eq!(complaints(&file), ["concerns[0].affected[0].group: no group `watchdog`"]);
}

#[test]
fn an_unknown_parent_is_told_with_the_one_that_may_be_meant() {
    let mut file = small_with("provisions/1/id", json!("art_2__para_2"));
    set(&mut file, "provisions/1/parent", json!("art_2"));
    // Now the point's parent is unknown, and so are the two mentions of the paragraph.
    let unknown = "no provision `art_1__para_2`; did you mean `art_2__para_2`?";
    let places = ["provisions[2].parent", "concerns[0].provisions[0]", "requests[0].provisions[0]"];
    assert_eq!(complaints(&file), places.map(|at| format!("{at}: {unknown}")));
}

#[test]
fn an_id_used_twice_is_told_with_its_first_place_and_the_first_record_stays() {
    for (list, from, to) in [
        ("provisions", 0, 4),
        ("groups", 0, 2),
        ("organisations", 1, 3),
        ("instrument/drafts", 0, 2),
        ("sources", 0, 2),
        ("concerns", 0, 1),
        ("requests", 0, 1),
    ] {
        let mut file = small();
        let first = file.pointer(&format!("/{list}/{from}/id")).unwrap().clone();
        set(&mut file, &format!("{list}/{to}/id"), first.clone());
        let (at, id) = (list.replace('/', "."), first.as_str().unwrap());
        let problem = format!("{at}[{to}].id: id `{id}` is already used at {at}[{from}]");
        assert_eq!(complaints(&file), [problem]);
        let written = serde_json::to_value(sound_part(&file).records()).unwrap();
        let kept = written.pointer(&format!("/{list}")).unwrap().as_array().unwrap();
        let named = kept.iter().filter(|record| record["id"] == first);
        let unnamed = |record: &Value| {
            [
                &record["title"],
                &record["label"],
                &record["name"],
                &record["citation"],
                &record["summary"],
            ]
            .map(Clone::clone)
        };
        let original = written_small(&format!("/{list}/{from}"));
        assert_eq!(named.map(unnamed).collect::<Vec<_>>(), [unnamed(&original)], "{list}");
    }
}

fn written_small(pointer: &str) -> Value {
    let written = serde_json::to_value(sound_part(&small()).records()).unwrap_or_default();
    written.pointer(pointer).cloned().unwrap_or_default()
}

#[test]
fn one_id_may_name_records_of_two_kinds() {
    assert_eq!(complaints(&small_with("requests/1/id", json!("too-broad"))), [] as [&str; 0]);
}
