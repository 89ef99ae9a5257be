//! Public names stand once, in `crates/contract`. What is made of them is up to date, and what
//! cannot be made of them agrees.

use std::{collections::BTreeSet, fs, path::Path};

use contract::generate::{COMMAND, NoRegion, all};
use provision_explorer::Language;

fn file(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&file).unwrap_or_default()
}

#[test]
fn every_generated_file_is_what_the_contract_says() {
    let mut wrong = BTreeSet::new();
    for generated in all(&Language::described()) {
        let now = file(generated.path);
        match generated.apply(&now) {
            Ok(renewed) if renewed == now => {}
            Ok(_) => {
                wrong.insert(format!("`{}` is stale: run `{COMMAND}`", generated.path));
            }
            Err(NoRegion(name)) => {
                wrong.insert(format!("`{}` lacks the region `{name}`", generated.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_loader_speaks_the_languages_of_the_interface() {
    let described = Language::described();
    let tags: Vec<_> = described.iter().map(|it| it.tag).collect();
    assert_eq!(tags, Language::ALL.map(|it| it.tag));
    assert_eq!(tags.first(), Some(&Language::fallback().tag));
    let names: BTreeSet<_> =
        described.iter().flat_map(|it| [it.loading, it.failed, it.retry]).collect();
    assert_eq!(names.len(), 3 * described.len(), "each language has sentences of its own");
}

#[test]
fn an_option_has_one_name_in_json_and_as_an_attribute() {
    for name in contract::options::Name::ALL {
        let kebab: String = name
            .option()
            .chars()
            .flat_map(|c| {
                c.is_ascii_uppercase().then_some('-').into_iter().chain([c.to_ascii_lowercase()])
            })
            .collect();
        assert!(name.attribute().is_none_or(|attribute| attribute == kebab), "{kebab}");
    }
}

#[test]
fn every_part_that_is_named_is_drawn_and_every_part_that_is_drawn_is_named() {
    let mut drawn = BTreeSet::from(["root".to_owned()]);
    for source in sources("src") {
        let text = fs::read_to_string(source).expect("a source is text");
        drawn.extend(
            text.split("\"part\" = \"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(String::from),
        );
    }
    let named: BTreeSet<_> =
        contract::parts::PARTS.iter().map(|(name, _)| (*name).into()).collect();
    assert_eq!(drawn, named);
}

/// The Rust files below a folder.
fn sources(folder: &str) -> Vec<std::path::PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder stands in the tree") {
            let path = entry.expect("the folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    found
}
