//! What takes long with a law's files and is done beside the page: one thing at a time, and what else is
//! wished for meanwhile after it, in that order, each checked again when its turn comes. Whoever opens
//! other files, stops it or opens another law gives up what that ends, and hears what it was.

use std::{collections::VecDeque, fmt::Write};

use statute::Depth;

use super::{
    Comparison, Found, Made, Start, Step,
    reader::{Ask, Question, Seen, Told},
    size,
};
use crate::{law::Law, model::Model};

/// Something that is being done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Work {
    /// No other has it.
    pub(crate) nth: u32,
    pub(crate) job: Job,
    /// What it is, in a sentence.
    pub(crate) said: String,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    Open,
    /// How deep its provisions are told apart.
    Deepen(Depth),
    /// With the law that is open.
    Compare,
    Make(Aim),
}

/// What a dataset is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// It becomes the law of this page.
    Here,
    /// That, and it goes on the desk.
    Desk,
    /// It is saved as a file.
    Save,
}

/// What the browser is to do with a dataset that was made.
#[derive(Debug)]
pub(crate) enum Ready {
    Desk,
    Save(Made),
}

impl Model {
    /// Another law's files are read.
    pub(super) fn begin_opening(&mut self, files: &[(String, usize)]) {
        let file = |(name, bytes): &(String, usize)| format!("{name} ({})", size(*bytes));
        let names: Vec<_> = files.iter().map(file).collect();
        let over = self.start.give_up();
        let said = self.start.begin(Job::Open, format!("Reading {}…", names.join(", ")));
        self.say_all([Some(said), over]);
    }

    /// Does something with the files that were read, now or after what is being done.
    pub(super) fn wish(&mut self, job: Job) {
        if self.start.work.as_ref().is_some_and(|it| it.job == Job::Open) {
            return self.say("Other files are being read; wait for them, or stop that first.");
        }
        if let Err(why) = self.start.is_ready(job) {
            return self.say(why);
        }
        let said = self.start.line_up(job);
        let begun = self.go_on();
        self.say_all([begun.or(said)]);
    }

