//! What a journalist does, and the draft that comes of it.

use std::rc::Rc;

use authoring::{GroupId, ProvisionId, lists::push_once};
use explorer::ViewKind;
use options::{LONGEST_NOTE, Loading, Theme};
use snippets::Colour;
use story::{Ruling, Story};

use crate::{draft::Draft, law::Law, systems::Destination};

/// A step that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Act {
    Story(Rc<Story>),
    /// What was set for the stories before holds for this one, or goes, but for what this one names.
    KeepLeft,
    ClearLeft(Vec<ProvisionId>),
    /// Says what something found in the story is instead, whatever was said of it before.
    Rule(Vec<Ruling>),
    /// Takes that back.
    TakeBack(Ruling),
    /// Highlights provisions behind those that are; in the story's order.
    Highlight(Vec<ProvisionId>),
    Unhighlight(ProvisionId),
    /// Takes the highlight at a place to another.
    Move {
        from: usize,
        to: usize,
    },
    Note(ProvisionId, String),
    Only(bool),
    Heading(String),
    /// The sentence beneath the heading; empty for a general one.
    Dek(String),
    /// Of which level the heading is.
    HeadingLevel(u8),
    View(ViewKind),
    Audience(GroupId, bool),
    Open(Option<ProvisionId>),
    Lang(Option<String>),
    Theme(Theme),
    Loading(Loading),
    Accent(Option<Colour>),
    DeepLinks(bool),
    /// Another law, and where its dataset will be.
    Law(Option<Rc<Law>>, String),
    Dataset(String),
    Loader(String),
    /// Where the story will be.
    Page(String),
    /// What is published of it is called by.
    Name(String),
    /// What was handed over under a name is the same story as this.
    SameStory(String),
    Limit(Option<usize>),
    /// Where the snippet goes.
    Destination(Destination),
    /// Another draft in place of this one.
    Replace(Box<Draft>),
}

/// A field that is filled in letter by letter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Field {
    Note(ProvisionId),
    Heading,
    Dek,
    Accent,
    Dataset,
    Loader,
    Page,
    Name,
    Limit,
}

impl Act {
    /// The field that the step fills in, where it is typed.
    pub(crate) fn field(&self) -> Option<Field> {
        match self {
            Self::Note(id, _) => Some(Field::Note(id.clone())),
            Self::Heading(_) => Some(Field::Heading),
            Self::Dek(_) => Some(Field::Dek),
            Self::Accent(_) => Some(Field::Accent),
            Self::Dataset(_) => Some(Field::Dataset),
            Self::Loader(_) => Some(Field::Loader),
            Self::Page(_) => Some(Field::Page),
            Self::Name(_) => Some(Field::Name),
            Self::Limit(_) => Some(Field::Limit),
            _ => None,
        }
    }
}

/// The draft after a step. Texts are kept as they are typed; [`tidy`] is what goes into a snippet.
pub(crate) fn reduce(draft: &Draft, act: Act) -> Draft {
    let mut draft = draft.clone();
    let options = &mut draft.options;
    match act {
        Act::Story(story) => draft.take_story(story),
        Act::KeepLeft => draft.before.clear(),
        Act::ClearLeft(named) => draft.clear_left_over(&named),
        Act::Rule(rulings) => rulings.into_iter().for_each(|it| it.join(&mut draft.rulings)),
        Act::TakeBack(ruling) => draft.rulings.retain(|it| *it != ruling),
        Act::Highlight(ids) => {
            for id in ids {
                push_once(&mut options.highlight, Some(id));
            }
        }
        // A note that stands nowhere on the page must not go out with it.
        Act::Unhighlight(id) => {
            options.highlight.retain(|it| *it != id);
            options.notes.retain(|(on, _)| *on != id);
        }
        Act::Move { from, to } => {
            if from < options.highlight.len() && to < options.highlight.len() {
                let id = options.highlight.remove(from);
                options.highlight.insert(to, id);
            }
        }
        Act::Note(id, note) => set_note(&mut options.notes, id, &note),
        Act::Only(only) => options.only = only,
        Act::Heading(heading) => options.heading = filled(heading),
        Act::Dek(dek) => options.dek = filled(dek),
        Act::HeadingLevel(level) => options.heading_level = (level != 2).then_some(level),
        Act::View(view) => options.view = (view != ViewKind::default()).then_some(view),
        Act::Audience(group, chosen) => {
            options.audience.retain(|it| *it != group);
            options.audience.extend(chosen.then_some(group));
        }
        Act::Open(open) => options.open = open,
        Act::Lang(lang) => options.lang = lang,
        Act::Theme(theme) => options.theme = theme,
        Act::Loading(loading) => options.loading = Some(loading),
        Act::Accent(accent) => draft.accent = accent,
        Act::DeepLinks(deep_links) => options.deep_links = deep_links,
        Act::Law(law, address) => {
            options.dataset = filled(address);
            (draft.law, draft.awaits) = (law, None);
        }
        Act::Dataset(address) => options.dataset = filled(address),
        Act::Loader(address) => draft.take_loader(address),
        Act::Page(address) => draft.page = address,
        Act::Name(name) => draft.name = name,
        Act::SameStory(name) => draft.note_published(&name),
        Act::Limit(limit) => draft.limit = limit,
        Act::Destination(to) => draft.destination = to,
        Act::Replace(other) => draft = *other,
    }
    draft
}

