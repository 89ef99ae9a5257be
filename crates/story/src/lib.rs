//! A journalist's text: opened from a file or pasted, its words, the mentions of a law's
//! provisions among them, and the same text with those marked. No browser, no files; for tools,
//! never in what a reader downloads.

#![forbid(unsafe_code)]

mod continued;
mod day;
mod further;
mod glossary;
mod html;
mod language;
mod laws;
mod mention;
mod open;
mod pasted;
mod place;
mod plain;
mod ruling;
mod sentences;
mod subject;
mod unread;

use std::ops::Range;

use dataset::Dataset;
use html::Page;

pub use html::{About, Parted, parted, quoting};
pub use mention::{Doubt, Mention, What};
use open::Document;
pub use open::{
    Shown, Unreadable,
    export::{Export, Exported, exported},
    read_text, shown, with_explorer,
};
pub use pasted::pasted;
pub use ruling::{Instead, Ruling};
pub use sentences::{ended, sentences};

/// A journalist's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    source: String,
    words: StoryText,
    /// What of a document is none of its text.
    left_out: Vec<(String, String)>,
    /// What its file says of it, where that isn't its markup's head.
    about: Option<About>,
    /// Mails that came with a mail.
    mails: Vec<(String, Vec<u8>)>,
}

/// What a source says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum StoryText {
    /// Each byte stands where it stands in the source.
    Plain(String),
    Html(Page),
}

impl Default for StoryText {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl Story {
    /// Plain text, a paragraph a line, or with empty lines between paragraphs.
    pub fn from_text(text: String) -> Self {
        Self { words: StoryText::Plain(plain::words(&text)), source: text, ..Self::default() }
    }

    /// Plain text whose line breaks end paragraphs, all of them, and what of its file is none of it.
    pub(crate) fn from_document(document: Document) -> Self {
        let Document { text, left_out, about } = document;
        let words = StoryText::Plain(text.clone());
        Self { words, source: text, left_out, about: Some(about), ..Self::default() }
    }

    /// Markup as an editor of a newsroom holds it: a whole page or a part of one.
    pub fn from_html(html: String) -> Self {
        Self { words: StoryText::Html(Page::of(&html)), source: html, ..Self::default() }
    }

    /// A file, by its name and its content: `.txt`, `.md`, `.html`, `.htm`, `.docx`, `.eml` or `.mhtml`.
    ///
    /// # Errors
    /// Where it can't be read, with what would be right.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        open::open(name, bytes)
    }

    /// What its file says of it: a page's head, a mail's, or a document's properties.
    pub fn about(&self) -> About {
        let of_page = || if self.is_html() { html::about(&self.source) } else { About::default() };
        self.about.clone().unwrap_or_else(of_page)
    }

    /// What a Word document or a mail has besides its text, by kinds: what it is (`2 footnotes`), and its
    /// words.
    pub fn left_out(&self) -> &[(String, String)] {
        &self.left_out
    }

    /// The mails that are attached to one: what each is about, and its bytes.
    pub fn mails(&self) -> &[(String, Vec<u8>)] {
        &self.mails
    }

    /// The text as it came: what is marked and copied back.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its words alone, one paragraph a line. The spans of mentions count its bytes.
    pub fn text(&self) -> &str {
        match &self.words {
            StoryText::Plain(text) => text,
            StoryText::Html(page) => &page.text,
        }
    }

    /// The language that it is in, a BCP 47 tag, where its words leave no doubt and it is one of those that
    /// citations are read in.
    pub fn language(&self) -> Option<&'static str> {
        language::of(self.text())
    }

    /// Whether the source is markup.
    pub fn is_html(&self) -> bool {
        matches!(self.words, StoryText::Html(_))
    }

    /// The places that the text names, in its order; none overlaps another. What reads two ways
    /// isn't among them.
    ///
    /// A citation that no words claim for another law is this law's, unless the text speaks of
    /// another there: in "The GDPR took effect. Article 28 …" it may be either's. Where another was named
    /// in passing, the text must have named this law as well. In a story that neither names this law nor
    /// speaks of what it is about all are in doubt, and what is in doubt isn't marked until an editor says
    /// so. Paragraphs in languages that citations aren't read in have none.
    pub fn mentions(&self, dataset: &Dataset) -> Vec<Mention> {
        mention::mentions(self.text(), dataset)
    }

    /// The same, as an editor has it: of two rulings on one place the last holds.
    pub fn ruled(&self, dataset: &Dataset, rulings: &[Ruling]) -> Vec<Mention> {
        ruling::ruled(self.mentions(dataset), self.text(), rulings)
    }

    /// The byte of the source at which a mention begins.
    pub fn source_of(&self, mention: &Mention) -> usize {
        match &self.words {
            StoryText::Html(page) => page.source_at(mention.span.start),
            StoryText::Plain(_) => mention.span.start,
        }
    }

    /// The source with `<provision-ref to="28(4)">…</provision-ref>` around each mention that
    /// leads into the dataset, and every other character as it was. A range leads to its first
    /// provision. What stands in a link, a button or a `<provision-ref>` already stays as it is,
    /// and so does a mention around which tags wouldn't nest.
    pub fn with_refs(&self, mentions: &[Mention], dataset: &Dataset) -> String {
        self.marked(mentions, dataset, str::to_owned)
    }

    /// The same as markup, whatever the source is: text has its paragraphs in `<p>`.
    pub fn to_html(&self, mentions: &[Mention], dataset: &Dataset) -> String {
        if self.is_html() {
            return self.with_refs(mentions, dataset);
        }
        plain::paragraphs(&self.marked(mentions, dataset, |text| {
            let mut html = String::new();
            options::escape_html(text, &mut html);
            html
        }))
    }

    /// The source with the mentions marked, and all of its text written so.
    fn marked(
        &self,
        mentions: &[Mention],
        dataset: &Dataset,
        written: impl Fn(&str) -> String,
    ) -> String {
        let mut marked = String::with_capacity(self.source.len());
        let mut at = 0;
        for (span, mention) in self.places(mentions) {
            let Some(to) = mention.leads_to(dataset) else { continue };
            let before = self.source.get(at..span.start);
            let (Some(before), Some(words)) = (before, self.source.get(span.clone())) else {
                continue;
            };
            marked.extend([&written(before), "<provision-ref to=\"", &to, "\">"]);
            marked.extend([&written(words), "</provision-ref>"]);
            at = span.end;
        }
        marked.push_str(&written(self.source.get(at..).unwrap_or_default()));
        marked
    }

    /// The mentions around which tags may be put, with where.
    fn places<'m>(&self, mentions: &'m [Mention]) -> Vec<(Range<usize>, &'m Mention)> {
        let marked = if self.is_html() { Vec::new() } else { plain::marked(&self.source) };
        let free = |span: &Range<usize>| {
            let next = marked.get(marked.partition_point(|marked| marked.end <= span.start));
            next.is_none_or(|marked| marked.start >= span.end)
                && !plain::is_linked(&self.source, span)
        };
        let place = |mention: &Mention| match &self.words {
            StoryText::Html(page) => html::wrappable(page, &mention.span),
            StoryText::Plain(_) => Some(mention.span.clone()).filter(free),
        };
        mentions.iter().filter_map(|mention| Some((place(mention)?, mention))).collect()
    }
}
