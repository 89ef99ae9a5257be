//! Everything that the page shows, and how it changes. No browser in here, so that all of it can be
//! tried on a host.

use std::rc::Rc;

use explorer::{Explorer, State};
use options::{Layer, Options, Origin, Theme};
use provision_explorer::{Language, configure};
use snippets::{Accent, Colour, Form, Piece};
use story::{Mention, Story};

use crate::{
    act::{Act, Field, reduce, tidy},
    check::{Around, Finding, check},
    colour::{DARK, LIGHT, readable},
    draft::Draft,
    history::History,
    law::Law,
};

/// How wide the preview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Width {
    #[default]
    Phone,
    Tablet,
    Full,
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
    /// What is looked for among the provisions.
    pub(crate) query: String,
    pub(crate) width: Width,
    /// Whether the preview is dark; none: as the page.
    pub(crate) dark: Option<bool>,
    pub(crate) form: Form,
    /// The style sheet's path beside the loader.
    pub(crate) styles: String,
    pub(crate) around: Around,
    /// The chosen snippet, or why there is none.
    pub(crate) snippet: Result<String, String>,
    pub(crate) findings: Vec<Finding>,
    /// Whether the draft is kept on this device.
    pub(crate) kept: bool,
    /// What was done last, for those who don't see it.
    pub(crate) said: String,
    /// The highlight that is being dragged.
    pub(crate) dragged: Option<usize>,
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
            query: String::new(),
            width: Width::default(),
            dark: None,
            form: Form::Twin,
            styles,
            around: Around::default(),
            snippet: Ok(String::new()),
            findings: Vec::new(),
            kept: false,
            said: String::new(),
            dragged: None,
            unreadable: None,
        }
    }

    pub(crate) fn draft(&self) -> &Rc<Draft> {
        self.history.present()
    }

    pub(crate) fn act(&mut self, act: Act) {
        let field = act.field();
        self.history.go(reduce(self.draft(), act), field);
    }

    /// Takes another law, and keeps of the draft what it was.
    pub(crate) fn take_law(&mut self, law: Rc<Law>) {
        self.law = law;
        self.refused.clear();
        self.find_mentions();
    }

    pub(crate) fn find_mentions(&mut self) {
        self.mentions = self.draft().story.mentions(self.law.dataset()).into();
    }

    /// The explorer under the draft's options, and those.
    pub(crate) fn configured(&self) -> (Explorer, Options) {
        let options = tidy(self.draft()).options;
        let text = options::to_json(&options);
        let values = dataset::json::parse(&text).unwrap_or(dataset::Node::Null);
        let layer = Layer { origin: Origin::Property, values };
        let (explorer, options, _) = configure(&self.law.explorer, &[layer]);
        (explorer, options)
    }

    pub(crate) fn language(&self) -> Language {
        let lang = self.draft().options.lang.as_deref();
        lang.and_then(Language::of).unwrap_or_else(Language::fallback)
    }

    /// What needs more time than a keystroke leaves: the snippet, and the list of what to look at.
    pub(crate) fn settle(&mut self) {
        let (explorer, options) = self.configured();
        let draft = tidy(self.draft());
        let piece = Piece {
            explorer: &explorer,
            options: &options,
            language: self.language(),
            loader: &draft.loader,
            styles: &self.styles,
            accent: accent(&draft),
            story: (!draft.page.is_empty()).then_some(draft.page.as_str()),
        };
        self.snippet = snippets::print(self.form, &piece).map_err(|refusal| refusal.to_string());
        self.around.bytes = self.snippet.as_ref().map_or(0, String::len);
        self.findings = check(self.draft(), &self.law, &explorer, &self.around);
    }

    /// The provisions that a search finds; all but the highlighted where nothing is looked for.
    pub(crate) fn found(&self) -> Vec<dataset::ProvisionIx> {
        let state = State { query: self.query.clone(), ..State::default() };
        self.law.explorer.select(&state).provisions
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
