//! Provisions against groups: in which order, what begins where, and what the lists in short say.
#![allow(clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use authoring::{GroupKind, ProvisionIx};
use common::{bundled, context, explorer, group, provision, searching};
use explorer::{
    Action, EditorialConfig, Explorer, Fold, State, ViewKind, reduce,
    view::{Body, MatrixView, screen},
};

fn drawn(explorer: &Explorer, state: &State, unfolded: bool) -> MatrixView {
    let state = State { view: ViewKind::Matrix, ..state.clone() };
    match screen(explorer, &state, &context("en", unfolded)).body {
        Body::Matrix(view) => view,
        other => panic!("{other:?}"),
    }
}

fn matrix(explorer: &Explorer, state: &State) -> MatrixView {
    drawn(explorer, state, false)
}

fn rows(view: &MatrixView) -> Vec<ProvisionIx> {
    view.rows.items.iter().map(|row| row.head.link.provision).collect()
}

/// The citations of some rows.
fn those(view: &MatrixView, is: impl Fn(&explorer::view::Row) -> bool) -> Vec<&str> {
    let those = view.rows.items.iter().filter(|row| is(row));
    those.map(|row| row.head.link.citation.text.as_str()).collect()
}

/// What the bundled law's newsroom would highlight.
fn highlighting() -> Explorer {
    let dataset = bundled();
    let highlight = ["art_28__para_4", "art_14__para_4"].map(|it| provision(&dataset, it)).into();
    Explorer::new(dataset, EditorialConfig { highlight, ..EditorialConfig::default() })
}

#[test]
fn rows_stand_in_the_law_s_order_and_say_what_is_highlighted_and_how_it_is_called() {
    let view = matrix(&highlighting(), &State::default());
    assert!(rows(&view).is_sorted(), "{:?}", rows(&view));
    assert_eq!(those(&view, |row| row.head.highlighted), ["Article 14(4)", "Article 28(4)"]);
    let heading = view.rows.items.iter().find(|it| it.head.link.citation.text == "Article 24");
    let heading = heading.and_then(|it| it.head.heading.as_ref());
    assert_eq!(heading.map(|it| it.text.as_str()), Some("Conditions and Safeguards"));
}

#[test]
fn a_search_ranks_the_rows_and_no_chapter_begins_among_them() {
    let explorer = explorer();
    let view = matrix(&explorer, &searching("data"));
    let selected = explorer.select(&searching("data")).provisions;
    let ranked: Vec<_> = selected.iter().copied().filter(|it| rows(&view).contains(it)).collect();
    assert_eq!(rows(&view), ranked);
    assert!(!rows(&view).is_sorted(), "the search must rank otherwise than the law does");
    assert_eq!(those(&view, |row| row.begins), [""; 0]);
}

#[test]
fn a_row_says_where_another_chapter_begins() {
    let explorer = highlighting();
    let view = matrix(&explorer, &State::default());
    let dataset = explorer.dataset();
    let chapter =
        |it: &ProvisionIx| dataset.chapter(dataset.chapter_of(*it)?).map(|it| it.number.as_str());
    let rows = rows(&view);
    let begun = rows.windows(2).filter_map(|pair| match pair {
        [above, row] if chapter(above) != chapter(row) => dataset.provision(*row),
        _ => None,
    });
    let begun: Vec<_> = begun.map(|it| it.citation.original()).collect();
    assert!(begun.len() > 3, "{begun:?}");
    assert_eq!(those(&view, |row| row.begins), begun);
}

#[test]
fn columns_of_a_kind_stand_together_and_say_their_short_names() {
    let view = matrix(&explorer(), &State::default());
    let kinds: Vec<_> = view.kinds.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, GroupKind::ALL);
    let column = view.columns.iter().find(|it| it.label.text == "Journalists’ sources");
    let short = column.and_then(|it| it.short.as_ref());
    assert_eq!(short.map(|it| it.text.as_str()), Some("Sources"));
}

#[test]
fn the_list_of_provisions_begins_with_what_affects_most_groups_and_names_them_by_whose_word_it_is()
{
    let explorer = explorer();
    let ranking = matrix(&explorer, &State::default()).ranking;
    let counts: Vec<_> =
        ranking.provisions.iter().map(|it| it.stated.len() + it.inferred.len()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b) && counts.first() > counts.last(), "{counts:?}");
    let article = ranking.provisions.iter().find(|it| it.head.link.citation.text == "Article 18");
    let names = |list: &[explorer::view::Phrase]| -> Vec<String> {
        list.iter().map(|it| it.text.clone()).collect()
    };
    let article = article.map(|it| (names(&it.stated), names(&it.inferred)));
    let stated = ["Marginalised communities", "Online platforms and intermediaries"];
    assert_eq!(
        article,
        Some((stated.map(Into::into).into(), vec!["Users of online platforms".into()]))
    );
    let of_groups: Vec<_> = ranking.groups.iter().map(|it| it.provisions).collect();
    assert!(of_groups.is_sorted_by(|a, b| a >= b), "{of_groups:?}");
}

#[test]
fn a_filter_changes_the_numbers_of_lists_and_table_alike() {
    let explorer = explorer();
    let audience = vec![group(explorer.dataset(), "suspects")];
    let view = matrix(&explorer, &State { audience, ..State::default() });
    let ranked: Vec<_> = view.ranking.provisions.iter().map(|it| it.head.link.provision).collect();
    assert_eq!(ranked, rows(&view));
    assert_eq!(view.ranking.groups.len(), view.columns.len());
}

#[test]
fn where_lists_stand_for_the_table_it_shows_when_asked_for_opened_linked_to_or_printed() {
    let explorer = explorer();
    let closed = State { view: ViewKind::Matrix, ..State::default() };
    assert!(!matrix(&explorer, &closed).unfolded);
    assert!(drawn(&explorer, &closed, true).unfolded, "paper has the table");
    let asked = reduce(&explorer, &closed, Action::ToggleFold(Fold::Table));
    let asked = asked.unwrap_or_default();
    assert!(matrix(&explorer, &asked).unfolded);
    let folded = reduce(&explorer, &asked, Action::ToggleFold(Fold::Table));
    assert!(!matrix(&explorer, &folded.unwrap_or(asked)).unfolded);

    let dataset = explorer.dataset();
    let cell = (provision(dataset, "art_18"), group(dataset, "online-platforms"));
    let opened = reduce(&explorer, &closed, Action::ToggleCell(cell.0, cell.1)).unwrap_or_default();
    let shut = reduce(&explorer, &opened, Action::ToggleCell(cell.0, cell.1)).unwrap_or_default();
    assert!(shut.cell.is_none() && matrix(&explorer, &shut).unfolded, "it stays where it was read");
    let linked = State { cell: Some(cell), ..closed.clone() };
    let linked = reduce(&explorer, &closed, Action::Restore(linked)).unwrap_or_default();
    assert!(matrix(&explorer, &linked).unfolded);
    for open in [opened, linked] {
        let lists = reduce(&explorer, &open, Action::ToggleFold(Fold::Table)).unwrap_or(open);
        assert!(!matrix(&explorer, &lists).unfolded, "the lists are asked for");
    }
}
