//! One concern: what it says, whom it affects and on whose word, what it rests on, what is asked
//! for, and the other law beside it.

use dataset::{Basis, Certainty};
use explorer::{
    ViewKind,
    view::{AffectedBy, AffectedMark, ConcernView, RelatedView, ReplyView},
};
use yew::Html;

use crate::components::{
    el::{all, counted_head, each, el, keyed, maybe, none, tag, text},
    evidence::{evidence, place, source_head},
    request::requests,
    ui::Ui,
    words::{byline, links, provision_link, with_html, words},
};

/// A concern; where it is the first that rests on its sources, beneath these.
pub(crate) fn concern(ui: &Ui, concern: &ConcernView) -> Html {
    let rest = match &concern.in_full_at {
        Some(at) => el("p", "small", [with_html(ui.language.in_full_at, provision_link(ui, at))]),
        None => in_full(ui, concern),
    };
    let inside = [
        each(&concern.heads, |it| source_head(ui, it)),
        el("h5", "concern-title", [words(&concern.title)]),
        rest,
    ];
    keyed(concern.concern.index(), tag!("section", "concern", ["part" = "concern"], inside))
}

fn in_full(ui: &Ui, concern: &ConcernView) -> Html {
    let language = ui.language;
    let also = (concern.also.count > 0).then(|| {
        el("div", "small also", [with_html(language.also_about, links(ui, &concern.also))])
    });
    let wording = concern.wording.map(|it| el("p", "small wording", [text(language.wording(it))]));
    all([
        el("p", "", [words(&concern.summary)]),
        each(&concern.evidence, |it| evidence(ui, it)),
        el("p", "label", [text(language.view(ViewKind::Affected))]),
        affected(ui, &concern.affected),
        replies(ui, "h6", &concern.replies),
        asks(ui, concern),
        other_law(ui, &concern.related),
        maybe(also),
        maybe(wording),
    ])
}

fn asks(ui: &Ui, concern: &ConcernView) -> Html {
    if concern.requests.is_empty() {
        return none();
    }
    el(
        "details",
        "asks",
        [
            counted_head("summary", ui.language.requests, concern.requests.len()),
            requests(ui, &concern.requests),
        ],
    )
}

/// What others say has the rank of what they say it to.
pub(crate) fn replies(ui: &Ui, head: &'static str, replies: &[ReplyView]) -> Html {
    if replies.is_empty() {
        return none();
    }
    all([el(head, "", [text(ui.language.replies)]), reply_list(ui, replies)])
}

/// Replies, each with whose it is.
pub(crate) fn reply_list(ui: &Ui, replies: &[ReplyView]) -> Html {
    let items = each(replies, |reply| {
        let inferred = reply.inferred.as_ref().map(|reason| {
            el("p", "small", [text(ui.language.reply_inferred), text(" "), words(reason)])
        });
        let source = reply.source.as_ref().map(|it| el("p", "small", [byline(ui, it)]));
        el(
            "li",
            "reply",
            [
                el(
                    "p",
                    "",
                    [
                        el("b", "", [words(&reply.who)]),
                        text(" · "),
                        text(ui.language.reply_kind(reply.kind)),
                    ],
                ),
                el("p", "", [words(&reply.summary)]),
                each(&reply.places, |it| place(ui, it)),
                maybe(source),
                maybe(inferred),
            ],
        )
    });
    el("ul", "replies", [items])
}

/// Stated has a solid rule, inferred a dashed one, and each has its word.
fn affected(ui: &Ui, marks: &[AffectedMark]) -> Html {
    if marks.is_empty() {
        return el("p", "small none-found", [text(ui.language.none_found)]);
    }
    el("ul", "affected", [each(marks, |mark| affected_mark(ui, mark))])
}

fn affected_mark(ui: &Ui, mark: &AffectedMark) -> Html {
    let (basis, reason) = match &mark.by {
        AffectedBy::Stated => (Basis::Stated, None),
        AffectedBy::Inferred(reason) => (Basis::Inferred, Some(reason)),
    };
    let (word, basis) = ui.basis(basis);
    let reason =
        reason.map(|reason| el("span", "reason", [text(ui.language.colon), words(reason)]));
    let inside = [
        words(&mark.label),
        ui.you(mark.chosen),
        ui.gap(),
        el("span", "basis", [text(word)]),
        maybe(reason),
    ];
    tag!("li", "", ["data-basis" = basis], inside)
}

fn other_law(ui: &Ui, list: &[RelatedView]) -> Html {
    if list.is_empty() {
        return none();
    }
    all([
        el("p", "label", [text(ui.language.other_law)]),
        el("ul", "related", [each(list, |it| related(ui, it))]),
    ])
}

fn related(ui: &Ui, related: &RelatedView) -> Html {
    let pinpoint =
        related.pinpoint.as_ref().map(|pinpoint| all([words(pinpoint), text(ui.language.comma)]));
    let relation = match related.certainty {
        Certainty::Says => ui.language.relation(related.relation),
        Certainty::Fears => ui.language.relation_feared(related.relation),
    };
    let says = related.says.as_ref().map(|source| {
        el(
            "span",
            "small",
            [text(ui.language.comma), with_html(ui.language.according_to, words(source))],
        )
    });
    let note = related.note.as_ref().map(|note| el("span", "small related-note", [words(note)]));
    el(
        "li",
        "",
        [
            el("span", "relation", [text(relation)]),
            text(" "),
            maybe(pinpoint),
            words(&related.instrument),
            maybe(says),
            maybe(note),
        ],
    )
}
