//! What a reader takes along: a citation to paste, and the concerns as a table. The credit goes
//! with both.

use dataset::{
    Affected, Basis, Concern, ConcernIx, Dataset, Evidence, List as _, Mention, ProvisionIx, Source,
};

/// A provision with its concerns and their sources as plain text, ready to be pasted.
pub fn citation(dataset: &Dataset, provision: ProvisionIx) -> Option<String> {
    let record = dataset.provision(provision)?;
    let records = dataset.records();
    let mut lines =
        vec![format!("{}, {}", record.citation.original(), records.instrument.title.original())];
    let around = dataset.around_provision(provision)?;
    for concern in around.concerns.iter().filter_map(|it| dataset.concern(*it)) {
        lines.push(format!("– {}", concern.title.original()));
        lines.extend(concern.evidence.iter().filter_map(|it| source_line(dataset, it)));
    }
    let (number, date) = edition_of(dataset);
    let edition = [number, date].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let credit = records.credit.original();
    lines.push(match edition.join(", ") {
        edition if edition.is_empty() => credit.into(),
        edition => format!("{credit} ({edition})"),
    });
    Some(lines.join("\n"))
}

/// An edition's number and date, as far as they are known.
fn edition_of(dataset: &Dataset) -> (String, String) {
    let (number, date) = dataset.records().edition.parts();
    let number = number.map(|it| it.to_string()).unwrap_or_default();
    (number, date.map(|it| it.to_string()).unwrap_or_default())
}

fn source_line(dataset: &Dataset, evidence: &Evidence) -> Option<String> {
    let source = dataset.source(dataset.find_source(evidence.source.as_str())?)?;
    let date = date_of(source);
    let quote = evidence.quote.as_ref().map_or(String::new(), |it| format!("“{}” ", it.exact));
    let (title, publisher) = (source.title.original(), source.publisher.original());
    let (draft, locator) = (draft_of(dataset, source), evidence.locator.original());
    let source = &source.address;
    Some(format!("  {quote}{title}, {publisher}, {date}, on: {draft}, {locator}, {source}"))
}

/// A source's date, or what is known of it where it isn't printed.
fn date_of(source: &Source) -> String {
    let note = source.date_note.as_ref().map(|note| note.original().to_owned());
    note.or_else(|| source.date.map(|date| date.to_string())).unwrap_or_default()
}

/// What to call the draft that a source speaks of.
fn draft_of<'d>(dataset: &'d Dataset, source: &Source) -> &'d str {
    let draft = dataset.find_draft(source.draft.as_str()).and_then(|it| dataset.draft(it));
    draft.map_or("", |it| it.label.original())
}

const COLUMNS: [&str; 18] = [
    "provision",
    "citation",
    "role",
    "concern",
    "title",
    "summary",
    "stated",
    "inferred",
    "quote",
    "source",
    "publisher",
    "date",
    "draft",
    "locator",
    "address",
    "wording",
    "edition",
    "credit",
];

/// The concerns as comma-separated values (RFC 4180): a line for each provision, concern and piece
/// of evidence. `role` says whether the concern objects to the provision, or only contrasts or
/// mentions it. A file that is cut or sorted still carries the credit, since each line does.
pub fn csv(dataset: &Dataset) -> String {
    // Spreadsheets take a file for UTF-8 only where it says so.
    let mut table = String::from("\u{FEFF}");
    line(&mut table, COLUMNS.iter().copied());
    for (provision, _) in dataset.provisions() {
        let links = dataset.around_provision(provision);
        let Some(links) = links else { continue };
        for concern in &links.concerns {
            rows(&mut table, dataset, provision, *concern, "objected to");
        }
        for (concern, mention) in &links.mentions {
            let role = match mention {
                Mention::Contrasted => "contrasted",
                Mention::Mentioned => "mentioned",
            };
            rows(&mut table, dataset, provision, *concern, role);
        }
    }
    table
}

fn rows(
    table: &mut String,
    dataset: &Dataset,
    provision: ProvisionIx,
    concern: ConcernIx,
    role: &str,
) -> Option<()> {
    let (provision, concern) = (dataset.provision(provision)?, dataset.concern(concern)?);
    let records = dataset.records();
    let [stated, inferred] =
        [Basis::Stated, Basis::Inferred].map(|it| groups(dataset, concern, it));
    for evidence in &concern.evidence {
        let source = dataset.source(dataset.find_source(evidence.source.as_str())?)?;
        let (number, day) = edition_of(dataset);
        let edition = if day.is_empty() { number } else { format!("{number} ({day})") };
        let date = date_of(source);
        let wording = concern.wording.word().replace('_', " ");
        let cells = [
            provision.id.as_str(),
            provision.citation.original(),
            role,
            concern.id.as_str(),
            concern.title.original(),
            concern.summary.original(),
            &stated,
            &inferred,
            evidence.quote.as_ref().map_or("", |quote| quote.exact.as_str()),
            source.title.original(),
            source.publisher.original(),
            &date,
            draft_of(dataset, source),
            evidence.locator.original(),
            &source.address,
            &wording,
            &edition,
            records.credit.original(),
        ];
        line(table, cells.into_iter());
    }
    Some(())
}

fn groups(dataset: &Dataset, concern: &Concern, basis: Basis) -> String {
    let Affected::Groups(groups) = &concern.affected else { return String::new() };
    let of_basis = groups.iter().filter(|affected| affected.basis == basis);
    let labels = of_basis.filter_map(|affected| {
        let group = dataset.group(dataset.find_group(affected.group.as_str())?)?;
        Some(group.label.original())
    });
    labels.list().join("; ")
}

fn line<'a>(table: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            table.push(',');
        }
        table.push('"');
        // A spreadsheet would run a cell that begins like a formula.
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            table.push('\'');
        }
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    }
    table.push_str("\r\n");
}
