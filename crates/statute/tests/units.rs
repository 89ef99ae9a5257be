//! What laws are counted in: words of many languages, words that no list has, and numbers alone.
// They are of many languages: cspell:disable

mod common;

use common::{read, rows, told};
use statute::{Depth, Law, Why};

fn of(text: &str) -> Law {
    read("law.txt", text.as_bytes(), Depth::Points)
}

/// Citation and heading of each provision.
fn cited(law: &Law) -> Vec<String> {
    let cited = |row: &String| row.split(" | ").skip(1).take(2).collect::<Vec<_>>().join(" | ");
    rows(law).iter().map(|it| cited(it).trim_end_matches([' ', '|']).into()).collect()
}

#[test]
#[allow(clippy::too_many_lines, reason = "it is a table, a language a row")]
fn the_word_of_a_language_heads_its_provisions_and_is_cited_as_it_stands() {
    for (title, heads, words, citations) in [
        (
            "LUẬT CHIẾU SÁNG",
            ["Điều 1. Đèn", "Điều 1a. Dầu", "Điều 2. Nến"],
            "Đèn là của dân.",
            ["Điều 1", "Điều 1a", "Điều 2"],
        ),
        (
            "Lag om lampor",
            ["1 § Lampor", "1 a § Olja", "2 § Vax"],
            "Olja är fri.",
            ["1 §", "1 a §", "2 §"],
        ),
        (
            "Törvény a lámpákról",
            ["1. § Lámpa", "1/A. § Olaj", "2. § Viasz"],
            "Az olaj a népé és szabad.",
            ["1. §", "1/A. §", "2. §"],
        ),
        (
            "พระราชบัญญัติโคมไฟ",
            ["มาตรา ๑", "มาตรา ๑/๑", "มาตรา ๒"],
            "น้ำมันให้โดยไม่คิดค่าใช้จ่าย",
            ["มาตรา ๑", "มาตรา ๑/๑", "มาตรา ๒"],
        ),
        (
            "Νόμος περί λύχνων",
            ["Άρθρο 1", "ΑΡΘΡΟ 1Α", "Άρθρο 2"],
            "Το λάδι είναι δωρεάν.",
            ["Άρθρο 1", "Αρθρο 1Α", "Άρθρο 2"],
        ),
        (
            "LAMBA KANUNU",
            ["MADDE 1- Lamba", "EK MADDE 1- Yağ", "GEÇİCİ MADDE 1- Mum"],
            "Yağ bu kanun ile serbesttir.",
            ["Madde 1", "Ek MADDE 1", "Geçici MADDE 1"],
        ),
        (
            "Закон про лампи",
            ["Стаття 1. Світло", "Стаття 1-1. Олія", "Стаття 2. Віск"],
            "Олія є вільна та чиста.",
            ["Стаття 1", "Стаття 1-1", "Стаття 2"],
        ),
        (
            "კანონი ლამპების შესახებ",
            ["მუხლი 1. სინათლე", "მუხლი 1¹. ზეთი", "მუხლი 2. ცვილი"],
            "ზეთი თავისუფალია.",
            ["მუხლი 1", "მუხლი 1¹", "მუხლი 2"],
        ),
        (
            "ՕՐԵՆՔ ԼԱՄՊԵՐԻ ՄԱՍԻՆ",
            ["Հոդված 1. Լույս", "Հոդված 1.1. Յուղ", "Հոդված 2. Մոմ"],
            "Յուղն ազատ է։",
            ["Հոդված 1", "Հոդված 1.1", "Հոդված 2"],
        ),
        (
            "חוק המנורות",
            ["סעיף 1: אור", "סעיף 1א: שמן", "סעיף 2: שעווה"],
            "השמן חופשי.",
            ["סעיף 1", "סעיף 1א", "סעיף 2"],
        ),
        (
            "दीप अधिनियम",
            ["धारा 1. दीप", "धारा 1क. तेल", "धारा 2. मोम"],
            "तेल का मूल्य नहीं है।",
            ["धारा 1", "धारा 1क", "धारा 2"],
        ),
        (
            "قانون المصابيح",
            ["المادة 1", "المادة 1 مكرر", "المادة 2 (مكررا)"],
            "الزيت مجاني في كل الشوارع.",
            ["المادة 1", "المادة 1 مكرر", "المادة 2 (مكررا)"],
        ),
        (
            "قانون چراغ",
            ["ماده ۱ -", "ماده ۲ -", "ماده ۳ -"],
            "روغن در این شهر رایگان است.",
            ["ماده ۱", "ماده ۲", "ماده ۳"],
        ),
        (
            "등불법",
            ["제1조(목적)", "제1조의2(기름)", "제2조(밀랍)"],
            "기름은 자유이다.",
            ["제1조", "제1조의2", "제2조"],
        ),
        (
            "灯火法",
            ["第一条", "第一条の二", "第二条"],
            "油は無料とする。",
            ["第一条", "第一条の二", "第二条"],
        ),
        (
            "灯火条例",
            ["第一条", "第一条之一", "第二条"],
            "油免费供应。",
            ["第一条", "第一条之一", "第二条"],
        ),
        (
            "Undang-undang Lampu",
            ["Pasal 1", "Pasal 1A", "Pasal 2"],
            "Minyak yang ada di sini bebas.",
            ["Pasal 1", "Pasal 1A", "Pasal 2"],
        ),
        (
            "Шамдар туралы заң",
            ["1-бап. Жарық", "2-бап. Май", "3-бап. Балауыз"],
            "Май еркін.",
            ["1-бап", "2-бап", "3-бап"],
        ),
        (
            "Lampų įstatymas",
            ["1 straipsnis. Šviesa", "2 straipsnis. Aliejus", "3 straipsnis. Vaškas"],
            "Aliejus yra laisvas.",
            ["1 straipsnis", "2 straipsnis", "3 straipsnis"],
        ),
    ] {
        let parts = heads.map(|it| format!("{it}\n{words}\n{words}\n\n"));
        let law = of(&format!("{title}\n\n{}", parts.concat()));
        let found: Vec<_> = cited(&law)
            .iter()
            .map(|it| it.split(" | ").next().unwrap_or_default().to_string())
            .collect();
        assert_eq!(found, citations, "{title}");
        assert_eq!(told(&law.problems), [""; 0], "{title}");
        assert!(law.left_out.is_empty(), "{title}: {:?}", law.left_out);
    }
}

