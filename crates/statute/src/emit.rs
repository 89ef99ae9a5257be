//! An outline as provisions: how deep, which, under which id and citation, and with which words.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Choice, Depth,
    citation::{CitationStyle, bare, label, within_chapter},
    naming::Naming,
    outline::{Address, At, Item, Kind, LeftOut, Outline, Part, Why},
    role,
    tree::weight,
};

/// A provision as a dataset has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Provision {
    pub(crate) id: String,
    pub(crate) citation: String,
    pub(crate) heading: String,
    pub(crate) text: Vec<String>,
    pub(crate) parent: Option<String>,
    pub(crate) address: Option<String>,
    /// As the law writes its number.
    pub(crate) num: String,
    pub(crate) at: At,
    /// It has words or parts of its own that aren't chosen.
    holds: bool,
}

impl Provision {
    /// Whether nothing of it has words.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.holds
    }

    pub(crate) fn weight(&self) -> usize {
        weight(&self.heading) + self.text.iter().map(|it| weight(it)).sum::<usize>()
    }
}

/// A division of the law with the provisions that stand directly in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chapter {
    pub(crate) number: String,
    pub(crate) name: String,
    /// Characters of number and heading.
    pub(crate) weight: usize,
    pub(crate) provisions: Vec<String>,
}

/// What becomes of an outline.
#[derive(Default)]
pub(crate) struct Emitted {
    pub(crate) provisions: Vec<Provision>,
    pub(crate) chapters: Vec<Chapter>,
    pub(crate) left: Vec<LeftOut>,
}

pub(crate) struct Emit<'a> {
    style: CitationStyle,
    choice: &'a Choice,
    address: Option<&'a Address>,
    /// Units begin at one in each chapter, so that it belongs to their citations.
    by_chapter: bool,
    naming: Naming,
    /// How often a part without a number was called so.
    called: BTreeMap<String, u32>,
    out: Emitted,
}

