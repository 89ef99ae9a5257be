//! The system's own files, where the commands run on it.

use std::{
    fs,
    io::{Error, ErrorKind},
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{Kind, refused};

fn told(error: &Error) -> anyhow::Error {
    let code = match error.kind() {
        ErrorKind::NotFound => "ENOENT",
        ErrorKind::IsADirectory => "EISDIR",
        ErrorKind::NotADirectory => "ENOTDIR",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "EACCES",
        _ => "",
    };
    refused(code, error.to_string())
}

pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| told(&error))?;
    entries.map(|it| it.map(|it| it.path()).map_err(|error| told(&error))).collect()
}

pub(super) fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| told(&error))
}

pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|error| told(&error))
}

pub(super) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| told(&error))
}

pub(super) fn kind(path: &Path) -> Option<Kind> {
    let is_folder = fs::metadata(path).ok()?.is_dir();
    Some(if is_folder { Kind::Folder } else { Kind::File })
}

pub(super) fn whole(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

pub(super) fn tell(text: &str) {
    eprintln!("{text}");
}
