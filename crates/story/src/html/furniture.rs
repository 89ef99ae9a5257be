//! What of a web page is not what its author says in it: menus, what stands beside and below, forms,
//! banners. Told by elements and roles that say so themselves, never by words.
// cspell:ignore contentinfo alertdialog

use std::ops::Range;

use html5gum::{StartTag, Token, Tokenizer, emitters::default::DefaultEmitter};

use super::Page;

/// A page parted into what it says and what stands around that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// The words of what it says, one paragraph a line.
    pub text: String,
    /// Each part that is left out: what it is, and its words.
    pub left_out: Vec<(&'static str, String)>,
}

/// What an element may be besides the page's own words, by its name and by its role.
const FURNITURE: [(&str, &str, &str); 6] = [
    ("a menu", "nav", "navigation menu menubar"),
    ("beside the text", "aside", "complementary"),
    ("at the page’s foot", "footer", "contentinfo"),
    ("at the page’s head", "", "banner"),
    ("a form", "form", "search form"),
    ("a banner", "dialog", "dialog alertdialog"),
];
/// Names and classes of banners that ask for consent.
const CONSENT: [&str; 2] = ["cookie", "consent"];
/// What holds the page's own words, whichever of them it has once.
const HOLDERS: [(&str, &str); 2] = [("main", "main"), ("article", "article")];
/// Within these an element belongs to the text.
const FOOT: &str = "at the page’s foot";

/// An element that was found, from where its first tag begins to where its last one ends.
struct Found {
    what: What,
    span: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Holder(usize),
    Furniture(&'static str),
}

/// What a page says, and what of it is left out. Where nothing would be left, all of it stays.
pub fn parted(html: &str) -> Parted {
    let found = elements(html);
    let holder = holder(&found);
    let inside = |it: &Found| {
        holder.as_ref().is_some_and(|all| all.start <= it.span.start && it.span.end <= all.end)
    };
    let mut left: Vec<(&'static str, Range<usize>)> = Vec::new();
    for it in &found {
        let What::Furniture(what) = it.what else { continue };
        let is_own = what == FOOT && inside(it);
        let is_known = left.last().is_some_and(|(_, known)| it.span.end <= known.end);
        if !is_own && !is_known {
            left.push((what, it.span.clone()));
        }
    }
    let text = words(html, holder.clone().unwrap_or(0..html.len()), &left);
    if text.trim().is_empty() {
        return Parted { text: Page::of(html).text, left_out: Vec::new() };
    }
    let mut left_out: Vec<_> =
        left.iter().map(|(what, span)| (*what, words(html, span.clone(), &[]))).collect();
    if let Some(all) = holder {
        let around = [0..all.start, all.end..html.len()];
        let around = around.map(|span| words(html, span, &left));
        left_out.push(("around the main part", around.join("\n")));
    }
    left_out.retain(|(_, words)| !words.trim().is_empty());
    Parted { text, left_out }
}

/// The words of a piece of a page without some others.
fn words(html: &str, of: Range<usize>, without: &[(&'static str, Range<usize>)]) -> String {
    let mut piece = String::new();
    let mut at = of.start;
    for (_, span) in without {
        if span.start >= at && span.end <= of.end {
            piece.push_str(html.get(at..span.start).unwrap_or_default());
            // Words on both sides don't become one.
            piece.push_str("<br>");
            at = span.end;
        }
    }
    piece.push_str(html.get(at..of.end).unwrap_or_default());
    Page::of(&piece).text
}

/// The one element that holds what the page says.
fn holder(found: &[Found]) -> Option<Range<usize>> {
    (0..HOLDERS.len()).find_map(|nth| {
        let mut all = found.iter().filter(|it| it.what == What::Holder(nth));
        all.next().filter(|_| all.next().is_none()).map(|it| it.span.clone())
    })
}

/// All that has a beginning and an end, in the order in which they begin. What nothing closes would
/// take the rest of the page along.
fn elements(html: &str) -> Vec<Found> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut open: Vec<(String, Option<What>, usize)> = Vec::new();
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) if !tag.self_closing => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let what = what(&name, &tag);
                // Others of its name are counted with it.
                if what.is_some() || open.iter().any(|it| it.0 == name) {
                    open.push((name, what, tag.span.start));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                let Some(at) = open.iter().rposition(|it| it.0 == name) else { continue };
                // What was open within has no end of its own.
                let (_, what, start) = open.split_off(at).swap_remove(0);
                found.extend(what.map(|what| Found { what, span: start..tag.span.end }));
            }
            _ => {}
        }
    }
    found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    found
}