/// What a part stands in.
#[derive(Clone, Copy, Default)]
struct Within<'a> {
    parent: Option<(&'a Part, &'a str, &'a str)>,
    division: Option<(usize, &'a str)>,
    /// The number of the chapter, or of what there is instead.
    chapter: &'a str,
    chosen: bool,
}

pub(crate) fn emit(outline: &Outline, choice: &Choice) -> Emitted {
    let language = outline.about.language.as_deref().unwrap_or_default();
    let mut emit = Emit {
        style: CitationStyle::of(language),
        choice,
        address: outline.about.address.as_ref(),
        by_chapter: by_chapter(&outline.parts),
        naming: Naming::default(),
        called: BTreeMap::new(),
        out: Emitted::default(),
    };
    for (place, part) in (1..).zip(&outline.parts) {
        emit.part(part, place, Within { chosen: choice.only.is_none(), ..Within::default() });
    }
    emit.unlink();
    emit.out
}

impl Emit<'_> {
    fn part(&mut self, part: &Part, place: usize, within: Within<'_>) {
        if part.kind == Kind::Division {
            return self.division(part, place, within);
        }
        let parent = within.parent;
        let division = within.division.map(|(_, id)| id);
        let id = self.naming.name(part, parent.map(|it| it.1), division, place);
        let mut citation = self.style.cite(part, parent.map(|it| (it.0, it.2)));
        if self.by_chapter && part.kind == Kind::Unit && parent.is_none() {
            citation = within_chapter(within.chapter, &citation);
        }
        if part.num.is_empty() {
            citation = self.told_apart(citation);
        }
        let wanted = self.choice.only.as_ref().is_some_and(|only| only.contains(&id));
        let chosen = within.chosen || wanted;
        let mut text = Vec::new();
        let mut inner = Vec::new();
        for item in &part.items {
            match item {
                Item::Text(words) => text.push(words.clone()),
                Item::Part(part) if self.is_shown(part) => inner.push(part),
                Item::Part(part) => lines(part, &mut text),
            }
        }
        let provision = Provision {
            address: self.address(part, parent.map(|it| it.0)),
            id: id.clone(),
            citation: citation.clone(),
            heading: part.heading.clone(),
            text,
            parent: parent.map(|it| it.1.to_string()),
            num: part.num.clone(),
            at: part.at.clone(),
            holds: !inner.is_empty(),
        };
        if chosen {
            let chapter = within.division.filter(|_| parent.is_none());
            if let Some(it) = chapter.and_then(|(place, _)| self.out.chapters.get_mut(place)) {
                it.provisions.push(id.clone());
            }
            self.out.provisions.push(provision);
        } else {
            self.not_chosen(provision);
        }
        for (place, inner) in (1..).zip(inner) {
            let parent = Some((part, id.as_str(), citation.as_str()));
            self.part(inner, place, Within { parent, chosen, ..within });
        }
    }

    /// Sections of an appropriations act begin with the same words, and have no numbers: they are
    /// looked up by what they are called.
    fn told_apart(&mut self, citation: String) -> String {
        let times = self.called.entry(citation.clone()).or_default();
        *times += 1;
        if *times == 1 { citation } else { format!("{citation} ({times})") }
    }

    /// A division is a chapter of the law; what stands in it is counted on its own.
    fn division(&mut self, part: &Part, place: usize, within: Within<'_>) {
        let outer = within.division.map(|(_, id)| id);
        let id = self.naming.name(part, outer, None, place);
        let chapter = self.out.chapters.len();
        let named =
            |text: &str| if text.is_empty() { part.name().to_string() } else { text.into() };
        self.out.chapters.push(Chapter {
            number: part.num.clone(),
            name: named(&part.heading),
            weight: weight(&part.num) + weight(&part.heading),
            provisions: Vec::new(),
        });
        self.words_of(part, &id, Within { division: Some((chapter, &id)), ..within });
        // Sections of a chapter go on counting.
        let has_chapter = within.division.is_some() && role::is_within_chapter(part.name);
        let number = if has_chapter { within.chapter } else { part.num.as_str() };
        for (place, inner) in (1..).zip(part.parts()) {
            let within = Within { division: Some((chapter, &id)), chapter: number, ..within };
            self.part(inner, place, within);
        }
    }

    /// Words that a chapter has besides its provisions are one more.
    fn words_of(&mut self, part: &Part, id: &str, within: Within<'_>) {
        let texts = part.items.iter().filter_map(|it| match it {
            Item::Text(words) => Some(words.clone()),
            Item::Part(_) => None,
        });
        let text: Vec<_> = texts.collect();
        if text.is_empty() {
            return;
        }
        let provision = Provision {
            address: None,
            id: id.into(),
            citation: self.told_apart(part.name().to_string()),
            // Those of the chapter.
            heading: String::new(),
            num: String::new(),
            text,
            parent: None,
            at: part.at.clone(),
            holds: false,
        };
        let wanted = self.choice.only.as_ref().is_some_and(|only| only.contains(id));
        if !(within.chosen || wanted) {
            return self.not_chosen(provision);
        }
        let chapter = within.division.and_then(|(place, _)| self.out.chapters.get_mut(place));
        if let Some(it) = chapter {
            it.provisions.push(id.into());
        }
        self.out.provisions.push(provision);
    }

    /// Whether a part is a provision of its own, or words of the one that it stands in.
    fn is_shown(&self, part: &Part) -> bool {
        match part.kind {
            Kind::Paragraph => self.choice.depth >= Depth::Paragraphs,
            Kind::Point => self.choice.depth >= Depth::Points,
            _ => true,
        }
    }

    fn address(&self, part: &Part, parent: Option<&Part>) -> Option<String> {
        let number = bare(&part.num);
        let number =
            Some(number.as_str()).filter(|it| it.bytes().all(|it| it.is_ascii_alphanumeric()));
        match (self.address?, part.kind, parent) {
            (Address::EurLex(law), Kind::Unit, _) => Some(format!("{law}#art_{}", number?)),
            (Address::EurLex(law), Kind::Recital, _) => Some(format!("{law}#rct_{}", number?)),
            (Address::EurLex(law), Kind::Annex, None) => Some(format!("{law}#anx_{}", number?)),
            (Address::EurLex(law), Kind::Paragraph, Some(parent)) if parent.kind == Kind::Unit => {
                let (article, paragraph) =
                    (digits(&bare(&parent.num))?, digits(&label(&part.num))?);
                Some(format!("{law}#{article:03}.{paragraph:03}"))
            }
            (Address::Uk(law), ..) => {
                let path = part.eid.as_ref().filter(|it| it.contains('-') && !it.contains('_'))?;
                Some(format!("{law}/{}", path.replace('-', "/")))
            }
            (Address::UsCode(title), Kind::Unit, _) => Some(format!(
                "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{title}-section{}",
                number?
            )),
            _ => None,
        }
    }

    fn not_chosen(&mut self, provision: Provision) {
        let (num, heading) = (provision.num, provision.heading);
        let all = [num, heading].into_iter().chain(provision.text);
        let words: Vec<_> = all.filter(|it| !it.is_empty()).collect();
        if !words.is_empty() {
            let words = words.join(" ");
            self.out.left.push(LeftOut { why: Why::NotChosen, at: provision.at, words });
        }
    }

    /// A provision whose parent wasn't chosen stands alone.
    fn unlink(&mut self) {
        let ids: BTreeSet<String> = self.out.provisions.iter().map(|it| it.id.clone()).collect();
        for it in &mut self.out.provisions {
            it.parent = it.parent.take().filter(|parent| ids.contains(parent));
        }
    }
}

