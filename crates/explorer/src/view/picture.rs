//! The picture of the law: its provisions in order as one strip of columns, and who objects to each.

use dataset::{Camp, ConcernIx, List as _, ProvisionIx};
use fixedbitset::FixedBitSet;

use crate::outline::{Bin, Outline, Run, Sign, Strip};

use super::{Link, Phrase, ScreenBuilder, answer::are_few, ordered_by};

/// The most blocks of a column's side that stand for one each; beyond, they are steps of a scale.
const STEPS: usize = 8;

/// The most concerns about the law as a whole that are drawn one by one.
const DRAWN: usize = 40;

/// A strip for fewer provisions would show nothing that a list doesn't.
const FEWEST: usize = 3;

/// The picture of the law. What it shows follows no choice of a reader's but a group's, which marks
/// what is about it and changes no block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Those who object: the first stand above the line.
    pub sides: Vec<Side>,
    /// The columns, chapter by chapter.
    pub stretches: Vec<Stretch>,
    /// What is said of the law as a whole.
    pub whole: Option<WholeLaw>,
    /// In how many documents all that is counted.
    pub documents: usize,
    /// The highest count of a column's side.
    pub most: usize,
    /// Whether columns stand for several provisions, and count those that are objected to.
    pub binned: bool,
    /// Whether this is a part of the strip alone.
    pub is_part: bool,
    /// What it says of the groups in the lens.
    pub about: Option<About>,
}

/// Those who object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Which; none for whoever belongs to neither.
    pub camp: Option<Camp>,
    /// Their documents, where those are few enough to be named.
    pub documents: Vec<Phrase>,
}

/// Columns of one chapter, or of none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The chapter's number.
    pub number: Option<String>,
    /// Its name, where there is room for it.
    pub name: Option<Phrase>,
    /// The columns.
    pub columns: Vec<PictureColumn>,
}

/// A provision, or several that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureColumn {
    /// The first of its provisions.
    pub first: Link,
    /// The last of several.
    pub last: Option<Link>,
    /// How many there are.
    pub provisions: usize,
    /// The heading of a single one.
    pub heading: Option<Phrase>,
    /// What stands beneath it; nothing where the one before says enough.
    pub label: Option<String>,
    /// What stands above it where the newsroom highlights it, or one of them.
    pub highlighted: Option<String>,
    /// For each side, how many concerns it has about the one provision; of several, to how many of
    /// them it objects.
    pub counts: Vec<usize>,
    /// How the documents name it.
    pub sign: Sign,
    /// Whether sides that object want the law to go different ways.
    pub apart: bool,
    /// Whether a concern about it affects the groups in the lens.
    pub about: bool,
}

/// What is said of the law as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeLaw {
    /// Where its card is.
    pub link: Link,
    /// How many concerns there are.
    pub concerns: usize,
    /// How many of them more than one side raises.
    pub shared: usize,
    /// Which sides raise each, those of several first; nothing where there are too many to draw.
    pub marks: Vec<Vec<bool>>,
    /// Whether the newsroom highlights it.
    pub highlighted: bool,
    /// Whether a concern about it affects the groups in the lens.
    pub about: bool,
}

/// How much of the law is about the groups in the lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// So many provisions, the law as a whole among them.
    pub provisions: usize,
    /// Of so many.
    pub of: usize,
    /// In how many documents was looked.
    pub documents: usize,
}

impl Picture {
    /// How many blocks a count is drawn as, at most eight.
    pub fn blocks(&self, count: usize) -> usize {
        if self.most > STEPS { (count * STEPS).div_ceil(self.most) } else { count }
    }

    /// Whether a block is a step of a scale.
    pub fn is_scaled(&self) -> bool {
        self.most > STEPS
    }

    /// All columns, as they follow each other.
    pub fn columns(&self) -> impl Iterator<Item = &PictureColumn> {
        self.stretches.iter().flat_map(|it| &it.columns)
    }
}

