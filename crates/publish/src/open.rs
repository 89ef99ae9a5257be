//! A published law back from its files: whole, whether it was in parts or not.

use std::{error::Error, fmt};

use authoring::{ChapterIx, Dataset, ProvisionIx, Records, Unsound};

use crate::File;

/// Why a published law can't be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// A file is damaged, of another version, or another's.
    Unsound {
        /// Its name.
        name: String,
        /// What is wrong with it.
        why: Unsound,
    },
    /// These files are wanted as well, and stand beside it.
    Lacks(Vec<String>),
    /// These are parts of a law, and the file that names them isn't there.
    Headless,
    /// None of the files is a published law, or a part of one.
    Nothing,
    /// These are laws, each by itself.
    Several(Vec<String>),
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsound { name, why } => write!(f, "{name}: {why}"),
            Self::Headless => f.write_str(
                "these are parts of a law; open the file that pages name together with them, which \
                 is called by the law’s id alone and ends in .law.txt, or the .zip of them all",
            ),
            Self::Nothing => f.write_str("there is no published law in it"),
            Self::Several(names) => {
                write!(f, "{} are a law each; open one of them", names.join(" and "))
            }
            Self::Lacks(names) => {
                let (shown, more) = names.split_at(names.len().min(3));
                let more = match more.len() {
                    0 => String::new(),
                    number => format!(" and {number} more"),
                };
                write!(
                    f,
                    "this law is in parts, and {}{more} lacks; open all of its files together, or \
                     the .zip of them, or the dataset’s .json, which stands beside them",
                    shown.join(", ")
                )
            }
        }
    }
}

impl Error for NotOpened {}

/// Whether a text is a compiled law, or a part of one.
pub fn is_compiled(text: &str) -> bool {
    text.starts_with(authoring::MAGIC)
}

/// The records of a law, of which one file names the others; whatever else is among them is passed
/// over.
///
/// # Errors
/// Where files lack or don't fit.
pub fn open(files: &[File]) -> Result<Records, NotOpened> {
    let begun = beginning(files)?;
    let Some(rest) = begun.awaits() else { return Ok(begun.records().clone()) };
    let name = rest.index.name.clone();
    let index = find(files, &name).ok_or_else(|| NotOpened::Lacks(vec![name.clone()]))?;
    let whole = begun.with_index(&index.text).map_err(|why| NotOpened::Unsound { name, why })?;
    let names: Vec<_> = (0..).map_while(|it| whole.shard(it).map(str::to_owned)).collect();
    let lacks: Vec<_> = names.iter().filter(|it| find(files, it).is_none()).cloned().collect();
    if !lacks.is_empty() {
        return Err(NotOpened::Lacks(lacks));
    }
    for (shard, name) in names.into_iter().enumerate() {
        let Some(file) = find(files, &name) else { continue };
        whole.fill(shard, &file.text).map_err(|why| NotOpened::Unsound { name, why })?;
    }
    Ok(joined(&whole))
}

/// The file that pages name. The parts of a law begin as it does, and are of another kind.
fn beginning(files: &[File]) -> Result<Dataset, NotOpened> {
    let compiled: Vec<_> = files.iter().filter(|it| is_compiled(&it.text)).collect();
    let mut wrong = if compiled.is_empty() { NotOpened::Nothing } else { NotOpened::Headless };
    let mut laws = Vec::new();
    for File { name, text } in compiled {
        match Dataset::open(text) {
            Ok(law) => laws.push((name, law)),
            Err(Unsound::Kind) => {}
            Err(why) => wrong = NotOpened::Unsound { name: name.clone(), why },
        }
    }
    if laws.len() > 1 {
        return Err(NotOpened::Several(laws.into_iter().map(|(name, _)| name.clone()).collect()));
    }
    laws.pop().map(|(_, law)| law).ok_or(wrong)
}

fn find<'f>(files: &'f [File], name: &str) -> Option<&'f File> {
    files.iter().find(|it| it.name == name)
}

