//! What an explorer takes from where it stands: language, day, options.

use dataset::{CalendarDate, Node};
use options::{Layer, Origin};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, js_sys};

use crate::messages::Language;

/// The language asked for, or else that of the text around the element; the interface's own
/// fallback where it speaks neither.
pub(super) fn language(host: &HtmlElement, asked: Option<&str>) -> Language {
    let around = || {
        let element: &Element = host.unchecked_ref();
        element.closest("[lang]").ok().flatten().and_then(|it| it.get_attribute("lang"))
    };
    let wanted = asked.map(ToString::to_string).or_else(around);
    wanted.and_then(|tag| Language::of(&tag)).unwrap_or_else(Language::fallback)
}

/// The day on the reader's clock.
pub(super) fn today() -> Option<CalendarDate> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    CalendarDate::from_ymd(year, month, u8::try_from(now.get_date()).ok()?)
}

/// The layers of options that the loader collected, and what is wrong with the JSON among them.
pub(super) fn layers(from: &JsValue) -> (Vec<Layer>, Option<String>) {
    let get = |name: &str| js_sys::Reflect::get(from, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let mut wrong = None;
    let child = get("child").as_string().map(|text| {
        js_sys::JSON::parse(&text).map_or_else(
            |error| {
                let error = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
                let error: String = error.map(Into::into).unwrap_or_default();
                wrong = Some(format!("script.provision-explorer-options: not JSON: {error}"));
                Node::Null
            },
            super::tree,
        )
    });
    let layers = [
        (Origin::Attributes, super::tree(get("attributes"))),
        (Origin::Property, super::tree(get("property"))),
        (Origin::Child, child.unwrap_or(Node::Null)),
    ];
    (layers.into_iter().map(|(origin, values)| Layer { origin, values }).collect(), wrong)
}
