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

/// The archive with every picture that is asked for, as the worker draws them.
fn drawn(page: &Model) -> (File, String) {
    let mut archive = Archive::of(page).expect("an archive");
    while let Some(next) = archive.next() {
        let order: picture::Order = serde_json::from_str(&next.json()).expect("an order");
        archive.drawn(Drawn::Picture(picture::png(&order).expect("a picture")));
    }
    archive.packed(page).expect("a file")
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
    let folder = env::temp_dir().join(format!("archive-{name}-{}", std::process::id()));
    after(page, Msg::form(snippets::Form::Json));
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
        let mut archive = Archive::of(&page).expect("an archive");
        for (at, is_drawn) in drawn.into_iter().enumerate() {
            assert_eq!(archive.progress(), format!("Drawing picture {} of 2 …", at + 1));
            let not = Drawn::Not("it broke what draws it".into());
            archive.drawn(if is_drawn { Drawn::Picture(b"PNG".into()) } else { not });
        }
        assert_eq!(archive.next(), None);
        let (file, said) = archive.packed(&page).expect("an archive");
        assert!(said.contains(&format!("the story’s page and {pictures}")), "{said}");
        let whose = if drawn[1] { " of Article 24" } else { "s of Article 24 and Article 28(4)" };
        let told = format!("No picture{whose}: it broke what draws it.");
        assert!(said.contains(&told), "{said}");
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
    assert!(said.contains("put its folder “stories” beside provision-explorer.js."), "{said}");
    assert!(said.contains(&format!("The page’s address is {address} then.")), "{said}");
    let path = address.strip_prefix("https://news.example/pe/").expect("beside the loader");
    assert!(unpacked(file).contains_key(path), "{path}");
    let own = of_own_law(40);
    let id = own.law.dataset().records().provisions[3].id.clone();
    let own = highlighted(own, &[id.as_str()]);
    let (file, said) = drawn(&own);
    assert!(said.contains("put its folders “data” and “stories” beside"), "{said}");
    let address = own.text_of(Copied::StoryPage).expect("an address");
    assert!(said.contains(&address), "{said}");
    assert!(unpacked(file).keys().any(|it| address.ends_with(it)), "{address}");
    let nowhere = page_without_loader();
    assert_eq!(nowhere.text_of(Copied::StoryPage), None);
    assert!(nowhere.not_copied(Copied::StoryPage).contains("the whole address"));
}

/// What a page of the story needs before there can be one.
fn lacks(page: &Model) -> Option<&str> {
    page.lacks.as_ref().map(|it| it.what.as_str())
}

fn page_without_loader() -> Model {
    let mut page = page();
    after(&mut page, Msg::Act(Act::Highlight(vec![ProvisionId::new("art_24")])));
    page
}

#[test]
fn what_draws_them_is_not_asked_again_where_it_never_began_and_one_cause_is_told_once() {
    let all = ["art_14", "art_23", "art_24", "art_28__para_4", "art_29"];
    let page = highlighted(page(), &all);
    let mut archive = Archive::of(&page).expect("an archive");
    assert_eq!(archive.beginning(), "Drawing 5 pictures …");
    archive.drawn(Drawn::Picture(b"PNG".into()));
    archive.drawn(Drawn::Never("what draws them didn’t come".into()));
    assert_eq!(archive.next(), None);
    let (_, said) = archive.packed(&page).expect("a file");
    assert!(said.contains("and 1 picture:"), "{said}");
    assert_eq!(said.matches("didn’t come").count(), 1, "{said}");
    let told = "No pictures of Article 23, Article 24, Article 28(4) and 1 more: what draws them";
    assert!(said.contains(told), "{said}");
}

#[test]
fn what_is_made_of_a_former_draft_is_given_up_and_that_is_said() {
    let mut page = highlighted(page(), &["art_24"]);
    page.begin_archive();
    assert!(page.archive.is_some() && !page.drop_outdated());
    page.take(Msg::Settled);
    page.take(Msg::Width(crate::model::Width::Full));
    page.take(Msg::form(snippets::Form::Frame));
    assert!(page.archive.is_some() && !page.drop_outdated(), "this changes nothing in the files");
    for change in [
        Msg::Act(Act::Note(ProvisionId::new("art_24"), "New.".into())),
        Msg::Undo,
        Msg::Typed(Act::Loader("https://cdn.example/provision-explorer.js".into())),
    ] {
        page.begin_archive();
        page.take(change.clone());
        assert!(page.drop_outdated() && page.archive.is_none(), "{change:?}");
        assert!(page.told_of_archive().is_some_and(|it| it.contains("download them again")));
        assert!(page.said.contains("download them again"), "{}", page.said);
    }
    page.begin_archive();
    page.take(Msg::Typed(Act::Loader("https://static.example".into())));
    assert!(page.drop_outdated() && !page.begin_archive());
    assert!(page.told_of_archive().is_some_and(|it| it.contains("is not the file")));
    page.take(Msg::Undo);
    assert_eq!(page.told_of_archive(), None, "that was of another draft");
    page.begin_archive();
    page.stop_archive();
    assert!(page.archive.is_none() && page.said.starts_with("Stopped"), "{}", page.said);
}

