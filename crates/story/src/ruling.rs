//! What an editor says of something found that the text alone can't tell: that it is this law's after
//! all, another's, or no place. It holds for that sentence, wherever the story around it goes.

use std::ops::Range;

use crate::{Mention, What};

/// What it is instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// This law's, where the text left it in doubt.
    ThisLaw,
    /// A place in another law.
    AnotherLaw,
    /// Not a place.
    NoPlace,
}

/// An editor's word on something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The words that were found.
    pub words: String,
    /// The sentence that they stand in.
    pub sentence: String,
    /// Which one of the same words in that sentence, from 0.
    pub nth: usize,
    /// What it is instead.
    pub instead: Instead,
}

impl Ruling {
    /// On a mention that was found in a text.
    pub fn on(mention: &Mention, text: &str, instead: Instead) -> Self {
        let written = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        let (words, sentence) = (written(&mention.span), written(&mention.sentence));
        let before = written(&(mention.sentence.start..mention.span.start));
        let nth = before.matches(words).count();
        Self { words: words.into(), sentence: sentence.into(), nth, instead }
    }

    /// Whether this is on a mention that was found in a text.
    pub fn is_on(&self, mention: &Mention, text: &str) -> bool {
        *self == Self::on(mention, text, self.instead)
    }

    /// Takes its place among others, where one on the same words gives way to it.
    pub fn join(self, others: &mut Vec<Self>) {
        let same = |it: &Self| Self { instead: self.instead, ..it.clone() } == self;
        others.retain(|it| !same(it));
        others.push(self);
    }
}

/// What was found, as an editor has it.
pub(crate) fn ruled(mentions: Vec<Mention>, text: &str, rulings: &[Ruling]) -> Vec<Mention> {
    let rule = |mut mention: Mention| {
        let ruling = rulings.iter().rfind(|ruling| ruling.is_on(&mention, text));
        match ruling.map(|ruling| ruling.instead) {
            Some(Instead::ThisLaw) => mention.doubt = None,
            Some(Instead::NoPlace) => return None,
            Some(Instead::AnotherLaw) => {
                mention.what = What::Elsewhere { law: String::new() };
                mention.doubt = None;
            }
            None => {}
        }
        Some(mention)
    };
    mentions.into_iter().filter_map(rule).collect()
}
