//! What to look at before a story goes out: short where all is well, each line with its place and,
//! where there is a sure way to mend it, that way.

mod addresses;
mod facts;
#[cfg(test)]
mod tests;

use authoring::{CalendarDate, ProvisionId, ProvisionIx};
use explorer::Explorer;
use options::{Options, Theme, Warning, What};
use provision_explorer::Language;
use story::ended;

pub(crate) use addresses::{loader_lacks, refused};

use crate::{
    act::Act,
    colour::{DARK, LIGHT, contrast, readable, reads_on},
    draft::{Draft, told},
    law::Law,
    view::ui::grouped,
};

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    /// What, and what would be right.
    pub(crate) what: String,
    /// Where.
    pub(crate) place: CheckTarget,
    /// What to press, and what that does.
    pub(crate) mend: Option<(String, Act)>,
}

/// Where something is to be seen or set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CheckTarget {
    /// A field or a part of the page, by its id.
    Part(&'static str),
    /// The note on a provision.
    Note(ProvisionId),
    /// A provision, in the preview.
    Provision(ProvisionIx),
}

/// What is known beside the draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Around {
    pub(crate) today: Option<CalendarDate>,
    /// How many characters the chosen snippet has.
    pub(crate) characters: usize,
    /// Whether something is wider than a screen of 320 px.
    pub(crate) overflows: bool,
    /// What the story names.
    pub(crate) named: Vec<ProvisionId>,
    /// Of how many places it is open whose they are.
    pub(crate) undecided: usize,
}

/// Everything to look at, what the journalist can set first.
pub(crate) fn check(
    draft: &Draft,
    law: &Law,
    explorer: &Explorer,
    around: &Around,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    left_over(draft, around, &mut findings);
    undecided(around, &mut findings);
    awaited(draft, &mut findings);
    addresses::addresses(draft, &mut findings);
    heading(&draft.options, law, &mut findings);
    language(draft, &mut findings);
    strangers(&draft.options, law, &mut findings);
    facts::highlights(&draft.options, law, &mut findings);
    facts::notes(&draft.options, law, &mut findings);
    legibility(draft, &mut findings);
    size(draft, around, &mut findings);
    facts::sources(explorer, &mut findings);
    facts::status(explorer, around.today, &mut findings);
    facts::remarks(law, &mut findings);
    findings
}

impl Finding {
    pub(crate) fn new(what: impl Into<String>, place: CheckTarget) -> Self {
        Self { what: what.into(), place, mend: None }
    }

    fn mended(self, label: impl Into<String>, act: Act) -> Self {
        Self { mend: Some((label.into(), act)), ..self }
    }
}

/// What was set for the story before.
fn left_over(draft: &Draft, around: &Around, findings: &mut Vec<Finding>) {
    if let Some(left) = draft.left_over(&around.named) {
        let what = ended(format!("From the story before: {left}"))
            + " Say whether that holds for this one.";
        findings.push(Finding::new(what, CheckTarget::Part("left-over")));
    }
}

/// Places of the story that may be another law's.
fn undecided(around: &Around, findings: &mut Vec<Finding>) {
    let place = CheckTarget::Part("story");
    match around.undecided {
        0 => {}
        1 => findings.push(Finding::new("One place in the story may be this law’s or another’s. It isn’t marked until you say so.", place)),
        more => findings.push(Finding::new(format!("{more} places in the story may be this law’s or another’s. They aren’t marked until you say so."), place)),
    }
}

/// A draft for another law than the one that is open.
fn awaited(draft: &Draft, findings: &mut Vec<Finding>) {
    if let Some(law) = &draft.awaits {
        let what = format!("This draft was made for {}; open its dataset.", law.title);
        let finding = Finding::new(what, CheckTarget::Part("law"));
        findings.push(finding.mended("Use the law that ships", Act::Law(None, String::new())));
    }
}

fn heading(options: &Options, law: &Law, findings: &mut Vec<Finding>) {
    if options.heading.as_deref().is_none_or(|heading| heading.trim().is_empty()) {
        let what = ended(format!("There is no heading of your own: readers see “{}”", law.title()));
        findings.push(Finding::new(what, CheckTarget::Part("heading")));
    }
}

