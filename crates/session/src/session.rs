//! One explorer's state, and what each message makes of it. How it starts is in `start.rs`, options
//! that change and a law that grows in `reconfigure.rs`, commands in `run.rs`, what is drawn and when
//! in `drawing.rs`.

use std::{cell::Cell, mem, rc::Rc};

use explorer::{Action, Explorer, State, ViewKind, reduce, view::RenderContext};
use options::{Options, Theme};

use crate::{
    AddressChange, AddressOwner, Effect, FocusPlan, Msg, Notice, Store, address,
    anchors::{OTHERWISE, TITLE, organisation_id},
    drawing::Drawing,
    event,
};

/// One explorer of a page.
#[derive(Debug)]
pub struct Session {
    pub(crate) store: Rc<Store>,
    pub(crate) address_owner: Rc<AddressOwner>,
    /// Held while the page's fragment is this explorer's.
    pub(crate) claim: Option<Rc<()>>,
    /// Whether the card of the provision being read is drawn alone.
    pub(crate) compact: bool,
    pub(crate) explorer: Rc<Explorer>,
    pub(crate) state: State,
    /// What the newsroom set, as the loader collected it.
    pub(crate) layers: String,
    pub(crate) options: Options,
    /// What has been reported of the options, so that no mistake is reported twice.
    pub(crate) reported: Vec<String>,
    pub(crate) context: RenderContext,
    /// Whether the next paper is to have everything.
    pub(crate) prints_all: bool,
    pub(crate) notice: Option<Notice>,
    /// Until what was drawn first stands in the page.
    pub(crate) first_draw: Option<FirstDraw>,
    /// While only a law's beginning is here: a link was followed that may lead on once more is
    /// here, and whether the focus goes there. It holds until the reader does anything.
    pub(crate) pending_navigation: Option<bool>,
    pub(crate) drawing: Cell<Drawing>,
    /// The page's fragment, as of the message that is being taken in.
    pub(crate) fragment: String,
    pub(crate) effects: Vec<Effect>,
}

/// What is left to do once what was drawn first stands in the page.
#[derive(Debug)]
pub(crate) struct FirstDraw {
    /// Whether a drawing that the page brought along is hydrated.
    pub(crate) hydrates: bool,
    /// The day on the reader's clock, which that drawing doesn't know.
    pub(crate) today: Option<dataset::CalendarDate>,
    /// Whether the address leads elsewhere than the newsroom's start.
    pub(crate) by_link: bool,
}

impl Session {
    /// Takes a message in; what is to be done follows, in this order. `fragment` is the page's as it
    /// is now, without `#`.
    pub fn update(&mut self, msg: Msg, fragment: String) -> Vec<Effect> {
        // A download that is on its way may outlive its explorer.
        if self.drawing.get() != Drawing::Over || matches!(msg, Msg::Export(..)) {
            self.fragment = fragment;
            self.take(msg);
        }
        mem::take(&mut self.effects)
    }

    fn take(&mut self, msg: Msg) {
        // A page that may not print says nothing, and what is printed later is the reader's choice.
        let goes_on =
            matches!(msg, Msg::Act(_) | Msg::Go { .. } | Msg::Select { .. } | Msg::Focused);
        self.prints_all &= self.context.unfolded || !goes_on;
        match msg {
            Msg::Drawn => self.on_drawn(),
            Msg::Act(action) => self.act(action),
            Msg::Go { action, focus } => self.go(action, focus),
            Msg::Select { provision, focus, untouched } => {
                let action = Action::Select(provision);
                if untouched { self.go(action, focus) } else { self.change(action) }
            }
            Msg::Configure { lang, layers, today } => self.configure(lang, layers, today),
            Msg::AddressChanged(change) => self.follow_address(change),
            Msg::Print(to_paper) => self.print(to_paper),
            Msg::StoreChanged { whole: true, untouched } => self.widen(untouched),
            Msg::StoreChanged { .. } => self.on_part(),
            Msg::Painted => self.draw_due(),
            Msg::Focused => {}
            Msg::Arrived(arrived) => self.on_arrived(arrived),
            Msg::Run { command, story } => self.run(command, &story),
            Msg::Notify(notice) => self.notify(notice),
            Msg::Export(command, text) => self.hand_over(command, text),
        }
    }

    /// Light or dark.
    pub fn theme(&self) -> Theme {
        self.options.theme
    }

    /// The provision that a citation or an id names, where the list has it.
    pub fn find(&self, cited: &str) -> Option<dataset::ProvisionIx> {
        self.explorer.dataset().cited_one(cited).ok().filter(|it| self.explorer.lists(*it))
    }

    /// Ends it. What is drawn of it from then on is as good as nothing: a card of its own with
    /// nothing open is a title alone.
    pub fn end(&mut self) {
        self.drawing.set(Drawing::Over);
        self.claim = None;
        self.compact = true;
        self.state = State::default();
    }

    /// Leaves the page's address to others, because this stands in the page no more.
    pub fn yield_address(&mut self) {
        self.claim = None;
        self.options.deep_links = false;
    }

