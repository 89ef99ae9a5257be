//! Lists in which each item stands once.

use alloc::vec::Vec;

/// Puts an item into an ordered list, unless it stands there.
pub fn insert<T: PartialEq + PartialOrd>(list: &mut Vec<T>, item: T) {
    let before = list.partition_point(|it| *it < item);
    if list.get(before) != Some(&item) {
        list.insert(before, item);
    }
}

/// Puts an item behind a list, where there is one and it doesn't stand there yet.
pub fn push_once<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    if !list.contains(&item) {
        list.push(item);
    }
}
