//! Which part of a long list is drawn.

use dataset::List as _;
use std::ops::Range;

use crate::Window;

use super::ScreenBuilder;

/// How much of a list is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// How many items come before.
    pub before: usize,
    /// How many are drawn.
    pub shown: usize,
    /// How many there are.
    pub of: usize,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagedList<T> {
    /// The items drawn, in order.
    pub items: Vec<T>,
    /// How many come before them.
    pub before: usize,
    /// How many there are.
    pub of: usize,
}

impl<T> PagedList<T> {
    /// How much of the list this is.
    pub fn extent(&self) -> Extent {
        Extent { before: self.before, shown: self.items.len(), of: self.of }
    }

    /// Whether something is left out.
    pub fn is_part(&self) -> bool {
        self.items.len() < self.of
    }
}

impl ScreenBuilder<'_> {
    /// What is on the screen of a list of some length; on paper, all of it. Of a law in parts most
    /// would be bare headings there, hundreds of pages of them.
    pub(super) fn window(&self, len: usize) -> Range<usize> {
        let whole = self.context.unfolded && !self.dataset().is_in_parts();
        let window = if whole { Window::ALL } else { self.state.window };
        window.of(len)
    }

    /// What is on the screen of a list.
    pub(super) fn paged_list<A, T>(
        &self,
        list: &[A],
        draw: impl FnMut((usize, &A)) -> Option<T>,
    ) -> PagedList<T> {
        let Range { start, end } = self.window(list.len());
        let shown = list.iter().enumerate().skip(start).take(end - start);
        PagedList { items: shown.filter_map(draw).list(), before: start, of: list.len() }
    }
}
