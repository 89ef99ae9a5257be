//! A law in parts, as its parts come.

use std::rc::Rc;

use authoring::{Beside, Compiled as _, Dataset, Index, Published, Rest, Shard};
use explorer::{Explorer, State, postings, wanted_postings};

/// A law as its parts come: its beginning, with the index, and with everything.
pub(crate) struct Stages {
    pub(crate) whole: Rc<Dataset>,
    pub(crate) begun: Rc<Dataset>,
    pub(crate) named: Rc<Dataset>,
    pub(crate) read: Rc<Dataset>,
    /// Its postings, which neither of them has.
    pub(crate) words: Vec<String>,
}

impl Stages {
    /// A law cut into parts, whose files of postings are as short as can be.
    pub(crate) fn of(whole: &Rc<Dataset>, first: u32, run: u32) -> Self {
        Self::with_words(whole, first, run, 0)
    }

    pub(crate) fn with_words(whole: &Rc<Dataset>, first: u32, run: u32, most: usize) -> Self {
        let shards: Vec<_> = whole.shards(first, run).iter().map(Shard::compile).collect();
        let beside = |(nth, text): (usize, &String)| Beside::new(format!("shard-{nth}"), text);
        let names = shards.iter().enumerate().map(beside).collect();
        let (keys, words): (Vec<_>, Vec<_>) =
            postings(whole, most).into_iter().map(|(key, it)| (key, it.compile())).unzip();
        let files =
            words.iter().enumerate().map(|(nth, it)| Beside::new(format!("words-{nth}"), it));
        let postings = keys.into_iter().zip(files).collect();
        let index = Index { postings, ..whole.index(first, run, names) }.compile();
        let provisions = u32::try_from(whole.provisions().len()).unwrap_or(u32::MAX);
        let rest = Some(Rest { provisions, index: Beside::new("index".into(), &index) });
        let file = whole.beginning(first).compile(Published { rest, ..Published::default() });
        let open = || Dataset::open(&file).unwrap_or_else(|it| panic!("{it}"));
        let joined = || open().with_index(&index).unwrap_or_else(|it| panic!("{it}"));
        let read = joined();
        for (nth, shard) in shards.iter().enumerate() {
            read.fill(nth, shard).unwrap_or_else(|it| panic!("{it}"));
        }
        Self {
            whole: Rc::clone(whole),
            begun: Rc::new(open()),
            named: Rc::new(joined()),
            read: Rc::new(read),
            words,
        }
    }

    /// The words that a state lacks come into what has read everything else, until it lacks none.
    /// Says which files came.
    pub(crate) fn look_up(&self, explorer: &Explorer, state: &State) -> Vec<usize> {
        let mut came = Vec::new();
        loop {
            let wanted = wanted_postings(explorer, state);
            if wanted.is_empty() {
                return came;
            }
            for file in wanted.iter().copied() {
                assert!(!came.contains(&file), "{file} is here");
                explorer.dataset().fill_postings(file, &self.words[file]).expect("its own");
                came.push(file);
            }
        }
    }
}
