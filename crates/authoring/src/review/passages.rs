//! The same passage in several sources: it is one voice, however many papers print it.

use alloc::{collections::BTreeSet, format, string::String, vec::Vec};

use crate::{
    Evidence, Records,
    passages::{SAME, of_law},
    problem::{Location, Path},
    review::{Remark, Review, texts::words},
};

/// A quotation: its place, its source, its words.
struct Quoted<'a> {
    at: Path,
    source: &'a str,
    words: &'a str,
}

impl Review<'_> {
    /// Quotations of different sources that have a passage in common.
    pub(super) fn passages(&mut self) {
        let quoted = quoted(self.records);
        let mut passages = of_law(self.records);
        for (nth, quote) in (1..).zip(&quoted) {
            let mut other = None;
            passages.each(quote.words, nth, &mut |known| {
                let known = (known as usize).checked_sub(1).and_then(|known| quoted.get(known));
                other = other.or(known.filter(|it| it.source != quote.source));
            });
            if let Some(other) = other {
                let what = format!(
                    "`{}` has words of this in common with `{}`, and the same passage is one voice",
                    quote.source, other.source
                );
                let (at, beside) = (quote.at.clone(), Some(other.at.clone()));
                self.remarks.push(Remark { at, what, beside });
            }
        }
    }
}

fn quoted(records: &Records) -> Vec<Quoted<'_>> {
    let lists: [(&str, Vec<&[Evidence]>); 3] = [
        ("concerns", records.concerns.iter().map(|it| it.evidence.as_slice()).collect()),
        ("requests", records.requests.iter().map(|it| it.evidence.as_slice()).collect()),
        ("replies", records.replies.iter().map(|it| it.evidence.as_slice()).collect()),
    ];
    let mut quoted = Vec::new();
    for (list, all) in lists {
        let list = Location::Top.field(list);
        for (index, evidence) in all.into_iter().enumerate() {
            let record = list.item(index);
            let within = record.field("evidence");
            for (index, evidence) in evidence.iter().enumerate() {
                let Some(quote) = &evidence.quote else { continue };
                let item = within.item(index);
                let (at, words) = (item.field("quote").path(), quote.exact.as_str());
                quoted.push(Quoted { at, source: evidence.source.as_str(), words });
            }
        }
    }
    quoted
}

/// The first passage of 12 words or more that two texts have in common, as the second has it: in
/// lower case, without signs.
pub fn shared(one: &str, other: &str) -> Option<String> {
    let (one, other) = (words(one), words(other));
    let runs: BTreeSet<&[String]> = one.windows(SAME).collect();
    let start = other.windows(SAME).position(|run| runs.contains(run))?;
    let end =
        (start..).take_while(|at| other.get(*at..*at + SAME).is_some_and(|run| runs.contains(run)));
    let end = end.last()? + SAME;
    other.get(start..end).map(|words| words.join(" "))
}
