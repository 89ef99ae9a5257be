//! Words that a line's end parts.

// cspell:words repre sentatives arrière vingt trente quarante cinquante soixante vous elles leur même
// cspell:words mêmes trois cinq huit neuf recém além lhes feira nicht peut celui lampes disse direitos
// cspell:words povo Bauten présentants représentants

use std::collections::BTreeSet;

/// The words of a document, in small letters, with their hyphens, and how its languages use these.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: BTreeSet<String>,
    usages: Vec<&'static Usage>,
}

/// What became of hyphens at ends of lines.
#[derive(Default)]
pub(crate) struct Hyphens {
    /// Words that lost theirs.
    pub(crate) joined: Vec<String>,
    /// Words that have kept theirs, and may be without.
    pub(crate) doubtful: Vec<String>,
}

/// Hyphens that a printer sets; the last is there only where a line ends.
const HYPHENS: [char; 3] = ['-', '‐', '\u{ad}'];

/// Where a language's own hyphens stand.
struct Usage {
    /// Words by which the language is known.
    common: &'static str,
    /// What may stand before one.
    before: &'static str,
    /// What may stand behind one.
    after: &'static str,
}

const USAGES: [Usage; 6] = [
    Usage {
        common: "the of and to is for that",
        before: "self ex non well cross all half anti pro post pre semi quasi vice e co re sub multi \
                 inter counter long short high low mid",
        after: "term based led free like wide style scale level range related elect made old year \
                up off",
    },
    Usage {
        common: "le les des du est et dans une aux pour",
        before: "non ex anti semi demi mi vice quasi sous après avant contre grand arrière pro pré \
                 post vingt trente quarante cinquante soixante quatre",
        after: "ci là ce je tu t il elle on nous vous ils elles moi toi lui leur le la les y en \
                même mêmes être midi dire deux trois quatre cinq six sept huit neuf dix",
    },
    Usage {
        common: "não uma um do da dos das em são ao os",
        before: "ex pós pré pró anti contra recém bem mal além sem vice semi",
        after: "me te se nos vos lhe lhes o a os as lo la los las no na feira",
    },
    Usage { common: "der die das und nicht ist den von", before: "nicht ex quasi", after: "" },
    Usage { common: "el los las del una y en por", before: "ex", after: "" },
    Usage { common: "il gli della di che è per non", before: "ex non", after: "" },
];

impl Usage {
    fn is_kept(&self, before: &str, after: &str) -> bool {
        let has = |list: &str, word: &str| list.split_whitespace().any(|it| it == word);
        has(self.before, before) || has(self.after, after)
    }
}

/// Where a hyphen at a line's end comes from.
enum Origin {
    Printer,
    Writer,
    Either,
}

/// What follows a hyphen that stands for a part of the next word but one: `short- and long-term`.
const BETWEEN: &str = "and or to und oder bis et ou y e o";

impl Vocabulary {
    /// The words of lines that no line's end parts.
    pub(crate) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut known = BTreeSet::new();
        let mut counts = USAGES.each_ref().map(|it| (it, 0_usize));
        for line in lines {
            let words: Vec<_> = line.split_whitespace().collect();
            let last = words.len().saturating_sub(1);
            for (nth, word) in words.into_iter().enumerate() {
                let bare = bare(word);
                for (usage, count) in &mut counts {
                    *count += usize::from(usage.common.split_whitespace().any(|it| it == bare));
                }
                // The first may be the rest of a word.
                if nth > 0 && (nth < last || !word.ends_with(HYPHENS)) {
                    known.insert(bare);
                }
            }
        }
        // A document may have several languages. One in none that is known may be in any.
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let used = counts.into_iter().filter(|(_, count)| *count * 4 >= most);
        Self { words: known, usages: used.map(|(usage, _)| usage).collect() }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Where the hyphen between the parts of a word comes from.
    fn origin(&self, before: &str, after: &str) -> Origin {
        let (before, after) = (bare(before), bare(after));
        let is_whole = self.has(&format!("{before}{after}"));
        let is_double = self.has(&format!("{before}-{after}"));
        if is_whole != is_double {
            return if is_whole { Origin::Printer } else { Origin::Writer };
        }
        let is_part = !before.is_empty() && before.chars().all(char::is_alphabetic);
        if !is_part && !before.contains(['\'', '’']) {
            return Origin::Writer;
        }
        let is_kept = self.usages.iter().any(|it| it.is_kept(&before, &after));
        let are_words = self.has(&before) && self.has(&after);
        let has_another = after.contains('-');
        if is_whole || !is_part || is_kept || are_words || has_another {
            Origin::Either
        } else {
            Origin::Printer
        }
    }
}

