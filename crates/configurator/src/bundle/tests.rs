use std::{collections::BTreeMap, env, fs, io::Read as _, path::Path};

use authoring::ProvisionId;
use newsroom::{
    cli,
    tree::{self, Shipped},
};

use super::*;
use crate::{
    act::Act,
    files,
    msg::{Copied, Msg, Wanted},
    steps::tests::{after, page},
};

const LOADER: &str = "https://news.example/pe/provision-explorer.js";

/// Files by their paths.
type Folder = BTreeMap<String, Vec<u8>>;

/// The bundle with every picture that is asked for, as the worker draws them.
fn drawn(page: &Model) -> (File, String) {
    let mut bundle = Bundle::of(page).expect("a bundle");
    while let Some(next) = bundle.next() {
        let order: picture::Order = serde_json::from_str(&next.json()).expect("an order");
        bundle.drawn(picture::png(&order).map_err(|why| why.to_string()));
    }
    bundle.archive(page).expect("an archive")
}

fn unpacked(file: File) -> Folder {
    let Content::Bytes(bytes) = file.content else { panic!("bytes") };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let number = archive.len();
    let read = |at| {
        let mut entry = archive.by_index(at).expect("a file");
        let (name, mut bytes) = (entry.name().expect("a name").to_string(), Vec::new());
        entry.read_to_end(&mut bytes).expect("its bytes");
        (name, bytes)
    };
    (0..number).map(read).collect()
}

/// All files below a folder.
fn below(folder: &Path, path: &str, all: &mut Folder) {
    for file in tree::list(folder).expect("a folder") {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let path = if path.is_empty() { name } else { format!("{path}/{name}") };
        if file.is_dir() {
            below(&file, &path, all);
        } else {
            all.insert(path, fs::read(file).expect("bytes"));
        }
    }
}

/// What the command writes of the page's draft.
fn published(page: &mut Model, name: &str) -> Folder {
    let folder = env::temp_dir().join(format!("bundle-{name}-{}", std::process::id()));
    after(page, Msg::Form(snippets::Form::Json));
    let Content::Text(options) = files::saved(page, &Msg::SaveSnippet).expect("options").content
    else {
        panic!("a text")
    };
    let file = folder.join(format!("{}.json", page.file_stem));
    tree::write(&file, options.as_bytes()).expect("written");
    let out = folder.join("out");
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let mut words = vec!["publish".into(), "--data-only".into(), "--to".into(), path(&out)];
    if page.law.name.is_some() {
        let law = folder.join("law.json");
        tree::write(&law, page.law.source.as_bytes()).expect("written");
        words.push(path(&law));
    }
    if let Some(accent) = crate::model::accent(page.draft()) {
        words.extend(["--accent".into(), format!("{},{}", accent.light, accent.dark)]);
    }
    words.extend(["--page".into(), path(&file), "--loader".into(), LOADER.into()]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done = cli::run(&words, &Shipped { data: root.clone(), dist: root.join("dist") });
    assert_eq!(done.code, 0, "{}", done.out);
    let mut all = Folder::new();
    below(&out, "", &mut all);
    fs::remove_dir_all(folder).expect("gone");
    all
}

fn highlighted(mut page: Model, ids: &[&str]) -> Model {
    after(&mut page, Msg::Act(Act::Loader(LOADER.into())));
    let ids = ids.iter().map(|id| ProvisionId::new(*id)).collect();
    after(&mut page, Msg::Act(Act::Highlight(ids)));
    page
}

fn of_own_law(size: usize) -> Model {
    let mut page = page();
    let law = ::law::law(size).to_string().into_bytes();
    after(&mut page, Msg::Read(Wanted::Law, vec![("law.json".into(), law)], None));
    page
}

#[test]
fn what_is_handed_over_is_what_the_command_writes_to_the_byte() {
    let mut arabic = highlighted(page(), &["art_24", "art_28__para_4"]);
    after(&mut arabic, Msg::Act(Act::Lang(Some("ar".into()))));
    after(&mut arabic, Msg::Accent("#7a0c5b".parse().ok()));
    // Where the story will be is in what is pasted, and nothing that is published knows it.
    after(&mut arabic, Msg::Act(Act::Page("https://news.example/story".into())));
    let mut own = of_own_law(230);
    let id = own.law.dataset().records().provisions[3].id.clone();
    after(&mut own, Msg::Act(Act::Loader(LOADER.into())));
    after(&mut own, Msg::Act(Act::Highlight(vec![id])));
    for (name, mut page, pictures) in [
        ("bundled", highlighted(page(), &["art_28__para_4"]), "1 picture:"),
        ("arabic", arabic, "2 pictures:"),
        ("own", own, "1 picture:"),
    ] {
        let (file, said) = drawn(&page);
        let handed = unpacked(file);
        assert!(said.contains(&format!("the story’s page and {pictures}")), "{said}");
        let published = published(&mut page, name);
        assert_eq!(
            handed.keys().collect::<Vec<_>>(),
            published.keys().collect::<Vec<_>>(),
            "{name}: {said}"
        );
        assert!(handed == published, "{name}");
        let mut drawn = handed.iter().filter(|(path, _)| path.contains(".png"));
        assert!(drawn.all(|(_, bytes)| bytes.len() <= 40_000), "{name}");
    }
}

fn is_picture(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "png")
}

