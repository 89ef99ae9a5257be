//! Bills and the Code of the United States, in the format of their publisher.

mod common;

use authoring::Node;
use common::{read, rows, told};
use statute::{Depth, Why};

const BILL: &[u8] = include_bytes!("laws/lamp.uslm.xml");

#[test]
fn a_bill_has_its_sections_to_the_last_item() {
    let law = read("bill.xml", BILL, Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | Be it enacted by the Senate and House of Representatives: | ",
            "sec_1 | Section 1 | SHORT TITLE. | This Act may be cited as the “Lamp Act”. | ",
            "sec_2 | Section 2 | DUTIES. |  | ",
            "sec_2__subsec_a | Section 2(a) | In general.— | Every street has: / unless it has \
             none. | sec_2",
            "sec_2__subsec_a__para_1 | Section 2(a)(1) |  | lamps; and | sec_2__subsec_a",
            "sec_2__subsec_a__para_2 | Section 2(a)(2) |  | oil: | sec_2__subsec_a",
            "sec_2__subsec_a__para_2__subpara_A | Section 2(a)(2)(A) |  | clean; | \
             sec_2__subsec_a__para_2",
            "sec_2__subsec_a__para_2__subpara_B | Section 2(a)(2)(B) |  |  | \
             sec_2__subsec_a__para_2",
            "sec_2__subsec_a__para_2__subpara_B__clause_i | Section 2(a)(2)(B)(i) |  | dear. | \
             sec_2__subsec_a__para_2__subpara_B",
            "sec_2__subsec_b | Section 2(b) |  | Section 9 of the Oil Act is amended to read: / \
             “SEC. 9. Oil is taxed.” | sec_2",
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let left: Vec<_> = law.left_out.iter().map(|it| it.why).collect();
    assert_eq!(
        left,
        [
            Why::BesideTitle,
            Why::BesideTitle,
            Why::BesideTitle,
            Why::BesideTitle,
            Why::Contents,
            Why::NoteMark,
            Why::Remark,
            Why::Footnote,
            Why::Closing,
        ]
    );
    let said = |name: &str| law.dataset.field(name).and_then(Node::as_text).unwrap_or_default();
    assert_eq!((said("title"), said("language")), ("Lamp Act", "en"));
    let instrument = law.dataset.field("instrument").expect("one");
    assert_eq!(instrument.field("title").and_then(Node::as_text), Some("To provide for lamps."));
    assert_eq!(instrument.field("current_draft").and_then(Node::as_text), Some("proposed"));
}

#[test]
fn a_section_of_the_code_is_cited_by_its_sign_and_has_its_address() {
    let xml = "<uscDoc xml:lang='en' identifier='/us/usc/t18'><meta><title>Title 18</title></meta>\
        <main><title><num value='18'>Title 18—</num><heading>CRIMES</heading><section \
        identifier='/us/usc/t18/s1030'><num value='1030'>§ 1030.</num><heading> Lamps</heading>\
        <subsection><num>(a)</num><content>Whoever breaks one pays.</content></subsection>\
        <notes><note><p>Amended.</p></note></notes></section></title></main></uscDoc>";
    let law = read("usc18.xml", xml.as_bytes(), Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "sec_1030 | § 1030 | Lamps |  | ",
            "sec_1030__subsec_a | § 1030(a) |  | Whoever breaks one pays. | sec_1030",
        ]
    );
    let first = match law.dataset.field("provisions") {
        Some(Node::List(all)) => all.first().and_then(|it| it.field("address")),
        _ => None,
    };
    let address =
        "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title18-section1030";
    assert_eq!(first.and_then(Node::as_text), Some(address));
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

#[test]
fn the_same_act_as_text_is_the_same_provisions() {
    let xml = "<bill xml:lang='en'><main><section><num>SEC. 1. </num><heading>Oil</heading>\
        <subsection><num>(a)</num><chapeau>Oil is:</chapeau><paragraph><num>(1)</num><content>clean; \
        and</content></paragraph><paragraph><num>(2)</num><chapeau>taxed:</chapeau><subparagraph>\
        <num>(A)</num><content>by the state.</content></subparagraph></paragraph></subsection>\
        <subsection><num>(b)</num><content>Wax is free of the tax.</content></subsection></section>\
        <section><num>SEC. 2. </num><heading>Lamps</heading><content>Lamps are lit at the fall of \
        the night.</content></section></main></bill>";
    let text = "The Lamp Bill\n\nSEC. 1. Oil\n(a) Oil is:\n(1) clean; and\n(2) taxed:\n(A) by the \
        state.\n(b) Wax is free of the tax.\n\nSEC. 2. Lamps\nLamps are lit at the fall of the night.\n";
    let xml = read("bill.xml", xml.as_bytes(), Depth::Points);
    let text = read("bill.txt", text.as_bytes(), Depth::Points);
    assert_eq!(rows(&text), rows(&xml));
}

#[test]
fn a_section_without_number_and_heading_is_called_by_its_first_words() {
    let law = read(
        "bill.xml",
        b"<bill><main><longTitle><officialTitle>To buy lamps</officialTitle></longTitle><section><content>That the \
          following sums are appropriated, namely:</content></section><section><content>That the following sums are \
          appropriated for oil.</content></section><section><num>Sec. 101.</num><content>Oil.</content>\
          </section></main></bill>",
        Depth::Points,
    );
    assert_eq!(
        rows(&law),
        [
            "sec_n1 | \u{201c}That the following sums are\u{2026}\u{201d} |  | That the following sums are appropriated, \
             namely: | ",
            "sec_n2 | \u{201c}That the following sums are\u{2026}\u{201d} (2) |  | That the following sums are \
             appropriated for oil. | ",
            "sec_101 | Section 101 |  | Oil. | ",
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
}
