//! Laws in the vocabularies of their publishers.
// Their elements, and Dutch: cspell:disable

mod common;

use common::{read, rows, told};
use statute::{Depth, Law, Why};

fn of(xml: &str) -> Law {
    let law = read("law.xml", xml.as_bytes(), Depth::Points);
    assert_eq!(told(&law.problems), Vec::<String>::new());
    law
}

fn said(law: &Law, wanted: &[&str]) {
    let text = serde_json::to_string(&law.dataset).expect("a tree");
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
}

const UNITED_KINGDOM: &str = "<Legislation IdURI='http://www.legislation.gov.uk/id/ukpga/2031/7'>
 <Metadata><dc:title xmlns:dc='d'>Lamp Act 2031</dc:title><dc:language xmlns:dc='d'>en</dc:language>
  <PrimaryMetadata><EnactmentDate Date='2031-05-02'/></PrimaryMetadata></Metadata>
 <Primary>
 <PrimaryPrelims><Title>Lamp Act 2031</Title><Number>2031 c. 7</Number><LongTitle>An Act about lamps.</LongTitle>
  <DateOfEnactment><DateText>[2nd May 2031]</DateText></DateOfEnactment>
  <PrimaryPreamble><EnactingText><Para><Text>Be it enacted as follows:—</Text></Para></EnactingText></PrimaryPreamble></PrimaryPrelims>
 <Body><Part id='part-1'><Number><Strong>Part 1</Strong></Number><Title>Lamps</Title>
  <Pblock><Title>Light</Title>
   <P1group><Title>Duty to light</Title><P1 id='section-1'><Pnumber><CommentaryRef Ref='c1'/>1</Pnumber><P1para>
    <P2 id='section-1-1'><Pnumber>1</Pnumber><P2para><Text>Every <Term>street</Term> is lit by—</Text>
     <P3 id='section-1-1-a'><Pnumber>a</Pnumber><P3para><Text><Addition>gas</Addition>,</Text></P3para></P3>
     <P3 id='section-1-1-b'><Pnumber>b</Pnumber><P3para><Text>oil,</Text></P3para></P3>
     <Text>at night.</Text></P2para></P2>
    <P2 id='section-1-2'><Pnumber>2</Pnumber><P2para><Text>In the Wax Act insert—</Text>
     <BlockAmendment><P1><Pnumber>9</Pnumber><P1para><Text>Wax is free.</Text></P1para></P1></BlockAmendment></P2para></P2>
   </P1para></P1></P1group></Pblock></Part></Body>
 <Schedules><Schedule id='schedule-1'><Number>SCHEDULE 1</Number><TitleBlock><Title>Kinds</Title></TitleBlock><Reference>Section 1</Reference>
  <ScheduleBody><Part id='schedule-1-part-1'><Number>PART 1</Number><Title>Gas</Title>
   <P1 id='schedule-1-paragraph-1'><Pnumber>1</Pnumber><P1para><Text>Arc.</Text></P1para></P1></Part></ScheduleBody></Schedule></Schedules>
 </Primary>
 <Commentaries><Commentary id='c1'><Para><Text>Amended in 2032.</Text></Para></Commentary></Commentaries>
</Legislation>";

#[test]
fn an_act_of_the_united_kingdom_has_its_sections_headings_and_schedules() {
    let law = of(UNITED_KINGDOM);
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | Be it enacted as follows:— | ",
            "section-1 | Section 1 | Duty to light |  | ",
            "section-1-1 | Section 1(1) |  | Every street is lit by— / at night. | section-1",
            "section-1-1-a | Section 1(1)(a) |  | gas, | section-1-1",
            "section-1-1-b | Section 1(1)(b) |  | oil, | section-1-1",
            "section-1-2 | Section 1(2) |  | In the Wax Act insert— / 9 Wax is free. | section-1",
            "schedule-1 | Schedule 1 | Kinds | Section 1 | ",
            "schedule-1-part-1 | Schedule 1, Part 1 | Gas |  | schedule-1",
            "schedule-1-paragraph-1 | Schedule 1, Part 1 para 1 |  | Arc. | schedule-1-part-1",
        ]
    );
    said(
        &law,
        &[
            "\"title\":\"An Act about lamps.\"",
            "\"short_title\":\"Lamp Act 2031\"",
            "\"date\":\"2031-05-02\"",
            "\"name\":\"Light\"",
            "https://www.legislation.gov.uk/ukpga/2031/7/section/1/1/a",
        ],
    );
    let whole = rows(&read("law.xml", UNITED_KINGDOM.as_bytes(), Depth::Articles)).concat();
    assert!(whole.contains("(1) Every street is lit by— / (a) gas, / (b) oil,"), "{whole}");
    let remarks = law.left_out.iter().filter(|it| it.why == Why::Remark);
    assert_eq!(remarks.map(|it| it.words.as_str()).collect::<Vec<_>>(), ["Amended in 2032."]);
}