#[test]
fn a_second_press_begins_nothing_while_the_first_is_under_way_and_says_how_far_that_is() {
    let mut page = highlighted(page(), &["art_24", "art_28__para_4"]);
    assert!(page.begin_archive());
    page.archive.as_mut().expect("one").drawn(Drawn::Picture(b"PNG".into()));
    assert!(!page.begin_archive());
    assert_eq!(page.said, "Drawing picture 2 of 2 …");
    let left = page.archive.as_ref().and_then(Archive::next).map(|it| it.provision.to_string());
    assert_eq!(left.as_deref(), Some("art_28__para_4"), "what is drawn stays");
    page.stop_archive();
    assert!(page.begin_archive());
}

#[test]
fn what_was_handed_over_keeps_its_name_whatever_is_mended_in_the_story() {
    let mut page = highlighted(page(), &["art_24"]);
    let first = page.text_of(Copied::StoryPage).expect("an address");
    let note = |text: &str| Msg::Act(Act::Note(ProvisionId::new("art_24"), text.into()));
    after(&mut page, note("One word."));
    let mended = page.text_of(Copied::StoryPage).expect("an address");
    assert_ne!(mended, first, "nothing was handed over yet");
    page.begin_archive();
    // It is no step of its own, and taking back the last one keeps it.
    after(&mut page, Msg::Undo);
    assert!(page.draft().options.notes.is_empty());
    after(&mut page, note("A wrong word."));
    after(&mut page, Msg::Accent("#7a0c5b".parse().ok()));
    assert_eq!(page.text_of(Copied::StoryPage).as_ref(), Some(&mended));
    // It travels with the draft, and one's own goes before it.
    let text = page.draft().to_json(true).to_string();
    let mut again = self::page();
    again.open_draft(&text, false);
    again.settle();
    assert_eq!(again.text_of(Copied::StoryPage).as_ref(), Some(&mended));
    after(&mut page, Msg::Typed(Act::Name("Hanoi: one".into())));
    let named = page.text_of(Copied::StoryPage).expect("an address");
    assert_eq!(named, "https://news.example/pe/stories/hanoi-one.html");
    let (file, _) = drawn(&page);
    assert_eq!(file.name, "hanoi-one.zip");
    after(&mut page, Msg::Undo);
    assert_eq!(page.text_of(Copied::StoryPage), Some(mended));
    // A new draft has none.
    page.wipe();
    assert_eq!(page.draft().name, "");
    after(&mut page, Msg::Undo);
    assert_ne!(page.draft().name, "");
}

const HANOI: &str = "Police could make an engineer hand over passwords under Article 28(4) of the UN \
    Convention against Cybercrime, lawyers said on Monday after the signing ceremony in Hanoi.";
const GENEVA: &str = "A hospital in Lausanne was shut for nine days by ransomware, and its director wants \
    Article 14 of the UN Convention against Cybercrime to be law by spring, he told this newspaper.";

fn story(text: &str) -> Msg {
    Msg::Act(Act::Story(Rc::new(story::Story::from_text(text.into()))))
}

/// A page whose story's files were handed over as `hanoi`.
fn handed_over() -> Model {
    let mut page = highlighted(page(), &["art_24"]);
    after(&mut page, Msg::Typed(Act::Name("Hanoi".into())));
    after(&mut page, story(HANOI));
    assert_eq!(page.lacks, None, "nothing was handed over yet");
    assert!(page.begin_archive());
    page.stop_archive();
    page
}

#[test]
fn the_same_story_in_another_dress_keeps_its_name_and_its_rulings() {
    let mut page = handed_over();
    let address = page.text_of(Copied::StoryPage);
    let ruling = story::Ruling::on(&page.mentions[0], page.story().text(), story::Instead::NoPlace);
    after(&mut page, Msg::Act(Act::Rule(vec![ruling.clone()])));
    assert!(page.mentions.is_empty());
    // It may be emptied on the way, mended letter by letter, and opened again on another day.
    for text in ["", "P", HANOI, &HANOI.replace("Monday", "Tuesday")] {
        after(&mut page, story(text));
    }
    let html = format!("<p>{HANOI}</p>");
    after(&mut page, Msg::Act(Act::Story(Rc::new(story::Story::from_html(html)))));
    let mut again = self::page();
    again.open_draft(&page.draft().to_json(true).to_string(), false);
    again.settle();
    for page in [page, again] {
        assert_eq!(page.lacks, None);
        assert_eq!(page.text_of(Copied::StoryPage), address);
        assert_eq!(page.draft().rulings, std::slice::from_ref(&ruling));
        assert!(page.mentions.is_empty(), "what was said of the sentence still holds");
    }
}

