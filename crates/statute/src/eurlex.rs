//! An act of the European Union as EUR-Lex shows it, under the names of Akoma Ntoso. Its parts are
//! told by the ids that the page gives them, its numbers by their classes and by the tables that
//! set lists. Consolidated acts come in other layouts, which `consolidated` reads.

mod consolidated;

use crate::{
    akn, european, language,
    outline::Outline,
    tree::{Child, Element, collapsed},
    walk,
};

/// A cell with more letters than these is no number of a list.
const LONGEST_NUMBER: usize = 12;

/// Whether a page has an act in it.
pub(crate) fn is(root: &Element) -> bool {
    container(root).is_some() || consolidated::is(root)
}

fn container(element: &Element) -> Option<&Element> {
    if has_class(element, "eli-container") {
        return Some(element);
    }
    element.elements().find_map(container)
}

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    if consolidated::is(root) {
        return consolidated::read(root, file);
    }
    let mut document = Element::new("akomaNtoso", root.at);
    page(root, &mut document);
    let mut outline = walk::outline(&document, file);
    let about = &mut outline.about;
    let tag = root.attribute("lang").or_else(|| root.attribute("xml:lang")).map(str::to_string);
    let shown = by_class(root, "hd-lg").map(|it| it.text().trim().to_string());
    about.language = shown.or(tag).and_then(|it| language::tag(&it));
    about.take_short_title();
    about.address = akn::eli(&root.text()).map(|path| european::of_path(&path));
    about.date = european::date(&about.title);
    outline
}

/// The act, and around it what is the page's own.
fn page(element: &Element, document: &mut Element) {
    for child in &element.children {
        match child {
            Child::Element(inner) if inner.name == "head" => {}
            Child::Element(inner) if has_class(inner, "eli-container") => {
                let name = if id(inner).starts_with("anx_") { "annex" } else { "act" };
                document.children.push(Child::Element(within(inner, name)));
            }
            Child::Element(inner) if container(inner).is_some() => page(inner, document),
            Child::Element(inner) => {
                let mut around = Element::new("pageFurniture", inner.at);
                around.push_text(&inner.text());
                document.children.push(Child::Element(around));
            }
            Child::Text(words) => document.push_text(words),
        }
    }
}

fn id(element: &Element) -> &str {
    element.attribute("id").unwrap_or_default()
}

/// Whether an element has a class, under the name that it has had since 2023 or that before.
fn has_class(element: &Element, wanted: &str) -> bool {
    let classes = element.attribute("class").unwrap_or_default().split_whitespace();
    classes.map(|it| it.strip_prefix("oj-").unwrap_or(it)).any(|it| it == wanted)
}

fn by_class<'e>(element: &'e Element, wanted: &str) -> Option<&'e Element> {
    if has_class(element, wanted) {
        return Some(element);
    }
    element.elements().find_map(|it| by_class(it, wanted))
}

/// The same element under another name, its content translated.
fn within(element: &Element, name: &str) -> Element {
    let mut to = Element::new(name, element.at);
    for child in &element.children {
        match child {
            Child::Text(words) => to.push_text(words),
            Child::Element(inner) => translate(inner, name, &mut to),
        }
    }
    to
}

fn translate(element: &Element, parent: &str, to: &mut Element) {
    match element.name.as_str() {
        "table" => return table(element, to),
        "div" if is_paragraph(id(element)) => {
            let mut paragraph = within(element, "paragraph");
            take_number(&mut paragraph);
            return to.children.push(Child::Element(paragraph));
        }
        _ => {}
    }
    // What the title of a part stands in belongs to the part.
    let name = named(element, parent, to);
    let inner = within(element, name);
    if name == "recital" {
        return to.children.push(Child::Element(unpacked(inner)));
    }
    to.children.push(Child::Element(inner));
}

