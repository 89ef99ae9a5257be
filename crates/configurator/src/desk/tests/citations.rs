//! What a document cites, and what is taken of it.

use super::*;

#[test]
fn a_citation_that_is_taken_is_worked_on_at_its_title() {
    let mut model = model();
    model.take(Msg::Take(1));
    assert_eq!(model.concern, Some(0));
    assert_eq!(model.focus.as_deref(), Some("concern-title"));
    model.take(Msg::Settled);
    assert_eq!(model.checked.quotes.confirmed, 1);
    model.take(Msg::NextCitation);
    assert_eq!(model.focus.as_deref(), Some("take-0"), "the first that nobody has decided");
    model.take(Msg::Dismiss(0, true));
    assert_eq!(model.focus.as_deref(), Some("citations"), "there is no more");
    model.take(Msg::Key(Key::Last));
    model.take(Msg::Ask);
    assert_eq!(model.focus.as_deref(), Some("own-requests[0].kind"));
    model.take(Msg::Settled);
    assert_eq!(model.checked.quotes.confirmed, 2);
}

#[test]
fn what_is_known_of_citations_is_what_would_be_found_anew() {
    let mut model = model();
    let cell = |path: Path, text: &str| {
        Msg::Act(Act::Cell { at: path, kind: Kind::Prose, text: text.into() })
    };
    let steps = [
        Msg::Take(1),
        Msg::Dismiss(0, true),
        cell(at("concerns", 0, "title"), "Too dear"),
        cell(at("provisions", 0, "citation"), "Section 7"),
        Msg::Undo,
        Msg::Act(Act::Text {
            source: "letter".into(),
            text: "Section 1 is dear, Section 2 is fine.".into(),
        }),
        Msg::Undo,
        Msg::Undo,
        Msg::Undo,
        Msg::Undo,
    ];
    for step in steps {
        model.take(step.clone());
        let dataset = model.checked.dataset.as_ref().expect("the law is sound");
        let anew = desk::proposals(model.document(), "letter", dataset);
        assert_eq!(model.proposals, anew, "after {step:?}");
    }
}

#[test]
fn no_citation_of_another_source_or_another_text_can_be_taken() {
    let mut model = model();
    for (field, text) in [(Field::Title, "Other"), (Field::Text, "Nothing is cited here at all.")] {
        model.take(Msg::New(field, text.into()));
    }
    model.take(Msg::AddSource);
    model.take(Msg::Source("letter".into()));
    assert_eq!(model.proposals.here.len(), 2);
    let law = |text: &str| {
        let at = at("provisions", 0, "summary");
        Msg::Typed(Act::Cell { at, kind: Kind::Prose, text: text.into() })
    };
    model.take(law("Another."));
    model.take(Msg::Source("letter".into()));
    assert_eq!(model.proposals.here.len(), 2, "of the same words they stay");
    model.take(Msg::Source("other".into()));
    model.take(Msg::Take(1));
    assert_eq!((model.proposals.here.len(), model.document().records("concerns").len()), (0, 0));
    assert!(model.is_looking());
    model.take(Msg::Source("letter".into()));
    model.take(Msg::Settled);
    assert_eq!(model.proposals.here.len(), 2, "the check finds them");

    // A text and the law that come back together are other words, too.
    let text = "Section 1 is dear.".to_string();
    model.take(Msg::Act(Act::Text { source: "letter".into(), text }));
    model.take(Msg::Settled);
    model.take(Msg::Select(0..LETTER.len().min(18)));
    model.take(law("A third."));
    model.take(Msg::Undo);
    model.take(Msg::Undo);
    let dataset = model.checked.dataset.as_ref().expect("the law is sound");
    assert_eq!(model.proposals, desk::proposals(model.document(), "letter", dataset));
    assert_eq!(model.selection, 0..0, "they were bytes of the other text");
}
