//! A compiled law, whole and in parts, of which any file may be damaged: lines that begin with `law`,
//! `beginning`, `index`, `shard` or `words` write over what stands there, as `law 40 text` does from the
//! fortieth byte on; all others change the dataset itself.

// Cut short or misspelt on purpose: cspell:ignore artcle ticl

use std::rc::Rc;

use authoring::{Beside, Compiled as _, Dataset, Index, Published, Rest, Shard, Unsound, read};
use explorer::{
    Action, EditorialConfig, Explorer, Fold, State, ViewKind, postings, reduce,
    view::{RenderContext, screen},
};

use crate::law;

/// How many provisions come at once; the small dataset has five.
const RUN: u32 = 2;
/// How many bytes of words come at once, so that they are several files.
const MOST: usize = 64;

/// The digits of numbers, in the order of what they stand for.
const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What was compiled is read as it was linked; what has changed since is refused; and who writes a
/// file with a checksum that is right gets an explorer that shows something, or a reason.
pub fn compiled(data: &[u8]) {
    let text = crate::text(data);
    let Some(law) = law::node(&text).and_then(|node| read(node).dataset) else { return };
    let published = Published { json: "a.json".into(), csv: "a.csv".into(), rest: None };
    let file = law.compile(published.clone());
    let opened = Dataset::open(&file).expect("it was just compiled");
    assert_eq!(opened.records(), law.records());
    assert!(opened.around_concerns().eq(law.around_concerns()));
    assert_eq!(opened.compile(published.clone()), file);
    if let Some(changed) = damaged(&file, &text, "law") {
        assert!(Dataset::open(&changed).is_err(), "the checksum tells");
        let _ = Dataset::open(&sealed(&changed)).map(shown);
    }
    in_parts(&law, &text);
}

/// Reads a law in parts of which the files are damaged and have checksums that are right.
fn in_parts(law: &Dataset, text: &str) {
    let made = |file: String, what| damaged(&file, text, what).map_or(file, |it| sealed(&it));
    let shards: Vec<_> = law.shards(RUN, RUN).iter().map(Shard::compile).collect();
    let damaged: Vec<_> = shards.iter().map(|it| made(it.clone(), "shard")).collect();
    let names = damaged.iter().enumerate();
    let names = names.map(|(nth, it)| Beside::new(format!("{nth}.txt"), it)).collect();
    let words = postings(law, MOST).into_iter();
    let words: Vec<_> = words.map(|(key, it)| (key, made(it.compile(), "words"))).collect();
    let files = words.iter().enumerate();
    let files = files.map(|(nth, (key, it))| (key.clone(), Beside::new(format!("w{nth}.txt"), it)));
    let index = Index { postings: files.collect(), ..law.index(RUN, RUN, names) };
    let index = made(index.compile(), "index");
    let provisions = law.provisions().len().try_into().expect("a law of an input is short");
    let rest = Some(Rest { provisions, index: Beside::new("i.txt".into(), &index) });
    let beginning = law.beginning(RUN).compile(Published { rest, ..Published::default() });
    let Ok(beginning) = Dataset::open(&made(beginning, "beginning")) else { return };
    let Ok(whole) = beginning.with_index(&index) else { return };
    for (at, (shard, other)) in damaged.iter().zip(&shards).enumerate() {
        let before = whole.concerns().count();
        if whole.fill(at, shard).is_err() {
            assert_eq!(whole.concerns().count(), before, "what is refused leaves nothing");
        }
        if shard != other {
            let of_this_edition = whole.fill(at, other);
            assert_eq!(of_this_edition, Err(Unsound::OtherLaw), "it is not what the index names");
        }
    }
    for (at, (_, file)) in words.iter().enumerate() {
        let _ = whole.fill_postings(at, file);
    }
    shown(whole);
}

/// Shows everything once.
fn shown(law: Dataset) {
    let explorer = Explorer::new(Rc::new(law), EditorialConfig::default());
    let context = RenderContext { lang: "en".into(), today: None, unfolded: true };
    for view in ViewKind::ALL {
        let state = State { view, folds: Fold::ALL.into(), ..State::default() };
        let _ = screen(&explorer, &state, &context);
        for query in ["a", "artcle", "ticl"] {
            let found = reduce(&explorer, &state, Action::Search(query.into()));
            let _ = found.map(|it| screen(&explorer, &it, &context));
        }
    }
}

/// A file after the changes whose lines begin with a name; nothing where there are none.
fn damaged(file: &str, text: &str, name: &str) -> Option<String> {
    let mut bytes = file.as_bytes().to_vec();
    for line in text.lines() {
        let change = line.strip_prefix(name).and_then(|it| it.strip_prefix(' '));
        let Some((at, put)) = change.and_then(|it| it.split_once(' ')) else { continue };
        let Ok(at) = at.parse::<usize>() else { continue };
        let at = at % file.len();
        for (old, new) in bytes.iter_mut().skip(at).zip(put.bytes()) {
            *old = new;
        }
    }
    let changed = String::from_utf8_lossy(&bytes).into_owned();
    (changed != file).then_some(changed)
}

/// A file with the checksum that is right for its body. Written once more, so that it shares no code
/// with what it tries.
fn sealed(file: &str) -> String {
    let is_digit = |byte: &u8| DIGITS.as_bytes().contains(byte);
    // Magic, version and kind; then the digits of the sum, of which the last is below 32.
    let Some((head, rest)) = file.split_at_checked("law EA".len()) else { return file.into() };
    let is_last = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'a'..=b'f');
    let digits = rest.bytes().take_while(|it| is_digit(it) && !is_last(it)).count() + 1;
    let body = rest.get(digits..).unwrap_or_default();
    let mut sum = body
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut text = String::from(head);
    loop {
        let more = if sum > 31 { 32 } else { 0 };
        let place = usize::try_from(sum % 32 + more).expect("it is below 64");
        text.extend(DIGITS.chars().nth(place));
        sum /= 32;
        if more == 0 {
            return text + body;
        }
    }
}
