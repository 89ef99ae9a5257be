//! Of the desk: the dataset as tables.

use authoring::Node;
use desk::{check, rows, slug};
use workbook::Kind;

use crate::fixture::{cell, path, with_concern};

#[test]
fn an_id_that_changes_changes_wherever_it_is_named_and_takes_the_text_along() {
    let document = with_concern();
    let named = cell(&document, path(&["sources"], 0, "id"), Kind::Plain, "letter");
    assert!(!named.json().contains("\"open-letter\""), "{}", named.json());
    assert_eq!(check(&named, None).quotes.confirmed, 1);
    let named = cell(&named, path(&["provisions"], 2, "id"), Kind::Plain, "sec_3__point_b");
    assert!(!named.json().contains("sec_3__para_2"));
    let twice = cell(&named, path(&["provisions"], 1, "id"), Kind::Plain, "sec_2");
    assert!(twice.json().contains("\"parent\": \"sec_3\""), "an id of two is nobody's");
}

#[test]
fn provisions_are_named_in_a_cell_as_the_law_is_cited() {
    let document = with_concern();
    let at = path(&["concerns"], 0, "provisions");
    let document = cell(&document, at.clone(), Kind::Ids("Provisions"), "Section 2, 3(2)");
    let ids: Vec<_> = document.items(&at).iter().filter_map(Node::as_text).collect();
    assert_eq!(ids, ["sec_2", "sec_3__para_2"]);
}

#[test]
fn tables_show_every_record_with_the_place_of_each_cell() {
    let document = with_concern();
    let sheet = workbook::sheet("Concern evidence").expect("a sheet");
    let rows = rows(&document, sheet);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cells[0].text, "section-3-2");
    let quote = rows[0].cells.iter().find(|it| it.text.contains("tenants")).expect("the quotation");
    let at = quote.at.as_ref().expect("its place").to_string();
    assert_eq!(at, "concerns[0].evidence[0].quote.exact");
    let whole = quote.at.clone().expect("its place");
    let document = cell(&document, whole, Kind::Exact, "");
    assert!(document.json().contains("\"prefix\""), "what stands beside it stays");
}

#[test]
fn ids_are_made_of_names() {
    assert_eq!(slug("Example Cyclists’ Union"), "example-cyclists-union");
    assert_eq!(slug("Café Élan"), "cafe-elan");
    assert_eq!(slug("…"), "");
}
