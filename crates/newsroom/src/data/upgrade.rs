//! `upgrade`: brings a dataset of version 1 up to version 2, and lists what only
//! an editor can decide. It adds nothing that version 1 did not say.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::tree;

/// Which dataset is brought up.
#[derive(Args)]
pub struct Upgrade {
    /// The dataset's JSON file
    file: PathBuf,
    /// Write the file anew; without it, only what is to be decided is listed
    #[arg(long)]
    write: bool,
}

/// Brings a file up. Returns what an editor has to decide, a line each.
pub(crate) fn upgrade(wanted: &Upgrade) -> Result<String> {
    let name = wanted.file.display();
    let text = tree::read_text(&wanted.file)?;
    let mut dataset: Value =
        serde_json::from_str(&text).with_context(|| format!("cannot read `{name}`"))?;
    match at(&dataset, "schema_version").as_u64() {
        Some(1) => {}
        Some(2) => bail!("{name}: the dataset is of version 2 already"),
        _ => bail!("{name}: no `schema_version` 1 stands here"),
    }
    let decisions = decisions(&dataset);
    let from = "\"schema_version\": 1";
    if wanted.write && text.matches(from).count() == 1 {
        // As text, so that the editor's order and layout stay.
        tree::write(&wanted.file, text.replace(from, "\"schema_version\": 2").as_bytes())?;
    } else if wanted.write {
        if let Some(fields) = dataset.as_object_mut() {
            fields.insert("schema_version".into(), 2.into());
        }
        let written = serde_json::to_string_pretty(&dataset)? + "\n";
        tree::write(&wanted.file, written.as_bytes())?;
    }
    let head = if wanted.write { "is of version 2 now" } else { "can be brought up with --write" };
    Ok(format!("{name} {head}; {} to decide\n{}\n", decisions.len(), decisions.join("\n")))
}

/// What version 2 tells apart and version 1 did not.
fn decisions(dataset: &Value) -> Vec<String> {
    let mut lines = of_the_whole(dataset);
    for (place, source) in items(dataset, "sources").iter().enumerate() {
        lines.extend(of_a_source(place, source));
    }
    for (place, concern) in items(dataset, "concerns").iter().enumerate() {
        lines.extend(of_a_concern(place, concern));
    }
    lines
}

fn of_the_whole(dataset: &Value) -> Vec<String> {
    let instrument = at(dataset, "instrument");
    let missing = [
        (dataset, "made", "made: say in at most 60 words how the dataset was made"),
        (dataset, "asked", "asked: name those who were asked for a reply, or write \"nobody\""),
        (instrument, "address", "instrument.address: the address of the official text"),
        (
            instrument,
            "current_draft",
            "instrument.current_draft: which draft is in force or proposed now",
        ),
    ];
    let missing = missing.into_iter().filter(|(record, field, _)| record.get(field).is_none());
    missing.map(|(_, _, line)| line.to_owned()).collect()
}

fn of_a_source(place: usize, source: &Value) -> Vec<String> {
    let mut lines = vec![format!(
        "sources[{place}].draft_basis: does `{}` itself say that it is about this draft?",
        at(source, "id").as_str().unwrap_or_default()
    )];
    for (nth, party) in items(source, "parties").iter().enumerate() {
        if at(party, "role") == "named" && party.get("relation").is_none() {
            lines.push(format!(
                "sources[{place}].parties[{nth}]: in which words is `{}` named, where, in what \
                 relation, and for which concerns?",
                at(party, "organisation").as_str().unwrap_or_default()
            ));
        }
    }
    lines
}

fn of_a_concern(place: usize, concern: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    if items(concern, "provisions").len() > 1 {
        lines.push(format!(
            "concerns[{place}].provisions: is each objected to, or is one `contrasted` or \
             `mentioned`?"
        ));
    }
    for (nth, related) in items(concern, "related").iter().enumerate() {
        if related.get("certainty").is_none() && at(related, "relation") != "refers_to" {
            lines.push(format!(
                "concerns[{place}].related[{nth}].certainty: does the source say so, or fear it?"
            ));
        }
    }
    lines
}

fn items<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    at(value, field).as_array().map(Vec::as_slice).unwrap_or_default()
}

fn at<'v>(value: &'v Value, field: &str) -> &'v Value {
    value.get(field).unwrap_or(&Value::Null)
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;

    const OLD: &str = r#"{
  "schema_version": 1,
  "instrument": {},
  "sources": [{ "id": "letter", "parties": [{ "organisation": "crowd", "role": "named" }] }],
  "concerns": [{ "provisions": ["art_1", "art_2"], "related": [{ "relation": "conflicts_with" }] }]
}"#;

    #[test]
    fn a_file_is_brought_up_as_it_stands_and_what_is_open_is_listed() {
        let file = env::temp_dir().join(format!("upgrade-{}.json", std::process::id()));
        fs::write(&file, OLD).unwrap();
        let report = upgrade(&Upgrade { file: file.clone(), write: true }).unwrap();
        let written = fs::read_to_string(&file).unwrap();
        let again = upgrade(&Upgrade { file: file.clone(), write: true }).unwrap_err();
        fs::remove_file(&file).unwrap();
        assert_eq!(written, OLD.replace("\"schema_version\": 1", "\"schema_version\": 2"));
        for open in [
            "made: ",
            "asked: ",
            "instrument.address: ",
            "instrument.current_draft: ",
            "sources[0].draft_basis: ",
            "sources[0].parties[0]: ",
            "concerns[0].provisions: ",
            "concerns[0].related[0].certainty: ",
        ] {
            assert_eq!(report.lines().filter(|line| line.starts_with(open)).count(), 1, "{report}");
        }
        assert!(again.to_string().contains("already"), "{again}");
    }

    /// A sound dataset of version 1 in which every field of that version is set somewhere.
    const WHOLE: &str = include_str!("../../../../fuzz/corpus/dataset/whole");

    #[test]
    fn what_is_brought_up_says_what_version_1_said_and_no_more() {
        let file = env::temp_dir().join(format!("upgrade-whole-{}.json", std::process::id()));
        fs::write(&file, WHOLE).unwrap();
        upgrade(&Upgrade { file: file.clone(), write: true }).unwrap();
        let written = fs::read_to_string(&file).unwrap();
        fs::remove_file(&file).unwrap();
        let records = |text: &str| {
            let read = authoring::read(authoring::json::parse(text).unwrap());
            read.dataset.unwrap().records().clone()
        };
        let (old, new) = (records(WHOLE), records(&written));
        assert_eq!((old.schema_version, new.schema_version), (1, 2));
        assert_eq!(authoring::Records { schema_version: 2, ..old }, new);
        let mut named = new.sources.iter().flat_map(|it| &it.parties).peekable();
        assert!(named.peek().is_some());
        for concern in &new.concerns {
            assert_eq!((concern.contrasted.len(), concern.mentioned.len()), (0, 0));
            assert!(
                !named.clone().any(|party| party.shares_concern(&concern.id)),
                "{}",
                concern.id
            );
        }
    }
}
