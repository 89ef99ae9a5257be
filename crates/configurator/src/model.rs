//! Everything that the page shows, and how it changes. No browser in here, so that all of it can be
//! tried on a host.

use std::rc::Rc;

use authoring::ProvisionId;
use explorer::{Explorer, State};
use options::{Layer, Options, Origin, Theme};
use provision_explorer::{Language, configure};
use serde_json::Value;
use snippets::{Accent, Colour, Form, Picture, SnippetInput};
use story::{Mention, Ruling, Story, What};

use crate::{
    act::{Act, Field, reduce, tidy},
    archive::{self, Archive},
    check::{Around, CheckTarget, Finding, check, refused},
    colour::{DARK, LIGHT, readable},
    draft::{Draft, free_name},
    history::History,
    law::Law,
    msg::Copied,
    share::Share,
    start::Start,
    without::{Without, without},
};

/// How wide the preview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Width {
    #[default]
    Phone,
    Tablet,
    Full,
}

/// A compiled law in parts on its way.
#[derive(Debug, Default)]
pub(crate) struct Fetched {
    /// The address of the one that pages name.
    pub(crate) of: String,
    pub(crate) files: Vec<publish::File>,
    /// The names of those that are to be fetched next.
    pub(crate) wanted: Vec<String>,
}

/// All of it.
pub(crate) struct Model {
    pub(crate) history: History<Draft, Field>,
    pub(crate) law: Rc<Law>,
    /// The law that ships, to return to.
    pub(crate) bundled: Rc<Law>,
    /// What is wrong with a dataset or a workbook that could not be shown at all.
    pub(crate) refused: Vec<String>,
    pub(crate) mentions: Rc<[Mention]>,
    /// The story that they were found in.
    read: Rc<Story>,
    /// What was said of them.
    rulings: Vec<Ruling>,
    /// Whether the story's field is in sight.
    pub(crate) pasting: bool,
    /// What is looked for among the provisions.
    pub(crate) query: String,
    pub(crate) width: Width,
    /// Whether the preview is dark; none: as the page.
    pub(crate) dark: Option<bool>,
    /// The style sheet's path beside the loader.
    pub(crate) styles: String,
    pub(crate) around: Around,
    /// The chosen snippet, or why there is none.
    pub(crate) snippet: Result<String, Box<Finding>>,
    /// What lacks for a page of the story.
    pub(crate) lacks: Option<Finding>,
    /// Where that page will be; none while something lacks.
    pub(crate) story_page: Option<String>,
    /// What each picture says, behind how its provision is cited, where pictures are taken.
    pub(crate) pictures: Vec<(String, String)>,
    /// What goes onto the site, while its pictures are drawn.
    pub(crate) archive: Option<Archive>,
    /// What was said of it last, and of which draft.
    told: Option<(Rc<Draft>, String)>,
    pub(crate) findings: Vec<Finding>,
    /// What stands in the field for a snippet, until it is opened.
    pub(crate) pasted: String,
    /// Whether the draft is kept on this device.
    pub(crate) kept: bool,
    /// The draft as it was last saved as a file, or as the page began.
    saved: Rc<Draft>,
    /// What was copied last, until something else is done, and whether the browser let it.
    pub(crate) copied: Option<(Copied, bool)>,
    /// What was done last, for those who don't see it.
    pub(crate) said: String,
    /// Where that is mended or goes on: a part of the page, by its id.
    pub(crate) way: Option<&'static str>,
    /// The highlight that is being dragged.
    pub(crate) dragged: Option<usize>,
    /// What readers without script see of the snippet.
    pub(crate) without: Without,
    /// This page's address, to which links to a draft lead.
    pub(crate) address: String,
    /// Whether such a link brings the story's text along.
    pub(crate) link_story: bool,
    pub(crate) share: Share,
    /// What the files are called by that are published of the explorer.
    pub(crate) file_stem: String,
    /// What has come of a law in parts that is fetched.
    pub(crate) parts: Fetched,
    /// What there is of a law's own file.
    pub(crate) start: Start,
    /// A colour that was picked and can't be read on the paper.
    pub(crate) unreadable: Option<Colour>,
}

