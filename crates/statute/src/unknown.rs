//! XML in no vocabulary that is known: its blocks are lines, which then are read as a text is. What
//! stands beside words is within a line; all else is a line of its own.
// Names of elements: cspell:disable

use crate::{
    outline::{At, Kind, LeftOut, Outline, Why},
    plain::{self, Line},
    tree::{Child, Element, collapsed, weight},
};

/// What says something about a law and is none of its words, in any document.
const ASIDE: &str = "meta metadata meta-data metadatos metadado metadaten-extern";
/// And in those with a topmost element of this name; then what is within a line though no words
/// are beside it.
const OF_ROOTS: [(&str, &str, &str); 4] = [
    // gesetze-im-internet.de
    (
        "dokumente",
        "jurabk amtabk ausfertigung-datum fundstelle standangabe fussnoten gliederungskennzahl",
        "",
    ),
    // retsinformation.dk
    ("Dokument", "Meta", "Char"),
    // riigiteataja.ee
    (
        "oigusakt",
        "metaandmed paragrahvNr loigeNr alampunktNr peatykkNr jaguNr osaNr jaotisNr muutmismarge",
        "",
    ),
    // leychile.cl
    ("Norma", "Identificador Metadatos Metadato", ""),
];

/// The law of a document, if its lines are numbered as a law's are.
pub(crate) fn read(root: &Element, file: &str) -> Option<Outline> {
    let of_root = OF_ROOTS.iter().find(|it| it.0 == root.name);
    let mut lines = Lines {
        aside: of_root.map_or("", |it| it.1),
        inline: of_root.map_or("", |it| it.2),
        all: Vec::new(),
        line: String::new(),
        left: String::new(),
    };
    lines.block(root);
    let language = root.attribute("xml:lang").and_then(crate::language::tag);
    let mut outline = plain::of_lines(&lines.all, language, file);
    if outline.parts.iter().all(|it| it.kind == Kind::Preamble) {
        return None;
    }
    let at = At { file: file.into(), ..At::default() };
    let what = format!(
        "`<{}>` begins no format that is known here, so its lines are read as those of a text; \
         look whether each is in its place",
        root.name
    );
    outline.told.push((at.clone(), what));
    outline.total += weight(&lines.left);
    let left = LeftOut { why: Why::Page, at, words: collapsed(&lines.left) };
    outline.left.extend(Some(left).filter(|it| it.characters() > 0));
    Some(outline)
}

struct Lines {
    aside: &'static str,
    inline: &'static str,
    all: Vec<Line>,
    line: String,
    left: String,
}

impl Lines {
    fn block(&mut self, element: &Element) {
        if self.is_left(element) {
            return;
        }
        self.end(element);
        if element.name == "tr" || element.name == "row" {
            self.row(element);
        } else {
            self.within(element);
        }
        self.end(element);
    }

    /// Whether an element says something about the law; then it is left out.
    fn is_left(&mut self, element: &Element) -> bool {
        let is_among = |all: &str| all.split(' ').any(|it| it == element.name);
        let is_aside = is_among(self.aside) || is_among(ASIDE);
        if is_aside {
            self.left.push_str(&element.text());
            self.left.push(' ');
        }
        is_aside
    }

    /// The law's words within an element, as one line.
    fn words(&mut self, element: &Element, to: &mut String) {
        for child in &element.children {
            match child {
                Child::Text(words) => to.push_str(words),
                Child::Element(inner) if is_break(inner) => to.push(' '),
                Child::Element(inner) if self.is_left(inner) => {}
                Child::Element(inner) => self.words(inner, to),
            }
        }
    }

    fn within(&mut self, element: &Element) {
        let words = |it: &Child| matches!(it, Child::Text(words) if weight(words) > 0);
        let is_mixed = element.children.iter().any(words);
        for child in &element.children {
            match child {
                Child::Text(words) => self.line.push_str(words),
                Child::Element(inner) if is_break(inner) => self.end(inner),
                Child::Element(inner) if is_mixed && !holds_lines(inner) => {
                    if !self.is_left(inner) {
                        let mut words = String::new();
                        self.words(inner, &mut words);
                        self.line.push_str(&words);
                    }
                }
                Child::Element(inner) if self.inline.split(' ').any(|it| it == inner.name) => {
                    self.within(inner);
                }
                Child::Element(inner) => self.block(inner),
            }
        }
    }

    fn row(&mut self, row: &Element) {
        let mut cells = Vec::new();
        for cell in row.elements() {
            let mut words = String::new();
            if !self.is_left(cell) {
                self.words(cell, &mut words);
            }
            cells.extend(Some(collapsed(&words).trim().to_string()).filter(|it| !it.is_empty()));
        }
        let loose = row.children.iter().filter_map(|it| match it {
            Child::Text(words) => Some(words.as_str()),
            Child::Element(_) => None,
        });
        self.line.extend(loose);
        self.end(row);
        let text = cells.join("\t");
        let cells = if cells.len() > 1 { cells } else { Vec::new() };
        if !text.is_empty() {
            self.all.push(Line { text, at: row.at, indent: 0, is_apart: true, cells });
        }
    }

    fn end(&mut self, at: &Element) {
        let text = collapsed(&std::mem::take(&mut self.line)).trim().to_string();
        if weight(&text) > 0 {
            self.all.push(Line { text, at: at.at, indent: 0, is_apart: true, cells: Vec::new() });
        }
    }
}

fn is_break(element: &Element) -> bool {
    element.name.eq_ignore_ascii_case("br")
}

/// Whether an element beside words has lines of its own, such as a list: several, or one that is
/// numbered.
fn holds_lines(element: &Element) -> bool {
    let mut lines = element.elements();
    let is_numbered = |it: &Element| plain::is_numbered(collapsed(&it.text()).trim());
    let has_lines = lines.next().is_some_and(|it| lines.next().is_some() || is_numbered(it));
    has_lines
        && element.children.iter().all(|it| match it {
            Child::Text(words) => weight(words) == 0,
            Child::Element(_) => true,
        })
}
