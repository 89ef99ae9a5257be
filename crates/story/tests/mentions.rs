//! Whose article it is, what isn't a mention, and what the dataset lacks.

mod common;

use authoring::Dataset;
use story::{Doubt, Instead, Ruling, Story, What};

/// Each mention: the words, and what they name; behind a question mark, what may as well be another law's.
fn mentions(text: &str, dataset: &Dataset) -> String {
    let story = Story::from_text(text.into());
    let mention = |mention: &story::Mention| {
        let what = match &mention.what {
            What::Here(all) => {
                let ids = all.iter().map(|it| dataset.provision(*it).expect("one").id.as_str());
                ids.collect::<Vec<_>>().join("+")
            }
            What::Missing { cited, nearest } => {
                let near = nearest.and_then(|it| dataset.provision(it)).map(|it| it.id.as_str());
                format!("no {cited}, near {}", near.unwrap_or("none"))
            }
            What::Elsewhere { law } => format!("<{law}>"),
        };
        let asked = if mention.doubt == Some(Doubt::Between) { "?" } else { "" };
        format!("{}={asked}{what}", &story.text()[mention.span.clone()])
    };
    story.mentions(dataset).iter().map(mention).collect::<Vec<_>>().join(" | ")
}

fn check(dataset: &Dataset, table: &[(&str, &str)]) {
    let wrong: Vec<_> = table.iter().filter(|(text, it)| mentions(text, dataset) != *it).collect();
    let lines = wrong.iter().map(|(text, expected)| {
        format!("{text}\n    expected {expected}\n    got      {}\n", mentions(text, dataset))
    });
    assert!(wrong.is_empty(), "{}", lines.collect::<String>());
}

#[test]
fn names_of_this_law_lead_into_the_dataset() {
    let here = "Article 28=art_28";
    let tails = [
        "of the Convention",
        "of the convention",
        "of the treaty",
        "of the draft",
        "of the draft treaty",
        "of the UN treaty",
        "of the U.N. cybercrime treaty",
        "of the proposed UN convention",
        "of the text",
        "of the law",
        "of the final text adopted in December",
        "of the UN Convention against Cybercrime",
        "of the United Nations Convention against Cybercrime",
        "of the Cybercrime Convention",
        "of this treaty",
        "of the draft convention of 23 May 2024",
        "of A/AC.291/L.15",
        "in Brazil",
        "in Hanoi’s hall",
        "gives police power",
        "on Tuesday",
        "of Tuesday’s draft",
        "(search and seizure) of the treaty",
        "of Chapter IX of the treaty",
        "under the treaty",
    ];
    let dataset = common::convention();
    let texts: Vec<_> =
        tails.iter().map(|tail| format!("Under Article 28 {tail}, police may.")).collect();
    let table: Vec<_> = texts.iter().map(|text| (text.as_str(), here)).collect();
    check(&dataset, &table);
    check(
        &dataset,
        &[
            ("the draft's Article 28 says", here),
            ("the treaty’s Article 28 says", here),
            ("the UN’s Article 28 says", here),
            ("It’s Article 28 again", here),
            ("Tuesday’s Article 28 vote", here),
            ("draft Article 28", here),
            ("Its Article 28 allows", here),
            ("Russia’s proposal would amend Article 28", here),
            ("On Article 28 Russia would not budge", here),
            ("article 28 of the old draft", "article 28=art_28"),
            ("المادة 28 من مشروع الاتفاقية", "المادة 28=art_28"),
            ("The treaty, in its Article 28, allows", here),
            ("Unlike the GDPR, Article 28 has no limits.", here),
            ("(EFF) — Article 28 is bad", here),
        ],
    );
}

