//! What became of a law's words, in words: one place for whoever tells an editor, in a terminal or on
//! a page.

use std::fmt;

use crate::{Law, LeftOut, Why};

/// What arrived, and all that did not, by reason, to the last word. As a text it is what a terminal
/// shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many provisions, and where the law's characters are, a line each.
    pub counts: Vec<String>,
    /// Each reason for leaving words out, with how often it was one, and those words with their
    /// places.
    pub left_out: Vec<(String, Vec<String>)>,
    /// What only an editor can say.
    pub to_be_given: String,
}

/// What an editor might write into the fields that laws' files leave empty.
const EXAMPLES: [(&str, &str); 8] = [
    ("title", "such as `Lamp Act`"),
    ("language", "such as `en`"),
    ("edition.date", "such as `2031-05-06`"),
    ("credit", "such as `Lamp Gazette`"),
    ("stale_after", "`P6M` is six months, `P30D` thirty days"),
    ("instrument.short_title", "such as `the Lamp Act`"),
    ("instrument.status.as_of", "such as `2031-05-06`"),
    ("instrument.status.line", "such as `In force since May.`"),
];

fn with_example(field: &str) -> String {
    let found = EXAMPLES.iter().find(|(name, _)| *name == field);
    found.map_or_else(|| format!("`{field}`"), |(_, example)| format!("`{field}` ({example})"))
}

impl Law {
    /// What became of its words.
    pub fn report(&self) -> Report {
        let left: usize = self.left_out.iter().map(LeftOut::characters).sum();
        let given: Vec<_> = self.to_be_given.iter().map(|it| with_example(it)).collect();
        Report {
            counts: vec![
                format!("{} provisions", self.provisions),
                format!(
                    "of {} characters {} stand in provisions, {} are numbers and titles, {left} \
                     are left out",
                    self.characters, self.kept, self.numbers
                ),
            ],
            left_out: Why::ALL.into_iter().filter_map(|why| self.left_out_for(why)).collect(),
            to_be_given: format!(
                "for an editor to give: {}, and who is affected, who says what",
                given.join(", ")
            ),
        }
    }

    fn left_out_for(&self, why: Why) -> Option<(String, Vec<String>)> {
        let these: Vec<_> = self.left_out.iter().filter(|it| it.why == why).collect();
        if these.is_empty() {
            return None;
        }
        let characters: usize = these.iter().map(|it| it.characters()).sum();
        let reason =
            format!("left out, {}: {} ({characters} characters)", why.words(), these.len());
        let line = |it: &&LeftOut| format!("{}: {}", it.at, it.words.escape_debug());
        Some((reason, these.iter().map(line).collect()))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.counts.join("\n"))?;
        for (reason, words) in &self.left_out {
            write!(f, "\n{reason}")?;
            for line in words {
                write!(f, "\n  {line}")?;
            }
        }
        write!(f, "\n{}", self.to_be_given)
    }
}