#[test]
fn a_word_that_no_list_has_and_that_heads_its_lines_in_a_row_is_the_unit() {
    let law = of(
        "Lumolegaro pri lampoj\n\nGrando I\nĜenerale\n\nLumero 1. Celo\nLa lampoj brulu nokte.\n1. Ĉiu strato:\n\
        a) unu lampon;\nb) du.\n\nLumero 2. Oleo\nOleo estu libera.\n\nGrando II\nPunoj\n\nLumero 3. Vakso\nVakso ankaŭ.\n\n\
        Lumero 3a. Meĉo\nMeĉoj ne.\n\nLumero 4. Fino\nNokte finas.\n",
    );
    assert_eq!(
        cited(&law),
        [
            "Lumero 1 | Celo",
            "Lumero 1, 1",
            "Lumero 1, 1, a)",
            "Lumero 1, 1, b)",
            "Lumero 2 | Oleo",
            "Lumero 3 | Vakso",
            "Lumero 3a | Meĉo",
            "Lumero 4 | Fino"
        ]
    );
    let json = serde_json::to_value(&law.dataset).expect("JSON");
    let chapters = &json["instrument"]["chapters"];
    assert_eq!([&chapters[0]["number"], &chapters[1]["name"]], ["Grando I", "Punoj"]);
    let remarks = told(&law.remarks);
    assert!(
        remarks.iter().any(|it| it.contains("`Lumero 1` heads its lines in a row")),
        "{remarks:?}"
    );
    // Nothing of it is said in English.
    assert!(
        law.to_be_given.contains(&"instrument.drafts[0].label".to_string()),
        "{:?}",
        law.to_be_given
    );

    let behind = of(
        "Lumolegaro\n\n1-lumero\nLampoj brulu.\n\n2-lumero\nOleo estu.\n\n3-lumero\nVakso ne.\n\n4-lumero\nFino.\n",
    );
    assert_eq!(cited(&behind), ["1-lumero", "2-lumero", "3-lumero", "4-lumero"]);
}

#[test]
fn what_counts_beside_a_word_that_is_known_is_no_unit() {
    let law = of(
        "The Lamp Act\n\nSection 1. Lamps\nTable 1\nArc lamps.\nTable 2\nGas lamps.\nTable 3\nOil lamps.\n\n\
        Section 2. Oil\nOil is free.\n",
    );
    assert_eq!(cited(&law), ["Section 1 | Lamps", "Section 2 | Oil"]);
}

