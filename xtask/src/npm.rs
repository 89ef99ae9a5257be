//! The npm packages that are shipped: those that `dependencies` of `package.json` names. Scripts of ours
//! are bundled with them; what is a tool stands in `devDependencies`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;

use crate::tree::{self, Tree};

/// A package whose code is in one of our scripts.
pub(crate) struct Shipped {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    pub(crate) description: String,
    pub(crate) repository: String,
    /// SHA-512 of what was fetched, in hexadecimal; none of what came within another package.
    pub(crate) checksum: Option<String>,
    /// The package that it came within.
    pub(crate) within: Option<String>,
}

/// A package's manifest, as far as it is read here.
#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
}

/// What a package says of itself.
#[derive(Deserialize)]
struct About {
    version: String,
    license: String,
    #[serde(default)]
    description: String,
    repository: Repository,
}

#[derive(Deserialize)]
struct Repository {
    url: String,
}

/// The lock file, as far as it is read here.
#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Locked>,
}

#[derive(Deserialize)]
struct Locked {
    #[serde(default)]
    integrity: String,
}

/// All that is shipped, in the order of the names.
pub(crate) fn shipped(tree: &Tree) -> Result<Vec<Shipped>> {
    let read = |file: &str| tree::read_text(&tree.root().join(file));
    let lock: Lock = serde_json::from_str(&read("package-lock.json")?)
        .context("`package-lock.json` is no lock file")?;
    let shipped = names(&read("package.json")?)?.into_iter().map(|name| {
        let place = format!("node_modules/{name}");
        let about: About = serde_json::from_str(&read(&format!("{place}/package.json"))?)
            .with_context(|| format!("npm package {name} says too little of itself"))?;
        let locked = lock.packages.get(&place);
        let hash = locked.and_then(|it| it.integrity.strip_prefix("sha512-"));
        let hash = hash.with_context(|| format!("npm package {name} is not locked"))?;
        let checksum = STANDARD.decode(hash).context("the lock file has a hash that is none")?;
        Ok(Shipped {
            checksum: Some(hexadecimal(&checksum)),
            within: None,
            name,
            version: about.version,
            licence: about.license,
            description: about.description,
            repository: about.repository.url.trim_start_matches("git+").into(),
        })
    });
    let mut shipped = shipped.collect::<Result<Vec<_>>>()?;
    for it in &BUNDLED {
        if shipped.iter().any(|outer| outer.name == it.within) {
            shipped.push(it.found(&read(&format!("node_modules/{}/{}", it.within, it.file))?)?);
        }
    }
    shipped.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(shipped)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, it| hex + &format!("{it:02x}"))
}

/// What a package that is shipped has bundled of others, without a word of them in its manifest.
struct Bundled {
    name: &'static str,
    licence: &'static str,
    description: &'static str,
    repository: &'static str,
    within: &'static str,
    /// The file that it is in, and what stands there before and behind its version.
    file: &'static str,
    around: [&'static str; 2],
}

const BUNDLED: [Bundled; 1] = [Bundled {
    name: "core-js",
    licence: "MIT",
    description: "Standard library",
    repository: "https://github.com/zloirock/core-js",
    within: "pdfjs-dist",
    file: "legacy/build/pdf.worker.mjs",
    around: ["https://github.com/zloirock/core-js/blob/v", "/LICENSE"],
}];

impl Bundled {
    fn found(&self, code: &str) -> Result<Shipped> {
        let [before, behind] = self.around;
        let version = code.split_once(before).and_then(|(_, rest)| rest.split_once(behind));
        let (version, _) = version.with_context(|| {
            format!("{} of {} doesn't say which {} is in it", self.file, self.within, self.name)
        })?;
        Ok(Shipped {
            name: self.name.into(),
            version: version.into(),
            licence: self.licence.into(),
            description: self.description.into(),
            repository: self.repository.into(),
            checksum: None,
            within: Some(self.within.into()),
        })
    }
}

/// The names in the `dependencies` of a manifest.
pub(crate) fn names(manifest: &str) -> Result<Vec<String>> {
    let manifest: Manifest =
        serde_json::from_str(manifest).context("`package.json` is not a package's manifest")?;
    Ok(manifest.dependencies.into_keys().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_not_shipped_and_what_is_shipped_says_where_it_came_from() {
        let manifest = r#"{"dependencies": {"a": "1.0.0"}, "devDependencies": {"b": "1.0.0"}}"#;
        assert_eq!(names(manifest).unwrap(), ["a"]);
        let shipped = shipped(&Tree::here().unwrap()).unwrap();
        assert!(shipped.iter().any(|it| it.name == "pdfjs-dist"));
        assert!(shipped.iter().any(|it| it.name == "core-js" && it.version.starts_with("3.")));
        for it in shipped {
            let is_hashed = it.checksum.is_some_and(|it| it.len() == 128);
            assert!(is_hashed || it.within.is_some(), "{}", it.name);
            assert!(it.repository.starts_with("https://"), "{}", it.name);
        }
    }
}
