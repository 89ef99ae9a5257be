//! "How does it affect me?": groups to tap, the answer in a sentence, and all other groups.

use dataset::{Basis, GroupIx, List as _};
use explorer::{
    Action, Fold,
    view::{Answer, Choice, Filters},
};
use session::CHOICE;
use yew::Html;

use crate::components::{
    el::{all, each, el, heard, joined, maybe, tag, text},
    filters::{choices, number_seen},
    ui::Ui,
    words::{links, with_html, words},
};

/// The question that brings most readers here, some groups to ask it as, and the answer.
pub(crate) fn affects_me(ui: &Ui, filters: &Filters) -> Html {
    let answer = maybe(filters.answer.as_ref().map(|it| answer(ui, it)));
    if ui.is_plain() {
        return answer;
    }
    let language = ui.language;
    let question = (!filters.groups.is_empty()).then(|| {
        let groups = each(&filters.groups, |group| el("li", "", [ask(ui, group)]));
        all([el("h3", "", [text(language.affects_me)]), el("ul", "ask-groups", [groups])])
    });
    let counted = ui.counted_in(language.counted, filters.documents);
    let head = (language.lens, language.lens_none);
    tag!(
        "div",
        "affects",
        ["id" = CHOICE],
        [
            maybe(question),
            tag!("div", "", ["aria-live" = "polite"], [answer]),
            choices(ui, Fold::Audience, head, &filters.audience, &counted, Action::ToggleGroup),
        ],
    )
}

fn ask(ui: &Ui, group: &Choice<GroupIx>) -> Html {
    let concerns = ui.language.count(&ui.language.concerns, group.count, "");
    let action =
        if group.chosen { Action::ToggleGroup(group.of) } else { Action::LookAs(group.of) };
    let pressed = if group.chosen { "true" } else { "false" };
    let inside = [
        words(&group.label),
        text(" "),
        number_seen(group.count),
        el("span", "unseen", [text(concerns)]),
    ];
    let button = tag!("button", "ask", ["type" = "button", "aria-pressed" = pressed], inside);
    heard(ui.on_click(action), button)
}

fn answer(ui: &Ui, answer: &Answer) -> Html {
    let language = ui.language;
    let [groups, documents] = [&answer.groups, &answer.documents]
        .map(|it| joined(it.iter().map(words).list(), language.comma));
    let concerns = language.count(&language.concerns, answer.concerns, "");
    let read = if answer.concerns == 0 || answer.documents.len() == answer.read {
        text(ui.in_documents(answer.read))
    } else if answer.names_documents() {
        all([text("· "), with_html(language.raised_in, documents)])
    } else {
        text(ui.in_documents(answer.documents.len()))
    };
    let stated = answer.concerns - answer.inferred;
    let bases =
        [(Basis::Stated, stated), (Basis::Inferred, answer.inferred)].map(|(basis, count)| {
            maybe(
                (count > 0)
                    .then(|| all([text(format!(" · {count} ")), text(language.basis(basis))])),
            )
        });
    all([
        el(
            "p",
            "answer",
            [
                el("b", "", [groups, text(language.colon), text(concerns)]),
                text(" "),
                read,
                all(bases),
            ],
        ),
        links(ui, &answer.provisions),
    ])
}
