//! What takes long with a law's files and is done beside the page: one thing at a time, and what else is
//! wished for meanwhile after it. Whoever opens other files or stops it gives it up.

use statute::Depth;

use super::{
    Found, Made, Start, Step,
    reader::{Ask, Question, Told},
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

/// What the page says where it has to do it itself.
const HERE: &str = " The page stands still until that is done, since no worker starts: for this page, \
                    the site’s policy needs `worker-src 'self'`.";

impl Model {
    /// Another law's files are read.
    pub(super) fn begin_opening(&mut self, files: &[(String, usize)]) {
        let file = |(name, bytes): &(String, usize)| format!("{name} ({})", size(*bytes));
        let names: Vec<_> = files.iter().map(file).collect();
        self.start.next = None;
        self.start.begin(Job::Open, format!("Reading {}…", names.join(", ")));
        self.say(self.start.said());
    }

    /// Does something with the files that were read, now or after what is being done.
    pub(super) fn work_on(&mut self, job: Job) {
        match &self.start.work {
            Some(work) if work.job == Job::Open => {
                self.say("Other files are being read; wait for them, or stop that first.");
            }
            Some(_) => self.start.next = Some(job),
            None => {
                let said = match job {
                    Job::Open => return,
                    Job::Deepen(_) => "Reading it as deep as that…".into(),
                    Job::Compare => format!("Comparing it with {}…", self.law.title()),
                    Job::Make(_) => "Making the dataset…".into(),
                };
                self.start.begin(job, said);
            }
        }
    }

    /// It is given up, and so is what was wished for after it.
    pub(super) fn stop_work(&mut self) {
        if self.start.work.take().is_some() {
            self.start.next = None;
            self.say("Stopped; nothing has changed.");
        }
    }

    /// What came of it.
    pub(super) fn told(&mut self, nth: u32, told: Result<String, String>) {
        let Some(work) = self.start.work.take_if(|it| it.nth == nth) else { return };
        let told = told.and_then(|it| serde_json::from_str(&it).map_err(|error| error.to_string()));
        match (work.job, told) {
            (Job::Open, Ok(Told::Seen(seen))) => {
                let found = Found::new(*seen, nth);
                self.say(found.said());
                self.start.refused.clear();
                self.start.found = Some(found);
            }
            (Job::Open, Err(why)) => {
                self.start.refused = why.lines().map(Into::into).collect();
                self.say(why);
            }
            (Job::Deepen(depth), Ok(Told::Seen(seen))) => self.deepened(depth, *seen),
            (Job::Compare, Ok(Told::Compared(comparison))) => {
                // What was wished for since may change it.
                let found = self.start.found.as_mut().filter(|_| self.start.next.is_none());
                if let Some(said) = found.and_then(|it| it.compared(comparison)) {
                    self.say(said);
                }
            }
            (Job::Make(aim), Ok(Told::Made(made))) => self.made(aim, made),
            (_, Err(why)) => self.say(why),
            // No question has another's answer.
            _ => {}
        }
        if let Some(job) = self.start.next.take() {
            self.work_on(job);
        }
    }

    fn deepened(&mut self, depth: Depth, seen: super::reader::Seen) {
        let Some(found) = &mut self.start.found else { return };
        found.deepened(depth, seen);
        if found.into && self.start.next.is_none() {
            self.start.next = Some(Job::Compare);
        }
    }

    fn made(&mut self, aim: Aim, made: Made) {
        if aim == Aim::Save {
            self.start.ready = Some(Ready::Save(made));
            return;
        }
        let law = Law::read(made.json, Some(made.name), self.around.today);
        if self.open_law(law, None) && aim == Aim::Desk {
            self.start.ready = Some(Ready::Desk);
        }
    }

    /// No worker starts, so the page does it.
    pub(super) fn work_here(&mut self, nth: u32) {
        if let Some(work) = self.start.work.as_mut().filter(|it| it.nth == nth) {
            work.said.push_str(HERE);
            let said = work.said.clone();
            self.say(said);
        }
    }
}

impl Start {
    fn begin(&mut self, job: Job, said: String) {
        self.works += 1;
        self.work = Some(Work { nth: self.works, job, said });
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
            .chain(self.work.as_ref().map(|it| &it.job))
            .find_map(|it| if let Job::Deepen(depth) = it { Some(*depth) } else { None });
        wished.unwrap_or(found.depth)
    }

    /// How it stands, in a sentence; empty before anything was opened.
    pub(crate) fn said(&self) -> String {
        match (&self.work, &self.found) {
            (Some(work), _) => work.said.clone(),
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
