//! A listener on something of the page's that is given up when it is dropped.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: EventTarget,
        event: &'static str,
        handler: impl FnMut(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(handler);
        let function = closure.as_ref().unchecked_ref();
        // Only a target that isn't one could refuse.
        let _ = target.add_event_listener_with_callback(event, function);
        Self { target, event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, function);
    }
}