#[test]
fn names_of_other_laws_lead_elsewhere() {
    let dataset = common::convention();
    check(
        &dataset,
        &[
            ("Article 102 of the UN Charter says", "Article 102=<UN Charter>"),
            ("Article 17 ICCPR", "Article 17=<ICCPR>"),
            ("Article 28 of the ICCPR requires", "Article 28=<ICCPR>"),
            ("Article 28 (privacy) of the ICCPR", "Article 28=<ICCPR>"),
            ("Article 28, paragraph 1, of the ICCPR", "Article 28, paragraph 1=<ICCPR>"),
            ("Article 28 (ICCPR)", "Article 28=<ICCPR>"),
            (
                "Articles 17 and 19 of the International Covenant on Civil and Political Rights",
                "Articles 17=<International Covenant on Civil and Political Rights> | 19=<International Covenant on Civil and Political Rights>",
            ),
            ("Article 18 of the Budapest Convention", "Article 18=<Budapest Convention>"),
            (
                "Article 18 of the Council of Europe Convention",
                "Article 18=<Council of Europe Convention>",
            ),
            ("Article 14 of Brazil's constitution", "Article 14=<Brazil's constitution>"),
            ("Article 14 of Brazil’s draft law", "Article 14=<Brazil’s draft law>"),
            (
                "Article 28 of the Convention on the Rights of the Child",
                "Article 28=<Convention on the Rights of the Child>",
            ),
            ("Article 28 of Convention 108", "Article 28=<Convention 108>"),
            ("Article 5 of the protocol to the convention", "Article 5=<protocol>"),
            ("Article 30 of the Digital Services Act", "Article 30=<Digital Services Act>"),
            (
                "Article 28 of the General Data Protection Regulation",
                "Article 28=<General Data Protection Regulation>",
            ),
            ("Article 28 of the text of the Charter", "Article 28=<text of the Charter>"),
            ("the Charter's Article 102", "Article 102=<Charter>"),
            ("GDPR Article 28 says", "Article 28=<GDPR>"),
            (
                "Under the Budapest Convention, Article 18 allows",
                "Article 18=<Budapest Convention>",
            ),
            ("the ICCPR (Articles 17)", "Articles 17=<ICCPR>"),
            ("NATO’s Article 5", "Article 5=<NATO>"),
            ("the ICCPR, whose Article 19 protects", "Article 19=<ICCPR>"),
            ("l’article 18 de la Convention de Budapest", "article 18=<Convention de Budapest>"),
            (
                "l’article 102 de la Charte des Nations unies",
                "article 102=<Charte des Nations unies>",
            ),
            ("l’article 28 du RGPD", "article 28=<RGPD>"),
            ("المادة 18 من اتفاقية بودابست", "المادة 18=<اتفاقية بودابست>"),
            ("المادة 28 من الدستور", "المادة 28=<الدستور>"),
        ],
    );
}

#[test]
fn a_name_governs_the_list_beside_it_alone() {
    let dataset = common::convention();
    check(
        &dataset,
        &[
            (
                "Article 28(4) of the Convention, Article 17 of the ICCPR and Article 30 of the treaty",
                "Article 28(4)=art_28__para_4 | Article 17=<ICCPR> | Article 30=art_30",
            ),
            (
                "Unlike Article 17 of the ICCPR, Article 28 has no limits.",
                "Article 17=<ICCPR> | Article 28=art_28",
            ),
            (
                "Article 17 of the ICCPR protects privacy. Article 19 says otherwise.",
                "Article 17=<ICCPR> | Article 19=?art_19",
            ),
            (
                "The cybercrime treaty has 68 articles. Article 17 of the ICCPR protects privacy. Article 19 says otherwise.",
                "Article 17=<ICCPR> | Article 19=?art_19",
            ),
            (
                "Article 17 of the ICCPR is older. Article 28(4) is not.",
                "Article 17=<ICCPR> | Article 28(4)=art_28__para_4",
            ),
            ("The GDPR took effect in 2018. Article 28 says otherwise.", "Article 28=?art_28"),
            (
                "The cybercrime treaty was adopted. Article 48 of the GDPR forbids transfers and Article 28 binds processors.",
                "Article 48=<GDPR> | Article 28=?art_28",
            ),
            (
                "The cybercrime treaty was adopted. Article 17 of the ICCPR protects privacy, unlike it. The treaty’s Article 24 has safeguards, Article 28 has none.",
                "Article 17=<ICCPR> | Article 24=art_24 | Article 28=art_28",
            ),
            ("Article 28 is vague. Experts speak of the ICCPR.", "Article 28=art_28"),
            ("Article 19 of the treaty copies the Budapest Convention.", "Article 19=art_19"),
        ],
    );
}

