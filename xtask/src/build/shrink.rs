//! wasm-opt, which takes longer than compiling does, and says the same of the same module each time: what
//! it made is kept by what it was made of, so a module that hasn't changed is shrunk once.

use std::{
    fs::File,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::{
    process::{self, capture},
    tree::{self, Tree},
};

/// What browsers of our floor understand. Naming each keeps wasm-opt from emitting anything newer:
/// `--all-features` makes modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How many modules are kept: those of both builds, with names and without, of several states of the
/// tree.
const KEPT: usize = 32;

/// How long a digest is, in bytes.
const DIGEST: usize = 32;

/// Shrinks a module by some passes. Function names are left out, unless `--debuginfo` is among these.
pub(super) fn shrink(
    tree: &Tree,
    target: &Path,
    passes: &[&str],
    from: &Path,
    to: &Path,
) -> Result<()> {
    let arguments = [passes, &["--strip-target-features"], &FEATURES].concat();
    // It has the version of wasm-opt.
    let tools = tree::read(&tree.root().join("package-lock.json"))?;
    let made_of = [arguments.join(" ").into_bytes(), tools, tree::read(from)?];
    let shrunk = remembered(&target.join("xtask/shrunk"), &made_of, |file| {
        let mut wasm_opt = process::node_program(tree, "wasm-opt");
        wasm_opt.args(&arguments).arg(from).arg("-o").arg(file);
        capture(&mut wasm_opt).context("wasm-opt cannot shrink the module")?;
        tree::read(file).context("wasm-opt wrote no module")
    })?;
    tree::write(to, &shrunk)
}

/// What was made of the same before, or else what is made of it now, in a file that it is handed.
fn remembered(
    folder: &Path,
    made_of: &[Vec<u8>],
    make: impl FnOnce(&Path) -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let mut key = Sha256::new();
    for part in made_of {
        key.update(part.len().to_le_bytes());
        key.update(part);
    }
    let key = key.finalize().iter().fold(String::new(), |hex, it| hex + &format!("{it:02x}"));
    let file = folder.join(&key).with_extension("kept");
    if let Some(made) = tree::read(&file).ok().and_then(|kept| whole(&kept)) {
        // So that it is among the last that were wanted.
        File::options().append(true).open(&file)?.set_modified(SystemTime::now())?;
        return Ok(made);
    }
    tree::make_folder(folder)?;
    // Other commands may make the same beside this one, and any of them may be stopped half-way.
    let own = file.with_extension(format!("{}.part", std::process::id()));
    let bytes = make(&own)?;
    tree::write(&own, &[Sha256::digest(&bytes).as_slice(), &bytes].concat())?;
    std::fs::rename(&own, &file).context("cannot keep what wasm-opt made")?;
    forget_all_but(folder, KEPT)?;
    Ok(bytes)
}

/// What was kept behind its digest; nothing where it isn't what the digest was made of.
fn whole(kept: &[u8]) -> Option<Vec<u8>> {
    let (digest, bytes) = kept.split_at_checked(DIGEST)?;
    (Sha256::digest(bytes).as_slice() == digest).then(|| bytes.to_vec())
}

/// Removes those that nobody has wanted for longest.
fn forget_all_but(folder: &Path, most: usize) -> Result<()> {
    let wanted = |file: &PathBuf| file.metadata().and_then(|it| it.modified()).ok();
    let mut files = tree::list(folder)?;
    files.sort_by_key(|file| std::cmp::Reverse(wanted(file)));
    for file in files.iter().skip(most) {
        std::fs::remove_file(file)
            .with_context(|| format!("cannot remove `{}`", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn the_same_is_made_once_and_what_differs_anew() {
        let folder = env::temp_dir().join(format!("provision-explorer-shrunk-{}", process::id()));
        let mut made = 0;
        let mut ask = |made_of: &[&str]| {
            let made_of: Vec<_> = made_of.iter().map(|it| it.as_bytes().to_vec()).collect();
            let bytes = remembered(&folder, &made_of, |file| {
                made += 1;
                tree::write(file, &[made])?;
                tree::read(file)
            });
            bytes.unwrap()
        };
        assert_eq!(ask(&["-Oz", "one"]), [1]);
        assert_eq!(ask(&["-Oz", "one"]), [1]);
        assert_eq!(ask(&["-Os", "one"]), [2]);
        assert_eq!(ask(&["-O", "zone"]), [3]);
        forget_all_but(&folder, 1).unwrap();
        assert_eq!(ask(&["-O", "zone"]), [3]);
        assert_eq!(ask(&["-Oz", "one"]), [4]);
        tree::remove_folder(&folder).unwrap();
    }

    #[test]
    fn what_was_cut_short_is_made_again_and_nobody_writes_into_anothers_file() {
        let folder = env::temp_dir().join(format!("provision-explorer-cut-{}", process::id()));
        let ask = |made: &[u8]| {
            let make = |file: &Path| {
                assert!(file.to_string_lossy().contains(&process::id().to_string()));
                tree::write(file, made)?;
                tree::read(file)
            };
            remembered(&folder, &[b"one".to_vec()], make).unwrap()
        };
        assert_eq!(ask(b"whole"), b"whole");
        let kept = tree::list(&folder).unwrap().remove(0);
        let bytes = tree::read(&kept).unwrap();
        for length in 0..bytes.len() {
            tree::write(&kept, &bytes[..length]).unwrap();
            assert_eq!(ask(b"anew!"), b"anew!", "{length} bytes were left");
        }
        assert_eq!(ask(b"other"), b"anew!");
        tree::remove_folder(&folder).unwrap();
    }
}
