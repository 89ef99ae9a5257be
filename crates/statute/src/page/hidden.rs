//! What of a page no browser shows, since an element says so itself.

use html5gum::StartTag;

use super::{BLOCKS, FURNITURE, attribute, is_of};

/// These have no end.
pub(super) const VOID: &str = "area base br col embed hr img input link meta source track wbr";

/// Whether an element hides its words. The whole of a page is hidden only until its script runs; what
/// a search in the page uncovers can be read; `aria-hidden` hides nothing from sight.
pub(super) fn hides(name: &str, tag: &StartTag<()>) -> bool {
    let is_hidden = attribute(tag, "hidden").is_some_and(|it| it.trim() != "until-found");
    let is_closed = name == "dialog" && attribute(tag, "open").is_none();
    let is_unseen = || attribute(tag, "style").is_some_and(|it| it.split(';').any(is_unseen));
    !matches!(name, "html" | "body") && (is_hidden || is_closed || is_unseen())
}

/// Whether a declaration of a style takes an element from sight.
fn is_unseen(declaration: &str) -> bool {
    let declaration = declaration.to_lowercase();
    let Some((property, value)) = declaration.split_once(':') else { return false };
    let value = value.trim_end_matches("!important").trim();
    matches!((property.trim(), value), ("display", "none") | ("visibility", "hidden" | "collapse"))
}

/// Whether an open element ends where another begins: its end may be left out.
pub(super) fn ends_before(open: &str, next: &str) -> bool {
    let next_is = |all: &str| is_of(next, all);
    match open {
        "head" => next_is(BLOCKS) || next_is(FURNITURE),
        "p" => next_is(BLOCKS) || next_is("aside footer form nav td th tr"),
        "li" => next == "li",
        "dt" | "dd" => next_is("dd dt"),
        "td" | "th" => next_is("tbody td tfoot th tr"),
        "tr" => next_is("tbody tfoot tr"),
        "thead" | "tbody" => next_is("tbody tfoot"),
        _ => false,
    }
}

/// Whether the end of an element that isn't known ends what is hidden within. A paragraph's may stand
/// where none is open.
pub(super) fn ends_around(name: &str) -> bool {
    name != "p" && (is_of(name, BLOCKS) || is_of(name, FURNITURE) || is_of(name, "td th tr"))
}

#[cfg(test)]
mod tests {
    use super::is_unseen;

    #[test]
    fn styles_that_take_words_from_sight_are_known() {
        for style in ["display:none", " DISPLAY : None !important", "visibility: hidden"] {
            assert!(is_unseen(style), "{style}");
        }
        for style in ["display: inline", "color: none", "display", "-display: none"] {
            assert!(!is_unseen(style), "{style}");
        }
    }
}
