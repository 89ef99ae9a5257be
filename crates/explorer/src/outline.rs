//! The law in small: its provisions in order, cut into the columns of a picture, with who objects to
//! each. All of it follows from the dataset and the list, so it is worked out once and never depends
//! on what a reader looks for.

use std::ops::Range;

use dataset::{Camp, ChapterIx, ConcernIx, Dataset, List as _, ProvisionIx, Role, SourceIx};
use fixedbitset::FixedBitSet;

use crate::lookup::Lookup;

/// The longest strip whose columns stand for one provision each.
const SINGLE: usize = 60;

/// The most columns of a longer one.
const MOST: usize = 40;

/// What a picture of the law is drawn from.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    /// Those who object: civil society, industry, and all others, as far as there are any.
    pub(crate) sides: Vec<Side>,
    /// The law as a whole, which has no place in its order.
    pub(crate) whole: Option<ProvisionIx>,
    /// The provisions of the list in the law's order.
    places: Vec<ProvisionIx>,
    /// The chapter that each of them stands in.
    chapters: Vec<Option<ChapterIx>>,
    /// Provisions that contain one which a concern names.
    in_part: FixedBitSet,
}

/// Those who object.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// Which; none for whoever belongs to neither.
    pub(crate) camp: Option<Camp>,
    /// The documents that its members wrote or signed.
    pub(crate) sources: Vec<SourceIx>,
    /// The concerns that those raise.
    pub(crate) concerns: FixedBitSet,
}

/// The columns of a picture, as they follow each other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    pub(crate) runs: Vec<Run>,
    /// The highest count of a column's side.
    pub(crate) most: usize,
    /// Whether a column stands for several provisions.
    pub(crate) binned: bool,
}

/// Columns of one chapter, or of none.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) chapter: Option<ChapterIx>,
    pub(crate) bins: Vec<Bin>,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Bin {
    /// Where its provisions stand among those of the outline.
    pub(crate) at: Range<usize>,
    /// For each side, how many concerns it has about the one provision; of several, to how many of
    /// them it objects.
    pub(crate) counts: Vec<usize>,
    /// How its provisions are named where nobody objects to any of them.
    pub(crate) sign: Sign,
}

/// How the documents name what a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// They don't.
    Nothing,
    /// They name a part of it alone.
    InPart,
    /// They mention it, or hold it up as a contrast, and no more.
    Mentioned,
    /// They object to it.
    Objected,
}

impl Outline {
    pub(crate) fn of(dataset: &Dataset, lookup: &Lookup, listed: &FixedBitSet) -> Self {
        let whole = dataset.find_provision("instrument");
        let places = listed.ones().map(ProvisionIx::nth).filter(|it| Some(*it) != whole).list();
        Self {
            sides: sides(dataset, lookup),
            whole: whole.filter(|it| listed.contains(it.index())),
            chapters: places.iter().map(|it| dataset.chapter_of(*it)).list(),
            places,
            in_part: in_part(dataset),
        }
    }

    /// The provisions of a column.
    pub(crate) fn provisions(&self, bin: &Bin) -> &[ProvisionIx] {
        self.places.get(bin.at.clone()).unwrap_or_default()
    }

    /// The columns of all provisions, or of those from one to another.
    pub(crate) fn strip(
        &self,
        dataset: &Dataset,
        part: Option<(ProvisionIx, ProvisionIx)>,
    ) -> Strip {
        let shown = part.map_or(0..self.places.len(), |(first, last)| {
            self.places.partition_point(|it| *it < first)
                ..self.places.partition_point(|it| *it <= last)
        });
        let runs = cut(&self.runs(shown));
        let binned = runs.iter().flat_map(|(_, columns)| columns).any(|at| at.len() > 1);
        let runs = runs.into_iter().map(|(chapter, columns)| Run {
            chapter,
            bins: columns.into_iter().map(|at| self.bin(dataset, at, binned)).list(),
        });
        let runs = runs.list();
        let bins = || runs.iter().flat_map(|run| &run.bins);
        Strip {
            most: bins().flat_map(|bin| &bin.counts).copied().max().unwrap_or_default(),
            binned,
            runs,
        }
    }

    /// Provisions that follow each other in one chapter.
    fn runs(&self, shown: Range<usize>) -> Vec<(Option<ChapterIx>, Range<usize>)> {
        let mut runs: Vec<(Option<ChapterIx>, Range<usize>)> = Vec::new();
        for place in shown {
            let chapter = self.chapters.get(place).copied().flatten();
            match runs.last_mut() {
                Some((last, run)) if *last == chapter => run.end = place + 1,
                _ => runs.push((chapter, place..place + 1)),
            }
        }
        runs
    }

    /// Where any column is of several provisions, each counts those that are objected to.
    fn bin(&self, dataset: &Dataset, at: Range<usize>, binned: bool) -> Bin {
        let provisions = self.places.get(at.clone()).unwrap_or_default();
        let mut counts = vec![0; self.sides.len()];
        let mut sign = Sign::Nothing;
        for provision in provisions {
            sign = sign.max(self.sign(dataset, *provision));
            for (count, side) in counts.iter_mut().zip(&self.sides) {
                let concerns = side.about(dataset, *provision);
                *count += if binned { concerns.min(1) } else { concerns };
            }
        }
        Bin { at, counts, sign }
    }

