//! Title, status, and what the reader can choose among.

use dataset::{CalendarDate, GroupIx, SourceIx};

use crate::list::List as _;

use super::{Phrase, Viewer};

/// Title and status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The newsroom's heading, or the instrument's short title.
    pub title: Phrase,
    /// The instrument's full title, where it isn't the heading already.
    pub instrument: Phrase,
    /// The status in one line.
    pub status: Phrase,
    /// The day up to which the status is known.
    pub as_of: CalendarDate,
    /// Whether the status may be out of date by now.
    pub stale: bool,
    /// What happened so far.
    pub events: Vec<Event>,
}

/// Something that happened to the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub date: CalendarDate,
    /// What.
    pub label: Phrase,
    /// Who says so.
    pub address: String,
}

/// Lens, sources and search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters {
    /// The groups that the lens offers, in the dataset's order.
    pub audience: Vec<Choice<GroupIx>>,
    /// The sources to choose among.
    pub sources: Vec<Choice<SourceIx>>,
    /// What is looked for, as typed.
    pub query: String,
    /// Whether anything is left out of the list.
    pub filtered: bool,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// Which.
    pub of: T,
    /// Its name.
    pub label: Phrase,
    /// How it reads in the line that says what is chosen: "I am a journalist".
    pub summary: Phrase,
    /// How many provisions the list would have with this alone.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Viewer<'_> {
    pub(super) fn head(&self) -> Head {
        let instrument = &self.dataset().records().instrument;
        let status = &instrument.status;
        let stale_after = self.dataset().records().stale_after;
        let stale = |today| status.as_of.is_stale(stale_after, today);
        let events = status.events.iter().map(|event| Event {
            date: event.date,
            label: self.phrase(&event.label),
            address: event.source.clone(),
        });
        let heading = self.explorer.brief().heading.as_ref();
        let own = |text: &String| Phrase { text: text.clone(), ..Phrase::default() };
        Head {
            title: heading.map_or_else(|| self.phrase(&instrument.short_title), own),
            instrument: self.phrase(&instrument.title),
            status: self.phrase(&status.line),
            as_of: status.as_of,
            stale: self.setting.today.is_some_and(stale),
            events: events.list(),
        }
    }

    pub(super) fn filters(&self) -> Filters {
        let (explorer, state) = (self.explorer, self.state);
        let audience = self.dataset().groups().map(|(group, record)| Choice {
            of: group,
            label: self.phrase(&record.label),
            summary: self.phrase(&record.member),
            count: explorer.count_for_group(state, group),
            chosen: state.audience.contains(&group),
        });
        let sources = self.dataset().sources().map(|(source, record)| Choice {
            of: source,
            label: self.phrase(&record.short_title),
            summary: self.phrase(&record.short_title),
            count: explorer.count_for_source(state, source),
            chosen: state.sources.contains(&source),
        });
        Filters {
            audience: audience.list(),
            sources: sources.list(),
            query: state.query.clone(),
            filtered: state.is_filtered(),
        }
    }
}
