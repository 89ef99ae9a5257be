//! Title, status, and what the reader can choose among.

use dataset::{AskedFor, CalendarDate, GroupIx, List as _, ProvisionIx, SourceIx, Text};

use crate::Fold;

use super::{Answer, Phrase, ScreenBuilder};

/// Title and status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The newsroom's heading, or the instrument's short title.
    pub title: Phrase,
    /// How many levels below its usual place in the page's outline that stands.
    pub lowered: u8,
    /// What this is, in the newsroom's words.
    pub dek: Option<String>,
    /// The instrument's full title, where it isn't the heading already.
    pub instrument: Phrase,
    /// The status in one line.
    pub status: Phrase,
    /// The day up to which the status is known.
    pub as_of: Option<CalendarDate>,
    /// Whether the status may be out of date by now.
    pub stale: bool,
    /// What happened so far.
    pub events: Vec<Event>,
    /// Whose criticism this is, and of what.
    pub criticism: Option<Criticism>,
    /// How the dataset was made.
    pub made: Option<Phrase>,
    /// Whether nobody was asked for a reply, as the editors say.
    pub nobody_asked: bool,
}

/// Whose criticism this is, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criticism {
    /// In how many documents it stands.
    pub documents: usize,
    /// The drafts that they speak of, where those aren't the present wording.
    pub drafts: Vec<Phrase>,
    /// The present wording, where any of them speaks of another.
    pub since: Option<Phrase>,
    /// Whether not one concern has been compared with the present wording.
    pub unchecked: bool,
    /// How many organisations and people see it otherwise.
    pub otherwise: usize,
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
    /// The groups that are offered without unfolding anything, each with its concerns counted.
    pub groups: Vec<Choice<GroupIx>>,
    /// What the documents say about those in the lens.
    pub answer: Option<Answer>,
    /// The groups that the lens offers, in the dataset's order.
    pub audience: Choices<GroupIx>,
    /// The sources to choose among; nothing where there is but one.
    pub sources: Option<Choices<SourceIx>>,
    /// What is looked for, as typed.
    pub query: String,
    /// What might be looked for in this law: a citation, and somebody’s name.
    pub examples: Vec<String>,
    /// Whether anything is left out of the list.
    pub filtered: bool,
    /// In how many documents the choices are counted.
    pub documents: usize,
}

/// Things to choose among.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices<T> {
    /// Those chosen, as the line that says so reads: "I am a journalist".
    pub chosen: Vec<Phrase>,
    /// Whether they are unfolded.
    pub open: bool,
    /// All of them; folded, nobody needs them.
    pub offered: Option<Vec<Choice<T>>>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// Which.
    pub of: T,
    /// Its name.
    pub label: Phrase,
    /// How much there is about it, or would be with it alone.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl ScreenBuilder<'_> {
    pub(super) fn head(&self) -> Head {
        let instrument = &self.dataset().records().instrument;
        let status = &instrument.status;
        let stale = |today| self.dataset().is_stale(today);
        let events = status.events.iter().map(|event| Event {
            date: event.date,
            label: self.phrase(&event.label),
            address: event.source.clone(),
        });
        let heading = self.explorer.editorial().heading.as_ref();
        let own = |text: &String| Phrase { text: text.clone(), ..Phrase::default() };
        Head {
            title: heading.map_or_else(|| self.phrase(instrument.name()), own),
            lowered: self.explorer.editorial().heading_level.map_or(0, |it| it.saturating_sub(2)),
            dek: self.explorer.editorial().dek.clone(),
            instrument: self.phrase(&instrument.title),
            status: self.phrase(&status.line),
            as_of: status.as_of,
            stale: self.context.today.is_some_and(stale),
            events: events.list(),
            criticism: self.criticism(),
            made: self.dataset().records().made.as_ref().map(|it| self.phrase(it)),
            nobody_asked: self.dataset().records().asked == Some(AskedFor::Nobody),
        }
    }

    /// None while some of a law in parts has yet to come: nobody knows of how many documents.
    fn criticism(&self) -> Option<Criticism> {
        let dataset = self.dataset();
        if dataset.awaits().is_some() || dataset.critics().is_empty() {
            return None;
        }
        let instrument = &dataset.records().instrument;
        let facts = self.explorer.facts();
        let drafts = facts.drafts.iter().filter_map(|it| dataset.draft(*it));
        let drafts = drafts.map(|it| self.phrase(&it.label)).list();
        let mut since = instrument.drafts.iter().filter(|_| !drafts.is_empty());
        let since = since.find(|it| Some(&it.id) == instrument.current_draft.as_ref());
        Some(Criticism {
            documents: dataset.critics().len(),
            since: since.map(|it| self.phrase(&it.label)),
            drafts,
            unchecked: self.unchecked,
            otherwise: facts.otherwise,
        })
    }

    pub(super) fn filters(&self) -> Filters {
        let (explorer, state) = (self.explorer, self.state);
        let audience = self.choices(
            Fold::Audience,
            &mut self.dataset().groups().filter(|(it, _)| state.audience.contains(it)),
            |record| &record.member,
            || {
                let counts = explorer.counts_for_groups(state);
                let groups = self.dataset().groups().zip(counts);
                let groups = groups.map(|((group, record), count)| Choice {
                    of: group,
                    label: self.phrase(&record.label),
                    count,
                    chosen: state.audience.contains(&group),
                });
                groups.list()
            },
        );
        let speaking = explorer.speaking();
        let sources = self.choices(
            Fold::Sources,
            &mut self.dataset().sources().filter(|(it, _)| state.sources.contains(it)),
            |record| &record.short_title,
            || {
                let counts = explorer.counts_for_sources(state);
                let sources = self.dataset().sources().zip(counts);
                let sources = sources.filter(|((source, _), _)| speaking.contains(source));
                let sources = sources.map(|((source, record), count)| Choice {
                    of: source,
                    label: self.phrase(&record.short_title),
                    count,
                    chosen: state.sources.contains(&source),
                });
                sources.list()
            },
        );
        Filters {
            groups: self.groups_at_once(),
            answer: self.answer(),
            audience,
            sources: (speaking.len() > 1).then_some(sources),
            query: state.query.clone(),
            examples: self.examples(),
            filtered: state.is_filtered(),
            documents: self.dataset().critics().len(),
        }
    }

    fn examples(&self) -> Vec<String> {
        let dataset = self.dataset();
        let all = self.explorer.all().iter();
        let objected = |it: &&ProvisionIx| {
            dataset.around_provision(**it).is_some_and(|it| !it.concerns.is_empty())
        };
        let cited = all.copied().find(|it| objected(&it)).and_then(|it| dataset.provision(it));
        let cited = cited.map(|it| self.phrase(&it.citation).text);
        let name = dataset.organisations().find_map(|(_, it)| it.short_name.clone());
        cited.into_iter().chain(name).list()
    }

    fn choices<'a, T, R: 'a>(
        &self,
        fold: Fold,
        chosen: &mut dyn Iterator<Item = (T, &'a R)>,
        name: fn(&R) -> &Text,
        offered: impl FnOnce() -> Vec<Choice<T>>,
    ) -> Choices<T> {
        let open = self.state.folds.contains(&fold);
        Choices {
            chosen: chosen.map(|(_, record)| self.phrase(name(record))).list(),
            open,
            offered: (open || self.context.unfolded).then(offered),
        }
    }
}
