//! Which characters the fonts have.

/// Latin, Greek, Cyrillic and Arabic with their marks, and what stands between words.
const RANGES: [(char, char); 45] = [
    ('\u{20}', '\u{7e}'),
    ('\u{a0}', '\u{17f}'),
    ('\u{18f}', '\u{18f}'),
    ('\u{192}', '\u{192}'),
    ('\u{1a0}', '\u{1a1}'),
    ('\u{1af}', '\u{1b0}'),
    ('\u{1cd}', '\u{1dc}'),
    ('\u{1e6}', '\u{1e7}'),
    ('\u{218}', '\u{21b}'),
    ('\u{259}', '\u{259}'),
    ('\u{2bb}', '\u{2bd}'),
    ('\u{2c6}', '\u{2c7}'),
    ('\u{2d8}', '\u{2dd}'),
    ('\u{300}', '\u{304}'),
    ('\u{306}', '\u{30c}'),
    ('\u{31b}', '\u{31b}'),
    ('\u{323}', '\u{323}'),
    ('\u{326}', '\u{328}'),
    ('\u{370}', '\u{377}'),
    ('\u{37a}', '\u{37f}'),
    ('\u{384}', '\u{38a}'),
    ('\u{38c}', '\u{38c}'),
    ('\u{38e}', '\u{3a1}'),
    ('\u{3a3}', '\u{3e1}'),
    ('\u{3f0}', '\u{45f}'),
    ('\u{462}', '\u{463}'),
    ('\u{490}', '\u{4f9}'),
    ('\u{600}', '\u{6ff}'),
    ('\u{750}', '\u{77f}'),
    ('\u{1e80}', '\u{1e85}'),
    ('\u{1e9e}', '\u{1e9e}'),
    ('\u{1ea0}', '\u{1ef9}'),
    ('\u{2000}', '\u{2027}'),
    ('\u{202a}', '\u{203a}'),
    ('\u{2044}', '\u{2044}'),
    ('\u{2060}', '\u{2060}'),
    ('\u{2066}', '\u{2069}'),
    ('\u{2070}', '\u{2071}'),
    ('\u{2074}', '\u{2089}'),
    ('\u{20a0}', '\u{20bf}'),
    ('\u{2116}', '\u{2116}'),
    ('\u{2122}', '\u{2122}'),
    ('\u{2153}', '\u{215e}'),
    ('\u{2212}', '\u{2212}'),
    ('\u{feff}', '\u{feff}'),
];

/// Whether a picture can have this character.
pub fn covers(c: char) -> bool {
    RANGES.iter().any(|(first, last)| (first..=last).contains(&&c))
}

#[cfg(test)]
mod tests {
    use ttf_parser::Face;

    use super::*;

    const LATIN: [&[u8]; 3] = [
        include_bytes!("../fonts/NotoSans.ttf"),
        include_bytes!("../fonts/NotoSans-Bold.ttf"),
        include_bytes!("../fonts/NotoSerif.ttf"),
    ];
    const ARABIC: [&[u8]; 2] = [
        include_bytes!("../fonts/NotoNaskhArabic.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
    ];

    /// Whether every one of some fonts has a character.
    fn all_have(fonts: &[&[u8]], c: char) -> bool {
        let has = |font: &&[u8]| Face::parse(font, 0).expect("a font").glyph_index(c).is_some();
        fonts.iter().all(has)
    }

    #[test]
    fn what_is_said_to_be_there_is_what_the_fonts_have() {
        let wrong: Vec<_> = (' '..='\u{fffd}')
            .filter(|c| covers(*c) != (all_have(&LATIN, *c) || all_have(&ARABIC, *c)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:x?}");
    }
}
