//! The dataset that ships: it is sound, says what `data.md` and `data/README.md` promise, and its
//! links are those that a plain scan of the file finds.
#![allow(clippy::expect_used, reason = "without the bundled dataset there is nothing to test")]

use std::collections::BTreeSet;

use authoring::{
    Affected, Certainty, Dataset, HeadingOrigin, OrganisationIx, ProvisionIx, Role, SourceIx,
    Stance,
};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../data/un-cybercrime-convention.json");
// cspell:ignore edri ohchr
const LETTER: &str = "edri-joint-letter-2024-10-21";
const RELEASE: &str = "cybersecurity-tech-accord-press-release";

fn file() -> Value {
    serde_json::from_str(FILE).expect("the file is JSON")
}

fn list(name: &str) -> Vec<Value> {
    file().pointer(name).and_then(Value::as_array).expect("the file has this list").clone()
}

fn bundled() -> Dataset {
    let reading = authoring::read(authoring::json::parse(FILE).expect("the file is JSON"));
    let problems: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [] as [&str; 0]);
    reading.dataset.expect("the file is sound")
}

fn id(dataset: &Dataset, provision: ProvisionIx) -> &str {
    dataset.provision(provision).expect("a handle of this dataset").id.as_str()
}

fn ids(dataset: &Dataset, provisions: &[ProvisionIx]) -> Vec<String> {
    provisions.iter().map(|it| id(dataset, *it).to_owned()).collect()
}

fn source(dataset: &Dataset, id: &str) -> SourceIx {
    dataset.find_source(id).expect("a source of this dataset")
}

fn has(list: &Value, id: &str) -> bool {
    list.as_array().is_some_and(|list| list.contains(&json!(id)))
}

#[test]
fn it_reads_without_a_problem_and_nothing_of_the_file_is_lost() {
    let dataset = bundled();
    assert_eq!(dataset.provisions().len(), list("/provisions").len());
    assert_eq!(dataset.groups().len(), list("/groups").len());
    assert_eq!(dataset.organisations().len(), list("/organisations").len());
    assert_eq!(dataset.sources().len(), list("/sources").len());
    assert_eq!(dataset.drafts().len(), list("/instrument/drafts").len());
    assert_eq!(dataset.concerns().count(), list("/concerns").len());
    assert_eq!(dataset.requests().count(), list("/requests").len());
    assert_eq!(dataset.records().positions.len(), list("/positions").len());
}

#[test]
fn its_records_written_and_read_again_are_the_same() {
    let dataset = bundled();
    let written = serde_json::to_string(dataset.records()).unwrap();
    let again = authoring::read(authoring::json::parse(&written).unwrap());
    assert!(again.problems.is_empty(), "{:?}", again.problems);
    assert_eq!(again.dataset, Some(dataset));
}

#[test]
fn articles_of_other_laws_are_no_provisions_but_related_law() {
    let dataset = bundled();
    for foreign in ["art_38", "art_102"] {
        assert!(dataset.find_provision(foreign).is_none(), "{foreign}");
        assert!(!dataset.provisions().any(|(_, it)| it.id.as_str().starts_with(foreign)));
    }
    let related = dataset.concerns().flat_map(|(_, it)| &it.related);
    let pinpoints: Vec<_> = related.filter_map(|it| it.pinpoint.as_ref()).collect();
    for article in ["38", "102"] {
        let names = |it: &&&authoring::Text| {
            it.original().split(|it: char| !it.is_alphanumeric()).any(|word| word == article)
        };
        assert_eq!(pinpoints.iter().filter(names).count(), 1, "Article {article}");
    }
}

#[test]
fn the_two_documents_speak_of_one_article_28_4() {
    let dataset = bundled();
    let cited = dataset.provisions().filter(|(_, it)| it.citation.original() == "Article 28(4)");
    let provisions: Vec<_> = cited.map(|(it, _)| it).collect();
    assert_eq!(ids(&dataset, &provisions), ["art_28__para_4"]);
    let around = dataset.around_provision(provisions[0]).unwrap();
    let sources: BTreeSet<SourceIx> = around
        .concerns
        .iter()
        .flat_map(|it| dataset.around_concern(*it).unwrap().sources.clone())
        .collect();
    assert_eq!(sources, BTreeSet::from([LETTER, RELEASE].map(|it| source(&dataset, it))));
}

