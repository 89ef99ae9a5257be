//! Markup: what of it is text, and where tags are put.

mod common;

use story::Story;

fn marked(html: &str) -> String {
    let dataset = common::convention();
    let story = Story::from_html(html.into());
    story.with_refs(&story.mentions(&dataset), &dataset)
}

fn text(html: &str) -> String {
    Story::from_html(html.into()).text().into()
}

#[test]
fn only_what_a_reader_reads_is_text() {
    for (html, words) in [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One\n  line <b>and</b>\tmore </p>", "One line and more"),
        ("a<br>b<hr>c", "a\nb\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("&eacute;&amp;&#8220;x&quot; &nbsp;y", "é&“x\" \u{a0}y"),
        ("a<!-- b -->c<script>d</script><style>e</style>", "ac"),
        ("<title>a</title>b<textarea>c</textarea><template>d<p>e</template>", "b"),
        ("<svg><title>a</title><text>b</text></svg>c<svg/>d", "cd"),
        ("a &unknown; &amp b < c & d", "a &unknown; & b < c & d"),
        ("<p title='Article 28'>x", "x"),
        ("", ""),
        ("\n <p>\n</p> ", ""),
    ] {
        assert_eq!(text(html), words, "{html}");
    }
}

#[test]
fn tags_are_put_where_they_nest() {
    for (html, expected) in [
        ("<p>Article 28.</p>", "<p><provision-ref to=\"28\">Article 28</provision-ref>.</p>"),
        (
            "Article&nbsp;28(4)&#41;",
            "<provision-ref to=\"28(4)\">Article&nbsp;28(4)</provision-ref>&#41;",
        ),
        ("<b>Article 28</b>", "<b><provision-ref to=\"28\">Article 28</provision-ref></b>"),
        (
            "Article <b>28</b>(4)",
            "<provision-ref to=\"28(4)\">Article <b>28</b>(4)</provision-ref>",
        ),
        (
            "<b>Article 28</b>(4)!",
            "<provision-ref to=\"28(4)\"><b>Article 28</b>(4)</provision-ref>!",
        ),
        (
            "Article <i><b>28(4)</b></i>.",
            "<provision-ref to=\"28(4)\">Article <i><b>28(4)</b></i></provision-ref>.",
        ),
        (
            "Article 28<!-- why -->(4)",
            "<provision-ref to=\"28(4)\">Article 28<!-- why -->(4)</provision-ref>",
        ),
        (
            "Article 28&#40;4&#41;",
            "<provision-ref to=\"28(4)\">Article 28&#40;4&#41;</provision-ref>",
        ),
        (
            "chapter v, Chapter V",
            "chapter v, <provision-ref to=\"Chapter V\">Chapter V</provision-ref>",
        ),
    ] {
        assert_eq!(marked(html), expected);
    }
}

#[test]
fn what_is_tapped_already_or_would_not_nest_stays() {
    for html in [
        "<a href=x>Article 28</a>",
        "Article <a href=x>28</a>(4)",
        "<button>Article 28</button>",
        "<provision-ref to=\"28\">Article 28</provision-ref>",
        "<b>the Article</b> 28(4)",
        "Article <b>28(4) is</b> long",
        "Article <b>28<i></b></i>(4)",
        "<script>Article 28</script>",
        "<template><p>Article 28</template>",
    ] {
        assert_eq!(marked(html), html);
    }
}

#[test]
fn in_plain_text_nothing_is_escaped_and_no_mark_is_put_twice() {
    let dataset = common::convention();
    for (text, expected) in [
        ("a < b & Article 28", "a < b & <provision-ref to=\"28\">Article 28</provision-ref>"),
        ("Articles 28–30", "<provision-ref to=\"28\">Articles 28–30</provision-ref>"),
        ("Article 99, Article 17 ICCPR", "Article 99, Article 17 ICCPR"),
        ("[Article 28](https://example.org)", "[Article 28](https://example.org)"),
        (
            "<provision-ref to=\"28\">Article 28</provision-ref> Article 29",
            "<provision-ref to=\"28\">Article 28</provision-ref> <provision-ref to=\"29\">Article 29</provision-ref>",
        ),
    ] {
        let story = Story::from_text(text.into());
        assert_eq!(story.with_refs(&story.mentions(&dataset), &dataset), expected);
    }
}

#[test]
fn broken_lines_of_letters_are_whole_paragraphs() {
    let letter = "Dear editors of the newspaper, we write to you about Article\n28(4) of the treaty.\r\n\r\nYours";
    let story = Story::from_text(letter.into());
    assert_eq!(story.text().len(), letter.len());
    let marked = story.with_refs(&story.mentions(&common::convention()), &common::convention());
    assert!(
        marked.contains("<provision-ref to=\"28(4)\">Article\n28(4)</provision-ref>"),
        "{marked}"
    );
}
