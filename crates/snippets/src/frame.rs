//! The page for frames, by its address and by what leads to it.

use contract::tokens::ACCENT_PARAMETERS;
use serde_json::json;

use crate::{Picture, SnippetInput};

/// A frame's size until it says its own, in pixels; oEmbed wants numbers.
pub(crate) const WIDTH: u32 = 640;
pub(crate) const HEIGHT: u32 = 640;

/// The iframe, and the script that keeps its height right.
pub(crate) fn frame(piece: &SnippetInput<'_>) -> String {
    options::frame_snippet(&address(piece), piece.folder(), piece.title(), HEIGHT)
}

/// The address, with the options and the newsroom's colour in its query.
pub(crate) fn address(piece: &SnippetInput<'_>) -> String {
    let mut address = options::frame_address(piece.options, piece.folder());
    let Some(accent) = piece.accent else { return address };
    let [light_name, dark_name] = ACCENT_PARAMETERS;
    let dark = (accent.light != accent.dark).then_some((dark_name, accent.dark));
    for (name, colour) in std::iter::once((light_name, accent.light)).chain(dark) {
        let sign = if address.contains('?') { '&' } else { '?' };
        let colour = colour.to_string().replace('#', "%23");
        address.extend([&*sign.to_string(), name, "=", &colour]);
    }
    address
}

/// The answer of an oEmbed provider for the story's page, with a picture where there is one.
pub(crate) fn oembed(piece: &SnippetInput<'_>, picture: Option<&Picture>) -> String {
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Provision Explorer",
        "provider_url": piece.folder(),
        "title": piece.title(),
        "html": frame(piece),
        "width": WIDTH,
        "height": HEIGHT,
    });
    if let (Some(fields), Some(picture)) = (answer.as_object_mut(), picture) {
        fields.insert("thumbnail_url".into(), picture.address(piece).into());
        fields.insert("thumbnail_width".into(), picture::WIDTH.into());
        fields.insert("thumbnail_height".into(), picture::HEIGHT.into());
    }
    format!("{answer:#}")
}
