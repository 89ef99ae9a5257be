//! What is wrong with a dataset or an option, told once: one event, and one line for developers.

use std::fmt::Display;

use web_sys::HtmlElement;

use super::{
    browser,
    events::{Dispatch as _, Event},
};

/// Tells what is wrong with a dataset. Its sound part is shown all the same.
pub(super) fn dataset<P: Display>(host: &HtmlElement, problems: &[P]) {
    tell(host, "dataset", "the dataset breaks its rules", problems);
}

/// Tells what is wrong with options. The others hold.
pub(super) fn options<P: Display>(host: &HtmlElement, problems: &[P]) {
    tell(host, "options", "some options cannot be used", problems);
}

/// Tells why a part of a large law is missing. What is here is shown all the same.
pub(super) fn part(host: &HtmlElement, why: &str) {
    tell(host, "dataset", "a part of the dataset is missing", &[why]);
}

fn tell<P: Display>(host: &HtmlElement, code: &str, message: &str, problems: &[P]) {
    if problems.is_empty() {
        return;
    }
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let line = ["provision-explorer: ", message, ": ", &problems.join("; ")].concat();
    browser::warn(&line);
    let problems = problems.iter().map(String::as_str).collect();
    Event::Error { code, message, problems }.dispatch(host);
}
