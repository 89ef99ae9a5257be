//! What holds for every text.

mod common;

use std::time::Duration;

use authoring::Dataset;
use cpu_time::ThreadTime;
use proptest::{collection::vec, prelude::*, sample::select};
use story::{Story, parted};

/// The bundled dataset. Each thread has its own, since the details of one come as they are needed.
fn convention() -> &'static Dataset {
    thread_local!(static LAW: &'static Dataset = Box::leak(Box::new(common::convention())));
    LAW.with(|it| *it)
}

/// Pieces that stories and their markup are made of.
fn scrap() -> impl Strategy<Value = String> {
    let scraps = vec![
        "Article 28",
        "Articles 28",
        "(4)",
        ", ",
        " and ",
        " 30",
        "–",
        " to ",
        "paragraph 4 of ",
        "\n",
        " of the ",
        "of the ICCPR",
        "of the Convention",
        "the Charter’s ",
        "GDPR ",
        "its ",
        "ARTICLE 19",
        "Chapter IV",
        ". ",
        "<b>",
        "</b>",
        "<a href='x'>",
        "</a>",
        "<p>",
        "</p>",
        "<br>",
        "&nbsp;",
        "&eacute;",
        "&#40;4&#41;",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<svg/>",
        "<svg>",
        "</svg>",
        "<template>",
        "</template>",
        "&",
        "<",
        ">",
        "المادة 28",
        " من الميثاق",
        "l’article 28 ",
        "de la Charte",
        "\r\n",
        "\0",
        "art_28__para_4",
        "é",
        "\u{feff}",
        "(",
        ")",
        "“",
        "</",
        "<textarea>",
        "]]>",
        "<![CDATA[",
        "<main>",
        "</main>",
        "<nav>",
        "</nav>",
        "<h1>",
        "<form>",
        "</form>",
        "<div class=cookie>",
        "</div>",
        "<article>",
        "</article>",
        "<footer>",
        "</footer>",
    ];
    prop_oneof![6 => select(scraps).prop_map(String::from), 1 => any::<String>()]
}

/// The text without what was inserted.
fn without_refs(marked: &str) -> String {
    let mut parts = marked.split("<provision-ref to=\"");
    let mut text = parts.next().expect("a part").to_string();
    for part in parts {
        text.push_str(part.split_once("\">").expect("an end").1);
    }
    text.replace("</provision-ref>", "")
}

/// In whatever order.
fn letters(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '\n')).collect();
    all.sort_unstable();
    all
}

fn holds(story: &Story) -> Result<(), TestCaseError> {
    let mentions = story.mentions(convention());
    let mut end = 0;
    for mention in &mentions {
        prop_assert!(mention.span.start >= end && mention.span.start < mention.span.end);
        end = mention.span.end;
        prop_assert!(story.text().get(mention.span.clone()).is_some());
        prop_assert!(story.text().get(mention.sentence.clone()).is_some());
        prop_assert!(mention.sentence.start <= mention.span.start, "{:?}", mention);
        prop_assert!(mention.sentence.end >= mention.span.end, "{:?}", mention);
    }
    let marked = story.with_refs(&mentions, convention());
    prop_assert_eq!(without_refs(&marked), story.source());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_tags_are_inserted_and_spans_are_sound(scraps in vec(scrap(), 0..30)) {
        let text = scraps.concat();
        holds(&Story::from_text(text.clone()))?;
        holds(&Story::from_html(text))?;
    }

    #[test]
    fn of_a_page_no_word_is_lost_and_none_is_there_twice(scraps in vec(scrap(), 0..40)) {
        let html = scraps.concat();
        let page = parted(&html);
        let all: String = page.left_out.iter().fold(page.text, |all, part| all + &part.1);
        prop_assert_eq!(letters(&all), letters(Story::from_html(html).text()));
    }

    #[test]
    fn what_was_marked_is_not_marked_again(scraps in vec(scrap(), 0..20)) {
        let text = scraps.concat();
        for story in [Story::from_text(text.clone()), Story::from_html(text)] {
            let marked = story.with_refs(&story.mentions(convention()), convention());
            let again =
                if story.is_html() { Story::from_html(marked) } else { Story::from_text(marked) };
            let marked = again.with_refs(&again.mentions(convention()), convention());
            for part in marked.split("</provision-ref>") {
                prop_assert!(part.matches("<provision-ref").count() <= 1, "{}", marked);
            }
        }
    }

    #[test]
    fn any_file_is_read_or_refused(name in select(vec!["a.txt", "a.html", "a.docx", "a.doc", "a"]), bytes in vec(any::<u8>(), 0..200)) {
        match Story::open(name, &bytes) {
            Ok(story) => holds(&story)?,
            Err(told) => {
                let opening = ["`", name, "` "].concat();
                prop_assert!(told.to_string().starts_with(&opening));
            }
        }
    }
}

#[test]
fn time_grows_with_the_length_alone() {
    for piece in [
        "Article 1, ",
        "Articles 1, 2, 3 and ",
        "1, ",
        "paragraph ",
        "(4) ",
        "§ ",
        "Article 28 of the ICCPR and ",
        "the Charter of the ",
        "its Article 28 ",
        "Article ",
        "Convention on the ",
        "The ",
        "GDPR, ",
        "<b>Article 28</b>(4) ",
        "<b>",
        "&amp; ",
        "</i>",
        "<a>",
        "Art. ",
        "[Article 28 ",
        "ARTICLE 19 ",
        "المادة ",
        "A. ",
        "Chapter IV ",
        "Article 40. Paragraph 22 ",
        "<provision-ref ",
        "<nav><p>a",
        "<nav>a</nav><h1><form>",
        "<div class=cookie><p>a</p>",
    ] {
        // Of this thread alone, and once is enough, as others use the machine's caches. Each word looking
        // at all others would take sixteen times as long.
        let grows = || time_of(piece, 20_000) > time_of(piece, 5_000) * 8;
        assert!((0..5).any(|_| !grows()), "{piece}");
    }
}

/// How long a story of a piece that is said again and again takes, in each of its forms.
fn time_of(piece: &str, length: usize) -> Duration {
    let text = piece.repeat(length / piece.len());
    let start = ThreadTime::now();
    let _ = parted(&text);
    for story in [Story::from_text(text.clone()), Story::from_html(text)] {
        let mentions = story.mentions(convention());
        let _ = story.with_refs(&mentions, convention());
    }
    start.elapsed()
}

#[test]
fn a_megabyte_of_citations_is_read_to_the_end() {
    let text = "Article 1, ".repeat(90_000);
    assert_eq!(Story::from_text(text).mentions(convention()).len(), 90_000);
}
