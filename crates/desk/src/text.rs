//! Files to the texts of sources.

use story::{Story, read_text};

use crate::quote::sha256;

/// The text of a source, by its file's name and content: `.docx`, `.html`, `.txt`, `.md`. It is what
/// quotations are confirmed against, so an editor takes it along as a file; one that a dataset knows
/// by its hash comes back to the letter.
///
/// # Errors
/// A sentence, where it can't be read, with what would be right.
pub fn open(name: &str, bytes: &[u8], recorded: Option<&str>) -> Result<String, String> {
    if let Ok(text) = read_text(bytes)
        && recorded.is_some_and(|recorded| sha256(&text) == recorded)
    {
        return Ok(text);
    }
    let story = Story::open(name, bytes).map_err(|why| why.to_string())?;
    let text = plain(&story);
    if text.trim().is_empty() {
        return Err(format!("`{name}` has no words in it"));
    }
    Ok(text)
}

/// A text that was pasted, with the lines of its paragraphs joined.
pub(crate) fn pasted(text: &str) -> String {
    plain(&Story::from_text(text.into()))
}

/// Ends of lines from Windows are two characters, of which one stays.
fn plain(story: &Story) -> String {
    if story.is_html() || !story.source().contains('\r') {
        return story.text().into();
    }
    let lines = story.source().replace("\r\n", "\n").replace('\r', "\n");
    Story::from_text(lines).text().into()
}
