//! A large law in parts, as `dataset` cuts it: files with names by what they hold, so that a server
//! may let them be kept for ever and a new edition never meets a part of an old one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use dataset::{Dataset, Parts};
use explorer::Window;
use serde::Serialize;

use crate::{build::bundle::hash, tree};

/// Up to as many provisions, and as many bytes, a law is quicker in one file: with what it shares
/// with every other page it packs into some 50 KB.
const MOST_PROVISIONS: usize = 200;
const MOST_BYTES: usize = 256 * 1024;
/// How many provisions come at once, after the first file: 10 KB.
const RUN: u32 = 50;

/// Writes what is published of a law into a folder. Returns the file that pages name.
pub(super) fn write(law: &Dataset, folder: &Path) -> Result<PathBuf> {
    ensure!(
        law.records().parts.is_none(),
        "the dataset is itself the beginning of a law in parts; cut the whole law, `{}` beside it",
        law.records().parts.as_ref().map_or("", |parts| &parts.whole)
    );
    let whole = serde_json::to_string(law.records())?;
    let beginning = folder.join(format!("{}.json", law.records().id));
    let provisions = law.provisions().len();
    let is_small = provisions <= MOST_PROVISIONS && whole.len() <= MOST_BYTES;
    if is_small || provisions <= Window::WHOLE {
        tree::write(&beginning, whole.as_bytes())?;
        return Ok(beginning);
    }
    let file = |what: &str, text: &str| named(law, folder, what, text);
    let count = |it: usize| u32::try_from(it).context("a law has fewer provisions");
    // As many as are drawn of a long list, so that nothing is taken away from a reader once the list
    // is known to be long.
    let first = count(Window::PAGE)?;
    let shards = law.shards(first, RUN);
    let shards = shards.iter().map(|shard| file("part", &json(shard)?)).collect::<Result<_>>()?;
    let parts = Parts {
        provisions: count(provisions)?,
        index: file("index", &json(&law.index(first, RUN, shards))?)?,
        whole: file("whole", &whole)?,
    };
    tree::write(&beginning, json(&law.beginning(first, parts))?.as_bytes())?;
    Ok(beginning)
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).context("records can be written")
}

/// Writes a file that is named by what it holds.
fn named(law: &Dataset, folder: &Path, what: &str, text: &str) -> Result<String> {
    let name = format!("{}-{what}-{}.json", law.records().id, hash(text.as_bytes()));
    tree::write(&folder.join(&name), text.as_bytes())?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use dataset::{json, read};

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
        assert_eq!(published.len(), 1 + 1 + 1 + 5);
        let read_file = |file: &str| json::parse(&published[file]).unwrap();
        let whole = read(json::parse(&tree::read_text(&beginning).unwrap()).unwrap());
        assert_eq!(whole.problems, []);
        let whole = whole.dataset.unwrap();
        let parts = whole.awaits().unwrap().clone();
        assert_eq!(read(read_file(&parts.whole)).dataset.as_ref(), Some(&law));
        let whole = whole.with_index(read_file(&parts.index)).unwrap();
        for shard in 0..5 {
            whole.fill(shard, &read_file(whole.shard(shard).unwrap())).unwrap();
        }
        assert!(whole.provisions().eq(law.provisions()));
        assert!(whole.concerns().eq(law.concerns()));
        write(&law, &folder).unwrap();
        assert_eq!(files(&folder), published, "the same law, the same files");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_small_law_stays_one_file() {
        let (law, folder) = (law_of(40), folder("small"));
        let beginning = write(&law, &folder).unwrap();
        assert_eq!(files(&folder).len(), 1);
        let again = read(json::parse(&tree::read_text(&beginning).unwrap()).unwrap());
        assert_eq!(again.dataset, Some(law));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_beginning_is_not_taken_for_a_law() {
        let (law, folder) = (law_of(230), folder("again"));
        let beginning = write(&law, &folder).unwrap();
        let text = tree::read_text(&beginning).unwrap();
        let beginning = read(json::parse(&text).unwrap()).dataset.unwrap();
        let refused = write(&beginning, &folder).unwrap_err().to_string();
        assert!(refused.contains("public-records-act-whole-"), "{refused}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
