//! What goes onto the newsroom's site, as an archive whose folders belong beside the loader: the files of
//! the law, and of the story its page, the oEmbed answer and its pictures. Which files these are is for
//! `publish` and `snippets` to say; the pictures are drawn elsewhere, one after the other.

#[cfg(test)]
mod tests;

use std::{collections::VecDeque, rc::Rc};

use authoring::ProvisionId;
use publish::Entry;
use snippets::{Published, ToDraw};
use story::ended;

use crate::{
    check::{Finding, loader_lacks},
    draft::Draft,
    files::{Content, File},
    model::Model,
    view::ui::count,
};

const ZIP: &str = "application/zip";

/// How many provisions are named that have no picture for the same reason.
const NAMED: usize = 3;

/// An archive on its way.
#[derive(Debug)]
pub(crate) struct Archive {
    /// What it is made of.
    draft: Rc<Draft>,
    /// Its name, without an ending.
    name: String,
    entries: Vec<Entry>,
    story: Option<Story>,
    /// What must be set before it can have a page of the story.
    lacks: Option<String>,
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
    /// Whose there are not though somebody is quoted on them, as they are cited, and why.
    left_out: Vec<(String, String)>,
}

/// What became of a picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Drawn {
    Picture(Vec<u8>),
    /// This one could not be drawn.
    Not(String),
    /// Nothing that draws them began, so that no other will be drawn either.
    Never(String),
}

/// What must be set before there can be a page of the story, in a sentence.
pub(crate) fn lacks(model: &Model) -> Option<Finding> {
    let loader = || loader_lacks(&model.draft().loader);
    model.mismatch().or_else(loader).or_else(|| model.name_question())
}

impl Archive {
    /// Of the draft as it stands now.
    ///
    /// # Errors
    /// In a sentence: where the law is unsound, or there is nothing to publish yet.
    pub(crate) fn of(model: &Model) -> Result<Self, String> {
        let law = &model.law;
        let lacks = lacks(model).map(|it| it.what);
        let mut it = Self {
            draft: model.draft().clone(),
            name: model.file_stem.clone(),
            entries: Vec::new(),
            story: None,
            lacks: lacks.clone(),
        };
        if law.name.is_some() {
            it.entries.extend(law.publication()?.entries());
        }
        match lacks {
            None => it.story = Some(Story::of(model)?),
            Some(lacks) if it.entries.is_empty() => return Err(lacks),
            Some(_) => it.name.clone_from(&law.dataset().records().id),
        }
        Ok(it)
    }

