//! What a new edition of a dataset changes of stories that are out: their snippets, the notes in
//! these, mentions of provisions, and words that were copied from the edition before.

mod changes;
mod words;

use std::collections::BTreeSet;

use dataset::{Dataset, ProvisionIx};
use options::Options;
use story::{Export, Exported, Story, Unreadable, What, exported, shown, with_explorer};

use crate::open;

use changes::Changes;
use words::Words;

/// Something in a story that a new edition touches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touched {
    /// Of what it is the line (`its HTML`); empty where that is the file as it is.
    pub part: String,
    /// The line, from 1; of a document without lines, its paragraph.
    pub line: usize,
    /// What stands there, and what has changed about it.
    pub what: String,
}

impl Touched {
    /// Where it stands in its file: `line 3`, or `line 3 of its HTML`.
    pub fn place(&self) -> String {
        let of = if self.part.is_empty() { "" } else { " of " };
        format!("line {}{of}{}", self.line, self.part)
    }
}

/// What a file was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of its parts and lines.
    pub touched: Vec<Touched>,
    /// Which parts of it couldn't be read, and why.
    pub unread: Vec<Unreadable>,
    /// Laws of which it has snippets that nothing was compared with, as they name them, each as often
    /// as it has.
    pub others: Vec<String>,
}

/// Two editions of one law, the one that stories were made with and a new one.
#[derive(Debug)]
pub struct Editions<'a> {
    old: &'a Dataset,
    changes: Changes,
    words: Words,
    /// The law of snippets that name none; none where that is this one.
    bundled: Option<&'a str>,
}

impl<'a> Editions<'a> {
    /// Compares two editions.
    pub fn new(old: &'a Dataset, new: &'a Dataset) -> Self {
        let (changes, words) = (Changes::between(old, new), Words::gone(old, new));
        Self { old, changes, words, bundled: None }
    }

    /// The same where snippets that name no law have the one with this id.
    #[must_use]
    pub fn beside(self, bundled: &'a str) -> Self {
        Self { bundled: Some(bundled).filter(|id| *id != self.old.records().id), ..self }
    }

    /// Whether nothing that a story could hold has changed.
    pub fn are_alike(&self) -> bool {
        self.changes.is_empty() && self.words.is_empty()
    }

