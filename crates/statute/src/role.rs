//! What each element of Akoma Ntoso is, for all versions and profiles: names are data here.

use crate::tree::Element;

/// Elements that may carry a number and stand within each other, with the short names that the
/// naming convention gives them in ids.
pub(crate) const STEPS: [(&str, &str); 43] = [
    ("alinea", "al"),
    ("annex", "annex"),
    ("article", "art"),
    ("book", "book"),
    ("chapter", "chp"),
    ("clause", "clause"),
    ("crossHeading", "crossheading"),
    ("division", "dvs"),
    ("hcontainer", "hcontainer"),
    ("indent", "indent"),
    ("item", "item"),
    ("level", "lvl"),
    ("list", "list"),
    ("paragraph", "para"),
    ("part", "part"),
    ("point", "point"),
    ("preamble", "preamble"),
    ("proviso", "proviso"),
    ("recital", "rec"),
    ("regulation", "reg"),
    ("rule", "rule"),
    ("schedule", "sched"),
    ("section", "sec"),
    ("subchapter", "subchp"),
    ("subclause", "subclause"),
    ("subdivision", "subdvs"),
    ("sublist", "sublist"),
    ("subparagraph", "subpara"),
    ("subpart", "subpart"),
    ("subrule", "subrule"),
    ("subsection", "subsec"),
    ("subtitle", "subtitle"),
    ("title", "title"),
    ("tome", "tome"),
    ("transitional", "transitional"),
    ("subregulation", "subreg"),
    ("subitem", "subitem"),
    ("courtesy", "courtesy"),
    ("compiledTable", "table"),
    ("appendix", "app"),
    ("sentence", "sent"),
    ("subpoint", "subpoint"),
    (UNSAID, "unit"),
];

/// What is counted in a law that says of it nowhere what it is.
pub(crate) const UNSAID: &str = "unit";

/// What a law is counted in, whichever of these it has, the first of them.
pub(crate) const UNITS: [&str; 7] =
    ["article", "section", "regulation", "rule", "clause", UNSAID, "paragraph"];

/// What holds units and is none.
const DIVISIONS: &str = "book chapter division part subchapter subdivision subpart subtitle title \
                         tome crossHeading";

/// Within a line of words.
const INLINE: &str = "a abbr affectedDocument b bdo big change concept courtType date decoration \
                      def docAuthority docCommittee docDate docIntroducer docJurisdiction \
                      docProponent docPurpose docStage docStatus docTitle docType docketNumber \
                      docNumber em embeddedText entity event fillIn font i img inline ins judge \
                      lawyer legislature location marker mmod mod mref neutralCitation object \
                      omissis opinion organization outcome party person placeholder process \
                      quantity quotedText recordedTime ref relatedDocument rmod role rref scene \
                      session shortTitle signature small span strong sub sup term time tt u \
                      vote math mi mn mo mrow";

/// The step that an element is; none where it only holds words.
pub(crate) fn step(element: &Element) -> Option<&'static str> {
    let name = if element.name == "hcontainer" {
        container(element.attribute("name").unwrap_or_default())
    } else {
        &element.name
    };
    STEPS.iter().map(|(step, _)| *step).find(|step| *step == name)
}

/// A container that has no name of its own in the standard says what it is.
fn container(said: &str) -> &str {
    match said {
        "crossheading" => "crossHeading",
        _ if STEPS.iter().any(|(step, _)| *step == said) => said,
        _ => "hcontainer",
    }
}

/// How ids call a step.
pub(crate) fn short(step: &str) -> &'static str {
    STEPS.iter().find(|(name, _)| *name == step).map_or("n", |(_, short)| short)
}

pub(crate) fn is_division(step: &str) -> bool {
    DIVISIONS.split_whitespace().any(|name| name == step)
}

/// Whether a division stands in chapters, and has no numbers of its own for units.
pub(crate) fn is_within_chapter(step: &str) -> bool {
    matches!(step, "crossHeading" | "division" | "subdivision" | "subpart" | "subchapter")
}

pub(crate) fn is_annex(step: &str) -> bool {
    matches!(step, "annex" | "schedule" | "appendix")
}

pub(crate) fn is_inline(name: &str) -> bool {
    INLINE.split_whitespace().any(|known| known == name)
}

/// Whether a number has something to cite; dashes and bullets have not.
pub(crate) fn is_number(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether the element has a number of its own.
pub(crate) fn is_numbered(element: &Element) -> bool {
    element.child("num").is_some_and(|num| is_number(&num.text()))
}

/// What a document's body is counted in; none where it has none of the usual.
pub(crate) fn unit(root: &Element) -> Option<&'static str> {
    let mut found = [false; UNITS.len()];
    seek(root, &mut found);
    let mut all = UNITS.into_iter().zip(found);
    all.find(|(_, found)| *found).map(|(name, _)| name)
}

/// Which units there are, but for those of laws that are quoted and of annexes.
fn seek(element: &Element, found: &mut [bool; UNITS.len()]) {
    for inner in element.elements() {
        if is_quoted(&inner.name) || is_outside(inner) {
            continue;
        }
        if let Some(step) = step(inner) {
            for (name, found) in UNITS.iter().zip(found.iter_mut()) {
                *found |= *name == step && is_numbered(inner);
            }
        }
        seek(inner, found);
    }
}

fn is_outside(element: &Element) -> bool {
    matches!(element.name.as_str(), "meta" | "attachments" | "components" | "preface" | "preamble")
        || step(element).is_some_and(is_annex)
}

/// Words of another law within this one.
pub(crate) fn is_quoted(name: &str) -> bool {
    matches!(name, "quotedStructure" | "embeddedStructure")
}
