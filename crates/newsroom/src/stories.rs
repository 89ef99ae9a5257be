//! What is published of a story's explorer: a page whose address is pasted into other systems, the
//! oEmbed answer that it leads to, and a picture for each highlighted provision that somebody is
//! quoted on.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail, ensure};
use authoring::ProvisionId;
use explorer::Explorer;
use options::{Layer, Origin};
use picture::NoRoom;
use provision_explorer::configure;
use publish::{Entry, name_of};
use snippets::{Accent, Published, SnippetInput, ToDraw, not_pictured};

use crate::{
    data,
    prerender::{explorer_of, language, stem},
    tree::{self, DEFAULT_DATASET, Shipped},
};

/// What all stories of a newsroom share.
#[derive(Clone, Copy)]
pub(crate) struct House<'a> {
    /// Where readers find the loader.
    pub(crate) loader: &'a str,
    /// The newsroom's colour.
    pub(crate) accent: Option<Accent>,
}

/// A story's options, and the law that they are about.
pub(crate) struct Story {
    file: PathBuf,
    explorer: Explorer,
    options: options::Options,
}

impl Story {
    /// Reads a story's options. Its law is the bundled one, or the one among `datasets` that they
    /// name by what it is published as.
    ///
    /// # Errors
    /// Where something is wrong with the options, or the law that they name is none of these.
    pub(crate) fn read(file: &Path, datasets: &[PathBuf], shipped: &Shipped) -> Result<Self> {
        let read = || -> Result<Self> {
            let values = data::json(file)?;
            let layers = [Layer { origin: Origin::Property, values }];
            let given = options::read(&layers).options.dataset;
            let law = match &given {
                Some(address) => own_law(address, datasets)?,
                None => explorer_of(&shipped.data.join(DEFAULT_DATASET))?,
            };
            let (explorer, options, warnings) = configure(&law, &layers);
            if !warnings.is_empty() {
                let lines: Vec<String> = warnings.iter().map(ToString::to_string).collect();
                bail!("{} problem(s) with the options\n{}", lines.len(), lines.join("\n"));
            }
            language(options.lang.as_deref())?;
            Ok(Self { file: file.to_owned(), explorer, options })
        };
        read().with_context(|| format!("`{}`", file.display()))
    }

    /// What is published of it, with its pictures drawn.
    ///
    /// # Errors
    /// Where the loader's address isn't whole.
    fn made(&self, input: &SnippetInput<'_>) -> Result<Made> {
        let at = || format!("`--loader {}`", input.loader);
        let Published { page, pictures, left_out } = Published::of(input).with_context(at)?;
        let shown: Vec<_> = pictures.iter().map(|it| it.provision.clone()).collect();
        let draw = |it: ToDraw| {
            let bytes = picture::png(&it.order).with_context(|| {
                format!("`{}`: the picture of `{}`", self.file.display(), it.provision)
            })?;
            Ok(Entry { path: it.path, bytes })
        };
        let pictures = pictures.into_iter().map(draw).collect::<Result<Vec<_>>>()?;
        let texts = Published::texts(input, &shown).with_context(at)?.into();
        Ok(Made { page, texts, pictures, left_out: lines(&left_out) })
    }

    fn input<'a>(&'a self, house: House<'a>) -> Result<SnippetInput<'a>> {
        Ok(SnippetInput {
            explorer: &self.explorer,
            options: &self.options,
            language: language(self.options.lang.as_deref())?,
            loader: house.loader,
            styles: "",
            accent: house.accent,
            story: None,
            name: stem(&self.file),
        })
    }
}

/// The law that options name by the address where readers find it.
fn own_law(address: &str, datasets: &[PathBuf]) -> Result<Explorer> {
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    let named = bare.rsplit('/').next().unwrap_or_default();
    for file in datasets {
        let law = explorer_of(file)?;
        let id = &law.dataset().records().id;
        if named == name_of(id) || named == format!("{id}.json") {
            return Ok(law);
        }
    }
    bail!("dataset: no law that is published with it is called `{named}`; name its file as well")
}

/// What is made of a story.
pub(crate) struct Made {
    page: String,
    texts: Vec<Entry>,
    pictures: Vec<Entry>,
    /// Which pictures there are not, and why; a line each.
    left_out: String,
}

/// The provisions of a story that have no picture though somebody is quoted on them, a line each.
pub(crate) fn left_out(input: &SnippetInput<'_>) -> String {
    lines(&not_pictured(input))
}

fn lines(left_out: &[(ProvisionId, NoRoom)]) -> String {
    let line = |(id, why): &(ProvisionId, NoRoom)| format!("no picture of `{id}`: {why}\n");
    left_out.iter().map(line).collect()
}

/// Makes the files of all stories.
///
/// # Errors
/// Where two stories have one name, or what [`Story::made`] says.
pub(crate) fn make(stories: &[Story], house: House<'_>) -> Result<Vec<Made>> {
    let mut all: Vec<Made> = Vec::new();
    for story in stories {
        let input = story.input(house)?;
        let made = story.made(&input)?;
        ensure!(
            all.iter().all(|it| it.page != made.page),
            "`{}`: another story is `{}` as well; rename its file",
            story.file.display(),
            input.file_stem()
        );
        all.push(made);
    }
    Ok(all)
}

/// Writes them into the folder beside the loader. Returns what stands there now.
///
/// # Errors
/// Where one cannot be written.
pub(crate) fn write(made: &[Made], to: &Path) -> Result<String> {
    let mut told = String::new();
    for Made { page, texts, pictures, left_out } in made {
        for file in texts.iter().chain(pictures) {
            tree::write(&to.join(&file.path), &file.bytes)?;
        }
        let (page, pictures) = (to.join(page), pictures.len());
        writeln!(told, "{}: the page to paste, with {pictures} picture(s)", page.display())?;
        told += left_out;
    }
    Ok(told)
}
