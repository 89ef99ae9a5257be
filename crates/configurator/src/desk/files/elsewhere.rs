//! PDFs and large documents, which are read elsewhere while an editor goes on.

use story::ended;

use super::{
    super::{
        document::Order,
        model::{Model, Task},
        msg::Wanted,
        pdf::Laid,
    },
    form::fill,
    put, recorded,
};
use crate::kind::{Kind, kind};

/// As much of a PDF is read, in bytes: its pages may well be pictures with their text behind them.
pub(in super::super) const LARGEST: usize = 256 << 20;

/// Other documents of no more bytes are read at once: nobody would see that they weren't.
pub(in super::super) const SMALL: usize = 100_000;

/// What of the files that were opened is read elsewhere, and how: a document, unless the law itself is
/// wanted first.
pub(in super::super) fn task<'f>(
    model: &Model,
    wanted: &Wanted,
    files: &'f [(String, Vec<u8>)],
) -> Option<(Task, &'f str, &'f [u8])> {
    let [(name, bytes)] = files else { return None };
    let is_for_law = *wanted == Wanted::Dataset && model.is_blank();
    let task = match kind(name, bytes)? {
        Kind::Pdf if !is_for_law => Task::Pdf,
        Kind::Text if bytes.len() > SMALL => {
            let order = Order { name: name.clone(), recorded: recorded(model, wanted) };
            Task::Document(serde_json::to_string(&order).ok()?)
        }
        _ => return None,
    };
    Some((task, name.as_str(), bytes.as_slice()))
}

/// A document is to be read elsewhere.
///
/// # Errors
/// Where it is too large, in a sentence.
pub(in super::super) fn begin(
    model: &mut Model,
    wanted: Wanted,
    task: Task,
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
    model.line_up(name, wanted, task, bytes);
    Ok(())
}

/// A document that was read: its text and what is to be told of it, or why there is none.
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
        Err(why) => return model.refuse(vec![ended(format!("{name} {why}"))]),
    };
    match &underway.wanted {
        Wanted::TextOf(source) => {
            put(model, source, laid.text);
            model.was_filed(source);
            model.tell(name, laid.told);
            attach(model, laid.mails);
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

fn come(model: &mut Model, name: &str, Laid { text, told, about, origin, mails }: Laid) {
    let also = fill(model, name, text, about, origin);
    model.tell(name, told.into_iter().chain(also).collect());
    attach(model, mails);
}

/// Mails that came with a mail are documents of their own, and come into the form one by one after it,
/// whatever becomes of that mail.
pub(super) fn attach(model: &mut Model, mails: Vec<(String, Vec<u8>)>) {
    for (subject, bytes) in mails {
        let subject = subject.trim();
        let name = format!("{}.eml", if subject.is_empty() { "attached mail" } else { subject });
        let order = Order { name: name.clone(), recorded: None };
        if let Ok(order) = serde_json::to_string(&order) {
            model.attach(name, Task::Document(order), bytes);
        }
    }
}