fn what(name: &str, tag: &StartTag<usize>) -> Option<What> {
    let said = |wanted: &str| {
        let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
        found.map(|(_, value)| String::from_utf8_lossy(value).to_lowercase()).unwrap_or_default()
    };
    let (role, names) = (said("role"), [said("id"), said("class")]);
    let is_role = |all: &str| !role.is_empty() && all.split(' ').any(|it| it == role.trim());
    if let Some(nth) = HOLDERS.iter().position(|it| it.0 == name || is_role(it.1)) {
        return Some(What::Holder(nth));
    }
    let known = FURNITURE.iter().find(|it| it.1 == name || is_role(it.2)).map(|it| it.0);
    let asks = || {
        let is_block = matches!(name, "div" | "section");
        let has = |it: &String| CONSENT.iter().any(|word| it.contains(word));
        (is_block && names.iter().any(has)).then_some("a banner")
    };
    known.or_else(asks).map(What::Furniture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_out(html: &str) -> Vec<(&'static str, String)> {
        parted(html).left_out
    }

    #[test]
    fn what_stands_around_a_statement_is_left_out_and_told() {
        let html = "<body><header><nav><ul><li>Home<li>Press</ul></nav>Lamp Club</header>\
            <div class='cookie-banner'><div>We use cookies.</div><button>Fine</button></div>\
            <h1>On lamps</h1><p>Lamps <b>are</b> dark.</p><aside>Read on</aside><p>Light them.</p>\
            <div role=navigation>Next</div><script>var nav = '<p>no</p>';</script>\
            <footer>Imprint</footer></body>";
        let page = parted(html);
        assert_eq!(page.text, "Lamp Club\nOn lamps\nLamps are dark.\nLight them.");
        let told: Vec<_> =
            page.left_out.iter().map(|(what, words)| (*what, words.as_str())).collect();
        assert_eq!(
            told,
            [
                ("a menu", "Home\nPress"),
                ("a banner", "We use cookies.\nFine"),
                ("beside the text", "Read on"),
                ("a menu", "Next"),
                ("at the page’s foot", "Imprint"),
            ]
        );
    }

    #[test]
    fn of_a_page_with_one_main_part_that_stays_with_its_own_foot() {
        let html = "<p>Lamp Club</p><main><p>Lamps are dark.</p><nav>Up</nav>\
            <footer>Signed: Ada</footer></main><p>Follow us</p>";
        assert_eq!(parted(html).text, "Lamps are dark.\nSigned: Ada");
        assert_eq!(
            left_out(html),
            [("a menu", "Up".into()), ("around the main part", "Lamp Club\nFollow us".into())]
        );
        let article = "<p>Site</p><article><p>Lamps.</p></article>";
        assert_eq!(parted(article).text, "Lamps.");
        // Of several nobody knows which it is.
        let several = "<article>One.</article><article>Two.</article><p>Three.</p>";
        assert_eq!(
            (parted(several).text.as_str(), left_out(several).len()),
            ("One.\nTwo.\nThree.", 0)
        );
    }

    #[test]
    fn nothing_is_lost_with_an_element_that_nobody_closed_or_that_holds_all() {
        for html in ["<p>Lamps.<aside><p>Oil.", "<aside><p>Lamps.</p><p>Oil.</p></aside>"] {
            assert_eq!(
                (parted(html).text.as_str(), left_out(html).len()),
                ("Lamps.\nOil.", 0),
                "{html}"
            );
        }
    }
}
