//! `prerender`: what is pasted into a story, made of a newsroom's options. Files and
//! arguments are read here; what comes of them is for `snippets`.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context as _, Result, bail, ensure};
use authoring::{Dataset, Node};
use clap::Args;
use explorer::{EditorialConfig, Explorer};
use options::{Layer, Origin};
use provision_explorer::{Language, configure};
use publish::Publication;
use snippets::{Accent, Colour, Form, SnippetInput};

use crate::{
    data, stories,
    tree::{self, DEFAULT_DATASET, LOADER, Shipped},
};

/// What to make a snippet of.
#[derive(Args)]
pub struct Options {
    /// A JSON file with the element's options; without it, everything in the law's order
    #[arg(value_name = "OPTIONS.json")]
    file: Option<PathBuf>,
    /// The dataset's JSON file; without it, the bundled one
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
    /// A folder for what is published of a large law: the dataset in parts, of which readers fetch
    /// what they open. A law of 200 provisions or fewer and 256 KB or less stays one file
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Where the page finds the loader
    #[arg(long, value_name = "URL", default_value = LOADER)]
    loader: String,
    /// What to print: twin, element, whole, shadow, frame, address, page, oembed, picture, wordpress,
    /// amp, newsletter or json
    #[arg(long = "as", value_name = "FORM", default_value = "twin")]
    form: Form,
    /// The newsroom's own colour, for an address or a page: #rrggbb, or two with a comma, the second
    /// for dark backgrounds
    #[arg(long, value_name = "COLOUR", value_parser = accent)]
    accent: Option<Accent>,
    /// The story's address, for what is read elsewhere
    #[arg(long, value_name = "URL")]
    story: Option<String>,
    /// The options themselves, for those who have no file
    #[arg(skip)]
    pub values: Option<Node>,
}

/// Returns the snippet.
///
/// # Errors
/// Where something is wrong with the options or the dataset, or the form cannot be printed.
pub fn run(shipped: &Shipped, wanted: &Options) -> Result<String> {
    let file = wanted.dataset.clone().unwrap_or_else(|| shipped.data.join(DEFAULT_DATASET));
    let law = explorer_of(&file)?;
    let values = match (&wanted.values, &wanted.file) {
        (Some(values), _) => values.clone(),
        (None, Some(file)) => data::json(file)?,
        (None, None) => Node::Null,
    };
    let layers = [Layer { origin: Origin::Property, values }];
    let (law, options, warnings) = configure(&law, &layers);
    if !warnings.is_empty() {
        let lines: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        bail!("{} problem(s) with the options\n{}", lines.len(), lines.join("\n"));
    }
    let published = wanted.folder.as_ref().map(|folder| publish(&file, folder)).transpose()?;
    // The text in a page has what the first file has; all of a large law would be megabytes.
    let explorer = match published.filter(|_| wanted.form.prints_all(&options)) {
        Some(beginning) => configure(&compiled(&beginning)?, &layers).0,
        None => law,
    };
    for reminder in reminders(wanted.dataset.as_deref(), &explorer, &options) {
        tree::tell(&reminder);
    }
    let language = language(options.lang.as_deref())?;
    // Only a first view names the style sheet, and only a build knows its name.
    let styles = match wanted.form {
        Form::Shadow => styles(&shipped.dist)?,
        _ => String::new(),
    };
    let piece = SnippetInput {
        explorer: &explorer,
        options: &options,
        language,
        loader: &wanted.loader,
        styles: &styles,
        accent: wanted.accent,
        story: wanted.story.as_deref(),
        name: wanted.file.as_deref().and_then(stem),
    };
    let snippet = snippets::print(wanted.form, &piece)
        .with_context(|| format!("`--loader {}`", wanted.loader))?;
    if wanted.form.names_pictures() {
        stories::left_out(&piece).lines().for_each(tree::tell);
    }
    if let Some(accent) = wanted.accent.filter(|_| wanted.form.leaves_accent_to_page()) {
        tree::tell(&format!("for the page's style sheet: {}", snippets::css(accent)));
    }
    Ok(snippet + "\n")
}

/// A file's name without its ending.
pub(crate) fn stem(file: &Path) -> Option<&str> {
    file.file_stem()?.to_str()
}

pub(crate) fn language(tag: Option<&str>) -> Result<Language> {
    tag.map_or(Ok(Language::fallback()), |tag| {
        Language::of(tag).with_context(|| format!("lang: the interface does not speak `{tag}`"))
    })
}

/// What is sound and still not what a newsroom means: a text from a law that the element would not
/// fetch, and highlights that the text lacks because they stand late in a large law.
fn reminders(file: Option<&Path>, text: &Explorer, options: &options::Options) -> Vec<String> {
    let own = file.filter(|_| options.dataset.is_none()).map(|file| {
        format!(
            "the options have no `dataset`, so readers will be shown the bundled law; give it the \
             address where they find `{}`, or what `--folder` makes of it",
            file.display()
        )
    });
    let cited = options.highlight.iter().map(authoring::ProvisionId::as_str);
    let lacks = |cited: &&str| text.dataset().cited(cited).iter().any(Result::is_err);
    let late: Vec<_> = cited.filter(lacks).collect();
    let late = (!late.is_empty()).then(|| {
        format!(
            "readers without script find the law's beginning, and not {}; write into the element \
             what they need, or what `--as newsletter` prints of it",
            late.join(", ")
        )
    });
    own.into_iter().chain(late).collect()
}

