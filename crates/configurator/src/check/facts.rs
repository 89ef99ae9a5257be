//! What the dataset says, or doesn't, about what readers will see.

use std::collections::BTreeSet;

use authoring::{CalendarDate, Evidence, ProvisionIx, Records, SourceIx};
use explorer::{Explorer, State};
use options::Options;

use crate::{
    act::Act,
    check::{CheckTarget, Finding},
    law::Law,
    view::ui::count as counted,
};

/// A note of fewer letters may have words of a quote by chance.
const BY_CHANCE: usize = 24;

/// What is highlighted and has nothing to say.
pub(super) fn highlights(options: &Options, law: &Law, findings: &mut Vec<Finding>) {
    for id in &options.highlight {
        let Some(provision) = law.find(id) else { continue };
        if law.explorer.concerns(provision, &State::default()).next().is_none() {
            let what = format!("{} is highlighted, and no concern is about it.", law.citation(id));
            let finding = Finding::new(what, CheckTarget::Provision(provision));
            findings.push(finding.mended("Take it out", Act::Unhighlight(id.clone())));
        }
    }
}

/// Notes that say what a quote below them says.
pub(super) fn notes(options: &Options, law: &Law, findings: &mut Vec<Finding>) {
    for (id, note) in &options.notes {
        let (Some(provision), words) = (law.find(id), letters(note)) else { continue };
        if words.len() < BY_CHANCE {
            continue;
        }
        let repeats = quotes(law, provision).any(|quote| {
            let quote = letters(&quote);
            quote.len() >= BY_CHANCE && (quote.contains(&words) || words.contains(&quote))
        });
        if repeats {
            let what = format!(
                "The note on {} repeats a quote that stands below it: say what the quote doesn’t.",
                law.citation(id)
            );
            findings.push(Finding::new(what, CheckTarget::Note(id.clone())));
        }
    }
}

fn quotes(law: &Law, provision: ProvisionIx) -> impl Iterator<Item = String> {
    evidence(&law.explorer, provision).into_iter().filter_map(|it| Some(it.quote?.exact))
}

fn evidence(explorer: &Explorer, provision: ProvisionIx) -> Vec<Evidence> {
    let dataset = explorer.dataset();
    let everything = State::default();
    let concerns = explorer.concerns(provision, &everything);
    concerns.filter_map(|it| dataset.concern(it)).flat_map(|it| it.evidence.clone()).collect()
}

/// What matters of a text where it is compared.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the sources of all that is shown lack. One line a source and lack, at the first place.
pub(super) fn sources(explorer: &Explorer, findings: &mut Vec<Finding>) {
    let mut known = BTreeSet::new();
    for &provision in explorer.all() {
        for evidence in evidence(explorer, provision) {
            let id = evidence.source.as_str();
            let Some(source) = explorer.dataset().find_source(id) else { continue };
            if known.insert(source.index()) {
                source_lacks(explorer, source, provision, findings);
            }
        }
    }
}

fn source_lacks(
    explorer: &Explorer,
    handle: SourceIx,
    provision: ProvisionIx,
    findings: &mut Vec<Finding>,
) {
    let Some(source) = explorer.dataset().source(handle) else { return };
    let title = source.short_title.original();
    let mut tell =
        |lack: String| findings.push(Finding::new(lack, CheckTarget::Provision(provision)));
    if source.sha256.is_none() {
        let count = quotes_of(explorer.dataset().records(), source.id.as_str());
        if count > 0 {
            let quotes = counted(count, "quote is", "quotes are");
            tell(format!("“{title}”: {quotes} not confirmed against the source’s text."));
        }
    }
    if source.date.is_none() {
        tell(format!("“{title}” has no date."));
    }
    if source.archived.is_none() {
        tell(format!("“{title}” has no archived copy, should its address go."));
    }
}

fn quotes_of(records: &Records, source: &str) -> usize {
    let evidence = records.concerns.iter().flat_map(|concern| &concern.evidence);
    evidence.filter(|it| it.source.as_str() == source && it.quote.is_some()).count()
}

/// What the data check would have a newsroom look at in a dataset of its own: one line for all.
pub(super) fn remarks(law: &Law, findings: &mut Vec<Finding>) {
    if law.name.is_some() && !law.remarks.is_empty() {
        let number = counted(law.remarks.len(), "thing", "things");
        let what = format!("The dataset has {number} to look at, listed under “The law”.");
        findings.push(Finding::new(what, CheckTarget::Part("law")));
    }
}

/// Whether the law's status may have changed since anyone looked.
pub(super) fn status(
    explorer: &Explorer,
    today: Option<CalendarDate>,
    findings: &mut Vec<Finding>,
) {
    let dataset = explorer.dataset();
    if today.is_some_and(|today| dataset.is_stale(today)) {
        let as_of = dataset.records().instrument.status.as_of;
        let of = as_of.map_or_else(|| "no known day".into(), |day| day.to_string());
        let what =
            format!("The law’s status is of {of} and may be out of date; readers are told so.");
        findings.push(Finding::new(what, CheckTarget::Part("law")));
    }
}
