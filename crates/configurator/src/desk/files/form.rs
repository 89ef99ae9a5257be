//! What a file says of the document that is to come, in the form for it.

use std::mem::{replace, take as taken_out};

use desk::{About, NewSource, Origin};

use super::super::{model::Model, version::Filled};

/// A text for the document that is to come, and what its file says of it. Returns what is to be looked at.
pub(super) fn fill(
    model: &mut Model,
    name: &str,
    text: String,
    about: About,
    origin: Origin,
) -> Vec<String> {
    model.forget_refusal();
    model.told = None;
    let had = replace(&mut model.new.text, text.clone());
    let is_other = !had.is_empty() && had != text;
    let instead = if is_other { ", instead of the words that stood in the form" } else { "" };
    model.say(format!("{name} is read{instead}. Say what it is, and add it."));
    let [taken, kept] = describe(model, name, text, about, is_other);
    let line = |list: Vec<String>, before: &str, behind: &str| {
        (!list.is_empty()).then(|| format!("{before}: {}{behind}", list.join(", ")))
    };
    let itself = format!("From the {} itself, for you to compare", origin.word());
    let taken = line(taken, &itself, ".");
    let kept =
        line(kept, "Not changed, as it was typed", "; look whether it holds for this document.");
    taken.into_iter().chain(kept).collect()
}

/// The fields of a document besides its text.
fn fields(new: &mut NewSource) -> [(&'static str, &mut String); 4] {
    [
        ("its title", &mut new.title),
        ("who published it", &mut new.publisher),
        ("its date", &mut new.date),
        ("its address", &mut new.address),
    ]
}

/// What a file says of its document comes into the fields in which nobody has typed; what the file
/// before said of another is none of this one. Returns what was taken, and what stays that may be of
/// another document, as something `is_other`, or of which the file says something else.
fn describe(
    model: &mut Model,
    name: &str,
    text: String,
    about: About,
    is_other: bool,
) -> [Vec<String>; 2] {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['_', '-'], " ");
    let says_title = !about.title.is_empty();
    let title = if says_title { about.title } else { stem };
    let (publisher, date, address) = (about.publisher, about.date, about.address);
    let mut comes = NewSource { title, publisher, date, address, text };
    let filled = Filled { name: name.into(), said: comes.clone() };
    let mut had = replace(&mut model.filled, filled).said;
    let [mut taken, mut kept] = [Vec::new(), Vec::new()];
    let all = fields(&mut model.new).into_iter().zip(fields(&mut had)).zip(fields(&mut comes));
    for (((what, field), (_, had)), (_, comes)) in all {
        let is_said = !comes.is_empty() && (what != "its title" || says_title);
        if field.is_empty() || field == had {
            taken.extend(is_said.then(|| what.to_string()));
            *field = taken_out(comes);
        } else if field != comes && (is_other || is_said) {
            kept.push(format!("{what} (“{field}”)"));
        }
    }
    [taken, kept]
}

/// The file's text is no longer in the form, and with it goes what the file said of itself.
pub(in super::super) fn part(model: &mut Model) {
    let Filled { name, mut said } = taken_out(&mut model.filled);
    let mut gone = Vec::new();
    for ((what, field), (_, said)) in fields(&mut model.new).into_iter().zip(fields(&mut said)) {
        if !field.is_empty() && field == said {
            field.clear();
            gone.push(what);
        }
    }
    model.told.take_if(|(of, _)| *of == name);
    if !gone.is_empty() {
        model.say(format!(
            "With the text of {name} went what it had filled in: {}.",
            gone.join(", ")
        ));
    }
}
