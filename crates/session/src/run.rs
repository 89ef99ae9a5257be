//! Commands beside the screen: copying, downloading, printing, fetching again.

use std::rc::Rc;

use contract::Event;

use crate::{CHOICE, Command, END, Effect, FocusPlan, Notice, Session, address};

impl Session {
    /// Runs a command.
    pub(crate) fn run(&mut self, command: Command, story: &str) {
        match command {
            Command::CopyLink(_) => {
                let link = address::shared(&self.explorer, story, &self.fragment, &self.state);
                self.share(command, "link", link);
            }
            Command::CopyCitation(provision) => {
                if let Some(text) = explorer::export::citation(self.explorer.dataset(), provision) {
                    self.share(command, "citation", text);
                }
            }
            Command::DownloadJson | Command::DownloadCsv => {
                self.effects.push(Effect::LoadExport(command));
            }
            Command::Leave => self.lead(END.to_owned()),
            Command::Choose => self.lead(CHOICE.into()),
            // The button that asked for it goes away.
            Command::FetchAgain(part) => {
                self.effects.push(Effect::PlanFocus(FocusPlan::Beside));
                self.effects.push(Effect::Retry(part));
                self.draw();
                self.effects.push(Effect::MoveFocus);
            }
            Command::Print | Command::PrintAll => {
                self.prints_all = command == Command::PrintAll;
                self.effects.push(Effect::Print);
            }
        }
    }

    fn lead(&mut self, id: String) {
        self.effects.push(Effect::Reveal { id, words: String::new(), focus: true });
    }

    fn share(&mut self, command: Command, kind: &str, text: String) {
        let event = Event::Share { kind: kind.into(), text: text.clone() };
        self.effects.push(Effect::Dispatch(event));
        self.effects.push(Effect::Copy { command, text });
    }

    /// Shows what a command came to.
    pub(crate) fn notify(&mut self, notice: Notice) {
        let by_hand = matches!(notice, Notice::CopyByHand(..));
        self.notice = Some(notice);
        self.draw();
        if by_hand {
            self.effects.push(Effect::Focus(".by-hand textarea"));
        }
    }

    /// Hands over the file that was asked for.
    pub(crate) fn hand_over(&mut self, command: Command, text: Result<Rc<str>, String>) {
        match text {
            Ok(text) => {
                let download = self.file(command, text);
                self.effects.push(download);
            }
            Err(why) => {
                self.effects.push(Effect::ReportPart(why));
                self.notify(Notice::Failed(command));
            }
        }
    }

    fn file(&self, command: Command, text: Rc<str>) -> Effect {
        let id = &self.explorer.dataset().records().id;
        if command == Command::DownloadJson {
            let (name, media_type) = (format!("{id}.json"), "application/json");
            return Effect::Download { name, media_type, text };
        }
        let (name, media_type) = (format!("{id}.csv"), "text/csv;charset=utf-8");
        // Spreadsheets take a file for UTF-8 only where it says so, and a browser takes that off.
        let text = ["\u{FEFF}", text.trim_start_matches('\u{FEFF}')].concat().into();
        Effect::Download { name, media_type, text }
    }
}
