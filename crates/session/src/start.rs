//! How an explorer starts: where its first state comes from, and what follows once it is drawn.

use std::{cell::Cell, rc::Rc};

use dataset::{CalendarDate, List as _};
use explorer::{Action, Explorer, Fold, State, ViewKind, view::RenderContext};

use crate::{
    AddressOwner, Effect, Part, Session, Store, address,
    anchors::{fold_id, organisation_id},
    drawing::Drawing,
    event,
    session::FirstDraw,
};

/// Where an explorer stands, and what is set there.
#[derive(Clone, Debug)]
pub struct Mount {
    /// The dataset.
    pub store: Rc<Store>,
    /// Whose the page's fragment is.
    pub address_owner: Rc<AddressOwner>,
    /// Whether the card of the provision being read is drawn alone.
    pub compact: bool,
    /// The interface's language, a BCP 47 tag.
    pub lang: &'static str,
    /// The options: the text of a JSON object with `attributes` (by name), `property` (the element's
    /// `options`) and `child` (the text of its own JSON).
    pub layers: String,
    /// The day on the reader's clock.
    pub today: Option<CalendarDate>,
    /// The page's fragment, without `#`.
    pub fragment: String,
    /// Where the page brought a drawing along that is hydrated: the ids of what is open in it, with
    /// spaces between them.
    pub brought: Option<String>,
}

impl Session {
    /// An explorer, and what is to be done to show it, in this order.
    pub fn start(mount: Mount) -> (Self, Vec<Effect>) {
        let Mount { store, address_owner, compact, lang, layers, today, fragment, brought } = mount;
        let explorer = store.explorer();
        let mut session = Self {
            store,
            address_owner,
            claim: None,
            compact,
            explorer,
            state: State::default(),
            layers,
            options: options::Options::default(),
            reported: Vec::new(),
            context: RenderContext { lang: lang.into(), today: None, unfolded: false },
            prints_all: false,
            notice: None,
            first_draw: None,
            pending_navigation: None,
            drawing: Cell::new(Drawing::Current),
            fragment,
            effects: Vec::new(),
        };
        session.read_options();
        session.draw_first(today, brought.as_deref());
        let effects = std::mem::take(&mut session.effects);
        (session, effects)
    }

    /// What the page brought along comes before its address, for that was drawn without knowing it,
    /// and the address before the newsroom's start.
    fn draw_first(&mut self, today: Option<CalendarDate>, brought: Option<&str>) {
        let linked = self.linked();
        let start = &self.explorer.editorial().start;
        let by_link = linked.as_ref().is_some_and(|linked| linked != start);
        let hydrates = brought.is_some();
        if let Some(open) = brought {
            self.state = opened(&self.explorer, open);
        } else {
            self.state = linked.unwrap_or_else(|| start.clone());
            self.context.today = today;
        }
        // A reader may move on as soon as anything is drawn, long before it is asked who came by a link.
        if by_link || self.options.deep_links && self.store.is_awaiting() {
            self.effects.push(Effect::WatchInteraction);
        }
        self.draw_with(!hydrates && !by_link);
        self.effects.push(Effect::WarmUp);
        self.effects.push(Effect::AfterDraw);
        self.first_draw = Some(FirstDraw { hydrates, today, by_link });
    }

    /// What was drawn first stands in the page.
    pub(crate) fn on_drawn(&mut self) {
        let Some(FirstDraw { hydrates, today, by_link }) = self.first_draw.take() else { return };
        self.effects.push(Effect::Want { part: Part::Index, resting: true });
        if hydrates {
            self.effects.push(Effect::FinishHydration);
            self.context.today = today;
            self.draw();
            if let Some(linked) = self.linked() {
                self.change(Action::Restore(linked));
            }
        }
        if !self.compact {
            self.effects.push(Effect::Dispatch(event::ready(&self.explorer)));
        }
        // To ask this is to have the page laid out at once.
        if by_link {
            self.effects.push(Effect::AskArrival);
        }
    }

    /// Whether the reader came by a link and hasn't moved since.
    pub(crate) fn on_arrived(&mut self, arrived: bool) {
        if arrived {
            self.pending_navigation = self.store.is_awaiting().then_some(false);
            self.reveal_current(false);
        }
    }

    /// Options read from their layers and resolved against the dataset; what is newly wrong with
    /// them is reported.
    pub(crate) fn read_options(&mut self) {
        let (layers, unparsable) = crate::configure::layers(&self.layers);
        let (explorer, mut options, warnings) = crate::configure(&self.store.explorer(), &layers);
        let warnings = warnings.iter().map(ToString::to_string);
        let mut wrong = unparsable.into_iter().chain(warnings).list();
        if !options.deep_links {
            self.claim = None;
        } else if self.claim.is_none() {
            self.claim = self.address_owner.claim();
            if self.claim.is_none() {
                options.deep_links = false;
                wrong.push(address::CLAIMED.into());
            }
        }
        let reported = std::mem::replace(&mut self.reported, wrong.clone());
        let new = wrong.into_iter().filter(|it| !reported.contains(it)).list();
        if !new.is_empty() {
            self.effects.push(Effect::ReportOptions(new));
        }
        self.explorer = Rc::new(explorer);
        self.options = options;
    }
}

/// The newsroom's start with what a reader has opened or closed in it before we were there.
fn opened(explorer: &Explorer, ids: &str) -> State {
    let mut state = explorer.editorial().start.clone();
    let dataset = explorer.dataset();
    let ids = ids.split(' ').list();
    state.folds = Fold::ALL.into_iter().filter(|it| ids.contains(&&*fold_id(*it))).list();
    match state.view {
        ViewKind::Provisions => {
            state.open = ids.iter().filter_map(|id| dataset.find_provision(id)).list();
        }
        ViewKind::Objections => {
            let all = dataset.organisations().map(|(it, _)| it);
            state.organisations = all.filter(|it| ids.contains(&&*organisation_id(*it))).list();
        }
        _ => {}
    }
    state
}
