//! What a reader has chosen. Everything on the screen follows from it, the data and the options.

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
pub struct Brief {
    /// Highlighted provisions in editorial order, each once.
    pub highlight: Vec<ProvisionIx>,
    /// Show the highlighted ones alone, with what they contain.
    pub only: bool,
    /// The editor's notes.
    pub notes: Vec<(ProvisionIx, String)>,
    /// A heading in place of the dataset's title.
    pub heading: Option<String>,
    /// What a reader finds chosen at first, and returns to by "reset".
    pub start: State,
}

impl Brief {
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
    /// Show everything again; what is open stays open.
    ClearFilters,
    /// Look through the lens of one group alone, at the provisions that bear on it.
    LookAs(GroupIx),
    /// Open a provision where it stands, or close it.
    Toggle(ProvisionIx),
    /// Go to a provision: its card, open, whatever was filtered out before.
    Select(ProvisionIx),
    /// Close the provision being read and open the one after it in the list.
    Next,
    /// Close the provision being read and open the one before it in the list.
    Previous,
    /// Open an organisation, or close it.
    ToggleOrganisation(OrganisationIx),
    /// Open a cell of the matrix, or close it.
    ToggleCell(ProvisionIx, GroupIx),
    /// Return to what was chosen at first.
    Reset,
    /// Return to something chosen earlier: a link, or a step back in the page's history.
    Restore(State),
}
