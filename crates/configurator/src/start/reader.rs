//! What is asked of a law's files where they are read: in a worker, or, where none starts, on the page.
//! Questions and answers travel as JSON. Each question says all that it needs, so that nothing is lost
//! with a worker that was ended but what it had read.

use std::collections::BTreeSet;

use authoring::{Node, json};
use serde::{Deserialize, Serialize};
use statute::{Choice, Depth, File, Finding, Former, Opened, Report, update};

use super::{
    Answer, Change, Comparison, Made, Tree,
    found::{UNTITLED, kind, share},
};

/// A law's files as they were read.
pub(crate) struct Reader(Opened);

/// Something that is asked of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    #[serde(with = "DepthName")]
    pub(crate) depth: Depth,
    /// The ids of the provisions that are wanted; all without it.
    pub(crate) only: Option<BTreeSet<String>>,
    pub(crate) ask: Ask,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ask {
    /// What there is, and what an editor has to say; today's date is what some answers begin as.
    See { today: String },
    /// What a new version changes in the law that is open.
    Compare(Words),
    /// The dataset: of its own, or the new version of the law that is open.
    Make { answers: Vec<Answer>, into: Option<Words> },
}

/// What becomes of the words that the law had so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Words {
    Replaced,
    /// They stay, beside those of a new draft of this name.
    Kept(String),
}

/// What comes of a question.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Told {
    Seen(Box<Seen>),
    Compared(Comparison),
    Made(Made),
}

/// A law as far as the page shows it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub(crate) title: String,
    #[serde(with = "ReportLines")]
    pub(crate) report: Report,
    /// Of all its characters, those that are in the dataset, in thousandths.
    pub(crate) share: usize,
    pub(crate) problems: Vec<String>,
    pub(crate) remarks: Vec<String>,
    pub(crate) tree: Tree,
    pub(crate) answers: Vec<Answer>,
}

impl Question {
    /// Whether it is about the law that is open as well.
    pub(crate) fn needs_law(&self) -> bool {
        matches!(self.ask, Ask::Compare(_) | Ask::Make { into: Some(_), .. })
    }
}

impl Reader {
    /// Reads a law in one file or in several.
    ///
    /// # Errors
    /// Each file that can't be read, a sentence a line.
    pub(crate) fn open(files: &[(String, Vec<u8>)]) -> Result<Self, String> {
        let files: Vec<_> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        statute::open(&files).map(Self).map_err(|refused| lines(&refused).join("\n"))
    }

    /// Answers a question, both as JSON. `law` is the dataset of the law that is open.
    ///
    /// # Errors
    /// What stands in the way, in a sentence.
    pub(crate) fn answer(&self, question: &str, law: &str) -> Result<String, String> {
        let question = serde_json::from_str(question).map_err(|error| error.to_string())?;
        let told = self.tell(question, law)?;
        serde_json::to_string(&told).map_err(|error| error.to_string())
    }

    fn tell(&self, question: Question, law: &str) -> Result<Told, String> {
        let Question { depth, only, ask } = question;
        let chosen = self.0.law(&Choice { depth, only });
        let old = || json::parse(law).map_err(|error| error.to_string());
        Ok(match ask {
            Ask::See { today } => Told::Seen(Box::new(Seen::of(&chosen, &today))),
            Ask::Compare(words) => {
                let update = update(&old()?, &chosen, words.former());
                let change =
                    |it: &statute::Change| Change { kind: kind(&it.what), line: it.to_string() };
                let drafts = update.drafts.map(|it| (it.former, it.now));
                let changes = update.changes.iter().map(change).collect();
                Told::Compared(Comparison { changes, drafts })
            }
            Ask::Make { into: Some(words), .. } => {
                Told::Made(made(&update(&old()?, &chosen, words.former()).dataset)?)
            }
            Ask::Make { answers, into: None } => {
                let mut dataset = chosen.dataset;
                for answer in &answers {
                    answer.put(&mut dataset);
                }
                unsound(&dataset, &answers, &chosen.to_be_given)?;
                Told::Made(made(&dataset)?)
            }
        })
    }
}

impl Seen {
    fn of(law: &statute::Law, today: &str) -> Self {
        let title = law.dataset.field("instrument").and_then(|it| it.field("title"));
        Self {
            title: title.and_then(Node::as_text).unwrap_or(UNTITLED).into(),
            report: law.report(),
            share: share(law.kept + law.numbers, law.characters),
            problems: lines(&law.problems),
            remarks: lines(&law.remarks),
            tree: Tree::of(&law.dataset),
            answers: Answer::all(&law.dataset, &law.to_be_given, today),
        }
    }
}

impl Words {
    fn former(&self) -> Former<'_> {
        match self {
            Self::Replaced => Former::Replaced,
            Self::Kept(now) => Former::Kept { now },
        }
    }
}

fn made(dataset: &Node) -> Result<Made, String> {
    let id = dataset.field("id").and_then(Node::as_text).unwrap_or("law");
    let json = serde_json::to_string_pretty(dataset).map_err(|error| error.to_string())?;
    Ok(Made { name: format!("{id}.json"), json: json + "\n" })
}

/// Answers that the format doesn't take, each with what would be right.
fn unsound(dataset: &Node, answers: &[Answer], to_be_given: &[String]) -> Result<(), String> {
    let asked = |path: &str| {
        answers.iter().any(|it| it.path == path) || to_be_given.iter().any(|it| it == path)
    };
    let problems = authoring::read(dataset.clone()).problems;
    let wrong = problems.iter().filter(|it| asked(&it.at.to_string()));
    let wrong: Vec<_> = wrong.map(ToString::to_string).collect();
    if wrong.is_empty() { Ok(()) } else { Err(format!("{}.", wrong.join("; "))) }
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

/// How a depth travels.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Depth")]
enum DepthName {
    Articles,
    Paragraphs,
    Points,
}

/// How a report travels.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Report")]
struct ReportLines {
    counts: Vec<String>,
    left_out: Vec<(String, Vec<String>)>,
    to_be_given: String,
}
