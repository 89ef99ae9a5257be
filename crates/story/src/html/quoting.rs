//! What a mail that is a page quotes, as mails that are text have it.

use html5gum::{StartTag, Token};

use super::{Page, about::said, tokens};

/// How the class ends of what a mail answers, where a program puts that into no `<blockquote>`: Yahoo
/// puts letters and digits of its own before it.
const OF_ANSWERED: &str = "yahoo_quoted";

/// The words of a page, one paragraph a line, those within quotations behind a `>` for each of these; and
/// whether the page says that it is a mail's program that set them apart: else they may be the author's.
pub fn quoting(html: &str) -> (String, bool) {
    let page = Page::of(html);
    let (places, is_cited) = quotations(html);
    let (mut text, mut at) = (String::with_capacity(page.text.len()), 0);
    for line in page.text.split('\n') {
        let last = places.partition_point(|it| it.0 <= page.source_at(at)).checked_sub(1);
        let depth = last.and_then(|it| places.get(it)).map_or(0, |it| it.1);
        // Nobody answers more often; the signs would outgrow the words.
        text.extend(std::iter::repeat_n('>', depth.min(9)));
        text.extend((depth > 0).then_some(' '));
        text.push_str(line);
        text.push('\n');
        at += line.len() + 1;
    }
    text.pop();
    (text, is_cited)
}

/// Where in the source how many quotations are open, in order.
fn quotations(html: &str) -> (Vec<(usize, usize)>, bool) {
    let (mut all, mut depth, mut is_cited) = (Vec::new(), 0_usize, false);
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"blockquote" || is_answered(&tag) => {
                depth += 1;
                is_cited |= is_answered(&tag) || is_marked(&tag);
                all.push((tag.span.start, depth));
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"blockquote" => {
                depth = depth.saturating_sub(1);
                all.push((tag.span.end, depth));
            }
            _ => {}
        }
    }
    (all, is_cited)
}

fn is_answered(tag: &StartTag<usize>) -> bool {
    said(tag, "class").is_some_and(|it| it.split(' ').any(|it| it.ends_with(OF_ANSWERED)))
}

/// Whether a program set it apart, and not its author.
fn is_marked(tag: &StartTag<usize>) -> bool {
    let is_cite = said(tag, "type").is_some_and(|it| it.eq_ignore_ascii_case("cite"));
    is_cite || said(tag, "class").is_some_and(|it| it.contains("_quote"))
}
