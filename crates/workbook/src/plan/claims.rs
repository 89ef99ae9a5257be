//! The sheets of what the documents say: concerns, requests and positions, each with its evidence.

use authoring::{Basis, Certainty, Direction, Relation, ReplyKind, RequestKind, Stance, Wording};

use super::{Column, Kind, Layout, Sheet, column};

/// What something rests on: the columns of a place in a document, behind that of what it is part of.
macro_rules! evidence {
    ($owner:expr) => {
        &[$owner, SOURCE, LOCATOR, QUOTE, PREFIX, SUFFIX, QUOTE_LANGUAGE]
    };
}

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "Concerns",
        about: "one objection a row",
        layout: Layout::List(&["concerns"]),
        columns: CONCERNS,
    },
    Sheet {
        name: "Affected",
        about: "whom a concern affects: a row for each group",
        layout: Layout::Part { of: "Concerns", field: "affected" },
        columns: &[
            OF_CONCERN,
            column("group", &["group"], Kind::Id("Groups")).must().note("The group's id."),
            column("basis", &["basis"], Kind::Choice(&Basis::WORDS))
                .must()
                .note("stated where the document says it; inferred where you conclude it."),
            column("reason", &["reason"], Kind::Prose)
                .note("Why you conclude it; needed beside inferred, blank beside stated."),
        ],
    },
    Sheet {
        name: "Concern evidence",
        about: "what a concern rests on: a row for each place in a document, one at least",
        layout: Layout::Part { of: "Concerns", field: "evidence" },
        columns: evidence!(OF_CONCERN),
    },
    Sheet {
        name: "Related law",
        about: "other law that a document compares a provision with: a row for each",
        layout: Layout::Part { of: "Concerns", field: "related" },
        columns: RELATED,
    },
    Sheet {
        name: "Requests",
        about: "what the documents ask for",
        layout: Layout::List(&["requests"]),
        columns: REQUESTS,
    },
    Sheet {
        name: "Request evidence",
        about: "what a request rests on: a row for each place in a document, one at least",
        layout: Layout::Part { of: "Requests", field: "evidence" },
        columns: evidence!(
            column("request", &[], Kind::Id("Requests")).must().note("The request's id.")
        ),
    },
    Sheet {
        name: "Replies",
        about: "what those say who answer concerns, or welcome the law",
        layout: Layout::List(&["replies"]),
        columns: REPLIES,
    },
    Sheet {
        name: "Reply evidence",
        about: "what a reply rests on: a row for each place in a document, one at least",
        layout: Layout::Part { of: "Replies", field: "evidence" },
        columns: evidence!(
            column("reply", &[], Kind::Id("Replies")).must().note("The reply's id.")
        ),
    },
    Sheet {
        name: "Positions",
        about: "where those who issued or signed a document stand on the law as a whole",
        layout: Layout::List(&["positions"]),
        columns: POSITIONS,
    },
];

const OF_CONCERN: Column =
    column("concern", &[], Kind::Id("Concerns")).must().note("The concern's id.");

const SOURCE_NOTE: &str = "The document, by its id.";
const LOCATOR_NOTE: &str = "Where in it, for a person: Key concerns, first paragraph.";
const QUOTE_NOTE: &str = "Its words, to the letter, 300 characters at most. May be left blank.";
const PREFIX_NOTE: &str = "The text right before the quote, blanks included, where the quote \
                           alone occurs more than once.";
const SUFFIX_NOTE: &str = "The text right after the quote, blanks included.";
const LANGUAGE_NOTE: &str = "The quote's language, where it isn't the document's.";

const SOURCE: Column = column("source", &["source"], Kind::Id("Sources")).must().note(SOURCE_NOTE);
const LOCATOR: Column = column("locator", &["locator"], Kind::Prose).must().note(LOCATOR_NOTE);
const QUOTE: Column = column("quote", &["quote", "exact"], Kind::Exact).note(QUOTE_NOTE);
const PREFIX: Column = column("prefix", &["quote", "prefix"], Kind::Exact).note(PREFIX_NOTE);
const SUFFIX: Column = column("suffix", &["quote", "suffix"], Kind::Exact).note(SUFFIX_NOTE);
const QUOTE_LANGUAGE: Column =
    column("quote language", &["quote", "lang"], Kind::Plain).note(LANGUAGE_NOTE);

