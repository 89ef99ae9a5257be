//! `collect` for lists, at a third of its code: one loop for each kind of item, where `collect`
//! makes one for each place that calls it. What is listed so is a screenful.

use alloc::vec::Vec;

/// Iterators that fill a list.
pub trait List: Iterator + Sized {
    /// The items as a list.
    fn list(mut self) -> Vec<Self::Item> {
        gather(&mut self)
    }
}

impl<I: Iterator> List for I {}

/// The one thing that is asked of an iterator: behind `dyn`, that would bring each of its other
/// methods along, and a closure a second entry.
trait Next<T> {
    fn next_item(&mut self) -> Option<T>;
}

impl<I: Iterator> Next<I::Item> for I {
    fn next_item(&mut self) -> Option<I::Item> {
        self.next()
    }
}

fn gather<T>(items: &mut dyn Next<T>) -> Vec<T> {
    let mut list = Vec::new();
    while let Some(item) = items.next_item() {
        list.push(item);
    }
    list
}
