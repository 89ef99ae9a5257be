//! What scripts of a page find on the element: properties and methods.

/// A property of the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// Its type in TypeScript, as it is read.
    pub get: &'static str,
    /// Its type in TypeScript, as it is set; none where it is read-only.
    pub set: Option<&'static str>,
    /// What it is.
    pub about: &'static str,
}

/// A method of the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Its parameters: name, type in TypeScript, whether it may be left out.
    pub parameters: &'static [(&'static str, &'static str, bool)],
    /// What it returns, in TypeScript.
    pub returns: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// All properties.
pub const PROPERTIES: [Property; 3] = [
    Property {
        name: "dataset",
        get: "any",
        set: Some("object | string | null | undefined"),
        about: "a dataset as a plain object, in the place of an address. A copy is taken; setting it \
                again begins anew. A text is taken for an address and goes to the attribute, because \
                frameworks set it so",
    },
    Property {
        name: "options",
        get: "ProvisionExplorerOptions | undefined",
        set: Some("ProvisionExplorerOptions | null | undefined"),
        about: "the options as a plain object; a copy is taken",
    },
    Property {
        name: "whenReady",
        get: "Promise<ProvisionExplorerElement>",
        set: None,
        about: "a promise of the element, kept once the explorer is first on the screen. It is never \
                rejected: listen to `error`",
    },
];

/// All methods. They return promises and start loading where that has not begun.
pub const METHODS: [Method; 4] = [
    Method {
        name: "select",
        parameters: &[("provision", "string", false), ("how", "{ focus?: boolean }", true)],
        returns: "Promise<boolean | undefined>",
        about: "opens a provision, given as a citation or an id, and brings it into sight; with \
                `focus: true` the focus, too. Resolves to whether the list has it, and to \
                `undefined` where the index of a large law cannot be had; with `only`, a provision \
                that was left out is not there",
    },
    Method {
        name: "next",
        parameters: &[],
        returns: "Promise<void>",
        about: "opens the provision after the one read last, and closes that; a reader's own \
                \"Next\" leaves it open",
    },
    Method {
        name: "previous",
        parameters: &[],
        returns: "Promise<void>",
        about: "opens the provision before the one read last, and closes that",
    },
    Method {
        name: "reset",
        parameters: &[],
        returns: "Promise<void>",
        about: "returns to what the newsroom chose at first",
    },
];

/// The attributes of `<provision-ref>`.
pub const MENTION_ATTRIBUTES: [(&str, &str); 4] = [
    (
        "to",
        "the provision, given as a citation or an id; without it the element's own text is read",
    ),
    ("dataset", "the dataset of the card that opens in place; without it, the bundled one"),
    ("lang", "the language of that card"),
    ("theme", "light or dark, for that card"),
];
