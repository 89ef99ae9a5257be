//! Everything that the desk shows, and how it changes. No browser in here.

use std::{ops::Range, rc::Rc};

use authoring::{CalendarDate, Path, Step};
use desk::{
    Act, Checked, Document, NewSource, Passages, Proposals, Signatory, Who, check, located,
    passages, proposals, signatories,
};
use workbook::{Layout, Sheet, sheet};

use crate::{
    desk::msg::{Field, Msg},
    history::History,
};

/// How many rows of a table are drawn.
pub(crate) const ROWS: usize = 25;

/// All of it.
pub(crate) struct Model {
    pub(crate) history: History<Document, String>,
    /// The dataset as it was opened or saved last.
    saved: Rc<Document>,
    /// The file that it came from.
    pub(crate) name: Option<String>,
    pub(crate) today: Option<CalendarDate>,
    pub(crate) checked: Checked,
    pub(crate) proposals: Proposals,
    /// What is wrong with a file that could not be opened.
    pub(crate) refused: Vec<String>,
    pub(crate) new: NewSource,
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
        let history = History::new(Document::blank());
        let mut this = Self {
            saved: history.present().clone(),
            history,
            name: None,
            today,
            checked: Checked::default(),
            proposals: Proposals::default(),
            refused: Vec::new(),
            new: NewSource::default(),
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
        self.history.present()
    }

    pub(crate) fn is_unsaved(&self) -> bool {
        !Rc::ptr_eq(&self.saved, self.document()) && *self.saved != **self.document()
    }

    pub(crate) fn was_saved(&mut self) {
        self.saved = self.document().clone();
    }

    pub(crate) fn say(&mut self, what: impl Into<String>) {
        self.said = what.into();
    }

    /// The text of the source that is read.
    pub(crate) fn text(&self) -> Option<&Rc<str>> {
        self.document().text(self.source.as_deref()?)
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

    /// Another dataset, from a file or a page. What is no dataset changes nothing.
    pub(crate) fn open(&mut self, json: &str, name: Option<String>) {
        match Document::open(json) {
            Ok(document) => {
                self.history.go(document, None);
                self.was_saved();
                self.refused.clear();
                self.concern = None;
                let known = self.document().records("sources").first();
                let known = known.and_then(|it| it.field("id")).and_then(|it| it.as_text());
                self.source = known.map(Into::into);
                self.reread();
                self.settle();
                let what = name.as_deref().unwrap_or("The law").to_string();
                self.say(format!("{what} is on the desk."));
                self.name = name;
            }
            Err(why) => self.refuse(vec![format!("{} {why}.", name.as_deref().unwrap_or("This"))]),
        }
    }

    pub(crate) fn refuse(&mut self, why: Vec<String>) {
        self.say(why.first().cloned().unwrap_or_default());
        self.refused = why;
    }

    /// The text of the source that is read, in its parts again.
    fn reread(&mut self) {
        let text = self.text().cloned();
        self.passages = text.map(|text| passages(&text)).unwrap_or_default();
        self.selection = 0..0;
    }

    /// What takes longer: the check, and what the source cites.
    pub(crate) fn settle(&mut self) {
        self.checked = check(self.document(), self.today);
        let found = match (&self.checked.dataset, &self.source) {
            (Some(dataset), Some(source)) => proposals(self.document(), source, dataset),
            _ => Proposals::default(),
        };
        self.proposals = found;
    }

    pub(crate) fn take(&mut self, msg: Msg) {
        match msg {
            Msg::Act(act) => {
                self.act(&act);
            }
            Msg::Typed(act) => self.typed(&act),
            Msg::Undo => self.travel(History::undo),
            Msg::Redo => self.travel(History::redo),
            Msg::Given(json) => self.open(&json, None),
            Msg::New(field, text) => self.fill(field, text),
            Msg::AddSource => self.add_source(),
            Msg::Source(id) => {
                self.source = Some(id);
                self.reread();
                self.settle();
            }
            Msg::Concern(nth) => self.concern = Some(nth),
            Msg::Key(key) => self.select(self.passages.moved(&self.selection, key)),
            Msg::Select(range) => self.select(range),
            Msg::Quote => self.quote(),
            Msg::Begin => self.begin(self.selection.clone(), Vec::new(), String::new()),
            Msg::Ask => self.ask(),
            Msg::Take(nth) => {
                if let Some(it) = self.proposals.here.get(nth).cloned() {
                    self.begin(it.exact, it.provisions, it.cited.join(" "));
                }
            }
            Msg::Dismiss(nth, is_none) => self.dismiss(nth, is_none),
            Msg::Show(nth) => {
                if let Some(it) = self.proposals.here.get(nth) {
                    self.select(it.exact.clone());
                    self.focus = Some("text".into());
                }
            }
            Msg::NextCitation => self.next_citation(),
            Msg::GroupName(name) => self.group = name,
            Msg::AddGroup => self.add_group(),
            Msg::List(list) => {
                let found = signatories(self.document(), &list).into_iter();
                self.signatories = found.map(|it| (it.clone(), it.who())).collect();
                self.list = list;
            }
            Msg::Role(role) => self.role = role,
            Msg::Kind(kind) => self.kind = kind,
            Msg::Line(nth, who) => {
                if let Some((_, known)) = self.signatories.get_mut(nth) {
                    *known = who;
                }
            }
            Msg::Sign => self.sign(),
            Msg::Table(name) => {
                if let Some(sheet) = sheet(&name) {
                    (self.table, self.page) = (sheet.name, 0);
                }
            }
            Msg::Page(page) => self.page = page,
            Msg::AddRow(owner) => self.add_row(owner),
            Msg::Go(path) => self.go(&path),
            Msg::Focus(id) => self.focus = Some(id.into()),
            Msg::Settled => self.settle(),
            // Whatever has to do with files and the mouse is the page's.
            Msg::Open(_)
            | Msg::OpenText(_)
            | Msg::OpenTextOf(..)
            | Msg::Read(..)
            | Msg::Save
            | Msg::SaveText(_)
            | Msg::Point => {}
        }
    }

    /// An act, as one step; what has come of it, where anything has.
    fn act(&mut self, act: &Act) -> Option<Path> {
        self.typing = None;
        match act.apply(self.document()) {
            Ok(done) => {
                self.history.go(done.document, None);
                if !done.said.is_empty() {
                    self.say(done.said);
                }
                self.settle();
                done.at
            }
            Err(why) => {
                self.say(why);
                None
            }
        }
    }

    /// What is typed into one cell is one step, and checked when there is a pause.
    fn typed(&mut self, act: &Act) {
        let Act::Cell { at, text, .. } = act else { return };
        if let Ok(done) = act.apply(self.document()) {
            self.history.go(done.document, Some(at.to_string()));
        }
        self.typing = Some((at.clone(), text.clone()));
    }

    fn travel(&mut self, way: fn(&mut History<Document, String>)) {
        way(&mut self.history);
        self.typing = None;
        let text = self.text().cloned();
        self.passages = text.map(|text| passages(&text)).unwrap_or_default();
        if self.passages.paragraphs.is_empty() {
            self.selection = 0..0;
        }
        self.settle();
    }

    fn fill(&mut self, field: Field, text: String) {
        let slot = match field {
            Field::Title => &mut self.new.title,
            Field::Publisher => &mut self.new.publisher,
            Field::Date => &mut self.new.date,
            Field::Address => &mut self.new.address,
            Field::Text => &mut self.new.text,
        };
        *slot = text;
    }

    fn add_source(&mut self) {
        let Some(path) = self.act(&Act::Source(self.new.clone())) else { return };
        self.new = NewSource::default();
        let id = self.document().find(&path).and_then(|it| it.field("id")?.as_text());
        self.source = id.map(Into::into);
        self.reread();
        self.settle();
        self.focus = Some("text".into());
    }

    fn select(&mut self, range: Range<usize>) {
        self.selection = range;
        let words = self.selected().split_whitespace().collect::<Vec<_>>().join(" ");
        self.say(format!("Selected: {words}"));
    }

    fn begin(&mut self, range: Range<usize>, provisions: Vec<String>, name: String) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        let act = Act::Take { source, range, provisions, name };
        if self.act(&act).is_some() {
            self.concern = self.document().records("concerns").len().checked_sub(1);
            self.focus = Some("concern-title".into());
        }
    }

