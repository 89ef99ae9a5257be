//! What a reader sees, one part a file with its style sheet beside it in `styles/`. They draw
//! view structs, send actions and commands, and touch no browser interface while they render.
//!
//! All are plain functions from a view to markup. A Yew component costs each reader two kilobytes
//! and needs its views comparable, which costs more; the one component is the whole box in `app`, and
//! a module that is published can draw no other (`UNUSED` in `xtask/src/build/snip.rs`).

pub(crate) mod affected;
pub(crate) mod answer;
pub(crate) mod bar;
pub(crate) mod concern;
pub(crate) mod el;
pub(crate) mod evidence;
pub(crate) mod filters;
pub(crate) mod foot;
mod found;
pub(crate) mod head;
pub(crate) mod headings;
pub(crate) mod matrix;
pub(crate) mod objections;
pub(crate) mod organisation;
pub(crate) mod pages;
pub(crate) mod picture;
pub(crate) mod picture_shapes;
pub(crate) mod provision_card;
pub(crate) mod provisions;
pub(crate) mod ranking;
pub(crate) mod request;
pub(crate) mod switch;
pub(crate) mod ui;
pub(crate) mod waiting;
pub(crate) mod words;
