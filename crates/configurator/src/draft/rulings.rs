//! What a journalist says of places found in the story, as a draft carries it.

use authoring::Node;
use serde_json::{Value, json};
use story::{Instead, Ruling};

/// The words for each in a draft.
const INSTEAD: [(Instead, &str); 3] = [
    (Instead::ThisLaw, "this law"),
    (Instead::AnotherLaw, "another law"),
    (Instead::NoPlace, "no place"),
];

pub(super) fn as_value(rulings: &[Ruling]) -> Value {
    let one = |ruling: &Ruling| {
        let instead = INSTEAD.iter().find(|it| it.0 == ruling.instead).map(|it| it.1);
        json!({
            "words": ruling.words,
            "sentence": ruling.sentence,
            "nth": ruling.nth,
            "instead": instead,
        })
    };
    rulings.iter().map(one).collect()
}

/// None where one of them can't be read. Of two on one place the later stays.
pub(super) fn read(list: &[Node]) -> Option<Vec<Ruling>> {
    let mut rulings = Vec::with_capacity(list.len());
    for node in list {
        read_one(node)?.join(&mut rulings);
    }
    Some(rulings)
}

fn read_one(node: &Node) -> Option<Ruling> {
    let Node::Map(fields) = node else { return None };
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|it| &it.1);
    let text = |wanted| match field(wanted)? {
        Node::Text(text) => Some(text.clone()),
        _ => None,
    };
    let Some(Node::Whole(nth)) = field("nth") else { return None };
    let instead = text("instead")?;
    Some(Ruling {
        words: text("words")?,
        sentence: text("sentence")?,
        nth: usize::try_from(*nth).ok()?,
        instead: INSTEAD.iter().find(|it| it.1 == instead)?.0,
    })
}
