//! What a newsroom asks of its laws and stories at a terminal: checking, importing, publishing and
//! printing what is pasted. `cargo xtask` calls it, and `npx provision-explorer` is this crate as
//! WebAssembly, so that both say and write the same.

pub mod build_steps;
pub mod cli;
pub mod data;
pub mod init;
#[cfg(target_arch = "wasm32")]
pub mod node;
pub mod prerender;
pub mod publish;
mod stories;
pub mod tree;
