//! Whose article is it? A name beside a citation says so: "Article 17 of the ICCPR", "the
//! Charter's Article 102". What names are is in the files below; here each list of citations gets
//! its law, or none where two readings are left.

mod beside;
mod lexicon;
mod names;
mod own;
mod topic;
mod words;

use std::ops::Range;

use beside::{Beside, Verdict};
use names::Name;
pub(crate) use own::Own;
use words::words;

/// Whose a citation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// This law's.
    This,
    /// Another law's, by its name as written.
    Other(String),
    /// It may be either's, and what stands deep in this law is more likely this one's: another law
    /// was named in passing.
    Likely,
    /// It may be either's.
    Unsure,
}

/// What the paragraphs before have been about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Topic {
    #[default]
    Open,
    This,
    Other,
}

/// What a story says of its laws as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// It calls this law by words of its own somewhere: `the cybercrime treaty`.
    own_named: bool,
    /// It has a name that may be this law's: `the treaty`, or words that call it in short.
    pub(crate) told: bool,
    topic: Topic,
    /// A paragraph before named what may be another law.
    passing: bool,
}

impl Context {
    /// A name that another law is set against says nothing where there is such another.
    pub(crate) fn of(text: &str, own: &Own) -> Self {
        let (mut called, mut contrasted, mut told, mut other) = (false, false, false, false);
        for line in text.lines() {
            let words = words(line);
            let names = names::names(line, &words, &[], own, true);
            let (against, plainly): (Vec<&Name>, Vec<&Name>) =
                names.iter().partition(|it| it.contrasted);
            called |= plainly.iter().any(|it| it.specific);
            contrasted |= against.iter().any(|it| it.specific);
            other |= plainly.iter().any(|it| matches!(it.law, Law::Other(_)));
            let tells = |it: &&Name| {
                let noun = words.get(it.noun).filter(|it| !lexicon::is_body(&it.key));
                it.law == Law::This && noun.is_some_and(|it| lexicon::is_telling(&it.key))
            };
            told |= plainly.iter().any(tells);
            // The words of a name by contrast call it, too.
            told |= against.is_empty() && own.is_called_in(&words);
        }
        let own_named = called || contrasted && !other;
        Self { own_named, told: own_named || told, topic: Topic::Open, passing: false }
    }
}

/// The law of each list of citations in a paragraph.
pub(crate) fn laws(
    paragraph: &str,
    lists: &[Range<usize>],
    sentences: &[Range<usize>],
    own: &Own,
    context: &mut Context,
) -> Vec<Law> {
    let words = words(paragraph);
    let names = names::names(paragraph, &words, lists, own, context.own_named);
    let beside = Beside { paragraph, words: &words, names: &names, sentences, own };
    let mut verdicts: Vec<Verdict> = beside.verdicts(lists);
    join(&beside, lists, &mut verdicts);
    topic::decide(&beside, lists, &verdicts, context)
}

/// "Article 17 and Article 19 of the ICCPR" may both be the Covenant's, or one of each law's.
fn join(beside: &Beside<'_>, lists: &[Range<usize>], verdicts: &mut [Verdict]) {
    let is_other = |verdict: &Verdict| matches!(verdict.law, Some(Law::Other(_) | Law::Unsure));
    let pairs: Vec<usize> =
        (1..lists.len()).filter(|at| is_joined(beside, lists, verdicts, *at)).collect();
    for at in &pairs {
        let [.., first, second] = verdicts.get_mut(..=*at).unwrap_or_default() else { continue };
        if is_other(first) && second.law.is_none() {
            second.law = Some(Law::Unsure);
        }
    }
    for at in pairs.iter().rev() {
        let [.., first, second] = verdicts.get_mut(..=*at).unwrap_or_default() else { continue };
        if is_other(second) && first.law.is_none() {
            first.law = Some(Law::Unsure);
        }
    }
}

/// Whether a list is joined to the one before it.
fn is_joined(beside: &Beside<'_>, lists: &[Range<usize>], verdicts: &[Verdict], at: usize) -> bool {
    let (Some(before), Some(after), Some(first)) =
        (lists.get(at - 1), lists.get(at), verdicts.get(at - 1))
    else {
        return false;
    };
    // The name that governs the first may stand between the two.
    let from = first.end.unwrap_or(before.end).clamp(before.end, after.start);
    let joint =
        |from: usize| beside.paragraph.get(from..after.start).is_some_and(lexicon::is_joint);
    (joint(before.end) || joint(from)) && !beside.is_set_against(before)
}
