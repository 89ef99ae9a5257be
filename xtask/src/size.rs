//! `cargo xtask size`: what a reader downloads, and what editors' pages do, against the budget in
//! `budget.toml` and beside the last commit's figures.
//!
//! This file holds the budget and the table of files, `last` the figures that are kept, `docs` what the
//! docs say of them, `parts` what a module is made of. All of it is printed for each build that there is.

mod docs;
mod last;
mod parts;

use std::{collections::BTreeMap, fmt::Write as _, iter};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{
    build::{
        self,
        manifest::{Entry, Manifest},
        wasm,
    },
    mode::Mode,
    size::last::Figures,
    tree::{self, COMPILED_DATASET, LOADER, MANIFEST, PARENT_SCRIPT, Tree},
};

/// The most that may be downloaded, in bytes, by the folder of a build.
type Budget = BTreeMap<String, Limits>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    brotli: Brotli,
    raw: Raw,
    editors: Editors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Brotli {
    loader: u64,
    sum: u64,
    parent: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    wasm: u64,
}

/// Brotli, too.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Editors {
    configurator: u64,
    painter: u64,
    pdf: u64,
}

/// What rows of the table are called that are no single file of an explorer's.
const LOADER_ROW: &str = "loader";
const SCRIPT: &str = "glue and styles";
const MODULE: &str = "wasm";
const DATA: &str = "default data";
const SUM: &str = "sum";
const PARENT: &str = "beside a frame";

/// What the pages for editors load, by the names of the files: the module of both pages, what draws
/// pictures, what reads PDFs.
const EDITORS: [&str; 3] = ["configurator", "painter", "pdf"];

/// The four files that one explorer needs, the one that a story with a frame needs instead, and what
/// editors' pages load, in the order of `EDITORS`.
struct Download {
    loader: Entry,
    script: Entry,
    wasm: Entry,
    data: Entry,
    parent: Entry,
    /// A module with its glue: bytes, raw and after Brotli.
    editors: [[u64; 2]; 3],
}

/// Returns the tables of sizes of some builds, and keeps the figures for the next commit; above the
/// budget, an error that holds the same tables.
pub(crate) fn check(tree: &Tree, builds: &[Mode]) -> Result<String> {
    let file = tree.root().join("budget.toml");
    let budget: Budget = toml::from_str(&tree::read_text(&file)?)
        .with_context(|| format!("`{}` is not a budget", file.display()))?;
    let last = last::committed(tree);
    let mut kept = last::read(tree)?;
    let (mut tables, mut excesses) = (String::new(), Vec::new());
    for &mode in builds {
        let name = mode.folder();
        let download = Download::of(&Manifest::read(&tree.dist_of(mode))?)?;
        tables += &download.table(name, last.get(name));
        let limits = budget.get(name);
        let limits = limits.with_context(|| format!("`budget.toml` has no [{name}.brotli]"))?;
        excesses.extend(download.excesses(name, limits));
        kept.insert(name.to_owned(), download.figures());
    }
    last::write(tree, &kept)?;
    docs::write(tree, &kept)?;
    if excesses.is_empty() {
        return Ok(tables);
    }
    bail!("the download is over its budget (budget.toml):\n{}\n{tables}", excesses.join("\n"))
}

/// Returns the tables of sizes and of what the modules are made of.
pub(crate) fn report(tree: &Tree) -> Result<String> {
    let target = build::target_folder(tree)?;
    let builds = builds(tree);
    let mut tables = check(tree, &builds)?;
    for mode in builds {
        let wasm = wasm::with_names(tree, &target, mode)?;
        let parts = parts::table(&wasm).context("the module with names does not parse")?;
        let name = mode.folder();
        write!(tables, "\n{name}/, its code {parts}").expect("a String takes any text");
    }
    Ok(tables)
}

/// The builds that are there; the one that everybody makes is asked for all the same.
fn builds(tree: &Tree) -> Vec<Mode> {
    let there = tree.dist_of(Mode::Smallest).join(MANIFEST).is_file();
    iter::once(Mode::Release).chain(there.then_some(Mode::Smallest)).collect()
}

impl Download {
    fn of(manifest: &Manifest) -> Result<Self> {
        let find = |start: &str, end: &str| {
            manifest
                .files
                .iter()
                .find(|(name, _)| name.starts_with(start) && name.ends_with(end))
                .map(|(_, entry)| entry.clone())
                .with_context(|| {
                    format!("dist/manifest.json names no `{start}…{end}`; run `cargo xtask build`")
                })
        };
        Ok(Self {
            loader: find(LOADER, "")?,
            script: find("assets/widget-", ".js")?,
            wasm: find("assets/widget-", ".wasm")?,
            data: find(COMPILED_DATASET, "")?,
            parent: find(PARENT_SCRIPT, "")?,
            editors: EDITORS.map(|name| together(manifest, name)),
        })
    }

