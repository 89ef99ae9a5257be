//! Who stands behind each document that the letter cites: in what role, who is named there without
//! having signed, and who took what position on which draft, when.

use explorer::{
    State, ViewKind,
    view::{Body, NamedView, Part, PositionView, RenderContext, SourceLine, screen},
};

use provision_explorer::fill;

use super::{Letter, byline, concern::filled, names, phrase};
use crate::{escaped, reading::link};

/// Names by what is said of them, in the order of first mention.
type Said = Vec<(String, Vec<String>)>;

impl Letter<'_> {
    /// Those of the documents that have been cited above.
    pub(super) fn cited_sources(&mut self, context: &RenderContext) {
        let state = State { view: ViewKind::Objections, ..State::default() };
        let Body::Objections(view) = screen(self.piece.explorer, &state, context).body else {
            return;
        };
        let mut documents: Vec<(SourceLine, Said)> = Vec::new();
        for row in view.kinds.iter().flat_map(|kind| &kind.organisations) {
            let name = phrase(&row.backer.name);
            for part in row.parts.iter().flatten() {
                if self.sources.contains(&part.source.source) {
                    let said = self.said(part);
                    for it in said {
                        add(&mut documents, &part.source, it, &name);
                    }
                }
            }
        }
        documents.sort_by_key(|(source, _)| source.source);
        self.list(self.language().sources, &documents, Self::document);
    }

    fn document(&mut self, (source, said): &(SourceLine, Said)) {
        let language = self.language();
        self.line("p", &link(&source.address, &byline(language, source)));
        for (what, who) in said {
            let count = if who.len() > 1 { format!(" ({})", who.len()) } else { String::new() };
            let line = [what, &*count, language.colon, &who.join(language.comma)].concat();
            self.line("p", &line);
        }
    }

    /// What a document makes of an organisation.
    fn said(&self, part: &Part) -> Vec<String> {
        let role = match &part.named {
            Some(named) => self.named(named),
            None => escaped(self.language().role(part.role)),
        };
        let positions = part.positions.iter().map(|it| self.position(it));
        std::iter::once(role).chain(positions).collect()
    }

    fn named(&self, named: &NamedView) -> String {
        let language = self.language();
        let relation = escaped(language.named_as(named.relation));
        let relation = if named.scoped { filled(language.for_some, &relation) } else { relation };
        if named.issuers.is_empty() {
            return filled(language.named_in_document, &relation);
        }
        let by = names(language, &named.issuers);
        fill(&escaped(language.named_by_issuer), &[("a", &by), ("b", &relation)])
    }

    fn position(&self, position: &PositionView) -> String {
        let language = self.language();
        let stance =
            self.labelled(language.stance, &escaped(language.stance_word(position.stance)));
        let draft = position.draft.as_ref().map(|it| filled(language.on_draft, &phrase(it)));
        let date = position.date.map(|it| escaped(&language.date(it)));
        let about: Vec<_> = draft.into_iter().chain(date).collect();
        if about.is_empty() { stance } else { format!("{stance}, {}", about.join(language.comma)) }
    }
}

/// Adds a name to what is said of it in a document.
fn add(documents: &mut Vec<(SourceLine, Said)>, source: &SourceLine, what: String, name: &str) {
    let Some((_, said)) = documents.iter_mut().find(|(it, _)| it.source == source.source) else {
        return documents.push((source.clone(), vec![(what, vec![name.to_owned()])]));
    };
    match said.iter_mut().find(|(it, _)| *it == what) {
        Some((_, names)) => names.push(name.to_owned()),
        None => said.push((what, vec![name.to_owned()])),
    }
}
