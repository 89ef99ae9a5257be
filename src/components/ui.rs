//! What every component needs besides its view: the interface's words, and where taps go.

use dataset::ProvisionIx;
use explorer::Action;
use yew::prelude::*;

use crate::messages::Language;

/// Something to be done beside the screen, by whoever knows the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Copy a link to what is on the screen.
    CopyLink,
    /// Copy a citation of a provision and its sources.
    CopyCitation(ProvisionIx),
    /// Download the dataset as JSON.
    DownloadJson,
    /// Download the concerns as a table.
    DownloadCsv,
    /// Print.
    Print,
}

/// What an errand came to; it goes with the reader's next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It has been copied.
    Copied(Errand),
    /// The page may not copy; this is the text.
    CopyByHand(Errand, String),
}

/// The words, and where taps go.
#[derive(Clone, Debug, PartialEq)]
pub struct Ui {
    /// The interface's language.
    pub language: Language,
    /// Takes what a reader does.
    pub act: Callback<Action>,
    /// Takes errands.
    pub errand: Callback<Errand>,
    /// Whether a link can lead back to what is on the screen.
    pub linkable: bool,
}

impl Ui {
    /// A handler that sends an action and leaves the browser's own answer to a tap out.
    pub(crate) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(action.clone());
        })
    }

    /// A button that runs an errand, and says what came of the last one.
    pub(crate) fn errand_button(
        &self,
        errand: Errand,
        label: &'static str,
        done: &'static str,
        notice: Option<&Notice>,
    ) -> Html {
        let copied = notice == Some(&Notice::Copied(errand));
        let onclick = self.errand.reform(move |_: MouseEvent| errand);
        html! {
            <button type="button" class="quiet" {onclick}>{ if copied { done } else { label } }</button>
        }
    }
}