// cspell:words Datenschutz Anbieter verpflichtet regelt Besoldung DSGVO kennt regnet älter derselben dort
// cspell:words Nutzt Nach Stadt
#[test]
fn what_points_back_means_the_law_named_last() {
    let dataset = common::convention();
    let table = [
        ("The Marco Civil da Internet is stricter, see Article 19 there.", false),
        ("The GDPR is stricter, see Article 19 there.", false),
        ("It is stricter, see Article 19 there.", true),
        ("Under Article 19 there must be a law.", true),
        ("Die DSGVO kennt Datenschutz. Artikel 24 verpflichtet dort Anbieter.", false),
        ("Artikel 24 verpflichtet Anbieter dort, wo es regnet.", true),
        (
            "The Second Additional Protocol goes further. Article 14 of that instrument is new.",
            false,
        ),
        ("Die DSGVO ist älter. Artikel 24 derselben regelt es.", false),
    ];
    let found = |text| mentions(&format!("The UN cybercrime treaty is long. {text}"), &dataset);
    let all = table.map(|(text, own)| (text, own, found(text)));
    let wrong = all.iter().filter(|(_, own, found)| found.contains("=art_") != *own);
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&(&str, bool, String)>::new());
}

#[test]
fn what_is_spelt_as_a_law_right_behind_a_number_is_one() {
    let law = common::schulwege();
    check(
        &law,
        &[
            ("§ 3 BBesG regelt die Besoldung.", "§ 3=<BBesG>"),
            ("§ 3 TierSchNutztV.", "§ 3=<TierSchNutztV>"),
            ("Nach § 3 regelt es die Stadt.", "§ 3=sec_3"),
        ],
    );
}

#[test]
fn a_story_that_names_this_law_by_contrast_alone_is_about_another() {
    let dataset = common::convention();
    let start = "Brussels will look again at Article 28 of the Digital Services Act. Article 24 has platforms report.";
    for (before, end, own) in [
        ("", " The text differs from the UN cybercrime convention.", false),
        ("", " It is not the UN cybercrime convention.", false),
        // What is named behind may be what is spoken of before, and the other law may.
        ("", " So much for the UN cybercrime convention.", false),
        ("So much for the UN cybercrime convention. ", "", false),
    ] {
        let found = mentions(&format!("{before}{start}{end}"), &dataset);
        assert_eq!(found.contains("Article 24=art_24"), own, "{end}: {found}");
        let whole = Story::from_text(format!("{before}{}{end}", story(start)));
        let sure = whole.mentions(&dataset).into_iter().filter(|it| it.doubt.is_none());
        assert_eq!(sure.filter(|it| matches!(it.what, What::Here(_))).count() > 0, own, "{end}");
    }
    // Where there is no other law, nothing else can be spoken of.
    let alone = "Nothing is like the UN cybercrime convention. Article 24 is vague.";
    assert_eq!(mentions(alone, &dataset), "Article 24=art_24");
}

#[test]
fn what_reads_two_ways_is_a_question() {
    let dataset = common::convention();
    for text in [
        "The GDPR says in Article 28 that it must.",
        "Article 17 and Article 19 of the ICCPR",
        "Article 28 of the Convention on Cybercrime",
        "Article 28 of the climate treaty",
        "Article 28 of Maastricht",
        "the alliance’s Article 28",
        "Brazil’s Article 14",
        "After the GDPR, Article 28 came.",
    ] {
        let story = Story::from_text(text.into());
        let mentions = story.mentions(&dataset);
        let asked = mentions.iter().filter(|it| it.doubt == Some(Doubt::Between)).count();
        let others = mentions.iter().filter(|it| matches!(it.what, What::Elsewhere { .. })).count();
        assert!(asked > 0 && asked + others == mentions.len(), "{text}");
        assert_eq!(story.with_refs(&mentions, &dataset), text);
    }
    assert_eq!(mentions("ARTICLE 19 said so.", &dataset), "");
}

