//! Undo and redo, without limit: every draft that there was, none of them copied.

use std::rc::Rc;

/// A value with its past and its future.
#[derive(Clone, Debug)]
pub(crate) struct History<T, F> {
    past: Vec<Rc<T>>,
    present: Rc<T>,
    future: Vec<Rc<T>>,
    /// The field that is being filled in: its letters are one step.
    field: Option<F>,
}

impl<T: PartialEq, F: PartialEq> History<T, F> {
    pub(crate) fn new(present: T) -> Self {
        Self { past: Vec::new(), present: Rc::new(present), future: Vec::new(), field: None }
    }

    pub(crate) fn present(&self) -> &Rc<T> {
        &self.present
    }

    /// Goes on to another value. What is typed into one field without a pause for something else is
    /// one step; nothing changed, nothing to undo.
    pub(crate) fn go(&mut self, next: T, field: Option<F>) {
        if next == *self.present {
            return;
        }
        let is_more = field.is_some() && field == self.field && self.future.is_empty();
        let last = std::mem::replace(&mut self.present, Rc::new(next));
        if !is_more {
            self.past.push(last);
        }
        self.future.clear();
        self.field = field;
    }

    /// Puts another value in place of the present one, as no step of its own.
    pub(crate) fn amend(&mut self, present: T) {
        self.present = Rc::new(present);
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub(crate) fn undo(&mut self) {
        if let Some(last) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, last));
            self.field = None;
        }
    }

    pub(crate) fn redo(&mut self) {
        if let Some(next) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, next));
            self.field = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(steps: &[(&'static str, Option<u8>)]) -> History<&'static str, u8> {
        let mut history = History::new("");
        for (next, field) in steps {
            history.go(next, *field);
        }
        history
    }

    #[test]
    fn undo_and_redo_lead_back_and_forth_to_the_ends() {
        let mut history = after(&[("a", None), ("b", None)]);
        history.undo();
        assert_eq!(**history.present(), "a");
        history.undo();
        history.undo();
        assert_eq!(**history.present(), "");
        assert!(!history.can_undo());
        history.redo();
        history.redo();
        history.redo();
        assert_eq!(**history.present(), "b");
        assert!(!history.can_redo());
    }

    #[test]
    fn what_is_typed_into_one_field_is_one_step() {
        let mut history =
            after(&[("a", Some(1)), ("ab", Some(1)), ("abc", Some(1)), ("d", Some(2))]);
        history.undo();
        assert_eq!(**history.present(), "abc");
        history.undo();
        assert_eq!(**history.present(), "");
    }

    #[test]
    fn a_new_step_ends_the_future() {
        let mut history = after(&[("a", None)]);
        history.undo();
        history.go("b", None);
        assert!(!history.can_redo());
    }

    #[test]
    fn typing_after_an_undo_is_a_step_of_its_own() {
        let mut history = after(&[("a", Some(1)), ("ab", Some(1)), ("c", Some(2))]);
        history.undo();
        history.go("abc", Some(1));
        history.undo();
        assert_eq!(**history.present(), "ab");
    }

    #[test]
    fn nothing_changed_is_no_step() {
        let mut history = after(&[("a", None), ("a", None)]);
        history.undo();
        assert_eq!(**history.present(), "");
    }
}
