//! Laws in the vocabularies of their publishers, which say the same as Akoma Ntoso in other words:
//! what each is called there is a table (`vocabulary/tables.rs`), and there is one way to read them.

mod tables;

use crate::{
    language,
    outline::{About, Outline},
    tree::{Child, Element, weight},
    walk,
};

/// How a publisher's elements are called in Akoma Ntoso.
struct Vocabulary {
    /// A document's topmost element.
    roots: &'static [&'static str],
    /// One that stands somewhere in it, so that no other document is taken for one.
    has: &'static str,
    /// Each name, or those of several elements within each other, with the other name; the first
    /// that fits counts. Without another name its content stands in what it stands in.
    names: &'static [(&'static str, &'static str)],
    /// Within a line of words, even where no words are beside it.
    inline: &'static str,
    /// Holds the heading of the one part that stands beside it, or of several.
    groups: &'static [&'static str],
    /// Numbers within these are written without the brackets that they are shown in.
    bracketed: &'static [&'static str],
    /// Its ids say where a part stands; elsewhere they are serial, and say nothing.
    has_ids: bool,
    /// Stands above the parts that it is the heading of.
    above: &'static str,
    /// What the document says of the law.
    about: fn(&Element, &mut About),
    /// What the law is counted in, where it isn't sections.
    unit: fn(&Element) -> Option<&'static str>,
}

/// Whether a document is in one of them.
pub(crate) fn is(root: &Element) -> bool {
    of(root).is_some()
}

fn of(root: &Element) -> Option<&'static Vocabulary> {
    let is =
        |it: &&Vocabulary| it.roots.contains(&root.name.as_str()) && root.find(it.has).is_some();
    tables::ALL.into_iter().find(is)
}

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    let mut document = Element::new("akomaNtoso", root.at);
    let vocabulary = of(root);
    if let Some(vocabulary) = vocabulary {
        let translation = Translation { vocabulary, unit: (vocabulary.unit)(root) };
        translation.put(root, &[], &mut document);
    }
    fronts(&mut document);
    let mut outline = walk::outline(&document, file);
    let about = &mut outline.about;
    let tag = root.attribute("xml:lang").or_else(|| root.attribute("lang"));
    about.language = tag.and_then(language::tag);
    if let Some(vocabulary) = vocabulary {
        (vocabulary.about)(root, about);
    }
    about.take_short_title();
    outline
}

/// A preamble that stands in a preface comes behind it, and a preface before the body.
fn fronts(act: &mut Element) {
    for child in &mut act.children {
        if let Child::Element(inner) = child {
            fronts(inner);
        }
    }
    let mut taken = Vec::new();
    let children = std::mem::take(&mut act.children);
    for mut child in children {
        if let Child::Element(preface) = &mut child
            && preface.name == "preface"
        {
            let is_preamble =
                |it: &Child| matches!(it, Child::Element(it) if it.name == "preamble");
            let inner = std::mem::take(&mut preface.children);
            let (preamble, rest) = inner.into_iter().partition::<Vec<_>, _>(is_preamble);
            preface.children = rest;
            taken.push(child);
            taken.extend(preamble);
        } else {
            taken.push(child);
        }
    }
    act.children = taken;
}

struct Translation {
    vocabulary: &'static Vocabulary,
    unit: Option<&'static str>,
}

impl Translation {
    /// Puts an element and all within under the other names. `path` are the names around it.
    fn put(&self, element: &Element, path: &[&str], to: &mut Element) {
        let path = &[path, &[element.name.as_str()]].concat();
        let one = self.only_part(element, path);
        let name = match one {
            None if self.is_headed_group(element, path) => "crossHeading",
            _ => self.name(element, path),
        };
        let mut inner = Element::new(name, element.at);
        let id = element.attribute("id").filter(|_| self.vocabulary.has_ids);
        inner.attributes.extend(id.map(|it| ("id".into(), it.into())));
        let has_words = element.children.iter().any(is_words);
        match one {
            Some(one) => self.group(element, one, path, &mut inner),
            None => {
                for child in &element.children {
                    self.child(child, path, &mut inner, has_words);
                }
            }
        }
        self.nest(&mut inner);
        if name == "num" {
            self.bracket(path, &mut inner);
        }
        // A part has one number: `Artikel`, and behind it `1`.
        if name == "num" && to.child("num").is_some() {
            return go_on(to, inner);
        }
        if name.is_empty() {
            return to.children.append(&mut inner.children);
        }
        to.children.push(Child::Element(inner));
    }

