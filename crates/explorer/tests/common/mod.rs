//! What the tests of the explorer share: datasets, random choices, and plain scans that find by
//! reading records what the explorer finds by its indices.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a broken fixture ends the test, as it should"
)]
#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod plain;
pub(crate) mod stages;

use std::{collections::BTreeSet, rc::Rc};

use authoring::{Dataset, GroupIx, OrganisationIx, ProvisionIx, SourceIx};
use explorer::{Action, EditorialConfig, Explorer, Fold, State, ViewKind, view::RenderContext};
use proptest::{prelude::*, test_runner::Config};
use serde_json::{Value, json};

/// A dataset out of a text that is sound.
pub(crate) fn dataset(text: &str) -> Rc<Dataset> {
    let reading = authoring::read(authoring::json::parse(text).expect("the fixture is JSON"));
    let problems: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [] as [&str; 0]);
    Rc::new(reading.dataset.expect("the fixture is sound"))
}

/// The dataset that ships.
pub(crate) fn bundled() -> Rc<Dataset> {
    dataset(include_str!("../../../../data/un-cybercrime-convention.json"))
}

/// The bundled dataset without a newsroom's choices.
pub(crate) fn explorer() -> Explorer {
    Explorer::new(bundled(), EditorialConfig::default())
}

pub(crate) fn provision(dataset: &Dataset, id: &str) -> ProvisionIx {
    dataset.find_provision(id).unwrap_or_else(|| panic!("no provision `{id}`"))
}

pub(crate) fn group(dataset: &Dataset, id: &str) -> GroupIx {
    dataset.find_group(id).unwrap_or_else(|| panic!("no group `{id}`"))
}

pub(crate) fn source(dataset: &Dataset, id: &str) -> SourceIx {
    dataset.find_source(id).unwrap_or_else(|| panic!("no source `{id}`"))
}

/// The ids of provisions, for messages that a person can read.
pub(crate) fn ids(dataset: &Dataset, provisions: &[ProvisionIx]) -> Vec<String> {
    let id = |it: &ProvisionIx| dataset.provision(*it).map(|it| it.id.to_string());
    provisions.iter().map(|it| id(it).expect("a handle of this dataset")).collect()
}

/// The screen's other condition, in a language.
pub(crate) fn context(lang: &str, unfolded: bool) -> RenderContext {
    RenderContext {
        lang: lang.into(),
        today: authoring::CalendarDate::from_ymd(2026, 1, 1),
        unfolded,
    }
}

pub(crate) fn searching(query: &str) -> State {
    State { query: query.into(), ..State::default() }
}

/// So many cases; one that fails leaves no file behind.
pub(crate) fn cases(cases: u32) -> Config {
    Config { failure_persistence: None, ..Config::with_cases(cases) }
}

pub(crate) fn set(provisions: &[ProvisionIx]) -> BTreeSet<ProvisionIx> {
    provisions.iter().copied().collect()
}

/// Nothing in a list comes twice.
pub(crate) fn each_once<T: PartialEq + std::fmt::Debug>(list: &[T]) {
    for (place, item) in list.iter().enumerate() {
        assert!(!list[..place].contains(item), "{list:?}");
    }
}

/// Anything at all, and things that look like ours.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![query(), ".*", "[ -~]{0,20}", "\\PC{0,12}"]
}

/// A state that looks for what its query is taken to mean, so that a plain scan needs to know no words
/// near others.
pub(crate) fn meant(explorer: &Explorer, state: State) -> State {
    let instead = explorer::view::screen(explorer, &state, &context("en", false)).search.instead;
    State { query: instead.unwrap_or_else(|| state.query.clone()), ..state }
}

/// Numbers that become a state of whatever dataset is at hand.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    view: usize,
    audience: Vec<usize>,
    sources: Vec<usize>,
    pub(crate) query: String,
    open: Vec<usize>,
    organisations: Vec<usize>,
    cell: Option<(usize, usize)>,
}

/// Any number that picks one of a list.
fn pick() -> std::ops::Range<usize> {
    0..200
}

/// A few numbers, none of them often.
fn few() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![Just(Vec::new()), proptest::collection::vec(pick(), 0..4)]
}

