//! What embedders write, and what becomes of it.

mod reading;
mod resolving;
mod round_trip;

use dataset::Node;

use crate::{Layer, Origin, ParsedOptions, Warning, read};

fn attributes(pairs: &[(&str, &str)]) -> Layer {
    let pair = |(name, value): &(&str, &str)| ((*name).into(), Node::Text((*value).into()));
    Layer { origin: Origin::Attributes, values: Node::Map(pairs.iter().map(pair).collect()) }
}

fn layer(origin: Origin, json: &str) -> Layer {
    Layer { origin, values: dataset::json::parse(json).expect("JSON") }
}

fn property(json: &str) -> ParsedOptions {
    read(&[layer(Origin::Property, json)])
}

fn lines(warnings: &[Warning]) -> Vec<String> {
    warnings.iter().map(ToString::to_string).collect()
}
