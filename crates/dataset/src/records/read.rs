//! What serde can't tell from a field's type: that it may be missing, that the rest can be shown
//! without it, or that its value has a form of its own.

use core::{fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, de::Visitor};

/// The name by which a deserializer is told that the value which follows must be there, though the
/// rest can be shown without it.
pub const SPARED: &str = "spared";

/// A value that must be there. Whoever collects problems can go on without it.
pub(crate) fn spared<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<T, D::Error> {
    named(SPARED, from)
}

/// A value that may be missing, or `null`.
pub(crate) fn maybe<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// A value of which a deserializer is told a name. To one that doesn't know the name, it is as if
/// there were none.
pub(crate) fn named<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    name: &'static str,
    from: D,
) -> Result<T, D::Error> {
    struct Named<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Named<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value under a name")
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
            T::deserialize(from)
        }
    }

    from.deserialize_newtype_struct(name, Named(PhantomData))
}
