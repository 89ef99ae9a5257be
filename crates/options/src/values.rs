//! The value of each option, from text or typed JSON.

use contract::{ViewKind, options::HEADING_LEVELS};
use dataset::{GroupId, Node, ProvisionId, is_language};

use crate::{
    LONGEST_LIST, LONGEST_NOTE, Loading, Name, Options, Theme,
    warning::{At, Origin, Warning, What, near},
};

/// Reads one value and notes what is wrong with it.
pub(crate) struct Reader<'a> {
    at: At,
    warnings: &'a mut Vec<Warning>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(at: At, warnings: &'a mut Vec<Warning>) -> Self {
        Self { at, warnings }
    }

    /// Sets an option where the value is readable, and says whether it was. Nothing and blank text
    /// set nothing.
    pub(crate) fn set(&mut self, options: &mut Options, name: Name, value: &Node) -> bool {
        if matches!(value, Node::Null | Node::Removed) {
            return false;
        }
        match name {
            Name::Dataset => put(&mut options.dataset, self.line(value).map(Some)),
            Name::Highlight => put(&mut options.highlight, self.provisions(value)),
            Name::Only => put(&mut options.only, self.flag(value)),
            Name::View => {
                let view = self.word(value, ViewKind::WORDS);
                let view = view.and_then(|place| ViewKind::ALL.get(place).copied());
                put(&mut options.view, view.map(Some))
            }
            Name::Audience => put(&mut options.audience, self.groups(value)),
            Name::Open => put(&mut options.open, self.provision(value).map(Some)),
            Name::Heading => put(&mut options.heading, self.line(value).map(Some)),
            Name::Dek => put(&mut options.dek, self.line(value).map(Some)),
            Name::HeadingLevel => put(&mut options.heading_level, self.level(value).map(Some)),
            Name::Lang => put(&mut options.lang, self.language(value).map(Some)),
            Name::Theme => {
                let theme = self.word(value, Theme::WORDS);
                let theme = theme.and_then(|place| Theme::ALL.get(place).copied());
                put(&mut options.theme, theme)
            }
            Name::Loading => {
                let loading = self.word(value, Loading::WORDS);
                let loading = loading.and_then(|place| Loading::ALL.get(place).copied());
                put(&mut options.loading, loading.map(Some))
            }
            Name::DeepLinks => put(&mut options.deep_links, self.flag(value)),
            Name::Notes => put(&mut options.notes, self.notes(value)),
        }
    }

    fn warn(&mut self, what: What) {
        self.warnings.push(Warning { at: self.at.clone(), what });
    }

    pub(crate) fn wrong_type(&mut self, found: &Node, expected: &'static str) {
        self.warn(What::WrongType { found: kind(found), expected });
    }

    /// The same reader one step further in.
    fn inside<T>(&mut self, step: &str, read: impl FnOnce(&mut Reader<'_>) -> T) -> T {
        read(&mut Reader { at: self.at.inside(step), warnings: self.warnings })
    }

    /// A text on one line, trimmed; none where nothing remains.
    fn line(&mut self, value: &Node) -> Option<String> {
        let Some(text) = value.as_text() else {
            self.wrong_type(value, "a text");
            return None;
        };
        let text = one_line(text);
        if text.is_empty() { None } else { Some(text) }
    }

    /// A boolean attribute is true by being there; JSON has booleans of its own.
    fn flag(&mut self, value: &Node) -> Option<bool> {
        let text = match value {
            Node::Bool(flag) => return Some(*flag),
            Node::Text(text) => one_line(text),
            _ => {
                self.wrong_type(value, "`true` or `false`");
                return None;
            }
        };
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        if is("false") {
            return Some(false);
        }
        let plainly_true = is("true") || text.is_empty() || is(&self.at.path);
        if self.at.origin != Some(Origin::Attributes) && !is("true") {
            self.wrong_type(value, "`true` or `false`");
            return None;
        }
        if !plainly_true {
            self.warn(What::CountsAsTrue(text));
        }
        Some(true)
    }

    /// The place of a word among those that an option takes.
    fn word(&mut self, value: &Node, words: &[&'static str]) -> Option<usize> {
        let text = self.line(value)?;
        let found = words.iter().position(|word| word.eq_ignore_ascii_case(&text));
        if found.is_none() {
            let nearest = near(&text, words.iter().copied());
            let nearest = words.iter().copied().find(|word| Some(*word) == nearest);
            self.warn(What::UnknownWord { word: text, words: words.to_vec(), nearest });
        }
        found
    }

    /// As a number or as the text of one.
    fn level(&mut self, value: &Node) -> Option<u8> {
        let text = match value {
            Node::Whole(number) => &Node::Text(number.to_string()),
            other => other,
        };
        self.word(text, &HEADING_LEVELS).and_then(|place| HEADING_LEVELS.get(place)?.parse().ok())
    }

    fn language(&mut self, value: &Node) -> Option<String> {
        let tag = self.line(value)?;
        if is_language(&tag) {
            return Some(tag);
        }
        let nearest = Some(tag.replace('_', "-")).filter(|tag| is_language(tag));
        self.warn(What::BadLanguage { tag, nearest });
        None
    }

    /// An id, or however a law is cited; a dataset tells which.
    fn provision(&mut self, value: &Node) -> Option<ProvisionId> {
        self.line(value).map(ProvisionId::new)
    }

    /// Texts, each of which may name several.
    fn provisions(&mut self, value: &Node) -> Option<Vec<ProvisionId>> {
        let mut texts = Vec::new();
        let empty = self.texts(value, &mut |_, text| {
            let text = listed(text);
            let pieces = pieces(&text);
            let alone = pieces.iter().all(|piece| stands_alone(piece));
            for piece in if alone { pieces } else { [text].into() } {
                push_once(&mut texts, ProvisionId::new(piece));
            }
        });
        self.bounded(texts, empty)
    }

    /// Ids or labels; a dataset tells which.
    fn groups(&mut self, value: &Node) -> Option<Vec<GroupId>> {
        let mut ids = Vec::new();
        let empty = self.texts(value, &mut |_, text| {
            for name in pieces(text) {
                push_once(&mut ids, GroupId::new(name));
            }
        });
        self.bounded(ids, empty)
    }

    /// Reads a text with several values, or a list of such texts; says whether it is a list that
    /// was written empty.
    fn texts(&mut self, value: &Node, read: &mut dyn FnMut(&mut Reader<'_>, &str)) -> bool {
        match value {
            Node::Text(text) => read(self, text),
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.inside(&index.to_string(), |reader| match item {
                        Node::Text(text) => read(reader, text),
                        other => reader.wrong_type(other, "a text"),
                    });
                }
                return items.is_empty();
            }
            other => self.wrong_type(other, "a text or a list of texts"),
        }
        false
    }

    /// None where nothing could be read; a list that was written empty is empty.
    fn bounded<T>(&mut self, mut all: Vec<T>, empty: bool) -> Option<Vec<T>> {
        if all.len() > LONGEST_LIST {
            all.truncate(LONGEST_LIST);
            self.warn(What::LongList);
        }
        if all.is_empty() && !empty { None } else { Some(all) }
    }

    fn notes(&mut self, value: &Node) -> Option<Vec<(ProvisionId, String)>> {
        // An attribute has them as JSON.
        let parsed = match value {
            Node::Text(json) => dataset::json::parse(json).ok(),
            _ => None,
        };
        let Node::Map(entries) = parsed.as_ref().unwrap_or(value) else {
            self.wrong_type(value, "an object with notes by provision");
            return None;
        };
        let mut notes: Vec<(ProvisionId, String)> = Vec::new();
        for (key, value) in entries {
            self.inside(key, |reader| {
                let Some((id, note)) = reader.note(key, value) else { return };
                if notes.iter().any(|(known, _)| *known == id) {
                    reader.warn(What::SecondNote);
                } else {
                    notes.push((id, note));
                }
            });
        }
        if notes.is_empty() && !entries.is_empty() { None } else { Some(notes) }
    }

    fn note(&mut self, key: &str, value: &Node) -> Option<(ProvisionId, String)> {
        let place = ProvisionId::new(one_line(key));
        let Node::Text(text) = value else {
            self.wrong_type(value, "a text");
            return None;
        };
        let note = one_line(text);
        let characters = note.chars().count();
        if characters == 0 {
            self.warn(What::EmptyNote);
        } else if characters > LONGEST_NOTE {
            self.warn(What::LongNote { characters });
        } else {
            return Some((place, note));
        }
        None
    }
}

