//! The tokens and colours of the style sheets.

use std::fmt::Write as _;

use crate::{
    TAG,
    generate::{Generated, region},
    tokens::{ACCENT, Colours, Default, INK, PAPER, TOKENS, Token},
};

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A colour as the style sheets write it.
pub(super) fn light_dark(Colours { light, dark }: Colours) -> String {
    format!("light-dark({}, {})", hex(light), hex(dark))
}

/// The default of a token as CSS.
pub(super) fn default(token: &Token) -> String {
    match token.default {
        Default::Colour(colours) => light_dark(colours),
        Default::Value(value) | Default::Fonts(value, _) => value.into(),
    }
}

/// The default of a token as the reference says it, in Markdown.
pub(super) fn described(token: &Token) -> String {
    match token.default {
        Default::Colour(Colours { light, dark }) => format!("`{}`, `{}`", hex(light), hex(dark)),
        Default::Value(value) => format!("`{value}`"),
        Default::Fonts(_, words) => words.into(),
    }
}

/// All regions of style sheets.
pub(super) fn regions() -> Vec<Generated> {
    let background = |value: &str| format!("  background: {value};\n");
    let paper = light_dark(PAPER);
    vec![
        region("src/styles/base.css", "tokens", tokens()),
        region(
            "www/pages/configurator.css",
            "colours",
            properties("", &[("ink", INK), ("paper", PAPER), ("accent", ACCENT)]),
        ),
        region(
            "www/pages/story.css",
            "colours",
            properties("", &[("ink", INK), ("accent", ACCENT)]),
        ),
        region("www/pages/preview.css", "colours", background(&paper)),
        region(
            "www/pages/embed.css",
            "colours",
            background(&format!("var(--{TAG}-paper, {paper})")),
        ),
    ]
}

/// What the style sheet reads in the place of the public properties.
fn tokens() -> String {
    let mut css = String::new();
    for token in &TOKENS {
        let _ = writeln!(css, "  --_{0}: var(--{TAG}-{0}, {1});", token.name, default(token));
    }
    css
}

fn properties(prefix: &str, colours: &[(&str, Colours)]) -> String {
    let mut css = String::new();
    for (name, colours) in colours {
        let _ = writeln!(css, "  --{prefix}{name}: {};", light_dark(*colours));
    }
    css
}
