//! How a law's language cites: a table of words, and the few ways of joining a step to what it
//! stands in. A number that the law writes with its word is cited as it stands.

use crate::{
    outline::{Kind, Part},
    role,
    tree::collapsed,
};

/// The words of a language. What it has none for, English says.
struct Words {
    tag: &'static str,
    article: &'static str,
    section: &'static str,
    recital: &'static str,
    annex: &'static str,
    preamble: &'static str,
    adopted: &'static str,
    proposed: &'static str,
}

const WORDS: [Words; 8] = [
    Words {
        tag: "en",
        article: "Article",
        section: "Section",
        recital: "Recital",
        annex: "Annex",
        preamble: "Preamble",
        adopted: "Adopted text",
        proposed: "Proposal",
    },
    Words {
        tag: "de",
        article: "Artikel",
        section: "§",
        recital: "Erwägungsgrund",
        annex: "Anlage",
        preamble: "Präambel",
        adopted: "Verabschiedete Fassung",
        proposed: "Entwurf",
    },
    Words {
        tag: "fr",
        article: "Article",
        section: "Section",
        recital: "Considérant",
        annex: "Annexe",
        preamble: "Préambule",
        adopted: "Texte adopté",
        proposed: "Proposition",
    },
    Words {
        tag: "es",
        article: "Artículo",
        section: "Sección",
        recital: "Considerando",
        annex: "Anexo",
        preamble: "Preámbulo",
        adopted: "Texto aprobado",
        proposed: "Propuesta",
    },
    Words {
        tag: "it",
        article: "Articolo",
        section: "Sezione",
        recital: "Considerando",
        annex: "Allegato",
        preamble: "Preambolo",
        adopted: "Testo adottato",
        proposed: "Proposta",
    },
    Words {
        tag: "pt",
        article: "Artigo",
        section: "Secção",
        recital: "Considerando",
        annex: "Anexo",
        preamble: "Preâmbulo",
        adopted: "Texto adotado",
        proposed: "Proposta",
    },
    Words {
        tag: "nl",
        article: "Artikel",
        section: "Afdeling",
        recital: "Overweging",
        annex: "Bijlage",
        preamble: "Preambule",
        adopted: "Vastgestelde tekst",
        proposed: "Voorstel",
    },
    Words {
        tag: "pl",
        article: "Artykuł",
        section: "Sekcja",
        recital: "Motyw",
        annex: "Załącznik",
        preamble: "Preambuła",
        adopted: "Tekst przyjęty",
        proposed: "Wniosek",
    },
];

const ENGLISH: &Words = &WORDS[0];

/// How the steps below a unit are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Steps {
    /// `Article 5(2)(a)`.
    Brackets,
    /// `§ 5 Abs. 2 Nr. 3`.
    German,
    /// `Article 5, paragraphe 2, point a)`.
    French,
    /// `Artículo 5, apartado 2, letra a)`.
    Spanish,
}

/// How a law is cited.
pub(crate) struct Manner {
    words: &'static Words,
    steps: Steps,
}

impl Manner {
    pub(crate) fn of(language: &str) -> Self {
        let main = language.split('-').next().unwrap_or_default();
        let words = WORDS.iter().find(|it| it.tag == main).unwrap_or(ENGLISH);
        let steps = match main {
            "de" => Steps::German,
            "fr" => Steps::French,
            "es" => Steps::Spanish,
            _ => Steps::Brackets,
        };
        Self { words, steps }
    }

    /// What the draft is called that a file holds.
    pub(crate) fn draft(&self, is_bill: bool) -> &'static str {
        if is_bill { self.words.proposed } else { self.words.adopted }
    }

    /// The citation of a part within another, whose citation is given; empty where it has neither a
    /// number nor a heading.
    pub(crate) fn cite(&self, part: &Part, within: Option<(&Part, &str)>) -> String {
        match (part.kind, within) {
            (Kind::Preamble, _) => self.words.preamble.into(),
            (Kind::Paragraph | Kind::Point, Some((parent, citation))) => {
                let step = match parent.kind {
                    Kind::Annex => self.in_annex(part, citation),
                    _ => self.step(part),
                };
                format!("{citation}{step}")
            }
            (Kind::Annex, Some((_, citation))) => {
                format!("{citation}, {}", with_word(&part.num, self.words.annex))
            }
            _ if part.num.is_empty() => part.heading.clone(),
            _ => with_word(&part.num, self.word(part)),
        }
    }

    fn word(&self, part: &Part) -> &'static str {
        match (part.kind, part.name) {
            (Kind::Recital, _) => self.words.recital,
            (_, "schedule") if self.words.tag == "en" => "Schedule",
            (_, "appendix") if self.words.tag == "en" => "Appendix",
            (Kind::Annex, _) => self.words.annex,
            (_, "section") => self.words.section,
            (_, "clause") => "Clause",
            (_, "regulation") => "Regulation",
            (_, "rule") => "Rule",
            (_, "paragraph") => "Paragraph",
            (_, "part") => "Part",
            _ => self.words.article,
        }
    }

    fn step(&self, part: &Part) -> String {
        let label = label(&part.num);
        if role::is_division(part.name) || part.name == "article" || part.name == "section" {
            return format!(", {}", with_word(&part.num, self.word(part)));
        }
        let (digits, first) = (starts_with_digit(&label), part.kind == Kind::Paragraph);
        match (self.steps, first, digits) {
            (Steps::Brackets, ..) => format!("({label})"),
            (Steps::German, true, _) => format!(" Abs. {label}"),
            (Steps::German, _, true) => format!(" Nr. {label}"),
            (Steps::German, ..) => format!(" Buchst. {label}"),
            (Steps::French, true, _) => format!(", paragraphe {label}"),
            (Steps::French, ..) => format!(", point {label})"),
            (Steps::Spanish, true, _) => format!(", apartado {label}"),
            (Steps::Spanish, _, true) => format!(", punto {label})"),
            (Steps::Spanish, ..) => format!(", letra {label})"),
        }
    }

    /// What stands directly within an annex or a schedule.
    fn in_annex(&self, part: &Part, annex: &str) -> String {
        if role::is_division(part.name) || part.name == "article" || part.name == "section" {
            return format!(", {}", with_word(&part.num, self.word(part)));
        }
        let label = label(&part.num);
        match self.steps {
            Steps::German => format!(" Nr. {label}"),
            Steps::Spanish => format!(", punto {label}"),
            Steps::Brackets if annex.starts_with("Schedule") => format!(" para {label}"),
            Steps::French | Steps::Brackets => format!(", point {label}"),
        }
    }
}

