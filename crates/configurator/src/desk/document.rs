//! A document that is no PDF, and large: it is read in a worker as well, or on the page where no worker
//! starts.

use desk::{Opened, open};
use serde::{Deserialize, Serialize};

use super::pdf::Laid;

/// What is known of a document before it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) name: String,
    /// The hash of the text that its quotations were confirmed against.
    pub(crate) recorded: Option<String>,
}

/// Its text, with what is to be told, as JSON. The order is JSON, too.
///
/// # Errors
/// Why there is none, to be said behind the file's name.
pub(crate) fn read(order: &str, bytes: &[u8]) -> Result<String, String> {
    let unread = |why: serde_json::Error| format!("can’t be read ({why})");
    let Order { name, recorded } = serde_json::from_str(order).map_err(unread)?;
    let behind = |why: String| match why.strip_prefix(&format!("`{name}` ")) {
        Some(behind) => behind.into(),
        None => why,
    };
    let Opened { text, left_out, about, origin, mails } =
        open(&name, bytes, recorded.as_deref()).map_err(behind)?;
    Ok(Laid { text, told: left_out, about, origin, mails }.json())
}
