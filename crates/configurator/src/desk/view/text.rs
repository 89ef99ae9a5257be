//! The text that is read: its sentences, and the words selected in it.

use std::ops::{Range, RangeInclusive};

use desk::Key;
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    PARTS, Send,
};
use crate::view::ui::named;

/// What stands here before there is a text.
fn waiting() -> Html {
    html! {
        <section id="text" tabindex="-1" aria-labelledby="text-head">
            <h2 id="text-head">{ "2. Its words" }</h2>
            <p>{ "Add a document, or open its text." }</p>
        </section>
    }
}

pub(super) fn text(model: &Model, send: &Send) -> Html {
    let Some(text) = model.text().cloned() else { return waiting() };
    let title = model.source.clone().unwrap_or_default();
    let mut nth = 0;
    let active = model.passages.sentences().position(|it| it.end > model.selection.start);
    let active = active.filter(|_| !model.selection.is_empty());
    let mut turned = None;
    let paragraphs = model.passages.paragraphs.iter().map(|(range, sentences)| {
        let first = nth;
        nth += sentences.len();
        let pages = model.passages.pages(range);
        let begins = pages.clone().map(|it| *it.start());
        let place = Place {
            first,
            label: pages.map(|it| place(&it, model.passages.paragraph(range.start))),
            begins: begins.filter(|_| begins != turned),
        };
        turned = begins;
        paragraph(model, send, &text, range, sentences, place)
    });
    html! {
        <section aria-labelledby="text-head">
            <h2 id="text-head">{ "2. Its words" }</h2>
            <p class="help" id="text-help">
                <kbd>{ "↓" }</kbd>{ " " }<kbd>{ "↑" }</kbd>{ " sentence, " }
                <kbd>{ "→" }</kbd>{ " " }<kbd>{ "←" }</kbd>{ " word, with " }<kbd>{ "Shift" }</kbd>
                { " more or less; " }
                <kbd>{ "Enter" }</kbd>{ " quotes it for the concern, " }
                <kbd>{ "C" }</kbd>{ " makes it a concern, " }
                <kbd>{ "R" }</kbd>{ " a request, " }
                <kbd>{ "A" }</kbd>{ " an answer to it, " }
                <kbd>{ "L" }</kbd>{ " other law that it is compared with, " }
                <kbd>{ "P" }</kbd>{ " where those behind the document stand, " }
                <kbd>{ "S" }</kbd>{ " their names, one a line; " }
                <kbd>{ "N" }</kbd>{ " leads to the next citation, " }
                <kbd>{ "1" }</kbd>{ " to " }<kbd>{ "7" }</kbd>{ " to the parts of this page, and " }
                <kbd>{ "Esc" }</kbd>{ " from there back here. Or select with a mouse." }
            </p>
            <div id="text" class="source-text" role="listbox" tabindex="0" aria-label={format!("The words of {title}")}
                aria-describedby="text-help" aria-activedescendant={active.map(|it| format!("sentence-{it}"))}
                onkeydown={keys(send, model.is_rtl())} onmouseup={send.reform(|_: MouseEvent| Msg::Point)}>
                { for paragraphs }
            </div>
            { selection(model, send) }
        </section>
    }
}

/// Where a paragraph stands.
struct Place {
    /// The number of its first sentence, of all.
    first: usize,
    /// As who hears the text has it.
    label: Option<String>,
    /// The page that begins with it, as who sees the text has it.
    begins: Option<usize>,
}

fn place(pages: &RangeInclusive<usize>, paragraph: usize) -> String {
    let (first, last) = (pages.start(), pages.end());
    if first == last {
        format!("Page {first}, paragraph {paragraph}")
    } else {
        format!("Pages {first}–{last}, paragraph {paragraph}")
    }
}

fn paragraph(
    model: &Model,
    send: &Send,
    text: &str,
    range: &Range<usize>,
    sentences: &[Range<usize>],
    Place { first, label, begins }: Place,
) -> Html {
    let ends = sentences.iter().skip(1).map(|it| it.start).chain([range.end]);
    let pieces = sentences.iter().zip(ends).enumerate().map(|(nth, (sentence, end))| {
        let whole = sentence.start..end;
        let selected = clipped(&model.selection, &whole);
        let is_open =
            model.proposals.here.iter().any(|it| it.is_open() && it.sentence.start == sentence.start);
        let select = sentence.clone();
        let onclick = send.reform(move |_: MouseEvent| Msg::Select(select.clone()));
        let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_string();
        html! {
            <span role="option" id={format!("sentence-{}", first + nth)} class={is_open.then_some("cites")}
                aria-selected={(!selected.is_empty()).to_string()} ondblclick={onclick}>
                { part(whole.start..selected.start) }
                if !selected.is_empty() { <mark>{ part(selected.clone()) }</mark> }
                { part(selected.end..whole.end) }
            </span>
        }
    });
    let begins = begins.map(|it| format!("Page {it}"));
    html! {
        <div role="group" dir="auto" aria-label={label} data-at={range.start.to_string()} data-page={begins}>{ for pieces }</div>
    }
}

/// As much of a selection as is in a sentence; where nothing is, its beginning.
fn clipped(selection: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let start = selection.start.clamp(sentence.start, sentence.end);
    let end = selection.end.clamp(start, sentence.end);
    if start == end { sentence.start..sentence.start } else { start..end }
}

/// What keys do in the text. Arrows go the way that they point.
fn keys(send: &Send, is_rtl: bool) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let more = event.shift_key();
        let msg = match event.key().as_str() {
            "ArrowDown" => Msg::Key(Key::Sentence { back: false, more }),
            "ArrowUp" => Msg::Key(Key::Sentence { back: true, more }),
            "ArrowRight" => Msg::Key(Key::Word { back: is_rtl, more }),
            "ArrowLeft" => Msg::Key(Key::Word { back: !is_rtl, more }),
            "Home" => Msg::Key(Key::First),
            "End" => Msg::Key(Key::Last),
            "Enter" => Msg::Quote,
            "c" | "C" => Msg::Begin,
            "r" | "R" => Msg::Ask,
            "a" | "A" => Msg::Reply,
            "p" | "P" => Msg::Position,
            "l" | "L" => Msg::Relate(None),
            "s" | "S" => Msg::Names,
            "n" | "N" => Msg::NextCitation,
            key => match part(key) {
                Some(part) => Msg::Focus(part),
                None => return,
            },
        };
        event.prevent_default();
        send.emit(msg);
    })
}

/// The part of the page that a digit leads to.
fn part(key: &str) -> Option<&'static str> {
    let number: usize = key.parse().ok()?;
    PARTS.get(number.checked_sub(1)?).copied()
}

/// The words selected, and what can be made of them.
fn selection(model: &Model, send: &Send) -> Html {
    let words = model.selected();
    let is_blank = words.trim().is_empty();
    let without_concern = is_blank || model.concern_path().is_none();
    html! {
        <>
            if !is_blank { <blockquote class="selected" dir="auto">{ words }</blockquote> }
            <p class="buttons">
                { named("Quote it for the concern", None, without_concern, send, Msg::Quote) }
                { named("Make it a concern", None, is_blank, send, Msg::Begin) }
                { named("Make it a request", None, without_concern, send, Msg::Ask) }
                { named("Make it an answer", None, is_blank, send, Msg::Reply) }
                { named("It names other law", None, without_concern, send, Msg::Relate(None)) }
                { named("It says where they stand", None, is_blank, send, Msg::Position) }
                { named("These are the names", None, is_blank, send, Msg::Names) }
            </p>
        </>
    }
}
