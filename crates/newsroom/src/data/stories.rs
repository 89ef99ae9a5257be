//! Stories that are out, against a new edition of the dataset that they were made with.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Error, Result, ensure};
use authoring::Dataset;
use snippets::{Editions, Found, Touched};

use super::InPart;
use crate::tree;

/// What a story may be saved as.
const ENDINGS: [&str; 12] =
    ["txt", "text", "md", "markdown", "mdx", "html", "htm", "xhtml", "docx", "eml", "mhtml", "mht"];
/// What systems export their posts as.
const EXPORT: &str = "xml";

/// What a new edition touches of a folder of stories, a line for each place, with its file and line.
///
/// # Errors
/// Where the folder or one of the editions cannot be read; with what was found, where a file can't be.
pub(crate) fn touched(old: &Path, new: &Path, folder: &Path) -> Result<String> {
    let (old, new) = (sound(old)?, sound(new)?);
    let bundled = Path::new(tree::DEFAULT_DATASET).file_stem().and_then(|it| it.to_str());
    let editions = Editions::new(&old, &new).beside(bundled.unwrap_or_default());
    let mut report = Report::default();
    let mut files = Files::default();
    files.within(folder)?;
    for file in &files.found {
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        report.take(&editions, file, &name);
    }
    let is_any = report.read > 0 || !report.unread.is_empty() || !files.unread.is_empty();
    ensure!(
        is_any,
        "`{}` holds no story; they end in .{} or, as WordPress exports posts, in .{EXPORT}",
        folder.display(),
        ENDINGS.join(", .")
    );
    report.unread.extend(files.unread);
    let out = report.told(&files.passed);
    if report.unread.is_empty() {
        return Ok(out);
    }
    let what = format!("{} problem(s)\n{}", report.unread.len(), report.unread.join("\n"));
    Err(InPart { out: out + "\n", what }.into())
}

#[derive(Default)]
struct Report {
    lines: Vec<String>,
    /// How many files could be read, and of how many the new edition touches something.
    read: usize,
    touched: usize,
    /// Why others, or parts of them, couldn't be.
    unread: Vec<String>,
    /// Of which other laws there are snippets.
    others: BTreeMap<String, usize>,
    /// By ending, how many files are no stories.
    passed: BTreeMap<String, usize>,
}

impl Report {
    fn take(&mut self, editions: &Editions<'_>, file: &Path, name: &str) {
        let ending = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
        match touch(editions, file, name, &ending.to_ascii_lowercase()) {
            Err(why) => self.unread.push(format!("{why:#}")),
            Ok(None) => {
                let kind =
                    if ending.is_empty() { "no ending".into() } else { format!(".{ending}") };
                count(&mut self.passed, &kind);
            }
            Ok(Some(Found { touched, unread, others })) => {
                self.read = self.read.saturating_add(1);
                self.touched = self.touched.saturating_add(usize::from(!touched.is_empty()));
                let line = |it: &Touched| format!("{name}, {}: {}", it.place(), it.what);
                self.lines.extend(touched.iter().map(line));
                for it in &others {
                    count(&mut self.others, it);
                }
                self.unread.extend(unread.iter().map(ToString::to_string));
            }
        }
    }

    fn told(&self, passed: &BTreeMap<String, usize>) -> String {
        let read = if self.read == 1 { "1 file".into() } else { format!("{} files", self.read) };
        let mut all = vec![match self.lines.len() {
            0 => format!("{read} read, and the new edition touches nothing in them"),
            1 => format!("{read} read, 1 touched, 1 place to look at"),
            count => format!("{read} read, {} touched, {count} places to look at", self.touched),
        }];
        all.extend(self.lines.iter().cloned());
        if !self.others.is_empty() {
            all.push(format!("snippets of other laws, not compared: {}", counted(&self.others)));
        }
        if !self.passed.is_empty() {
            all.push(format!("no stories, nor anything of an explorer: {}", counted(&self.passed)));
        }
        if !passed.is_empty() {
            let all_passed = counted(passed);
            all.push(format!(
                "hidden, of packages, or linked to once more, and not looked into: {all_passed}"
            ));
        }
        all.join("\n")
    }
}

fn count(all: &mut BTreeMap<String, usize>, kind: &str) {
    let count = all.entry(kind.into()).or_default();
    *count = count.saturating_add(1);
}

fn counted(all: &BTreeMap<String, usize>) -> String {
    let all: Vec<_> = all.iter().map(|(kind, count)| format!("{count} × {kind}")).collect();
    all.join(", ")
}

/// What is told of a file; none where it is no story and has nothing of an explorer.
fn touch(editions: &Editions<'_>, file: &Path, name: &str, ending: &str) -> Result<Option<Found>> {
    let bytes = tree::read(file)?;
    let found = match ending {
        EXPORT => editions.touch_export(name, &bytes)?,
        // Markdown with components is Markdown.
        "mdx" => Some(editions.touch_as(name, "md", &bytes)?),
        _ if ENDINGS.contains(&ending) => Some(editions.touch_as(name, ending, &bytes)?),
        _ => None,
    };
    Ok(found.or_else(|| editions.touch_any(&bytes)))
}

fn sound(file: &Path) -> Result<Dataset> {
    let reading = super::read(file)?;
    let dataset = reading.dataset.filter(|_| reading.problems.is_empty());
    dataset.with_context(|| {
        let name = file.display();
        format!("`{name}` breaks its rules; check it, and it is told")
    })
}

/// All files in a folder and in those within it, in the order of their names.
#[derive(Default)]
struct Files {
    found: Vec<PathBuf>,
    /// What isn't looked into, by its name.
    passed: BTreeMap<String, usize>,
    unread: Vec<String>,
    /// Folders by where they are, for a link may lead to one above.
    entered: BTreeSet<PathBuf>,
}

