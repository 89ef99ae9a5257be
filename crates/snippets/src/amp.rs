//! The frame as AMP has it. Who may stand there, and how, is in the documentation of
//! `<amp-iframe>`: by https alone, sandboxed, without the origin of the page around it, with a
//! placeholder where it may come near the top, and with a button for where AMP lets nothing grow.

use options::escape_html;

use crate::{SnippetInput, escaped, frame};

/// What each word of the sandbox allows is in docs/frames.md.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads \
                       allow-modals";

pub(crate) fn amp(piece: &SnippetInput<'_>) -> String {
    let title = escaped(piece.title());
    let mut html = String::from(
        "<!-- Once in the page's head: -->\n\
         <script async custom-element=\"amp-iframe\" \
         src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"></script>\n\
         <!-- In the story: -->\n\
         <div><amp-iframe src=\"",
    );
    escape_html(&frame::address(piece), &mut html);
    html.push_str("\" title=\"");
    html.push_str(&title);
    html.push_str("\" layout=\"fixed-height\" width=\"auto\" height=\"");
    html.push_str(&frame::HEIGHT.to_string());
    html.extend(["\" sandbox=\"", SANDBOX]);
    html.push_str(
        "\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\" frameborder=\"0\" resizable>",
    );
    html.extend(["<p placeholder dir=\"auto\">", &title, "</p>"]);
    // The button's words are the title's, which is in the story's language; there are no others.
    let button = "<div overflow tabindex=\"0\" role=\"button\" dir=\"auto\">";
    html.extend([button, &title, " ↓</div>"]);
    html.push_str("</amp-iframe></div>");
    html
}
