//! How laws of many countries write their numbers, as text.

mod common;

use common::{read, rows, told};
use statute::{Depth, Law};

fn of(text: &str) -> Law {
    read("law.txt", text.as_bytes(), Depth::Points)
}

/// Each provision's citation, heading and words.
fn cited(text: &str) -> Vec<String> {
    let law = of(text);
    let row = |it: &String| {
        let mut parts = it.split(" | ").skip(1);
        let mut next = || parts.next().unwrap_or_default();
        let all = [next(), next(), next()];
        all.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    rows(&law).iter().map(row).collect()
}

#[test]
fn numbers_stand_before_their_sign_in_the_north() {
    assert_eq!(
        cited(
            "Lyktlag (2031:5)\n\n1 kap. Inledande bestämmelser\n\nLagens syfte\n\n1 § Denna lag är till för att \
             gatorna ska vara ljusa.\n\nMed lykta avses en lampa som sitter på en stolpe.\n\n2 § Enligt 1 § ska en \
             lykta vara:\n1. hel,\n2. ren.\n\n2 a § Olja är fri.\n\n2 kap. Straff\n\n1 § Den som släcker en lykta ska \
             böta.\n"
        ),
        [
            "1 kap. 1 § | Lagens syfte | Denna lag är till för att gatorna ska vara ljusa. / Med lykta avses en lampa \
             som sitter på en stolpe.",
            "1 kap. 2 § | Enligt 1 § ska en lykta vara:",
            "1 kap. 2 § p. 1 | hel,",
            "1 kap. 2 § p. 2 | ren.",
            "1 kap. 2 a § | Olja är fri.",
            "2 kap. 1 § | Den som släcker en lykta ska böta.",
        ]
    );
    let danish = "Bekendtgørelse af lov om lygter\n\nKapitel 1\nGader\n\n§ 1. Loven gælder for gader og stræder.\nStk. 2. En \
                  lygte skal være af:\n1) glas,\n2) jern.\nStk. 3. Olie er fri efter loven.\n\n§ 1 a. Voks er fri, jf. § 1, stk. 3.\n";
    assert_eq!(
        cited(danish),
        [
            "§ 1 | Loven gælder for gader og stræder.",
            "§ 1, stk. 2 | En lygte skal være af:",
            "§ 1, stk. 2, nr. 1 | glas,",
            "§ 1, stk. 2, nr. 2 | jern.",
            "§ 1, stk. 3 | Olie er fri efter loven.",
            "§ 1 a | Voks er fri, jf. § 1, stk. 3.",
        ]
    );
    let told = told(&of(danish).remarks);
    assert!(told.iter().all(|it| it.contains("its language")), "{told:?}");
    assert_eq!(
        cited(
            "Lov om lykter\n\n§ 1-1. Formål\nLoven skal gi lys til gatene og ikke til andre.\n\n§ 1-2. Krav\n(1) Lykter som er \
             ute, skal være:\na) hele,\nb) rene.\n(2) Olje er fri.\n"
        ),
        [
            "§ 1-1 | Formål | Loven skal gi lys til gatene og ikke til andre.",
            "§ 1-2 | Krav",
            "§ 1-2 (1) | Lykter som er ute, skal være:",
            "§ 1-2 (1) bokstav a | hele,",
            "§ 1-2 (1) bokstav b | rene.",
            "§ 1-2 (2) | Olje er fri.",
        ]
    );
    assert_eq!(
        cited(
            "Lyhtylaki\n\n1 luku\nYleiset säännökset\n\n1 §\nLain tarkoitus\nTämä laki on katuja varten.\n\n2 §\nÖljy\nÖljy on vapaa.\n"
        ),
        ["1 § | Lain tarkoitus | Tämä laki on katuja varten.", "2 § | Öljy | Öljy on vapaa."]
    );
}

#[test]
fn articles_are_numbered_in_words_codes_and_other_digits() {
    for (text, expected) in [
        (
            "Code de la lampe\n\nArticle premier\nLes lampes sont allumées par la ville et les rues.\n\n\
             Article L121-1\nI. – Les rues ont une lampe :\n1° Au nord ;\n2° Au sud.\nII. – L'huile est libre.\n\n\
             Article R. 121-2\nLa cire est libre dans les rues.\n",
            &[
                "Article premier | Les lampes sont allumées par la ville et les rues.",
                "Article L121-1",
                "Article L121-1, paragraphe I | Les rues ont une lampe :",
                "Article L121-1, paragraphe I, point 1) | Au nord ;",
                "Article L121-1, paragraphe I, point 2) | Au sud.",
                "Article L121-1, paragraphe II | L'huile est libre.",
                "Article R. 121-2 | La cire est libre dans les rues.",
            ][..],
        ),
        (
            "Ley de Lámparas\n\nArtículo 1. Objeto.\n1. Esta ley es para las calles.\n2. Las lámparas:\na) del norte,\nb) del sur.\n\n\
             Artículo 1 bis. Aceite.\nEl aceite es libre para los que se alumbran.\n\n\
             Disposición adicional primera. Cera.\nLa cera es libre.\n\nDisposición final única. Entrada en vigor.\nMañana.\n",
            &[
                "Artículo 1 | Objeto.",
                "Artículo 1, apartado 1 | Esta ley es para las calles.",
                "Artículo 1, apartado 2 | Las lámparas:",
                "Artículo 1, apartado 2, letra a) | del norte,",
                "Artículo 1, apartado 2, letra b) | del sur.",
                "Artículo 1 bis | Aceite. | El aceite es libre para los que se alumbran.",
                "Disposición adicional primera | Cera. | La cera es libre.",
                "Disposición final única | Entrada en vigor. | Mañana.",
            ],
        ),
        (
            "قانون المصابيح\n\nالمادة (1)\nتكون المصابيح في كل شارع من هذا البلد.\n\nالمادة ٢\n١- الزيت حر.\n٢- الشمع:\nأ) الأبيض.\nب) الأصفر.\n\n\
             المادة الثالثة\nيعمل بهذا القانون إلى الغد. المادة 1 من هذا القانون.\n",
            &[
                "المادة (1) | تكون المصابيح في كل شارع من هذا البلد.",
                "المادة ٢",
                "المادة ٢ الفقرة ١ | الزيت حر.",
                "المادة ٢ الفقرة ٢ | الشمع:",
                "المادة ٢ الفقرة ٢ (أ) | الأبيض.",
                "المادة ٢ الفقرة ٢ (ب) | الأصفر.",
                "المادة الثالثة | يعمل بهذا القانون إلى الغد. المادة 1 من هذا القانون.",
            ],
        ),
    ] {
        assert_eq!(cited(text), expected, "{text}");
    }
}

#[test]
fn articles_of_japan_are_numbered_before_and_behind() {
    let text = "街灯法\n\n第一章　総則\n\n（目的）\n第一条　この法律は、街を明るくすることを目的とする。\n２　街灯は、次に掲げるものとする。\n\
                一　油\n二　ガス\n\n第二条の二　蝋は、自由とする。\n";
    assert_eq!(
        rows(&of(text)),
        [
            "art_1 | 第一条 | （目的） | この法律は、街を明るくすることを目的とする。 | ",
            "art_1__para_2 | 第一条第２項 |  | 街灯は、次に掲げるものとする。 | art_1",
            "art_1__para_2__point_1 | 第一条第２項第一号 |  | 油 | art_1__para_2",
            "art_1__para_2__point_2 | 第一条第２項第二号 |  | ガス | art_1__para_2",
            "art_2-2 | 第二条の二 |  | 蝋は、自由とする。 | ",
        ]
    );
}

#[test]
fn paragraphs_begin_behind_the_number_of_their_article() {
    for (text, expected) in [
        (
            "Ustawa o latarniach\n\nArt. 5. 1. Latarnie są przez miasto zapalane oraz gaszone.\n2. Olej jest:\n1) czysty,\n2) tani.\n\n\
             Art. 5a. Wosk jest wolny. Art. 5 ust. 2 nie stosuje się.\n",
            &[
                "Art. 5",
                "Art. 5 ust. 1 | Latarnie są przez miasto zapalane oraz gaszone.",
                "Art. 5 ust. 2 | Olej jest:",
                "Art. 5 ust. 2 pkt 1 | czysty,",
                "Art. 5 ust. 2 pkt 2 | tani.",
                "Art. 5a | Wosk jest wolny. Art. 5 ust. 2 nie stosuje się.",
            ][..],
        ),
        (
            "Lei das Lâmpadas\n\nArt. 1º As lâmpadas são acesas pela cidade:\nI - ao norte;\nII - ao sul.\n§ 1º O óleo é livre.\n\
             § 2º A cera não é livre.\n\nArtigo 2.º\nÓleo\n1 - O óleo dos candeeiros.\n2 - A cera das velas.\n",
            &[
                "Art. 1º | As lâmpadas são acesas pela cidade:",
                "Art. 1º, inciso I | ao norte;",
                "Art. 1º, inciso II | ao sul.",
                "Art. 1º, § 1º | O óleo é livre.",
                "Art. 1º, § 2º | A cera não é livre.",
                "Artigo 2.º | Óleo",
                "Artigo 2.º, n.º 1 | O óleo dos candeeiros.",
                "Artigo 2.º, n.º 2 | A cera das velas.",
            ],
        ),
        (
            "Legge sulle lampade\n\nArt. 1\n(Finalità)\n1. Le lampade sono accese per la città.\n2. L'olio è libero.\n\n\
             Art. 1-bis\n(abrogato)\n\nArt. 2\n(Cera)\nLa cera della città è libera.\n",
            &[
                "Art. 1 | (Finalità)",
                "Art. 1, comma 1 | Le lampade sono accese per la città.",
                "Art. 1, comma 2 | L'olio è libero.",
                "Art. 1-bis | (abrogato)",
                "Art. 2 | (Cera) | La cera della città è libera.",
            ],
        ),
    ] {
        assert_eq!(cited(text), expected, "{text}");
    }
}

#[test]
fn sections_rules_and_clauses_keep_their_own_words() {
    for (word, unit) in [
        ("Sec. 1.", "Section 1"),
        ("Rule 1", "Rule 1"),
        ("Clause 1.", "Clause 1"),
        ("Regulation 1", "Regulation 1"),
    ] {
        let second = word.replace('1', "2");
        let text = format!(
            "The Lamp Charter\n\n{word} Lamps\n(1) Every street of the town has lamps.\n(a) Lanes have one.\n\n\
             {second} Oil\nThe oil of the town is clean.\n"
        );
        let first = cited(&text);
        assert_eq!(first[0], format!("{unit} | Lamps"), "{text}");
        assert_eq!(first[1], format!("{unit}(1) | Every street of the town has lamps."));
        assert_eq!(
            first[3],
            format!("{} | Oil | The oil of the town is clean.", unit.replace('1', "2"))
        );
    }
}

#[test]
fn articles_hold_paragraph_signs_where_the_law_is_counted_in_these() {
    let law = of(
        "Laternen-Rechtsbereinigungsgesetz\n\nArtikel 1\nÄnderung des Lichtgesetzes\n\n§ 1. Die Laternen brennen nicht.\n\n\
                  § 2. Das Öl ist frei.\n\nArtikel 2\nÄnderung des Ölgesetzes\n\n§ 1. Das Öl wird nicht besteuert und ist frei.\n",
    );
    let ids: Vec<_> =
        rows(&law).iter().filter_map(|it| Some(it.split(" | ").next()?.to_string())).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    let chapters = law.dataset.field("instrument").and_then(|it| it.field("chapters"));
    assert!(format!("{chapters:?}").contains("Änderung des Ölgesetzes"));
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

#[test]
fn each_annex_has_numbers_of_its_own() {
    assert_eq!(
        cited(
            "Regulation on lamps\n\nArticle 1\nThe lamps of Annex I and of Annex II are lit.\n\nANNEX I\nKINDS\n1. Gas\n2. Oil\n\n\
               ANNEX II\nFEES\n1. For gas:\n(a) five,\n(b) six.\n2. For oil.\n\nAppendix\nForms\n1. Form of the lamp\n"
        ),
        [
            "Article 1 | The lamps of Annex I and of Annex II are lit.",
            "Annex I | KINDS",
            "Annex I, point 1 | Gas",
            "Annex I, point 2 | Oil",
            "Annex II | FEES",
            "Annex II, point 1 | For gas:",
            "Annex II, point 1(a) | five,",
            "Annex II, point 1(b) | six.",
            "Annex II, point 2 | For oil.",
            "Appendix | Forms",
            "Appendix, point 1 | Form of the lamp",
        ]
    );
}

#[test]
fn articles_that_are_numbered_in_words_keep_all_of_them() {
    let ones = [
        "الأولى",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
    ];
    let arabic = (1..=30_usize).map(|nth| {
        let one = |nth: usize| if nth == 1 { "الحادية" } else { ones[nth - 1] };
        match nth {
            1..=9 => ones[nth - 1].to_string(),
            10 => "العاشرة".into(),
            20 => "العشرون".into(),
            30 => "الثلاثون".into(),
            11..=19 => format!("{} عشرة", one(nth - 10)),
            _ => format!("{} والعشرون", one(nth - 20)),
        }
    });
    let ones = [
        "PRIMERO", "SEGUNDO", "TERCERO", "CUARTO", "QUINTO", "SEXTO", "SÉPTIMO", "OCTAVO", "NOVENO",
    ];
    let spanish = (1..=30_usize).map(|nth| {
        let tens = ["", "DÉCIMO", "VIGÉSIMO", "TRIGÉSIMO"][nth / 10];
        let one = if nth % 10 == 0 { "" } else { ones[nth % 10 - 1] };
        [tens, one].join(" ").trim().to_string()
    });
    let small = spanish.clone().map(|it| it.to_lowercase());
    for (title, word, ranks, behind) in [
        (
            "قانون المصابيح",
            "المادة",
            arabic.collect::<Vec<_>>(),
            "\nتكون المصابيح في كل شارع من هذا البلد.",
        ),
        (
            "Ley de las lámparas",
            "ARTÍCULO",
            spanish.collect(),
            ".- Las lámparas de la ciudad son para la calle.",
        ),
        (
            "Ley de las lámparas",
            "Artículo",
            small.collect(),
            ". Las lámparas de la ciudad son para la calle.",
        ),
    ] {
        let articles = ranks.iter().map(|rank| format!("{word} {rank}{behind}\n\n"));
        let text = format!("{title}\n\n{}", articles.collect::<String>());
        let all = cited(&text);
        let written = word;
        let word = if word == "ARTÍCULO" { "Artículo" } else { word };
        let citations: Vec<_> = all.iter().filter_map(|it| it.split(" | ").next()).collect();
        assert_eq!(citations, ranks.iter().map(|it| format!("{word} {it}")).collect::<Vec<_>>());
        let remarks = told(&of(&text).remarks).concat();
        assert!(!remarks.contains("missing"), "{remarks}");
        // One that is gone is told.
        let gone = text.replacen(&format!("{written} {}{behind}\n\n", ranks[21]), "", 1);
        let remarks = told(&of(&gone).remarks).concat();
        assert!(remarks.contains("missing"), "{remarks}");
    }
}

#[test]
fn catalan_laws_are_cited_in_catalan() {
    assert_eq!(
        cited(
            "Llei dels fanals\n\nArticle 1\n1. Els fanals són per a les nits dels carrers.\n2. Amb aquesta llei els fanals han de ser:\n\
             a) nets,\nb) sencers.\n"
        ),
        [
            "Article 1",
            "Article 1, apartat 1 | Els fanals són per a les nits dels carrers.",
            "Article 1, apartat 2 | Amb aquesta llei els fanals han de ser:",
            "Article 1, apartat 2, lletra a) | nets,",
            "Article 1, apartat 2, lletra b) | sencers.",
        ]
    );
}

#[test]
fn articles_from_a_hundred_on_are_numbered_in_words() {
    for (text, articles) in [
        (
            "LEY DE FAROLES\n\nARTÍCULO CIENTO DOS.- El farol se enciende de noche.\n\nARTÍCULO CIENTO TRES.- La \
             ley no dice más de la noche.\n",
            ["Artículo CIENTO DOS", "Artículo CIENTO TRES"],
        ),
        (
            "Lamps Act\n\nArticle One Hundred and Two\nThe lamp is lit at night by the keeper.\n\nArticle One Hundred \
             and Three\nThe keeper shall be paid for it.\n",
            ["Article One Hundred and Two", "Article One Hundred and Three"],
        ),
        (
            "نظام المصابيح\n\nالمادة الثانية بعد المائة\nتضاء المصابيح في الليل من كل يوم.\n\nالمادة الثالثة بعد \
             المائة\nيعمل بهذا النظام على الفور.\n",
            ["المادة الثانية بعد المائة", "المادة الثالثة بعد المائة"],
        ),
    ] {
        let all = cited(text);
        let found: Vec<_> = all.iter().filter_map(|it| it.split(" | ").next()).collect();
        assert_eq!(found, articles, "{text}");
    }
}

#[test]
fn a_text_full_of_a_word_that_languages_share_is_not_taken_for_another_language() {
    let text = "Ley de Faroles\n\nArtículo 1. De la luz de la ciudad de Lima, de sus faroles, y de su guarda.\n\n\
                Artículo 2. De la cera de abejas, de la de palma y de la de Lima.\n";
    let told = told(&of(text).remarks);
    assert!(told.iter().any(|it| it.contains("taken to be `es`")), "{told:?}");
}

#[test]
fn a_dash_between_a_part_in_words_and_its_heading_is_accounted_for() {
    let text = "Gesetz\n\nErster Abschnitt - Öl\n\n§ 1 Lampen\n\nDie Lampe wird mit Öl gespeist.\n";
    let law = read("law.md", text.replace("Erster", "## Erster").as_bytes(), Depth::Points);
    assert!(law.problems.is_empty(), "{:?}", law.problems);
}
