//! The files that repeat the contract in other languages: whole files, and marked regions of files
//! that are otherwise written by hand.
//!
//! A region lies between two lines that hold `generated: NAME` and `end of generated`, in whatever
//! kind of comment the file has.

mod elements;
mod frameworks;
mod reference;
mod scripts;
mod styles;
mod types;
mod wordpress;

use crate::languages::Language;

/// Renews all that is made here.
pub const COMMAND: &str = "cargo xtask generate";

/// What is generated of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The lines of the region with this name.
    Region(&'static str),
}

/// A file, or a region of one, as the contract has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The file, as a path within the repository.
    pub path: &'static str,
    /// What of it.
    pub extent: Extent,
    /// What stands there: whole lines.
    pub text: String,
}

/// Everything that is generated, for the interface's languages, which are known elsewhere.
pub fn all(languages: &[Language]) -> Vec<Generated> {
    let mut all = vec![
        whole("www/contract.js", scripts::contract(languages)),
        whole("www/provision-explorer.d.ts", types::declarations()),
        whole("www/custom-elements.json", elements::manifest()),
        region("integrations/wordpress/provision-explorer.php", "attributes", wordpress::lists()),
        whole("integrations/wordpress/block.json", wordpress::block()),
        region("integrations/wordpress/block.js", "options", wordpress::constants()),
    ];
    all.extend(frameworks::files().map(|(path, text)| whole(path, text)));
    all.extend(styles::regions());
    all.extend(reference::regions(languages));
    all
}

fn whole(path: &'static str, text: String) -> Generated {
    Generated { path, extent: Extent::Whole, text }
}

fn region(path: &'static str, name: &'static str, text: String) -> Generated {
    Generated { path, extent: Extent::Region(name), text }
}

/// The file's region is not there to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoRegion(pub &'static str);

impl Generated {
    /// The file as it should be, given what it holds.
    ///
    /// # Errors
    ///
    /// The file lacks the region's marks.
    pub fn apply(&self, file: &str) -> Result<String, NoRegion> {
        match self.extent {
            Extent::Whole => Ok(self.text.clone()),
            Extent::Region(name) => {
                let (before, after) = around(file, name).ok_or(NoRegion(name))?;
                Ok([before, &self.text, after].concat())
            }
        }
    }
}

/// What stands before a region's lines and after them, its marks included.
fn around<'a>(file: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let mark = format!("generated: {name} ");
    let start = file.find(&mark)?;
    let start = start + file.get(start..)?.find('\n')? + 1;
    let end = start + file.get(start..)?.find("end of generated")?;
    let end = file.get(..end)?.rfind('\n')? + 1;
    Some((file.get(..start)?, file.get(end.max(start)..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "a\n/* generated: one */\nold\n/* end of generated */\nb\n\
                        /* generated: two */\n/* end of generated */\n";

    fn filled(name: &'static str) -> Result<String, NoRegion> {
        region("", name, "new\n".into()).apply(FILE)
    }

    #[test]
    fn a_region_is_renewed_and_everything_around_it_stays() {
        assert_eq!(
            filled("one").unwrap(),
            FILE.replace("old\n", "new\n"),
            "between lines of its own"
        );
        assert_eq!(filled("two").unwrap(), FILE.replace("two */\n", "two */\nnew\n"));
    }

    #[test]
    fn a_file_without_the_region_is_refused() {
        assert_eq!(filled("on"), Err(NoRegion("on")));
        assert_eq!(
            region("", "one", String::new()).apply("/* generated: one */\n"),
            Err(NoRegion("one"))
        );
    }
}
