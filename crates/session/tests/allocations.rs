//! How often a reader's first screen, and each step after it, asks for memory: the same on every
//! machine, so a test may hold it where it may hold no time. `--nocapture` shows the counts.
// cspell:ignore nocapture jurnalsts
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it, and whoever asks for the counts wants to see them"
)]

mod common;

use std::rc::Rc;

use allocation_counter::measure;
use common::{Page, Setup, dataset};
use explorer::{Action, ViewKind};
use session::{Part, Store, StoreMsg};

/// The dataset that ships, as it is published.
fn published() -> String {
    let text = include_str!("../../../data/un-cybercrime-convention.json");
    dataset(text).compile(common::files(None))
}

/// What is over the most that each part may ask for: a little more than it does, so that a dataset may
/// change. Lower that where less is needed.
#[derive(Default)]
struct Over(Vec<String>);

impl Over {
    fn count(&mut self, name: &str, most: u64, act: impl FnOnce()) {
        let count = measure(act).count_total;
        let said = format!("{name}: {count} allocations, at most {most}");
        println!("{said}");
        self.0.extend((count > most).then_some(said));
    }
}

/// The most bytes that a law in parts may keep for each provision once all is here that it names, on a
/// machine of 64 bits.
const KEPT: i64 = 1_100;

#[test]
fn what_a_large_law_names_keeps_no_more_memory_than_it_did() {
    let provisions = 600;
    let law = common::published_with(provisions);
    let store = law.store();
    let index = law.index.clone();
    let received = StoreMsg::Received(Part::Index, Ok(index));
    let kept = measure(|| drop(store.update(received))).bytes_current;
    let each = kept / i64::try_from(provisions).unwrap();
    println!("{each} bytes a provision, at most {KEPT}");
    assert!(each <= KEPT, "{each} bytes a provision");
}

#[test]
fn nothing_asks_for_more_memory_than_it_did() {
    let file = published();
    let mut over = Over::default();
    let (mut store, mut page) = (None, None);
    over.count("open the law", 3_100, || store = Some(Rc::new(Store::open(file, None).unwrap())));
    let store = store.unwrap();
    over.count("start, and the first screen", 850, || page = Some(Setup::of(&store).open()));
    let mut page = page.unwrap();
    over.count("index its words", 8_200, || while page.session.warm_up() {});
    let explorer = page.store.explorer();
    let (provision, group) = (explorer.all()[0], explorer.dataset().groups().next().unwrap().0);
    // A step draws.
    let step = |page: &mut Page, action| drop(page.act(action));
    over.count("unfold a card", 900, || step(&mut page, Action::Toggle(provision)));
    over.count("search", 1_800, || step(&mut page, Action::Search("journalists".into())));
    over.count("search a misspelt word", 1_800, || {
        step(&mut page, Action::Search("jurnalsts".into()));
    });
    step(&mut page, Action::Search("journalists".into()));
    over.count("choose a group", 1_800, || step(&mut page, Action::ToggleGroup(group)));
    over.count("turn to the table", 750, || step(&mut page, Action::Turn(ViewKind::Matrix)));
    assert_eq!(over.0, [] as [&str; 0]);
}