    fn quote(&mut self) {
        match (self.concern_path(), self.source.clone()) {
            (Some(record), Some(source)) => {
                self.act(&Act::Quote { record, source, range: self.selection.clone() });
            }
            _ => self.say("Choose a concern, or make one of these words, first."),
        }
    }

    fn ask(&mut self) {
        let (Some(concern), Some(source)) = (self.concern_path(), self.source.clone()) else {
            return self.say("Choose a concern first.");
        };
        let range = self.selection.clone();
        if let Some(at) = self.act(&Act::Ask { concern, source, range }) {
            self.focus = Some(format!("own-{at}.kind"));
        }
    }

    fn dismiss(&mut self, nth: usize, is_none: bool) {
        let (Some(it), Some(source)) = (self.proposals.here.get(nth), self.source.clone()) else {
            return;
        };
        let sentence = it.sentence.start;
        self.act(&Act::Dismiss { source, sentence, is_none });
        if is_none {
            self.next_citation();
        }
    }

    fn next_citation(&mut self) {
        let next = self.proposals.here.iter().position(desk::Proposal::is_open);
        self.focus = Some(next.map_or_else(|| "citations".into(), |nth| format!("take-{nth}")));
    }

    fn add_group(&mut self) {
        let act = Act::Group { label: self.group.clone(), concern: self.concern_path() };
        if self.act(&act).is_some() {
            self.group.clear();
        }
    }

    fn sign(&mut self) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        let act = Act::Sign {
            source,
            role: self.role.clone(),
            kind: self.kind.clone(),
            signatories: self.signatories.clone(),
        };
        if self.act(&act).is_some() {
            self.list.clear();
            self.signatories.clear();
        }
    }

    fn add_row(&mut self, owner: Option<Path>) {
        let sheet = self.table;
        if let Some(path) = self.act(&Act::Add { sheet, owner }) {
            self.go(&path);
        }
    }

    /// The table and the page that a place stands on, with the focus there.
    fn go(&mut self, path: &Path) {
        let Some(found) = located(self.document(), path) else { return };
        (self.table, self.page) = (found.sheet.name, found.row / ROWS);
        let row = desk::rows(self.document(), found.sheet).into_iter().nth(found.row);
        let cells = row.map(|it| it.cells).unwrap_or_default();
        let column = found.column.map(|it| it.name);
        let nth = found.sheet.columns.iter().position(|it| Some(it.name) == column);
        let cell = cells.get(nth.unwrap_or_default()).and_then(|it| it.at.clone());
        let cell = cell.or_else(|| cells.into_iter().find_map(|it| it.at));
        self.focus = cell.map(|at| format!("cell-{at}"));
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
