//! An outline as a dataset: what the law says of itself is filled in, what only an editor can say
//! is left to them; and what was found on the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Bound,
};

use authoring::{Node, ProblemKind};

use crate::{
    Choice, Finding, Law,
    citation::CitationStyle,
    emit::{Chapter, Emitted, Provision, emit},
    numbering::oddities,
    outline::{About, Address, At, Kind, LeftOut, Outline, Part, Why},
    tree::{Place, weight},
};

/// Longer ids are cut at a word; they name files.
const LONGEST_ID: usize = 48;

/// A file in which one provision in so few has no words was misread, or is no whole law.
const FEW: usize = 5;

/// So much of left words is shown beside what is said of them.
const START: usize = 60;

pub(crate) fn law(mut outline: Outline, choice: &Choice) -> Law {
    outline.clean();
    let Emitted { provisions, chapters, left } = emit(&outline, choice);
    outline.left.extend(left);
    let mut law = Law {
        dataset: dataset_of(&outline.about, &provisions, &chapters),
        provisions: provisions.len(),
        characters: outline.total,
        kept: provisions.iter().map(Provision::weight).sum::<usize>(),
        numbers: numbers(&provisions, &chapters) + outline.titled,
        left_out: Vec::new(),
        problems: Vec::new(),
        remarks: Vec::new(),
        to_be_given: Vec::new(),
    };
    law.problems = problems(&outline, &provisions);
    law.remarks = remarks(&outline);
    law.tell_empty(&outline, &provisions);
    law.left_out = outline.left;
    law.account();
    law.judge();
    law
}

impl Law {
    /// Many a law has a bare number left, as of a paragraph that was repealed. One with a heading had
    /// words, and where many are bare, theirs may be elsewhere.
    fn tell_empty(&mut self, outline: &Outline, provisions: &[Provision]) {
        let notes = Notes::of(outline, provisions);
        let all = provisions.iter().filter(|it| it.is_empty());
        let (told, bare): (Vec<_>, Vec<_>) = all.partition(|it| notes.within(it).is_some());
        let tell = |it: &Provision, what: String| Finding { at: Some(it.at.clone()), what };
        for it in told {
            let words = notes.within(it).unwrap_or_default();
            let words: String = words.chars().take(START).collect();
            let what = format!("`{}` has no words but a note: “{words}…”", it.id);
            self.remarks.push(tell(it, what));
        }
        // Of each depth by itself: a law has more paragraphs than sections.
        let are_many = [false, true].map(|is_part| {
            let of = |it: &&Provision| it.parent.is_some() == is_part;
            let number = bare.iter().filter(|it| of(it)).count();
            number * FEW >= provisions.iter().filter(of).count()
        });
        for it in bare {
            let [units, parts] = are_many;
            let are_many = if it.parent.is_some() { parts } else { units };
            if are_many || !it.heading.is_empty() {
                self.problems.push(tell(it, format!("`{}` has no words", it.id)));
            } else {
                let what = format!("`{}` has a number and no words in the file", it.id);
                self.remarks.push(tell(it, what));
            }
        }
    }

    /// Whatever is in neither place would be lost without a word.
    fn account(&mut self) {
        let left: usize = self.left_out.iter().map(LeftOut::characters).sum();
        let told = self.kept + self.numbers + left;
        if told != self.characters {
            let what = format!(
                "of {} characters {told} are accounted for; this is a fault of the import itself, \
                 so please report it with the file",
                self.characters
            );
            self.problems.push(Finding { at: None, what });
        }
    }

    /// What the format says of it: what is missing is for an editor to give.
    fn judge(&mut self) {
        for problem in authoring::read(self.dataset.clone()).problems {
            let at = problem.at.to_string();
            match problem.kind {
                ProblemKind::Unsaid(name) | ProblemKind::MissingField(name) => {
                    let dot = if at.is_empty() { "" } else { "." };
                    self.to_be_given.push(format!("{at}{dot}{name}"));
                }
                _ => self.problems.push(Finding { at: None, what: problem.to_string() }),
            }
        }
    }
}

fn problems(outline: &Outline, provisions: &[Provision]) -> Vec<Finding> {
    let mut problems = Vec::new();
    let mut tell = |at, what: String| problems.push(Finding { at, what });
    let is_bare = outline.parts.iter().all(|it| it.kind == Kind::Preamble);
    if provisions.is_empty() || is_bare {
        let what = "no provision was found: nothing in it is numbered as a law's provisions are";
        tell(None, what.into());
    }
    if outline.about.title.is_empty() {
        tell(None, "the law has no title here; give it one".into());
    }
    for it in provisions {
        if it.citation.is_empty() {
            let at = Some(it.at.clone());
            tell(at, format!("`{}` has neither a number nor a heading to be cited by", it.id));
        }
    }
    problems
}

