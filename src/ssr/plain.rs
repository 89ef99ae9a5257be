//! Drawn nodes as what a newsroom's system lets through: tags and attributes that mean something
//! without a style sheet or a script, and words that stay apart where both are taken away.

use yew::virtual_dom::{VNode, VTag};

use super::markup::{VOID, escape};

/// The tags that stay. Of others, what they hold stays.
const TAGS: &str = " a article b bdi blockquote br caption dd del details div dl dt figcaption figure \
    footer h1 h2 h3 h4 h5 h6 header i ins li ol p q section span strong summary table tbody td tfoot th \
    thead time tr ul ";

/// Those that begin and end no line.
const INLINE: &str = " a b bdi del i ins q span strong time ";

/// Attributes of any tag, and of one.
const ATTRIBUTES: &str = " id lang dir a@href blockquote@cite q@cite details@open time@datetime \
    th@scope th@colspan th@rowspan td@colspan ";

/// What is where the words will stand.
pub(super) struct Surroundings<'a> {
    /// What each id begins with, so that none is the page's own.
    pub prefix: &'static str,
    /// Where a link within leads, from the id that it names.
    pub link: &'a dyn Fn(&str) -> String,
}

/// Nodes as plain markup on one line.
pub(super) fn write(node: &VNode, around: &Surroundings<'_>) -> String {
    let mut plain = Plain { around, html: String::new(), last: ' ', edge: Edge::None };
    plain.node(node);
    plain.html
}

/// What has begun or ended since the last text.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Edge {
    None,
    Inline,
    Block,
}

struct Plain<'a> {
    around: &'a Surroundings<'a>,
    html: String,
    /// The last character that readers see.
    last: char,
    edge: Edge,
}

impl Plain<'_> {
    fn node(&mut self, node: &VNode) {
        match node {
            VNode::VTag(tag) => self.element(tag),
            VNode::VText(text) => self.text(&text.text),
            VNode::VList(nodes) => nodes.iter().for_each(|node| self.node(node)),
            // What is drawn elsewhere or later, of which the explorer has nothing.
            VNode::VComp(_)
            | VNode::VPortal(_)
            | VNode::VRef(_)
            | VNode::VSuspense(_)
            | VNode::VRaw(_) => {}
        }
    }

    fn element(&mut self, tag: &VTag) {
        let name = tag.tag();
        let stays = has(TAGS, name);
        self.at(if has(INLINE, name) { Edge::Inline } else { Edge::Block });
        if stays {
            self.start(name, tag);
        }
        if VOID.contains(&name) {
            return;
        }
        if let Some(children) = tag.children() {
            self.node(children);
        }
        self.at(if has(INLINE, name) { Edge::Inline } else { Edge::Block });
        if stays {
            self.html.extend(["</", name, ">"]);
        }
    }

    fn at(&mut self, edge: Edge) {
        if edge > self.edge {
            self.edge = edge;
        }
    }

    fn start(&mut self, tag: &str, node: &VTag) {
        self.html.extend(["<", tag]);
        for (name, value) in node.attributes.iter() {
            if !has(ATTRIBUTES, name) && !has(ATTRIBUTES, &format!("{tag}@{name}")) {
                continue;
            }
            let value = match name {
                "id" => format!("{}{value}", self.around.prefix),
                "href" => match value.strip_prefix('#') {
                    Some(id) => (self.around.link)(id),
                    None => value.into(),
                },
                _ => value.into(),
            };
            if matches!(name, "href" | "cite") && !is_safe(&value) {
                continue;
            }
            self.html.extend([" ", name, "=\""]);
            escape(&value, true, &mut self.html);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// Lines' ends become blanks: an empty line would end the markup where Markdown is read.
    fn text(&mut self, text: &str) {
        let text = text.replace(['\n', '\r'], " ");
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return;
        };
        if are_apart(self.last, self.edge, first) {
            self.html.push(' ');
        }
        escape(&text, false, &mut self.html);
        (self.last, self.edge) = (last, Edge::None);
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|it| it == word)
}

/// Whether what stands on both sides of an edge needs a blank to stay two words. Within a line, marks
/// that belong to the word beside them do not.
fn are_apart(last: char, edge: Edge, first: char) -> bool {
    if last.is_whitespace() || first.is_whitespace() {
        return false;
    }
    match edge {
        Edge::None => false,
        Edge::Inline => {
            !"([{“«‘„‹¿¡–—-/'’@#".contains(last) && !")]}”»’›.,;:!?…%'–—-/(،؛؟".contains(first)
        }
        Edge::Block => true,
    }
}

/// A dataset's addresses are known to lead to the web; what is written here is held to it again.
fn is_safe(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') || matches!(scheme, "https:" | "http:" | "mailto:")
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::*;

    fn plain(node: &VNode) -> String {
        let link = |id: &str| format!("text.html#{id}");
        write(node, &Surroundings { prefix: "pe-", link: &link })
    }

    #[test]
    fn words_of_different_parts_stay_apart_without_a_style_sheet() {
        let node = html! { <div><span class="x">{ "2025" }</span><span>{ "72" }</span><p>{ "End." }</p>{ "Next" }</div> };
        assert_eq!(plain(&node), "<div><span>2025</span><span> 72</span><p> End.</p> Next</div>");
    }

    #[test]
    fn what_belongs_to_a_word_stays_with_it() {
        let node = html! { <p>{ "“" }<bdi>{ "word" }</bdi>{ "”, " }<a href="https://x.example/">{ "l’" }<b>{ "air" }</b></a>{ "." }</p> };
        let expected = "<p>“<bdi>word</bdi>”, <a href=\"https://x.example/\">l’<b>air</b></a>.</p>";
        assert_eq!(plain(&node), expected);
    }

    #[test]
    fn ids_are_ours_links_within_lead_where_they_are_told_and_lines_never_end() {
        let node =
            html! { <h3 id="title" class="x" style="y"><a href="#art_1">{ "a\n\nb" }</a></h3> };
        assert_eq!(plain(&node), "<h3 id=\"pe-title\"><a href=\"text.html#art_1\">a  b</a></h3>");
    }

    #[test]
    fn no_address_runs_a_script_and_no_tag_needs_one() {
        let node =
            html! { <p><a href="javascript:alert(1)">{ "x" }</a><button>{ "y" }</button></p> };
        assert_eq!(plain(&node), "<p><a>x</a> y</p>");
    }
}