/// The name of an element in Akoma Ntoso.
fn named(element: &Element, parent: &str, to: &Element) -> &'static str {
    let begins = |start: &str| id(element).starts_with(start);
    let is = |class: &str| has_class(element, class);
    let (has_num, has_heading) = (to.child("num").is_some(), to.child("heading").is_some());
    match element.name.as_str() {
        "a" if element.attribute("href").is_some_and(|it| it.starts_with("#ntr")) => "noteRef",
        "div" if is("eli-main-title") => "preface",
        "div" if begins("pbl_") => "preamble",
        "div" if begins("rct_") => "recital",
        "div" if begins("enc_") => "body",
        "div" if begins("art_") && !is("eli-title") => "article",
        "div" if begins("fnp_") || is("final") => "conclusions",
        "div" if is("eli-title") && !has_heading => "heading",
        "div" if element.elements().any(|it| has_class(it, "ti-section-1")) => "division",
        "p" if is("note") => "authorialNote",
        "p" if is("ti-art") && !has_num => "num",
        "p" if is("ti-section-1") && parent == "division" && !has_num => "num",
        "p" if is("doc-ti") && parent == "annex" && !has_num => "num",
        "p" if is("doc-ti") && parent == "annex" && !has_heading => "heading",
        "p" => "p",
        "div" => "block",
        "hr" | "col" | "colgroup" | "img" | "br" => "br",
        _ => "span",
    }
}

/// `003.001`, the id of a paragraph.
fn is_paragraph(id: &str) -> bool {
    let is_number = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_digit());
    id.split_once('.').is_some_and(|(article, number)| is_number(article) && is_number(number))
}

/// A paragraph's number stands at the head of its first words, with no-break spaces behind it.
fn take_number(paragraph: &mut Element) {
    let at = paragraph.at;
    let Some(Child::Element(first)) =
        paragraph.children.iter_mut().find(|it| matches!(it, Child::Element(_)))
    else {
        return;
    };
    let Some(Child::Text(words)) = first.children.first_mut() else { return };
    let text = words.trim_start();
    let Some((number, rest)) = text.split_once('\u{A0}') else { return };
    let is_number = number.starts_with(|it: char| it.is_ascii_digit())
        && number.chars().count() <= LONGEST_NUMBER
        && !number.contains(' ');
    if is_number {
        let mut num = Element::new("num", at);
        num.push_text(number);
        *words = rest.trim_start_matches('\u{A0}').to_string();
        paragraph.children.insert(0, Child::Element(num));
    }
}

/// A table that sets a list, each row a number and its words, is that list.
fn table(element: &Element, to: &mut Element) {
    let direct = direct_rows(element);
    let is_list = !direct.is_empty() && direct.iter().all(|row| number_of(row).is_some());
    if !is_list {
        return to.children.push(Child::Element(data(element)));
    }
    for row in direct {
        let mut point = Element::new("point", row.at);
        for (cell, name) in row.elements().zip(["num", "content"]) {
            point.children.push(Child::Element(within(cell, name)));
        }
        to.children.push(Child::Element(point));
    }
}

/// A table's own rows, and none of tables in its cells.
fn direct_rows(table: &Element) -> Vec<&Element> {
    let bodies = table.elements().filter(|it| matches!(it.name.as_str(), "tbody" | "thead"));
    let rows = bodies.flat_map(Element::elements).chain(table.elements());
    rows.filter(|it| it.name == "tr").collect()
}

/// The number in the first of a row's two cells.
fn number_of(row: &Element) -> Option<String> {
    let mut cells = row.elements().filter(|it| it.name == "td");
    let (first, _) = (cells.next()?, cells.next()?);
    let number = collapsed(&first.text());
    let is_short = !number.is_empty() && number.chars().count() <= LONGEST_NUMBER;
    let ends = number.ends_with(['.', ')', '—', '–', '-', '•']);
    (is_short && ends && cells.next().is_none() && !number.contains(' ')).then_some(number)
}

/// A table that is one.
fn data(element: &Element) -> Element {
    let name = match element.name.as_str() {
        "table" | "tbody" | "thead" => "table",
        "tr" => "tr",
        "col" | "colgroup" => "br",
        "td" | "th" => return within(element, "td"),
        _ => return within(element, "block"),
    };
    let mut to = Element::new(name, element.at);
    for child in &element.children {
        match child {
            Child::Text(words) => to.push_text(words),
            Child::Element(inner) => to.children.push(Child::Element(data(inner))),
        }
    }
    to
}

/// A recital's number and words, out of the list of one that sets them.
fn unpacked(recital: Element) -> Element {
    let mut to = Element::new("recital", recital.at);
    for child in recital.children {
        match child {
            Child::Element(point) if point.name == "point" && to.child("num").is_none() => {
                for child in point.children {
                    match child {
                        Child::Element(content) if content.name == "content" => {
                            to.children.extend(content.children);
                        }
                        child => to.children.push(child),
                    }
                }
            }
            child => to.children.push(child),
        }
    }
    to
}
