//! What a browser shows of a page is the law, and what it hides is told.

mod common;

use common::{read, rows};
use statute::{Depth, Law, Why};

fn of(body: &str) -> Law {
    let page = format!("<!doctype html><html lang=en>{body}");
    read("law.html", page.as_bytes(), Depth::Points)
}

/// The words of a page's only article, and those that are hidden.
fn words(body: &str) -> (String, String) {
    let law = of(&format!("<body><h1>Lamp Act</h1><h2>Article 1</h2>{body}"));
    let words = |row: &String| row.split(" | ").nth(3).unwrap_or_default().to_string();
    let shown: Vec<_> = rows(&law).iter().map(words).filter(|it| !it.is_empty()).collect();
    let hidden = law.left_out.iter().filter(|it| it.why == Why::Hidden);
    (shown.join(" / "), hidden.map(|it| it.words.as_str()).collect())
}

#[test]
fn hidden_words_are_told_and_are_no_part_of_the_law() {
    for hidden in [
        "<p hidden>Wax.</p>",
        "<p style='color: red; Display : none'>Wax.</p>",
        "<p style='visibility:hidden'>Wax.</p>",
        "<div hidden><div>Wax.</div></div>",
        "<div hidden><p>Wax.<div></div></p></div>",
        "<dialog><img><p>Wax.</dialog>",
        "<p hidden>Wax.",
        "<ul hidden><li>Wax.</ul>",
        "<table><tr hidden><td>Wax.</table>",
        "<div><span hidden>Wax.</div>",
        "<div hidden>Wax.<script>let oil = '</div>';</script></div>",
    ] {
        let body = format!("<p>Oil is free.</p>{hidden}<p>Gas is not.</p>");
        let expected = ("Oil is free. / Gas is not.".into(), "Wax.".into());
        assert_eq!(words(&body), expected, "{hidden}");
    }
}

#[test]
fn what_can_be_seen_is_the_law() {
    for seen in [
        "<p aria-hidden=true>Wax.</p>",
        "<p hidden=until-found>Wax.</p>",
        "<dialog open><p>Wax.</dialog>",
        "<input hidden><p>Wax.</p>",
        "<p style='display:block'>Wax.</p>",
    ] {
        assert_eq!(words(seen), ("Wax.".into(), String::new()), "{seen}");
    }
}

#[test]
fn a_head_ends_where_the_body_begins() {
    for head in ["<head><title>Lamps</title>", "<head><noscript><div>Oil</div></noscript>"] {
        for body in ["<body>", ""] {
            let law = of(&format!("{head}{body}<h1>Lamp Act</h1><p>Article 1<p>Wax is free."));
            assert_eq!(rows(&law), ["art_1 | Article 1 |  | Wax is free. | "], "{head}{body}");
        }
    }
}

#[test]
fn items_have_the_numbers_that_a_browser_shows() {
    let shown = |list: &str| words(&format!("<p>Lamps:</p>{list}")).0;
    let cited = |list: &str| {
        let law = of(&format!("<body><h1>Lamp Act</h1><h2>Article 1</h2><p>Lamps:</p>{list}"));
        let all = rows(&law);
        // Whatever a number that counts down stands in, it is the last of its citation.
        let number = |it: &String| Some(it.split(" | ").nth(1)?.rsplit_once('(')?.1.to_string());
        all.iter().skip(1).filter_map(number).collect::<Vec<_>>()
    };
    let items = "<li>gas<li hidden>wax<li>oil<ul><li>tar</ul><li>arc</ol>";
    let points = |all: [&str; 3]| all.map(|it| it.to_string() + ")");
    assert_eq!(cited(&format!("<ol>{items}")), points(["1", "2", "3"]));
    assert_eq!(cited(&format!("<ol reversed>{items}")), points(["3", "2", "1"]));
    assert_eq!(cited(&format!("<ol reversed start=9>{items}")), points(["9", "8", "7"]));
    assert_eq!(
        cited(&format!("<template><ol></ol></template><ol>{items}")),
        points(["1", "2", "3"])
    );
    for sort in ["a", "A", "i", "I", "1"] {
        let list = format!("<ol type={sort}><li value=2147483647>oil<li value=4294967295>wax</ol>");
        assert!(shown(&list).len() < 80, "{}", shown(&list).len());
    }
}

#[test]
fn a_law_in_a_cell_that_lays_the_page_out_has_its_lines() {
    let law = "<p>\u{A0}\u{A0}Article 1<p>Wax is free.<p>Article 2<p>Oil is not.";
    let many = format!("{law}{}", "<p>Nor is gas.".repeat(12));
    for (body, last) in [
        (format!("<table><tr><td>{law}</table>"), "Oil is not."),
        (
            String::from(
                "<table><tr><td><pre>Article 1\nWax is free.\n\nArticle 2\nOil is not.</pre></table>",
            ),
            "Oil is not.",
        ),
        (format!("<table><tr><td>Home<td>{many}</table>"), "Nor is gas."),
    ] {
        let law = of(&format!("<body><h1>Lamp Act</h1>{body}"));
        let all = rows(&law);
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all.concat().contains(" | Wax is free. | art_2 | Article 2 | "), "{all:?}");
        assert!(all.concat().contains(last), "{all:?}");
    }
    let (table, _) = words("<p>Lamps:</p><table><tr><td>Arc<p>Lamp<td>3</table>");
    assert_eq!(table, "Lamps: / Arc Lamp\t3");
}

#[test]
fn a_table_of_contents_without_a_title_doubles_nothing() {
    let five = |each: fn(u32) -> String| (1..=5).map(each).collect::<Vec<_>>().concat();
    let listed = five(|nth| format!("<li>Article {nth}"));
    let articles = five(|nth| format!("<h2>Article {nth}</h2><p>Lamp {nth} is lit.</p>"));
    let law = of(&format!("<body><h1>Lamp Act</h1><ul>{listed}</ul>{articles}"));
    let all = rows(&law);
    assert_eq!(all.len(), 5, "{all:?}");
    assert!(all.iter().all(|it| it.contains(" is lit.")), "{all:?}");
    let left: Vec<_> = law.left_out.iter().map(|it| (it.why, it.words.as_str())).collect();
    assert_eq!(left, [(Why::Contents, "Article 1 Article 2 Article 3 Article 4 Article 5")]);
}
