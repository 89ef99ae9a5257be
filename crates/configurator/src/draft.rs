//! What a journalist has made so far, and how it travels: as a file, as a link, and from one visit
//! to the next. One JSON object for all three.

use std::rc::Rc;

use dataset::{Node, json};
use options::{Layer, Options, Origin};
use serde_json::{Map, Value, json};
use snippets::Colour;
use story::Story;

use crate::law::Law;

/// Where the loader stands on the page's own site, until somebody says where.
const NEAR: &str = "./provision-explorer.js";

/// A configuration in the making.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    /// The story that the explorer is for.
    pub(crate) story: Rc<Story>,
    /// A law of the newsroom's own; none: the one that ships. It doesn't travel with the draft.
    pub(crate) law: Option<Rc<Law>>,
    /// The element's options.
    pub(crate) options: Options,
    /// The newsroom's colour, for light paper; the one for dark paper follows from it.
    pub(crate) accent: Option<Colour>,
    /// Where the loader stands.
    pub(crate) loader: String,
    /// Where the story will be, for what is read elsewhere.
    pub(crate) page: String,
    /// The longest snippet that the newsroom's system takes, in bytes.
    pub(crate) limit: Option<usize>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            story: Rc::default(),
            law: None,
            options: Options::default(),
            accent: None,
            loader: NEAR.into(),
            page: String::new(),
            limit: None,
        }
    }
}

/// A draft from elsewhere, and what in it could not be read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ParsedDraft {
    pub(crate) draft: Draft,
    pub(crate) problems: Vec<String>,
}

impl Draft {
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
        if let Some(limit) = self.limit {
            draft.insert("limit".into(), json!(limit));
        }
        if with_story && !self.story.source().is_empty() {
            draft.insert("story".into(), json!(self.story.source()));
            draft.insert("html".into(), json!(self.story.is_html()));
        }
        Value::Object(draft)
    }

    /// Reads a draft, or an element's options alone, which `cargo xtask prerender` takes, too.
    ///
    /// # Errors
    /// A sentence where the text is no JSON object at all.
    pub(crate) fn read(text: &str) -> Result<ParsedDraft, String> {
        let node = json::parse(text).map_err(|problem| problem.to_string())?;
        let Node::Map(fields) = node else {
            return Err("this is not a configuration: it has to be a JSON object".into());
        };
        let mut reading = ParsedDraft::default();
        if fields.iter().any(|(name, _)| name == "options") {
            reading.read_fields(&fields);
        } else {
            reading.read_options(Node::Map(fields));
        }
        Ok(reading)
    }
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
                ("limit", Node::Whole(limit)) => {
                    draft.limit = usize::try_from(*limit).ok();
                }
                ("story", Node::Text(text)) => source = Some(text.clone()),
                ("html", Node::Bool(is_html)) => html = *is_html,
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
        self.read_options(options);
    }

    fn read_options(&mut self, values: Node) {
        let reading = options::read(&[Layer { origin: Origin::Property, values }]);
        self.draft.options = reading.options;
        self.problems.extend(reading.warnings.iter().map(ToString::to_string));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::ProvisionId;
    use options::Theme;

    fn full() -> Draft {
        Draft {
            story: Rc::new(Story::from_html("<p>Article 28(4) is odd.</p>".into())),
            options: Options {
                highlight: vec![ProvisionId::new("art_28__para_4"), ProvisionId::new("art_14")],
                heading: Some("What is wrong?".into()),
                theme: Theme::Dark,
                notes: vec![(ProvisionId::new("art_14"), "New in this draft.".into())],
                ..Options::default()
            },
            law: None,
            accent: "#aa2200".parse().ok(),
            loader: "https://news.example/pe/provision-explorer.js".into(),
            page: "https://news.example/story".into(),
            limit: Some(20_000),
        }
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
        assert_eq!(reading.draft, Draft { story: Rc::default(), ..full() });
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
    fn what_is_no_object_is_refused() {
        assert!(Draft::read("[1]").is_err());
        assert!(Draft::read("{").is_err());
    }
}
