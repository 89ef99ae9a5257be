//! What each message makes of the desk.

use std::{collections::HashSet, rc::Rc};

use authoring::Path;
use desk::{Act, Document, NewSource, Who, located};
use story::ended;
use workbook::sheet;

use super::{
    files,
    model::{Model, ROWS},
    msg::{Field, Msg},
    version::{Form, Version},
};
use crate::page::handed;

impl Model {
    pub(crate) fn take(&mut self, msg: Msg) {
        match msg {
            Msg::Act(act) => {
                self.act(&act);
            }
            Msg::Typed(act) => self.typed(&act),
            Msg::Undo => self.travel(true),
            Msg::Redo => self.travel(false),
            Msg::Given(json) => self.open(&json, None),
            Msg::Handed(is_given) => self.say(handed("configurator", is_given)),
            Msg::AddSource => self.add_source(),
            Msg::Stop => {
                self.reading = None;
                self.say("Stopped; nothing has changed.");
            }
            Msg::Next => files::next(self),
            Msg::LeaveOut(nth) => {
                if let Some((name, _)) = self.read.remove(nth) {
                    self.say(format!("{name} is left out."));
                }
            }
            Msg::Source(id) => {
                self.source = Some(id);
                self.reread();
                self.look_for_citations();
            }
            Msg::Concern(nth) => self.concern = Some(nth),
            Msg::Key(key) => self.select(self.passages.moved(&self.selection, key)),
            Msg::Select(range) => self.select(range),
            Msg::Quote => self.quote(),
            Msg::Begin => self.begin(self.selection.clone(), Vec::new(), String::new()),
            Msg::Ask => self.ask(),
            Msg::Reply => self.reply(),
            Msg::Position => self.position(),
            Msg::Relate(nth) => self.relate(nth),
            Msg::Names => self.names(),
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
            Msg::AddGroup => self.add_group(),
            Msg::Sign => self.sign(),
            Msg::AddRow(owner) => self.add_row(owner),
            Msg::Go(path) => self.go(&path),
            Msg::Focus(id) => self.focus = Some(id.into()),
            Msg::Settled => self.settle(),
            msg => self.note(msg),
        }
    }

    /// What is written or chosen on the page itself, and changes nothing of the dataset.
    fn note(&mut self, msg: Msg) {
        match msg {
            Msg::New(field, text) => self.fill(field, text),
            Msg::GroupName(name) => self.group = name,
            Msg::Role(role) => self.role = role,
            Msg::Kind(kind) => self.kind = kind,
            Msg::Page(page) => self.page = page,
            Msg::Pages(read, all) => {
                if let Some(reading) = &mut self.reading {
                    reading.pages = Some((read, all));
                }
            }
            Msg::List(list) => {
                self.list = list;
                self.read_list();
            }
            Msg::Line(nth, who) => {
                if let Some((_, known)) = self.signatories.get_mut(nth) {
                    *known = who;
                }
            }
            Msg::Table(name) => {
                if let Some(sheet) = sheet(&name) {
                    (self.table, self.page) = (sheet.name, 0);
                }
            }
            // Whatever has to do with files and the mouse is the page's.
            _ => {}
        }
    }

    /// An act, as one step; what has come of it, where anything has.
    pub(super) fn act(&mut self, act: &Act) -> Option<Path> {
        self.step(act, None)
    }

    /// The same, of what stood in a form.
    fn step(&mut self, act: &Act, form: Option<Form>) -> Option<Path> {
        self.typing = None;
        match act.apply(self.document()) {
            Ok(done) => {
                self.go_on(act, done.document, form, None);
                if !done.said.is_empty() {
                    self.say(done.said);
                }
                self.put_off(matches!(act, Act::Remove(_)));
                done.at
            }
            Err(why) => {
                self.say(why);
                None
            }
        }
    }

    /// What is typed into one cell is one step.
    fn typed(&mut self, act: &Act) {
        let Act::Cell { at, text, .. } = act else { return };
        if let Ok(done) = act.apply(self.document()) {
            self.go_on(act, done.document, None, Some(at.to_string()));
            self.is_checking = true;
        }
        self.typing = Some((at.clone(), text.clone()));
    }

    fn go_on(&mut self, act: &Act, document: Document, form: Option<Form>, field: Option<String>) {
        let step = act.name(self.document());
        self.history.go(Version { document: Rc::new(document), step, form }, field);
    }

