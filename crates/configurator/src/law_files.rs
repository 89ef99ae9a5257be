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
    start::{Job, Reader, Step},
};

/// The files of the law that was found, and of one that is opened.
#[derive(Default)]
pub(crate) struct LawFiles {
    /// By the work that opened them.
    chosen: Vec<(u32, Vec<File>)>,
    /// Those for the work that begins.
    pending: Vec<File>,
    /// The work that is asked for.
    asked: Option<u32>,
    /// No worker starts.
    is_here: bool,
    /// What the page itself has read.
    here: Rc<RefCell<Option<(u32, Reader)>>>,
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
        if wanted == self.asked {
            return;
        }
        if self.asked.take().is_some() {
            background::stop("law");
        }
        if let Some(order) = self.order(model) {
            self.asked = wanted;
            self.carry_out(order, link.clone());
        }
    }

    /// The answer is here.
    pub(crate) fn answered(&mut self, nth: u32) {
        self.asked.take_if(|it| *it == nth);
    }

    /// No worker starts for what was asked: the page does it, from here on.
    pub(crate) fn without_worker(&mut self, model: &Model, link: &Scope<Configurator>) {
        self.is_here = true;
        if let Some(order) = self.order(model) {
            self.carry_out(order, link.clone());
        }
    }

    fn order(&mut self, model: &Model) -> Option<Order> {
        let (start, number) = (&model.start, model.start.files()?);
        let work = start.work.as_ref()?;
        if work.job == Job::Open && !self.pending.is_empty() {
            let found = start.found.as_ref().map(|it| it.files);
            self.chosen.retain(|it| Some(it.0) == found);
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

    fn carry_out(&self, order: Order, link: Scope<Configurator>) {
        if self.is_here {
            return read_here(order, self.here.clone(), link);
        }
        let nth = order.nth;
        let done = move |answer: Option<String>, why: Option<String>, never: bool| {
            let told = answer.ok_or_else(|| why.unwrap_or_default());
            let step = if never { Step::Here(nth) } else { Step::Told(nth, told) };
            link.send_message(Msg::Start(step));
        };
        let done = Closure::once_into_js(done);
        let Order { number, files, question, law, .. } = order;
        background::ask_law(number, files, &question, law.as_deref(), &done);
    }
}

/// Has the page read the files, unless it has, and answer, once what it says of that is on the screen.
fn read_here(order: Order, here: Rc<RefCell<Option<(u32, Reader)>>>, link: Scope<Configurator>) {
    let is_known = here.borrow().as_ref().is_some_and(|it| it.0 == order.number);
    let files = if is_known { Vec::new() } else { order.files };
    let Order { nth, number, question, law, .. } = order;
    let answer = move |pairs: Array, refusal: Option<String>| {
        let told = move || {
            if let Some(why) = refusal {
                return Err(format!("The file can’t be read: {why}."));
            }
            let mut here = here.borrow_mut();
            if !is_known {
                *here = Some((number, Reader::open(&page::pairs(&pairs))?));
            }
            let reader = here.as_ref().map(|it| &it.1);
            reader.map_or(Ok(String::new()), |it| it.answer(&question, &law.unwrap_or_default()))
        };
        let told = move || link.send_message(Msg::Start(Step::Told(nth, told())));
        page::once_painted(&Closure::once_into_js(told));
    };
    page::read_files(files, &Closure::once_into_js(answer));
}
