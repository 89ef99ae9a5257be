//! The one Yew component: takes what is done to the page, and asks the browser for what it needs.

mod handing;

use std::rc::Rc;

use authoring::{CalendarDate, ProvisionIx};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::File;
use yew::prelude::*;

use crate::{
    check::CheckTarget,
    law::Law,
    law_files::LawFiles,
    model::{Fetched, Model},
    msg::{Msg, Wanted},
    page, share,
    start::{Ready, Step},
    view::{self, note_id},
    without::Without,
};

/// How long nothing must happen before what takes longer is done, in milliseconds.
const PAUSE: u32 = 250;

/// What the page is made with.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) law: Rc<Law>,
    pub(crate) styles: AttrValue,
}

/// The page.
pub(crate) struct Configurator {
    pub(crate) model: Model,
    law_files: LawFiles,
    /// Tells that nothing has happened for a while.
    settled: JsValue,
    /// The dataset that the preview has, so that it isn't sent with every letter.
    shown: Option<Rc<Law>>,
}

impl Component for Configurator {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { law, styles } = ctx.props();
        let handler = |msg: fn(bool, bool) -> Msg| {
            let link = ctx.link().clone();
            let told = move |first, second| link.send_message(msg(first, second));
            Closure::<dyn FnMut(bool, bool)>::new(told).into_js_value()
        };
        page::hear(&handler(Msg::Preview));
        page::on_undo(&handler(|back, _| if back { Msg::Undo } else { Msg::Redo }));
        let link = ctx.link().clone();
        let linked = Closure::<dyn FnMut()>::new(move || link.send_message(Msg::Linked));
        page::on_link(&linked.into_js_value());
        let link = ctx.link().clone();
        let given = move |json: String| link.send_message(Msg::Given(json));
        page::on_given(&Closure::<dyn FnMut(String)>::new(given).into_js_value());
        let link = ctx.link().clone();
        let settled =
            Closure::<dyn FnMut()>::new(move || link.send_message(Msg::Settled)).into_js_value();
        let link = ctx.link().clone();
        let stop = move || link.send_message_batch(vec![Msg::Start(Step::Stop), Msg::StopArchive]);
        page::on_escape(&Closure::<dyn FnMut()>::new(stop).into_js_value());
        let mut model = Model::new((**law).clone(), styles.to_string());
        model.address = page::address();
        model.around.today = page::today().parse::<CalendarDate>().ok();
        let law_files = LawFiles::default();
        let mut this = Self { model, law_files, settled, shown: None };
        this.begin();
        this
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let before = self.model.draft().clone();
        let drawn = self.take(ctx, msg);
        // Whatever was done may have ended what is done beside the page.
        self.law_files.follow(&self.model, ctx.link());
        if !Rc::ptr_eq(&before, self.model.draft()) {
            self.changed();
        }
        self.drop_outdated();
        let is_making = self.model.archive.is_some();
        page::guard(self.model.is_unsaved() || is_making);
        page::await_escape(self.model.start.work.is_some() || is_making);
        page::once_drawn(page::refocus);
        drawn
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(&self.model, &ctx.link().callback(|msg| msg))
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            page::arrive();
            self.settle();
        }
    }
}

impl Configurator {
    /// What an earlier visit left, and then what a link brings, so that undo leads back to it.
    fn begin(&mut self) {
        if let Some(text) = page::kept() {
            self.model.kept = true;
            self.model.open_draft(&text, false);
        }
        self.take_link();
    }

    fn take_link(&mut self) {
        if let Some(text) = page::shared().map(|it| share::unpacked(&it)) {
            // A link's draft must not take the place of the one that is kept.
            self.model.kept = false;
            self.model.open_draft(&text, true);
        }
    }

    /// The draft is another: the preview follows at once, all else when nothing happens for a while.
    fn changed(&mut self) {
        let text = || self.model.to_json(true).to_string();
        if self.model.kept && !page::keep(Some(&text())) {
            self.model.kept = false;
            self.model.say("This draft is too large to be kept on this device: save it as a file.");
        }
        self.show(None);
        page::later(PAUSE, &self.settled);
    }

