//! The configurator: the page on which a journalist makes an explorer of a story, and takes the
//! snippet. It is made of the widget's own crates, and the widget knows nothing of it.

mod act;
mod app;
mod archive;
mod background;
mod check;
mod colour;
mod desk;
mod draft;
mod files;
mod history;
mod kind;
mod law;
mod law_files;
mod model;
mod msg;
mod page;
mod routing;
mod share;
mod start;
mod steps;
mod systems;
mod view;
mod without;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, js_sys::Uint8Array};

use app::{Configurator, Props};
use law::Law;

/// Draws the page into an element. `law` is the text of the dataset that ships, `styles` the path of
/// the widget's style sheet beside its loader.
///
/// # Errors
/// Where the dataset cannot be shown.
#[wasm_bindgen]
pub fn start(root: Element, law: String, styles: String) -> Result<(), JsValue> {
    let law =
        Law::read(law, None, None).map_err(|problems| JsValue::from_str(&problems.join("\n")))?;
    let props = Props { law: Rc::new(law), styles: styles.into() };
    yew::Renderer::<Configurator>::with_root_and_props(root, props).render();
    Ok(())
}

/// The text of a PDF, whose pages and properties `www/pdf.js` hands over as JSON, with what is to be told of
/// it: as JSON again.
///
/// # Errors
/// A sentence to be said behind the file's name, where there is no text in it.
#[wasm_bindgen(js_name = layOut)]
pub fn lay_out(file: &str) -> Result<String, JsValue> {
    desk::lay_out(file).map_err(|why| JsValue::from_str(&why))
}

/// The text of a document that is no PDF, by its bytes and what is ordered of it: both that and the answer
/// are JSON.
///
/// # Errors
/// A sentence to be said behind the file's name, where there is no text in it.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document(order: &str, bytes: &[u8]) -> Result<String, JsValue> {
    desk::read_document(order, bytes).map_err(|why| JsValue::from_str(&why))
}

/// A law's files as `www/worker.js` has them read, to be asked for what the page shows.
#[wasm_bindgen]
pub struct LawReader(start::Reader);

#[wasm_bindgen]
impl LawReader {
    /// Reads a law in one file or in several, by their names and bytes.
    ///
    /// # Errors
    /// Each file that can't be read, a sentence a line.
    pub fn open(names: Vec<String>, bytes: Vec<Uint8Array>) -> Result<Self, JsValue> {
        let bytes = bytes.into_iter().map(|it| it.to_vec());
        let files: Vec<_> = names.into_iter().zip(bytes).collect();
        start::Reader::open(&files).map(Self).map_err(|why| JsValue::from_str(&why))
    }

    /// Answers a question, both as JSON. `law` is the dataset of the law that is open on the page, where
    /// the question is about it.
    ///
    /// # Errors
    /// What stands in the way, in a sentence.
    pub fn ask(&self, question: &str, law: Option<String>) -> Result<String, JsValue> {
        let answer = self.0.answer(question, &law.unwrap_or_default());
        answer.map_err(|why| JsValue::from_str(&why))
    }
}

/// Draws the desk into an element.
#[wasm_bindgen(js_name = startDesk)]
pub fn start_desk(root: Element) {
    yew::Renderer::<desk::Desk>::with_root(root).render();
}
