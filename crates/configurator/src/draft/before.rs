//! What a draft still has of the story before, when another takes its place: whether that goes on is for
//! the journalist to say.

use std::rc::Rc;

use story::Story;

use super::{Draft, published::Print};
use crate::view::ui::count;

/// A text of fewer letters may become any story.
const LEAST: usize = 40;

/// So much of a heading is shown.
const EXCERPT: usize = 40;

/// Something of the story before that is as it was set for that.
struct Left {
    what: String,
    /// Takes it out; the second draft is the one before.
    clear: fn(&mut Draft, &Draft),
}

impl Draft {
    /// Takes a story in place of the one that is here. What was set for that stays, and is asked about.
    pub(crate) fn take_story(&mut self, story: Rc<Story>) {
        let before = self.before.take();
        let before = before.or_else(|| is_one(&self.story).then(|| Rc::new(self.clone())));
        self.story = story;
        let is_another = |it: &Rc<Self>| !is_like(&it.story, &self.story);
        self.before = before.filter(is_another);
    }

    /// What is still as it was set for the story before, in words; none where nothing is to be asked.
    pub(crate) fn left_over(&self) -> Option<String> {
        let before = self.before.as_deref().filter(|_| is_one(&self.story))?;
        let all: Vec<_> = self.left(before).into_iter().map(|it| it.what).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// Takes that out, and what was said of places in that story.
    pub(crate) fn clear_left_over(&mut self) {
        let Some(before) = self.before.take() else { return };
        for left in self.left(&before) {
            (left.clear)(self, &before);
        }
        self.rulings.retain(|it| !before.rulings.contains(it));
    }

    fn left(&self, before: &Self) -> Vec<Left> {
        let (now, then) = (&self.options, &before.options);
        let mut left = Vec::new();
        let mut add = |what: String, clear| left.push(Left { what, clear });
        if !self.page.is_empty() && self.page == before.page {
            add("its address".into(), |it, _| it.page.clear());
        }
        if let Some(heading) = now.heading.as_ref().filter(|_| now.heading == then.heading) {
            add(format!("the heading “{}”", excerpt(heading)), |it, _| {
                it.options.heading = None;
            });
        }
        if now.dek.is_some() && now.dek == then.dek {
            add("the sentence beneath it".into(), |it, _| {
                it.options.dek = None;
            });
        }
        let kept = now.highlight.iter().filter(|it| then.highlight.contains(it)).count();
        if kept > 0 {
            let notes = now.notes.iter().filter(|it| then.notes.contains(it)).count();
            let notes = (notes > 0).then(|| format!(" with {}", count(notes, "note", "notes")));
            let highlights = count(kept, "highlight", "highlights");
            add(format!("{highlights}{}", notes.unwrap_or_default()), clear_highlights);
        }
        if now.open.is_some() && now.open == then.open {
            add("what is open at first".into(), |it, _| {
                it.options.open = None;
            });
        }
        if now.view.is_some() && now.view == then.view {
            add("the opening view".into(), |it, _| {
                it.options.view = None;
            });
        }
        if !now.audience.is_empty() && now.audience == then.audience {
            add("whom it is for".into(), |it, _| it.options.audience.clear());
        }
        left
    }
}

fn clear_highlights(now: &mut Draft, before: &Draft) {
    let (now, then) = (&mut now.options, &before.options);
    now.highlight.retain(|it| !then.highlight.contains(it));
    now.notes.retain(|(on, _)| now.highlight.contains(on));
    now.only &= !now.highlight.is_empty();
}

fn excerpt(heading: &str) -> String {
    match heading.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", heading.get(..end).unwrap_or_default()),
        None => heading.into(),
    }
}

/// Whether there is enough of a story to know it by.
fn is_one(story: &Story) -> bool {
    story.text().chars().filter(|it| it.is_alphanumeric()).nth(LEAST).is_some()
}

fn is_like(one: &Story, other: &Story) -> bool {
    Print::of(one.text()).is_like(&Print::of(other.text()))
}

#[cfg(test)]
mod tests {
    use authoring::ProvisionId;

    use super::*;
    use crate::act::{Act, reduce};

