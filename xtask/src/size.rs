//! `cargo xtask size`: what a reader downloads, against the budget in `budget.toml`.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{
    build::manifest::{Entry, Manifest},
    tree::{self, DEFAULT_DATASET, LOADER, PARENT_SCRIPT, Tree},
};

/// The most that may be downloaded, in bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    brotli: Brotli,
    raw: Raw,
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

/// The four files that one explorer needs, and the one that a story with a frame needs instead.
struct Download {
    loader: Entry,
    script: Entry,
    wasm: Entry,
    data: Entry,
    parent: Entry,
}

/// Returns the table of sizes; above the budget, an error that holds the same table.
pub(crate) fn check(tree: &Tree) -> Result<String> {
    let download = Download::of(&Manifest::read(&tree.dist())?)?;
    let file = tree.root().join("budget.toml");
    let budget: Budget = toml::from_str(&tree::read_text(&file)?)
        .with_context(|| format!("`{}` is not a budget", file.display()))?;
    let table = download.table();
    let excesses = download.excesses(&budget);
    if excesses.is_empty() {
        return Ok(table);
    }
    bail!("the download is over its budget (budget.toml):\n{}\n{table}", excesses.join("\n"))
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
            data: find(DEFAULT_DATASET, "")?,
            parent: find(PARENT_SCRIPT, "")?,
        })
    }

    fn rows(&self) -> [(&'static str, &Entry); 4] {
        [
            ("loader", &self.loader),
            ("glue and styles", &self.script),
            ("wasm", &self.wasm),
            ("default data", &self.data),
        ]
    }

    fn brotli(&self) -> u64 {
        self.rows().iter().map(|(_, entry)| entry.brotli).sum()
    }

    fn table(&self) -> String {
        let mut table = line("", "bytes", "brotli");
        for (name, entry) in self.rows() {
            table += &line(name, &grouped(entry.bytes), &grouped(entry.brotli));
        }
        let bytes = self.rows().iter().map(|(_, entry)| entry.bytes).sum();
        table += &line("sum", &grouped(bytes), &grouped(self.brotli()));
        table + &line("beside a frame", &grouped(self.parent.bytes), &grouped(self.parent.brotli))
    }

    fn excesses(&self, budget: &Budget) -> Vec<String> {
        [
            ("the loader, brotli", self.loader.brotli, budget.brotli.loader),
            ("the sum, brotli", self.brotli(), budget.brotli.sum),
            ("the script beside a frame, brotli", self.parent.brotli, budget.brotli.parent),
            ("the wasm, raw", self.wasm.bytes, budget.raw.wasm),
        ]
        .into_iter()
        .filter(|(_, size, most)| size > most)
        .map(|(what, size, most)| {
            format!("{what}: {} bytes, at most {}", grouped(size), grouped(most))
        })
        .collect()
    }
}

fn line(name: &str, bytes: &str, brotli: &str) -> String {
    let mut line = String::new();
    writeln!(line, "{name:<16}{bytes:>10}{brotli:>10}").expect("a String takes any text");
    line
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
        let brotli = Brotli { loader: 1000, sum: 127_000, parent: 700 };
        let budget = Budget { brotli, raw: Raw { wasm: 400_000 } };
        assert!(download().excesses(&budget).is_empty());
    }

    #[test]
    fn each_excess_says_how_much_and_how_much_is_allowed() {
        let brotli = Brotli { loader: 999, sum: 126_999, parent: 699 };
        let budget = Budget { brotli, raw: Raw { wasm: 399_999 } };
        assert_eq!(
            download().excesses(&budget),
            [
                "the loader, brotli: 1,000 bytes, at most 999",
                "the sum, brotli: 127,000 bytes, at most 126,999",
                "the script beside a frame, brotli: 700 bytes, at most 699",
                "the wasm, raw: 400,000 bytes, at most 399,999",
            ]
        );
    }
}
