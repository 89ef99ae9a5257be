//! Bills and resolutions as the House of Representatives of the United States writes them, by its own
//! document type, under the names of Akoma Ntoso.

use crate::{
    european,
    outline::Outline,
    tree::{Child, Element, collapsed},
    walk,
};

/// Names that differ. What is in none of these lists is a block: no two of them may run together.
const NAMES: [(&str, &str); 28] = [
    ("after-quoted-block", "span"),
    ("attestation", "conclusions"),
    ("action", "block"),
    ("bill", "bill"),
    ("calendar", "block"),
    ("continuation-text", "block"),
    ("deleted-phrase", "del"),
    ("endorsement", "conclusions"),
    ("entry", "td"),
    ("enum", "num"),
    ("footnote", "authorialNote"),
    ("footnote-ref", "noteRef"),
    ("form", "preface"),
    ("header", "heading"),
    ("legis-body", "body"),
    ("legis-num", "docNumber"),
    ("metadata", "meta"),
    ("official-title", "longTitle"),
    ("preamble", "preamble"),
    ("quoted-block", "quotedStructure"),
    ("resolution", "bill"),
    ("resolution-body", "body"),
    ("row", "tr"),
    ("signatures", "conclusions"),
    ("table", "table"),
    ("toc", "toc"),
    ("whereas", "recital"),
    ("amendment-body", "body"),
];

/// Names that mean the same in both.
const SAME: &str = "appendix article chapter clause division item paragraph part schedule section \
                    subchapter subclause subdivision subitem subparagraph subpart subsection \
                    subtitle title";

/// Within a line of words.
const INLINE: &str = "act-name added-phrase bold chair committee-name cosponsor court-cite \
                      definition editorial em enum-in-header external-xref \
                      fraction graphic header-in-text internal-xref italic linebreak nobreak \
                      nonsponsor omitted-text pagebreak quote short-title small-caps sponsor \
                      strong subscript superscript term";

/// Whether a document's topmost element is one of theirs.
pub(crate) fn is(root: &Element) -> bool {
    let known = ["bill", "resolution", "amendment-doc"];
    let bodies = ["legis-body", "resolution-body", "amendment-body"];
    known.contains(&root.name.as_str())
        && root.elements().any(|it| bodies.contains(&it.name.as_str()))
}

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    let mut act = Element::new("bill", root.at);
    for child in &root.children {
        put(child, &mut act);
    }
    let mut document = Element::new("akomaNtoso", root.at);
    document.children.push(Child::Element(act));
    let mut outline = walk::outline(&document, file);
    let about = &mut outline.about;
    about.language = Some("en".into());
    about.is_bill = true;
    about.short_title = root.find("short-title").map(|it| collapsed(&it.text()));
    about.date = root.find("action-date").and_then(day);
    outline
}

/// A day as its attribute says it, `20310507`, or its words.
fn day(element: &Element) -> Option<String> {
    let digits = element.attribute("date").filter(|it| it.len() == 8 && it.is_ascii());
    let [year, month, day] = [0..4, 4..6, 6..8].map(|it| digits.and_then(|all| all.get(it)));
    let written =
        year.zip(month).zip(day).map(|((year, month), day)| format!("{year}-{month}-{day}"));
    let sound = |it: &String| it.parse::<authoring::CalendarDate>().is_ok();
    written.filter(sound).or_else(|| european::date(&element.text()))
}

fn put(child: &Child, to: &mut Element) {
    match child {
        Child::Element(inner) if inner.name == "after-quoted-block" => after(inner, to),
        Child::Element(inner) => to.children.push(Child::Element(translated(inner))),
        Child::Text(words) => to.push_text(words),
    }
}

/// What ends a quotation stands behind its last words.
fn after(element: &Element, to: &mut Element) {
    let words = collapsed(&element.text());
    let has_end = to.attribute("endQuote").is_some();
    if to.name == "quotedStructure" && has_end && element.elements().next().is_none() {
        let end = to.attributes.iter_mut().find(|(name, _)| name == "endQuote");
        return end.into_iter().for_each(|(_, end)| end.push_str(&words));
    }
    to.children.push(Child::Element(translated(element)));
}

/// An element and all within under the other names. Its ids are serial, and say nothing.
fn translated(element: &Element) -> Element {
    let name = element.name.as_str();
    let differs = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, to)| *to);
    let same = || SAME.split_whitespace().find(|it| *it == name);
    let is_inline = INLINE.split_whitespace().any(|it| it == name);
    let to = differs().or_else(same).unwrap_or(if is_inline { "span" } else { "block" });
    let mut to = Element::new(to, element.at);
    // The marks of a quotation are in no text: they are how it looks, and the style names them.
    if name == "quoted-block" && element.attribute("style") != Some("traditional-inline") {
        to.attributes.push(("startQuote".into(), "“".into()));
        to.attributes.push(("endQuote".into(), "”".into()));
    }
    if name == "quote" {
        to.push_text("“");
    }
    element.children.iter().for_each(|it| put(it, &mut to));
    if name == "quote" {
        to.push_text("”");
    }
    to
}
