//! What a module is made of, by crate and by function, told by its functions' names.

use std::{cmp::Reverse, collections::BTreeMap, fmt::Write as _};

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::grouped;

/// How many of each are told.
const MOST: usize = 15;

/// What bears a name that is no path: exports, and what others than the compiler made.
const NO_CRATE: &str = "(no crate)";

/// Bytes of code, and in how many functions.
#[derive(Clone, Copy, Default)]
struct Share {
    bytes: usize,
    functions: usize,
}

/// The largest crates and the largest functions of a module, as a table. An instance of something
/// generic counts for the crate that defines it, and all instances of a function as one.
pub(super) fn table(module: &[u8]) -> Result<String> {
    let functions = functions(module)?;
    let named = || functions.iter().map(|(name, bytes)| (plain(name), *bytes));
    let crates = sums(named().map(|(name, bytes)| (crate_of(&name).to_owned(), bytes)));
    Ok(largest("by crate, raw", &crates) + &largest("by function, raw", &sums(named())))
}

/// Each function's name and the bytes of its body.
fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(parts) = section.as_known() {
                    for part in parts {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let name = |index| names.remove(&index).unwrap_or_default();
    Ok((imported..).map(name).zip(bodies).collect())
}

fn sums(parts: impl Iterator<Item = (String, usize)>) -> BTreeMap<String, Share> {
    let mut sums = BTreeMap::<String, Share>::new();
    for (name, bytes) in parts {
        let share = sums.entry(name).or_default();
        share.bytes += bytes;
        share.functions += 1;
    }
    sums
}

fn largest(heading: &str, shares: &BTreeMap<String, Share>) -> String {
    let mut all: Vec<_> = shares.iter().collect();
    all.sort_by_key(|(_, share)| Reverse(share.bytes));
    let mut table = format!("{heading}\n");
    for (name, share) in all.into_iter().take(MOST) {
        let times =
            if share.functions > 1 { format!(" ×{}", share.functions) } else { String::new() };
        writeln!(table, "{:>10} {name}{times}", grouped(share.bytes as u64))
            .expect("a String takes any text");
    }
    table
}

/// A name without what stands for its generic parameters, and without the hashes of crates.
fn plain(name: &str) -> String {
    let (mut out, mut depth) = (String::new(), 0_usize);
    let mut before = ' ';
    for letter in name.chars() {
        let opens = match letter {
            '<' => depth > 0 || before.is_alphanumeric() || "_:".contains(before),
            '[' => depth > 0 || before.is_alphanumeric() || before == '_',
            _ => false,
        };
        let closes = depth > 0 && (letter == ']' || (letter == '>' && before != '-'));
        if opens {
            depth += 1;
        } else if closes {
            depth -= 1;
        } else if depth == 0 {
            out.push(letter);
        }
        before = letter;
    }
    let hash = out.rfind("::h").filter(|at| out.len() == at + 19);
    out.truncate(hash.unwrap_or(out.len()));
    out.replace("::::", "::").trim_end_matches(':').to_owned()
}

/// The crate that a plain name begins with; a type of the language's own is `core`'s.
fn crate_of(name: &str) -> &str {
    let mut rest = name;
    for prefix in ["<", "&", "*", "(", "mut ", "const ", "dyn ", "[", "<", "&", "mut "] {
        rest = rest.strip_prefix(prefix).unwrap_or(rest);
    }
    let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
    let (first, after) = rest.split_at(end);
    match (after.starts_with("::"), rest.len() < name.len()) {
        (true, _) => first,
        (false, true) => "core",
        (false, false) => NO_CRATE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances_of_one_function_have_one_name() {
        let of_texts = "<alloc[2505b2eafb3ee1e2]::vec::Vec<u8>>::push::<Option<fn(u8) -> u8>>";
        assert_eq!(plain(of_texts), "<alloc::vec::Vec>::push");
        assert_eq!(plain("<&mut a[0f]::B as core[1e]::C<(D,)>>::e"), "<&mut a::B as core::C>::e");
        assert_eq!(plain("core::fmt::write::h0123456789abcdef"), "core::fmt::write");
    }

    #[test]
    fn a_function_counts_for_the_crate_that_defines_it() {
        for (name, of) in [
            ("<alloc::vec::Vec>::push", "alloc"),
            ("<yew::VTag as core::clone::Clone>::clone", "yew"),
            ("<&mut explorer::A as core::B>::c", "explorer"),
            ("<str>::trim", "core"),
            ("app::whole", "app"),
            ("mount", NO_CRATE),
        ] {
            assert_eq!(crate_of(name), of, "{name}");
        }
    }
}