/// A word without what stands around it.
fn bare(word: &str) -> String {
    word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase().replace(['‐', '\u{ad}'], "-")
}

/// Adds the next line to a text.
pub(crate) fn join(text: &mut String, next: &str, known: &Vocabulary, hyphens: &mut Hyphens) {
    let Some(hyphen) = text.chars().next_back().filter(|it| HYPHENS.contains(it)) else {
        if !is_joined_up(text.chars().next_back(), next.chars().next()) {
            text.push(' ');
        }
        text.push_str(next);
        return;
    };
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let before = text.get(start..text.len() - hyphen.len_utf8()).unwrap_or_default().to_string();
    let after = next.split_whitespace().next().unwrap_or_default();
    let goes_on = after.starts_with(|it: char| it.is_alphabetic() && !it.is_uppercase());
    let told = |between: &str| {
        let word = format!("{before}{between}{after}");
        word.trim_matches(|it: char| !it.is_alphanumeric()).to_string()
    };
    let origin = match () {
        () if BETWEEN.split_whitespace().any(|it| it == after) || before.is_empty() => {
            text.push(' ');
            Origin::Writer
        }
        () if hyphen == '\u{ad}' => Origin::Printer,
        () if goes_on => known.origin(&before, after),
        () => Origin::Writer,
    };
    match origin {
        Origin::Writer => {}
        Origin::Either => hyphens.doubtful.push(told("-")),
        Origin::Printer => {
            text.truncate(text.len() - hyphen.len_utf8());
            hyphens.joined.push(told(""));
        }
    }
    text.push_str(next);
}

/// Scripts that put no blank between words put none where a line ends.
fn is_joined_up(before: Option<char>, after: Option<char>) -> bool {
    let is_such = |it: char| matches!(it, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}');
    before.is_some_and(is_such) && after.is_some_and(is_such)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(before: &str, after: &str, others: &str) -> String {
        let mut text = before.to_string();
        join(&mut text, after, &Vocabulary::of(others.lines()), &mut Hyphens::default());
        text
    }

    #[test]
    fn a_hyphen_that_may_be_the_writers_stays_and_is_told() {
        for (before, after, others, expected) in [
            ("il sera peut-", "être là", "dans le village et pour les gens", "peut-être"),
            ("celui-", "ci, dit-on", "dans le village et pour les gens", "celui-ci"),
            ("les vingt-", "deux lampes", "dans le village et pour les gens", "vingt-deux"),
            ("où est-", "elle?", "dans le village et pour les gens", "est-elle"),
            ("c’est-", "à-dire", "dans le village et pour les gens", "c’est-à-dire"),
            ("disse-", "me que", "os direitos do povo não são uma", "disse-me"),
            ("a long-", "term plan", "for the good of the town", "long-term"),
            ("of co-", "operation", "for the good of the town", "co-operation"),
            ("to re-", "form it", "a reform and a re-form of it", "re-form"),
            // In a language that isn't known, what is so in any.
            ("celui-", "ci", "", "celui-ci"),
        ] {
            let (mut text, mut hyphens) = (before.to_string(), Hyphens::default());
            join(&mut text, after, &Vocabulary::of(others.lines()), &mut hyphens);
            assert!(text.contains(expected), "{text}");
            assert_eq!((hyphens.joined, hyphens.doubtful), (vec![], vec![expected.to_string()]));
        }
        // What is one word in this language is another's two.
        assert_eq!(
            joined("die Bauten im co-", "und", "der die das und ist"),
            "die Bauten im co- und"
        );
        assert_eq!(joined("les re-", "présentants", "dans le village et les"), "les représentants");
    }

    #[test]
    fn a_hyphen_of_the_printer_goes_and_one_of_the_writer_stays() {
        for (before, after, others, expected) in [
            ("the repre-", "sentatives of", "", "the representatives of"),
            ("the repre\u{ad}", "sentatives of", "", "the representatives of"),
            ("for cyber-", "crime.", "of cyber-crime and", "for cyber-crime."),
            ("for cyber-", "crime.", "of cybercrime and", "for cybercrime."),
            ("of human-", "rights law", "the human being has rights too", "of human-rights law"),
            ("the Sino-", "British text", "", "the Sino-British text"),
            ("in COVID-", "19 times", "", "in COVID-19 times"),
            ("is self-", "evident", "", "is self-evident"),
            ("state-of-the-", "art lamps", "", "state-of-the-art lamps"),
            ("short-", "and long-term", "", "short- and long-term"),
            ("a dash -", "not a hyphen", "", "a dash - not a hyphen"),
            ("plain", "words", "", "plain words"),
            ("第二", "条", "", "第二条"),
        ] {
            assert_eq!(joined(before, after, others), expected);
        }
    }
}
