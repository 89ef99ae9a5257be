//! What each thing that is done does to the model.

#[cfg(test)]
pub(crate) mod tests;

use std::rc::Rc;

use authoring::ProvisionId;
use serde_json::{Value, json};
use snippets::{Accent, Colour, slug};
use story::{Story, ended};

use crate::{
    act::{Act, Field, tidy},
    colour::{DARK, LIGHT, reads_on},
    draft::{Draft, LawName, ParsedDraft, Published, as_value, beside},
    files,
    history::History,
    law::Law,
    model::{Fetched, Model, accent},
    msg::{Copied, Msg},
    page::handed,
};

/// A story that shows what the page does, of our own making.
const EXAMPLE: &str = include_str!("example.txt");

impl Model {
    /// Does what needs no browser.
    pub(crate) fn take(&mut self, msg: Msg) {
        if !matches!(msg, Msg::Settled | Msg::Preview(..)) {
            self.copied = None;
        }
        match msg {
            Msg::Act(act) => {
                self.step(act);
                if !self.start.ended.is_empty() {
                    self.say("");
                }
            }
            Msg::Typed(act) => self.type_in(act),
            Msg::Accent(colour) => self.take_colour(colour),
            Msg::Undo => self.travel(History::undo, "Undone."),
            Msg::Redo => self.travel(History::redo, "Done again."),
            Msg::Search(query) => self.query = query,
            Msg::Width(width) => self.width = width,
            Msg::Scheme(dark) => self.dark = dark,
            Msg::Pasted(text) => self.pasted = text,
            Msg::OpenPasted => {
                let text = std::mem::take(&mut self.pasted);
                self.open_pasted(text);
            }
            Msg::LinkStory(with_story) => self.link_story = with_story,
            Msg::Drag(dragged) => self.dragged = dragged,
            Msg::Drop(to) => {
                if let Some(from) = self.dragged.take() {
                    self.step(Act::Move { from, to });
                }
            }
            Msg::Example => self.take_story(Story::from_text(EXAMPLE.into())),
            Msg::WasCopied(what, copied) => {
                self.say(told(what, copied));
                self.copied = Some((what, copied));
            }
            Msg::Start(step) => self.start(step),
            Msg::Bundled => {
                self.step(Act::Law(None, String::new()));
                self.say(format!("This is about {} now.", self.law.title()));
            }
            Msg::Read(wanted, files, refusal) => self.opened(wanted, &files, refusal),
            Msg::Fetched(address, fetched) => self.fetched(address, fetched),
            Msg::Handed(is_given) => self.say(handed("desk", is_given)),
            Msg::Given(json) => {
                let law = Law::read(json, Some("the desk".into()), self.around.today);
                self.open_law(law, None);
            }
            _ => {}
        }
    }

    /// Says what was done, and what that has ended. A text that is said twice is another the second time,
    /// or those who hear it would hear it once.
    pub(crate) fn say(&mut self, text: impl Into<String>) {
        let mut text = text.into();
        self.way = None;
        for ended in self.start.ended.drain(..) {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(&ended);
        }
        self.said = if self.said == text { text + "\u{a0}" } else { text };
    }

    /// Says what can't be done here, and where it can.
    pub(crate) fn refer(&mut self, text: impl Into<String>, part: Option<&'static str>) {
        self.say(text);
        self.way = part;
    }

    fn step(&mut self, act: Act) {
        self.unreadable = None;
        self.said.clear();
        self.way = None;
        if let Act::Move { to, .. } = &act {
            let to = *to;
            self.act(act);
            let highlight = &self.draft().options.highlight;
            let all = highlight.len();
            if let Some(id) = highlight.get(to) {
                self.say(format!("{} is number {} of {all} now.", self.law.citation(id), to + 1));
            }
            return;
        }
        let left = match &act {
            Act::ClearLeft(named) => self.draft().left_over(named),
            _ => None,
        };
        self.act(act);
        if let Some(left) = left {
            self.say(ended(format!("Taken out: {left}")));
        }
    }

    fn travel(&mut self, way: fn(&mut History<Draft, Field>), said: &str) {
        let before = self.draft().clone();
        way(&mut self.history);
        self.keep_name_of(&before);
        self.follow();
        self.say(said);
    }

