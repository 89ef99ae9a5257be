//! Words at random, and always the same: the frequent ones are English, the rare ones are made of
//! syllables, and how often each comes falls off as in any language.

/// How many words there are.
const VOCABULARY: usize = 1_200;

/// The frequent ones first.
const COMMON: &str = "the of to and a in or that for by is be with as any under on shall may must \
    not which from this an at where person authority section public request document publish keep \
    held body decision record appeal notice days period officer disclosure minister council \
    applicant purpose reasonable written relevant order regulation duty fee cost access copy \
    review court offence penalty schedule paragraph act provision register entry date limit \
    extension grounds refusal interest security police health school";
const SYLLABLES: &str = "con pre tri men sta ver lin por mar del fer can sol ter gra pla bor cen \
    dis pro rel sub tan vis wal hem nor lar mis qua ren sil tor und vol";
const ENDINGS: &str = "al ed ing ity ive age or ic";

/// Writes what means nothing.
pub(crate) struct Author {
    chance: u64,
    words: Vec<String>,
}

impl Author {
    pub(crate) fn new(seed: u64) -> Self {
        Self { chance: seed, words: vocabulary() }
    }

    /// A number below another one, by `SplitMix64`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.chance ^ (self.chance >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from((mixed ^ (mixed >> 31)) % end).unwrap_or_default()
    }

    /// So many different numbers below another one; low ones are more frequent.
    pub(crate) fn some_of(&mut self, end: usize, count: usize) -> Vec<usize> {
        let mut numbers = Vec::new();
        while numbers.len() < count.min(end) {
            let most = self.below(end) + 1;
            let number = self.below(most);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    pub(crate) fn phrase(&mut self, words: usize) -> String {
        let mut phrase = String::new();
        for number in 0..words {
            // Twice below a number at random: the first words come far more often than the last.
            let most = self.below(VOCABULARY) + 1;
            let most = self.below(most) + 1;
            let at = self.below(most);
            let Some(word) = self.words.get(at) else { continue };
            let mut letters = word.chars();
            match letters.next() {
                Some(first) if number == 0 => phrase.extend(first.to_uppercase()),
                Some(first) => phrase.extend([' ', first]),
                None => {}
            }
            phrase.push_str(letters.as_str());
        }
        phrase
    }

    pub(crate) fn sentence(&mut self) -> String {
        let words = 9 + self.below(9);
        self.phrase(words) + "."
    }

    pub(crate) fn paragraph(&mut self) -> String {
        format!("{} {}", self.sentence(), self.sentence())
    }
}

fn vocabulary() -> Vec<String> {
    let mut words: Vec<String> = COMMON.split_whitespace().map(String::from).collect();
    let all = || SYLLABLES.split_whitespace();
    let pairs = all().flat_map(|first| all().map(move |second| (first, second)));
    let endings = ENDINGS.split_whitespace().cycle();
    let rare = pairs.zip(endings).filter(|((first, second), _)| first != second);
    words.extend(rare.map(|((first, second), end)| format!("{first}{second}{end}")));
    words.truncate(VOCABULARY);
    words
}
