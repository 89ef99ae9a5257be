//! What a component draws: plain structs, complete and in order. A component adds the interface's
//! own words and the markup, and looks nothing up.
//!
//! Each file of this folder builds one part of the screen from the same three things: what the
//! explorer knows, what the reader has chosen, and the [`RenderContext`].

mod affected;
mod answer;
mod bar;
mod concern;
mod evidence;
mod foot;
mod head;
mod matrix;
mod objections;
mod once;
mod organisation;
mod paged_list;
mod paper;
mod phrase;
mod picture;
mod provisions;
mod search;

use dataset::{CalendarDate, Dataset, List as _, ProvisionIx};

pub use affected::{AffectedView, GroupRow};
pub use answer::Answer;
pub use bar::Bar;
pub use concern::{AffectedBy, AffectedMark, ConcernView, RelatedView, ReplyView, RequestView};
pub use evidence::{Backer, Backers, CitedPlace, EvidenceView, SourceHead, SourceLine};
pub use foot::{Document, Folded, Foot};
pub use head::{Choice, Choices, Criticism, Event, Filters, Head};
pub use matrix::{
    Cell, CellConcern, Column, MatrixView, OpenCell, RankedProvision, Ranking, Row, RowHead,
};
pub use objections::{KindGroup, ObjectingDocument, ObjectionsView, Standing};
pub use once::{object_by_document, say_once};
pub use organisation::{NamedView, OrganisationRow, Part, PositionView};
pub use paged_list::{Extent, PagedList};
pub use paper::fold_to_choice;
pub use phrase::{Phrase, is_right_to_left};
pub use picture::{About, Picture, PictureColumn, Side, Stretch, WholeLaw};
pub use provisions::{
    ChapterLine, Counts, Detail, EarlierView, ProvisionCard, ProvisionsView, WithinLink,
};
pub use search::{FoundOrganisation, FoundPart, Hit, HitBy, Search};

use fixedbitset::FixedBitSet;

use std::rc::Rc;

pub use crate::outline::Sign;
use crate::{Explorer, State, ViewKind, needle::Needle};

/// What the screen depends on besides data and choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderContext {
    /// The interface's language, a BCP 47 tag.
    pub lang: String,
    /// Today, where a clock is at hand; without one nothing is called out of date.
    pub today: Option<CalendarDate>,
    /// Show everything open, as paper does.
    pub unfolded: bool,
}

/// The whole screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What stays at hand.
    pub bar: Bar,
    /// Title and status.
    pub head: Head,
    /// The picture of the law, where it would say something.
    pub picture: Option<Picture>,
    /// Lens, sources and search.
    pub filters: Filters,
    /// What a search came to, besides the body.
    pub search: Search,
    /// Which view the body is.
    pub view: ViewKind,
    /// The view.
    pub body: Body,
    /// What stands below the view on paper, so that nothing is missing there.
    pub appendix: Vec<Body>,
    /// Edition, corrections, credit.
    pub foot: Foot,
}

/// One of the four views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Provisions as cards.
    Provisions(ProvisionsView),
    /// Groups of people.
    Affected(AffectedView),
    /// Organisations.
    Objections(ObjectionsView),
    /// Provisions against groups.
    Matrix(MatrixView),
}

impl Body {
    /// Which view it is.
    pub fn kind(&self) -> ViewKind {
        match self {
            Self::Provisions(_) => ViewKind::Provisions,
            Self::Affected(_) => ViewKind::Affected,
            Self::Objections(_) => ViewKind::Objections,
            Self::Matrix(_) => ViewKind::Matrix,
        }
    }
}

/// A provision that is named, to go to where the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub provision: ProvisionIx,
    /// How it is cited.
    pub citation: Phrase,
    /// Its heading.
    pub heading: Option<Phrase>,
    /// Whether it is in the list; else there is nothing to go to.
    pub listed: bool,
    /// What is objected to there, where that is asked: the titles of concerns.
    pub concerns: Vec<Phrase>,
}

/// Provisions that are named, the first of them where they are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Those named.
    pub named: Vec<Link>,
    /// How many there are.
    pub count: usize,
}

/// Draws the screen for a state.
pub fn screen(explorer: &Explorer, state: &State, context: &RenderContext) -> Screen {
    let builder = ScreenBuilder::new(explorer, state, context);
    let others = ViewKind::ALL.into_iter().filter(|it| context.unfolded && *it != state.view);
    let appendix = others.map(|it| builder.body(it)).list();
    Screen {
        bar: builder.bar(),
        head: builder.head(),
        picture: builder.picture(),
        filters: builder.filters(),
        search: builder.search(),
        view: state.view,
        body: builder.body(state.view),
        appendix,
        foot: builder.foot(),
    }
}

/// The three things that every part of the screen is built from.
struct ScreenBuilder<'a> {
    explorer: &'a Explorer,
    state: &'a State,
    context: &'a RenderContext,
    needle: Rc<Needle>,
    /// Whether the criticism is of earlier drafts, and not one concern has been compared with the
    /// wording that followed.
    unchecked: bool,
}

impl<'a> ScreenBuilder<'a> {
    fn new(explorer: &'a Explorer, state: &'a State, context: &'a RenderContext) -> Self {
        let unchecked = explorer.facts().unchecked;
        Self { explorer, state, context, needle: explorer.find(&state.query).needle, unchecked }
    }

    fn body(&self, view: ViewKind) -> Body {
        match view {
            ViewKind::Provisions => Body::Provisions(self.provisions()),
            ViewKind::Affected => Body::Affected(self.affected()),
            ViewKind::Objections => Body::Objections(self.objections()),
            ViewKind::Matrix => Body::Matrix(self.matrix()),
        }
    }

    fn dataset(&self) -> &'a Dataset {
        self.explorer.dataset()
    }

    fn link(&self, provision: ProvisionIx) -> Option<Link> {
        let record = self.dataset().provision(provision)?;
        let listed = self.explorer.lists(provision);
        let (citation, heading) = (self.phrase(&record.citation), self.heading(record));
        Some(Link { provision, citation, heading, listed, concerns: Vec::new() })
    }

    fn links(&self, provisions: &[ProvisionIx]) -> Links {
        self.first(provisions.len(), &mut provisions.iter().copied())
    }

    /// Those of some provisions that make up a set.
    fn links_of(&self, among: &[ProvisionIx], set: &FixedBitSet) -> Links {
        let has = |it: &ProvisionIx| set.contains(it.index());
        self.first(set.count_ones(..), &mut among.iter().copied().filter(has))
    }

    /// The first of them, as many as a page has.
    fn first(&self, count: usize, provisions: &mut dyn Iterator<Item = ProvisionIx>) -> Links {
        let named = provisions.take(self.window(count).len());
        Links { named: named.filter_map(|provision| self.link(provision)).list(), count }
    }
}

/// Items by a key, least first; those of one key keep their order. One by one: the lists are
/// short, and the library's sort weighs kilobytes for each type that it sorts.
fn ordered_by<T, K: Ord>(items: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        ordered.insert(ordered.partition_point(|(other, _)| *other <= key), (key, item));
    }
    ordered.into_iter().map(|(_, item)| item).list()
}
