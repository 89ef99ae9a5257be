//! The light twin: what a dataset says as markup, for readers without script and for machines.

use provision_explorer::{
    Language,
    ssr::{json_ld, light},
};
use serde_json::Value;

use crate::{dataset::is_address, html::elements, story::Story};

/// A story's law: nothing in it becomes markup of its own, and every link leads to the web or to
/// a place on the page.
pub fn twin(data: &[u8]) {
    let text = crate::text(data);
    let Some(Story { explorer, setting }) = Story::of(&text) else { return };
    let language = Language::of(&setting.lang).unwrap_or_else(Language::fallback);
    let html = light(&explorer, language);
    for element in elements(&html) {
        assert!(KNOWN.contains(&format!(" {} ", element.name)), "<{}>", element.name);
        for (name, value) in &element.attributes {
            let sound = match name.as_str() {
                "href" | "cite" => value.starts_with('#') || is_address(value),
                "id" | "lang" | "dir" | "open" | "datetime" | "scope" | "colspan" | "rowspan" => {
                    true
                }
                _ => false,
            };
            assert!(sound, "<{} {name}={value:?}>", element.name);
        }
    }
    a_script_holds_it(&json_ld(explorer.dataset()));
}

/// What the components are made of, without script.
const KNOWN: &str = " a article b bdi blockquote caption dd del details div dl dt figcaption figure footer h1 \
    h2 h3 h4 h5 h6 header i ins li ol p q section span strong summary table tbody td tfoot th thead time \
    tr ul ";

fn a_script_holds_it(json: &str) {
    let page = format!("<script type=\"application/ld+json\">{json}</script><p>end</p>");
    let elements = elements(&page);
    let names: Vec<&str> = elements.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["script", "p"], "{json}");
    let script = elements.first().map(|it| it.text.as_str()).unwrap_or_default();
    let value: Value = serde_json::from_str(script).expect("what the script holds is JSON");
    assert_eq!(value.get("@context"), Some(&"https://schema.org".into()));
}