    /// Begins what waits where nothing is being done, if it can still be done; what there is to say of it.
    pub(crate) fn go_on(&mut self) -> Option<String> {
        let mut said = Vec::new();
        while self.start.work.is_none() {
            let Some(job) = self.start.next.pop_front() else { break };
            said.push(match self.start.is_ready(job) {
                Ok(()) => self.start.begin(job, job.begins(&self.law.title())),
                Err(why) => why,
            });
        }
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// It is given up, and so is what was wished for after it.
    pub(super) fn stop_work(&mut self) {
        if self.start.work.take().is_some() {
            let over = self.start.give_up();
            self.say_all([Some("Stopped; nothing has changed.".into()), over]);
        }
    }

    /// The law that was found before is here again, as it was left, and this one can be gone back to.
    pub(super) fn go_back(&mut self) {
        let Some(former) = self.start.former.take() else { return };
        let over = self.start.give_up();
        let said = former.said();
        self.start.former = self.start.found.replace(former);
        self.start.refused.clear();
        self.say_all([Some(said), over]);
    }

    /// What came of it.
    pub(super) fn told(&mut self, nth: u32, told: Result<String, String>) {
        let Some(work) = self.start.work.take_if(|it| it.nth == nth) else { return };
        let told = told.and_then(|it| serde_json::from_str(&it).map_err(|error| error.to_string()));
        let said = match (work.job, told) {
            (Job::Open, Ok(Told::Seen(seen))) => Some(self.start.opened(*seen, nth)),
            (Job::Deepen(depth), Ok(Told::Seen(seen))) => self.start.deepened(depth, *seen),
            (Job::Compare, Ok(Told::Compared(comparison))) => self.start.compared(comparison),
            (Job::Make(aim), Ok(Told::Made(made))) => Some(self.made(aim, made)),
            (job, Err(why)) => {
                if job == Job::Open {
                    self.start.refused = why.lines().map(Into::into).collect();
                }
                // It was wished for as what comes after this.
                let over = self.start.give_up();
                Some([Some(why), over].into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
            // No question has another's answer.
            _ => None,
        };
        let begun = self.go_on();
        self.say_all([said, begun]);
    }

    fn made(&mut self, aim: Aim, made: Made) -> String {
        if aim == Aim::Save {
            let said = format!("{} is saved.", made.name);
            self.start.ready = Some(Ready::Save(made));
            return said;
        }
        let law = Law::read(made.json, Some(made.name), self.around.today);
        // A dataset of its own is the same whichever law is open.
        let is_own = self.start.found.as_ref().is_some_and(|it| !it.into);
        let waits = if is_own { std::mem::take(&mut self.start.next) } else { VecDeque::new() };
        let is_open = law.is_ok();
        self.open_law(law, None);
        self.start.next.extend(waits);
        if !is_open {
            return "The dataset can’t be opened; why stands under “The law”.".into();
        }
        if aim == Aim::Desk {
            self.start.ready = Some(Ready::Desk);
        }
        std::mem::take(&mut self.said)
    }

    /// No worker came for it, so the page does it.
    pub(super) fn work_here(&mut self, nth: u32, why: &str) {
        if let Some(work) = self.start.work.as_mut().filter(|it| it.nth == nth) {
            let _ = write!(work.said, " The page stands still until that is done: {why}.");
            let said = work.said.clone();
            self.say(said);
        }
    }

    fn say_all<const N: usize>(&mut self, said: [Option<String>; N]) {
        let said: Vec<_> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            self.say(said.join(" "));
        }
    }
}

impl Start {
    fn begin(&mut self, job: Job, said: String) -> String {
        self.works += 1;
        self.work = Some(Work { nth: self.works, job, said: said.clone() });
        said
    }

    /// Whether it can be done as everything is now.
    fn is_ready(&self, job: Job) -> Result<(), String> {
        let found = self.found.as_ref().ok_or_else(|| "Open a law’s file first.".to_owned())?;
        if matches!(job, Job::Make(_)) { found.is_ready() } else { Ok(()) }
    }

    /// Puts it behind what waits; that in a sentence, where it isn't what the page does by itself.
    fn line_up(&mut self, job: Job) -> Option<String> {
        // It is looked at as all is when it begins.
        if job == Job::Compare && self.next.contains(&job) {
            return None;
        }
        // What goes on the desk is open here as well.
        let makes_up_for = |last: &Job| match (last, job) {
            (Job::Deepen(_), Job::Deepen(_)) | (Job::Make(Aim::Here), Job::Make(Aim::Desk)) => true,
            (last, job) => *last == job,
        };
        self.next.pop_back_if(|last| makes_up_for(last));
        self.next.push_back(job);
        (job != Job::Compare).then(|| format!("After that: {}.", job.named()))
    }

    /// Ends what is being done and what waits; what that was, in a sentence.
    fn give_up(&mut self) -> Option<String> {
        let work = self.work.take().map(|it| it.job);
        given_up(work.into_iter().chain(self.next.drain(..)))
    }

    /// Another law is open. What was compared with the former one, was to become its new version, or was
    /// to take its place is over.
    pub(crate) fn law_changed(&mut self) {
        let into = self.found.as_ref().is_some_and(|it| it.into);
        let is_over = |job: &Job| match job {
            Job::Open | Job::Deepen(_) => false,
            Job::Compare | Job::Make(Aim::Here | Aim::Desk) => true,
            Job::Make(Aim::Save) => into,
        };
        let work = self.work.take_if(|it| is_over(&it.job)).map(|it| it.job);
        let (over, waits) = self.next.drain(..).partition::<Vec<_>, _>(is_over);
        self.next.extend(waits);
        self.ended.extend(given_up(work.into_iter().chain(over)));
        for found in [&mut self.found, &mut self.former].into_iter().flatten() {
            (found.into, found.comparison) = (false, None);
        }
    }

    /// Another law was found; the one before can be gone back to.
    fn opened(&mut self, seen: Seen, files: u32) -> String {
        let mut found = Found::new(seen, files);
        let taken = self.found.as_ref().map(|it| found.take_over(it)).unwrap_or_default();
        let mut said = found.said();
        if !taken.is_empty() {
            let _ = write!(said, " Taken over: {}.", taken.join(", "));
        }
        if found.into {
            self.next.push_back(Job::Compare);
        }
        self.refused.clear();
        self.former = self.found.replace(found);
        said
    }

    fn deepened(&mut self, depth: Depth, seen: Seen) -> Option<String> {
        let found = self.found.as_mut()?;
        found.deepened(depth, seen);
        if found.into {
            self.line_up(Job::Compare);
        }
        self.found.as_ref().map(Found::said)
    }

    fn compared(&mut self, comparison: Comparison) -> Option<String> {
        // What was wished for since may change it.
        let changes = |it: &Job| matches!(it, Job::Compare | Job::Deepen(_));
        let is_stale = self.next.iter().any(changes);
        self.found.as_mut().filter(|_| !is_stale)?.compared(comparison)
    }
    /// What the reader of the files is asked for what is being done; none where nothing is.
    pub(crate) fn question(&self, today: &str) -> Option<Question> {
        let work = self.work.as_ref()?;
        let see = Ask::See { today: today.into() };
        if work.job == Job::Open {
            return Some(Question { depth: Depth::default(), only: None, ask: see });
        }
        let found = self.found.as_ref()?;
        let chosen = |ask| found.question(ask);
        Some(match work.job {
            Job::Open | Job::Compare => chosen(Ask::Compare(found.words())),
            Job::Deepen(depth) => Question { depth, only: None, ask: see },
            Job::Make(_) => {
                let into = found.into.then(|| found.words());
                chosen(Ask::Make { answers: found.answers.clone(), into })
            }
        })
    }

    /// The files that are worked on, by the work that opened them.
    pub(crate) fn files(&self) -> Option<u32> {
        let work = self.work.as_ref()?;
        if work.job == Job::Open { Some(work.nth) } else { self.found.as_ref().map(|it| it.files) }
    }

    /// How deep its provisions are to be told apart: as they are, or will be.
    pub(crate) fn depth(&self, found: &Found) -> Depth {
        let wished = self
            .next
            .iter()
            .rev()
            .chain(self.work.as_ref().map(|it| &it.job))
            .find_map(|it| if let Job::Deepen(depth) = it { Some(*depth) } else { None });
        wished.unwrap_or(found.depth)
    }

    /// How it stands, in a sentence; empty before anything was opened.
    pub(crate) fn said(&self) -> String {
        match (&self.work, &self.found) {
            (Some(work), _) if self.next.is_empty() => work.said.clone(),
            (Some(work), _) => format!("{} After that: {}.", work.said, listed(&self.next)),
            (None, _) if !self.refused.is_empty() => "The law’s file can’t be read.".into(),
            (None, Some(found)) => found.said(),
            (None, None) => String::new(),
        }
    }
}

impl Step {
    /// Whether something else becomes of the law that is open.
    pub(super) fn changes_update(&self) -> bool {
        matches!(
            self,
            Self::Tick(..)
                | Self::TickGroup(..)
                | Self::TickAll(_)
                | Self::Keep(_)
                | Self::Called(_)
        )
    }
}

impl Job {
    /// That it begins, in a sentence; `law` is the one that is open.
    fn begins(self, law: &str) -> String {
        match self {
            Self::Open => "Reading it…".into(),
            Self::Deepen(_) => "Reading it as deep as that…".into(),
            Self::Compare => format!("Comparing it with {law}…"),
            Self::Make(_) => "Making the dataset…".into(),
        }
    }

    /// What it is called in a list.
    fn named(self) -> &'static str {
        match self {
            Self::Open => "reading the files that were opened before",
            Self::Deepen(_) => "reading it as deep as that",
            Self::Compare => "looking at what it changes",
            Self::Make(Aim::Here) => "working on it here",
            Self::Make(Aim::Desk) => "working on it at the desk",
            Self::Make(Aim::Save) => "saving the dataset",
        }
    }
}

fn listed<'j>(jobs: impl IntoIterator<Item = &'j Job>) -> String {
    let names: Vec<_> = jobs.into_iter().map(|it| it.named()).collect();
    names.join(", ")
}

fn given_up(jobs: impl Iterator<Item = Job>) -> Option<String> {
    let jobs: Vec<_> = jobs.collect();
    (!jobs.is_empty()).then(|| format!("Not done any more: {}.", listed(&jobs)))
}
