//! What happens on the page, as messages: the views send them, `app` alone acts on them. Nothing of
//! the page's state or drawing is in here, so that views and component needn't know one another.

use snippets::{Colour, Form};
use web_sys::File;

use crate::{
    act::Act, archive::Drawn, check::CheckTarget, model::Width, start::Step, systems::Destination,
};

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    Act(Act),
    /// A letter more or less in a field.
    Typed(Act),
    /// A link with a draft was followed.
    Linked,
    /// A colour that was picked, readable or not.
    Accent(Option<Colour>),
    Undo,
    Redo,
    Search(String),
    Width(Width),
    Scheme(Option<bool>),
    Drag(Option<usize>),
    Drop(usize),
    Go(CheckTarget),
    Example,
    Copy(Copied),
    /// What became of copying.
    WasCopied(Copied, bool),
    SaveSnippet,
    SaveDraft,
    Download(Download),
    /// Hands over what goes onto the newsroom's site.
    Publish,
    /// What became of the next picture for it.
    Drawn(Drawn),
    /// Gives up what goes onto the site.
    StopArchive,
    /// Whether a link to the draft brings the story's text along.
    LinkStory(bool),
    Keep(bool),
    Wipe,
    OpenStory(Vec<File>),
    OpenDraft(Vec<File>),
    /// A snippet or a draft that was pasted.
    Pasted(String),
    /// Opens that.
    OpenPasted,
    OpenLaw(Vec<File>),
    FetchLaw,
    /// The law goes on the desk, a page of its own.
    Desk,
    /// It went there, or no window opened.
    Handed(bool),
    /// A dataset that the desk hands over, as JSON.
    Given(String),
    Bundled,
    /// Files that have been read, for one of those.
    Read(Wanted, Vec<(String, Vec<u8>)>, Option<String>),
    /// What came from an address, and from beside it: files, or why there are none.
    Fetched(String, Result<Vec<publish::File>, String>),
    /// The preview is there, or has drawn: whether something is too wide.
    Preview(bool, bool),
    Settled,
    /// Something with a law's own file.
    Start(Step),
}

impl Msg {
    /// What the system takes was chosen, whichever system that is.
    pub(crate) fn form(form: Form) -> Self {
        Self::Act(Act::Destination(Destination::of(form)))
    }
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    Story,
    Snippet,
    Css,
    Link,
    /// The address of the story's page.
    StoryPage,
    /// What a picture says, by its place.
    Alternative(usize),
}

/// What can be downloaded of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Download {
    Template,
    Workbook,
    Dataset,
}

/// What files were opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Story,
    Draft,
    Law,
}
