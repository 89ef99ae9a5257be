//! `import LAW…`: files around the `statute` crate, which knows what stands in
//! them, and the report of what arrived and what did not.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use authoring::Node;
use clap::{Args, ValueEnum};
use statute::{Choice, File, Former, Law, Update};

use super::report;
use crate::tree;

/// How a law from its publisher is read.
#[derive(Args, Default)]
pub struct Options {
    /// Of a law's file: how deep its provisions are told apart
    #[arg(long, value_enum, default_value_t)]
    depth: Depth,
    /// Of a law's file: the ids of the provisions that are wanted, with all that stands in them
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    only: Vec<String>,
    /// A dataset in use, which gets the law's new version; its concerns stay
    #[arg(long, value_name = "DATASET")]
    into: Option<PathBuf>,
    /// With --into: keep the former words beside the new ones, as an earlier draft's, so that
    /// readers can compare them; NAME is what the new draft is called
    #[arg(
        long,
        value_name = "NAME",
        requires = "into",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ""
    )]
    keep_former: Option<String>,
    /// Take a law's file although some of its provisions have no words
    #[arg(long)]
    despite_problems: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Depth {
    /// Articles, sections, §§ alone, with all their words
    Articles,
    /// And their numbered paragraphs
    Paragraphs,
    /// And every numbered point
    #[default]
    Points,
}

/// Whether these are laws from their publishers, and no workbooks.
pub(super) fn are(files: &[PathBuf]) -> bool {
    let is_sheet = |file: &PathBuf| {
        let ending = file.extension().unwrap_or_default().to_ascii_lowercase();
        tree::is_folder(file) || ["xlsx", "ods", "csv", "tsv"].iter().any(|it| ending == *it)
    };
    !files.iter().any(is_sheet)
}

/// Returns the dataset, or where it was written and what became of the law's words.
pub(super) fn import(files: &[PathBuf], wanted: &Options, out: Option<&Path>) -> Result<String> {
    let law = read(files, wanted)?;
    if law.provisions == 0 && !wanted.only.is_empty() {
        bail!("no provision is called `{}`", wanted.only.join("`, `"));
    }
    let remarks = report::looked_at(&law.remarks);
    if !(law.problems.is_empty() || wanted.despite_problems) {
        return Err(report::wrong(&law.problems, &remarks));
    }
    let (dataset, changed) = match &wanted.into {
        Some(file) => updated(file, &law, wanted.keep_former.as_deref())?,
        None => (law.dataset.clone(), String::new()),
    };
    let json = print(&dataset)?;
    let told = law.report().to_string() + &changed + &remarks;
    let Some(out) = out else {
        // The dataset alone is printed, so that it can be sent on.
        tree::tell(&told);
        return Ok(json);
    };
    tree::write(out, json.as_bytes())?;
    Ok(format!("{}: {told}\n", out.display()))
}

fn read(paths: &[PathBuf], wanted: &Options) -> Result<Law> {
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files: Vec<_> =
        paths.iter().map(|path| Ok((name(path), tree::read(path)?))).collect::<Result<_>>()?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    statute::read(&files, &choice(wanted)).map_err(|refused| report::wrong(&refused, ""))
}

/// A dataset in use with the law as it is now, and what changed.
fn updated(file: &Path, law: &Law, now: Option<&str>) -> Result<(Node, String)> {
    let former = now.map_or(Former::Replaced, |now| Former::Kept { now });
    let Update { dataset, changes, drafts } = statute::update(&super::json(file)?, law, former);
    let mut told = format!("\n{} change(s) in {}", changes.len(), file.display());
    if let Some(drafts) = drafts {
        let _ = write!(told, "\n  {drafts}");
    }
    for change in changes {
        let _ = write!(told, "\n  {change}");
    }
    Ok((dataset, told))
}

fn choice(wanted: &Options) -> Choice {
    let depth = match wanted.depth {
        Depth::Articles => statute::Depth::Articles,
        Depth::Paragraphs => statute::Depth::Paragraphs,
        Depth::Points => statute::Depth::Points,
    };
    let only: BTreeSet<String> = wanted.only.iter().map(|id| id.trim().to_string()).collect();
    Choice { depth, only: Some(only).filter(|it| !it.is_empty()) }
}