/// Notes by their places, and where provisions begin.
struct Notes<'o> {
    notes: BTreeMap<(&'o str, Place), &'o str>,
    begins: BTreeSet<(&'o str, Place)>,
}

impl<'o> Notes<'o> {
    fn of(outline: &'o Outline, provisions: &'o [Provision]) -> Self {
        let is_note = |it: &&LeftOut| matches!(it.why, Why::Footnote | Why::Remark);
        let notes = outline.left.iter().filter(is_note);
        let place = |at: &'o At| (at.file.as_str(), at.place);
        Self {
            notes: notes.map(|it| (place(&it.at), it.words.as_str())).collect(),
            begins: provisions.iter().map(|it| place(&it.at)).collect(),
        }
    }

    /// What a note says between a provision and the next, as those of repealed ones do.
    fn within(&self, of: &Provision) -> Option<&'o str> {
        let begin = (of.at.file.as_str(), of.at.place);
        let (at, words) = self.notes.range(begin..).next()?;
        let next = self.begins.range((Bound::Excluded(begin), Bound::Unbounded)).next();
        (at.0 == begin.0 && next.is_none_or(|it| at < it)).then_some(*words)
    }
}

fn remarks(outline: &Outline) -> Vec<Finding> {
    let mut remarks = Vec::new();
    let mut units = BTreeMap::new();
    gather(&outline.parts, &mut units);
    rows(&outline.parts, &mut remarks);
    for row in units.into_values() {
        told(&row, &mut remarks);
    }
    for (at, name) in &outline.elsewhere {
        let what = format!("a part of the law stands in another file, `{name}`; name it as well");
        remarks.push(Finding { at: Some(at.clone()), what });
    }
    let told = outline.told.iter();
    remarks.extend(told.map(|(at, what)| Finding { at: Some(at.clone()), what: what.clone() }));
    let outside = outline.left.iter().filter(|it| it.why == Why::Outside);
    for it in outside {
        let start: String = it.words.chars().take(START).collect();
        let what = format!("words stand in no numbered part, and are left out: “{start}…”");
        remarks.push(Finding { at: Some(it.at.clone()), what });
    }
    if outline.about.language.is_none() {
        let what = "the file doesn't say in which language the law is".into();
        remarks.push(Finding { at: None, what });
    }
    remarks
}

/// Units count through the divisions that hold them, and so do recitals and annexes.
fn gather<'p>(parts: &'p [Part], units: &mut BTreeMap<&'static str, Vec<&'p Part>>) {
    for part in parts {
        match part.kind {
            Kind::Division => part.parts().for_each(|it| gather(std::slice::from_ref(it), units)),
            _ => units.entry(part.name).or_default().push(part),
        }
    }
}

/// What stands within each part counts for itself.
fn rows(parts: &[Part], remarks: &mut Vec<Finding>) {
    for part in parts {
        let mut row: BTreeMap<(&str, bool), Vec<&Part>> = BTreeMap::new();
        for inner in part.parts().filter(|it| it.kind != Kind::Unit) {
            // Paragraphs that say so with each number, and points beside them, count apart.
            let is_said = inner.num.starts_with('§') || inner.num.to_lowercase().starts_with("stk");
            row.entry((inner.name, is_said)).or_default().push(inner);
        }
        for row in row.values() {
            told(row, remarks);
        }
        part.parts().for_each(|it| rows(std::slice::from_ref(it), remarks));
    }
}

fn told(row: &[&Part], remarks: &mut Vec<Finding>) {
    let found = oddities(row).into_iter();
    remarks.extend(found.map(|(part, what)| Finding { at: Some(part.at.clone()), what }));
}

fn numbers(provisions: &[Provision], chapters: &[Chapter]) -> usize {
    let of_provisions = provisions.iter().map(|it| weight(&it.num));
    let of_chapters = chapters.iter().map(|it| it.weight);
    of_provisions.chain(of_chapters).sum()
}

fn text(text: impl Into<String>) -> Node {
    Node::Text(text.into())
}

fn map<const N: usize>(fields: [(&str, Option<Node>); N]) -> Node {
    let present = fields.into_iter().filter_map(|(key, it)| Some((key.to_string(), it?)));
    Node::Map(present.collect())
}

fn texts(all: &[String]) -> Option<Node> {
    (!all.is_empty()).then(|| Node::List(all.iter().map(text).collect()))
}

const NONE_YET: Node = Node::List(Vec::new());

