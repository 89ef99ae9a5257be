//! What one explorer decides, without a browser. [`Session`] holds the state of one explorer on a
//! page, [`Store`] a dataset that any number of them show. Both are machines: a message goes in,
//! effects come out, and whoever holds them (`src/embed`) carries the effects out and reports back
//! by messages. No Yew, no `web-sys`, no clock: what only a browser knows comes with a message.

#![forbid(unsafe_code)]

mod address;
mod anchors;
mod command;
mod configure;
mod drawing;
mod effect;
mod event;
mod msg;
mod part;
mod reconfigure;
mod run;
mod session;
mod start;
mod store;

pub use address::AddressOwner;
pub use anchors::{CHOICE, END, OTHERWISE, fold_id, organisation_id};
pub use command::{Command, Notice};
pub use configure::{configure, layers};
pub use drawing::Scene;
pub use effect::{Effect, FocusPlan};
pub use msg::{AddressChange, Msg};
pub use part::{Fetching, Part};
pub use session::Session;
pub use start::Mount;
pub use store::{Export, Exports, Store, StoreEffect, StoreMsg};
