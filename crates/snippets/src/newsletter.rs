//! What the explorer says, for mail, feeds, apps, and the inside of the element: headings,
//! paragraphs, quotations and links, with no class, style or script, and nothing that has to be
//! unfolded.

mod concern;
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use dataset::{ConcernIx, Mention, SourceIx};
use explorer::{
    State, ViewKind, Window,
    view::{
        Body, Criticism, Link, Links, Phrase, ProvisionCard, RenderContext, Screen, SourceLine,
        is_right_to_left, screen,
    },
};
use provision_explorer::{Language, with};

use crate::{
    SnippetInput, escaped,
    pictures::Writer,
    reading::{self, link},
};

use concern::filled;

/// The highlighted provisions, or all where the newsroom highlights none.
pub(crate) fn newsletter(piece: &SnippetInput<'_>) -> String {
    written(piece, false)
}

/// The same for the inside of an element. Where the newsroom highlights none it is what the explorer
/// starts with: the first provisions, and none of their concerns.
pub(crate) fn within(piece: &SnippetInput<'_>) -> String {
    written(piece, true)
}

fn written(piece: &SnippetInput<'_>, inside: bool) -> String {
    let language = piece.language;
    let setting = RenderContext { lang: language.tag.into(), today: None, unfolded: true };
    let state = State { view: ViewKind::Provisions, ..State::default() };
    let screen = screen(piece.explorer, &state, &setting);
    let dir = if is_right_to_left(language.tag) { "rtl" } else { "ltr" };
    let mut letter =
        Letter { piece, html: String::new(), told: BTreeMap::new(), sources: BTreeSet::new() };
    letter.html = format!("<div lang=\"{}\" dir=\"{dir}\">", language.tag);
    letter.head(&screen);
    if let Body::Provisions(view) = &screen.body {
        let cards = &view.cards.items;
        match cards.iter().any(|card| card.highlighted) {
            true => cards.iter().filter(|it| it.highlighted).for_each(|it| letter.card(it)),
            false if inside => cards.iter().take(Window::PAGE).for_each(|it| letter.head_of(it)),
            false => cards.iter().for_each(|it| letter.card(it)),
        }
    }
    letter.cited_sources(&setting);
    letter.foot(&screen);
    letter.html + "</div>"
}

struct Letter<'a> {
    piece: &'a SnippetInput<'a>,
    html: String,
    /// What has been told, and under which provision.
    told: BTreeMap<ConcernIx, String>,
    /// The documents cited so far.
    sources: BTreeSet<SourceIx>,
}

