//! Drawn nodes as HTML, at once, on a host and in a browser alike.
//!
//! Yew's own renderer leaves the drawing to its scheduler, which in a browser begins no sooner than
//! whoever asked has returned: nobody there can wait for it. What `App` draws are elements and text
//! and nothing that has a life of its own (decision 0004), so there is nothing to schedule.

use yew::virtual_dom::{VNode, VTag};

/// What has neither content nor an end.
pub(super) const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// A node as HTML, in the form that Yew gives it where nothing is to be taken over by Yew itself.
pub(super) fn write(node: &VNode, html: &mut String) {
    match node {
        VNode::VTag(tag) => element(tag, html),
        VNode::VText(text) => escape(&text.text, false, html),
        VNode::VList(nodes) => nodes.iter().for_each(|node| write(node, html)),
        // What is drawn elsewhere or later, of which the explorer has nothing.
        VNode::VComp(_)
        | VNode::VPortal(_)
        | VNode::VRef(_)
        | VNode::VSuspense(_)
        | VNode::VRaw(_) => {}
    }
}

fn element(tag: &VTag, html: &mut String) {
    let name = tag.tag();
    let is_field = name == "input";
    html.extend(["<", name]);
    if let Some(value) = tag.value().filter(|_| is_field) {
        attribute("value", value, html);
    }
    if tag.checked() == Some(true) {
        html.push_str(" checked");
    }
    for (name, value) in tag.attributes.iter() {
        attribute(name, value, html);
    }
    html.push('>');
    if VOID.contains(&name) {
        return;
    }
    if let Some(value) = tag.value() {
        escape(value, false, html);
    }
    if let Some(children) = tag.children() {
        write(children, html);
    }
    html.extend(["</", name, ">"]);
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name, "=\""]);
    escape(value, true, html);
    html.push('"');
}

pub(super) fn escape(text: &str, quotes: bool, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if quotes => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::*;

    fn written(node: &VNode) -> String {
        let mut html = String::new();
        write(node, &mut html);
        html
    }

    #[test]
    fn elements_text_and_lists_come_as_they_were_drawn() {
        let node = html! { <><p class="a">{ "one" }<br/></p>{ "two" }</> };
        assert_eq!(written(&node), r#"<p class="a">one<br></p>two"#);
    }

    #[test]
    fn a_field_has_its_value_as_an_attribute_and_an_area_as_text() {
        let field = html! { <input type="checkbox" value="x" checked=true /> };
        assert_eq!(written(&field), r#"<input value="x" checked type="checkbox">"#);
        let area = html! { <textarea rows="3" value="a < b" /> };
        assert_eq!(written(&area), r#"<textarea rows="3">a &lt; b</textarea>"#);
    }

    #[test]
    fn no_text_becomes_markup() {
        let text = "</p><script>\"&'";
        let node = html! { <p title={text}>{ text }</p> };
        assert_eq!(
            written(&node),
            "<p title=\"&lt;/p&gt;&lt;script&gt;&quot;&amp;'\">&lt;/p&gt;&lt;script&gt;\"&amp;'</p>"
        );
    }
}
