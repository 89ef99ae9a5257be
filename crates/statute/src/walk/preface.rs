//! A law's titles, from what stands before its preamble.

use super::{Walk, Zone};
use crate::{
    outline::Why,
    tree::{Child, Element, Place, collapsed, weight},
};

/// Which title a line may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The long one.
    Long,
    /// That by which the law is called.
    Called,
    Other,
}

impl Walk<'_> {
    pub(super) fn read_preface(&mut self, element: &Element) {
        self.flush(element.at);
        if self.preface.is_some() {
            // One in the other: a line of it.
            self.preface_children(element);
            return self.flush(element.at);
        }
        self.preface = Some((Origin::Other, Vec::new()));
        self.preface_children(element);
        self.flush(element.at);
        let lines = self.preface.take().map(|(_, lines)| lines).unwrap_or_default();
        self.title(lines, element.at);
    }

    fn preface_children(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Child::Text(words) => self.words(words),
                Child::Element(inner) => self.preface_element(inner),
            }
        }
    }

    fn preface_element(&mut self, element: &Element) {
        match element.name.as_str() {
            "docketNumber" | "docNumber" => {
                let symbol = self.captured(element, Zone::Top);
                self.outline.titled += weight(&symbol);
                self.outline.about.symbols.extend(Some(symbol).filter(|it| !it.is_empty()));
            }
            "longTitle" => self.from(Origin::Long, element),
            "docTitle" if self.origin() == Origin::Other => self.from(Origin::Called, element),
            "p" | "block" | "container" | "preface" | "coverPage" => {
                self.flush(element.at);
                self.preface_children(element);
                self.flush(element.at);
            }
            _ => self.element(element, Zone::Top),
        }
    }

    fn origin(&self) -> Origin {
        self.preface.as_ref().map_or(Origin::Other, |(origin, _)| *origin)
    }

    fn from(&mut self, origin: Origin, element: &Element) {
        self.flush(element.at);
        let before = self.origin();
        self.set_origin(origin);
        self.preface_children(element);
        self.flush(element.at);
        self.set_origin(before);
    }

    fn set_origin(&mut self, origin: Origin) {
        if let Some((current, _)) = &mut self.preface {
            *current = origin;
        }
    }

    /// The long title where there is one; else all lines that are more than a note in brackets.
    fn title(&mut self, lines: Vec<(Origin, String)>, place: Place) {
        let has = |wanted| lines.iter().any(|(origin, _)| *origin == wanted);
        let (long, called) = (has(Origin::Long), has(Origin::Called));
        if !self.outline.about.title.is_empty() {
            for (_, line) in lines {
                self.left(Why::BesideTitle, place, line);
            }
            return;
        }
        let mut title = String::new();
        let mut name = String::new();
        for (origin, line) in lines {
            let is_note = line.starts_with('(') && line.ends_with(')');
            match origin {
                Origin::Called => name = format!("{name} {line}"),
                Origin::Long => title = format!("{title} {line}"),
                Origin::Other if !(long || called || is_note) => title = format!("{title} {line}"),
                Origin::Other => {
                    self.left(Why::BesideTitle, place, line);
                }
            }
        }
        self.outline.titled += weight(&title) + weight(&name);
        let (title, name) = (collapsed(&title), collapsed(&name));
        let about = &mut self.outline.about;
        if title.is_empty() {
            about.title = name;
        } else {
            about.title = title;
            about.short_title = Some(name).filter(|it| !it.is_empty());
        }
    }
}
