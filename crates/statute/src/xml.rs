//! XML to a tree. Nothing outside the file is ever fetched, and nothing in it is expanded: a file
//! that declares entities, or is deeper than any law, is refused.

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::tree::{Child, DEEPEST, Element, Place};

/// Why a file is no XML that is read here, and where.
pub(crate) type Fault = (Place, String);

/// The topmost element of a document.
pub(crate) fn parse(text: &str) -> Result<Element, Fault> {
    let mut build = Build { text, read: 0, at: Place { line: 1, column: 1 }, open: Vec::new() };
    let mut reader = Reader::from_str(text);
    loop {
        let start = position(&reader);
        let event = reader.read_event();
        build.go_to(start);
        let event = event.map_err(|error| {
            build.go_to(usize::try_from(reader.error_position()).unwrap_or(start));
            (build.at, format!("this is no XML: {error}"))
        })?;
        if let Some(root) = build.take(&event)? {
            return Ok(root);
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

struct Build<'t> {
    text: &'t str,
    /// Up to which byte lines are counted.
    read: usize,
    at: Place,
    open: Vec<Element>,
}

impl Build<'_> {
    /// Counts on to a byte.
    fn go_to(&mut self, byte: usize) {
        for sign in self.text.get(self.read..byte).unwrap_or_default().chars() {
            if sign == '\n' {
                self.at = Place { line: self.at.line + 1, column: 1 };
            } else {
                self.at.column += 1;
            }
        }
        self.read = self.read.max(byte);
    }

    /// Takes in what comes next; the root once it is closed.
    fn take(&mut self, event: &Event<'_>) -> Result<Option<Element>, Fault> {
        match event {
            Event::Start(tag) => self.opened(tag)?,
            Event::Empty(tag) => {
                self.opened(tag)?;
                return Ok(self.closed());
            }
            Event::End(_) => return Ok(self.closed()),
            Event::Text(words) => self.words(&words.xml10_content())?,
            Event::CData(words) => self.words(&words.xml10_content())?,
            Event::GeneralRef(name) => self.reference(name)?,
            Event::DocType(words) if words.xml10_content().contains("<!ENTITY") => {
                let why = "declares entities, which are not read here: take out its `<!ENTITY …>`";
                return Err((self.at, why.into()));
            }
            Event::Eof => return Err(self.unfinished()),
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
        Ok(None)
    }

    fn unfinished(&self) -> Fault {
        match self.open.last() {
            Some(open) => (self.at, format!("ends within `<{}>` of {}", open.name, open.at)),
            None => (self.at, "has no element".into()),
        }
    }

    fn opened(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            let why = format!("is deeper than {DEEPEST} elements; no law is");
            return Err((self.at, why));
        }
        let mut element = Element::new(tag.local_name().as_ref(), self.at);
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| (self.at, format!("no XML: {error}")))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| (self.at, error.to_string()))?;
            // Publishers put their own prefix before attributes as well; only XML's own differs.
            let key = match attribute.key.prefix() {
                Some(prefix) if prefix.as_ref() == "xml" => attribute.key.as_ref(),
                _ => attribute.key.local_name().into_inner(),
            };
            element.attributes.push((key.into(), value.into_owned()));
        }
        self.open.push(element);
        Ok(())
    }

    fn closed(&mut self) -> Option<Element> {
        let element = self.open.pop()?;
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(Child::Element(element));
                None
            }
            None => Some(element),
        }
    }

    fn words(&mut self, words: &str) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(open) => open.push_text(words),
            None if words.trim().is_empty() => {}
            None => return Err((self.at, "has words before its first element".into())),
        }
        Ok(())
    }

    fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Fault> {
        let unknown = || {
            let name: &str = name;
            (self.at, format!("`&{name};` is no character that XML knows; write the character"))
        };
        let sign = name.resolve_char_ref().map_err(|_| unknown())?;
        let text = match sign {
            Some(sign) => sign.to_string(),
            None => resolve_xml_entity(name).ok_or_else(unknown)?.to_string(),
        };
        self.words(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_have_their_local_names_and_their_places() {
        let root = parse("<x:a\n xmlns:x='u' x:eId='one' xml:id='no'>\n  <b>5 &lt; &#167;<c/></b>")
            .unwrap_err();
        assert_eq!(root.1, "ends within `<a>` of line 1, column 1");
        let root = parse("<x:a xmlns:x='u' x:eId='one' xml:id='no'>\n  <b>5 &lt; &#167;</b></x:a>");
        let root = root.unwrap();
        assert_eq!((root.name.as_str(), root.attribute("eId")), ("a", Some("one")));
        assert_eq!(root.attribute("id"), None);
        let inner = root.child("b").unwrap();
        assert_eq!((inner.text().as_str(), inner.at), ("5 < §", Place { line: 2, column: 3 }));
    }

    #[test]
    fn hostile_files_are_refused_with_a_sentence() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
        assert!(parse(bomb).unwrap_err().1.starts_with("declares entities"));
        let file = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>";
        assert!(parse(file).unwrap_err().1.starts_with("declares entities"));
        let deep = "<a>".repeat(100_000);
        assert!(parse(&deep).unwrap_err().1.starts_with("is deeper than"));
        let (at, why) = parse("<a>\n<b></c></a>").unwrap_err();
        assert_eq!(at.line, 2);
        assert!(why.contains("`b`") || why.contains("</b>"), "{why}");
        let (at, why) = parse("<a>\n\n  &nbsp;</a>").unwrap_err();
        assert_eq!((at.line, at.column), (3, 3));
        assert!(why.starts_with("`&nbsp;`"), "{why}");
        for wrong in ["", "words", "<a", "<a><b></a>", "<a b=>", "<a b='1' b='2'/>"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