#[test]
fn numbers_that_nothing_says_a_word_for_are_cited_alone() {
    let law = of("Lumolegaro\n\n1. Lampoj\n(1) Lampoj brulu.\n(2) Nokte.\n\n2. Oleo\nOleo estu.\n");
    assert_eq!(cited(&law), ["1 | Lampoj", "1(1)", "1(2)", "2 | Oleo"]);
    let remarks = told(&law.remarks);
    assert!(remarks.iter().any(|it| it.contains("numbers alone")), "{remarks:?}");
    // A law that speaks of its provisions says it.
    let law = of(
        "Laternenordnung\n\n1. Licht\nDie Laternen und das Licht sind frei, wie in Artikel 2 steht.\n\n2. Öl\nDas Öl ist frei.\n",
    );
    assert_eq!(cited(&law), ["Artikel 1 | Licht", "Artikel 2 | Öl"]);
}

#[test]
fn an_act_as_it_is_pasted_from_its_page_has_its_sections_and_schedules() {
    let law = of("Lamps Act 2031\n\n2031 CHAPTER 9\n\nAn Act to make provision about lamps.\n\n\
        BE IT ENACTED by the King as follows:—\n\nPART 1\nLIGHTING\n\n1 Duty to light streets\n\n\
        (1) The council must light each street (see section 3(2)).\n\n(2) In subsection (1) “street” means—\n\n\
        (a) a highway, or\n\n(b) a lane.\n\n1A Oil\n\n(1) Oil is free.\n\n2ZA Wicks\n\nThe minister may make provision about wicks.\n\n\
        PART 2\nPENALTIES\n\n3 Fines\n\n(1) A person who breaks a lamp commits an offence.\n\n(2) The fine is high.\n\n\
        SCHEDULE 1\nSection 3\n\nEXEMPTED LAMPS\n\n1 A lamp on a ship is exempt.\n\n2 (1) Paragraph 1 does not apply to a ferry.\n\n\
        (2) In this paragraph “ferry” means a ship.\n\nSCHEDULE 2 Section 3\nAMENDMENTS\n\n1 Wax is oil.\n");
    assert_eq!(
        cited(&law),
        [
            "Preamble",
            "Section 1 | Duty to light streets",
            "Section 1(1)",
            "Section 1(2)",
            "Section 1(2)(a)",
            "Section 1(2)(b)",
            "Section 1A | Oil",
            "Section 1A(1)",
            "Section 2ZA | Wicks",
            "Section 3 | Fines",
            "Section 3(1)",
            "Section 3(2)",
            "Schedule 1 | EXEMPTED LAMPS",
            "Schedule 1 para 1",
            "Schedule 1 para 2",
            "Schedule 1 para 2(1)",
            "Schedule 1 para 2(2)",
            "Schedule 2 | AMENDMENTS",
            "Schedule 2 para 1",
        ]
    );
    assert_eq!(told(&law.problems), [""; 0]);
    let schedule = &rows(&law)[12];
    assert!(schedule.contains("| Section 3 |"), "{schedule}");
}

#[test]
fn an_annex_may_have_articles_of_its_own() {
    let law = of(
        "TREATY ON LAMPS\n\nArticle 1\nLamps are lit.\n\nArticle 2\nOil is free.\n\nANNEX I\n\nArticle 1\nWicks are free.\n\n\
        Article 2\nWax is not.\n",
    );
    assert_eq!(
        cited(&law),
        ["Article 1", "Article 2", "Annex I", "Annex I, Article 1", "Annex I, Article 2"]
    );
}

