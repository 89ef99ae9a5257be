//! Places in front of what contains them: `paragraphs 4 and 5 of Article 28`, `point (b) of
//! paragraph 1 of Article 36`.

use alloc::{vec, vec::Vec};

use super::{
    super::token::Kind,
    Join, Level, Place, Reader, Refusal, Step,
    between::{LONGEST_RANGE, between},
};

impl Reader<'_> {
    /// None, and nothing taken, where no such place stands here.
    pub(super) fn places_before_outer(&mut self) -> Result<Option<Vec<Place>>, Refusal> {
        let start = self.cursor.at;
        let mut inner: Vec<Vec<Place>> = Vec::new();
        while let Some(Kind::Level { level, plural }) = self.cursor.peek() {
            let outermost = self.is_outer(level) && !inner.is_empty();
            if inner.is_empty() && self.cursor.law.is_head(level) && level < Level::Sign {
                break;
            }
            let paths = self.paths(!outermost || plural);
            if outermost {
                return combine(paths?, &inner).map(Some);
            }
            let of = self.cursor.peek() == Some(Kind::Of);
            let Some(paths) = paths.ok().filter(|_| of) else { break };
            inner.push(paths);
            self.cursor.skip_small_words();
        }
        self.cursor.at = start;
        Ok(None)
    }

    /// Behind "of", a paragraph is what contains points only where the law counts paragraphs.
    fn is_outer(&self, level: Level) -> bool {
        self.cursor.law.is_head(level)
    }

    /// One place, or a list of such that share the first one's word.
    fn paths(&mut self, several: bool) -> Result<Vec<Place>, Refusal> {
        let first = self.cursor.run().ok_or(Refusal::NotACitation)?.steps;
        let level = first.first().and_then(|it| it.level);
        let mut all = vec![first];
        while let Some((range, mut path)) = several.then(|| self.next_path()).flatten() {
            if let Some(first) = path.first_mut().filter(|it| it.level.is_none()) {
                *first = Step { level, ..*first };
            }
            if range {
                let first = all.pop().unwrap_or_default();
                all.extend(between(&first, &path)?);
            } else {
                all.push(path);
            }
            // Many short ranges must not fill the memory before they are counted.
            if all.len() > LONGEST_RANGE {
                return Err(Refusal::TooMany);
            }
        }
        Ok(all)
    }

    /// The next of a list, and whether a range ends there; nothing is taken where no label follows.
    fn next_path(&mut self) -> Option<(bool, Place)> {
        let before = self.cursor.at;
        let range = self.cursor.eat(Kind::To);
        let goes_on = range || (Join::And..=Join::CommaAnd).contains(&self.join());
        let worded = matches!(self.cursor.peek(), Some(Kind::Level { .. }));
        let path = if goes_on && !worded { self.cursor.run() } else { None };
        if path.is_none() {
            self.cursor.at = before;
        }
        path.map(|path| (range, path.steps))
    }
}

/// Every inner place in every outer one; `inner` begins with the innermost.
fn combine(mut all: Vec<Place>, inner: &[Vec<Place>]) -> Result<Vec<Place>, Refusal> {
    for paths in inner.iter().rev() {
        if all.len() * paths.len() > LONGEST_RANGE {
            return Err(Refusal::TooMany);
        }
        let mut next = Vec::new();
        for outer in &all {
            for path in paths {
                next.push(Place::joined(outer, path));
            }
        }
        all = next;
    }
    Ok(all)
}
