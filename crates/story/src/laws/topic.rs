//! Whose a list of citations is that no word beside it claims: that of the law which the text speaks
//! of there. Doubt leaves it unmarked, since a wrong attribution is worse than a missing one.

use std::ops::Range;

use super::{
    Context, Law, Topic,
    beside::{Beside, Verdict},
    names::Name,
};

/// Further back, a name or a citation says nothing new.
const LOOK_BACK: usize = 32;

/// The law of each list; the topic is left for the next paragraph.
pub(super) fn decide(
    beside: &Beside<'_>,
    lists: &[Range<usize>],
    verdicts: &[Verdict],
    context: &mut Context,
) -> Vec<Law> {
    let mut attached: Vec<usize> = verdicts.iter().filter_map(|verdict| verdict.name).collect();
    attached.sort_unstable();
    let mut text = Told { beside, lists, attached: &attached, done: Vec::new(), context: *context };
    for (list, verdict) in lists.iter().zip(verdicts) {
        let law = verdict.law.clone().unwrap_or_else(|| text.without_word(list));
        text.done.push(law);
    }
    context.topic = text.topic();
    context.seen |= context.topic == Topic::This;
    let mut names = beside.names.iter().enumerate();
    context.passing |= names.any(|(at, name)| text.is_passing(at, name))
        || text.done.iter().any(|law| matches!(law, Law::Other(_)));
    text.done
}

/// A paragraph as far as its lists have got a law.
struct Told<'a> {
    beside: &'a Beside<'a>,
    lists: &'a [Range<usize>],
    /// Names that stand beside a citation.
    attached: &'a [usize],
    done: Vec<Law>,
    context: Context,
}

/// What stands before a list.
enum Earlier<'a> {
    Name(usize, &'a Name),
    List(&'a Range<usize>, &'a Law),
}

impl Told<'_> {
    fn without_word(&self, list: &Range<usize>) -> Law {
        if self.beside.is_applied(list) {
            return Law::Likely;
        }
        let sentence = self.beside.sentence_start(list.start);
        let mut passing = self.context.passing;
        for earlier in self.before(list.start).take(LOOK_BACK) {
            match earlier {
                Earlier::List(_, law @ (Law::This | Law::Open)) => return law.clone(),
                Earlier::List(list, _) if self.beside.is_set_against(list) => {}
                // What goes on from another law's article may be that law's, whatever was named before.
                Earlier::List(_, Law::Other(_)) => return Law::Likely,
                Earlier::List(..) => passing = true,
                Earlier::Name(_, name) if name.specific && !name.contrasted => return Law::This,
                Earlier::Name(at, name) if self.is_subject(at, name) => {
                    let start = self.beside.start(name);
                    if start >= sentence || !self.has_own_before(name) {
                        return Law::Unsure;
                    }
                }
                Earlier::Name(at, name) => passing |= self.is_passing(at, name),
            }
        }
        let spoken_of = self.context.is_plain() && (self.context.seen || !passing);
        let about_this = self.context.topic == Topic::This || spoken_of;
        match self.context.topic {
            _ if about_this => Law::This,
            Topic::Other => Law::Unsure,
            Topic::Unnamed => Law::Open,
            _ if passing => Law::Likely,
            _ => Law::Open,
        }
    }

    /// Names and lists before a place, the nearest first.
    fn before(&self, place: usize) -> impl Iterator<Item = Earlier<'_>> {
        let mut names = self.beside.names_before(place).peekable();
        let mut lists = self.lists.iter().zip(&self.done).rev().peekable();
        std::iter::from_fn(move || {
            let name = names.peek().and_then(|at| Some((*at, self.beside.names.get(*at)?)));
            let start = name.map(|(_, name)| self.beside.start(name));
            if lists.peek().is_some_and(|(list, _)| start.is_none_or(|start| list.start > start)) {
                return lists.next().map(|(list, law)| Earlier::List(list, law));
            }
            names.next();
            name.map(|(at, name)| Earlier::Name(at, name))
        })
    }

    /// Whether another law is what a sentence speaks of, and not named in passing.
    fn is_subject(&self, at: usize, name: &Name) -> bool {
        matches!(name.law, Law::Other(_))
            && !self.beside.is_weak(name)
            && !self.beside.is_contrast(name)
            && !self.beside.is_aside(name)
            && self.attached.binary_search(&at).is_err()
    }

    /// Whether a name may be another law's: `the climate treaty`, `a draft of the ministry’s`.
    fn is_passing(&self, at: usize, name: &Name) -> bool {
        let other = name.law != Law::This && self.attached.binary_search(&at).is_err();
        let silent = if self.beside.is_new(name) {
            self.beside.is_silent(name)
        } else {
            self.beside.is_weak(name)
        };
        other && !silent && !self.beside.is_contrast(name)
    }

    /// Whether its sentence has spoken of this law before: `the treaty copies the Charter`.
    fn has_own_before(&self, name: &Name) -> bool {
        let start = self.beside.start(name);
        let sentence = self.beside.sentence_start(start);
        let own = |earlier: Earlier<'_>| match earlier {
            Earlier::Name(_, name) => {
                let own = name.law == Law::This && !self.beside.is_weak(name);
                (self.beside.start(name) >= sentence).then_some(own)
            }
            Earlier::List(list, law) => (list.start >= sentence).then_some(*law == Law::This),
        };
        self.before(start)
            .skip_while(|it| matches!(it, Earlier::List(list, _) if list.start >= start))
            .take(LOOK_BACK)
            .map_while(own)
            .any(|own| own)
    }

    /// What the paragraph was about at its end.
    fn topic(&self) -> Topic {
        let specific = |it: &Name| it.specific && !it.contrasted;
        let own = self.done.contains(&Law::This) || self.beside.names.iter().any(specific);
        let mut names = self.beside.names.iter().enumerate();
        if own {
            Topic::This
        } else if self.done.contains(&Law::Open) {
            Topic::Unnamed
        } else if names.any(|(at, name)| self.is_subject(at, name)) {
            Topic::Other
        } else {
            self.context.topic
        }
    }
}
