//! Pictures for sharing, one for each highlighted provision that somebody is quoted on: what each
//! says, and how it is pasted. They are drawn by `picture`.

use dataset::{Basis, ProvisionId};
use explorer::{
    State, ViewKind,
    view::{
        Body, ConcernView, EvidenceView, Phrase, ProvisionCard, RenderContext, Screen,
        is_right_to_left, screen,
    },
};
use picture::{Line, NoRoom, Words};
use provision_explorer::{Language, with};

use crate::{SnippetInput, escaped, is_whole, newsletter::plain_byline, published};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is about.
    pub provision: ProvisionId,
    /// What it says.
    pub words: Words,
}

impl Picture {
    pub(crate) fn address(&self, piece: &SnippetInput<'_>) -> String {
        published::address(piece, &format!("-{}.png", self.provision))
    }

    /// All that it says, for whoever doesn't see it.
    pub fn alternative(&self) -> String {
        let lines = self.words.lines().map(|line| line.text.trim());
        let lines: Vec<_> = lines.into_iter().filter(|it| !it.is_empty()).collect();
        let ends = |line: &str| line.ends_with(['.', '!', '?', '؟', '”', '“', '»']);
        let sentence = |line: &&str| if ends(line) { (*line).into() } else { format!("{line}.") };
        lines.iter().map(sentence).collect::<Vec<String>>().join(" ")
    }
}

/// The pictures of an explorer's highlighted provisions, in the newsroom's order. Whoever names one and
/// whoever draws it asks here.
pub fn pictures(piece: &SnippetInput<'_>) -> Vec<Picture> {
    quotations(piece).into_iter().filter(|it| it.words.fit().is_ok()).collect()
}

/// The highlighted provisions that somebody is quoted on and that have no picture all the same, and
/// why.
pub fn not_pictured(piece: &SnippetInput<'_>) -> Vec<(ProvisionId, NoRoom)> {
    let why = |it: Picture| Some((it.provision, it.words.fit().err()?));
    quotations(piece).into_iter().filter_map(why).collect()
}

/// What each picture would say.
fn quotations(piece: &SnippetInput<'_>) -> Vec<Picture> {
    let context = RenderContext { lang: piece.language.tag.into(), today: None, unfolded: true };
    let state = State { view: ViewKind::Provisions, ..State::default() };
    let screen = screen(piece.explorer, &state, &context);
    let Body::Provisions(view) = &screen.body else { return Vec::new() };
    let cards = view.cards.items.iter().filter(|card| card.highlighted);
    cards.filter_map(|card| of(piece, &screen, card)).collect()
}

/// As it is pasted: each picture within its link, and all that it says beside it for whoever
/// doesn't see it.
pub(crate) fn pasted(piece: &SnippetInput<'_>) -> Option<String> {
    let (width, height) = (picture::WIDTH / 2, picture::HEIGHT / 2);
    let one = |it: &Picture| {
        format!(
            "<p><a href=\"{}\"><img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\"></a></p>",
            escaped(&target(piece, &it.provision)),
            escaped(&it.address(piece)),
            escaped(&it.alternative()),
        )
    };
    let all: Vec<_> = pictures(piece).iter().map(one).collect();
    (!all.is_empty()).then(|| format!("<div>{}</div>", all.join(" ")))
}

/// Where a picture leads: to the story, or else to its explorer's page.
fn target(piece: &SnippetInput<'_>, provision: &ProvisionId) -> String {
    let story = piece.story.filter(|it| is_whole(it)).map(str::to_owned);
    let page = story.unwrap_or_else(|| published::address(piece, ".html"));
    if !piece.options.deep_links {
        return page;
    }
    let bare = page.split('#').next().unwrap_or_default();
    format!("{bare}#pe={provision}")
}

fn of(piece: &SnippetInput<'_>, screen: &Screen, card: &ProvisionCard) -> Option<Picture> {
    let record = piece.explorer.dataset().provision(card.provision)?;
    let (concern, evidence, quote) = quoted(card)?;
    let language = piece.language;
    let writer = Writer { language, rtl: is_right_to_left(language.tag) };
    let [open, close] = language.quotes;
    let about = [writer.part(&card.citation), writer.part(&law_name(piece))].join(" · ");
    let words = Words {
        about: writer.line(about),
        quote: Line {
            text: [open, &quote.text, close].concat(),
            rtl: quote.lang.as_deref().map_or(writer.rtl, is_right_to_left),
        },
        whose: writer.line(whose(writer, evidence)),
        beside: writer.line(still_applies(language, screen, concern)),
        credit: writer.line(writer.part(&screen.foot.credit)),
    };
    Some(Picture { provision: record.id.clone(), words })
}

/// What the law is called, whatever the newsroom heads its explorer with.
fn law_name(piece: &SnippetInput<'_>) -> Phrase {
    let records = piece.explorer.dataset().records();
    let name = records.instrument.name();
    let tag = piece.language.tag;
    let (text, lang) = match name.translation(tag) {
        Some((lang, translated)) => (&*translated.text, lang.as_str()),
        None => (name.original(), records.language.as_str()),
    };
    Phrase { text: text.into(), lang: (lang != tag).then(|| lang.into()), marks: Vec::new() }
}

/// The first words quoted on a provision, with what they are quoted for and from.
fn quoted(card: &ProvisionCard) -> Option<(&ConcernView, &EvidenceView, &Phrase)> {
    card.detail.as_ref()?.concerns.iter().find_map(|concern| {
        concern.evidence.iter().find_map(|evidence| {
            let quote = evidence.places.iter().find_map(|place| place.quotes.first())?;
            Some((concern, evidence, quote))
        })
    })
}

/// Whose words they are, and of which draft; where that is the editors' reading, it says so.
fn whose(writer: Writer, evidence: &EvidenceView) -> String {
    let language = writer.language;
    let byline = plain_byline(language, &evidence.source, writer);
    let Some(draft) = &evidence.draft else { return format!("— {byline}") };
    let draft = with(language.on_draft, &writer.part(draft));
    let inferred = evidence.draft_reason.as_ref().map(|_| language.basis(Basis::Inferred));
    let inferred = inferred.map(|it| format!(" ({it})")).unwrap_or_default();
    format!("— {byline}{}{draft}{inferred}", language.comma)
}

/// Whether the words still apply to the law as it is now.
fn still_applies(language: Language, screen: &Screen, concern: &ConcernView) -> String {
    let of_all = screen.head.criticism.as_ref().is_some_and(|it| it.unchecked);
    let of_one = concern.wording.map(|it| language.wording(it));
    of_one.or_else(|| of_all.then_some(language.not_compared)).unwrap_or_default().into()
}

/// Words into a line, which runs the page's way.
#[derive(Clone, Copy)]
pub(crate) struct Writer {
    language: Language,
    rtl: bool,
}

impl Writer {
    /// Kept together where it runs the other way than what stands around it.
    pub(crate) fn part(self, phrase: &Phrase) -> String {
        let other = phrase.lang.as_deref().is_some_and(|it| is_right_to_left(it) != self.rtl);
        if other { format!("\u{2068}{}\u{2069}", phrase.text) } else { phrase.text.clone() }
    }

    fn line(self, text: String) -> Line {
        Line { text, rtl: self.rtl }
    }
}
