//! Citations as people write them, and as laws do.

use authoring::{
    ProvisionIx,
    citation::{Citations, Refusal},
};

/// Any text. The lines before an empty one are what a law is cited by: each is read as itself or
/// told to be two places. The rest is read as a list, and as prose: nothing is invented, and what
/// is found is written so that it is found again.
pub fn citations(data: &[u8]) {
    let text = crate::text(data);
    let (own, rest) = text.split_once("\n\n").unwrap_or((OWN, &text));
    let lines: Vec<&str> = own.lines().take(60).collect();
    let texts = lines
        .iter()
        .map(|it| String::from(*it))
        .enumerate()
        .map(|(at, text)| (text, ProvisionIx::nth(at)))
        .collect();
    let law = Citations::new(texts, "article");
    let no_id = |_: &str| None;
    for place in (0..lines.len()).map(ProvisionIx::nth) {
        if let Some(short) = law.short(place) {
            assert_eq!(law.read_one(&short, &no_id), Ok(place), "{short}");
        }
    }
    let items = law.read(rest, &no_id);
    assert!(items.len() <= 1000);
    for item in items {
        match item {
            Ok(place) => assert!(place.index() < lines.len()),
            Err(told) => {
                assert!(!told.text.is_empty());
                assert!(told.to_string().chars().count() < 200 + 3 * own.chars().count());
                assert!(told.why != Refusal::TwoPlaces || told.near.len() > 1, "{told:?}");
            }
        }
    }
    let mut end = 0;
    for found in law.find_in(rest) {
        assert!(end <= found.span.start && found.span.start < found.span.end, "{found:?}");
        assert!(rest.get(found.span.clone()).is_some() && !found.places.is_empty(), "{found:?}");
        assert!(found.list.start <= found.span.start && found.span.end <= found.list.end);
        end = found.span.end;
    }
}

/// A law of several traditions.
const OWN: &str = "Article 28\nArticle 28(4)\nArticle 36(1)(b)\nArticle L. 121-1\nArticle 28 bis\n\
                   § 5 Abs. 2 Nr. 3\nSection 5A\nSchedule 2 para 3\nRecital 47\nAnnex III\n\
                   Clause 37(1)(b)\nPreamble\nالمادة 30\nThe whole Convention";
