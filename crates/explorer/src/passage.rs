//! What a search looks through for a provision: each passage, in which field it ranks, and whose
//! words it is. The index is made of these, and so is what is said of why something was found.

use dataset::{
    Concern, ConcernIx, Dataset, Evidence, List as _, Provision, ProvisionIx, Quote, Reply,
    RequestIx, Text,
};

use crate::index::Field;

/// Words that are said of a provision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    pub(crate) field: Field,
    pub(crate) said: Said<'a>,
}

/// The words, by what they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Said<'a> {
    /// The dataset's, of the provision itself.
    Own(&'a Text),
    /// The law's.
    Law(&'a str),
    /// The dataset's, of what sources say in a concern.
    Concern(ConcernIx, &'a Text),
    /// A source's.
    Quote(&'a Evidence, &'a Quote),
    /// The dataset's, of what is asked for.
    Request(&'a Text),
    /// The dataset's, of what somebody replies.
    Reply(&'a Reply),
}

impl Said<'_> {
    /// Every wording of it.
    pub(crate) fn each_wording(&self, tell: &mut dyn FnMut(&str)) {
        match self {
            Self::Own(text) | Self::Concern(_, text) | Self::Request(text) => {
                text.wordings().for_each(tell);
            }
            Self::Law(text) => tell(text),
            Self::Quote(_, quote) => tell(&quote.exact),
            Self::Reply(reply) => reply.summary.wordings().for_each(tell),
        }
    }
}

/// Tells of each passage of a provision's head.
pub(crate) fn each_head<'a>(record: &'a Provision, tell: &mut dyn FnMut(Passage<'a>)) {
    tell(Passage { field: Field::Citation, said: Said::Own(&record.citation) });
    if let Some(heading) = &record.heading {
        tell(Passage { field: Field::Heading, said: Said::Own(heading) });
    }
}

/// Tells of each passage about a provision but for replies, best placed first; of a law in parts,
/// those that are here.
pub(crate) fn each_passage<'a>(
    dataset: &'a Dataset,
    provision: ProvisionIx,
    record: &'a Provision,
    tell: &mut dyn FnMut(Passage<'a>),
) {
    each_head(record, tell);
    let Some(links) = dataset.around_provision(provision) else { return };
    tell(Passage { field: Field::Summary, said: Said::Own(&record.summary) });
    for text in &record.text {
        tell(Passage { field: Field::OwnWords, said: Said::Law(text) });
    }
    for concern in &links.concerns {
        each_of_concern(dataset, *concern, tell);
    }
    let of_concern = |it: &ConcernIx| dataset.around_concern(*it);
    let answering = links.concerns.iter().filter_map(of_concern).flat_map(|it| &it.requests);
    let mut requests: Vec<RequestIx> = answering.chain(&links.requests).copied().list();
    requests.dedup();
    for request in requests.iter().filter_map(|it| dataset.request(*it)) {
        tell(Passage { field: Field::Response, said: Said::Request(&request.summary) });
        each_quote(&request.evidence, Field::Response, tell);
    }
}

fn each_of_concern<'a>(
    dataset: &'a Dataset,
    concern: ConcernIx,
    tell: &mut dyn FnMut(Passage<'a>),
) {
    let Some(record): Option<&Concern> = dataset.concern(concern) else { return };
    let title = Said::Concern(concern, &record.title);
    tell(Passage { field: Field::ConcernTitle, said: title });
    let summary = Said::Concern(concern, &record.summary);
    tell(Passage { field: Field::Concern, said: summary });
    each_quote(&record.evidence, Field::Concern, tell);
}

/// Tells of each passage of a reply.
pub(crate) fn each_of_reply<'a>(reply: &'a Reply, tell: &mut dyn FnMut(Passage<'a>)) {
    tell(Passage { field: Field::Response, said: Said::Reply(reply) });
    each_quote(&reply.evidence, Field::Response, tell);
}

fn each_quote<'a>(evidence: &'a [Evidence], field: Field, tell: &mut dyn FnMut(Passage<'a>)) {
    for evidence in evidence {
        if let Some(quote) = &evidence.quote {
            tell(Passage { field, said: Said::Quote(evidence, quote) });
        }
    }
}
