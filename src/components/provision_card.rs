//! One provision: its head, always there, and what stands behind it.

use dataset::{List as _, Mention};
use explorer::{
    Action,
    view::{ChapterLine, Detail, EarlierView, Link, Links, Phrase, ProvisionCard, WithinLink},
};
use session::{Command, Notice};
use yew::Html;

use crate::{
    components::{
        concern::{concern, replies},
        el::{all, attributes, each, el, field, heard, joined, keyed, maybe, none, tag, text},
        found::hits,
        pages::placed,
        request::requests,
        ui::Ui,
        waiting::waiting,
        words::{headed_link, links, outward, own, with_html, words},
    },
    messages::with,
};

/// A card. Its head is named by citation and heading alone, so what it says stands beside the head
/// while it is closed, and first inside once it is open: the same place to the eye. A card that is
/// to open without script has it in both places, and the style sheet shows one.
///
/// Where it is one of a part of the list, `place` says which of how many.
pub(crate) fn provision_card(
    ui: &Ui,
    card: &ProvisionCard,
    place: Option<(usize, usize)>,
    notice: Option<&Notice>,
) -> Html {
    let (at, of) = placed(place);
    let marked = card.highlighted.then_some("highlighted");
    let about = about(ui, card);
    let begins = card.chapter.as_ref().filter(|it| it.begins);
    let detail = card.detail.as_ref();
    let inside =
        detail.map(|detail| all([about.clone(), hits(ui, card), body(ui, card, detail, notice)]));
    // Of what a search found, the reason stands in place of what it does.
    let about = if card.hits.is_empty() {
        about
    } else {
        el("div", "about", [newsroom(ui, card), hits(ui, card)])
    };
    let beside = if card.open || ui.is_plain() { none() } else { about };
    let first = card.hits.first().filter(|_| !card.open);
    let action = first.map_or(Action::Toggle(card.provision), |hit| {
        Action::SelectWords(card.provision, hit.text.clone())
    });
    let head = heard(ui.on_click(action), el("summary", "card-head", [title(card)]));
    let open = card.open.then_some("open");
    let article = tag!(
        "article",
        "card",
        [
            "data-marked" = marked,
            "id" = card.id.clone(),
            "part" = "provision",
            "aria-posinset" = at,
            "aria-setsize" = of,
        ],
        [
            maybe(begins.map(|it| el("p", "chapter", [chapter(it)]))),
            tag!("details", "", ["open" = open], [head, maybe(inside)]),
            beside,
        ],
    );
    keyed(card.id.clone(), article)
}

fn chapter(chapter: &ChapterLine) -> Html {
    all([text(chapter.number.clone()), text(" · "), words(&chapter.name)])
}

fn title(card: &ProvisionCard) -> Html {
    let heading = card
        .heading
        .as_ref()
        .map(|heading| all([text(" "), el("span", "heading", [words(heading)])]));
    el("h3", "card-title", [el("span", "cite", [words(&card.citation)]), maybe(heading)])
}

fn newsroom(ui: &Ui, card: &ProvisionCard) -> Html {
    maybe(card.highlighted.then(|| el("p", "newsroom", [text(ui.language.highlighted)])))
}

fn about(ui: &Ui, card: &ProvisionCard) -> Html {
    let language = ui.language;
    let note = card.note.as_ref().map(|note| {
        let head = el("b", "", [text(language.newsroom_note)]);
        el("p", "note", [head, text(" "), own(text(note.clone()))])
    });
    let summary = (!card.summary.text.is_empty()).then(|| el("p", "plain", [words(&card.summary)]));
    let editors = card.editors_note.as_ref().map(|it| el("p", "small", [words(it)]));
    el(
        "div",
        "about",
        [newsroom(ui, card), maybe(summary), numbers(ui, card), maybe(note), maybe(editors)],
    )
}

