//! Laws as text with numbered provisions, as ministries send them.

mod common;

use common::{read, rows, told, weight};
use statute::{Depth, Law, Why};

const ACT: &[u8] = include_bytes!("laws/lamp-act.txt");

fn of(text: &str) -> Law {
    read("law.txt", text.as_bytes(), Depth::Points)
}

#[test]
fn an_act_by_sections_has_its_parts_points_and_schedule() {
    let law = read("act.txt", ACT, Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | BE IT ENACTED by the Parliament of Lampton as follows: | ",
            "sec_1 | Section 1 | Short title | This Act may be called the Lamp Act 2031. | ",
            "sec_2 | Section 2 | Definitions | In this Act: | ",
            "sec_2__para_a | Section 2(a) |  | “lamp” means a light that is fixed in a street, as \
             is said in section 5, and any other that the council names under subsection (3) of \
             that section; | sec_2",
            "sec_2__para_b | Section 2(b) |  | “night” means: | sec_2",
            "sec_2__para_b__subpara_i | Section 2(b)(i) |  | the time without sun; or | \
             sec_2__para_b",
            "sec_2__para_b__subpara_ii | Section 2(b)(ii) |  | winter. | sec_2__para_b",
            "sec_3 | Section 3 | Lamps in streets |  | ",
            "sec_3__subsec_1 | Section 3(1) |  | Every street has lamps, and the council sees to \
             it that they are lit from dusk to dawn, whatever the weather is. | sec_3",
            "sec_3__subsec_2 | Section 3(2) |  | A lane has: / unless the council decides \
             otherwise. | sec_3",
            "sec_3__subsec_2__para_a | Section 3(2)(a) |  | one lamp; or | sec_3__subsec_2",
            "sec_3__subsec_2__para_b | Section 3(2)(b) |  | two, where it bends, | sec_3__subsec_2",
            "sec_3__subsec_3 | Section 3(3) |  | The council publishes where its lamps are. | sec_3",
            "sec_5 | Section 5 | Penalties | Whoever breaks a lamp pays for it. | ",
            "sec_5A | Section 5A |  | [Repealed.] | ",
            "sched_1 | Schedule 1 | KINDS OF LAMPS | (section 3) | ",
            "sched_1__para_1 | Schedule 1 para 1 |  | Gas lamps. | sched_1",
            "sched_1__para_2 | Schedule 1 para 2 |  | Electric lamps: | sched_1",
            "sched_1__para_2__subpara_a | Schedule 1 para 2(a) |  | arc lamps; | sched_1__para_2",
            "sched_1__para_2__subpara_b | Schedule 1 para 2(b) |  | others. | sched_1__para_2",
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let left: Vec<_> = law.left_out.iter().map(|it| it.why).collect();
    assert_eq!(left, [Why::Closing]);
    assert_eq!(law.characters, weight(std::str::from_utf8(ACT).expect("text")));
}

#[test]
fn an_act_by_signs_in_german_is_cited_in_its_style() {
    let law = of("Laternengesetz (LatG)\n\nDer Landtag hat das folgende Gesetz beschlossen:\n\n\
         Inhaltsübersicht\n§ 1 Licht\n§ 2 Öl\n§§ 3 bis 5 (weggefallen)\n\nAbschnitt 1\nAllgemeines\n\n§ 1 Licht\n\
         (1) Die Laternen brennen. § 5 Absatz 2 gilt nicht.\n(2) Öl ist:\n1. Rapsöl,\n2. Walöl,\n\
         a) das alte,\naa) aus Norden,\nbb) aus Süden,\nb) das neue.\n(2a) Wachs ist frei.\n\n\
         § 2 Öl\nÖl ist teuer und die Steuer ist hoch.\n\n§§ 3 bis 5 (weggefallen)\n\n\
         Anlage 1 (zu § 1)\nDie Arten\n1. Gas\n");
    assert_eq!(
        rows(&law),
        [
            "preamble | Präambel |  | Der Landtag hat das folgende Gesetz beschlossen: | ",
            "art_1 | § 1 | Licht |  | ",
            "art_1__para_1 | § 1 Abs. 1 |  | Die Laternen brennen. § 5 Absatz 2 gilt nicht. | art_1",
            "art_1__para_2 | § 1 Abs. 2 |  | Öl ist: | art_1",
            "art_1__para_2__point_1 | § 1 Abs. 2 Nr. 1 |  | Rapsöl, | art_1__para_2",
            "art_1__para_2__point_2 | § 1 Abs. 2 Nr. 2 |  | Walöl, | art_1__para_2",
            "art_1__para_2__point_2__point_a | § 1 Abs. 2 Nr. 2 Buchst. a |  | das alte, | \
             art_1__para_2__point_2",
            "art_1__para_2__point_2__point_a__point_aa | § 1 Abs. 2 Nr. 2 Buchst. a Buchst. aa |  | \
             aus Norden, | art_1__para_2__point_2__point_a",
            "art_1__para_2__point_2__point_a__point_bb | § 1 Abs. 2 Nr. 2 Buchst. a Buchst. bb |  | \
             aus Süden, | art_1__para_2__point_2__point_a",
            "art_1__para_2__point_2__point_b | § 1 Abs. 2 Nr. 2 Buchst. b |  | das neue. | \
             art_1__para_2__point_2",
            "art_1__para_2a | § 1 Abs. 2a |  | Wachs ist frei. | art_1",
            "art_2 | § 2 | Öl | Öl ist teuer und die Steuer ist hoch. | ",
            "art_3bis5 | § 3 bis 5 |  | (weggefallen) | ",
            "annex_1 | Anlage 1 | Die Arten | (zu § 1) | ",
            "annex_1__point_1 | Anlage 1 Nr. 1 |  | Gas | annex_1",
        ]
    );
    assert_eq!(law.left_out.first().map(|it| it.why), Some(Why::Contents));
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

#[test]
fn a_treaty_by_articles_has_its_recitals_and_divisions() {
    let law = of("REGULATION ON LAMPS\n\nThe Parties to this Regulation,\n\nWhereas:\n\n\
         (1) Nights are dark.\n(2) Lamps help.\nThey are many.\n\nHAVE AGREED:\n\nCHAPTER I\nGENERAL\n\nSECTION 1\nLight\n\n\
         Article 1\nDefinitions\n(1) The words of this Regulation:\n(a) lamp;\n(b) night.\n\n\
         Article 2\n1. Every street has lamps, and the law of the\tplace.\nA lane has one.\n\
         2. “Article 9\n1. Words of another law.\n2. And more of it.”;\n\nCHAPTER II\n\nArticle 4\n\
         Article 2 shall apply to oil.\n\nDone at Lampton.\n");
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | The Parties to this Regulation, / Whereas: / HAVE AGREED: | ",
            "rec_1 | Recital 1 |  | Nights are dark. | ",
            "rec_2 | Recital 2 |  | Lamps help. / They are many. | ",
            "art_1 | Article 1 | Definitions |  | ",
            "art_1__para_1 | Article 1(1) |  | The words of this Regulation: | art_1",
            "art_1__para_1__point_a | Article 1(1)(a) |  | lamp; | art_1__para_1",
            "art_1__para_1__point_b | Article 1(1)(b) |  | night. | art_1__para_1",
            "art_2 | Article 2 |  |  | ",
            "art_2__para_1 | Article 2(1) |  | Every street has lamps, and the law of the place. / \
             A lane has one. | art_2",
            "art_2__para_2 | Article 2(2) |  | “Article 9 / 1. Words of another law. / 2. And more \
             of it.”; | art_2",
            "art_4 | Article 4 |  | Article 2 shall apply to oil. | ",
        ]
    );
    let remarks = told(&law.remarks);
    assert!(
        remarks.iter().any(|it| it.ends_with("comes `Article 4`; a number is missing")),
        "{remarks:?}"
    );
    assert!(remarks.iter().any(|it| it.contains("taken to be `en`")), "{remarks:?}");
}

