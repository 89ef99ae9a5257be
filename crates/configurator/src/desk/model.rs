//! Everything that the desk shows, and how it changes. No browser in here.

use std::{
    collections::{BTreeSet, VecDeque},
    mem::take,
    ops::Range,
    rc::Rc,
};

use authoring::{CalendarDate, Path, Step};
use desk::{
    Checked, Document, NewSource, Passages, Proposals, Signatory, Who, check, passages, proposals,
};
use story::ended;
use workbook::{Layout, Sheet, sheet};

use super::{
    msg::Wanted,
    pdf::Laid,
    version::{Filled, Form, Version},
};
use crate::{history::History, view::ui::count};

/// How many rows of a table are drawn.
pub(crate) const ROWS: usize = 25;

const NOT_ADDED: &str = " Nor is the document in the form, which is not added yet.";

/// How a file is read elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Pdf,
    /// Any other document, by its order as JSON.
    Document(String),
}

impl Task {
    /// What the worker calls it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Document(_) => "document",
        }
    }

    /// What is ordered of it, where the page could do it as well.
    pub(crate) fn order(self) -> Option<String> {
        if let Self::Document(order) = self { Some(order) } else { None }
    }
}

/// A file that is being read elsewhere, while the desk goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Underway {
    pub(crate) name: String,
    pub(crate) task: Task,
    pub(crate) wanted: Wanted,
    /// So many pages have been read, of how many.
    pub(crate) pages: Option<(u32, u32)>,
    /// The words that the form had when it was opened.
    words: String,
    /// The dataset that was on the desk then, by its id.
    dataset: String,
}

/// All of it.
pub(crate) struct Model {
    pub(crate) history: History<Version, String>,
    /// The dataset as it was opened or saved last.
    saved: Rc<Document>,
    /// Texts that stand in a file of their own.
    filed: BTreeSet<Rc<str>>,
    /// The file that it came from.
    pub(crate) name: Option<String>,
    pub(crate) today: Option<CalendarDate>,
    pub(crate) checked: Checked,
    /// What that is the check of.
    checked_of: Rc<Document>,
    /// The dataset is another by now.
    pub(crate) is_checking: bool,
    /// What the last check changed of what is wrong, if anything.
    pub(crate) news: String,
    /// How many things were wrong at that check.
    wrong: usize,
    pub(crate) proposals: Proposals,
    /// The source whose citations those are, and the dataset beside which they were found.
    cited: Option<(String, Rc<Document>)>,
    /// What is wrong with a file that could not be opened.
    pub(crate) refused: Vec<String>,
    /// Where it can be opened: what leads there, and its address.
    pub(crate) elsewhere: Option<(&'static str, &'static str)>,
    /// What is being read elsewhere.
    pub(crate) reading: Option<Underway>,
    /// What is read after it, with its bytes.
    pub(crate) waiting: VecDeque<(Underway, Vec<u8>)>,
    /// Documents that were read while the form had another, with their names.
    pub(crate) read: VecDeque<(String, Laid)>,
    /// What is to be known of the text that was read last, below the file's name.
    pub(crate) told: Option<(String, Vec<String>)>,
    pub(crate) new: NewSource,
    pub(crate) filled: Filled,
    /// The source that is read, by its id, and its text in its parts.
    pub(crate) source: Option<String>,
    pub(crate) passages: Passages,
    pub(crate) selection: Range<usize>,
    /// The concern that is worked on, by its place.
    pub(crate) concern: Option<usize>,
    pub(crate) group: String,
    pub(crate) list: String,
    pub(crate) signatories: Vec<(Signatory, Who)>,
    pub(crate) role: String,
    pub(crate) kind: String,
    pub(crate) table: &'static str,
    pub(crate) page: usize,
    /// The cell that is written in, by its path, with every blank that was typed.
    pub(crate) typing: Option<(Path, String)>,
    /// What was said last.
    pub(crate) said: String,
    /// What is to have the focus once it is drawn.
    pub(crate) focus: Option<String>,
}