    const HANOI: &str = "Police could make an engineer hand over passwords under Article 28(4) of the \
        UN Convention against Cybercrime, lawyers said on Monday after the ceremony in Hanoi.";
    const GENEVA: &str = "A hospital in Lausanne was shut for nine days by ransomware, and its director \
        wants Article 14 to be law by spring. Parliament will debate it in March.";

    fn story(text: &str) -> Act {
        Act::Story(Rc::new(Story::from_text(text.into())))
    }

    fn after(draft: Draft, acts: impl IntoIterator<Item = Act>) -> Draft {
        acts.into_iter().fold(draft, |draft, act| reduce(&draft, act))
    }

    /// A story with all that can be set for it.
    fn first() -> Draft {
        let ids = |ids: &[&str]| ids.iter().map(|id| ProvisionId::new(*id)).collect();
        let acts = [
            story(HANOI),
            Act::Page("https://news.example/hanoi".into()),
            Act::Heading("What engineers must hand over".into()),
            Act::Dek("Signed in Hanoi".into()),
            Act::Highlight(ids(&["art_28__para_4", "art_24"])),
            Act::Note(ProvisionId::new("art_24"), "Ours".into()),
            Act::Only(true),
            Act::Loader("https://news.example/pe/provision-explorer.js".into()),
        ];
        after(Draft::default(), acts)
    }

    #[test]
    fn another_story_asks_what_of_the_one_before_goes_on() {
        let two = after(first(), [story(GENEVA)]);
        let asked = two.left_over().expect("a question");
        assert_eq!(
            asked,
            "its address, the heading “What engineers must hand over”, the sentence beneath it, \
             2 highlights with 1 note"
        );
        let own = Act::Highlight(vec![ProvisionId::new("art_14")]);
        let two = after(two, [own, Act::Heading("Shut".into())]);
        let kept = after(two.clone(), [Act::KeepLeft]);
        assert_eq!((kept.left_over(), &kept.options, &kept.page), (None, &two.options, &two.page));
        // What was set for this one stays, and so does what is the newsroom's.
        let cleared = after(two, [Act::ClearLeft]);
        assert_eq!(cleared.options.highlight, [ProvisionId::new("art_14")]);
        assert_eq!(cleared.options.heading.as_deref(), Some("Shut"));
        assert_eq!((cleared.page.as_str(), &cleared.options.notes), ("", &Vec::new()));
        assert!(cleared.options.dek.is_none() && cleared.options.only);
        assert_eq!(cleared.loader, first().loader);
        assert_eq!(cleared.left_over(), None);
    }

    #[test]
    fn a_story_that_is_mended_taken_out_or_typed_is_not_another_until_it_is_one() {
        let mended = HANOI.replace("engineer", "engineer of a company");
        assert_eq!(after(first(), [story(&mended)]).left_over(), None);
        let out = after(first(), [story("")]);
        assert_eq!(out.left_over(), None);
        assert_eq!(after(out.clone(), [story(HANOI)]), first());
        assert!(after(out.clone(), [story(GENEVA)]).left_over().is_some());
        // Letter by letter over the former one, or where there was none.
        let letters = |from: Draft| {
            let ends = GENEVA.char_indices().map(|(at, _)| &GENEVA[..at]);
            let steps = ends.scan(from, |draft, text| {
                *draft = after(draft.clone(), [story(text)]);
                Some(draft.left_over().is_some())
            });
            steps.collect::<Vec<_>>()
        };
        let typed = letters(first());
        assert!(!typed[LEAST] && *typed.last().expect("letters"));
        assert_eq!(typed.windows(2).filter(|it| it[0] != it[1]).count(), 1, "asked once");
        let named = Draft { page: "https://news.example/geneva".into(), ..Draft::default() };
        assert!(letters(named).iter().all(|is_asked| !is_asked));
        assert_eq!(after(out, [story(GENEVA), story(HANOI)]).left_over(), None);
    }

    #[test]
    fn nothing_is_asked_where_nothing_was_set() {
        assert_eq!(after(Draft::default(), [story(HANOI), story(GENEVA)]).left_over(), None);
    }
}