#[test]
fn every_provision_stands_under_the_nearest_one_that_contains_it() {
    let dataset = bundled();
    for (provision, record) in dataset.provisions() {
        let own = record.id.as_str();
        let ancestors = dataset.provisions().map(|(it, _)| it);
        let ancestors = ancestors.filter(|it| own.starts_with(&format!("{}__", id(&dataset, *it))));
        let nearest = ancestors.max_by_key(|it| id(&dataset, *it).len());
        assert_eq!(dataset.around_provision(provision).unwrap().parent, nearest, "{own}");
    }
}

#[test]
fn a_citation_and_an_id_say_the_same() {
    for (_, record) in bundled().provisions() {
        if let Some(citation) = authoring::citation::of_eid(record.id.as_str()) {
            assert_eq!(record.citation.original(), citation);
        } else {
            let known = ["title", "preamble", "chp_IV", "chp_V", "instrument"];
            assert!(known.contains(&record.id.as_str()), "{}", record.id);
        }
    }
}

#[test]
fn the_electronic_frontier_foundation_is_there_once_with_its_part_in_both_documents() {
    let dataset = bundled();
    let is_it = |name: &str| name.contains("Electronic Frontier") && name.contains("Foundation");
    let found: Vec<OrganisationIx> = dataset
        .organisations()
        .filter(|(_, it)| is_it(it.name.original()) || it.aliases.iter().any(|alias| is_it(alias)))
        .map(|(it, _)| it)
        .collect();
    let [foundation] = found[..] else { panic!("{found:?}") };
    let record = dataset.organisation(foundation).unwrap();
    assert_eq!(record.name.original(), "Electronic Frontier Foundation");
    assert!(record.aliases.iter().any(|it| it == "Electronic Frontiers Foundation"));
    let (letter, release) = (source(&dataset, LETTER), source(&dataset, RELEASE));
    let parts: BTreeSet<_> = dataset.parts_of(foundation).iter().copied().collect();
    assert_eq!(parts, BTreeSet::from([(letter, Role::Signed), (release, Role::Named)]));
}

#[test]
fn no_two_organisations_share_a_name() {
    let dataset = bundled();
    let mut names = BTreeSet::new();
    for (_, record) in dataset.organisations() {
        let others = record.aliases.iter().chain(&record.short_name).map(String::as_str);
        let own: BTreeSet<String> =
            others.chain([record.name.original()]).map(str::to_lowercase).collect();
        for name in own {
            assert!(names.insert(name.clone()), "{name}");
        }
    }
}

#[test]
fn each_document_speaks_of_its_own_draft() {
    let dataset = bundled();
    let draft = |id| dataset.source(source(&dataset, id)).unwrap().draft.as_str();
    assert_eq!(draft(LETTER), "l15");
    assert_eq!(draft(RELEASE), "draft-2024-05-23");
}

#[test]
fn the_date_that_is_not_printed_is_not_shown_as_if_it_were() {
    let dataset = bundled();
    let release = dataset.source(source(&dataset, RELEASE)).unwrap();
    let note = release.date_note.as_ref().map(authoring::Text::original);
    assert_eq!(note, Some("late July 2024 (date not printed on the release)"));
    assert_eq!(release.date.and_then(authoring::CalendarDate::day), None);
    let letter = dataset.source(source(&dataset, LETTER)).unwrap();
    assert_eq!(letter.date.map(|it| it.to_string()).as_deref(), Some("2024-10-21"));
}

#[test]
fn one_issued_the_release_and_twenty_nine_signed_the_letter() {
    let dataset = bundled();
    let count =
        |id, role| dataset.parties(source(&dataset, id)).filter(|(_, its)| *its == role).count();
    assert_eq!((count(RELEASE, Role::Issued), count(RELEASE, Role::Signed)), (1, 0));
    assert_eq!((count(LETTER, Role::Issued), count(LETTER, Role::Signed)), (0, 29));
}

#[test]
fn every_organisation_has_a_part_in_some_document() {
    let dataset = bundled();
    for (organisation, record) in dataset.organisations() {
        assert!(!dataset.parts_of(organisation).is_empty(), "{}", record.id);
    }
}

