//! Formex, in which the Publications Office of the European Union keeps its acts, under the names of
//! Akoma Ntoso.

use crate::{
    european, language,
    outline::Outline,
    tree::{Child, Element},
    walk,
};

/// Each name beside that of Akoma Ntoso. What isn't here stands within a line.
const NAMES: [(&str, &str); 64] = [
    ("ACT", "act"),
    ("ALINEA", "block"),
    ("ANNEX", "annex"),
    ("ARTICLE", "article"),
    ("BIB.DATA", "meta"),
    ("BIB.DATA.CL", "meta"),
    ("BIB.INSTANCE", "meta"),
    ("BLK", "block"),
    ("CAT.TITLE", "block"),
    ("CELL", "td"),
    ("CONS.ACT", "act"),
    ("CONS.ANNEX", "annex"),
    ("CONS.DOC", "doc"),
    ("CONSID", "recital"),
    ("CONTENTS", "block"),
    ("CORPUS", "table"),
    ("DEFINITION", "block"),
    ("DIVISION", "division"),
    ("DLIST", "block"),
    ("DLIST.ITEM", "block"),
    ("ENACTING.TERMS", "body"),
    ("FINAL", "conclusions"),
    ("GR.AMEND", "block"),
    ("GR.ANNOTATION", "block"),
    ("GR.CONSID", "recitals"),
    ("GR.CONSID.INIT", "block"),
    ("GR.NOTES", "authorialNote"),
    ("GR.SEQ", "block"),
    ("GR.TBL", "block"),
    ("GR.VISA", "citations"),
    ("INCL.ELEMENT", "block"),
    ("INFO.CONSLEG", "meta"),
    ("INFO.PROD", "meta"),
    ("ITEM", "block"),
    ("LIST", "list"),
    ("LIST.AMEND", "block"),
    ("NO.P", "num"),
    ("NO.PARAG", "num"),
    ("NOTE", "authorialNote"),
    ("NP", "point"),
    ("P", "p"),
    ("PARAG", "paragraph"),
    ("PL.DATE", "block"),
    ("PREAMBLE", "preamble"),
    ("PREAMBLE.FINAL", "block"),
    ("PREAMBLE.GEN", "preamble"),
    ("PREAMBLE.INIT", "block"),
    ("QUOT.S", "quotedStructure"),
    ("ROW", "tr"),
    ("SIGNATORY", "block"),
    ("SIGNATURE", "block"),
    ("STI", "heading"),
    ("STI.ART", "heading"),
    ("SUBDIV", "block"),
    ("TBL", "block"),
    ("TERM", "block"),
    ("TI", "num"),
    ("TI.ART", "num"),
    ("TI.BLK", "block"),
    ("TI.TBL", "block"),
    ("TITLE", "block"),
    ("TOC", "toc"),
    ("TXT", "p"),
    ("VISA", "citation"),
];

/// Whether a document's topmost element is one of Formex.
pub(crate) fn is(root: &Element) -> bool {
    matches!(root.name.as_str(), "ACT" | "ANNEX" | "CONS.ACT" | "CONS.DOC" | "CONS.ANNEX")
}

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    let act = translated(root, "");
    let mut document = Element::new("akomaNtoso", root.at);
    document.children.push(Child::Element(act));
    let mut outline = walk::outline(&document, file);
    let said = |name: &str| root.find(name).map(|it| it.text().trim().to_string());
    let about = &mut outline.about;
    about.language = said("LG.DOC").or_else(|| said("LG.OJ")).and_then(|it| language::tag(&it));
    about.take_short_title();
    let number = root.find("NO.DOC").and_then(|it| {
        let of = |name: &str| it.child(name).map(|it| it.text().trim().to_string());
        Some((of("YEAR")?, of("NO.CURRENT")?))
    });
    about.address =
        number.and_then(|(year, number)| european::address(&about.title, &year, &number));
    about.date = european::date(&about.title);
    outline
}

/// An element and all within under the other names.
fn translated(element: &Element, parent: &str) -> Element {
    let name = element.name.as_str();
    let mut to = Element::new(renamed(name, parent), element.at);
    match name {
        "QUOT.START" | "QUOT.END" => to.push_text(&sign(element)),
        "INCL.ELEMENT" => {
            let mut link = Element::new("documentRef", element.at);
            let file = element.attribute("FILEREF").unwrap_or_default();
            link.attributes.push(("href".into(), file.into()));
            to.children.push(Child::Element(link));
        }
        _ => {}
    }
    // What a wrapper holds stands in what the wrapper stands in.
    let own = if is_wrapper(name, parent) { parent } else { name };
    let upper = name == "HT" && element.attribute("TYPE") == Some("UC");
    for child in &element.children {
        match child {
            // Printed in capitals.
            Child::Text(words) if upper => to.push_text(&words.to_uppercase()),
            Child::Text(words) => to.push_text(words),
            Child::Element(inner) if is_wrapper(&inner.name, own) => {
                let inner = translated(inner, own);
                to.children.extend(inner.children);
            }
            Child::Element(inner) => to.children.push(Child::Element(translated(inner, own))),
        }
    }
    to
}

/// Elements whose children belong to what they stand in.
fn is_wrapper(name: &str, parent: &str) -> bool {
    let titled = matches!(parent, "DIVISION" | "ANNEX" | "CONS.ANNEX" | "ARTICLE");
    name == "TITLE" && titled || name == "NP" && parent == "CONSID"
}

fn renamed(name: &str, parent: &str) -> &'static str {
    match (name, parent) {
        ("TITLE", "ACT" | "CONS.ACT" | "CONS.DOC") => "preface",
        ("TI" | "STI", "TITLE") => "block",
        _ => NAMES.iter().find(|(known, _)| *known == name).map_or("span", |(_, to)| to),
    }
}

/// Quotation marks are written as the number of their character.
fn sign(element: &Element) -> String {
    let code = element.attribute("CODE").and_then(|it| u32::from_str_radix(it, 16).ok());
    code.and_then(char::from_u32).map(String::from).unwrap_or_default()
}