#[test]
fn an_organisation_is_no_article() {
    let dataset = common::read(|text| {
        text.replace(
            "\"name\": \"Statewatch\"",
            "\"name\": \"Article 28 Watch\", \"aliases\": [\"ARTICLE 28\"]",
        )
    });
    check(
        &dataset,
        &[
            ("ARTICLE 28 and Article 28 Watch object.", ""),
            (
                "ARTICLE 28(4) and Article 28 too.",
                "ARTICLE 28(4)=art_28__para_4 | Article 28=art_28",
            ),
        ],
    );
}

#[test]
fn what_the_dataset_lacks_comes_with_what_contains_it_or_is_in_it() {
    let dataset = common::convention();
    check(
        &dataset,
        &[
            ("Article 28(9)", "Article 28(9)=no Article 28(9), near art_28"),
            ("Article 36(1)", "Article 36(1)=no Article 36(1), near art_36"),
            ("Article 49", "Article 49=no Article 49, near none"),
            ("Articles 5–7", "Articles 5–7=no Articles 5–7, near none"),
            ("Articles 28–33", "Articles 28–33=art_28+art_29+art_30"),
            ("Chapter IV and Chapter VII", "Chapter IV=chp_IV"),
            ("Chapter V of the Budapest Convention", "Chapter V=<Budapest Convention>"),
        ],
    );
}

#[test]
fn a_mention_knows_its_sentence() {
    let text = "Read Art. 28(4). It is short.\nThe U.N. likes Article 30.";
    let story = Story::from_text(text.into());
    let sentences: Vec<_> =
        story.mentions(&common::convention()).into_iter().map(|it| &text[it.sentence]).collect();
    assert_eq!(sentences, ["Read Art. 28(4).", "The U.N. likes Article 30."]);
}

#[test]
fn an_editors_word_holds_for_one_place_of_its_sentence_wherever_the_story_goes() {
    let dataset = common::convention();
    let text = "Article 28, like Article 28 before, is here. Article 28 is there.";
    let story = Story::from_text(text.into());
    let second = &story.mentions(&dataset)[1];
    let ruling = Ruling::on(second, text, Instead::NoPlace);
    let longer = Story::from_text(format!("Article 30 came first.\n{text}"));
    let spans: Vec<_> =
        longer.ruled(&dataset, &[ruling]).into_iter().map(|it| it.span.start).collect();
    let all: Vec<_> = longer.mentions(&dataset).into_iter().map(|it| it.span.start).collect();
    assert_eq!(all.len(), 4);
    assert_eq!(spans, [all[0], all[1], all[3]]);
}

#[test]
fn of_two_rulings_on_one_place_the_last_holds() {
    let dataset = common::convention();
    let story = Story::from_text("Article 28 is here.".into());
    let on = |instead| Ruling::on(&story.mentions(&dataset)[0], story.text(), instead);
    let rulings = [on(Instead::ThisLaw), on(Instead::NoPlace)];
    assert!(story.ruled(&dataset, &rulings).is_empty());
}

#[test]
fn what_goes_on_from_a_place_is_cited_by_less() {
    // cspell:words exige habla salvaguardias aprobó lunes entró vigor abril preocupa opone voté soir fêtait
    // cspell:words décembre delitos
    let dataset = common::convention();
    check(
        &dataset,
        &[
            (
                "They fear Article 40. Paragraph 22 is the way out.",
                "Article 40=art_40 | Paragraph 22=art_40__para_22",
            ),
            (
                "Article 36 helps, and its paragraph 1(b) hinders.",
                "Article 36=art_36 | paragraph 1(b)=art_36__para_1__point_b",
            ),
            // A bare number may be a place, and is as often a day.
            ("El artículo 30 no lo exige. El 24 habla de salvaguardias.", "artículo 30=art_30"),
            ("El artículo 30 se aprobó el lunes y entró en vigor el 24.", "artículo 30=art_30"),
            ("L’article 30 a été voté. Le 24 au soir, on fêtait.", "article 30=art_30"),
            // A paper's paragraph, a date, a share, a word of Spanish, and what the law hasn't got.
            ("Article 40 fails. Paragraph 22 of the report says so.", "Article 40=art_40"),
            ("El artículo 30 entró en vigor el 24 de abril.", "artículo 30=art_30"),
            ("El artículo 30 preocupa: el 24% se opone.", "artículo 30=art_30"),
            ("El artículo 28 vale para 4 delitos.", "artículo 28=art_28"),
            ("L’article 30 a été voté le 24 décembre.", "article 30=art_30"),
            ("Article 24 is short. Paragraph 22 is not.", "Article 24=art_24"),
            // Another law's stands between, or a sentence does.
            (
                "Article 40 is long. Article 18 of the GDPR is longer: paragraph 22 has no end.",
                "Article 40=art_40 | Article 18=<GDPR>",
            ),
            ("Article 40 fails. It is long. Paragraph 22 is not.", "Article 40=art_40"),
        ],
    );
}

