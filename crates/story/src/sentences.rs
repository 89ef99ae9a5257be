//! Where a paragraph's sentences end. Unicode's rule ends one behind each abbreviation; that is
//! mended here.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations, a language a row: those behind whose dot no sentence ends, or very few do; and those
/// that end one unless a number follows, which they count.
#[rustfmt::skip]
const SHORT: [(&str, &str); 12] = [
    // English
    ("art arts para paras par pars subpara subparas nos pt litt p pp cf ch sec secs dr mr mrs ms prof sen \
      rep gov st vs v e.g i.e viz approx jan feb mar apr jun jul aug sep sept oct nov dec m gen lt col hon \
      rev jr sr",
     "no ap cl cls reg regs fig figs vol tit s f"),
    // French
    ("al mme mm alin chap env ibid resp réf sect titr p.ex c.-à-d janv févr avr juil déc", "n num"),
    // German
    ("abs nr nrn buchst lit ziff bzw ggf vgl gem hs halbs uabs unterabs kap tz rn rdnr anm anh az bgbl ff \
      evtl inkl zzgl sog ca mio mrd abb hrsg urt beschl z.b d.h u.a o.ä i.v.m i.s.d i.s.v", "s"),
    // Spanish
    ("núm núms apdo apdos párr párrs pág págs sra sras dra dras ej p.ej ee uu disp ud uds", "inc n"),
    // Portuguese
    ("als págs séc exmo exma", "inc cap caps"),
    // Italian
    ("artt lett cpv cfr sig dott sez pag pagg d.lgs d.p.r", "co c n"),
    // Dutch
    ("artt jo nrs blz bijv gew d.w.z m.b.t t.a.v o.g.v i.v.m o.m m.n a.u.b", "sub"),
    // Polish
    ("ust pkt lit poz zm rozdz zał tj tzn np prof m.in dz", "nr str"),
    // Czech and Slovak
    ("odst písm č čl čís ods písm tzv např resp násl sb tj mj", "s"),
    // Swedish and Danish
    ("kap jfr stk jf bl.a t.ex p.g.a s.k f.eks", "st mom"),
    // Romanian
    ("pct", "nr"),
    // Arabic
    ("", "م ف ص رقم"),
];

/// The sentences of a paragraph, without the space around them, in order.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (start, sentence) in paragraph.split_sentence_bound_indices() {
        let words = sentence.trim_end();
        let end = start + words.len();
        match sentences.last_mut().filter(|_| goes_on || words.is_empty()) {
            Some(last) if !words.is_empty() => last.end = end,
            Some(_) => {}
            None => sentences.push(start + words.len() - words.trim_start().len()..end),
        }
        let rest = paragraph.get(start + sentence.len()..).unwrap_or_default();
        goes_on = is_unfinished(words, rest) || goes_on && words.is_empty();
    }
    sentences
}

/// A text of ours as a sentence: with a stop, unless it ends in one already, such as that of whom it quotes.
pub fn ended(text: impl Into<String>) -> String {
    let mut text = text.into();
    let words = text.trim_end_matches(['”', '“', '’', '»', '"', '\u{2069}']);
    if !words.ends_with(['.', '!', '?', '…', '؟', '۔', '。', '।']) {
        text.push('.');
    }
    text
}

/// Whether the dot at the end is an abbreviation's.
fn is_unfinished(words: &str, rest: &str) -> bool {
    let Some(words) = words.strip_suffix('.') else { return false };
    let before = |c: char| c.is_whitespace() || matches!(c, '(' | '“' | '„' | '"' | '’');
    let mut tokens = words.rsplit(before);
    let last = tokens.next().unwrap_or_default().to_lowercase();
    let has = |list: &str| list.split_ascii_whitespace().any(|short| short == last);
    let is_short = SHORT.iter().any(|(never, _)| has(never));
    let next = rest.chars().next();
    let is_counted = SHORT.iter().any(|(_, counting)| has(counting));
    let counts = is_counted && (next.is_some_and(char::is_numeric) || is_roman(rest));
    // `U.N.`, and the first letter of a name.
    let dotted = last.len() > 2 && last.split('.').all(is_letter);
    let initial = is_letter(&last) && words.ends_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    // `i. V. m.`, whose letters stand apart.
    let is_one = |token: &str| token.strip_suffix('.').is_some_and(is_letter);
    let beside = [tokens.next(), rest.split_whitespace().next()];
    let apart = is_letter(&last) && beside.into_iter().flatten().any(is_one);
    is_short || counts || initial || apart || dotted && !next.is_some_and(is_likely_start)
}