#[test]
fn headings_that_a_dash_ends_or_that_stand_above_their_number_are_headings() {
    let law = of("THE LAMP ACT, 2031\n\n1. Short title.—(1) This is the Act of the lamps.\n\
         (2) It begins at once.\n\n2. Oil.—Oil shall be clean.\n");
    assert_eq!(
        rows(&law),
        [
            "sec_1 | Section 1 | Short title. |  | ",
            "sec_1__subsec_1 | Section 1(1) |  | This is the Act of the lamps. | sec_1",
            "sec_1__subsec_2 | Section 1(2) |  | It begins at once. | sec_1",
            "sec_2 | Section 2 | Oil. | Oil shall be clean. | ",
        ]
    );
    let law = of("The Lamp Regulations 2031\n\nCitation\n\n1.—(1) These are the Regulations.\n\n\
         (2) They begin at once.\n\nOil and wax\n\n2. Oil shall be clean.\n");
    assert_eq!(
        rows(&law),
        [
            "reg_1 | Regulation 1 | Citation |  | ",
            "reg_1__para_1 | Regulation 1(1) |  | These are the Regulations. | reg_1",
            "reg_1__para_2 | Regulation 1(2) |  | They begin at once. | reg_1",
            "reg_2 | Regulation 2 | Oil and wax | Oil shall be clean. | ",
        ]
    );
}

