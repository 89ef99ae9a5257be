//! What a draft still has of the stories before, when another takes their place: whether that goes on is for
//! the journalist to say.

use std::rc::Rc;

use authoring::{Node, ProvisionId};
use options::Options;
use serde_json::{Value, json};
use story::{Ruling, Story};

use super::{Draft, as_value, property, published::Print, rulings};
use crate::view::ui::count;

/// A text of fewer letters may become any story.
const LEAST: usize = 40;

/// So much of a heading is shown.
const EXCERPT: usize = 40;

/// What was set for a story that another has taken the place of. Of its text there is a print alone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Before {
    print: Print,
    page: String,
    options: Options,
    rulings: Vec<Ruling>,
}

impl Draft {
    /// Takes a story in place of the one that is here. What was set for that stays, and is asked about,
    /// beside what is unanswered of those before it.
    pub(crate) fn take_story(&mut self, story: Rc<Story>) {
        let print = Print::of(story.text());
        if is_one(&self.story) && !Print::of(self.story.text()).is_like(&print) {
            let mut own = self.clone();
            own.clear_left_over(&[]);
            self.before.push(Before::of(&own, Print::of(self.story.text())));
        }
        self.before.retain(|it| !it.print.is_like(&print));
        self.story = story;
    }

    /// What is still as it was set for the stories before, in words, but for highlights that this one
    /// names; none where nothing is to be asked.
    pub(crate) fn left_over(&self, named: &[ProvisionId]) -> Option<String> {
        let Before { page, options: it, .. } = self.left(&self.before, named);
        let of =
            |number: usize, one: &str| (number > 0).then(|| count(number, one, &format!("{one}s")));
        let all = [
            (!page.is_empty()).then(|| "its address".into()),
            it.heading.map(|it| format!("the heading “{}”", excerpt(&it))),
            it.dek.map(|_| "the sentence beneath it".into()),
            of(it.highlight.len(), "highlight"),
            of(it.notes.len(), "note"),
            it.open.map(|_| "what is open at first".into()),
            it.view.map(|_| "the opening view".into()),
            (!it.audience.is_empty()).then(|| "whom it is for".into()),
        ];
        let all: Vec<String> = all.into_iter().flatten().collect();
        (is_one(&self.story) && !all.is_empty()).then(|| all.join(", "))
    }

    /// Takes that out, and what was said of places in those stories.
    pub(crate) fn clear_left_over(&mut self, named: &[ProvisionId]) {
        let Before { page, options: left, rulings, .. } = self.left(&self.before, named);
        self.before.clear();
        if !page.is_empty() {
            self.page.clear();
        }
        self.rulings.retain(|it| !rulings.contains(it));
        let now = &mut self.options;
        now.heading.take_if(|_| left.heading.is_some());
        now.dek.take_if(|_| left.dek.is_some());
        now.open.take_if(|_| left.open.is_some());
        now.view.take_if(|_| left.view.is_some());
        now.audience.retain(|it| !left.audience.contains(it));
        now.notes.retain(|it| !left.notes.contains(it));
        now.highlight.retain(|it| !left.highlight.contains(it));
        now.only &= !now.highlight.is_empty();
    }

    /// What of these is as it was. A highlight goes on where the story names it or it has a new note.
    fn left(&self, before: &[Before], named: &[ProvisionId]) -> Before {
        let has = |is: &dyn Fn(&Before) -> bool| before.iter().any(is);
        let mut left = Before::of(self, Print::of(""));
        let (page, options) = (&mut left.page, &mut left.options);
        if !has(&|it| it.page == *page) {
            page.clear();
        }
        options.heading.take_if(|now| !has(&|it| it.options.heading.as_ref() == Some(now)));
        options.dek.take_if(|now| !has(&|it| it.options.dek.as_ref() == Some(now)));
        options.open.take_if(|now| !has(&|it| it.options.open.as_ref() == Some(now)));
        options.view.take_if(|now| !has(&|it| it.options.view.as_ref() == Some(now)));
        if !has(&|it| it.options.audience == options.audience) {
            options.audience.clear();
        }
        options.notes.retain(|now| has(&|it| it.options.notes.contains(now)));
        let is_new = |id: &ProvisionId| {
            self.options.notes.iter().any(|it| it.0 == *id && !options.notes.contains(it))
        };
        options.highlight.retain(|now| {
            has(&|it| it.options.highlight.contains(now)) && !named.contains(now) && !is_new(now)
        });
        left.rulings.retain(|now| has(&|it| it.rulings.contains(now)));
        left
    }

