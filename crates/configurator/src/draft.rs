//! What a journalist has made so far, and how it travels: as a file, as a link, and from one visit
//! to the next. One JSON object for all three.

mod before;
mod published;
mod rulings;
mod told;

use std::rc::Rc;

use authoring::{Node, json};
use options::{Layer, Name, Options, Origin};
use serde_json::{Map, Value, json};
use snippets::{Colour, OpenedSnippet};
use story::{Ruling, Story};

use crate::{law::Law, systems::Destination};

pub(crate) use before::Before;
pub(crate) use published::{Published, free_name};
pub(crate) use told::{label, told};

/// Where the loader stands on the page's own site, until somebody says where.
const NEAR: &str = "./provision-explorer.js";

/// A configuration in the making.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    /// The story that the explorer is for.
    pub(crate) story: Rc<Story>,
    /// What was set for the stories before, until it is said whether that goes on.
    pub(crate) before: Vec<Before>,
    /// What the journalist says of places found in it.
    pub(crate) rulings: Vec<Ruling>,
    /// A law of the newsroom's own; none: the one that ships. Of it, its name alone travels with the
    /// draft.
    pub(crate) law: Option<Rc<Law>>,
    /// The law of the newsroom's own that the draft was made for, until that is opened.
    pub(crate) awaits: Option<LawName>,
    /// The element's options.
    pub(crate) options: Options,
    /// The newsroom's colour, for light paper; the one for dark paper follows from it.
    pub(crate) accent: Option<Colour>,
    /// Where the loader stands.
    pub(crate) loader: String,
    /// Where the story will be, for what is read elsewhere.
    pub(crate) page: String,
    /// What is published of it is called by; empty until something is handed over.
    pub(crate) name: String,
    /// What was handed over, by its names.
    pub(crate) published: Vec<Published>,
    /// The longest snippet that the newsroom's system takes, in characters.
    pub(crate) limit: Option<usize>,
    /// Where the snippet goes.
    pub(crate) destination: Destination,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            story: Rc::default(),
            before: Vec::new(),
            rulings: Vec::new(),
            law: None,
            awaits: None,
            options: Options::default(),
            accent: None,
            loader: NEAR.into(),
            page: String::new(),
            name: String::new(),
            published: Vec::new(),
            limit: None,
            destination: Destination::default(),
        }
    }
}

/// Which law a draft is for, where that isn't the one that ships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LawName {
    pub(crate) id: String,
    pub(crate) title: String,
}

impl LawName {
    pub(crate) fn of(law: &Law) -> Self {
        Self { id: law.dataset().records().id.clone(), title: law.title() }
    }

    fn read(node: &Node) -> Option<Self> {
        let Node::Map(fields) = node else { return None };
        let text = |wanted: &str| match fields.iter().find(|(name, _)| name == wanted)? {
            (_, Node::Text(text)) => Some(text.clone()),
            _ => None,
        };
        Some(Self { id: text("id")?, title: text("title")? })
    }
}

/// A draft from elsewhere, and what in it could not be read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ParsedDraft {
    pub(crate) draft: Draft,
    pub(crate) problems: Vec<String>,
    /// Whether it was what is pasted into a story.
    pub(crate) is_snippet: bool,
}

impl Draft {
    /// The same with its options, and those that were set for the stories before, made others.
    pub(crate) fn with_options(&self, make: impl Fn(&Options) -> Options) -> Self {
        let before = self.before.iter().map(|it| it.with_options(&make)).collect();
        Self { options: make(&self.options), before, ..self.clone() }
    }

    /// The draft as a file or, without the story, as what stands in a link: a story that isn't out
    /// yet has no place in an address.
    pub(crate) fn to_json(&self, with_story: bool) -> Value {
        let mut draft = Map::new();
        draft.insert("options".into(), as_value(&self.options));
        if let Some(accent) = self.accent {
            draft.insert("accent".into(), json!(accent.to_string()));
        }
        let usual = Self::default();
        if self.loader != usual.loader {
            draft.insert("loader".into(), json!(self.loader));
        }
        if !self.page.is_empty() {
            draft.insert("page".into(), json!(self.page));
        }
        if !self.name.is_empty() {
            draft.insert("name".into(), json!(self.name));
        }
        if self.destination != usual.destination {
            draft.insert("system".into(), json!(self.destination.word()));
        }
        if let Some(limit) = self.limit {
            draft.insert("limit".into(), json!(limit));
        }
        if let Some(LawName { id, title }) = self.law_name() {
            draft.insert("law".into(), json!({ "id": id, "title": title }));
        }
        if with_story && !self.story.source().is_empty() {
            draft.insert("story".into(), json!(self.story.source()));
            draft.insert("html".into(), json!(self.story.is_html()));
            if !self.rulings.is_empty() {
                draft.insert("rulings".into(), rulings::as_value(&self.rulings));
            }
        }
        if with_story && !self.before.is_empty() {
            draft.insert("before".into(), self.before_as_value());
        }
        if with_story && !self.published.is_empty() {
            draft.insert("published".into(), published::as_value(&self.published));
        }
        Value::Object(draft)
    }