    /// What the new edition touches of a story's file.
    ///
    /// # Errors
    /// Where the file can't be read, with what would be right.
    pub fn touch(&self, name: &str, bytes: &[u8]) -> Result<Found, Unreadable> {
        let ending = name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase());
        self.touch_as(name, &ending.unwrap_or_default(), bytes)
    }

    /// The same of a file that is what others with that ending are, in small letters.
    ///
    /// # Errors
    /// Where the file can't be read, with what would be right.
    pub fn touch_as(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<Found, Unreadable> {
        let mut found = Found::default();
        let mut told = BTreeSet::new();
        for (part, story) in shown(name, ending, bytes)? {
            match story {
                Err(why) => found.unread.push(why),
                Ok(story) => {
                    let mut all = self.within(&story, &mut found.others);
                    // The parts of a mail say the same in several forms.
                    all.retain(|it| !told.contains(&it.what));
                    told.extend(all.iter().map(|it| it.what.clone()));
                    let with_part = |it| Touched { part: part.clone(), ..it };
                    found.touched.extend(all.into_iter().map(with_part));
                }
            }
        }
        Ok(found)
    }

    /// The same of all posts of what a system exports; none where the file is none of that.
    ///
    /// # Errors
    /// Where the file holds no text, with what would be right.
    pub fn touch_export(&self, name: &str, bytes: &[u8]) -> Result<Option<Found>, Unreadable> {
        let Some(Export { posts, breaks }) = exported(name, bytes)? else { return Ok(None) };
        let mut found = Found { unread: breaks, ..Found::default() };
        for Exported { title, html, line } in posts {
            let all = self.within(&Story::from_html(html), &mut found.others);
            found.touched.extend(all.into_iter().map(|it| Touched {
                line: it.line.saturating_add(line).saturating_sub(1),
                what: format!("in “{title}” {}", it.what),
                ..it
            }));
        }
        Ok(Some(found))
    }

    /// The same of a text of whatever kind; none where it has nothing of an explorer.
    pub fn touch_any(&self, bytes: &[u8]) -> Option<Found> {
        let story = with_explorer(bytes)?;
        let mut found = Found::default();
        found.touched = self.within(&story, &mut found.others);
        Some(found)
    }

    fn within(&self, story: &Story, others: &mut Vec<String>) -> Vec<Touched> {
        let mut found = BTreeSet::new();
        others.extend(self.snippets(story, &mut found));
        self.mentions(story, &mut found);
        found.extend(self.words.within(story.source()));
        found.into_iter().collect()
    }

    /// Returns the laws that other snippets name.
    fn snippets(&self, story: &Story, found: &mut BTreeSet<Touched>) -> Vec<String> {
        let (source, mut others) = (story.source(), Vec::new());
        for (at, snippet) in open::find(source) {
            let options = options::read(&snippet.layers).options;
            let line = line_of(source, at);
            let what = snippet.frame.map_or_else(|| "a snippet".into(), |it| format!("`{it}`"));
            if let Some(other) = self.other(&options) {
                others.push(other);
                continue;
            }
            for (does, provisions) in self.named(&options) {
                found.extend(self.told(line, &format!("{what} {does}"), &provisions));
            }
        }
        for (at, to) in open::references(source) {
            let cited = self.old.cited(&to).into_iter().flatten().collect::<Vec<_>>();
            found.extend(self.told(line_of(source, at), "a mention leads to", &cited));
        }
        others
    }

    /// The law that a snippet has where it isn't this one; laws are published by their ids.
    fn other(&self, options: &Options) -> Option<String> {
        let id = &self.old.records().id;
        let Some(address) = &options.dataset else {
            return self.bundled.map(|it| format!("no `dataset`, which is {it}"));
        };
        let bare = address.split(['?', '#']).next().unwrap_or_default();
        let file = bare.rsplit('/').next().unwrap_or_default();
        let is_this = file == publish::name_of(id) || file == format!("{id}.json");
        (!is_this).then(|| address.clone())
    }

    /// The provisions that a snippet names, by what it does with them.
    fn named(&self, options: &Options) -> [(&'static str, Vec<ProvisionIx>); 3] {
        let cited = |text: &str| self.old.cited(text).into_iter().flatten().collect::<Vec<_>>();
        let highlighted = options.highlight.iter().flat_map(|it| cited(it.as_str())).collect();
        let noted = options.notes.iter().flat_map(|(it, _)| cited(it.as_str())).collect();
        let opened = options.open.iter().flat_map(|it| cited(it.as_str())).collect();
        [("highlights", highlighted), ("has a note on", noted), ("opens", opened)]
    }

    fn mentions(&self, story: &Story, found: &mut BTreeSet<Touched>) {
        let elements = open::elements(story.source());
        for mention in story.mentions(self.old) {
            let at = story.source_of(&mention);
            // What an element holds was printed, and is compared word by word.
            let printed = elements.iter().any(|it| it.contains(&at));
            if let (What::Here(provisions), false) = (&mention.what, printed) {
                let line = line_of(story.source(), at);
                let role =
                    if mention.doubt.is_some() { "the story may name" } else { "the story names" };
                found.extend(self.told(line, role, provisions));
            }
        }
    }

    fn told(&self, line: usize, role: &str, provisions: &[ProvisionIx]) -> Vec<Touched> {
        let told = |provision: &ProvisionIx| {
            let record = self.old.provision(*provision)?;
            let changes = self.changes.of(&record.id)?;
            let what = format!("{role} {}: {changes}", record.citation.original());
            Some(Touched { part: String::new(), line, what })
        };
        provisions.iter().filter_map(told).collect()
    }
}

fn line_of(text: &str, at: usize) -> usize {
    let before = text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    before.saturating_add(1)
}
