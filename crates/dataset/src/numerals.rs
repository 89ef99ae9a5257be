//! Numbers in words, as laws are counted by: `fourth`, `twenty-two`, `vierundzwanzigster`, `الثامنة
//! والعشرون`. Each language has its own: `once` is eleven in Spanish and no number in English. For
//! tools: nothing that a reader downloads calls it.

use alloc::{string::String, vec::Vec};

use crate::citation::fold;

/// A language whose numbers are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    French,
    German,
    Spanish,
    Portuguese,
    Italian,
    Arabic,
}

/// The words of a language, folded: for one to twenty, then for each ten to ninety. Other words for
/// the same number stand behind a bar, `_` where a number takes several words.
struct Numbers {
    language: Language,
    /// None where only ranks are known.
    counts: &'static str,
    /// German ones without their ending, Spanish, Portuguese and Italian ones in `o` alone.
    ranks: &'static str,
}

const NUMBERS: [Numbers; 7] = [
    Numbers {
        language: Language::English,
        counts: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
                 fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty \
                 seventy eighty ninety",
        ranks: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
                thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth \
                twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    },
    Numbers {
        language: Language::French,
        counts: "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze \
                 quinze seize _ _ _ vingt trente quarante cinquante soixante septante \
                 huitante|octante nonante",
        ranks: "premier|premiere|unieme second|seconde|deuxieme troisieme quatrieme cinquieme \
                sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme \
                quinzieme seizieme _ _ _ vingtieme trentieme quarantieme cinquantieme soixantieme \
                septantieme huitantieme|octantieme nonantieme",
    },
    Numbers {
        language: Language::German,
        counts: "ein|eine|eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn \
                 vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig|dreissig \
                 vierzig funfzig sechzig siebzig achtzig neunzig",
        ranks: "erst zweit dritt viert funft sechst siebt|siebent acht neunt zehnt elft zwolft \
                dreizehnt vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst \
                dreißigst|dreissigst vierzigst funfzigst sechzigst siebzigst achtzigst neunzigst",
    },
    Numbers {
        language: Language::Spanish,
        counts: "uno|un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece \
                 catorce quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta \
                 cincuenta sesenta setenta ochenta noventa",
        ranks: "primero|primer segundo tercero|tercer cuarto quinto sexto septimo octavo \
                noveno|nono decimo undecimo|decimoprimero duodecimo|decimosegundo \
                decimotercero|decimotercer decimocuarto decimoquinto decimosexto decimoseptimo \
                decimoctavo decimonoveno|decimonono vigesimo trigesimo cuadragesimo quincuagesimo \
                sexagesimo septuagesimo octogesimo nonagesimo",
    },
    Numbers {
        language: Language::Portuguese,
        counts: "",
        ranks: "primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo undecimo \
                duodecimo _ _ _ _ _ _ _ vigesimo trigesimo quadragesimo quinquagesimo sexagesimo \
                septuagesimo|setuagesimo octogesimo nonagesimo",
    },
    Numbers {
        language: Language::Italian,
        counts: "",
        ranks: "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo \
                dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo \
                diciottesimo diciannovesimo ventesimo trentesimo quarantesimo cinquantesimo \
                sessantesimo settantesimo ottantesimo novantesimo",
    },
    Numbers {
        language: Language::Arabic,
        counts: "",
        ranks: "الأولى|الاولى|الأول|الاول|الحادية|الحادي الثانية|الثاني الثالثة|الثالث \
                الرابعة|الرابع الخامسة|الخامس السادسة|السادس السابعة|السابع الثامنة|الثامن \
                التاسعة|التاسع العاشرة|العاشر _ _ _ _ _ _ _ _ _ العشرون|العشرين \
                الثلاثون|الثلاثين الأربعون|الأربعين|الاربعون|الاربعين الخمسون|الخمسين \
                الستون|الستين السبعون|السبعين الثمانون|الثمانين التسعون|التسعين",
    },
];

/// What German ranks end in.
const ENDINGS: [&str; 5] = ["e", "er", "en", "es", "em"];

/// Words that make more of a number in front of them.
const LARGE: &str = "hundred thousand million cent cents mille hundert tausend mil مائة ألف";

