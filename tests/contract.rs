//! Public names stand in two languages: the loader's and ours. They must not drift apart.

use std::{collections::BTreeSet, fs, path::Path};

fn file(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(file).expect("the file stands in the tree")
}

/// The quoted words between two marks of a file.
fn quoted(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let (_, rest) = text.split_once(from).expect("the list begins");
    let (list, _) = rest.split_once(to).expect("the list ends");
    list.split(['"', '\'']).skip(1).step_by(2).map(String::from).collect()
}

#[test]
fn the_loader_observes_every_attribute_that_options_know_and_no_other() {
    let loader = file("www/provision-explorer.js");
    let observed = quoted(&loader, "const ATTRIBUTES = [", "];");
    let known: BTreeSet<_> = options::Name::attributes().map(String::from).collect();
    assert_eq!(observed, known);
}

#[test]
fn the_plugin_for_wordpress_takes_every_attribute_and_no_other() {
    let plugin = file("integrations/wordpress/provision-explorer.php");
    let mut taken = quoted(&plugin, "const PROVISION_EXPLORER_VALUES = array(", ");");
    taken.append(&mut quoted(&plugin, "const PROVISION_EXPLORER_FLAGS = array(", ");"));
    let known: BTreeSet<_> = options::Name::attributes().map(String::from).collect();
    assert_eq!(taken, known);
}

#[test]
fn the_loader_can_say_that_it_failed_in_every_language_of_the_interface() {
    let loader = file("www/provision-explorer.js");
    let (_, words) = loader.split_once("const WORDS = {").expect("the words begin");
    let (words, _) = words.split_once("};").expect("the words end");
    for language in provision_explorer::Language::ALL {
        let line = format!("\n  {}: [", language.tag);
        assert!(words.contains(&line), "no words for `{}`", language.tag);
    }
}

#[test]
fn the_loader_knows_every_key_of_a_fragment_that_says_something_to_an_explorer() {
    let loader = file("www/provision-explorer.js");
    let (_, keys) = loader.split_once("const LINKED = /[#&](").expect("the keys begin");
    let (keys, _) = keys.split_once(")=/").expect("the keys end");
    assert_eq!(keys.split('|').collect::<Vec<_>>(), explorer::FRAGMENT_KEYS);
}

#[test]
fn a_frame_and_its_story_know_the_same_keys_of_a_fragment() {
    let script = file("www/fragment.js");
    let (_, keys) = script.split_once("const OURS = /^(").expect("the keys begin");
    let (keys, _) = keys.split_once(")(=|$)/").expect("the keys end");
    assert_eq!(keys.split('|').collect::<Vec<_>>(), explorer::FRAGMENT_KEYS);
}

#[test]
fn every_message_between_a_frame_and_its_story_is_known_on_both_sides_and_documented() {
    let (frame, story, readme) =
        (file("www/embed.js"), file("www/embed-parent.js"), file("README.md"));
    for name in ["ready", "height", "view", "reveal"] {
        assert!(frame.contains(&format!("tell(\"{name}\"")), "no frame tells `{name}`");
        assert!(story.contains(&format!("`${{NAME}}{name}`](")), "no story hears `{name}`");
        assert!(readme.contains(&format!("provision-explorer:{name}")), "`{name}` in the README");
    }
    for name in ["hello", "story"] {
        assert!(story.contains(&format!("`${{NAME}}{name}`")), "no story tells `{name}`");
        assert!(frame.contains(&format!("`${{TAG}}:{name}`")), "no frame hears `{name}`");
        assert!(readme.contains(&format!("provision-explorer:{name}")), "`{name}` in the README");
    }
}

#[test]
fn every_event_of_the_contract_is_sent() {
    let sent = file("src/embed/events.rs");
    let readme = file("README.md");
    for event in ["ready", "select", "filter", "share", "error"] {
        let name = format!("provision-explorer:{event}");
        assert!(sent.contains(&format!("\"{name}\"")), "{name} is not sent");
        assert!(readme.contains(&name), "{name} is not documented");
    }
}
