//! The ids of what a session can find again on the page. A provision's is its own.

use dataset::OrganisationIx;
use explorer::Fold;

/// The id of the explorer's title.
pub(crate) const TITLE: &str = "explorer.title";

/// The id of what stands behind all else in an explorer.
pub const END: &str = "explorer.end";

/// The id of where groups are chosen.
pub const CHOICE: &str = "explorer.choice";

/// The id of those who see it otherwise.
pub const OTHERWISE: &str = "explorer.otherwise";

/// The id of something that folds.
pub fn fold_id(fold: Fold) -> String {
    format!("fold.{}", fold as u8)
}

/// The id of an organisation in the list of objections.
pub fn organisation_id(organisation: OrganisationIx) -> String {
    format!("organisation.{}", organisation.index())
}