/// What is in a field, where something is.
fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn set_note(notes: &mut Vec<(ProvisionId, String)>, id: ProvisionId, note: &str) {
    let note: String = note.chars().take(LONGEST_NOTE).collect();
    match notes.iter().position(|(on, _)| *on == id) {
        Some(at) if note.is_empty() => drop(notes.remove(at)),
        Some(at) => {
            if let Some((_, old)) = notes.get_mut(at) {
                *old = note;
            }
        }
        None if note.is_empty() => {}
        None => notes.push((id, note)),
    }
}

/// The draft as a snippet would say it: texts in one line, without what is empty.
pub(crate) fn tidy(draft: &Draft) -> Draft {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let filled = |text: &Option<String>| text.as_deref().map(line).filter(|it| !it.is_empty());
    let mut tidy = draft.clone();
    let options = &mut tidy.options;
    options.heading = filled(&options.heading);
    options.dek = filled(&options.dek);
    options.dataset = filled(&options.dataset);
    options.notes.iter_mut().for_each(|(_, note)| *note = line(note));
    options.notes.retain(|(_, note)| !note.is_empty());
    tidy.loader = line(&tidy.loader);
    tidy.page = line(&tidy.page);
    tidy.name = line(&tidy.name);
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(acts: impl IntoIterator<Item = Act>) -> Draft {
        acts.into_iter().fold(Draft::default(), |draft, act| reduce(&draft, act))
    }

    fn ids(ids: &[&str]) -> Vec<ProvisionId> {
        ids.iter().map(|id| ProvisionId::new(*id)).collect()
    }

    #[test]
    fn highlights_keep_the_order_of_the_story_and_each_stands_once() {
        let draft = after([Act::Highlight(ids(&["b", "a"])), Act::Highlight(ids(&["a", "c"]))]);
        assert_eq!(draft.options.highlight, ids(&["b", "a", "c"]));
    }

    #[test]
    fn a_highlight_moves_both_ways_and_never_out_of_the_list() {
        let start = [Act::Highlight(ids(&["a", "b", "c"]))];
        let moved = |from, to| after(start.iter().cloned().chain([Act::Move { from, to }]));
        assert_eq!(moved(0, 2).options.highlight, ids(&["b", "c", "a"]));
        assert_eq!(moved(2, 0).options.highlight, ids(&["c", "a", "b"]));
        assert_eq!(moved(1, 3).options.highlight, ids(&["a", "b", "c"]));
    }

    #[test]
    fn a_note_that_is_emptied_goes_and_one_too_long_is_cut() {
        let [id] = ids(&["a"]).try_into().expect("one");
        let long = "é".repeat(LONGEST_NOTE + 5);
        let draft = after([Act::Note(id, long)]);
        assert_eq!(draft.options.notes[0].1.chars().count(), LONGEST_NOTE);
        let draft = reduce(&draft, Act::Note(ProvisionId::new("a"), String::new()));
        assert!(draft.options.notes.is_empty());
    }

    #[test]
    fn a_snippet_has_texts_in_one_line_and_nothing_empty() {
        let draft = after([
            Act::Heading(" Who\n objects? ".into()),
            Act::Note(ProvisionId::new("a"), "  ".into()),
            Act::Dataset(" ".into()),
        ]);
        let options = tidy(&draft).options;
        assert_eq!(options.heading.as_deref(), Some("Who objects?"));
        assert!(options.notes.is_empty());
        assert_eq!(options.dataset, None);
    }
}
