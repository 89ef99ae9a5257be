//! A consolidated act as EUR-Lex shows it. Its page comes in several layouts, of which the oldest have
//! no elements around articles and chapters; in all of them titles have classes of their own. So
//! the page is taken as a row of blocks, and what a title begins goes up to the next.
// Names of classes: cspell:ignore modref parag stitle

use super::{by_class, european, has_class, id, table};
use crate::{
    language,
    outline::{At, Outline},
    plain,
    tree::{Child, Element, collapsed, weight},
    walk,
};

/// A longer text before a point's words is no number.
const LONGEST_NUMBER: usize = 12;
/// Titles that begin a part of the act, or its own.
const TITLES: [&str; 5] = [
    "title-doc-first",
    "title-doc-last",
    "title-division-1",
    "title-article-norm",
    "title-annex-1",
];

/// Whether a page is a consolidated act.
pub(super) fn is(root: &Element) -> bool {
    by_class(root, "title-doc-first").or_else(|| by_class(root, "title-doc-last")).is_some()
        && by_class(root, "title-article-norm").is_some()
}

pub(super) fn read(root: &Element, file: &str) -> Outline {
    let mut blocks = Vec::new();
    let body = root.child("body").unwrap_or(root);
    for element in body.elements() {
        gather(element, &mut blocks);
    }
    let mut document = Element::new("akomaNtoso", root.at);
    document.children.push(Child::Element(act(&blocks, root)));
    let mut outline = walk::outline(&document, file);
    let about = &mut outline.about;
    about.take_short_title();
    about.date = european::date(&about.title);
    if let Some(said) = by_class(root, "reference").map(|it| collapsed(&it.text())) {
        tell(&said, &mut outline, file);
    }
    outline
}

/// What the page calls itself, `02014R0596 — EN — 04.12.2024 — 004.001`.
fn tell(said: &str, outline: &mut Outline, file: &str) {
    let mut parts = said.split('—').map(str::trim);
    let (celex, language, day) = (parts.next(), parts.next(), parts.next());
    let about = &mut outline.about;
    about.language = language.and_then(language::tag);
    let (year, number) = (celex.and_then(|it| it.get(1..5)), celex.and_then(|it| it.get(6..10)));
    if let Some((year, number)) = year.zip(number) {
        about.address = european::address(&about.title, year, number);
    }
    if let Some(day) = day {
        let at = At { file: file.into(), ..At::default() };
        let what = format!(
            "this is the text as amended up to {day}; a consolidated text has no recitals, and the \
             institutions take no liability for it"
        );
        outline.told.push((at, what));
    }
}

/// The blocks of a page, out of the elements that only hold parts; whether one was taken apart, or is
/// a title.
fn gather<'e>(element: &'e Element, blocks: &mut Vec<&'e Element>) -> bool {
    let is_title = TITLES.iter().any(|title| has_class(element, title));
    let is_part = element.name == "div" && !id(element).starts_with("fnp_");
    if is_title || !is_part {
        blocks.push(element);
        return is_title
            || element.name == "table" && TITLES.iter().any(|it| by_class(element, it).is_some());
    }
    let before = blocks.len();
    let mut holds = false;
    for inner in element.elements() {
        holds |= gather(inner, blocks);
    }
    if !holds && !has_class(element, "eli-title") {
        blocks.truncate(before);
        blocks.push(element);
    }
    holds
}

/// How far out a part stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Body,
    Annex,
    /// With how many words of divisions above it.
    Division(usize),
    Article,
    /// Of the layouts that put no element around it.
    Paragraph,
}

struct Act {
    whole: Element,
    preface: Element,
    preamble: Element,
    open: Vec<(Rank, Element)>,
    /// The words of divisions, outermost first.
    words: Vec<String>,
}

fn act(blocks: &[&Element], root: &Element) -> Element {
    let new = |name| Element::new(name, root.at);
    let mut act = Act {
        whole: new("act"),
        preface: new("preface"),
        preamble: new("preamble"),
        open: Vec::new(),
        words: Vec::new(),
    };
    let begins = |it: &&Element| {
        ["title-division-1", "title-article-norm"].iter().any(|title| has_class(it, title))
    };
    let first = blocks.iter().position(begins).unwrap_or_default();
    let above = blocks.get(..first).unwrap_or_default();
    let line = above.iter().rposition(|it| it.name == "hr").map_or(0, |it| it + 1);
    for (nth, block) in blocks.iter().enumerate() {
        if nth < line {
            let mut around = Element::new("pageFurniture", block.at);
            around.push_text(&block.text());
            act.whole.children.push(Child::Element(around));
        } else {
            act.take(block);
        }
    }
    act.finished()
}

