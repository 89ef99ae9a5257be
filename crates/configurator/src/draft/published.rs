//! Which story's files were handed over under which name, as a draft carries it: another story's must not
//! take their place unasked.

use std::collections::BTreeSet;

use authoring::Node;
use serde_json::{Value, json};

use super::Draft;

/// So many letters in a row are compared.
const RUN: usize = 8;
/// So many of a story's runs are kept.
const KEPT: usize = 64;
/// A story that shares fewer of them, one in so many, is another: names, a footer and what a law is called
/// by stand in any.
const SHARED: usize = 4;
/// A name's number grows to this; a longer one is part of the name, as a year is.
const COUNTED: u8 = 99;

/// A story whose files were handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Published {
    /// What the files are called by.
    pub(crate) name: String,
    /// The law of the newsroom's own that they are about.
    law: Option<String>,
    print: Print,
}

impl Published {
    pub(crate) fn of(draft: &Draft, name: String) -> Self {
        let law = draft.law_name().map(|it| it.id);
        Self { name, law, print: Print::of(draft.story.text()) }
    }

    /// Whether a draft is for the same story about the same law, however much of it was mended.
    pub(crate) fn is_of(&self, draft: &Draft) -> bool {
        let now = Self::of(draft, String::new());
        self.law == now.law && self.print.is_like(&now.print)
    }
}

/// A few of the runs of letters in a text, as numbers: they say whether another text is much like it, and
/// give nothing of it away. Its form, spaces and punctuation make no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Print(BTreeSet<u32>);

impl Print {
    pub(super) fn of(text: &str) -> Self {
        let letters: Vec<char> =
            text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let run = RUN.min(letters.len()).max(1);
        let all: BTreeSet<_> = letters.windows(run).map(number).collect();
        Self(all.into_iter().take(KEPT).collect())
    }

    /// The smallest numbers of two texts together are a fair sample of both.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let all: Vec<_> = self.0.union(&other.0).take(KEPT).collect();
        let shared = all.iter().filter(|it| self.0.contains(it) && other.0.contains(it)).count();
        shared * SHARED >= all.len()
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        text.split_whitespace()
            .map(|it| u32::from_str_radix(it, 16).ok())
            .collect::<Option<_>>()
            .map(Self)
    }

    pub(super) fn words(&self) -> String {
        self.0.iter().map(|it| format!("{it:08x}")).collect::<Vec<_>>().join(" ")
    }
}

/// The same one on every machine and in every version, since drafts are kept: FNV-1a, of whose 64 bits the
/// upper ones are mixed best.
fn number(letters: &[char]) -> u32 {
    let step = |number: u64, letter: &char| {
        (number ^ u64::from(u32::from(*letter))).wrapping_mul(0x0100_0000_01b3)
    };
    let number = letters.iter().fold(0xcbf2_9ce4_8422_2325, step);
    u32::try_from((number ^ (number >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32)
        .unwrap_or_default()
}

/// A name behind this one: `hanoi-2` behind `hanoi`.
fn next(name: &str) -> String {
    let counted = name.rsplit_once('-').and_then(|(stem, number)| {
        let number: u8 = number.parse().ok().filter(|it| *it < COUNTED)?;
        Some(format!("{stem}-{}", number + 1))
    });
    counted.unwrap_or_else(|| format!("{name}-2"))
}

/// The first name behind this one that nothing was handed over under.
pub(crate) fn free_name(published: &[Published], name: &str) -> String {
    let is_free = |name: &String| published.iter().all(|it| it.name != *name);
    std::iter::successors(Some(next(name)), |it| Some(next(it))).find(is_free).unwrap_or_default()
}

pub(super) fn as_value(all: &[Published]) -> Value {
    let one = |it: &Published| json!({ "name": it.name, "law": it.law, "print": it.print.words() });
    all.iter().map(one).collect()
}

/// None where one of them can't be read.
pub(super) fn read(list: &[Node]) -> Option<Vec<Published>> {
    list.iter().map(read_one).collect()
}

fn read_one(node: &Node) -> Option<Published> {
    let text = |name| node.field(name).and_then(Node::as_text);
    Some(Published {
        name: text("name")?.into(),
        law: text("law").map(Into::into),
        print: Print::read(text("print")?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOOT: &str =
        " Reporting by the Courier’s digital rights desk. Sign up for our newsletter.";
    const HANOI: &str = "Police could make an engineer hand over passwords under Article 28(4) of the \
        UN Convention against Cybercrime, lawyers said on Monday after the signing ceremony in Hanoi. \
        Critics point to Article 24, whose safeguards they call thin. Dozens of states signed.";
    const GENEVA: &str = "A hospital in Lausanne was shut for nine days by ransomware, and its director \
        wants Article 14 of the UN Convention against Cybercrime to be law by spring. Parliament will \
        debate it in March, its president said, after a hearing with doctors, insurers and the police.";

    fn is_like(one: &str, other: &str) -> bool {
        let is_like = Print::of(one).is_like(&Print::of(other));
        assert_eq!(is_like, Print::of(other).is_like(&Print::of(one)), "{one} / {other}");
        is_like
    }

    #[test]
    fn a_story_that_was_mended_is_the_same_and_one_with_the_same_footer_is_another() {
        let hanoi = format!("{HANOI}{FOOT}");
        for mended in [
            hanoi.clone(),
            hanoi.to_uppercase().replace(' ', "\n"),
            HANOI.replace("an engineer", "any of the engineers of a company"),
            format!("The treaty is signed. {HANOI} {GENEVA}"),
            HANOI.split_at(HANOI.len() / 2).0.into(),
        ] {
            assert!(is_like(&hanoi, &mended), "{mended}");
        }
        for another in [format!("{GENEVA}{FOOT}"), FOOT.into(), String::new()] {
            assert!(!is_like(&hanoi, &another), "{another}");
        }
        assert!(is_like("", " ") && is_like("Art. 5", "art 5") && !is_like("Art. 5", "Art. 6"));
        let chinese = "警察可以根据公约第二十八条第四款要求工程师交出密码律师星期一说";
        assert!(is_like(chinese, &chinese.replace("星期一", "星期二")));
        assert!(!is_like(chinese, "洛桑一家医院因勒索软件关闭九天院长希望第十四条春天成为法律"));
    }

    #[test]
    fn a_name_that_is_taken_is_counted_on() {
        let of = |name: &str| Published::of(&Draft::default(), name.into());
        let taken = [of("hanoi"), of("hanoi-2"), of("law-2026")];
        for (name, free) in [
            ("hanoi", "hanoi-3"),
            ("geneva", "geneva-2"),
            ("law-2026", "law-2026-2"),
            ("a-99", "a-99-2"),
        ] {
            assert_eq!(free_name(&taken, name), free);
        }
    }
}
