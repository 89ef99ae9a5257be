//! How many mentions are found in paragraphs as news stories would have them, and how many are
//! right. The paragraphs and what stands in them are in `stories.txt`.

mod common;

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use authoring::Dataset;
use story::{Mention, Story, What};

/// A paragraph and the mentions marked by hand.
struct Sample {
    name: String,
    held_out: bool,
    story: Story,
    expected: Vec<String>,
}

fn samples() -> Vec<Sample> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories.txt");
    let text = fs::read_to_string(path).expect("the stories");
    text.split("\n== ").skip(1).map(sample).collect()
}

fn sample(block: &str) -> Sample {
    let (head, body) = block.split_once('\n').expect("a head");
    let mut head = head.split(' ');
    let mut next = || head.next().expect("name, kind and time");
    let (name, kind, time) = (next().to_string(), next(), next());
    let (marks, lines): (Vec<&str>, Vec<&str>) =
        body.trim_end().lines().partition(|line| line.starts_with("→ "));
    let text = lines.join("\n");
    Sample {
        name,
        held_out: time == "held-out",
        story: if kind == "html" { Story::from_html(text) } else { Story::from_text(text) },
        expected: marks.iter().map(|mark| mark["→ ".len()..].to_string()).collect(),
    }
}

/// A mention as `stories.txt` writes it.
fn written(story: &Story, mention: &Mention, dataset: &Dataset) -> String {
    let what = match &mention.what {
        What::Here(all) => {
            let ids = all.iter().map(|it| dataset.short(*it).expect("one"));
            ids.collect::<Vec<_>>().join(", ")
        }
        What::Missing { cited, .. } => format!("no {}", cited.trim_start_matches("Article ")),
        What::Elsewhere { law } => format!("law: {law}"),
    };
    format!("{} = {what}", story.text()[mention.span.clone()].replace('\u{a0}', " "))
}

/// How many are right, found and marked.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    marked: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    fn recall(&self) -> f64 {
        ratio(self.right, self.marked)
    }
}

#[allow(clippy::cast_precision_loss, reason = "there are a few dozen")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[test]
fn what_is_found_in_stories_is_right_and_little_is_missed() {
    let dataset = common::convention();
    let (mut scores, mut report) = (BTreeMap::<bool, Score>::new(), String::new());
    for sample in samples() {
        let mut missed = sample.expected.clone();
        let score = scores.entry(sample.held_out).or_default();
        score.marked += missed.len();
        let sure = sample.story.mentions(&dataset).into_iter().filter(|it| it.doubt.is_none());
        for mention in sure {
            let written = written(&sample.story, &mention, &dataset);
            score.found += 1;
            match missed.iter().position(|it| *it == written) {
                Some(place) => {
                    score.right += 1;
                    missed.remove(place);
                }
                None => writeln!(report, "{}: wrong: {written}", sample.name).expect("a string"),
            }
        }
        for missed in missed {
            writeln!(report, "{}: missed: {missed}", sample.name).expect("a string");
        }
    }
    for (held_out, score) in &scores {
        let kind = if *held_out { "held out" } else { "written before" };
        let (precision, recall) = (score.precision(), score.recall());
        eprintln!("{kind}: {} marked, precision {precision:.3}, recall {recall:.3}", score.marked);
    }
    eprintln!("{report}");
    for score in scores.values() {
        assert_eq!(score.right, score.found, "\n{report}");
        assert!(score.recall() >= 0.95, "\n{report}");
    }
}
