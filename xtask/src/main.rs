//! The project's commands, run as `cargo xtask <command>`: build, serve, test, measure, check.
//!
//! This file reads the command line and hands over; each command has a module of its own name.
//! What several commands share is in `tree` (where things stand), `process` (other programs),
//! `progress` (what a person sees meanwhile) and `setup` (what a fresh machine lacks).

#![allow(clippy::print_stdout, reason = "these commands speak to a person at a terminal")]

mod bench;
mod build;
mod fuzz;
mod generate;
mod licences;
mod lock;
mod mode;
mod npm;
mod package;
mod pages;
mod process;
mod progress;
mod release;
mod schema;
mod serve;
mod setup;
mod size;
mod test;
mod tree;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use newsroom::{data, prerender, publish};

use crate::{
    mode::Mode,
    test::{Extent, Part},
    tree::Tree,
};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves, tests and measures Provision Explorer")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything a site needs into dist/
    Build {
        /// Skip optimisation and minification: quicker, larger, easier to debug
        #[arg(long)]
        dev: bool,
        /// Build the smallest module that the pinned compiler can make, into dist-smallest/
        #[arg(long, conflicts_with = "dev")]
        smallest: bool,
    },
    /// Builds, then serves dist/ on this machine alone
    Serve(serve::Options),
    /// Runs everything that CI runs
    Test {
        /// Leave out the browser tests
        #[arg(long)]
        no_browser: bool,
        /// Run what is run before a release as well, and keep what all of it came to in checked.toml
        #[arg(long, conflicts_with = "no_browser")]
        all: bool,
        /// Run these parts alone, on what the last build left
        #[arg(long, value_delimiter = ',', value_name = "PARTS", conflicts_with = "no_browser")]
        only: Vec<Part>,
    },
    /// Prints what a reader downloads and what it is made of, and fails above the budget
    Size,
    /// Measures the explorer in a browser, beside others
    Bench(bench::Options),
    /// Checks a dataset, or makes one of a workbook
    Data(data::Options),
    /// Prints what is pasted into a story, in the form that is wanted
    Prerender(prerender::Options),
    /// Writes a folder to put on a web host: the last build, and laws and stories' pages of one's own
    Publish(publish::Options),
    /// Looks for texts that break a promise, for a bounded time
    Fuzz(fuzz::Options),
    /// Writes what scripts, style sheets, types and the reference repeat of the public names
    Generate,
    /// Makes the npm package of the last build, in dist-npm/, and its tarball
    Package {
        /// Skip optimisation
        #[arg(long)]
        dev: bool,
        /// Of the last smallest build
        #[arg(long, conflicts_with = "dev")]
        smallest: bool,
    },
    /// Builds everything and writes what is handed out into dist-release/
    Release {
        /// With the smallest module that the pinned compiler can make
        #[arg(long)]
        smallest: bool,
    },
    /// Writes the JSON Schema of datasets
    Schema,
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            print!("{}", data::InPart::out(&error));
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode> {
    let tree = Tree::here()?;
    match &cli.command {
        Command::Build { dev: true, .. } => build::run(&tree, Mode::Dev)?,
        Command::Build { smallest: true, .. } => build::run(&tree, Mode::Smallest)?,
        Command::Build { .. } => build::run(&tree, Mode::Release)?,
        Command::Serve(options) => serve::run(&tree, options)?,
        Command::Test { no_browser, all, only } => {
            let extent = match (no_browser, all) {
                (true, _) => Extent::NoBrowser,
                (false, true) => Extent::All,
                (false, false) => Extent::Usual,
            };
            let run_some = || test::run_some(&tree, extent, only);
            return Ok(if only.is_empty() { test::run(&tree, extent) } else { run_some() });
        }
        Command::Bench(options) => bench::run(&tree, options)?,
        Command::Size => print!("{}", size::report(&tree)?),
        Command::Data(options) => print!("{}", data::run(options)?),
        Command::Prerender(options) => print!("{}", prerender::run(&tree.shipped(), options)?),
        Command::Publish(options) => print!("{}", publish::run(options, &tree.shipped())?),
        Command::Fuzz(options) => return fuzz::run(&tree, options),
        Command::Generate => print!("{}", generate::run(&tree)?),
        Command::Package { dev, smallest } => {
            let mode = if *dev { Mode::Dev } else { Mode::published(*smallest) };
            package::run(&tree, mode).map(drop)?;
        }
        Command::Release { smallest } => release::run(&tree, Mode::published(*smallest))?,
        Command::Schema => schema::write(&tree)?,
    }
    Ok(ExitCode::SUCCESS)
}
