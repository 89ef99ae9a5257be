//! The foot: where the data comes from, what it lacks, what was corrected, and what to take along.

use explorer::{
    Fold,
    view::{Folded, Foot},
};
use session::{Command, Notice};
use yew::Html;

use crate::{
    components::{
        el::{all, counted, each, el, maybe, tag, text},
        evidence::document,
        provision_card::copy_by_hand,
        ui::Ui,
        words::words,
    },
    messages::{fill, with},
};

/// The foot.
pub(crate) fn foot(ui: &Ui, foot: &Foot, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let edition = foot.edition.zip(foot.date).map(|(edition, date)| {
        let (edition, date) = (edition.to_string(), language.date(date));
        all([text(" · "), text(fill(language.edition, &[("a", &edition), ("b", &date)]))])
    });
    let translators = (!foot.translators.is_empty()).then(|| {
        let names = foot.translators.join(language.comma);
        el("p", "small", [text(with(language.translated_by, &names))])
    });
    let inside = [
        el("p", "", [words(&foot.credit), maybe(edition)]),
        el("p", "small", [text(language.labels_mean)]),
        maybe(translators),
        lists(ui, foot),
        tools(ui, notice),
    ];
    tag!("footer", "foot", ["part" = "foot"], inside)
}

fn lists(ui: &Ui, foot: &Foot) -> Html {
    let language = ui.language;
    all([
        folded(ui, Fold::Documents, language.sources, &foot.sources, |it| document(ui, it)),
        folded(ui, Fold::Missing, language.missing, &foot.missing, words),
        folded(ui, Fold::Corrections, language.corrections, &foot.corrections, |(date, what)| {
            all([ui.date(*date), text(" "), words(what)])
        }),
    ])
}

fn folded<T>(
    ui: &Ui,
    fold: Fold,
    head: &'static str,
    list: &Folded<T>,
    draw: impl Fn(&T) -> Html,
) -> Html {
    let items = list.items.as_ref().map(|items| {
        if items.is_empty() {
            return el("p", "", [text(ui.language.no_corrections)]);
        }
        el("ul", "", [each(items, |it| el("li", "", [draw(it)]))])
    });
    ui.fold(fold, "", list.open, counted(head, list.count), items)
}

fn tools(ui: &Ui, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let button = |command, label, done| ui.command_button(command, label, done, notice);
    let link = ui
        .linkable
        .then(|| button(Command::CopyLink(None), language.copy_link, language.link_copied));
    let by_hand = match notice {
        Some(Notice::CopyByHand(Command::CopyLink(None), text)) => Some(copy_by_hand(ui, text)),
        _ => None,
    };
    el(
        "div",
        "tools",
        [
            maybe(link),
            button(Command::DownloadJson, language.download_json, language.download_json),
            button(Command::DownloadCsv, language.download_csv, language.download_csv),
            button(Command::PrintAll, language.print_all, language.print_all),
            button(Command::Print, language.print, language.print),
            maybe(by_hand),
        ],
    )
}
