//! The words of a law in parts: looked up in its postings they find what a search of the whole finds,
//! by files that a reader can afford.
// Words of many languages, cut short and misspelt on purpose. cspell:disable
#![allow(clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::rc::Rc;

use authoring::Dataset;
use common::{cases, context, dataset, recipe, searching, stages::Stages};
use explorer::{EditorialConfig, Explorer, State, ViewKind, postings, view::screen};
use proptest::prelude::*;
use serde_json::json;

/// Texts whose words begin alike, stand inside each other, and fold.
const TEXTS: [&str; 16] = [
    "The minister shall administer the ministry",
    "an administration, administered",
    "encrypted encryption decrypts",
    "Datenschutz und Schutzgesetz in der Straße",
    "STRASSEN, Übergröße und Uebergang",
    "Fundación Año fundaciones",
    "الصَّحَفِيُّون وحرية الصحافة",
    "المادة ٢٨ حرية",
    "表現の自由を守る",
    "保护新闻自由，自由新闻",
    "自自由由自由",
    "คุ้มครองเสรีภาพสื่อมวลชน",
    "根据GDPR的规定",
    "28(4) 2024 20245",
    "Журнал журналисты",
    "s se sea sear search searches searching",
];

/// A random law with such texts in everything that a search reads.
fn law() -> impl Strategy<Value = Rc<Dataset>> {
    let texts = proptest::collection::vec(0..TEXTS.len(), 40..60);
    (recipe(), texts).prop_map(|(recipe, texts)| {
        let mut file = recipe.file();
        let mut texts = texts.iter().cycle().map(|it| TEXTS[*it]);
        let mut put = |list: &str, field: &str| {
            for record in file[list].as_array_mut().into_iter().flatten() {
                record[field] = texts.next().into();
            }
        };
        for list in ["provisions", "concerns", "requests", "replies"] {
            put(list, "summary");
        }
        put("concerns", "title");
        put("groups", "label");
        for record in file["provisions"].as_array_mut().into_iter().flatten() {
            record["text"] = json!([texts.next(), texts.next()]);
        }
        for list in ["concerns", "requests"] {
            for record in file[list].as_array_mut().into_iter().flatten() {
                for evidence in record["evidence"].as_array_mut().into_iter().flatten() {
                    evidence["quote"] = json!({ "exact": texts.next() });
                }
            }
        }
        dataset(&file.to_string())
    })
}

/// Pieces of such texts, as typed: whole words, beginnings, insides, with a letter too few or too many.
fn query() -> impl Strategy<Value = String> {
    let piece = (0..TEXTS.len(), 0..40_usize, 1..14_usize, 0..6_u8, 0..14_usize);
    let piece = piece.prop_map(|(text, from, count, slip, at)| {
        let letters: Vec<char> = TEXTS[text].chars().collect();
        let from = from % letters.len();
        let mut piece: Vec<char> = letters[from..].iter().take(count).copied().collect();
        let at = at % piece.len();
        match slip {
            0 => drop(piece.remove(at)),
            1 => piece.insert(at, 'x'),
            2 => piece.swap(0, at),
            _ => {}
        }
        String::from_iter(piece)
    });
    let word = (0..TEXTS.len(), 0..6_usize, 0..9_usize).prop_map(|(text, word, cut)| {
        let words: Vec<&str> = TEXTS[text].split(' ').collect();
        let word = words[word % words.len()];
        word.chars().skip(cut / 6).take(9 - cut % 3).collect()
    });
    let word = prop_oneof![piece, word];
    prop_oneof![3 => word.clone(), 1 => (word.clone(), word).prop_map(|(one, other)| one + " " + &other)]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_law_in_parts_finds_what_the_same_law_finds_whole(
        whole in law(), queries in proptest::collection::vec(query(), 1..3),
        first in 1..6_u32, run in 1..4_u32, most in 0..300_usize, view in 0..4_usize,
    ) {
        prop_assume!(whole.provisions().len() > first as usize);
        let stages = Stages::with_words(&whole, first, run, most);
        let [one, other] = [&stages.read, &stages.whole]
            .map(|it| Explorer::new(Rc::clone(it), EditorialConfig::default()));
        for query in &queries {
            let state = State { view: ViewKind::ALL[view], ..searching(query) };
            stages.look_up(&one, &state);
            let [one, other] = [&one, &other].map(|it| screen(it, &state, &context("en", false)));
            prop_assert_eq!(one, other, "{}", query);
        }
    }
}

fn measured(provisions: usize) -> Rc<Dataset> {
    dataset(&law::law(provisions).to_string())
}

#[test]
fn a_search_needs_few_files_and_none_is_long() {
    const MOST: usize = 4 * 1024;
    let whole = measured(600);
    let stages = Stages::with_words(&whole, 25, 50, MOST);
    let longer =
        postings(&whole, MOST).into_iter().skip(1).filter(|(_, it)| it.text().len() > MOST);
    for (key, file) in longer {
        assert_eq!(file.text().lines().count(), 1, "{key}");
    }
    let explorer = Explorer::new(Rc::clone(&stages.named), EditorialConfig::default());
    for (query, most) in [("r", 1), ("re", 2), ("record", 2), ("the minister", 4), ("record", 0)] {
        let came = stages.look_up(&explorer, &searching(query));
        assert!(came.len() <= most, "{query}: {came:?}");
        assert!(!came.contains(&0), "{query}");
    }
    // Not before nothing begins so are all terms wanted.
    assert!(stages.look_up(&explorer, &searching("recrod")).contains(&0));
}

#[test]
fn while_its_words_are_on_their_way_a_search_finds_heads_and_guesses_nothing() {
    let whole = measured(230);
    let stages = Stages::with_words(&whole, 25, 50, 4096);
    let explorer = Explorer::new(Rc::clone(&stages.named), EditorialConfig::default());
    let found = |query: &str| explorer.select(&searching(query)).provisions.len();
    let before = found("minister");
    let state = searching("minister");
    let search = || screen(&explorer, &state, &context("en", false)).search;
    assert!(!search().lacking.is_empty());
    stages.look_up(&explorer, &state);
    let all = Explorer::new(whole, EditorialConfig::default()).select(&state).provisions.len();
    assert!(before < all, "{before}");
    assert_eq!(found("minister"), all);
    assert!(search().lacking.is_empty());
    let misspelt = searching("minsiter");
    assert_eq!(screen(&explorer, &misspelt, &context("en", false)).search.instead, None);
    stages.look_up(&explorer, &misspelt);
    let instead = screen(&explorer, &misspelt, &context("en", false)).search.instead;
    assert_eq!(instead.as_deref(), Some("minister"));
}

#[test]
fn the_same_law_is_the_same_files_and_a_file_of_another_is_refused() {
    let whole = measured(60);
    let stages = Stages::with_words(&whole, 25, 50, 4096);
    assert_eq!(stages.words, Stages::with_words(&whole, 25, 50, 4096).words);
    for (file, text) in stages.words.iter().enumerate() {
        let other = &stages.words[(file + 1) % stages.words.len()];
        assert!(stages.named.fill_postings(file, other).is_err());
        assert!(stages.named.fill_postings(file, &text.replacen('a', "b", 1)).is_err());
        assert_eq!(stages.named.postings_here(), file);
        assert_eq!(stages.named.fill_postings(file, text), Ok(()));
    }
    assert!(stages.named.fill_postings(stages.words.len(), &stages.words[0]).is_err());
}
