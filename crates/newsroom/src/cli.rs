//! `npx provision-explorer`: its command line, and what each command comes to. What needs a server is
//! handed back, for Node has one.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::{Args, Parser, Subcommand};

use crate::{
    data::{self, upgrade, workbooks},
    init, prerender, publish,
    tree::{self, Shipped, tell},
};

#[derive(Parser)]
#[command(
    name = "provision-explorer",
    version,
    about = "Checks, publishes and prints explorers of laws for a newsroom's pages"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begins a folder with a story, an example law and the explorer's options
    Init(init::Options),
    /// Checks a dataset, its quotations where the sources' texts are there, or stories against a new edition
    Check(data::Check),
    /// Makes a dataset of a filled-in workbook, or of a law from its publisher, and prints it
    Import(workbooks::Import),
    /// Writes a workbook to fill in
    Template(workbooks::Template),
    /// Brings a dataset of version 1 of the format up to version 2
    Upgrade(upgrade::Upgrade),
    /// Writes a folder to put on a web host: the explorer, and laws checked and, where large, in parts
    Publish(publish::Options),
    /// Prints what is pasted into a story, in the form that is wanted
    Prerender(prerender::Options),
    /// Serves a folder on this machine alone
    Serve(Serve),
}

/// What is to be served.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct Serve {
    /// The folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The port; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,
}

/// What a command came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What goes to standard output, to the byte.
    pub out: String,
    /// What the program ends with.
    pub code: i32,
    /// What is to be served from now on.
    pub serve: Option<Serve>,
}

/// Runs a command line without the program's name. What is said beside the output is already said.
pub fn run(arguments: &[String], shipped: &Shipped) -> Done {
    let words = std::iter::once("provision-explorer").chain(arguments.iter().map(String::as_str));
    let result = match Cli::try_parse_from(words) {
        Ok(cli) => obey(&cli.command, shipped),
        Err(told) => return refusal(&told),
    };
    result.unwrap_or_else(|error| {
        tell(&format!("error: {error:#}"));
        Done { out: data::InPart::out(&error).into(), code: 1, ..Done::default() }
    })
}

/// Help and version are printed, what cannot be understood is told.
fn refusal(told: &clap::Error) -> Done {
    let text = told.render().to_string();
    let code = told.exit_code();
    if told.use_stderr() {
        tell(text.trim_end());
        return Done { code, ..Done::default() };
    }
    Done { out: text, code, serve: None }
}

fn obey(command: &Command, shipped: &Shipped) -> Result<Done> {
    let out = match command {
        Command::Init(wanted) => init::run(wanted)?,
        Command::Check(wanted) => data::checked(wanted)?,
        Command::Import(wanted) => workbooks::import(wanted)?,
        Command::Template(wanted) => workbooks::template(wanted)?,
        Command::Upgrade(wanted) => upgrade::upgrade(wanted)?,
        Command::Publish(wanted) => publish::run(wanted, shipped)?,
        Command::Prerender(wanted) => prerender::run(shipped, wanted)?,
        Command::Serve(wanted) => {
            let folder = wanted.folder.display();
            ensure!(tree::is_folder(&wanted.folder), "there is no folder `{folder}` to serve");
            return Ok(Done { serve: Some(wanted.clone()), ..Done::default() });
        }
    };
    Ok(Done { out, ..Done::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_left_undone_beside_stories_is_refused() {
        let told = |more: &[&str]| {
            let words = ["provision-explorer", "check", "a", "--stories", "b", "--against", "c"];
            Cli::try_parse_from(words.iter().chain(more)).err().map(|it| it.exit_code())
        };
        assert_eq!(told(&[]), None);
        assert_eq!(told(&["--write"]), Some(2));
        assert_eq!(told(&["--sources", "d"]), Some(2));
    }
}