fn dataset_of(about: &About, provisions: &[Provision], chapters: &[Chapter]) -> Node {
    let name = about.short_title.as_ref().unwrap_or(&about.title);
    map([
        ("schema_version", Some(Node::Whole(authoring::SCHEMA_VERSION.into()))),
        ("id", Some(text(id_of(name)))),
        ("title", Some(text(name)).filter(|_| !name.is_empty())),
        ("language", about.language.clone().map(text)),
        ("edition", Some(map([("number", Some(Node::Whole(1)))]))),
        ("instrument", Some(instrument(about, provisions, chapters))),
        ("provisions", Some(Node::List(provisions.iter().map(provision).collect()))),
        ("groups", Some(NONE_YET)),
        ("organisations", Some(NONE_YET)),
        ("sources", Some(NONE_YET)),
        ("concerns", Some(NONE_YET)),
    ])
}

fn instrument(about: &About, provisions: &[Provision], chapters: &[Chapter]) -> Node {
    let language = about.language.as_deref().unwrap_or_default();
    let draft_id = if about.is_bill { "proposed" } else { "adopted" };
    let draft = map([
        ("id", Some(text(draft_id))),
        ("label", CitationStyle::of(language).draft(about.is_bill).map(text)),
        ("date", about.date.clone().map(text)),
    ]);
    let title = Some(text(&about.title)).filter(|_| !about.title.is_empty());
    let address = about.address.as_ref().map(|it| match it {
        Address::EurLex(law) | Address::Uk(law) | Address::Whole(law) => text(law),
        Address::UsCode(title) => {
            text(format!("https://uscode.house.gov/browse/prelim@title{title}&edition=prelim"))
        }
    });
    let chapters = (!chapters.is_empty()).then(|| chapters.iter().map(chapter).collect());
    map([
        ("title", title),
        ("short_title", about.short_title.clone().map(text)),
        ("symbols", texts(&about.symbols)),
        ("address", address),
        ("unit", Some(text(unit(provisions)))),
        ("current_draft", Some(text(draft_id))),
        ("chapters", chapters.map(Node::List)),
        ("drafts", Some(Node::List(vec![draft]))),
        ("status", Some(map([("events", Some(NONE_YET))]))),
    ])
}

/// In what most of the provisions are counted that stand in no other.
fn unit(provisions: &[Provision]) -> &'static str {
    let units = [
        ("article", "art_"),
        ("section", "sec_"),
        ("clause", "clause_"),
        ("regulation", "reg_"),
        ("rule", "rule_"),
    ];
    if provisions.iter().any(|it| it.citation.starts_with('§')) {
        return "paragraph";
    }
    let first = |word: &str| {
        let cited = |it: &&Provision| it.citation.to_lowercase().starts_with(word);
        provisions.iter().filter(cited).count()
    };
    let known = units.map(|(word, id)| {
        let by_id = provisions
            .iter()
            .filter(|it| it.id.split("__").last().is_some_and(|it| it.starts_with(id)));
        (first(word).max(by_id.count()), word)
    });
    let most = known.into_iter().filter(|it| it.0 > 0).max_by_key(|(count, _)| *count);
    most.map_or("article", |(_, word)| word)
}

fn chapter(it: &Chapter) -> Node {
    map([
        ("number", Some(text(&it.number))),
        ("name", Some(text(&it.name))),
        ("origin", Some(text("official_text"))),
        ("provisions", Some(Node::List(it.provisions.iter().map(text).collect()))),
    ])
}

fn provision(it: &Provision) -> Node {
    let heading = (!it.heading.is_empty()).then(|| text(&it.heading));
    map([
        ("id", Some(text(&it.id))),
        ("citation", Some(text(&it.citation))),
        ("heading_origin", heading.as_ref().map(|_| text("official_text"))),
        ("heading", heading),
        ("text", texts(&it.text)),
        ("address", it.address.clone().map(text)),
        ("parent", it.parent.clone().map(text)),
    ])
}

/// A name as a file may have it.
pub(crate) fn id_of(name: &str) -> String {
    let mut id = String::new();
    for sign in name.chars().flat_map(char::to_lowercase) {
        let plain = match sign {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'à' | 'á' | 'â' => "a",
            'è' | 'é' | 'ê' => "e",
            _ if sign.is_ascii_alphanumeric() => {
                id.push(sign);
                continue;
            }
            _ if id.is_empty() || id.ends_with('-') => continue,
            _ => "-",
        };
        id.push_str(plain);
    }
    if id.len() > LONGEST_ID {
        let end = id.get(..LONGEST_ID).and_then(|it| it.rfind('-')).unwrap_or(LONGEST_ID);
        id.truncate(end);
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "law".into() } else { id.into() }
}
