//! Places in a dataset, each kind a type of its own.

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// Its place in the dataset's order, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The handle of a place.
            pub fn nth(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

handles! {
    /// A provision of the dataset that handed this out.
    ProvisionIx
    /// A group of the dataset that handed this out.
    GroupIx
    /// An organisation of the dataset that handed this out.
    OrganisationIx
    /// A source of the dataset that handed this out.
    SourceIx
    /// A draft of the dataset that handed this out.
    DraftIx
    /// A concern of the dataset that handed this out.
    ConcernIx
    /// A request of the dataset that handed this out.
    RequestIx
    /// A chapter of the law of the dataset that handed this out.
    ChapterIx
}
