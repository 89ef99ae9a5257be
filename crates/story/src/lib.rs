//! A journalist's text: opened from a file or pasted, its words, the mentions of a law's
//! provisions among them, and the same text with those marked. No browser, no files; for tools,
//! never in what a reader downloads.

#![forbid(unsafe_code)]

mod mention;
mod open;
mod sentences;

use dataset::Dataset;

pub use mention::{Mention, What};
pub use open::Unreadable;

/// A journalist's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    source: String,
    text: String,
    html: bool,
}

impl Story {
    /// Plain text, a paragraph a line.
    pub fn from_text(text: String) -> Self {
        Self { text: text.clone(), source: text, html: false }
    }

    /// Markup as an editor of a newsroom holds it: a whole page or a part of one.
    pub fn from_html(html: String) -> Self {
        Self { text: html.clone(), source: html, html: true }
    }

    /// A file, by its name and its content: `.txt`, `.md`, `.html`, `.htm` or `.docx`.
    ///
    /// # Errors
    /// Where it can't be read, with what would be right.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        open::open(name, bytes)
    }

    /// The text as it came: what is marked and copied back.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its words alone, one paragraph a line. The spans of mentions count its bytes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the source is markup.
    pub fn is_html(&self) -> bool {
        self.html
    }

    /// The places that the text names, in its order; none overlaps another.
    pub fn mentions(&self, dataset: &Dataset) -> Vec<Mention> {
        mention::mentions(&self.text, dataset)
    }

    /// The source with `<provision-ref to="28(4)">…</provision-ref>` around each mention that
    /// leads into the dataset, and every other character as it was.
    pub fn with_refs(&self, mentions: &[Mention], dataset: &Dataset) -> String {
        let mut marked = String::with_capacity(self.source.len());
        let mut at = 0;
        for mention in mentions {
            let Some(to) = mention.leads_to(dataset) else { continue };
            let before = self.source.get(at..mention.span.start);
            let (Some(before), Some(words)) = (before, self.source.get(mention.span.clone()))
            else {
                continue;
            };
            marked.extend([before, "<provision-ref to=\"", &to, "\">", words, "</provision-ref>"]);
            at = mention.span.end;
        }
        marked.push_str(self.source.get(at..).unwrap_or_default());
        marked
    }
}
