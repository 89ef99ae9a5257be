//! What every component needs besides its view: the interface's words, and where taps go.

use std::rc::Rc;

use dataset::{Basis, CalendarDate, ProvisionIx};
use explorer::{Action, Fold, view::Phrase};
use session::{Command, Fetching, Notice, fold_id};
use yew::{Callback, Html, virtual_dom::Listener};

use crate::{
    components::{
        el::{On, all, el, heard, maybe, none, on, tag, text},
        words::quoted,
    },
    messages::Language,
};

/// The words, and where taps go.
#[derive(Clone, Debug, PartialEq)]
pub struct Ui {
    /// The interface's language.
    pub language: Language,
    /// Takes what a reader does.
    pub act: Callback<Action>,
    /// Takes commands.
    pub command: Callback<Command>,
    /// Whether a link can lead back to what is on the screen.
    pub linkable: bool,
    /// What of a large law isn't here.
    pub fetching: Fetching,
    /// How many pixels of a list can be seen, where its beginning is drawn alone and the rest once
    /// that has been painted.
    pub seen: Option<usize>,
    /// What links lead into, for readers without script; none where there is one.
    #[cfg(feature = "ssr")]
    pub plain: Option<std::rc::Rc<dataset::Dataset>>,
}

impl Ui {
    /// Whether this is for readers without script: nothing that only a script could answer.
    #[cfg_attr(not(feature = "ssr"), expect(clippy::unused_self))]
    pub(crate) fn is_plain(&self) -> bool {
        #[cfg(feature = "ssr")]
        return self.plain.is_some();
        #[cfg(not(feature = "ssr"))]
        false
    }

    /// The items of a list that are drawn now, where each is at least so many pixels high on a phone.
    pub(crate) fn now<'a, T>(&self, items: &'a [T], height: usize) -> &'a [T] {
        self.seen.and_then(|pixels| items.get(..=pixels / height)).unwrap_or(items)
    }

    /// Where a provision stands on the page, for readers without script.
    #[cfg_attr(not(feature = "ssr"), expect(unused_variables, clippy::unused_self))]
    pub(crate) fn anchor(&self, provision: ProvisionIx) -> Option<String> {
        #[cfg(feature = "ssr")]
        return self.plain.as_ref()?.provision(provision).map(|it| format!("#{}", it.id));
        #[cfg(not(feature = "ssr"))]
        None
    }

    /// A handler that sends an action and leaves the browser's own answer to a tap out.
    pub(crate) fn on_click(&self, action: Action) -> Rc<dyn Listener> {
        let act = self.act.clone();
        on(On::Click, move |event| {
            event.prevent_default();
            act.emit(action.clone());
        })
    }

    /// A button that runs a command, and says what came of the last one.
    pub(crate) fn command_button(
        &self,
        command: Command,
        label: &'static str,
        done: &'static str,
        notice: Option<&Notice>,
    ) -> Html {
        if self.is_plain() {
            return none();
        }
        let label = match notice {
            Some(Notice::Copied(it)) if *it == command => done,
            Some(Notice::Failed(it)) if *it == command => self.language.try_again,
            _ => label,
        };
        let run = self.command.clone();
        let run = on(On::Click, move |_| run.emit(command));
        button("quiet", run, text(label))
    }

    /// A button that sends an action.
    pub(crate) fn button(&self, class: &'static str, action: Action, label: Html) -> Html {
        if self.is_plain() { none() } else { button(class, self.on_click(action), label) }
    }

    /// What is drawn once it is unfolded, beneath its head.
    pub(crate) fn fold(
        &self,
        fold: Fold,
        class: &'static str,
        open: bool,
        head: Html,
        inside: Option<Html>,
    ) -> Html {
        let id = (!self.is_plain()).then(|| fold_id(fold));
        let head = heard(self.on_click(Action::ToggleFold(fold)), el("summary", "", [head]));
        let open = open.then_some("open");
        tag!("details", class, ["id" = id, "open" = open], [head, maybe(inside)])
    }

    /// What parts two words that the style sheet tells apart, where there may be none.
    pub(crate) fn gap(&self) -> Html {
        text(if self.is_plain() { self.language.comma } else { " " })
    }

    /// A date, as precise as it is known.
    pub(crate) fn date(&self, date: CalendarDate) -> Html {
        let written = text(self.language.date(date));
        tag!("time", "", ["datetime" = date.to_string()], [written])
    }

    /// A source's words between the language's quotation marks.
    pub(crate) fn quoted(&self, quote: &Phrase) -> Html {
        quoted(quote, self.language.quotes)
    }

    /// The word of a basis, and the mark by which the style sheet knows it.
    pub(crate) fn basis(&self, basis: Basis) -> (&'static str, &'static str) {
        let mark = match basis {
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
        };
        (self.language.basis(basis), mark)
    }

    /// In how many documents something is counted.
    pub(crate) fn in_documents(&self, documents: usize) -> String {
        self.language.count(&self.language.in_documents, documents, "")
    }

    /// A number or a heading of numbers, with in how many documents it was counted.
    pub(crate) fn counted_in(&self, what: &str, documents: usize) -> String {
        [what, " ", &self.in_documents(documents)].concat()
    }

    /// The mark of a group that is in the reader's lens.
    pub(crate) fn you(&self, chosen: bool) -> Html {
        maybe(chosen.then(|| all([text(" "), el("b", "you", [text(self.language.you)])])))
    }
}

fn button(class: &'static str, onclick: Rc<dyn Listener>, label: Html) -> Html {
    heard(onclick, tag!("button", class, ["type" = "button"], [label]))
}