#[test]
fn what_a_statutory_instrument_is_counted_in_is_in_its_title() {
    for (title, cited) in [
        ("The Lamp Regulations 2031", "Regulation 1"),
        ("The Lamp Rules 2031", "Rule 1"),
        ("The Lamp Order 2031", "Article 1"),
    ] {
        let law = of(&format!(
            "<Legislation><Metadata/><Secondary><SecondaryPrelims><Title>{title}</Title></SecondaryPrelims><Body>\
             <P1group><Title>Wax</Title><P1><Pnumber>1</Pnumber><P1para><Text>Wax is free.</Text></P1para></P1>\
             </P1group></Body></Secondary></Legislation>"
        ));
        let row = rows(&law).concat();
        assert!(row.ends_with(&format!(" | {cited} | Wax | Wax is free. | ")), "{row}");
    }
}

#[test]
fn a_statute_of_canada_has_its_marginal_notes_as_headings() {
    let statute = |language: &str| {
        of(&format!(
            "<Statute xml:lang='{language}'><Identification><LongTitle>An Act about lamps</LongTitle>\
             <ShortTitle>Lamp Act</ShortTitle></Identification>\
             <Body><Heading level='1'><TitleText>Light</TitleText></Heading>\
             <Section id='8'><MarginalNote>Streets</MarginalNote><Label>1</Label>\
             <Subsection><Label>(1)</Label><Text>Every <XRefExternal>street</XRefExternal> has</Text>\
             <Paragraph><Label>(a)</Label><Text>gas; or</Text></Paragraph></Subsection>\
             <HistoricalNote>2031, c. 7</HistoricalNote></Section>\
             <Heading level='1'><TitleText>Wax</TitleText></Heading>\
             <Section id='9'><Label>2</Label><Text>Wax is free.</Text></Section></Body></Statute>"
        ))
    };
    let law = statute("en");
    assert_eq!(
        rows(&law),
        [
            "sec_1 | Section 1 | Streets |  | ",
            "sec_1__subsec_1 | Section 1(1) |  | Every street has | sec_1",
            "sec_1__subsec_1__para_a | Section 1(1)(a) |  | gas; or | sec_1__subsec_1",
            "sec_2 | Section 2 |  | Wax is free. | ",
        ]
    );
    said(&law, &["\"name\":\"Light\"", "\"name\":\"Wax\"", "\"short_title\":\"Lamp Act\""]);
    assert!(rows(&statute("fr")).concat().starts_with("art_1 | Article 1 | Streets"));
}

#[test]
fn a_dutch_act_has_the_words_of_its_articles_beside_their_numbers() {
    let law = of(
        "<toestand><wetgeving><intitule>Wet over lampen</intitule><citeertitel>Lampenwet</citeertitel>\
        <wet-besluit><aanhef><wij>Wij, Koning, enz.</wij></aanhef><wettekst>\
        <hoofdstuk><kop><label>Hoofdstuk</label> <nr>1</nr> <titel>Licht</titel></kop>\
        <artikel id='C1'><kop><label>Artikel</label> <nr>1.1</nr> <titel>Straten</titel></kop>\
        <lid><lidnr>1</lidnr><al>Elke <nadruk>straat</nadruk> heeft:</al>\
        <lijst><li><li.nr>a.</li.nr><al>gas;</al></li><li><li.nr>b.</li.nr><al>olie.</al></li></lijst>\
        <meta-data><x>2031</x></meta-data></lid></artikel></hoofdstuk></wettekst>\
        <wetsluiting><al>Gegeven te Lampstad</al></wetsluiting></wet-besluit></wetgeving></toestand>",
    );
    let citations: Vec<_> = rows(&law)
        .iter()
        .map(|it| it.split(" | ").take(4).collect::<Vec<_>>().join(" | "))
        .collect();
    assert_eq!(
        citations,
        [
            "preamble | Preambule |  | Wij, Koning, enz.",
            "art_1-1 | Artikel 1.1 | Straten | ",
            "art_1-1__para_1 | Artikel 1.1, lid 1 |  | Elke straat heeft:",
            "art_1-1__para_1__point_a | Artikel 1.1, lid 1, onder a |  | gas;",
            "art_1-1__para_1__point_b | Artikel 1.1, lid 1, onder b |  | olie.",
        ]
    );
    said(&law, &["\"short_title\":\"Lampenwet\"", "\"number\":\"Hoofdstuk 1\",\"name\":\"Licht\""]);
}

