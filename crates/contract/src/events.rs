//! The events of the element: what each is called, when it is sent and what `detail` holds. The
//! type that the widget sends is made of the same table as the reference.

use crate::ViewKind;

/// What kind of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// A field of an event or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What kind of value it holds.
    pub kind: Kind,
    /// What it says, for the reference.
    pub about: &'static str,
}

/// An event, for the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its whole name.
    pub name: &'static str,
    /// When it is sent.
    pub when: &'static str,
    /// The fields of `detail`.
    pub detail: &'static [Field],
}

/// The value of a field on its way to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(usize),
    /// A text.
    Text(&'a str),
    /// A list of texts.
    Texts(&'a [String]),
}

macro_rules! field_type {
    (Flag) => { bool };
    (Number) => { usize };
    (Text) => { String };
    (Texts) => { Vec<String> };
}

macro_rules! kind {
    ($kind:ident) => {
        Kind::$kind
    };
    ($kind:ident $words:expr) => {
        Kind::Word($words)
    };
}

macro_rules! events {
    ($(
        $(#[doc = $when:literal])+
        $event:ident $word:literal {
            $($(#[doc = $about:literal])+ $field:ident: $kind:ident $(of $words:expr)?,)+
        }
    )+) => {
        /// An event of the element; the variants' fields are its `detail`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[doc = $when])+ $event {
                $($(#[doc = $about])+ $field: field_type!($kind),)+
            },)+
        }

        impl Event {
            /// Its whole name.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$event { .. } => concat!(tag!(), ":", $word),)+
                }
            }

            /// The fields of `detail`, in the order of the reference.
            pub fn detail(&self) -> Vec<(&'static str, Value<'_>)> {
                match self {
                    $(Self::$event { $($field),+ } => {
                        vec![$((stringify!($field), value!($kind $field))),+]
                    })+
                }
            }
        }

        /// All of them, in the order of the reference.
        pub const EVENTS: &[Described] = &[$(Described {
            name: concat!(tag!(), ":", $word),
            when: concat!($($when),+).trim_ascii(),
            detail: &[$(Field {
                name: stringify!($field),
                kind: kind!($kind $($words)?),
                about: concat!($($about),+).trim_ascii(),
            }),+],
        }),+];
    };
}

macro_rules! value {
    (Text $field:ident) => {
        Value::Text($field)
    };
    (Texts $field:ident) => {
        Value::Texts($field)
    };
    ($kind:ident $field:ident) => {
        Value::$kind(*$field)
    };
}

events! {
    /// the explorer is on the screen
    Ready "ready" {
        /// the dataset's id
        dataset: Text,
        /// its edition's number
        edition: Number,
        /// how many provisions the list has before any filter
        provisions: Number,
    }
    /// a provision was opened or closed
    Select "select" {
        /// the provision
        id: Text,
        /// as the dataset cites it
        citation: Text,
        /// whether it is open now
        open: Flag,
    }
    /// view, lens, sources or search changed
    Filter "filter" {
        /// the view
        view: Text of ViewKind::WORDS,
        /// ids of the groups chosen
        audience: Texts,
        /// ids of the sources chosen
        sources: Texts,
        /// the text searched for
        query: Text,
        /// how many provisions remain
        provisions: Number,
    }
    /// the reader copies a link or a citation
    Share "share" {
        /// which of the two
        kind: Text of &["link", "citation"],
        /// what is copied
        text: Text,
    }
    /// something is wrong
    Error "error" {
        /// what it is about
        code: Text of &["module", "dataset", "options", "internal"],
        /// a sentence that says what, where, and what would be right
        message: Text,
        /// every problem, a sentence each
        problems: Texts,
    }
}

/// Sent from a part that is about to be scrolled into sight; where a page cancels it, the page
/// scrolls.
pub const REVEAL: &str = concat!(tag!(), ":reveal");

/// Sent from `window` once the page's fragment was written.
pub const VISIT: &str = concat!(tag!(), ":visit");

/// Events for pages that take over what the explorer does; they have no `detail`.
pub const PAGE_EVENTS: [Described; 2] = [
    Described {
        name: REVEAL,
        when: "sent from a part that is about to be scrolled into sight, `event.composedPath()[0]`; \
               where it is cancelled, the page scrolls",
        detail: &[],
    },
    Described {
        name: VISIT,
        when: "sent from `window` once the page's fragment was written",
        detail: &[],
    },
];