/// Writes what is published of a law, in parts where it is large. Returns the file that pages name.
///
/// # Errors
/// Where the law is unsound, or would be overwritten.
pub fn publish(file: &Path, folder: &Path) -> Result<PathBuf> {
    let explorer = explorer_of(file)?;
    let law = explorer.dataset();
    let json = folder.join(format!("{}.json", law.records().id));
    ensure!(
        !tree::is_same(&json, file),
        "`{}` would be overwritten; name another folder",
        file.display()
    );
    let publication = Publication::of(law)?;
    for file in publication.files() {
        tree::write(&folder.join(&file.name), file.text.as_bytes())?;
    }
    Ok(folder.join(publication.named.name))
}

pub(crate) fn accent(text: &str) -> Result<Accent, snippets::NoColour> {
    let (light, dark) = text.split_once(',').unwrap_or((text, text));
    let colour = |text: &str| text.trim().parse::<Colour>();
    Ok(Accent { light: colour(light)?, dark: colour(dark)? })
}

/// The style sheet of a build, as a path within it.
///
/// # Errors
/// Where there is no build.
pub fn styles(dist: &Path) -> Result<String> {
    let folder = dist.join("assets");
    let no_build = || format!("`{}` holds no build; build it, or install it again", dist.display());
    let files = tree::list(&folder).with_context(no_build)?;
    let sheet = files.iter().find(|file| file.extension().is_some_and(|it| it == "css"));
    let name = sheet.and_then(|file| file.file_name()?.to_str());
    let name = name.with_context(|| format!("`{}` has no style sheet", folder.display()))?;
    Ok(format!("assets/{name}"))
}

/// The law of a compiled file.
fn compiled(file: &Path) -> Result<Explorer> {
    let dataset =
        Dataset::open(&tree::read_text(file)?).with_context(|| format!("`{}`", file.display()))?;
    Ok(Explorer::new(Rc::new(dataset), EditorialConfig::default()))
}

/// The explorer of a sound law, without any options.
///
/// # Errors
/// Where the file cannot be read or is unsound.
pub fn explorer_of(file: &Path) -> Result<Explorer> {
    let reading = data::read(file)?;
    let dataset = reading.dataset.filter(|_| reading.problems.is_empty());
    let dataset = dataset.with_context(|| {
        let name = file.display();
        format!("`{name}` breaks its rules; check it, and it is said which")
    })?;
    Ok(Explorer::new(Rc::new(dataset), EditorialConfig::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said beside, for options and a law that is printed from its whole or its beginning.
    fn said(options: &str, file: Option<&Path>, text: &Explorer, law: &Explorer) -> Vec<String> {
        let values = authoring::json::parse(options).unwrap();
        let layers = [Layer { origin: Origin::Property, values }];
        let (_, options, warnings) = configure(law, &layers);
        assert_eq!(warnings, []);
        reminders(file, &configure(text, &layers).0, &options)
    }

    #[test]
    fn a_law_of_ones_own_without_an_address_is_told_of() {
        let law =
            explorer_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(DEFAULT_DATASET));
        let law = law.unwrap();
        let file = Some(Path::new("law.json"));
        let [told] = said("{}", file, &law, &law).try_into().unwrap();
        assert!(told.contains("`law.json`"), "{told}");
        assert!(said(r#"{ "dataset": "/law.json" }"#, file, &law, &law).is_empty());
        assert!(said("{}", None, &law, &law).is_empty());
    }

    #[test]
    fn where_no_build_is_its_folder_is_named_and_no_command_that_npx_lacks() {
        let told = styles(Path::new("none")).unwrap_err().to_string();
        assert_eq!(told, "`none` holds no build; build it, or install it again");
    }

    #[test]
    fn highlights_that_a_large_law_s_text_lacks_are_told_of() {
        let folder = std::env::temp_dir().join(format!("late-highlights-{}", std::process::id()));
        let file = folder.join("law.json");
        tree::write(&file, law::law(230).to_string().as_bytes()).unwrap();
        let law = explorer_of(&file).unwrap();
        let beginning = compiled(&publish(&file, &folder.join("out")).unwrap()).unwrap();
        let id = |at: usize| law.dataset().provision(law.all()[at]).unwrap().id.clone();
        let options = |at| format!(r#"{{ "highlight": ["{}"] }}"#, id(at));
        let [told] = said(&options(200), None, &beginning, &law).try_into().unwrap();
        assert!(told.contains(id(200).as_str()), "{told}");
        assert!(said(&options(3), None, &beginning, &law).is_empty());
        assert!(said(&options(200), None, &law, &law).is_empty());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
