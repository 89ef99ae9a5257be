//! How provisions are named in options: as whoever writes them cites them, or by ids. What a text
//! names only the dataset knows; see `resolve.rs`.

use dataset::{Dataset, ProvisionId};

use crate::Options;

impl Options {
    /// The same with each provision as a dataset's law is cited: `28(4)` where that leads back to
    /// it, else its own citation or its id. What the dataset doesn't have stays as it is.
    #[must_use]
    pub fn written(&self, dataset: &Dataset) -> Self {
        let text = |id: &ProvisionId| {
            let found = dataset.find_provision(id.as_str()).and_then(|it| dataset.short(it));
            found.map_or_else(|| id.clone(), ProvisionId::new)
        };
        Self {
            highlight: self.highlight.iter().map(text).collect(),
            open: self.open.as_ref().map(text),
            notes: self.notes.iter().map(|(id, note)| (text(id), note.clone())).collect(),
            ..self.clone()
        }
    }

    /// The same with ids for whatever a dataset knows; the rest stays as it is.
    #[must_use]
    pub fn named(&self, dataset: &Dataset) -> Self {
        let id = |it| dataset.provision(it).map(|it| it.id.clone());
        let one = |text: &ProvisionId| {
            let found = dataset.cited_one(text.as_str()).ok().and_then(id);
            found.unwrap_or_else(|| text.clone())
        };
        let mut highlight: Vec<ProvisionId> = Vec::new();
        for text in &self.highlight {
            for found in dataset.cited(text.as_str()) {
                let found = found.map_or_else(|it| Some(ProvisionId::new(it.text)), id);
                highlight.extend(found.filter(|it| !highlight.contains(it)));
            }
        }
        Self {
            highlight,
            open: self.open.as_ref().map(one),
            notes: self.notes.iter().map(|(text, note)| (one(text), note.clone())).collect(),
            ..self.clone()
        }
    }
}