fn starts_with_digit(label: &str) -> bool {
    label.starts_with(char::is_numeric)
}

/// A number without the signs around it: `a` for `(a)`, `5a` for `5a.`.
pub(crate) fn label(num: &str) -> String {
    collapsed(&num.replace('\u{A0}', " ")).trim_matches(|it: char| !it.is_alphanumeric()).into()
}

/// `Article 5` for `5.`, `Article 5` for `ARTICLE 5`, `§ 5` for `§ 5`.
fn with_word(num: &str, word: &str) -> String {
    let num = collapsed(&num.replace('\u{A0}', " "));
    let num = num.trim_end_matches(['.', ':', '—', '–', '-', ' ']);
    let first = num.split(' ').next().unwrap_or_default();
    if num.ends_with('§') {
        return num.into();
    }
    if num.starts_with('§') {
        return format!("§ {}", num.trim_start_matches('§').trim_start());
    }
    if is_bare(first) {
        let label = num.trim_matches(|it: char| matches!(it, '(' | ')' | '.'));
        return collapsed(&format!("{word} {label}"));
    }
    if first.eq_ignore_ascii_case("sec.") && word == "Section" {
        return format!("{word}{}", num.get(first.len()..).unwrap_or_default());
    }
    let letters = first.chars().filter(|it| it.is_alphabetic()).count();
    if letters > 1 && first.chars().all(|it| !it.is_lowercase()) {
        let mut signs = first.chars();
        let head: String = signs.by_ref().take(1).collect();
        let rest = num.get(first.len()..).unwrap_or_default();
        return format!("{head}{}{rest}", signs.as_str().to_lowercase());
    }
    num.into()
}

/// Whether a number begins without a word before it: `5`, `(47)`, `IV`, `L.`.
fn is_bare(first: &str) -> bool {
    let first = first.trim_matches(|it: char| !it.is_alphanumeric());
    let roman = |it: char| "IVXLCDM".contains(it);
    first.chars().count() < 2 || first.chars().any(char::is_numeric) || first.chars().all(roman)
}

/// The number alone of one that may have its word before it: `28 bis` of `Article 28 bis`.
pub(crate) fn bare(num: &str) -> String {
    let num = collapsed(&num.replace(['\u{A0}', '§'], " "));
    let words: Vec<&str> = num.split(' ').collect();
    let at = words.iter().position(|it| is_bare(it)).unwrap_or(words.len().saturating_sub(1));
    label(&words.get(at..).unwrap_or_default().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_cited_with_its_own_word_or_the_unit() {
        for (num, word, cited) in [
            ("Article 5", "Article", "Article 5"),
            ("ARTICLE 5.", "Article", "Article 5"),
            ("5.", "Section", "Section 5"),
            ("5A.", "Section", "Section 5A"),
            ("§\u{A0}5", "Artikel", "§ 5"),
            ("§ 5a", "Artikel", "§ 5a"),
            ("(47)", "Recital", "Recital 47"),
            ("ANNEX III", "Annex", "Annex III"),
            ("III", "Annex", "Annex III"),
            ("L. 121-1", "Article", "Article L. 121-1"),
            ("Article 1er", "Article", "Article 1er"),
            ("Article 28 bis", "Article", "Article 28 bis"),
            ("SCHEDULE 2", "Schedule", "Schedule 2"),
            ("SEC. 102.", "Section", "Section 102"),
        ] {
            assert_eq!(with_word(num, word), cited, "{num}");
        }
    }

    #[test]
    fn the_number_alone_is_what_follows_the_word() {
        for (num, alone) in [
            ("Article 28 bis", "28 bis"),
            ("§ 5a", "5a"),
            ("ANNEX III", "III"),
            ("(a)", "a"),
            ("Article L. 121-1", "L. 121-1"),
            ("Article premier", "premier"),
        ] {
            assert_eq!(bare(num), alone, "{num}");
        }
    }
}
