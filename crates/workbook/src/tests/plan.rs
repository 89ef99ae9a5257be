//! The plan has all that the format has, and says of it what the format says.

use schemars::{Schema, schema_for};

use crate::plan::{self, Kind, Layout, Sheet};

/// A value of the format: where, whether it must be there, and the words that it may hold.
type Leaf = (String, bool, Vec<String>);

struct Walk {
    schema: serde_json::Value,
    leaves: Vec<Leaf>,
}

impl Walk {
    fn resolved<'a>(&'a self, node: &'a serde_json::Value) -> (&'a serde_json::Value, &'a str) {
        match node.get("$ref").and_then(|it| it.as_str()) {
            Some(name) => {
                let name = name.trim_start_matches("#/$defs/");
                (&self.schema["$defs"][name], name)
            }
            None => (node, ""),
        }
    }

    fn walk(&mut self, node: &serde_json::Value, at: &str, must: bool) {
        let (node, name) = self.resolved(node);
        let node = node.clone();
        let variants = ["anyOf", "oneOf"].iter().find_map(|it| node.get(it)?.as_array()).cloned();
        let variants = variants.unwrap_or_default();
        let optional = variants.iter().any(|it| it.get("type").is_some_and(|it| it == "null"));
        if name == "Text" {
            self.leaves.push((at.into(), must, Vec::new()));
        } else if optional {
            let inner = variants.iter().find(|it| it.get("$ref").is_some()).unwrap();
            self.walk(inner, at, must);
        } else if let Some(fields) = node.get("properties").and_then(|it| it.as_object()) {
            for (field, inner) in fields {
                let required = node["required"]
                    .as_array()
                    .is_some_and(|it| it.iter().any(|name| name == field));
                let at = if at.is_empty() { field.clone() } else { format!("{at}.{field}") };
                self.walk(inner, &at, must && required);
            }
        } else if let Some(items) = node.get("items") {
            let inner = if self.is_record(items) { true } else { must };
            self.walk(&items.clone(), &format!("{at}[]"), inner);
        } else {
            let consts = variants.iter().filter_map(|it| Some(it.get("const")?.as_str()?.into()));
            self.leaves.push((at.into(), must && name != "Affected", consts.collect()));
            for array in variants.iter().filter(|it| it.get("items").is_some()) {
                self.walk(array, at, true);
            }
        }
    }

    fn is_record(&self, node: &serde_json::Value) -> bool {
        let (node, name) = self.resolved(node);
        name == "Text" || node.get("properties").is_some()
    }
}

fn base(sheet: &Sheet) -> String {
    match sheet.layout {
        Layout::Form => String::new(),
        Layout::List(at) => format!("{}[]", at.join(".")),
        Layout::Part { of, field } => format!("{}.{field}[]", base(plan::sheet(of).unwrap())),
    }
}

fn planned() -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for sheet in plan::sheets() {
        for column in sheet.values() {
            let mut at = [base(sheet)].into_iter().chain(column.at.iter().map(|it| (*it).into()));
            let at = at.by_ref().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(".");
            let several = matches!(column.kind, Kind::Ids(_) | Kind::Names | Kind::Lines);
            let words = match column.kind {
                Kind::Choice(words) => words.iter().map(|word| (*word).into()).collect(),
                _ => Vec::new(),
            };
            leaves.push((if several { format!("{at}[]") } else { at }, column.must, words));
        }
    }
    leaves.sort();
    leaves
}

#[test]
fn every_value_of_the_format_has_its_column_and_no_column_is_a_stranger() {
    let schema: Schema = schema_for!(authoring::Records);
    let schema = schema.to_value();
    let mut walk = Walk { schema: schema.clone(), leaves: Vec::new() };
    walk.walk(&schema, "", true);
    // Nobody writes where the rest of a large law stands; its workbook has all of it.
    walk.leaves.retain(|(at, ..)| !at.starts_with("parts."));
    walk.leaves.sort();
    assert_eq!(planned(), walk.leaves);
}

#[test]
fn every_column_says_what_goes_there_and_can_be_told_from_the_others() {
    for sheet in plan::sheets() {
        assert!(sheet.name.len() <= 31, "{} is too long for a sheet's name", sheet.name);
        for (nth, column) in sheet.columns.iter().enumerate() {
            assert!(column.note.ends_with('.'), "{}: {}", sheet.name, column.name);
            assert!(!column.name.contains(['[', ']', '#', '*']), "{}", column.name);
            let earlier = sheet.columns.iter().take(nth);
            assert!(earlier.clone().all(|it| plan::folded(it.name) != plan::folded(column.name)));
            if let Kind::Id(of) | Kind::Ids(of) = column.kind {
                assert!(plan::sheet(of).is_some_and(|it| it.columns[0].name == "id"), "{of}");
            }
        }
    }
}
