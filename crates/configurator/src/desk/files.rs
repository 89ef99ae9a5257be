//! What the desk opens: datasets, workbooks, and the texts of sources.

use super::{
    model::Model,
    msg::{Field, Wanted},
};
use authoring::{CalendarDate, Path, Step};
use desk::{Act, open};

use crate::{law::Law, view::ui::count};

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
pub(super) fn archive(model: &Model) -> Result<(String, Vec<u8>), String> {
    if model.checked.wrong() > 0 {
        let number = count(model.checked.wrong(), "thing is wrong", "things are wrong");
        return Err(format!("{number}: mend that first, as “6. What the check says” has it."));
    }
    let law = Law::read(model.document().json(), None, model.today);
    let law = law.map_err(|_| "Open a law first.".to_string())?;
    let bytes = publish::archive(&law.publication()?).map_err(|error| error.to_string())?;
    Ok((format!("{}.zip", law.dataset().records().id), bytes))
}

/// The document that is to come.
fn text(model: &mut Model, files: &[(String, Vec<u8>)]) {
    let [(name, bytes)] = files else {
        return model.refuse(vec!["Open one document at a time.".into()]);
    };
    match open(name, bytes, None) {
        Ok(text) => {
            model.refused.clear();
            if model.new.title.is_empty() {
                let title = name.rsplit_once('.').map_or(name.as_str(), |(title, _)| title);
                model.new.title = title.replace(['_', '-'], " ");
            }
            model.take(super::msg::Msg::New(Field::Text, text));
            model.say(format!("{name} is read. Say what it is, and add it."));
            model.focus = Some("new-title".into());
        }
        Err(why) => model.refuse(vec![why]),
    }
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
        Ok(text) => {
            model.refused.clear();
            model.take(super::msg::Msg::Act(Act::Text { source: source.into(), text }));
            model.take(super::msg::Msg::Source(source.into()));
        }
        Err(why) => model.refuse(vec![why]),
    }
}