/// What the texts among these files name beside themselves, by its path.
fn named_in(files: &Folder) -> Vec<String> {
    let texts = files.iter().filter(|(path, _)| !is_picture(path));
    let texts = texts.map(|(_, bytes)| String::from_utf8(bytes.clone()).expect("a text"));
    let folder = LOADER.replace("provision-explorer.js", "");
    let mut named = Vec::new();
    for text in texts {
        for behind in text.split(&format!("{folder}stories/")).skip(1) {
            let name = behind.split(['"', '&', '?', '#', '\\']).next().unwrap_or_default();
            named.push(format!("stories/{name}"));
        }
    }
    named
}

#[test]
fn a_picture_that_cannot_be_drawn_takes_nothing_else_with_it_and_is_named_nowhere() {
    let page = highlighted(page(), &["art_24", "art_28__para_4"]);
    let stem = page.file_stem.clone();
    for (drawn, pictures) in [([false, true], "1 picture:"), ([false, false], "0 pictures:")] {
        let mut bundle = Bundle::of(&page).expect("a bundle");
        for (at, is_drawn) in drawn.into_iter().enumerate() {
            assert_eq!(bundle.progress(), format!("Drawing picture {} of 2 …", at + 1));
            let why = "it broke what draws it".to_owned();
            bundle.drawn(is_drawn.then(|| b"PNG".to_vec()).ok_or(why));
        }
        assert_eq!(bundle.next(), None);
        let (file, said) = bundle.archive(&page).expect("an archive");
        assert!(said.contains(&format!("the story’s page and {pictures}")), "{said}");
        assert!(said.contains("No picture of Article 24: it broke what draws it."), "{said}");
        let files = unpacked(file);
        let picture = drawn[1].then_some("-art_28__para_4.png");
        let names = picture.into_iter().chain([".html", ".json"]);
        let names: Vec<_> = names.map(|it| format!("stories/{stem}{it}")).collect();
        assert_eq!(files.keys().collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
        let beside = named_in(&files);
        assert!(beside.iter().all(|it| files.contains_key(it)), "{beside:?}");
        // The page's card and the answer's thumbnail.
        assert_eq!(beside.iter().filter(|it| is_picture(it)).count(), if drawn[1] { 2 } else { 0 });
    }
}

#[test]
fn what_to_do_with_the_archive_is_said_and_which_address_to_paste() {
    let page = highlighted(page(), &["art_24"]);
    let address = page.text_of(Copied::StoryPage).expect("an address");
    let (file, said) = drawn(&page);
    assert!(said.contains("put its folder `stories` beside provision-explorer.js."), "{said}");
    assert!(said.contains(&format!("The page’s address is {address} then.")), "{said}");
    let path = address.strip_prefix("https://news.example/pe/").expect("beside the loader");
    assert!(unpacked(file).contains_key(path), "{path}");
    let own = of_own_law(40);
    let id = own.law.dataset().records().provisions[3].id.clone();
    let own = highlighted(own, &[id.as_str()]);
    let (file, said) = drawn(&own);
    assert!(said.contains("put its folders `data` and `stories` beside"), "{said}");
    let address = own.text_of(Copied::StoryPage).expect("an address");
    assert!(said.contains(&address), "{said}");
    assert!(unpacked(file).keys().any(|it| address.ends_with(it)), "{address}");
    let nowhere = page_without_loader();
    assert_eq!(nowhere.text_of(Copied::StoryPage), None);
    assert!(nowhere.not_copied(Copied::StoryPage).contains("the whole address"));
}

fn page_without_loader() -> Model {
    let mut page = page();
    after(&mut page, Msg::Act(Act::Highlight(vec![ProvisionId::new("art_24")])));
    page
}

#[test]
fn what_a_page_of_the_story_needs_is_said_and_a_law_of_ones_own_goes_out_without_it() {
    let mut page = page();
    after(&mut page, Msg::Act(Act::Loader("/pe/provision-explorer.js".into())));
    let refused = Bundle::of(&page).expect_err("nothing is highlighted").clone();
    assert!(refused.contains("a highlighted provision and the whole address"), "{refused}");
    assert_eq!(page.lacks, Some(refused));
    let page = highlighted(page, &["art_24"]);
    assert_eq!(page.lacks, None);
    let mut own = of_own_law(40);
    let (file, said) = drawn(&own);
    assert_eq!(file.name, "public-records-act.zip");
    assert!(said.contains("need a highlighted provision"), "{said}");
    assert!(unpacked(file).keys().all(|it| it.starts_with("data/public-records-act.")));
    // Without its address, readers of the story's page would get another law.
    after(&mut own, Msg::Act(Act::Dataset(String::new())));
    assert!(own.lacks.as_deref().is_some_and(|it| it.starts_with("Say where the dataset will be")));
}
