//! A state of the dataset with the step that led there, so that undo and redo can say what they did.

use std::rc::Rc;

use desk::{Document, NewSource};

/// The dataset after a step.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) document: Rc<Document>,
    /// The step as a thing: `the document “Letter”`.
    pub(crate) step: String,
    /// The form that the step has emptied.
    pub(crate) form: Option<Form>,
}

/// Steps that lead to the same are none.
impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
    }
}

/// The form of the document that is to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) new: NewSource,
    pub(crate) filled: Filled,
    /// What is to be known of the text that was read last, below the file's name.
    pub(crate) told: Option<(String, Vec<String>)>,
}

/// What the file that was opened last put into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled {
    /// The file's name; empty where no file's text is in the form.
    pub(crate) name: String,
    pub(crate) said: NewSource,
}