#[test]
fn another_story_is_asked_about_before_it_takes_the_place_of_the_files_of_one_before() {
    let asks = |page: &Model| lacks(page).is_some_and(|it| it.contains("called hanoi"));
    let mut kept = handed_over();
    after(&mut kept, story(GENEVA));
    let mut opened = page();
    opened.open_draft(&kept.draft().to_json(true).to_string(), false);
    let mut of_another_law = handed_over();
    let law = ::law::law(40).to_string().into_bytes();
    after(&mut of_another_law, Msg::Read(Wanted::Law, vec![("law.json".into(), law)], None));
    assert!(asks(&of_another_law), "{:?}", of_another_law.lacks);
    for mut page in [kept, opened] {
        page.settle();
        assert!(asks(&page) && !page.begin_archive());
        assert_eq!(page.told_of_archive(), lacks(&page));
        assert_eq!((page.draft().name.as_str(), page.text_of(Copied::StoryPage)), ("Hanoi", None));
        for form in snippets::Form::ALL {
            after(&mut page, Msg::form(form));
            assert_eq!(page.snippet.is_err(), form.names_files(), "{form:?}");
        }
        // It is the same one, or another, and either can be taken back.
        let name = page.file_stem.clone();
        after(&mut page, Msg::Act(Act::SameStory(name)));
        assert!(page.lacks.is_none() && page.file_stem == "hanoi");
        after(&mut page, Msg::Undo);
        assert!(asks(&page));
        let free = page.free_name();
        after(&mut page, Msg::Act(Act::Name(free)));
        assert!(page.lacks.is_none() && page.begin_archive() && page.file_stem == "hanoi-2");
        page.stop_archive();
        // The first one's again, by hand.
        after(&mut page, Msg::Typed(Act::Name("hanoi".into())));
        assert!(asks(&page) && page.free_name() == "hanoi-3");
        after(&mut page, story(HANOI));
        assert_eq!(page.lacks, None);
        // What was handed over stays so, whichever step is undone.
        after(&mut page, story(""));
        assert!(asks(&page));
    }
}

#[test]
fn a_snippet_that_is_opened_leaves_the_story_with_all_that_is_said_of_it() {
    let mut page = handed_over();
    let ruling = story::Ruling::on(&page.mentions[0], page.story().text(), story::Instead::NoPlace);
    after(&mut page, Msg::Act(Act::Rule(vec![ruling])));
    let before = page.draft().clone();
    after(
        &mut page,
        Msg::Pasted(r#"<provision-explorer highlight="14"></provision-explorer>"#.into()),
    );
    after(&mut page, Msg::OpenPasted);
    let now = page.draft();
    assert_eq!(now.options.highlight, [ProvisionId::new("art_14")]);
    assert_eq!((&now.rulings, &now.name), (&before.rulings, &before.name));
    assert_eq!(now.published, before.published);
}

#[test]
fn a_page_without_a_highlight_is_handed_over_without_pictures() {
    let mut page = page();
    after(&mut page, Msg::Act(Act::Loader(LOADER.into())));
    after(&mut page, Msg::Act(Act::Open(Some(ProvisionId::new("art_24")))));
    let (file, said) = drawn(&page);
    assert!(said.contains("with the story’s page: put its folder"), "{said}");
    assert!(said.contains("There is no picture: nothing is highlighted."), "{said}");
    assert!(unpacked(file) == published(&mut page, "bare"));
}

#[test]
fn what_a_page_of_the_story_needs_is_said_and_a_law_of_ones_own_goes_out_without_it() {
    let mut page = page();
    for (loader, why) in [
        ("/pe/provision-explorer.js", "need the whole address"),
        ("", "need the whole address"),
        ("https://static.example", "is not the file that a page names"),
        ("https://", "need the whole address"),
        ("https://news.example/pe/embed.html", "is not the file that a page names"),
        ("news.example/pe/provision-explorer.js", "need the whole address"),
    ] {
        after(&mut page, Msg::Act(Act::Loader(loader.into())));
        let refused = Archive::of(&page).expect_err(loader);
        assert!(refused.contains(why), "{loader}: {refused}");
        assert_eq!(lacks(&page), Some(refused.as_str()));
        assert_eq!(page.text_of(Copied::StoryPage), None, "{loader}");
    }
    after(&mut page, Msg::Act(Act::Loader("http://127.0.0.1:8080/provision-explorer.js".into())));
    assert_eq!(page.lacks, None);
    let mut own = of_own_law(40);
    let (file, said) = drawn(&own);
    assert_eq!(file.name, "public-records-act.zip");
    assert!(
        said.contains("need the whole address") && !said.contains("page’s address is"),
        "{said}"
    );
    assert!(unpacked(file).keys().all(|it| it.starts_with("data/public-records-act.")));
    // Without its address, readers of the story's page would get another law.
    after(&mut own, Msg::Act(Act::Dataset(String::new())));
    assert!(lacks(&own).is_some_and(|it| it.starts_with("Say where the dataset will be")));
}
