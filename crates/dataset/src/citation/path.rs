//! The levels of one place: behind it (`36(1)(b)`, `36.1.b`), or in front of its article
//! (`point (b) of paragraph 1 of Article 36`).

use alloc::{vec, vec::Vec};

use super::{
    Citation, Letters, Point, Refusal,
    cursor::{Cursor, Join},
    series::{LONGEST_RANGE, labels_between},
    token::Kind,
    words::{Level, arabic_letter},
};

/// Labels from the outside in.
type Path = Vec<Point>;

impl Cursor<'_> {
    /// An article's number with the levels behind it.
    pub(super) fn article(&mut self) -> Result<Citation, Refusal> {
        let path = self.path()?;
        citation(&path)
    }

    /// The place with the levels that stand behind it.
    pub(super) fn with_levels(&mut self, citation: Citation) -> Result<Citation, Refusal> {
        deepen(citation, &self.levels()?)
    }

    /// The levels behind a label, while they touch: `(1)(b)`, `.1.b`, ` b)`.
    fn levels(&mut self) -> Result<Path, Refusal> {
        let mut path = Path::new();
        loop {
            let label = match self.peek() {
                Some(Kind::Open) => self.enclosed()?,
                Some(Kind::Dot) => {
                    self.at += 1;
                    self.label()?
                }
                Some(Kind::Word) if self.peek_after(1) == Some(Kind::Close) => {
                    let label = self.label()?;
                    self.at += 1;
                    label
                }
                // 36(1)b
                Some(Kind::Word) if self.touches_bracket() => self.label()?,
                _ => return Ok(path),
            };
            path.push(label);
        }
    }

    /// A number or letters that may label a level.
    pub(super) fn label(&mut self) -> Result<Point, Refusal> {
        let text = self.written(self.at, self.at + 1);
        let label = match self.peek() {
            Some(Kind::Number(number)) => Some(Point::Number(number)),
            Some(Kind::BadNumber) => return Err(Refusal::BadNumber),
            // The Arabic word for "and" is also a letter that labels points.
            Some(Kind::Word | Kind::And) => {
                let arabic = || Letters::of(u8::try_from(arabic_letter(text)?).ok()?);
                Letters::new(text).or_else(arabic).map(Point::Letters)
            }
            _ => None,
        };
        self.at += usize::from(label.is_some());
        label.ok_or(Refusal::NotACitation)
    }

    /// A label in brackets, perhaps with its word: `(4)`, `(para. 4)`.
    pub(super) fn enclosed(&mut self) -> Result<Point, Refusal> {
        self.at += 1;
        if !matches!(self.peek(), Some(Kind::Level { level: Level::Article, .. })) {
            self.eat_level();
        }
        let label = self.label()?;
        if self.eat(Kind::Close) { Ok(label) } else { Err(Refusal::NotACitation) }
    }

    /// `4`, `(b)`, or the French `b)`.
    pub(super) fn label_or_enclosed(&mut self) -> Result<Point, Refusal> {
        if self.peek() == Some(Kind::Open) {
            return self.enclosed();
        }
        let label = self.label()?;
        if matches!(label, Point::Letters(_)) {
            self.eat(Kind::Close);
        }
        Ok(label)
    }

    /// The word for a level, and whether it is in the plural.
    pub(super) fn eat_level(&mut self) -> Option<(Level, bool)> {
        let Some(Kind::Level { level, plural }) = self.peek() else { return None };
        self.at += 1;
        Some((if self.eat(Kind::Sub) { Level::Point } else { level }, plural))
    }

    /// Passes `of` and `the`.
    pub(super) fn skip_small_words(&mut self) {
        while matches!(self.peek(), Some(Kind::Of | Kind::Noise)) {
            self.at += 1;
        }
    }

    /// `paragraphs 4 and 5 of Article 28`; none, and nothing taken, where no article follows.
    pub(super) fn places_before_article(&mut self) -> Result<Option<Vec<Citation>>, Refusal> {
        let start = self.at;
        let mut inner = Vec::new();
        while let Some((level, plural)) = self.eat_level() {
            if level == Level::Article {
                if inner.is_empty() {
                    break;
                }
                let articles = self.paths(plural)?;
                return combine(&articles, &inner).map(Some);
            }
            let paths = self.paths(true);
            let of = self.peek() == Some(Kind::Of);
            let Some(paths) = paths.ok().filter(|_| of) else { break };
            inner.push((level, paths));
            self.skip_small_words();
        }
        self.at = start;
        Ok(None)
    }

    /// One label with its levels, or a list of such.
    fn paths(&mut self, several: bool) -> Result<Vec<Path>, Refusal> {
        let mut all = vec![self.path()?];
        while let Some((join, path)) = several.then(|| self.next_path()).flatten() {
            if join == Join::To {
                let first = all.pop().unwrap_or_default();
                all.extend(paths_between(&first, &path)?);
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

    /// The next of a list; nothing is taken where no label follows.
    fn next_path(&mut self) -> Option<(Join, Path)> {
        let before = self.at;
        let join = if self.eat(Kind::To) { Join::To } else { self.join() };
        let goes_on = (Join::To..=Join::CommaAnd).contains(&join);
        let path = self.path().ok().filter(|_| goes_on);
        if path.is_none() {
            self.at = before;
        }
        path.map(|path| (join, path))
    }

    fn path(&mut self) -> Result<Path, Refusal> {
        let mut path = vec![self.label_or_enclosed()?];
        path.extend(self.levels()?);
        Ok(path)
    }
}

/// Every inner place in every outer one; `inner` begins with the innermost.
fn combine(articles: &[Path], inner: &[(Level, Vec<Path>)]) -> Result<Vec<Citation>, Refusal> {
    let mut all: Vec<Citation> =
        articles.iter().map(|path| citation(path)).collect::<Result<_, _>>()?;
    for (level, paths) in inner.iter().rev() {
        if all.len() * paths.len() > LONGEST_RANGE {
            return Err(Refusal::TooMany);
        }
        let mut next = Vec::new();
        for outer in &all {
            for path in paths {
                let number = matches!(path.first(), Some(Point::Number(_)));
                if *level == Level::Paragraph && !(number && outer.parent().is_none()) {
                    return Err(Refusal::TwoReadings);
                }
                next.push(deepen(outer.clone(), path)?);
            }
        }
        all = next;
    }
    Ok(all)
}

fn citation(path: &[Point]) -> Result<Citation, Refusal> {
    match path {
        [Point::Number(article), levels @ ..] => deepen(Citation::of(*article), levels),
        _ => Err(Refusal::NotACitation),
    }
}

fn deepen(citation: Citation, levels: &[Point]) -> Result<Citation, Refusal> {
    levels
        .iter()
        .try_fold(citation, |citation, label| citation.within(*label))
        .ok_or(Refusal::TooDeep)
}

fn paths_between(first: &[Point], last: &[Point]) -> Result<Vec<Path>, Refusal> {
    let (Some((from, around)), Some((to, around_last))) = (first.split_last(), last.split_last())
    else {
        return Err(Refusal::BadRange);
    };
    if around != around_last {
        return Err(Refusal::BadRange);
    }
    let place = |label| around.iter().copied().chain([label]).collect();
    Ok(labels_between(*from, *to)?.into_iter().map(place).collect())
}