impl Model {
    pub(crate) fn new(today: Option<CalendarDate>) -> Self {
        let document = Rc::new(Document::blank());
        let blank = Version { document: document.clone(), step: String::new(), form: None };
        let mut this = Self {
            saved: document,
            filed: BTreeSet::new(),
            history: History::new(blank),
            name: None,
            today,
            checked: Checked::default(),
            checked_of: Rc::default(),
            is_checking: false,
            news: String::new(),
            wrong: 0,
            proposals: Proposals::default(),
            cited: None,
            refused: Vec::new(),
            elsewhere: None,
            reading: None,
            waiting: VecDeque::new(),
            read: VecDeque::new(),
            told: None,
            new: NewSource::default(),
            filled: Filled::default(),
            source: None,
            passages: Passages::default(),
            selection: 0..0,
            concern: None,
            group: String::new(),
            list: String::new(),
            signatories: Vec::new(),
            role: String::new(),
            kind: String::new(),
            table: "Law",
            page: 0,
            typing: None,
            said: String::new(),
            focus: None,
        };
        this.settle();
        this
    }

    pub(crate) fn document(&self) -> &Rc<Document> {
        &self.history.present().document
    }

    /// Whether anything would be lost with the page: of the dataset, of a text that stands in no file,
    /// or of what is written into a form and not added yet.
    pub(crate) fn is_unsaved(&self) -> bool {
        let is_saved = Rc::ptr_eq(&self.saved, self.document()) || *self.saved == **self.document();
        let is_written = self.new != NewSource::default() || !self.list.trim().is_empty();
        !is_saved || is_written || self.unfiled().next().is_some()
    }

    /// The sources whose texts stand in no file: they go into no dataset.
    pub(crate) fn unfiled(&self) -> impl Iterator<Item = (&String, &Rc<str>)> {
        self.document().texts().iter().filter(|(_, text)| !self.filed.contains(*text))
    }

    /// The text of a source stands in a file now.
    pub(crate) fn was_filed(&mut self, source: &str) {
        let text = self.document().text(source).cloned();
        self.filed.extend(text);
    }

    /// Whether nothing has been begun.
    pub(crate) fn is_blank(&self) -> bool {
        **self.document() == Document::blank()
    }

    /// So do all of them.
    pub(crate) fn were_filed(&mut self) {
        let document = self.document().clone();
        self.filed.extend(document.texts().values().cloned());
    }

    pub(crate) fn was_saved(&mut self) {
        self.saved = self.document().clone();
    }

    /// What is said of the dataset's file: what isn't in it.
    pub(crate) fn saved_as(&self, name: &str) -> String {
        let texts = match self.unfiled().count() {
            0 => String::new(),
            left => format!(
                " Its documents’ texts are not in it: {} to save, or no quotation can be confirmed again.",
                count(left, "text is", "texts are")
            ),
        };
        let form = if self.new == NewSource::default() { "" } else { NOT_ADDED };
        format!("{name} is saved.{texts}{form}")
    }

    /// What stands in the form, which is empty from then on.
    pub(super) fn take_form(&mut self) -> Form {
        let (new, filled) = (take(&mut self.new), take(&mut self.filled));
        Form { new, filled, told: self.told.take() }
    }

    pub(super) fn put_form(&mut self, form: Form) {
        (self.new, self.filled, self.told) = (form.new, form.filled, form.told);
    }

    /// What is to be known of how a file was read.
    pub(super) fn tell(&mut self, name: &str, told: Vec<String>) {
        self.told = (!told.is_empty()).then(|| (name.into(), told));
    }

    /// A file is to be read elsewhere, after what is being read. A source has one text, so what was to
    /// be that before isn’t read any more; a document comes behind those that were opened before it.
    pub(super) fn line_up(&mut self, name: &str, wanted: Wanted, task: Task, bytes: &[u8]) {
        self.said.clear();
        self.give_up(&wanted);
        let (words, dataset) = (self.new.text.clone(), self.id().into());
        let underway = Underway { name: name.into(), task, wanted, pages: None, words, dataset };
        self.waiting.push_back((underway, bytes.to_vec()));
        if let Some(reading) = &self.reading {
            let after = format!("{name} is read after {}.", reading.name);
            self.say_also(&after);
        }
    }

    /// A mail that came with another is to be read elsewhere, and never instead of what the form has.
    pub(super) fn attach(&mut self, name: String, task: Task, bytes: Vec<u8>) {
        let (wanted, words, dataset) = (Wanted::Text, String::new(), self.id().into());
        self.waiting
            .push_back((Underway { name, task, wanted, pages: None, words, dataset }, bytes));
    }

