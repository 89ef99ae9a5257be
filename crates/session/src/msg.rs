//! What happens to an explorer.

use std::rc::Rc;

use dataset::{CalendarDate, ProvisionIx};
use explorer::Action;

use crate::{Command, Notice};

/// What changed a page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressChange {
    /// A link of the page's, which a reader followed.
    Link,
    /// A script of the page's, which says so by an event of its own.
    Script,
    /// A step back or forward to an entry of ours.
    Step,
}

/// What happens to an explorer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// What was drawn first stands in the page; the answer to [`Effect::AfterDraw`](crate::Effect).
    Drawn,
    /// The page has been painted; the answer to [`Effect::AwaitPaint`](crate::Effect).
    Painted,
    /// A reader's step.
    Act(Action),
    /// A step on a reader's behalf, whose result comes into sight.
    Go {
        /// The step.
        action: Action,
        /// Whether the focus goes there as well.
        focus: bool,
    },
    /// The page goes to a provision.
    Select {
        /// Which one.
        provision: ProvisionIx,
        /// Whether the focus goes there as well.
        focus: bool,
        /// Whether the reader has left everything as it was since the page asked.
        untouched: bool,
    },
    /// The newsroom changed its options.
    Configure {
        /// The interface's language, a BCP 47 tag.
        lang: &'static str,
        /// What is set, as for [`Mount::layers`](crate::Mount).
        layers: String,
        /// The day on the reader's clock.
        today: Option<CalendarDate>,
    },
    /// The page's address changed.
    AddressChanged(AddressChange),
    /// The page goes to paper, or comes back from it.
    Print(bool),
    /// The page has the focus again.
    Focused,
    /// More of the law has come, or has failed to come.
    StoreChanged {
        /// Whether all that it names has come.
        whole: bool,
        /// Whether the reader has left everything as it was since
        /// [`Effect::WatchInteraction`](crate::Effect).
        untouched: bool,
    },
    /// Whether the reader came by a link and hasn't moved since; the answer to
    /// [`Effect::AskArrival`](crate::Effect).
    Arrived(bool),
    /// A reader's command.
    Run {
        /// Which one.
        command: Command,
        /// The address that readers pass on, without a fragment.
        story: String,
    },
    /// What a command came to.
    Notify(Notice),
    /// The text of an export, or why it didn't come; the answer to
    /// [`Effect::LoadExport`](crate::Effect).
    Export(Command, Result<Rc<str>, String>),
}
