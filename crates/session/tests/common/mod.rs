//! A page without a browser: it carries out what a session decides as far as others can see it, and
//! writes down the rest.
#![allow(dead_code, reason = "each file of tests needs some of it")]

use std::rc::Rc;

use authoring::{
    Beside, CalendarDate, Compiled as _, Dataset, Index, ProvisionIx, Published as Files, Rest,
    Shard, read_text,
};
use contract::Event;
use explorer::{
    Action, State, postings,
    view::{Body, ProvisionCard, ProvisionsView},
};
use serde_json::{Value, json};
use session::{
    AddressOwner, Command, Effect, Mount, Msg, Part, Scene, Session, Store, StoreEffect, StoreMsg,
};

/// How many provisions the law in parts has; four shards of 25 beside its beginning.
pub(crate) const PROVISIONS: usize = 120;
const FIRST: u32 = 25;
const RUN: u32 = 25;
/// How many bytes its files of words have, so that there are some.
const MOST: usize = 2_000;
/// A provision of the last shard.
pub(crate) const LATE: &str = "art_20__para_1";
/// A provision of the beginning.
pub(crate) const EARLY: &str = "art_2";

pub(crate) fn dataset(text: &str) -> Dataset {
    let parsed = read_text(text);
    assert_eq!(parsed.problems, []);
    parsed.dataset.unwrap()
}

pub(crate) fn files(rest: Option<Rest>) -> Files {
    Files { json: "law.json".into(), csv: "law.csv".into(), rest }
}

/// A compiled law in one file.
pub(crate) fn small_file() -> String {
    dataset(&law::law(12).to_string()).compile(files(None))
}

/// A law in one file.
pub(crate) fn small() -> Rc<Store> {
    Rc::new(Store::open(small_file(), None).unwrap())
}

/// The files of a law in parts.
pub(crate) struct Published {
    pub(crate) law: Dataset,
    pub(crate) beginning: String,
    pub(crate) index: String,
    pub(crate) shards: Vec<String>,
    pub(crate) words: Vec<String>,
}

pub(crate) fn published() -> Published {
    published_with(PROVISIONS)
}

pub(crate) fn published_with(provisions: usize) -> Published {
    let law = dataset(&law::law(provisions).to_string());
    let shards: Vec<_> = law.shards(FIRST, RUN).iter().map(Shard::compile).collect();
    let beside = |(nth, text): (usize, &String)| Beside::new(format!("shard-{nth}"), text);
    let names = shards.iter().enumerate().map(beside).collect();
    let (keys, words): (Vec<_>, Vec<_>) =
        postings(&law, MOST).into_iter().map(|(key, it)| (key, it.compile())).unzip();
    let beside = |(nth, text): (usize, &String)| Beside::new(format!("words-{nth}"), text);
    let postings = keys.into_iter().zip(words.iter().enumerate().map(beside)).collect();
    let index = Index { postings, ..law.index(FIRST, RUN, names) }.compile();
    let provisions = u32::try_from(provisions).unwrap();
    let rest = Rest { provisions, index: Beside::new("index".into(), &index) };
    let beginning = law.beginning(FIRST).compile(files(Some(rest)));
    Published { law, beginning, index, shards, words }
}

impl Published {
    pub(crate) fn store(&self) -> Rc<Store> {
        Rc::new(Store::open(self.beginning.clone(), None).unwrap())
    }

    /// A shard as another edition of the law would have it.
    pub(crate) fn other_shard(&self, nth: usize, change: impl FnOnce(&mut Shard)) -> String {
        let mut shard = self.law.shards(FIRST, RUN).swap_remove(nth);
        change(&mut shard);
        shard.compile()
    }
}

/// How an explorer is mounted.
pub(crate) struct Setup {
    pub(crate) store: Rc<Store>,
    pub(crate) owner: Rc<AddressOwner>,
    pub(crate) attributes: Value,
    pub(crate) fragment: &'static str,
    pub(crate) brought: Option<String>,
    pub(crate) compact: bool,
}

impl Setup {
    pub(crate) fn of(store: &Rc<Store>) -> Self {
        Self {
            store: Rc::clone(store),
            owner: Rc::default(),
            attributes: json!({}),
            fragment: "",
            brought: None,
            compact: false,
        }
    }

    pub(crate) fn set(self, attributes: Value) -> Self {
        Self { attributes, ..self }
    }

    pub(crate) fn at(self, fragment: &'static str) -> Self {
        Self { fragment, ..self }
    }

    /// Drawn, and nothing besides.
    pub(crate) fn start(self) -> Page {
        let (session, effects) = Session::start(Mount {
            store: Rc::clone(&self.store),
            address_owner: self.owner,
            compact: self.compact,
            lang: "en",
            layers: layers(&self.attributes),
            today: Some(today()),
            fragment: self.fragment.into(),
            brought: self.brought,
        });
        let mut page = Page {
            session,
            store: self.store,
            fragment: self.fragment.into(),
            untouched: true,
            fetched: Vec::new(),
            log: Vec::new(),
        };
        page.carry_out(effects);
        page
    }

    /// Drawn, and standing in the page.
    pub(crate) fn open(self) -> Page {
        let mut page = self.start();
        page.send(Msg::Drawn);
        page
    }
}

/// Later than the law in these tests is up to date.
pub(crate) fn today() -> CalendarDate {
    "2027-06-01".parse().unwrap()
}

pub(crate) fn layers(attributes: &Value) -> String {
    json!({ "attributes": attributes }).to_string()
}

