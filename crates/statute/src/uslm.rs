//! USLM, in which the Congress of the United States publishes its bills, its laws and the Code,
//! under the names of Akoma Ntoso. Most names are the same.

use crate::{
    language,
    outline::{Address, Outline, cleaned},
    tree::{Child, Element, collapsed},
    walk,
};

/// Names that differ. What is in neither list is a block: no two of them may run together.
const NAMES: [(&str, &str); 38] = [
    ("action", "block"),
    ("addedText", "span"),
    ("amendingAction", "span"),
    ("attestation", "conclusions"),
    ("bill", "bill"),
    ("chapeau", "block"),
    ("column", "td"),
    ("continuation", "block"),
    ("deletedText", "del"),
    ("docNumber", "span"),
    ("endorsement", "conclusions"),
    ("footnote", "authorialNote"),
    ("headingText", "span"),
    ("lawDoc", "act"),
    ("layout", "table"),
    ("main", "body"),
    ("meta", "meta"),
    ("note", "remark"),
    ("notes", "remark"),
    ("officialTitle", "longTitle"),
    ("pLaw", "act"),
    ("page", "pageFurniture"),
    ("preface", "preface"),
    ("quotedContent", "quotedStructure"),
    ("resolution", "bill"),
    ("row", "tr"),
    ("shortTitle", "shortTitle"),
    ("sidenote", "remark"),
    ("signatures", "conclusions"),
    ("sourceCredit", "remark"),
    ("statutoryNote", "remark"),
    ("th", "td"),
    ("type", "span"),
    ("statuteCompilation", "act"),
    ("uscDoc", "act"),
    ("uscNote", "remark"),
    ("amendment", "bill"),
    ("level", "level"),
];

/// Names that mean the same in both.
const SAME: &str = "appendix article chapter clause content crossHeading division enactingFormula \
                    heading item num p paragraph part preamble recital schedule section \
                    subchapter subclause subdivision subheading subitem subparagraph subpart \
                    subsection subtitle table td title toc tr";

/// Within a line of words.
const INLINE: &str = "a abbr approvedDate b br center chamber citableAs committee cosponsor \
                      date del def em entity fillIn i img inline ins nonsponsor \
                      number quotedText ref s small span sponsor strong sub sup term time \
                      u docTitle publicPrivate";

/// Stands before the law's parts, in the element that holds them.
const FRONT: [&str; 5] = ["longTitle", "enactingFormula", "recital", "preamble", "resolvingClause"];

/// Whether a document's topmost element is one of USLM.
pub(crate) fn is(root: &Element) -> bool {
    let known =
        ["bill", "resolution", "pLaw", "uscDoc", "lawDoc", "amendment", "statuteCompilation"];
    known.contains(&root.name.as_str()) && root.child("main").is_some()
}

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    let mut act = Element::new(renamed(root), root.at);
    for child in &root.children {
        match child {
            Child::Element(main) if main.name == "main" => parts(main, &mut act),
            Child::Element(inner) => act.children.push(Child::Element(translated(inner))),
            Child::Text(words) => act.push_text(words),
        }
    }
    let is_bill = act.name == "bill";
    let mut document = Element::new("akomaNtoso", root.at);
    document.children.push(Child::Element(act));
    let mut outline = walk::outline(&document, file);
    let meta = root.child("meta");
    let said = |name: &str| {
        let mut text = collapsed(&meta?.child(name)?.text());
        cleaned(&mut text);
        Some(text).filter(|it| !it.is_empty())
    };
    let about = &mut outline.about;
    let tag = root.attribute("xml:lang").map(str::to_string);
    let tag = said("language").or(tag).and_then(|it| language::tag(&it));
    // The United States legislate in English.
    about.language = tag.or_else(|| Some("en".into()));
    about.is_bill = is_bill;
    if about.title.is_empty() {
        about.title = said("title").unwrap_or_default();
    }
    about.short_title = root.find("main").and_then(called).or(about.short_title.take());
    about.symbols.extend(said("citableAs"));
    about.date = date(meta);
    about.address = address(root);
    outline
}