impl Model {
    pub(crate) fn new(law: Law, styles: String) -> Self {
        let law = Rc::new(law);
        Self {
            history: History::new(Draft::default()),
            bundled: law.clone(),
            law,
            refused: Vec::new(),
            mentions: Rc::new([]),
            read: Rc::default(),
            rulings: Vec::new(),
            pasting: true,
            query: String::new(),
            width: Width::default(),
            dark: None,
            styles,
            around: Around::default(),
            snippet: Ok(String::new()),
            lacks: None,
            story_page: None,
            pictures: Vec::new(),
            archive: None,
            told: None,
            findings: Vec::new(),
            pasted: String::new(),
            kept: false,
            saved: Rc::default(),
            copied: None,
            said: String::new(),
            way: None,
            dragged: None,
            without: Without::default(),
            address: String::new(),
            link_story: false,
            share: Share::of("", "{}"),
            file_stem: String::new(),
            parts: Fetched::default(),
            start: Start::default(),
            unreadable: None,
        }
    }

    pub(crate) fn draft(&self) -> &Rc<Draft> {
        self.history.present()
    }

    /// What the newsroom's system takes.
    pub(crate) fn form(&self) -> Form {
        self.draft().destination.form()
    }

    /// Whether leaving the page would lose something.
    pub(crate) fn is_unsaved(&self) -> bool {
        !self.kept && *self.saved != **self.draft()
    }

    /// The draft is on the journalist's disk.
    pub(crate) fn was_saved(&mut self) {
        self.saved = self.draft().clone();
    }

    /// A step of its own.
    pub(crate) fn act(&mut self, act: Act) {
        let is_other_law = matches!(act, Act::Law(..));
        let next = reduce(self.draft(), act);
        let next = if is_other_law { self.carried(&next) } else { next };
        self.history.go(next, None);
        self.follow();
    }

    /// A draft as it stands under its law: what that lacks of what is named stays as the law before cites it.
    fn carried(&self, next: &Draft) -> Draft {
        let former = self.draft().awaits.is_none().then_some(&*self.law);
        let law = next.law.as_ref().unwrap_or(&self.bundled);
        next.with_options(|it| law.carry(it, former))
    }

    /// The draft as it travels: it names provisions as its law cites them, so that they can be read where
    /// that isn't open.
    pub(crate) fn to_json(&self, with_story: bool) -> Value {
        let law = self.law.dataset();
        self.draft().with_options(|it| it.written(law)).to_json(with_story)
    }

    /// A letter more or less in a field.
    pub(crate) fn type_in(&mut self, act: Act) {
        let field = act.field();
        self.history.go(reduce(self.draft(), act), field);
        self.follow();
    }

    /// Takes over what follows from the draft: the law, and what the story names of it.
    pub(crate) fn follow(&mut self) {
        let law = self.draft().law.clone().unwrap_or_else(|| self.bundled.clone());
        let story = self.draft().story.clone();
        let rulings = self.draft().rulings.clone();
        if law != self.law || !Rc::ptr_eq(&story, &self.read) || rulings != self.rulings {
            self.mentions = story.ruled(law.dataset(), &rulings).into();
            let is_other = law != self.law;
            (self.law, self.read, self.rulings) = (law, story, rulings);
            if is_other {
                self.start.law_changed();
                let begun = self.go_on();
                self.start.ended.extend(begun);
            }
        }
    }

