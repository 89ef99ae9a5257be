//! What is to be done for an explorer.

use std::rc::Rc;

use contract::Event;

use crate::{Command, Part};

/// Something to be done, in the order of the list that it comes in; what says "once drawn" waits for
/// that ([`is_once_drawn`](Self::is_once_drawn)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw [`Session::scene`](crate::Session::scene).
    Draw {
        /// On a phone, what can be seen first, and the rest deferred until that has been painted.
        above_fold: bool,
    },
    /// Send [`Msg::Painted`](crate::Msg) once the page has been painted, or soon where it isn't.
    AwaitPaint,
    /// Once drawn, send [`Msg::Drawn`](crate::Msg).
    AfterDraw,
    /// End the hydration of what the page brought along.
    FinishHydration,
    /// Call [`Session::warm_up`](crate::Session::warm_up) while the page rests, until it says no.
    WarmUp,
    /// Ask the store for a part.
    Want {
        /// Which one.
        part: Part,
        /// Whether that may wait until the page rests.
        resting: bool,
    },
    /// Have the store ask again for a part that failed.
    Retry(Part),
    /// Send [`Msg::Arrived`](crate::Msg).
    AskArrival,
    /// From now on, watch whether the reader does anything.
    WatchInteraction,
    /// Get ready to move the focus, before what has it is drawn anew.
    PlanFocus(FocusPlan),
    /// Move the focus as planned, once drawn.
    MoveFocus,
    /// Put the focus on a part by its selector, once drawn.
    Focus(&'static str),
    /// Bring the part with an id into sight, once drawn.
    Reveal {
        /// The part's id.
        id: String,
        /// Words in it that are looked for, to be brought into sight themselves; empty where none are.
        words: String,
        /// Whether the focus goes there as well.
        focus: bool,
    },
    /// Open what is folded on the page, once drawn.
    Unfold,
    /// Fold again what was opened by the last `Unfold`.
    Refold,
    /// Dispatch an event on the element.
    Dispatch(Event),
    /// Write the page's fragment.
    WriteAddress {
        /// All of it, without `#`; empty where there is to be none.
        fragment: String,
        /// Whether in place of the last entry of the history, rather than in one of its own.
        replace: bool,
    },
    /// Report what is wrong with the options.
    ReportOptions(Vec<String>),
    /// Have the store report that a part is missing.
    ReportPart(String),
    /// Copy a text, then send [`Msg::Notify`](crate::Msg).
    Copy {
        /// For which command.
        command: Command,
        /// The text.
        text: String,
    },
    /// Get the text of an export, then send [`Msg::Export`](crate::Msg).
    LoadExport(Command),
    /// Hand the reader a file.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// What is in it.
        text: Rc<str>,
    },
    /// Print.
    Print,
}

impl Effect {
    /// Whether it waits until what has just been drawn stands in the page.
    pub fn is_once_drawn(&self) -> bool {
        matches!(
            self,
            Self::AfterDraw | Self::MoveFocus | Self::Focus(_) | Self::Reveal { .. } | Self::Unfold
        )
    }
}

/// Where the focus goes when the button that has it goes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusPlan {
    /// To what is new in a longer list: after what was there, or before it.
    Lengthened {
        /// Whether it is before.
        earlier: bool,
    },
    /// To what the button stood in.
    Beside,
}