    /// Whether the draft is still the one that it is made of; where the snippet goes makes no difference.
    pub(crate) fn is_of(&self, draft: &Rc<Draft>) -> bool {
        let here = || Draft { destination: draft.destination, ..(*self.draft).clone() };
        Rc::ptr_eq(&self.draft, draft) || here() == **draft
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

    /// What begins, in words.
    pub(crate) fn beginning(&self) -> String {
        let wanted = self.story.as_ref().map_or(0, |it| it.wanted);
        format!("Drawing {} …", count(wanted, "picture", "pictures"))
    }

    /// The next picture is drawn, or could not be, and why. Whatever else there is stays.
    pub(crate) fn drawn(&mut self, outcome: Drawn) {
        let Some(story) = &mut self.story else { return };
        let Some((citation, picture)) = story.waiting.pop_front() else { return };
        match outcome {
            Drawn::Picture(bytes) => {
                story.drawn.push(picture.provision);
                self.entries.push(Entry { path: picture.path, bytes });
            }
            Drawn::Not(why) => story.left_out.push((citation, why)),
            Drawn::Never(why) => {
                let others = story.waiting.drain(..).map(|(citation, _)| citation);
                let all = std::iter::once(citation).chain(others);
                story.left_out.extend(all.map(|citation| (citation, why.clone())));
            }
        }
    }

    /// The archive as a file, and what is said of it. The page and its answer are printed last, so
    /// that they name no picture that there isn't.
    ///
    /// # Errors
    /// Where there are more bytes than an archive can have, in a sentence.
    pub(crate) fn packed(mut self, model: &Model) -> Result<(File, String), String> {
        let mut held: Vec<String> = Vec::new();
        held.extend(
            (!self.entries.is_empty() && model.law.name.is_some())
                .then(|| "the law’s files".into()),
        );
        if let Some(story) = &self.story {
            let (explorer, options) = model.configured();
            let texts =
                model.with_input(&explorer, &options, |it| Published::texts(it, &story.drawn));
            self.entries.extend(texts.map_err(|refusal| refusal.to_string())?);
            held.push("the story’s page".into());
            let pictures = count(story.drawn.len(), "picture", "pictures");
            held.extend((story.wanted > 0).then_some(pictures));
        }
        let name = format!("{}.zip", self.name);
        let place = placed(&self.entries);
        let saved = format!("{name} is saved, with {}: put {place}.", listed(&held));
        let page = model.story_page.as_ref().filter(|_| self.story.is_some());
        let page = page.map(|it| format!("The page’s address is {it} then."));
        let mut said = vec![saved];
        said.extend(page);
        said.extend(self.lacks);
        said.extend(self.story.map(|it| it.without_pictures(model)).into_iter().flatten());
        let bytes = publish::archive(self.entries).map_err(|error| error.to_string())?;
        Ok((File { name, kind: ZIP, content: Content::Bytes(bytes) }, said.join(" ")))
    }
}

impl Story {
    fn of(model: &Model) -> Result<Self, String> {
        let (explorer, options) = model.configured();
        let published = model.with_input(&explorer, &options, Published::of);
        let published = published.map_err(|refusal| refusal.to_string())?;
        let cited = |id: &ProvisionId| model.law.citation(id);
        let waiting: VecDeque<_> =
            published.pictures.into_iter().map(|it| (cited(&it.provision), it)).collect();
        let left_out = published.left_out.iter().map(|(id, why)| (cited(id), why.to_string()));
        Ok(Self { wanted: waiting.len(), waiting, drawn: Vec::new(), left_out: left_out.collect() })
    }

    /// Which provisions have no picture, a sentence for each reason.
    fn without_pictures(self, model: &Model) -> Vec<String> {
        if self.wanted == 0 && self.left_out.is_empty() {
            let is_bare = model.draft().options.highlight.is_empty();
            let why = if is_bare {
                "nothing is highlighted"
            } else {
                "nobody is quoted on what is highlighted"
            };
            return vec![ended(format!("There is no picture: {why}"))];
        }
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for (citation, why) in self.left_out {
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, cited)) => cited.push(citation),
                None => reasons.push((why, vec![citation])),
            }
        }
        reasons.into_iter().map(|(why, cited)| no_picture(cited, &why)).collect()
    }
}

fn no_picture(mut cited: Vec<String>, why: &str) -> String {
    let pictures = if cited.len() == 1 { "No picture" } else { "No pictures" };
    let more = cited.len().saturating_sub(NAMED);
    if more > 0 {
        cited.truncate(NAMED);
        cited.push(format!("{more} more"));
    }
    ended(format!("{pictures} of {}: {why}", listed(&cited)))
}

/// Where the folders of an archive belong.
fn placed(entries: &[Entry]) -> String {
    let mut folders: Vec<_> =
        entries.iter().filter_map(|it| Some(it.path.split_once('/')?.0)).collect();
    folders.sort_unstable();
    folders.dedup();
    let folders = match folders.as_slice() {
        [one] => format!("its folder “{one}”"),
        several => format!("its folders “{}”", several.join("” and “")),
    };
    format!("{folders} beside provision-explorer.js")
}

fn listed(all: &[String]) -> String {
    match all {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        all => all.concat(),
    }
}
