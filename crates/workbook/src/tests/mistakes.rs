//! What an editor got wrong is told by sheet, row and column, with what would be right.

use super::{EXAMPLE, Files, changed, csv, read_files, sheets, told};
use crate::{
    grid::Value,
    plan::{self, Sheet},
    read,
};

fn one(sheet: &str, from: &str, to: &str) -> String {
    let reading = changed(sheet, from, to);
    let told = told(&reading);
    assert_eq!(told.len(), 1, "{told:#?}");
    told.concat().replace("my law - ", "").replace(".csv", "")
}

#[test]
fn an_unknown_id_is_told_with_its_cell_and_the_nearest() {
    assert_eq!(
        one("Concerns", ",sec_3__para_2,", ",sec_3__para_3,"),
        "sheet `Concerns`, row 4, column J (`provisions`): no provision `sec_3__para_3`; did you \
         mean `sec_3__para_2`?"
    );
    assert_eq!(
        one("Affected", "fees-exclude,", "fee-exclude,"),
        "sheet `Affected`, row 3, column A (`concern`): the sheet `Concerns` has no id \
         `fee-exclude`; did you mean `fees-exclude`?"
    );
}

#[test]
fn a_word_that_is_none_of_the_list_is_told_with_the_list() {
    assert_eq!(
        one("Positions", ",change,", ",chance,"),
        "sheet `Positions`, row 3, column B (`stance`): `chance` is not one of `reject`, `change`, \
         `support`"
    );
}

#[test]
fn a_strange_column_is_told_with_the_nearest_that_is_not_there() {
    assert_eq!(
        one("Groups", "description,", "descripton,"),
        "sheet `Groups`, column J: no column is called `descripton`; did you mean `description`?"
    );
}

#[test]
fn a_second_use_of_an_id_is_told_with_the_first() {
    assert_eq!(
        one("Groups", "\ncouriers,", "\ncommuters,A,,,,,B,,,C,,\ncouriers,"),
        "sheet `Groups`, row 4, column A (`id`): id `commuters` is already used at sheet `Groups`, \
         row 3"
    );
}

#[test]
fn a_concern_without_rows_of_evidence_is_told_with_the_sheet_that_lacks_them() {
    let told = one("Concern evidence", "register-open-to-all,", "# ,");
    assert_eq!(
        told,
        "sheet `Concerns`, row 7: the sheet `Concern evidence` has no row for it; a concern \
         without a source is not shown"
    );
}

#[test]
fn who_is_affected_cannot_be_said_in_two_ways() {
    let told = one("Concerns", ",sec_4,,", ",sec_4,none_found,");
    assert_eq!(
        told,
        "sheet `Affected`, row 7: something else is said of this already at sheet `Concerns`, row \
         6, column K (`affected`); clear one"
    );
}

#[test]
fn a_translation_without_its_translator_is_told() {
    assert_eq!(
        one("Groups", ",Commerçants,Example Desk (made up)", ",Commerçants,"),
        "sheet `Groups`, row 5, column D (`label [fr] by`): the translation lacks its translator; a \
         further column, whose name ends in `by`, has the name, or `machine`"
    );
}

#[test]
fn a_quote_over_the_limit_and_a_bad_address_are_told_at_their_cells() {
    let long = "y".repeat(301);
    assert_eq!(
        one("Request evidence", "Delete the section", &long),
        "sheet `Request evidence`, row 4, column F (`quote`): the quote has 301 characters; shorten \
         it to 300 or fewer"
    );
    assert_eq!(
        one("Sources", "https://traders.example/memoire", "traders.example/memoire"),
        "sheet `Sources`, row 4, column O (`address`): `traders.example/memoire` is not an address \
         that begins with `https://` or `http://`"
    );
}

#[test]
fn several_mistakes_are_told_at_once_in_the_order_of_the_sheets() {
    let mut files = csv(&sheets(EXAMPLE), b';');
    let changes = [
        ("Dataset", "stale after;P6M", "stale after;six months"),
        ("Dataset", "credit;", "credits;"),
        ("Law", "2026-02-28", "28.2.2026"),
        ("Groups", "couriers;", "Couriers!;"),
        ("Requests", "one-tenth;narrow", "one-tenth;narower"),
    ];
    for (sheet, from, to) in changes {
        let name = format!("my law - {sheet}.csv");
        let (_, bytes) = files.iter_mut().find(|(known, _)| *known == name).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{from} in {text}");
        *bytes = text.replacen(from, to, 1).into_bytes();
    }
    let reading = read_files(&files);
    assert!(reading.dataset.is_none(), "a dataset without a credit line");
    assert_eq!(
        told(&reading).join("\n").replace("my law - ", "").replace(".csv", ""),
        "sheet `Dataset`, row 13, column A: no field is called `credits`; did you mean `credit`?
sheet `Dataset`, row 18, column B (`stale after`): `six months` is not an interval; write `P90D` for \
         ninety days or `P6M` for six months
sheet `Law`, row 13, column B (`status as of`): `28.2.2026` is not a date; write `2024`, `2024-07` \
         or `2024-07-29`
sheet `Groups`, row 4, column A (`id`): `Couriers!` is not an id here; write lower-case letters, \
         digits and hyphens
sheet `Affected`, row 4, column B (`group`): no group `couriers`
sheet `Affected`, row 5, column B (`group`): no group `couriers`
sheet `Requests`, row 5, column B (`kind`): `narower` is not one of `narrow`, `delete`, `add`, \
         `change`, `reject`, `act`"
    );
}

