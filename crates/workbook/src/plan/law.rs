//! The sheets of the dataset as such, and of the law.

use authoring::{Answered, HeadingOrigin, Unit};

use super::{Column, Kind, Layout, Sheet, column};

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "Dataset",
        about: "the dataset as a whole: its title, edition and credit line",
        layout: Layout::Form,
        columns: DATASET,
    },
    Sheet {
        name: "Corrections",
        about: "what has been corrected since the first edition, latest first",
        layout: Layout::List(&["corrections"]),
        columns: &[
            column("date", &["date"], Kind::Date)
                .must()
                .note("The day it was corrected: 2026-05-01."),
            column("text", &["text"], Kind::Prose)
                .must()
                .note("What was wrong, and what it says now."),
        ],
    },
    Sheet {
        name: "Asked",
        about: "who was asked for a reply: a row for each",
        layout: Layout::List(&["asked"]),
        columns: ASKED,
    },
    Sheet {
        name: "Missing",
        about: "who or what is missing from the dataset, said openly",
        layout: Layout::List(&["missing"]),
        columns: &[column("text", &[], Kind::Prose)
            .must()
            .note("One sentence a row. Readers see it.")],
    },
    Sheet {
        name: "Law",
        about: "the law itself, and what has become of it",
        layout: Layout::Form,
        columns: LAW,
    },
    Sheet {
        name: "Chapters",
        about: "the law's chapters in order, each with its provisions",
        layout: Layout::List(&["instrument", "chapters"]),
        columns: CHAPTERS,
    },
    Sheet {
        name: "Drafts",
        about: "the law's drafts, earliest first, and its adopted text",
        layout: Layout::List(&["instrument", "drafts"]),
        columns: &[
            column("id", &["id"], Kind::Plain)
                .must()
                .note("A short name of lower-case letters, digits and hyphens: first-reading."),
            column("label", &["label"], Kind::Prose)
                .must()
                .note("What to call it: Draft of 23 May 2024."),
            column("date", &["date"], Kind::Date)
                .note("As precisely as known: 2024, 2024-07 or 2024-07-29."),
        ],
    },
    Sheet {
        name: "Status events",
        about: "what happened to the law, earliest first",
        layout: Layout::List(&["instrument", "status", "events"]),
        columns: &[
            column("date", &["date"], Kind::Date).must().note("When: 2024, 2024-07 or 2024-07-29."),
            column("label", &["label"], Kind::Prose).must().note("What, in a few words."),
            column("source", &["source"], Kind::Plain)
                .must()
                .note("Who says so: an address that begins with https://."),
        ],
    },
    Sheet {
        name: "Provisions",
        about: "the parts of the law, in its own order",
        layout: Layout::List(&["provisions"]),
        columns: PROVISIONS,
    },
    Sheet {
        name: "Earlier texts",
        about: "the words of provisions in earlier drafts: a row for each draft, as far as they are known",
        layout: Layout::Part { of: "Provisions", field: "earlier" },
        columns: &[
            column("provision", &[], Kind::Id("Provisions")).must().note("The provision's id."),
            column("draft", &["draft"], Kind::Id("Drafts"))
                .must()
                .note("Which draft, by its id; not the present one, whose words are the text."),
            column("text", &["text"], Kind::Lines)
                .must()
                .note("The law's own words in it, to the letter: a line for each paragraph."),
        ],
    },
];

const DATASET: &[Column] = &[
    column("$schema", &["$schema"], Kind::Plain)
        .note("Where an editor of the JSON finds its schema; may be left blank."),
    column("schema version", &["schema_version"], Kind::Whole)
        .must()
        .start("2")
        .note("Version of the format, which is 2."),
    column("id", &["id"], Kind::Plain).must().note(
        "A short name for files, of lower-case letters, digits and hyphens: bicycle-ordinance.",
    ),
    column("title", &["title"], Kind::Prose).must().note("Title of this dataset."),
    column("language", &["language"], Kind::Plain)
        .must()
        .start("en")
        .note("The language that everything here is written in: en, fr, ar, pt-BR."),
    column("edition number", &["edition", "number"], Kind::Whole)
        .must()
        .start("1")
        .note("Counts from 1; one more each time it is published anew."),
    column("edition date", &["edition", "date"], Kind::Date)
        .must()
        .note("The day of this edition: 2026-05-01."),
    column("credit", &["credit"], Kind::Prose)
        .must()
        .note("The credit line that travels with every copy, print and download."),
    column("stale after", &["stale_after"], Kind::Plain)
        .must()
        .start("P90D")
        .note("How long the law's status may be relied on: P90D is ninety days, P6M six months."),
    column("made", &["made"], Kind::Prose).note(
        "How you made this, in at most 60 words: what you read, who checked, what is missing.",
    ),
    column("asked", &["asked"], Kind::Choice(&["nobody"]))
        .note("nobody where you asked nobody for a reply; else blank, with rows in Asked."),
];

