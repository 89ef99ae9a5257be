//! What is published as one archive. The same files make the same bytes, wherever and whenever.

use std::{
    error::Error,
    fmt,
    io::{Cursor, Read as _, Write as _},
};

use zip::{
    CompressionMethod, DateTime, ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions,
};

use crate::{Entry, File};

/// A law of 100,000 provisions has some 60 MB, packed or not.
const LARGEST: u64 = 256 << 20;

/// Why some bytes hold no files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoArchive {
    /// They can't be read.
    Damaged,
    /// They hold more than any law has.
    TooLarge,
}

impl fmt::Display for NoArchive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "is no archive that can be read; make it once more",
            Self::TooLarge => "holds more than 256 MB; no law has as much",
        })
    }
}

impl Error for NoArchive {}

/// The archive of some files, which is unpacked in the folder of the loader.
///
/// # Errors
/// Where there are more bytes than an archive can have, or two files have one path.
pub fn archive(files: impl IntoIterator<Item = Entry>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for file in files {
        archive.start_file(file.path, options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The texts in an archive, by their names without folders. What is no text is passed over.
///
/// # Errors
/// Where it is damaged or too large.
pub fn unpack(bytes: &[u8]) -> Result<Vec<File>, NoArchive> {
    unpack_within(bytes, LARGEST)
}

fn unpack_within(bytes: &[u8], largest: u64) -> Result<Vec<File>, NoArchive> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoArchive::Damaged)?;
    let mut files = Vec::new();
    let mut left = largest;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| NoArchive::Damaged)?;
        let path = entry.name().map_err(|_| NoArchive::Damaged)?;
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        // What the archive says of sizes may be wrong, so bytes are counted as they come.
        let mut bytes = Vec::new();
        entry.take(left + 1).read_to_end(&mut bytes).map_err(|_| NoArchive::Damaged)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(NoArchive::TooLarge)?;
        files.extend(String::from_utf8(bytes).ok().map(|text| File { name, text }));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Publication, tests::law_of};

    #[test]
    fn an_archive_has_every_file_as_it_is_published_and_is_the_same_each_time() {
        for size in [40, 230] {
            let publication = Publication::of(&law_of(size)).unwrap();
            let bytes = archive(publication.entries()).unwrap();
            let files = unpack(&bytes).unwrap();
            assert!(files.iter().eq(publication.files()), "{size}");
            assert_eq!(archive(publication.entries()).unwrap(), bytes);
        }
    }

    #[test]
    fn an_archive_of_more_than_is_allowed_is_refused_whatever_it_says_of_itself() {
        let publication = Publication::of(&law_of(40)).unwrap();
        let bytes = archive(publication.entries()).unwrap();
        let size: usize = publication.files().map(|it| it.text.len()).sum();
        let size = u64::try_from(size).unwrap();
        assert!(unpack_within(&bytes, size).is_ok());
        assert_eq!(unpack_within(&bytes, size - 1), Err(NoArchive::TooLarge));
        // Each file by itself would fit.
        assert_eq!(unpack_within(&bytes, size / 2), Err(NoArchive::TooLarge));
    }

    #[test]
    fn what_is_no_archive_or_cut_is_refused() {
        let bytes = archive(Publication::of(&law_of(40)).unwrap().entries()).unwrap();
        for wrong in [b"law 1".as_slice(), &bytes[..bytes.len() / 2], &[]] {
            assert_eq!(unpack(wrong), Err(NoArchive::Damaged));
        }
    }
}