    /// Whether the law's text is another than the one that readers would get, and why.
    pub(crate) fn mismatch(&self) -> Option<Finding> {
        let draft = self.draft();
        let (what, part) = match (&draft.law, &draft.options.dataset) {
            _ if draft.awaits.is_some() => {
                ("Open the law that this draft was made for first, under “The law”.", "law")
            }
            (Some(_), None) => (
                "Say where the dataset will be, under “The law”: readers would get the one that ships.",
                "dataset",
            ),
            (None, Some(_)) => (
                "Open the dataset under “The law” first: readers would get another law than the preview shows.",
                "dataset",
            ),
            _ => return None,
        };
        Some(Finding::new(what, CheckTarget::Part(part)))
    }

    /// The explorer under the draft's options, and those.
    pub(crate) fn configured(&self) -> (Explorer, Options) {
        self.configured_of(&self.law.explorer)
    }

    fn configured_of(&self, law: &Explorer) -> (Explorer, Options) {
        let options = tidy(self.draft()).options;
        let text = options::to_json(&options);
        let values = authoring::json::parse(&text).unwrap_or(authoring::Node::Null);
        let layer = Layer { origin: Origin::Property, values };
        let (explorer, options, _) = configure(law, &[layer]);
        (explorer, options)
    }

    pub(crate) fn language(&self) -> Language {
        let lang = self.draft().options.lang.as_deref();
        lang.and_then(Language::of).unwrap_or_else(Language::fallback)
    }

    /// Begins with what goes onto the site; whether it does, for what is under way goes on, and that is said.
    pub(crate) fn begin_archive(&mut self) -> bool {
        if let Some(archive) = &self.archive {
            let progress = archive.progress();
            self.say(progress);
            return false;
        }
        self.settle();
        if self.lacks.is_none() {
            self.keep_name();
        }
        match Archive::of(self) {
            Ok(archive) => self.archive = Some(archive),
            Err(why) => self.tell(why),
        }
        self.archive.is_some()
    }

    /// Gives up what goes onto the site.
    pub(crate) fn stop_archive(&mut self) {
        if self.archive.take().is_some() {
            self.tell("Stopped: no files are saved.");
        }
    }

    /// Gives it up where the draft is no longer what it is made of; whether it was.
    pub(crate) fn drop_outdated(&mut self) -> bool {
        let outdated = self.archive.take_if(|it| !it.is_of(self.history.present()));
        if outdated.is_some() {
            self.tell("The draft is another now, so the files of the one before aren’t saved: download them again.");
        }
        outdated.is_some()
    }

    /// Says something of it, which stays beside its button while the draft does.
    pub(crate) fn tell(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.told = Some((self.draft().clone(), text.clone()));
        self.say(text);
    }

    /// Shows how far it is, without a word to those who hear the page.
    pub(crate) fn show_progress(&mut self, text: String) {
        self.told = Some((self.draft().clone(), text));
    }

    /// What was said of it last.
    pub(crate) fn told_of_archive(&self) -> Option<&str> {
        let (draft, text) = self.told.as_ref()?;
        Rc::ptr_eq(draft, self.draft()).then_some(text)
    }

    /// What is published keeps its name from here on, whatever is changed in the draft, because its
    /// address is pasted.
    pub(crate) fn keep_name(&mut self) {
        let mut draft = (**self.draft()).clone();
        if snippets::slug(&draft.name).is_empty() {
            draft.name.clone_from(&self.file_stem);
        }
        draft.note_published(&self.file_stem);
        if draft != **self.draft() {
            self.history.amend(draft);
        }
    }

    /// What must be chosen before there can be files of the story: another story's have their name.
    pub(crate) fn name_question(&self) -> Option<Finding> {
        let name = &self.file_stem;
        self.draft().is_of_another(name).then(|| {
            let what = format!("Files called {name} were handed over for another story: say below whether this is the same one, or give its files another name.");
            Finding::new(what, CheckTarget::Part("name"))
        })
    }

    /// A name that nothing was handed over under.
    pub(crate) fn free_name(&self) -> String {
        free_name(&self.draft().published, &self.file_stem)
    }

