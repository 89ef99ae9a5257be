//! An id that changes, wherever it is named.

use authoring::{Node, Path, Step};
use workbook::{Kind, Layout, Sheet, sheets};

use crate::{
    document::{Document, at, id_of},
    table::rows,
};

/// Names a record anew wherever it is named, unless another has either name.
pub(super) fn rename(document: &mut Document, path: &Path, new: &str) {
    let old = document.words(path).to_string();
    let [list @ .., Step::Item(_), Step::Field(_)] = path.0.as_slice() else { return };
    let list = Path(list.to_vec());
    let has = |id: &str| document.items(&list).iter().filter(|it| id_of(it) == id).count();
    let of = sheets().find(|it| matches!(it.layout, Layout::List(names) if at(names) == list));
    let Some(of) = of.filter(|_| !old.is_empty() && has(&old) == 1 && has(new) == 0) else {
        return;
    };
    for path in named(document, of) {
        let other = |it: &Node| match it.as_text() {
            Some(id) if id == old => Node::Text(new.into()),
            _ => it.clone(),
        };
        let value = match document.find(&path) {
            Some(Node::List(ids)) => Node::List(ids.iter().map(other).collect()),
            Some(id) => other(id),
            None => continue,
        };
        document.put(&path, Some(value));
    }
    if of.name == "Sources" {
        texts(document, &old, new);
    }
}

/// The cells that name records of a sheet.
fn named(document: &Document, of: &Sheet) -> Vec<Path> {
    let refers = |it: &Kind| matches!(it, Kind::Id(name) | Kind::Ids(name) if *name == of.name);
    let mut named = Vec::new();
    for sheet in sheets().filter(|sheet| sheet.values().any(|it| refers(&it.kind))) {
        let owners = usize::from(sheet.owner().is_some());
        for row in rows(document, sheet) {
            let cells = row.cells.into_iter().skip(owners).zip(sheet.values());
            named.extend(cells.filter(|(_, it)| refers(&it.kind)).filter_map(|(it, _)| it.at));
        }
    }
    named
}

/// What goes by the ids of sources beside the dataset.
fn texts(document: &mut Document, old: &str, new: &str) {
    if let Some(text) = document.texts_mut().remove(old) {
        document.texts_mut().insert(new.into(), text);
    }
    let dismissed = std::mem::take(document.dismissed_mut());
    let moved = dismissed.into_iter().map(|(id, place)| {
        let id = if id == old { new.to_string() } else { id };
        (id, place)
    });
    *document.dismissed_mut() = moved.collect();
}
