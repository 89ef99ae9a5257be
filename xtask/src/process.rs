//! Running other programs: their output is kept back, and told when they fail.

use std::{
    env,
    ffi::OsString,
    io::ErrorKind,
    process::{Command, Output, Stdio},
};

use anyhow::{Result, bail};

use crate::tree::Tree;

/// Cargo: the one that runs this program, so that the toolchain stays the same.
pub(crate) fn cargo(tree: &Tree) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.current_dir(tree.root());
    command
}

/// A program of a package that `npm ci` installed.
pub(crate) fn node_program(tree: &Tree, name: &str) -> Command {
    let mut command = Command::new(tree.node_modules().join(".bin").join(name));
    command.current_dir(tree.root());
    command
}

/// Runs a program to its end and returns what it printed to standard output. A failure tells the
/// command and all its output.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    bail!("{} ended with {}\n{}", describe(command), output.status, join(&stdout, &stderr))
}

/// Runs a program to its end, whatever that is.
pub(crate) fn output(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).output().map_err(|error| lost(command, error))
}

/// Runs a program whose output a person follows, and tells whether it succeeded.
pub(crate) fn follow(command: &mut Command) -> Result<bool> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| lost(command, error))?;
    Ok(status.success())
}

/// The two outputs of a program as one text.
pub(crate) fn join(stdout: &str, stderr: &str) -> String {
    [stdout.trim_end(), stderr.trim_end()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn lost(command: &Command, error: std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        let hint = match command.get_program().to_str() {
            Some("npm" | "node") => "install Node.js 20 or newer, with npm",
            Some("rustup") => "install rustup, or a Rust toolchain that has what is missing",
            _ => "is it installed, and on the PATH?",
        };
        return anyhow::anyhow!("{} cannot start: no such program; {hint}", describe(command));
    }
    anyhow::Error::new(error).context(format!("{} cannot start", describe(command)))
}

fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    let mut words = vec![name.into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    format!("`{}`", words.join(" "))
}
