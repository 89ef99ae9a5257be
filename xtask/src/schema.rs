//! `cargo xtask schema`: writes the JSON Schema of datasets from the types that read them.

use anyhow::Result;
use authoring::Records;
use schemars::schema_for;

use crate::tree::{self, Tree};

/// Writes the schema to its place in the tree.
pub(crate) fn write(tree: &Tree) -> Result<()> {
    tree::write(&tree.schema(), generated()?.as_bytes())
}

/// The schema as it follows from the types.
fn generated() -> Result<String> {
    let mut text = serde_json::to_string_pretty(&schema_for!(Records))?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::Value;

    use super::*;

    fn tree() -> Tree {
        Tree::at(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap())
    }

    fn json(file: &Path) -> Value {
        serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
    }

    #[test]
    fn the_schema_in_the_tree_is_the_one_that_the_types_give() {
        let committed = fs::read_to_string(tree().schema()).unwrap();
        assert_eq!(committed, generated().unwrap(), "`cargo xtask schema` writes it anew");
    }

    #[test]
    fn the_bundled_datasets_satisfy_the_schema_and_a_stranger_does_not() {
        let validator = jsonschema::validator_for(&json(&tree().schema())).unwrap();
        for file in tree().datasets().unwrap() {
            let errors: Vec<_> =
                validator.iter_errors(&json(&file)).map(|error| error.to_string()).collect();
            assert_eq!(errors, [] as [String; 0], "{}", file.display());
        }
        assert!(!validator.is_valid(&serde_json::json!({ "schema_version": 1 })));
    }
}
