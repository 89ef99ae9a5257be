//! The explorer as HTML, made on a host without a browser: the same components, the same view
//! structs.

mod json_ld;

use std::{collections::HashSet, rc::Rc};

use explorer::{
    Explorer, State, ViewKind,
    view::{Backers, Body, Screen, Setting, screen},
};
use futures::executor::block_on;
use yew::{Callback, LocalServerRenderer};

use crate::{App, AppProps, Language, Ui};

pub use json_ld::json_ld;

/// What stands inside the element for readers without script: all that the dataset says, as plain
/// HTML that needs no class, style or script, with the ids of provisions to jump to.
/// It knows no day, so it calls nothing out of date: it may be read years from now.
pub fn light(explorer: &Explorer, language: Language) -> String {
    let setting = Setting { lang: language.tag.into(), today: None, unfolded: true };
    let props = AppProps {
        screen: everything(explorer, &setting).into(),
        ui: Ui {
            language,
            act: Callback::noop(),
            errand: Callback::noop(),
            linkable: false,
            plain: Some(Rc::new(explorer.dataset().clone())),
        },
        notice: None,
        compact: false,
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    bare(&block_on(renderer.render()))
}

/// The provisions, and all other views below them.
fn everything(explorer: &Explorer, setting: &Setting) -> Screen {
    let view = |view| {
        let state = State { view, ..State::default() };
        screen(explorer, &state, setting)
    };
    let others = [ViewKind::Affected, ViewKind::Objections, ViewKind::Matrix];
    let appendix: Vec<Body> = others.map(|kind| view(kind).body).into();
    let mut all = Screen { appendix, ..view(ViewKind::Provisions) };
    say_once(&mut all.body);
    all
}

/// Whoever reads it all needs each thing once. What a concern rests on stands where the law first
/// gives rise to it, and the line "also about" leads there from everywhere else; the names behind a
/// document stand with the first words quoted from it.
fn say_once(body: &mut Body) {
    let Body::Provisions(view) = body else { return };
    let (mut concerns, mut sources) = (Vec::new(), Vec::new());
    let details = view.cards.iter_mut().filter_map(|card| card.detail.as_mut());
    for concern in details.flat_map(|detail| &mut detail.concerns) {
        if concerns.contains(&concern.concern) {
            concern.evidence.clear();
            concern.requests.clear();
            concern.related.clear();
            continue;
        }
        concerns.push(concern.concern);
        for evidence in &mut concern.evidence {
            if sources.contains(&evidence.source.source) {
                evidence.backers = Backers::default();
            } else {
                sources.push(evidence.source.source);
            }
        }
    }
}

/// Markup with nothing in it but meaning: what a newsroom's own sanitizer lets through.
fn bare(html: &str) -> String {
    let attributes = HashSet::from(["id", "lang", "dir"]);
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .add_tags(["section", "q"])
        .generic_attributes(attributes)
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("time", ["datetime"])
        .link_rel(None);
    cleaner.clean(html).to_string()
}
