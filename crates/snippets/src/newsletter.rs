//! What the explorer says, for mail, feeds and apps: headings, paragraphs, quotations and links,
//! with no class, style or script, and nothing that has to be unfolded.

use std::collections::BTreeMap;

use dataset::{Basis, ConcernIx};
use explorer::{
    State, ViewKind,
    view::{
        AffectedBy, AffectedMark, Body, ConcernView, EvidenceView, Phrase, ProvisionCard,
        RenderContext, Screen, SourceLine, is_right_to_left, screen,
    },
};
use provision_explorer::{Language, with};

use crate::{
    SnippetInput, escaped,
    reading::{self, link},
};

/// The highlighted provisions, or all where the newsroom highlights none.
pub(crate) fn newsletter(piece: &SnippetInput<'_>) -> String {
    let language = piece.language;
    let setting = RenderContext { lang: language.tag.into(), today: None, unfolded: true };
    let state = State { view: ViewKind::Provisions, ..State::default() };
    let screen = screen(piece.explorer, &state, &setting);
    let dir = if is_right_to_left(language.tag) { "rtl" } else { "ltr" };
    let mut letter = Letter { piece, html: String::new(), told: BTreeMap::new() };
    letter.html = format!("<div lang=\"{}\" dir=\"{dir}\">", language.tag);
    letter.head(&screen);
    if let Body::Provisions(view) = &screen.body {
        let chosen = view.cards.items.iter().any(|card| card.highlighted);
        let cards = view.cards.items.iter().filter(|card| card.highlighted || !chosen);
        cards.for_each(|card| letter.card(card));
    }
    letter.foot(&screen);
    letter.html + "</div>"
}

struct Letter<'a> {
    piece: &'a SnippetInput<'a>,
    html: String,
    /// What has been told, and under which provision.
    told: BTreeMap<ConcernIx, String>,
}

impl Letter<'_> {
    fn line(&mut self, tag: &str, inside: &str) {
        // A blank keeps the words apart where tags are dropped; a line's end would do more in Markdown.
        self.html.extend(["<", tag, ">", inside, "</", tag, "> "]);
    }

    fn language(&self) -> Language {
        self.piece.language
    }

    fn head(&mut self, screen: &Screen) {
        let head = &screen.head;
        let title = link(&reading::address(self.piece, None), &phrase(&head.title));
        self.line("h2", &title);
        let language = self.language();
        let as_of = |date| escaped(&with(language.as_of, &language.date(date)));
        let as_of = head.as_of.map(|date| format!(" · {}", as_of(date))).unwrap_or_default();
        self.line("p", &format!("{}{as_of}", phrase(&head.status)));
    }

    fn card(&mut self, card: &ProvisionCard) {
        let address = reading::address(self.piece, Some(card.provision));
        let citation = phrase(&card.citation);
        let heading = card.heading.as_ref();
        let heading = heading.map(|it| format!("{}{}", self.language().colon, phrase(it)));
        self.line("h3", &format!("{}{}", link(&address, &citation), heading.unwrap_or_default()));
        self.line("p", &phrase(&card.summary));
        if let Some(note) = &card.note {
            let word = escaped(self.language().newsroom_note);
            let line = format!("<strong>{word}</strong>{}{}", self.language().colon, escaped(note));
            self.line("p", &line);
        }
        let concerns = card.detail.iter().flat_map(|detail| &detail.concerns);
        concerns.for_each(|it| self.concern(it, &citation));
    }

    /// In full where the law first gives rise to it.
    fn concern(&mut self, concern: &ConcernView, citation: &str) {
        self.line("h4", &phrase(&concern.title));
        if let Some(first) = self.told.get(&concern.concern) {
            let also = escaped(self.language().also_about).replace("{a}", first);
            return self.line("p", &also);
        }
        self.told.insert(concern.concern, citation.to_owned());
        self.line("p", &phrase(&concern.summary));
        let affected = self.affected(&concern.affected);
        self.line("p", &affected);
        concern.evidence.iter().for_each(|it| self.evidence(it));
    }

    fn affected(&self, marks: &[AffectedMark]) -> String {
        let language = self.language();
        let marks = marks.iter().map(|mark| {
            let basis = match mark.by {
                AffectedBy::Stated => Basis::Stated,
                AffectedBy::Inferred(_) => Basis::Inferred,
            };
            format!("{} ({})", phrase(&mark.label), escaped(language.basis(basis)))
        });
        let marks: Vec<_> = marks.collect();
        let who = if marks.is_empty() {
            escaped(language.none_found)
        } else {
            marks.join(language.comma)
        };
        format!("{}{}{who}", escaped(language.affected), language.colon)
    }

    /// One quotation a source, and where it stands.
    fn evidence(&mut self, evidence: &EvidenceView) {
        let language = self.language();
        let quoted = evidence.places.iter().find(|place| place.quote.is_some());
        let Some(place) = quoted.or(evidence.places.first()) else { return };
        if let Some(quote) = &place.quote {
            let [open, close] = language.quotes;
            let cite = escaped(&place.address);
            let words = phrase(quote);
            let words = ["<p>", open, &words, close, "</p>"].concat();
            self.html.extend(["<blockquote cite=\"", &cite, "\">", &words, "</blockquote> "]);
        }
        let mut line = byline(language, &evidence.source);
        line.push_str(" · ");
        line.push_str(&link(&place.address, &escaped(language.read_source)));
        if let Some(archived) = &evidence.archived {
            line.push_str(" · ");
            line.push_str(&link(archived, &escaped(language.archived)));
        }
        self.line("p", &line);
    }

    fn foot(&mut self, screen: &Screen) {
        let (language, foot) = (self.language(), &screen.foot);
        self.line("p", &phrase(&foot.credit));
        let edition = foot.edition.zip(foot.date).map(|(number, date)| {
            let edition = escaped(language.edition).replace("{a}", &number.to_string());
            edition.replace("{b}", &language.date(date)) + " · "
        });
        let all = link(&reading::address(self.piece, None), &phrase(&screen.head.title));
        self.line("p", &format!("{}{all}", edition.unwrap_or_default()));
    }
}

fn byline(language: Language, source: &SourceLine) -> String {
    let date = match (&source.date_note, source.date) {
        (Some(note), _) => phrase(note),
        (None, Some(date)) => escaped(&language.date(date)),
        (None, None) => String::new(),
    };
    let parts = [phrase(&source.title), phrase(&source.publisher), date];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(language.comma)
}

/// In an element of its own only where its language asks for one.
fn phrase(phrase: &Phrase) -> String {
    let words = escaped(&phrase.text);
    match &phrase.lang {
        None => words,
        Some(lang) => {
            let dir = if is_right_to_left(lang) { "rtl" } else { "ltr" };
            format!("<span lang=\"{}\" dir=\"{dir}\">{words}</span>", escaped(lang))
        }
    }
}
