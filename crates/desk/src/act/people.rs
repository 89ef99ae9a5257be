//! Groups, organisations, and who issued or signed a document.

use authoring::{Node, Path};

use super::{Outcome, claim};
use crate::{
    document::{Document, at, field, list, object, record},
    name::{Likeness, alike, new_id},
    signatory::{Signatory, Who},
};

pub(super) fn group(document: &mut Document, label: &str, concern: Option<&Path>) -> Outcome {
    let label = label.trim();
    if label.is_empty() {
        return Err("say what the group is called, in the plural".into());
    }
    let known = alike(document, "groups", &["label", "aliases"], label);
    let known = known.filter(|(_, likeness)| *likeness >= Likeness::Same);
    let (id, said) = if let Some((nth, _)) = known {
        let id = document.words(&field(&record("groups", nth), "id")).to_string();
        (id, format!("“{label}” is a group already."))
    } else {
        let id = new_id(document, "groups", label);
        document.push(&at(&["groups"]), object(&[("id", &id), ("label", label)]));
        (id, format!("“{label}” is a group now."))
    };
    if let Some(concern) = concern {
        claim::affect(document, concern, &id, Some("stated"))?;
    }
    let nth = document.place("groups", &id);
    Ok((nth.map(|nth| record("groups", nth)), said))
}

pub(super) fn sign(
    document: &mut Document,
    source: &str,
    role: &str,
    kind: &str,
    signatories: &[(Signatory, Who)],
) -> Outcome {
    let nth = document.place("sources", source).ok_or("choose the document first")?;
    let parties = field(&record("sources", nth), "parties");
    let (mut signed, mut new) = (0, 0);
    // The organisation of each line, for those that are the same again.
    let mut ids: Vec<Option<String>> = Vec::new();
    for (signatory, who) in signatories {
        let id = match who {
            Who::Nobody => None,
            Who::Known(id) => Some(id.clone()),
            Who::Line(nth) => ids.get(*nth).cloned().flatten(),
            Who::New => {
                new += 1;
                Some(organisation(document, signatory, kind))
            }
        };
        ids.push(id.clone());
        let Some(id) = id else { continue };
        also(document, &id, &signatory.name);
        if !is_party(document, &parties, &id, role) {
            document.push(&parties, object(&[("organisation", &id), ("role", role)]));
            signed += 1;
        }
    }
    Ok((Some(parties), format!("{signed} added to the document, {new} of them new here.")))
}

fn is_party(document: &Document, parties: &Path, id: &str, role: &str) -> bool {
    let says =
        |it: &Node, name: &str, text: &str| it.field(name).and_then(Node::as_text) == Some(text);
    let mut all = document.items(parties).iter();
    all.any(|it| says(it, "organisation", id) && says(it, "role", role))
}

fn organisation(document: &mut Document, signatory: &Signatory, kind: &str) -> String {
    let id = new_id(document, "organisations", &signatory.name);
    let aside = signatory.aside.as_deref().unwrap_or_default();
    let fields =
        [("id", id.as_str()), ("name", &signatory.name), ("kind", kind), ("description", aside)];
    document.push(&at(&["organisations"]), object(&fields));
    id
}

/// Another spelling of somebody whom the dataset has.
fn also(document: &mut Document, id: &str, name: &str) {
    let Some(nth) = document.place("organisations", id) else { return };
    let organisation = record("organisations", nth);
    let path = field(&organisation, "aliases");
    let aliases: Vec<_> = document.items(&path).iter().filter_map(Node::as_text).collect();
    let names = ["name", "short_name"].map(|it| document.words(&field(&organisation, it)));
    if names.contains(&name) || aliases.contains(&name) {
        return;
    }
    let aliases = list(aliases.into_iter().chain([name]));
    document.put(&path, Some(aliases));
}