/// The Spanish hundreds, folded, from one on; other words for the same stand behind a bar.
const SPANISH: &str = "cien|ciento|centesimo|centesima doscientos|doscientas trescientos|trescientas \
                       cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas \
                       setecientos|setecientas ochocientos|ochocientas novecientos|novecientas";

/// Behind a rank and `بعد`, and by themselves: one hundred, then two.
const ARABIC: [(u32, &str); 2] = [(100, "المائة المئة"), (200, "المائتين المئتين")];

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelled {
    pub(crate) value: u32,
    /// It is a rank, as `second` is.
    pub(crate) rank: bool,
    /// How many words it takes, hyphens and words for "and" among them.
    pub(crate) length: usize,
}

/// The rank that a single word tells in any of the languages, however it is spelt: `Segunda`,
/// `deuxième`, `twenty-first`.
pub fn ordinal(word: &str) -> Option<u32> {
    let word = fold(word);
    // Hyphens part words, and are some themselves.
    let mut parts: Vec<&str> = Vec::new();
    for part in word.split('-') {
        parts.extend((!parts.is_empty()).then_some("-"));
        parts.push(part);
    }
    let at = |nth: usize| parts.get(nth).copied().unwrap_or_default();
    let told = NUMBERS.iter().filter_map(|it| it.longest(&at));
    told.filter(|it| it.rank && it.length == parts.len()).map(|it| it.value).next()
}

/// The number of a language that some folded words begin with; a hyphen is one of them.
pub(crate) fn spelled<'t>(language: Language, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
    let numbers = NUMBERS.iter().find(|it| it.language == language)?;
    let number = numbers.hundreds(word).or_else(|| numbers.longest(word))?;
    (!is_among(word(number.length), LARGE)).then_some(number)
}

/// A number from a hundred on, in any of the languages, that words begin with, and how many they are:
/// `one hundred and twenty-two`, `ciento dos`, `الثانية بعد المائة`.
pub fn from_hundred<'t>(words: impl Iterator<Item = &'t str>) -> Option<(u32, usize)> {
    let mut parts: Vec<(String, usize)> = Vec::new();
    for (nth, word) in words.take(LONGEST).enumerate() {
        for (place, part) in word.split('-').enumerate() {
            parts.extend((place > 0).then(|| ("-".into(), nth)));
            parts.push((fold(part), nth));
        }
    }
    let at = |nth: usize| parts.get(nth).map_or("", |it| it.0.as_str());
    let told = NUMBERS.iter().filter_map(|it| it.hundreds(&at)).max_by_key(|it| it.length)?;
    let last = parts.get(told.length.checked_sub(1)?)?.1;
    let next = parts.get(told.length).map(|it| it.1);
    let is_whole = next != Some(last) && !is_among(at(told.length), LARGE);
    is_whole.then_some((told.value, last + 1))
}

/// No number below a thousand takes more words.
const LONGEST: usize = 8;

