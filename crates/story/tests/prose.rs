//! Paragraphs as newsrooms write them, and what is to be marked in them: `prose/*.txt`, in
//! `prose/second`, `prose/third`, `prose/fifth`, `prose/seventh`, `prose/ninth` and `prose/tenth`
//! those that were written before the rules that they led to, in
//! `prose/apart`, `prose/unseen`, `prose/fourth` and `prose/sixth` those that were read for the last of them, and in
//! `prose/eighth` and `prose/eleventh` those that no rule was written by.
//!
//! A line `law:` says which law the paragraphs below it belong to: `convention` and `bicycle` are
//! datasets, others are made of a name, a word for what is counted, and citations. `kind: own` are
//! stories about that law, `kind: other` those that must be left alone. Marked are the law's own
//! places alone, `{words = where they lead}`: several with plus signs, `none` where the dataset
//! lacks it. A line is a story; ` ¶ ` parts its paragraphs.
#![allow(clippy::panic, reason = "a test fails by it")]

mod common;
#[path = "common/law.rs"]
mod law;

use std::{collections::BTreeMap, ffi::OsString, fmt::Write, fs, ops::Range, path::Path};

use authoring::{Dataset, ProvisionIx};
use law::law;
use story::{Doubt, Mention, Story, What};

/// A place that is to be marked.
struct Place {
    span: Range<usize>,
    /// Where it leads; nowhere for what the dataset lacks.
    to: Vec<ProvisionIx>,
}

/// How paragraphs of one kind came out.
#[derive(Default)]
struct Score {
    places: usize,
    right: usize,
    /// Mentions of this law, and what any law is cited by.
    own: usize,
    cited: usize,
    /// Places of this law that are a question, and what else is one.
    asked: usize,
    asked_in_vain: usize,
    report: String,
}

impl Score {
    fn recall(&self) -> f64 {
        ratio(self.right, self.places)
    }

    fn wrong(&self) -> f64 {
        ratio(self.own - self.right, self.cited)
    }
}

#[allow(clippy::cast_precision_loss, reason = "there are a few hundred")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / (whole.max(1)) as f64
}

/// The law that a line names.
fn dataset(named: &str) -> Dataset {
    match named {
        "convention" => common::convention(),
        "bicycle" => common::bicycle(),
        made_up => {
            let (title, rest) = made_up.split_once(": ").expect("a name");
            let (unit, citations) = rest.split_once(" | ").expect("a unit");
            let citations: Vec<&str> = citations.split(" | ").collect();
            let text = law(title, unit, &citations).to_string();
            let reading = authoring::read(authoring::json::parse(&text).expect("it is JSON"));
            reading.dataset.unwrap_or_else(|| panic!("{:#?}", reading.problems))
        }
    }
}

/// A paragraph without its marks, and what they mark.
fn sample(line: &str, dataset: &Dataset) -> (String, Vec<Place>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    let mut pieces = line.split('{');
    text.push_str(pieces.next().expect("one piece at least"));
    for piece in pieces {
        let (mark, rest) = piece.split_once('}').unwrap_or_else(|| panic!("open: {line}"));
        let (words, to) = mark.split_once(" = ").unwrap_or_else(|| panic!("no aim: {line}"));
        let start = text.len();
        text.push_str(words);
        places.push(Place { span: start..text.len(), to: aims(to, dataset) });
        text.push_str(rest);
    }
    (text, places)
}

fn aims(to: &str, dataset: &Dataset) -> Vec<ProvisionIx> {
    let one = |it| dataset.cited_one(it).unwrap_or_else(|why| panic!("{why}"));
    if to == "none" { Vec::new() } else { to.split('+').map(one).collect() }
}

/// Where a mention leads; none where it is another law's.
fn leads(mention: &Mention) -> Option<Vec<ProvisionIx>> {
    match &mention.what {
        What::Here(all) => Some(all.clone()),
        What::Missing { .. } => Some(Vec::new()),
        What::Elsewhere { .. } => None,
    }
}

fn judge(line: &str, dataset: &Dataset, score: &mut Score) {
    let (text, mut places) = sample(&line.replace(" ¶ ", "\n"), dataset);
    let story = Story::from_text(text);
    score.places += places.len();
    score.cited += dataset.citations().find_in(story.text()).len();
    for mention in story.mentions(dataset) {
        let Some(leads) = leads(&mention) else { continue };
        let meets = |place: &Place| {
            let Range { start, end } = mention.span;
            place.to == leads && place.span.start <= start && end <= place.span.end
        };
        let found = places.iter().position(meets);
        if mention.doubt.is_some() {
            *(if found.is_some() { &mut score.asked } else { &mut score.asked_in_vain }) += 1;
            continue;
        }
        score.own += 1;
        if let Some(at) = found {
            score.right += 1;
            places.remove(at);
        } else {
            let words = &story.text()[mention.span.clone()];
            writeln!(score.report, "wrong: {words}\n    in {line}").expect("a string");
        }
    }
    for place in places {
        let words = &story.text()[place.span];
        writeln!(score.report, "missed: {words}\n    in {line}").expect("a string");
    }
}