#[test]
fn what_closes_a_law_in_its_language_is_no_text_of_its_last_provision() {
    let japanese = of(
        "灯火法\n\n第一条　この法律は、灯火について定める。\n２　油は無料とする。\n\n第二条　罰金に処する。\n\n\
        附　則\nこの法律は、公布の日から施行する。\n\n別表第一（第二条関係）\n一　軽油\n",
    );
    assert_eq!(
        cited(&japanese),
        ["第一条", "第一条第２項", "第二条", "附　則", "別表第一", "別表第一第一項"]
    );

    let korean = of(
        "등불법\n\n제1조(목적) 이 법은 등불을 정한다.\n\n제2조(기름) ① 기름은 자유이다.\n② 밀랍은 아니다.\n1. 흰 밀랍\n\n\
        부칙 <제1234호, 2031. 5. 6.>\n제1조(시행일) 이 법은 공포한 날부터 시행한다.\n",
    );
    assert_eq!(
        cited(&korean),
        [
            "제1조 | (목적)",
            "제2조 | (기름)",
            "제2조제1항",
            "제2조제2항",
            "제2조제2항제1호",
            "부칙",
            "부칙, 제1조 | (시행일)"
        ]
    );

    let greek = of(
        "ΝΟΜΟΣ περί λύχνων\n\nΜΕΡΟΣ Α΄\nΓΕΝΙΚΑ\n\nΆρθρο 1\nΣκοπός\n\n1. Το φως των οδών.\n\nΜΕΡΟΣ Β΄\nΤΕΛΙΚΑ\n\nΆρθρο 2\nΙσχύς\n\n\
        Ο νόμος αυτός ισχύει.\n\nΠΑΡΑΡΤΗΜΑ Ι\nΠίνακας λύχνων\n\nΟδού 3 μ.\n",
    );
    assert_eq!(
        cited(&greek),
        ["Άρθρο 1 | Σκοπός", "Άρθρο 1, παρ. 1", "Άρθρο 2 | Ισχύς", "Παραρτημα Ι | Πίνακας λύχνων"]
    );
    let json = serde_json::to_value(&greek.dataset).expect("JSON");
    assert_eq!(json["instrument"]["chapters"][1]["number"], "ΜΕΡΟΣ Β΄");

    let hungarian = of(
        "Törvény a lámpákról\n\nI. FEJEZET\nÁLTALÁNOS RENDELKEZÉSEK\n\n1. A törvény hatálya\n\n1. § (1) E törvény hatálya minden lámpára kiterjed.\n\
        (2) Nem terjed ki:\na) a magánlakásra,\nb) a hajóra.\n\n2. Értelmező rendelkezések\n\n2. § E törvény szerint az olaj ingyenes és szabad.\n\n\
        1. melléklet a 2031. évi XII. törvényhez\nLámpák jegyzéke\n1. Utcai lámpa\n",
    );
    assert_eq!(
        cited(&hungarian),
        [
            "1. § | 1. A törvény hatálya",
            "1. § (1) bekezdés",
            "1. § (2) bekezdés",
            "1. § (2) bekezdés a) pont",
            "1. § (2) bekezdés b) pont",
            "2. § | 2. Értelmező rendelkezések",
            "1. melléklet",
            "1. melléklet, 1. pont",
        ]
    );
    for law in [japanese, korean, greek, hungarian] {
        assert_eq!(told(&law.problems), [""; 0]);
        assert!(law.left_out.iter().all(|it| it.why != Why::Outside), "{:?}", law.left_out);
    }
}

/// A ratio of two times alone, so it holds on any machine.
#[test]
fn an_index_whose_words_all_differ_takes_time_as_its_length_does() {
    let index = |articles: usize| {
        let word = |nth: usize| {
            let letter =
                |by: usize| char::from(b'a' + u8::try_from(nth / by % 26).expect("a letter"));
            format!("Z{}{}", letter(26), letter(1))
        };
        let lines = |nth: usize| {
            let word = word(nth);
            format!("{}. Lampoj brulu.\n{word} 1 lampo\n{word} 2 lampo\n", nth + 1)
        };
        format!("Lumolegaro\n\n{}", (0..articles).map(lines).collect::<String>())
    };
    let takes = |text: &str| {
        let begin = std::time::Instant::now();
        drop(of(text));
        begin.elapsed()
    };
    let small = index(40);
    let small = (0..5).map(|_| takes(&small)).min().unwrap_or_default();
    let large = index(400);
    let large = (0..3).map(|_| takes(&large)).min().unwrap_or_default();
    assert!(large < small * 40, "{small:?} for 40 words, {large:?} for 400");
}

#[test]
fn a_law_is_cited_in_no_neighbour_s_words() {
    let croatian = "Zakon o uličnoj rasvjeti\n\nČlanak 1.\n(1) Grad osvjetljava ulice ili trgove koji su njegovi, odnosno sve one iz plana.\n(2) Svjetiljke se pale u sumrak, a gase se u zoru.\n\nČlanak 2.\n(1) Tko razbije svjetiljku iz stavka 1. članka 1., plaća štetu kao i dužnik koji je u zakašnjenju.\n(2) Na zahtjev grada to može učiniti i sud.\n";
    let said =
        |law: &Law, tag| told(&law.remarks).iter().any(|it| it.contains(&format!("to be `{tag}`")));
    let law = of(croatian);
    assert!(said(&law, "hr"), "{:?}", told(&law.remarks));
    let maltese = "Att dwar id-Dawl tat-Toroq\n\nArtikolu 1.\n(1) Il-kunsill għandu jdawwal it-toroq kollha li huma fil-lokalità tiegħu.\n(2) Il-fanali jinxtegħlu fi nżul ix-xemx u jintfew fil-għodu.\n\nArtikolu 2.\n(1) Kull min ikisser fanal iħallas id-danni.\n(2) Il-qorti tista’ tordna dan.\n";
    let law = of(maltese);
    assert!(!said(&law, "sv"), "{:?}", told(&law.remarks));
    assert_eq!(cited(&law).first().map(String::as_str), Some("Artikolu 1"));
}
