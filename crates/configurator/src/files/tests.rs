use std::{collections::BTreeMap, env, fs, path::Path};

use newsroom::{prerender, tree};
use snippets::Form;

use super::*;
use crate::{
    act::Act,
    archive::Archive,
    msg::Wanted,
    steps::tests::{after, page},
};

/// A made-up law of so many provisions, as JSON.
fn law_of(size: usize) -> String {
    ::law::law(size).to_string()
}

fn open(page: &mut Model, files: Vec<(String, Vec<u8>)>) {
    after(page, Msg::Read(Wanted::Law, files, None));
}

fn opened(size: usize) -> Model {
    let mut page = page();
    open(&mut page, vec![("law.json".into(), law_of(size).into_bytes())]);
    page
}

fn archive(page: &Model) -> Vec<u8> {
    let (file, _) = Archive::of(page).and_then(|it| it.packed(page)).expect("files");
    assert_eq!((file.name.as_str(), file.kind), ("public-records-act.zip", "application/zip"));
    let Content::Bytes(bytes) = file.content else { panic!("bytes") };
    bytes
}

/// The files that the command publishes of the same law.
fn published(size: usize) -> BTreeMap<String, Vec<u8>> {
    let folder = env::temp_dir().join(format!("handed-over-{size}-{}", std::process::id()));
    let file = folder.join("law.json");
    tree::write(&file, law_of(size).as_bytes()).expect("a file");
    prerender::publish(&file, &folder.join("data")).expect("published");
    let all = tree::list(&folder.join("data")).expect("files");
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let all = all.iter().map(|it| (name(it), fs::read(it).expect("bytes"))).collect();
    fs::remove_dir_all(folder).expect("gone");
    all
}

#[test]
fn the_files_to_publish_are_those_of_the_command_to_the_byte_whole_and_in_parts() {
    for (size, number) in [(40, 3), (230, 12)] {
        let page = opened(size);
        let bytes = archive(&page);
        let handed = publish::unpack(&bytes).expect("an archive").into_iter();
        let handed: BTreeMap<_, _> = handed.map(|it| (it.name, it.text.into_bytes())).collect();
        assert_eq!(handed.len(), number);
        assert_eq!(handed, published(size), "{size}");
        assert_eq!(archive(&page), bytes, "{size}");
    }
}

#[test]
fn compiled_laws_open_as_datasets_do_alone_in_parts_and_as_what_was_handed_over() {
    for size in [40, 230] {
        let first = opened(size);
        let mut second = page();
        open(&mut second, vec![("public-records-act.zip".into(), archive(&first))]);
        assert_eq!(second.refused, Vec::<String>::new());
        assert_eq!(second.law.name.as_deref(), Some("public-records-act.zip"));
        assert_eq!(second.law.dataset(), first.law.dataset(), "{size}");
        let laws = |(name, _): &(String, _)| name.ends_with(".law.txt");
        let mut third = page();
        open(&mut third, published(size).into_iter().filter(laws).collect());
        assert_eq!(third.law.dataset(), first.law.dataset(), "{size}");
        assert_eq!(archive(&third), archive(&first), "{size}");
    }
}

#[test]
fn of_a_law_in_parts_what_lacks_is_named_and_the_page_keeps_its_law() {
    let mut page = page();
    let mut files = published(230);
    let named = files.remove("public-records-act.law.txt").expect("it");
    open(&mut page, vec![("public-records-act.law.txt".into(), named.clone())]);
    assert!(
        page.refused[0].contains("-index-") && page.refused[0].contains(".zip"),
        "{:?}",
        page.refused
    );
    let cut = named[..named.len() - 9].to_vec();
    open(&mut page, vec![("public-records-act.law.txt".into(), cut)]);
    assert!(page.refused[0].contains("damaged or cut short"), "{:?}", page.refused);
    open(&mut page, vec![("broken.zip".into(), b"PK\x03\x04".to_vec())]);
    assert!(page.refused[0].starts_with("broken.zip is no archive"), "{:?}", page.refused);
    assert!(page.law.name.is_none());
}