    /// The bytes of what is read from now on, where nothing is.
    pub(super) fn read_next(&mut self) -> Option<Vec<u8>> {
        let (next, bytes) =
            if self.reading.is_none() { self.waiting.pop_front()? } else { return None };
        self.say_also(&format!("Reading {}…", next.name));
        self.reading = Some(next);
        Some(bytes)
    }

    /// What is opened now is the source's text, instead of what is still to be.
    pub(super) fn give_up(&mut self, wanted: &Wanted) {
        let is_given_up = |it: &Underway| it.wanted == *wanted && *wanted != Wanted::Text;
        let waiting = self.waiting.iter().map(|(it, _)| it).position(is_given_up);
        let waiting = waiting.and_then(|nth| self.waiting.remove(nth)).map(|(it, _)| it);
        if let Some(it) = self.reading.take_if(|it| is_given_up(it)).or(waiting) {
            self.say_also(&format!("{} is not read any more.", it.name));
        }
    }

    /// Whether the form is as it was when a document was opened for it, and none is before that one.
    pub(super) fn expects(&self, of: &Underway) -> bool {
        self.read.is_empty() && self.new.text == of.words
    }

    /// Why what was read elsewhere can't be put where it was wanted: something else is there by now.
    pub(super) fn in_the_way(&self, of: &Underway) -> Option<&'static str> {
        match &of.wanted {
            Wanted::TextOf(_) if self.id() != of.dataset => Some(
                "is read, but another dataset is on the desk by now; open it again where it belongs",
            ),
            Wanted::TextOf(source) if self.document().place("sources", source).is_none() => Some(
                "is read, but its source is no longer among the documents; add it as a new one",
            ),
            Wanted::TextOf(source) if self.document().text(source).is_some() => {
                Some("is read, but its source has got another text meanwhile, which stays")
            }
            _ => None,
        }
    }

    /// The dataset's id.
    fn id(&self) -> &str {
        self.document().words(&Path(vec![Step::Field("id".into())]))
    }

    /// What the dataset's files are called.
    pub(super) fn file_stem(&self) -> &str {
        if self.id().is_empty() { "dataset" } else { self.id() }
    }

    pub(crate) fn say(&mut self, what: impl Into<String>) {
        self.said = what.into();
    }

    /// Behind what has been said of the same step.
    pub(super) fn say_also(&mut self, what: &str) {
        let gap = if self.said.is_empty() || what.is_empty() { "" } else { " " };
        self.said = format!("{}{gap}{what}", self.said);
    }

    /// The text of the source that is read.
    pub(crate) fn text(&self) -> Option<&Rc<str>> {
        self.document().text(self.source.as_deref()?)
    }

    /// Whether the paragraph with the selection runs from right to left, as its first letter does.
    pub(crate) fn is_rtl(&self) -> bool {
        let at = |(range, _): &&(Range<usize>, _)| range.end > self.selection.start;
        let paragraph = self.passages.paragraphs.iter().find(at);
        let words = paragraph.and_then(|(range, _)| self.text()?.get(range.clone()));
        let first = words.and_then(|it| it.chars().find(|it| it.is_alphabetic()));
        first.is_some_and(layout::is_rtl)
    }

    /// The words that are selected.
    pub(crate) fn selected(&self) -> &str {
        self.text().and_then(|text| text.get(self.selection.clone())).unwrap_or_default()
    }

    /// The concern that is worked on, by its path.
    pub(crate) fn concern_path(&self) -> Option<Path> {
        let nth = self.concern?;
        let path = Path(vec![Step::Field("concerns".into()), Step::Item(nth)]);
        self.document().find(&path).is_some().then_some(path)
    }

    /// Another dataset, from a file of that name or from a page. What is no dataset changes nothing.
    pub(crate) fn open(&mut self, json: &str, name: Option<String>) {
        match Document::open(json) {
            Ok(document) => {
                let before = self.document().clone();
                let document = Rc::new(document.with_texts_of(&before));
                let what = name.as_deref().unwrap_or("the law");
                let step = format!("that {what} came on the desk");
                self.history.go(Version { document, step, form: None }, None);
                // What a page hands over may be in no file.
                if name.is_some() {
                    self.was_saved();
                }
                self.forget_refusal();
                self.concern = None;
                let sources = self.document().records("sources").iter();
                let ids: Vec<_> = sources.filter_map(|it| it.field("id")?.as_text()).collect();
                let read = self.source.as_deref().filter(|it| ids.contains(it));
                self.source = read.or(ids.first().copied()).map(Into::into);
                self.reread();
                self.settle();
                self.read_list();
                let is_other = before != *self.document() && *before != Document::blank();
                let undo = if is_other { " Undo brings back what was there." } else { "" };
                let what = name.as_deref().unwrap_or("The law").to_string();
                self.say(format!("{what} is on the desk.{undo}"));
                self.name = name;
            }
            Err(why) => {
                self.refuse(vec![ended(format!("{} {why}", name.as_deref().unwrap_or("This")))]);
            }
        }
    }

    pub(crate) fn refuse(&mut self, why: Vec<String>) {
        self.say(why.first().cloned().unwrap_or_default());
        self.refused = why;
        self.elsewhere = None;
    }

    /// What could not be opened is no matter any more.
    pub(super) fn forget_refusal(&mut self) {
        self.refused.clear();
        self.elsewhere = None;
    }

    /// Says of a file that another page takes it.
    pub(super) fn refer(&mut self, why: String, to: (&'static str, &'static str)) {
        self.refuse(vec![why]);
        self.elsewhere = Some(to);
    }

    /// The text of the source that is read, in its parts again.
    pub(super) fn reread(&mut self) {
        let text = self.text().cloned();
        self.passages = text.map(|text| passages(&text)).unwrap_or_default();
        self.selection = 0..0;
    }

    /// What takes longer: the check, and what the source cites.
    pub(crate) fn settle(&mut self) {
        let is_blank = self.is_blank();
        self.checked =
            if is_blank { Checked::default() } else { check(self.document(), self.today) };
        (self.checked_of, self.is_checking) = (self.document().clone(), false);
        let wrong = self.checked.wrong();
        self.news = match wrong {
            same if same == self.wrong => String::new(),
            0 => "Nothing is wrong any more.".into(),
            wrong => format!("{} wrong now.", count(wrong, "thing is", "things are")),
        };
        self.wrong = wrong;
        self.look_for_citations();
    }

    /// The dataset is another: it is checked once nothing has happened for a while. Where its records
    /// `moved`, what was found stands at other places by now.
    pub(super) fn put_off(&mut self, moved: bool) {
        self.is_checking = true;
        if moved {
            self.checked.findings.clear();
        }
        self.look_for_citations();
    }

    /// What the source cites: looked for again where its text or the law has changed.
    pub(super) fn look_for_citations(&mut self) {
        let document = self.document().clone();
        let (Some(dataset), Some(source)) = (&self.checked.dataset, &self.source) else {
            (self.proposals, self.cited) = (Proposals::default(), None);
            return;
        };
        let is_known = self.cited.as_ref();
        let is_known =
            is_known.is_some_and(|(of, before)| of == source && document.cites_as(before, of));
        if is_known {
            self.proposals.decide(&document, source);
        } else if !document.has_law_of(&self.checked_of) {
            // They would be another law's; the check tells the new one's. Until then those that are there
            // stay, as long as they are of these words.
            let is_same = |(of, before): &(String, Rc<Document>)| {
                of == source && document.text(of) == before.text(of)
            };
            if !self.cited.as_ref().is_some_and(is_same) {
                (self.proposals, self.cited) = (Proposals::default(), None);
            }
            return;
        } else {
            self.proposals = proposals(&document, source, dataset);
        }
        self.cited = Some((source.clone(), document));
    }

    /// Whether the check is still to tell what the source cites.
    pub(crate) fn is_looking(&self) -> bool {
        self.is_checking && self.cited.is_none()
    }

    /// The sheet of the table in sight.
    pub(crate) fn sheet(&self) -> Option<&'static Sheet> {
        sheet(self.table)
    }

    /// The records that a row of a table may be a part of, each with its path.
    pub(crate) fn owners(&self, sheet: &Sheet) -> Vec<(Path, String)> {
        let Layout::Part { of, .. } = sheet.layout else { return Vec::new() };
        let Some(of) = workbook::sheet(of) else { return Vec::new() };
        let rows = desk::rows(self.document(), of).into_iter();
        rows.filter_map(|it| Some((it.at, it.cells.first()?.text.clone()))).collect()
    }
}
