//! What is pasted into a story, in every form that a newsroom may need: from an explorer under its
//! options to text, and from that back to the options. No files and no browser, so the commands and the configurator print the same;
//! the widget knows nothing of it.

#![forbid(unsafe_code)]

mod accent;
mod amp;
mod element;
mod form;
mod frame;
mod json;
mod newsletter;
mod open;
mod page;
mod pictures;
mod published;
mod reading;
mod touched;
mod wordpress;

#[cfg(test)]
mod tests;

use std::{error::Error, fmt};

use explorer::Explorer;
use options::{Options, escape_html};
use provision_explorer::Language;

pub use accent::{Accent, Colour, NoColour, css};
pub use element::structured;
pub use form::{Form, UnknownForm};
pub use open::{NotOpened, OpenedSnippet, open};
pub use pictures::{Picture, not_pictured, pictures};
pub use published::{Published, ToDraw, slug};
pub use touched::{Editions, Found, Touched};

/// What a snippet is made of.
#[derive(Clone, Copy, Debug)]
pub struct SnippetInput<'a> {
    /// The law, already under the options (`provision_explorer::configure`).
    pub explorer: &'a Explorer,
    /// The same options.
    pub options: &'a Options,
    /// The interface's language.
    pub language: Language,
    /// Where the page finds the loader, e.g. `https://news.example/explorer/provision-explorer.js`.
    pub loader: &'a str,
    /// The style sheet's path within the loader's folder, e.g. `assets/widget-….css`.
    pub styles: &'a str,
    /// A colour of the newsroom's own. What is pasted into a page leaves it to that page's style
    /// sheet, for which [`css`] prints a line; a page of its own has it.
    pub accent: Option<Accent>,
    /// The story's own address, for what is read elsewhere; none where it isn't known yet.
    pub story: Option<&'a str>,
    /// The newsroom's name for what is published of it: letters, digits and hyphens are taken.
    /// Without one it is named by what it holds.
    pub name: Option<&'a str>,
}

/// Why a form cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is read elsewhere than on the newsroom's own pages.
    NotWhole(Form),
    /// It is refused by what reads it unless it is encrypted on the way.
    NotSecure(Form),
    /// Nobody is quoted on what is highlighted, in letters and at a length that a picture can have.
    NothingQuoted(Form),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (form, needs) = match self {
            Self::NotWhole(form) => {
                (form, "needs the whole address of provision-explorer.js, with https:// before it")
            }
            Self::NotSecure(form) => {
                (form, "needs an address of provision-explorer.js that begins with https://")
            }
            Self::NothingQuoted(form) => (
                form,
                "needs a highlighted provision on which somebody is quoted in Latin, Greek, Cyrillic \
                 or Arabic letters, no longer than a picture has room for",
            ),
        };
        write!(f, "{}: this {needs}", form.title())
    }
}

impl Error for Refusal {}

/// The snippet, without a line's end behind it.
///
/// # Errors
/// Where the form is read elsewhere and the loader's address isn't whole, or there is nothing for it
/// to show.
pub fn print(form: Form, piece: &SnippetInput<'_>) -> Result<String, Refusal> {
    print_beside(form, piece, |_| true)
}

/// The same where of the pictures that the explorer can have there may be some only.
fn print_beside(
    form: Form,
    piece: &SnippetInput<'_>,
    is_there: impl Fn(&Picture) -> bool,
) -> Result<String, Refusal> {
    if form.needs_whole_address() && !piece.is_whole() {
        return Err(Refusal::NotWhole(form));
    }
    if form == Form::Amp && !piece.loader.starts_with("https://") {
        return Err(Refusal::NotSecure(form));
    }
    let options = piece.options.written(piece.explorer.dataset());
    let piece = &SnippetInput { options: &options, ..*piece };
    let first = || pictures(piece).into_iter().find(is_there);
    Ok(match form {
        Form::Element => element::bare(piece),
        Form::Twin => element::twin(piece),
        Form::Whole => element::whole(piece),
        Form::Shadow => element::shadow(piece),
        Form::Frame => frame::frame(piece),
        Form::Address => frame::address(piece),
        Form::Oembed => frame::oembed(piece, first().as_ref()),
        Form::Page => page::page(piece, first().as_ref()),
        Form::Picture => pictures::pasted(piece).ok_or(Refusal::NothingQuoted(form))?,
        Form::WordPress => wordpress::shortcode(piece),
        Form::Amp => amp::amp(piece),
        Form::Newsletter => newsletter::newsletter(piece),
        Form::Json => json::pretty(&options::to_json(piece.options)),
    })
}

/// The folder of a loader's address; ends in a slash where it isn't empty.
pub fn folder(loader: &str) -> &str {
    let address = loader.split(['?', '#']).next().unwrap_or_default();
    address.rfind('/').and_then(|end| address.get(..=end)).unwrap_or_default()
}

impl<'a> SnippetInput<'a> {
    /// Where the loader stands, and the page for frames beside it.
    fn folder(&self) -> &'a str {
        folder(self.loader)
    }

    /// Whether the loader's address is, so that what is read elsewhere finds it.
    pub fn is_whole(&self) -> bool {
        is_whole(self.folder())
    }

    /// The address of the story's page once its files stand beside the loader; none where nobody
    /// has said as a whole address where that is.
    pub fn page_address(&self) -> Option<String> {
        self.is_whole().then(|| published::address(self, ".html"))
    }

    /// What its files are called by.
    pub fn file_stem(&self) -> String {
        published::name(self)
    }

    /// What a reader knows it by.
    fn title(&self) -> &str {
        let short = &self.explorer.dataset().records().instrument.short_title;
        self.options.heading.as_deref().unwrap_or_else(|| short.original())
    }
}

/// Whether an address says on which host it is.
fn is_whole(address: &str) -> bool {
    let behind = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    behind.is_some_and(|it| !it.is_empty() && !it.starts_with(['/', '?', '#']))
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape_html(text, &mut html);
    html
}