#[test]
fn a_text_in_the_encodings_of_old_programs_is_the_same_law() {
    let text = "Laternengesetz\n\n§ 1 Öl\nDas Öl ist teuer – und die Steuer auch.\n";
    let plain = rows(&of(text));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE][..], &wide].concat();
    let old: Vec<u8> = text
        .chars()
        .map(|it| if it == '–' { 0x96 } else { u8::try_from(u32::from(it)).expect("a letter") })
        .collect();
    for bytes in [wide, marked, old, text.replace('\n', "\r\n").into_bytes()] {
        assert_eq!(rows(&read("law.txt", &bytes, Depth::Points)), plain);
    }
    assert_eq!(plain, ["art_1 | § 1 | Öl | Das Öl ist teuer – und die Steuer auch. | "]);
}

#[test]
fn a_unit_without_words_and_a_text_without_provisions_are_problems() {
    let empty = of("The Lamp Act\n\nSection 1\nOil\n\nSection 2\nWax\nWax is free.\n");
    assert_eq!(told(&empty.problems), ["law.txt, line 3: `sec_1` has no words"]);
    let others =
        ["2", "3", "4", "5", "6"].map(|it| ["\nSection ", it, "\nWax\nWax is free.\n"].concat());
    let one = of(&["The Lamp Act\n\nSection 1\n", &others.concat()].concat());
    assert_eq!(told(&one.problems), [""; 0]);
    assert!(
        told(&one.remarks)
            .contains(&"law.txt, line 3: `sec_1` has a number and no words in the file".into())
    );
    // A section with a heading had words; and of sections a fifth is many, however many paragraphs there are.
    let headed = of(&["The Lamp Act\n\nSection 1\nOil\n", &others.concat()].concat());
    assert_eq!(told(&headed.problems), ["law.txt, line 3: `sec_1` has no words"]);
    let paragraphs = "\nSection 2\n(1) Wax is free.\n(2) Oil is dear.\n(3) Gas is both.\n(4) Light is neither.\n";
    let deep = of(&["The Lamp Act\n\nSection 1\n", paragraphs].concat());
    assert_eq!(told(&deep.problems), ["law.txt, line 3: `sec_1` has no words"]);
    let none = told(&of("A letter about lamps.\n\nNothing in it is numbered.\n").problems);
    assert!(none.iter().any(|it| it.starts_with("no provision was found")), "{none:?}");
}

#[test]
fn short_lines_among_long_ones_were_not_broken_by_a_program() {
    let long = "Whoever lights a lamp in a street or puts one out tells the council of it within a day, and keeps its wick for as long as it asks.";
    let sections: Vec<_> = (2..=30).map(|it| format!("Section {it}\n{long}\n\n")).collect();
    let means = "lamp means a thing that gives light\noil means any fuel of a lamp\nwick means what it burns by\n";
    let law =
        of(&format!("The Lamp Act\n\nSection 1\nIn this Act\n{means}\n{}", sections.concat()));
    let definitions = rows(&law).remove(0);
    assert_eq!(
        definitions,
        "sec_1 | Section 1 | In this Act | lamp means a thing that gives light / oil means any fuel of a lamp / wick \
         means what it burns by | "
    );
}

#[test]
fn a_sentence_that_a_part_begins_with_is_no_title_of_it() {
    let law = of(
        "The Ship Act\n\nPART 1\n\nThis Part applies to ships and to no other thing that floats.\n\n\
        Section 1\nShips are free.\n\nPART 2\nScope. Objects.\n\nSection 2\nBoats are free.\n",
    );
    let part =
        "part_1 | PART 1 |  | This Part applies to ships and to no other thing that floats. | ";
    assert_eq!(
        rows(&law),
        [
            part,
            "sec_1 | Section 1 |  | Ships are free. | ",
            "sec_2 | Section 2 |  | Boats are free. | "
        ]
    );
    let chapters = &serde_json::to_value(&law.dataset).expect("JSON")["instrument"]["chapters"];
    assert_eq!(chapters[1]["name"], "Scope. Objects.");
    assert!(law.left_out.is_empty(), "{:?}", law.left_out);
}

