//! The new version of a law that is in use.

use super::*;

#[test]
fn a_new_version_says_what_changed_and_loses_no_concern() {
    let mut page = page();
    in_use(&mut page, &["sec_1__subsec_1", "sec_3"]);
    let new = ACT
        .replace("Lamps are lit.", "Lamps shall be lit.")
        .replace("<num>4.</num>", "<num>5.</num>")
        .replace("<section><num>3.</num><content><p>Lamps are put out.</p></content></section>", "")
        .replace(
            "</part>",
            "<section><num>6.</num><content><p>Wicks are cut.</p></content></section></part>",
        );
    opened(&mut page, &new);
    page.take(Msg::Start(Step::Into(true)));
    let changes = changes(&page);
    let of = |kind| changes.iter().filter(|it| it.kind == kind).count();
    let counts = ChangeKind::ALL.map(|(kind, _)| of(kind));
    // Added: 6. Kept: 3, for its concern. Renumbered: 4. Reworded: 1(1).
    assert_eq!(counts, [1, 0, 1, 1, 1], "{changes:?}");
    assert!(changes.iter().any(|it| it.line.contains("[-are-] {+shall be+}")), "{changes:?}");
    assert_eq!(page.said, "4 changes; no concern is lost.");
    let was = page.law.clone();
    page.take(Msg::Bundled);
    assert_ne!(page.law, was);
    assert_eq!(found(&page).comparison, None, "they were another law’s");
    page.take(Msg::Undo);
    assert_eq!(page.law, was);
    page.take(Msg::Start(Step::Into(true)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.law.problems, Vec::<String>::new());
    assert_eq!(found(&page).comparison, None, "it is the law that is open");
    let about = |it: &authoring::Concern| it.provisions[0].to_string();
    let concerns: Vec<_> = page.law.dataset().records().concerns.iter().map(about).collect();
    assert_eq!(concerns, ["sec_1__subsec_1", "sec_3"]);
    assert!(ids(&page).contains(&"sec_6".to_owned()));
}

#[test]
fn the_former_words_stay_beside_the_new_ones_where_an_editor_says_so() {
    let mut page = page();
    in_use(&mut page, &["sec_1__subsec_1"]);
    opened(&mut page, &ACT.replace("Lamps are lit.", "Lamps shall be lit."));
    page.take(Msg::Start(Step::Into(true)));
    let drafts = |page: &Page| found(page).comparison.as_ref().expect("one").drafts.clone();
    assert_eq!(drafts(&page), None);
    page.take(Msg::Start(Step::Keep(true)));
    page.take(Msg::Start(Step::Called("As amended".into())));
    assert_eq!(drafts(&page), Some(("Adopted text".into(), "As amended".into())));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.law.problems, Vec::<String>::new());
    let records = page.law.dataset().records();
    let amended = records.provisions.iter().find(|it| it.id.as_str() == "sec_1__subsec_1");
    let amended = amended.expect("it is there");
    assert_eq!(amended.text, ["Lamps shall be lit."]);
    assert_eq!(amended.earlier[0].text, ["Lamps are lit."]);
    // The letter spoke of the former words.
    assert_eq!(records.concerns[0].wording, authoring::Wording::Changed);
}
