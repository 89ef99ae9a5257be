//! The desk's one Yew component.

use authoring::CalendarDate;
use wasm_bindgen::prelude::*;
use web_sys::{File, js_sys::Uint8Array};
use yew::prelude::*;

use super::{
    document, files,
    model::Model,
    msg::{Msg, Wanted},
    view,
};
use crate::{background, page};

/// How long nothing must happen before the dataset is checked, in milliseconds.
const PAUSE: u32 = 250;

/// The page.
pub(crate) struct Desk {
    model: Model,
    /// Tells that nothing has happened for a while.
    settled: JsValue,
}

impl Component for Desk {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let travel =
            move |back, _: bool| link.send_message(if back { Msg::Undo } else { Msg::Redo });
        page::on_undo(&Closure::<dyn FnMut(bool, bool)>::new(travel).into_js_value());
        let link = ctx.link().clone();
        let settled = move || link.send_message(Msg::Settled);
        let settled = Closure::<dyn FnMut()>::new(settled).into_js_value();
        let link = ctx.link().clone();
        let given = move |json: String| link.send_message(Msg::Given(json));
        page::on_given(&Closure::<dyn FnMut(String)>::new(given).into_js_value());
        Self { model: Model::new(page::today().parse::<CalendarDate>().ok()), settled }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let was_reading = self.model.reading.as_ref().map(|it| it.task.name());
        let is_progress = matches!(msg, Msg::Pages(..));
        match msg {
            Msg::Open(files) => self.read(ctx, files, Wanted::Dataset),
            Msg::OpenText(files) => self.read(ctx, files, Wanted::Text),
            Msg::OpenTextOf(source, files) => self.read(ctx, files, Wanted::TextOf(source)),
            Msg::Read(_, _, Some(why)) => self.model.refuse(vec![why]),
            Msg::Read(wanted, read, None) => match files::task(&self.model, &wanted, &read) {
                Some((task, name, bytes)) => {
                    if let Err(why) = files::begin(&mut self.model, wanted, task, name, bytes) {
                        self.model.refuse(vec![why]);
                    }
                }
                None => files::take(&mut self.model, &wanted, &read),
            },
            Msg::Laid(text) => files::laid(&mut self.model, text),
            Msg::Save => self.save(),
            Msg::SaveText(source) => self.save_text(&source),
            Msg::SaveTexts => self.save_texts(),
            Msg::Publish => self.publish(),
            Msg::Configure => {
                let link = ctx.link().clone();
                let done = move |is_given| link.send_message(Msg::Handed(is_given));
                let done = Closure::once_into_js(done);
                page::give("./configurator.html", &self.model.document().json(), &done);
            }
            Msg::Point => self.point(),
            msg => self.model.take(msg),
        }
        // How far a file is, is nothing that an editor does.
        if self.model.is_checking && !is_progress {
            page::later(PAUSE, &self.settled);
        }
        if let Some(task) = was_reading.filter(|_| self.model.reading.is_none()) {
            background::stop(task);
        }
        if let Some(bytes) = self.model.read_next() {
            self.read_elsewhere(ctx, bytes);
        }
        page::guard(self.model.is_unsaved());
        let focus = self.model.focus.take();
        page::once_drawn(move || match focus {
            Some(id) => page::go(&id),
            None => page::refocus(),
        });
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(&self.model, &ctx.link().callback(|msg| msg))
    }
}

impl Desk {
    fn read(&mut self, ctx: &Context<Self>, files: Vec<File>, wanted: Wanted) {
        let link = ctx.link().clone();
        let take = move |read, refusal| link.send_message(Msg::Read(wanted, read, refusal));
        if let Some(meanwhile) = page::open_files(files, take) {
            self.model.say(meanwhile);
        }
    }

    /// A file is read where it can end badly, or take long, without an editor's afternoon. What is no
    /// PDF the page can read as well.
    fn read_elsewhere(&self, ctx: &Context<Self>, bytes: Vec<u8>) {
        let Some(task) = self.model.reading.as_ref().map(|it| it.task.clone()) else { return };
        let link = ctx.link().clone();
        let said = move |read, all| link.send_message(Msg::Pages(read, all));
        let said = Closure::<dyn FnMut(u32, u32)>::new(said).into_js_value();
        let link = ctx.link().clone();
        let given = Uint8Array::from(bytes.as_slice());
        let name = task.name();
        // A large PDF's bytes are held no longer than they are of use here.
        let own = task.order().map(|order| (order, bytes));
        let order = own.as_ref().map(|it| it.0.clone()).unwrap_or_default();
        let here = move |text: Option<String>, why: Option<String>, is_never: bool| {
            let Some((order, bytes)) = own.filter(|_| is_never) else {
                let text = text.ok_or_else(|| why.unwrap_or_default());
                return link.send_message(Msg::Laid(text));
            };
            let read = move || link.send_message(Msg::Laid(document::read(&order, &bytes)));
            page::once_painted(&Closure::once_into_js(read));
        };
        background::work(name, &order, &given, &said, &Closure::once_into_js(here));
    }

    fn save(&mut self) {
        let name = format!("{}.json", self.model.file_stem());
        let json = self.model.document().json();
        page::download(&name, "application/json", &JsValue::from_str(&json));
        self.model.was_saved();
        self.model.say(self.model.saved_as(&name));
    }

    fn publish(&mut self) {
        match files::archive(&mut self.model) {
            Ok((name, bytes)) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                page::download(&name, "application/zip", &bytes.into());
                self.model.say(format!(
                    "{name} is saved: on your site, put its folder “data” beside provision-explorer.js."
                ));
            }
            Err(why) => self.model.say(why),
        }
    }

    fn save_text(&mut self, source: &str) {
        let Some(text) = self.model.document().text(source).cloned() else { return };
        let (name, text) = (format!("{source}.txt"), Uint8Array::from(text.as_bytes()));
        page::download(&name, "text/plain", &text.into());
        self.model.was_filed(source);
        self.model.say(format!("{name} is saved; quotations were confirmed against it."));
    }

    fn save_texts(&mut self) {
        match files::texts(&self.model) {
            Ok((name, bytes)) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                page::download(&name, "application/zip", &bytes.into());
                self.model.were_filed();
                self.model.say(format!(
                    "{name} is saved: open it here with the dataset, and quotations are confirmed again."
                ));
            }
            Err(why) => self.model.say(why),
        }
    }

    /// What a mouse has selected in the text, as bytes of it.
    fn point(&mut self) {
        let ends = page::selected("text");
        let (Some(text), [from, start, to, end]) = (self.model.text().cloned(), ends.as_slice())
        else {
            return;
        };
        let byte = |paragraph: u32, units: u32| bytes(&text, paragraph as usize, units as usize);
        if let (Some(start), Some(end)) = (byte(*from, *start), byte(*to, *end)) {
            self.model.take(Msg::Select(start.min(end)..start.max(end)));
        }
    }
}

/// The byte that is so many units of UTF-16 behind another.
fn bytes(text: &str, from: usize, units: usize) -> Option<usize> {
    let mut left = units;
    let mut rest = text.get(from..)?.char_indices();
    loop {
        let Some((at, sign)) = rest.next() else { return Some(text.len()) };
        if left == 0 {
            return Some(from + at);
        }
        left = left.saturating_sub(sign.len_utf16());
    }
}
