//! The shortcode that `integrations/wordpress/provision-explorer.php` renders.
//!
//! WordPress reads shortcodes with regular expressions, after the editor, its cleaning of posts and
//! its typography have been at them: a bracket or a quotation mark ends a value, a backslash
//! vanishes, `&` comes back as `&amp;`, an open `<` empties the value, a space that doesn't break
//! becomes one that does. So whatever isn't a letter, a digit or harmless punctuation is written as
//! in addresses, `%26`, which the plugin undoes; the usual values stay as they are.

use options::{to_attributes, to_json};

use crate::{SnippetInput, escaped, reading};

/// Marks that neither WordPress nor an editor takes for anything else.
const HARMLESS: &str = "-_.,:;/()!?+*#…–—’‘“”„«»،؛؟";

pub(crate) fn shortcode(piece: &SnippetInput<'_>) -> String {
    let mut code = String::from("[provision-explorer");
    for (name, value) in to_attributes(piece.options) {
        let value = if value.is_empty() { "true".into() } else { encode(&value) };
        code.extend([" ", name, "=\"", &value, "\""]);
    }
    if let Some(notes) = notes(piece) {
        code.extend([" notes=\"", &encode(&notes), "\""]);
    }
    code.push(']');
    // What readers without script find; a relative address would lead elsewhere in a post.
    if piece.is_whole() {
        let address = escaped(&reading::address(piece, None));
        let title = without_brackets(&escaped(piece.title()));
        code.extend(["<a href=\"", &address, "\">", &title, "</a>[/provision-explorer]"]);
    }
    code
}

/// The notes alone, as JSON.
fn notes(piece: &SnippetInput<'_>) -> Option<String> {
    let notes = piece.options.notes.clone();
    let alone = options::Options { notes, ..options::Options::default() };
    let json = to_json(&alone);
    Some(json.strip_prefix("{\"notes\":")?.strip_suffix('}')?.to_owned())
}

/// A text that holds no other shortcode.
fn without_brackets(html: &str) -> String {
    html.replace('[', "&#91;").replace(']', "&#93;")
}

fn encode(value: &str) -> String {
    let mut code = String::new();
    let mut before = ' ';
    for c in value.chars() {
        // Editors make one space of several, and old databases take nothing beyond the first plane.
        let stays = match c {
            ' ' => before != ' ',
            _ => u32::from(c) < 0x1_0000 && (c.is_alphanumeric() || HARMLESS.contains(c)),
        };
        before = c;
        if stays {
            code.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            let digit = |shift: u32| char::from_digit(u32::from(byte) >> shift & 0xf, 16);
            code.push('%');
            code.extend([4, 0].into_iter().filter_map(digit).map(|it| it.to_ascii_uppercase()));
        }
    }
    if code.ends_with(' ') {
        code.truncate(code.len() - 1);
        code.push_str("%20");
    }
    code
}
