//! What must hold between tables.

use std::collections::BTreeSet;

use crate::{
    Event, Loading, Theme, ViewKind,
    events::{EVENTS, Kind, Value},
    fragment::{ABOUT, KEYS},
    options::Name,
    parts::PARTS,
};

#[test]
fn no_name_stands_twice() {
    let once = |names: Vec<&str>| {
        let distinct: BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
    };
    once(Name::options().collect());
    once(KEYS.into());
    once(EVENTS.iter().map(|it| it.name).collect());
    once(PARTS.iter().map(|(name, _)| *name).collect());
}

#[test]
fn every_word_reads_back() {
    assert!(ViewKind::ALL.iter().all(|it| it.word().parse() == Ok(*it)));
    assert!(Loading::ALL.iter().all(|it| it.word().parse() == Ok(*it)));
    assert!(Theme::ALL.iter().all(|it| it.word().parse() == Ok(*it)));
    assert!("Matrix".parse::<ViewKind>().is_err());
    assert_eq!(Loading::default(), Loading::Visible);
    assert_eq!((ViewKind::default(), Theme::default()), (ViewKind::Provisions, Theme::Auto));
}

#[test]
fn an_event_holds_what_the_reference_says_it_holds() {
    let text = String::from;
    let events = [
        Event::Ready { dataset: text("a"), edition: 1, provisions: 2 },
        Event::Select { id: text("a"), citation: text("A"), open: true },
        Event::Filter {
            view: text("matrix"),
            audience: vec![text("b")],
            sources: vec![],
            query: text(""),
            provisions: 0,
        },
        Event::Share { kind: text("link"), text: text("") },
        Event::Error { code: text("options"), message: text(""), problems: vec![text("")] },
    ];
    assert_eq!(events.len(), EVENTS.len());
    for (event, described) in events.iter().zip(EVENTS) {
        assert_eq!(event.name(), described.name);
        let fits = |((name, value), field): (&(_, Value<'_>), &crate::events::Field)| {
            *name == field.name
                && match field.kind {
                    Kind::Flag => matches!(value, Value::Flag(_)),
                    Kind::Number => matches!(value, Value::Number(_)),
                    Kind::Text => matches!(value, Value::Text(_)),
                    Kind::Texts => matches!(value, Value::Texts(_)),
                    Kind::Word(words) => matches!(value, Value::Text(word) if words.contains(word)),
                }
        };
        assert!(event.detail().iter().zip(described.detail).all(fits), "{event:?}");
    }
}

#[test]
fn every_key_of_a_fragment_is_explained() {
    assert!(ABOUT.iter().all(|about| !about.is_empty()));
}
