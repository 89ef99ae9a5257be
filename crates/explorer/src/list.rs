//! `collect` for lists, at a third of its code: one loop for each kind of item, where `collect`
//! makes one for each place that calls it. What is listed here is a screenful.

/// Iterators that fill a list.
pub(crate) trait List: Iterator + Sized {
    /// The items as a list.
    fn list(mut self) -> Vec<Self::Item> {
        gather(&mut || self.next())
    }
}

impl<I: Iterator> List for I {}

// A function, because an iterator behind `dyn` would bring each of its other methods along.
fn gather<T>(next: &mut dyn FnMut() -> Option<T>) -> Vec<T> {
    let mut list = Vec::new();
    while let Some(item) = next() {
        list.push(item);
    }
    list
}
