//! What is drawn of an explorer, and when.

use explorer::{
    State, Window,
    view::{Screen, fold_to_choice, say_once, screen},
    wanted, wanted_postings,
};

use crate::{Effect, Fetching, Notice, Part, Session};

/// How what stands in the page compares with what there is to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawing {
    /// It is all there is.
    Current,
    /// Parts of the law have come since, and wait for the next frame.
    Due,
    /// Nothing is drawn any more.
    Over,
}

/// What is drawn.
#[derive(Debug)]
pub struct Scene {
    /// The screen.
    pub screen: Screen,
    /// What of a large law isn't here.
    pub fetching: Fetching,
    /// What the last command came to.
    pub notice: Option<Notice>,
    /// Whether the card of the provision being read is drawn alone.
    pub compact: bool,
    /// Whether a link can lead back to what is on the screen.
    pub linkable: bool,
}

impl Session {
    /// What is drawn now; what has come of the law until then is in it.
    pub fn scene(&self) -> Scene {
        if self.drawing.get() == Drawing::Due {
            self.drawing.set(Drawing::Current);
        }
        let whole = self.prints_all && self.context.unfolded;
        let (audience, sources, query) = Default::default();
        let all = whole.then(|| State { audience, sources, query, ..self.state.clone() });
        let state = all.as_ref().unwrap_or(&self.state);
        let mut screen = screen(&self.explorer, state, &self.context);
        if self.context.unfolded {
            if !self.prints_all {
                fold_to_choice(&mut screen, &self.explorer, &self.state);
            }
            say_once(&mut screen);
        }
        Scene {
            screen,
            fetching: self.store.fetching(),
            notice: self.notice.clone(),
            compact: self.compact,
            linkable: self.options.deep_links,
        }
    }

    /// Gets ready for a first search, a few provisions at a time, and says whether there is more to
    /// do.
    pub fn warm_up(&self) -> bool {
        let more = self.explorer.prepare(Window::PAGE);
        if !more {
            // Browsers compile what has never run only when it does, which a first letter would
            // wait for; so this searches once, and nobody looks at what it finds.
            let query = "e".to_owned();
            screen(&self.explorer, &State { query, ..self.state.clone() }, &self.context);
        }
        more
    }

    /// Draws what has come since the last drawing.
    pub(crate) fn draw_due(&mut self) {
        if self.drawing.get() == Drawing::Due {
            self.draw();
        }
    }

    /// More of the law has come, or has failed to. A step may want many parts, so those that come
    /// between two frames are drawn at once, and what they lead to is looked up once: when the last
    /// of them is here, since a page that nobody sees may get its next frame late.
    pub(crate) fn on_part(&mut self) {
        if self.drawing.get() == Drawing::Current {
            self.drawing.set(Drawing::Due);
            self.effects.push(Effect::AwaitPaint);
        }
        if !self.store.is_fetching() {
            self.want();
        }
    }

    pub(crate) fn draw(&mut self) {
        self.draw_with(false);
    }

    pub(crate) fn draw_with(&mut self, above_fold: bool) {
        if self.drawing.get() == Drawing::Over {
            return;
        }
        self.effects.push(Effect::Draw { above_fold });
        self.want();
    }

    /// Asks for the parts that the state needs and that aren't here.
    fn want(&mut self) {
        let postings = wanted_postings(&self.explorer, &self.state);
        let postings = postings.iter().map(|it| Part::Postings(*it));
        let shards = wanted(&self.explorer, &self.state).into_iter().map(Part::Shard);
        for part in postings.chain(shards) {
            self.effects.push(Effect::Want { part, resting: false });
        }
    }
}