impl Act {
    fn take(&mut self, block: &Element) {
        let is = |class: &str| has_class(block, class);
        let class = block.attribute("class").unwrap_or_default();
        match () {
            () if class.starts_with("title-doc") => {
                self.preface.children.push(Child::Element(named(block, "p")));
            }
            () if is("title-division-1") => {
                let depth = self.depth(&collapsed(&block.text()));
                self.begin(Rank::Division(depth), "division", block);
            }
            () if is("title-article-norm") => self.begin(Rank::Article, "article", block),
            () if is("title-annex-1") => {
                self.words.clear();
                self.begin(Rank::Annex, "annex", block);
            }
            () if is("title-division-2") || is("stitle-article-norm") || is("title-annex-2") => {
                self.put(named(block, "heading"));
            }
            () if id(block).starts_with("fnp_") => {
                self.close(Rank::Annex);
                self.whole.children.push(Child::Element(named(block, "conclusions")));
            }
            () => self.words(block),
        }
    }

    /// How deep a division stands, by its word, whatever its number is: those that come later stand
    /// within.
    fn depth(&mut self, title: &str) -> usize {
        let word = plain::division_word(title);
        let known = self.words.iter().position(|it| *it == word);
        known.unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        })
    }

    fn begin(&mut self, rank: Rank, name: &str, title: &Element) {
        self.close(rank);
        if self.open.is_empty() && rank != Rank::Annex {
            self.open.push((Rank::Body, Element::new("body", title.at)));
        }
        let mut part = Element::new(name, title.at);
        part.children.push(Child::Element(named(title, "num")));
        self.open.push((rank, part));
    }

    /// Closes what stands no further out than this.
    fn close(&mut self, rank: Rank) {
        while self.open.last().is_some_and(|it| it.0 >= rank || rank == Rank::Annex) {
            let Some((_, part)) = self.open.pop() else { return };
            match self.open.last_mut() {
                Some((_, outer)) => outer.children.push(Child::Element(part)),
                None => self.whole.children.push(Child::Element(part)),
            }
        }
    }

    fn put(&mut self, element: Element) {
        let to = self.open.last_mut().map_or(&mut self.preamble, |it| &mut it.1);
        to.children.push(Child::Element(element));
    }

    /// A block of words; in the oldest layout a paragraph's number begins them.
    fn words(&mut self, block: &Element) {
        let in_article = self.open.iter().any(|it| it.0 == Rank::Article);
        let mut all = Element::default();
        translate(block, &mut all);
        let paragraph = Some(&all).filter(|_| in_article && block.name == "p").and_then(numbered);
        if let Some(paragraph) = paragraph {
            self.close(Rank::Paragraph);
            return self.open.push((Rank::Paragraph, paragraph));
        }
        let is_paragraph = |it: &Child| matches!(it, Child::Element(it) if it.name == "paragraph");
        if all.children.iter().any(is_paragraph) {
            self.close(Rank::Paragraph);
        }
        let to = self.open.last_mut().map_or(&mut self.preamble, |it| &mut it.1);
        to.children.append(&mut all.children);
    }

    fn finished(mut self) -> Element {
        self.close(Rank::Annex);
        let fronts = [self.preamble, self.preface];
        for front in fronts.into_iter().filter(|it| !it.children.is_empty()) {
            self.whole.children.insert(0, Child::Element(front));
        }
        self.whole
    }
}

/// `1.  Every street has lamps` as a paragraph, if it begins with a number and no-break spaces.
fn numbered(words: &Element) -> Option<Element> {
    let [Child::Element(first)] = words.children.as_slice() else { return None };
    let mut first = first.clone();
    let Some(Child::Text(text)) = first.children.first_mut() else { return None };
    let (number, rest) = text.trim_start().split_once('\u{A0}')?;
    let digits = number.strip_suffix('.')?;
    let is_number = digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.chars().count() <= LONGEST_NUMBER
        && digits.chars().all(char::is_alphanumeric);
    let (number, rest) = is_number.then(|| (number.to_string(), rest.trim_start().to_string()))?;
    *text = rest;
    let mut paragraph = Element::new("paragraph", first.at);
    paragraph.children.push(Child::Element(number_of(&number, &first)));
    paragraph.children.push(Child::Element(first));
    Some(paragraph)
}

