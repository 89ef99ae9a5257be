//! Layers to options: which layer wins, and which names there are. How a value is read is in
//! `values.rs`.

use dataset::{Dataset, Node};

use crate::{
    Choices, Name, Options,
    resolve::resolve_from,
    values::Reader,
    warning::{At, Origin, Warning, What, near},
};

/// What one origin says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Who says it.
    pub origin: Origin,
    /// An object; by attribute name for attributes, whose values are always text, and by option
    /// name for the others.
    pub values: Node,
}

/// Options, and what was wrong with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedOptions {
    /// What could be read.
    pub options: Options,
    /// Who said what.
    pub origins: Origins,
    /// What could not, all of it.
    pub warnings: Vec<Warning>,
}

/// Which origin each option was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins(Vec<(Name, Origin)>);

impl Origins {
    /// Where an option was taken from; none where nobody set it.
    pub fn of(&self, name: Name) -> Option<Origin> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, origin)| *origin)
    }
}

impl ParsedOptions {
    /// The options in a dataset's own handles; warnings name the origin.
    pub fn resolve(&self, dataset: &Dataset) -> (Choices, Vec<Warning>) {
        resolve_from(&self.options, &self.origins, dataset)
    }
}

/// Reads layers, the strongest first. For each name the first layer with a readable value wins;
/// mistakes in the others are reported all the same.
pub fn read(layers: &[Layer]) -> ParsedOptions {
    let mut reading = ParsedOptions::default();
    for Layer { origin, values } in layers {
        match values {
            Node::Map(values) => {
                let mut rest = values.as_slice();
                while let [(key, value), later @ ..] = rest {
                    reading.take(*origin, key, value, later);
                    rest = later;
                }
            }
            Node::Null | Node::Removed => {}
            other => {
                let at = At { origin: Some(*origin), path: String::new() };
                let mut reader = Reader::new(at, &mut reading.warnings);
                reader.wrong_type(other, "an object with options by name");
            }
        }
    }
    reading
}

impl ParsedOptions {
    fn take(&mut self, origin: Origin, key: &str, value: &Node, later: &[(String, Node)]) {
        let attributes = origin == Origin::Attributes;
        let name = if attributes { Name::of_attribute(key) } else { Name::of_option(key) };
        let at = At { origin: Some(origin), path: key.into() };
        let Some(name) = name else {
            let nearest =
                if attributes { near(key, Name::attributes()) } else { near(key, Name::options()) };
            let what = What::UnknownName { name: key.into(), nearest };
            let at = At { path: String::new(), ..at };
            return self.warnings.push(Warning { at, what });
        };
        // Of two of a name, a browser's own reader of JSON takes the last. Asked of our own few names
        // alone: a link may bring any number of others.
        if later.iter().any(|(it, _)| it == key) {
            return;
        }
        let is_taken = self.origins.of(name).is_some();
        let mut unused = Options::default();
        let options = if is_taken { &mut unused } else { &mut self.options };
        let readable = Reader::new(at, &mut self.warnings).set(options, name, value);
        if readable && !is_taken {
            self.origins.0.push((name, origin));
        }
    }
}
