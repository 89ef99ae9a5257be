//! One concern: whose word it is, whom it affects, what it rests on, and what others say to it.

use dataset::{Basis, Certainty};
use explorer::{
    ViewKind,
    view::{
        AffectedBy, AffectedMark, Backers, CitedPlace, ConcernView, EvidenceView, RelatedView,
        ReplyView, RequestView, SourceLine,
    },
};
use provision_explorer::with;

use super::{Letter, byline, names, phrase};
use crate::{escaped, reading::link};

impl Letter<'_> {
    /// In full where the law first gives rise to it; whose word it is everywhere.
    pub(super) fn concern(&mut self, concern: &ConcernView, citation: &str) {
        let language = self.language();
        self.line("h4", &phrase(&concern.title));
        self.line("p", &filled(language.according_to, &names(language, &concern.sources)));
        if let Some(first) = self.told.get(&concern.concern) {
            let also = filled(language.also_about, first);
            return self.line("p", &also);
        }
        self.told.insert(concern.concern, citation.to_owned());
        self.line("p", &phrase(&concern.summary));
        let affected = self.affected(&concern.affected);
        self.line("p", &affected);
        concern.evidence.iter().for_each(|it| self.evidence(it));
        self.list(language.replies, &concern.replies, Self::reply);
        self.list(language.requests, &concern.requests, Self::request);
        self.list(language.other_law, &concern.related, Self::related);
        if let Some(wording) = concern.wording {
            self.line("p", &escaped(language.wording(wording)));
        }
    }

    /// Items beneath their head, where there are any.
    pub(super) fn list<T>(&mut self, head: &str, items: &[T], tell: fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.line("p", &format!("<strong>{}</strong>", escaped(head)));
        }
        for it in items {
            tell(self, it);
        }
    }

    fn affected(&self, marks: &[AffectedMark]) -> String {
        let language = self.language();
        let mark = |mark: &AffectedMark| {
            let (basis, reason) = match &mark.by {
                AffectedBy::Stated => (Basis::Stated, None),
                AffectedBy::Inferred(reason) => (Basis::Inferred, Some(reason)),
            };
            let reason = reason.map(|it| [language.colon, &phrase(it)].concat());
            let basis = escaped(language.basis(basis)) + &reason.unwrap_or_default();
            format!("{} ({basis})", phrase(&mark.label))
        };
        let marks: Vec<_> = marks.iter().map(mark).collect();
        let nobody = || escaped(language.none_found);
        let who = if marks.is_empty() { nobody() } else { marks.join(language.comma) };
        self.labelled(language.view(ViewKind::Affected), &who)
    }

    /// One quotation a source, and where it stands.
    fn evidence(&mut self, evidence: &EvidenceView) {
        self.quotation(&evidence.places);
        let draft = evidence.draft.as_ref();
        let draft = draft.map(|it| filled(self.language().on_draft, &phrase(it)));
        self.cited(&evidence.source, &evidence.places, draft, evidence.archived.as_deref());
        let first = self.sources.insert(evidence.source.source);
        if let Some(reason) = evidence.draft_reason.as_ref().filter(|_| first) {
            let reason = format!("{} {}", escaped(self.language().draft_inferred), phrase(reason));
            self.line("p", &reason);
        }
        self.backers(&evidence.backers);
    }

    /// Those who put their name to a document are listed with the sources; whom it says to agree
    /// differs from concern to concern.
    fn backers(&mut self, backers: &Backers) {
        let language = self.language();
        let of = |them: &[explorer::view::Backer]| {
            let names = them.iter().map(|it| phrase(&it.name)).collect::<Vec<_>>();
            names.join(language.comma)
        };
        let mut said = Vec::new();
        if !backers.issued.is_empty() {
            said.push(filled(language.issued_by, &of(&backers.issued)));
        }
        if !backers.signed.is_empty() {
            said.push(escaped(&language.count(&language.signed_by, backers.signed.len(), "")));
        }
        if !said.is_empty() {
            self.line("p", &said.join(" · "));
        }
        if !backers.named.is_empty() {
            let count = escaped(&language.count(&language.named_by, backers.named.len(), ""));
            let named = [&*count, language.colon, &of(&backers.named)].concat();
            self.line("p", &format!("{named}. {}", escaped(language.named_means)));
        }
    }

    pub(super) fn reply(&mut self, reply: &ReplyView) {
        let language = self.language();
        let kind = escaped(language.reply_kind(reply.kind));
        let (who, colon, summary) = (phrase(&reply.who), language.colon, phrase(&reply.summary));
        self.line("p", &format!("<strong>{who}</strong> · {kind}{colon}{summary}"));
        self.quotation(&reply.places);
        if let Some(source) = &reply.source {
            self.sources.insert(source.source);
            self.cited(source, &reply.places, None, None);
        }
        if let Some(reason) = &reply.inferred {
            let reason = format!("{} {}", escaped(language.reply_inferred), phrase(reason));
            self.line("p", &reason);
        }
    }

    pub(super) fn request(&mut self, request: &RequestView) {
        let language = self.language();
        let mut said = vec![
            format!("<strong>{}</strong>", escaped(language.request_kind(request.kind))),
            filled(language.asked_of, &phrase(&request.addressee)),
        ];
        if let Some(source) = &request.source {
            self.sources.insert(source.source);
            said.push(phrase(&source.title));
        }
        let place = request.places.first();
        said.extend(place.map(|it| link(&it.address, &phrase(&it.locator))));
        self.line("p", &format!("{} · {}", phrase(&request.summary), said.join(" · ")));
    }

    /// As sure as its source is, and on whose word.
    fn related(&mut self, related: &RelatedView) {
        let language = self.language();
        let relation = match related.certainty {
            Certainty::Says => language.relation(related.relation),
            Certainty::Fears => language.relation_feared(related.relation),
        };
        let pinpoint = related.pinpoint.as_ref().map(|it| phrase(it) + language.comma);
        let law = pinpoint.unwrap_or_default() + &phrase(&related.instrument);
        let says = related.says.as_ref().map(|it| filled(language.according_to, &phrase(it)));
        let says = says.map(|it| [language.comma, &it].concat()).unwrap_or_default();
        let note = related.note.as_ref().map(|it| format!(". {}", phrase(it))).unwrap_or_default();
        self.line("p", &format!("{} {law}{says}{note}", escaped(relation)));
    }

    /// The first words quoted.
    fn quotation(&mut self, places: &[CitedPlace]) {
        let Some(place) = quoted(places) else { return };
        let Some(quote) = place.quotes.first() else { return };
        let [open, close] = self.language().quotes;
        // The address of the words is the link beneath them, and stands once.
        let words = ["<p>", open, &phrase(quote), close, "</p>"].concat();
        self.html.extend(["<blockquote>", &words, "</blockquote> "]);
    }

    fn cited(
        &mut self,
        source: &SourceLine,
        places: &[CitedPlace],
        draft: Option<String>,
        archived: Option<&str>,
    ) {
        let language = self.language();
        let draft = draft.map(|it| [language.comma, &it].concat()).unwrap_or_default();
        let mut said = vec![byline(language, source) + &draft];
        if let Some(place) = quoted(places) {
            said.push(link(&place.address, &phrase(&place.locator)));
        }
        said.extend(archived.map(|it| link(it, &escaped(language.archived))));
        self.line("p", &said.join(" · "));
    }

    pub(super) fn labelled(&self, label: &str, what: &str) -> String {
        [&*escaped(label), self.language().colon, what].concat()
    }
}

/// The first place with words, else the first.
fn quoted(places: &[CitedPlace]) -> Option<&CitedPlace> {
    places.iter().find(|place| !place.quotes.is_empty()).or(places.first())
}

/// A message with its gap filled with markup.
pub(super) fn filled(message: &str, html: &str) -> String {
    with(&escaped(message), html)
}
