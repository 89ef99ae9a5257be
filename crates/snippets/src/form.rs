//! The forms, and what is said of each to whoever chooses.

use std::{error::Error, fmt, str::FromStr};

use options::Options;

/// What a snippet looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// The loader and the element, and nothing in it.
    Element,
    /// The element with what the story shows as text in it, for readers without script.
    Twin,
    /// The element with all of the law's text in it.
    Whole,
    /// The element with its first view as a declarative shadow root.
    Shadow,
    /// An iframe, and the script that keeps its height right.
    Frame,
    /// The address of the page for frames.
    Address,
    /// The page whose address is pasted.
    Page,
    /// What it leads oEmbed to.
    Oembed,
    /// Pictures with their links.
    Picture,
    /// A shortcode for the plugin.
    WordPress,
    /// An `<amp-iframe>`.
    Amp,
    /// Plain HTML, for whatever runs no script and keeps few tags.
    Newsletter,
    /// The options, for `cargo xtask prerender`.
    Json,
}

impl Form {
    /// All of them, the usual ones first.
    pub const ALL: [Self; 13] = [
        Self::Twin,
        Self::Element,
        Self::Whole,
        Self::Shadow,
        Self::Frame,
        Self::Address,
        Self::Page,
        Self::Oembed,
        Self::Picture,
        Self::WordPress,
        Self::Amp,
        Self::Newsletter,
        Self::Json,
    ];

    /// The word for it on a command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Twin => "twin",
            Self::Whole => "whole",
            Self::Shadow => "shadow",
            Self::Frame => "frame",
            Self::Address => "address",
            Self::Page => "page",
            Self::Oembed => "oembed",
            Self::Picture => "picture",
            Self::WordPress => "wordpress",
            Self::Amp => "amp",
            Self::Newsletter => "newsletter",
            Self::Json => "json",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Element => "Explorer with a link inside",
            Self::Twin => "Explorer with its text inside",
            Self::Whole => "Explorer with the whole law’s text inside",
            Self::Shadow => "Explorer that is seen before any script",
            Self::Frame => "Iframe",
            Self::Address => "Address of the explorer",
            Self::Page => "Address of a page for this story",
            Self::Oembed => "oEmbed answer",
            Self::Picture => "Pictures with a link",
            Self::WordPress => "WordPress shortcode",
            Self::Amp => "AMP page",
            Self::Newsletter => "Newsletter, RSS, Apple News",
            Self::Json => "Settings as a file",
        }
    }

    /// When to use it, in a line.
    pub fn when(self) -> &'static str {
        match self {
            Self::Element => {
                "The page has a text of its own for readers without script, or is a draft."
            }
            Self::Twin => {
                "The usual one: readers without script find the highlighted provisions, and a way to the rest."
            }
            Self::Whole => {
                "Readers without script and search engines are to find all of the law in the story itself."
            }
            Self::Shadow => {
                "The explorer is seen with the page itself, on slow phones, too; the system must keep the tag <template>, which your developer knows."
            }
            Self::Frame => {
                "The system takes iframes and nothing else, or the story is to stay apart."
            }
            Self::Address => "The system asks for an address and makes an iframe of it.",
            Self::Page => {
                "A page of its own for this explorer: systems that make an embed of an address, and those that show a picture beside it, find both there."
            }
            Self::Oembed => {
                "For your developer: what that page answers to systems that ask how to embed it. It is among the files for your site."
            }
            Self::Picture => {
                "Whatever takes pictures and links alone: a quotation for each highlighted provision, with whose it is."
            }
            Self::WordPress => "WordPress with our plugin installed; goes into a Shortcode block.",
            Self::Amp => "The story's AMP page.",
            Self::Newsletter => {
                "Mail, feeds and apps, where no script runs: the highlighted provisions as text."
            }
            Self::Json => {
                "For your developer: what is set on this page, as the commands publish and prerender take it."
            }
        }
    }

    /// Whether it has all of the law's text in it, under these options: of a law in parts, its beginning
    /// is enough then, or it would be megabytes.
    pub fn prints_all(self, options: &Options) -> bool {
        match self {
            Self::Whole | Self::Shadow => true,
            Self::Newsletter => options.highlight.is_empty(),
            _ => false,
        }
    }

    /// Whether it is read where the newsroom's relative addresses mean nothing.
    pub fn needs_whole_address(self) -> bool {
        matches!(
            self,
            Self::Address
                | Self::Page
                | Self::Oembed
                | Self::Picture
                | Self::Amp
                | Self::Newsletter
        )
    }

    /// Whether pictures stand in it by their address.
    pub fn names_pictures(self) -> bool {
        matches!(self, Self::Page | Self::Oembed | Self::Picture)
    }

    /// Whether it is a file of the story's by its name, or names one.
    pub fn names_files(self) -> bool {
        self.names_pictures() || self == Self::Json
    }

    /// Whether the newsroom's colour goes into the page's own style sheet, by [`css`](crate::css).
    pub fn leaves_accent_to_page(self) -> bool {
        matches!(self, Self::Element | Self::Twin | Self::Whole | Self::Shadow | Self::WordPress)
    }

    /// The ending of a file that holds it.
    pub fn file_extension(self) -> &'static str {
        match self {
            Self::Address | Self::WordPress => "txt",
            Self::Oembed | Self::Json => "json",
            _ => "html",
        }
    }
}

/// A word that stands for no form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownForm(String);

impl fmt::Display for UnknownForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Form::ALL.map(Form::word).join(", ");
        write!(f, "no form is called `{}`; there are {words}", self.0)
    }
}

impl Error for UnknownForm {}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(word: &str) -> Result<Self, UnknownForm> {
        let found = Self::ALL.into_iter().find(|form| form.word() == word);
        found.ok_or_else(|| UnknownForm(word.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_known_by_its_word_and_by_no_other() {
        for form in Form::ALL {
            assert_eq!(form.word().parse(), Ok(form));
        }
        assert!("Twin".parse::<Form>().unwrap_err().to_string().contains("twin, element"));
    }
}
