//! `import` and `template`: files around the `workbook` crate, which knows what
//! stands in them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use workbook::{Book, File};

use super::{
    laws,
    quotes::{Confirmed, confirm_all},
    report,
};
use crate::tree;

/// What a dataset is made of.
#[derive(Args)]
pub struct Import {
    /// A workbook: .xlsx, .ods, the .csv files of its sheets, or a folder of these; or a law's files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Where to write the dataset instead of printing it
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Folder with the sources' texts, to confirm each of a workbook's quotes to the letter
    #[arg(long, value_name = "DIR")]
    pub(super) sources: Option<PathBuf>,
    #[command(flatten)]
    pub(super) law: laws::Options,
}

/// Which workbook is written.
#[derive(Args)]
pub struct Template {
    /// The workbook to write: FILE.xlsx
    file: PathBuf,
    /// A dataset that it is filled with
    #[arg(long, value_name = "DATASET")]
    from: Option<PathBuf>,
}

/// Returns the dataset, or where it was written. Nothing is written while something is wrong.
pub(crate) fn import(wanted: &Import) -> Result<String> {
    if laws::are(&wanted.files) {
        return laws::import(&wanted.files, &wanted.law, wanted.out.as_deref());
    }
    let paths = unfolded(&wanted.files)?;
    let files: Vec<_> =
        paths.iter().map(|path| Ok((name(path), tree::read(path)?))).collect::<Result<_>>()?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let reading = workbook::read_all(&files, report::today());
    let remarks = report::looked_at(&reading.remarks);
    if !reading.problems.is_empty() {
        return Err(report::wrong(&reading.problems, &remarks));
    }
    let told = match (&wanted.sources, &reading.dataset) {
        (Some(folder), Some(dataset)) => {
            let found = confirm_all(dataset, folder, false);
            if !found.lines.is_empty() {
                return Err(report::wrong(&in_rows(&reading, &found), &(found.told() + &remarks)));
            }
            found.told()
        }
        _ => String::new(),
    };
    let remarks = told + &remarks;
    let json = reading.json.context("the workbook holds no dataset")?;
    let Some(out) = &wanted.out else {
        // The dataset alone is printed, so that it can be sent on.
        if !remarks.is_empty() {
            tree::tell(remarks.trim_start());
        }
        return Ok(json);
    };
    tree::write(out, json.as_bytes())?;
    Ok(format!("{}{remarks}\n", out.display()))
}

/// What is wrong with quotations, each with its row.
fn in_rows(reading: &workbook::Import, found: &Confirmed) -> Vec<String> {
    let line = |(path, line): &(String, String)| match reading.place(path) {
        Some(row) => format!("{row}: {line}"),
        None => line.clone(),
    };
    found.lines.iter().map(line).collect()
}

/// Writes a workbook. Returns where, and what of a dataset it could not take along.
pub(crate) fn template(wanted: &Template) -> Result<String> {
    if wanted.file.extension().is_none_or(|it| !it.eq_ignore_ascii_case("xlsx")) {
        bail!("`{}` is to be a workbook; let its name end in `.xlsx`", wanted.file.display());
    }
    let (bytes, lost) = match &wanted.from {
        None => (workbook::template()?, Vec::new()),
        Some(from) => {
            let book = filled(from)?;
            (book.bytes, book.lost)
        }
    };
    tree::write(&wanted.file, &bytes)?;
    Ok(format!("{}{}\n", wanted.file.display(), report::looked_at(&lost)))
}

fn filled(from: &Path) -> Result<Book> {
    let reading = super::read(from)?;
    match reading.dataset {
        Some(dataset) if reading.problems.is_empty() => Ok(workbook::filled(&dataset)?),
        _ => bail!("`{0}` has problems; check it, and they are listed", from.display()),
    }
}

