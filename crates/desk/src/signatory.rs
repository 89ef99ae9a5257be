//! A pasted list of signatories: whom each line names, and whether that is somebody whom the dataset
//! has already.

use crate::{
    document::{Document, id_of, record},
    name::{Likeness, alike, likeness},
};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The name as it stands there.
    pub name: String,
    /// What stands behind it in brackets: a country, an affiliation, a short name.
    pub aside: Option<String>,
    /// The organisation of the dataset that it may be: its id, its name, how alike the two are.
    pub known: Option<(String, String, Likeness)>,
    /// An earlier line of the list that it may be, counted from 0, and how alike the two are.
    pub again: Option<(usize, Likeness)>,
}

/// Who a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody whom the dataset doesn't have.
    New,
    /// An organisation of the dataset, by its id.
    Known(String),
    /// Whoever an earlier line is, counted from 0.
    Line(usize),
    /// Nobody: a heading, or a line that is left out.
    Nobody,
}

impl Signatory {
    /// Whether a line heads the list, or says how to reach somebody.
    fn is_nobody(&self) -> bool {
        let reaches = |word: &str| word.contains('@') || word.starts_with("http");
        self.name.ends_with(':') || self.name.split_whitespace().any(reaches)
    }

    /// Who the line is where nobody says otherwise: a name that is one edit from another is another's.
    pub fn who(&self) -> Who {
        let sure = |likeness: Likeness| likeness >= Likeness::Same;
        match (&self.known, self.again) {
            (Some((id, _, likeness)), _) if sure(*likeness) => Who::Known(id.clone()),
            (_, Some((nth, likeness))) if sure(likeness) => Who::Line(nth),
            _ if self.is_nobody() => Who::Nobody,
            _ => Who::New,
        }
    }
}

/// Who stands in a list, one on each line, with or without bullets and numbers. A lone line with
/// semicolons is a list as well.
pub fn signatories(document: &Document, list: &str) -> Vec<Signatory> {
    let mut all: Vec<Signatory> = Vec::new();
    for line in lines(list) {
        let (name, aside) = parts(&line);
        let known = alike(document, "organisations", &["name", "short_name", "aliases"], &name);
        let known = known.and_then(|(nth, likeness)| {
            let path = record("organisations", nth);
            let id = id_of(document.find(&path)?).to_string();
            let name = document.words(&crate::document::field(&path, "name")).to_string();
            Some((id, name, likeness))
        });
        let again = all.iter().enumerate();
        let again = again.filter_map(|(nth, it)| Some((nth, likeness(&it.name, &name)?)));
        let again = again.max_by_key(|(nth, likeness)| (*likeness, std::cmp::Reverse(*nth)));
        all.push(Signatory { name, aside, known, again });
    }
    all
}

/// A list with the names of another behind its own, those left out that it has already.
#[must_use]
pub fn joined(list: &str, more: &str) -> String {
    let mut all = lines(list);
    for line in lines(more) {
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all.join("\n")
}

fn lines(list: &str) -> Vec<String> {
    let mut lines: Vec<&str> = list.lines().collect();
    if let [line] = lines.as_slice()
        && line.contains(';')
    {
        lines = line.split(';').collect();
    }
    let clean = lines.into_iter().map(without_bullet).filter(|it| !it.is_empty());
    clean.map(ToString::to_string).collect()
}

/// A line without what counts it, or ends it.
fn without_bullet(line: &str) -> &str {
    let line = line.trim().trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '•' | '·' | '*' | '–' | '—' | '-' | '▪' | '●' | '◦')
    });
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    let line = match rest.strip_prefix(['.', ')']) {
        Some(rest) if digits > 0 && rest.starts_with(char::is_whitespace) => rest,
        _ => line,
    };
    line.trim().trim_end_matches([',', ';']).trim()
}

/// A name, and what stands behind it in brackets, with what follows a comma there: `Lamp Network (LN),
/// France`.
fn parts(line: &str) -> (String, Option<String>) {
    let found = line.rsplit_once('(').and_then(|(name, behind)| {
        let (aside, rest) = behind.split_once(')')?;
        let rest = rest.trim();
        let country = rest.strip_prefix(',').map(str::trim).filter(|it| !it.is_empty());
        (rest.is_empty() || country.is_some()).then_some((name.trim(), aside.trim(), country))
    });
    match found {
        Some((name, aside, country)) if !name.is_empty() => {
            let all = [Some(aside).filter(|it| !it.is_empty()), country];
            let aside = all.into_iter().flatten().collect::<Vec<_>>().join(", ");
            (name.into(), Some(aside).filter(|it| !it.is_empty()))
        }
        _ => (line.into(), None),
    }
}