/// Whether a Roman number follows; of one letter it may be a word.
fn is_roman(rest: &str) -> bool {
    let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    word.len() > 1 && word.chars().all(|it| "IVXLC".contains(it))
}

fn is_letter(token: &str) -> bool {
    token.chars().count() == 1 && token.starts_with(char::is_alphabetic)
}

/// Quotes and brackets open sentences more often than they follow an abbreviation.
fn is_likely_start(c: char) -> bool {
    matches!(c, '“' | '"' | '(' | '«')
}

#[cfg(test)]
mod tests {
    use super::{ended, sentences};

    fn parts(paragraph: &str) -> Vec<&str> {
        sentences(paragraph).into_iter().map(|it| &paragraph[it]).collect()
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        for whole in [
            "Under Art. 28 police may ask.",
            "The U.N. General Assembly voted on para. 4 of it.",
            "In No. 28 it said so, e.g. Article 5.",
            "J. Smith read Art. 28(4).",
            "Selon l’al. 2 de l’art. 5 et le chap. IV, cf. Mme Durand, c’est n. 12.",
            "§ 3 Abs. 2 Satz 1 i. V. m. Art. 8 Abs. 2 EMRK ist gem. Nr. 4 bzw. Ziff. 1 Buchst. A zu weit.",
            "Betroffen sind u. a. Journalisten, z. B. Freie, d. h. Einzelne, und z.B. Blogs.",
            "Según el art. 5, apdo. 2, inc. 3, y la pág. 7, la Sra. Ruiz y EE. UU. lo rechazan.",
            "Nos termos do art. 5.º, n.º 2, al. A), inc. 4 e cap. II, cf. o Dr. Sousa, é demais.",
            "Ai sensi dell’art. 5, co. 2, lett. A), n. 3 e degli artt. 6 e 7 d.lgs. 33, la sez. Unita tace.",
            "Op grond van art. 5, lid 2, sub. 3, jo. Art. 6 en nrs. 7 en 8, bijv. Journalisten, is dat te veel.",
            "Zgodnie z art. 5 ust. 2 pkt. 3 lit. A ustawy oraz poz. 7, np. Dziennikarze, to za wiele.",
            "Podle čl. 5 odst. 2 písm. A) zákona č. 40 Sb. Novináři, např. Pražští, to odmítají.",
            "Enligt 5 kap. 2 § 3 st. 1 p. A och mom. 4, jfr. Artikel 8, är det för mycket.",
            "Efter § 5, stk. 2, nr. 3, jf. Artikel 8, er det for meget.",
            "وفق م. 5 ف. 2 من القانون رقم. 7 لا يجوز ذلك.",
        ] {
            assert_eq!(parts(whole), [whole]);
        }
    }

    #[test]
    fn a_stop_is_set_where_there_is_none() {
        for (text, ends) in [
            ("Left out: 4 pages", "Left out: 4 pages."),
            ("It says “Lamps are lit.”", "It says “Lamps are lit.”"),
            ("The heading is “Who objects?”", "The heading is “Who objects?”"),
            ("It says “Lamps”", "It says “Lamps”."),
            ("It says “\u{2068}DRAFT.\u{2069}”", "It says “\u{2068}DRAFT.\u{2069}”"),
        ] {
            assert_eq!(ended(text), ends);
        }
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(
            parts(" They read Article 28. It is long.  "),
            ["They read Article 28.", "It is long."]
        );
        assert_eq!(parts("Did they say no. They did."), ["Did they say no.", "They did."]);
        assert_eq!(parts("“Delete Article 28.” He did."), ["“Delete Article 28.”", "He did."]);
        assert_eq!(
            parts("So steht es auf S. 4. Das gilt."),
            ["So steht es auf S. 4.", "Das gilt."]
        );
        assert_eq!(parts("Was it Plan A. No, I. He left."), ["Was it Plan A. No, I.", "He left."]);
        assert_eq!(parts(""), [""; 0]);
    }
}
