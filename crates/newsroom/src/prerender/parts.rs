//! A law as it is published: compiled, and a large one in parts, as `dataset` cuts it. What others name
//! has names by what it holds, so that a server may let it be kept for ever and a new edition never
//! meets a part of an old one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use authoring::{Beside, Compiled as _, Dataset, Published, Rest};
use explorer::{Window, export};

use crate::{hash::hash, tree};

/// Up to as many provisions, and as many bytes, a law is quicker in one file: with what it shares
/// with every other page it packs into some 50 KB.
const MOST_PROVISIONS: usize = 200;
const MOST_BYTES: usize = 256 * 1024;
/// How many provisions come at once, after the first file: 10 KB.
const RUN: u32 = 50;
/// What compiled files are called by.
pub(crate) const EXTENSION: &str = "law.txt";

/// Writes what is published of a law into a folder. Returns the file that pages name.
pub(crate) fn write(law: &Dataset, folder: &Path) -> Result<PathBuf> {
    let id = &law.records().id;
    let json = serde_json::to_string(law.records())?;
    let is_large = json.len() > MOST_BYTES || law.provisions().len() > MOST_PROVISIONS;
    let (json, csv) =
        (beside(folder, id, "json", &json)?, beside(folder, id, "csv", &export::csv(law))?);
    let published = Published { json, csv, rest: None };
    let file = folder.join(format!("{id}.{EXTENSION}"));
    let compiled = if is_large && law.provisions().len() > Window::WHOLE {
        cut(law, folder, published)?
    } else {
        law.compile(published)
    };
    tree::write(&file, compiled.as_bytes())?;
    Ok(file)
}

/// Writes the parts of a large law. Returns what its beginning has.
fn cut(law: &Dataset, folder: &Path, published: Published) -> Result<String> {
    let count = |it: usize| u32::try_from(it).context("a law has fewer provisions");
    // As many as are drawn of a long list, so that nothing is taken away from a reader once the list
    // is known to be long.
    let first = count(Window::PAGE)?;
    let part = |what: &str, file: &str| part(law, folder, what, file);
    let shards = law.shards(first, RUN);
    let shards = shards.iter().map(|it| part("part", &it.compile())).collect::<Result<_>>()?;
    let index = part("index", &law.index(first, RUN, shards).compile())?;
    let rest = Rest { provisions: count(law.provisions().len())?, index };
    Ok(law.beginning(first).compile(Published { rest: Some(rest), ..published }))
}

/// Writes a file that is named by the law alone, as readers will find it among their downloads.
fn beside(folder: &Path, id: &str, extension: &str, text: &str) -> Result<String> {
    let name = format!("{id}.{extension}");
    tree::write(&folder.join(&name), text.as_bytes())?;
    Ok(name)
}

/// Writes a part, which is named by what it holds.
fn part(law: &Dataset, folder: &Path, what: &str, file: &str) -> Result<Beside> {
    let name = format!("{}-{what}-{}.{EXTENSION}", law.records().id, hash(file.as_bytes()));
    tree::write(&folder.join(&name), file.as_bytes())?;
    Ok(Beside::new(name, file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use authoring::{json, read};

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("parts-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder
    }

    fn law_of(size: usize) -> Dataset {
        read(json::parse(&law::law(size).to_string()).unwrap()).dataset.unwrap()
    }

    fn files(folder: &Path) -> BTreeMap<String, String> {
        let all = tree::list(folder).unwrap().into_iter();
        all.map(|it| {
            (it.file_name().unwrap().to_str().unwrap().into(), tree::read_text(&it).unwrap())
        })
        .collect()
    }

    #[test]
    fn a_law_past_the_threshold_is_published_in_parts_that_make_it_whole_again() {
        let (law, folder) = (law_of(230), folder("large"));
        let beginning = write(&law, &folder).unwrap();
        let published = files(&folder);
        assert_eq!(published.len(), 1 + 1 + 5 + 2);
        let begun = Dataset::open(&tree::read_text(&beginning).unwrap()).unwrap();
        let index = begun.awaits().unwrap().index.name.clone();
        let whole = begun.with_index(&published[&index]).unwrap();
        for shard in 0..5 {
            whole.fill(shard, &published[whole.shard(shard).unwrap()]).unwrap();
        }
        assert!(whole.provisions().eq(law.provisions()));
        assert!(whole.concerns().eq(law.concerns()));
        write(&law, &folder).unwrap();
        assert_eq!(files(&folder), published, "the same law, the same files");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_small_law_stays_one_file_and_what_readers_take_along_stands_beside_it() {
        let (law, folder) = (law_of(40), folder("small"));
        let file = write(&law, &folder).unwrap();
        let published = files(&folder);
        assert_eq!(published.len(), 3);
        let again = Dataset::open(&tree::read_text(&file).unwrap()).unwrap();
        assert_eq!(again.records(), law.records());
        let beside = again.published().unwrap();
        let json = read(json::parse(&published[&beside.json]).unwrap());
        assert_eq!(json.dataset, Some(law));
        assert!(published[&beside.csv].starts_with('\u{feff}'));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
