//! The drawing of pictures as a module of its own, with its fonts: a page fetches it when there is one
//! to draw.

use picture::Order;
use wasm_bindgen::prelude::*;

/// Draws a [`picture::Order`], given as JSON. Returns a PNG file, the same bytes as on a host.
///
/// # Errors
/// A sentence behind which picture it is, where the words have no room or letters.
#[wasm_bindgen]
pub fn draw(order: &str) -> Result<Vec<u8>, JsValue> {
    let refused = |why: &dyn ToString| JsValue::from_str(&why.to_string());
    let order: Order = serde_json::from_str(order).map_err(|why| refused(&why))?;
    picture::png(&order).map_err(|why| refused(&why))
}