/// A number says in which documents it was counted.
fn numbers(ui: &Ui, card: &ProvisionCard) -> Html {
    let language = ui.language;
    let raised = if card.names_documents() {
        let documents = card.documents.iter().map(words).list();
        with_html(language.raised_in, joined(documents, language.comma))
    } else {
        text(language.count(&language.in_documents, card.documents.len(), ""))
    };
    let raised = (card.counts.concerns > 0).then(|| all([text(" · "), raised]));
    // That there is none is said only where nothing inside has one either.
    let own = card.counts.concerns > 0 || card.counts.within == 0;
    let counted: Vec<_> = [
        (&language.concerns, card.counts.concerns, own),
        (&language.within_count, card.counts.within, card.counts.within > 0),
        (&language.groups_affected, card.counts.groups, card.counts.groups > 0),
    ]
    .into_iter()
    .filter(|(_, _, said)| *said)
    .map(|(message, count, _)| language.count(message, count, ""))
    .list();
    el("p", "numbers", [text(counted.join(" · ")), maybe(raised)])
}

fn body(ui: &Ui, card: &ProvisionCard, detail: &Detail, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let small = |children| el("p", "small", [children]);
    let parent = detail.parent.as_ref();
    let parent = parent.map(|it| headed_link(ui, it));
    let parent = parent.or_else(|| card.chapter.as_ref().map(chapter));
    let parent = parent.map(|it| small(with_html(language.part_of, it)));
    let unverified = card.heading_unverified.then(|| small(text(language.heading_unverified)));
    let silent = detail.concerns.is_empty() && card.missing.is_none();
    let silent = silent.then(|| small(text(language.no_concern)));
    el(
        "div",
        "card-body",
        [
            maybe(parent),
            maybe(unverified),
            maybe(silent),
            own_words(ui, detail),
            each(&detail.earlier, |it| earlier(ui, it)),
            mentions(ui, &detail.mentions),
            waiting(ui, card.missing),
            each(&detail.concerns, |it| concern(ui, it)),
            others(ui, detail),
            replies(ui, "h4", &detail.replies),
            within(ui, &detail.within),
            other_requests(ui, detail),
            card_foot(ui, card, detail, notice),
        ],
    )
}

/// What the reader's choice leaves out: folded, and on paper how much it is.
fn others(ui: &Ui, detail: &Detail) -> Html {
    if detail.others_count == 0 {
        return none();
    }
    let head = text(ui.language.count(&ui.language.other_concerns, detail.others_count, ""));
    if detail.others.is_empty() {
        return el("p", "small", [head]);
    }
    let inside = each(&detail.others, |it| concern(ui, it));
    el("details", "others", [el("summary", "", [head]), inside])
}

/// The law's own words, folded, with the way to the official text.
fn own_words(ui: &Ui, detail: &Detail) -> Html {
    let address = detail.address.as_ref();
    let official =
        address.map(|it| el("p", "small", [outward(ui, it, text(ui.language.official_text))]));
    if detail.text.is_empty() {
        return maybe(official);
    }
    let paragraphs = each(&detail.text, |it| el("p", "", [words(it)]));
    let head = el("summary", "", [text(ui.language.own_words)]);
    all([el("details", "own-words", [head, el("blockquote", "", [paragraphs])]), maybe(official)])
}

/// The words of an earlier draft beside the present ones, with what differs between them.
fn earlier(ui: &Ui, it: &EarlierView) -> Html {
    let language = ui.language;
    if it.changes.is_empty() {
        return el("p", "small", [with_html(language.same_words, words(&it.draft))]);
    }
    let inside = [version(ui, it, true), version(ui, it, false)];
    let head = el("summary", "", [with_html(language.changed_since, words(&it.draft))]);
    el("details", "own-words", [head, el("div", "versions", inside)])
}

