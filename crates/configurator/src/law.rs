//! The law that the story is about: the one that ships, or a newsroom's own.

use std::{cell::OnceCell, rc::Rc};

use authoring::{CalendarDate, Dataset, Provision, ProvisionId, ProvisionIx, read_text};
use explorer::{EditorialConfig, Explorer};
use options::Options;
use publish::Publication;

use crate::view::ui::count;

/// A dataset that can be shown, if only in part.
#[derive(Clone, Debug)]
pub(crate) struct Law {
    /// Everything in the law's order, before any options.
    pub(crate) explorer: Explorer,
    /// The dataset as JSON, as it came: what a newsroom puts on its site.
    pub(crate) source: Rc<str>,
    /// The file or address that it came from; none for the one that ships.
    pub(crate) name: Option<String>,
    /// What the data check says, with places; what is wrong is left out of what is shown.
    pub(crate) problems: Vec<String>,
    /// What is shown as it stands and should be looked at, with places.
    pub(crate) remarks: Vec<String>,
    /// What [`printed`](Self::printed) has made.
    pub(crate) printed: OnceCell<Explorer>,
}

impl Law {
    /// Reads a dataset. Without today's date, no date is called one of the future.
    ///
    /// # Errors
    /// Every problem, where no part of it can be shown.
    pub(crate) fn read(
        source: String,
        name: Option<String>,
        today: Option<CalendarDate>,
    ) -> Result<Self, Vec<String>> {
        let reading = read_text(&source);
        let remarks = reading.remarks(today).iter().map(ToString::to_string).collect();
        let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        let Some(dataset) = reading.dataset else { return Err(problems) };
        let explorer = Explorer::new(Rc::new(dataset), EditorialConfig::default());
        let printed = OnceCell::new();
        Ok(Self { explorer, source: source.into(), name, problems, remarks, printed })
    }

    /// What readers' pages are given, and what stands beside it: the files that the command publishes.
    ///
    /// # Errors
    /// Where the dataset is unsound, in a sentence: what would be left out must not go out unnoticed.
    pub(crate) fn publication(&self) -> Result<Publication, String> {
        if !self.problems.is_empty() {
            let number = count(self.problems.len(), "problem", "problems");
            return Err(format!(
                "The dataset has {number}, listed under “The law”; mend them first."
            ));
        }
        Publication::of(self.dataset()).map_err(|error| error.to_string())
    }

    /// The law as far as a story's own page has it in full: all, or the beginning of one in parts.
    pub(crate) fn printed(&self) -> &Explorer {
        self.printed.get_or_init(|| {
            let published = self.publication().ok().filter(Publication::is_in_parts);
            let begun = published.and_then(|it| Dataset::open(&it.named.text).ok());
            begun.map_or_else(
                || self.explorer.clone(),
                |it| Explorer::new(Rc::new(it), EditorialConfig::default()),
            )
        })
    }

    pub(crate) fn dataset(&self) -> &Dataset {
        self.explorer.dataset()
    }

    /// How this law cites a provision: one by its number, and with a concern about it where there is
    /// one, since that can be looked up to some end.
    pub(crate) fn example(&self) -> String {
        let dataset = self.dataset();
        let is_objected = |it: &&Provision| {
            dataset.concerns().any(|(_, concern)| concern.provisions.contains(&it.id))
        };
        let is_numbered = |it: &&Provision| it.citation.original().contains(char::is_numeric);
        let all = || dataset.provisions().map(|(_, it)| it);
        let one = all().filter(is_numbered).find(is_objected).or_else(|| all().find(is_numbered));
        one.or_else(|| all().next()).map(|it| it.citation.original().into()).unwrap_or_default()
    }

    /// What can be looked up in this law, by its own words.
    pub(crate) fn search_hint(&self) -> String {
        let group = self.dataset().records().groups.first();
        let organisation = self.dataset().records().organisations.first();
        let words = [
            Some(self.example()),
            group.map(|it| it.label.original().to_lowercase()),
            organisation.map(|it| it.name.original().into()),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn title(&self) -> String {
        self.dataset().records().instrument.name().original().into()
    }

    pub(crate) fn find(&self, id: &ProvisionId) -> Option<ProvisionIx> {
        self.dataset().find_provision(id.as_str())
    }

    pub(crate) fn id(&self, provision: ProvisionIx) -> Option<ProvisionId> {
        self.dataset().provision(provision).map(|it| it.id.clone())
    }

    /// Options under this law: what it knows by its ids, and the rest as another law cites that.
    pub(crate) fn carry(&self, options: &Options, former: Option<&Self>) -> Options {
        let mut options = options.named(self.dataset());
        let cite = |id: &mut ProvisionId| {
            let former = former.filter(|it| self.find(id).is_none() && it.find(id).is_some());
            if let Some(former) = former {
                *id = ProvisionId::new(former.citation(id));
            }
        };
        options.highlight.iter_mut().for_each(cite);
        options.open.iter_mut().for_each(cite);
        options.notes.iter_mut().map(|(id, _)| id).for_each(cite);
        options
    }

    /// How a provision is cited; what names it where the law doesn't have it.
    pub(crate) fn citation(&self, id: &ProvisionId) -> String {
        let found = self.find(id).and_then(|it| self.dataset().provision(it));
        found.map_or_else(|| id.as_str().into(), |it| it.citation.original().into())
    }

    /// Its heading, or what it does.
    pub(crate) fn heading(&self, id: &ProvisionId) -> Option<String> {
        let found = self.find(id).and_then(|it| self.dataset().provision(it))?;
        let heading = found.heading.as_ref().unwrap_or(&found.summary);
        Some(heading.original().into())
    }
}

impl PartialEq for Law {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.source, &other.source)
    }
}