#[test]
fn who_is_merely_named_has_no_position_and_all_critics_have_one_for_each_document() {
    let dataset = bundled();
    for (organisation, record) in dataset.organisations() {
        let parts = dataset.parts_of(organisation).iter();
        let own: Vec<_> = parts
            .filter(|(_, role)| *role != Role::Named)
            .map(|(source, _)| dataset.source(*source).unwrap().id.as_str())
            .collect();
        let taken = dataset.positions_of(organisation);
        let taken: Vec<_> = taken.map(|it| it.evidence.source.as_str()).collect();
        assert!(taken.iter().all(|it| own.contains(it)), "{}", record.id);
        let critical = own.iter().filter(|it| [LETTER, RELEASE].contains(it));
        assert!(
            critical.eq(taken.iter().filter(|it| [LETTER, RELEASE].contains(it))),
            "{}",
            record.id
        );
    }
}

#[test]
fn signatories_reject_the_draft_industry_wants_it_changed_and_others_support_the_law() {
    let dataset = bundled();
    let positions = &dataset.records().positions;
    let stances = |source: &str| {
        let of = positions.iter().filter(|it| it.evidence.source.as_str() == source);
        of.map(|it| it.stance).collect::<Vec<_>>()
    };
    assert_eq!(stances(LETTER), [Stance::Reject; 29]);
    assert_eq!(stances(RELEASE), [Stance::Change]);
    let others =
        positions.iter().filter(|it| ![LETTER, RELEASE].contains(&it.evidence.source.as_str()));
    assert_eq!(others.map(|it| it.stance).collect::<Vec<_>>(), [Stance::Support; 3]);
}

/// What the letter credits, holds up or merely names, sentence by sentence.
#[test]
fn what_a_document_credits_or_mentions_is_no_objection() {
    let dataset = bundled();
    for id in [
        "preamble",
        "art_19",
        "art_34",
        "art_36__para_1__point_b",
        "art_40__para_21",
        "art_40__para_22",
        "art_53__point_h",
        "chp_IV",
    ] {
        let around = dataset.around_provision(dataset.find_provision(id).unwrap()).unwrap();
        assert_eq!(around.concerns, [], "{id}");
        assert!(!around.mentions.is_empty(), "{id}");
    }
    let chapter = dataset.find_provision("chp_V").unwrap();
    let safeguards = dataset.find_concern("safeguards-cover-part-only").unwrap();
    assert!(!dataset.around_provision(chapter).unwrap().concerns.contains(&safeguards));
}

#[test]
fn whoever_is_named_is_named_in_words_with_their_place_relation_and_scope() {
    let dataset = bundled();
    let mut named = 0;
    for source in &dataset.records().sources {
        for party in source.parties.iter().filter(|it| it.role == Role::Named) {
            assert!(
                party.relation.is_some() && party.quote.is_some() && party.locator.is_some(),
                "{}",
                party.organisation
            );
            named += 1;
        }
    }
    assert_eq!(named, 22);
    let scope = |source: &str, who: &str| {
        let source = dataset.records().sources.iter().find(|it| it.id.as_str() == source).unwrap();
        let party = source.parties.iter().find(|it| it.organisation.as_str() == who).unwrap();
        party.concerns.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(scope(RELEASE, "community-stakeholders"), ["forced-access-to-systems"]);
    assert_eq!(scope(LETTER, "community-civil-society"), ["gender-left-out-of-24-and-36"]);
    assert_eq!(scope(LETTER, "ohchr"), [""; 0]);
}

#[test]
fn a_risk_is_told_as_a_risk() {
    let dataset = bundled();
    for (id, certainty) in [
        ("eu-data-protection-undermined", Certainty::Fears),
        ("side-agreements-weaken-protection", Certainty::Fears),
        ("widest-assistance-conflicts", Certainty::Fears),
        ("conflict-with-eu-law", Certainty::Fears),
        ("articles-for-children-against-children", Certainty::Says),
    ] {
        let concern = dataset.concern(dataset.find_concern(id).unwrap()).unwrap();
        assert!(concern.related.iter().all(|it| it.certainty == certainty), "{id}");
        assert!(concern.related.iter().all(|it| it.source.is_some()), "{id}");
    }
}

#[test]
fn each_summary_of_a_concern_begins_with_whose_word_it_is() {
    for (_, concern) in bundled().concerns() {
        let summary = concern.summary.original();
        let speaker = ["The letter says", "The press release says", "Both documents"];
        assert!(speaker.iter().any(|it| summary.starts_with(it)), "{summary}");
    }
}

#[test]
fn how_the_dataset_was_made_takes_at_most_sixty_words() {
    let dataset = bundled();
    let made = dataset.records().made.as_ref().unwrap().original().split_whitespace().count();
    assert!((20..=60).contains(&made), "{made}");
}

#[test]
fn communities_that_a_document_describes_signed_nothing() {
    let dataset = bundled();
    for (organisation, record) in dataset.organisations() {
        if record.kind == authoring::OrganisationKind::Community {
            let named = |(_, role): &(SourceIx, Role)| *role == Role::Named;
            assert!(dataset.parts_of(organisation).iter().all(named), "{}", record.id);
        }
    }
}

/// Every quote of a value, however deep.
fn each_quote(value: &Value, look: &mut dyn FnMut(&Value)) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| each_quote(it, look)),
        Value::Object(fields) => {
            fields.get("quote").into_iter().for_each(&mut *look);
            fields.values().for_each(|it| each_quote(it, look));
        }
        _ => {}
    }
}

