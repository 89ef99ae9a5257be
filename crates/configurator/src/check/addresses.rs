//! Addresses that somebody typed: what browsers would make of them.

use snippets::Refusal;
use url::Url;

use crate::{
    act::Act,
    check::{CheckTarget, Finding},
    draft::Draft,
};

/// The one file that a page names.
const LOADER: &str = "provision-explorer.js";

/// What readers' browsers would not find, or not as the newsroom means it.
pub(super) fn addresses(draft: &Draft, findings: &mut Vec<Finding>) {
    findings.extend(loader(draft.loader.trim()));
    findings.extend(page(draft.page.trim()));
    findings.extend(draft.options.dataset.as_deref().and_then(|it| dataset(draft, it.trim())));
}

/// What an address is, as a page would take it.
enum Address {
    Whole(Url),
    /// From the root of the page's own site.
    OfSite,
    /// From the folder of whatever page it stands in.
    Beside,
    /// A host without `https://`, and the address with it.
    WithoutScheme(String),
    /// Leads to no file.
    Unusable,
}

impl Address {
    fn of(text: &str) -> Self {
        match Url::parse(text) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => {
                Self::Whole(url)
            }
            // `news.example:8080/…` reads as a scheme, too.
            Ok(_) if !is_host(text) => Self::Unusable,
            _ if text.contains(char::is_whitespace) => Self::Unusable,
            _ if text.starts_with("//") => Self::WithoutScheme(format!("https:{text}")),
            _ if text.starts_with('/') => Self::OfSite,
            _ if is_host(text) => Self::WithoutScheme(format!("https://{text}")),
            _ => Self::Beside,
        }
    }
}

/// Whether a text begins with the name of a host, such as `news.example`.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let name = |it: &str| !it.is_empty() && it.chars().all(|c| c.is_alphanumeric() || c == '-');
    let top = host.rsplit_once('.').map(|(_, top)| top).unwrap_or_default();
    let is_top = top.len() > 1 && top.chars().all(char::is_alphabetic);
    // A file beside the story has dots as well, and nothing behind its name.
    text.contains('/') && host.split('.').all(name) && is_top
}

fn loader(text: &str) -> Option<Finding> {
    let place = CheckTarget::Part("loader");
    let told = |what: String| Some(Finding::new(what, place.clone()));
    let mended = |what: String, right: String| {
        let label = format!("Use {right}");
        Some(Finding::new(what, place.clone()).mended(label, Act::Loader(right)))
    };
    if text.is_empty() {
        return told(
            "Say where the explorer’s files are: without them readers see its text alone.".into(),
        );
    }
    match Address::of(text) {
        Address::Unusable => told(format!(
            "{text} leads to no file; where the explorer’s files are, an address like \
             https://news.example/explorer/{LOADER} is wanted."
        )),
        Address::WithoutScheme(whole) => {
            mended(format!("{text} would be looked for on the story’s own page."), whole)
        }
        Address::Beside => told(format!(
            "{text} would be looked for beside each story; write the whole address of {LOADER}, \
             which whoever put the files on your site knows."
        )),
        Address::Whole(_) | Address::OfSite if !names_loader(text) => {
            let folder = text.split(['?', '#']).next().unwrap_or_default();
            let what = format!("{text} is not the file that a page names, which is {LOADER}.");
            if folder.ends_with('/') {
                mended(what, format!("{folder}{LOADER}"))
            } else {
                told(what)
            }
        }
        Address::Whole(url) if url.scheme() == "http" => {
            let safe = text.replacen("http://", "https://", 1);
            mended("Pages by https don’t load a script by http.".into(), safe)
        }
        Address::Whole(_) | Address::OfSite => None,
    }
}

/// Whether the law was opened from there.
fn is_at(draft: &Draft, address: &str) -> bool {
    draft.law.as_deref().and_then(|it| it.name.as_deref()) == Some(address)
}

/// Why a form can't be had, with the way to where that is mended.
pub(crate) fn refused(refusal: Refusal, draft: &Draft) -> Finding {
    let what = refusal.to_string() + ".";
    match refusal {
        Refusal::NothingQuoted(_) => Finding::new(what, CheckTarget::Part("highlights")),
        Refusal::NotWhole(_) | Refusal::NotSecure(_) => {
            let mend = loader(draft.loader.trim()).and_then(|it| it.mend);
            Finding { mend, ..Finding::new(what, CheckTarget::Part("loader")) }
        }
    }
}

/// Why a page that is read elsewhere would not find the explorer's files.
pub(crate) fn loader_lacks(text: &str) -> Option<Finding> {
    let text = text.trim();
    let address = Address::of(text);
    if matches!(address, Address::Whole(_)) && names_loader(text) {
        return None;
    }
    let wanted = "The story’s page and its pictures need the whole address of the explorer’s files, \
                  with https:// before it.";
    let is_told = matches!(address, Address::OfSite | Address::Beside);
    let found = loader(text);
    let why = found.as_ref().filter(|_| !is_told).map(|it| format!(" {}", it.what));
    let what = format!("{wanted}{}", why.unwrap_or_default());
    let mend = found.and_then(|it| it.mend);
    Some(Finding { mend, ..Finding::new(what, CheckTarget::Part("loader")) })
}

fn names_loader(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next() == Some(LOADER)
}

fn page(text: &str) -> Option<Finding> {
    let place = CheckTarget::Part("page");
    if text.is_empty() {
        return None;
    }
    match Address::of(text) {
        Address::Whole(_) => None,
        Address::WithoutScheme(whole) => {
            let what =
                format!("{text} is no whole address, and is left out of what is read elsewhere.");
            Some(Finding::new(what, place).mended(format!("Use {whole}"), Act::Page(whole)))
        }
        _ => {
            let what = format!(
                "{text} leads nowhere from a mail or another site; the story’s whole address is wanted, \
                 with https://."
            );
            Some(Finding::new(what, place))
        }
    }
}

/// Where the files to publish have the draft's law, as far as stories can ask for it there.
fn published(draft: &Draft) -> Option<String> {
    let is_sound = matches!(Address::of(draft.loader.trim()), Address::Whole(_) | Address::OfSite);
    draft.law_beside().filter(|_| is_sound && names_loader(draft.loader.trim()))
}

fn dataset(draft: &Draft, text: &str) -> Option<Finding> {
    let place = CheckTarget::Part("dataset");
    let right = published(draft);
    let told = |what: String| {
        let finding = Finding::new(what, place.clone());
        Some(match &right {
            Some(right) => finding.mended(format!("Use {right}"), Act::Dataset(right.clone())),
            None => finding,
        })
    };
    // What goes along with the loader is said of that.
    if draft.law_beside().as_deref() == Some(text) {
        return None;
    }
    match Address::of(text) {
        Address::Unusable => {
            let what =
                format!("{text} leads to no file; say where the dataset will be on your site.");
            Some(Finding::new(what, place))
        }
        Address::WithoutScheme(whole) => {
            let what = format!("{text} would be looked for beside each story.");
            Some(Finding::new(what, place).mended(format!("Use {whole}"), Act::Dataset(whole)))
        }
        Address::Beside => told(format!(
            "{text} would be looked for beside each story, and from a frame elsewhere; the dataset’s \
             whole address is wanted."
        )),
        Address::Whole(_) | Address::OfSite => {
            let right = right.as_deref().filter(|it| !is_at(draft, text) && !it.ends_with(text))?;
            told(format!(
                "{text} isn’t where the files to publish have this law, which is {right}."
            ))
        }
    }
}
