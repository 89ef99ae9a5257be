//! Provision Explorer: an explorer of a law's provisions, the concerns raised about them and who
//! raised them, as a custom element for news articles.
//!
//! `components` draw view structs and know no browser; `embed` is the one room that does, and what it
//! carries out is decided by `crates/session`.

mod app;
mod components;
#[cfg(all(target_arch = "wasm32", not(feature = "ssr")))]
pub mod embed;
mod messages;
#[cfg(feature = "ssr")]
pub mod ssr;

pub use app::{App, AppProps, Drawn};
pub use components::ui::Ui;
pub use messages::{Catalogue, Language, around, fill, with};
pub use session::configure;

/// A small allocator in place of the standard library's, which costs each reader 1.4 KB more.
#[cfg(all(target_arch = "wasm32", not(feature = "ssr")))]
#[global_allocator]
#[expect(
    unsafe_code,
    reason = "sound where one thread runs, as in every WebAssembly module of ours"
)]
static ALLOCATOR: talc::TalckWasm = unsafe { talc::TalckWasm::new_global() };