#[test]
fn every_quote_is_short_and_has_words() {
    let mut quotes = 0;
    let mut look = |value: &Value| {
        let exact = value["exact"].as_str().unwrap();
        assert!((1..=300).contains(&exact.chars().count()), "{exact}");
        assert_eq!(exact.trim(), exact);
        quotes += 1;
    };
    each_quote(&file(), &mut look);
    assert!(quotes >= list("/concerns").len(), "{quotes}");
}

#[test]
fn every_concern_rests_on_a_source_and_names_a_provision() {
    for (_, concern) in bundled().concerns() {
        assert!(!concern.evidence.is_empty() && !concern.provisions.is_empty(), "{}", concern.id);
    }
}

#[test]
fn no_wording_is_called_compared_as_long_as_nobody_has_compared_it() {
    for (_, concern) in bundled().concerns() {
        assert_eq!(concern.wording, authoring::Wording::NotChecked, "{}", concern.id);
    }
}

#[test]
fn headings_say_where_they_come_from_and_none_claims_the_official_text() {
    for (_, provision) in bundled().provisions() {
        let origin = provision.heading_origin;
        assert_eq!(origin.is_some(), provision.heading.is_some(), "{}", provision.id);
        assert_ne!(origin, Some(HeadingOrigin::OfficialText), "{}", provision.id);
    }
}

#[test]
fn parents_and_children_name_each_other_and_end_at_the_top() {
    let dataset = bundled();
    for (provision, record) in dataset.provisions() {
        let around = dataset.around_provision(provision).unwrap();
        assert_eq!(
            around.parent.map(|it| id(&dataset, it)),
            record.parent.as_ref().map(authoring::ProvisionId::as_str)
        );
        let children =
            dataset.provisions().filter(|(_, it)| it.parent.as_ref() == Some(&record.id));
        assert_eq!(around.children, children.map(|(it, _)| it).collect::<Vec<_>>());
        let above = |it: &ProvisionIx| dataset.around_provision(*it).and_then(|it| it.parent);
        assert!(std::iter::successors(Some(provision), above).take(10).count() < 10);
    }
}

