//! Plain scans. Slow, and written from the documentation rather than from the explorer.

use std::{cell::OnceCell, collections::BTreeSet, rc::Rc};

use authoring::{
    Affected, Concern, ConcernId, Dataset, Evidence, GroupIx, NamedAs, Organisation, Provision,
    ProvisionId, ProvisionIx, Role, SourceIx, Text,
};
use explorer::{EditorialConfig, State};

/// Folded words. Accents of the languages that occur in the tests' datasets.
pub(crate) fn words(text: &str) -> Vec<String> {
    let fold = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    let folded: String = text.to_lowercase().chars().map(fold).collect();
    let words = folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(String::from).collect()
}

fn id_of(dataset: &Dataset, provision: ProvisionIx) -> String {
    dataset.provision(provision).map(|it| it.id.to_string()).unwrap_or_default()
}

fn record(dataset: &Dataset, provision: ProvisionIx) -> &Provision {
    dataset.provision(provision).expect("a handle of this dataset")
}

/// The concerns about a provision.
pub(crate) fn concerns(dataset: &Dataset, provision: ProvisionIx) -> Vec<&Concern> {
    let id = &record(dataset, provision).id;
    dataset.records().concerns.iter().filter(|it| it.provisions.contains(id)).collect()
}

pub(crate) fn affects(dataset: &Dataset, concern: &Concern, group: GroupIx) -> bool {
    let id = &dataset.group(group).expect("a handle of this dataset").id;
    match &concern.affected {
        Affected::NoneFound => false,
        Affected::Groups(groups) => groups.iter().any(|it| it.group == *id),
    }
}

pub(crate) fn rests_on(dataset: &Dataset, concern: &Concern, source: SourceIx) -> bool {
    let id = &dataset.source(source).expect("a handle of this dataset").id;
    concern.evidence.iter().any(|it| it.source == *id)
}

/// The concerns about a provision that lens and sources select.
pub(crate) fn selected_concerns<'d>(
    dataset: &'d Dataset,
    provision: ProvisionIx,
    state: &State,
) -> Vec<&'d Concern> {
    let mut concerns = concerns(dataset, provision);
    concerns.retain(|concern| {
        (state.audience.is_empty()
            || state.audience.iter().any(|it| affects(dataset, concern, *it)))
            && (state.sources.is_empty()
                || state.sources.iter().any(|it| {
                    rests_on(dataset, concern, *it)
                        || answers(dataset, *it).any(|reply| reply.concerns.contains(&concern.id))
                }))
    });
    concerns
}

/// The replies that a source has.
pub(crate) fn answers(
    dataset: &Dataset,
    source: SourceIx,
) -> impl Iterator<Item = &authoring::Reply> {
    let id = &dataset.source(source).expect("a handle of this dataset").id;
    let replies = dataset.records().replies.iter();
    replies.filter(move |it| it.evidence.iter().any(|it| it.source == *id))
}

/// Whether a source answers or welcomes something of a provision, itself or as a whole.
pub(crate) fn is_answered(dataset: &Dataset, provision: ProvisionIx, source: SourceIx) -> bool {
    let id = &record(dataset, provision).id;
    answers(dataset, source).any(|it| {
        let whole = it.provisions.is_empty() && it.concerns.is_empty();
        it.provisions.contains(id) || (whole && id.as_str() == "instrument")
    })
}

/// Everything that a search looks through for a provision, by rank.
pub(crate) fn texts(dataset: &Dataset, provision: ProvisionIx) -> [Vec<String>; 9] {
    let all = |text: &Text| -> Vec<String> { text.wordings().map(String::from).collect() };
    let record = record(dataset, provision);
    let mut texts: [Vec<String>; 9] = Default::default();
    texts[0] = all(&record.citation);
    texts[1] = record.heading.iter().flat_map(all).collect();
    texts[2] = all(&record.summary);
    texts[3].extend(record.text.iter().cloned());
    for concern in concerns(dataset, provision) {
        texts[4].extend(all(&concern.title));
        texts[5].extend(all(&concern.summary));
        texts[5].extend(quotes(&concern.evidence));
        for (group, record) in dataset.groups() {
            if affects(dataset, concern, group) {
                texts[6].extend(all(&record.label));
                texts[6].extend(record.aliases.iter().cloned());
            }
        }
    }
    texts[7] = responses(dataset, provision);
    for (_, record) in dataset.organisations() {
        if speaks_of(dataset, record, provision) {
            texts[8].extend(names(record));
        }
    }
    texts
}

