//! The foot: which edition this is, what was corrected, who is missing, and the data to take along.

use explorer::view::Foot;
use yew::prelude::*;

use crate::{
    components::{
        provision_card::copy_by_hand,
        ui::{Errand, Notice, Ui},
        words::{byline, outward, words},
    },
    messages::{fill, with},
};

/// The foot.
pub(crate) fn foot(ui: &Ui, foot: &Foot, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let gaps = [("{a}", foot.edition.to_string()), ("{b}", language.date(foot.date))];
    let edition =
        fill(language.edition, &gaps.each_ref().map(|(gap, words)| (*gap, words.as_str())));
    html! {
        <footer class="foot" part="foot">
            <p>{ words(&foot.credit) }{ " · " }{ edition }</p>
            <p class="small">{ language.labels_mean }</p>
            if !foot.translators.is_empty() {
                <p class="small">{ with(language.translated_by, &foot.translators.join(language.comma)) }</p>
            }
            { lists(ui, foot) }
            { tools(ui, notice) }
        </footer>
    }
}

fn lists(ui: &Ui, foot: &Foot) -> Html {
    let language = ui.language;
    let corrections = foot.corrections.iter().map(|(date, text)| {
        html! {
            <li><time datetime={date.to_string()}>{ language.date(*date) }</time>{ " " }{ words(text) }</li>
        }
    });
    html! {
        <>
            <details>
                <summary>{ language.sources }{ " " }<span class="number">{ foot.sources.len() }</span></summary>
                <ul>{ for foot.sources.iter().map(|source| html! {
                    <li>{ outward(ui, &source.address, byline(ui, source)) }</li>
                }) }</ul>
            </details>
            <details>
                <summary>{ language.missing }{ " " }<span class="number">{ foot.missing.len() }</span></summary>
                <ul>{ for foot.missing.iter().map(|text| html! { <li>{ words(text) }</li> }) }</ul>
            </details>
            <details>
                <summary>{ language.corrections }{ " " }<span class="number">{ foot.corrections.len() }</span></summary>
                if foot.corrections.is_empty() {
                    <p>{ language.no_corrections }</p>
                } else {
                    <ul>{ for corrections }</ul>
                }
            </details>
        </>
    }
}

fn tools(ui: &Ui, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let button = |errand, label| ui.errand_button(errand, label, label, notice);
    html! {
        <div class="tools">
            if ui.linkable {
                { ui.errand_button(Errand::CopyLink, language.copy_link, language.link_copied, notice) }
            }
            { button(Errand::DownloadJson, language.download_json) }
            { button(Errand::DownloadCsv, language.download_csv) }
            { button(Errand::Print, language.print) }
            if let Some(Notice::CopyByHand(Errand::CopyLink, text)) = notice {
                { copy_by_hand(ui, text) }
            }
        </div>
    }
}
