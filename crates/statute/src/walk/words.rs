//! Words to paragraphs: quotations, rows, numbers that can't be cited, and what is left out.

use super::{Walk, Zone};
use crate::{
    outline::{Item, Kind, LeftOut, Why},
    tree::{Child, Element, Place, collapsed, weight},
};

impl Walk<'_> {
    pub(super) fn quoted(&mut self, element: &Element) {
        self.flush(element.at);
        self.begin_with(element.attribute("startQuote").unwrap_or_default());
        self.children(element, Zone::Quoted);
        self.flush(element.at);
        let end = element.attribute("endQuote").unwrap_or_default();
        match self.open.last_mut().and_then(|it| it.items.last_mut()) {
            Some(Item::Text(words)) if !self.captures => {
                self.outline.total += weight(end);
                words.push_str(end);
            }
            _ => self.words(end),
        }
    }

    /// A number that can't be cited, such as a dash, or that is quoted, stands before the words.
    pub(super) fn dash(&mut self, element: &Element, zone: Zone) {
        self.flush(element.at);
        if self.captures {
            return self.children(element, zone);
        }
        let dash = self.captured(element, zone);
        if !dash.is_empty() {
            self.lead.push_str(&dash);
            self.lead.push(' ');
        }
    }

    pub(super) fn begin_with(&mut self, words: &str) {
        self.words(words);
        if !self.captures {
            self.lead.push_str(words);
            self.line.truncate(self.line.len() - words.len());
        }
    }

    /// A table's row is a paragraph, its cells parted by tabs.
    pub(super) fn row(&mut self, element: &Element) {
        self.flush(element.at);
        let mut cells = Vec::new();
        for child in &element.children {
            match child {
                Child::Text(words) => self.words(words),
                Child::Element(cell) => {
                    self.flush(cell.at);
                    cells.push(self.captured(cell, Zone::Quoted));
                }
            }
        }
        self.flush(element.at);
        // Empty cells keep the columns of those behind them.
        cells.truncate(cells.iter().rposition(|it| !it.is_empty()).map_or(0, |it| it + 1));
        self.paragraph(&cells.join("\t"), element.at);
    }

    /// The words of an element as one text.
    pub(super) fn captured(&mut self, element: &Element, zone: Zone) -> String {
        let line = std::mem::take(&mut self.line);
        let captures = std::mem::replace(&mut self.captures, true);
        self.children(element, zone);
        self.captures = captures;
        collapsed(&std::mem::replace(&mut self.line, line))
    }

    pub(super) fn leave(&mut self, element: &Element, why: Why) {
        let words = self.captured(element, Zone::Quoted);
        // A blank that keeps a note to its word goes with the note.
        self.line.truncate(self.line.trim_end_matches('\u{A0}').len());
        self.noted = matches!(why, Why::Footnote | Why::NoteMark | Why::Remark);
        self.left(why, element.at, words);
    }

    pub(super) fn left(&mut self, why: Why, place: Place, words: String) {
        if weight(&words) > 0 {
            let at = self.at(place);
            self.outline.left.push(LeftOut { why, at, words });
        }
    }

    /// Ends what stands in a part, with what waited for words in vain.
    pub(super) fn end(&mut self, place: Place) {
        self.flush(place);
        let lead = std::mem::take(&mut self.lead);
        self.paragraph(&collapsed(&lead), place);
    }

    /// Ends a paragraph of words.
    pub(super) fn flush(&mut self, place: Place) {
        if self.captures {
            return self.line.push(' ');
        }
        let line = std::mem::take(&mut self.line);
        self.noted = false;
        self.paragraph(&collapsed(&line), place);
    }

    pub(super) fn paragraph(&mut self, words: &str, place: Place) {
        if weight(words) == 0 {
            return;
        }
        if self.captures {
            self.line.push_str(words);
            return self.line.push(' ');
        }
        let words = std::mem::take(&mut self.lead) + words;
        if let Some((origin, lines)) = &mut self.preface {
            return lines.push((*origin, words));
        }
        match self.open.last_mut() {
            Some(part) if part.kind != Kind::Division || self.introduces => {
                part.items.push(Item::Text(words));
            }
            _ => self.left(Why::Outside, place, words),
        }
    }
}
