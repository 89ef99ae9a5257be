//! Stories that are out, against a new edition of the dataset that they were made with.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use authoring::Dataset;
use snippets::{Editions, Touched};

use crate::tree;

/// What a story may be saved as.
const ENDINGS: [&str; 12] =
    ["txt", "text", "md", "markdown", "mdx", "html", "htm", "xhtml", "docx", "eml", "mhtml", "mht"];
/// What systems export their posts as.
const EXPORT: &str = "xml";

/// What a new edition touches of a folder of stories, a line for each place, with its file and line.
///
/// # Errors
/// Where the folder or one of the editions cannot be read; files that cannot be are told among the
/// lines.
pub(crate) fn touched(old: &Path, new: &Path, folder: &Path) -> Result<String> {
    let (old, new) = (sound(old)?, sound(new)?);
    let editions = Editions::new(&old, &new);
    let (mut lines, mut read, mut passed) = (Vec::new(), 0_usize, Vec::new());
    for file in &files(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        match touch(&editions, file, &name)? {
            None => passed.push(name),
            Some(told) => {
                read += 1;
                lines.extend(told);
            }
        }
    }
    ensure!(
        read > 0,
        "`{}` holds no story; they end in .{} or, as WordPress exports posts, in .{EXPORT}",
        folder.display(),
        ENDINGS.join(", .")
    );
    let stories = if read == 1 { "1 file".into() } else { format!("{read} files") };
    let head = match lines.len() {
        0 => format!("{stories}, and the new edition touches nothing in them"),
        1 => format!("{stories}, 1 place to look at"),
        count => format!("{stories}, {count} places to look at"),
    };
    lines.insert(0, head);
    if !passed.is_empty() {
        lines.push(format!("not read, as no stories: {}", passed.join(", ")));
    }
    Ok(lines.join("\n"))
}

/// What is told of a file; none where it is no story.
fn touch(editions: &Editions<'_>, file: &Path, name: &str) -> Result<Option<Vec<String>>> {
    let ending = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    let found = if ending == EXPORT {
        editions.touch_export(name, &tree::read(file)?)
    } else if ENDINGS.contains(&ending.as_str()) {
        editions.touch(&as_read(name, &ending), &tree::read(file)?).map(Some)
    } else {
        return Ok(None);
    };
    let line = |it: &Touched| format!("{name}, line {}: {}", it.line, it.what);
    Ok(match found {
        Ok(found) => found.map(|all| all.iter().map(line).collect()),
        Err(why) => Some(vec![why.to_string()]),
    })
}

/// Markdown with components is Markdown.
fn as_read(name: &str, ending: &str) -> String {
    if ending == "mdx" { name.trim_end_matches(['x', 'X']).into() } else { name.into() }
}

fn sound(file: &Path) -> Result<Dataset> {
    let reading = super::read(file)?;
    let dataset = reading.dataset.filter(|_| reading.problems.is_empty());
    dataset.with_context(|| {
        let name = file.display();
        format!("`{name}` breaks its rules; check it, and it is told")
    })
}

/// All files in a folder and in those within it, in the order of their names; what is hidden isn't there.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_hidden = |path: &Path| {
        let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        name.starts_with('.') || name == "node_modules"
    };
    let mut found = Vec::new();
    for entry in tree::list(folder)?.into_iter().filter(|it| !is_hidden(it)) {
        if tree::is_folder(&entry) {
            found.extend(files(&entry)?);
        } else {
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
        fs::write(at("stories/d.css"), "a {}").expect("it is written");
        let export = "<rss><channel><item><title>Police</title>\n<content:encoded><![CDATA[<p>One</p>\n\
            <p>Under Article 24 of the UN Convention against Cybercrime.</p>]]></content:encoded></item></channel></rss>";
        fs::write(at("stories/e.xml"), export).expect("it is written");
        fs::write(at("stories/f.xml"), "<law><p>Article 24</p></law>").expect("it is written");
        let said = touched(&old, &at("new.json"), &at("stories")).expect("it is read");
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(lines.len(), 5, "{said}");
        assert_eq!(lines[0], "4 files, 3 places to look at");
        let told = "2026/a.html, line 2: a mention leads to Article 24: its heading changed";
        assert_eq!(lines[1], told);
        assert!(lines[2].contains("c.docx"), "{said}");
        let told = "e.xml, line 3: in “Police” the story names Article 24: its heading changed";
        assert_eq!(lines[3], told);
        assert_eq!(lines[4], "not read, as no stories: d.css, f.xml");
        fs::remove_dir_all(folder).expect("it is there");
    }
}
