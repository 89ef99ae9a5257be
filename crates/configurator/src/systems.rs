//! Newsrooms' systems in their users' words, each with the form that it takes and the two steps that
//! bring it there.

use snippets::Form;

/// A system.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct System {
    /// What drafts call it.
    pub(crate) word: &'static str,
    /// What those who work with it call it.
    pub(crate) name: &'static str,
    /// What it takes.
    pub(crate) form: Form,
    /// Where to go, and what to do there.
    pub(crate) steps: [&'static str; 2],
}

const fn system(
    word: &'static str,
    name: &'static str,
    form: Form,
    steps: [&'static str; 2],
) -> System {
    System { word, name, form, steps }
}

/// All of them; of those that take a form, the first is the usual one.
pub(crate) static SYSTEMS: [System; 12] = [
    system(
        "html",
        "A page of HTML, or I don’t know",
        Form::Twin,
        [
            "Open the story’s HTML source, and find the place between two paragraphs.",
            "Paste this there.",
        ],
    ),
    system(
        "wordpress-plugin",
        "WordPress, with our plugin",
        Form::WordPress,
        ["Add a Shortcode block where the explorer is to stand.", "Paste this line into it."],
    ),
    system(
        "wordpress-html",
        "WordPress, without the plugin",
        Form::Twin,
        [
            "Add a Custom HTML block where the explorer is to stand.",
            "Paste this into it. Only editors and administrators may add scripts; as an author, choose “It takes iframes” or ask one of them.",
        ],
    ),
    system(
        "ghost",
        "Ghost",
        Form::Twin,
        ["Type /html on an empty line, and choose the HTML card.", "Paste this into it."],
    ),
    system(
        "markdown",
        "Markdown: Hugo, Eleventy, Astro, Jekyll",
        Form::Twin,
        [
            "Make an empty line before the place and one behind it.",
            "Paste this there as a line of its own. Hugo wants “unsafe = true” under markup.goldmark.renderer.",
        ],
    ),
    system(
        "mail",
        "A newsletter, RSS, Apple News",
        Form::Newsletter,
        [
            "Add an HTML block to the issue.",
            "Paste this into it: the highlighted provisions as text, with a way to the story.",
        ],
    ),
    system(
        "no-scripts",
        "It keeps HTML, but no scripts: Drupal, Arc, Discourse",
        Form::Newsletter,
        [
            "Open the story’s HTML source.",
            "Paste this there: readers find the highlighted provisions as text, with a way to all of it.",
        ],
    ),
    system(
        "iframes",
        "It takes iframes: Squarespace, Wix, Webflow, Arc",
        Form::Frame,
        ["Add an embed or code block.", "Paste this into it; its height follows by itself."],
    ),
    system(
        "frame-of-address",
        "It makes a frame of an address: Notion, Confluence, Genially",
        Form::Address,
        ["Put the cursor on an empty line.", "Paste this address, and press Enter."],
    ),
    system(
        "embed-of-address",
        "It makes an embed of an address: Medium, Discourse, WordPress for authors",
        Form::Page,
        [
            "Choose “Download the files to publish” below, and have whoever looks after the site put the folders in it beside provision-explorer.js.",
            "Choose “Copy the page’s address”, paste it on an empty line of the story, and press Enter.",
        ],
    ),
    system(
        "links-and-pictures",
        "It takes links and pictures alone: Substack, LinkedIn, Mastodon",
        Form::Picture,
        [
            "Choose “Download the files to publish” below, and have whoever looks after the site put the folders in it beside provision-explorer.js: the pictures and the page are among them.",
            "Add a picture for each highlighted provision, with its alternative text from here, and link it to the page: “Copy the page’s address”.",
        ],
    ),
    system(
        "amp-page",
        "AMP",
        Form::Amp,
        [
            "Put the first two lines into the head of the story’s AMP page, once.",
            "Paste the rest where the explorer is to stand.",
        ],
    ),
];

/// What is done with a form, and so which button stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taking {
    /// It is pasted as it is.
    Text,
    /// It is a file on the newsroom's site, and what is pasted is the address of the story's page there.
    Address,
    /// It is kept as a file.
    File,
}

impl Taking {
    pub(crate) fn of(form: Form) -> Self {
        match form {
            Form::Page | Form::Picture => Self::Address,
            Form::Oembed | Form::Json => Self::File,
            Form::Element
            | Form::Twin
            | Form::Whole
            | Form::Shadow
            | Form::Frame
            | Form::Address
            | Form::WordPress
            | Form::Amp
            | Form::Newsletter => Self::Text,
        }
    }
}

/// Where a snippet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    System(&'static System),
    /// Whatever takes a form that none of them takes.
    Other(Form),
}

impl Destination {
    /// Where a form alone leads to.
    pub(crate) fn of(form: Form) -> Self {
        SYSTEMS.iter().find(|it| it.form == form).map_or(Self::Other(form), Self::System)
    }

    pub(crate) fn system(self) -> Option<&'static System> {
        match self {
            Self::System(system) => Some(system),
            Self::Other(_) => None,
        }
    }

    pub(crate) fn form(self) -> Form {
        match self {
            Self::System(system) => system.form,
            Self::Other(form) => form,
        }
    }

    /// The word for it in a draft, and in the list of them.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::System(system) => system.word,
            Self::Other(form) => form.word(),
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        let system = SYSTEMS.iter().find(|it| it.word == word).map(Self::System);
        system.or_else(|| word.parse().ok().map(Self::of))
    }
}

impl Default for Destination {
    fn default() -> Self {
        Self::of(Form::Twin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_steps_say_to_copy_is_what_stands_first() {
        for System { name, form, steps, .. } in &SYSTEMS {
            let says_address = steps.iter().any(|it| it.contains("Copy the page’s address"));
            assert_eq!(says_address, Taking::of(*form) == Taking::Address, "{name}");
            assert_ne!(Taking::of(*form), Taking::File, "{name}: nobody pastes a file");
        }
    }

    #[test]
    fn each_destination_is_known_by_its_word() {
        let all = SYSTEMS.iter().map(Destination::System);
        for it in all.chain(Form::ALL.map(Destination::of)) {
            assert_eq!(Destination::read(it.word()), Some(it));
        }
        assert_eq!(Destination::read("wordpress").map(Destination::form), Some(Form::WordPress));
        assert_eq!(Destination::read("a typewriter"), None);
    }
}
