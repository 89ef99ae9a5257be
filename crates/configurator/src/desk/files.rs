//! What the desk opens: datasets, workbooks, and the texts of sources. A file is taken for what it is,
//! whichever button opened it.

mod elsewhere;
mod form;
mod saving;

use authoring::{CalendarDate, Path, Step};
use desk::{Act, Opened, open};
use story::ended;

use super::{
    model::Model,
    msg::{Msg, Wanted},
};
use crate::{
    files::{is_published, law},
    kind::{Kind, kind},
    view::ui::count,
};
use form::fill;

use elsewhere::attach;
#[cfg(test)]
pub(super) use elsewhere::{LARGEST, SMALL};
pub(super) use elsewhere::{begin, laid, next, task};
pub(super) use form::part;
pub(super) use saving::{archive, texts};

/// Where the configurator is, and its part for a law's own file.
const CONFIGURATOR: (&str, &str) = ("To the configurator", "./configurator.html");
const LAW_FILE: (&str, &str) = ("To the law’s own file", "./configurator.html#start-from-file");

/// Files that were read, for what they were opened for.
pub(super) fn take(model: &mut Model, wanted: &Wanted, files: &[(String, Vec<u8>)]) {
    let Some((name, bytes)) = files.first() else { return };
    let kind = if files.len() == 1 { kind(name, bytes) } else { None };
    match (kind, wanted) {
        (Some(Kind::Picture), _) => model.refuse(vec![format!(
            "{name} is a picture, and what is here stays: the words are wanted, as a document or as a dataset."
        )]),
        (Some(Kind::Draft), _) => model.refer(
            format!("{name} is the draft of a story, and what is here stays: the configurator opens it."),
            CONFIGURATOR,
        ),
        (Some(Kind::LawFile), _) => model.refer(
            format!("{name} may be a law’s own file, and what is here stays: the configurator reads it, and hands the law over."),
            LAW_FILE,
        ),
        (Some(Kind::Pdf), Wanted::Dataset) => model.refer(
            format!("{name} is a PDF, which is read as a document about a law. Open the law first: its dataset, a workbook, or its publisher’s own file."),
            LAW_FILE,
        ),
        (Some(Kind::Texts), _) => texts_of(model, name, bytes),
        (Some(Kind::Law), Wanted::Text | Wanted::TextOf(_)) if !model.is_blank() => {
            model.refuse(vec![format!(
                "{name} is a dataset, and what is here stays: “Open…” above puts it on the desk instead."
            )]);
        }
        (Some(Kind::Law), _) | (None, Wanted::Dataset) => match dataset(files, model.today) {
            Ok(json) => model.open(&json, Some(name.clone())),
            Err(why) => model.refuse(why),
        },
        (_, Wanted::Text | Wanted::Dataset) => text(model, files),
        (_, Wanted::TextOf(source)) => text_of(model, source, files),
    }
}

/// The dataset in some files: its JSON, a workbook in one file or several, or what is published of it.
fn dataset(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<String, Vec<String>> {
    if let [(name, bytes)] = files
        && name.to_lowercase().ends_with(".json")
    {
        let text = String::from_utf8(bytes.clone());
        return text.map_err(|_| {
            vec![format!("{name} isn’t saved as UTF-8; save it so, and open it again.")]
        });
    }
    if files.iter().any(is_published) {
        return law(files, today).map(|it| it.source.to_string());
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| workbook::File { name, bytes }).collect();
    let reading = workbook::read_all(&files, today);
    reading.json.ok_or_else(|| reading.problems.iter().map(ToString::to_string).collect())
}

/// The document that is to come.
fn text(model: &mut Model, files: &[(String, Vec<u8>)]) {
    let [(name, bytes)] = files else {
        return model.refuse(vec!["Open one document at a time.".into()]);
    };
    match open(name, bytes, None) {
        Ok(Opened { text, left_out, about, origin, mails }) => {
            let told = fill(model, name, text, about, origin);
            model.tell(name, left_out.into_iter().chain(told).collect());
            attach(model, mails);
            model.focus = Some("new-title".into());
        }
        Err(why) => model.refuse(vec![why]),
    }
}

/// The text of a source that is listed.
fn text_of(model: &mut Model, source: &str, files: &[(String, Vec<u8>)]) {
    let Some((name, bytes)) = files.first() else { return };
    let recorded = recorded(model, &Wanted::TextOf(source.into()));
    match open(name, bytes, recorded.as_deref()) {
        Ok(Opened { text, left_out, mails, .. }) => {
            model.source = Some(source.into());
            put(model, source, text);
            model.was_filed(source);
            model.give_up(&Wanted::TextOf(source.into()));
            model.tell(name, left_out);
            attach(model, mails);
        }
        Err(why) => model.refuse(vec![why]),
    }
}

/// The hash of the text that the quotations of a source were confirmed against.
fn recorded(model: &Model, wanted: &Wanted) -> Option<String> {
    let Wanted::TextOf(source) = wanted else { return None };
    let document = model.document();
    let nth = document.place("sources", source)?;
    let [list, hash] = ["sources", "sha256"].map(|it| Step::Field(it.into()));
    Some(document.words(&Path(vec![list, Step::Item(nth), hash])).to_string())
}

/// A text for a source that is listed. Which source is read, and what is selected there, stays.
fn put(model: &mut Model, source: &str, text: String) {
    model.forget_refusal();
    model.told = None;
    model.take(Msg::Act(Act::Text { source: source.into(), text }));
    if model.source.as_deref() == Some(source) {
        model.take(Msg::Source(source.into()));
    }
}

/// The texts of sources, as the desk saves them together: each by its source's id.
fn texts_of(model: &mut Model, name: &str, bytes: &[u8]) {
    let files = match publish::unpack(bytes) {
        Ok(files) => files,
        Err(why) => return model.refuse(vec![ended(format!("{name} {why}"))]),
    };
    let [mut here, mut strange] = [Vec::new(), Vec::new()];
    for publish::File { name, text } in files {
        let source = name.strip_suffix(".txt").unwrap_or(&name);
        if model.document().place("sources", source).is_some() {
            put(model, source, text);
            model.was_filed(source);
            here.push(source.to_owned());
        } else {
            strange.push(name);
        }
    }
    let strange = strange.join(", ");
    let Some(first) = here.first().cloned() else {
        return model.refuse(vec![format!(
            "{name} has the texts of no document that is listed here: {strange}. Open its dataset first."
        )]);
    };
    if model.text().is_none() {
        model.take(Msg::Source(first));
    }
    let texts = count(here.len(), "text is", "texts are");
    let others = if strange.is_empty() {
        strange
    } else {
        format!(" Of no document that is listed: {strange}.")
    };
    model.say(format!("{texts} here, of {}.{others}", here.join(", ")));
}
