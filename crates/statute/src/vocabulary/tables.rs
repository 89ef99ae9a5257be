// Names of elements: cspell:disable
//! The vocabularies: legislation.gov.uk, the Department of Justice of Canada, wetten.overheid.nl.

use super::Vocabulary;
use crate::{
    language,
    outline::Address,
    tree::{Child, Element, collapsed},
};

pub(super) const ALL: [&Vocabulary; 3] = [&UNITED_KINGDOM, &CANADA, &NETHERLANDS];

const UNITED_KINGDOM: Vocabulary = Vocabulary {
    roots: &["Legislation"],
    has: "Body",
    names: &[
        ("Legislation", "act"),
        ("Metadata", "meta"),
        ("Contents", "toc"),
        ("Commentaries", "remark"),
        ("MarginNotes", "remark"),
        ("Versions", "remark"),
        ("Resources", "remark"),
        ("ExplanatoryNotes", "remark"),
        ("EarlierOrders", "remark"),
        ("Footnotes", "authorialNote"),
        ("PrimaryPrelims", "preface"),
        ("SecondaryPrelims", "preface"),
        ("PrimaryPreamble", "preamble"),
        ("SecondaryPreamble", "preamble"),
        ("PrimaryPrelims Title", "docTitle"),
        ("SecondaryPrelims Title", "docTitle"),
        ("PrimaryPrelims Number", "docNumber"),
        ("SecondaryPrelims Number", "docNumber"),
        ("LongTitle", "longTitle"),
        ("Primary", ""),
        ("Secondary", ""),
        ("Schedules", ""),
        ("Body", "body"),
        ("BlockAmendment", "quotedStructure"),
        ("BlockExtract", "quotedStructure"),
        ("Part", "part"),
        ("Chapter", "chapter"),
        ("Pblock", "crossHeading"),
        ("PsubBlock", "crossHeading"),
        ("P1group", ""),
        ("P2group", ""),
        ("P3group", ""),
        ("Schedule", "schedule"),
        ("TitleBlock", ""),
        ("ScheduleBody", ""),
        ("Number", "num"),
        ("Pnumber", "num"),
        ("Title", "heading"),
        ("Subtitle", "subheading"),
        ("Schedule P1", "paragraph"),
        ("Schedule P2", "subparagraph"),
        ("Schedule P3", "item"),
        ("P1", "section"),
        ("P2", "subsection"),
        ("P3", "paragraph"),
        ("P4", "subparagraph"),
        ("P5", "clause"),
        ("P6", "subclause"),
        ("P1para", "block"),
        ("P2para", "block"),
        ("P3para", "block"),
        ("P4para", "block"),
        ("P5para", "block"),
        ("Text", "p"),
        ("SignedSection", "conclusions"),
        ("tr", "tr"),
        ("td", "td"),
        ("th", "td"),
    ],
    inline: "Abbreviation Acronym Addition AppendText Character Citation CitationSubRef CommentaryRef \
             Definition Emphasis ExternalLink FootnoteRef Inferior InlineAmendment InternalLink Proviso \
             Quotation Repeal SmallCaps Span Strong Substitution Superior Term Underline mi mn mo mrow",
    groups: &["P1group", "P2group", "P3group"],
    bracketed: &["P2", "P3", "P4", "P5", "P6"],
    has_ids: true,
    above: "",
    about: |root, about| {
        let said = |name: &str| root.find("Metadata")?.find(name);
        let tag = said("language").and_then(|it| language::tag(it.text().trim()));
        about.language = tag.or_else(|| Some("en".into()));
        if about.title.is_empty() {
            about.title = said("title").map(|it| collapsed(&it.text())).unwrap_or_default();
        }
        let day = ["EnactmentDate", "Made"].into_iter().find_map(said);
        about.date = day.and_then(|it| it.attribute("Date")).and_then(day_of);
        let address =
            root.attribute("IdURI").and_then(|it| it.split_once("legislation.gov.uk/id/"));
        about.address =
            address.map(|(_, path)| Address::Uk(format!("https://www.legislation.gov.uk/{path}")));
    },
    unit: |root| {
        let secondary = root.find("Secondary")?;
        let title = secondary.find("Title").map(|it| it.text().to_lowercase()).unwrap_or_default();
        let words: Vec<&str> = title.split(|it: char| !it.is_alphabetic()).collect();
        let kinds = [("regulations", "regulation"), ("rules", "rule"), ("order", "article")];
        kinds.into_iter().find(|(word, _)| words.contains(word)).map(|(_, unit)| unit)
    },
};