/// The body, and before it what is no part of the law.
fn parts(main: &Element, act: &mut Element) {
    let mut preface = Element::new("preface", main.at);
    let mut preamble = Element::new("preamble", main.at);
    let mut body = Element::new("body", main.at);
    for child in &main.children {
        match child {
            Child::Element(inner) if FRONT.contains(&inner.name.as_str()) => {
                let to = if inner.name == "longTitle" { &mut preface } else { &mut preamble };
                to.children.push(Child::Element(translated(inner)));
            }
            Child::Element(inner) => body.children.push(Child::Element(translated(inner))),
            Child::Text(words) => body.push_text(words),
        }
    }
    // A law has one title, wherever its parts stand.
    let known = act.children.iter_mut().find_map(|it| match it {
        Child::Element(it) if it.name == "preface" => Some(it),
        _ => None,
    });
    if let Some(known) = known {
        known.children.append(&mut preface.children);
    }
    let all = [preface, preamble, body].into_iter().filter(|it| !it.children.is_empty());
    act.children.extend(all.map(Child::Element));
}

/// An element and all within under the other names. Its ids are serial numbers, which say nothing.
fn translated(element: &Element) -> Element {
    let mut to = Element::new(renamed(element), element.at);
    for child in &element.children {
        match child {
            Child::Element(inner) => to.children.push(Child::Element(translated(inner))),
            Child::Text(words) => to.push_text(words),
        }
    }
    if to.name == "quotedStructure" {
        take_marks(&mut to);
    }
    to
}

/// Quotation marks that stand alone around a quotation belong to its first and last words.
fn take_marks(quoted: &mut Element) {
    let marks = |child: Option<&Child>| match child {
        Some(Child::Text(words)) if words.trim().chars().all(|it| "“”‘’\"".contains(it)) => {
            Some(words.trim().to_string())
        }
        _ => None,
    };
    if let Some(start) = marks(quoted.children.first()) {
        quoted.children.remove(0);
        quoted.attributes.push(("startQuote".into(), start));
    }
    if let Some(end) = marks(quoted.children.last()) {
        quoted.children.pop();
        quoted.attributes.push(("endQuote".into(), end));
    }
}

fn renamed(element: &Element) -> &'static str {
    let name = element.name.as_str();
    let is_mark = element.attribute("class").is_some_and(|it| it.contains("footnote"));
    match name {
        "ref" if is_mark => return "noteRef",
        // It holds the official one.
        "longTitle" => return "container",
        _ => {}
    }
    let same = || SAME.split_whitespace().find(|it| *it == name);
    let differs = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, to)| *to);
    let is_inline = || INLINE.split_whitespace().any(|it| it == name);
    differs().or_else(same).unwrap_or(if is_inline() { "span" } else { "block" })
}

/// `This Act may be cited as the <shortTitle>`: of the law itself, in its first parts.
fn called(main: &Element) -> Option<String> {
    let found = own(main, "shortTitle")?;
    let name = collapsed(&found.text());
    let mut name = name.trim_matches(['“', '”', '"', '‘', '’', '.', ',']).to_string();
    cleaned(&mut name);
    Some(name).filter(|it| !it.is_empty())
}

/// The first element of a name that isn't in another law's words.
fn own<'e>(within: &'e Element, name: &str) -> Option<&'e Element> {
    within
        .elements()
        .filter(|it| !it.name.starts_with("quoted"))
        .find_map(|it| if it.name == name { Some(it) } else { own(it, name) })
}

fn date(meta: Option<&Element>) -> Option<String> {
    let meta = meta?;
    let all = ["approvedDate", "date", "created"];
    let text = all.iter().find_map(|name| meta.child(name))?.text();
    let day = text.trim().get(..10)?;
    day.parse::<authoring::CalendarDate>().is_ok().then(|| day.into())
}

/// Where the law stands, by the identifier that its parts have: a title of the Code.
fn address(root: &Element) -> Option<Address> {
    let said = |it: &Element| it.attribute("identifier").map(str::to_string);
    let identifier = said(root).or_else(|| root.child("main")?.elements().find_map(said))?;
    let path = identifier.strip_prefix("/us/usc/t")?;
    let title: String = path.chars().take_while(char::is_ascii_alphanumeric).collect();
    (!title.is_empty()).then_some(Address::UsCode(title))
}