    /// What is left over, as a draft carries it: each with its story's print.
    pub(super) fn before_as_value(&self) -> Value {
        let one = |it: &Before| {
            let left = self.left(std::slice::from_ref(it), &[]);
            json!({
                "print": it.print.words(),
                "page": left.page,
                "options": as_value(&left.options),
                "rulings": rulings::as_value(&left.rulings),
            })
        };
        self.before.iter().map(one).collect()
    }
}

/// None where one of them can't be read.
pub(super) fn read(list: &[Node]) -> Option<Vec<Before>> {
    list.iter().map(read_one).collect()
}

fn read_one(node: &Node) -> Option<Before> {
    let text = |name| node.field(name).and_then(Node::as_text);
    let Some(Node::List(rulings)) = node.field("rulings") else { return None };
    Some(Before {
        print: Print::read(text("print")?)?,
        page: text("page")?.into(),
        options: options::read(&[property(node.field("options")?.clone())]).options,
        rulings: rulings::read(rulings)?,
    })
}

impl Before {
    pub(super) fn with_options(&self, make: impl Fn(&Options) -> Options) -> Self {
        Self { options: make(&self.options), ..self.clone() }
    }

    fn of(draft: &Draft, print: Print) -> Self {
        let Draft { page, options, rulings, .. } = draft.clone();
        let Options { heading, dek, highlight, notes, open, view, audience, .. } = options;
        let options =
            Options { heading, dek, highlight, notes, open, view, audience, ..Options::default() };
        Self { print, page, options, rulings }
    }
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

#[cfg(test)]
mod tests {
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
        let asked = two.left_over(&[]).expect("a question");
        assert_eq!(
            asked,
            "its address, the heading “What engineers must hand over”, the sentence beneath it, \
             2 highlights, 1 note"
        );
        let own = Act::Highlight(vec![ProvisionId::new("art_14")]);
        let two = after(two, [own, Act::Heading("Shut".into())]);
        let kept = after(two.clone(), [Act::KeepLeft]);
        assert_eq!(
            (kept.left_over(&[]), &kept.options, &kept.page),
            (None, &two.options, &two.page)
        );
        // What was set for this one stays, and so does what is the newsroom's.
        let cleared = after(two, [Act::ClearLeft(Vec::new())]);
        assert_eq!(cleared.options.highlight, [ProvisionId::new("art_14")]);
        assert_eq!(cleared.options.heading.as_deref(), Some("Shut"));
        assert_eq!((cleared.page.as_str(), &cleared.options.notes), ("", &Vec::new()));
        assert!(cleared.options.dek.is_none() && cleared.options.only);
        assert_eq!(cleared.loader, first().loader);
        assert_eq!(cleared.left_over(&[]), None);
    }

    #[test]
    fn a_story_that_is_mended_taken_out_or_typed_is_not_another_until_it_is_one() {
        let mended = HANOI.replace("engineer", "engineer of a company");
        assert_eq!(after(first(), [story(&mended)]).left_over(&[]), None);
        let out = after(first(), [story("")]);
        assert_eq!(out.left_over(&[]), None);
        assert_eq!(after(out.clone(), [story(HANOI)]), first());
        assert!(after(out.clone(), [story(GENEVA)]).left_over(&[]).is_some());
        // Letter by letter over the former one, or where there was none.
        let letters = |from: Draft| {
            let ends = GENEVA.char_indices().map(|(at, _)| &GENEVA[..at]);
            let steps = ends.scan(from, |draft, text| {
                *draft = after(draft.clone(), [story(text)]);
                Some(draft.left_over(&[]).is_some())
            });
            steps.collect::<Vec<_>>()
        };
        let typed = letters(first());
        assert!(!typed[LEAST] && *typed.last().expect("letters"));
        assert_eq!(typed.windows(2).filter(|it| it[0] != it[1]).count(), 1, "asked once");
        let named = Draft { page: "https://news.example/geneva".into(), ..Draft::default() };
        assert!(letters(named).iter().all(|is_asked| !is_asked));
        assert_eq!(after(out, [story(GENEVA), story(HANOI)]).left_over(&[]), None);
    }

