//! Options back to what is pasted into a page: attributes, the JSON script, and the snippet of
//! both, or of a frame. What is printed reads back as the same options; nothing in it can end an attribute or a
//! script early.

use contract::ViewKind;

use crate::{Loading, Name, Options, Theme};

/// The attributes that differ from the default, in the order of the reference. Without the
/// notes, whose attribute is JSON; see [`snippet`].
pub fn to_attributes(options: &Options) -> Vec<(&'static str, String)> {
    let attribute = |name: &Name| {
        let value = match value(options, *name)? {
            Value::Text(text) => text,
            Value::Texts(texts) => texts.join(", "),
            Value::True => String::new(),
            Value::Notes => return None,
        };
        Some((name.attribute()?, value))
    };
    Name::ALL.iter().filter_map(attribute).collect()
}

/// All options that differ from the default, as the JSON for the child script or for the
/// element's `options`.
pub fn to_json(options: &Options) -> String {
    json(options, Name::ALL)
}

/// What a developer pastes: the loader and the element with the HTML for readers without script.
/// Notes are an attribute here: where a system drops tags and keeps text, a script's JSON would be
/// read as the story's. All stands in a block and on one line, because Markdown ends markup at an
/// empty line, and WordPress' paragraphs would end an element that stands among text.
pub fn snippet(options: &Options, loader_src: &str, inside: &str) -> String {
    let mut html = String::from("<div><script type=\"module\" src=\"");
    escape_html(loader_src, &mut html);
    html.push_str("\"></script><provision-explorer");
    let notes = notes(options).map(|json| ("notes", json));
    for (name, value) in to_attributes(options).into_iter().chain(notes) {
        html.extend([" ", name]);
        if !value.is_empty() {
            html.push_str("=\"");
            escape_html(&value, &mut html);
            html.push('"');
        }
    }
    html.push('>');
    html.push_str(inside);
    html.push_str("</provision-explorer></div>");
    html
}

/// The notes alone, as the JSON of their attribute.
fn notes(options: &Options) -> Option<String> {
    let Some(Value::Notes) = value(options, Name::Notes) else { return None };
    let notes = options.notes.iter();
    Some(object(notes.map(|(id, note)| (id.as_str().into(), string(note)))))
}

/// What a developer pastes for a frame: the iframe of an address that [`frame_address`] made, and
/// the script that keeps its height right. `folder` is where that address leads; `height` is the
/// one until then.
pub fn frame_snippet(address: &str, folder: &str, title: &str, height: u32) -> String {
    let mut html = String::from("<div><iframe src=\"");
    escape_html(address, &mut html);
    html.push_str("\" title=\"");
    escape_html(title, &mut html);
    html.extend(["\" width=\"100%\" height=\"", &height.to_string()]);
    html.push_str(
        "\" loading=\"lazy\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\
         <script type=\"module\" src=\"",
    );
    escape_html(folder, &mut html);
    html.push_str("embed-parent.js\"></script></div>");
    html
}

/// The address of the page for frames, with the options in its query. `folder` holds `embed.html`
/// and ends in a slash where it isn't empty.
pub fn frame_address(options: &Options, folder: &str) -> String {
    let mut pairs = to_attributes(options);
    if !options.notes.is_empty() {
        pairs.push(("options", json(options, &[Name::Notes])));
    }
    let mut address = format!("{folder}embed.html");
    for (place, (name, value)) in pairs.into_iter().enumerate() {
        address.push(if place == 0 { '?' } else { '&' });
        address.push_str(name);
        if !value.is_empty() {
            address.push('=');
            escape_query(&value, &mut address);
        }
    }
    address
}

enum Value {
    Text(String),
    Texts(Vec<String>),
    True,
    Notes,
}

/// The value of an option; none where it is the default.
fn value(options: &Options, name: Name) -> Option<Value> {
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    let texts = |texts: Vec<String>| (!texts.is_empty()).then_some(Value::Texts(texts));
    match name {
        Name::Dataset => text(&options.dataset),
        Name::Highlight => texts(options.highlight.iter().map(|it| it.as_str().into()).collect()),
        Name::Only => options.only.then_some(Value::True),
        Name::View => text(&options.view.map(ViewKind::word).map(String::from)),
        Name::Audience => texts(options.audience.iter().map(|it| it.as_str().into()).collect()),
        Name::Open => text(&options.open.as_ref().map(|it| it.as_str().into())),
        Name::Heading => text(&options.heading),
        Name::Dek => text(&options.dek),
        Name::HeadingLevel => text(&options.heading_level.map(|it| it.to_string())),
        Name::Lang => text(&options.lang),
        Name::Theme => {
            let theme = (options.theme != Theme::default()).then(|| options.theme.word().into());
            text(&theme)
        }
        Name::Loading => text(&options.loading.map(Loading::word).map(String::from)),
        Name::DeepLinks => options.deep_links.then_some(Value::True),
        Name::Notes => (!options.notes.is_empty()).then_some(Value::Notes),
    }
}

fn json(options: &Options, names: &[Name]) -> String {
    let field = |name: &Name| {
        let value = match value(options, *name)? {
            Value::Text(text) => string(&text),
            Value::Texts(texts) => {
                let items: Vec<_> = texts.iter().map(|text| string(text)).collect();
                format!("[{}]", items.join(","))
            }
            Value::True => "true".into(),
            Value::Notes => notes(options)?,
        };
        Some((name.option().into(), value))
    };
    object(names.iter().filter_map(field))
}

/// Of keys and values that are JSON already.
fn object(fields: impl Iterator<Item = (String, String)>) -> String {
    let fields: Vec<_> = fields.map(|(key, value)| format!("{}:{value}", string(&key))).collect();
    format!("{{{}}}", fields.join(","))
}

/// A JSON string that may stand in a script: without `<`, `>` and `&`, so that nothing can end or
/// open a script, and without what older JavaScript takes for a line's end.
fn string(text: &str) -> String {
    let mut json = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                json.push_str("\\u");
                let digit = |shift: u32| char::from_digit(u32::from(c) >> shift & 0xf, 16);
                json.extend([12, 8, 4, 0].into_iter().filter_map(digit));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

/// Text for an attribute in double quotes, or between tags.
pub fn escape_html(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// Text for a value in a query, as legible as forms' own encoding and Markdown let it be: in an address that
/// stands alone that takes `_here_`, `--`, `..`, `,,` and `(c)` for something else, and a last stop or a bracket
/// that nothing opened for the sentence's.
fn escape_query(text: &str, query: &mut String) {
    let bytes = text.as_bytes();
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let after = at.checked_add(1).and_then(|at| bytes.get(at));
        let stays = match byte {
            b'-' => [before, after].iter().all(|it| it.is_some_and(u8::is_ascii_alphanumeric)),
            b'.' | b',' | b':' => after.is_some_and(|it| !b".,:".contains(it)),
            b'(' => after.is_some_and(u8::is_ascii_digit),
            b')' => open > 0,
            _ => byte.is_ascii_alphanumeric() || byte == b'/',
        };
        match byte {
            b' ' => query.push('+'),
            _ if stays => query.push(char::from(byte)),
            _ => push_escaped(byte, query),
        }
        if stays {
            open = open.saturating_add(usize::from(byte == b'('));
            open = open.saturating_sub(usize::from(byte == b')'));
        }
    }
}

fn push_escaped(byte: u8, query: &mut String) {
    let digit = |shift: u32| char::from_digit(u32::from(byte) >> shift & 0xf, 16);
    query.push('%');
    query.extend([4, 0].into_iter().filter_map(digit).map(|it| it.to_ascii_uppercase()));
}
