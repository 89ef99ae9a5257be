//! What a reader sees, one component a file with its style sheet beside it in `styles/`. They draw
//! view structs, send actions and errands, and touch no browser interface while they render.
//!
//! Most are plain functions. A Yew component costs each reader two kilobytes, so only what is drawn
//! many times and mostly stays the same is one: a card and an organisation.

pub(crate) mod affected;
pub(crate) mod concern;
pub(crate) mod evidence;
pub(crate) mod filters;
pub(crate) mod foot;
pub(crate) mod head;
pub(crate) mod matrix;
pub(crate) mod objections;
pub(crate) mod organisation;
pub(crate) mod provision_card;
pub(crate) mod provisions;
pub(crate) mod request;
pub(crate) mod strip;
pub(crate) mod switch;
pub(crate) mod ui;
pub(crate) mod words;
