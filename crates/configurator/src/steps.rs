//! What each thing that is done does to the model.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use dataset::ProvisionId;
use serde_json::{Value, json};
use snippets::{Accent, Colour};
use story::Story;

use crate::{
    act::{Act, tidy},
    app::{Copied, Msg, Wanted},
    colour::{DARK, LIGHT, reads_on},
    draft::Draft,
    files,
    law::Law,
    model::{Model, accent},
    view::take::css,
};

/// A story that shows what the page does, of our own making.
const EXAMPLE: &str = include_str!("example.txt");

impl Model {
    /// Does what needs no browser.
    pub(crate) fn take(&mut self, msg: Msg) {
        self.said.clear();
        match msg {
            Msg::Act(act) => {
                self.unreadable = None;
                self.act(act);
            }
            Msg::Accent(colour) => self.take_colour(colour),
            Msg::Undo => self.history.undo(),
            Msg::Redo => self.history.redo(),
            Msg::Search(query) => self.query = query,
            Msg::Width(width) => self.width = width,
            Msg::Scheme(dark) => self.dark = dark,
            Msg::Form(form) => self.form = form,
            Msg::Drag(dragged) => self.dragged = dragged,
            Msg::Drop(to) => {
                if let Some(from) = self.dragged.take() {
                    self.act(Act::Move { from, to });
                }
            }
            Msg::Example => self.act(Act::Story(Rc::new(Story::from_text(EXAMPLE.into())))),
            Msg::WasCopied(what, copied) => self.said = told(what, copied).into(),
            Msg::Bundled => {
                self.take_law(self.bundled.clone());
                self.act(Act::Dataset(String::new()));
            }
            Msg::Read(wanted, files, refusal) => self.opened(wanted, &files, refusal),
            Msg::Fetched(address, Ok(text)) => self.open_law(Law::read(text, Some(address))),
            Msg::Fetched(address, Err(why)) => {
                self.refused = vec![format!("`{address}`: {why}")];
            }
            _ => {}
        }
    }

    /// A colour that can't be read is not taken; it stays beside its field with one that can.
    fn take_colour(&mut self, colour: Option<Colour>) {
        let Some(colour) = colour else { return };
        self.unreadable = (!reads_on(colour, self.paper())).then_some(colour);
        if self.unreadable.is_none() {
            self.act(Act::Accent(Some(colour)));
        }
    }

    /// The paper that a colour is picked for.
    pub(crate) fn paper(&self) -> Colour {
        if self.draft().options.theme == options::Theme::Dark { DARK } else { LIGHT }
    }

    fn opened(&mut self, wanted: Wanted, files: &[(String, Vec<u8>)], refusal: Option<String>) {
        if let Some(why) = refusal {
            self.said = format!("The file can't be read: {why}.");
            return;
        }
        let Some((name, bytes)) = files.first() else { return };
        match wanted {
            Wanted::Law => self.open_law(files::law(files)),
            Wanted::Story => match Story::open(name, bytes) {
                Ok(story) => self.act(Act::Story(Rc::new(story))),
                Err(unreadable) => self.said = unreadable.to_string(),
            },
            Wanted::Draft => match str::from_utf8(bytes) {
                Ok(text) => self.open_draft(text),
                Err(_) => self.said = format!("{name} is not a text."),
            },
        }
    }

    /// Takes a draft from a file, a link or an earlier visit.
    pub(crate) fn open_draft(&mut self, text: &str) {
        match Draft::read(text) {
            Ok(reading) => {
                self.act(Act::Replace(Box::new(reading.draft)));
                self.said = match reading.problems.as_slice() {
                    [] => "The draft is here.".into(),
                    problems => {
                        format!("The draft is here, but for this: {}.", problems.join("; "))
                    }
                };
            }
            Err(why) => self.said = format!("This draft can't be opened: {why}."),
        }
    }

    fn open_law(&mut self, law: Result<Law, Vec<String>>) {
        match law {
            Ok(law) => {
                self.said = format!("This is about {} now.", law.title());
                let name = law.name.clone().unwrap_or_default();
                self.take_law(Rc::new(law));
                // Where it came from an address, that is set already.
                if self.draft().options.dataset.is_none() {
                    self.act(Act::Dataset(format!("./data/{}", files::json_name(&name))));
                }
            }
            // What was there before stays.
            Err(problems) => self.refused = problems,
        }
    }

    /// Back to an empty page; undo brings the draft back.
    pub(crate) fn wipe(&mut self) {
        self.act(Act::Replace(Box::default()));
        self.take_law(self.bundled.clone());
        self.said = "This is a new draft, and nothing is kept on this device. Undo brings the last one back.".into();
    }

    /// What is copied; a link is made of the draft by whoever knows the page's address.
    pub(crate) fn text_of(&self, what: Copied) -> Option<String> {
        match what {
            Copied::Story => Some(self.story().with_refs(&self.mentions, self.law.dataset())),
            Copied::Snippet => self.snippet.clone().ok(),
            Copied::Css => css(self),
            Copied::Link => Some(self.draft().to_json(false).to_string()),
        }
    }

    pub(crate) fn css(&self) -> Option<String> {
        css(self)
    }

    /// What the preview is told.
    pub(crate) fn message(&self, with_law: bool, select: Option<&ProvisionId>) -> Value {
        let draft = tidy(self.draft());
        let mut options =
            options::to_json(&options::Options { dataset: None, ..draft.options.clone() });
        if options.is_empty() {
            options.push_str("{}");
        }
        let accent =
            accent(&draft).map(|Accent { light, dark }| format!("light-dark({light}, {dark})"));
        let mut message = json!({
            "options": serde_json::from_str::<Value>(&options).unwrap_or_default(),
            "accent": accent,
            "scheme": self.dark.map(|dark| if dark { "dark" } else { "light" }),
            "select": select.map(ProvisionId::as_str),
        });
        if with_law {
            let own = self.law.name.as_ref().map(|_| self.law.source.as_ref());
            if let Some(fields) = message.as_object_mut() {
                fields.insert("law".into(), json!(own));
            }
        }
        message
    }
}

fn told(what: Copied, copied: bool) -> &'static str {
    match (copied, what) {
        (false, _) => {
            "This browser doesn't let the page copy: select the text and copy it by hand."
        }
        (_, Copied::Story) => "The story is copied, with links to the explorer in it.",
        (_, Copied::Snippet) => "The snippet is copied.",
        (_, Copied::Css) => "The line for your style sheet is copied.",
        (_, Copied::Link) => "A link to this draft is copied, without the story's text.",
    }
}
