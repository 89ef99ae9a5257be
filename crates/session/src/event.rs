//! What the page is told of an explorer, and when.

use contract::Event;
use explorer::{Explorer, State};

use crate::Effect;

/// The explorer is on the screen.
pub(crate) fn ready(explorer: &Explorer) -> Event {
    let dataset = explorer.dataset();
    let (records, listed) = (dataset.records(), explorer.all().len());
    Event::Ready {
        dataset: records.id.clone(),
        edition: records.edition.number as usize,
        // A law's beginning knows how many provisions the whole has.
        provisions: if listed == dataset.provisions().len() { dataset.size() } else { listed },
    }
}

/// What follows from one state to the next: what was closed, what was opened, then the filter.
pub(crate) fn between(
    explorer: &Explorer,
    before: &State,
    after: &State,
    effects: &mut Vec<Effect>,
) {
    for (here, there, open) in [(before, after, false), (after, before, true)] {
        let turned = here.open.iter().filter(|it| !there.open.contains(it));
        for record in turned.filter_map(|it| explorer.dataset().provision(*it)) {
            effects.push(Effect::Dispatch(Event::Select {
                id: record.id.as_str().to_owned(),
                citation: record.citation.original().to_owned(),
                open,
            }));
        }
    }
    if !is_same_filter(before, after) {
        effects.push(Effect::Dispatch(filter(explorer, after)));
    }
}

fn filter(explorer: &Explorer, state: &State) -> Event {
    let dataset = explorer.dataset();
    let (mut audience, mut sources) = (Vec::new(), Vec::new());
    for record in state.audience.iter().filter_map(|it| dataset.group(*it)) {
        audience.push(record.id.as_str().to_owned());
    }
    for record in state.sources.iter().filter_map(|it| dataset.source(*it)) {
        sources.push(record.id.as_str().to_owned());
    }
    Event::Filter {
        view: state.view.word().to_owned(),
        audience,
        sources,
        query: state.query.clone(),
        provisions: explorer.select(state).provisions.len(),
    }
}

fn is_same_filter(one: &State, other: &State) -> bool {
    one.view == other.view
        && one.audience == other.audience
        && one.sources == other.sources
        && one.query == other.query
}
