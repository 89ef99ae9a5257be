//! What goes onto the newsroom's site, as an archive whose folders belong beside the loader: the files of the
//! law, and of the story its page, the oEmbed answer and its pictures. Which files these are is for
//! `publish` and `snippets` to say; the pictures are drawn elsewhere, one after the other.

#[cfg(test)]
mod tests;

use std::{collections::VecDeque, fmt::Display};

use authoring::ProvisionId;
use publish::Entry;
use snippets::{Published, ToDraw};

use crate::{
    files::{Content, File},
    model::Model,
    view::ui::count,
};

const ZIP: &str = "application/zip";

/// An archive on its way.
#[derive(Debug)]
pub(crate) struct Bundle {
    /// Its name, without an ending.
    name: String,
    entries: Vec<Entry>,
    /// What it has, in words.
    held: Vec<String>,
    story: Option<Story>,
    /// What is not in it, and why; a sentence each.
    left_out: Vec<String>,
}

/// The story's part, as far as it still grows.
#[derive(Debug, Default)]
struct Story {
    /// Pictures to draw, each with how its provision is cited.
    waiting: VecDeque<(String, ToDraw)>,
    /// How many there are to draw in all.
    wanted: usize,
    /// Whose there are.
    drawn: Vec<ProvisionId>,
}

/// What must be set before there can be a page of the story, in a sentence.
pub(crate) fn lacks(model: &Model) -> Option<String> {
    if let Some(why) = model.mismatch() {
        return Some(why.into());
    }
    let (explorer, options) = model.configured();
    let is_relative = model.with_input(&explorer, &options, |it| !it.is_whole());
    let highlight = options.highlight.is_empty().then_some("a highlighted provision");
    let address =
        is_relative.then_some("the whole address of the explorer’s files, with https:// before it");
    let needs: Vec<_> = highlight.into_iter().chain(address).collect();
    (!needs.is_empty())
        .then(|| format!("The story’s page and its pictures need {}.", needs.join(" and ")))
}

impl Bundle {
    /// Of the draft as it stands now.
    ///
    /// # Errors
    /// In a sentence: where the law is unsound, or there is nothing to publish yet.
    pub(crate) fn of(model: &Model) -> Result<Self, String> {
        let law = &model.law;
        let mut it = Self {
            name: model.file_stem.clone(),
            entries: Vec::new(),
            held: Vec::new(),
            story: None,
            left_out: Vec::new(),
        };
        if law.name.is_some() {
            it.name.clone_from(&law.dataset().records().id);
            it.entries.extend(law.publication()?.entries());
            it.held.push("the law’s files".into());
        }
        match lacks(model) {
            None => it.add_story(model)?,
            Some(lacks) if it.entries.is_empty() => return Err(lacks),
            Some(lacks) => it.left_out.push(lacks),
        }
        Ok(it)
    }

    fn add_story(&mut self, model: &Model) -> Result<(), String> {
        let (explorer, options) = model.configured();
        let story = model.with_input(&explorer, &options, Published::of);
        let story = story.map_err(|refusal| refusal.to_string())?;
        self.held.push("the story’s page".into());
        for (id, why) in story.left_out {
            self.left_out.push(no_picture(&model.law.citation(&id), &why));
        }
        let waiting: VecDeque<_> =
            story.pictures.into_iter().map(|it| (model.law.citation(&it.provision), it)).collect();
        self.story = Some(Story { wanted: waiting.len(), waiting, drawn: Vec::new() });
        Ok(())
    }

    /// The picture to draw next.
    pub(crate) fn next(&self) -> Option<&ToDraw> {
        self.story.as_ref()?.waiting.front().map(|(_, it)| it)
    }

    /// How far it is, in words.
    pub(crate) fn progress(&self) -> String {
        let (wanted, left) = self.story.as_ref().map_or((0, 0), |it| (it.wanted, it.waiting.len()));
        format!("Drawing picture {} of {wanted} …", wanted - left + 1)
    }

    /// The next picture is drawn, or could not be, and why. Whatever else there is stays.
    pub(crate) fn drawn(&mut self, outcome: Result<Vec<u8>, String>) {
        let Some(story) = &mut self.story else { return };
        let Some((citation, picture)) = story.waiting.pop_front() else { return };
        let ToDraw { path, provision, .. } = picture;
        match outcome {
            Ok(bytes) => {
                story.drawn.push(provision);
                self.entries.push(Entry { path, bytes });
            }
            Err(why) => self.left_out.push(no_picture(&citation, &why)),
        }
    }

    /// The archive, and what is said of it. The page and its answer are printed last, so that they
    /// name no picture that there isn't.
    ///
    /// # Errors
    /// Where there are more bytes than an archive can have, in a sentence.
    pub(crate) fn archive(mut self, model: &Model) -> Result<(File, String), String> {
        if let Some(story) = &self.story {
            let (explorer, options) = model.configured();
            let texts =
                model.with_input(&explorer, &options, |it| Published::texts(it, &story.drawn));
            self.entries.extend(texts.map_err(|refusal| refusal.to_string())?);
            self.held.push(count(story.drawn.len(), "picture", "pictures"));
        }
        let name = format!("{}.zip", self.name);
        let said = std::iter::once(self.saved(&name, model.story_page.as_deref()));
        let said = said.chain(self.left_out).collect::<Vec<_>>().join(" ");
        let bytes = publish::archive(self.entries).map_err(|error| error.to_string())?;
        Ok((File { name, kind: ZIP, content: Content::Bytes(bytes) }, said))
    }

    /// What is in it, and what is to be done with it.
    fn saved(&self, name: &str, page: Option<&str>) -> String {
        let mut folders: Vec<_> =
            self.entries.iter().filter_map(|it| Some(it.path.split_once('/')?.0)).collect();
        folders.sort_unstable();
        folders.dedup();
        let folders = match folders.as_slice() {
            [one] => format!("its folder `{one}`"),
            several => format!("its folders `{}`", several.join("` and `")),
        };
        let page = page.map(|it| format!(" The page’s address is {it} then."));
        format!(
            "{name} is saved, with {}: put {folders} beside provision-explorer.js.{}",
            listed(&self.held),
            page.unwrap_or_default()
        )
    }
}

fn listed(all: &[String]) -> String {
    match all {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        all => all.concat(),
    }
}

fn no_picture(citation: &str, why: &dyn Display) -> String {
    format!("No picture of {citation}: {why}.")
}
