//! A law's file as its publisher would send it, or as anybody else would.

use authoring::{json, read};
use statute::{Choice, Depth, File, Former, update};

use crate::each_once;

/// Whatever is read is accounted for to the last character and is a dataset as far as a law alone
/// can be one; the same law anew changes nothing.
pub fn statute(data: &[u8]) {
    for depth in [Depth::Articles, Depth::Paragraphs, Depth::Points] {
        let choice = Choice { depth, only: None };
        let law = match statute::read(&[File { name: "law", bytes: data }], &choice) {
            Ok(law) => law,
            Err(refused) => {
                assert!(!refused.is_empty());
                return assert!(refused.iter().all(|it| !it.to_string().contains('\n')));
            }
        };
        let left: usize = law.left_out.iter().map(statute::LeftOut::characters).sum();
        assert_eq!(law.kept + law.numbers + left, law.characters);
        each_once(&law.to_be_given);
        let text = serde_json::to_string(&law.dataset).expect("a tree can be written");
        let again = json::parse(&text).expect("what we write is JSON");
        assert_eq!(again, law.dataset);
        let told: Vec<_> = read(again).problems.iter().map(ToString::to_string).collect();
        let known: Vec<_> = law.problems.iter().map(|it| it.what.clone()).collect();
        // What is missing is for an editor to give.
        let is_given = |line: &&String| !known.contains(line) && !line.ends_with("is missing");
        assert_eq!(told.iter().find(is_given), None);
        for former in [Former::Replaced, Former::Kept { now: "" }] {
            assert_eq!(update(&law.dataset, &law, former).changes, []);
        }
    }
}