    fn rows(&self) -> [(&'static str, &Entry); 4] {
        [
            (LOADER_ROW, &self.loader),
            (SCRIPT, &self.script),
            (MODULE, &self.wasm),
            (DATA, &self.data),
        ]
    }

    fn figures(&self) -> Figures {
        let mut figures: Figures =
            self.rows().map(|(name, it)| (name.to_owned(), [it.bytes, it.brotli])).into();
        let sum = figures.values().fold([0, 0], |sum, it| [sum[0] + it[0], sum[1] + it[1]]);
        figures.insert(SUM.to_owned(), sum);
        figures.insert(PARENT.to_owned(), [self.parent.bytes, self.parent.brotli]);
        figures.extend(EDITORS.map(str::to_owned).into_iter().zip(self.editors));
        figures
    }

    fn brotli(&self) -> u64 {
        self.rows().iter().map(|(_, entry)| entry.brotli).sum()
    }

    fn table(&self, dist: &str, last: Option<&Figures>) -> String {
        let mut table = line([&format!("{dist}/"), "bytes", "brotli", "since the last commit"]);
        let figures = self.figures();
        let names =
            self.rows().map(|(name, _)| name).into_iter().chain([SUM, PARENT]).chain(EDITORS);
        for (name, &[bytes, brotli]) in names.filter_map(|name| figures.get_key_value(name)) {
            let change = last.and_then(|it| it.get(name)).map(|it| change(it[1], brotli));
            let change = change.unwrap_or_default();
            table += &line([name, &grouped(bytes), &grouped(brotli), &change]);
        }
        table
    }

    fn excesses(&self, dist: &str, limits: &Limits) -> Vec<String> {
        let [configurator, painter, pdf] = self.editors.map(|[_, brotli]| brotli);
        [
            ("the loader, brotli", self.loader.brotli, limits.brotli.loader),
            ("the sum, brotli", self.brotli(), limits.brotli.sum),
            ("the script beside a frame, brotli", self.parent.brotli, limits.brotli.parent),
            ("the wasm, raw", self.wasm.bytes, limits.raw.wasm),
            ("the configurator, brotli", configurator, limits.editors.configurator),
            ("what draws pictures, brotli", painter, limits.editors.painter),
            ("what reads PDFs, brotli", pdf, limits.editors.pdf),
        ]
        .into_iter()
        .filter(|(_, size, most)| size > most)
        .map(|(what, size, most)| {
            format!("{dist}/, {what}: {} bytes, at most {}", grouped(size), grouped(most))
        })
        .collect()
    }
}

/// All hashed files with this name.
fn together(manifest: &Manifest, name: &str) -> [u64; 2] {
    let start = format!("assets/{name}-");
    let files = manifest.files.iter().filter(|(path, _)| path.starts_with(&start));
    files.fold([0, 0], |sum, (_, it)| [sum[0] + it.bytes, sum[1] + it.brotli])
}

fn line([name, bytes, brotli, change]: [&str; 4]) -> String {
    let line = format!("{name:<16}{bytes:>10}{brotli:>10}{change:>23}");
    line.trim_end().to_owned() + "\n"
}

/// How much more or less it is now.
fn change(before: u64, now: u64) -> String {
    match now.checked_sub(before) {
        Some(0) => "same".to_owned(),
        Some(more) => format!("+{}", grouped(more)),
        None => format!("-{}", grouped(before - now)),
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(bytes: u64, brotli: u64) -> Entry {
        Entry { bytes, brotli, integrity: String::new() }
    }

    fn download() -> Download {
        Download {
            loader: entry(3000, 1000),
            script: entry(20_000, 6000),
            wasm: entry(400_000, 100_000),
            data: entry(80_000, 20_000),
            parent: entry(1500, 700),
            editors: [[6_000_000, 1_500_000], [2_000_000, 900_000], [1_800_000, 400_000]],
        }
    }

    fn limits(less: u64) -> Limits {
        Limits {
            brotli: Brotli { loader: 1000 - less, sum: 127_000 - less, parent: 700 - less },
            raw: Raw { wasm: 400_000 - less },
            editors: Editors {
                configurator: 1_500_000 - less,
                painter: 900_000 - less,
                pdf: 400_000 - less,
            },
        }
    }

    #[test]
    fn digits_are_grouped_in_threes() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1234), "1,234");
        assert_eq!(grouped(123_456_789), "123,456,789");
    }

    #[test]
    fn a_download_within_the_budget_has_no_excess() {
        assert!(download().excesses("dist", &limits(0)).is_empty());
    }

    #[test]
    fn each_excess_says_how_much_and_how_much_is_allowed() {
        assert_eq!(
            download().excesses("dist", &limits(1)),
            [
                "dist/, the loader, brotli: 1,000 bytes, at most 999",
                "dist/, the sum, brotli: 127,000 bytes, at most 126,999",
                "dist/, the script beside a frame, brotli: 700 bytes, at most 699",
                "dist/, the wasm, raw: 400,000 bytes, at most 399,999",
                "dist/, the configurator, brotli: 1,500,000 bytes, at most 1,499,999",
                "dist/, what draws pictures, brotli: 900,000 bytes, at most 899,999",
                "dist/, what reads PDFs, brotli: 400,000 bytes, at most 399,999",
            ]
        );
    }

    #[test]
    fn what_an_editor_loads_is_a_module_with_its_glue() {
        let files = [("assets/painter-1.js", 7, 3), ("assets/painter-1.wasm", 90, 40)];
        let files = files.map(|(path, bytes, brotli)| (path.to_owned(), entry(bytes, brotli)));
        let manifest = Manifest { version: String::new(), files: files.into() };
        assert_eq!(together(&manifest, "painter"), [97, 43]);
    }

    #[test]
    fn a_row_says_what_changed_since_the_last_commit() {
        let last = Figures::from([("loader".into(), [3000, 1100]), ("wasm".into(), [1, 99_000])]);
        let table = download().table("dist", Some(&last));
        let row = |name: &str| table.lines().find(|it| it.starts_with(name)).unwrap().to_owned();
        assert!(row("loader").ends_with("1,000                   -100"));
        assert!(row("wasm").ends_with(" +1,000"));
        assert!(row("sum").ends_with(" 127,000"));
    }
}