    /// The law of the newsroom's own that the draft is for.
    pub(crate) fn law_name(&self) -> Option<LawName> {
        self.law.as_deref().map(LawName::of).or_else(|| self.awaits.clone())
    }

    /// Notes under which name its files were handed over.
    pub(crate) fn note_published(&mut self, name: &str) {
        self.published.retain(|it| it.name != name);
        self.published.push(Published::of(self, name.into()));
    }

    /// Whether another story's files were handed over under a name.
    pub(crate) fn is_of_another(&self, name: &str) -> bool {
        self.published.iter().any(|it| it.name == name && !it.is_of(self))
    }

    /// Where the files to publish have its law; none of the one that ships.
    pub(crate) fn law_beside(&self) -> Option<String> {
        self.law_name().map(|it| beside(&self.loader, &it.id))
    }

    /// Another loader. A law that is to be found beside the one before goes along.
    pub(crate) fn take_loader(&mut self, loader: String) {
        let goes_along =
            self.options.dataset.is_some() && self.options.dataset == self.law_beside();
        self.loader = loader;
        if goes_along {
            self.options.dataset = self.law_beside();
        }
    }

    /// Reads a draft, an element's options alone, which `cargo xtask prerender` takes, too, or a
    /// snippet in any form.
    ///
    /// # Errors
    /// A sentence where the text is none of them.
    pub(crate) fn read(text: &str) -> Result<ParsedDraft, String> {
        let mut reading = ParsedDraft::default();
        match json::parse(text) {
            Ok(Node::Map(fields)) if is_draft(&fields) => reading.read_fields(&fields),
            Ok(Node::Map(fields)) if are_options(&fields) => {
                reading.read_options(&[property(Node::Map(fields))]);
            }
            _ => reading.read_snippet(snippets::open(text).map_err(|why| why.to_string())?),
        }
        Ok(reading)
    }
}

/// Where the files to publish have a law, if they stand beside this loader.
pub(crate) fn beside(loader: &str, law: &str) -> String {
    format!("{}{}", snippets::folder(loader.trim()), publish::path_of(law))
}

fn is_draft(fields: &[(String, Node)]) -> bool {
    fields.iter().any(|(name, value)| name == "options" && matches!(value, Node::Map(_)))
}

/// Whether a JSON object is what this page saves or prints.
pub(crate) fn is_draft_or_options(fields: &[(String, Node)]) -> bool {
    is_draft(fields) || are_options(fields)
}

/// Whether these are an element's options; many files are JSON.
fn are_options(fields: &[(String, Node)]) -> bool {
    let is_option = |name: &str| Name::ALL.iter().any(|it| it.option() == name);
    fields.is_empty() || fields.iter().any(|(name, _)| is_option(name))
}

fn property(values: Node) -> Layer {
    Layer { origin: Origin::Property, values }
}

/// Options as they stand in JSON.
pub(crate) fn as_value(options: &Options) -> Value {
    serde_json::from_str(&options::to_json(options)).unwrap_or_default()
}

impl ParsedDraft {
    fn read_fields(&mut self, fields: &[(String, Node)]) {
        let draft = &mut self.draft;
        let (mut source, mut html, mut options) = (None, false, Node::Null);
        for (name, value) in fields {
            match (name.as_str(), value) {
                ("options", value) => options = value.clone(),
                ("loader", Node::Text(address)) => draft.loader.clone_from(address),
                ("page", Node::Text(address)) => draft.page.clone_from(address),
                ("name", Node::Text(name)) => draft.name.clone_from(name),
                ("limit", Node::Whole(limit)) => {
                    draft.limit = usize::try_from(*limit).ok();
                }
                ("system", Node::Text(word)) if Destination::read(word).is_some() => {
                    draft.destination = Destination::read(word).unwrap_or_default();
                }
                ("story", Node::Text(text)) => source = Some(text.clone()),
                ("html", Node::Bool(is_html)) => html = *is_html,
                ("rulings", Node::List(list)) if rulings::read(list).is_some() => {
                    draft.rulings = rulings::read(list).unwrap_or_default();
                }
                ("published", Node::List(list)) if published::read(list).is_some() => {
                    draft.published = published::read(list).unwrap_or_default();
                }
                ("before", Node::List(list)) if before::read(list).is_some() => {
                    draft.before = before::read(list).unwrap_or_default();
                }
                ("law", value) if LawName::read(value).is_some() => {
                    draft.awaits = LawName::read(value);
                }
                ("accent", Node::Text(text)) if text.parse::<Colour>().is_ok() => {
                    draft.accent = text.parse().ok();
                }
                ("accent", _) => self.problems.push("accent: write a colour like #0b5487".into()),
                _ => self.problems.push(format!("{name}: nothing of this name can be read here")),
            }
        }
        if let Some(text) = source {
            draft.story =
                Rc::new(if html { Story::from_html(text) } else { Story::from_text(text) });
        }
        self.read_options(&[property(options)]);
    }