fn number_of(number: &str, at: &Element) -> Element {
    let mut num = Element::new("num", at.at);
    num.push_text(number);
    num
}

/// The same element under another name, its content translated.
fn named(element: &Element, name: &str) -> Element {
    let mut to = Element::new(name, element.at);
    for child in &element.children {
        match child {
            Child::Text(words) => to.push_text(words),
            Child::Element(inner) => translate(inner, &mut to),
        }
    }
    take_brackets(&mut to);
    to
}

fn translate(element: &Element, to: &mut Element) {
    let is = |class: &str| has_class(element, class);
    let link = element.attribute("href").unwrap_or_default();
    let text = || collapsed(&element.text());
    let is_mark = || text().starts_with('►') || matches!(text().as_str(), "◄" | "▼B");
    let name = match element.name.as_str() {
        "table" => return table(element, to),
        "div" if is("grid-container") => return to.children.push(Child::Element(grid(element))),
        "div" if element.elements().any(|it| has_class(it, "no-parag")) => "paragraph",
        "div" if hanging(element).is_some() => {
            return to.children.extend(hanging(element).map(Child::Element));
        }
        "a" if link.starts_with("#E") => "noteRef",
        "a" | "span" if is_mark() => "remark",
        "span" if is("no-parag") => {
            let num = number_of(text().trim(), element);
            return to.children.push(Child::Element(num));
        }
        "p" if is("modref") || is("arrow") => "remark",
        "p" if is("footnote") => "authorialNote",
        "p" => "p",
        "div" => "block",
        "hr" | "col" | "colgroup" | "img" | "br" => "br",
        _ => "span",
    };
    to.children.push(Child::Element(named(element, name)));
}

/// A point that a grid sets: its number in one column, its words in the other.
fn grid(element: &Element) -> Element {
    let mut point = Element::new("point", element.at);
    for column in element.elements() {
        if has_class(column, "grid-list-column-1") && point.children.is_empty() {
            let num = number_of(collapsed(&column.text()).trim(), column);
            point.children.push(Child::Element(num));
        } else {
            point.children.push(Child::Element(named(column, "content")));
        }
    }
    point
}

/// A point that an indent sets: `(a)`, a wide blank, and its words.
fn hanging(element: &Element) -> Option<Element> {
    let indent = element.attribute("style").filter(|it| it.contains("text-indent"))?;
    let first = element.elements().next().filter(|it| it.name == "p" && !indent.is_empty())?;
    let [Child::Text(number), Child::Element(blank), words @ ..] = first.children.as_slice() else {
        return None;
    };
    let number = collapsed(number);
    let is_number = (1..=LONGEST_NUMBER).contains(&number.chars().count());
    let is_blank = weight(&blank.text()) == 0 && blank.name == "span";
    let mut line = Element::new("p", first.at);
    line.children = words.to_vec();
    let mut content = Element::new("div", element.at);
    content.children.push(Child::Element(line));
    content
        .children
        .extend(element.children.iter().skip_while(|it| !is_element(it)).skip(1).cloned());
    (is_number && is_blank).then(|| {
        let mut point = Element::new("point", element.at);
        point.children.push(Child::Element(number_of(&number, first)));
        point.children.push(Child::Element(named(&content, "content")));
        point
    })
}

fn is_element(child: &Child) -> bool {
    matches!(child, Child::Element(_))
}

/// The brackets around the mark of a footnote go with it.
fn take_brackets(element: &mut Element) {
    for nth in 1..element.children.len() {
        let Some([Child::Text(before), Child::Element(mark), Child::Text(after)]) =
            element.children.get_mut(nth - 1..nth + 2)
        else {
            continue;
        };
        let inner = after.trim_start().strip_prefix(')').map(str::to_string);
        let outer = before.trim_end().strip_suffix('(').map(str::to_string);
        if let (true, Some(outer), Some(inner)) = (mark.name == "noteRef", outer, inner) {
            mark.children.insert(0, Child::Text("(".into()));
            mark.push_text(")");
            (*before, *after) = (outer, inner);
        }
    }
}
