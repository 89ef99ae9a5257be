//! What a journalist says of the places that were found.

use story::{Instead, Ruling, What};

use super::*;

/// The words of all that is marked as this law's.
fn marked(page: &Model) -> Vec<&str> {
    let here = page.mentions.iter().filter(|it| !matches!(it.what, What::Elsewhere { .. }));
    here.map(|it| &page.story().text()[it.span.clone()]).collect()
}

/// Says of the first mention what it is instead.
fn rule(page: &mut Model, instead: Instead) {
    let ruling = Ruling::on(&page.mentions[0], page.story().text(), instead);
    after(page, Msg::Act(Act::Rule(vec![ruling])));
}

#[test]
fn a_story_that_does_not_speak_of_the_law_asks_and_one_press_answers() {
    let mut desk = page();
    let text =
        "Article 28 of nobody knows what. ".to_owned() + &"It rains on the harbour. ".repeat(12);
    after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text)))));
    let links = |desk: &Model| desk.story().with_refs(&desk.mentions, desk.law.dataset());
    assert!(desk.mentions.iter().all(|it| it.doubt.is_some()) && !desk.mentions.is_empty());
    assert!(desk.offered().is_empty() && !links(&desk).contains("<provision-ref"));
    let all = desk.mentions.iter();
    let all = all.map(|it| Ruling::on(it, desk.story().text(), Instead::ThisLaw)).collect();
    after(&mut desk, Msg::Act(Act::Rule(all)));
    assert_eq!(desk.offered().len(), 1);
    assert!(links(&desk).starts_with("<provision-ref"), "{}", links(&desk));
    let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
    let files::Content::Text(saved) = file.content else { panic!("a text") };
    let mut again = page();
    open_draft(&mut again, "draft.json", saved);
    assert_eq!(links(&again), links(&desk));
    after(&mut desk, Msg::Undo);
    assert!(!links(&desk).contains("<provision-ref"));
}

#[test]
fn of_two_words_on_one_place_the_later_holds_and_is_the_only_one() {
    let all = [Instead::ThisLaw, Instead::AnotherLaw, Instead::NoPlace];
    for (first, second) in all.iter().flat_map(|one| all.map(|other| (*one, other))) {
        let mut desk = page();
        let text = "Article 28 of nobody knows what, and Article 29. ".to_owned();
        let text = text + &"It rains on the harbour. ".repeat(12);
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text)))));
        let words = |it: &story::Mention| Ruling::on(it, desk.story().text(), first);
        let both: Vec<Ruling> = desk.mentions.iter().map(words).collect();
        let Ok([one, other]) = <[Ruling; 2]>::try_from(both) else { panic!("two places") };
        let later = Ruling { instead: second, ..one.clone() };
        after(&mut desk, Msg::Act(Act::Rule(vec![one, other.clone()])));
        after(&mut desk, Msg::Act(Act::Rule(vec![later.clone()])));
        assert_eq!(desk.draft().rulings, [other.clone(), later.clone()], "{first:?}, {second:?}");
        let links = desk.story().with_refs(&desk.mentions, desk.law.dataset());
        let linked = links.starts_with("<provision-ref");
        assert_eq!(linked, second == Instead::ThisLaw, "{first:?}, {second:?}: {links}");
        // A draft that another program wrote may say both.
        let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
        let files::Content::Text(saved) = file.content else { panic!("a text") };
        let name = |it: Instead| match it {
            Instead::ThisLaw => "this law",
            Instead::AnotherLaw => "another law",
            Instead::NoPlace => "no place",
        };
        let mut draft: serde_json::Value = serde_json::from_str(&saved).expect("JSON");
        let list = draft["rulings"].as_array_mut().expect("a list");
        let mut earlier = list[1].clone();
        earlier["instead"] = name(first).into();
        list.insert(0, earlier);
        let mut again = page();
        open_draft(&mut again, "draft.json", draft.to_string());
        assert_eq!(again.draft().rulings, [other, later], "{first:?}, {second:?}");
    }
}

#[test]
fn what_a_journalist_says_of_a_place_holds_for_the_story_and_can_be_undone() {
    for instead in [Instead::AnotherLaw, Instead::NoPlace] {
        let mut desk = page();
        let text = "Article 28 is vague. Article 29 and Article 28 are not.";
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text.into())))));
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
        rule(&mut desk, instead);
        assert_eq!(marked(&desk), ["Article 29", "Article 28"]);
        let links = desk.story().with_refs(&desk.mentions, desk.law.dataset());
        assert!(links.starts_with("Article 28 is vague. <provision-ref"), "{links}");
        // The story goes on elsewhere.
        let more = format!("{text}\nArticle 30 is.");
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(more)))));
        assert_eq!(marked(&desk), ["Article 29", "Article 28", "Article 30"]);
        let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
        let files::Content::Text(saved) = file.content else { panic!("a text") };
        let mut again = page();
        open_draft(&mut again, "draft.json", saved);
        assert_eq!(marked(&again), marked(&desk));
        after(&mut desk, Msg::Undo);
        after(&mut desk, Msg::Undo);
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
        after(&mut desk, Msg::Redo);
        assert_eq!(marked(&desk), ["Article 29", "Article 28"]);
        let ruling = desk.draft().rulings[0].clone();
        after(&mut desk, Msg::Act(Act::TakeBack(ruling)));
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
    }
}
