//! What a word of a citation means in prose, where it must carry more than in a list: `par` is a
//! French word before it is a paragraph, and Arabic writes prepositions together with their noun.

use alloc::{format, string::String, vec::Vec};

use super::super::{
    Citations,
    list::is_separator,
    token::{Kind, Token},
    words::{Level, fold, meaning},
};

/// Short forms that are words of their own, or parts of such, unless a dot follows.
const SHORT: [&str; 36] = [
    "art", "arts", "artt", "par", "pars", "al", "pt", "pts", "lit", "litt", "let", "sec", "secs",
    "sect", "s", "ss", "cl", "cls", "reg", "regs", "r", "rr", "sch", "schs", "app", "rec", "recs",
    "ch", "chap", "cap", "tit", "abs", "no", "nos", "n", "num",
];

/// Of these a capital is enough: `Art 28`.
const CAPITAL: [&str; 8] = ["Art", "Arts", "Sec", "Reg", "Sch", "Abs", "Cl", "Sched"];

/// Those that may end a sentence, or stand in front of any number.
const ENDS: [&str; 15] = [
    "art", "arts", "par", "al", "app", "cap", "rec", "tit", "ch", "no", "nos", "n", "num", "pt",
    "r",
];

/// What numbers count, folded: `articles 29 times`, `an article 2 weeks ago`.
const UNITS: &str = "time times hour hours day days week weeks month months year years minute minutes \
                     seconds page pages percent million billion thousand dollars euros euro pounds \
                     inches feet metres kilometres miles o'clock am pm fois heure heures jour jours \
                     semaine semaines mois an ans annee annees secondes pour-cent millions milliards \
                     mal stunden tage tagen wochen monate monaten jahre jahren minuten sekunden \
                     seiten prozent uhr millionen milliarden vez veces hora horas dia dias semana \
                     semanas mes meses ano anos minutos segundos paginas millones مرة مرات ساعة ساعات \
                     يوما يوم أيام أسبوعا أسابيع شهرا أشهر سنة سنوات عاما أعوام دقيقة صفحة مليون \
                     بالمئة بالمائة";

/// Months, folded; those with a capital count alone where small letters mean something else.
const MONTHS: &str = "january february march april june july august september october november \
                      december januar februar marz juni juli oktober dezember janvier fevrier avril \
                      juin juillet aout septembre octobre novembre decembre enero febrero marzo abril \
                      junio julio agosto septiembre octubre noviembre diciembre يناير فبراير مارس \
                      أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر";

/// Whether the number at a token counts something else than places: `24 hours`, `30,000`, `47%`,
/// `29 February`.
pub(super) fn counts(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(number) = tokens.get(at).filter(|it| matches!(it.kind, Kind::Number(_))) else {
        return false;
    };
    let rest = text.get(number.span.end..).unwrap_or_default();
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let signed = rest.trim_start_matches(blank).starts_with(['%', '‰', '٪', '€', '$', '£']);
    let mut next = tokens.get(at + 1..).unwrap_or_default().iter();
    let mut word = next.next();
    // `29 de febrero`
    word = if word.is_some_and(|it| it.kind == Kind::Of) { next.next() } else { word };
    let written = word.filter(|_| rest.starts_with(blank)).and_then(|it| text.get(it.span.clone()));
    let word = written.filter(|it| it.len() < LONGEST_UNIT).map(fold).unwrap_or_default();
    let among = |words: &str| !word.is_empty() && words.split(' ').any(|it| it == word);
    let small = written.is_some_and(|it| matches!(it, "march" | "august"));
    signed || is_thousands(rest) || among(UNITS) || among(MONTHS) && !small
}

/// No unit is longer.
const LONGEST_UNIT: usize = 24;

/// Whether three digits follow behind a sign that parts thousands.
fn is_thousands(rest: &str) -> bool {
    let Some(digits) = rest.strip_prefix([',', '.', '\u{a0}', '\u{202f}', '’']) else {
        return false;
    };
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    count == 3
}

/// All tokens of a paragraph, with the meanings that they have in prose.
pub(super) fn tokens(law: &Citations, text: &str) -> Vec<Token> {
    let mut tokens = law.tokens(text);
    let kinds: Vec<Kind> =
        (0..tokens.len()).map(|at| kind(text, &tokens, at).unwrap_or(Kind::Other)).collect();
    for (token, kind) in tokens.iter_mut().zip(kinds) {
        token.kind = kind;
    }
    tokens
}

fn kind(text: &str, tokens: &[Token], at: usize) -> Option<Kind> {
    let token = tokens.get(at)?;
    let word = text.get(token.span.clone())?;
    let next = tokens.get(at + 1).map(|next| next.kind);
    let after = tokens.get(at + 2).filter(|after| after.kind == Kind::Word);
    Some(match token.kind {
        Kind::Word => with_preposition(word).unwrap_or(Kind::Word),
        Kind::Level { level, .. } => {
            let shortened = SHORT.iter().any(|short| short.eq_ignore_ascii_case(word));
            // `art_28` is an id.
            let dotted =
                text.get(token.span.end..).is_some_and(|rest| rest.starts_with(['.', '_']));
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let in_prose = before.is_some_and(|before| before.kind == Kind::Word);
            // `arts 24 and 36`
            let number =
                |at: usize| tokens.get(at).is_some_and(|it| matches!(it.kind, Kind::Number(_)));
            let joined = tokens.get(at + 2).is_some_and(|it| is_separator(it.kind));
            let listed = word == "arts" && number(at + 1) && joined && number(at + 3);
            let bare = shortened && !dotted && !CAPITAL.contains(&word) && !listed;
            // `modern art. 28 painters`
            let ends = ENDS.contains(&word);
            let sentence = ends && in_prose && after.is_some();
            let unit = counts(text, tokens, at + 1) && level < Level::Paragraph;
            let letter = word.to_ascii_lowercase().starts_with("let")
                && matches!(next, Some(Kind::Number(_)));
            if bare || sentence || unit || letter { Kind::Word } else { token.kind }
        }
        kind => kind,
    })
}

/// The word for a level behind one of the letters that Arabic puts in front: `بالمادة`, `للمادة`.
fn with_preposition(word: &str) -> Option<Kind> {
    let word = word.strip_prefix('و').unwrap_or(word);
    let noun: String = match word.strip_prefix("لل") {
        Some(noun) => format!("ال{noun}"),
        None => word.strip_prefix(['ب', 'ف', 'ك'])?.into(),
    };
    Some(meaning(&noun)).filter(|kind| noun.starts_with("ال") && matches!(kind, Kind::Level { .. }))
}