    fn read_snippet(&mut self, snippet: OpenedSnippet) {
        self.is_snippet = true;
        self.draft.accent = snippet.accent;
        if let Some(loader) = snippet.loader {
            self.draft.loader = loader;
        }
        self.read_options(&snippet.layers);
    }

    fn read_options(&mut self, layers: &[Layer]) {
        let reading = options::read(layers);
        self.draft.options = reading.options;
        self.problems.extend(reading.warnings.iter().map(told));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use authoring::ProvisionId;
    use options::Theme;
    use snippets::Form;
    use story::Instead;

    use crate::systems::SYSTEMS;

    fn full() -> Draft {
        let mut draft = Draft {
            story: Rc::new(Story::from_html("<p>Article 28(4) is odd.</p>".into())),
            before: Vec::new(),
            rulings: vec![Ruling {
                words: "Article 28(4)".into(),
                sentence: "Article 28(4) is odd.".into(),
                nth: 0,
                instead: Instead::AnotherLaw,
            }],
            options: Options {
                highlight: vec![ProvisionId::new("art_28__para_4"), ProvisionId::new("art_14")],
                heading: Some("What is wrong?".into()),
                theme: Theme::Dark,
                notes: vec![(ProvisionId::new("art_14"), "New in this draft.".into())],
                ..Options::default()
            },
            law: None,
            awaits: Some(LawName { id: "bill".into(), title: "Bicycle Bill".into() }),
            accent: "#aa2200".parse().ok(),
            loader: "https://news.example/pe/provision-explorer.js".into(),
            page: "https://news.example/story".into(),
            name: "hanoi".into(),
            published: Vec::new(),
            limit: Some(20_000),
            destination: Destination::of(Form::WordPress),
        };
        draft.note_published("hanoi");
        draft
    }

    #[test]
    fn a_file_brings_everything_back() {
        let draft = full();
        let reading = Draft::read(&draft.to_json(true).to_string()).expect("an object");
        assert_eq!(reading.problems, Vec::<String>::new());
        assert_eq!(reading.draft, draft);
    }

    #[test]
    fn a_link_leaves_the_story_at_home() {
        let text = full().to_json(false).to_string();
        assert!(!text.contains("odd"));
        let reading = Draft::read(&text).expect("an object");
        assert_eq!(
            reading.draft,
            Draft { story: Rc::default(), rulings: Vec::new(), published: Vec::new(), ..full() }
        );
    }

    #[test]
    fn where_it_goes_comes_back_whichever_it_is() {
        let all = SYSTEMS.iter().map(Destination::System);
        for destination in all.chain(Form::ALL.map(Destination::of)) {
            let draft = Draft { destination, ..Draft::default() };
            let again = Draft::read(&draft.to_json(false).to_string()).expect("a draft");
            assert_eq!((again.draft, again.problems), (draft, Vec::new()));
        }
    }

    #[test]
    fn options_alone_are_a_draft() {
        let reading = Draft::read(r#"{"highlight":"28(4), 14","view":"matrix"}"#).expect("options");
        assert_eq!(reading.draft.options.highlight.len(), 2);
        assert!(reading.problems.is_empty());
    }

    #[test]
    fn all_that_cannot_be_read_is_told_and_the_rest_is_kept() {
        let text =
            r#"{"options":{"highlight":"28(4)","view":"wall"},"accent":"red","bound":3,"limit":9}"#;
        let reading = Draft::read(text).expect("an object");
        assert_eq!(reading.problems.len(), 3, "{:?}", reading.problems);
        assert_eq!(reading.draft.limit, Some(9));
        assert_eq!(reading.draft.options.highlight.len(), 1);
    }

    #[test]
    fn what_is_neither_draft_nor_snippet_is_refused() {
        let package = r#"{"name":"story","version":"1.0.0","dependencies":{}}"#;
        for text in ["[1]", "{", package, r#"{"options":7}"#, "", "A story about Article 28."] {
            assert!(Draft::read(text).is_err(), "{text}");
        }
        assert_eq!(Draft::read("{}"), Ok(ParsedDraft::default()));
    }
}
