//! What build scripts of a site call: values in, records out, no command line.

use authoring::json;
use explorer::Explorer;
use serde::Serialize;
use story::{Story, What};

use crate::data::report;

/// What checking a dataset comes to.
#[derive(Serialize)]
pub struct Checked {
    /// Whether nothing is wrong.
    pub sound: bool,
    /// What is wrong, a line each with its place.
    pub problems: Vec<String>,
    /// What an editor should look at, a line each with its place.
    pub remarks: Vec<String>,
}

/// Checks a dataset's text. Quotations are not confirmed, for nothing is read.
pub fn check(text: &str) -> Checked {
    let node = match json::parse(text) {
        Ok(node) => node,
        Err(error) => {
            let problems = vec![error.to_string()];
            return Checked { sound: false, problems, remarks: Vec::new() };
        }
    };
    let reading = authoring::read(node);
    Checked {
        sound: reading.problems.is_empty() && reading.dataset.is_some(),
        problems: reading.problems.iter().map(ToString::to_string).collect(),
        remarks: reading.remarks(report::today()).iter().map(ToString::to_string).collect(),
    }
}

/// What a story says of a law.
#[derive(Serialize)]
pub struct Found {
    /// The places that it names, in its order.
    pub mentions: Vec<Place>,
    /// The story with `<provision-ref>` around each that leads into the law.
    pub marked: String,
}

/// A place that a story names.
#[derive(Serialize)]
pub struct Place {
    /// The words that name it.
    pub text: String,
    /// Where they begin in the story's words, counted as JavaScript counts.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The ids of the law's provisions; none where the place is not in this law, or may not be.
    pub provisions: Vec<String>,
    /// The ids of those that it would be where that is in doubt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub perhaps: Vec<String>,
    /// The other law's name as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The place as a citation, where this law has none such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// The story doesn't say whether it is this law's, so it isn't marked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// What stands right behind it, looks like one more place and isn't read as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
}

/// Finds the places that a story names.
pub fn find_mentions(story: &str, is_html: bool, law: &Explorer) -> Found {
    let text = story.to_owned();
    let story = if is_html { Story::from_html(text) } else { Story::from_text(text) };
    let dataset = law.dataset();
    let mentions = story.mentions(dataset);
    let count = |end: usize| story.text().get(..end).map_or(0, |it| it.encode_utf16().count());
    let place = |it: &story::Mention| {
        let mut place = Place {
            text: story.text().get(it.span.clone()).unwrap_or_default().into(),
            start: count(it.span.start),
            end: count(it.span.end),
            provisions: Vec::new(),
            perhaps: Vec::new(),
            law: None,
            missing: None,
            doubtful: it.doubt.is_some(),
            unread: it.unread.clone().and_then(|it| story.text().get(it)).map(Into::into),
        };
        match &it.what {
            What::Here(all) => {
                let ids = all.iter().filter_map(|at| dataset.provision(*at));
                let ids = ids.map(|it| it.id.to_string()).collect();
                *(if place.doubtful { &mut place.perhaps } else { &mut place.provisions }) = ids;
            }
            What::Missing { cited, .. } => place.missing = Some(cited.clone()),
            What::Elsewhere { law } => place.law = Some(law.clone()),
        }
        place
    };
    Found {
        mentions: mentions.iter().map(place).collect(),
        marked: story.with_refs(&mentions, dataset),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::prerender::explorer_of;

    #[test]
    fn a_build_step_that_highlights_provisions_gets_none_that_are_in_doubt() {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/un-cybercrime-convention.json");
        let law = explorer_of(&file).expect("a law");
        let found = |start: &str| {
            let rest = " It rained on the boats in the harbour.".repeat(10);
            find_mentions(&format!("{start}{rest}"), false, &law).mentions.remove(0)
        };
        let place = found("Article 28 charges tenants for rain.");
        assert!(place.doubtful && place.provisions.is_empty());
        assert_eq!(place.perhaps, ["art_28"]);
        let place = found("Article 28 of the UN Convention against Cybercrime is long.");
        assert!(!place.doubtful && place.perhaps.is_empty());
        assert_eq!(place.provisions, ["art_28"]);
    }
}