    #[test]
    fn nothing_is_asked_where_nothing_was_set() {
        assert_eq!(after(Draft::default(), [story(HANOI), story(GENEVA)]).left_over(&[]), None);
    }

    const PRISON: &str = "Guards in the prison of Tirana sold telephones to inmates for years, a court heard, \
        and the minister of justice has dismissed the director of the place without a word.";

    fn id(id: &str) -> ProvisionId {
        ProvisionId::new(id)
    }

    #[test]
    fn an_open_question_grows_by_what_is_set_for_each_story() {
        let own = [
            Act::Page("https://news.example/geneva".into()),
            Act::Heading("Shut for nine days".into()),
            Act::Highlight(vec![id("art_14")]),
        ];
        let two = after(after(first(), [story(GENEVA)]), own);
        let three = after(two.clone(), [story(PRISON)]);
        assert_eq!(
            three.left_over(&[]).as_deref(),
            Some(
                "its address, the heading “Shut for nine days”, the sentence beneath it, 3 highlights, 1 note"
            )
        );
        let cleared = after(three.clone(), [Act::ClearLeft(Vec::new())]);
        assert_eq!((cleared.page.as_str(), cleared.options.heading.as_ref()), ("", None));
        assert_eq!(cleared.options.highlight, []);
        // What belongs to a story that comes back is its own, and the rest is asked about.
        assert_eq!(
            after(three.clone(), [story(HANOI)]).left_over(&[]).as_deref(),
            Some("its address, the heading “Shut for nine days”, 1 highlight")
        );
        assert_eq!(
            after(three, [story(GENEVA)]).left_over(&[]).as_deref(),
            Some("the sentence beneath it, 2 highlights, 1 note")
        );
    }

    #[test]
    fn what_the_story_names_or_has_a_new_note_goes_on_without_the_former_note() {
        let noted = Act::Note(id("art_28__para_4"), "New".into());
        let two = after(first(), [story(GENEVA), noted]);
        let named = [id("art_24")];
        assert!(two.left_over(&named).is_some_and(|it| it.ends_with("beneath it, 1 note")));
        let cleared = after(two, [Act::ClearLeft(named.to_vec())]);
        assert_eq!(cleared.options.highlight, [id("art_28__para_4"), id("art_24")]);
        assert_eq!(cleared.options.notes, [(id("art_28__para_4"), "New".to_owned())]);
        assert!(cleared.options.only);
    }

    #[test]
    fn the_question_is_saved_with_the_draft_and_nothing_of_the_story_with_it() {
        let ruling = Ruling {
            words: "Article 28(4)".into(),
            sentence: "Police could.".into(),
            nth: 0,
            instead: story::Instead::NoPlace,
        };
        let two = after(first(), [Act::Rule(vec![ruling]), story(GENEVA)]);
        let text = two.to_json(true).to_string();
        assert!(!text.contains("ceremony"), "{text}");
        let again = Draft::read(&text).expect("a draft");
        assert_eq!((again.problems, &again.draft), (Vec::new(), &two));
        assert_eq!(again.draft.left_over(&[]), two.left_over(&[]));
        assert!(after(again.draft, [Act::ClearLeft(Vec::new())]).rulings.is_empty());
        // What has been replaced since isn't passed on, and a link has none of it.
        let mended = after(two.clone(), [Act::Heading("Shut".into())]).to_json(true).to_string();
        assert!(!mended.contains("engineers must"), "{mended}");
        assert!(two.to_json(false).get("before").is_none());
    }
}