#[test]
fn a_list_without_numbers_is_no_heading_and_hides_no_number() {
    let law = of(
        "# Lampenverordnung\n\n## § 1 Licht\n\n(1) Eine Lampe ist\n\n*    *   180 cm\n\n    *   200 cm\n\n\
         ## § 2 Öl\n\n(1) Öl ist frei.\n\n*    *\n    *   (2) Wachs ist frei.\n",
    );
    assert_eq!(
        rows(&law),
        [
            "art_1 | § 1 | Licht |  | ",
            "art_1__para_1 | § 1 Abs. 1 |  | Eine Lampe ist / * 180 cm / * 200 cm | art_1",
            "art_2 | § 2 | Öl |  | ",
            "art_2__para_1 | § 2 Abs. 1 |  | Öl ist frei. | art_2",
            "art_2__para_2 | § 2 Abs. 2 |  | Wachs ist frei. | art_2",
        ]
    );
    assert_eq!(told(&law.problems), [""; 0]);
}

#[test]
fn a_chapter_s_title_may_have_full_stops_and_a_french_paragraph_is_one() {
    let law = of(
        "Code des lampes\n\nChapitre Ier\nPortée. Objet.\n\nArticle 1\nLes lampes sont libres.\n\n\
         Paragraphe 1 : Huile\n\nArticle 2\nL’huile est libre, et la cire l’est aussi.\n",
    );
    let json = serde_json::to_value(&law.dataset).expect("JSON");
    let chapters: Vec<_> =
        json["instrument"]["chapters"].as_array().into_iter().flatten().collect();
    let names: Vec<_> = chapters.iter().map(|it| (&it["number"], &it["name"])).collect();
    assert_eq!(
        names,
        [
            (&"Chapitre Ier".into(), &"Portée. Objet.".into()),
            (&"Paragraphe 1 :".into(), &"Huile".into())
        ]
    );
    assert!(law.left_out.iter().all(|it| it.why != Why::Outside), "{:?}", law.left_out);
}

