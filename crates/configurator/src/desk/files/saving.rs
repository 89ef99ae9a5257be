//! What leaves the desk as an archive: what is published of the dataset, and the texts of its sources.

use std::rc::Rc;

use super::super::model::Model;
use crate::{law::Law, view::ui::count};

/// What is published of the dataset: the archive's name and its bytes.
///
/// # Errors
/// What stands in the way, in a sentence.
pub(in super::super) fn archive(model: &mut Model) -> Result<(String, Vec<u8>), String> {
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

/// The texts that stand in no file yet, as files of an archive: its name and its bytes.
///
/// # Errors
/// Why there is none, in a sentence.
pub(in super::super) fn texts(model: &Model) -> Result<(String, Vec<u8>), String> {
    let file = |(source, text): (&String, &Rc<str>)| publish::Entry {
        path: format!("{source}.txt"),
        bytes: text.as_bytes().to_vec(),
    };
    let archive = publish::archive(model.unfiled().map(file)).map_err(|error| error.to_string())?;
    Ok((format!("{}-texts.zip", model.file_stem()), archive))
}
