//! What is done in a worker, which may take long and may end badly: `background.js` beside this file.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Uint8Array;

#[wasm_bindgen(module = "/src/background.js")]
extern "C" {
    /// Has a worker do a task of `www/worker.js` with these bytes. `said` hears how far it is, `done`
    /// what has come of it, or else why nothing has.
    pub(crate) fn work(task: &str, bytes: &Uint8Array, said: &JsValue, done: &JsValue);
    /// Gives up what is being done.
    pub(crate) fn stop();
}