fn quotes(evidence: &[Evidence]) -> impl Iterator<Item = String> {
    evidence.iter().filter_map(|it| it.quote.as_ref()).map(|it| it.exact.clone())
}

/// What is asked for and replied about a provision, or about what concerns say of it.
fn responses(dataset: &Dataset, provision: ProvisionIx) -> Vec<String> {
    let id = &record(dataset, provision).id;
    let concerns = concerns(dataset, provision);
    let is_about = |provisions: &[ProvisionId], its: &[ConcernId]| {
        provisions.contains(id) || concerns.iter().any(|own| its.contains(&own.id))
    };
    let mut texts = Vec::new();
    for it in &dataset.records().requests {
        if is_about(&it.provisions, &it.concerns) {
            texts.extend(it.summary.wordings().map(String::from).chain(quotes(&it.evidence)));
        }
    }
    for it in &dataset.records().replies {
        let whole = it.provisions.is_empty() && it.concerns.is_empty();
        if is_about(&it.provisions, &it.concerns) || (whole && id.as_str() == "instrument") {
            texts.extend(it.summary.wordings().map(String::from).chain(quotes(&it.evidence)));
        }
    }
    texts
}

/// Whether somebody has said anything of a provision, or, having said nothing of any, is looked for
/// with the law as a whole.
fn speaks_of(dataset: &Dataset, who: &Organisation, provision: ProvisionIx) -> bool {
    let says = |it: ProvisionIx| says_of(dataset, who, it);
    let silent = || !dataset.provisions().any(|(it, _)| says(it));
    says(provision) || (id_of(dataset, provision) == "instrument" && silent())
}

fn says_of(dataset: &Dataset, who: &Organisation, provision: ProvisionIx) -> bool {
    let concerns = concerns(dataset, provision);
    let objects = dataset.sources().any(|(source, record)| {
        let mut parties = record.parties.iter().filter(|it| it.organisation == who.id);
        parties.any(|party| {
            concerns.iter().filter(|it| rests_on(dataset, it, source)).any(|concern| {
                party.role != Role::Named
                    || (party.relation == Some(NamedAs::SharesConcern)
                        && (party.concerns.is_empty() || party.concerns.contains(&concern.id)))
            })
        })
    });
    let mut replies = dataset.records().replies.iter().filter(|it| it.organisation == who.id);
    let id = &record(dataset, provision).id;
    objects
        || replies.any(|it| {
            it.provisions.contains(id) || concerns.iter().any(|own| it.concerns.contains(&own.id))
        })
}

/// Every name of an organisation.
pub(crate) fn names(organisation: &Organisation) -> Vec<String> {
    let others = organisation.short_name.iter().chain(&organisation.aliases).map(String::as_str);
    organisation.name.wordings().chain(others).map(String::from).collect()
}

/// Whether every word typed begins one of these texts' words, or is one where it is somebody's name.
pub(crate) fn all_words_in(dataset: &Dataset, query: &str, texts: &[String]) -> bool {
    let known: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
    let whole = is_name(dataset, query);
    let meets = |it: &String, word: &String| if whole { it == word } else { it.starts_with(word) };
    words(query).iter().all(|word| known.iter().any(|it| meets(it, word)))
}

/// Whether a query is a name of somebody's from its beginning to its end.
fn is_name(dataset: &Dataset, query: &str) -> bool {
    let typed = words(query);
    !typed.is_empty()
        && dataset.organisations().any(|(_, it)| names(it).iter().any(|it| words(it) == typed))
}

/// Every word of a dataset. That of the bundled one is put together once for each thread.
fn known(dataset: &Dataset) -> Rc<BTreeSet<String>> {
    thread_local! { static BUNDLED: OnceCell<Rc<BTreeSet<String>>> = const { OnceCell::new() } }
    let all = || {
        let mut all: Vec<String> = dataset.organisations().flat_map(|(_, it)| names(it)).collect();
        for (_, it) in dataset.groups() {
            all.extend(it.label.wordings().chain(it.description.wordings()).map(String::from));
            all.extend(it.aliases.iter().cloned());
        }
        all.extend(dataset.provisions().flat_map(|(it, _)| texts(dataset, it)).flatten());
        Rc::new(all.iter().flat_map(|text| words(text)).collect())
    };
    if dataset.records().id.as_str() == "random" {
        return all();
    }
    BUNDLED.with(|it| Rc::clone(it.get_or_init(all)))
}

/// How a word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Where words begin with it.
    Begins,
    /// Inside words, since none of the dataset's begins so.
    Within,
    /// As a word of its own, since the query is somebody's name.
    Whole,
}

