//! Options that change, and a law of which more has come.

use std::rc::Rc;

use dataset::{CalendarDate, List as _};
use explorer::{Action, State};

use crate::{Effect, Session};

impl Session {
    /// Takes changed options over.
    pub(crate) fn configure(&mut self, lang: &str, layers: String, today: Option<CalendarDate>) {
        self.layers = layers;
        self.context.lang = lang.into();
        self.context.today = today;
        self.apply_options();
        self.draw();
    }

    /// What changed in the newsroom's start changes on the screen; the rest stays as the reader left
    /// it.
    fn apply_options(&mut self) {
        let before = Rc::clone(&self.explorer);
        self.read_options();
        let (old, new) = (&before.editorial().start, &self.explorer.editorial().start);
        if old.view != new.view {
            self.state.view = new.view;
        }
        if old.audience != new.audience {
            self.state.audience.clone_from(&new.audience);
        }
        if old.open != new.open {
            self.state.open.clone_from(&new.open);
        }
    }

    /// From the law's beginning to the whole: what the newsroom or the page's address names may
    /// stand there. `untouched` where the reader has done nothing since a link was followed.
    pub(crate) fn widen(&mut self, untouched: bool) {
        let (before, was) = (self.first_state(), self.state.clone());
        let is_moved = was != before;
        self.apply_options();
        self.effects.push(Effect::WarmUp);
        let mut after = self.first_state();
        if is_moved {
            // What the reader has done since stays; what could not be known before is added.
            let news = after.open.into_iter().filter(|it| !before.open.contains(it));
            let open = news.chain(was.open.iter().copied()).list();
            after = State { open, ..was };
        }
        if !self.step(Action::Restore(after)) {
            self.draw();
        }
        if is_moved {
            self.write_address(true);
        }
        let pending = self.pending_navigation.take().filter(|_| untouched);
        if let Some(focus) = pending {
            self.reveal_current(focus);
        } else if untouched && !is_moved && self.linked().is_some() {
            self.effects.push(Effect::AskArrival);
        }
    }

    /// What the page's address says, or else the newsroom's start.
    fn first_state(&self) -> State {
        self.linked().unwrap_or_else(|| self.explorer.editorial().start.clone())
    }
}
