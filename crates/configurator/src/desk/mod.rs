//! The desk: the page on which an editor makes a dataset of a law and of what documents say about it.
//! What a step makes of the dataset is decided in the crate `desk`; here is its page.

mod app;
mod document;
mod files;
mod model;
mod msg;
mod pdf;
mod steps;
mod taking;
#[cfg(test)]
mod tests;
mod version;
mod view;

pub(crate) use app::Desk;
pub(crate) use document::read as read_document;
pub(crate) use pdf::lay_out;
