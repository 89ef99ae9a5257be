//! Carries out what a session decides. Nothing is decided here.

use std::{cell::RefCell, rc::Rc};

use session::{Command, Effect, FocusPlan, Msg, Notice, StoreMsg};
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Function;
use yew::platform::spawn_local;

use super::{
    browser,
    mounted::{MountPoint, Mounted, call},
    report,
};

impl Mounted {
    /// Carries effects out, in their order; those that need what has just been drawn, once it stands
    /// in the page.
    pub(super) fn run(self: &Rc<Self>, effects: Vec<Effect>) {
        for effect in effects {
            if effect.is_once_drawn() {
                let this = Rc::clone(self);
                spawn_local(async move { this.carry_out(&effect) });
            } else {
                self.carry_out(&effect);
            }
        }
    }

    fn carry_out(self: &Rc<Self>, effect: &Effect) {
        let MountPoint { host, node, store } = &self.at;
        match effect {
            Effect::Draw { above_fold: true } => self.draw_above_fold(),
            Effect::Draw { .. } => self.draw(self.props()),
            Effect::AwaitPaint => self.once_painted(|it| it.send(Msg::Painted)),
            Effect::AfterDraw => self.send(Msg::Drawn),
            Effect::FinishHydration => browser::end_hydration(node),
            Effect::WarmUp => self.warm_up(),
            Effect::Want { part, resting } => {
                store.send(StoreMsg::Want { part: *part, resting: *resting });
            }
            Effect::Retry(part) => store.send(StoreMsg::Retry(*part)),
            Effect::AskArrival => {
                self.send(Msg::Arrived(self.is_untouched() && browser::arrived()));
            }
            Effect::WatchInteraction => {
                self.until_interaction.replace(Some(browser::until_interaction()));
            }
            Effect::PlanFocus(plan) => self.plan_focus(*plan),
            Effect::MoveFocus => call_once(&self.move_focus),
            Effect::Focus(selector) => browser::settle(node, selector),
            Effect::Reveal { id, words, focus } => browser::reveal(node, id, words, *focus),
            Effect::Unfold => drop(self.refold.replace(Some(browser::unfold(node)))),
            Effect::Refold => call_once(&self.refold),
            Effect::Dispatch(event) => report::dispatch(host, event),
            Effect::WriteAddress { fragment, replace } => browser::visit(fragment, *replace),
            Effect::ReportOptions(problems) => report::options(host, problems.clone()),
            Effect::ReportPart(why) => store.send(StoreMsg::Missing(why.clone())),
            Effect::Copy { command, text } => self.copy(*command, text.clone()),
            Effect::LoadExport(command) => self.load_export(*command),
            Effect::Download { name, media_type, text } => {
                browser::download(name, media_type, text);
            }
            Effect::Print => browser::paper(),
        }
    }

    fn plan_focus(&self, plan: FocusPlan) {
        let node = &self.at.node;
        self.move_focus.replace(Some(match plan {
            FocusPlan::Lengthened { earlier } => browser::lengthen(node, earlier),
            FocusPlan::Beside => browser::beside(node),
        }));
    }

    fn load_export(self: &Rc<Self>, command: Command) {
        let this = Rc::clone(self);
        self.at.store.export(command, move |text| this.send(Msg::Export(command, text)));
    }

    fn warm_up(self: &Rc<Self>) {
        let this = Rc::downgrade(self);
        let task = Closure::<dyn FnMut() -> bool>::new(move || {
            this.upgrade().is_some_and(|it| it.session.borrow().warm_up())
        });
        browser::idle(&task.into_js_value());
    }

    fn copy(self: &Rc<Self>, command: Command, text: String) {
        let this = Rc::clone(self);
        let copied = text.clone();
        let done = Closure::once_into_js(move |allowed: bool| {
            this.send(Msg::Notify(if allowed {
                Notice::Copied(command)
            } else {
                Notice::CopyByHand(command, text)
            }));
        });
        browser::copy(&copied, &done);
    }
}

fn call_once(function: &RefCell<Option<Function>>) {
    if let Some(function) = function.take() {
        call(&function);
    }
}