    fn sign(&self, dataset: &Dataset, provision: ProvisionIx) -> Sign {
        match dataset.around_provision(provision) {
            Some(links) if !links.concerns.is_empty() => Sign::Objected,
            Some(links) if !links.mentions.is_empty() => Sign::Mentioned,
            _ if self.in_part.contains(provision.index()) => Sign::InPart,
            _ => Sign::Nothing,
        }
    }
}

impl Side {
    /// How many concerns it has about a provision.
    fn about(&self, dataset: &Dataset, provision: ProvisionIx) -> usize {
        let links = dataset.around_provision(provision);
        let concerns = links.iter().flat_map(|links| &links.concerns).copied();
        let own = concerns.filter(|it| self.has(*it)).list();
        // Most provisions of a large law have none or one.
        if own.len() > 1 { dataset.count(&own) } else { own.len() }
    }

    /// What it wants of a provision; nothing where it doesn't object to it.
    pub(crate) fn wants(&self, dataset: &Dataset, provision: ProvisionIx) -> Option<Wanted> {
        let links = dataset.around_provision(provision)?;
        let own = links.concerns.iter().filter(|it| self.has(**it));
        own.fold(None, |all, it| {
            let direction = dataset.concern(*it).and_then(|it| it.direction);
            let said = direction.map_or(0, |it| 1 << it as u8);
            Some(Wanted(all.unwrap_or(Wanted(0)).0 | said))
        })
    }

    /// Whether it raises a concern.
    pub(crate) fn has(&self, concern: ConcernIx) -> bool {
        self.concerns.contains(concern.index())
    }
}

/// The directions in which somebody wants the law to go, a bit for each that is said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted(u8);

impl Wanted {
    /// Whether both say what they want, and want nothing alike.
    pub(crate) fn is_apart(self, other: Self) -> bool {
        self.0 != 0 && other.0 != 0 && self.0 & other.0 == 0
    }
}

/// Those who object. A document counts for each side that has written or signed it.
fn sides(dataset: &Dataset, lookup: &Lookup) -> Vec<Side> {
    let camps = dataset.sources().map(|(source, _)| {
        let own = dataset.parties(source).filter(|(_, role)| *role != Role::Named);
        let own = own.filter_map(|(it, _)| dataset.organisation(it)?.kind.camp());
        (source, own.list())
    });
    let camps = camps.list();
    let sides = [Some(Camp::CivilSociety), Some(Camp::Industry), None].into_iter().map(|camp| {
        let of = |its: &[Camp]| camp.map_or(its.is_empty(), |camp| its.contains(&camp));
        let mut side = Side { camp, sources: Vec::new(), concerns: FixedBitSet::new() };
        for (source, _) in camps.iter().filter(|(_, its)| of(its)) {
            if let Some(facet) = lookup.source(*source).filter(|it| !it.provisions.is_clear()) {
                side.sources.push(*source);
                side.concerns.union_with(&facet.concerns);
            }
        }
        side
    });
    sides.filter(|side| !side.sources.is_empty()).list()
}

/// Provisions that contain one which a concern objects to, contrasts or mentions.
fn in_part(dataset: &Dataset) -> FixedBitSet {
    let mut in_part = FixedBitSet::with_capacity(dataset.provisions().len());
    for (provision, _) in dataset.provisions() {
        let Some(links) = dataset.around_provision(provision) else { continue };
        if links.concerns.is_empty() && links.mentions.is_empty() {
            continue;
        }
        let mut above = links.parent;
        while let Some(parent) = above.filter(|it| !in_part.put(it.index())) {
            above = dataset.around_provision(parent).and_then(|links| links.parent);
        }
    }
    in_part
}

type Columns = (Option<ChapterIx>, Vec<Range<usize>>);

/// Runs as columns: one for each provision while those are few; else of several provisions, never
/// across the end of a chapter, unless even the chapters are too many: then of whole chapters.
fn cut(runs: &[(Option<ChapterIx>, Range<usize>)]) -> Vec<Columns> {
    let len: usize = runs.iter().map(|(_, run)| run.len()).sum();
    if runs.len() > MOST {
        let whole = runs.chunks(runs.len().div_ceil(MOST));
        let whole = whole.filter_map(|it| Some(it.first()?.1.start..it.last()?.1.end));
        return vec![(None, whole.list())];
    }
    let columns = |size: usize, run: &Range<usize>| run.len().div_ceil(size);
    let mut size = 1;
    if len > SINGLE {
        size = len.div_ceil(MOST);
        while runs.iter().map(|(_, run)| columns(size, run)).sum::<usize>() > MOST {
            size += 1;
        }
    }
    let cut = runs.iter().map(|(chapter, run)| {
        let column = |place| {
            let start = run.start + place * size;
            start..run.end.min(start + size)
        };
        (*chapter, (0..columns(size, run)).map(column).list())
    });
    cut.list()
}
