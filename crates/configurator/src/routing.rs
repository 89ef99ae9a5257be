//! What becomes of a file that was opened or pasted: it is taken for what it is, whichever button was
//! pressed; what belongs elsewhere is told the way, and changes nothing.

#[cfg(test)]
mod tests;

use snippets::NotOpened;
use story::{Story, ended};

use crate::{
    files,
    kind::{Kind, kind, of_json},
    law::Law,
    model::Model,
    msg::Wanted,
};

/// The button that leads to the desk.
const TO_DESK: &str = "to-desk";

impl Model {
    pub(crate) fn opened(
        &mut self,
        wanted: Wanted,
        files: &[(String, Vec<u8>)],
        refusal: Option<String>,
    ) {
        if let Some(why) = refusal {
            return self.say(ended(format!("The file can’t be read: {why}")));
        }
        match files {
            [] => {}
            [(name, bytes)] => self.opened_one(wanted, name, bytes),
            files => {
                let is_law = |(name, bytes): &(String, Vec<u8>)| {
                    kind(name, bytes).is_some_and(|it| it == Kind::Law)
                };
                if wanted == Wanted::Law || files.iter().all(is_law) {
                    let law = files::law(files, self.around.today);
                    return self.take_law(wanted == Wanted::Law, law);
                }
                let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
                let names = names.join(", ");
                self.say(format!(
                    "Open one file at a time; what was here stays. These are {names}."
                ));
            }
        }
    }

    fn opened_one(&mut self, wanted: Wanted, name: &str, bytes: &[u8]) {
        match (kind(name, bytes), wanted) {
            (Some(Kind::Picture), _) => {
                self.say(format!("{name} is a picture, and what was here stays: a story, a draft or a law is wanted, as words."));
            }
            (Some(Kind::Pdf), _) => self.refer(
                format!("{name} is a PDF, and what was here stays. Of a story, copy the words and paste them; a document about the law belongs on the desk, which reads it."),
                Some(TO_DESK),
            ),
            (Some(Kind::Texts), _) => self.refer(
                format!("{name} has the texts of documents, and what was here stays: open it at the desk."),
                Some(TO_DESK),
            ),
            (Some(Kind::LawFile), _) => self.refer(
                format!("{name} may be a law’s own file, and what was here stays: open it under “Start from a law’s own file”."),
                Some("start-from-file"),
            ),
            (Some(Kind::Text), Wanted::Law) => self.refer(
                format!("{name} is no dataset, and what was here stays. If it is the law’s own text, open it under “Start from a law’s own file”; a story, under “1. The story”."),
                Some("start-from-file"),
            ),
            (Some(Kind::Law), _) | (None, Wanted::Law) => {
                let law = files::law(&[(name.to_owned(), bytes.to_vec())], self.around.today);
                self.take_law(wanted == Wanted::Law, law);
            }
            (Some(Kind::Text), Wanted::Draft) if !has_snippet(bytes) => self.refer(
                format!("{name}: there is no explorer in it, and what was here stays. If it is the story’s text, open it under “1. The story”."),
                Some("story-text"),
            ),
            (Some(Kind::Draft), _) | (_, Wanted::Draft) => match story::read_text(bytes) {
                Ok(text) => self.open_draft(&text, false),
                Err(why) => self.say(format!("{name} {why}; what was here stays.")),
            },
            (_, Wanted::Story) => self.open_story(name, bytes),
        }
    }

    fn open_story(&mut self, name: &str, bytes: &[u8]) {
        match Story::open(name, bytes) {
            Ok(story) if story.text().trim().is_empty() => {
                self.say(format!("There is no text in {name}; what was here stays."));
            }
            Ok(story) => {
                let kinds: Vec<_> = story.left_out().iter().map(|it| it.0.clone()).collect();
                self.take_story(story);
                let out =
                    (!kinds.is_empty()).then(|| ended(format!(" Left out: {}", kinds.join("; "))));
                self.say(format!("{name} is the story now.{}", out.unwrap_or_default()));
            }
            Err(unreadable) => self.say(unreadable.to_string()),
        }
    }

    /// A law. Where another was wanted, it doesn't take the place of one whose provisions are highlighted.
    fn take_law(&mut self, is_wanted: bool, law: Result<Law, Vec<String>>) {
        let draft = self.draft();
        let is_in_use = !draft.options.highlight.is_empty() && draft.awaits.is_none();
        let id = |it: &Law| it.dataset().records().id.clone();
        match law {
            Ok(law) if !is_wanted && is_in_use && id(&law) != id(&self.law) => self.refer(
                format!("This is the dataset of {}, and what was here stays, since provisions of {} are highlighted: to change the law, open it under “The law”.", law.title(), self.law.title()),
                Some("law"),
            ),
            law => self.open_law(law, None),
        }
    }

    /// A snippet or a draft that was pasted, or a law.
    pub(crate) fn open_pasted(&mut self, text: String) {
        if of_json(&text) != Some(Kind::Law) {
            return self.open_draft(&text, false);
        }
        let law = Law::read(text, Some("what was pasted".into()), self.around.today);
        self.take_law(false, law);
    }
}

/// Whether a text has an explorer in it, or several.
fn has_snippet(bytes: &[u8]) -> bool {
    let text = story::read_text(bytes).unwrap_or_default();
    !matches!(snippets::open(&text), Err(NotOpened::NoSnippet))
}
