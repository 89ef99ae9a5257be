//! What readers without script see where a snippet stands: its own markup, taken apart to nodes, since
//! no policy of ours lets a text become markup. Never another text than what is pasted.

use html5gum::{Token, Tokenizer};
use serde_json::{Value, json};
use snippets::Form;

/// What stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Without {
    /// The snippet's own nodes in the order of its text: `["p", {…}]` opens one, `"words"` stand in
    /// it, and `0` closes it.
    Nodes(Vec<Value>),
    /// Nothing of the snippet's own, and what comes of it.
    Words(&'static str),
}

impl Default for Without {
    fn default() -> Self {
        Self::Words("")
    }
}

/// Elements that have no end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "wbr"];
/// What is in these is shown to nobody.
const SILENT: [&str; 2] = ["script", "style"];

/// What readers without script see of a snippet in a form. `styles` is where the widget's style sheet is.
pub(crate) fn without(form: Form, snippet: &str, styles: &str) -> Without {
    match form {
        Form::Frame | Form::Address | Form::Oembed => {
            Without::Words("In the iframe: the law’s name, and a link to all of it as a text.")
        }
        Form::WordPress => match snippet.strip_suffix("[/provision-explorer]") {
            Some(code) => Without::Nodes(nodes(code.split_once(']').map_or("", |it| it.1), styles)),
            None => Without::Words(
                "Nothing. Say where the explorer’s files are, by their whole address, and a link to \
                 the text stands there.",
            ),
        },
        Form::Page => {
            let inside =
                snippet.split_once("<article>").and_then(|it| it.1.split_once("</article>"));
            Without::Nodes(nodes(inside.map_or("", |it| it.0), styles))
        }
        Form::Picture => Without::Words("The same: pictures, what they say in words, and links."),
        Form::Json => Without::Words("Nothing: this is kept as a file and pasted nowhere."),
        _ => Without::Nodes(nodes(snippet, styles)),
    }
}

fn nodes(snippet: &str, styles: &str) -> Vec<Value> {
    let mut nodes = Vec::new();
    let mut silent = false;
    for token in Tokenizer::new(snippet).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let is_void = tag.self_closing || VOID.contains(&name.as_str());
                if SILENT.contains(&name.as_str()) {
                    silent = !is_void;
                    continue;
                }
                let attributes = tag.attributes.iter().map(|(name, value)| {
                    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                    (text(name), Value::from(text(value)))
                });
                let mut attributes: serde_json::Map<_, _> = attributes.collect();
                if name == "link" {
                    // The snippet's is on the newsroom's site, which this page may not ask.
                    attributes.insert("href".into(), styles.into());
                }
                nodes.push(json!([name, attributes]));
                if is_void {
                    nodes.push(json!(0));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if SILENT.contains(&name.as_str()) {
                    silent = false;
                } else if !VOID.contains(&name.as_str()) {
                    nodes.push(json!(0));
                }
            }
            Token::String(text) if !silent => {
                nodes.push(json!(String::from_utf8_lossy(&text)));
            }
            _ => {}
        }
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_is_its_own_nodes_without_what_only_scripts_see() {
        let snippet = "<div><script type=\"module\" src=\"/pe.js\"></script><provision-explorer \
                       lang=en><p>Article&nbsp;28 &amp; <b>more</b><br>Next</p></provision-explorer>\
                       <style>p{}</style></div>";
        let Without::Nodes(nodes) = without(Form::Twin, snippet, "") else { panic!("nodes") };
        let expected = json!([
            ["div", {}], ["provision-explorer", { "lang": "en" }], ["p", {}],
            "Article\u{a0}28 & ", ["b", {}], "more", 0, ["br", {}], 0, "Next", 0, 0, 0,
        ]);
        assert_eq!(json!(nodes), expected);
    }

    #[test]
    fn the_style_sheet_of_a_first_view_is_the_one_of_this_page() {
        let snippet = "<template shadowrootmode=open><link rel=stylesheet href=https://a.example/x.css></template>";
        let Without::Nodes(nodes) = without(Form::Shadow, snippet, "assets/widget.css") else {
            panic!("nodes")
        };
        assert_eq!(nodes[1], json!(["link", { "rel": "stylesheet", "href": "assets/widget.css" }]));
    }

    #[test]
    fn of_a_shortcode_it_is_what_stands_between_it_and_its_end() {
        let code =
            "[provision-explorer view=\"matrix\"]<a href=\"/t\">All</a>[/provision-explorer]";
        let Without::Nodes(nodes) = without(Form::WordPress, code, "") else { panic!("nodes") };
        assert_eq!(json!(nodes), json!([["a", { "href": "/t" }], "All", 0]));
    }

    #[test]
    fn forms_that_bring_no_text_say_what_comes_of_them() {
        for form in Form::ALL {
            let has_nodes = matches!(without(form, "<p>x</p>", ""), Without::Nodes(_));
            let brings = matches!(
                form,
                Form::Twin
                    | Form::Element
                    | Form::Whole
                    | Form::Shadow
                    | Form::Page
                    | Form::Amp
                    | Form::Newsletter
            );
            assert_eq!(has_nodes, brings, "{form:?}");
        }
    }
}