pub(crate) fn choices(query: impl Strategy<Value = String>) -> impl Strategy<Value = Choices> {
    let cell = proptest::option::of((pick(), pick()));
    (0..4_usize, few(), few(), query, few(), few(), cell).prop_map(
        |(view, audience, sources, query, open, organisations, cell)| Choices {
            view,
            audience,
            sources,
            query,
            open,
            organisations,
            cell,
        },
    )
}

/// One of a list, whatever the number; nothing of an empty one.
fn nth<T: Copy>(all: &[T], number: usize) -> Option<T> {
    number.checked_rem(all.len()).and_then(|place| all.get(place)).copied()
}

/// Some of a list, each once.
fn some<T: Copy + PartialEq>(all: &[T], numbers: &[usize]) -> Vec<T> {
    let mut some = Vec::new();
    for item in numbers.iter().filter_map(|number| nth(all, *number)) {
        if !some.contains(&item) {
            some.push(item);
        }
    }
    some
}

/// All handles of a dataset.
pub(crate) struct Handles {
    pub(crate) provisions: Vec<ProvisionIx>,
    pub(crate) groups: Vec<GroupIx>,
    pub(crate) sources: Vec<SourceIx>,
    pub(crate) organisations: Vec<OrganisationIx>,
}

impl Handles {
    pub(crate) fn of(dataset: &Dataset) -> Self {
        Self {
            provisions: dataset.provisions().map(|(it, _)| it).collect(),
            groups: dataset.groups().map(|(it, _)| it).collect(),
            sources: dataset.sources().map(|(it, _)| it).collect(),
            organisations: dataset.organisations().map(|(it, _)| it).collect(),
        }
    }

    pub(crate) fn state(&self, choices: &Choices) -> State {
        State {
            view: ViewKind::ALL[choices.view],
            audience: some(&self.groups, &choices.audience),
            sources: some(&self.sources, &choices.sources),
            query: choices.query.clone(),
            open: some(&self.provisions, &choices.open),
            organisations: some(&self.organisations, &choices.organisations),
            cell: choices.cell.and_then(|(row, column)| {
                Some((nth(&self.provisions, row)?, nth(&self.groups, column)?))
            }),
            ..State::default()
        }
    }

    pub(crate) fn editorial(&self, newsroom: &Newsroom) -> EditorialConfig {
        let highlight = some(&self.provisions, &newsroom.highlight);
        EditorialConfig {
            notes: highlight.first().map(|it| (*it, "A note".into())).into_iter().collect(),
            highlight,
            only: newsroom.only,
            heading: newsroom.only.then(|| "A heading".into()),
            dek: newsroom.only.then(|| "What this is".into()),
            heading_level: newsroom.only.then_some(4),
            start: self.state(&newsroom.start),
        }
    }

    pub(crate) fn action(&self, deed: &Deed) -> Option<Action> {
        let (first, second) = deed.of;
        let provision = || nth(&self.provisions, first);
        let group = || nth(&self.groups, second);
        let organisation = || nth(&self.organisations, first);
        Some(match deed.kind {
            0 => Action::Turn(ViewKind::ALL[first % 4]),
            1 => Action::ToggleGroup(group()?),
            2 => Action::ToggleSource(nth(&self.sources, first)?),
            3 => Action::Search(deed.then.query.clone()),
            4 => Action::ClearFilters,
            5 => Action::LookAs(group()?),
            6 => Action::Toggle(provision()?),
            7 => Action::Select(provision()?),
            8 => Action::Next,
            9 => Action::Previous,
            10 => Action::ToggleOrganisation(organisation()?),
            11 => Action::ToggleCell(provision()?, group()?),
            12 => Action::Reset,
            13 => Action::ToggleFold(*Fold::ALL.get(first % Fold::ALL.len())?),
            14 => Action::ShowEarlier,
            15 => Action::ShowMore,
            16 => Action::ShowAll,
            17 => Action::Close(provision()?),
            18 => Action::ShowPart(provision().zip(nth(&self.provisions, second))),
            19 => Action::ClearChoices,
            20 => Action::SearchInstead(deed.then.query.clone()),
            21 => Action::SelectWords(provision()?, "words".into()),
            22 => Action::VisitOrganisation(organisation()?),
            23 => Action::VisitOthers,
            _ => Action::Restore(self.state(&deed.then)),
        })
    }
}

