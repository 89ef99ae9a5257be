//! The kinds of build, and where each goes: what `tree` and `build` both have to know.

/// How much work goes into the output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Quick to build and legible.
    Dev,
    /// What is published.
    Release,
    /// What is published where each byte counts: with what the pinned compiler does not promise yet
    /// (docs/decisions/0009), and panics that cannot say where.
    Smallest,
}

impl Mode {
    /// What is published to all, or where each byte counts.
    pub(crate) fn published(smallest: bool) -> Self {
        if smallest { Self::Smallest } else { Self::Release }
    }

    /// Where a build goes: one for what is published to all, and one for what is smallest.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev | Self::Release => "dist",
            Self::Smallest => "dist-smallest",
        }
    }
}