// cspell:words aussi
#[test]
fn a_number_behind_a_list_that_is_not_read_is_told() {
    let dataset = common::convention();
    for (text, unread) in [
        ("They fear Article 28 and, above all, 30.", Some("and, above all, 30")),
        ("El artículo 30 no lo exige. El 24 habla de salvaguardias.", Some("El 24")),
        ("L’article 30 l’exige, le 24 aussi.", Some("le 24")),
        ("Articles 28 and 29 of the treaty are long.", None),
        ("Article 28 was adopted by 30 votes.", None),
        ("Article 28 and 40 other clauses were left for last.", None),
        ("They read Article 28, 3 November was a Sunday.", None),
        ("They read Article 28, and 30% liked it.", None),
        ("L’article 30 a été voté le 24 décembre.", None),
        ("El artículo 30 entró en vigor el 24 de abril.", None),
        ("Article 28 is long. It has, on page 3, 4 errors.", None),
        ("They read Article 28 in 2024.", None),
    ] {
        let story = Story::from_text(format!("Hello.\n{text}"));
        let mentions = story.mentions(&dataset);
        let told = mentions.last().and_then(|it| it.unread.clone()).map(|it| &story.text()[it]);
        assert_eq!(told, unread, "{text}");
    }
}

// cspell:words inquiète négociateurs
/// A story of some sixty words about nothing in particular.
fn story(of: &str) -> String {
    of.to_owned() + &" The harbour was empty, and it rained on the boats.".repeat(8)
}

#[test]
fn a_whole_story_that_speaks_of_no_law_leaves_its_places_in_doubt_and_unmarked() {
    let law = common::convention();
    for (start, doubtful) in [
        ("Article 28 charges tenants for rain; article 3 for snow.", true),
        ("Article 28 charges tenants for rain, says the treaty.", false),
        ("Delegates read Article 28 once more.", false),
        ("Article 28 is too vague for Human Rights Watch.", true),
        ("L’article 28 inquiète les négociateurs.", false),
        ("Article 28 of the UN cybercrime text is vague.", false),
        ("Article 28 is vague, say UN cybercrime experts.", false),
        ("Article 28 is vague, they said in Hanoi, of the Hanoi Convention.", false),
        ("Article 28 is vague in the United States.", true),
        ("Article 28 was new in 2024, says the United Nations.", true),
        ("Article 28 is about evidence by electronic means of information sharing.", false),
        ("Article 28 of nobody knows what is in the proposal, in certain form.", true),
    ] {
        let story = Story::from_text(story(start));
        let mentions = story.mentions(&law);
        assert!(!mentions.is_empty(), "{start}");
        assert!(mentions.iter().all(|it| it.doubt.is_some() == doubtful), "{start}");
        let marked = story.with_refs(&mentions, &law).contains("<provision-ref");
        assert_eq!(marked, !doubtful, "{start}");
    }
    let short = Story::from_text("Article 28 charges tenants for rain.".into());
    assert!(
        short.mentions(&law).iter().all(|it| it.doubt.is_none()),
        "two sentences may leave it unsaid"
    );
}