/// What a query looks for: its words, each with how.
pub(crate) fn sought(dataset: &Dataset, query: &str) -> Vec<(String, Reach)> {
    let known = known(dataset);
    let is_within =
        |word: &str| word.chars().count() > 3 && !known.iter().any(|it| it.starts_with(word));
    let whole = is_name(dataset, query);
    let reach = |word: &str| match word {
        _ if whole => Reach::Whole,
        _ if is_within(word) => Reach::Within,
        _ => Reach::Begins,
    };
    words(query).into_iter().map(|it| (it.clone(), reach(&it))).collect()
}

/// The rank of a provision for a search: the worst of its words' best fields. Nothing is found by
/// the names of those alone who speak of it, and by none where the query is somebody's name.
pub(crate) fn rank(
    dataset: &Dataset,
    provision: ProvisionIx,
    sought: &[(String, Reach)],
) -> Option<usize> {
    let mut texts = texts(dataset, provision);
    let meets = |word: &str, (typed, reach): &(String, Reach)| match reach {
        Reach::Begins => word.starts_with(typed),
        Reach::Within => word.contains(typed),
        Reach::Whole => word == typed,
    };
    let is_name = dataset.organisations().any(|(_, it)| {
        let names: Vec<String> = names(it).iter().flat_map(|name| words(name)).collect();
        sought.iter().all(|typed| names.iter().any(|it| meets(it, typed)))
    });
    if is_name {
        texts[8].clear();
    }
    let fields =
        texts.map(|texts| -> Vec<String> { texts.iter().flat_map(|text| words(text)).collect() });
    let place = |typed: &(String, Reach)| {
        fields.iter().position(|known| known.iter().any(|it| meets(it, typed)))
    };
    let places = sought.iter().map(place).collect::<Option<Vec<usize>>>()?;
    places.iter().any(|it| *it < 8).then(|| places.into_iter().max())?
}

/// The list without any filter: highlighted first, then the law's order; with `only`, what is
/// highlighted and what is inside it.
pub(crate) fn listed(dataset: &Dataset, editorial: &EditorialConfig) -> Vec<ProvisionIx> {
    let mut listed = editorial.highlight.clone();
    for (provision, record) in dataset.provisions() {
        let inside = editorial
            .highlight
            .iter()
            .any(|it| record.id.as_str().starts_with(&format!("{}__", id_of(dataset, *it))));
        let kept = !editorial.only || editorial.highlight.is_empty() || inside;
        if kept && !listed.contains(&provision) {
            listed.push(provision);
        }
    }
    listed
}

/// The listed provisions that a query cites: those cited, and what is in them.
pub(crate) fn cited(
    dataset: &Dataset,
    listed: &[ProvisionIx],
    query: &str,
) -> BTreeSet<ProvisionIx> {
    let cited: Vec<_> = dataset.cited_within(query).unwrap_or_default();
    let parent = |it: &ProvisionIx| dataset.around_provision(*it)?.parent;
    let above = |it| std::iter::successors(Some(it), parent);
    let is_cited = |it: &&ProvisionIx| above(**it).any(|above| cited.contains(&above));
    listed.iter().filter(is_cited).copied().collect()
}

/// The provisions that a state selects.
pub(crate) fn selected(
    dataset: &Dataset,
    editorial: &EditorialConfig,
    state: &State,
) -> BTreeSet<ProvisionIx> {
    let listed = listed(dataset, editorial);
    let cited = cited(dataset, &listed, &state.query);
    let filtered = !state.audience.is_empty() || !state.sources.is_empty();
    let query = sought(dataset, &state.query);
    listed
        .into_iter()
        .filter(|it| {
            let answered = |source: &SourceIx| is_answered(dataset, *it, *source);
            !filtered
                || !selected_concerns(dataset, *it, state).is_empty()
                || (state.audience.is_empty() && state.sources.iter().any(answered))
        })
        .filter(|it| match (query.is_empty(), cited.is_empty()) {
            (true, _) => true,
            (false, true) => rank(dataset, *it, &query).is_some(),
            (false, false) => cited.contains(it),
        })
        .collect()
}

/// Whether somebody of a camp issued or signed a source.
pub(crate) fn is_of_camp(dataset: &Dataset, source: SourceIx, camp: authoring::Camp) -> bool {
    let record = dataset.source(source).expect("a handle of this dataset");
    record.parties.iter().filter(|it| it.role != Role::Named).any(|party| {
        let mut all = dataset.organisations();
        all.any(|(_, it)| it.id == party.organisation && it.kind.camp() == Some(camp))
    })
}
