//! What Word, Google Docs and others put on the clipboard, as the few tags that a story needs:
//! headings, paragraphs, lists, quotations, tables, links, bold and italic. All else about how it
//! looks stays where it was.

use html5gum::{StartTag, Token, Tokenizer};

/// What is in these is no text of the page.
const SILENT: [&str; 6] = ["head", "script", "style", "template", "title", "xml"];
/// Blocks that stay what they are.
const BLOCKS: [&str; 16] = [
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];
/// In these stand blocks, and no words of their own.
const HOLDERS: [&str; 5] = ["ol", "table", "tbody", "tr", "ul"];
/// Blocks that only part what stands in them.
const PARTS: [&str; 8] = ["article", "body", "div", "footer", "header", "html", "main", "section"];
/// How addresses begin that lead somewhere from a story.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "#"];

/// The structure of some markup that was pasted; none where it has none, and its text alone is as
/// good.
pub fn pasted(html: &str) -> Option<String> {
    let mut paste = Paste::default();
    for token in Tokenizer::new(html).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) => paste.opened(&tag),
            Token::EndTag(tag) => paste.closed(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => paste.text(&String::from_utf8_lossy(&text)),
            // Word says so around the sign that it has made for an item of a list.
            Token::Comment(text) => paste.said(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    paste.end_all();
    paste.is_structured.then(|| paste.out.trim_end().to_owned())
}

#[derive(Default)]
struct Paste {
    out: String,
    open: Vec<Open>,
    silent: usize,
    is_structured: bool,
    /// The list that paragraphs of Word's are the items of.
    list: Option<&'static str>,
    /// Such a paragraph of which the sign is not known yet: what of it was read.
    sign: Option<String>,
    /// Between Word's remarks on that sign.
    in_sign: bool,
    /// A paragraph that nobody opened stands open.
    bare: bool,
}

/// An element that is open.
struct Open {
    /// Its name in what was pasted.
    name: String,
    /// Its tags in what becomes of it, outermost first.
    tags: Vec<&'static str>,
    /// Where those begin.
    start: usize,
    is_block: bool,
    /// An item of a list that Word wrote as a paragraph.
    is_item: bool,
}

impl Paste {
    fn opened(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if SILENT.contains(&name.as_str()) {
            self.silent += usize::from(!tag.self_closing);
        }
        if self.silent > 0 || tag.self_closing && name != "br" {
            return;
        }
        let attribute = |wanted: &str| {
            let found =
                tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
            found.map(|(_, value)| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
        };
        if name == "br" {
            self.out.push_str(if self.is_in_words() { "<br>" } else { "" });
        } else if PARTS.contains(&name.as_str()) {
            self.end_bare();
        } else if name == "p" && attribute("class").starts_with("MsoListParagraph") {
            self.end_bare();
            self.sign = Some(String::new());
            self.push(name, Vec::new(), true);
            self.open.last_mut().into_iter().for_each(|it| it.is_item = true);
        } else if let Some(block) = BLOCKS.iter().find(|it| **it == name) {
            self.block(name, block);
        } else {
            let href = attribute("href");
            let is_link = name == "a" && SCHEMES.iter().any(|it| href.starts_with(it));
            let tags = inline(&name, &attribute("style"));
            self.inline(name, tags, is_link.then_some(href));
        }
    }

    fn block(&mut self, name: String, block: &'static str) {
        self.end_bare();
        // A paragraph in an item or a cell is no paragraph of its own.
        let within = self.open.iter().any(|it| matches!(it.name.as_str(), "li" | "td" | "th"));
        if block == "p" && within {
            return self.push(name, Vec::new(), false);
        }
        self.end_list();
        self.is_structured |= block != "p";
        self.push(name, vec![block], true);
    }

    fn inline(&mut self, name: String, tags: Vec<&'static str>, href: Option<String>) {
        if tags.is_empty() && href.is_none() {
            return self.push(name, tags, false);
        }
        self.begin_words();
        self.is_structured = true;
        if let Some(href) = href {
            let start = self.out.len();
            self.out.push_str("<a href=\"");
            options::escape_html(&href, &mut self.out);
            self.out.push_str("\">");
            let open = Open { name, tags: vec!["a"], start, is_block: false, is_item: false };
            self.open.push(open);
        } else {
            self.push(name, tags, false);
        }
    }

    fn push(&mut self, name: String, tags: Vec<&'static str>, is_block: bool) {
        let start = self.out.len();
        for tag in &tags {
            self.out.extend(["<", tag, ">"]);
        }
        self.open.push(Open { name, tags, start, is_block, is_item: false });
    }

    fn closed(&mut self, name: &str) {
        if SILENT.contains(&name) {
            self.silent = self.silent.saturating_sub(1);
            return;
        }
        if self.silent > 0 {
            return;
        }
        if PARTS.contains(&name) {
            return self.end_bare();
        }
        let Some(at) = self.open.iter().rposition(|it| it.name == name) else { return };
        while self.open.len() > at {
            self.end();
        }
    }

    /// Ends what was opened last; what has no words in it goes.
    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let inside = self.out.get(open.start..).unwrap_or_default();
        if open.is_block && !has_words(inside) {
            self.out.truncate(open.start);
            self.sign = None;
            return;
        }
        let end = self.out.trim_end_matches(' ').len();
        if open.is_block {
            self.out.truncate(end);
        }
        for tag in open.tags.iter().rev() {
            self.out.extend(["</", tag, ">"]);
        }
        if open.is_item {
            self.out.push_str("</li>");
        }
        if open.is_block {
            self.out.push('\n');
        }
    }

    fn said(&mut self, comment: &str) {
        match comment.trim() {
            "[if !supportLists]" => self.in_sign = true,
            "[endif]" if self.in_sign => {
                self.in_sign = false;
                self.begin_words();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.silent > 0 {
            return;
        }
        if let Some(sign) = self.sign.as_mut().filter(|_| self.in_sign) {
            sign.push_str(text);
            return;
        }
        let is_blank = text.chars().all(is_space);
        if is_blank && !self.is_in_words() {
            return;
        }
        self.begin_words();
        for (at, word) in text.split(is_space).enumerate() {
            let is_parted = self.out.ends_with([' ', '\n', '>']) && !self.ends_in_inline();
            if at > 0 && !is_parted {
                self.out.push(' ');
            }
            options::escape_html(word, &mut self.out);
        }
    }

    /// Behind an inline element a blank counts, behind a block's beginning it doesn't.
    fn ends_in_inline(&self) -> bool {
        ["</a>", "</strong>", "</em>", "</sub>", "</sup>"].iter().any(|it| self.out.ends_with(it))
    }

    fn is_in_words(&self) -> bool {
        let block = self.open.iter().rev().find(|it| it.is_block);
        self.bare || block.is_some_and(|it| !HOLDERS.contains(&it.name.as_str()))
    }

    /// Makes sure that words stand in a paragraph or an item.
    fn begin_words(&mut self) {
        if let Some(sign) = self.sign.take() {
            let kind = if sign.contains(char::is_alphanumeric) { "ol" } else { "ul" };
            if self.list != Some(kind) {
                self.end_list();
                self.out.extend(["<", kind, ">\n"]);
                self.list = Some(kind);
            }
            self.is_structured = true;
            self.out.push_str("<li>");
        } else if !self.is_in_words() {
            self.end_list();
            self.out.push_str("<p>");
            self.bare = true;
        }
    }

    fn end_bare(&mut self) {
        if self.bare {
            self.out.push_str("</p>\n");
            self.bare = false;
        }
    }

    fn end_list(&mut self) {
        if let Some(list) = self.list.take() {
            self.out.extend(["</", list, ">\n"]);
        }
    }

    fn end_all(&mut self) {
        while !self.open.is_empty() {
            self.end();
        }
        self.end_bare();
        self.end_list();
    }
}

/// What an inline element and how it looks come to.
fn inline(name: &str, style: &str) -> Vec<&'static str> {
    let style: String = style.chars().filter(|it| !it.is_whitespace()).collect();
    let has = |wanted: &str| style.to_lowercase().contains(wanted);
    // Google Docs wraps all of it in a `<b>` that isn't bold.
    let plain = ["font-weight:normal", "font-weight:400"].iter().any(|it| has(it));
    let weights = ["font-weight:bold", "font-weight:600", "font-weight:700", "font-weight:800"];
    let is_bold = matches!(name, "b" | "strong") && !plain || weights.iter().any(|it| has(it));
    let is_italic =
        matches!(name, "i" | "em") && !has("font-style:normal") || has("font-style:italic");
    let other = match name {
        "sub" => Some("sub"),
        "sup" => Some("sup"),
        _ => None,
    };
    let tags = [is_bold.then_some("strong"), is_italic.then_some("em"), other];
    tags.into_iter().flatten().collect()
}

/// Whether there are words between the tags of some markup of our own.
fn has_words(html: &str) -> bool {
    let mut is_tag = false;
    html.replace("&nbsp;", " ").chars().any(|it| {
        is_tag |= it == '<';
        let counts = !is_tag && !it.is_whitespace();
        is_tag &= it != '>';
        counts
    })
}

/// What HTML collapses; a no-break space stays.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_words_keeps_headings_lists_links_and_bold() {
        let html = "<html xmlns:o=x><head><style>p{margin:0}</style><xml><o:x>7</o:x></xml></head>\
            <body lang=EN><!--StartFragment--><h1>Who\r\nobjects<o:p></o:p></h1>\
            <p class=MsoNormal>Under <b>Article 28(4)</b> police <i>may</i> ask; see\n<a \
            href=\"https://news.example/?a=1&amp;b=2\">this</a>.<o:p></o:p></p>\
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>\
            <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp; \
            </span></span><![endif]>One &lt;a&gt;<o:p></o:p></p>\
            <p class=MsoListParagraphCxSpLast><![if !supportLists]><span>·</span><![endif]>Two</p>\
            <p class=MsoListParagraph><![if !supportLists]><span>1.</span><![endif]>First</p>\
            <p class=MsoNormal>End</p><!--EndFragment--></body></html>";
        assert_eq!(
            pasted(html).expect("structure"),
            "<h1>Who objects</h1>\n\
             <p>Under <strong>Article 28(4)</strong> police <em>may</em> ask; see <a \
             href=\"https://news.example/?a=1&amp;b=2\">this</a>.</p>\n\
             <ul>\n<li>One &lt;a&gt;</li>\n<li>Two</li>\n</ul>\n\
             <ol>\n<li>First</li>\n</ol>\n<p>End</p>"
        );
    }

    #[test]
    fn a_document_of_google_s_is_not_bold_as_a_whole_and_keeps_its_lists() {
        let html = "<meta charset=utf-8><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">\
            <h2 dir=ltr><span style=\"font-weight:400\">Head</span></h2><p dir=ltr><span \
            style=\"font-weight:400;\">Plain, </span><span style=\"font-weight:700;font-style:italic\">\
            both</span></p><br><ul><li dir=ltr><p role=presentation><span>Item</span></p></li></ul></b>";
        assert_eq!(
            pasted(html).expect("structure"),
            "<h2>Head</h2>\n<p>Plain, <strong><em>both</em></strong></p>\n<ul><li>Item</li>\n</ul>"
        );
    }

    #[test]
    fn what_has_no_structure_is_text_and_nothing_runs_or_looks_of_its_own() {
        assert_eq!(pasted("<p style='color:red'>One</p><div>Two</div>"), None);
        let html = "<div onclick=x()>Bare <a href=\"javascript:x()\">word</a> and <b>bold</b></div>\
                    <img src=x onerror=x()><script>x()</script>";
        assert_eq!(pasted(html).expect("bold"), "<p>Bare word and <strong>bold</strong></p>");
    }
}
