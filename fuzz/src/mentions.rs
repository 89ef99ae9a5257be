//! A journalist's text, pasted or in a file.

use ::story::{Story, parted};
use authoring::Dataset;

use crate::{html::elements, law};

/// The small dataset. Each thread has its own, since the details of one come as they are needed.
fn small() -> &'static Dataset {
    thread_local!(static LAW: &'static Dataset = {
        let small = law::node("").expect("the small dataset");
        Box::leak(Box::new(authoring::read(small).dataset.expect("the tests of reading keep it sound")))
    });
    LAW.with(|it| *it)
}

/// The names of files, each of which may hold anything.
const FILES: [&str; 3] = ["story.txt", "story.html", "story.docx"];

/// Any bytes: what is marked is the source with tags between its characters, which a browser's
/// tokenizer, too, reads as the same markup; of a page that is parted each word stays, once; mentions stand in order, each within its sentence; no
/// mark stands in another.
pub fn mentions(data: &[u8]) {
    let text = crate::text(data);
    holds(&Story::from_text(text.clone().into()));
    let page = Story::from_html(text.into());
    holds(&page);
    let apart = parted(page.source());
    let all = apart.left_out.iter().fold(apart.text, |all, part| all + &part.1);
    assert_eq!(letters(&all), letters(page.text()));
    let marked = page.with_refs(&page.mentions(small()), small());
    assert_eq!(markup(&marked), markup(page.source()), "{marked}");
    for name in FILES {
        match Story::open(name, data) {
            Ok(story) => holds(&story),
            Err(told) => assert!(told.to_string().starts_with(&format!("`{name}` ")), "{told}"),
        }
    }
}

fn holds(story: &Story) {
    let mentions = story.mentions(small());
    let mut end = 0;
    for mention in &mentions {
        assert!(end <= mention.span.start && mention.span.start < mention.span.end, "{mention:?}");
        end = mention.span.end;
        assert!(story.text().get(mention.span.clone()).is_some(), "{mention:?}");
        assert!(story.text().get(mention.sentence.clone()).is_some(), "{mention:?}");
        let around = mention.sentence.start <= mention.span.start && end <= mention.sentence.end;
        assert!(around, "{mention:?}");
    }
    let marked = story.with_refs(&mentions, small());
    let source = story.source();
    if !source.contains("provision-ref") {
        assert_eq!(without_refs(&marked), source);
    }
    let opened = |text: &str| text.matches("<provision-ref to=\"").count();
    assert!(opened(&marked) - opened(source) <= mentions.len());
}

/// In whatever order.
fn letters(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '\n')).collect();
    all.sort_unstable();
    all
}

fn without_refs(marked: &str) -> String {
    let mut parts = marked.split("<provision-ref to=\"");
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        text.push_str(part.split_once("\">").expect("a tag that ends").1);
    }
    text.replace("</provision-ref>", "")
}

/// The elements of some markup but for the marks.
fn markup(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let others = elements(html).into_iter().filter(|it| it.name != "provision-ref");
    others.map(|it| (it.name, it.attributes)).collect()
}
