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
    /// The ids of the law's provisions; none where the place is not in this law.
    pub provisions: Vec<String>,
    /// The other law's name as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The place as a citation, where this law has none such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Nothing in the story speaks of this law, so it isn't marked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
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
            law: None,
            missing: None,
            doubtful: it.doubtful,
        };
        match &it.what {
            What::Here(all) => {
                let ids = all.iter().filter_map(|at| dataset.provision(*at));
                place.provisions = ids.map(|it| it.id.to_string()).collect();
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