#[test]
fn a_story_that_names_no_law_is_this_ones_by_what_it_says() {
    let law = common::convention();
    for (story, doubtful) in [
        ("Iceland’s fishermen are content. Article 28 ties wages to the price of cod.", true),
        ("Iceland’s engineers are not. Article 28 lets officers search servers.", false),
        ("Iceland’s lawyers are split. Article 14 is about teenagers’ selfies.", false),
        ("The landlord showed us Article 30 upstairs: no pianos before breakfast.", true),
        ("The senator showed us Article 30 upstairs, he wants no more of it.", false),
        ("The tenants showed us Article 3 and were content with it.", true),
        // cspell:disable
        ("Les marins sont contents. L’article 28 fixe le prix du poisson.", true),
        ("Les marins sont inquiets. L’article 30 permet l’écoute de leurs données.", false),
        ("Die Fischer sind zufrieden. Artikel 28 regelt den Fang.", true),
        ("Die Fischer sind zornig. Artikel 29 erlaubt das Mitlesen ihrer Daten.", false),
        ("Los pescadores están contentos. El artículo 28 fija el precio.", true),
        ("Los pescadores temen. El artículo 29 permite recoger sus datos de tráfico.", false),
        ("صيادو البحر الأحمر راضون. المادة 28 تحدد سعر السمك.", true),
        ("صيادو البحر الأحمر غاضبون. المادة 29 تسمح بجمع بيانات الحركة واعتراض رسائلهم.", false),
        // cspell:enable
    ] {
        let mentions = Story::from_text(story.into()).mentions(&law);
        assert!(!mentions.is_empty(), "{story}");
        assert!(mentions.iter().all(|it| it.doubt.is_some() == doubtful), "{story}");
    }
}

#[test]
fn another_law_in_passing_takes_nothing_of_a_story_that_names_none() {
    check(
        &common::convention(),
        &[
            (
                "Police could make an engineer hand over passwords under Article 28(4).\n\
                 Article 102 of the UN Charter has nothing to do with it, and Article 99 does not exist.",
                "Article 28(4)=art_28__para_4 | Article 102=<UN Charter> | Article 99=?no Article 99, near none",
            ),
            (
                "Police could make an engineer hand over passwords under Article 28(4).\n\
                 Article 99 does not exist, and Article 102 of the UN Charter has nothing to do with it.",
                "Article 28(4)=art_28__para_4 | Article 99=no Article 99, near none | Article 102=<UN Charter>",
            ),
        ],
    );
}

#[test]
fn lists_go_on_with_what_only_their_last_label_tells() {
    check(
        &common::convention(),
        // cspell:disable
        &[
            ("The treaty’s chapters IV and V worry.", "chapters IV=chp_IV | V=chp_V"),
            ("Chapters IV to V of the treaty", "Chapters IV=chp_IV | V=chp_V"),
            ("In chapter IV and I think also in law", "chapter IV=chp_IV"),
            ("Die Kapitel IV und V des Übereinkommens", "Kapitel IV=chp_IV | V=chp_V"),
            ("Los capítulos IV y V del tratado", "capítulos IV=chp_IV | V=chp_V"),
            (
                "Art. 36 Abs. 1 Buchstabe b und c des Übereinkommens",
                "Art. 36 Abs. 1 Buchstabe b=art_36__para_1__point_b | c=art_36__para_1__point_c",
            ),
            ("Arts. 24/36/40 of the treaty", "Arts. 24=art_24 | 36=art_36 | 40=art_40"),
            ("the arts 24 and 36 of the treaty", "arts 24=art_24 | 36=art_36"),
            ("the modern arts 28 painters", ""),
            ("The treaty is odd: art 28 is new, art 4 is not", "art 28=art_28 | art 4=art_4"),
            ("i read the hanoi convention. art 4 drags in every crime", "art 4=art_4"),
            ("She made art 28 years ago", ""),
            ("Art. 28 IV des Übereinkommens", "Art. 28 IV=art_28__para_4"),
            ("Art. 28 IV der Verfassung", "Art. 28 IV=<Verfassung>"),
            ("Art. 24/36 der Verfassung", "Art. 24=<Verfassung> | 36=<Verfassung>"),
        ],
        // cspell:enable
    );
}
