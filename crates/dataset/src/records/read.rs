//! What serde can't tell from a field's type: that it may be missing, or that the rest can be shown
//! without it.

use serde::{Deserialize, Deserializer};

/// The name by which a deserializer is told that the value which follows must be there, though the
/// rest can be shown without it.
pub const SPARED: &str = "spared";

#[derive(Deserialize)]
#[serde(rename = "spared")]
struct Spared<T>(T);

/// A value that must be there. Whoever collects problems can go on without it.
pub(crate) fn spared<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<T, D::Error> {
    Spared::deserialize(from).map(|Spared(value)| value)
}

/// A value that may be missing, or `null`.
pub(crate) fn maybe<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
