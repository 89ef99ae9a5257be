//! What of a web page is not what its author says in it: menus, what stands beside and below, forms,
//! banners. Told by elements and roles that say so themselves, and banners that ask for consent by their
//! names; never by words. Sites also put their pages into forms, and "cookie" into the class of all that
//! they show, so what may hold the statement is none of these: in doubt all of a page stays.
// cspell:ignore contentinfo alertdialog

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use html5gum::{StartTag, Token};

use super::{Page, tokens};

/// A page parted into what it says and what stands around that. Each of its words is in one of the two,
/// once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// The words of what it says, one paragraph a line.
    pub text: String,
    /// Each part that is left out: what it is, and its words.
    pub left_out: Vec<(&'static str, String)>,
}

const MENU: &str = "a menu";
const BESIDE: &str = "beside the text";
const FOOT: &str = "at the page’s foot";
const HEAD: &str = "at the page’s head";
const FORM: &str = "a form";
const BANNER: &str = "a banner";

/// What an element may be besides the page's own words, by its name and by its role.
const FURNITURE: [(&str, &str, &str); 6] = [
    (MENU, "nav", "navigation menu menubar"),
    (BESIDE, "aside", "complementary"),
    (FOOT, "footer", "contentinfo"),
    (HEAD, "", "banner"),
    (FORM, "form", "search form"),
    (BANNER, "dialog", "dialog alertdialog"),
];
/// Names and classes of banners that ask for consent.
const CONSENT: [&str; 2] = ["cookie", "consent"];
/// What holds the page's own words, whichever of them it has once.
const HOLDERS: [(&str, &str); 2] = [("main", "main"), ("article", "article")];

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

/// What a page says, and what of it is left out. In doubt, all of it stays.
pub fn parted(html: &str) -> Parted {
    let page = Page::of(html);
    let elements = Elements::of(html);
    let weights = Weights::of(&page);
    let all = 0..html.len();
    let likely = elements.holder();
    let left = elements.left(likely.as_ref(), &weights);
    let without = |span: &Range<usize>| {
        let within = left.iter().filter(|it| within(&it.1, span));
        weights.of_span(span) - within.map(|it| weights.of_span(&it.1)).sum::<usize>()
    };
    // One teaser or one comment may be the only `<article>` of a page.
    let holder = likely.filter(|it| without(it) * 2 >= without(&all));
    let said = without(holder.as_ref().unwrap_or(&all));
    let hides = |(_, span): &(&str, Range<usize>)| weights.of_span(span) > said;
    if said == 0 || left.iter().any(hides) {
        return Parted { text: page.text, left_out: Vec::new() };
    }
    deal(&page, holder.as_ref(), &left)
}