    /// The heading of a group of one is that part's.
    fn group(&self, group: &Element, one: &Element, path: &[&str], to: &mut Element) {
        for child in &group.children {
            match child {
                Child::Element(it) if it == one => {
                    self.put(&self.headed(one, group, path), path, to);
                }
                Child::Element(it) if self.is(it, path, "heading") => {}
                _ => self.child(child, path, to, false),
            }
        }
    }

    fn is_group(&self, element: &Element) -> bool {
        self.vocabulary.groups.contains(&element.name.as_str())
    }

    /// Whether a heading stands above several parts, which have none of their own.
    fn is_headed_group(&self, element: &Element, path: &[&str]) -> bool {
        self.is_group(element) && element.elements().any(|it| self.is(it, path, "heading"))
    }

    /// The only element of a group that has a number.
    fn only_part<'e>(&self, group: &'e Element, path: &[&str]) -> Option<&'e Element> {
        let is_numbered = |part: &&Element| {
            let path = [path, &[part.name.as_str()]].concat();
            part.elements().any(|it| self.is(it, &path, "num"))
        };
        let mut parts = group.elements().filter(|_| self.is_group(group)).filter(is_numbered);
        parts.next().filter(|_| parts.next().is_none())
    }

    /// The part with its group's heading behind its number.
    fn headed(&self, part: &Element, group: &Element, path: &[&str]) -> Element {
        let mut part = part.clone();
        let inner = [path, &[part.name.as_str()]].concat();
        let is_number = |it: &Child| matches!(it, Child::Element(it) if self.is(it, &inner, "num"));
        let is_heading =
            |it: &&Child| matches!(it, Child::Element(it) if self.is(it, path, "heading"));
        let behind = part.children.iter().position(is_number).map_or(0, |it| it + 1);
        let headings: Vec<_> = group.children.iter().filter(is_heading).cloned().collect();
        part.children.splice(behind..behind, headings);
        part
    }

    /// Whether an element within `path` is called so in Akoma Ntoso.
    fn is(&self, element: &Element, path: &[&str], name: &str) -> bool {
        self.known(element, path) == Some(name)
    }

    fn child(&self, child: &Child, path: &[&str], to: &mut Element, has_words: bool) {
        match child {
            Child::Text(words) => to.push_text(words),
            Child::Element(inner) if has_words && self.known(inner, path).is_none() => {
                let mut span = Element::new("span", inner.at);
                let path = [path, &[inner.name.as_str()]].concat();
                inner.children.iter().for_each(|it| self.child(it, &path, &mut span, true));
                to.children.push(Child::Element(span));
            }
            Child::Element(inner) => self.put(inner, path, to),
        }
    }

    fn known(&self, element: &Element, path: &[&str]) -> Option<&'static str> {
        let path = [path, &[element.name.as_str()]].concat();
        let fits = |pattern: &str| {
            let mut names = path.iter().rev();
            let mut wanted = pattern.rsplit(' ');
            names.next() == wanted.next().as_ref() && wanted.all(|name| names.any(|it| *it == name))
        };
        self.vocabulary.names.iter().find(|(pattern, _)| fits(pattern)).map(|(_, to)| *to)
    }

    fn name(&self, element: &Element, path: &[&str]) -> &'static str {
        let around = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
        let is_inline = self.vocabulary.inline.split_whitespace().any(|it| it == element.name);
        match self.known(element, around) {
            Some("section") => self.unit.unwrap_or("section"),
            Some(name) => name,
            None if is_inline => "span",
            None => "block",
        }
    }

    fn bracket(&self, path: &[&str], num: &mut Element) {
        let parent = path.iter().rev().nth(1);
        let is_bare = num.text().trim().chars().all(char::is_alphanumeric);
        if is_bare && parent.is_some_and(|it| self.vocabulary.bracketed.contains(it)) {
            num.children.insert(0, Child::Text("(".into()));
            num.push_text(")");
        }
    }

    /// Headings that stand above their parts hold them.
    fn nest(&self, to: &mut Element) {
        let above = self.vocabulary.above;
        if above.is_empty() || to.name != "body" {
            return;
        }
        let is_above = |it: &Child| matches!(it, Child::Element(it) if it.name == above);
        let mut all: Vec<Child> = Vec::new();
        for child in std::mem::take(&mut to.children) {
            match all.last_mut() {
                Some(Child::Element(open)) if open.name == above && !is_above(&child) => {
                    open.children.push(child);
                }
                _ => all.push(child),
            }
        }
        to.children = all;
    }
}

fn go_on(to: &mut Element, mut more: Element) {
    for child in &mut to.children {
        if let Child::Element(num) = child
            && num.name == "num"
        {
            num.push_text(" ");
            return num.children.append(&mut more.children);
        }
    }
}

fn is_words(child: &Child) -> bool {
    matches!(child, Child::Text(words) if weight(words) > 0)
}
