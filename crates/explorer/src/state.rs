//! What a reader has chosen. Everything on the screen follows from it, the data and the options.

use std::ops::Range;

use dataset::{GroupIx, OrganisationIx, ProvisionIx, SourceIx};

use crate::ViewKind;

/// What a reader has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The view.
    pub view: ViewKind,
    /// The lens "I am a …": provisions that bear on any of these; all where it is empty. In the
    /// order of choosing, each once.
    pub audience: Vec<GroupIx>,
    /// Concerns raised by any of these sources; all where it is empty.
    pub sources: Vec<SourceIx>,
    /// The text in the search field, as typed.
    pub query: String,
    /// The provisions that are open, in the order of opening; the last is the one being read.
    pub open: Vec<ProvisionIx>,
    /// The organisations that are open, in the order of opening.
    pub organisations: Vec<OrganisationIx>,
    /// The cell of the matrix that is open.
    pub cell: Option<(ProvisionIx, GroupIx)>,
    /// How much of a long list is on the screen. It is no part of a link.
    pub window: Window,
    /// The part of the picture that is drawn alone, from one provision to another. It is no part of a
    /// link either.
    pub part: Option<(ProvisionIx, ProvisionIx)>,
    /// The provisions that a choice of groups has opened, and nothing else since: they close when it
    /// is taken back. It is no part of a link either.
    pub answered: Vec<ProvisionIx>,
    /// What is unfolded besides. It is no part of a link either.
    pub folds: Vec<Fold>,
}

/// A part of a long list, in pages, so that a law of any length is drawn at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    first: usize,
    pages: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { first: 0, pages: 1 }
    }
}

impl Window {
    /// How many items a page has: a few screens of a phone, drawn within a frame or two.
    pub const PAGE: usize = 25;
    /// The longest list that is shown whole without being asked for.
    pub const WHOLE: usize = 2 * Self::PAGE;
    /// Everything.
    pub const ALL: Self = Self { first: 0, pages: usize::MAX };

    /// The page with an item in it.
    pub fn around(place: usize) -> Self {
        Self { first: place / Self::PAGE, pages: 1 }
    }

    /// The same and a page before it.
    pub(crate) fn earlier(self) -> Self {
        let first = self.first.saturating_sub(1);
        Self { first, pages: self.pages.saturating_add(self.first - first) }
    }

    /// The same and a page after it.
    pub(crate) fn later(self) -> Self {
        Self { pages: self.pages.saturating_add(1), ..self }
    }

    /// What it shows of a list of some length; the first page where it lies behind the end.
    pub fn of(self, len: usize) -> Range<usize> {
        if len <= Self::WHOLE {
            return 0..len;
        }
        let first = self.first.saturating_mul(Self::PAGE);
        let start = if first < len { first } else { 0 };
        start..start.saturating_add(self.pages.saturating_mul(Self::PAGE)).min(len)
    }
}

/// What is drawn only once a reader unfolds it, besides provisions and organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// The groups to choose among.
    Audience,
    /// The sources to choose among.
    Sources,
    /// The list of all sources.
    Documents,
    /// Who or what is missing.
    Missing,
    /// Corrections.
    Corrections,
    /// The table of the matrix, where there is room for lists alone.
    Table,
}

impl Fold {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Audience,
        Self::Sources,
        Self::Documents,
        Self::Missing,
        Self::Corrections,
        Self::Table,
    ];
}

impl State {
    /// The provision being read.
    pub fn current(&self) -> Option<ProvisionIx> {
        self.open.last().copied()
    }

    /// Whether anything is left out of the list.
    pub fn is_filtered(&self) -> bool {
        !self.audience.is_empty() || !self.sources.is_empty() || !self.query.trim().is_empty()
    }
}

/// What the newsroom has chosen, in this dataset's terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditorialConfig {
    /// Highlighted provisions in editorial order, each once.
    pub highlight: Vec<ProvisionIx>,
    /// Show the highlighted ones alone, with what they contain.
    pub only: bool,
    /// The editor's notes.
    pub notes: Vec<(ProvisionIx, String)>,
    /// A heading in place of the dataset's title.
    pub heading: Option<String>,
    /// What this is, in a sentence beneath the heading.
    pub dek: Option<String>,
    /// Of which level the heading is, 2 to 6; none: the second.
    pub heading_level: Option<u8>,
    /// What a reader finds chosen at first, and returns to by "reset".
    pub start: State,
}

impl EditorialConfig {
    /// The editor's note on a provision.
    pub fn note(&self, provision: ProvisionIx) -> Option<&str> {
        let mut notes = self.notes.iter();
        notes.find(|(on, _)| *on == provision).map(|(_, note)| note.as_str())
    }
}

/// Something that a reader, or a page on the reader's behalf, does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Turn to a view.
    Turn(ViewKind),
    /// Take a group into the lens, or out of it.
    ToggleGroup(GroupIx),
    /// Take a source into the filter, or out of it.
    ToggleSource(SourceIx),
    /// Look for a text.
    Search(String),
    /// Look for a text that was offered in place of what was typed.
    SearchInstead(String),
    /// Show everything again; what is open stays open.
    ClearFilters,
    /// Take back what is chosen, and look for the same.
    ClearChoices,
    /// Look through the lens of one group alone, at the provisions that bear on it; open while they
    /// are few.
    LookAs(GroupIx),
    /// Open a provision where it stands, or close it.
    Toggle(ProvisionIx),
    /// Close a provision from its end: sight and focus go to its head.
    Close(ProvisionIx),
    /// Go to a provision: its card, open, whatever was filtered out before.
    Select(ProvisionIx),
    /// Go to these words of a provision's card, which has them where it is open.
    SelectWords(ProvisionIx, String),
    /// Close the provision being read and open the one after it in the list.
    Next,
    /// Close the provision being read and open the one before it in the list.
    Previous,
    /// Open an organisation, or close it.
    ToggleOrganisation(OrganisationIx),
    /// Go to an organisation among all that speak, open.
    VisitOrganisation(OrganisationIx),
    /// Go to those who see it otherwise, whatever is looked for.
    VisitOthers,
    /// Open a cell of the matrix, or close it.
    ToggleCell(ProvisionIx, GroupIx),
    /// Draw a part of the picture alone, from one provision to another, or all of it again.
    ShowPart(Option<(ProvisionIx, ProvisionIx)>),
    /// Unfold something, or fold it.
    ToggleFold(Fold),
    /// Show more of a long list: what comes before.
    ShowEarlier,
    /// Show more of a long list: what comes next.
    ShowMore,
    /// Show the whole of a long list.
    ShowAll,
    /// Return to what was chosen at first.
    Reset,
    /// Return to something chosen earlier: a link, or a step back in the page's history.
    Restore(State),
}

impl Action {
    /// Whether other lists take the place of those on the screen, from their beginnings on.
    pub fn renews_lists(&self) -> bool {
        matches!(
            self,
            Self::Turn(_)
                | Self::ToggleGroup(_)
                | Self::ToggleSource(_)
                | Self::Search(_)
                | Self::SearchInstead(_)
                | Self::ClearFilters
                | Self::ClearChoices
                | Self::LookAs(_)
        )
    }
}