/// Each word to where it belongs.
fn deal(
    page: &Page,
    holder: Option<&Range<usize>>,
    left: &[(&'static str, Range<usize>)],
) -> Parted {
    let (mut text, mut around) = (Piece::default(), Piece::default());
    let mut pieces: Vec<Piece> = left.iter().map(|_| Piece::default()).collect();
    let mut next = 0;
    for run in &page.runs {
        let at = run.source.start;
        while left.get(next).is_some_and(|it| it.1.end <= at) {
            next += 1;
        }
        let is_left = left.get(next).is_some_and(|it| it.1.contains(&at));
        let piece = match pieces.get_mut(next).filter(|_| is_left) {
            Some(piece) => piece,
            None if holder.is_none_or(|it| it.contains(&at)) => &mut text,
            None => &mut around,
        };
        piece.add(page.text.get(run.text.clone()).unwrap_or_default(), &run.text);
    }
    let pieces = left.iter().map(|it| it.0).zip(pieces);
    let left_out = pieces.chain([("around the main part", around)]);
    let left_out = left_out.map(|(what, piece)| (what, piece.finish()));
    let left_out = left_out.filter(|it| !it.1.is_empty()).collect();
    Parted { text: text.finish(), left_out }
}

/// Words that are gathered out of a page's text.
#[derive(Default)]
struct Piece {
    text: String,
    /// Where the last of them ends in the page's.
    end: usize,
}

impl Piece {
    fn add(&mut self, words: &str, place: &Range<usize>) {
        // Words on both sides of what was between don't become one.
        if self.end != place.start && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push('\n');
        }
        self.end = place.end;
        let begins = self.text.is_empty() || self.text.ends_with('\n');
        if !(begins && words == " ") {
            self.text.push_str(words);
        }
    }

    fn finish(self) -> String {
        self.text.trim_matches([' ', '\n']).into()
    }
}

/// How much of a page stands up to each place of its source.
struct Weights(Vec<(usize, usize)>);

impl Weights {
    /// Bytes of words; in links and buttons an eighth of them, as the largest menu is made of these.
    fn of(page: &Page) -> Self {
        let mut sum = 0;
        let weigh = |run: &super::Run| {
            sum += run.text.len() * if run.busy { 1 } else { 8 };
            (run.source.end, sum)
        };
        Self(page.runs.iter().map(weigh).collect())
    }

    fn until(&self, place: usize) -> usize {
        let last = self.0.partition_point(|it| it.0 <= place).checked_sub(1);
        last.and_then(|at| self.0.get(at)).map_or(0, |it| it.1)
    }

    fn of_span(&self, span: &Range<usize>) -> usize {
        self.until(span.end) - self.until(span.start)
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What a page's elements say of themselves.
#[derive(Default)]
struct Elements {
    /// All that has a beginning and an end, in the order in which they begin. What nothing closes would
    /// take the rest of the page along.
    found: Vec<Found>,
    /// Where headings of the whole page begin, in order.
    headings: Vec<usize>,
}

impl Elements {
    fn of(html: &str) -> Self {
        let mut all = Self::default();
        let mut open: Vec<(String, Option<What>, usize)> = Vec::new();
        let mut counts: HashMap<String, usize> = HashMap::new();
        for token in tokens(html) {
            match token {
                Token::StartTag(tag) if !tag.self_closing => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if name == "h1" {
                        all.headings.push(tag.span.start);
                    }
                    let what = what(&name, &tag);
                    // Others of its name are counted with it.
                    if what.is_some() || counts.get(&name).is_some_and(|it| *it > 0) {
                        *counts.entry(name.clone()).or_default() += 1;
                        open.push((name, what, tag.span.start));
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    if counts.get(name.as_ref()).is_none_or(|it| *it == 0) {
                        continue;
                    }
                    // What was open within has no end of its own.
                    while let Some((other, what, start)) = open.pop() {
                        if let Some(count) = counts.get_mut(&other) {
                            *count -= 1;
                        }
                        if other == name {
                            let span = start..tag.span.end;
                            all.found.extend(what.map(|what| Found { what, span }));
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
        all.found.sort_by_key(|it| (it.span.start, Reverse(it.span.end)));
        all
    }

    /// The one element that may hold what the page says.
    fn holder(&self) -> Option<Range<usize>> {
        (0..HOLDERS.len()).find_map(|nth| {
            let mut all = self.found.iter().filter(|it| it.what == What::Holder(nth));
            all.next().filter(|_| all.next().is_none()).map(|it| it.span.clone())
        })
    }

    /// What is to be left out: none of it within another.
    fn left(
        &self,
        holder: Option<&Range<usize>>,
        weights: &Weights,
    ) -> Vec<(&'static str, Range<usize>)> {
        let mut left: Vec<(&'static str, Range<usize>)> = Vec::new();
        // Where the last holder ends that was begun.
        let mut held = 0;
        let landmarks = self.landmarks();
        for Found { what, span } in &self.found {
            let What::Furniture(what) = *what else {
                held = held.max(span.end);
                continue;
            };
            // The foot of an article is the article's.
            let is_own = what == FOOT && span.end <= held;
            let is_known = left.last().is_some_and(|it| span.end <= it.1.end);
            let holds = holder.is_some_and(|it| within(it, span))
                || has(&self.headings, span)
                || is_wrapper(what, span, &landmarks, weights);
            if !is_own && !is_known && !holds {
                left.push((what, span.clone()));
            }
        }
        left
    }

    /// Where parts of pages begin, in order.
    fn landmarks(&self) -> Vec<usize> {
        let is_part = |it: &&Found| !matches!(it.what, What::Furniture(FORM | BANNER));
        self.found.iter().filter(is_part).map(|it| it.span.start).collect()
    }
}

/// Whether one of some places, in order, is within a span.
fn has(places: &[usize], span: &Range<usize>) -> bool {
    places.get(places.partition_point(|it| *it < span.start)).is_some_and(|it| *it < span.end)
}

/// Whether a page, or the better part of it, was put into what would be furniture elsewhere. Forms and
/// banners are small.
fn is_wrapper(what: &str, span: &Range<usize>, landmarks: &[usize], weights: &Weights) -> bool {
    let (all, its) = (weights.until(usize::MAX), weights.of_span(span));
    match what {
        FORM | BANNER => its * 4 > all || has(landmarks, span),
        _ => its * 2 > all,
    }
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
        (is_block && names.iter().any(has)).then_some(BANNER)
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
    fn what_a_site_puts_its_whole_page_into_is_no_furniture() {
        let said = "<h2>On lamps</h2><p>Lamps are dark. Whoever lights them may keep them.</p>";
        for (start, end) in [
            ("<form id=site>", "</form>"),
            ("<div class='page cookies-not-set'>", "</div>"),
            ("<div class=consent-pending><form>", "</form></div>"),
            ("<div role=dialog>", "</div>"),
            ("<aside>", "</aside>"),
        ] {
            let bare = format!(
                "<a href='#a'>Skip</a>{start}<nav>Home</nav>{said}\
                 <form>Search</form>{end}<p>Imprint</p>"
            );
            let page = parted(&bare);
            assert!(page.text.contains("Lamps are dark. Whoever lights them"), "{page:?}");
            assert!(page.left_out.contains(&("a menu", "Home".into())), "{page:?}");
            let main = format!(
                "<a href='#a'>Skip</a>{start}<nav>Home</nav><main>{said}<nav>Up</nav></main>{end}"
            );
            assert_eq!(
                parted(&main),
                Parted {
                    text: "On lamps\nLamps are dark. Whoever lights them may keep them.".into(),
                    left_out: vec![
                        ("a menu", "Home".into()),
                        ("a menu", "Up".into()),
                        ("around the main part", "Skip".into())
                    ],
                },
                "{start}"
            );
        }
    }

    #[test]
    fn a_heading_of_the_whole_page_is_in_no_furniture() {
        let html = "<p>Lamp Club and all of its friends</p><form><h1>Lamps</h1></form>";
        assert_eq!(parted(html).text, "Lamp Club and all of its friends\nLamps");
    }

    #[test]
    fn one_teaser_is_not_the_statement() {
        let html = "<nav>Home</nav><div><p>Lamps are dark, all of them.</p></div>\
            <article>Read on.<footer>Ada</footer></article>";
        assert_eq!(parted(html).text, "Lamps are dark, all of them.\nRead on.\nAda");
        assert_eq!(left_out(html), [("a menu", "Home".into())]);
    }

    #[test]
    fn a_menu_may_be_longer_than_a_statement() {
        let items = "<li><a href=x>An item of the menu</a>".repeat(9);
        let html = format!("<nav>{items}</nav><main><p>Lamps are dark, all of them. All.</main>");
        assert_eq!(parted(&html).text, "Lamps are dark, all of them. All.");
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
