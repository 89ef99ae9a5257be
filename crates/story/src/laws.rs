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
pub(crate) use lexicon::is_time;
use names::Name;
pub(crate) use own::Own;
pub(crate) use words::{Word, words};

/// Whose a citation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// This law's.
    This,
    /// Another law's, by its name as written.
    Other(String),
    /// Nothing says whose: no law is spoken of there.
    Open,
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
    /// Places of no law that was named.
    Unnamed,
    This,
    Other,
}

/// How a story names this law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Naming {
    Not,
    /// By what may be its name: `the treaty`, or words that call it in short.
    Perhaps,
    /// By words of its own: `the cybercrime treaty`.
    Plainly,
}

/// What a story says of its laws as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    pub(crate) named: Naming,
    /// It names another law.
    pub(crate) other: bool,
    topic: Topic,
    /// A paragraph before spoke of this law.
    seen: bool,
    /// A paragraph before named what may be another law.
    passing: bool,
}

impl Context {
    /// A name that another law is set against says nothing where there is such another.
    pub(crate) fn of(text: &str, own: &Own) -> Self {
        let [mut called, mut contrasted, mut told, mut other, mut contrasts] = [false; 5];
        for line in text.lines() {
            let words = words(line);
            let names = names::names(line, &words, &[], own, true);
            let (against, plainly): (Vec<&Name>, Vec<&Name>) =
                names.iter().partition(|it| it.contrasted);
            called |= plainly.iter().any(|it| it.specific);
            contrasted |= against.iter().any(|it| it.specific);
            let spoken_of = |it: &&Name| matches!(it.law, Law::Other(_)) && !is_cited(&words, it);
            other |= plainly.iter().any(spoken_of);
            contrasts |= plainly.iter().any(|it| matches!(it.law, Law::Other(_)));
            let tells = |it: &&Name| {
                let noun = words.get(it.noun).filter(|it| !lexicon::is_body(&it.key));
                it.law == Law::This
                    && noun.is_some_and(|it| lexicon::is_telling(&it.key))
                    && !words
                        .get(it.last + 1)
                        .is_some_and(|it| it.near && lexicon::is_defining(&it.key))
            };
            told |= plainly.iter().any(tells);
            // The words of a name by contrast call it, too.
            told |= against.is_empty() && own.is_called_in(&words);
        }
        let named = match (called || contrasted && !contrasts, told) {
            (true, _) => Naming::Plainly,
            (false, true) => Naming::Perhaps,
            (false, false) => Naming::Not,
        };
        Self { named, other, topic: Topic::Open, seen: false, passing: false }
    }

    /// Whether it has a name that may be this law's.
    pub(crate) fn is_named(self) -> bool {
        self.named > Naming::Not
    }

    /// Whether the story calls this law by words of its own somewhere.
    fn is_plain(self) -> bool {
        self.named == Naming::Plainly
    }
}

/// Whether a name stands right behind a citation, which says that it is of that law and no more.
fn is_cited(words: &[Word<'_>], name: &Name) -> bool {
    let mut before = words.get(..name.first).unwrap_or_default().iter().rev();
    let of = before.find(|word| !lexicon::is_determiner(&word.key));
    of.is_some_and(|word| lexicon::is_of(&word.key)) && before.next().is_some_and(Word::has_digit)
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
    let names = names::names(paragraph, &words, lists, own, context.is_plain());
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
