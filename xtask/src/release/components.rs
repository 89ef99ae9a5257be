//! The list of components for tools, in `CycloneDX`: what is inside, where it came from, under which
//! licence, and what needs what. It has no time and no number of its own, so it is the same every time.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{
    npm::Shipped,
    release::{
        Contents,
        fonts::{Font, LICENCE},
        inside::Inside,
    },
};

/// The version of the format.
const VERSION: &str = "1.6";

/// What the list is about.
const NAME: &str = "provision-explorer";

/// `components.cdx.json`.
pub(super) fn json(Contents { inside, shipped, fonts }: &Contents) -> Result<String> {
    let (ours, parts): (Vec<_>, Vec<_>) = inside.iter().partition(|it| it.package.name == NAME);
    let subject = ours.first().context("the widget's own package is not inside")?;
    let needs = inside.iter().enumerate().map(|(place, it)| {
        let packages = it.needs.iter().filter_map(|at| inside.get(*at)).map(reference);
        let fonts = fonts.iter().filter(|font| font.within == place).map(font_reference);
        json!({ "ref": reference(it), "dependsOn": packages.chain(fonts).collect::<Vec<_>>() })
    });
    let of_fonts = fonts.iter().map(|it| json!({ "ref": font_reference(it), "dependsOn": [] }));
    let scripts = shipped.iter().map(|it| {
        let bundled = shipped.iter().filter(|part| part.within.as_ref() == Some(&it.name));
        json!({ "ref": purl(it), "dependsOn": bundled.map(purl).collect::<Vec<_>>() })
    });
    let libraries = parts.iter().map(|it| component(it, "library"));
    let components = libraries
        .chain(shipped.iter().map(script))
        .chain(fonts.iter().map(font))
        .collect::<Vec<_>>();
    let list = json!({
        "$schema": format!("http://cyclonedx.org/schema/bom-{VERSION}.schema.json"),
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": { "component": component(subject, "application") },
        "components": components,
        "dependencies": needs.chain(scripts).chain(of_fonts).collect::<Vec<_>>(),
    });
    Ok(format!("{list:#}\n"))
}

/// A package's name that is the same in every list.
fn reference(it: &Inside) -> String {
    format!("pkg:cargo/{}@{}", it.package.name, it.package.version)
}

fn component(it: &Inside, kind: &str) -> Value {
    let package = &it.package;
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(it),
        "name": package.name,
        "version": package.version.to_string(),
        "purl": reference(it),
    });
    let more = [
        ("description", package.description.clone().map(Value::from)),
        ("licenses", package.license.as_ref().map(|it| json!([{ "expression": expression(it) }]))),
        ("hashes", it.checksum.as_ref().map(|it| json!([{ "alg": "SHA-256", "content": it }]))),
        (
            "externalReferences",
            package.repository.as_ref().map(|it| json!([{ "type": "vcs", "url": it }])),
        ),
    ];
    if let Value::Object(fields) = &mut component {
        for (name, value) in more {
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
    }
    component
}

fn purl(it: &Shipped) -> String {
    format!("pkg:npm/{}@{}", it.name, it.version)
}

/// A package that a script of ours is bundled with.
fn script(it: &Shipped) -> Value {
    let mut script = json!({
        "type": "library",
        "bom-ref": purl(it),
        "name": it.name,
        "version": it.version,
        "purl": purl(it),
        "description": it.description,
        "licenses": [{ "expression": it.licence }],
        "externalReferences": [{ "type": "vcs", "url": it.repository }],
    });
    if let (Value::Object(fields), Some(hash)) = (&mut script, &it.checksum) {
        fields.insert("hashes".into(), json!([{ "alg": "SHA-512", "content": hash }]));
    }
    script
}

/// A font has no address among packages, and a name of its own here.
fn font_reference(it: &Font) -> String {
    format!("font:{}@{}", it.name, it.version)
}

/// A font that is part of a module, as its file stands in the repository.
fn font(it: &Font) -> Value {
    json!({
        "type": "file",
        "bom-ref": font_reference(it),
        "name": it.name,
        "version": it.version,
        "copyright": it.copyright,
        "licenses": [{ "expression": LICENCE }],
        "hashes": [{ "alg": "SHA-256", "content": it.checksum }],
    })
}

/// Old manifests write `MIT/Apache-2.0`.
fn expression(licence: &str) -> String {
    licence.replace('/', " OR ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    #[test]
    fn every_part_says_where_it_came_from_and_what_it_needs_is_in_the_list() {
        let contents = Contents::of(&Tree::here().unwrap()).unwrap();
        let text = json(&contents).unwrap();
        assert_eq!(json(&contents).unwrap(), text);
        assert!(text.contains("pkg:npm/pdfjs-dist@") && text.contains("pkg:npm/core-js@"));
        let list: Value = serde_json::from_str(&text).unwrap();
        let parts = list["components"].as_array().unwrap();
        let mut known: Vec<_> = parts.iter().map(|it| &it["bom-ref"]).collect();
        known.push(&list["metadata"]["component"]["bom-ref"]);
        for part in parts {
            let licence = part["licenses"][0]["expression"].as_str().unwrap();
            assert!(spdx::Expression::parse(licence).is_ok(), "{licence}");
        }
        let needs = list["dependencies"].as_array().unwrap();
        assert_eq!(needs.len(), known.len());
        for it in needs.iter().flat_map(|it| it["dependsOn"].as_array().unwrap()) {
            assert!(known.contains(&it), "{it}");
        }
        let picture = needs.iter().find(|it| it["ref"].as_str().unwrap().contains("/picture@"));
        let has = |it: &Value| it.as_str().unwrap().starts_with("font:");
        assert_eq!(
            picture.unwrap()["dependsOn"].as_array().unwrap().iter().filter(|it| has(it)).count(),
            5
        );
        let root = env!("CARGO_MANIFEST_DIR").trim_end_matches("xtask");
        assert!(!text.contains(root), "no folder of this machine's");
    }
}
