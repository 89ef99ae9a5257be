//! The page's fragment, read and written only where the newsroom set `deep-links`.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use explorer::{Explorer, State, merge_fragment, read_fragment, write_fragment};

/// Whose the page's fragment is: one explorer's of a page, because two would overwrite each other.
#[derive(Debug, Default)]
pub struct AddressOwner(RefCell<Weak<()>>);

impl AddressOwner {
    /// Takes the page's fragment; it is given back when what this returns is dropped. None where
    /// another explorer has it.
    pub(crate) fn claim(&self) -> Option<Rc<()>> {
        let mut owner = self.0.borrow_mut();
        if owner.strong_count() > 0 {
            return None;
        }
        let claim = Rc::new(());
        *owner = Rc::downgrade(&claim);
        Some(claim)
    }
}

/// What is wrong where another explorer has the fragment.
pub(crate) const CLAIMED: &str =
    "attribute deep-links: another explorer of this page writes its address; set it on one";

/// The state that a fragment describes; none where it says nothing to us.
pub(crate) fn linked(explorer: &Explorer, fragment: &str) -> Option<State> {
    let start = &explorer.editorial().start;
    read_fragment(explorer.dataset(), start, fragment).map(|it| explorer.admit(it))
}

/// The page's fragment with a state in it; what isn't ours stays.
pub(crate) fn with_state(explorer: &Explorer, fragment: &str, state: &State) -> String {
    merge_fragment(fragment, &ours(explorer, state))
}

/// The address that readers pass on, with a state in it. Where the page's own fragment says the
/// same, it may say more than a law's beginning knows.
pub(crate) fn shared(explorer: &Explorer, story: &str, fragment: &str, state: &State) -> String {
    let same =
        linked(explorer, fragment).is_some_and(|it| ours(explorer, &it) == ours(explorer, state));
    let fragment = if same { fragment.into() } else { with_state(explorer, fragment, state) };
    if fragment.is_empty() { story.into() } else { [story, "#", &fragment].concat() }
}

fn ours(explorer: &Explorer, state: &State) -> String {
    write_fragment(explorer.dataset(), &explorer.editorial().start, state)
}
