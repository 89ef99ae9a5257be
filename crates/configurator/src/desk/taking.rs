//! What is taken from the text that is read: quotations, concerns, and what stands beside them.

use std::ops::Range;

use desk::{Act, Signatory, joined, signatories};

use super::{model::Model, msg::Msg};
use crate::view::ui::count;

impl Model {
    pub(super) fn select(&mut self, range: Range<usize>) {
        self.selection = range;
        let words = self.selected().split_whitespace().collect::<Vec<_>>().join(" ");
        self.say(format!("Selected: {words}"));
    }

    pub(super) fn begin(&mut self, range: Range<usize>, provisions: Vec<String>, name: String) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        let act = Act::Take { source, range, provisions, name };
        if self.act(&act).is_some() {
            self.concern = self.document().records("concerns").len().checked_sub(1);
            self.focus = Some("concern-title".into());
        }
    }

    pub(super) fn quote(&mut self) {
        match (self.concern_path(), self.source.clone()) {
            (Some(record), Some(source)) => {
                self.act(&Act::Quote { record, source, range: self.selection.clone() });
            }
            _ => self.say("Choose a concern, or make one of these words, first."),
        }
    }

    pub(super) fn ask(&mut self) {
        let (Some(concern), Some(source)) = (self.concern_path(), self.source.clone()) else {
            return self.say("Choose a concern first.");
        };
        let range = self.selection.clone();
        self.take_record(&Act::Ask { concern, source, range });
    }

    pub(super) fn dismiss(&mut self, nth: usize, is_none: bool) {
        let (Some(it), Some(source)) = (self.proposals.here.get(nth), self.source.clone()) else {
            return;
        };
        let sentence = it.sentence.start;
        self.act(&Act::Dismiss { source, sentence, is_none });
        if is_none {
            self.next_citation();
        }
    }

    pub(super) fn next_citation(&mut self) {
        let next = self.proposals.here.iter().position(desk::Proposal::is_open);
        self.focus = Some(next.map_or_else(|| "citations".into(), |nth| format!("take-{nth}")));
    }

    pub(super) fn reply(&mut self) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        let (concern, range) = (self.concern_path(), self.selection.clone());
        self.take_record(&Act::Reply { concern, source, range });
    }

    pub(super) fn position(&mut self) {
        let Some(source) = self.source.clone() else { return self.say("Add a document first.") };
        let range = self.selection.clone();
        if let Some(at) = self.act(&Act::Position { source, range }) {
            self.focus = Some(format!("stand-{at}"));
        }
    }

    /// Another law that is cited, by its place in the list, or that the selection names.
    pub(super) fn relate(&mut self, nth: Option<usize>) {
        let (Some(concern), Some(source)) = (self.concern_path(), self.source.clone()) else {
            return self.say("Choose a concern first.");
        };
        let range = self.selection.clone();
        let all = &self.proposals.elsewhere;
        let overlaps = |it: &Range<usize>| it.start < range.end && range.start < it.end;
        let cited = match nth {
            Some(nth) => all.get(nth),
            None => all.iter().find(|it| overlaps(&it.span) && !it.law.is_empty()),
        };
        let words = || self.selected().split_whitespace().collect::<Vec<_>>().join(" ");
        let (law, pinpoint) =
            cited.map_or_else(|| (words(), String::new()), |it| (it.law.clone(), it.cited.clone()));
        if law.is_empty() {
            return self.say("Select the words that name the other law first.");
        }
        if let Some(at) = self.act(&Act::Relate { concern, source, law, pinpoint }) {
            self.focus = Some(format!("own-{at}.relation"));
        }
    }

    /// Whom the list names in this dataset. What was decided of a line holds as long as it names the same.
    pub(super) fn read_list(&mut self) {
        let mut decided = std::mem::take(&mut self.signatories);
        let who = |it: &Signatory| {
            let nth = decided.iter().position(|(before, _)| before == it);
            nth.map_or_else(|| it.who(), |nth| decided.remove(nth).1)
        };
        let found = signatories(self.document(), &self.list);
        let who: Vec<_> = found.iter().map(who).collect();
        self.signatories = found.into_iter().zip(who).collect();
    }

    /// The selected lines, behind those that the list has already, name those behind the document.
    pub(super) fn names(&mut self) {
        let list = self.selected().to_string();
        if list.trim().is_empty() {
            return self.say("Select the lines with the names first.");
        }
        self.take(Msg::List(joined(&self.list, &list)));
        self.say(format!("{} to add.", count(self.signatories.len(), "name", "names")));
        self.focus = Some("role".into());
    }

    /// A record that comes, with the focus in the first of its fields.
    fn take_record(&mut self, act: &Act) {
        if let Some(at) = self.act(act) {
            self.focus = Some(format!("own-{at}.kind"));
        }
    }
}