/// All paragraphs of a folder, by kind.
fn scores(folder: &str) -> BTreeMap<String, Score> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = fs::read_dir(folder).expect("the folder").map(|it| it.expect("a file").path());
    let mut scores = BTreeMap::<String, Score>::new();
    for file in files.filter(|it| it.extension().is_some_and(|it| it == "txt")) {
        let (mut law, mut kind) = (None, String::new());
        for line in fs::read_to_string(file).expect("text").lines() {
            if let Some(named) = line.strip_prefix("law: ") {
                law = Some(dataset(named));
            } else if let Some(named) = line.strip_prefix("kind: ") {
                kind = named.into();
            } else if let Some(law) = &law {
                judge(line, law, scores.entry(kind.clone()).or_default());
            }
        }
    }
    scores
}

/// The least share of own places that is found, and the most marks that may be wrong in stories about
/// this law and about others.
struct Goals {
    found: f64,
    wrong: f64,
    others: f64,
}

/// What the rules were written by: one place is asked about, in a story that says nothing of the law.
const KNOWN: Goals = Goals { found: 0.995, wrong: 0.0, others: 0.0 };

/// What was measured in `second` when its rules were there: 74 of 77 places found. Two that are missed are
/// of `la convention sur la cybercriminalité`, which is the title of the Budapest Convention, and one is a
/// bare number, `el 28`, which is as often a day.
const SECOND: Goals = Goals { found: 0.96, wrong: 0.0, others: 0.0125 };

/// In `third`, 49 of 52 places: here, too, one is a bare number, and one stands in a story that says only
/// who signs.
const THIRD: Goals = Goals { found: 0.94, wrong: 0.0, others: 0.0 };

/// In `fifth`, 67 of 70 places: one is a paragraph "of the same article". Of 73 marks in stories about
/// others two are wrong, where nothing but a government's budget says that a constitution is spoken of.
const FIFTH: Goals = Goals { found: 0.957, wrong: 0.0, others: 0.028 };

/// In `seventh`, all of 40 places and none of another law's: before a rule was written by it 35 were found,
/// and 19 of 37 marks were wrong.
const SEVENTH: Goals = Goals { found: 1.0, wrong: 0.0, others: 0.0 };

/// What was measured in these before what a law is about was asked of stories that name none: in `apart` 72
/// of 74 places found, in `unseen`, `fourth` and `sixth` 4 of 41, 6 of 40 and 11 of 36 marks wrong. They were
/// read when that was sought, so that they judge it no longer.
const APART: Goals = Goals { found: 0.959, wrong: 0.0125, others: 0.0 };
const UNSEEN: Goals = Goals { found: 0.94, wrong: 0.0, others: 0.0 };
const FOURTH: Goals = Goals { found: 0.918, wrong: 0.0, others: 0.0 };
const SIXTH: Goals = Goals { found: 0.95, wrong: 0.0, others: 0.028 };

/// What was measured in `eighth`, by whose failures nothing was mended: 27 of 29 places found, and of 37 marks
/// first 4 wrong, all in first sentences, and 2 by the rules that `ninth` led to. Promised are 0.97 and 0.05.
const EIGHTH: Goals = Goals { found: 0.931, wrong: 0.0, others: 0.055 };

/// In `tenth` 33 of 39 places are found, the others asked about, and none of 42 marks is wrong: before a rule was
/// written by it 29 were found, and 9 marks were wrong.
const TENTH: Goals = Goals { found: 0.846, wrong: 0.0, others: 0.0 };

/// What was measured in `eleventh`, which nobody looked into after that: 35 of 39 places found and the others
/// asked about, 6 of 39 marks wrong.
const ELEVENTH: Goals = Goals { found: 0.897, wrong: 0.0, others: 0.154 };

/// What `ninth` has: what was found wrong by reading the rest as an editor would, and its kind.
const NINTH: Goals = Goals { found: 1.0, wrong: 0.0, others: 0.0 };

