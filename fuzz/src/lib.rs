//! What must hold for any input at all, said once: a function for each kind of input that comes
//! from elsewhere. libFuzzer calls them from `fuzz_targets`, a function a file; `tests/corpus.rs`
//! calls them on each file of `corpus/`, with the ordinary compiler. Whatever breaks a promise
//! fails an assertion.
//!
//! Inputs are texts that a person can read and write, so that a seed says by itself what it is.

#![forbid(unsafe_code)]
#![allow(
    clippy::missing_panics_doc,
    reason = "to fail where a promise is broken is what these are for"
)]

mod citations;
mod compiled;
mod dataset;
mod fragment;
mod html;
mod law;
mod layout;
mod mentions;
mod messages;
mod opened;
mod options;
mod screen;
mod statute;
mod story;
mod twin;
mod workbook;

pub use self::{
    citations::citations, compiled::compiled, dataset::dataset, fragment::fragment, layout::layout,
    mentions::mentions, messages::messages, opened::opened, options::options, statute::statute,
    story::story, twin::twin, workbook::workbook,
};

/// A target's name, which is that of its folder in `corpus/`, and what holds for its inputs.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 13] = [
    ("citations", citations),
    ("compiled", compiled),
    ("dataset", dataset),
    ("fragment", fragment),
    ("layout", layout),
    ("mentions", mentions),
    ("messages", messages),
    ("opened", opened),
    ("options", options),
    ("statute", statute),
    ("story", story),
    ("twin", twin),
    ("workbook", workbook),
];

/// What the outside sends is text, and what isn't becomes text as it would in a browser.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// No item comes twice.
fn each_once<T: PartialEq + std::fmt::Debug>(list: &[T]) {
    for (place, item) in list.iter().enumerate() {
        assert!(!list.iter().take(place).any(|other| other == item), "{item:?} comes twice");
    }
}
