//! How provisions are named in options: citations as journalists write them, and ids that have no
//! citation, such as `title` or `chp_IV`. Whether a dataset has them is for `resolve.rs`.

use dataset::{
    ProvisionId,
    citation::{Citation, Refusal, Unreadable, parse_list},
};

/// The provisions that a text names, and what could not be read, in its order.
pub(crate) fn places(text: &str) -> impl Iterator<Item = Result<ProvisionId, Unreadable>> {
    parse_list(text).items.into_iter().map(|item| match item {
        Ok(citation) => Ok(citation.eid()),
        Err(unreadable) if is_other_id(&unreadable) => Ok(ProvisionId::new(unreadable.text)),
        Err(unreadable) => Err(unreadable),
    })
}

/// The one provision that a text names.
///
/// # Errors
/// Where the text names none or several, or may be read in two ways.
pub fn place(text: &str) -> Result<ProvisionId, Unreadable> {
    let unreadable = |why| Unreadable { text: text.into(), why };
    let mut items = places(text);
    match (items.next(), items.next()) {
        (Some(item), None) => item,
        (None, _) => Err(unreadable(Refusal::NotACitation)),
        (Some(_), Some(_)) => Err(unreadable(Refusal::Several)),
    }
}

/// An id as it is written in options: `28(4)`, or the id itself where it has no citation.
pub fn place_text(id: &ProvisionId) -> String {
    Citation::from_eid(id.as_str())
        .map_or_else(|| id.as_str().into(), |citation| citation.short().to_string())
}

/// Whether what is no citation has the form of an id: one word that begins with a letter.
fn is_other_id(unreadable: &Unreadable) -> bool {
    let text = &unreadable.text;
    unreadable.why == Refusal::NotACitation
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
