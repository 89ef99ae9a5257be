//! What a file is, whichever button opened it: one that belongs elsewhere goes there, or is told the way.

use authoring::{Node, json};

use crate::draft::is_draft_or_options;

/// What a file is, as far as that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What this page saves of a story, or gives for one.
    Draft,
    /// A dataset, a workbook, or what is published of one.
    Law,
    /// A law in its publisher's own format.
    LawFile,
    /// A story or a document.
    Text,
    /// Texts of documents, as the desk saves them.
    Texts,
    Pdf,
    Picture,
}

/// The endings of each kind that one can be sure of. Whatever has one may be picked anywhere, and is then
/// told the way.
const ENDINGS: [(Kind, &[&str]); 5] = [
    (Kind::Pdf, &["pdf"]),
    (Kind::Law, &["xlsx", "ods", "csv"]),
    (Kind::LawFile, &["xml"]),
    (
        Kind::Text,
        &[
            "docx", "html", "htm", "xhtml", "mhtml", "mht", "md", "markdown", "eml", "doc", "odt",
            "rtf", "pages", "msg",
        ],
    ),
    (Kind::Picture, &["png", "jpg", "jpeg", "gif", "webp", "svg", "heic", "avif", "tif", "bmp"]),
];

/// First bytes of pictures.
const STARTS: [&[u8]; 4] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM"];

/// What a file is; none where only whoever reads it can say.
pub(crate) fn kind(name: &str, bytes: &[u8]) -> Option<Kind> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let starts = |start: &[u8]| bytes.starts_with(start);
    if starts(b"%PDF") {
        return Some(Kind::Pdf);
    }
    if starts(authoring::MAGIC.as_bytes()) {
        return Some(Kind::Law);
    }
    Some(match ending.as_str() {
        // Whoever passes a draft on by mail may have called it so.
        "txt" | "text" => std::str::from_utf8(bytes).ok().and_then(of_json).unwrap_or(Kind::Text),
        "zip" => return of_archive(bytes),
        "json" => return of_json(std::str::from_utf8(bytes).ok()?),
        it => match ENDINGS.iter().find(|(_, endings)| endings.contains(&it)) {
            Some((kind, _)) => *kind,
            None if STARTS.iter().any(|it| starts(it)) => Kind::Picture,
            None => return None,
        },
    })
}

/// The endings that are offered where files are picked.
pub(crate) fn accepted() -> String {
    let all = ENDINGS.iter().filter(|it| it.0 != Kind::Picture).flat_map(|it| it.1);
    let more = [".json", ".txt", ".zip"].map(Into::into);
    all.map(|it| format!(".{it}")).chain(more).collect::<Vec<_>>().join(",")
}

/// What a text is that was pasted.
pub(crate) fn of_json(text: &str) -> Option<Kind> {
    let Ok(Node::Map(fields)) = json::parse(text) else { return None };
    let has = |names: &[&str]| fields.iter().any(|(name, _)| names.contains(&name.as_str()));
    if has(&["schema_version", "instrument", "provisions"]) {
        return Some(Kind::Law);
    }
    // An answer to systems that ask how to embed a page has its snippet in `html`.
    (!fields.is_empty() && (is_draft_or_options(&fields) || has(&["html"]))).then_some(Kind::Draft)
}

fn of_archive(bytes: &[u8]) -> Option<Kind> {
    let files = publish::unpack(bytes).ok()?;
    let is_law = |it: &publish::File| {
        it.text.starts_with(authoring::MAGIC) || of_json(&it.text) == Some(Kind::Law)
    };
    if files.iter().any(is_law) {
        return Some(Kind::Law);
    }
    let is_text = |it: &publish::File| it.name.to_ascii_lowercase().ends_with(".txt");
    (!files.is_empty() && files.iter().all(is_text)).then_some(Kind::Texts)
}
