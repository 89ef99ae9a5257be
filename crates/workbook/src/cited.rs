//! Provisions that a cell names as the law is cited: `Section 3(2)` where `sec_3__para_2` is meant.
//! Ids are left to whoever checks ids.

use authoring::{
    Node, ProvisionIx,
    citation::{Citations, Refusal, Unreadable},
};

use crate::{
    cells,
    grid::{Row, Value},
    plan::Kind,
    table::{Part, Table},
};

/// The sheet that says how each provision is cited.
const SHEET: &str = "Provisions";

/// The sheet that says what the law counts.
const LAW: &str = "Law";

/// How the law of a dataset under way is cited.
#[derive(Debug)]
pub struct Cited {
    ids: Vec<String>,
    citations: Citations,
}

impl Cited {
    /// From the ids and the citations of the sheet of provisions; nothing is cited without it.
    pub(crate) fn of(tables: &[Table]) -> Self {
        let table = tables.iter().find(|table| table.sheet.name == SHEET);
        let rows = table.iter().flat_map(|it| it.records.iter().map(move |row| (it, row)));
        let provisions = rows.filter_map(|(table, row)| {
            let id = texts_of(table, row, "id").next()?;
            Some((id, texts_of(table, row, "citation").collect::<Vec<_>>()))
        });
        let law = tables.iter().find(|table| table.sheet.name == LAW);
        let unit =
            law.iter().flat_map(|it| it.records.iter().map(move |row| texts_of(it, row, "unit")));
        let unit = unit.flatten().next().unwrap_or_default();
        Self::new(provisions, &unit)
    }

    /// From the ids of provisions, each with its citations in whatever languages, and the word for
    /// what the law counts.
    pub fn new(provisions: impl IntoIterator<Item = (String, Vec<String>)>, unit: &str) -> Self {
        let (mut ids, mut texts) = (Vec::new(), Vec::new());
        for (id, citations) in provisions {
            let place = ProvisionIx::nth(ids.len());
            texts.extend(citations.into_iter().map(|text| (text, place)));
            ids.push(id);
        }
        Self { ids, citations: Citations::new(texts, unit) }
    }

    /// The ids of the provisions that a text cites, in a column of a kind; none where it holds ids,
    /// or nothing of the kind.
    ///
    /// # Errors
    /// What the law lacks, with the nearest that it has.
    pub fn read(&self, text: &str, kind: Kind) -> Option<Result<Node, String>> {
        self.ids(&Value::Text(text.into()), kind)
    }

    /// The ids of the provisions that a cell cites; none where it holds ids, or nothing of the kind.
    pub(crate) fn ids(&self, value: &Value, kind: Kind) -> Option<Result<Node, String>> {
        let (Kind::Id(SHEET) | Kind::Ids(SHEET)) = kind else { return None };
        let text = cells::line(value).ok()??;
        // What is written as an id is told of as such.
        if self.ids.is_empty() || text.contains('_') {
            return None;
        }
        let has = |id: &Node| id.as_text().is_some_and(|id| self.place(id).is_some());
        if matches!(cells::ids(&text), Node::List(ids) if ids.iter().all(has)) {
            return None;
        }
        let exact = |id: &str| self.place(id);
        if kind == Kind::Id(SHEET) {
            return self.node(self.citations.read_one(&text, &exact));
        }
        let all = self.citations.read(&text, &exact).into_iter();
        let ids: Option<Result<Vec<_>, _>> = all.map(|found| self.node(found)).collect();
        ids.map(|ids| ids.map(Node::List))
    }

    fn place(&self, id: &str) -> Option<ProvisionIx> {
        self.ids.iter().position(|it| it == id).map(ProvisionIx::nth)
    }

    /// The id of what was found; none for what looks like an id, which the check tells best of.
    fn node(&self, found: Result<ProvisionIx, Unreadable>) -> Option<Result<Node, String>> {
        match found {
            Ok(place) => self.ids.get(place.index()).map(|id| Ok(Node::Text(id.clone()))),
            Err(told) if told.why == Refusal::NotACitation && !told.text.contains(' ') => None,
            Err(told) => Some(Err(told.to_string())),
        }
    }
}

/// What a row says in the columns of a name, the original before its translations.
fn texts_of(table: &Table, record: &Row, column: &str) -> impl Iterator<Item = String> {
    let heads = table.heads.iter().filter(move |head| head.column == column);
    let heads = heads.filter(|head| !matches!(head.part, Part::By(_)));
    heads.filter_map(|head| cells::line(record.value(head.nth)?).ok()?)
}
