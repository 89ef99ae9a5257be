//! What the desk opens: datasets, workbooks, and the texts of sources.

use std::{
    mem::{replace, take as taken_out},
    rc::Rc,
};

use super::{
    model::Model,
    msg::{Msg, Wanted},
    pdf::Laid,
    version::Filled,
};
use authoring::{CalendarDate, Path, Step};
use desk::{About, Act, NewSource, Opened, Origin, open};

use crate::{law::Law, view::ui::count};

/// As much of a PDF is read, in bytes: its pages may well be pictures with their text behind them.
pub(super) const LARGEST: usize = 256 << 20;

/// Files that were read, for what they were opened for.
pub(super) fn take(model: &mut Model, wanted: &Wanted, files: &[(String, Vec<u8>)]) {
    match wanted {
        Wanted::Dataset => match dataset(files, model.today) {
            Ok(json) => model.open(&json, files.first().map(|(name, _)| name.clone())),
            Err(why) => model.refuse(why),
        },
        Wanted::Text => text(model, files),
        Wanted::TextOf(source) => text_of(model, source, files),
    }
}

/// The dataset in some files: its JSON, or a workbook in one file or several.
fn dataset(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<String, Vec<String>> {
    if let [(name, bytes)] = files
        && name.to_lowercase().ends_with(".json")
    {
        let text = String::from_utf8(bytes.clone());
        return text.map_err(|_| vec![format!("{name} is not a text in UTF-8.")]);
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| workbook::File { name, bytes }).collect();
    let reading = workbook::read_all(&files, today);
    reading.json.ok_or_else(|| reading.problems.iter().map(ToString::to_string).collect())
}

/// What is published of the dataset: the archive's name and its bytes.
///
/// # Errors
/// What stands in the way, in a sentence.
pub(super) fn archive(model: &mut Model) -> Result<(String, Vec<u8>), String> {
    // What was done a moment ago may not be checked yet.
    if model.is_checking {
        model.settle();
    }
    if model.checked.wrong() > 0 {
        let number = count(model.checked.wrong(), "thing is wrong", "things are wrong");
        return Err(format!("{number}: mend that first, as “6. What the check says” has it."));
    }
    let law = Law::read(model.document().json(), None, model.today);
    let law = law.map_err(|_| "Open a law first.".to_string())?;
    let bytes =
        publish::archive(law.publication()?.entries()).map_err(|error| error.to_string())?;
    Ok((format!("{}.zip", law.dataset().records().id), bytes))
}

/// The PDF among files that were opened for their text.
pub(super) fn pdf<'f>(
    wanted: &Wanted,
    files: &'f [(String, Vec<u8>)],
) -> Option<(&'f str, &'f [u8])> {
    let [(name, bytes)] = files else { return None };
    let is_pdf = bytes.starts_with(b"%PDF") || name.to_lowercase().ends_with(".pdf");
    (is_pdf && *wanted != Wanted::Dataset).then_some((name.as_str(), bytes.as_slice()))
}

/// A PDF is to be read elsewhere.
///
/// # Errors
/// Where it is too large, in a sentence.
pub(super) fn begin(
    model: &mut Model,
    wanted: Wanted,
    name: &str,
    bytes: &[u8],
) -> Result<(), String> {
    if bytes.len() > LARGEST {
        return Err(format!(
            "{name} is larger than {} MB; save the part that is needed as a file of its own, or \
             paste its text.",
            LARGEST >> 20
        ));
    }
    model.line_up(name, wanted, bytes);
    Ok(())
}

/// A PDF that was read: its text and what is to be told of it, or why there is none.
/// Meanwhile the editor went on: the focus stays where it is, and so does what was put there since.
pub(super) fn laid(model: &mut Model, read: Result<String, String>) {
    // Whoever gave it up wants nothing of it any more.
    let Some(underway) = model.reading.take() else { return };
    let read = read.and_then(|it| Laid::read(&it));
    let read =
        read.and_then(|it| model.in_the_way(&underway).map_or(Ok(it), |why| Err(why.into())));
    let name = &underway.name;
    let laid = match read {
        Ok(laid) => laid,
        Err(why) => return model.refuse(vec![format!("{name} {why}.")]),
    };
    match &underway.wanted {
        Wanted::TextOf(source) => {
            put(model, source, laid.text);
            model.was_filed(source);
            model.tell(name, laid.told);
        }
        _ if model.expects(&underway) => come(model, name, laid),
        _ => {
            model.say(format!("{name} is read, and comes when the document in the form is added."));
            model.read.push_back((name.clone(), laid));
            if model.new.text.is_empty() {
                next(model);
            }
        }
    }
}

/// The form takes the next document that was read.
pub(super) fn next(model: &mut Model) {
    if let Some((name, laid)) = model.read.pop_front() {
        come(model, &name, laid);
    }
}

fn come(model: &mut Model, name: &str, Laid { text, told, about }: Laid) {
    let also = fill(model, name, text, about, Origin::File);
    model.tell(name, told.into_iter().chain(also).collect());
}

/// The document that is to come.
fn text(model: &mut Model, files: &[(String, Vec<u8>)]) {
    let [(name, bytes)] = files else {
        return model.refuse(vec!["Open one document at a time.".into()]);
    };
    match open(name, bytes, None) {
        Ok(Opened { text, left_out, about, origin }) => {
            let told = fill(model, name, text, about, origin);
            model.tell(name, left_out.into_iter().chain(told).collect());
            model.focus = Some("new-title".into());
        }
        Err(why) => model.refuse(vec![why]),
    }
}

/// A text for the document that is to come, and what its file says of it. Returns what is to be looked at.
fn fill(model: &mut Model, name: &str, text: String, about: About, origin: Origin) -> Vec<String> {
    model.refused.clear();
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
pub(super) fn part(model: &mut Model) {
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

/// The texts that stand in no file yet, as files of an archive: its name and its bytes.
///
/// # Errors
/// Why there is none, in a sentence.
pub(super) fn texts(model: &Model) -> Result<(String, Vec<u8>), String> {
    let file = |(source, text): (&String, &Rc<str>)| publish::Entry {
        path: format!("{source}.txt"),
        bytes: text.as_bytes().to_vec(),
    };
    let archive = publish::archive(model.unfiled().map(file)).map_err(|error| error.to_string())?;
    Ok((format!("{}-texts.zip", model.file_stem()), archive))
}

/// The text of a source that is listed.
fn text_of(model: &mut Model, source: &str, files: &[(String, Vec<u8>)]) {
    let Some((name, bytes)) = files.first() else { return };
    let document = model.document();
    let recorded = document.place("sources", source).map(|nth| {
        let steps = ["sources", "sha256"].map(|it| Step::Field(it.into()));
        let [list, hash] = steps;
        document.words(&Path(vec![list, Step::Item(nth), hash])).to_string()
    });
    match open(name, bytes, recorded.as_deref()) {
        Ok(Opened { text, left_out, .. }) => {
            model.source = Some(source.into());
            put(model, source, text);
            model.was_filed(source);
            model.give_up(&Wanted::TextOf(source.into()));
            model.tell(name, left_out);
        }
        Err(why) => model.refuse(vec![why]),
    }
}

/// A text for a source that is listed. Which source is read, and what is selected there, stays.
fn put(model: &mut Model, source: &str, text: String) {
    model.refused.clear();
    model.told = None;
    model.take(Msg::Act(Act::Text { source: source.into(), text }));
    if model.source.as_deref() == Some(source) {
        model.take(Msg::Source(source.into()));
    }
}
