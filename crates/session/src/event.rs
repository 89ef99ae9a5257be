//! What the page is told of an explorer, and when.

use contract::Event;
use dataset::{Dataset, ProvisionIx};
use explorer::{Explorer, State};

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
pub(crate) fn between(explorer: &Explorer, before: &State, after: &State) -> Vec<Event> {
    let dataset = explorer.dataset();
    let closed = before.open.iter().filter(|it| !after.open.contains(it));
    let opened = after.open.iter().filter(|it| !before.open.contains(it));
    let turned = closed.map(|it| (it, false)).chain(opened.map(|it| (it, true)));
    let mut events: Vec<_> = turned.filter_map(|(it, open)| select(dataset, *it, open)).collect();
    if !is_same_filter(before, after) {
        events.push(filter(explorer, after));
    }
    events
}

fn select(dataset: &Dataset, provision: ProvisionIx, open: bool) -> Option<Event> {
    let record = dataset.provision(provision)?;
    let (id, citation) = (record.id.as_str().into(), record.citation.original().into());
    Some(Event::Select { id, citation, open })
}

fn filter(explorer: &Explorer, state: &State) -> Event {
    let dataset = explorer.dataset();
    let audience = state.audience.iter().filter_map(|it| dataset.group(*it));
    let sources = state.sources.iter().filter_map(|it| dataset.source(*it));
    Event::Filter {
        view: state.view.word().into(),
        audience: audience.map(|it| it.id.as_str().into()).collect(),
        sources: sources.map(|it| it.id.as_str().into()).collect(),
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
