//! Citations as people write them.

use dataset::{
    ProvisionId,
    citation::{Citation, Listing, parse_list},
};
use options::{place, place_text};

/// Any text: what is read from it can be printed and read again, and nothing is invented.
pub fn citations(data: &[u8]) {
    let text = crate::text(data);
    let listing = parse_list(&text);
    assert!(listing.items.len() <= 1000);
    listing.citations().for_each(is_read_again);
    for unreadable in listing.unreadable() {
        assert!(!unreadable.text.is_empty() && text.contains(&unreadable.text), "{unreadable:?}");
        let sentence = unreadable.to_string();
        assert!(sentence.chars().count() < 200, "a mistake is told in a sentence: {sentence}");
    }
    a_printed_list_is_read_again(&listing);
    numbers_are_those_of_the_text(&text, &listing);
    if let Some(citation) = Citation::from_eid(&text) {
        assert_eq!(citation.eid().as_str(), text);
    }
    if let Ok(id) = place(&text) {
        assert_eq!(place(&place_text(&id)), Ok(id));
    }
}

fn is_read_again(citation: &Citation) {
    let id: ProvisionId = citation.eid();
    assert_eq!(Citation::from_eid(id.as_str()).as_ref(), Some(citation));
    for text in [citation.to_string(), citation.short().to_string(), id.to_string()] {
        assert_eq!(text.parse().as_ref(), Ok(citation), "{text}");
    }
    if let Some(parent) = citation.parent() {
        assert!(id.as_str().starts_with(&format!("{}__", parent.eid())));
    }
}

fn a_printed_list_is_read_again(listing: &Listing) {
    let citations: Vec<Citation> = listing.citations().cloned().collect();
    let printed: Vec<String> = citations.iter().map(ToString::to_string).collect();
    let items = citations.into_iter().map(Ok).collect();
    assert_eq!(parse_list(&printed.join(", ")), Listing { items });
}

/// A range names what lies between its ends, so no article is beyond the numbers written.
fn numbers_are_those_of_the_text(text: &str, listing: &Listing) {
    let articles = listing.citations().map(|it| u64::from(it.article().number()));
    let (written, articles) = (numbers(text), articles.collect::<Vec<_>>());
    assert!(articles.iter().max() <= written.iter().max(), "{articles:?} in {text}");
    assert!(articles.is_empty() || articles.iter().min() >= written.iter().min(), "{articles:?}");
}

/// The numbers of a text, in the digits that the parser knows; `premier` is a number, too.
fn numbers(text: &str) -> Vec<u64> {
    let digit = |c: char| {
        let zero = ['0', '٠', '۰'].into_iter().find(|zero| (*zero..).take(10).any(|it| it == c))?;
        Some(u64::from(u32::from(c) - u32::from(zero)))
    };
    let parts = text.split(|c| digit(c).is_none()).filter(|part| !part.is_empty());
    let number = |part: &str| {
        let digits = part.chars().filter_map(digit);
        digits.fold(0_u64, |all, it| all.saturating_mul(10).saturating_add(it))
    };
    let first = text.to_ascii_lowercase().contains("premier").then_some(1);
    parts.map(number).chain(first).collect()
}
