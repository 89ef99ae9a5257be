//! A zip whose bytes follow from its files alone: sorted, one time, one mode.

use std::io::{Cursor, Write as _};

use anyhow::{Context as _, Result};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::release::Files;

/// As hosts serve files: everybody may read.
const MODE: u32 = 0o644;

/// Packs files into one folder.
pub(super) fn zip(folder: &str, files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(MODE);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(format!("{folder}/{path}"), options)
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .with_context(|| format!("cannot pack `{path}`"))?;
    }
    Ok(zip.finish().context("cannot end the archive")?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    fn some() -> Files {
        Files::from([("b/c.txt".into(), vec![b'c'; 1000]), ("a.txt".into(), b"a".to_vec())])
    }

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_they_are_packed() {
        let first = zip("folder", &some()).unwrap();
        // A zip tells time in steps of two seconds: what took the clock's time would differ by now.
        let mut read = ZipArchive::new(Cursor::new(&first)).unwrap();
        for index in 0..read.len() {
            let file = read.by_index(index).unwrap();
            assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
            assert_eq!(file.unix_mode(), Some(0o100_644));
        }
        assert_eq!(zip("folder", &some()).unwrap(), first);
    }

    #[test]
    fn what_is_packed_comes_out_sorted_and_whole() {
        let packed = zip("folder", &some()).unwrap();
        let mut read = ZipArchive::new(Cursor::new(packed)).unwrap();
        let names: Vec<_> = (0..read.len())
            .map(|index| read.by_index(index).unwrap().name().unwrap().into_owned())
            .collect();
        assert_eq!(names, ["folder/a.txt", "folder/b/c.txt"]);
        let mut text = String::new();
        read.by_name("folder/b/c.txt").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "c".repeat(1000));
    }
}
