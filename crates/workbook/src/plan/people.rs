//! The sheets of those whom the law affects, of those who speak, and of their documents.

use super::{Column, Kind, Layout, Sheet, column};

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "Groups",
        about: "the groups of people that provisions affect",
        layout: Layout::List(&["groups"]),
        columns: &[
            column("id", &["id"], Kind::Plain)
                .must()
                .note("A short name of lower-case letters, digits and hyphens: journalists."),
            column("label", &["label"], Kind::Prose)
                .must()
                .note("Its name in the plural, as in a list: Journalists."),
            column("member", &["member"], Kind::Prose)
                .must()
                .note("One of them, as it follows “I am”: a journalist."),
            column("description", &["description"], Kind::Prose).must().note("Who belongs to it."),
        ],
    },
    Sheet {
        name: "Organisations",
        about: "organisations, bodies, persons and described communities, once each",
        layout: Layout::List(&["organisations"]),
        columns: ORGANISATIONS,
    },
    Sheet {
        name: "Sources",
        about: "the documents that everything rests on",
        layout: Layout::List(&["sources"]),
        columns: SOURCES,
    },
    Sheet {
        name: "Parties",
        about: "who issued, signed or is named in a document: a row for each",
        layout: Layout::Part { of: "Sources", field: "parties" },
        columns: &[
            column("source", &[], Kind::Id("Sources")).must().note("The document's id."),
            column("organisation", &["organisation"], Kind::Id("Organisations"))
                .must()
                .note("The organisation's id."),
            column("role", &["role"], Kind::Choice(&["issued", "signed", "named"]))
                .must()
                .note("issued or signed; named where the issuer says that they share the concern."),
        ],
    },
];

const ORGANISATIONS: &[Column] = &[
    column("id", &["id"], Kind::Plain)
        .must()
        .note("A short name of lower-case letters, digits and hyphens: wheels-for-all."),
    column("name", &["name"], Kind::Prose).must().note("Its right name."),
    column("short name", &["short_name"], Kind::Plain).note("The short form in common use: EFF."),
    column("aliases", &["aliases"], Kind::Names)
        .note("Other names and spellings that documents use, with semicolons between them."),
    column(
        "kind",
        &["kind"],
        Kind::Choice(&[
            "human_rights",
            "digital_rights",
            "press_freedom",
            "civil_society",
            "industry",
            "un_body",
            "research",
            "individual",
            "community",
        ]),
    )
    .must()
    .note("What it is. community is one that a document describes without naming its members."),
    column("country", &["country"], Kind::Prose)
        .note("Country or region, where the document gives it."),
    column("description", &["description"], Kind::Prose)
        .note("A person's affiliation, or what else tells who this is, as the document gives it."),
];

const SOURCES: &[Column] = &[
    column("id", &["id"], Kind::Plain)
        .must()
        .note("A short name of lower-case letters, digits and hyphens: joint-letter."),
    column("title", &["title"], Kind::Prose).must().note("The document's title."),
    column("short title", &["short_title"], Kind::Prose)
        .must()
        .note("What to call it in a byline: Joint letter."),
    column("publisher", &["publisher"], Kind::Prose).must().note("Who published it."),
    column("date", &["date"], Kind::Date)
        .note("As precisely as known: 2024, 2024-07 or 2024-07-29. Or blank, with a date note."),
    column("date note", &["date_note"], Kind::Prose).note(
        "What is known of the date where it isn't printed on the document; shown in its place.",
    ),
    column("address", &["address"], Kind::Plain)
        .must()
        .note("Where it stands: an address that begins with https://."),
    column("archived", &["archived"], Kind::Plain).note("The address of an archived copy."),
    column("language", &["language"], Kind::Plain).must().note("Its language: en, fr, ar, pt-BR."),
    column("draft", &["draft"], Kind::Id("Drafts"))
        .must()
        .note("The draft that it speaks of, by its id."),
    column("sha256", &["sha256"], Kind::Plain)
        .note("SHA-256 of the text that quotes were confirmed against; may be left blank."),
];
