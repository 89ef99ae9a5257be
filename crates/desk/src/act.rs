//! What an editor does, and what becomes of the dataset.

mod beside;
mod claim;
mod name;
mod people;
mod rename;
mod source;

pub use beside::positions;

use std::{ops::Range, rc::Rc};

use authoring::{Node, Path, Step};
use workbook::{Cited, Kind, Layout, Sheet, sheet};

use crate::{
    document::{Document, at, field, id_of, record},
    name::new_id,
    signatory::{Signatory, Who},
};

/// A step of an editor.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A cell of a table says this; provisions may be named as the law is cited. An id that changes
    /// changes wherever it is named.
    Cell {
        /// Where it stands.
        at: Path,
        /// What it holds.
        kind: Kind,
        /// What was written; blank for nothing.
        text: String,
    },
    /// A new record of a sheet, in the one at `owner` where the sheet holds parts.
    Add {
        /// The sheet's name.
        sheet: &'static str,
        /// The record that it is a part of.
        owner: Option<Path>,
    },
    /// A record goes.
    Remove(Path),
    /// A document comes.
    Source(NewSource),
    /// The text of a source that is listed.
    Text {
        /// The source's id.
        source: String,
        /// Its text, as [`open`](crate::open) gives it.
        text: String,
    },
    /// A passage becomes a concern about these provisions.
    Take {
        /// The source's id.
        source: String,
        /// The words to be quoted.
        range: Range<usize>,
        /// By their ids.
        provisions: Vec<String>,
        /// What the concern is called until it has a title.
        name: String,
    },
    /// A citation is no concern, or may be one after all.
    Dismiss {
        /// The source's id.
        source: String,
        /// Where its sentence begins.
        sentence: usize,
        /// Whether it is none.
        is_none: bool,
    },
    /// A passage becomes evidence of a record.
    Quote {
        /// The concern, the request or the reply.
        record: Path,
        /// The source's id.
        source: String,
        /// The words to be quoted.
        range: Range<usize>,
    },
    /// A quotation is of this passage.
    QuoteAnew {
        /// The quotation.
        at: Path,
        /// The words to be quoted.
        range: Range<usize>,
    },
    /// Whether a concern affects a group: stated, inferred, or not at all.
    Affect {
        /// The concern.
        concern: Path,
        /// The group's id.
        group: String,
        /// The word for it; none where the group isn't affected.
        basis: Option<&'static str>,
    },
    /// The documents name nobody whom a concern affects.
    NoneFound(Path),
    /// A group comes, and is affected by a concern.
    Group {
        /// Its name in the plural.
        label: String,
        /// The concern.
        concern: Option<Path>,
    },
    /// A passage asks for something that answers a concern.
    Ask {
        /// The concern.
        concern: Path,
        /// The source's id.
        source: String,
        /// The words to be quoted.
        range: Range<usize>,
    },
    /// A passage answers a concern, or the law as a whole.
    Reply {
        /// The concern.
        concern: Option<Path>,
        /// The source's id.
        source: String,
        /// The words to be quoted.
        range: Range<usize>,
    },
    /// A passage says where those who issued or signed a source stand on the law as a whole.
    Position {
        /// The source's id.
        source: String,
        /// The words to be quoted.
        range: Range<usize>,
    },
    /// Where they stand: those whose position rests on the same words.
    Stance {
        /// One of their positions.
        position: Path,
        /// The word for it; blank where that is to be said yet.
        stance: String,
    },
    /// A source compares what a concern is about with another law.
    Relate {
        /// The concern.
        concern: Path,
        /// The source's id.
        source: String,
        /// The other law.
        law: String,
        /// The place in it.
        pinpoint: String,
    },
    /// Those who issued or signed a source.
    Sign {
        /// The source's id.
        source: String,
        /// The word for their part in it.
        role: String,
        /// What those are who are new, by its word; blank where that is to be said of each.
        kind: String,
        /// Each line of the list, with who that is.
        signatories: Vec<(Signatory, Who)>,
    },
}

/// A document that comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When: `2026-02-03`, or less.
    pub date: String,
    /// Where it stands.
    pub address: String,
    /// Its text.
    pub text: String,
}

/// What has become of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The dataset after it.
    pub document: Document,
    /// What has come or changed.
    pub at: Option<Path>,
    /// What is to be said of it, in a sentence.
    pub said: String,
}

impl Act {
    /// What becomes of a dataset by this.
    ///
    /// # Errors
    /// A sentence, where nothing does.
    pub fn apply(&self, before: &Document) -> Result<Done, String> {
        let mut document = before.clone();
        let (at, said) = self.change(&mut document)?;
        source::record_hashes(&mut document);
        Ok(Done { document, at, said })
    }

