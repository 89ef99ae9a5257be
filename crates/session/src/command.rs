//! What a reader asks for beside the screen, and what came of it.

use dataset::ProvisionIx;

use crate::Part;

/// Something to be done beside the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Copy a link to what is on the screen, by the button of a card or of the foot.
    CopyLink(Option<ProvisionIx>),
    /// Copy a citation of a provision and its sources.
    CopyCitation(ProvisionIx),
    /// Download the dataset as JSON.
    DownloadJson,
    /// Download the concerns as a table.
    DownloadCsv,
    /// Go past the explorer's end, on with the story.
    Leave,
    /// Go to where groups are chosen.
    Choose,
    /// Print what the reader chose.
    Print,
    /// Print everything.
    PrintAll,
    /// Fetch once more what failed.
    FetchAgain(Part),
}

/// What a command came to; it goes with the reader's next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It has been copied.
    Copied(Command),
    /// The page may not copy; this is the text.
    CopyByHand(Command, String),
    /// It could not be fetched.
    Failed(Command),
}
