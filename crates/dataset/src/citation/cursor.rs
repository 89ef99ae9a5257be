//! Where the parser stands among the tokens, and the small steps that it takes.

use super::token::{Kind, Token};

/// Tokens, the text they come from and the place reached.
pub(super) struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    pub(super) at: usize,
}

/// What stands between two pieces, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    Touching,
    To,
    And,
    Comma,
    CommaAnd,
    Semicolon,
    Stop,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens, at: 0 }
    }

    pub(super) fn skip_rest(&mut self) {
        self.at = self.tokens.len();
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Takes all separators here.
    pub(super) fn join(&mut self) -> Join {
        let mut join = Join::Touching;
        while let Some(kind) = self.peek() {
            let next = match kind {
                Kind::And if join == Join::Comma => Join::CommaAnd,
                Kind::Comma if join == Join::And => Join::CommaAnd,
                Kind::And => Join::And,
                Kind::Comma => Join::Comma,
                Kind::Semicolon => Join::Semicolon,
                Kind::Stop => Join::Stop,
                _ => break,
            };
            join = join.max(next);
            self.at += 1;
        }
        join
    }

    pub(super) fn peek(&self) -> Option<Kind> {
        self.peek_after(0)
    }

    pub(super) fn peek_after(&self, distance: usize) -> Option<Kind> {
        self.tokens.get(self.at + distance).map(|token| token.kind)
    }

    pub(super) fn eat(&mut self, kind: Kind) -> bool {
        let found = self.peek() == Some(kind);
        self.at += usize::from(found);
        found
    }

    /// Whether a label stands right behind a closing bracket.
    pub(super) fn touches_bracket(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(self.at)).is_some_and(|(before, token)| {
            before.kind == Kind::Close && before.span.end == token.span.start
        })
    }

    /// The text of some tokens.
    pub(super) fn written(&self, start: usize, end: usize) -> &'t str {
        let from = self.tokens.get(start).map(|token| token.span.start);
        let to = end.checked_sub(1).and_then(|last| self.tokens.get(last)).map(|it| it.span.end);
        from.zip(to).and_then(|(from, to)| self.text.get(from..to)).unwrap_or_default()
    }
}

/// Whether a piece ends here.
pub(super) fn is_separator(kind: Kind) -> bool {
    matches!(kind, Kind::Comma | Kind::And | Kind::Semicolon | Kind::Stop)
}
