//! Drafts and snippets that come back, and what would be lost.

use super::*;

#[test]
fn a_draft_that_was_saved_opens_again() {
    let mut first = page();
    after(&mut first, Msg::Example);
    after(&mut first, Msg::Act(Act::Heading("Who objects?".into())));
    let file = files::saved(&first, &Msg::SaveDraft).expect("a file");
    let files::Content::Text(text) = file.content else { panic!("a text") };
    let mut second = page();
    after(&mut second, Msg::Read(Wanted::Draft, vec![(file.name, text.into_bytes())], None));
    assert_eq!(second.draft(), first.draft());
    assert_eq!(second.mentions.len(), first.mentions.len());
}

#[test]
fn a_snippet_of_each_form_opens_as_the_draft_that_made_it() {
    let mut first = filled();
    for form in Form::ALL {
        after(&mut first, Msg::form(form));
        let snippet = first.snippet.clone().expect("a snippet");
        let mut second = page();
        open_draft(&mut second, "snippet.txt", snippet);
        if matches!(form, Form::Picture | Form::Newsletter) {
            assert!(second.said.contains("what was here stays"), "{form:?}: {}", second.said);
            assert_eq!(**second.draft(), Draft::default(), "{form:?}");
            continue;
        }
        assert_eq!(second.said, "The draft is here.", "{form:?}");
        assert_eq!(second.draft().options, first.draft().options, "{form:?}");
        // Options alone, and a shortcode, leave the loader to whoever prints or renders them.
        if !matches!(form, Form::Json | Form::WordPress) {
            assert_eq!(second.draft().loader, first.draft().loader, "{form:?}");
        }
    }
}

#[test]
fn a_draft_is_read_in_whichever_encoding_an_editor_left_it() {
    let first = filled();
    let text = first.draft().to_json(true).to_string();
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<_>>()
    };
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [marked, utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes)] {
        let mut second = page();
        open_draft(&mut second, "draft.json", bytes);
        assert_eq!(second.draft(), first.draft());
    }
}

#[test]
fn what_is_not_recognised_changes_nothing_and_is_named() {
    let mut page = filled();
    after(&mut page, Msg::Example);
    let before = page.draft().clone();
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let package = file("package.json", r#"{"name":"story","dependencies":{}}"#);
    let (empty, blank) = (file("empty.txt", ""), file("blank.html", "<p> </p>"));
    let cases = [
        (Wanted::Draft, vec![package.clone()], "no explorer in it"),
        (Wanted::Draft, vec![package.clone(), package], "package.json, package.json"),
        (Wanted::Draft, vec![("picture.png".into(), vec![0, 1, 2])], "picture.png is a picture"),
        (Wanted::Story, vec![empty.clone()], "no text in empty.txt"),
        (Wanted::Story, vec![blank.clone()], "no text in blank.html"),
        (Wanted::Story, vec![empty, blank], "empty.txt, blank.html"),
    ];
    for (wanted, files, said) in cases {
        after(&mut page, Msg::Read(wanted, files, None));
        assert!(page.said.contains(said), "{}", page.said);
        assert!(page.said.contains("what was here stays"), "{}", page.said);
        assert!(Rc::ptr_eq(&before, page.draft()), "{said}");
    }
}

#[test]
fn leaving_loses_what_no_file_has() {
    let mut page = page();
    assert!(!page.is_unsaved());
    after(&mut page, Msg::Act(Act::Heading("Who objects?".into())));
    assert!(page.is_unsaved());
    after(&mut page, Msg::Undo);
    assert!(!page.is_unsaved(), "it is as it was");
    after(&mut page, Msg::Redo);
    page.was_saved();
    assert!(!page.is_unsaved());
    after(&mut page, Msg::Act(Act::Only(true)));
    assert!(page.is_unsaved());
    page.kept = true;
    assert!(!page.is_unsaved(), "it is kept on the device");
}

#[test]
fn a_new_draft_can_be_undone() {
    let mut page = page();
    after(&mut page, Msg::Example);
    page.wipe();
    assert!(page.story().source().is_empty());
    after(&mut page, Msg::Undo);
    assert!(!page.story().source().is_empty());
}

#[test]
fn a_story_that_was_taken_out_comes_back() {
    let mut page = page();
    after(&mut page, Msg::Example);
    after(&mut page, Msg::Act(Act::Story(Rc::default())));
    after(&mut page, Msg::Undo);
    assert!(page.story().source().contains("28(4)"));
    assert_eq!(page.offered().len(), 7);
}

#[test]
fn a_link_does_not_say_which_script_goes_into_a_page() {
    let mut page = page();
    let link = r#"{"options":{"heading":"H"},"loader":"https://other.example/x.js"}"#;
    page.open_draft(link, true);
    assert_eq!(page.draft().loader, Draft::default().loader);
    assert!(page.said.contains("https://other.example/x.js"), "{}", page.said);
    page.open_draft(link, false);
    assert_eq!(page.draft().loader, "https://other.example/x.js");
}