/// A page with one explorer.
pub(crate) struct Page {
    pub(crate) session: Session,
    pub(crate) store: Rc<Store>,
    pub(crate) fragment: String,
    /// Whether the reader has left everything as it was.
    pub(crate) untouched: bool,
    /// The files that were asked for.
    pub(crate) fetched: Vec<String>,
    pub(crate) log: Vec<Effect>,
}

impl Page {
    /// Reports what happens; gives back all that followed.
    pub(crate) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let before = self.log.len();
        let effects = self.session.update(msg, self.fragment.clone());
        self.carry_out(effects);
        self.log.split_off(before)
    }

    pub(crate) fn act(&mut self, action: Action) -> Vec<Effect> {
        self.send(Msg::Act(action))
    }

    pub(crate) fn run(&mut self, command: Command) -> Vec<Effect> {
        self.send(Msg::Run { command, story: "https://example.org/story".into() })
    }

    pub(crate) fn configure(&mut self, attributes: &Value) -> Vec<Effect> {
        self.send(Msg::Configure { lang: "en", layers: layers(attributes), today: Some(today()) })
    }

    /// A file comes, or why it doesn't, and the page is painted.
    pub(crate) fn receive(&mut self, part: Part, text: Result<&str, &str>) -> Vec<Effect> {
        let mut effects = self.arrive(part, text);
        effects.extend(self.send(Msg::Painted));
        effects
    }

    /// The same before the page is painted.
    pub(crate) fn arrive(&mut self, part: Part, text: Result<&str, &str>) -> Vec<Effect> {
        self.store(StoreMsg::Received(part, text.map(Into::into).map_err(Into::into)))
    }

    pub(crate) fn store(&mut self, msg: StoreMsg) -> Vec<Effect> {
        let before = self.log.len();
        let effects = self.store.update(msg);
        self.carry_out_for_store(effects);
        self.log.split_off(before)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.log.push(effect.clone());
            match effect {
                Effect::Want { part, resting } => {
                    let effects = self.store.update(StoreMsg::Want { part, resting });
                    self.carry_out_for_store(effects);
                }
                Effect::Retry(part) => {
                    let effects = self.store.update(StoreMsg::Retry(part));
                    self.carry_out_for_store(effects);
                }
                Effect::WriteAddress { fragment, .. } => self.fragment = fragment,
                Effect::Draw { .. } => drop(self.session.scene()),
                _ => {}
            }
        }
    }

    fn carry_out_for_store(&mut self, effects: Vec<StoreEffect>) {
        for effect in effects {
            match effect {
                StoreEffect::Fetch { name, .. } => self.fetched.push(name),
                StoreEffect::Report(why) => self.log.push(Effect::ReportPart(why)),
                StoreEffect::Notify { whole } => {
                    let msg = Msg::StoreChanged { whole, untouched: self.untouched };
                    let effects = self.session.update(msg, self.fragment.clone());
                    self.carry_out(effects);
                }
            }
        }
    }

    pub(crate) fn scene(&self) -> Scene {
        self.session.scene()
    }

    pub(crate) fn cards(&self) -> ProvisionsView {
        match self.scene().screen.body {
            Body::Provisions(view) => view,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn card(&self, id: &str) -> ProvisionCard {
        let cards = self.cards().cards.items;
        cards.into_iter().find(|it| &*it.id == id).unwrap_or_else(|| panic!("no card {id}"))
    }

    /// The ids of the cards that are open.
    pub(crate) fn opened(&self) -> Vec<String> {
        let cards = self.cards().cards.items;
        cards.iter().filter(|it| it.open).map(|it| it.id.clone()).collect()
    }

    pub(crate) fn at(&self, id: &str) -> ProvisionIx {
        self.store.explorer().dataset().find_provision(id).unwrap()
    }
}

/// The state where a provision is open.
pub(crate) fn open(provision: ProvisionIx) -> State {
    State { open: vec![provision], ..State::default() }
}

pub(crate) fn events(effects: &[Effect]) -> Vec<Event> {
    let event = |it: &Effect| match it {
        Effect::Dispatch(event) => Some(event.clone()),
        _ => None,
    };
    effects.iter().filter_map(event).collect()
}

/// That a provision was opened or closed.
pub(crate) fn select(id: &str, citation: &str, open: bool) -> Event {
    Event::Select { id: id.into(), citation: citation.into(), open }
}

pub(crate) fn reveal(id: &str, focus: bool) -> Effect {
    Effect::Reveal { id: id.into(), words: String::new(), focus }
}

pub(crate) fn wrote(fragment: &str, replace: bool) -> Effect {
    Effect::WriteAddress { fragment: fragment.into(), replace }
}

pub(crate) fn written(effects: &[Effect]) -> Vec<Effect> {
    effects.iter().filter(|it| matches!(it, Effect::WriteAddress { .. })).cloned().collect()
}

pub(crate) fn revealed(effects: &[Effect]) -> Vec<Effect> {
    effects.iter().filter(|it| matches!(it, Effect::Reveal { .. })).cloned().collect()
}

pub(crate) fn reported(effects: &[Effect]) -> Vec<String> {
    let mut all = Vec::new();
    for effect in effects {
        match effect {
            Effect::ReportOptions(problems) => all.extend(problems.iter().cloned()),
            Effect::ReportPart(why) => all.push(why.clone()),
            _ => {}
        }
    }
    all
}

pub(crate) fn drawn(effects: &[Effect]) -> Vec<bool> {
    let drawn = |it: &Effect| match it {
        Effect::Draw { above_fold } => Some(*above_fold),
        _ => None,
    };
    effects.iter().filter_map(drawn).collect()
}