impl ScreenBuilder<'_> {
    /// None where it would say nothing, and while some of a law in parts has yet to come: nobody
    /// knows who objects.
    pub(super) fn picture(&self) -> Option<Picture> {
        let dataset = self.dataset();
        if dataset.awaits().is_some() {
            return None;
        }
        let outline = self.explorer.outline();
        // What is about a choice of groups may be anywhere in the law.
        let part = self.state.part.filter(|_| self.state.audience.is_empty());
        let strip = self.explorer.strip(part);
        let about = self.about();
        let stretches = strip.runs.iter().map(|run| self.stretch(&outline, run, about.as_ref()));
        let stretches = stretches.list();
        let columns: usize = stretches.iter().map(|it| it.columns.len()).sum();
        if outline.sides.is_empty() || (part.is_none() && columns < FEWEST) {
            return None;
        }
        let about_law = about.as_ref().map(|it| About {
            provisions: it.count_ones(..),
            of: self.explorer.all().len(),
            documents: self.documents_read(),
        });
        let Strip { most, binned, .. } = *strip;
        Some(Picture {
            sides: outline.sides.iter().map(|side| self.side(&side.sources, side.camp)).list(),
            whole: outline.whole.and_then(|it| self.whole_law(&outline, it, about.as_ref())),
            stretches,
            documents: dataset.critics().len(),
            most,
            binned,
            is_part: part.is_some(),
            about: about_law,
        })
    }

    /// The provisions that bear on the groups in the lens; none where nobody is.
    fn about(&self) -> Option<FixedBitSet> {
        let bearing = self.bearing_on_lens()?;
        Some(bearing.iter().map(|it| it.index()).collect())
    }

    fn side(&self, sources: &[dataset::SourceIx], camp: Option<Camp>) -> Side {
        let critics = self.dataset().critics();
        let own = sources.iter().filter(|it| critics.contains(it));
        let own = own.filter_map(|it| self.dataset().source(*it));
        let documents = own.map(|it| self.phrase(&it.short_title)).list();
        Side { camp, documents: if are_few(&documents) { documents } else { Vec::new() } }
    }

    fn stretch(&self, outline: &Outline, run: &Run, about: Option<&FixedBitSet>) -> Stretch {
        let chapter = run.chapter.and_then(|it| self.dataset().chapter(it));
        let named = chapter.filter(|_| run.bins.len() > 3);
        let column =
            |(place, bin)| self.picture_column(outline, bin, place, chapter.is_some(), about);
        Stretch {
            number: chapter.map(|it| it.number.clone()),
            name: named.map(|it| self.phrase(&it.name)),
            columns: run.bins.iter().enumerate().filter_map(column).list(),
        }
    }

    fn picture_column(
        &self,
        outline: &Outline,
        bin: &Bin,
        place: usize,
        in_chapter: bool,
        about: Option<&FixedBitSet>,
    ) -> Option<PictureColumn> {
        let provisions = outline.provisions(bin);
        let first = *provisions.first()?;
        let last = provisions.last().filter(|it| **it != first);
        let record = self.dataset().provision(first)?;
        let parent = self.dataset().around_provision(first).and_then(|links| links.parent);
        let highlight = &self.explorer.editorial().highlight;
        let highlighted = provisions.iter().find(|it| highlight.contains(it));
        let highlighted = highlighted.and_then(|it| self.link(*it));
        let link = self.link(first)?;
        // A column of several is named now and then, a paragraph by its article.
        let labelled =
            if last.is_some() { place.is_multiple_of(5) } else { parent.is_none() || place == 0 };
        let label = labelled.then(|| label(&link.citation.text, in_chapter)).flatten();
        Some(PictureColumn {
            heading: record.heading.as_ref().filter(|_| last.is_none()).map(|it| self.phrase(it)),
            label,
            highlighted: highlighted.map(|it| label_or_all(&it.citation.text)),
            first: link,
            last: last.and_then(|it| self.link(*it)),
            provisions: provisions.len(),
            counts: bin.counts.clone(),
            sign: bin.sign,
            apart: last.is_none() && self.are_apart(outline, first),
            about: about.is_some_and(|set| provisions.iter().any(|it| set.contains(it.index()))),
        })
    }

    fn whole_law(
        &self,
        outline: &Outline,
        whole: ProvisionIx,
        about: Option<&FixedBitSet>,
    ) -> Option<WholeLaw> {
        let concerns = &self.dataset().around_provision(whole)?.concerns;
        // What rests on the same passage counts once, as everywhere.
        let same = |it: &ConcernIx| self.dataset().around_concern(*it).and_then(|it| it.same);
        let mut counted: Vec<(ConcernIx, Vec<bool>)> = Vec::new();
        for concern in concerns {
            let one = same(concern).unwrap_or(*concern);
            let sides = outline.sides.iter().map(|side| side.has(*concern)).list();
            match counted.iter_mut().find(|(it, _)| *it == one) {
                Some((_, all)) => all.iter_mut().zip(sides).for_each(|(all, it)| *all |= it),
                None => counted.push((one, sides)),
            }
        }
        let several = |sides: &[bool]| sides.iter().filter(|it| **it).count() > 1;
        let number = counted.len();
        // As the sides stand: what several raise, then what the first raises alone, and so on.
        let key = |sides: &Vec<bool>| (!several(sides), sides.iter().position(|it| *it));
        let marks = ordered_by(counted.into_iter().map(|(_, sides)| sides), key);
        Some(WholeLaw {
            link: self.link(whole)?,
            concerns: number,
            shared: marks.iter().filter(|it| several(it)).count(),
            marks: if number > DRAWN { Vec::new() } else { marks },
            highlighted: self.explorer.editorial().highlight.contains(&whole),
            about: about.is_some_and(|set| set.contains(whole.index())),
        })
    }

    /// Whether the first two sides say what they want of a provision, and want nothing alike.
    fn are_apart(&self, outline: &Outline, provision: ProvisionIx) -> bool {
        let [one, other, ..] = outline.sides.as_slice() else { return false };
        let wanted = [one, other].map(|side| side.wants(self.dataset(), provision));
        matches!(wanted, [Some(one), Some(other)] if one.is_apart(other))
    }
}

/// The number of a citation; of one without, its last word, unless its chapter's head says enough.
fn label(citation: &str, in_chapter: bool) -> Option<String> {
    let digit = citation.find(|it: char| it.is_ascii_digit());
    let number = digit.and_then(|at| citation.get(at..));
    let word = || citation.split_whitespace().next_back().filter(|_| !in_chapter);
    number.or_else(word).map(String::from)
}

fn label_or_all(citation: &str) -> String {
    label(citation, false).unwrap_or_default()
}
