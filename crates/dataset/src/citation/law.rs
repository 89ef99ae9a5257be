//! A law's own citations, each with a folded key. What anybody writes is read by the same rules
//! and found by its key, so whatever the law is cited by can be written again.

use alloc::{string::String, vec::Vec};

use super::{
    Refusal, Unreadable,
    list::{Found, Reader},
    steps::Cursor,
    token::{Kind, Token, tokens},
    words::{Level, fold},
};
use crate::ProvisionIx;

mod advice;
mod keys;
mod unit;

use advice::LONGEST_ADVISED;
pub use keys::name;
use keys::{classes, path};

/// What a law is cited by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citations {
    /// For each of `texts` the key, the classes of its levels, and whether it is none by the
    /// rules, such as "The whole Convention". Unsorted: sorting weighs more than it saves, for few
    /// are ever looked up.
    keys: Vec<(String, u64, bool)>,
    /// Each citation as it is written, with the place of its provision; the law's order.
    texts: Vec<(String, ProvisionIx)>,
    /// What a bare number counts.
    unit: Option<Level>,
    /// The word for it, as this law writes it.
    word: String,
    /// That word folded, where no language's words have it.
    learned: String,
}

/// Nobody reads what may be meant by more mistakes than these.
const MOST_ADVICE: usize = 8;

impl Citations {
    /// From all citations of a law, each with the place of its provision, in the law's order.
    /// `unit` is the word for what is counted; where no citation begins so, it is what most begin
    /// with.
    pub fn new(texts: Vec<(String, ProvisionIx)>, unit: &str) -> Self {
        let mut law = Self { texts, ..Self::default() };
        law.learn_unit(unit);
        // While the keys are made there are none yet, so what hyphens join stays one label.
        let mut keys = Vec::new();
        for (text, _) in &law.texts {
            let mut tokens = law.tokens(text);
            // `Schedule 2, paragraph 3` is one place where a law calls it so.
            tokens.retain(|it| it.kind != Kind::Comma);
            let mut cursor = law.cursor(text, &tokens);
            let run = cursor.run().filter(|_| cursor.at == tokens.len());
            let (key, classes) = match &run {
                Some(run) => (law.key(&run.steps), classes(&run.steps)),
                None => (name(text), 0),
            };
            keys.push((key, classes, run.is_none()));
        }
        law.keys = keys;
        law
    }

    /// Reads a list as journalists write it: `28(4), Art. 14.4, art_36__para_1__point_b`,
    /// `Sections 5–7`, `paragraph 4 of Article 28`, `§ 5 Abs. 2`, `Schedule 2 para 3`. The places
    /// are those of [`new`](Self::new); `exact` finds one by its id.
    ///
    /// What may be read in two ways, or may speak of another law (`Article 38 of the Directive`),
    /// is refused rather than guessed. Time and memory grow with the text's length; at most 1000
    /// places are returned.
    pub fn read(
        &self,
        text: &str,
        exact: &dyn Fn(&str) -> Option<ProvisionIx>,
    ) -> Vec<Result<ProvisionIx, Unreadable>> {
        let tokens = self.tokens(text);
        let cursor = self.cursor(text, &tokens);
        let (mut all, mut told) = (Vec::new(), 0);
        for item in Reader::new(cursor, exact).run() {
            let written = cursor.written(item.tokens.start, item.tokens.end);
            match item.found {
                Found::Name(place) => all.push(Ok(place)),
                Found::Refused(why) => {
                    told += 1;
                    let advised = told <= MOST_ADVICE && written.len() < LONGEST_ADVISED;
                    all.push(Err(self.unreadable(written, why, advised)));
                }
                Found::Places(places) => {
                    let written = if places.len() == 1 { written } else { "" };
                    for place in &places {
                        let found = self.place(place, written, told < MOST_ADVICE);
                        told += usize::from(found.is_err());
                        all.push(found);
                    }
                }
            }
        }
        all
    }

    /// The provisions that are at the places that a text names, or in them, in the text's order;
    /// none where a part of the text can't be read.
    pub fn read_within(
        &self,
        text: &str,
        exact: &dyn Fn(&str) -> Option<ProvisionIx>,
    ) -> Option<Vec<ProvisionIx>> {
        let tokens = self.tokens(text);
        let mut all = Vec::new();
        for item in Reader::new(self.cursor(text, &tokens), exact).run() {
            match item.found {
                Found::Name(place) => all.push(place),
                Found::Refused(_) => return None,
                Found::Places(places) => {
                    for place in &places {
                        self.collect(place, true, &mut all);
                    }
                }
            }
        }
        Some(all)
    }

    /// The one place that a text names.
    ///
    /// # Errors
    /// Where it names none or several, or may be read in two ways.
    pub fn read_one(
        &self,
        text: &str,
        exact: &dyn Fn(&str) -> Option<ProvisionIx>,
    ) -> Result<ProvisionIx, Unreadable> {
        let mut items = self.read(text, exact);
        let why = if items.is_empty() { Refusal::NotACitation } else { Refusal::Several };
        match items.pop().filter(|_| items.is_empty()) {
            Some(item) => item,
            None => Err(self.unreadable(text, why, true)),
        }
    }

    /// How to write a place in a list: without the word where that is enough, `28(4)`, and else
    /// as the law writes it. None where not even that leads back to it.
    pub fn short(&self, place: ProvisionIx) -> Option<String> {
        let none = |_: &str| None;
        let leads_back = |text: &String| self.read_one(text, &none) == Ok(place);
        let own = self.texts.iter().filter(|it| it.1 == place).map(|it| it.0.clone());
        own.flat_map(|text| {
            let tokens = self.tokens(&text);
            let run = self.cursor(&text, &tokens).run();
            let short = run.filter(|run| self.is_own(&run.steps)).map(|run| path(&run.steps));
            [short, Some(text)]
        })
        .flatten()
        .find(leads_back)
    }

    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = tokens(text);
        for token in &mut tokens {
            let written = text.get(token.span.clone()).unwrap_or_default();
            if token.kind == Kind::Word && !self.learned.is_empty() && written.len() < 80 {
                let word = fold(written);
                let plural = word.strip_suffix('s') == Some(&self.learned);
                if plural || word == self.learned {
                    token.kind = Kind::Level { level: Level::Own, plural };
                }
            }
        }
        tokens
    }

    pub(super) fn cursor<'t>(&'t self, text: &'t str, tokens: &'t [Token]) -> Cursor<'t> {
        Cursor { law: self, text, tokens, at: 0 }
    }

    /// Whether a word begins a citation of this law.
    pub(super) fn is_head(&self, level: Level) -> bool {
        level < Level::Sign || level <= Level::Paragraph && self.has_unit(level)
    }
}
