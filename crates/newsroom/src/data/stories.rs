//! Stories that are out, against a new edition of the dataset that they were made with.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use authoring::Dataset;
use snippets::Editions;

use crate::tree;

/// What a story may be saved as.
const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "docx"];

/// What a new edition touches of a folder of stories, a line for each place, with its file and line.
///
/// # Errors
/// Where the folder or one of the editions cannot be read; files that cannot be are told among the
/// lines.
pub(crate) fn touched(old: &Path, new: &Path, folder: &Path) -> Result<String> {
    let (old, new) = (sound(old)?, sound(new)?);
    let editions = Editions::new(&old, &new);
    let files = stories(folder)?;
    ensure!(!files.is_empty(), "`{}` holds no {}", folder.display(), ENDINGS.join(", "));
    let mut lines = Vec::new();
    for file in &files {
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        match editions.touch(&name, &tree::read(file)?) {
            Ok(touched) => {
                lines.extend(
                    touched.iter().map(|it| format!("{name}, line {}: {}", it.line, it.what)),
                );
            }
            Err(why) => lines.push(why.to_string()),
        }
    }
    let head = match lines.len() {
        0 => format!("{} stories, none of which the new edition touches", files.len()),
        count => format!("{} stories, {count} places to look at", files.len()),
    };
    lines.insert(0, head);
    Ok(lines.join("\n"))
}

fn sound(file: &Path) -> Result<Dataset> {
    let reading = super::read(file)?;
    let dataset = reading.dataset.filter(|_| reading.problems.is_empty());
    dataset.with_context(|| {
        let name = file.display();
        format!("`{name}` breaks its rules; check it, and it is told")
    })
}

/// All stories in a folder and in those within it, in the order of their names.
fn stories(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in tree::list(folder)? {
        let ending = entry.extension().and_then(|it| it.to_str()).unwrap_or_default();
        if tree::is_folder(&entry) {
            found.extend(stories(&entry)?);
        } else if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
            found.push(entry);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_of_stories_is_read_whole_and_each_line_names_its_file() {
        let folder = std::env::temp_dir().join(format!("stories-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("it is made");
        let at = |name: &str| folder.join(name);
        let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(tree::DEFAULT_DATASET);
        let text = fs::read_to_string(&old).expect("the bundled law");
        let new = text.replacen("\"Conditions and Safeguards\"", "\"Safeguards\"", 1);
        assert_ne!(new, text);
        fs::write(at("new.json"), new).expect("it is written");
        fs::create_dir_all(at("stories/2026")).expect("it is made");
        let story = "First line.\n<provision-ref to=\"24\">that</provision-ref>\n";
        fs::write(at("stories/2026/a.html"), story).expect("it is written");
        fs::write(at("stories/b.md"), "Nothing of the law.").expect("it is written");
        fs::write(at("stories/c.docx"), "no document").expect("it is written");
        let said = touched(&old, &at("new.json"), &at("stories")).expect("it is read");
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(lines.len(), 3, "{said}");
        assert_eq!(lines[0], "3 stories, 2 places to look at");
        let told = "2026/a.html, line 2: a mention leads to Article 24: its heading changed";
        assert_eq!(lines[1], told);
        assert!(lines[2].contains("c.docx"), "{said}");
        fs::remove_dir_all(folder).expect("it is there");
    }
}