const ASKED: &[Column] = &[
    column("organisation", &["organisation"], Kind::Id("Organisations"))
        .must()
        .note("Who, by its id."),
    column("about", &["about"], Kind::Prose).must().note("What about."),
    column("date", &["date"], Kind::Date).must().note("When you asked: 2026-05-01."),
    column("until", &["until"], Kind::Date).note("Until when they had time."),
    column("answered", &["answered"], Kind::Choice(&Answered::WORDS))
        .must()
        .note("Whether they answered; declined where they would not comment."),
    column("source", &["source"], Kind::Id("Sources"))
        .note("Where their answer stands, by its id."),
];

const CHAPTERS: &[Column] = &[
    column("number", &["number"], Kind::Plain).must().note("As the law numbers it: IV."),
    column("name", &["name"], Kind::Prose).must().note("Its name in a few words."),
    column("origin", &["origin"], Kind::Choice(&HeadingOrigin::WORDS))
        .must()
        .note("Where that name comes from."),
    column("provisions", &["provisions"], Kind::Ids("Provisions"))
        .must()
        .note("The provisions in it, by their ids, with commas between them."),
];

const LAW: &[Column] = &[
    column("title", &["instrument", "title"], Kind::Prose).must().note("The law's full title."),
    column("short title", &["instrument", "short_title"], Kind::Prose)
        .must()
        .note("The title that a headline would use."),
    column("symbols", &["instrument", "symbols"], Kind::Names)
        .note("Document symbols, such as A/AC.291/L.15; several with semicolons between them."),
    column("status as of", &["instrument", "status", "as_of"], Kind::Date)
        .must()
        .note("The day up to which you know what happened to the law: 2026-05-01."),
    column("status line", &["instrument", "status", "line"], Kind::Prose)
        .must()
        .note("What has become of it, in one short line, without that day."),
    column("address", &["instrument", "address"], Kind::Plain)
        .note("Where the official text stands: an address that begins with https://."),
    column("unit", &["instrument", "unit"], Kind::Choice(&Unit::WORDS))
        .note("In what the law is counted and cited; paragraph is §."),
    column("current draft", &["instrument", "current_draft"], Kind::Id("Drafts"))
        .note("The draft that is in force or proposed now, by its id."),
    column("aliases", &["instrument", "aliases"], Kind::Names)
        .note("What else people call it, in any language, such as Hanoi Convention; several with semicolons between them."),
];

const PROVISIONS: &[Column] = &[
    column("id", &["id"], Kind::Plain).must().note(
        "Akoma Ntoso's way: art_28 for Article 28, art_28__para_4 for 28(4), sec_3 for \
               Section 3. Or title, or instrument for the law as a whole.",
    ),
    column("citation", &["citation"], Kind::Prose).must().note("How it is cited: Article 28(4)."),
    column("heading", &["heading"], Kind::Prose).note("Its heading, where it has one."),
    column("heading origin", &["heading_origin"], Kind::Choice(&HeadingOrigin::WORDS))
        .note("Where the heading comes from; needed beside a heading."),
    column("summary", &["summary"], Kind::Prose)
        .note("What it does, in plain words, according to the sources."),
    column("text", &["text"], Kind::Lines)
        .note("The law's own words, to the letter: a line for each paragraph."),
    column("address", &["address"], Kind::Plain)
        .note("Where the official text of it stands: an address that begins with https://."),
    column("note", &["note"], Kind::Prose)
        .note("A note of yours for readers: The letter gives this number; …."),
    column("parent", &["parent"], Kind::Id("Provisions")).note(
        "The provision that contains it, where that is listed, too: art_28 for art_28__para_4.",
    ),
];