    /// What needs more time than a keystroke leaves: the snippet, and the list of what to look at.
    pub(crate) fn settle(&mut self) {
        let (explorer, options) = self.configured();
        // All of a large law would be megabytes of a story's page.
        let printed = self.form().prints_all(&options);
        let printed = printed.then(|| self.configured_of(self.law.printed()).0);
        let printed = printed.as_ref().unwrap_or(&explorer);
        let mismatch = self.mismatch().map(Box::new);
        (self.file_stem, self.story_page, self.snippet) =
            self.with_input(printed, &options, |it| {
                let print = || {
                    snippets::print(self.form(), it)
                        .map_err(|why| Box::new(refused(why, self.draft())))
                };
                (it.file_stem(), it.page_address(), mismatch.map_or_else(print, Err))
            });
        if let (true, Some(question)) = (self.form().names_files(), self.name_question()) {
            self.snippet = std::mem::replace(&mut self.snippet, Ok(String::new()))
                .and(Err(Box::new(question)));
        }
        self.pictures = self.pictured(&explorer, &options);
        self.lacks = archive::lacks(self);
        self.story_page = self.story_page.take().filter(|_| self.lacks.is_none());
        let shown = self.snippet.as_deref().ok();
        self.without = shown.map_or(Without::Words("There is no snippet yet."), |it| {
            without(self.form(), it, &self.styles)
        });
        let packed = self.to_json(self.link_story).to_string();
        self.share = Share::of(&self.address, &packed);
        self.around.named = self.offered();
        self.around.undecided = self.mentions.iter().filter(|it| it.doubt.is_some()).count();
        self.around.characters = self.snippet.as_ref().map_or(0, |it| it.chars().count());
        self.findings = check(self.draft(), &self.law, &explorer, &self.around);
    }

    fn pictured(&self, explorer: &Explorer, options: &Options) -> Vec<(String, String)> {
        if self.form() != Form::Picture {
            return Vec::new();
        }
        let all = self.with_input(explorer, options, snippets::pictures);
        let text = |it: &Picture| (self.law.citation(&it.provision), it.alternative());
        all.iter().map(text).collect()
    }

    /// Makes something of what snippets are made of.
    pub(crate) fn with_input<T>(
        &self,
        explorer: &Explorer,
        options: &Options,
        make: impl FnOnce(&SnippetInput<'_>) -> T,
    ) -> T {
        let draft = tidy(self.draft());
        make(&SnippetInput {
            explorer,
            options,
            language: self.language(),
            loader: &draft.loader,
            styles: &self.styles,
            accent: accent(&draft),
            story: (!draft.page.is_empty()).then_some(draft.page.as_str()),
            name: (!draft.name.is_empty()).then_some(draft.name.as_str()),
        })
    }

    /// The provisions that a search finds; none where nothing is looked for.
    pub(crate) fn found(&self) -> Vec<authoring::ProvisionIx> {
        if self.query.trim().is_empty() {
            return Vec::new();
        }
        let state = State { query: self.query.clone(), ..State::default() };
        self.law.explorer.select(&state).provisions.to_vec()
    }

    /// The provisions that the story names, in its order, each once.
    pub(crate) fn offered(&self) -> Vec<ProvisionId> {
        let mut ids = Vec::new();
        for mention in self.mentions.iter().filter(|it| it.doubt.is_none()) {
            let What::Here(provisions) = &mention.what else { continue };
            for id in provisions.iter().filter_map(|it| self.law.id(*it)) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    pub(crate) fn story(&self) -> &Story {
        &self.draft().story
    }
}

/// The newsroom's colour as it is on light paper and on dark.
pub(crate) fn accent(draft: &Draft) -> Option<Accent> {
    let picked = draft.accent?;
    let light = if draft.options.theme == Theme::Dark { picked } else { readable(picked, LIGHT) };
    Some(Accent { light, dark: readable(picked, DARK) })
}