impl Numbers {
    /// Hundreds with what follows them.
    fn hundreds<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        match self.language {
            Language::Arabic => return self.after_hundred(word),
            Language::German => return self.german_hundreds(word(0)),
            _ => {}
        }
        let head = self.hundred(word)?;
        let mut at = past_hyphen(word, head.length);
        at += usize::from(self.language == Language::English && word(at) == "and");
        let rest = self.longest(&|ahead| word(at + ahead));
        let rest = rest.filter(|it| it.value < 100 && (!head.rank || it.rank && self.is_romance()));
        Some(rest.map_or(head, |rest| Spelled {
            value: head.value + rest.value,
            length: at + rest.length,
            ..rest
        }))
    }

    fn hundred<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        let (count, rank) = match self.language {
            Language::English => ("hundred", "hundredth"),
            Language::French => ("cent cents", "centieme"),
            Language::Spanish => {
                let is_it = |known: &str| known.split('|').any(|it| it == word(0));
                let place = SPANISH.split_whitespace().position(is_it)?;
                let rank = word(0).starts_with("centesim");
                let value = (u32::try_from(place).ok()? + 1) * 100;
                return Some(Spelled { value, rank, length: 1 });
            }
            _ => return None,
        };
        let times = self.one(word(0)).filter(|it| !it.rank && it.value < 10);
        let at = if times.is_some() { past_hyphen(word, 1) } else { 0 };
        // In English, one hundred is never a hundred without its one.
        let is_bare = times.is_none() && self.language == Language::English;
        let is_rank = word(at) == rank;
        let value = times.map_or(1, |it| it.value) * 100;
        let stands = !is_bare && (is_rank || is_among(word(at), count));
        stands.then_some(Spelled { value, rank: is_rank, length: at + 1 })
    }

    /// `hundertzwei`, `zweihundertster`
    fn german_hundreds(&self, word: &str) -> Option<Spelled> {
        let (times, rest) = word.split_once("hundert")?;
        let times = if times.is_empty() {
            1
        } else {
            self.known(times).filter(|it| !it.rank && it.value < 10)?.value
        };
        let ended = rest.strip_prefix("st").is_some_and(|it| ENDINGS.contains(&it));
        let ones = if rest.is_empty() || ended {
            Spelled { value: 0, rank: ended, length: 1 }
        } else {
            self.one(rest)
                .or_else(|| self.one(rest.strip_prefix("und")?))
                .filter(|it| it.value < 100)?
        };
        Some(Spelled { value: times * 100 + ones.value, ..ones })
    }

    /// `الثانية بعد المائة`, `المائة`
    fn after_hundred<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        let hundred = |at| ARABIC.iter().find(|it| is_among(word(at), it.1)).map(|it| it.0);
        if let Some(value) = hundred(0) {
            return Some(Spelled { value, rank: true, length: 1 });
        }
        let first = self.longest(word).filter(|it| it.value < 100 && word(it.length) == "بعد")?;
        let value = first.value + hundred(first.length + 1)?;
        Some(Spelled { value, length: first.length + 2, ..first })
    }

    fn longest<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        let Some(tens) = self.tens(word) else {
            let first = self.below_twenty(word, 0).or_else(|| self.one(word(0)))?;
            return self.arabic(first, word(1)).or(Some(first));
        };
        self.compound(tens, word).or(Some(tens))
    }

    /// What counts on with the words behind it.
    fn tens<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        let french = self.language == Language::French;
        if french && word(0) == "quatre" && word(1) == "-" {
            let rank = word(2) == "vingtieme";
            let is_eighty = rank || matches!(word(2), "vingt" | "vingts");
            return is_eighty.then_some(Spelled { value: 80, rank, length: 3 });
        }
        self.one(word(0)).filter(|it| it.value >= 20 && it.value.is_multiple_of(10))
    }

    /// Tens and ones: `twenty-second`, `vingt et un`, `soixante-dix-sept`. No number here is deeper,
    /// however many words follow.
    fn compound<'t>(&self, tens: Spelled, word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
        let mut at = past_hyphen(word, tens.length);
        let and = match (self.language, word(at)) {
            (Language::French, "et") | (Language::Spanish, "y") => word(at),
            _ => "",
        };
        at = past_hyphen(word, at + usize::from(!and.is_empty()));
        let rest = self.below_twenty(word, at)?;
        let score = self.language == Language::French && matches!(tens.value, 60 | 80);
        let joined = match and {
            "et" => matches!(rest.value, 1 | 11),
            "y" => tens.value > 20,
            _ => true,
        };
        // `vigésimo segundo` has two ranks, `twenty-second` one.
        let ranked = if tens.rank { self.is_romance() && rest.rank } else { true };
        let value = tens.value + rest.value;
        let length = at + rest.length;
        let whole = (rest.value < 10 || score) && joined && ranked;
        whole.then_some(Spelled { value, length, ..rest })
    }

    /// `dix-sept` and `décimo segundo` take more words than one.
    fn below_twenty<'t>(&self, word: &impl Fn(usize) -> &'t str, at: usize) -> Option<Spelled> {
        let first = self.one(word(at)).filter(|it| it.value < 20)?;
        let counts_on = match self.language {
            Language::French => !first.rank,
            _ => first.rank && self.is_romance(),
        };
        let behind = past_hyphen(word, at + 1);
        let ones = self.one(word(behind)).filter(|it| {
            let ones =
                if first.rank { it.rank && it.value < 10 } else { matches!(it.value, 7..10) };
            ones && first.value == 10 && counts_on
        });
        let teen = |ones: Spelled| Spelled {
            value: first.value + ones.value,
            length: behind + 1 - at,
            ..ones
        };
        Some(ones.map_or(first, teen))
    }

    /// `الثالثة عشرة`, `الثامنة والعشرون`
    fn arabic(&self, first: Spelled, tens: &str) -> Option<Spelled> {
        let tens = match tens {
            "عشر" | "عشرة" => 10,
            // `الثالثة والعاشرة` are two.
            tens => self.one(tens.strip_prefix('و')?).filter(|it| it.value >= 20)?.value,
        };
        let whole = self.language == Language::Arabic && first.value < 10;
        let value = tens + first.value;
        whole.then_some(Spelled { value, rank: true, length: 2 })
    }

    /// A number in one word.
    fn one(&self, word: &str) -> Option<Spelled> {
        let add = |tens: Option<Spelled>, ones: Option<Spelled>| {
            let tens = tens.filter(|it| it.value >= 20 && it.value.is_multiple_of(10))?;
            let ones = ones.filter(|it| it.value < 10)?;
            Some(Spelled { value: tens.value + ones.value, ..tens })
        };
        self.known(word).or_else(|| match self.language {
            // `zweiundzwanzig`
            Language::German => {
                let (ones, tens) = word.split_once("und")?;
                add(self.known(tens), self.known(ones).filter(|it| !it.rank))
            }
            // `veintidós`, `vigesimosegunda`
            Language::Spanish => {
                let joined = |(begin, tens)| word.strip_prefix(begin).map(|ones| (tens, ones));
                let mut begins = [("veinti", "veinte"), ("vigesimo", "vigesimo")].into_iter();
                let (tens, ones) = begins.find_map(joined)?;
                let (tens, ones) = (self.known(tens)?, self.known(ones)?);
                add(Some(tens), Some(ones).filter(|it| it.rank == tens.rank))
            }
            _ => None,
        })
    }

    fn known(&self, word: &str) -> Option<Spelled> {
        let read = |words, rank| {
            let value = self.place(words, rank, word)?;
            Some(Spelled { value, rank, length: 1 })
        };
        read(self.counts, false).or_else(|| read(self.ranks, true)).filter(|_| word != "_")
    }

    /// What a word counts in such a list.
    fn place(&self, words: &str, rank: bool, word: &str) -> Option<u32> {
        let is_it = |known: &str| match (rank, self.language) {
            (true, Language::German) => {
                word.strip_prefix(known).is_some_and(|end| ENDINGS.contains(&end))
            }
            // `primera`
            (true, _) if self.is_romance() && word.ends_with('a') => {
                known.strip_suffix('o').is_some_and(|it| word.strip_suffix('a') == Some(it))
            }
            _ => known == word,
        };
        let at = words.split_whitespace().position(|it| it.split('|').any(is_it))?;
        let at = u32::try_from(at).ok()?;
        Some(if at < 20 { at + 1 } else { (at - 17) * 10 })
    }

    /// Its ranks have genders, and several make one number.
    fn is_romance(&self) -> bool {
        matches!(self.language, Language::Spanish | Language::Portuguese | Language::Italian)
    }
}