/// One of the two texts: what stayed, and of what differs its own, which is said to whoever doesn't
/// see it.
fn version(ui: &Ui, it: &EarlierView, former: bool) -> Html {
    let language = ui.language;
    let present = || it.now.as_ref().map_or_else(|| text(language.own_words), words);
    let run = |[kept, dropped, added]: &[Phrase; 3]| {
        let (tag, own, said) = if former {
            ("del", dropped, language.dropped)
        } else {
            ("ins", added, language.added)
        };
        let said = el("span", "unseen", [text(said)]);
        let own = (!own.text.is_empty()).then(|| all([el(tag, "", [said, words(own)]), text(" ")]));
        all([words(kept), text(" "), maybe(own)])
    };
    let name = if former { words(&it.draft) } else { present() };
    // A paragraph that only the other text has.
    let silent = |[kept, dropped, added]: &[Phrase; 3]| {
        let own = if former { dropped } else { added };
        kept.text.is_empty() && own.text.is_empty()
    };
    let paragraphs = each(&it.changes, |runs| {
        maybe((!runs.iter().all(silent)).then(|| el("p", "", [each(runs, run)])))
    });
    el("blockquote", "", [el("b", "small", [name]), paragraphs])
}

/// What names this provision without objecting to it.
fn mentions(ui: &Ui, mentions: &[(Mention, Links)]) -> Html {
    each(mentions, |(mention, about)| {
        let message = match mention {
            Mention::Contrasted => ui.language.contrasted_in,
            Mention::Mentioned => ui.language.mentioned_in,
        };
        el("div", "small also", [with_html(message, links(ui, about))])
    })
}

fn other_requests(ui: &Ui, detail: &Detail) -> Html {
    if detail.requests.is_empty() {
        return none();
    }
    el(
        "section",
        "within",
        [el("h4", "", [text(ui.language.other_requests)]), requests(ui, &detail.requests)],
    )
}

fn within(ui: &Ui, within: &[WithinLink]) -> Html {
    if within.is_empty() {
        return none();
    }
    let items = each(within, |item| {
        let count = ui.language.count(&ui.language.concerns, item.concerns, "");
        let count = ui.counted_in(&count, item.documents);
        el("li", "", [headed_link(ui, &item.link), el("span", "small", [text(" · "), text(count)])])
    });
    el("section", "within", [el("h4", "", [text(ui.language.within)]), el("ul", "", [items])])
}

fn card_foot(ui: &Ui, card: &ProvisionCard, detail: &Detail, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let cite = Command::CopyCitation(card.provision);
    let link = Command::CopyLink(Some(card.provision));
    let by_hand = match notice {
        Some(Notice::CopyByHand(command, text)) if [cite, link].contains(command) => {
            Some(copy_by_hand(ui, text))
        }
        _ => None,
    };
    let link = ui
        .linkable
        .then(|| ui.command_button(link, language.copy_link, language.link_copied, notice));
    el(
        "footer",
        "card-foot",
        [
            el(
                "div",
                "steps",
                [
                    step(ui, detail.previous.as_ref(), language.previous),
                    step(ui, detail.next.as_ref(), language.next),
                ],
            ),
            maybe(card.missing.is_none().then(|| {
                ui.command_button(cite, language.copy_citation, language.citation_copied, notice)
            })),
            maybe(link),
            close(ui, card, detail),
            maybe(by_hand),
        ],
    )
}

/// A card with a concern is about as long as a phone is high; whoever has read it needn't scroll back.
fn close(ui: &Ui, card: &ProvisionCard, detail: &Detail) -> Html {
    if detail.concerns.is_empty() && detail.text.is_empty() {
        return none();
    }
    let which = el("span", "unseen", [text(ui.language.colon), words(&card.citation)]);
    let label = all([text(ui.language.close), which]);
    ui.button("quiet", Action::Close(card.provision), label)
}

fn step(ui: &Ui, to: Option<&Link>, message: &'static str) -> Html {
    let Some(to) = to else { return none() };
    ui.button("quiet", Action::Select(to.provision), text(with(message, &to.citation.text)))
}

/// The text that a page wouldn't copy, ready to be marked.
pub(crate) fn copy_by_hand(ui: &Ui, to_copy: &str) -> Html {
    let attributes = attributes!("", "rows" = "3", "readonly" = "readonly");
    let area = field("textarea", attributes, Some(to_copy.to_owned()));
    el("label", "by-hand", [text(ui.language.copy_by_hand), area.into()])
}
