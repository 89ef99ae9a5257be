//! What a search came to: why a provision was found, who else was, and what to do where nothing is.

use std::{cmp::Reverse, rc::Rc};

use dataset::{GroupIx, List as _, OrganisationIx, ProvisionIx, Role, SourceId, SourceIx, Stance};

use crate::{
    State,
    index::Field,
    passage::{Passage, Said, each_of_reply, each_passage},
};

use super::{Links, Phrase, ScreenBuilder, SourceLine, objections::Objected, ordered_by};

/// How many places are shown of a provision, and how many names of each kind above all provisions.
const SHOWN: usize = 3;

/// What a search came to, besides the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What is looked for, as typed but for blanks around it.
    pub query: String,
    /// What is shown in place of what was typed and is found nowhere.
    pub instead: Option<String>,
    /// Organisations and people that are named by it, the first of them.
    pub organisations: Vec<FoundOrganisation>,
    /// How many there are.
    pub organisations_count: usize,
    /// Groups that are named by it, the first of them.
    pub groups: Vec<(GroupIx, Phrase)>,
    /// Whether anything is left out of the list.
    pub filtered: bool,
    /// Where no provision is listed: the names of what is chosen.
    pub chosen: Vec<Phrase>,
    /// Where no provision is listed: whether some would be without what is chosen.
    pub is_choice: bool,
    /// Where nothing is found: what to look for instead.
    pub nearest: Vec<String>,
    /// The files of postings of a law in parts that more would be found by.
    pub lacking: Rc<Vec<usize>>,
}

/// An organisation that a search names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundOrganisation {
    /// Which.
    pub organisation: OrganisationIx,
    /// Its name, with the other name by which it was found.
    pub name: Phrase,
    /// Its part in each document.
    pub parts: Vec<FoundPart>,
    /// Where it stands towards the law.
    pub stances: Vec<Stance>,
}

/// Somebody's part in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPart {
    /// The role.
    pub role: Role,
    /// The document.
    pub source: SourceLine,
    /// Whether it is named there for the whole document, and has not put its name to it.
    pub named_whole: bool,
    /// What the document objects to, in words, where nobody else is found and its name is on it.
    pub objects_to: Links,
    /// Whether a choice of groups or sources leaves some of that out.
    pub narrowed: bool,
}

/// A place that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Whose words these are.
    pub by: HitBy,
    /// The words around the first that matches.
    pub words: Phrase,
    /// The whole text that they are from, as the open card has it.
    pub text: String,
}

/// Whose words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitBy {
    /// The dataset's, of what the provision does.
    Summary,
    /// The law's.
    Law,
    /// The dataset's, of what these sources say.
    Concern(Vec<Phrase>),
    /// A source's.
    Source(Phrase),
    /// The name of a group that is affected.
    Group,
    /// The dataset's, of what is asked for.
    Request,
    /// The dataset's, of what somebody replies.
    Reply(Phrase),
    /// The name of somebody who speaks of it.
    Organisation,
}