/// Paragraphs of one kind about the convention, in the order of these folders, by the names of their files,
/// which have one language each.
fn paragraphs(folders: &[&str], kind: &str) -> BTreeMap<OsString, Vec<String>> {
    let dataset = common::convention();
    let mut paragraphs: BTreeMap<OsString, Vec<String>> = BTreeMap::new();
    for folder in folders {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        for file in fs::read_dir(folder).expect("the folder").map(|it| it.expect("a file")) {
            let (mut law, mut here) = ("", "");
            for line in fs::read_to_string(file.path()).expect("text").lines() {
                if let Some(named) = line.strip_prefix("law: ") {
                    law = if named == "convention" { "convention" } else { "" };
                } else if let Some(named) = line.strip_prefix("kind: ") {
                    here = if named == kind { kind } else { "" };
                } else if !law.is_empty() && !here.is_empty() && !line.is_empty() {
                    let text = sample(&line.replace(" ¶ ", "\n"), &dataset).0;
                    paragraphs.entry(file.file_name()).or_default().push(text);
                }
            }
        }
    }
    paragraphs
}

/// So many words are a whole story; what is left with fewer is none.
const WHOLE: usize = 80;

/// The same, joined to whole stories.
fn joined(folders: &[&str], kind: &str) -> Vec<Story> {
    let mut stories = Vec::new();
    for paragraphs in paragraphs(folders, kind).into_values() {
        let mut story = String::new();
        for paragraph in paragraphs {
            story = story + &paragraph + "\n";
            if story.split_whitespace().count() > WHOLE {
                stories.push(Story::from_text(std::mem::take(&mut story)));
            }
        }
    }
    stories
}

/// Of the stories that name places which may be this law's, how many are in doubt, and how many there are.
fn doubts(kind: &str) -> (usize, usize) {
    let dataset = common::convention();
    let (mut doubtful, mut all) = (0, 0);
    for story in joined(&["prose/unseen", "prose/fourth", "prose/sixth"], kind) {
        let mentions = story.mentions(&dataset);
        let mut may_be = mentions.iter().filter(|it| leads(it).is_some()).peekable();
        all += usize::from(may_be.peek().is_some());
        doubtful += usize::from(may_be.any(|it| it.doubt == Some(Doubt::Unnamed)));
    }
    eprintln!("{kind}: {doubtful} of {all} in doubt");
    (doubtful, all)
}

fn hold(folder: &str, told: bool, goals: &Goals) {
    let scores = scores(folder);
    let mut report = String::new();
    for (kind, score) in &scores {
        let (recall, wrong) = (score.recall(), score.wrong());
        let line = format!(
            "{folder}, {kind}: {} places, {recall:.3} of them found, {} asked about, {wrong:.3} of {} marks wrong, {} more asked about",
            score.places, score.asked, score.cited, score.asked_in_vain
        );
        writeln!(report, "{line}").expect("a string");
        report.push_str(if told { &score.report } else { "" });
    }
    eprintln!("{report}");
    let of = |kind| scores.get(kind).expect("paragraphs of that kind");
    let (own, other) = (of("own"), of("other"));
    assert!(own.recall() >= goals.found && own.wrong() <= goals.wrong, "{report}");
    assert!(other.wrong() <= goals.others, "{report}");
}

#[test]
fn places_in_prose_are_found_and_those_of_other_laws_left_alone() {
    hold("prose", true, &KNOWN);
}

#[test]
fn places_are_found_in_paragraphs_that_were_written_before_the_rules() {
    hold("prose/second", true, &SECOND);
    hold("prose/third", true, &THIRD);
    hold("prose/fifth", true, &FIFTH);
    hold("prose/seventh", true, &SEVENTH);
    hold("prose/ninth", true, &NINTH);
    hold("prose/tenth", true, &TENTH);
}

/// What failed among these is not told, so that no rule is written by them.
#[test]
fn places_in_prose_that_was_kept_apart_are_found_as_well() {
    hold("prose/apart", false, &APART);
    hold("prose/unseen", false, &UNSEEN);
    hold("prose/fourth", false, &FOURTH);
    hold("prose/sixth", false, &SIXTH);
    hold("prose/eighth", false, &EIGHTH);
    hold("prose/eleventh", false, &ELEVENTH);
}

#[test]
fn as_many_whole_stories_as_were_measured_are_asked_about() {
    let (others, own) = (doubts("other"), doubts("own"));
    assert!(others.0 >= OTHERS_IN_DOUBT, "{others:?}");
    assert_eq!(own.0, OWN_IN_DOUBT, "{own:?}");
}

/// What was measured in stories of 80 words and more, made of paragraphs of `unseen`, `fourth` and `sixth`:
/// both about other laws that name places which may be this law's are asked about, and none of 14 about it.
const OTHERS_IN_DOUBT: usize = 2;
const OWN_IN_DOUBT: usize = 0;
