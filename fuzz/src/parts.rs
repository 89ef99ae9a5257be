//! A law in parts, of which any file may be damaged: lines that begin with `beginning`, `index` or
//! `shard` change those of the small dataset, cut; all others change the dataset itself.

use dataset::{Dataset, Node, Parts, json, read};
use serde_json::{Value, to_value};

use crate::law;

/// How many provisions come at once; the small dataset has five.
const RUN: u32 = 2;

/// What fits is what was published, and what doesn't is refused with a reason; what is here is
/// sound, and of nothing else than the index says.
pub fn parts(data: &[u8]) {
    let text = crate::text(data);
    let Some(law) = law::node(&text).and_then(|node| read(node).dataset) else { return };
    let parts = Parts { provisions: 0, index: "i.json".into(), whole: "w.json".into() };
    let provisions = law.provisions().len().try_into().expect("a law of an input is short");
    let shards = law.shards(RUN, RUN);
    let names = (0..shards.len()).map(|it| format!("{it}.json")).collect();
    let file = |name, record| law::changed(tree(&record), &text, name);
    let beginning = to_value(law.beginning(RUN, Parts { provisions, ..parts }));
    let beginning = file("beginning", beginning);
    let index = file("index", to_value(law.index(RUN, RUN, names)));
    let Some(beginning) = read(beginning).dataset else { return };
    let first = beginning.provisions().len();
    let whole = match beginning.with_index(index) {
        Ok(whole) => whole,
        Err(problems) => return assert!(!problems.is_empty()),
    };
    assert_eq!(whole.provisions().len(), law.provisions().len());
    for (at, shard) in shards.iter().enumerate() {
        let before = whole.concerns().count();
        if let Err(problems) = whole.fill(at, &file("shard", to_value(shard))) {
            assert!(!problems.is_empty());
            assert_eq!(whole.concerns().count(), before, "what is refused leaves nothing");
        }
    }
    details_are_sound(&whole, first);
}

fn tree(value: &serde_json::Result<Value>) -> Node {
    let value = value.as_ref().expect("records can be written");
    json::parse(&value.to_string()).expect("what serde writes is JSON")
}

fn details_are_sound(law: &Dataset, first: usize) {
    for (handle, provision) in law.provisions() {
        assert!(!provision.citation.original().is_empty() || handle.index() < first);
        assert!(law.missing(handle).is_none_or(|it| law.shard(it).is_some()));
    }
    for (handle, concern) in law.concerns() {
        let links = law.around_concern(handle).expect("a handle of this dataset");
        assert!(!concern.evidence.is_empty() && !links.sources.is_empty());
        for evidence in &concern.evidence {
            let source = law.find_source(evidence.source.as_str()).expect("a source that is known");
            assert!(
                links.sources.contains(&source)
                    || links.provisions.iter().all(|it| it.index() < first)
            );
        }
        for provision in &links.provisions {
            let around = law.around_provision(*provision).expect("a handle of this dataset");
            assert!(around.concerns.contains(&handle), "links lead both ways");
        }
    }
}
