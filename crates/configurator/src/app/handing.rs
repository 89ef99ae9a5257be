//! What leaves the page: what is copied, what is saved, and what goes onto the newsroom's site, with the
//! pictures that are drawn for it.

use snippets::ToDraw;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::Uint8Array;
use yew::prelude::*;

use super::Configurator;
use crate::{
    archive::Drawn,
    background, files,
    msg::{Copied, Msg},
    page,
};

/// Where the desk is.
const DESK: &str = "./desk.html";

impl Configurator {
    pub(super) fn copy(&mut self, ctx: &Context<Self>, what: Copied) {
        self.model.make_ready(what);
        let Some(text) = self.model.text_of(what) else {
            return self.model.say(self.model.not_copied(what));
        };
        let html = self.model.html_of(what);
        let link = ctx.link().clone();
        let done = Closure::once_into_js(move |copied: bool| {
            link.send_message(Msg::WasCopied(what, copied));
        });
        page::copy(&text, html.as_deref(), &done);
    }

    pub(super) fn publish(&mut self, ctx: &Context<Self>) {
        if !self.model.begin_archive() {
            return;
        }
        if let Some(archive) = self.model.archive.as_ref().filter(|it| it.next().is_some()) {
            self.model.say(archive.beginning());
        }
        self.pack(ctx);
    }

    /// Has the next picture drawn, or hands over all of it where none is left to draw.
    fn pack(&mut self, ctx: &Context<Self>) {
        let Some(archive) = self.model.archive.take() else { return };
        let Some(job) = archive.next().map(ToDraw::json) else {
            background::stop("picture");
            match archive.packed(&self.model) {
                Ok((file, said)) => {
                    Self::download(&file);
                    self.model.tell(said);
                }
                Err(why) => self.model.tell(why),
            }
            return;
        };
        self.model.show_progress(archive.progress());
        self.model.archive = Some(archive);
        let link = ctx.link().clone();
        let done = move |file: Option<Uint8Array>, why: Option<String>, never: bool| {
            let why = why.unwrap_or_default();
            link.send_message(Msg::Drawn(match file {
                Some(file) => Drawn::Picture(file.to_vec()),
                None if never => Drawn::Never(why),
                None => Drawn::Not(why),
            }));
        };
        background::draw(&job, &Closure::once_into_js(done));
    }

    pub(super) fn drawn(&mut self, ctx: &Context<Self>, outcome: Drawn) {
        if let Some(archive) = &mut self.model.archive {
            archive.drawn(outcome);
        }
        self.pack(ctx);
    }

    pub(super) fn stop_archive(&mut self) {
        background::stop("picture");
        self.model.stop_archive();
    }

    /// What is made of another draft than the one that is here by now must not go out.
    pub(super) fn drop_outdated(&mut self) {
        if self.model.drop_outdated() {
            background::stop("picture");
        }
    }

    pub(super) fn download(file: &files::File) {
        let content = match &file.content {
            files::Content::Text(text) => JsValue::from_str(text),
            files::Content::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
        };
        page::download(&file.name, file.kind, &content);
    }

    pub(super) fn save(&mut self, msg: &Msg) {
        if *msg == Msg::SaveSnippet {
            self.model.make_ready(Copied::Snippet);
        }
        match files::saved(&self.model, msg) {
            Ok(file) => {
                if *msg == Msg::SaveDraft {
                    self.model.was_saved();
                }
                Self::download(&file);
                self.model.say(format!("{} is saved.", file.name));
            }
            Err(refusal) => self.model.say(refusal),
        }
    }

    pub(super) fn to_desk(&self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let done = move |is_given| link.send_message(Msg::Handed(is_given));
        page::give(DESK, &self.model.law.source, &Closure::once_into_js(done));
    }
}
