//! What is printed reads back as the same options, in each form.

use authoring::{Node, ProvisionId};
use contract::ViewKind;
use proptest::prelude::*;

use super::{attributes, layer};
use crate::{
    Layer, Options, Origin, Theme, frame_address, frame_snippet, read, snippet,
    strategies::{line, options},
    to_attributes, to_json,
};

/// The attributes and the script's JSON, as a browser reads them from a snippet.
fn browser(html: &str) -> Vec<Layer> {
    let element = html.split_once("<provision-explorer").expect("the element").1;
    let (tag, inside) = element.split_once('>').expect("the tag's end");
    let mut found = Vec::new();
    let mut rest = tag.trim_start();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let value = after.strip_prefix("=\"").map(|after| after.split_once('"').expect("a quote"));
        let (value, after) = value.unwrap_or(("", after));
        found.push((name.to_owned(), Node::Text(unescape(value))));
        rest = after.trim_start();
    }
    assert!(!inside.contains("<script"), "{inside}");
    vec![Layer { origin: Origin::Attributes, values: Node::Map(found) }]
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The attributes and the options' JSON, as `embed.html` reads them from its address.
fn frame(address: &str) -> Vec<Layer> {
    assert!(address.is_ascii() && !address.contains([' ', '"', '<', '>', '#', '\\']), "{address}");
    let query = address.strip_prefix("/pe/embed.html").expect("the page").trim_start_matches('?');
    let mut found = Vec::new();
    let mut layers = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        if name == "options" {
            layers.push(layer(Origin::Property, &value));
        } else {
            found.push((name.to_owned(), Node::Text(value)));
        }
    }
    layers.insert(0, Layer { origin: Origin::Attributes, values: Node::Map(found) });
    layers
}

/// As `URLSearchParams` does.
fn decode(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                let digits = str::from_utf8(&digits).expect("digits are ASCII");
                u8::from_str_radix(digits, 16).expect("hexadecimal")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("it was UTF-8")
}

proptest! {
    #[test]
    fn options_survive_in_the_address_of_a_frame(options in options()) {
        let reading = read(&frame(&frame_address(&options, "/pe/")));
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }

    #[test]
    fn options_survive_as_attributes(options in options()) {
        let options = Options { notes: Vec::new(), ..options };
        let printed = to_attributes(&options);
        let pairs: Vec<_> = printed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reading = read(&[attributes(&pairs)]);
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }

    #[test]
    fn options_survive_as_json(options in options()) {
        let reading = read(&[layer(Origin::Child, &to_json(&options))]);
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }

    #[test]
    fn options_survive_as_a_snippet(options in options(), loader in line()) {
        let reading = read(&browser(&snippet(&options, &loader, "")));
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }
}

#[test]
fn a_snippet_is_one_block_on_one_line_and_says_only_what_differs() {
    assert_eq!(
        snippet(
            &Options::default(),
            "https://cdn.example/pe/provision-explorer.js?a&b",
            "<p>Read.</p>"
        ),
        "<div><script type=\"module\" src=\"https://cdn.example/pe/provision-explorer.js?a&amp;b\"></script>\
         <provision-explorer><p>Read.</p></provision-explorer></div>"
    );
    let options = Options {
        highlight: vec![ProvisionId::new("36(1)(b)"), ProvisionId::new("title")],
        only: true,
        heading: Some("Q&A: \"what\" <now>".into()),
        theme: Theme::Dark,
        ..Options::default()
    };
    assert_eq!(
        snippet(&options, "provision-explorer.js", ""),
        "<div><script type=\"module\" src=\"provision-explorer.js\"></script>\
         <provision-explorer highlight=\"36(1)(b), title\" only \
         heading=\"Q&amp;A: &quot;what&quot; &lt;now&gt;\" theme=\"dark\"></provision-explorer></div>"
    );
}

#[test]
fn notes_go_into_an_attribute_that_nothing_in_them_can_end() {
    let note = "</script> & \"x\"\u{2028}".to_owned();
    let options = Options {
        notes: vec![(ProvisionId::new("28(4)"), note)],
        view: Some(ViewKind::Matrix),
        ..Options::default()
    };
    assert_eq!(
        snippet(&options, "pe.js", ""),
        "<div><script type=\"module\" src=\"pe.js\"></script><provision-explorer view=\"matrix\" \
         notes=\"{&quot;28(4)&quot;:&quot;\\u003c/script\\u003e \\u0026 \\&quot;x\\&quot;\\u2028&quot;}\">\
         </provision-explorer></div>"
    );
    assert_eq!(
        to_json(&options),
        "{\"view\":\"matrix\",\"notes\":{\"28(4)\":\"\\u003c/script\\u003e \\u0026 \\\"x\\\"\\u2028\"}}"
    );
}

#[test]
fn a_frame_says_in_its_address_what_differs_and_brings_its_script() {
    assert_eq!(frame_address(&Options::default(), ""), "embed.html");
    let options = Options {
        highlight: vec![ProvisionId::new("28(4)"), ProvisionId::new("title")],
        heading: Some("Q&A: \"what\"".into()),
        deep_links: true,
        notes: vec![(ProvisionId::new("24"), "Été".into())],
        ..Options::default()
    };
    assert_eq!(
        frame_snippet(
            &frame_address(&options, "https://cdn.example/pe/"),
            "https://cdn.example/pe/",
            "Who's \"who\"",
            640
        ),
        "<div><iframe src=\"https://cdn.example/pe/embed.html?highlight=28(4),+title\
         &amp;heading=Q%26A:+%22what%22&amp;deep-links\
         &amp;options=%7B%22notes%22:%7B%2224%22:%22%C3%89t%C3%A9%22%7D%7D\" \
         title=\"Who's &quot;who&quot;\" width=\"100%\" height=\"640\" loading=\"lazy\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\
         <script type=\"module\" src=\"https://cdn.example/pe/embed-parent.js\"></script></div>"
    );
}

#[test]
fn an_address_that_stands_alone_has_nothing_that_markdown_takes_for_something_else() {
    for (heading, query) in [
        ("Articles 28(4)(d), 24: who objects", "Articles+28(4)%28d%29,+24:+who+objects"),
        ("_so_ -- e-mail - data/law.json", "%5Fso%5F+%2D%2D+e-mail+%2D+data/law.json"),
        ("Wait ... (c) ,, 1)", "Wait+%2E%2E.+%28c%29+%2C,+1%29"),
        ("The end.", "The+end%2E"),
        ("The end (Article)", "The+end+%28Article%29"),
    ] {
        let options = Options { heading: Some(heading.into()), ..Options::default() };
        assert_eq!(frame_address(&options, ""), format!("embed.html?heading={query}"));
    }
}
