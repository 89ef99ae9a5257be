//! The words that fields may hold. One table a field: the type, its words in files, the order of
//! their listing and what the JSON Schema says of each are made from it, so none can be forgotten.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(
        $(#[$doc:meta])*
        $name:ident, $blank:ident where nothing is said {
            $($(#[$about:meta])* $variant:ident $word:literal,)*
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All of them, in the order in which they are listed.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Their words in a file, in this order.
            pub const WORDS: [&'static str; Self::ALL.len()] = [$($word),*];

            /// Its word in a file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$blank
            }
        }
    )*};
}

vocabulary! {
    /// In what a law is counted and cited.
    Unit, Article where nothing is said {
        /// Articles: Article 28.
        Article "article",
        /// Sections: Section 3.
        Section "section",
        /// Paragraphs as German and other laws count them: § 5.
        Paragraph "paragraph",
        /// Clauses of a bill: Clause 12.
        Clause "clause",
        /// Regulations of an instrument: Regulation 5.
        Regulation "regulation",
        /// Rules: Rule 4.
        Rule "rule",
    }

    /// Where a heading comes from.
    HeadingOrigin, Unverified where nothing is said {
        /// Compared with the official text.
        OfficialText "official_text",
        /// As a source gives it.
        Source "source",
        /// From general knowledge, not yet compared with the official text.
        Unverified "unverified",
        /// Written by the dataset's editor.
        Editor "editor",
    }

    /// What kind of group this is, for choices and the columns of a table.
    GroupKind, People where nothing is said {
        /// The public at large, and users.
        People "people",
        /// People by what they do for a living or a cause.
        Work "work",
        /// People who are at particular risk.
        AtRisk "at_risk",
        /// Suspects, victims and others in proceedings.
        Justice "justice",
        /// Companies and other organisations.
        Organisations "organisations",
    }

    /// What an organisation is. The editors decide it.
    OrganisationKind, CivilSociety where nothing is said {
        /// Works for human rights at large.
        HumanRights "human_rights",
        /// Works for rights in the digital sphere.
        DigitalRights "digital_rights",
        /// Works for press freedom and journalists.
        PressFreedom "press_freedom",
        /// Any other part of civil society.
        CivilSociety "civil_society",
        /// A trade union, or an association of them.
        TradeUnion "trade_union",
        /// Companies and their associations.
        Industry "industry",
        /// A newspaper, broadcaster or other medium.
        Media "media",
        /// A government or one of its departments.
        Government "government",
        /// A body of states, or of a union of states.
        Intergovernmental "intergovernmental",
        /// A body of the United Nations.
        UnBody "un_body",
        /// A public authority.
        Authority "authority",
        /// An independent supervisor, such as for data protection.
        Supervisor "supervisor",
        /// A court.
        Court "court",
        /// A political party.
        Party "party",
        /// Universities, institutes and research groups.
        Research "research",
        /// A person who speaks or signs as such.
        Individual "individual",
        /// A community that a source describes without naming its members.
        Community "community",
    }

    /// The role of an organisation towards a document.
    Role, Named where nothing is said {
        /// It issued the document.
        Issued "issued",
        /// It signed the document.
        Signed "signed",
        /// The issuer names it; the issuer's word for somebody else.
        Named "named",
    }

    /// What an issuer says of somebody whom it names.
    NamedAs, Mentioned where nothing is said {
        /// It shares the concern, or the document's concerns.
        SharesConcern "shares_concern",
        /// It opposes the draft.
        OpposesDraft "opposes_draft",
        /// It supports the draft.
        SupportsDraft "supports_draft",
        /// It is mentioned; in what relation is not said.
        Mentioned "mentioned",
    }

    /// Whether a source says so, or the editor concludes it.
    Basis, Stated where nothing is said {
        /// The source says so.
        Stated "stated",
        /// The editor concludes it, and says why.
        Inferred "inferred",
    }

    /// In which direction a source wants the law to go.
    Direction, Clarify where nothing is said {
        /// It should apply to less.
        Narrower "narrower",
        /// It should apply to more.
        Wider "wider",
        /// It should go.
        Delete "delete",
        /// It should be clearer.
        Clarify "clarify",
    }

    /// What became of the wording that a concern speaks of.
    Wording, NotChecked where nothing is said {
        /// Compared: the later text says the same.
        Same "same",
        /// Compared: the later text differs.
        Changed "changed",
        /// Nobody has compared them yet.
        NotChecked "not_checked",
    }

    /// How a provision stands to other law.
    Relation, RefersTo where nothing is said {
        /// It cannot stand beside it.
        ConflictsWith "conflicts_with",
        /// It protects less.
        WeakerThan "weaker_than",
        /// It takes another course.
        DepartsFrom "departs_from",
        /// It repeats it.
        Copies "copies",
        /// It points to it, without a comparison.
        RefersTo "refers_to",
    }

    /// How sure a source is of what it says about other law.
    Certainty, Says where nothing is said {
        /// It says that it is so.
        Says "says",
        /// It fears that it is, or may become, so.
        Fears "fears",
    }

    /// What kind of change a request asks for.
    RequestKind, Change where nothing is said {
        /// Make it apply to less.
        Narrow "narrow",
        /// Take it out.
        Delete "delete",
        /// Put something in.
        Add "add",
        /// Say it differently.
        Change "change",
        /// Refuse the whole.
        Reject "reject",
        /// Do something beside the text, such as persuading others.
        Act "act",
    }

    /// What an organisation wants done with the instrument.
    Stance, Change where nothing is said {
        /// It should not be adopted, signed or ratified.
        Reject "reject",
        /// It should be changed.
        Change "change",
        /// It should stand.
        Support "support",
    }

    /// What a reply does.
    ReplyKind, Answers where nothing is said {
        /// It answers a concern.
        Answers "answers",
        /// It welcomes the law, or something in it.
        Welcomes "welcomes",
        /// It neither supports nor opposes, and urges caution.
        Cautions "cautions",
    }

    /// Whether somebody who was asked for a reply answered.
    Answered, No where nothing is said {
        /// They replied.
        Yes "yes",
        /// They did not reply.
        No "no",
        /// They declined to comment.
        Declined "declined",
    }
}
