//! Files to texts.

use std::fmt;

use crate::Story;

/// Why a file isn't a story, in a sentence that says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

pub(crate) fn open(name: &str, bytes: &[u8]) -> Result<Story, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        Unreadable(format!("`{name}` is not a text; save it as .txt, .html or .docx"))
    })?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let html = matches!(ending.as_deref(), Some("html" | "htm"));
    Ok(if html { Story::from_html(text.into()) } else { Story::from_text(text.into()) })
}