fn past_hyphen<'t>(word: &impl Fn(usize) -> &'t str, at: usize) -> usize {
    at + usize::from(word(at) == "-")
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{
        Language::{self, Arabic, English, French, German, Spanish},
        ordinal, spelled,
    };
    use crate::citation::fold;

    fn read(language: Language, text: &str) -> Option<(u32, bool, usize)> {
        let words: Vec<_> = text.split(' ').map(fold).collect();
        let read = spelled(language, &|at| words.get(at).map_or("", |it| it.as_str()));
        read.map(|it| (it.value, it.rank, it.length))
    }

    #[test]
    fn numbers_are_read_as_they_are_spelt() {
        for (language, text, value, rank, length) in [
            (English, "twenty - two", 22, false, 3),
            (English, "twenty - second of", 22, true, 3),
            (English, "twentieth second", 20, true, 1),
            (French, "vingt et un", 21, false, 3),
            (French, "vingt et quatre", 20, false, 1),
            (French, "vingt - et - unième", 21, true, 5),
            (French, "soixante - dix - sept", 77, false, 5),
            (French, "soixante et onze", 71, false, 3),
            (French, "quatre - vingt - dix - neuf", 99, false, 7),
            (French, "quatre - vingtième", 80, true, 3),
            (French, "quatre", 4, false, 1),
            (French, "dix - huitième", 18, true, 3),
            (French, "dix deux", 10, false, 1),
            (French, "septante - deux", 72, false, 3),
            (Spanish, "treinta y cuatro", 34, false, 3),
            (Spanish, "veintidós", 22, false, 1),
            (Spanish, "vigésimo segundo", 22, true, 2),
            (Spanish, "vigésima primera", 21, true, 2),
            (Spanish, "vigesimosegunda", 22, true, 1),
            (Spanish, "décimo segundo", 12, true, 2),
            (Spanish, "decimotercera", 13, true, 1),
            (German, "achtundzwanzig", 28, false, 1),
            (German, "zweiundzwanzigster", 22, true, 1),
            (Arabic, "الثامنة والعشرون", 28, true, 2),
            (Arabic, "التاسعة عشرة", 19, true, 2),
            (Arabic, "الثانية والثالثة", 2, true, 1),
            (Arabic, "الثانية بعد المائة", 102, true, 3),
            (Arabic, "الثامنة والعشرون بعد المائتين", 228, true, 4),
            (Arabic, "المائة", 100, true, 1),
            (English, "one hundred and two", 102, false, 4),
            (English, "two hundred", 200, false, 2),
            (English, "one hundred and twenty - second", 122, true, 6),
            (French, "cent deux", 102, false, 2),
            (French, "deux - cent - quatre - vingt", 280, false, 7),
            (French, "centième", 100, true, 1),
            (Spanish, "ciento dos", 102, false, 2),
            (Spanish, "doscientos treinta y cuatro", 234, false, 4),
            (Spanish, "centésimo segundo", 102, true, 2),
            (German, "hundertzwei", 102, false, 1),
            (German, "zweihundertachtundzwanzigster", 228, true, 1),
        ] {
            assert_eq!(read(language, text), Some((value, rank, length)), "{text}");
        }
        for text in ["two hundred thousand", "hundred", "a hundred"] {
            assert_eq!(read(English, text), None, "{text}");
        }
    }

    #[test]
    fn ranks_of_one_word_may_have_hyphens() {
        for (word, value) in [
            ("TWENTY-FIRST", 21),
            ("ninety-ninth", 99),
            ("vingt-deuxième", 22),
            ("dix-huitième", 18),
            ("soixante-dix-septième", 77),
            ("Segunda", 2),
        ] {
            assert_eq!(ordinal(word), Some(value), "{word}");
        }
        for word in ["twenty", "twenty-two", "first-aid", "-first", "first-", "twenty--first"] {
            assert_eq!(ordinal(word), None, "{word}");
        }
    }

    #[test]
    fn words_tell_numbers_from_a_hundred_on_in_any_language() {
        for (text, told) in [
            ("One Hundred and Twenty-Two Lamps", Some((122, 4))),
            ("CIENTO DOS", Some((102, 2))),
            ("الثانية بعد المائة", Some((102, 3))),
            ("deux-cent-trois", Some((203, 1))),
            ("cent-mille", None),
            ("twenty-two", None),
            ("Cent mille", None),
        ] {
            assert_eq!(super::from_hundred(text.split(' ')), told, "{text}");
        }
    }

    #[test]
    fn no_language_has_the_numbers_of_another() {
        for (language, text) in [
            (English, "once"),
            (English, "seize"),
            (English, "sept"),
            (English, "elf"),
            (Spanish, "sept"),
            (German, "elfundund"),
        ] {
            assert_eq!(read(language, text), None, "{text}");
        }
    }

    #[test]
    fn no_run_of_words_is_too_long() {
        for (language, word, value) in [
            (English, "twenty", 20),
            (French, "dix", 10),
            (French, "vingt", 20),
            (Spanish, "vigesimo", 20),
        ] {
            let read = spelled(language, &|_| word);
            assert_eq!(read.map(|it| (it.value, it.length)), Some((value, 1)), "{word}");
        }
    }

    #[test]
    fn a_single_word_tells_its_rank() {
        for (word, rank) in [
            ("Segunda", 2),
            ("DEUXIÈME", 2),
            ("dritter", 3),
            ("undécima", 11),
            ("trigésima", 30),
            ("oitava", 8),
            ("dodicesimo", 12),
        ] {
            assert_eq!(ordinal(word), Some(rank), "{word}");
        }
        for word in ["erst", "two", "lamp", "", "_", "o", "a"] {
            assert_eq!(ordinal(word), None, "{word}");
        }
    }
}
