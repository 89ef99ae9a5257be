//! What happens at the desk, as messages.

use std::ops::Range;

use authoring::Path;
use desk::{Act, Key, Who};
use web_sys::File;

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    Act(Act),
    /// A letter more or less in a cell.
    Typed(Act),
    Undo,
    Redo,
    /// A dataset or a workbook to go on with.
    Open(Vec<File>),
    /// The document that is to come, as a file.
    OpenText(Vec<File>),
    /// The text of a source that is listed.
    OpenTextOf(String, Vec<File>),
    /// Files that have been read, for one of those.
    Read(Wanted, Vec<(String, Vec<u8>)>, Option<String>),
    /// So many pages of a PDF have been read, of how many.
    Pages(u32, u32),
    /// The text of a PDF is here, or why not.
    Laid(Result<String, String>),
    /// Reading it is given up.
    Stop,
    /// The form takes the next document that was read.
    Next,
    /// A document that was read is not to come, by its place.
    LeaveOut(usize),
    /// A dataset that another page hands over, as JSON.
    Given(String),
    /// A field of the document that is to come.
    New(Field, String),
    AddSource,
    /// The source that is read.
    Source(String),
    /// The concern that is worked on, by its place.
    Concern(usize),
    Key(Key),
    /// A sentence was pointed at.
    Select(Range<usize>),
    /// A mouse may have selected words.
    Point,
    /// The selection is evidence of the concern.
    Quote,
    /// The selection is a new concern.
    Begin,
    /// The selection asks for something.
    Ask,
    /// The selection answers the concern, or the law as a whole.
    Reply,
    /// The selection says where those behind the document stand.
    Position,
    /// Another law stands beside the concern: one that is cited, by its place, or the selection.
    Relate(Option<usize>),
    /// A citation is a concern.
    Take(usize),
    /// A citation is none, or may be one after all.
    Dismiss(usize, bool),
    /// A citation's words are selected in the text.
    Show(usize),
    /// To the next citation that nobody has said anything of.
    NextCitation,
    GroupName(String),
    AddGroup,
    /// The list of signatories.
    List(String),
    /// The selection is that list.
    Names,
    Role(String),
    Kind(String),
    Line(usize, Who),
    Sign,
    Table(String),
    Page(usize),
    AddRow(Option<Path>),
    /// To a place of the dataset.
    Go(Path),
    /// To a part of the page.
    Focus(&'static str),
    Save,
    /// What goes onto the newsroom's site, as an archive.
    Publish,
    /// The dataset goes to the configurator.
    Configure,
    /// It went there, or no window opened.
    Handed(bool),
    SaveText(String),
    /// The texts that stand in no file, as an archive.
    SaveTexts,
    Settled,
}

/// A field of the document that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Publisher,
    Date,
    Address,
    Text,
}

/// What files were opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Dataset,
    Text,
    TextOf(String),
}