/// Numbers that become a newsroom's editorial configuration.
#[derive(Clone, Debug)]
pub(crate) struct Newsroom {
    highlight: Vec<usize>,
    only: bool,
    start: Choices,
}

pub(crate) fn newsroom() -> impl Strategy<Value = Newsroom> {
    let start = prop_oneof![choices(Just(String::new())), choices(query())];
    (few(), any::<bool>(), start).prop_map(|(highlight, only, start)| Newsroom {
        highlight,
        only,
        start,
    })
}

/// Numbers that become an action.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    kind: usize,
    of: (usize, usize),
    then: Choices,
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    let then = choices(query());
    (0..26_usize, (pick(), pick()), then).prop_map(|(kind, of, then)| Deed { kind, of, then })
}

/// What a reader may type, in words that the plain scan folds as well: words of the datasets whole
/// and in part, citations, signs.
pub(crate) fn query() -> impl Strategy<Value = String> {
    let pieces = [
        // Cut short on purpose: cspell:ignore journ
        "28",
        "4",
        "28.4",
        "Art. 28, para. 4",
        "article 40(21)",
        "Articles 28–30",
        "36(1)(b)",
        "art_14",
        "1",
        "2(1)",
        "journ",
        "JOURNALISTS",
        "spyware",
        "letter",
        "eff",
        "Karisma",
        "FUNDACIÓN",
        "electronic frontiers",
        "global",
        "data",
        "the",
        "of",
        "s",
        "q",
        "ocean",
        "river",
        "forest",
        "mountain",
        "zebra",
        "24/7",
        "-",
        "…",
    ];
    let piece = proptest::sample::select(pieces.to_vec()).prop_map(String::from);
    prop_oneof![
        2 => Just(String::new()),
        1 => Just(" ".to_owned()),
        4 => piece.clone(),
        2 => (piece.clone(), piece).prop_map(|(first, second)| format!("{first} {second}")),
    ]
}

/// Numbers that become a small dataset. It is sound whatever they are.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    provisions: Vec<usize>,
    groups: usize,
    organisations: Vec<usize>,
    sources: Vec<Vec<(usize, usize)>>,
    concerns: Vec<ConcernRecipe>,
    requests: Vec<(Vec<usize>, Vec<usize>)>,
    replies: Vec<(usize, Vec<usize>, Vec<usize>)>,
}

#[derive(Clone, Debug)]
struct ConcernRecipe {
    words: (usize, usize),
    provisions: Vec<usize>,
    affected: Vec<(usize, bool)>,
    sources: Vec<usize>,
    /// Provisions that it only contrasts or mentions, and in which direction it goes.
    aside: (Vec<usize>, Vec<usize>, usize),
}

pub(crate) fn recipe() -> impl Strategy<Value = Recipe> {
    let concern = (
        (pick(), pick()),
        proptest::collection::vec(pick(), 1..4),
        proptest::collection::vec((pick(), any::<bool>()), 0..4),
        proptest::collection::vec(pick(), 1..4),
        (few(), few(), pick()),
    )
        .prop_map(|(words, provisions, affected, sources, aside)| ConcernRecipe {
            words,
            provisions,
            affected,
            sources,
            aside,
        });
    (
        proptest::collection::vec(pick(), 1..8),
        0..4_usize,
        proptest::collection::vec(pick(), 0..6),
        proptest::collection::vec(proptest::collection::vec((pick(), pick()), 0..5), 1..4),
        proptest::collection::vec(concern, 0..8),
        proptest::collection::vec((few(), few()), 0..3),
        proptest::collection::vec((pick(), few(), few()), 0..3),
    )
        .prop_map(
            |(provisions, groups, organisations, sources, concerns, requests, replies)| Recipe {
                provisions,
                groups,
                organisations,
                sources,
                concerns,
                requests,
                replies,
            },
        )
}

const WORDS: [&str; 6] = ["ocean", "river", "forest", "mountain", "Éclair", "zebra"];
const KINDS: [&str; 5] = ["human_rights", "industry", "un_body", "community", "civil_society"];
const ROLES: [&str; 3] = ["issued", "signed", "named"];
const RELATIONS: [&str; 4] = ["shares_concern", "opposes_draft", "supports_draft", "mentioned"];
const DIRECTIONS: [&str; 4] = ["narrower", "wider", "delete", "clarify"];

