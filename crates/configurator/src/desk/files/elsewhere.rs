//! PDFs, which are read elsewhere while an editor goes on.

use desk::Origin;

use super::{
    super::{model::Model, msg::Wanted, pdf::Laid},
    form::fill,
    put,
};
use crate::kind::{Kind, kind};

/// As much of a PDF is read, in bytes: its pages may well be pictures with their text behind them.
pub(in super::super) const LARGEST: usize = 256 << 20;

/// The PDF among files that were opened: a document, unless the law itself is wanted first.
pub(in super::super) fn pdf<'f>(
    model: &Model,
    wanted: &Wanted,
    files: &'f [(String, Vec<u8>)],
) -> Option<(&'f str, &'f [u8])> {
    let [(name, bytes)] = files else { return None };
    let is_pdf = kind(name, bytes) == Some(Kind::Pdf);
    let is_document = *wanted != Wanted::Dataset || !model.is_blank();
    (is_pdf && is_document).then_some((name.as_str(), bytes.as_slice()))
}

/// A PDF is to be read elsewhere.
///
/// # Errors
/// Where it is too large, in a sentence.
pub(in super::super) fn begin(
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
    let wanted = if wanted == Wanted::Dataset { Wanted::Text } else { wanted };
    model.line_up(name, wanted, bytes);
    Ok(())
}

/// A PDF that was read: its text and what is to be told of it, or why there is none.
/// Meanwhile the editor went on: the focus stays where it is, and so does what was put there since.
pub(in super::super) fn laid(model: &mut Model, read: Result<String, String>) {
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
pub(in super::super) fn next(model: &mut Model) {
    if let Some((name, laid)) = model.read.pop_front() {
        come(model, &name, laid);
    }
}

fn come(model: &mut Model, name: &str, Laid { text, told, about }: Laid) {
    let also = fill(model, name, text, about, Origin::File);
    model.tell(name, told.into_iter().chain(also).collect());
}