    /// A step back, or one of those forward again.
    fn travel(&mut self, is_back: bool) {
        let before = self.text().cloned();
        let from = self.history.present().clone();
        if is_back {
            self.history.undo();
        } else {
            self.history.redo();
        }
        let to = self.history.present().clone();
        if Rc::ptr_eq(&from, &to) {
            return;
        }
        let of = if is_back { from } else { to };
        let what = if is_back { "Undone" } else { "Done again" };
        self.say(ended(format!("{what}: {}", of.step)));
        if let Some(form) = &of.form {
            self.bring_form(form, is_back);
        }
        self.typing = None;
        // What is selected are bytes of that text.
        if self.text() != before.as_ref() {
            self.reread();
        }
        self.put_off(true);
        self.read_list();
    }

    /// A document that is no longer there stands in the form again, and the other way round.
    fn bring_form(&mut self, form: &Form, is_back: bool) {
        let is_empty = self.new == NewSource::default();
        if !is_back && self.new == form.new {
            self.take_form();
        } else if is_back && is_empty {
            self.put_form(form.clone());
            self.say_also("It stands in the form again.");
        } else if is_back {
            self.say_also("The form has other words by now; Redo brings it back, with its text.");
        }
    }

    fn fill(&mut self, field: Field, text: String) {
        if field == Field::Text && is_other(&self.filled.said.text, &text) {
            files::part(self);
        }
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
        let form = self.take_form();
        let Some(path) = self.step(&Act::Source(form.new.clone()), Some(form.clone())) else {
            return self.put_form(form);
        };
        let id = self.document().find(&path).and_then(|it| it.field("id")?.as_text());
        let id = id.unwrap_or_default().to_string();
        if self.document().text(&id).is_some_and(|it| **it == form.filled.said.text) {
            self.was_filed(&id);
        }
        self.source = Some(id);
        self.reread();
        self.look_for_citations();
        if !self.read.is_empty() {
            let said = std::mem::take(&mut self.said);
            files::next(self);
            let next = std::mem::replace(&mut self.said, said);
            self.say_also(&next);
        }
        self.focus = Some("text".into());
    }

    fn add_group(&mut self) {
        let act = Act::Group { label: self.group.clone(), concern: self.concern_path() };
        if self.act(&act).is_some() {
            self.group.clear();
        }
    }

    fn sign(&mut self) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        if self.signatories.iter().all(|(_, who)| *who == Who::Nobody) {
            self.focus = Some("list".into());
            return self.say("Write or paste the names first, one a line.");
        }
        if self.role.is_empty() {
            self.focus = Some("role".into());
            return self.say("Choose their part in it first.");
        }
        let act = Act::Sign {
            source,
            role: self.role.clone(),
            kind: self.kind.clone(),
            signatories: self.signatories.clone(),
        };
        if self.act(&act).is_some() {
            self.list.clear();
            self.signatories.clear();
            self.focus = self.text().map(|_| "text".into());
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
        let row = desk::rows_in(self.document(), found.sheet, found.row..found.row + 1).pop();
        let cells = row.map(|it| it.cells).unwrap_or_default();
        let column = found.column.map(|it| it.name);
        let nth = found.sheet.columns.iter().position(|it| Some(it.name) == column);
        let cell = cells.get(nth.unwrap_or_default()).and_then(|it| it.at.clone());
        let cell = cell.or_else(|| cells.into_iter().find_map(|it| it.at));
        self.focus = cell.map(|at| format!("cell-{at}"));
    }
}

/// Whether a text is another than a file's: more than half of it stands neither at its beginning or end
/// nor in lines that are the file's.
fn is_other(file: &str, text: &str) -> bool {
    if file.is_empty() || text.trim().is_empty() {
        return !file.is_empty();
    }
    let same = |(a, b): &(u8, u8)| a == b;
    let start = file.bytes().zip(text.bytes()).take_while(same).count();
    let rest = file.len().min(text.len()) - start;
    let end = file.bytes().rev().zip(text.bytes().rev()).take(rest).take_while(same).count();
    let is_little = |kept: usize| 2 * kept < text.trim().len();
    let lines: HashSet<&str> = file.lines().map(str::trim).collect();
    let known = || text.lines().filter(|it| lines.contains(it.trim())).map(str::len).sum();
    is_little(start + end) && is_little(known())
}
