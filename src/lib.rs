//! Provision Explorer: an explorer of a law's provisions, the concerns raised about them and who
//! raised them, as a custom element for news articles.
//!
//! `components` draw view structs and know no browser; `embed` is the one room that does.

mod app;
mod components;
#[cfg(target_arch = "wasm32")]
pub mod embed;
mod messages;

pub use app::{App, AppProps, Drawn};
pub use components::ui::{Errand, Notice, Ui};
pub use messages::{Catalogue, Language};
