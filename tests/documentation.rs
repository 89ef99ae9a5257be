//! The pages of documentation lead somewhere, every relative link and every heading it names, and can
//! be read.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).into()
}

/// Folders that hold other people's pages, or what is built.
const PASSED_OVER: [&str; 5] = ["node_modules", "target", "dist", "dist-smallest", "fuzz"];

/// The Markdown files of the repository.
fn pages() -> Vec<PathBuf> {
    let (mut folders, mut found) = (vec![root()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be listed") {
            let path = entry.expect("the folder can be listed").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() && !name.starts_with('.') && !PASSED_OVER.contains(&&*name) {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                found.push(path);
            }
        }
    }
    found
}

/// The text without code, in which brackets mean something else.
fn prose(page: &str) -> String {
    let mut fenced = false;
    let mut text = String::new();
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            text.extend(line.split('`').step_by(2));
            text.push('\n');
        }
    }
    text
}

/// Where the links and pictures of a page lead.
fn links(page: &str) -> Vec<String> {
    let text = prose(page);
    let targets = text.split("](").skip(1);
    targets.filter_map(|rest| rest.split(')').next()).map(String::from).collect()
}

/// The names by which links reach the headings of a page, as GitHub gives them.
fn headings(page: &str) -> BTreeSet<String> {
    let mut fenced = false;
    let heading = |line: &str| {
        fenced ^= line.starts_with("```");
        let title = line.trim_start_matches('#').strip_prefix(' ')?.to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
        (line.starts_with('#') && !fenced).then(|| kept.collect::<String>().replace(' ', "-"))
    };
    page.lines().filter_map(heading).collect()
}

/// What is wrong with a link of a page.
fn fault(page: &Path, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (file, heading) = link.split_once('#').map_or((link, None), |(file, it)| (file, Some(it)));
    let target = if file.is_empty() { page.into() } else { page.with_file_name(file) };
    if !target.exists() {
        return Some(format!("{}: `{link}` leads nowhere", page.display()));
    }
    let text = fs::read_to_string(target).unwrap_or_default();
    heading
        .filter(|it| !headings(&text).contains(*it))
        .map(|_| format!("{}: `{link}` names no heading", page.display()))
}

#[test]
fn every_relative_link_of_the_documentation_leads_somewhere() {
    let mut links_seen = 0;
    let mut faults = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).expect("a page is text");
        let links = links(&text);
        links_seen += links.len();
        faults.extend(links.iter().filter_map(|link| fault(&page, link)));
    }
    assert!(links_seen > 50, "only {links_seen} links found");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_link_that_leads_nowhere_is_found_and_code_is_not_a_link() {
    let page = root().join("README.md");
    assert_eq!(links("[a](b.md) `[c](d)`\n```\n[e](f)\n```\n![g](h.png)"), ["b.md", "h.png"]);
    assert!(fault(&page, "docs/none.md").is_some());
    assert!(fault(&page, "docs/hosting.md#no-such-heading").is_some());
    assert!(fault(&page, "#no-such-heading").is_some());
    assert!(fault(&page, "docs/hosting.md").is_none());
    assert!(fault(&page, "https://example.org/none").is_none());
    assert_eq!(
        headings("# A b\n```\n# c\n```\n## `<x>` D-e"),
        BTreeSet::from(["a-b".into(), "x-d-e".into()])
    );
}

/// How many words a paragraph or an item of a list may have: nobody reads more at a stretch.
const MOST_WORDS: usize = 130;

/// The paragraphs and items that have more, each by its line. A row of a table is read cell by cell.
fn walls(page: &str) -> Vec<(usize, usize)> {
    let lines = page.lines().enumerate().filter(|(_, line)| !line.starts_with('|'));
    let counted = lines.map(|(at, line)| (at + 1, line.split_whitespace().count()));
    counted.filter(|(_, words)| *words > MOST_WORDS).collect()
}

#[test]
fn no_paragraph_of_the_documentation_is_a_wall() {
    let mut found = Vec::new();
    for page in pages() {
        let walls = walls(&fs::read_to_string(&page).expect("a page is text"));
        let told = |(line, words)| format!("{}:{line}: {words} words", page.display());
        found.extend(walls.into_iter().map(told));
    }
    assert!(found.is_empty(), "at most {MOST_WORDS} words a paragraph: {found:#?}");
}

#[test]
fn a_wall_is_found_and_a_table_is_none() {
    let words = "word ".repeat(MOST_WORDS);
    assert_eq!(walls(&format!("{words}\n\n- {words}\n| {words} more |\n")), [(3, MOST_WORDS + 1)]);
}
