//! What is read here, for whoever chooses a file: one list, of which help and the endings are made.

/// Files of one ending, or of several that mean the same.
struct Format {
    /// With the dot, the usual one first.
    endings: &'static [&'static str],
    /// What may be in them.
    names: &'static [&'static str],
}

const FORMATS: [Format; 5] = [
    Format {
        endings: &[".xml", ".akn"],
        names: &[
            "Akoma Ntoso with its national profiles, such as LegalDocML.de and AKN4EU",
            "Formex",
            "USLM",
            "bills of the US House",
            "legislation.gov.uk",
            "Canada’s Department of Justice",
            "wetten.overheid.nl",
            "any other XML of a law",
        ],
    },
    Format {
        endings: &[".html", ".htm", ".xhtml"],
        names: &["EUR-Lex", "any other page with a law"],
    },
    Format { endings: &[".docx"], names: &["Word"] },
    Format { endings: &[".txt"], names: &["text with numbered provisions"] },
    Format { endings: &[".md", ".markdown"], names: &["the same in Markdown"] },
];

/// What files of a law may be, in words: `Word (.docx), text with numbered provisions (.txt)`.
pub fn formats() -> String {
    let one = |it: &Format| {
        let ending = it.endings.first().copied().unwrap_or_default();
        format!("{} ({ending})", it.names.join(", "))
    };
    FORMATS.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Their endings, with the dot, as a page's field for files takes them.
pub fn endings() -> String {
    FORMATS.iter().flat_map(|it| it.endings).copied().collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_named_with_its_ending() {
        let all = formats();
        assert!(all.ends_with("; the same in Markdown (.md)"), "{all}");
        assert_eq!(all.matches("(.").count(), FORMATS.len(), "{all}");
        assert!(endings().starts_with(".xml,.akn,.html,"), "{}", endings());
    }
}