    fn change(&self, document: &mut Document) -> Result<(Option<Path>, String), String> {
        match self {
            Self::Cell { at, kind, text } => {
                cell(document, at, *kind, text);
                Ok((Some(at.clone()), String::new()))
            }
            Self::Add { sheet, owner } => add(document, sheet, owner.as_ref()),
            Self::Remove(path) => {
                document.clear(path);
                document.forget_texts();
                Ok((None, "Taken out.".into()))
            }
            Self::Source(new) => source::source(document, new),
            Self::Text { source, text } => {
                document.texts_mut().insert(source.clone(), Rc::from(text.as_str()));
                // They were places in another text.
                document.dismissed_mut().retain(|(of, _)| of != source);
                Ok((None, "The text is here.".into()))
            }
            Self::Take { source, range, provisions, name } => {
                claim::take(document, source, range, provisions, name)
            }
            Self::Dismiss { source, sentence, is_none } => {
                let key = (source.clone(), *sentence);
                if *is_none {
                    document.dismissed_mut().insert(key);
                    Ok((None, "No concern.".into()))
                } else {
                    document.dismissed_mut().remove(&key);
                    Ok((None, "Offered again.".into()))
                }
            }
            Self::Quote { record, source, range } => claim::quote(document, record, source, range),
            Self::QuoteAnew { at, range } => claim::quote_anew(document, at, range),
            Self::Affect { concern, group, basis } => {
                claim::affect(document, concern, group, *basis)
            }
            Self::NoneFound(concern) => {
                document.put(&field(concern, "affected"), Some(Node::Text("none_found".into())));
                Ok((None, "The documents name nobody whom it affects.".into()))
            }
            Self::Group { label, concern } => people::group(document, label, concern.as_ref()),
            Self::Ask { concern, source, range } => claim::ask(document, concern, source, range),
            Self::Reply { concern, source, range } => {
                beside::reply(document, concern.as_ref(), source, range)
            }
            Self::Position { source, range } => beside::position(document, source, range),
            Self::Stance { position, stance } => beside::stance(document, position, stance),
            Self::Relate { concern, source, law, pinpoint } => {
                beside::relate(document, concern, source, law, pinpoint)
            }
            Self::Sign { source, role, kind, signatories } => {
                people::sign(document, source, role, kind, signatories)
            }
        }
    }
}

/// Changed paths, and what is said.
type Outcome = Result<(Option<Path>, String), String>;

fn cell(document: &mut Document, path: &Path, kind: Kind, text: &str) {
    let cited = match kind {
        Kind::Id("Provisions") | Kind::Ids("Provisions") => {
            cited(document).read(text, kind).and_then(Result::ok)
        }
        _ => None,
    };
    let value = cited.or_else(|| workbook::value(text, kind));
    if let (Some(Step::Field(name)), Some(Node::Text(new))) = (path.0.last(), &value)
        && name == "id"
    {
        rename::rename(document, path, new);
    }
    document.put(path, value);
}

/// How the provisions that there are so far are cited.
fn cited(document: &Document) -> Cited {
    let all = document.records("provisions").iter().enumerate().map(|(nth, provision)| {
        let citation = field(&record("provisions", nth), "citation");
        (id_of(provision).to_string(), vec![document.words(&citation).to_string()])
    });
    Cited::new(all, document.words(&at(&["instrument", "unit"])))
}

fn add(document: &mut Document, name: &str, owner: Option<&Path>) -> Outcome {
    let Some(sheet) = sheet(name) else { return Err("there is no such table".into()) };
    let path = match (sheet.layout, owner) {
        (Layout::Form, _) => return Err("this table has one record".into()),
        (Layout::List(list), _) => document.push(&at(list), blank(document, sheet)),
        (Layout::Part { field: name, .. }, Some(owner)) => {
            document.push(&field(owner, name), Node::Map(Vec::new()))
        }
        (Layout::Part { of, .. }, None) => return Err(format!("add a record to “{of}” first")),
    };
    Ok((path, format!("A new row in “{name}”.")))
}

/// A record with an id of its own, where it has one, and its lists of parts.
fn blank(document: &Document, sheet: &Sheet) -> Node {
    let Layout::List([list]) = sheet.layout else { return Node::Map(Vec::new()) };
    if sheet.columns.iter().all(|it| it.at.is_empty()) {
        return Node::Text(String::new());
    }
    let mut fields = Vec::new();
    if sheet.columns.iter().any(|it| it.at == ["id"]) && sheet.name != "Provisions" {
        fields.push(("id".into(), Node::Text(new_id(document, list, ""))));
    }
    let parts = sheet.parts().filter(|(_, field)| *field != "affected");
    fields.extend(parts.map(|(_, field)| (field.to_string(), Node::List(Vec::new()))));
    Node::Map(fields)
}