#[test]
fn a_document_in_no_known_vocabulary_is_read_by_its_lines() {
    let law = of("<gesetz><metadata>2031-05-02</metadata><titel>Lampengesetz</titel>\
        <teil><bez>Abschnitt 1</bez><name>Licht</name>\
        <norm><nr>§ 1</nr><name>Straßen</name><abs>(1) Die <hervor>Straße</hervor> hat Lampen:\
        <liste><eintrag><nr>1.</nr><text>mit Gas,</text></eintrag><eintrag><nr>2.</nr><text>mit Öl.</text></eintrag></liste></abs>\
        <abs>(2) Wachs ist frei.</abs></norm></teil></gesetz>");
    assert_eq!(
        rows(&law),
        [
            "art_1 | § 1 | Straßen |  | ",
            "art_1__para_1 | § 1 Abs. 1 |  | Die Straße hat Lampen: | art_1",
            "art_1__para_1__point_1 | § 1 Abs. 1 Nr. 1 |  | mit Gas, | art_1__para_1",
            "art_1__para_1__point_2 | § 1 Abs. 1 Nr. 2 |  | mit Öl. | art_1__para_1",
            "art_1__para_2 | § 1 Abs. 2 |  | Wachs ist frei. | art_1",
        ]
    );
    let remarks = told(&law.remarks).concat();
    assert!(remarks.contains("`<gesetz>` begins no format that is known here"), "{remarks}");
    let left: Vec<_> = law.left_out.iter().map(|it| (it.why, it.words.as_str())).collect();
    assert_eq!(left, [(Why::Page, "2031-05-02")]);
    let feed = "<feed><title>Laws</title><entry><id>7</id></entry></feed>";
    let file = statute::File { name: "feed.xml", bytes: feed.as_bytes() };
    let refused = statute::read(&[file], &statute::Choice::default()).expect_err("no law");
    assert!(told(&refused).concat().contains("`<feed>` begins no law"), "{refused:?}");
}

#[test]
fn a_heading_above_several_sections_is_theirs_and_not_the_parts() {
    let law = of(
        "<Legislation><Metadata/><Primary><PrimaryPrelims><Title>Lamp Act</Title></PrimaryPrelims><Body>\
        <Part><Number>Part 1</Number><Title>Lamps</Title>\
        <P1group><Title>Duties</Title><P1><Pnumber>1</Pnumber><P1para><Text>Light them.</Text></P1para></P1>\
        <P1><Pnumber>2</Pnumber><P1para><Text>Clean them.</Text></P1para></P1></P1group>\
        <P1group><Title>Powers</Title><P1><Pnumber>3</Pnumber><P1para>\
        <P2group><Title>Oil</Title><P2><Pnumber>1</Pnumber><P2para><Text>Buy it.</Text></P2para></P2>\
        <P2><Pnumber>2</Pnumber><P2para><Text>Sell it.</Text></P2para></P2></P2group></P1para></P1></P1group>\
        </Part></Body></Primary></Legislation>",
    );
    assert_eq!(
        rows(&law),
        [
            "sec_1 | Section 1 |  | Light them. | ",
            "sec_2 | Section 2 |  | Clean them. | ",
            "sec_3 | Section 3 | Powers | Oil | ",
            "sec_3__subsec_1 | Section 3(1) |  | Buy it. | sec_3",
            "sec_3__subsec_2 | Section 3(2) |  | Sell it. | sec_3",
        ]
    );
    said(&law, &["\"number\":\"Part 1\",\"name\":\"Lamps\"", "\"name\":\"Duties\""]);
}

#[test]
fn what_stands_aside_is_none_of_the_words_of_an_unknown_document() {
    let law = of(
        "<dokumente><titel>Lampengesetz</titel><norm><enbez>§ 1</enbez><P>Lampen<fussnoten> Seit 2031.</fussnoten> brennen:\
        <DL><DD>a) <b>aus<fussnoten> Seit 2032.</fussnoten> Gas</b>.</DD></DL></P></norm>\
        <norm><enbez>§ 2</enbez><P>Gebühr:</P><tab><row><entry>Lampe<fussnoten> Neu.</fussnoten></entry><entry>5</entry></row></tab>\
        </norm></dokumente>",
    );
    assert_eq!(
        rows(&law),
        [
            "art_1 | § 1 |  | Lampen brennen: | ",
            "art_1__point_a | § 1, a) |  | aus Gas. | art_1",
            "art_2 | § 2 |  | Gebühr: / Lampe\t5 | ",
        ]
    );
    let left: Vec<_> = law.left_out.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(left, ["Seit 2031. Seit 2032. Neu."]);
}