#[test]
fn concerns_and_provisions_name_each_other() {
    let dataset = bundled();
    for (provision, record) in dataset.provisions() {
        let around = dataset.around_provision(provision).unwrap();
        let about = dataset.concerns().filter(|(_, it)| it.provisions.contains(&record.id));
        let about: Vec<_> = about.map(|(it, _)| it).collect();
        assert_eq!(around.concerns, about, "{}", record.id);
        for concern in &around.concerns {
            assert!(dataset.around_concern(*concern).unwrap().provisions.contains(&provision));
        }
    }
    for (concern, record) in dataset.concerns() {
        let links = dataset.around_concern(concern).unwrap();
        let mut expected: Vec<_> = record
            .provisions
            .iter()
            .map(|it| dataset.find_provision(it.as_str()).unwrap())
            .collect();
        expected.sort_unstable();
        assert_eq!(links.provisions, expected, "{}", record.id);
        let mut sources = Vec::new();
        for evidence in &record.evidence {
            let source = source(&dataset, evidence.source.as_str());
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        assert_eq!(links.sources, sources, "{}", record.id);
    }
}

#[test]
fn concerns_within_a_provision_are_those_inside_it_that_are_not_about_itself() {
    let dataset = bundled();
    let mut some = 0;
    for (provision, record) in dataset.provisions() {
        let inside = format!("{}__", record.id);
        let within: BTreeSet<_> = dataset
            .concerns()
            .filter(|(_, it)| it.provisions.iter().any(|id| id.as_str().starts_with(&inside)))
            .filter(|(_, it)| !it.provisions.contains(&record.id))
            .map(|(it, _)| it)
            .collect();
        let linked = &dataset.around_provision(provision).unwrap().within;
        assert_eq!(linked.len(), within.len(), "{}: one stands there twice", record.id);
        assert_eq!(linked.iter().copied().collect::<BTreeSet<_>>(), within, "{}", record.id);
        some += within.len();
    }
    assert!(some > 0);
}

#[test]
fn requests_and_what_they_answer_name_each_other() {
    let dataset = bundled();
    for (provision, record) in dataset.provisions() {
        let about = dataset.requests().filter(|(_, it)| it.provisions.contains(&record.id));
        let about: Vec<_> = about.map(|(it, _)| it).collect();
        assert_eq!(dataset.around_provision(provision).unwrap().requests, about, "{}", record.id);
    }
    for (concern, record) in dataset.concerns() {
        let answer = dataset.requests().filter(|(_, it)| it.concerns.contains(&record.id));
        let answer: Vec<_> = answer.map(|(it, _)| it).collect();
        assert_eq!(dataset.around_concern(concern).unwrap().requests, answer, "{}", record.id);
    }
}

#[test]
fn a_request_answers_concerns_of_its_own_document_and_every_request_is_tied_to_something() {
    let dataset = bundled();
    for (_, request) in dataset.requests() {
        assert!(!(request.concerns.is_empty() && request.provisions.is_empty()), "{}", request.id);
        for concern in &request.concerns {
            let concern = dataset.concern(dataset.find_concern(concern.as_str()).unwrap()).unwrap();
            let shared = concern
                .evidence
                .iter()
                .any(|it| request.evidence.iter().any(|own| own.source == it.source));
            assert!(shared, "{} answers {}", request.id, concern.id);
        }
    }
}

#[test]
fn what_bears_on_a_group_is_what_a_plain_scan_of_the_file_finds() {
    let dataset = bundled();
    let (provisions, concerns) = (list("/provisions"), list("/concerns"));
    for (group, record) in dataset.groups() {
        let affects = |concern: &&Value| {
            let groups = concern["affected"].as_array();
            groups.is_some_and(|it| it.iter().any(|it| it["group"] == record.id.as_str()))
        };
        let bears = |provision: &&Value| {
            let id = provision["id"].as_str().unwrap();
            concerns.iter().filter(affects).any(|it| has(&it["provisions"], id))
        };
        let expected = provisions.iter().filter(bears).map(|it| it["id"].as_str().unwrap());
        let expected: Vec<_> = expected.map(str::to_owned).collect();
        assert_eq!(ids(&dataset, dataset.bearing_on(group)), expected, "{}", record.id);
        assert!(!expected.is_empty(), "nothing bears on {}", record.id);
    }
}

#[test]
fn an_inferred_group_has_a_reason_and_a_stated_one_has_none() {
    for (_, concern) in bundled().concerns() {
        let Affected::Groups(groups) = &concern.affected else { continue };
        for affected in groups {
            let inferred = affected.basis == authoring::Basis::Inferred;
            assert_eq!(affected.reason.is_some(), inferred, "{}", concern.id);
        }
    }
}

/// The data protection supervisor welcomes one thing and urges caution on others.
#[test]
fn who_says_anything_that_the_critics_say_does_not_see_it_otherwise() {
    let otherwise = |file: &Value| -> BTreeSet<String> {
        let node = dataset::json::parse(&file.to_string()).expect("the file is JSON");
        let dataset = authoring::read(node).dataset.expect("the file is sound");
        let all = dataset.organisations().filter(|(it, _)| dataset.disagrees(*it));
        all.map(|(_, it)| it.id.to_string()).collect()
    };
    let mut file = file();
    let found = otherwise(&file);
    let expected = [
        "council-of-the-eu",
        "european-commission",
        "un-secretary-general",
        "united-kingdom",
        "unodc-executive-director",
    ];
    assert!(found.iter().eq(expected), "{found:?}");
    // A signatory of the letter that welcomes something is a critic all the same.
    let replies = file["replies"].as_array_mut().expect("the file has replies");
    let mut welcome = replies.first().expect("there is a reply").clone();
    welcome["id"] = json!("a-critic-welcomes");
    welcome["organisation"] = json!("access-now");
    replies.push(welcome);
    assert_eq!(otherwise(&file), found);
}