impl ScreenBuilder<'_> {
    pub(super) fn search(&self) -> Search {
        let state = self.state;
        let found = self.explorer.find(&state.query);
        let query = state.query.trim().to_owned();
        let mut search = Search { query, filtered: state.is_filtered(), ..Search::default() };
        search.lacking = Rc::clone(&found.lacking);
        search.instead = found.needle.instead.then(|| found.needle.text());
        if !found.cited && !search.query.is_empty() {
            let organisations = self.explorer.organisations_named(&state.query);
            search.organisations_count = organisations.len();
            let among = self.explorer.select_besides_names(state, true).provisions;
            // In words where one is found; of several it is known who they are.
            let by_source = match *organisations {
                [_] => self.explorer.by_source(&among, state),
                _ => Vec::new(),
            };
            let objected = Objected { among: &among, by_source };
            let first = organisations.iter().take(SHOWN);
            search.organisations =
                first.filter_map(|it| self.found_organisation(*it, &objected)).list();
            search.groups = self.found_groups();
        }
        if self.explorer.select(state).provisions.is_empty() {
            search.chosen = self.chosen();
            search.is_choice = !found.provisions.provisions.is_empty();
            if !search.is_choice && search.organisations.is_empty() {
                search.nearest = self.explorer.nearest(&state.query);
            }
        }
        search
    }

    /// The names of what is chosen.
    fn chosen(&self) -> Vec<Phrase> {
        let State { audience, sources, .. } = self.state;
        let groups = audience.iter().filter_map(|it| self.dataset().group(*it));
        let sources = sources.iter().filter_map(|it| self.dataset().source(*it));
        let names = groups.map(|it| &it.label).chain(sources.map(|it| &it.short_title));
        names.map(|it| self.phrase(it)).list()
    }

    /// The groups that are called so and have anything to show.
    fn found_groups(&self) -> Vec<(GroupIx, Phrase)> {
        let mut found = Vec::new();
        for (group, record) in self.dataset().groups() {
            let names = record.label.wordings().chain(record.aliases.iter().map(String::as_str));
            let called = self.needle.found_in(&names.list().join(" ")) == self.needle.all();
            let is_new = called && found.len() < SHOWN && !self.state.audience.contains(&group);
            if is_new && !self.explorer.concerns_listed(&[group], &[]).is_empty() {
                found.push((group, self.called(&record.label, &mut record.aliases.iter())));
            }
        }
        found
    }

    fn organisation_name(&self, organisation: OrganisationIx) -> Option<Phrase> {
        let record = self.dataset().organisation(organisation)?;
        let others = record.short_name.iter().chain(&record.aliases);
        Some(self.called(&record.name, &mut { others }))
    }

    fn found_organisation(
        &self,
        organisation: OrganisationIx,
        objected: &Objected<'_>,
    ) -> Option<FoundOrganisation> {
        let part = |(source, role): &(SourceIx, Role)| {
            let party = self.dataset().party(*source, organisation, *role);
            let own = objected.by(*source).filter(|_| *role != Role::Named);
            let objects_to = own.map(|it| self.objected_in(*source, objected.among, it));
            let mut objects_to = objects_to.unwrap_or_default();
            objects_to.named.truncate(SHOWN);
            Some(FoundPart {
                role: *role,
                source: self.source_line(*source)?,
                named_whole: *role == Role::Named && party.is_none_or(|it| it.concerns.is_empty()),
                objects_to,
                narrowed: !(self.state.audience.is_empty() && self.state.sources.is_empty()),
            })
        };
        let parts = self.dataset().parts_of(organisation).iter().filter_map(part);
        let mut stances = self.dataset().positions_of(organisation).map(|it| it.stance).list();
        stances.dedup();
        Some(FoundOrganisation {
            organisation,
            name: self.organisation_name(organisation)?,
            parts: parts.list(),
            stances,
        })
    }

    /// Where in a provision a search found what it looked for, and how many places more there are.
    /// Those with most of the words come first, a source's own before all that is said of it, and each
    /// word has its place, unless citation and heading, which are always there to see, have it.
    pub(super) fn hits(&self, provision: ProvisionIx) -> (Vec<Hit>, usize) {
        let Some(record) = self.dataset().provision(provision) else { return Default::default() };
        if self.needle.is_empty() || self.explorer.find(&self.state.query).cited {
            return Default::default();
        }
        let mut seen = 0;
        let mut hits: Vec<(u64, Hit)> = Vec::new();
        let mut add = |hit: Hit, is_head: bool| {
            let words = self.needle.found_in(&hit.text) | self.needle.found_in(&hit.words.text);
            seen |= if is_head { words } else { 0 };
            if !is_head && words != 0 && hits.iter().all(|(_, it)| it.text != hit.text) {
                hits.push((words, hit));
            }
        };
        let mut passage = |it: Passage<'_>| {
            self.hit(it.said).into_iter().for_each(|hit| add(hit, it.field <= Field::Heading));
        };
        each_passage(self.dataset(), provision, record, &mut passage);
        self.explorer.each_reply(provision, &mut |it| each_of_reply(it, &mut passage));
        self.affected_hits(provision).into_iter().for_each(|it| add(it, false));
        let told = hits.iter().fold(seen, |told, (words, _)| told | words);
        hits.extend(self.speakers(provision, self.needle.all() & !told));
        let count = hits.len();
        let hits = first_of(hits, seen);
        let more = count - hits.len();
        (hits, more)
    }

    /// A passage as a place that was found, where it has any of the words.
    fn hit(&self, said: Said<'_>) -> Option<Hit> {
        let dataset = self.dataset();
        let source = |id: &SourceId| dataset.source(dataset.find_source(id.as_str())?);
        let (by, phrase) = match said {
            Said::Own(text) => (HitBy::Summary, self.phrase(text)),
            Said::Law(text) => (HitBy::Law, self.words_in(text, &dataset.records().language)),
            Said::Concern(concern, text) => {
                (HitBy::Concern(self.documents_of(&[concern])), self.phrase(text))
            }
            Said::Quote(evidence, quote) => {
                let source = source(&evidence.source)?;
                (HitBy::Source(self.phrase(&source.short_title)), self.quote(quote, source))
            }
            Said::Request(text) => (HitBy::Request, self.phrase(text)),
            Said::Reply(reply) => {
                let who = dataset.find_organisation(reply.organisation.as_str())?;
                let who = self.phrase(&dataset.organisation(who)?.name);
                (HitBy::Reply(who), self.phrase(&reply.summary))
            }
        };
        let words = phrase.around_mark();
        (!phrase.marks.is_empty()).then_some(Hit { by, words, text: phrase.text })
    }

    /// The groups that concerns about a provision affect and that are called so.
    fn affected_hits(&self, provision: ProvisionIx) -> Vec<Hit> {
        let named = |group: GroupIx| {
            let record = self.dataset().group(group)?;
            let words = self.called(&record.label, &mut record.aliases.iter());
            let text = self.phrase(&record.label).text;
            (!words.marks.is_empty()).then_some(Hit { by: HitBy::Group, words, text })
        };
        let links = self.dataset().around_provision(provision);
        let concerns = links.into_iter().flat_map(|links| &links.concerns);
        let around = concerns.filter_map(|it| self.dataset().around_concern(*it));
        around.flat_map(|links| &links.groups).filter_map(|it| named(*it)).list()
    }

    /// Those who speak of a provision and whose names have words that are found nowhere else in it.
    fn speakers(&self, provision: ProvisionIx, mut untold: u64) -> Vec<(u64, Hit)> {
        let mut speakers = Vec::new();
        for (organisation, record) in self.dataset().organisations() {
            if untold == 0 {
                break;
            }
            let Some(words) = self.organisation_name(organisation) else { continue };
            let found = self.needle.found_in(&words.text) & untold;
            if found != 0 && self.explorer.speaks_of(organisation, provision) {
                untold &= !found;
                let text = self.phrase(&record.name).text;
                speakers.push((found, Hit { by: HitBy::Organisation, words, text }));
            }
        }
        speakers
    }
}

/// The places to show: first those that have a word which none before them has.
fn first_of(hits: Vec<(u64, Hit)>, mut seen: u64) -> Vec<Hit> {
    let hits = ordered_by(hits.into_iter(), |(words, hit)| {
        (Reverse(words.count_ones()), !matches!(hit.by, HitBy::Source(_)))
    });
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for (words, hit) in hits {
        let list = if words & !seen == 0 { &mut others } else { &mut first };
        list.push(hit);
        seen |= words;
    }
    let room = SHOWN.saturating_sub(first.len());
    first.extend(others.into_iter().take(room));
    first
}
