//! What is saved and opened: names, types and content. Reading and writing them is the browser's.

#[cfg(test)]
mod tests;

use authoring::{CalendarDate, json};
use snippets::Form;

use crate::{
    kind::{Kind, of_json},
    law::Law,
    model::Model,
    msg::{Download, Msg},
    start::Made,
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

impl Made {
    /// It as a file.
    pub(crate) fn file(self) -> File {
        File { name: self.name, kind: JSON, content: Content::Text(self.json) }
    }
}

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";

/// The file that a message asks for.
pub(crate) fn saved(model: &Model, msg: &Msg) -> Result<File, String> {
    let id = &model.law.dataset().records().id;
    let text = |name: String, kind, text: String| File { name, kind, content: Content::Text(text) };
    let bytes = |name, bytes| File { name, kind: WORKBOOK, content: Content::Bytes(bytes) };
    Ok(match msg {
        Msg::Start(_) => {
            let found = model.start.found.as_ref().ok_or("Open a law’s file first.")?;
            text("law-report.txt".into(), "text/plain", found.report_text())
        }
        Msg::SaveDraft => {
            let draft = serde_json::to_string_pretty(&model.to_json(true));
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
            let snippet = model.snippet.clone().map_err(|it| it.what)?;
            let extension = model.form().file_extension();
            // `publish --page` calls by the options' file what these lead to.
            let name = match model.form() {
                Form::Json | Form::Page | Form::Oembed => model.file_stem.clone(),
                form => format!("{id}-{}", form.word()),
            };
            text(format!("{name}.{extension}"), "text/plain", snippet)
        }
    })
}

/// The law in some files: a dataset, what is published of one, or a workbook in one file or several.
pub(crate) fn law(
    files: &[(String, Vec<u8>)],
    today: Option<CalendarDate>,
) -> Result<Law, Vec<String>> {
    match files {
        [(name, bytes)] if is(name, ".zip") => archived(name, bytes, today),
        [(name, bytes)] if is(name, ".json") => {
            let text = text(name, bytes)?;
            let is_other = json::parse(&text).is_ok() && of_json(&text) != Some(Kind::Law);
            Law::read(text, Some(name.clone()), today).map_err(|why| {
                if is_other { vec![format!("{name} is no law’s dataset.")] } else { why }
            })
        }
        files if files.iter().any(is_published) => published(files, today),
        files => from_workbook(files, today),
    }
}

fn is(name: &str, extension: &str) -> bool {
    name.to_lowercase().ends_with(extension)
}

/// Whether a file is published of a law, or an archive of such.
pub(crate) fn is_published((name, bytes): &(String, Vec<u8>)) -> bool {
    is(name, ".zip") || bytes.starts_with(authoring::MAGIC.as_bytes())
}

fn text(name: &str, bytes: &[u8]) -> Result<String, Vec<String>> {
    String::from_utf8(bytes.to_vec())
        .map_err(|_| vec![format!("{name} isn’t saved as UTF-8; save it so, and open it again")])
}

/// The law in an archive: what was published of it, or the one dataset.
fn archived(name: &str, bytes: &[u8], today: Option<CalendarDate>) -> Result<Law, Vec<String>> {
    let files = publish::unpack(bytes).map_err(|why| vec![format!("{name} {why}")])?;
    let datasets: Vec<_> = files.iter().filter(|it| is(&it.name, ".json")).collect();
    match (compiled(&files, name.into(), today), datasets.as_slice()) {
        (Err(publish::NotOpened::Nothing), [dataset]) => {
            Law::read(dataset.text.clone(), Some(name.into()), today)
        }
        (opened, _) => opened.map_err(|why| vec![format!("{name}: {why}")])?,
    }
}

/// The law in the files that were published of it, which stand together.
fn published(files: &[(String, Vec<u8>)], today: Option<CalendarDate>) -> Result<Law, Vec<String>> {
    let others = files.iter().filter(|it| !is_published(it) || is(&it.0, ".zip"));
    let others: Vec<_> = others
        .map(|(name, _)| format!("{name} is no file of a published law; open it by itself"))
        .collect();
    if !others.is_empty() {
        return Err(others);
    }
    let file = |(name, bytes): &(String, Vec<u8>)| {
        Ok(publish::File { name: name.clone(), text: text(name, bytes)? })
    };
    let texts = files.iter().map(file).collect::<Result<Vec<_>, Vec<String>>>()?;
    let name = files.first().map(|(name, _)| name.clone()).unwrap_or_default();
    compiled(&texts, name, today).map_err(|why| vec![why.to_string()])?
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