#[test]
fn a_law_in_parts_is_fetched_file_by_file_as_each_names_the_next() {
    let files = published(230);
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("a text");
    let address = "/data/public-records-act.law.txt";
    let mut page = page();
    page.parts.of = address.into();
    let mut wanted = vec![address.to_owned()];
    let mut rounds = Vec::new();
    while !wanted.is_empty() {
        rounds.push(wanted.len());
        let named = |name: &String| {
            let text = text(name.rsplit('/').next().expect("a name"));
            publish::File { name: name.clone(), text }
        };
        let fetched = wanted.iter().map(named).collect();
        after(&mut page, Msg::Fetched(address.into(), Ok(fetched)));
        wanted = std::mem::take(&mut page.parts.wanted);
    }
    assert_eq!(rounds, [1, 1, 5]);
    assert_eq!(page.law.dataset().records().provisions.len(), 230);
    assert_eq!(page.draft().options.dataset.as_deref(), Some(address));
    // What comes of another address that was asked before is nobody's any more.
    after(&mut page, Msg::Fetched("/other.json".into(), Ok(Vec::new())));
    assert_eq!(page.refused, Vec::<String>::new());
}

#[test]
fn an_unsound_law_is_not_handed_over() {
    let mut page = page();
    let wrong = law_of(40).replacen("\"stated\"", "\"said\"", 1);
    open(&mut page, vec![("law.json".into(), wrong.into_bytes())]);
    let refusal = Archive::of(&page).expect_err("a refusal");
    assert!(refusal.starts_with("The dataset has 1 problem"), "{refusal}");
}

#[test]
fn snippets_of_a_large_law_stay_small_and_name_the_published_file() {
    let mut page = opened(300);
    after(&mut page, Msg::Act(Act::Loader("https://news.example/pe/provision-explorer.js".into())));
    // Nothing is highlighted that a picture could quote.
    for form in Form::ALL.into_iter().filter(|it| *it != Form::Picture) {
        after(&mut page, Msg::form(form));
        let snippet = page.snippet.as_deref().expect("a snippet");
        assert!(snippet.len() < 250_000, "{form:?}: {}", snippet.len());
        let names_it = !matches!(form, Form::Newsletter | Form::Oembed);
        assert!(!names_it || snippet.contains("public-records-act.law.txt"), "{form:?}");
    }
}

#[test]
fn files_that_do_not_belong_together_are_named_and_change_nothing() {
    let mut page = page();
    let law = published(40).remove("public-records-act.law.txt").expect("a law");
    let files = [("my.xlsx", b"PK".to_vec()), ("old.law.txt", law.clone())];
    open(&mut page, files.map(|(name, bytes)| (name.into(), bytes)).into());
    assert_eq!(page.refused, ["my.xlsx is no file of a published law; open it by itself"]);
    open(&mut page, vec![("a.law.txt".into(), law.clone()), ("b.law.txt".into(), law)]);
    assert_eq!(page.refused, ["a.law.txt and b.law.txt are a law each; open one of them"]);
    assert!(page.law.name.is_none());
}

#[test]
fn an_archive_with_a_dataset_opens_as_it_and_one_without_a_law_says_so() {
    let zipped = |files: &[(&str, &str)]| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in files {
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file(*name, options).expect("a file");
            std::io::Write::write_all(&mut archive, text.as_bytes()).expect("written");
        }
        archive.finish().expect("an archive").into_inner()
    };
    let mut page = page();
    open(&mut page, vec![("sheets.zip".into(), zipped(&[("a/provisions.csv", "id")]))]);
    assert_eq!(page.refused, ["sheets.zip: there is no published law in it"]);
    open(
        &mut page,
        vec![("law.zip".into(), zipped(&[("a/law.json", &law_of(40)), ("b.txt", "b")]))],
    );
    assert_eq!(page.refused, Vec::<String>::new());
    assert_eq!(page.law.dataset(), opened(40).law.dataset());
}

#[test]
fn options_are_saved_by_the_name_that_pictures_and_page_are_linked_by() {
    let mut page = page();
    let id = authoring::ProvisionId::new("art_24");
    after(&mut page, Msg::Act(Act::Loader("https://news.example/pe/provision-explorer.js".into())));
    after(&mut page, Msg::Act(Act::Highlight(vec![id])));
    after(&mut page, Msg::form(Form::Json));
    let file = saved(&page, &Msg::SaveSnippet).expect("a file");
    let stem = file.name.strip_suffix(".json").expect("options");
    after(&mut page, Msg::form(Form::Picture));
    let pictures = page.snippet.clone().expect("a quotation");
    assert!(pictures.contains(&format!("/stories/{stem}-art_24.png")), "{pictures}");
    assert!(pictures.contains(&format!("/stories/{stem}.html")), "{pictures}");
}
