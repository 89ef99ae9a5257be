//! A law's files where they are read: in the worker, which keeps what it read, or on the page where no
//! worker starts. What is asked of them, and what becomes of the answers, is for `start`.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::prelude::*;
use web_sys::{File, js_sys::Array};
use yew::html::Scope;

use crate::{
    app::Configurator,
    background,
    model::Model,
    msg::Msg,
    page,
    start::{Here, Job, NoWorker, Reader, Step},
};

/// The files of the law that was found, and of one that is opened.
#[derive(Default)]
pub(crate) struct LawFiles {
    /// By the work that opened them.
    chosen: Vec<(u32, Vec<File>)>,
    /// Those for the work that begins.
    pending: Vec<File>,
    /// No worker starts.
    is_here: bool,
    /// What is asked for, and what the page itself has read.
    here: Rc<RefCell<Here>>,
}

/// A work with all that its reader needs.
struct Order {
    nth: u32,
    number: u32,
    files: Vec<File>,
    question: String,
    law: Option<String>,
}

impl LawFiles {
    /// Files that are to be read next, by their names and sizes.
    pub(crate) fn choose(&mut self, files: Vec<File>) -> Vec<(String, usize)> {
        // Sizes are whole, and small enough.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as above")]
        let named = files.iter().map(|it| (it.name(), it.size() as usize)).collect();
        self.pending = files;
        named
    }

    /// Does as the page wishes by now: asks for what is to be done, and gives up what isn't any more.
    pub(crate) fn follow(&mut self, model: &Model, link: &Scope<Configurator>) {
        let wanted = model.start.work.as_ref().map(|it| it.nth);
        let asked = self.here.borrow().asked;
        if wanted == asked {
            return;
        }
        if asked.is_some() {
            background::stop("law");
        }
        let order = self.order(model);
        self.here.borrow_mut().asked = order.as_ref().map(|it| it.nth);
        match order {
            Some(order) if self.is_here => self.carry_out_here(order, link.clone()),
            Some(order) => Self::carry_out(order, link.clone()),
            None => {}
        }
    }

    /// The answer is here.
    pub(crate) fn answered(&mut self, nth: u32) {
        self.here.borrow_mut().asked.take_if(|it| *it == nth);
    }

    /// No worker came for what was asked: the page does it, this once or from here on.
    pub(crate) fn without_worker(
        &mut self,
        for_good: bool,
        model: &Model,
        link: &Scope<Configurator>,
    ) {
        self.is_here |= for_good;
        if let Some(order) = self.order(model) {
            self.carry_out_here(order, link.clone());
        }
    }

    fn order(&mut self, model: &Model) -> Option<Order> {
        let (start, number) = (&model.start, model.start.files()?);
        let work = start.work.as_ref()?;
        if work.job == Job::Open && !self.pending.is_empty() {
            let found = || start.found.iter().chain(&start.former);
            self.chosen.retain(|it| found().any(|found| found.files == it.0));
            self.chosen.push((number, std::mem::take(&mut self.pending)));
        }
        let today = model.around.today.map(|it| it.to_string()).unwrap_or_default();
        let question = start.question(&today)?;
        Some(Order {
            nth: work.nth,
            number,
            files: self.chosen.iter().find(|it| it.0 == number)?.1.clone(),
            law: question.needs_law().then(|| model.law.source.to_string()),
            question: serde_json::to_string(&question).ok()?,
        })
    }

    fn carry_out(order: Order, link: Scope<Configurator>) {
        let nth = order.nth;
        let done = move |answer: Option<String>, why: Option<String>, for_good: Option<bool>| {
            let why = why.unwrap_or_default();
            let step = match for_good {
                Some(for_good) => Step::Here(NoWorker { nth, why, for_good }),
                None => Step::Told(nth, answer.ok_or(why)),
            };
            link.send_message(Msg::Start(step));
        };
        let done = Closure::once_into_js(done);
        let Order { number, files, question, law, .. } = order;
        background::ask_law(number, files, &question, law.as_deref(), &done);
    }

    /// Has the page read the files, unless it has, and answer, once what it says of that is on the screen.
    fn carry_out_here(&self, order: Order, link: Scope<Configurator>) {
        let here = self.here.clone();
        let Order { nth, number, files, question, law } = order;
        let answer = move |pairs: Array, refusal: Option<String>| {
            let told = move || {
                if let Some(why) = refusal {
                    return Some(Err(story::ended(format!("The file can’t be read: {why}"))));
                }
                let ask = |it: &Reader| it.answer(&question, &law.unwrap_or_default());
                here.borrow_mut().answer(nth, number, &page::pairs(&pairs), ask)
            };
            let told = move || {
                if let Some(told) = told() {
                    link.send_message(Msg::Start(Step::Told(nth, told)));
                }
            };
            page::once_painted(&Closure::once_into_js(told));
        };
        page::read_files(files, &Closure::once_into_js(answer));
    }
}