const CONCERNS: &[Column] = &[
    column("id", &["id"], Kind::Plain)
        .must()
        .note("A short name of lower-case letters, digits and hyphens: fees-for-stands."),
    column("title", &["title"], Kind::Prose).must().note("The concern in one line."),
    column("summary", &["summary"], Kind::Prose)
        .must()
        .note("The concern in your own words, saying whose claim it is."),
    column("provisions", &["provisions"], Kind::Ids("Provisions"))
        .must()
        .note("The provisions that it objects to, by their ids or as the law is cited, with commas between them."),
    column("affected", &["affected"], Kind::Choice(&["none_found"]))
        .note("none_found where the documents name nobody; else blank, with rows in Affected."),
    column("wording", &["wording"], Kind::Choice(&Wording::WORDS))
        .note("Does the later text say the same? not_checked where nobody has compared."),
    column("contrasted", &["contrasted"], Kind::Ids("Provisions"))
        .note("Provisions that a document holds up against those, by their ids or citations."),
    column("mentioned", &["mentioned"], Kind::Ids("Provisions"))
        .note("Provisions that a document mentions here and does not object to."),
    column("direction", &["direction"], Kind::Choice(&Direction::WORDS))
        .note("Which way the documents want the law to go, where they say so."),
];

const RELATED: &[Column] = &[
    OF_CONCERN,
    column("instrument", &["instrument"], Kind::Prose).must().note("The other law."),
    column("pinpoint", &["pinpoint"], Kind::Prose).note("The place in it: Article 38."),
    column("relation", &["relation"], Kind::Choice(&Relation::WORDS))
        .must()
        .note("How the provision stands to it, according to the document."),
    column("certainty", &["certainty"], Kind::Choice(&Certainty::WORDS))
        .note("says where the document says that it is so; fears where it sees a risk."),
    column("source", &["source"], Kind::Id("Sources"))
        .note("Whose word it is, by the document's id; needed where the concern has several."),
    column("note", &["note"], Kind::Prose).note("What the document says of it, in your own words."),
];

const REQUESTS: &[Column] = &[
    column("id", &["id"], Kind::Plain)
        .must()
        .note("A short name of lower-case letters, digits and hyphens: free-stands."),
    column("kind", &["kind"], Kind::Choice(&RequestKind::WORDS))
        .must()
        .note("What kind of change it asks for; act is something beside the text."),
    column("summary", &["summary"], Kind::Prose)
        .must()
        .note("What is asked for, in your own words."),
    column("addressee", &["addressee"], Kind::Prose).must().note("Of whom."),
    column("concerns", &["concerns"], Kind::Ids("Concerns"))
        .note("The concerns that it answers, by their ids, with commas between them."),
    column("provisions", &["provisions"], Kind::Ids("Provisions")).note(
        "The provisions that it is about, by their ids or citations, with commas between them.",
    ),
];

const POSITIONS: &[Column] = &[
    column("organisation", &["organisation"], Kind::Id("Organisations"))
        .must()
        .note("Who, by its id; it must have issued or signed the document."),
    column("stance", &["stance"], Kind::Choice(&Stance::WORDS))
        .must()
        .note("What it wants done with the law."),
    column("source", &["evidence", "source"], Kind::Id("Sources")).must().note(SOURCE_NOTE),
    column("locator", &["evidence", "locator"], Kind::Prose).must().note(LOCATOR_NOTE),
    column("quote", &["evidence", "quote", "exact"], Kind::Exact).note(QUOTE_NOTE),
    column("prefix", &["evidence", "quote", "prefix"], Kind::Exact).note(PREFIX_NOTE),
    column("suffix", &["evidence", "quote", "suffix"], Kind::Exact).note(SUFFIX_NOTE),
    column("quote language", &["evidence", "quote", "lang"], Kind::Plain).note(LANGUAGE_NOTE),
    column("date", &["date"], Kind::Date).note("When; blank where it is the document's date."),
    column("draft", &["draft"], Kind::Id("Drafts"))
        .note("On which draft, by its id; blank where it is the document's."),
];

const REPLIES: &[Column] = &[
    column("id", &["id"], Kind::Plain)
        .must()
        .note("A short name of lower-case letters, digits and hyphens: city-on-fees."),
    column("organisation", &["organisation"], Kind::Id("Organisations"))
        .must()
        .note("Whose reply, by its id; it must have issued or signed the document."),
    column("kind", &["kind"], Kind::Choice(&ReplyKind::WORDS))
        .must()
        .note("Whether it answers concerns, welcomes the law, or urges caution."),
    column("summary", &["summary"], Kind::Prose).must().note("What it says, in your own words."),
    column("concerns", &["concerns"], Kind::Ids("Concerns"))
        .note("The concerns that it is about, by their ids; blank for the law as a whole."),
    column("provisions", &["provisions"], Kind::Ids("Provisions")).note(
        "The provisions that it is about, by their ids or citations, with commas between them.",
    ),
    column("basis", &["basis"], Kind::Choice(&Basis::WORDS))
        .note("stated where the document says that it is about these; inferred otherwise."),
    column("reason", &["reason"], Kind::Prose)
        .note("Why you conclude it; needed beside inferred. Readers see it."),
];