impl Letter<'_> {
    fn line(&mut self, tag: &str, inside: &str) {
        // A blank keeps the words apart where tags are dropped; a line's end would do more in Markdown.
        self.html.extend(["<", tag, ">", inside, "</", tag, "> "]);
    }

    /// What stands at this level where the newsroom sets none.
    fn heading(&mut self, level: u8, inside: &str) {
        let lowered = self.piece.options.heading_level.map_or(0, |it| it.saturating_sub(2));
        self.line(&format!("h{}", level.saturating_add(lowered).min(6)), inside);
    }

    fn language(&self) -> Language {
        self.piece.language
    }

    fn head(&mut self, screen: &Screen) {
        let head = &screen.head;
        let title = match &self.piece.options.heading {
            Some(heading) => own(heading),
            None => phrase(&head.title),
        };
        let title = link(&reading::address(self.piece, None), &title);
        self.heading(2, &title);
        let language = self.language();
        let dek = head.dek.as_deref().map_or_else(|| escaped(language.dek), own);
        self.line("p", &dek);
        let as_of = |date| escaped(&with(language.as_of, &language.date(date)));
        let as_of = head.as_of.map(|date| format!(" · {}", as_of(date))).unwrap_or_default();
        self.line("p", &format!("{}{as_of}", phrase(&head.status)));
        if let Some(criticism) = &head.criticism {
            self.line("p", &self.criticism(criticism));
        }
    }

    fn criticism(&self, criticism: &Criticism) -> String {
        let language = self.language();
        let mut said = escaped(&language.count(&language.criticism, criticism.documents, ""));
        if !criticism.drafts.is_empty() {
            let drafts: Vec<_> = criticism.drafts.iter().map(phrase).collect();
            said += &filled(language.of_earlier, &drafts.join(language.comma));
        }
        let since = criticism.since.as_ref().map(|it| filled(language.since, &phrase(it)));
        let unchecked = criticism.unchecked.then(|| escaped(language.not_compared));
        let otherwise = (criticism.otherwise > 0)
            .then(|| escaped(&language.count(&language.otherwise, criticism.otherwise, "")));
        let more = [since, unchecked, otherwise].into_iter().flatten();
        more.fold(said + ".", |said, it| said + " " + &it)
    }

    fn card(&mut self, card: &ProvisionCard) {
        self.head_of(card);
        let citation = phrase(&card.citation);
        let Some(detail) = &card.detail else { return };
        detail.mentions.iter().for_each(|(mention, about)| self.mention(*mention, about));
        detail.concerns.iter().for_each(|it| self.concern(it, &citation));
        self.list(self.language().replies, &detail.replies, Self::reply);
        self.list(self.language().other_requests, &detail.requests, Self::request);
    }

    /// A provision, without the concerns about it.
    fn head_of(&mut self, card: &ProvisionCard) {
        let address = reading::address(self.piece, Some(card.provision));
        let heading = card.heading.as_ref();
        let heading = heading.map(|it| format!("{}{}", self.language().colon, phrase(it)));
        let citation = link(&address, &phrase(&card.citation));
        self.heading(3, &format!("{citation}{}", heading.unwrap_or_default()));
        if !card.summary.text.is_empty() {
            self.line("p", &phrase(&card.summary));
        }
        self.numbers(card);
        if let Some(note) = &card.editors_note {
            self.line("p", &phrase(note));
        }
        if let Some(note) = &card.note {
            let word = escaped(self.language().newsroom_note);
            let line = format!("<strong>{word}</strong>{}{}", self.language().colon, own(note));
            self.line("p", &line);
        }
    }

    /// How many concerns, and in which documents.
    fn numbers(&mut self, card: &ProvisionCard) {
        let language = self.language();
        let count = card.counts.concerns;
        if count > 0 {
            let concerns = escaped(&language.count(&language.concerns, count, ""));
            let raised = if card.names_documents() {
                filled(language.raised_in, &names(language, &card.documents))
            } else {
                escaped(&language.count(&language.in_documents, card.documents.len(), ""))
            };
            self.line("p", &format!("{concerns} · {raised}"));
        }
    }

    /// That a concern names this without objecting to it.
    fn mention(&mut self, mention: Mention, about: &Links) {
        let language = self.language();
        let message = match mention {
            Mention::Contrasted => language.contrasted_in,
            Mention::Mentioned => language.mentioned_in,
        };
        let mut named: Vec<_> = about.named.iter().map(named_link).collect();
        let more = about.count - named.len();
        if more > 0 {
            named.push(filled(language.and_more, &more.to_string()));
        }
        self.line("p", &filled(message, &named.join(language.comma)));
    }

    fn foot(&mut self, screen: &Screen) {
        let (language, foot) = (self.language(), &screen.foot);
        if let Some(made) = &screen.head.made {
            let asked =
                screen.head.nobody_asked.then(|| format!(" {}", escaped(language.nobody_asked)));
            let made = phrase(made) + &asked.unwrap_or_default();
            self.line("p", &self.labelled(language.made, &made));
        }
        self.line("p", &escaped(language.labels_mean));
        self.line("p", &phrase(&foot.credit));
        let edition = foot.edition.zip(foot.date).map(|(number, date)| {
            let edition = escaped(language.edition).replace("{a}", &number.to_string());
            edition.replace("{b}", &language.date(date)) + " · "
        });
        let all = link(&reading::address(self.piece, None), &phrase(&screen.head.title));
        let provisions = self.piece.explorer.dataset().records().provisions.len();
        let count = escaped(&language.count(&language.provisions, provisions, ""));
        let colon = language.colon;
        self.line("p", &format!("{}{all}{colon}{count}", edition.unwrap_or_default()));
    }
}

/// A provision that is named in a list, with what it is about.
fn named_link(link: &Link) -> String {
    let heading = link.heading.as_ref();
    phrase(&link.citation) + &heading.map(|it| format!(" ({})", phrase(it))).unwrap_or_default()
}

fn byline(language: Language, source: &SourceLine) -> String {
    whose(language, source, phrase, escaped)
}

/// The same without markup.
pub(crate) fn plain_byline(language: Language, source: &SourceLine, writer: Writer) -> String {
    whose(language, source, |it| writer.part(it), str::to_owned)
}

fn whose(
    language: Language,
    source: &SourceLine,
    phrase: impl Fn(&Phrase) -> String,
    words: impl Fn(&str) -> String,
) -> String {
    let date = match (&source.date_note, source.date) {
        (Some(note), _) => phrase(note),
        (None, Some(date)) => words(&language.date(date)),
        (None, None) => String::new(),
    };
    let parts = [phrase(&source.title), phrase(&source.publisher), date];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(language.comma)
}

/// The newsroom's own words, which run the way that their letters do, whichever language is the
/// interface's.
fn own(words: &str) -> String {
    format!("<span dir=\"auto\">{}</span>", escaped(words))
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

/// Several names in one line.
fn names(language: Language, names: &[Phrase]) -> String {
    let names: Vec<_> = names.iter().map(phrase).collect();
    names.join(language.comma)
}
