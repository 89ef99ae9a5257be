//! A law as text with numbered provisions, as ministries send it: paragraphs to a tree under the
//! names of Akoma Ntoso. What a paragraph is follows from how it begins and from what is open above
//! it; whatever begins with no number is words of what is open.

mod build;
mod front;
mod language;
mod layout;
mod lines;
mod lists;
mod markdown;
mod marks;
mod units;

pub(crate) use lines::Line;
pub(crate) use marks::division_word;

use crate::{
    european,
    outline::{At, Outline},
    tree::{Child, Element, Place, weight},
    walk,
};

/// What begins the title of a law that is only proposed.
const PROPOSALS: &str = "bill proposal draft entwurf gesetzentwurf referentenentwurf projet proposition \
                         proyecto anteproyecto proposta progetto disegno wetsvoorstel projekt مشروع";

/// Reads a law of a text.
pub(crate) fn read(text: &str, file: &str) -> Outline {
    if !markdown::is(text, file) {
        return of_lines(&lines::paragraphs(lines::lines(text)), None, file);
    }
    let read = markdown::read(text, file);
    let mut outline = of_lines(&lines::paragraphs(read.lines), None, file);
    // Taken from the file, so that what is lost on the way is told.
    outline.total = read.total;
    outline.left.extend(read.left);
    outline
}

/// Reads a law of its paragraphs. `said` is the language that the file says it has, as programs do
/// whatever is written in them: its words say it better.
pub(crate) fn of_lines(lines: &[Line], said: Option<String>, file: &str) -> Outline {
    let lines = &layout::without_layout(lines);
    let english = || units::said::is_english(lines).then(|| "en".into());
    let language = language::of(lines).or(said).or_else(english);
    let units = units::Units::of(lines, language.as_deref());
    let mut document = Element::new("akomaNtoso", Place { line: 1, column: 0 });
    let act = build::act(lines, &units);
    document.children.push(Child::Element(act));
    let mut outline = walk::outline(&document, file);
    let about = &mut outline.about;
    about.take_short_title();
    about.date = european::date(&about.title);
    about.is_bill = is_bill(&about.title);
    if let Some(tag) = &language {
        let at = At { file: file.into(), ..At::default() };
        let what = format!(
            "its language is taken to be `{tag}`, from its words; citations are written in its style"
        );
        outline.told.push((at, what));
    }
    let at = At { file: file.into(), ..At::default() };
    outline.told.extend(units.told().map(|what| (at, what)));
    outline.about.language = language;
    outline
}

/// Whether a text begins a part that has a word of its own.
pub(crate) fn begins_part(text: &str) -> bool {
    matches!(marks::mark(text), marks::Mark::Head(_))
}

/// The number that stands within its word, with what was inserted behind: `5의2` of `제5조의2`.
pub(crate) fn around(num: &str) -> Option<String> {
    marks::number_within(num)
}

/// Whether a text begins with the number of a paragraph or a point, and has words behind it.
pub(crate) fn is_numbered(text: &str) -> bool {
    marks::step(text).is_some_and(|it| !it.rest.is_empty())
}

fn is_bill(title: &str) -> bool {
    // That one is an act in several countries.
    let title = title.to_lowercase().replace("bill of rights", "");
    let mut words = title.split(|it: char| !it.is_alphanumeric());
    words.any(|word| PROPOSALS.split_whitespace().any(|it| it == word))
}

/// A text as an element.
fn element(name: &str, text: &str, at: Place) -> Element {
    let mut element = Element::new(name, at);
    element.push_text(text);
    element
}

/// Puts an element with words into another, unless there are none.
fn put(to: &mut Element, name: &str, text: &str, at: Place) {
    if weight(text) > 0 {
        to.children.push(Child::Element(element(name, text, at)));
    }
}

/// Puts a paragraph: a row of a table, or words.
fn put_line(to: &mut Element, text: &str, line: &Line) {
    if line.cells.is_empty() {
        return put(to, "p", text, line.at);
    }
    let mut row = Element::new("tr", line.at);
    for cell in &line.cells {
        row.children.push(Child::Element(element("td", cell, line.at)));
    }
    to.children.push(Child::Element(row));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_of_rights_that_is_an_act_is_no_proposal() {
        assert!(is_bill("Bicycle Parking Bill"));
        assert!(is_bill("Entwurf eines Gesetzes über Fahrräder"));
        assert!(is_bill("Bill of Rights (Amendment) Bill"));
        assert!(!is_bill("Bill of Rights Act 1990"));
        assert!(!is_bill("Bicycle Parking Act"));
    }
}
