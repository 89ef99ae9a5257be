//! What is done in a worker, which may take long and may end badly: `background.js` beside this file.

use wasm_bindgen::prelude::*;
use web_sys::{File, js_sys::Uint8Array};

#[wasm_bindgen(module = "/src/background.js")]
extern "C" {
    /// Has a worker do a task of `www/worker.js` with these bytes, as `order` says. `said` hears how far
    /// it is, `done` what has come of it, or else why nothing has, and whether no worker began.
    pub(crate) fn work(task: &str, order: &str, bytes: &Uint8Array, said: &JsValue, done: &JsValue);
    /// Draws a picture, given as JSON. `done` hears the file, why there is none, and whether nothing
    /// that draws began.
    pub(crate) fn draw(job: &str, done: &JsValue);
    /// Asks something of a law's files, which are those of that number; `law` is the dataset of the law
    /// that is open, where the question is about it. `done` hears the answer or why there is none;
    /// and, where no worker began, whether none will for another question either.
    #[wasm_bindgen(js_name = askLaw)]
    pub(crate) fn ask_law(
        number: u32,
        files: Vec<File>,
        question: &str,
        law: Option<&str>,
        done: &JsValue,
    );
    /// Gives up what is being done of a task.
    pub(crate) fn stop(task: &str);
}