/// A story in a language that the explorer speaks where nobody has chosen one: frames, pages and mail have no
/// text around them that would say it.
fn language(draft: &Draft, findings: &mut Vec<Finding>) {
    let is_said = |tag: &&str| draft.options.lang.is_some() || *tag == Language::fallback().tag;
    let Some(tag) = draft.story.language().filter(|it| !is_said(it)) else { return };
    let Some(spoken) = Language::described().into_iter().find(|it| it.tag == tag) else { return };
    let what = format!(
        "The story is in {}. Outside a page in that language, as in a frame or a newsletter, the \
         explorer’s own words are English.",
        spoken.english
    );
    let act = Act::Lang(Some(tag.into()));
    let finding = Finding::new(what, CheckTarget::Part("lang"));
    findings.push(finding.mended(format!("Have them in {}", spoken.english), act));
}

/// What the options name and the law doesn't have.
fn strangers(options: &Options, law: &Law, findings: &mut Vec<Finding>) {
    let (_, warnings) = options::resolve(options, law.dataset());
    for warning in warnings {
        let Warning { at, what } = &warning;
        let (text, mend) = match what {
            What::UnknownProvision { place, nearest } => {
                let meant = nearest.as_ref().map(|it| format!(" Did you mean {it}?"));
                let what = format!("{place} is not in this law.{}", meant.unwrap_or_default());
                (what, without(options, law, place, &at.path))
            }
            What::UnknownGroup { group, .. } => {
                let known = options.audience.iter().find(|it| it.as_str() == group);
                let act = known.map(|it| Act::Audience(it.clone(), false));
                (format!("This law has no group “{group}”."), act)
            }
            What::Unreadable(it) => {
                (ended(told(&warning)), without(options, law, &it.text, &at.path))
            }
            _ => (ended(told(&warning)), None),
        };
        let finding = Finding::new(text, CheckTarget::Part("highlights"));
        findings.push(match mend {
            Some(act) => finding.mended("Take it out", act),
            None => finding,
        });
    }
}

/// The step that takes a provision out of where it was named.
fn without(options: &Options, law: &Law, place: &str, path: &str) -> Option<Act> {
    let is_meant = |id: &&ProvisionId| {
        let cited = law.dataset().cited(id.as_str());
        cited.iter().any(|it| it.as_ref().is_err_and(|it| it.text == place))
    };
    match path {
        "highlight" => options.highlight.iter().find(is_meant).cloned().map(Act::Unhighlight),
        "open" => Some(Act::Open(None)),
        _ => {
            let id = options.notes.iter().map(|(id, _)| id).find(is_meant)?;
            Some(Act::Note(id.clone(), String::new()))
        }
    }
}

fn legibility(draft: &Draft, findings: &mut Vec<Finding>) {
    let Some(accent) = draft.accent else { return };
    // The colour for dark paper follows from this one by itself.
    let paper = if draft.options.theme == Theme::Dark { DARK } else { LIGHT };
    if reads_on(accent, paper) {
        return;
    }
    let better = readable(accent, paper);
    let what = format!(
        "Links in {accent} have a contrast of {:.1} to 1 and can’t be read by many; 4.5 to 1 is needed.",
        contrast(accent, paper)
    );
    let finding = Finding::new(what, CheckTarget::Part("accent"));
    findings.push(finding.mended(format!("Use {better}"), Act::Accent(Some(better))));
}

fn size(draft: &Draft, around: &Around, findings: &mut Vec<Finding>) {
    if let Some(limit) = draft.limit.filter(|limit| around.characters > *limit) {
        let what = format!(
            "The snippet has {} characters and your system takes {}; take another under “What you take”, or highlight fewer provisions.",
            grouped(around.characters),
            grouped(limit)
        );
        findings.push(Finding::new(what, CheckTarget::Part("kind")));
    }
    if around.overflows {
        let what = "On a small phone something is wider than the screen.";
        findings.push(Finding::new(what, CheckTarget::Part("preview")));
    }
}
