//! A strip of marks for the organisations behind a provision, one mark each, grouped by kind: a
//! square for civil society, a ring for industry, a dot for a person, a triangle for any other
//! body. Shape tells them apart where colour doesn't.

use std::fmt::Write;

use dataset::{Camp, OrganisationKind};
use yew::prelude::*;

use crate::{
    components::{
        el::{each, text},
        ui::Ui,
    },
    messages::with,
};

/// In the drawing's own units, which the style sheet scales.
const STEP: usize = 8;
const GAP: usize = 5;

/// More marks than this are not looked at one by one.
const MOST_MARKS: usize = 60;

/// The strip, drawn as one path a kind.
pub(crate) fn strip(ui: &Ui, objectors: &[(OrganisationKind, usize)]) -> Html {
    let mut kinds = Vec::new();
    let mut x = 0;
    let paths = each(objectors, |(kind, count)| {
        kinds.push(ui.language.kind(*kind, *count));
        let mut d = String::new();
        for _ in 0..(*count).min(MOST_MARKS) {
            mark(&mut d, *kind, x);
            x += STEP;
        }
        x += GAP;
        html! { <path {d} /> }
    });
    let label = with(ui.language.objected_by, &kinds.join(ui.language.comma));
    if ui.is_plain() {
        return text(label);
    }
    let width = x.saturating_sub(GAP);
    html! {
        <svg
            class="strip"
            role="img"
            aria-label={label}
            viewBox={format!("0 0 {width} 6")}
            width={width.to_string()}
            height="6"
        >
            { paths }
        </svg>
    }
}

fn mark(path: &mut String, kind: OrganisationKind, x: usize) {
    // Writing to a string cannot fail.
    let _ = match (kind, kind.camp()) {
        (_, Some(Camp::CivilSociety)) => write!(path, "M{x} 0h6v6h-6z"),
        (_, Some(Camp::Industry)) => write!(path, "M{x} 0h6v6h-6zm1.5 1.5v3h3v-3z"),
        (OrganisationKind::Individual, None) => {
            write!(path, "M{x} 3a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z")
        }
        _ => write!(path, "M{x} 6l3 -6l3 6z"),
    };
}