fn word(number: usize) -> &'static str {
    WORDS[number % WORDS.len()]
}

/// A text, sometimes with a translation.
fn text(number: usize) -> Value {
    if number.is_multiple_of(4) {
        let translation = json!({ "text": word(number / 4), "by": "machine" });
        json!({ "text": word(number), "translations": { "fr": translation } })
    } else {
        json!(word(number))
    }
}

/// Some of a list of ids, each once.
fn some_of(numbers: &[usize], all: &[String]) -> Vec<String> {
    let places: Vec<usize> = (0..all.len()).collect();
    some(&places, numbers).into_iter().map(|place| all[place].clone()).collect()
}

/// Whom a concern affects, and on whose word.
fn affected(concern: &ConcernRecipe, groups: &[String]) -> Value {
    let mut seen = Vec::new();
    let mut affected = Vec::new();
    for (group, stated) in &concern.affected {
        let Some(group) = some_of(&[*group], groups).pop() else { continue };
        if seen.contains(&group) {
            continue;
        }
        affected.push(if *stated {
            json!({ "group": group, "basis": "stated" })
        } else {
            json!({ "group": group, "basis": "inferred", "reason": "Because." })
        });
        seen.push(group);
    }
    if affected.is_empty() { json!("none_found") } else { json!(affected) }
}

fn source_by(id: &str, parties: &Value) -> Value {
    json!({
        "id": id, "title": id, "short_title": id, "publisher": "Publisher", "date": "2024",
        "address": "https://example.org/", "language": "en", "draft": "draft", "parties": parties,
    })
}

/// Somebody's part in a document; where that is to be named there, in which relation, and for which
/// concerns.
fn party(who: &str, number: usize, concerns: &[String]) -> Value {
    let role = ROLES[number % 3];
    let mut party = json!({ "organisation": who, "role": role });
    if role == "named" {
        party["relation"] = json!(RELATIONS[number / 3 % 4]);
        party["quote"] = json!({ "exact": "as they say, too" });
        party["locator"] = json!("x");
        let scope = concerns.get(number / 12 % (concerns.len() + 1));
        party["concerns"] = json!(scope.into_iter().collect::<Vec<_>>());
    }
    party
}

impl Recipe {
    pub(crate) fn dataset(&self) -> Rc<Dataset> {
        dataset(&self.file().to_string())
    }

