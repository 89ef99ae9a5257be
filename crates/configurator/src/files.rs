//! What is saved and opened: names, types and content. Reading and writing them is the browser's.

use authoring::CalendarDate;

use crate::{
    law::Law,
    model::Model,
    msg::{Download, Msg},
};

/// A file to be handed over.
pub(crate) struct File {
    pub(crate) name: String,
    /// Its media type.
    pub(crate) kind: &'static str,
    pub(crate) content: Content,
}

/// What is in it.
pub(crate) enum Content {
    Text(String),
    Bytes(Vec<u8>),
}

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";

/// The file that a message asks for.
pub(crate) fn saved(model: &Model, msg: &Msg) -> Result<File, String> {
    let id = &model.law.dataset().records().id;
    let text = |name: String, kind, text: String| File { name, kind, content: Content::Text(text) };
    let bytes = |name, bytes| File { name, kind: WORKBOOK, content: Content::Bytes(bytes) };
    Ok(match msg {
        Msg::SaveDraft => {
            let draft = serde_json::to_string_pretty(&model.draft().to_json(true));
            let draft = draft.map_err(|error| error.to_string())?;
            text(format!("{id}-explorer.json"), JSON, draft + "\n")
        }
        Msg::Download(Download::Template) => {
            bytes("law.xlsx".into(), workbook::template().map_err(|it| it.to_string())?)
        }
        Msg::Download(Download::Workbook) => {
            let book = workbook::filled(model.law.dataset()).map_err(|it| it.to_string())?;
            bytes(format!("{id}.xlsx"), book.bytes)
        }
        Msg::Download(Download::Dataset) => {
            text(format!("{id}.json"), JSON, model.law.source.to_string())
        }
        _ => {
            let snippet = model.snippet.clone()?;
            let extension = model.form.file_extension();
            text(format!("{id}-{}.{extension}", model.form.word()), "text/plain", snippet)
        }
    })
}

/// The law in some files: a dataset, or a workbook in one file or several.
pub(crate) fn law(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<Law, Vec<String>> {
    match files {
        [(name, bytes)] if name.to_lowercase().ends_with(".json") => {
            let text = String::from_utf8(bytes.clone())
                .map_err(|_| vec![format!("{name} is not a text in UTF-8")])?;
            Law::read(text, Some(name.clone()), today)
        }
        files => from_workbook(files, today),
    }
}

fn from_workbook(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<Law, Vec<String>> {
    let name = files.first().map_or("", |(name, _)| name).to_owned();
    let files: Vec<_> = files.iter().map(|(name, bytes)| workbook::File { name, bytes }).collect();
    let reading = workbook::read_all(&files, today);
    // Told by sheet, row and column, and not by what the workbook became.
    let (problems, remarks) = (told(&reading.problems), told(&reading.remarks));
    let Some(json) = reading.json else { return Err(problems) };
    match Law::read(json, Some(name), today) {
        Ok(law) => Ok(Law { problems, remarks, ..law }),
        Err(_) => Err(problems),
    }
}

fn told(problems: &[workbook::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