    /// What a message does; whether the page is another afterwards.
    fn take(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::OpenStory(files) => self.read(ctx, files, Wanted::Story),
            Msg::OpenDraft(files) => self.read(ctx, files, Wanted::Draft),
            Msg::OpenLaw(files) => self.read(ctx, files, Wanted::Law),
            Msg::FetchLaw => self.fetch(ctx),
            Msg::Desk => self.to_desk(ctx),
            Msg::Copy(what) => self.copy(ctx, what),
            Msg::SaveSnippet | Msg::SaveDraft | Msg::Download(_) => self.save(&msg),
            Msg::Publish => self.publish(ctx),
            Msg::Drawn(outcome) => self.drawn(ctx, outcome),
            Msg::StopArchive => self.stop_archive(),
            Msg::Start(step) => self.start(ctx, step),
            Msg::Go(place) => self.go(&place),
            Msg::Linked => self.take_link(),
            Msg::Settled => self.settle(),
            Msg::Preview(is_new, overflows) => {
                self.model.around.overflows = overflows;
                if is_new {
                    self.shown = None;
                    self.show(None);
                }
                page::later(PAUSE, &self.settled);
            }
            Msg::Keep(keep) => self.keep(keep),
            Msg::Wipe => {
                self.keep(false);
                self.model.wipe();
            }
            msg => self.take_rest(ctx, msg),
        }
        true
    }

    /// What the model does by itself, and what follows from that.
    fn take_rest(&mut self, ctx: &Context<Self>, msg: Msg) {
        let form = self.model.form();
        let fetched = match &msg {
            Msg::Fetched(address, _) => Some(address.clone()),
            _ => None,
        };
        let (law, dark) = (self.model.law.clone(), self.model.dark);
        self.model.take(msg);
        if (&law, dark) != (&self.model.law, self.model.dark) {
            self.show(None);
        }
        if form != self.model.form() {
            self.settle();
        }
        if let Some(address) = fetched {
            let wanted = std::mem::take(&mut self.model.parts.wanted);
            if !wanted.is_empty() {
                Self::fetch_files(ctx, &address, wanted);
            }
        }
        page::later(PAUSE, &self.settled);
    }

    fn settle(&mut self) {
        self.model.settle();
        self.draw_static();
    }

    /// Tells the preview what to show, and which provision to go to.
    fn show(&mut self, select: Option<ProvisionIx>) {
        let is_new = self.shown.as_ref() != Some(&self.model.law);
        self.shown = Some(self.model.law.clone());
        let select = select.and_then(|it| self.model.law.id(it));
        page::tell(&self.model.message(is_new, select.as_ref()).to_string());
    }

    fn draw_static(&self) {
        if let Without::Nodes(nodes) = &self.model.without {
            let nodes = Value::from(nodes.clone()).to_string();
            page::draw_nodes("static-frame", self.model.language().tag, &nodes);
        }
    }

    fn keep(&mut self, keep: bool) {
        let text = self.model.to_json(true).to_string();
        let done = page::keep(keep.then_some(text.as_str()));
        self.model.kept = keep && done;
        self.model.say(match (keep, done) {
            (true, true) => "The draft is kept on this device.",
            (true, false) => "This browser doesn’t let the page keep anything.",
            (false, _) => "Nothing is kept on this device.",
        });
    }

    fn go(&mut self, place: &CheckTarget) {
        match place {
            CheckTarget::Part(id) => page::go(id),
            CheckTarget::Note(id) => {
                if let Some(id) = note_id(&self.model, id) {
                    page::go(&id);
                }
            }
            CheckTarget::Provision(provision) => {
                self.show(Some(*provision));
                page::go("preview");
            }
        }
    }

    /// What is done with a law's own file, as far as the browser is needed.
    fn start(&mut self, ctx: &Context<Self>, step: Step) {
        let step = match step {
            Step::SaveReport => return self.save(&Msg::Start(step)),
            Step::Open(files) if files.is_empty() => return,
            Step::Open(files) => Step::Begin(self.law_files.choose(files)),
            step => step,
        };
        if let Step::Told(nth, _) = &step {
            self.law_files.answered(*nth);
        }
        let law = self.model.law.clone();
        let no_worker = if let Step::Here(it) = &step { Some(it.for_good) } else { None };
        self.model.take(Msg::Start(step));
        if law != self.model.law {
            self.show(None);
        }
        match self.model.start.ready.take() {
            Some(Ready::Desk) => self.to_desk(ctx),
            Some(Ready::Save(made)) => Self::download(&made.file()),
            None => {}
        }
        if let Some(for_good) = no_worker {
            self.law_files.without_worker(for_good, &self.model, ctx.link());
        }
        page::later(PAUSE, &self.settled);
    }

    fn read(&mut self, ctx: &Context<Self>, files: Vec<File>, wanted: Wanted) {
        let link = ctx.link().clone();
        let take = move |read, refusal| link.send_message(Msg::Read(wanted, read, refusal));
        if let Some(meanwhile) = page::open_files(files, take) {
            self.model.say(meanwhile);
        }
    }

    fn fetch(&mut self, ctx: &Context<Self>) {
        let Some(address) = self.model.draft().options.dataset.clone() else { return };
        self.model.parts = Fetched { of: address.clone(), ..Fetched::default() };
        Self::fetch_files(ctx, &address, vec![address.clone()]);
    }

    /// Fetches files for what stands at an address, which name each other without a folder.
    fn fetch_files(ctx: &Context<Self>, address: &str, names: Vec<String>) {
        let (link, of) = (ctx.link().clone(), address.to_owned());
        let (addresses, of_names) = (names.clone(), names);
        let done = Closure::once_into_js(move |texts: Vec<String>, refusal: Option<String>| {
            let files = of_names.into_iter().zip(texts);
            let files = files.map(|(name, text)| publish::File { name, text }).collect();
            link.send_message(Msg::Fetched(of, refusal.map_or(Ok(files), Err)));
        });
        page::read_addresses(address, addresses, &done);
    }
}