/// The files, and those of a sheet each that stand in the folders among them.
fn unfolded(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if tree::is_folder(path) {
            let is_sheet = |file: &PathBuf| file.extension().is_some_and(|it| it == "csv");
            files.extend(tree::list(path)?.into_iter().filter(is_sheet));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;

    fn example() -> PathBuf {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        root.join("data/example-bicycle-parking.json")
    }

    /// A folder of this run's own.
    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("workbook-{name}-{}", std::process::id()));
        tree::make_folder(&folder).unwrap();
        folder
    }

    #[test]
    fn a_dataset_goes_into_a_workbook_and_comes_out_of_it_sound() {
        let folder = folder("sound");
        let (book, json) = (folder.join("example.xlsx"), folder.join("example.json"));
        template(&Template { file: book.clone(), from: Some(example()) }).unwrap();
        import(&Import {
            files: vec![book],
            out: Some(json.clone()),
            sources: None,
            law: laws::Options::default(),
        })
        .unwrap();
        let before = super::super::check(&example(), None, false).unwrap();
        let after = super::super::check(&json, None, false).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let counts = |report: &str| report.split_once(": ").unwrap().1.to_string();
        assert_eq!(counts(&after), counts(&before));
    }

    #[test]
    fn what_is_to_be_looked_at_is_told_where_the_dataset_was_written() {
        let folder = folder("looked-at");
        let (book, json) = (folder.join("example.xlsx"), folder.join("example.json"));
        template(&Template { file: book.clone(), from: Some(example()) }).unwrap();
        let report = import(&Import {
            files: vec![book],
            out: Some(json.clone()),
            sources: None,
            law: laws::Options::default(),
        })
        .unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let head = format!("{}\n5 to look at\nsheet `Dataset`, row 3, ", json.display());
        assert!(report.starts_with(&head), "{report}");
    }

    #[test]
    fn several_mistakes_are_told_at_once_and_nothing_is_written() {
        let folder = folder("mistakes");
        let sheets = [
            ("provisions.csv", "id,citation,sumary\nsec_1,Section 1,It begins.\n"),
            ("groups.csv", "id,label,member,description\nriders,Riders,,They ride.\n"),
            ("concerns.csv", "id,title,summary,provisions\nfees,Fees,They are high.,sec_2\n"),
        ];
        for (name, text) in sheets {
            fs::write(folder.join(name), text).unwrap();
        }
        let out = folder.join("dataset.json");
        let error = import(&Import {
            files: vec![folder.clone()],
            out: Some(out.clone()),
            sources: None,
            law: laws::Options::default(),
        });
        let written = out.exists();
        fs::remove_dir_all(&folder).unwrap();
        assert!(!written);
        let error = error.unwrap_err().to_string();
        for line in [
            "the sheet `Dataset` is missing",
            "sheet `groups.csv`, row 2, column C (`member`): blank; it must be filled in",
            "sheet `provisions.csv`, column C: no column is called `sumary`; did you mean `summary`?",
            "sheet `concerns.csv`, row 2, column D (`provisions`): no provision `sec_2`; did you mean `sec_1`?",
        ] {
            assert!(error.lines().any(|told| told == line), "{line} in {error}");
        }
    }

    #[test]
    fn a_template_is_an_xlsx() {
        let wanted = Template { file: "template.ods".into(), from: None };
        let error = template(&wanted).unwrap_err().to_string();
        assert_eq!(error, "`template.ods` is to be a workbook; let its name end in `.xlsx`");
    }

    #[test]
    fn quotations_of_a_workbook_are_confirmed_and_their_rows_named() {
        let folder = folder("quotes");
        let (book, json) = (folder.join("example.xlsx"), folder.join("example.json"));
        template(&Template { file: book.clone(), from: Some(example()) }).unwrap();
        let texts = folder.join("texts");
        tree::make_folder(&texts).unwrap();
        for file in tree::list(&super::super::beside(&example()).unwrap()).unwrap() {
            fs::copy(&file, texts.join(file.file_name().unwrap())).unwrap();
        }
        let run = || {
            import(&Import {
                files: vec![book.clone()],
                out: Some(json.clone()),
                sources: Some(texts.clone()),
                law: laws::Options::default(),
            })
        };
        let sound = run();
        let letter = texts.join("cyclists-letter.txt");
        let text = fs::read_to_string(&letter).unwrap();
        fs::write(&letter, text.replace("in the wrong way", "in a wrong way")).unwrap();
        let error = run().unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(sound.unwrap().contains("quotes: 11 confirmed to the letter, 0 not"));
        let line = error.lines().find(|it| it.contains("[-the-] {+a+} wrong way")).unwrap();
        assert!(line.starts_with("sheet `Positions`, row 3"), "{error}");
    }
}