/// Whether most chapters begin to count at one.
fn by_chapter(parts: &[Part]) -> bool {
    let mut firsts = Vec::new();
    for part in parts.iter().filter(|it| it.kind == Kind::Division) {
        first_units(part, &mut firsts);
    }
    let ones = firsts.iter().filter(|it| **it == "1").count();
    ones > 1 && ones * 2 > firsts.len()
}

/// The number of the first unit of each chapter.
fn first_units(chapter: &Part, firsts: &mut Vec<String>) {
    let inner = |it: &&Part| it.kind == Kind::Division && !role::is_within_chapter(it.name);
    let mut own = Vec::new();
    units_of(chapter, &mut own);
    firsts.extend(own.first().map(|it| bare(&it.num)));
    for part in chapter.parts().filter(inner) {
        first_units(part, firsts);
    }
}

/// Units of a chapter, and of what has no numbers of its own for them.
fn units_of<'p>(chapter: &'p Part, own: &mut Vec<&'p Part>) {
    for part in chapter.parts() {
        match part.kind {
            Kind::Unit => own.push(part),
            Kind::Division if role::is_within_chapter(part.name) => units_of(part, own),
            _ => {}
        }
    }
}

fn digits(number: &str) -> Option<u32> {
    number.parse().ok()
}

/// A part as words of what it stands in: its number before its first words.
fn lines(part: &Part, text: &mut Vec<String>) {
    let mut head = part.num.clone();
    if !part.heading.is_empty() {
        head = joined(&head, &part.heading);
        text.push(std::mem::take(&mut head));
    }
    for item in &part.items {
        match item {
            Item::Text(words) => text.push(joined(&std::mem::take(&mut head), words)),
            Item::Part(inner) => {
                text.extend(Some(std::mem::take(&mut head)).filter(|it| !it.is_empty()));
                lines(inner, text);
            }
        }
    }
    text.extend(Some(head).filter(|it| !it.is_empty()));
}

fn joined(one: &str, other: &str) -> String {
    if one.is_empty() { other.into() } else { format!("{one} {other}") }
}