/// The records of a law in parts, all of which are here, as of one that never was.
fn joined(law: &Dataset) -> Records {
    let mut records = law.records().clone();
    records.provisions = law.provisions().map(|(_, it)| it.clone()).collect();
    records.concerns = law.concerns().map(|(_, it)| it.clone()).collect();
    records.requests = law.requests().map(|(_, it)| it.clone()).collect();
    // What stands in a chapter through another provision is not listed by name.
    for (at, provision) in law.provisions() {
        let parent = law.around_provision(at).and_then(|it| it.parent);
        let chapter = |at: ProvisionIx| law.chapter_of(at).map(ChapterIx::index);
        let place = chapter(at).filter(|it| parent.and_then(chapter) != Some(*it));
        if let Some(it) = place.and_then(|it| records.instrument.chapters.get_mut(it)) {
            it.provisions.push(provision.id.clone());
        }
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Publication, tests::law_of};

    fn files(size: usize) -> Vec<File> {
        Publication::of(&law_of(size)).unwrap().files().cloned().collect()
    }

    #[test]
    fn a_law_comes_back_whole_from_one_file_and_from_parts_in_any_order() {
        assert_eq!(&open(&files(40)[..1]).unwrap(), law_of(40).records());
        let mut parts = files(230);
        parts.reverse();
        assert_eq!(&open(&parts).unwrap(), law_of(230).records());
    }

    #[test]
    fn chapters_keep_the_provisions_that_they_list() {
        let mut law = law::law(230);
        let ids: Vec<_> = law["provisions"].as_array().unwrap().clone();
        let outer = ids.iter().filter(|it| it["parent"].is_null()).map(|it| it["id"].clone());
        let outer: Vec<_> = outer.collect();
        let chapter = |number: &str, ids: &[serde_json::Value]| {
            serde_json::json!({
                "number": number, "name": number, "origin": "official_text", "provisions": ids,
            })
        };
        let (first, last) = outer.split_at(20);
        law["instrument"]["chapters"] =
            serde_json::json!([chapter("I", first), chapter("II", last)]);
        let law = authoring::read_text(&law.to_string());
        assert_eq!(law.problems, []);
        let law = law.dataset.unwrap();
        let files: Vec<File> = Publication::of(&law).unwrap().files().cloned().collect();
        assert_eq!(&open(&files).unwrap(), law.records());
    }

    #[test]
    fn what_lacks_is_named_step_by_step() {
        let all = files(230);
        let named = |from: &[File]| match open(from) {
            Err(NotOpened::Lacks(names)) => names,
            other => panic!("{other:?}"),
        };
        let index = named(&all[..1]);
        assert!(index[0].contains("-index-"), "{index:?}");
        let mut some: Vec<File> =
            all.iter().filter(|it| !it.name.contains("-part-")).cloned().collect();
        let parts = named(&some);
        assert_eq!(parts.len(), 5);
        some.extend(all.iter().filter(|it| parts[1..].contains(&it.name)).cloned());
        assert_eq!(named(&some), parts[..1]);
        let told = open(&some).unwrap_err().to_string();
        assert!(told.contains(&parts[0]), "{told}");
    }

    #[test]
    fn parts_alone_damage_and_other_laws_are_told_apart() {
        let mut all = files(230);
        assert_eq!(open(&all[3..]), Err(NotOpened::Headless));
        let part = all.iter_mut().find(|it| it.name.contains("-part-")).unwrap();
        part.text.pop();
        let name = part.name.clone();
        assert_eq!(open(&all), Err(NotOpened::Unsound { name, why: Unsound::Broken }));
        let cut = File { name: "a.law.txt".into(), text: files(40)[0].text[..90].into() };
        let wrong = NotOpened::Unsound { name: "a.law.txt".into(), why: Unsound::Broken };
        assert_eq!(open(&[cut]), Err(wrong));
    }
}