fn print(dataset: &Node) -> Result<String> {
    Ok(serde_json::to_string_pretty(dataset)? + "\n")
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;
    use crate::data::{check, workbooks};

    const ACT: &str = "<akomaNtoso><act><meta><identification><FRBRExpression><FRBRlanguage \
        language='eng'/></FRBRExpression></identification></meta><preface><p>An Act about \
        lamps</p></preface><body><section><num>1.</num><content><p>Lamps are \
        lit.<authorialNote><p>A note.</p></authorialNote></p></content></section></body></act>\
        </akomaNtoso>";

    fn run(name: &str, law: &str, options: Options) -> (Result<String>, Option<String>) {
        let folder = env::temp_dir().join(format!("law-{name}-{}", std::process::id()));
        let (file, out) = (folder.join("act.xml"), folder.join("law.json"));
        tree::write(&file, law.as_bytes()).unwrap();
        let wanted = workbooks::Import {
            files: vec![file],
            out: Some(out.clone()),
            sources: None,
            law: options,
        };
        let told = workbooks::import(&wanted);
        let checked = out.is_file().then(|| format!("{:#}", check(&out, None, false).unwrap_err()));
        fs::remove_dir_all(&folder).unwrap();
        (told, checked)
    }

    #[test]
    fn a_law_becomes_a_dataset_that_lacks_what_only_an_editor_can_give() {
        let (told, checked) = run("sound", ACT, Options::default());
        let told = told.unwrap();
        for line in [
            "of 35 characters 12 stand in provisions, 17 are numbers and titles, 6 are left out",
            "left out, footnote: 1 (6 characters)",
            "for an editor to give: `edition.date` (such as `2031-05-06`), `credit` (such as \
             `Lamp Gazette`), `stale_after` (`P6M` is six months, `P30D` thirty days), \
             `instrument.short_title` (such as `the Lamp Act`), `instrument.status.as_of` (such as \
             `2031-05-06`), `instrument.status.line` (such as `In force since May.`), and who is \
             affected, who says what",
        ] {
            assert!(told.lines().any(|it| it == line), "{line} in {told}");
        }
        assert!(told.contains(" (1.): A note."), "{told}");
        let checked = checked.unwrap();
        let wrong = checked.split(" to look at").next().unwrap();
        let wrong: Vec<_> = wrong.lines().filter(|it| it.contains("law.json: ")).collect();
        assert_eq!(wrong.len(), 6, "{checked}");
    }

    #[test]
    fn a_new_version_goes_into_a_dataset_in_use() {
        let folder = env::temp_dir().join(format!("law-into-{}", std::process::id()));
        let (file, out) = (folder.join("act.xml"), folder.join("law.json"));
        tree::write(&file, ACT.as_bytes()).unwrap();
        let import = |options| {
            let wanted = workbooks::Import {
                files: vec![file.clone()],
                out: Some(out.clone()),
                sources: None,
                law: options,
            };
            workbooks::import(&wanted).unwrap()
        };
        import(Options::default());
        fs::write(&file, ACT.replace("are lit", "shall be lit")).unwrap();
        let told = import(Options { into: Some(out.clone()), ..Options::default() });
        let written = fs::read_to_string(&out).unwrap();
        let line = "`sec_1`: reworded: Lamps [-are-] {+shall be+} lit.";
        assert!(told.lines().any(|it| it.trim() == line), "{told}");
        assert!(written.contains("Lamps shall be lit."), "{written}");
        fs::write(&file, ACT.replace("are lit", "may be lit")).unwrap();
        let told = import(Options {
            into: Some(out.clone()),
            keep_former: Some("As amended".into()),
            ..Options::default()
        });
        let written = fs::read_to_string(&out).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let line = "the former words are kept as those of “Adopted text”; the new draft is “As \
                    amended”";
        assert!(told.lines().any(|it| it.trim() == line), "{told}");
        for text in ["Lamps may be lit.", "Lamps shall be lit.", "as-amended"] {
            assert!(written.contains(text), "{text} in {written}");
        }
    }

    #[test]
    fn a_provision_without_words_is_told_and_nothing_is_written() {
        let words = "Lamps are lit.<authorialNote><p>A note.</p></authorialNote>";
        let empty = ACT.replace(words, "");
        let (told, checked) = run("empty", &empty, Options::default());
        assert!(told.unwrap_err().to_string().contains("`sec_1` has no words"));
        assert_eq!(checked, None);
        let despite = Options { despite_problems: true, ..Options::default() };
        assert!(run("despite", &empty, despite).1.is_some());
    }

    #[test]
    fn a_file_that_is_no_law_is_refused_in_one_sentence() {
        let (told, _) = run("none", "<a>\n<b></a>", Options::default());
        let told = told.unwrap_err().to_string();
        assert!(told.contains("act.xml, line 2") && told.contains("no XML"), "{told}");
        let unknown = Options { only: vec!["art_9".into()], ..Options::default() };
        let (told, _) = run("only", ACT, unknown);
        assert_eq!(told.unwrap_err().to_string(), "no provision is called `art_9`");
    }
}
