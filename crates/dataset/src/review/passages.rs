//! The same passage in several sources: it is one voice, however many papers print it.

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    problem::Location,
    records::Evidence,
    review::{Review, texts::words},
};

/// So many words in a row are not the same by chance.
const SAME: usize = 12;

/// A quotation: its place, its source, its words.
type Quoted<'a> = (String, &'a str, Vec<String>);

impl Review<'_> {
    /// Quotations of different sources that have a passage in common.
    pub(super) fn passages(&mut self) {
        let records = self.records;
        let mut quoted: Vec<Quoted<'_>> = Vec::new();
        let lists: [(&str, Vec<&[Evidence]>); 3] = [
            ("concerns", records.concerns.iter().map(|it| it.evidence.as_slice()).collect()),
            ("requests", records.requests.iter().map(|it| it.evidence.as_slice()).collect()),
            ("replies", records.replies.iter().map(|it| it.evidence.as_slice()).collect()),
        ];
        for (list, all) in lists {
            let list = Location::Top.field(list);
            for (index, evidence) in all.into_iter().enumerate() {
                let item = list.item(index);
                self.among(&item.field("evidence"), evidence, &mut quoted);
            }
        }
    }

    fn among<'r>(
        &mut self,
        list: &Location<'_>,
        evidence: &'r [Evidence],
        quoted: &mut Vec<Quoted<'r>>,
    ) {
        for (index, evidence) in evidence.iter().enumerate() {
            let Some(quote) = &evidence.quote else { continue };
            let (item, source) = (list.item(index), evidence.source.as_str());
            let own = words(&quote.exact);
            let first = quoted.iter().find(|(_, from, other)| {
                *from != source
                    && own.windows(SAME).any(|run| other.windows(SAME).any(|it| it == run))
            });
            if let Some((place, from, _)) = first {
                let what = format!(
                    "`{source}` has these words in common with `{from}` at {place}; the same \
                     passage is one voice"
                );
                self.remark(&item.field("quote"), what);
            }
            quoted.push((item.field("quote").path().to_string(), source, own));
        }
    }
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
