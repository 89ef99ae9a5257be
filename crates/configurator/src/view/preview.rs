//! What readers will see: the real explorer, and what stands there without script.

use yew::prelude::*;

use crate::{
    model::{Model, Width},
    msg::Msg,
    view::ui::{Send, radios},
    without::Without,
};

pub(crate) fn preview(model: &Model, send: &Send) -> Html {
    let widths = [
        (Width::Phone, "Phone, 320 px".to_owned()),
        (Width::Tablet, "Tablet, 768 px".to_owned()),
        (Width::Full, "All there is".to_owned()),
    ];
    let schemes = [
        (None, "As this page".to_owned()),
        (Some(false), "On light".to_owned()),
        (Some(true), "On dark".to_owned()),
    ];
    let width = match model.width {
        Width::Phone => "phone",
        Width::Tablet => "tablet",
        Width::Full => "full",
    };
    html! {
        <section id="preview" tabindex="-1" aria-labelledby="preview-head">
            <h2 id="preview-head">{ "What readers see" }</h2>
            <div class="switches">
                { radios("width", "Width", &widths, model.width, send, Msg::Width) }
                { radios("scheme", "Page around it", &schemes, model.dark, send, Msg::Scheme) }
            </div>
            <div class={classes!("frame", width)} tabindex="0" role="region" aria-label="Preview">
                <iframe id="preview-frame" title="Preview of the explorer" src="./preview.html" />
            </div>
            <details id="static">
                <summary>{ "What readers without script see" }</summary>
                if let Without::Words(words) = &model.without {
                    <p>{ *words }</p>
                }
                <iframe id="static-frame" title="Preview without script" hidden={matches!(model.without, Without::Words(_))} />
            </details>
        </section>
    }
}
