//! What is published of one story's explorer beside the loader: a page whose address is pasted, the
//! answer that it leads oEmbed to, and pictures. They stand in a folder of their own, by one name.

use dataset::ProvisionId;
use picture::{NoRoom, Order};
use publish::Entry;

use crate::{Form, Refusal, SnippetInput, pictures, print_beside};

/// The folder, beside the loader.
const FOLDER: &str = "stories";

/// All files of a story: pictures that are still to be drawn, and the texts that name them. Whoever
/// publishes a story asks here which there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The page's path, from the folder of the loader.
    pub page: String,
    /// The pictures in the newsroom's order.
    pub pictures: Vec<ToDraw>,
    /// The provisions that have none though somebody is quoted on them, and why.
    pub left_out: Vec<(ProvisionId, NoRoom)>,
}

/// A picture that is still to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDraw {
    /// Its path, from the folder of the loader.
    pub path: String,
    /// What it is about.
    pub provision: ProvisionId,
    /// What it says, and in which colour.
    pub order: Order,
}

impl ToDraw {
    /// The order, for whoever draws it elsewhere.
    pub fn json(&self) -> String {
        serde_json::to_string(&self.order).unwrap_or_default()
    }
}

impl Published {
    /// Of a story. Where the story itself is changes nothing of it.
    ///
    /// # Errors
    /// Where the loader's address isn't whole.
    pub fn of(piece: &SnippetInput<'_>) -> Result<Self, Refusal> {
        if !piece.is_whole() {
            return Err(Refusal::NotWhole(Form::Page));
        }
        let piece = &without_story(piece);
        let accent = piece.accent.map(|it| it.light.0);
        let pictures = pictures::pictures(piece).into_iter().map(|it| ToDraw {
            path: path(piece, &format!("-{}.png", it.provision)),
            provision: it.provision,
            order: Order { words: it.words, accent },
        });
        Ok(Self {
            page: path(piece, ".html"),
            pictures: pictures.collect(),
            left_out: pictures::not_pictured(piece),
        })
    }

    /// The page and its oEmbed answer. They name a picture of `drawn` and no other, so what becomes
    /// of the drawing comes first.
    ///
    /// # Errors
    /// Where the loader's address isn't whole.
    pub fn texts(piece: &SnippetInput<'_>, drawn: &[ProvisionId]) -> Result<[Entry; 2], Refusal> {
        let piece = &without_story(piece);
        let text = |form, ending: &str| -> Result<_, Refusal> {
            let text = print_beside(form, piece, |it| drawn.contains(&it.provision))?;
            Ok(Entry { path: path(piece, ending), bytes: (text + "\n").into_bytes() })
        };
        Ok([text(Form::Page, ".html")?, text(Form::Oembed, ".json")?])
    }
}

fn without_story<'a>(piece: &SnippetInput<'a>) -> SnippetInput<'a> {
    SnippetInput { story: None, ..*piece }
}

/// The path of one of the story's files, from the folder of the loader.
fn path(piece: &SnippetInput<'_>, behind: &str) -> String {
    format!("{FOLDER}/{}{behind}", name(piece))
}

/// The address of one of the story's files; `behind` is what follows its name.
pub(crate) fn address(piece: &SnippetInput<'_>, behind: &str) -> String {
    format!("{}{}", piece.folder(), path(piece, behind))
}

/// What the story's files are called by: the newsroom's name for it, or else the law and what the
/// explorer is set to, so that no two stories share one.
pub(crate) fn name(piece: &SnippetInput<'_>) -> String {
    let given = piece.name.map(slug).filter(|it| !it.is_empty());
    given.unwrap_or_else(|| {
        let set = options::to_json(&piece.options.written(piece.explorer.dataset()));
        let accent = piece.accent.map(|it| format!("{}{}", it.light, it.dark));
        let hash = publish::hash((set + &accent.unwrap_or_default()).as_bytes());
        slug(&format!("{}-{hash}", piece.explorer.dataset().records().id))
    })
}

/// A name that needs no escaping in an address or a file system; empty where it has no letter and no
/// digit that such a one can have.
pub fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_letters_digits_and_hyphens() {
        assert_eq!(slug("Hanoi: what’s next?"), "hanoi-what-s-next");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("الأخبار"), "");
    }
}
