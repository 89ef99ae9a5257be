//! The sheets of those whom the law affects, of those who speak, and of their documents.

use authoring::{Basis, GroupKind, NamedAs, OrganisationKind, Role};

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
            column("short label", &["short_label"], Kind::Prose)
                .note("Its name where there is little room."),
            column("kind", &["kind"], Kind::Choice(&GroupKind::WORDS))
                .note("What kind of group it is; people is the public at large."),
            column("aliases", &["aliases"], Kind::Names)
                .note("Other words that readers look for it by, with semicolons between them."),
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
            column("role", &["role"], Kind::Choice(&Role::WORDS))
                .must()
                .note("issued or signed; named where the document only names them."),
            column("relation", &["relation"], Kind::Choice(&NamedAs::WORDS))
                .note("What the document says of somebody named; blank for the others."),
            column("locator", &["locator"], Kind::Prose)
                .note("Where in the document they are named, for a person."),
            column("quote", &["quote", "exact"], Kind::Exact)
                .note("The words that name them, to the letter, 300 characters at most."),
            column("prefix", &["quote", "prefix"], Kind::Exact)
                .note("The text right before the quote, where it occurs more than once."),
            column("suffix", &["quote", "suffix"], Kind::Exact)
                .note("The text right after the quote, blanks included."),
            column("quote language", &["quote", "lang"], Kind::Plain)
                .note("The quote's language, where it isn't the document's."),
            column("concerns", &["concerns"], Kind::Ids("Concerns"))
                .note("The concerns that they are named for, by id; blank: the whole document."),
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
    column("kind", &["kind"], Kind::Choice(&OrganisationKind::WORDS))
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
    column("draft basis", &["draft_basis"], Kind::Choice(&Basis::WORDS))
        .note("stated where the document says which draft; inferred where you conclude it."),
    column("draft reason", &["draft_reason"], Kind::Prose)
        .note("Why you conclude it; needed beside inferred. Readers see it."),
    column("read", &["read"], Kind::Date).note("The day on which you read it: 2026-05-01."),
    column("sha256", &["sha256"], Kind::Plain)
        .note("SHA-256 of the text that quotes were confirmed against; may be left blank."),
];