    fn act(&mut self, action: Action) {
        match action {
            // What a reader follows by a link stands elsewhere, so sight and focus go there.
            Action::Select(_) | Action::VisitOrganisation(_) => self.go(action, true),
            Action::VisitOthers => {
                self.change(action);
                self.reveal(Some(OTHERWISE.to_owned()), String::new(), true);
            }
            Action::Close(provision) => {
                self.change(action);
                self.reveal(self.provision_id(provision), String::new(), true);
            }
            Action::SelectWords(_, ref words) => {
                let words = words.clone();
                self.change(action);
                self.reveal(self.current(), words, true);
            }
            // What is new stands where the button was.
            Action::ShowEarlier | Action::ShowMore | Action::ShowAll => {
                let earlier = action == Action::ShowEarlier;
                self.effects.push(Effect::PlanFocus(FocusPlan::Lengthened { earlier }));
                self.change(action);
                self.effects.push(Effect::MoveFocus);
            }
            // Their buttons go away with what they do.
            Action::ShowPart(_) => {
                self.change(action);
                self.effects.push(Effect::Focus(".col[tabindex='0']"));
            }
            Action::ClearFilters | Action::ClearChoices | Action::SearchInstead(_) => {
                self.leave(action);
            }
            Action::LookAs(_) if self.state.view != ViewKind::Provisions => self.leave(action),
            _ => self.change(action),
        }
    }

    /// Takes a step that takes away the button which asked for it.
    fn leave(&mut self, action: Action) {
        self.change(action);
        self.effects.push(Effect::Focus("[role=status]"));
    }

    /// Takes a step, and brings the result into sight.
    fn go(&mut self, action: Action, focus: bool) {
        self.change(action);
        self.reveal_current(focus);
    }

    /// Takes a step.
    pub(crate) fn change(&mut self, action: Action) {
        self.step(action);
    }

    /// Takes a step; says whether anything changed.
    pub(crate) fn step(&mut self, action: Action) -> bool {
        let restored = matches!(action, Action::Restore(_));
        let above_fold = action.renews_lists();
        let refines = matches!(action, Action::Search(_));
        let Some(after) = reduce(&self.explorer, &self.state, action) else { return false };
        self.notice = None;
        let before = mem::replace(&mut self.state, after);
        self.draw_with(above_fold);
        event::between(&self.explorer, &before, &self.state, &mut self.effects);
        // A law's beginning doesn't know all that the page's address may name.
        if !restored && !self.store.is_awaiting() {
            self.write_address(refines);
        }
        true
    }

    /// Writes the state to the page's address: a step back leads out of it, unless it only refines
    /// what is there, as each letter typed does.
    pub(crate) fn write_address(&mut self, replace: bool) {
        if self.options.deep_links {
            let fragment = address::with_state(&self.explorer, &self.fragment, &self.state);
            self.effects.push(Effect::WriteAddress { fragment, replace });
        }
    }

    /// Brings what is being read into sight: a part, or else the whole from its title on.
    pub(crate) fn reveal_current(&mut self, focus: bool) {
        self.reveal(self.current(), String::new(), focus);
    }

    /// Brings a part into sight, and in it these words, where there are any.
    fn reveal(&mut self, id: Option<String>, words: String, focus: bool) {
        let id = id.unwrap_or_else(|| TITLE.to_owned());
        self.effects.push(Effect::Reveal { id, words, focus });
    }

    fn provision_id(&self, provision: dataset::ProvisionIx) -> Option<String> {
        self.explorer.dataset().provision(provision).map(|it| it.id.as_str().to_owned())
    }

    /// The id of the part being read: a card, or an organisation.
    fn current(&self) -> Option<String> {
        match (self.state.view, self.state.current(), self.state.organisations.last()) {
            (ViewKind::Provisions, Some(provision), _) => self.provision_id(provision),
            (ViewKind::Objections, _, Some(organisation)) => Some(organisation_id(*organisation)),
            _ => None,
        }
    }

    /// Shows what the page's address says. Unless a step through the history led there, that comes
    /// into sight; the focus goes there where the reader followed a link.
    fn follow_address(&mut self, change: AddressChange) {
        if !self.options.deep_links {
            return;
        }
        self.pending_navigation = None;
        let focus = change == AddressChange::Link;
        let is_step = change == AddressChange::Step;
        if !is_step {
            self.await_navigation(focus);
        }
        match self.linked() {
            Some(state) if is_step => self.step_back(state),
            Some(state) => self.go(Action::Restore(state), focus),
            None if !is_step => {}
            None => {
                let start = self.explorer.editorial().start.clone();
                self.change(Action::Restore(start));
            }
        }
    }

    /// Shows what a step through the history leads to. What was followed out of the panel of a cell
    /// leads back into it.
    fn step_back(&mut self, state: State) {
        let from = self.state.view;
        self.change(Action::Restore(state));
        if from != ViewKind::Matrix
            && self.state.view == ViewKind::Matrix
            && self.state.cell.is_some()
        {
            self.effects.push(Effect::Focus(".behind button"));
        }
    }

    /// Remembers a link that may lead on once more of the law is here.
    pub(crate) fn await_navigation(&mut self, focus: bool) {
        self.pending_navigation = self.store.is_awaiting().then_some(focus);
        if self.pending_navigation.is_some() {
            self.effects.push(Effect::WatchInteraction);
        }
    }

    /// What the page's address says, where it is this explorer's.
    pub(crate) fn linked(&self) -> Option<State> {
        let fragment = self.options.deep_links.then_some(&self.fragment)?;
        address::linked(&self.explorer, fragment)
    }

    /// Opens for paper what is to be printed, or folds it again.
    fn print(&mut self, to_paper: bool) {
        self.context.unfolded = to_paper;
        self.prints_all &= to_paper;
        self.effects.push(Effect::Refold);
        self.draw();
        if to_paper {
            self.effects.push(Effect::Unfold);
        }
    }
}
