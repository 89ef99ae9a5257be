//! What the dataset says, for machines: schema.org's terms for legislation, claims and quotations.

use dataset::{Concern, Dataset, Evidence, ProvisionId, Role, Source};
use serde_json::{Value, json};

/// The dataset as JSON-LD, safe to stand inside a `<script>`.
pub fn json_ld(dataset: &Dataset) -> String {
    let records = dataset.records();
    let law = json!({
        "@type": "Legislation",
        "@id": "#instrument",
        "name": records.instrument.title.original(),
        "alternateName": records.instrument.short_title.original(),
        "legislationIdentifier": records.instrument.symbols,
        "hasPart": records.provisions.iter().map(|it| json!({
            "@type": "Legislation",
            "@id": format!("#{}", it.id),
            "name": it.citation.original(),
            "headline": it.heading.as_ref().map(dataset::Text::original),
            "abstract": it.summary.original(),
        })).collect::<Vec<_>>(),
    });
    let claims = records.concerns.iter().map(|it| claim(dataset, it));
    let sources = records.sources.iter().map(|it| source(dataset, it));
    let graph: Vec<Value> = std::iter::once(law).chain(sources).chain(claims).collect();
    let all = json!({
        "@context": "https://schema.org",
        "inLanguage": records.language,
        "creditText": records.credit.original(),
        "@graph": graph,
    });
    // Nothing in a text may end the script that it stands in.
    without_nulls(all).to_string().replace('<', "\\u003c")
}

fn source(dataset: &Dataset, source: &Source) -> Value {
    let of_role = |role: Role| -> Vec<Value> {
        let parties = source.parties.iter().filter(|party| party.role == role);
        let named = parties.filter_map(|party| {
            let organisation = dataset.find_organisation(party.organisation.as_str())?;
            let name = &dataset.organisation(organisation)?.name;
            Some(json!({ "@type": "Organization", "name": name.original() }))
        });
        named.collect()
    };
    json!({
        "@type": "CreativeWork",
        "@id": format!("#source.{}", source.id),
        "name": source.title.original(),
        "url": source.address,
        "archivedAt": source.archived,
        "datePublished": source.date.map(|date| date.to_string()),
        "publisher": of_role(Role::Issued),
        "author": of_role(Role::Signed),
        "mentions": of_role(Role::Named),
    })
}

fn claim(dataset: &Dataset, concern: &Concern) -> Value {
    json!({
        "@type": "Claim",
        "@id": format!("#concern.{}", concern.id),
        "name": concern.title.original(),
        "text": concern.summary.original(),
        "about": references(&mut concern.provisions.iter()),
        "mentions": references(&mut concern.contrasted.iter().chain(&concern.mentioned)),
        "appearance": concern.evidence.iter()
            .map(|it| quotation(dataset, it))
            .collect::<Vec<_>>(),
    })
}

fn references(provisions: &mut dyn Iterator<Item = &ProvisionId>) -> Value {
    provisions.map(|it| json!({ "@id": format!("#{it}") })).collect()
}

fn quotation(dataset: &Dataset, evidence: &Evidence) -> Value {
    let language = evidence.quote.as_ref().and_then(|quote| quote.lang.as_ref());
    json!({
        "@type": "Quotation",
        "text": evidence.quote.as_ref().map(|quote| &quote.exact),
        "inLanguage": language.unwrap_or(&dataset.records().language),
        "isPartOf": { "@id": format!("#source.{}", evidence.source) },
        "position": evidence.locator.original(),
    })
}

/// What isn't known is left out.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, field)| !field.is_null())
            .map(|(name, field)| (name, without_nulls(field)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        value => value,
    }
}
