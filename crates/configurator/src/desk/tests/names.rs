//! The list of those who issued or signed a document.

use super::*;

#[test]
fn lines_of_the_text_are_the_list_of_names() {
    let mut model = model();
    model.take(Msg::Names);
    assert!(model.signatories.is_empty(), "nothing is selected");
    model.take(Msg::Select(0..LETTER.len()));
    model.take(Msg::Names);
    let names: Vec<_> = model.signatories.iter().map(|(it, _)| it.name.as_str()).collect();
    assert_eq!(names, ["Section 1 is fine.", "Section 2 is too dear. Delete it."]);
    assert_eq!(model.focus.as_deref(), Some("role"));
}

#[test]
fn selected_names_stand_behind_those_that_were_typed_and_decided() {
    let mut model = model();
    model.take(Msg::List("Ada\nA heading".into()));
    model.take(Msg::Line(1, Who::Nobody));
    for _ in 0..2 {
        model.take(Msg::Select(0..LETTER.find('\n').expect("two lines")));
        model.take(Msg::Names);
        assert_eq!(model.list, "Ada\nA heading\nSection 1 is fine.");
        let who: Vec<_> = model.signatories.iter().map(|(_, who)| who.clone()).collect();
        assert_eq!(who, [Who::New, Who::Nobody, Who::New]);
    }
    model.take(Msg::List("Ada\nA heading\nCem".into()));
    assert_eq!(model.signatories[1].1, Who::Nobody, "a letter more changes nobody else");
}

#[test]
fn a_name_in_the_list_is_nobody_of_the_dataset_that_was_there_before() {
    let with = |name: &str| {
        let them = format!(r#""organisations":[{{"id":"ada","name":"{name}"}}]"#);
        law(2).replace(r#""organisations":[]"#, &them)
    };
    let mut model = Model::new(None);
    model.take(Msg::Given(with("Ada")));
    model.take(Msg::List("Ada".into()));
    assert_eq!(model.signatories[0].1, Who::Known("ada".into()));
    model.take(Msg::Given(with("Quite Another")));
    assert_eq!(model.signatories[0].1, Who::New);
    model.take(Msg::Undo);
    assert_eq!(model.signatories[0].1, Who::Known("ada".into()));
}

#[test]
fn names_are_not_added_before_all_is_said_and_the_desk_says_what_is_missing() {
    let mut model = model();
    for (part, msg) in [("list", Msg::List("Ada".into())), ("role", Msg::Role("signatory".into()))]
    {
        let before = model.document().clone();
        model.take(Msg::Sign);
        assert_eq!((model.focus.as_deref(), model.document()), (Some(part), &before));
        assert!(model.said.ends_with('.'), "{}", model.said);
        model.take(msg);
    }
    model.take(Msg::Sign);
    assert!(model.said.starts_with("1 added"), "{}", model.said);
}
