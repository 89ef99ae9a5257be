//! What fails costs its own place alone, is reported once, and can be tried again.

use authoring::{Compiled as _, ProvisionId, Shard};
use explorer::Action;
use session::{Command, Effect, FocusPlan, Msg, Part, StoreEffect, StoreMsg};

use super::{begun, indexed};
use crate::common::{LATE, PROVISIONS, drawn, published, reported};

#[test]
fn a_shard_that_is_not_what_was_published_is_refused_whole() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Select(page.at(LATE)));
    let other = |change: fn(&mut Shard)| law.other_shard(3, change);
    let wrong = [
        ("its neighbour", law.shards[2].clone()),
        ("another provision", other(|it| it.provisions[0].id = ProvisionId::new("art_99"))),
        ("another summary", other(|it| it.provisions[0].summary = "Says the contrary.".into())),
        ("another parent", other(|it| it.provisions[10].parent = Some(ProvisionId::new("art_18")))),
        ("one missing", other(|it| drop(it.provisions.pop()))),
        ("a concern missing", other(|it| drop(it.concerns.pop()))),
        ("another's concern", other(|it| it.concerns[0].provisions.clear())),
        ("no evidence", other(|it| it.concerns[0].evidence.clear())),
        ("another part", law.index.clone()),
        ("no compiled law", "<!doctype html>".into()),
        ("cut off", law.shards[3][..1000].into()),
        ("a changed letter", law.shards[3].replacen("Article", "article", 1)),
    ];
    for (what, text) in wrong {
        assert_ne!(text, law.shards[3], "{what}");
        page.receive(Part::Shard(3), Ok(&text));
        assert_eq!(page.card(LATE).missing, Some(3), "{what}");
        assert_eq!(page.scene().fetching.failed, [Part::Shard(3)], "{what}");
        page.run(Command::FetchAgain(Part::Shard(3)));
        assert_eq!(page.scene().fetching.failed, [], "{what}");
    }
    page.receive(Part::Shard(3), Ok(&law.shards[3]));
    assert_eq!(page.card(LATE).missing, None);
}

#[test]
fn an_index_of_another_edition_is_refused_and_the_beginning_stays() {
    let law = published();
    let mut page = begun(&law);
    let other = law.law.index(25, 50, Vec::new()).compile();
    let effects = page.receive(Part::Index, Ok(&other));
    assert_eq!(reported(&effects).len(), 1);
    assert_eq!(page.cards().cards.items.len(), 25);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
}

#[test]
fn what_fails_is_reported_once_however_often_it_fails_and_can_be_tried_again() {
    let law = published();
    let mut page = begun(&law);
    let effects = page.receive(Part::Index, Err("it answered 404"));
    assert_eq!(reported(&effects), ["it answered 404"]);
    assert_eq!(drawn(&effects), [false]);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
    let effects = page.run(Command::FetchAgain(Part::Index));
    assert_eq!(page.fetched, ["index", "index"]);
    assert_eq!(page.scene().fetching.failed, []);
    // The button goes away, so the focus goes to what it stood in.
    let steps: Vec<_> = effects.iter().filter(|it| **it != Effect::AwaitPaint).collect();
    let plan = Effect::PlanFocus(FocusPlan::Beside);
    let (retry, draw) = (Effect::Retry(Part::Index), Effect::Draw { above_fold: false });
    assert_eq!(steps, [&plan, &retry, &draw, &Effect::MoveFocus]);
    assert_eq!(page.send(Msg::Painted), [], "it has been drawn");
    assert_eq!(reported(&page.receive(Part::Index, Err("it answered 404"))), [""; 0]);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
    page.run(Command::FetchAgain(Part::Index));
    page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.cards().cards.of, PROVISIONS);
}

#[test]
fn a_failure_before_anybody_has_subscribed_is_reported_to_the_first_who_does() {
    let store = published().store();
    let fail = || StoreMsg::Received(Part::Index, Err("gone".into()));
    let report = StoreEffect::Report("gone".into());
    assert_eq!(store.update(fail())[0], report);
    assert_eq!(store.update(StoreMsg::Unreported), []);
    assert_eq!(store.update(fail())[0], report);
    assert_eq!(store.update(fail()), [StoreEffect::Notify { whole: false }]);
}

#[test]
fn who_waits_for_the_index_has_it_asked_for_at_once_and_again_after_a_failure() {
    let store = published().store();
    let fetch = StoreEffect::Fetch { part: Part::Index, name: "index".into(), resting: false };
    assert_eq!(store.update(StoreMsg::AwaitIndex), std::slice::from_ref(&fetch));
    assert_eq!(store.update(StoreMsg::AwaitIndex), []);
    store.update(StoreMsg::Received(Part::Index, Err("gone".into())));
    assert_eq!(store.update(StoreMsg::AwaitIndex), [fetch, StoreEffect::Notify { whole: false }]);
}