#[test]
fn markdown_is_read_as_it_is_shown() {
    let law = of(
        "---\ntitle: Lamp Act\nrank: act\n---\n# Lamp Act\n\n## Chapter I : Streets and lanes.\n\n##### Article 1. Light\n\n\
         **(1)** Every [street](#art_2) has *lamps*:  \n- a) of gas,\n- b) of oil.\n\n##### Article 2\n\n| Lamp | Watts |\n\
         |---|---|\n| Arc | 3 |\n\n1\\. Lanes have one.\n",
    );
    assert_eq!(
        rows(&law),
        [
            "art_1 | Article 1 | Light |  | ",
            "art_1__para_1 | Article 1(1) |  | Every street has lamps: | art_1",
            "art_1__para_1__point_a | Article 1(1)(a) |  | of gas, | art_1__para_1",
            "art_1__para_1__point_b | Article 1(1)(b) |  | of oil. | art_1__para_1",
            "art_2 | Article 2 |  | Lamp\tWatts / Arc\t3 | ",
            "art_2__para_1 | Article 2(1) |  | Lanes have one. | art_2",
        ]
    );
    let text = serde_json::to_string(&law.dataset).expect("a tree");
    assert!(text.contains("\"number\":\"Chapter I :\",\"name\":\"Streets and lanes.\""), "{text}");
    assert_eq!(
        left(&law),
        [
            (Why::Page, "--- title: Lamp Act rank: act ---"),
            (Why::Markup, "](#art_2)"),
            (Why::Markup, r"# ## ##### ** ** [ * * - - ##### | | | |---|---| | | | \"),
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

fn left(law: &Law) -> Vec<(Why, &str)> {
    law.left_out.iter().map(|it| (it.why, it.words.as_str())).collect()
}

/// The words of an article in Markdown, and what is left out beside `mark-up`.
fn shown(markdown: &str) -> (Vec<String>, Vec<(Why, String)>) {
    let text = ["# Lamp Act\n\n## Article 1\n\n", markdown, "\n"].concat();
    let law = of(&text);
    let faults: Vec<_> = told(&law.problems);
    assert!(!faults.iter().any(|it| it.contains("accounted for")), "{text}: {faults:?}");
    let rows = rows(&law).iter().map(|it| it.replacen(" | Article 1", "", 1)).collect();
    let left = left(&law).into_iter().filter(|it| it.1.contains(char::is_alphanumeric));
    (rows, left.map(|(why, words)| (why, words.to_string())).collect())
}

#[test]
fn signs_of_markdown_are_no_words_and_all_others_are() {
    for (written, words) in [
        ("Lamps of *wages**, and wages*.", "Lamps of wages*, and wages*."),
        (
            "See &sect; 5&nbsp;&mdash; &#167; 6, art_5 of N&ordm; 7.",
            "See § 5\u{A0}— § 6, art_5 of Nº 7.",
        ),
        ("Name: ______ and 3 * 4 \\* 5.", "Name: ______ and 3 * 4 * 5."),
        ("Type `lamp` and ``a`b``.", "Type lamp and a`b."),
        ("[F3section 4](1) is lit.", "[F3section 4](1) is lit."),
        ("An odd ]( and a [lane](#art_2) and [b].", "An odd ]( and a lane and [b]."),
        ("A [lamp](https://a.example/Lamp_(light)) is lit.", "A lamp is lit."),
        ("A [lamp][1] is lit.\n\n[1]: https://a.example", "A lamp is lit."),
        ("Wood<sup>2</sup>.<br>Oil.", "Wood2. / Oil."),
        ("Of 5<sup>2</sup> and 10<sup>12</sup>.", "Of 5² and 10¹²."),
        ("**Lamps of gas.  \n**\n\nand wages** or `**x`.", "Lamps of gas. / and wages** or **x."),
        ("> Whereas it is dark.", "Whereas it is dark."),
        ("Kinds:\n\n- gas.\n- oil.", "Kinds: / - gas. / - oil."),
        ("The law of\n30\\. June is\nkept.", "The law of 30. June is kept."),
        ("Fee | Lamp\n--|--\na \\| b | 5", "Fee\tLamp / a | b\t5"),
        ("```text\n# a comment\n```", "# a comment"),
        ("<div>\nWords in a page.\n<p>And more.</p>\n</div>", "Words in a page. / And more."),
        ("Fee | Lamp | Oil\n--|--|--\n3 | | 5\n| | 4 |\n", "Fee\tLamp\tOil / 3\t\t5 / \t4"),
        (
            "**Lamps are lit.\n\nThe wages** are paid, or ** none**.",
            "Lamps are lit. / The wages are paid, or ** none**.",
        ),
        ("Oil** is poured.\n\n**Wax is melted.", "Oil** is poured. / Wax is melted."),
        // A sign that is left over changes nothing of those behind it.
        (
            "Oil** is poured.\n\n**Wax is melted.\n\nWicks** burn.\n\nAnd **gas\n\nis lit**.",
            "Oil** is poured. / Wax is melted. / Wicks burn. / And gas / is lit.",
        ),
        ("    **words** as they are", "**words** as they are"),
        ("Oil is lit.\n\nKinds\n: <b>\n\tLamps", "Oil is lit. / Kinds / Lamps"),
    ] {
        let (rows, _) = shown(written);
        assert_eq!(rows, [format!("art_1 |  | {words} | ")], "{written}");
    }
}

#[test]
fn notes_and_deleted_words_of_markdown_are_listed() {
    let (rows, left) =
        shown("Lamps[^1] are ~~dark~~ lit ![a lamp](l.png).\n\n[^1]: By *gas*.\n    And oil.\n");
    assert_eq!(rows, ["art_1 |  | Lamps are lit . | "]);
    let has = |why, words: &str| assert!(left.contains(&(why, words.into())), "{left:?}");
    has(Why::NoteMark, "[^1]");
    has(Why::Deleted, "dark");
    has(Why::Footnote, "By gas. And oil.");
    has(Why::Markup, "![a lamp](l.png)");
}

#[test]
fn numbers_of_lists_in_markdown_stay_those_of_the_law() {
    let (rows, _) = shown("1. Gas.\n3. Oil.\n\n   Of whales.\n\n4. Wax:\n1. white.\n");
    let numbered =
        |number: &str, words: &str| format!("art_1__para_{number}({number}) |  | {words} | art_1");
    assert_eq!(
        rows.get(1..4).unwrap_or_default(),
        [numbered("1", "Gas."), numbered("3", "Oil. / Of whales."), numbered("4", "Wax:")]
    );
    assert!(rows.last().is_some_and(|it| it.contains("(4)(1) |  | white.")), "{rows:?}");
}

#[test]
fn headings_of_markdown_may_be_underlined() {
    let law = read(
        "law.md",
        b"Lamp Act\n========\n\nArticle 1\n---------\n\nLamps are lit.\n\n__________\n",
        Depth::Points,
    );
    assert_eq!(rows(&law), ["art_1 | Article 1 |  | Lamps are lit. | "]);
    assert_eq!(left(&law), [(Why::Markup, "======== --------- __________")]);
    assert_eq!(law.characters, weight("LampAct======== Article1--------- Lampsarelit. __________"));
}

#[test]
fn a_line_of_a_list_below_a_number_is_no_heading() {
    for sign in ["–", "•", "*", "·", "-"] {
        let law = of(&format!(
            "The Lamp Act\n\nSection 1\n{sign} gas lamps\n{sign} oil lamps\n\nSection 2\nOil\nOil is free.\n"
        ));
        let first = format!("sec_1 | Section 1 |  | {sign} gas lamps / {sign} oil lamps | ");
        assert_eq!(rows(&law).first(), Some(&first));
    }
}

#[test]
fn no_law_is_left_out_for_its_schedules_that_count_from_one_again() {
    let parts = "PART 1\nLIGHTING\n\n1 Lamps\n(1) The council lights each street.\n(2) Oil is free.\n\n\
         2 Wicks\nThe council may make rules about wicks.\n\nPART 2\nPENALTIES\n\n3 Fines\nA fine is due.\n\n\
         SCHEDULE\nEXEMPT LAMPS\n\nPart 1\nShips\n\n1 A lamp on a ship is exempt.\n\nPart 2\nHomes\n\n\
         2 A lamp in a home is exempt.\n";
    let lines = "Article 1. The council lights lamps.\nArticle 2. Nobody breaks them.\n\
         Article 3. A fine is due.\nArticle 4. Oil is free.\n\nAnnex\nTerms\n\n\
         Article 1. Gas is sold.\nArticle 2. Wax is not.\nArticle 3. Nor is tar.\nArticle 4. Nor is arc.\n";
    for (law, said) in [
        (format!("Lamp Act\n\n{parts}"), "A fine is due."),
        (
            format!("Lamp Act\n\nContents\nLighting\nPenalties\nExempt lamps\n\n{parts}"),
            "Oil is free.",
        ),
        (format!("Lamp Act\n\n{lines}"), "Nobody breaks them."),
    ] {
        let law = of(&law);
        let all = rows(&law).concat();
        assert!(all.contains(said), "{all}");
        let left: Vec<_> = law.left_out.iter().map(|it| it.words.as_str()).collect();
        assert!(left.concat().len() < 80, "{left:?}");
    }
}

#[test]
fn a_table_of_contents_may_have_full_stops_and_pages() {
    let titles =
        ["Short title.", "Power to light streets that nobody lights, and lanes.", "Fines."];
    let law: String = (1..)
        .zip(titles)
        .map(|(nth, it)| format!("{nth}. {it}\nLamps are lit.\n\n"))
        .collect::<Vec<_>>()
        .concat();
    let law = law + "4. Repeal.\nThe Oil Act is repealed.\n";
    let listed = |page: &str| -> String {
        let all = (1..).zip(titles.into_iter().chain(["Repeal."]));
        all.map(|(nth, it)| format!("{nth}. {it}{page}\n")).collect::<Vec<_>>().concat()
    };
    for before in
        [listed(""), listed(" . . . . 3"), format!("ARRANGEMENT OF SECTIONS\n{}", listed(""))]
    {
        let law = of(&format!("Lamp Act\n\n{before}\n{law}"));
        let left: Vec<_> = law.left_out.iter().map(|it| it.why).collect();
        assert_eq!(left.first(), Some(&Why::Contents), "{before}: {:?}", rows(&law));
        assert_eq!(told(&law.problems), Vec::<String>::new(), "{before}");
    }
}
