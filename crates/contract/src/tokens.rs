//! The custom properties that a page may set, and what holds where it sets none.

/// A custom property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its name behind `--provision-explorer-`.
    pub name: &'static str,
    /// What it is where no page sets it.
    pub default: Default,
    /// What it is for, for the reference.
    pub about: &'static str,
}

/// What a custom property is where no page sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Default {
    /// A colour on light and on dark.
    Colour(Colours),
    /// Anything else that a declaration may hold.
    Value(&'static str),
    /// A list of font families, which the reference describes in these words.
    Fonts(&'static str, &'static str),
}

/// A colour in both themes, each by its shares of red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Where the background is light.
    pub light: [u8; 3],
    /// Where it is dark.
    pub dark: [u8; 3],
}

/// Two colours as hexadecimal numbers.
const fn colours(light: u32, dark: u32) -> Colours {
    let [_, red, green, blue] = light.to_be_bytes();
    let light = [red, green, blue];
    let [_, red, green, blue] = dark.to_be_bytes();
    Colours { light, dark: [red, green, blue] }
}

/// What can be acted on, and what is highlighted.
pub const ACCENT: Colours = colours(0x0b_5487, 0x86_c6f4);
/// Text.
pub const INK: Colours = colours(0x1a_1a1a, 0xed_edeb);
/// Background.
pub const PAPER: Colours = colours(0xff_ffff, 0x17_191c);
/// Hairlines.
pub const LINE: Colours = colours(0xd4_d3cf, 0x43_474d);

/// The names by which a frame's address takes the accent, for light and for dark backgrounds.
pub const ACCENT_PARAMETERS: [&str; 2] = ["accent", "accent-dark"];

/// All of them, in the order of the reference.
pub const TOKENS: [Token; 7] = [
    Token {
        name: "accent",
        default: Default::Colour(ACCENT),
        about: "what can be acted on, and what is highlighted",
    },
    Token { name: "ink", default: Default::Colour(INK), about: "text" },
    Token { name: "paper", default: Default::Colour(PAPER), about: "background" },
    Token { name: "line", default: Default::Colour(LINE), about: "hairlines" },
    Token {
        name: "font",
        default: Default::Fonts(
            "Charter, \"Bitstream Charter\", \"Iowan Old Style\", \"Source Serif 4\", Georgia, \
             Cambria, \"Liberation Serif\", \"Noto Naskh Arabic\", serif",
            "Charter and other serif faces of the reader's system",
        ),
        about: "font families",
    },
    Token {
        name: "radius",
        default: Default::Value("2px"),
        about: "rounding of fields and focus rings",
    },
    Token {
        name: "gap",
        default: Default::Value("1em"),
        about: "how much space stands around each provision",
    },
];