    /// The dataset's JSON.
    pub(crate) fn file(&self) -> Value {
        let provisions = self.provisions();
        let named = |kind: &str, count: usize| -> Vec<String> {
            (0..count).map(|place| format!("{kind}-{place}")).collect()
        };
        let provision_ids: Vec<String> =
            provisions.iter().filter_map(|it| it["id"].as_str().map(String::from)).collect();
        let group_ids = named("group", self.groups);
        let organisation_ids = named("body", self.organisations.len());
        let source_ids = named("source", self.sources.len());
        let concern_ids = named("concern", self.concerns.len());
        let evidence = |numbers: &[usize]| -> Vec<Value> {
            let quote = json!({ "exact": "so “they” say, plainly" });
            let ids = some_of(numbers, &source_ids);
            ids.iter().map(|it| json!({ "source": it, "quote": quote, "locator": "x" })).collect()
        };
        let sources = self.sources.iter().zip(&source_ids).map(|(parties, id)| {
            let places: Vec<usize> = parties.iter().map(|(who, _)| *who).collect();
            let who = some_of(&places, &organisation_ids);
            let parties: Vec<Value> = who
                .iter()
                .zip(parties)
                .map(|(who, (_, role))| party(who, *role, &concern_ids))
                .collect();
            source_by(id, &json!(parties))
        });
        // Whoever replies does so in a document of its own.
        let answers = self.replies.iter().enumerate().filter_map(|(place, (who, ..))| {
            let who = some_of(&[*who], &organisation_ids).pop()?;
            let parties = json!([{ "organisation": who, "role": "issued" }]);
            Some(source_by(&format!("answer-{place}"), &parties))
        });
        let concerns = self.concerns.iter().zip(&concern_ids).map(|(concern, id)| {
            let affected = affected(concern, &group_ids);
            let objected = some_of(&concern.provisions, &provision_ids);
            let mut contrasted = some_of(&concern.aside.0, &provision_ids);
            contrasted.retain(|it| !objected.contains(it));
            let mut mentioned = some_of(&concern.aside.1, &provision_ids);
            mentioned.retain(|it| !objected.contains(it) && !contrasted.contains(it));
            let mut record = json!({
                "id": id, "title": text(concern.words.0), "summary": text(concern.words.1),
                "provisions": objected, "contrasted": contrasted, "mentioned": mentioned,
                "affected": affected, "evidence": evidence(&concern.sources),
            });
            if let Some(direction) = DIRECTIONS.get(concern.aside.2 % 6) {
                record["direction"] = json!(direction);
            }
            record
        });
        let requests = self.requests.iter().enumerate().map(|(place, (concerns, provisions))| {
            json!({
                "id": format!("request-{place}"), "kind": "change", "summary": "Change it.",
                "addressee": "All", "evidence": evidence(&[0]),
                "concerns": some_of(concerns, &concern_ids),
                "provisions": some_of(provisions, &provision_ids),
            })
        });
        let replies = self.replies.iter().enumerate().filter_map(|(place, reply)| {
            let (who, concerns, provisions) = reply;
            let who = some_of(&[*who], &organisation_ids).pop()?;
            Some(json!({
                "id": format!("reply-{place}"), "organisation": who, "kind": "answers",
                "summary": "It is not so.", "basis": "stated",
                "evidence": [{ "source": format!("answer-{place}"), "locator": "x" }],
                "concerns": some_of(concerns, &concern_ids),
                "provisions": some_of(provisions, &provision_ids),
            }))
        });
        let groups = group_ids.iter().enumerate().map(|(place, id)| {
            json!({
                "id": id, "label": text(place), "member": "a member", "description": "People.",
                "kind": "people", "aliases": [word(place + 2)],
            })
        });
        let organisations = organisation_ids.iter().zip(&self.organisations).map(|(id, number)| {
            json!({ "id": id, "name": format!("{id} {}", word(*number)), "kind": KINDS[number % 5] })
        });
        json!({
            "schema_version": 2, "id": "random", "title": "Random", "language": "en",
            "edition": { "number": 1, "date": "2025-01-01" }, "credit": "Credit",
            "stale_after": "P90D",
            "instrument": {
                "title": "A Law", "short_title": "Law",
                "drafts": [{ "id": "draft", "label": "Draft" }, { "id": "law", "label": "Law" }],
                "current_draft": (if self.organisations.is_empty() { "draft" } else { "law" }),
                "status": { "as_of": "2025-01-01", "line": "Adopted", "events": [] },
            },
            "groups": groups.collect::<Vec<_>>(),
            "organisations": organisations.collect::<Vec<_>>(),
            "sources": sources.chain(answers).collect::<Vec<_>>(),
            "concerns": concerns.collect::<Vec<_>>(),
            "requests": requests.collect::<Vec<_>>(),
            "replies": replies.collect::<Vec<_>>(),
            "provisions": provisions,
        })
    }

    /// Articles, some with paragraphs and some of these with points.
    fn provisions(&self) -> Vec<Value> {
        let mut provisions = Vec::new();
        for (place, number) in self.provisions.iter().enumerate() {
            let article = place + 1;
            let mut id = format!("art_{article}");
            let mut citation = format!("Article {article}");
            let mut parent = None;
            for (depth, (level, label)) in
                [("", ""), ("__para_1", "(1)"), ("__point_a", "(a)")].into_iter().enumerate()
            {
                if depth > number % 3 {
                    break;
                }
                id.push_str(level);
                citation.push_str(label);
                let mut provision =
                    json!({ "id": id, "citation": citation, "summary": text(number / 3) });
                if let Some(parent) = parent.replace(id.clone()) {
                    provision["parent"] = json!(parent);
                }
                if number % 2 == 0 {
                    provision["heading"] = json!(word(number / 7));
                    provision["heading_origin"] = json!("editor");
                }
                provisions.push(provision);
            }
        }
        provisions
    }
}
