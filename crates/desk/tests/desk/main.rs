//! A dataset made on the desk, from a small law and a letter: a file for each panel.

mod citations;
mod concerns;
mod files;
mod fixture;
mod people;
mod tables;
mod whole;
