//! Each file of the corpus keeps what its target promises: seeds that were picked by hand, and
//! whatever the fuzzer once found.

use std::{fs, path::Path};

use fuzz::TARGETS;

/// The files of a target's folder, by name.
fn files(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let entries = fs::read_dir(&folder).expect("each target has a folder");
    let file = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
    };
    let mut files: Vec<_> = entries.map(|entry| file(entry.expect("an entry"))).collect();
    files.sort();
    files
}

fn replay(target: &str) {
    let (_, holds) = TARGETS.iter().find(|(name, _)| *name == target).expect("a target");
    let files = files(target);
    assert!(files.len() >= 8, "{target}: a corpus of {} files says little", files.len());
    for (name, data) in files {
        // Shown with the assertion that failed.
        eprintln!("{target}/{name}");
        holds(&data);
    }
}

macro_rules! replays {
    ($($test:ident $target:literal)*) => {
        $(#[test]
        fn $test() {
            replay($target);
        })*

        #[test]
        fn every_target_has_its_test_its_folder_and_its_binary() {
            let tested = [$($target),*];
            assert_eq!(tested, TARGETS.map(|(name, _)| name));
            let names = |folder: &str| -> Vec<String> {
                let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
                let entries = fs::read_dir(folder).expect("a folder");
                let path = |entry: fs::DirEntry| entry.path().with_extension("");
                let mut names: Vec<_> = entries
                    .filter_map(|it| Some(path(it.ok()?).file_name()?.to_string_lossy().into_owned()))
                    .collect();
                names.sort();
                names
            };
            assert_eq!(names("corpus"), tested);
            assert_eq!(names("fuzz_targets"), tested);
        }
    };
}

replays! {
    citations_of_the_corpus_are_read_as_promised "citations"
    compiled_laws_of_the_corpus_are_read_as_linked_or_refused "compiled"
    datasets_of_the_corpus_are_read_as_promised "dataset"
    fragments_of_the_corpus_are_read_as_promised "fragment"
    pages_of_the_corpus_are_read_without_a_word_made_up "layout"
    mentions_of_the_corpus_are_marked_as_promised "mentions"
    messages_of_the_corpus_are_filled_as_promised "messages"
    documents_of_the_corpus_are_read_or_refused_in_a_sentence "opened"
    options_of_the_corpus_are_read_as_promised "options"
    laws_of_the_corpus_are_accounted_for "statute"
    stories_of_the_corpus_hold "story"
    twins_of_the_corpus_are_plain_markup "twin"
    workbooks_of_the_corpus_come_back_or_are_told "workbook"
}

#[test]
fn the_corpus_is_small_enough_to_be_kept() {
    let bytes: usize =
        TARGETS.iter().flat_map(|(name, _)| files(name)).map(|(_, data)| data.len()).sum();
    assert!(bytes <= 300_000, "{bytes} bytes");
}
