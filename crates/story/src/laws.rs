//! Whose article is it? A name beside a citation says so: "Article 17 of the ICCPR", "the
//! Charter's Article 102". What names are is in the files below; here each list of citations gets
//! its law, or none where two readings are left.

mod beside;
mod lexicon;
mod names;
mod own;
mod words;

use std::ops::Range;

use beside::{Beside, Verdict};
pub(crate) use own::Own;
use words::words;

/// Whose a citation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// This law's.
    This,
    /// Another law's, by its name as written.
    Other(String),
    /// It may be either's.
    Unsure,
}

/// The law of each list of citations in a paragraph.
pub(crate) fn laws(
    paragraph: &str,
    lists: &[Range<usize>],
    sentences: &[Range<usize>],
    own: &Own,
) -> Vec<Law> {
    let words = words(paragraph);
    let names = names::names(paragraph, &words, lists, own);
    let beside = Beside { paragraph, words: &words, names: &names, sentences, own };
    let mut verdicts: Vec<Verdict> = beside.verdicts(lists);
    join(&beside, lists, &mut verdicts);
    let mut attached: Vec<usize> = verdicts.iter().filter_map(|verdict| verdict.name).collect();
    attached.sort_unstable();
    let law = |(list, verdict): (&Range<usize>, Verdict)| {
        verdict.law.unwrap_or_else(|| beside.without_word(list, &attached))
    };
    lists.iter().zip(verdicts).map(law).collect()
}

/// "Article 17 and Article 19 of the ICCPR" may both be the Covenant's, or one of each law's.
fn join(beside: &Beside<'_>, lists: &[Range<usize>], verdicts: &mut [Verdict]) {
    for at in 1..lists.len() {
        let (Some(before), Some(after)) = (lists.get(at - 1), lists.get(at)) else { continue };
        let between = beside.paragraph.get(before.end..after.start).unwrap_or_default();
        let [.., first, second] = verdicts.get_mut(..=at).unwrap_or_default() else { continue };
        // The name that governs the first may stand between the two.
        let from = first.end.unwrap_or(before.end).clamp(before.end, after.start);
        let joined = lexicon::is_joint(between)
            || beside.paragraph.get(from..after.start).is_some_and(lexicon::is_joint);
        if joined && !beside.is_set_against(before) {
            let other =
                |verdict: &Verdict| matches!(verdict.law, Some(Law::Other(_) | Law::Unsure));
            if other(first) && second.law.is_none() {
                second.law = Some(Law::Unsure);
            }
            if other(second) && first.law.is_none() {
                first.law = Some(Law::Unsure);
            }
        }
    }
}
