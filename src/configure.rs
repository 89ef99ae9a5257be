//! What a newsroom set, made an explorer's own.

use explorer::{EditorialConfig, Explorer, State};
use options::{Layer, Options, ParsedOptions, Warning};

/// The explorer under the options of some layers, those options, and what is wrong with them.
pub fn configure(explorer: &Explorer, layers: &[Layer]) -> (Explorer, Options, Vec<Warning>) {
    let reading = options::read(layers);
    let (choices, more) = reading.resolve(explorer.dataset());
    let ParsedOptions { options, mut warnings, .. } = reading;
    warnings.extend(more);
    let start = State {
        view: options.view.unwrap_or_default(),
        audience: choices.audience,
        open: choices.open.into_iter().collect(),
        ..State::default()
    };
    let editorial = EditorialConfig {
        highlight: choices.highlight,
        only: options.only,
        notes: choices.notes,
        heading: options.heading.clone(),
        start,
    };
    (explorer.with_editorial(editorial), options, warnings)
}
