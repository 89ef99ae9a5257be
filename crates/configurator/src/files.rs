//! What is saved and opened: names, types and content. Reading and writing them is the browser's.

#[cfg(test)]
mod tests;

use authoring::CalendarDate;

use crate::{
    law::Law,
    model::Model,
    msg::{Download, Msg},
    start::{Made, Step},
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
        Msg::Start(Step::SaveReport) => {
            let found = model.start.found.as_ref().ok_or("Open a law’s file first.")?;
            text("law-report.txt".into(), "text/plain", found.report_text())
        }
        Msg::Start(_) => {
            let Made { name, json } = model.start_made()?;
            text(name, JSON, json)
        }
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
        Msg::Download(Download::Published) => {
            let archive = publish::archive(&model.law.publication()?);
            let content = Content::Bytes(archive.map_err(|error| error.to_string())?);
            File { name: format!("{id}.zip"), kind: "application/zip", content }
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

/// The law in some files: a dataset, what is published of one, or a workbook in one file or several.
pub(crate) fn law(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<Law, Vec<String>> {
    if let Some((name, files)) = published(files)? {
        return compiled(&files, name, today).map_err(|why| vec![why.to_string()])?;
    }
    match files {
        [(name, bytes)] if name.to_lowercase().ends_with(".json") => {
            let text = String::from_utf8(bytes.clone())
                .map_err(|_| vec![format!("{name} is not a text in UTF-8")])?;
            Law::read(text, Some(name.clone()), today)
        }
        files => from_workbook(files, today),
    }
}

/// The texts of a published law, with the name of what was opened; none where these are no such files.
fn published(
    files: &[(String, Vec<u8>)],
) -> Result<Option<(String, Vec<publish::File>)>, Vec<String>> {
    let mut texts = Vec::new();
    for (name, bytes) in files {
        if name.to_lowercase().ends_with(".zip") {
            let inside = publish::unpack(bytes).map_err(|why| vec![format!("{name} {why}")])?;
            texts.extend(inside);
        } else if bytes.starts_with(authoring::MAGIC.as_bytes()) {
            let text = String::from_utf8(bytes.clone())
                .map_err(|_| vec![format!("{name} is not a text in UTF-8")])?;
            texts.push(publish::File { name: name.clone(), text });
        }
    }
    let first = files.first().map_or("", |(name, _)| name).to_owned();
    let is_archive = first.to_lowercase().ends_with(".zip");
    Ok((!texts.is_empty() || is_archive).then_some((first, texts)))
}

/// A compiled law as the dataset that it was compiled from.
///
/// # Errors
/// Which files of it lack or don't fit; within, what is wrong with the dataset.
pub(crate) fn compiled(
    files: &[publish::File],
    name: String,
    today: Option<CalendarDate>,
) -> Result<Result<Law, Vec<String>>, publish::NotOpened> {
    let law = publish::open(files)?;
    let json = serde_json::to_string_pretty(&law);
    let read = |json| Law::read(json, Some(name), today);
    Ok(json.map_err(|error| vec![error.to_string()]).and_then(read))
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