fn put<T>(slot: &mut T, value: Option<T>) -> bool {
    let readable = value.is_some();
    if let Some(value) = value {
        *slot = value;
    }
    readable
}

/// The text without control characters, which would not survive an attribute, and trimmed as a
/// browser trims it, because the scripts in `www/` read some options as well.
fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').into()
}

/// Whether a piece of a list means the same without what stands before it: an id, or a number with
/// its levels.
fn stands_alone(piece: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'_' | b'-' | b'(' | b')' | b'.');
    piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || sign(byte))
        && piece.bytes().next().is_none_or(|byte| byte.is_ascii_alphanumeric())
}

/// A list of citations on one line. A line that ends in a word, as in `Article` above `28`, goes on.
fn listed(text: &str) -> String {
    let mut all = String::new();
    for line in text.split('\n') {
        let line = one_line(line);
        let word = all.bytes().next_back().is_some_and(|it| it.is_ascii_alphabetic());
        let number = line.bytes().next().is_some_and(|it| it.is_ascii_digit());
        if !all.is_empty() && !line.is_empty() {
            all.push_str(if word && number { " " } else { ", " });
        }
        all.push_str(&line);
    }
    all
}

/// The parts of a list, none of them empty.
fn pieces(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for piece in text.split([',', ';', '\n', '،', '؛']) {
        let piece = one_line(piece);
        if !piece.is_empty() {
            all.push(piece);
        }
    }
    all
}

/// Lists are short, so looking back is cheaper than a set. One over the limit is enough to tell.
fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.len() <= LONGEST_LIST && !list.contains(&item) {
        list.push(item);
    }
}

/// What kind of value this is, for a message.
fn kind(node: &Node) -> &'static str {
    match node {
        Node::Null | Node::Removed => "nothing",
        Node::Bool(_) => "`true` or `false`",
        Node::Whole(_) | Node::OtherNumber => "a number",
        Node::Text(_) => "a text",
        Node::List(_) => "a list",
        Node::Map(_) => "an object",
    }
}