#[test]
fn missing_sheets_are_told_once_each() {
    let files = csv(&sheets(EXAMPLE), b',');
    let some = files.into_iter().filter(|(name, _)| {
        ["Dataset", "Provisions", "Concerns"]
            .iter()
            .any(|it| name.ends_with(&format!("- {it}.csv")))
    });
    let missing = [
        "Law",
        "Drafts",
        "Status events",
        "Groups",
        "Organisations",
        "Sources",
        "Concern evidence",
        "Affected",
    ];
    let told = told(&read_files(&some.collect()));
    assert_eq!(told, missing.map(|name| format!("the sheet `{name}` is missing")));
}

#[test]
fn what_is_no_workbook_is_refused_with_a_sentence() {
    let refusals = [
        ("a.xlsx", &b""[..]),
        ("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
        ("a.xlsx", b"PK\x03\x04 and no more"),
        ("a.csv", b"caf\xE9"),
        ("picture.png", b"GIF89a\0\0"),
        ("notes.csv", b"a,b\n1,2\n"),
    ];
    let told: Vec<_> =
        refusals.iter().map(|(name, bytes)| told(&read(name, bytes)).join("|")).collect();
    assert_eq!(
        told,
        [
            "`a.xlsx` is empty",
            "`old.xls` is an old workbook or has a password; save it as .xlsx without one",
            "`a.xlsx` is damaged and cannot be unpacked; save it again",
            "`a.csv` is not in UTF-8; save it as “CSV UTF-8”, or as .xlsx",
            "`picture.png` is neither .xlsx, .ods nor .csv; save it as one of them",
            "sheet `notes.csv`: the file's name must end in its sheet's, as in `concerns.csv`|none \
             of the sheets is one of a dataset's; begin with the template",
        ]
    );
}

#[test]
fn a_failed_formula_is_told_as_such() {
    let failed = Value::Failed("#REF!".into());
    let told = crate::cells::node(&failed, crate::plan::Kind::Plain).unwrap_err();
    assert_eq!(told, "the formula gives `#REF!`; write the value itself");
}

/// What is told where one sheet of these files calls a column otherwise.
fn renamed(files: &Files, sheet: &Sheet, column: &str, to: &str) -> Vec<String> {
    let mut files = files.clone();
    let ending = format!("- {}.csv", sheet.name);
    let (_, bytes) = files.iter_mut().find(|(name, _)| name.ends_with(&ending)).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let lines = text.split_inclusive('\n').enumerate().map(|(nth, line)| {
        let cells = line.trim_end().split(',').map(|cell| if cell == column { to } else { cell });
        let is_name =
            if sheet.is_form() { line.starts_with(&format!("{column},")) } else { nth == 0 };
        if is_name { cells.collect::<Vec<_>>().join(",") + "\n" } else { line.into() }
    });
    *bytes = lines.collect::<String>().into_bytes();
    told(&read_files(&files))
}

#[test]
fn a_misspelt_column_is_told_and_nothing_that_would_follow_from_it() {
    let files = csv(&sheets(EXAMPLE), b',');
    for sheet in plan::sheets() {
        for column in sheet.columns {
            let told = renamed(&files, sheet, column.name, &format!("{}x", column.name));
            assert_eq!(told.len(), 1, "{} {}: {told:#?}", sheet.name, column.name);
            assert!(told[0].ends_with(&format!("; did you mean `{}`?", column.name)), "{told:?}");
        }
    }
}

#[test]
fn nothing_follows_from_a_column_of_ids_that_cannot_be_guessed() {
    let files = csv(&sheets(EXAMPLE), b',');
    let has_ids = |sheet: &&Sheet| sheet.columns.iter().any(|it| it.name == "id");
    for sheet in plan::sheets().filter(has_ids).filter(|sheet| !sheet.is_form()) {
        let told = renamed(&files, sheet, "id", "Sign");
        let place = format!("sheet `my law - {}.csv`", sheet.name);
        let missing = format!("{place}: the column `id` is missing");
        let strange = format!("{place}, column A: no column is called `Sign`");
        assert_eq!(told, [missing, strange]);
    }
}

#[test]
fn what_is_wrong_with_a_sheet_stands_before_what_may_follow_from_it() {
    let files = csv(&sheets(EXAMPLE), b',');
    let sheet = plan::sheet("Concern evidence").unwrap();
    let told = renamed(&files, sheet, "concern", "zu");
    assert!(told[0].ends_with("the column `concern` is missing"), "{told:#?}");
    assert!(told[1].ends_with("no column is called `zu`"), "{told:#?}");
    assert!(told[2].contains("- Concerns.csv`, row 3"), "{told:#?}");
}

#[test]
fn no_guess_goes_into_the_dataset() {
    let address = "https://traders.example/memoire";
    let reading = changed("Sources", ",address,", ",addressx,");
    assert_eq!(told(&reading).len(), 1, "{:#?}", told(&reading));
    assert!(!reading.json.unwrap().contains(address));
    let named = changed("Sources", ",address,", ",Address,");
    assert!(named.json.unwrap().contains(address));
}
