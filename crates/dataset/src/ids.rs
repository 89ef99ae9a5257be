//! Names that records use for each other. Each kind is a type of its own, so that a group's
//! name cannot stand where a source's is meant.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub(crate) String);

        impl $name {
            /// Takes the text as it is; whether it is well formed and known is for the check.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An Akoma Ntoso `eId`, or `title`, or `instrument`.
    ProvisionId
    /// A group of people.
    GroupId
    /// An organisation, body, person or described community.
    OrganisationId
    /// A document.
    SourceId
    /// A draft of the instrument.
    DraftId
    /// A concern.
    ConcernId
    /// A request.
    RequestId
    /// A reply.
    ReplyId
}