const CANADA: Vocabulary = Vocabulary {
    roots: &["Statute", "Regulation"],
    has: "Identification",
    names: &[
        ("Statute", "act"),
        ("Regulation", "act"),
        ("Identification", "preface"),
        ("Identification ShortTitle", "docTitle"),
        ("LongTitle", "longTitle"),
        ("InstrumentNumber", "docNumber"),
        ("Introduction", "preamble"),
        ("Order", "preamble"),
        ("Body", "body"),
        ("Heading", "crossHeading"),
        ("Section", "section"),
        ("Subsection", "subsection"),
        ("Paragraph", "paragraph"),
        ("Subparagraph", "subparagraph"),
        ("Clause", "clause"),
        ("Subclause", "subclause"),
        ("Footnote Label", "span"),
        ("Footnote", "authorialNote"),
        ("Label", "num"),
        ("MarginalNote", "heading"),
        ("TitleText", "heading"),
        ("Text", "p"),
        ("HistoricalNote", "remark"),
        ("ReaderNote", "remark"),
        ("RecentAmendments", "remark"),
        ("RelatedProvisions", "remark"),
        ("RelatedOrNotInForce", "remark"),
        ("AmendedText", "quotedStructure"),
        ("ReadAsText", "quotedStructure"),
        ("Schedule", "schedule"),
        ("ScheduleFormHeading", ""),
        ("row", "tr"),
        ("entry", "td"),
    ],
    inline: "DefinedTermEn DefinedTermFr DefinitionRef Emphasis FootnoteRef FormBlank Leader Repealed Sub \
             Sup XRefExternal XRefInternal DD MM YYYY",
    groups: &[],
    bracketed: &[],
    has_ids: false,
    above: "crossHeading",
    about: |root, about| {
        about.short_title = root
            .find("Identification")
            .and_then(|it| it.child("ShortTitle"))
            .map(|it| collapsed(&it.text()))
            .or_else(|| about.short_title.take());
    },
    // What is a section in English is an article in French.
    unit: |root| root.attribute("xml:lang").filter(|it| it.starts_with("fr")).map(|_| "article"),
};

const NETHERLANDS: Vocabulary = Vocabulary {
    roots: &["toestand", "wetgeving"],
    has: "artikel",
    names: &[
        ("toestand", "act"),
        ("wetgeving", ""),
        ("meta-data", "meta"),
        ("bwb-inputbestand", "meta"),
        ("bwb-wijzigingen", "meta"),
        ("redactionele-correcties", "remark"),
        ("redactie", "remark"),
        ("intitule", "preface"),
        ("citeertitel", "preface"),
        ("wet-besluit", ""),
        ("regeling", ""),
        ("aanhef", "preamble"),
        ("wettekst", "body"),
        ("regeling-tekst", "body"),
        ("verdragtekst", "body"),
        ("boek", "book"),
        ("deel", "part"),
        ("hoofdstuk", "chapter"),
        ("titeldeel", "title"),
        ("afdeling", "division"),
        ("paragraaf", "subdivision"),
        ("sub-paragraaf", "subpart"),
        ("artikel", "article"),
        ("enig-artikel", "article"),
        ("lid", "paragraph"),
        ("lidnr", "num"),
        ("li.nr", "num"),
        ("li", "point"),
        ("al", "p"),
        ("considerans.al", "p"),
        ("kop titel", "heading"),
        ("kop subtitel", "subheading"),
        ("kop", ""),
        ("kop label", "num"),
        ("kop nr", "num"),
        ("bijlage", "annex"),
        ("noot.nr", "span"),
        ("noot", "authorialNote"),
        ("wetsluiting", "conclusions"),
        ("regeling-sluiting", "conclusions"),
        ("row", "tr"),
        ("entry", "td"),
    ],
    inline: "extref intref inf nadruk sup",
    groups: &[],
    bracketed: &[],
    has_ids: false,
    above: "",
    about: |root, about| {
        let called = root.find("citeertitel").map(own_words).filter(|it| !it.is_empty());
        about.short_title = called.or_else(|| about.short_title.take());
        about.language = about.language.take().or_else(|| Some("nl".into()));
    },
    unit: |_| None,
};

/// The words of an element that stand directly in it.
fn own_words(element: &Element) -> String {
    let words = element.children.iter().filter_map(|it| match it {
        Child::Text(words) => Some(words.as_str()),
        Child::Element(_) => None,
    });
    collapsed(&words.collect::<String>())
}

fn day_of(text: &str) -> Option<String> {
    text.parse::<authoring::CalendarDate>().is_ok().then(|| text.to_string())
}