    /// What was handed over stays so where a step is undone, and what is the same story keeps its name,
    /// unless that was the step.
    fn keep_name_of(&mut self, before: &Draft) {
        if **self.draft() == Draft::default() {
            return;
        }
        let mut now = (**self.draft()).clone();
        let is_known = |it: &&Published| now.published.iter().all(|known| known.name != it.name);
        let others: Vec<_> = before.published.iter().filter(is_known).cloned().collect();
        now.published.extend(others);
        let is_same =
            before.published.iter().any(|it| it.name == slug(&before.name) && it.is_of(&now));
        let named = Draft { name: before.name.clone(), ..now.clone() };
        if is_same && now.name.is_empty() && named != *before {
            now = named;
        }
        if now != **self.draft() {
            self.history.amend(now);
        }
    }

    /// What is to be copied or saved is that of the draft as it stands now.
    pub(crate) fn make_ready(&mut self, what: Copied) {
        if matches!(what, Copied::Snippet | Copied::Link | Copied::StoryPage) {
            self.settle();
        }
        let names_files = match what {
            Copied::StoryPage => true,
            Copied::Snippet => self.form().names_files(),
            _ => false,
        };
        if names_files && self.lacks.is_none() {
            self.keep_name();
        }
    }

    pub(crate) fn take_story(&mut self, story: Story) {
        self.pasting = false;
        self.step(Act::Story(Rc::new(story)));
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

    /// Takes a draft from a file, an earlier visit or a link. A link may come from anyone, so it
    /// doesn't say which script goes into the newsroom's pages.
    pub(crate) fn open_draft(&mut self, text: &str, is_link: bool) {
        let mut reading = match Draft::read(text) {
            Ok(reading) => reading,
            Err(why) => {
                return self
                    .say(ended(format!("This can’t be opened, and what was here stays: {why}")));
            }
        };
        // A snippet holds no story, and the one that is here may be what it was made for.
        let is_snippet = reading.is_snippet;
        if is_link {
            self.keep_loader(&mut reading);
        }
        self.find_law(&mut reading);
        let law = reading.draft.law.as_ref().unwrap_or(&self.bundled).clone();
        // Of a law that isn't open, citations stay as they were written.
        let is_other = reading.draft.law.is_none() && reading.draft.options.dataset.is_some();
        if reading.draft.awaits.is_none() && !is_other {
            reading.draft = reading.draft.with_options(|it| it.named(law.dataset()));
        }
        if is_snippet {
            let here = (**self.draft()).clone();
            let Draft { story, before, rulings, name, published, destination, .. } = here;
            reading.draft =
                Draft { story, before, rulings, name, published, destination, ..reading.draft };
        }
        self.pasting = reading.draft.story.source().is_empty();
        self.act(Act::Replace(Box::new(reading.draft)));
        if !is_snippet {
            self.was_saved();
        }
        self.say(match reading.problems.as_slice() {
            [] => "The draft is here.".into(),
            problems => ended(format!("The draft is here, but for this: {}", problems.join("; "))),
        });
    }

    /// Leaves the loader of what came by a link, and says so where it named one.
    fn keep_loader(&self, reading: &mut ParsedDraft) {
        let here = &self.draft().loader;
        let other = &reading.draft.loader;
        if other != here && *other != Draft::default().loader {
            reading
                .problems
                .push(format!("where the files are, {other}, is not taken from a link"));
        }
        reading.draft.take_loader(here.clone());
    }

    /// The law that a draft was made for may be open here.
    fn find_law(&self, reading: &mut ParsedDraft) {
        let here = &self.draft().law;
        let draft = &mut reading.draft;
        let dataset = &draft.options.dataset;
        let is_here =
            dataset.is_some() && here.is_some() && *dataset == self.draft().options.dataset;
        match &draft.awaits {
            Some(law) if here.as_deref().map(LawName::of).as_ref() != Some(law) => {
                let title = &law.title;
                reading
                    .problems
                    .push(format!("it is about {title}; open its dataset under “The law”"));
            }
            None if !is_here => {}
            _ => {
                draft.awaits = None;
                draft.law.clone_from(here);
            }
        }
    }

    /// A dataset or a compiled law from an address. Of a law in parts the files come one after another,
    /// as each names the next.
    fn fetched(&mut self, address: String, fetched: Result<Vec<publish::File>, String>) {
        if address != self.parts.of {
            return;
        }
        let mut all = std::mem::take(&mut self.parts);
        match fetched {
            Ok(files) => all.files.extend(files),
            Err(why) => {
                return self.refuse_law(vec![format!("{address}: {why}")]);
            }
        }
        let (name, today) = (address.clone(), self.around.today);
        let law = match all.files.as_slice() {
            [file] if !publish::is_compiled(&file.text) => {
                Law::read(file.text.clone(), Some(name), today)
            }
            files => match files::compiled(files, name, today) {
                Ok(law) => law,
                Err(publish::NotOpened::Lacks(wanted)) => {
                    self.parts = Fetched { wanted, ..all };
                    return;
                }
                Err(why) => Err(vec![format!("{address}: {why}")]),
            },
        };
        self.open_law(law, Some(address));
    }

    /// A law of the newsroom's own, and its address where that is known.
    pub(crate) fn open_law(&mut self, law: Result<Law, Vec<String>>, address: Option<String>) {
        match law {
            Ok(law) => {
                let id = &law.dataset().records().id;
                // Where the draft says already that this law will be.
                let awaited = self.draft().awaits.as_ref().is_none_or(|it| it.id == id.as_str());
                let known = self.draft().options.dataset.clone();
                let is_same = |it: &Rc<Law>| it.dataset().records().id == *id;
                let fits = self.draft().law.as_ref().is_none_or(is_same);
                let known = known.filter(|_| awaited && fits);
                let address = address.or(known).unwrap_or_else(|| beside(&self.draft().loader, id));
                let said = format!("This is about {} now.", law.title());
                self.refused.clear();
                self.step(Act::Law(Some(Rc::new(law)), address));
                self.say(said);
            }
            Err(problems) => self.refuse_law(problems),
        }
    }

    /// Says that no law comes of what was opened. What was there before stays.
    fn refuse_law(&mut self, problems: Vec<String>) {
        self.refused = problems;
        self.refer(
            "No law can be opened from this, and what was here stays; why stands under “The law”.",
            Some("law"),
        );
    }

    /// Back to an empty page; undo brings the draft back.
    pub(crate) fn wipe(&mut self) {
        self.act(Act::Replace(Box::default()));
        self.pasting = true;
        self.refused.clear();
        self.say("This is a new draft, and nothing is kept on this device. Undo brings the last one back.");
    }

    /// What is copied as markup beside the text, where a visual editor would show tags otherwise.
    pub(crate) fn html_of(&self, what: Copied) -> Option<String> {
        let html = || self.story().to_html(&self.mentions, self.law.dataset());
        (what == Copied::Story).then(html)
    }

    /// What is copied.
    pub(crate) fn text_of(&self, what: Copied) -> Option<String> {
        match what {
            Copied::Story => Some(self.story().with_refs(&self.mentions, self.law.dataset())),
            Copied::Snippet => self.snippet.clone().ok(),
            Copied::Css => self.css(),
            Copied::Link => self.share.link.clone().ok(),
            Copied::StoryPage => self.story_page.clone(),
            Copied::Alternative(nth) => self.pictures.get(nth).map(|(_, text)| text.clone()),
        }
    }

    /// Why there is nothing to copy.
    pub(crate) fn not_copied(&self, what: Copied) -> String {
        match what {
            Copied::StoryPage => self.lacks.as_ref().map(|it| it.what.clone()),
            _ => self.share.link.clone().err(),
        }
        .unwrap_or_default()
    }

    /// The newsroom's colour as a line of CSS, where the form leaves it to the page.
    pub(crate) fn css(&self) -> Option<String> {
        let accent = accent(self.draft()).filter(|_| self.form().leaves_accent_to_page())?;
        Some(snippets::css(accent))
    }

    /// What the preview is told.
    pub(crate) fn message(&self, with_law: bool, select: Option<&ProvisionId>) -> Value {
        let draft = tidy(self.draft());
        let options = options::Options { dataset: None, ..draft.options.clone() };
        let accent =
            accent(&draft).map(|Accent { light, dark }| format!("light-dark({light}, {dark})"));
        let mut message = json!({
            "options": as_value(&options),
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
            "This browser doesn’t let the page copy: select the text and copy it by hand."
        }
        (_, Copied::Story) => "The story is copied, with links to the explorer in it.",
        (_, Copied::Snippet) => "The snippet is copied.",
        (_, Copied::Css) => "The line for your style sheet is copied.",
        (_, Copied::Link) => "A link to this draft is copied.",
        (_, Copied::StoryPage) => "The page’s address is copied.",
        (_, Copied::Alternative(_)) => "The picture’s alternative text is copied.",
    }
}