impl Files {
    fn within(&mut self, folder: &Path) -> Result<(), Error> {
        self.entered.extend(tree::whole(folder));
        for entry in tree::list(folder)? {
            let name = entry.file_name().and_then(|it| it.to_str()).unwrap_or_default();
            let is_folder = tree::is_folder(&entry);
            let is_entered = || tree::whole(&entry).is_some_and(|it| self.entered.contains(&it));
            if name.starts_with('.') || name == "node_modules" || is_folder && is_entered() {
                count(&mut self.passed, name);
            } else if is_folder {
                let read = self.within(&entry);
                self.unread.extend(read.err().map(|why| format!("{why:#}")));
            } else {
                self.found.push(entry);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder with the bundled law as an edition in which the heading of Article 24 is another.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            let text = fs::read_to_string(old()).expect("the bundled law");
            let new = text.replacen("\"Conditions and Safeguards\"", "\"Safeguards\"", 1);
            assert_ne!(new, text);
            for (file, text) in [("new.json", new.as_str())].iter().chain(files) {
                tree::write(&folder.join(file), text.as_bytes()).expect("it is written");
            }
            Self(folder)
        }

        /// What is printed, and what is told to be wrong.
        fn check(&self) -> (String, String) {
            match touched(&old(), &self.0.join("new.json"), &self.0.join("stories")) {
                Ok(out) => (out, String::new()),
                Err(error) => {
                    let part = error.downcast::<InPart>().expect("some could be read");
                    (part.out, part.what)
                }
            }
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    fn old() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(tree::DEFAULT_DATASET)
    }

    const MARKED: &str = "First line.\n<provision-ref to=\"24\">that</provision-ref>\n";

    #[test]
    fn a_folder_of_stories_is_read_whole_and_each_line_names_its_file() {
        let export = "<rss><channel><item><title>Police</title>\n<content:encoded><![CDATA[<p>One</p>\n\
            <p>Under Article 24 of the UN Convention against Cybercrime.</p>]]></content:encoded></item></channel></rss>";
        let mail = "Subject: A\nContent-Type: text/html\n\nFirst line.\n<provision-ref to=\"24\">that</provision-ref>\n";
        let folder = Folder::new(
            "stories",
            &[
                ("stories/2026/a.html", MARKED),
                ("stories/b.md", "Nothing of the law."),
                ("stories/d.css", "a {}"),
                ("stories/d.jpg", "\0"),
                ("stories/e.xml", export),
                ("stories/f.xml", "<law><p>Article 24</p></law>"),
                ("stories/g.vue", "<template>\n<provision-explorer highlight=\"24\" /></template>"),
                ("stories/h.eml", mail),
                (
                    "stories/i.html",
                    "<provision-explorer dataset='/laws/other.law.txt' highlight='24'>",
                ),
                ("stories/.git/a.html", MARKED),
                ("stories/x/node_modules/a.html", MARKED),
                ("stories/y/node_modules/a.html", MARKED),
            ],
        );
        let (said, wrong) = folder.check();
        assert_eq!(wrong, "");
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "6 files read, 4 touched, 4 places to look at",
                "2026/a.html, line 2: a mention leads to Article 24: its heading changed",
                "e.xml, line 3: in “Police” the story names Article 24: its heading changed",
                "g.vue, line 2: a snippet highlights Article 24: its heading changed",
                "h.eml, line 2 of its HTML: a mention leads to Article 24: its heading changed",
                "snippets of other laws, not compared: 1 × /laws/other.law.txt",
                "no stories, nor anything of an explorer: 1 × .css, 1 × .jpg, 1 × .xml",
                "hidden, of packages, or linked to once more, and not looked into: 1 × .git, 2 × node_modules",
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_wrong_and_what_can_is_told_all_the_same() {
        let export = "<rss><channel><item><title>Fish & chips</title>\n<content>&lt;provision-ref to='24'></content></item>\n\
             <item><title>B</b></item>\n<item><title>C</title><content>&lt;provision-ref to='24'></content></item>\n\
             </channel></rss>";
        let folder = Folder::new(
            "unread",
            &[
                ("stories/a.html", MARKED),
                ("stories/c.docx", "no document"),
                ("stories/c.mdx", "a\0b"),
                ("stories/e.xml", export),
            ],
        );
        let (said, wrong) = folder.check();
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "2 files read, 2 touched, 3 places to look at",
                "a.html, line 2: a mention leads to Article 24: its heading changed",
                "e.xml, line 2: in “Fish & chips” a mention leads to Article 24: its heading changed",
                "e.xml, line 4: in “C” a mention leads to Article 24: its heading changed",
            ]
        );
        let wrong: Vec<_> = wrong.lines().collect();
        assert_eq!(wrong.len(), 4, "{wrong:?}");
        assert_eq!(wrong[0], "3 problem(s)");
        assert!(wrong[1].starts_with("`c.docx` is no Word document"), "{wrong:?}");
        assert!(wrong[2].starts_with("`c.mdx` holds no text"), "{wrong:?}");
        assert!(wrong[3].starts_with("`e.xml` breaks at line 3: "), "{wrong:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_is_entered_once_whatever_links_lead_to_it() {
        let folder = Folder::new("linked", &[("stories/in/a.html", MARKED)]);
        std::os::unix::fs::symlink("../..", folder.0.join("stories/in/up")).expect("it is made");
        std::os::unix::fs::symlink("..", folder.0.join("stories/in/back")).expect("it is made");
        let (said, _) = folder.check();
        assert_eq!(said.matches("a.html").count(), 1, "{said}");
    }
}
